//! NVIDIA, Megatron-Bridge, performance summaries of the containers 25.09 to 26.02.01.

use super::measured::errors;

/// H100 to GB300, FP8 and FP4, dense and with experts.
#[test]
fn megatron_bridge() {
    let errors = errors("training_runs.csv", "NVIDIA-Megatron-Bridge", "step_time");
    assert!(errors.mape <= 11.0, "{errors:?}");
    assert!(errors.coverage >= 0.85, "{errors:?}");
}
