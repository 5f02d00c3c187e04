//! Inputs that move together: a Gaussian copula.
//!
//! What stands together on no side, such as the prices of unlike devices, is independent but for what both move with.

use super::normal;
use crate::error::{Amount, Code, Error, Noun};
use crate::quantities::Measure;
use crate::quantities::order::put_in_order;

/// That two inputs move together, by their paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlation {
    /// The inputs.
    pub between: [String; 2],
    /// Their rank correlation (Spearman's), from −1 to 1.
    pub rank: f64,
}

/// The inputs in doubt of a side, by path, and their coordinates.
pub(super) type Drawn<'a> = Vec<(&'a str, usize)>;

/// Scores that move together: the coordinates that do, and the lower Cholesky factor of their correlations, row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Copula {
    places: Vec<usize>,
    factor: Vec<Vec<f64>>,
}

/// The least that a pivot may be: below, the matrix is not positive definite in doubles.
const LEAST_PIVOT: f64 = 1e-9;
/// Halvings in the search for what would be possible.
const HALVINGS: u8 = 40;

impl Copula {
    /// The correlations of some of the inputs of all sides, by their paths.
    pub(super) fn of(correlations: &[Correlation], sides: &[Drawn]) -> Result<Self, Error> {
        let mut pairs: Vec<Pair> = Vec::new();
        for correlation in correlations {
            let own = located(correlation, sides)?;
            if own.iter().any(|[a, b]| a == b || pairs.iter().any(|pair| pair.is_of(*a, *b))) {
                return Err(named(Code::CorrelatedTwice, correlation));
            }
            pairs.extend(own.into_iter().map(|between| Pair { between, rank: correlation.rank }));
        }
        let together = Together { places: places(&pairs, sides), pairs, sides };
        let factor = together.factor(1.0).ok_or_else(|| impossible(correlations, &together))?;
        Ok(Self { places: together.places, factor })
    }

    /// Makes the coordinates of a point move together; `scores` is room for their scores.
    pub(super) fn apply(&self, point: &mut [f64], scores: &mut Vec<f64>) {
        let coordinates = self.places.iter().map(|place| point.get(*place).copied().unwrap_or(0.5));
        scores.clear();
        scores.extend(coordinates.map(normal::quantile));
        for (place, row) in self.places.iter().zip(&self.factor) {
            let score: f64 = row.iter().zip(scores.iter()).map(|(weight, score)| weight * score).sum();
            point.get_mut(*place).into_iter().for_each(|share| *share = inside(normal::share(score)));
        }
    }
}

/// A share strictly between 0 and 1.
fn inside(share: f64) -> f64 {
    share.clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON)
}

/// The correlation of normal scores that have such a rank correlation: `2·sin(π·ρ/6)`, Pearson (1907).
fn of_scores(rank: f64) -> f64 {
    2.0 * libm::sin(core::f64::consts::PI * rank / 6.0)
}

/// A rank correlation of two coordinates.
struct Pair {
    between: [usize; 2],
    rank: f64,
}

impl Pair {
    fn is_of(&self, a: usize, b: usize) -> bool {
        self.between == [a, b] || self.between == [b, a]
    }
}

/// The coordinates of the two inputs, on each side that has both.
fn located(correlation: &Correlation, sides: &[Drawn]) -> Result<Vec<[usize; 2]>, Error> {
    if !(-1.0..=1.0).contains(&correlation.rank) {
        let amount = |name, base| Amount { name, kind: f64::KIND, base, unit: "" };
        let amounts = vec![amount("value", correlation.rank), amount("min", -1.0), amount("max", 1.0)];
        return Err(named(Code::OutOfDomain, correlation).with_amounts(amounts));
    }
    let at = |side: &Drawn, path: &str| side.iter().find(|(known, _)| *known == path).map(|(_, at)| *at);
    let [a, b] = &correlation.between;
    for path in [a, b] {
        if sides.iter().all(|side| at(side, path).is_none()) {
            let known = &mut sides.iter().flatten().map(|(path, _)| (*path).to_owned());
            return Err(Error::unknown_among(Noun::DoubtfulInput, path, known));
        }
    }
    let mut found: Vec<[usize; 2]> = Vec::new();
    for between in sides.iter().filter_map(|side| Some([at(side, a)?, at(side, b)?])) {
        if !found.contains(&between) {
            found.push(between);
        }
    }
    Ok(found)
}

/// Whether a coordinate is one of a side.
fn is_on(side: &Drawn, coordinate: usize) -> bool {
    side.iter().any(|(_, known)| *known == coordinate)
}

/// The coordinates that move together, each once: those of most sides first, which all others follow.
fn places(pairs: &[Pair], sides: &[Drawn]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for place in pairs.iter().flat_map(|pair| pair.between) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let on = |place: &usize| sides.iter().filter(|side| is_on(side, *place)).count();
    put_in_order(&mut places, |a, b| on(a) > on(b));
    places
}

/// An error that names the pair.
fn named(code: Code, Correlation { between: [a, b], .. }: &Correlation) -> Error {
    Error::new(code, vec![("field", format!("{a}, {b}"))])
}

/// Coordinates that move together, pair by pair.
struct Together<'a> {
    places: Vec<usize>,
    pairs: Vec<Pair>,
    sides: &'a [Drawn<'a>],
}

impl Together<'_> {
    /// The correlation of the scores of two coordinates, all ranks times a factor; `None` where no side has both.
    fn correlation(&self, a: usize, b: usize, times: f64) -> Option<f64> {
        let pair = self.pairs.iter().find(|pair| pair.is_of(a, b));
        let is_together = self.sides.iter().any(|side| is_on(side, a) && is_on(side, b));
        is_together.then(|| pair.map_or(0.0, |pair| of_scores(pair.rank * times)))
    }

    /// The lower Cholesky factor of the correlations of scores, all ranks times a factor; `None` where they are not positive
    /// definite. No weight means independent but for what comes before.
    fn factor(&self, times: f64) -> Option<Vec<Vec<f64>>> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(self.places.len());
        for place in &self.places {
            let mut row: Vec<f64> = Vec::with_capacity(rows.len() + 1);
            for (other, above) in self.places.iter().zip(&rows) {
                let done: f64 = row.iter().zip(above).map(|(a, b)| a * b).sum();
                let pivot = above.last()?;
                let entry = self.correlation(*place, *other, times);
                row.push(entry.map_or(0.0, |entry| (entry - done) / pivot));
            }
            let pivot = 1.0 - row.iter().map(|weight| weight * weight).sum::<f64>();
            row.push(Some(pivot).filter(|pivot| *pivot > LEAST_PIVOT).map(f64::sqrt)?);
            rows.push(row);
        }
        Some(rows)
    }
}

/// The refusal of correlations that exclude each other, with the factor at which they would not.
fn impossible(correlations: &[Correlation], together: &Together) -> Error {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if together.factor(middle).is_some() { low = middle } else { high = middle }
    }
    let all = correlations.iter().map(|Correlation { between: [a, b], rank }| format!("{a}, {b}: {rank}"));
    let possible = f64::floor(low * 100.0) / 100.0;
    let amounts = vec![Amount { name: "factor", kind: f64::KIND, base: possible, unit: "" }];
    Error::new(Code::NotDefinite, vec![("field", all.collect::<Vec<_>>().join("; "))]).with_amounts(amounts)
}
