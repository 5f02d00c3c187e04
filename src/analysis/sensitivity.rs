//! What matters most: for one figure, what each doubtful input does to it alone, and what share of its variance it brings.

use super::absent::no_figure;
use super::range::Interval;
use super::rows::{FigureRow, figures};
use super::uncertainty::doubts::{Doubt, Moved, Placed, doubts};
use super::uncertainty::{Sobol, Watch};
use super::{InputRow, inputs};
use crate::error::{Code, Error, Noun};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::order::put_in_order;
use crate::quantities::{Devices, Measure};

/// A doubtful input, by what it does to a figure.
#[derive(Clone, Debug)]
pub struct Cause {
    /// The input.
    pub row: InputRow,
    /// The figure where the input is at its 5th and at its 95th percentile, all others at their centre.
    pub ends: [f64; 2],
    /// By how many percent the figure changes for one percent of the input; `None` where either is zero or less.
    pub elasticity: Option<f64>,
    /// The share of the figure's variance that it brings.
    pub index: Index,
}

impl Cause {
    /// How far the figure moves between the input's ends.
    #[must_use]
    pub fn swing(&self) -> f64 {
        let [low, high] = self.ends;
        (high - low).abs()
    }

    /// The figure's least and most where the input moves alone.
    #[must_use]
    pub fn between(&self, centre: f64) -> Interval {
        let [a, b] = self.ends;
        Interval { low: a.min(b).min(centre), high: a.max(b).max(centre) }
    }
}

/// The shares of a variance that an input brings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Index {
    /// Alone: the first-order index.
    pub first: f64,
    /// With all that it does together with others: the total index.
    pub total: f64,
}

/// What a figure's doubt comes from.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// The result where all inputs are at their centre.
    pub estimate: Estimate,
    /// The figure there.
    pub row: FigureRow,
    /// The doubtful inputs that move it, the one that matters most first: by the total index.
    pub causes: Vec<Cause>,
    /// The points of each of the two samples that the shares of variance stand on.
    pub samples: u32,
    /// The seed.
    pub seed: u64,
}

/// The share of the variance that a cause must bring to be named.
const NAMED: f64 = 0.05;

impl Sensitivity {
    /// The inputs that matter most: at most three, each with a share worth naming; at least one.
    #[must_use]
    pub fn first_causes(&self) -> &[Cause] {
        let count = self.causes.iter().take(3).take_while(|cause| cause.index.total >= NAMED).count();
        self.causes.get(..count.max(1)).unwrap_or(&self.causes)
    }

    /// The share of the variance that no input brings alone.
    #[must_use]
    pub fn together(&self) -> f64 {
        (1.0 - self.causes.iter().map(|cause| cause.index.first).sum::<f64>()).max(0.0)
    }
}

/// What the doubt in a figure comes from: what each input does to it between its ends, by the percent, and which share of its
/// variance it brings.
///
/// ```
/// use std::ops::ControlFlow;
/// use wattflop::analysis::sensitivity;
/// use wattflop::prelude::*;
///
/// let year = Scenario::operation(Operation::year(), Cluster::preset("colossus-1")?);
/// let found = sensitivity(&year, "power.facility.average", 1_024, 0, &mut |_| ControlFlow::Continue(()))?;
/// let first = &found.causes[0];
/// println!("{} brings {:.0} % of the variance", first.row.path, 100.0 * first.index.total);
/// assert_eq!(first.row.path, "cluster.load");
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// When the scenario cannot be evaluated, has no such figure, nothing that the figure depends on is in doubt, the points are
/// fewer than 64 or more than 2²⁰, or it was cancelled.
pub fn sensitivity(
    scenario: &Scenario,
    path: &str,
    samples: u64,
    seed: u64,
    watch: Watch,
) -> Result<Sensitivity, Error> {
    let estimate = scenario.clone().evaluate()?;
    let count = checked(samples)?;
    let mut model = Model::of(&estimate, path)?;
    let doubts: Vec<_> = doubts(&estimate).into_iter().filter(|doubt| model.is_moved(doubt)).collect();
    if doubts.is_empty() {
        return Err(Error::new(Code::NoDoubt, vec![("field", path.to_owned())]));
    }
    let marginals: Vec<_> = doubts.iter().map(|doubt| (doubt.place, doubt.marginal())).collect();
    let mut values: Vec<Placed> = Vec::new();
    let indices = {
        let at_point = |point: &[f64]| {
            values.clear();
            values.extend(
                marginals.iter().zip(point).map(|((place, marginal), share)| (*place, marginal.at(*share))),
            );
            model.at(&values)
        };
        indices(doubts.len(), count, seed, at_point, watch)?
    };
    doubts.iter().for_each(|doubt| model.moved.put(&[(doubt.place, doubt.value)]));
    let causes = doubts.into_iter().zip(indices).map(|(doubt, index)| model.cause(doubt, index));
    let mut causes: Vec<_> = causes.collect();
    put_in_order(&mut causes, |a, b| a.index.total > b.index.total);
    Ok(Sensitivity { row: model.row.clone(), estimate, causes, samples: count, seed })
}

/// The fewest points of a sample: with fewer, shares of variance are noise, and may be far over all of it.
const LEAST_SAMPLES: u64 = 64;
/// The most points of a sample.
const MOST_SAMPLES: u64 = 1 << 20;

fn checked(samples: u64) -> Result<u32, Error> {
    let count = u32::try_from(samples).ok().filter(|_| (LEAST_SAMPLES..=MOST_SAMPLES).contains(&samples));
    count.ok_or_else(|| super::uncertainty::not_so_many(samples, LEAST_SAMPLES..=MOST_SAMPLES))
}

/// How far from its centre an input is moved for an elasticity, of itself: the error of a central difference is then far below
/// what is shown, and its rounding too.
const STEP: f64 = 1e-4;

/// By how many percent a figure changes for one percent of each input of a scenario, whether in doubt or not; those that do not
/// move it are left out.
///
/// # Errors
/// When the scenario cannot be evaluated, or has no such figure.
pub fn elasticities(scenario: &Scenario, path: &str) -> Result<Vec<(InputRow, f64)>, Error> {
    let estimate = scenario.clone().evaluate()?;
    let mut model = Model::of(&estimate, path)?;
    let rows = inputs(&estimate.scenario).into_iter().enumerate();
    let known = rows.filter_map(|(place, row)| Some(Doubt { place, value: row.value?, row }));
    let elastic = known.filter_map(|input| Some((model.elasticity(&input)?, input.row)));
    Ok(elastic
        .filter(|(elasticity, _)| *elasticity != 0.0)
        .map(|(elasticity, row)| (row, elasticity))
        .collect())
}

/// A figure as a function of inputs.
struct Model {
    moved: Moved,
    row: FigureRow,
    place: usize,
    /// Room for the figures.
    values: Vec<f64>,
}

impl Model {
    fn of(estimate: &Estimate, path: &str) -> Result<Self, Error> {
        let rows = figures(estimate);
        let found = rows.iter().position(|row| row.path == path);
        let place_and_row = found.and_then(|place| Some((place, rows.get(place)?.clone())));
        let known = || rows.iter().map(|row| row.path.clone());
        let unknown = || Error::unknown_among(Noun::Figure, path, &mut known());
        let (place, row) = place_and_row.ok_or_else(|| no_figure(estimate, path, unknown()))?;
        Ok(Self { moved: Moved::of(&estimate.scenario), row, place, values: Vec::new() })
    }

    /// The figure with inputs at such values; no number where there is none.
    fn at(&mut self, values: &[Placed]) -> f64 {
        let Ok(stages) = self.moved.at(values) else { return f64::NAN };
        stages.values(&mut self.values);
        self.values.get(self.place).copied().unwrap_or(f64::NAN)
    }

    /// The figure with one input at a value, the others at their centre.
    fn alone(&mut self, input: &Doubt, value: f64) -> f64 {
        let figure = self.at(&[(input.place, value)]);
        self.moved.put(&[(input.place, input.value)]);
        figure
    }

    fn is_moved(&mut self, input: &Doubt) -> bool {
        let centre = self.row.value;
        input.ends().into_iter().any(|end| self.alone(input, end) != centre)
    }

    fn cause(&mut self, input: Doubt, index: Index) -> Cause {
        let ends = input.ends().map(|end| self.alone(&input, end));
        Cause { ends, elasticity: self.elasticity(&input), index, row: input.row }
    }

    /// The slope in logarithms, between two values about the centre that the domain allows.
    fn elasticity(&mut self, input: &Doubt) -> Option<f64> {
        let domain = input.row.input.domain;
        let at = [1.0 - STEP, 1.0 + STEP].map(|factor| domain.bounded(input.value * factor));
        let [low, high] = at.map(|value| self.alone(input, value));
        let [from, to] = at;
        // Devices are whole, but so many that the slope between two counts says what a percent of them does.
        let is_smooth = !domain.whole || input.row.input.kind.name == Devices::KIND.name;
        let is_positive = from > 0.0 && low > 0.0 && high > 0.0 && high.is_finite() && is_smooth;
        (is_positive && from < to).then(|| libm::log(high / low) / libm::log(to / from))
    }
}

/// Evaluations between two looks at whether to go on: a few milliseconds in a page, which hears no one meanwhile.
const BETWEEN_LOOKS: usize = 1024;

/// The Sobol indices of a function on the unit cube, by two samples and those that take one coordinate from the other: so many
/// points each, evaluated twice and once for each coordinate. Points at which the function is no number are left out.
///
/// # References
/// - Saltelli et al. (2010), "Variance based sensitivity analysis of model output", Computer Physics Communications 181,
///   table 2: the first order by (b), the total by (f), which is Jansen's (1999)
///
/// # Errors
/// When there are no direction numbers for twice the dimensions, or it was cancelled.
pub fn indices(
    dimensions: usize,
    samples: u32,
    seed: u64,
    mut function: impl FnMut(&[f64]) -> f64,
    watch: Watch,
) -> Result<Vec<Index>, Error> {
    let most = Sobol::DIMENSIONS / 2;
    let sobol =
        Sobol::shifted(2 * dimensions, seed).ok_or_else(|| super::uncertainty::too_many(dimensions, most))?;
    let (mut points, mut point) = (sobol.from(0), vec![0.5; 2 * dimensions]);
    let (mut sums, mut shift, mut unseen) = (Sums::of(dimensions), None, BETWEEN_LOOKS);
    for place in 0..samples {
        if unseen >= BETWEEN_LOOKS {
            unseen = 0;
            if watch(f64::from(place) / f64::from(samples)).is_break() {
                return Err(Error::new(Code::Cancelled, vec![]));
            }
        }
        unseen += 2 + dimensions;
        points.next(&mut point);
        let (a, b) = point.split_at_mut(dimensions);
        let [at_a, at_b] = [function(a), function(b)];
        // Taken off all values: the first order is a difference of products, which a large mean would drown.
        let shift = *shift.get_or_insert(at_a);
        let (at_a, at_b) = (at_a - shift, at_b - shift);
        sums.both(at_a, at_b);
        for (axis, other) in b.iter().enumerate() {
            let own = swapped(a, axis, *other);
            sums.mixed(axis, at_a, at_b, function(a) - shift);
            swapped(a, axis, own);
        }
    }
    Ok(sums.indices())
}

/// Puts a coordinate in place of another, which it returns.
fn swapped(point: &mut [f64], axis: usize, coordinate: f64) -> f64 {
    point.get_mut(axis).map_or(coordinate, |place| core::mem::replace(place, coordinate))
}

/// The sums that the estimators are made of, in the order of the points.
struct Sums {
    count: f64,
    sum: f64,
    squares: f64,
    axes: Vec<[f64; 3]>,
}

impl Sums {
    fn of(dimensions: usize) -> Self {
        Self { count: 0.0, sum: 0.0, squares: 0.0, axes: vec![[0.0; 3]; dimensions] }
    }

    fn both(&mut self, a: f64, b: f64) {
        for value in [a, b].into_iter().filter(|value| value.is_finite()) {
            self.count += 1.0;
            self.sum += value;
            self.squares += value * value;
        }
    }

    fn mixed(&mut self, axis: usize, a: f64, b: f64, mixed: f64) {
        let Some([count, first, total]) = self.axes.get_mut(axis) else { return };
        if (a + b + mixed).is_finite() {
            *count += 1.0;
            *first += b * (mixed - a);
            *total += (a - mixed) * (a - mixed) / 2.0;
        }
    }

    fn indices(&self) -> Vec<Index> {
        let mean = self.sum / self.count;
        let variance = self.squares / self.count - mean * mean;
        let index = |[count, first, total]: &[f64; 3]| Index {
            first: first / count / variance,
            total: total / count / variance,
        };
        let known = |axis: &[f64; 3]| if variance > 0.0 { index(axis) } else { Index::default() };
        self.axes.iter().map(known).collect()
    }
}
