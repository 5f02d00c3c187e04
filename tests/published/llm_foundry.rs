//! MosaicML, llm-foundry benchmarks (2023-24): https://github.com/mosaicml/llm-foundry, scripts/train/benchmarking.

use super::measured::errors;

/// A100 and H100 under FSDP, 125 million to 70 billion parameters.
#[test]
fn llm_foundry() {
    let errors = errors("training_runs.csv", "MosaicML-llm-foundry", "mfu");
    assert!(errors.mape <= 5.5, "{errors:?}");
    assert!(errors.coverage >= 0.85, "{errors:?}");
}
