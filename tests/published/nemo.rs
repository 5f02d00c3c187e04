//! NVIDIA, NeMo 24.03 and 24.07, performance summaries.

use super::measured::errors;

/// FP8 on H100.
#[test]
fn nemo() {
    let errors = errors("step_times.csv", "NeMo-24.07", "step_time");
    assert!(errors.mape <= 4.0, "{errors:?}");
}

/// Sequences of 8 to 128 thousand tokens.
#[test]
fn nemo_with_context_parallelism() {
    let errors = errors("step_times.csv", "NeMo-24.03", "tflops");
    assert!(errors.mape <= 4.0, "{errors:?}");
}
