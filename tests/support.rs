//! What the tests share: scenarios in a line, figures by path, and a comparison that fails readably.

use wattflop::analysis::{FigureRow, InputRow, figures, inputs, set};
use wattflop::cluster::Cluster;
use wattflop::document::{Node, read};
use wattflop::error::Error;
use wattflop::estimate::{Estimate, Scenario};
use wattflop::quantities::Kind;
use wattflop::workload::{Model, Operation, ServingLoad, TrainingRun};

/// A year of operation of a named cluster.
pub fn year_of(cluster: &str) -> Scenario {
    Scenario::operation(Operation::year(), Cluster::preset(cluster).expect("a named cluster"))
}

/// A training run of a named model on a named cluster.
pub fn run_of(model: &str, cluster: &str) -> Scenario {
    let run = TrainingRun::of(Model::preset(model).expect("a named model"));
    Scenario::training(run, Cluster::preset(cluster).expect("a named cluster"))
}

/// A named model in service on a named cluster.
pub fn service_of(model: &str, cluster: &str) -> Scenario {
    let load = ServingLoad::of(Model::preset(model).expect("a named model"));
    Scenario::serving(load, Cluster::preset(cluster).expect("a named cluster"))
}

/// The scenario with inputs set by path.
#[track_caller]
pub fn with(mut scenario: Scenario, settings: &[(&str, &str)]) -> Scenario {
    for (path, text) in settings {
        set(&mut scenario, path, text).unwrap_or_else(|error| panic!("{path} = {text}: {error}"));
    }
    scenario
}

/// The result of a scenario with inputs set by path.
#[track_caller]
pub fn evaluated(scenario: Scenario, settings: &[(&str, &str)]) -> Estimate {
    with(scenario, settings).evaluate().unwrap_or_else(|error| panic!("{error}"))
}

/// A document from its JSON text.
#[track_caller]
pub fn node(json: &str) -> Node {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// The scenario that a JSON text describes.
pub fn scenario(json: &str) -> Result<Scenario, Error> {
    read(&node(json))
}

/// A figure of a result.
#[track_caller]
pub fn figure(estimate: &Estimate, path: &str) -> FigureRow {
    let found = figures(estimate).into_iter().find(|row| row.path == path);
    found.unwrap_or_else(|| panic!("the result has no figure `{path}`"))
}

/// A figure's value, in base units.
#[track_caller]
pub fn value(estimate: &Estimate, path: &str) -> f64 {
    figure(estimate, path).value
}

/// A figure's value, in a unit.
#[track_caller]
pub fn value_in(estimate: &Estimate, path: &str, unit: &str) -> f64 {
    let row = figure(estimate, path);
    let unit = row.figure.kind.unit(unit).unwrap_or_else(|| panic!("`{unit}` is no unit of `{path}`"));
    row.value / unit.factor
}

/// An input of a scenario.
#[track_caller]
pub fn input(scenario: &Scenario, path: &str) -> InputRow {
    let found = inputs(scenario).into_iter().find(|row| row.path == path);
    found.unwrap_or_else(|| panic!("the scenario has no input `{path}`"))
}

/// A number of base units as a text that parsing reads.
pub fn written(kind: &Kind, base: f64) -> String {
    match kind.units().next() {
        Some(unit) => format!("{:e} {}", base / unit.factor, unit.symbol),
        None => format!("{base:e}"),
    }
}

/// Demands that a value is within so many percent of what is expected.
#[track_caller]
pub fn close(actual: f64, expected: f64, percent: f64) {
    let error = if actual == expected { 0.0 } else { 100.0 * (actual / expected - 1.0) };
    assert!(
        error.abs() <= percent,
        "{actual} instead of {expected}: off by {error:+.4} %, where {percent} % is allowed"
    );
}

#[test]
fn close_says_by_how_much_a_value_is_off() {
    let failure = std::panic::catch_unwind(|| close(106.0, 100.0, 5.0)).unwrap_err();
    let message = failure.downcast::<String>().unwrap();
    assert!(message.contains("106") && message.contains("100") && message.contains("+6.0"), "{message}");
    assert!(std::panic::catch_unwind(|| close(f64::NAN, 1.0, 5.0)).is_err());
}
