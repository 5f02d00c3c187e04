//! AWS, Neuron SDK, trn1 training performance (2.13 to 2.24).

use super::measured::errors;

/// Trainium 1.
#[test]
fn trainium() {
    let errors = errors("training_runs.csv", "AWS-Trainium", "step_time");
    assert!(errors.mape <= 15.0, "{errors:?}");
}
