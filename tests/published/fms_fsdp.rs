//! IBM, fms-fsdp (2024): https://github.com/foundation-model-stack/fms-fsdp, README tables.

use super::measured::errors;

/// Llama 2 on A100 and H100.
#[test]
fn fms() {
    let errors = errors("training_runs.csv", "IBM-fms-fsdp", "tokens_per_s");
    assert!(errors.mape <= 9.0, "{errors:?}");
}
