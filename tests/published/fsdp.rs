//! MosaicML, llm-foundry benchmarks; IBM, fms-fsdp.

use super::measured::errors;

/// A100 and H100 under FSDP, 125 million to 70 billion parameters.
#[test]
fn llm_foundry() {
    let errors = errors("training_runs.csv", "MosaicML-llm-foundry", "mfu");
    assert!(errors.mape <= 6e+00, "{errors:?}");
    assert!(errors.coverage >= 0.85, "{errors:?}");
}

/// Llama 2 on A100 and H100.
#[test]
fn fms() {
    let errors = errors("training_runs.csv", "IBM-fms-fsdp", "tokens_per_s");
    assert!(errors.mape <= 1e+01, "{errors:?}");
}
