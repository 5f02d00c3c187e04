//! MLCommons, MLPerf Training (derived, not official results); Google, MaxText and TPU recipes; AWS, Neuron.

use super::measured::errors;

/// GPT-3, Llama 3.1 405B and 8B, H100 to GB300.
#[test]
fn mlperf() {
    let errors = errors("training_runs.csv", "MLPerf-Training", "step_time");
    assert!(errors.mape <= 9e+00, "{errors:?}");
}

/// TPU v5e and v5p.
#[test]
fn maxtext() {
    let errors = errors("training_runs.csv", "MaxText-TPU", "mfu");
    assert!(errors.mape <= 1e+01, "{errors:?}");
}

/// TPU v5p, v6e and v7, layouts not stated.
#[test]
fn tpu_recipes() {
    let errors = errors("training_runs.csv", "Google-tpu-recipes", "step_time");
    assert!(errors.mape <= 2e+01, "{errors:?}");
}

/// Trainium 1.
#[test]
fn trainium() {
    let errors = errors("training_runs.csv", "AWS-Trainium", "step_time");
    assert!(errors.mape <= 2e+01, "{errors:?}");
}
