//! Narayanan et al. (2021), "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM",
//! arXiv:2104.04473 (SC21), tables 1 and 2.

use super::measured::errors;

/// Weak scaling from 1.7 billion to one trillion parameters.
#[test]
fn table_1() {
    let errors = errors("step_times.csv", "Narayanan2021-SC21-T1", "step_time");
    assert!(errors.mape <= 3.0, "{errors:?}");
}

/// GPT-3 and the 530-billion model over ever more devices.
#[test]
fn table_2_with_pipeline_and_tensor_parallelism() {
    let errors = errors("step_times.csv", "Narayanan2021-SC21-T2-PTD", "step_time");
    assert!(errors.mape <= 3.0, "{errors:?}");
}

/// ZeRO-3, which the network binds.
#[test]
fn table_2_with_sharded_weights() {
    let errors = errors("step_times.csv", "Narayanan2021-SC21-T2-ZeRO3", "step_time");
    assert!(errors.mape <= 5.5, "{errors:?}");
}
