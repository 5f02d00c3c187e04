//! Google, TPU recipes (2025-26): https://github.com/AI-Hypercomputer/tpu-recipes, README sample logs.

use super::measured::errors;

/// TPU v5p, v6e and v7, layouts not stated.
#[test]
fn tpu_recipes() {
    let errors = errors("training_runs.csv", "Google-tpu-recipes", "step_time");
    assert!(errors.mape <= 13.0, "{errors:?}");
}
