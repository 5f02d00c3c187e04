//! NVIDIA, performance summaries of NeMo and Megatron-Bridge, and the scaling table of Megatron-LM's README (2024-07).

use super::measured::errors;

/// FP8 on H100.
#[test]
fn nemo() {
    let errors = errors("step_times.csv", "NeMo-24.07", "step_time");
    assert!(errors.mape <= 8e+00, "{errors:?}");
}

/// Sequences of 8 to 128 thousand tokens.
#[test]
fn nemo_with_context_parallelism() {
    let errors = errors("step_times.csv", "NeMo-24.03", "tflops");
    assert!(errors.mape <= 8e+00, "{errors:?}");
}

/// Weak scaling on H100, 2 to 462 billion parameters.
#[test]
fn megatron_core() {
    let errors = errors("training_runs.csv", "Megatron-Core-H100-weak", "tflops");
    assert!(errors.mape <= 8e+00, "{errors:?}");
}

/// H100 to GB300, FP8 and FP4, dense and with experts.
#[test]
fn megatron_bridge() {
    let errors = errors("training_runs.csv", "NVIDIA-Megatron-Bridge", "step_time");
    assert!(errors.mape <= 1e+01, "{errors:?}");
    assert!(errors.coverage >= 0.85, "{errors:?}");
}
