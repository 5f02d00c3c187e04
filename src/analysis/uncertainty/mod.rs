//! How sure, by sampling: a scenario evaluated at thousands of points of its doubtful inputs.
//!
//! The closed form of [`range`](super::range) is exact for products of lognormals; this holds for all else too: what is
//! skewed, what saturates, what is bounded, what moves together. Every doubtful input is drawn from its own distribution, by
//! the inverse of it at a coordinate of a Sobol point; what is one quantity has one coordinate in every scenario and every
//! pool, so that what is common to two sides cancels out of their ratio. One quantity are an input of the world, such as the
//! price of electricity, on all sides; the price or power of a device wherever that device stands, but not those of another
//! device; what was announced of a cluster; what was published of a model; and how far its run on a device is off. The same
//! seed gives the same bits natively and in WebAssembly, over one thread or many.
//!
//! # References
//! - Caflisch (1998), "Monte Carlo and quasi-Monte Carlo methods", Acta Numerica 7

mod copula;
mod directions;
pub(crate) mod doubts;
mod draws;
mod marginal;
pub mod normal;
mod quantiles;
mod sobol;
pub(crate) mod subject;

pub use copula::Correlation;
pub use draws::Watch;
pub use marginal::Marginal;
pub use quantiles::Histogram;
pub use sobol::{Points, Sobol};

use super::absent::no_figure;
use super::compare::Comparison;
use super::notes::missing;
use super::range::Interval;
use super::rows::{FigureRow, figures};
use crate::error::{Amount, Code, Error, Note, Noun};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::Measure;
use copula::{Copula, Drawn};
use core::ops::RangeInclusive;
use doubts::{Doubt, doubts};
use draws::{Draws, Side, Wanted};
use quantiles::{SHARES, quantiles};
use subject::quantity;

/// What is asked of a sampling.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sampling {
    /// How many points. Powers of two fill the cube most evenly.
    pub samples: u64,
    /// What the shift of the points follows from.
    pub seed: u64,
    /// The figures, by path; all of them, where none is named.
    pub paths: Vec<String>,
    /// Inputs that move together; all others are drawn independently.
    pub correlations: Vec<Correlation>,
    /// Threads to share the points out over, natively and behind the feature `parallel`; what comes out is the same.
    pub threads: u32,
}

/// Points where nobody says how many: the ends of a 90 % interval then stand to about 1 % of its width.
const SAMPLES: u64 = 8_192;
/// The most values that are kept at once, of all figures and all sides together: 512 MiB of them.
const MOST_VALUES: u64 = 1 << 26;

impl Default for Sampling {
    fn default() -> Self {
        Self { samples: SAMPLES, seed: 0, paths: Vec::new(), correlations: Vec::new(), threads: 1 }
    }
}

impl Sampling {
    /// Of all figures, at 8,192 points.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same at so many points.
    #[must_use]
    pub const fn with_samples(mut self, samples: u64) -> Self {
        self.samples = samples;
        self
    }

    /// The same with another seed.
    #[must_use]
    pub const fn with_seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The same of some figures, by their paths.
    #[must_use]
    pub fn of(mut self, paths: &[&str]) -> Self {
        self.paths = paths.iter().map(|path| (*path).to_owned()).collect();
        self
    }

    /// The same with a rank correlation between two inputs.
    #[must_use]
    pub fn with_correlation(mut self, a: &str, b: &str, rank: f64) -> Self {
        self.correlations.push(Correlation { between: [a.to_owned(), b.to_owned()], rank });
        self
    }

    /// The same over so many threads.
    #[must_use]
    pub const fn with_threads(mut self, threads: u32) -> Self {
        self.threads = threads;
        self
    }

    /// How many points, where so many figures are kept of each.
    fn count(&self, figures: usize) -> Result<u32, Error> {
        let most = MOST_VALUES / u64::try_from(figures.max(1)).unwrap_or(u64::MAX);
        let count = u32::try_from(self.samples).ok().filter(|count| (1..=most).contains(&u64::from(*count)));
        count.ok_or_else(|| not_so_many(self.samples, 1..=most))
    }
}

/// The refusal of so many points, and how many there may be.
pub(crate) fn not_so_many(samples: u64, allowed: RangeInclusive<u64>) -> Error {
    let amount = |name, base| Amount { name, kind: f64::KIND, base, unit: "" };
    let [min, max] = [allowed.start(), allowed.end()].map(|end| float(*end));
    let amounts = vec![amount("value", float(samples)), amount("min", min), amount("max", max)];
    Error::new(Code::NotWhole, vec![("field", "samples".to_owned())]).with_amounts(amounts)
}

/// A count as a number.
#[allow(clippy::as_conversions, clippy::cast_precision_loss, reason = "only shown, or far below 2⁵³")]
const fn float(count: u64) -> f64 {
    count as f64
}

/// A figure, drawn.
#[derive(Clone, Debug)]
pub struct Spread {
    /// The figure where all inputs are at their centre, with its interval in closed form.
    pub row: FigureRow,
    /// Its draws in base units, in the order of the points; no number where there is no such figure.
    pub draws: Vec<f64>,
    /// The median.
    pub median: f64,
    /// The 50 % interval: the 25th and the 75th percentile.
    pub half: Interval,
    /// The 90 % interval: the 5th and the 95th percentile.
    pub ninety: Interval,
    /// The mean.
    pub mean: f64,
}

impl Spread {
    /// A figure and its draws; `None` where none of them is a number. `room` is for those that are numbers.
    fn of(row: FigureRow, draws: Vec<f64>, room: &mut Vec<f64>) -> Option<Self> {
        let numbers = numbers(&draws, room);
        let mean = numbers.iter().sum::<f64>() / float(u64::try_from(numbers.len()).unwrap_or(u64::MAX));
        let [low, lower, median, upper, high] = quantiles(numbers, SHARES)?;
        let (half, ninety) = (Interval { low: lower, high: upper }, Interval { low, high });
        Some(Self { row, draws, median, half, ninety, mean })
    }

    /// The values below which lie such shares of the draws; all of them in one pass.
    #[must_use]
    pub fn quantiles<const N: usize>(&self, shares: [f64; N]) -> [f64; N] {
        quantiles(numbers(&self.draws, &mut Vec::new()), shares).unwrap_or([f64::NAN; N])
    }

    /// The draws in so many bins, from the 1st to the 99th percentile.
    #[must_use]
    pub fn histogram(&self, bins: u16) -> Histogram {
        let [from, to] = self.bulk();
        self.histogram_between(from, to, bins)
    }

    /// The draws in so many bins between two ends, such as those of another side.
    #[must_use]
    pub fn histogram_between(&self, from: f64, to: f64, bins: u16) -> Histogram {
        Histogram::of(&self.draws, from, to, bins)
    }

    /// The 1st and the 99th percentile.
    #[must_use]
    pub fn bulk(&self) -> [f64; 2] {
        self.quantiles([0.01, 0.99])
    }

    /// The share of draws that are less than a value.
    #[must_use]
    pub fn less_than(&self, value: f64) -> f64 {
        share(self.draws.iter().filter(|draw| !draw.is_nan()).map(|draw| *draw < value))
    }
}

/// The draws that are numbers: all, or those for which there is room.
fn numbers<'a>(draws: &'a [f64], room: &'a mut Vec<f64>) -> &'a [f64] {
    if !draws.iter().any(|draw| draw.is_nan()) {
        return draws;
    }
    room.clear();
    room.extend(draws.iter().filter(|draw| !draw.is_nan()));
    room
}

/// Which share of answers is yes.
fn share(answers: impl Iterator<Item = bool>) -> f64 {
    let (yes, all) = answers.fold((0_u64, 0_u64), |(yes, all), answer| (yes + u64::from(answer), all + 1));
    float(yes) / float(all)
}

/// How a figure of one scenario stands to that of another, at the same points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beats {
    /// The probability that it is less.
    pub less: f64,
    /// The probability that it is the same.
    pub equal: f64,
    /// The probability that it is more.
    pub more: f64,
    /// The median of how many times the other it is.
    pub ratio: f64,
    /// The 90 % interval of that.
    pub ninety: Interval,
}

/// With which probability a figure of one scenario is less than that of another, and how many times the other it is; `None`
/// where there is no point at which both are known.
///
/// Whether less is better is for the figure to say: of a cost it is, of a rate it is not.
#[must_use]
pub fn beats(one: &Spread, other: &Spread) -> Option<Beats> {
    let pairs = one.draws.iter().zip(&other.draws).filter(|(a, b)| !a.is_nan() && !b.is_nan());
    let mut ratios: Vec<_> = pairs.clone().map(|(a, b)| if a == b { 1.0 } else { a / b }).collect();
    ratios.retain(|ratio| !ratio.is_nan());
    let [low, ratio, high] = quantiles(&ratios, [0.05, 0.5, 0.95])?;
    let (less, more) = (share(pairs.clone().map(|(a, b)| a < b)), share(pairs.map(|(a, b)| a > b)));
    Some(Beats { less, equal: 1.0 - less - more, more, ratio, ninety: Interval { low, high } })
}

/// A scenario, drawn.
#[derive(Clone, Debug)]
pub struct Uncertainty {
    /// The result where all inputs are at their centre.
    pub estimate: Estimate,
    /// The figures asked for, in the order of their computation.
    pub figures: Vec<Spread>,
    /// How many points were drawn.
    pub samples: u32,
    /// The seed.
    pub seed: u64,
    /// How many inputs are in doubt.
    pub inputs: usize,
    /// The share of points at which there is no result: those of a layout that does not fit there, or of inputs that exclude
    /// each other, as setting them would be refused. The figures are those of the other points.
    pub failed: f64,
}

impl Uncertainty {
    /// A figure by its path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Spread> {
        self.figures.iter().find(|spread| spread.row.path == path)
    }

    /// What is to be known of the draws.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let amount = |name, base| Amount { name, kind: f64::KIND, base, unit: "" };
        let inputs = float(u64::try_from(self.inputs).unwrap_or(u64::MAX));
        let amounts = vec![amount("samples", f64::from(self.samples)), amount("inputs", inputs)];
        let args = vec![("seed", self.seed.to_string())];
        let drawn = Note { amounts, ..Note::new(Code::NoteDraws, args) };
        let amounts = vec![amount("share", libm::round(1000.0 * self.failed) / 10.0)];
        let failed = Note { amounts, ..Note::new(Code::NoteFailedDraws, vec![]) };
        let absent = self.figures.is_empty().then(|| missing(&self.estimate)).flatten();
        [drawn].into_iter().chain((self.failed > 0.0).then_some(failed)).chain(absent).collect()
    }
}

/// A scenario at thousands of points of its doubtful inputs: median, 50 % and 90 % intervals of its figures, and the draws.
///
/// It keeps 8 bytes for each point and figure. `watch` is called with the share that is done, and may break it off.
///
/// ```
/// use std::ops::ControlFlow;
/// use wattflop::analysis::{Sampling, beats, uncertainties, uncertainty};
/// use wattflop::prelude::*;
///
/// let year = |id| Cluster::preset(id).map(|cluster| Scenario::operation(Operation::year(), cluster));
/// let mut watch = |_share_done| ControlFlow::Continue(());
/// let cost = "cost.annuity.per_device_hour";
///
/// let ask = Sampling::new().with_samples(2_048).of(&[cost]).with_correlation("site.pue", "cluster.load", -0.3);
/// let drawn = uncertainty(&year("colossus-1")?, &ask, &mut watch)?;
/// let hour = drawn.at(cost).unwrap();
/// assert!(hour.ninety.low < hour.half.low && hour.half.low < hour.median);
///
/// let sides = compare(&[year("colossus-1")?, year("stargate-abilene")?])?;
/// let [a, b] = &uncertainties(&sides, &ask, &mut watch)?[..] else { unreachable!() };
/// let stands = beats(a.at(cost).unwrap(), b.at(cost).unwrap()).unwrap();
/// assert!(stands.less > 0.5); // an hour of Colossus costs less than one of Stargate, with this probability
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// When the scenario cannot be evaluated; there is no such figure, or no input in doubt of such a path; the points are none
/// or more than there is memory for; at none of them is there a result, such as of shares that never sum to one; correlations
/// exclude each other; more inputs are in doubt than there are dimensions; or it was cancelled.
pub fn uncertainty(scenario: &Scenario, ask: &Sampling, watch: Watch) -> Result<Uncertainty, Error> {
    let estimate = scenario.clone().evaluate()?;
    let drawn = drawn(core::slice::from_ref(&estimate), ask, watch)?;
    drawn.into_iter().next().ok_or_else(|| Error::new(Code::Cancelled, vec![]))
}

/// The sides of a comparison, each as [`uncertainty`] draws it, all at the same points, in their order.
///
/// # Errors
/// As of [`uncertainty`]; a figure need only be one of some side.
pub fn uncertainties(
    comparison: &Comparison,
    ask: &Sampling,
    watch: Watch,
) -> Result<Vec<Uncertainty>, Error> {
    drawn(&comparison.sides, ask, watch)
}

/// A result that is to be drawn: its figures, those asked for, and its inputs in doubt.
struct Prepared<'a> {
    estimate: &'a Estimate,
    rows: Vec<FigureRow>,
    wanted: Wanted,
    doubts: Vec<Doubt>,
}

impl<'a> Prepared<'a> {
    fn of(estimate: &'a Estimate, paths: &[String]) -> Self {
        let rows = figures(estimate);
        Self { wanted: wanted(&rows, paths), rows, doubts: doubts(estimate), estimate }
    }

    /// It with each input in doubt at its coordinate.
    fn side(&self, drawn: &Drawn) -> Side {
        let Self { estimate, rows, wanted, doubts } = self;
        let coordinates = drawn.iter().map(|(_, coordinate)| *coordinate);
        Side::of(&estimate.scenario, doubts.iter().zip(coordinates), wanted.clone(), rows.len())
    }

    /// What comes of the columns of its figures, in their order.
    fn told(self, columns: Vec<Vec<f64>>, samples: u32, seed: u64, room: &mut Vec<f64>) -> Uncertainty {
        let Self { estimate, rows, wanted, doubts } = self;
        let failed = failed(&columns, samples);
        let rows = wanted.places.iter().filter_map(|place| rows.get(*place));
        let figures =
            rows.zip(columns).filter_map(|(row, draws)| Spread::of(row.clone(), draws, room)).collect();
        Uncertainty { estimate: estimate.clone(), figures, samples, seed, inputs: doubts.len(), failed }
    }
}

fn drawn(estimates: &[Estimate], ask: &Sampling, watch: Watch) -> Result<Vec<Uncertainty>, Error> {
    let prepared: Vec<_> = estimates.iter().map(|estimate| Prepared::of(estimate, &ask.paths)).collect();
    check_paths(&ask.paths, &prepared)?;
    let samples = ask.count(prepared.iter().map(|side| side.wanted.places.len()).sum())?;
    let (coordinates, dimensions) = coordinates(&prepared);
    let copula = Copula::of(&ask.correlations, &coordinates)?;
    let sobol = Sobol::shifted(dimensions, ask.seed);
    let sobol = sobol.ok_or_else(|| too_many(dimensions, Sobol::DIMENSIONS))?;
    let sides: Vec<_> = prepared.iter().zip(&coordinates).map(|(side, drawn)| side.side(drawn)).collect();
    let draws = Draws { sides: &sides, sobol: &sobol, copula: &copula, samples, threads: ask.threads };
    let columns = draws.columns(watch).ok_or_else(|| Error::new(Code::Cancelled, vec![]))?;
    let (mut columns, mut room) = (columns.into_iter(), Vec::new());
    let told = |(side, moved): (Prepared, &Side)| {
        let own = columns.by_ref().take(side.wanted.places.len()).collect();
        let told = side.told(own, samples, ask.seed, &mut room);
        let refusal = (told.failed >= 1.0).then(|| draws.refusal(moved)).flatten();
        refusal.map_or(Ok(told), Err)
    };
    prepared.into_iter().zip(&sides).map(told).collect()
}

/// The figures asked for, in the order of all.
fn wanted(rows: &[FigureRow], paths: &[String]) -> Wanted {
    let is_wanted = |row: &FigureRow| paths.is_empty() || paths.contains(&row.path);
    let rows = rows.iter().enumerate().filter(|(_, row)| is_wanted(row));
    let (places, paths) = rows.map(|(place, row)| (place, row.path.clone())).unzip();
    Wanted { places, paths }
}

/// Refuses a figure that no side has.
fn check_paths(paths: &[String], sides: &[Prepared]) -> Result<(), Error> {
    let known = || sides.iter().flat_map(|side| &side.rows).map(|row| row.path.clone());
    let absent = paths.iter().find(|path| !known().any(|known| known == **path));
    let Some((path, side)) = absent.zip(sides.first()) else { return Ok(()) };
    Err(no_figure(side.estimate, path, Error::unknown_among(Noun::Figure, path, &mut known())))
}

/// The coordinates of the inputs in doubt of each side, and how many there are: one for each quantity.
fn coordinates<'a>(sides: &'a [Prepared]) -> (Vec<Drawn<'a>>, usize) {
    let mut quantities: Vec<String> = Vec::new();
    let mut coordinate = |quantity: String| {
        quantities.iter().position(|known| *known == quantity).unwrap_or_else(|| {
            quantities.push(quantity);
            quantities.len() - 1
        })
    };
    let mut drawn = Vec::new();
    for Prepared { estimate, doubts, .. } in sides {
        let paths = doubts.iter().map(|doubt| doubt.row.path.as_str());
        drawn.push(paths.map(|path| (path, coordinate(quantity(&estimate.scenario, path)))).collect());
    }
    (drawn, quantities.len())
}

/// The refusal of more inputs in doubt than there are dimensions for.
pub(crate) fn too_many(count: usize, most: usize) -> Error {
    let args = vec![("count", count.to_string()), ("max", most.to_string())];
    Error::new(Code::TooManyDoubts, args)
}

/// The share of points at which no figure is a number; none of a side that has none of the figures at all.
fn failed(columns: &[Vec<f64>], samples: u32) -> f64 {
    if columns.is_empty() {
        return 0.0;
    }
    let is_failed =
        |place: usize| columns.iter().all(|draws| draws.get(place).is_none_or(|draw| draw.is_nan()));
    share((0..usize::try_from(samples).unwrap_or(0)).map(is_failed))
}
