//! Parameters by shape against the totals that makers state: model cards, configurations and papers, as each row of
//! the catalogue cites them.

use crate::support::close;
use wattflop::catalogue::{MODELS, ModelRow, find};
use wattflop::quantities::units::tokens;
use wattflop::workload::{Model, ShapeWork, TrainingRun, Work};

/// The work of a model's shape, over one token.
fn work(id: &str) -> ShapeWork {
    let run = TrainingRun::of(Model::preset(id).unwrap()).with_tokens(tokens(1.0));
    Work::of(&run).and_then(|work| work.shape().copied()).unwrap_or_else(|| panic!("{id} has no shape")).total
}

/// The rows with a shape.
fn shaped() -> impl Iterator<Item = &'static ModelRow> {
    MODELS.iter().filter(|row| row.shape.is_some())
}

/// By how much the shape exceeds the stated total, relative to it.
fn excess(row: &ModelRow) -> Option<f64> {
    Some(work(row.id).parameters / (row.total_billions? * 1e9) - 1.0)
}

/// Models whose stated total is not what their shape adds up to, and why.
const EXCEPTIONS: &[(&str, &str)] = &[];

fn is_exception(row: &ModelRow) -> bool {
    EXCEPTIONS.iter().any(|(id, _)| *id == row.id)
}

#[test]
fn every_shape_adds_up_to_the_stated_total() {
    let off: Vec<_> = shaped()
        .filter(|row| !is_exception(row))
        .filter_map(|row| Some((row.id, excess(row)?)))
        .filter(|(_, excess)| excess.abs() > 0.03)
        .map(|(id, excess)| format!("{id}: {:+.1} %", 100.0 * excess))
        .collect();
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn every_exception_is_one() {
    for (id, why) in EXCEPTIONS {
        let excess =
            find(MODELS, id).ok().and_then(excess).unwrap_or_else(|| panic!("{id} has no stated total"));
        assert!(excess.abs() > 0.03, "{id} is within 3 %: it needs no exception for `{why}`");
    }
}

/// Brown et al. (2020) by Megatron's count; Meta, Mistral AI, DeepSeek and Alibaba by their published weights.
#[test]
fn well_known_totals() {
    let published = [
        ("gpt3-175b", 174.6e9),
        ("llama3.1-405b", 405.85e9),
        ("mixtral-8x7b", 46.70e9),
        ("deepseek-v3", 671.03e9),
        ("qwen3-235b-a22b", 235.09e9),
    ];
    for (id, parameters) in published {
        close(work(id).parameters, parameters, 0.1);
    }
}

/// Parameters that a token uses, from the same sources.
#[test]
fn well_known_active_parameters() {
    for (id, parameters) in [("mixtral-8x7b", 12.88e9), ("deepseek-v3", 37.0e9), ("qwen3-235b-a22b", 22.1e9)]
    {
        close(work(id).active_parameters, parameters, 2.0);
    }
}

#[test]
fn a_token_uses_no_more_than_there_is() {
    for row in shaped() {
        let work = work(row.id);
        assert!(work.active_parameters <= work.parameters, "{}", row.id);
    }
}
