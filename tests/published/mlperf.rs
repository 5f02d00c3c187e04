//! MLCommons, MLPerf Training v3.0 to v5.1: figures derived from the result logs, not official results.

use super::measured::errors;

/// GPT-3, Llama 3.1 405B and 8B, H100 to GB300.
#[test]
fn mlperf() {
    let errors = errors("training_runs.csv", "MLPerf-Training", "step_time");
    assert!(errors.mape <= 7.0, "{errors:?}");
}
