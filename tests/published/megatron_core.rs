//! NVIDIA, Megatron-LM's README (2024-07), "Training speed and scalability": https://github.com/NVIDIA/Megatron-LM.

use super::measured::errors;

/// Weak scaling on H100, 2 to 462 billion parameters.
#[test]
fn megatron_core() {
    let errors = errors("training_runs.csv", "Megatron-Core-H100-weak", "tflops");
    assert!(errors.mape <= 7.5, "{errors:?}");
}
