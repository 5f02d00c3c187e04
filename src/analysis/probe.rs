//! Evaluating a scenario many times: inputs put by path, figures read by path, neither by way of texts.

use super::absent::{no_figure, no_input};
use super::inputs::{InputRow, choices, inputs};
use super::rows::{FigureRow, bare};
use super::scaling::{SCALING, Scaling};
use crate::error::{Code, Error, Noun};
use crate::estimate::{Estimate, Scenario, Stages};
use crate::tables::{Belief, Figure, FigureVisitor, Input, InputVisitor, Path, Slot};

/// Puts values in base units at their paths, each as if it were given.
pub(crate) fn put(scenario: &mut Scenario, values: &[(&str, f64)]) {
    // What only puts values refuses none.
    let _ = scenario.visit_inputs(&mut Put { path: Path::new(), values });
}

struct Put<'a> {
    path: Path,
    values: &'a [(&'a str, f64)],
}

impl InputVisitor for Put<'_> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(
        &mut self,
        input: &'static Input,
        slot: &mut dyn Slot,
        belief: &mut Belief,
    ) -> Result<(), Error> {
        let here = self.values.iter().find(|(path, _)| self.path.leads_to(input.name, path));
        if let Some((_, value)) = here {
            slot.put(*value);
            *belief = Belief::given(*value);
        }
        Ok(())
    }
}

/// The figures of a result at paths, in base units, put in place of what stood there; NaN where it has none.
pub(crate) fn read<P: AsRef<str>>(estimate: &Estimate, wanted: &[P], values: &mut [f64]) {
    values.fill(f64::NAN);
    let mut reader = Read { path: Path::new(), wanted, values };
    estimate.stages.visit(&mut reader);
    if wanted.iter().any(|path| path.as_ref().starts_with(SCALING)) {
        Scaling::of(estimate).iter().for_each(|scaling| scaling.visit(&mut reader));
    }
}

/// The place of a figure among all of the stages.
pub(crate) fn place(stages: &Stages, wanted: &str) -> Option<usize> {
    let mut seen = Seen { path: Path::new(), wanted, count: 0, place: None };
    stages.visit(&mut seen);
    seen.place
}

struct Seen<'a> {
    path: Path,
    wanted: &'a str,
    count: usize,
    place: Option<usize>,
}

impl FigureVisitor for Seen<'_> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn figure(&mut self, figure: &'static Figure, _: f64) {
        self.place =
            self.place.or_else(|| self.path.leads_to(figure.name, self.wanted).then_some(self.count));
        self.count += 1;
    }
}

struct Read<'a, P> {
    path: Path,
    wanted: &'a [P],
    values: &'a mut [f64],
}

impl<P: AsRef<str>> FigureVisitor for Read<'_, P> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn figure(&mut self, figure: &'static Figure, value: f64) {
        for (wanted, slot) in self.wanted.iter().zip(self.values.iter_mut()) {
            if self.path.leads_to(figure.name, wanted.as_ref()) {
                *slot = value;
            }
        }
    }
}

/// Every figure of a result, each as sure as a number: those of its stages, and what the scaling law says of it.
pub(crate) fn rows(estimate: &Estimate) -> Vec<FigureRow> {
    let mut rows = bare(&estimate.stages, estimate.scenario.denomination());
    rows.extend(Scaling::of(estimate).iter().flat_map(Scaling::rows));
    rows
}

/// A figure of a result by its path.
///
/// # Errors
/// When it has none: names what it lacks, or the nearest.
pub(crate) fn figure(estimate: &Estimate, path: &str) -> Result<FigureRow, Error> {
    let rows = rows(estimate);
    let found = rows.iter().find(|row| row.path == path).cloned();
    let names = &mut rows.into_iter().map(|row| row.path);
    found.ok_or_else(|| no_figure(estimate, path, Error::unknown_among(Noun::Figure, path, names)))
}

/// A numeric input of a scenario by its path.
///
/// # Errors
/// When there is none: names the nearest; or when it is a choice among names.
pub(crate) fn input(scenario: &Scenario, path: &str) -> Result<InputRow, Error> {
    let rows = inputs(scenario);
    if let Some(row) = rows.iter().find(|row| row.path == path) {
        return Ok(row.clone());
    }
    let chosen = choices(scenario);
    if chosen.iter().any(|row| row.path == path) {
        return Err(Error::new(Code::NotNumeric, vec![("field", path.to_owned())]));
    }
    let known = chosen.into_iter().map(|row| row.path).chain(rows.into_iter().map(|row| row.path));
    Err(no_input(scenario, path, Error::unknown_among(Noun::Input, path, &mut { known })))
}
