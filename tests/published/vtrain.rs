//! Bang et al. (2024), vTrain, measured step times; https://github.com/VIA-Research/vTrain (MIT licence).

use super::measured::{errors, judged, rows};
use wattflop::analysis::validation::by_set;

/// 64 to 512 A100, layouts good and bad.
#[test]
fn many_nodes() {
    let errors = errors("step_times.csv", "vTrain-ground_truth_multi", "step_time");
    assert!(errors.mape <= 9.5, "{errors:?}");
}

/// 2 to 8 A100, small models.
#[test]
fn one_node() {
    let judged: Vec<_> =
        rows("vtrain_single_node.csv").iter().flat_map(|row| judged(row, "one node")).collect();
    let sets = by_set(&judged);
    let errors = sets.iter().find(|set| set.quantity == "step_time").and_then(|set| set.errors).unwrap();
    assert!(errors.mape <= 9.0 && errors.coverage >= 0.85, "{errors:?}");
}
