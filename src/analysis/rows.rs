//! The figures of a result as rows: path, value, range.

use super::range::{Interval, ranges_at};
use crate::cluster::Supply;
use crate::estimate::{Estimate, Stages};
use crate::quantities::Denomination;
use crate::tables::{Figure, FigureVisitor, Path};

/// A figure of a result.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// Its path, such as `power.facility.peak`.
    pub path: String,
    /// Its row in the table.
    pub figure: &'static Figure,
    /// Its value, in base units.
    pub value: f64,
    /// Its 90 % interval, in base units.
    pub range: Interval,
    /// What money is shown in.
    pub money: Denomination,
    /// The kind of source that it is of, where it is of one.
    pub source: Option<&'static str>,
}

impl FigureRow {
    /// The unit that documents write it in; empty for pure numbers.
    #[must_use]
    pub fn unit(&self) -> String {
        self.money.unit(self.figure.unit)
    }

    /// A value of it in that unit, from base units.
    #[must_use]
    pub fn in_unit(&self, base: f64) -> f64 {
        self.money.of(self.figure.kind, base) / self.figure.unit_factor()
    }

    /// So many times the figure.
    #[must_use]
    pub(crate) fn times(&self, factor: f64) -> Self {
        let range = Interval { low: self.range.low * factor, high: self.range.high * factor };
        Self { value: self.value * factor, range, ..self.clone() }
    }

    /// The sum with another, of which what is doubtful is doubtful in the same way: the ends of the ranges add.
    #[must_use]
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let (low, high) = (self.range.low + other.range.low, self.range.high + other.range.high);
        Self { value: self.value + other.value, range: Interval { low, high }, ..self.clone() }
    }
}

/// All figures of a result, in the order of their computation, with their ranges.
#[must_use]
pub fn figures(estimate: &Estimate) -> Vec<FigureRow> {
    figures_at(estimate, &|_| true)
}

/// The figures of a result at these paths, in the order of their computation, with their ranges.
pub(crate) fn figures_at(estimate: &Estimate, wanted: &dyn Fn(&str) -> bool) -> Vec<FigureRow> {
    let rows = bare(&estimate.stages, estimate.scenario.denomination());
    let is_wanted: Vec<_> = rows.iter().map(|row| wanted(&row.path)).collect();
    let at = |place: usize| is_wanted.get(place) == Some(&true);
    let kept = rows.into_iter().zip(&is_wanted).filter(|(_, is_wanted)| **is_wanted);
    let mut rows: Vec<_> = kept.map(|(row, _)| row).collect();
    for (row, range) in rows.iter_mut().zip(ranges_at(estimate, &at)) {
        row.range = range;
    }
    if let Some(supply) = estimate.scenario.cluster.site().supply() {
        rows.iter_mut().for_each(|row| row.source = source_of(&row.path, supply));
    }
    rows
}

/// The kind of the source that a path is of.
fn source_of(path: &str, supply: &Supply) -> Option<&'static str> {
    let place = path.strip_prefix("supply.sources.")?.split('.').next()?;
    supply.sources().get(place.parse::<usize>().ok()?).map(|source| source.row().id)
}

/// All figures of a result, each as sure as a number.
pub(crate) fn bare(stages: &Stages, money: Denomination) -> Vec<FigureRow> {
    collected(money, |visitor| stages.visit(visitor))
}

/// The figures of a walk, each as sure as a number.
pub(crate) fn collected(money: Denomination, walk: impl FnOnce(&mut dyn FigureVisitor)) -> Vec<FigureRow> {
    let mut visitor = Collect { path: Path::new(), rows: Vec::new(), money };
    walk(&mut visitor);
    visitor.rows
}

struct Collect {
    path: Path,
    rows: Vec<FigureRow>,
    money: Denomination,
}

impl FigureVisitor for Collect {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn figure(&mut self, figure: &'static Figure, value: f64) {
        let range = Interval { low: value, high: value };
        let (path, money) = (self.path.join(figure.name), self.money);
        self.rows.push(FigureRow { path, figure, value, range, money, source: None });
    }
}
