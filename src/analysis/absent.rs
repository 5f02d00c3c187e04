//! Why there is nothing at a path: it is of the other kind, or a figure that is left out.

use super::inputs::{choices, inputs};
use super::notes::missing_inputs;
use super::probe;
use crate::error::{Code, Error};
use crate::estimate::{Estimate, Scenario};

/// Why a result has no figure at a path, where that is known; else what is said otherwise.
pub(crate) fn no_figure(estimate: &Estimate, path: &str, otherwise: Error) -> Error {
    if is_input(&estimate.scenario, path) {
        return Error::new(Code::IsInput, vec![("field", path.to_owned())]);
    }
    left_out(estimate, path).unwrap_or(otherwise)
}

/// Why a scenario has no input at a path, where that is known; else what is said otherwise.
pub(crate) fn no_input(scenario: &Scenario, path: &str, otherwise: Error) -> Error {
    let is_figure = scenario.clone().evaluate().is_ok_and(|estimate| has(&estimate, path));
    if is_figure { Error::new(Code::IsFigure, vec![("field", path.to_owned())]) } else { otherwise }
}

/// Why a figure that other results have is not among those of this one.
pub(crate) fn not_here(estimate: &Estimate, path: &str) -> Error {
    let not_here = || Error::new(Code::NotHere, vec![("figure", path.to_owned())]);
    left_out(estimate, path).unwrap_or_else(not_here)
}

/// The error of a figure that would be there, were inputs known that nobody gave: names them.
fn left_out(estimate: &Estimate, path: &str) -> Option<Error> {
    let missing = missing_inputs(estimate);
    let all: Vec<_> = missing.iter().collect();
    let is_there = |fields: &[&String]| with(&estimate.scenario, fields).is_some_and(|made| has(&made, path));
    if all.is_empty() || !is_there(&all) {
        return None;
    }
    let without = |field: &&String| all.iter().copied().filter(|other| other != field).collect::<Vec<_>>();
    let mut needed = all.clone();
    needed.retain(|field| !is_there(&without(field)));
    // Where several would do, each alone, none is needed.
    let named = if needed.is_empty() { &all } else { &needed };
    let named: Vec<_> = named.iter().map(|field| field.as_str()).collect();
    Some(Error::new(Code::LeftOut, vec![("figure", path.to_owned()), ("field", named.join(", "))]))
}

/// The result with such inputs at some value.
fn with(scenario: &Scenario, fields: &[&String]) -> Option<Estimate> {
    let mut scenario = scenario.clone();
    let values: Vec<_> = fields.iter().map(|field| (field.as_str(), SOME)).collect();
    probe::put(&mut scenario, &values);
    scenario.evaluate().ok()
}

/// A value that all inputs that may be missing can have.
const SOME: f64 = 1.0;

fn has(estimate: &Estimate, path: &str) -> bool {
    let mut found = [f64::NAN];
    probe::read(estimate, &[path], &mut found);
    found.iter().all(|value| !value.is_nan())
}

fn is_input(scenario: &Scenario, path: &str) -> bool {
    inputs(scenario).iter().any(|row| row.path == path)
        || choices(scenario).iter().any(|row| row.path == path)
}
