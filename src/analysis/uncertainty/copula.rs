//! Inputs that move together: a Gaussian copula.

use super::normal;
use crate::error::{Amount, Code, Error, Noun};
use crate::quantities::Measure;

/// That two inputs move together, by their paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlation {
    /// The inputs.
    pub between: [String; 2],
    /// Their rank correlation (Spearman's), from −1 to 1.
    pub rank: f64,
}

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
    /// The correlations of some of the inputs, by their paths.
    pub(super) fn of(correlations: &[Correlation], paths: &[&str]) -> Result<Self, Error> {
        let mut places = Vec::new();
        let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
        for correlation in correlations {
            let [a, b] = located(correlation, paths, &mut places)?;
            if a == b || pairs.iter().any(|(c, d, _)| (*c, *d) == (a, b) || (*c, *d) == (b, a)) {
                return Err(named(Code::CorrelatedTwice, correlation));
            }
            pairs.push((a, b, correlation.rank));
        }
        let factor = factor(places.len(), &pairs, 1.0)
            .ok_or_else(|| impossible(correlations, places.len(), &pairs))?;
        Ok(Self { places, factor })
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

/// Where the two inputs stand among those that move together, to which they are added.
fn located(correlation: &Correlation, paths: &[&str], places: &mut Vec<usize>) -> Result<[usize; 2], Error> {
    if !(-1.0..=1.0).contains(&correlation.rank) {
        let amount = |name, base| Amount { name, kind: f64::KIND, base, unit: "" };
        let amounts = vec![amount("value", correlation.rank), amount("min", -1.0), amount("max", 1.0)];
        return Err(named(Code::OutOfDomain, correlation).with_amounts(amounts));
    }
    let mut place = |path: &String| {
        let found = paths.iter().position(|known| known == path);
        let known = &mut paths.iter().map(|path| (*path).to_owned());
        let at = found.ok_or_else(|| Error::unknown_among(Noun::DoubtfulInput, path, known))?;
        Ok(places.iter().position(|known| *known == at).unwrap_or_else(|| {
            places.push(at);
            places.len() - 1
        }))
    };
    let [a, b] = &correlation.between;
    Ok([place(a)?, place(b)?])
}

/// An error that names the pair.
fn named(code: Code, Correlation { between: [a, b], .. }: &Correlation) -> Error {
    Error::new(code, vec![("field", format!("{a}, {b}"))])
}

/// The lower Cholesky factor of the correlations of scores, all ranks times a factor; `None` where they are not positive definite.
fn factor(size: usize, pairs: &[(usize, usize, f64)], times: f64) -> Option<Vec<Vec<f64>>> {
    let entry = |row: usize, column: usize| {
        let pair = pairs.iter().find(|(a, b, _)| (*a, *b) == (row, column) || (*b, *a) == (row, column));
        if row == column { 1.0 } else { pair.map_or(0.0, |(.., rank)| of_scores(rank * times)) }
    };
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(size);
    for place in 0..size {
        let mut row: Vec<f64> = Vec::with_capacity(place + 1);
        for (column, above) in rows.iter().enumerate() {
            let done: f64 = row.iter().zip(above).map(|(a, b)| a * b).sum();
            row.push((entry(place, column) - done) / above.last()?);
        }
        let pivot = 1.0 - row.iter().map(|weight| weight * weight).sum::<f64>();
        row.push(Some(pivot).filter(|pivot| *pivot > LEAST_PIVOT).map(f64::sqrt)?);
        rows.push(row);
    }
    Some(rows)
}

/// The refusal of correlations that exclude each other, with the factor at which they would not.
fn impossible(correlations: &[Correlation], size: usize, pairs: &[(usize, usize, f64)]) -> Error {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if factor(size, pairs, middle).is_some() { low = middle } else { high = middle }
    }
    let all = correlations.iter().map(|Correlation { between: [a, b], rank }| format!("{a}, {b}: {rank}"));
    let possible = f64::floor(low * 100.0) / 100.0;
    let amounts = vec![Amount { name: "factor", kind: f64::KIND, base: possible, unit: "" }];
    Error::new(Code::NotDefinite, vec![("field", all.collect::<Vec<_>>().join("; "))]).with_amounts(amounts)
}
