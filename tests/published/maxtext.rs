//! Google, MaxText (2023-24): https://github.com/AI-Hypercomputer/maxtext, README, "Runtime Performance Results".

use super::measured::errors;

/// TPU v5e and v5p.
#[test]
fn maxtext() {
    let errors = errors("training_runs.csv", "MaxText-TPU", "mfu");
    assert!(errors.mape <= 7.0, "{errors:?}");
}
