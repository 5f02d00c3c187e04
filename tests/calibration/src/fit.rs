//! The fit: least squares on logarithms with priors, robust against outliers (Levenberg 1944, Marquardt 1963; Huber 1964).

use crate::data::Datum;
use std::collections::BTreeMap;
use wattflop::throughput::coefficients::Coefficients;

/// What a good model still misses on a dense row, as a logarithm, and on a row of a model with experts.
const NOISE: (f64, f64) = (0.06, 0.15);
/// Sets that were timed with care on one machine with every input stated: what is missed there counts more.
const CAREFUL: [&str; 3] = ["SC21", "SC21 Table 1", "Korthikanti 2022"];
/// Beyond so many times the noise a row pulls linearly, not with its square.
const OUTLIER: f64 = 1.5;
/// A set of more rows than this does not pull in proportion to its rows.
const ROWS: f64 = 8.0;

/// How much each row counts.
fn weights(data: &[&Datum]) -> Vec<f64> {
    let mut rows: BTreeMap<String, f64> = BTreeMap::new();
    for datum in data {
        *rows.entry(datum.left_out_with()).or_default() += 1.0;
    }
    let weight = |datum: &&Datum| {
        let crowd = libm::pow(ROWS / rows[&datum.left_out_with()], 0.75).min(1.0);
        let noise = if datum.has_experts() { NOISE.1 } else { NOISE.0 };
        let care = if CAREFUL.iter().any(|set| datum.set.starts_with(set)) { 3.0 } else { 1.0 };
        (crowd * care).sqrt() / noise
    };
    data.iter().map(weight).collect()
}

/// Fits the coefficients to the data, from a start.
pub fn fit(data: &[&Datum], start: &Coefficients) -> Coefficients {
    let weights = weights(data);
    let residuals = |values: &[f64]| {
        let coefficients = Coefficients::from_values(values);
        let weighted =
            |(datum, weight): (&&Datum, &f64)| datum.residual(&coefficients).unwrap_or(0.0) * weight;
        data.iter().zip(&weights).map(weighted).collect()
    };
    let prior = Prior { values: &Coefficients::PRIOR.values(), spreads: Coefficients::SPREADS };
    Coefficients::from_values(&least_squares(&residuals, prior, &start.values()))
}

/// What was believed of values before, and how far each may lie from that: one standard deviation of its logarithm.
#[derive(Clone, Copy)]
pub struct Prior<'a> {
    pub values: &'a [f64],
    pub spreads: &'a [f64],
}

/// The values at which the squares of residuals and of their distance from what was believed sum to the least; what lies
/// beyond the outlier's bound pulls linearly. Residuals come in units of what a good model still misses.
pub fn least_squares(residuals: &dyn Fn(&[f64]) -> Vec<f64>, prior: Prior, start: &[f64]) -> Vec<f64> {
    let problem = Problem { residuals, prior: logs(prior.values), spreads: prior.spreads };
    let mut point = Point::at(&problem, logs(start));
    let mut damping = 1e-2;
    for _ in 0..80 {
        let Some(better) = point.step(&problem, &mut damping) else { break };
        let gain = (point.cost - better.cost) / point.cost;
        point = better;
        if gain < 1e-7 {
            break;
        }
    }
    powers(&point.x)
}

fn logs(values: &[f64]) -> Vec<f64> {
    values.iter().map(|value| libm::log(*value)).collect()
}

fn powers(logs: &[f64]) -> Vec<f64> {
    logs.iter().map(|log| libm::exp(*log)).collect()
}

struct Problem<'a> {
    residuals: &'a dyn Fn(&[f64]) -> Vec<f64>,
    prior: Vec<f64>,
    spreads: &'a [f64],
}

impl Problem<'_> {
    fn residuals(&self, x: &[f64]) -> Vec<f64> {
        let of_rows = (self.residuals)(&powers(x)).into_iter().map(huber);
        let beliefs = x.iter().zip(&self.prior).zip(self.spreads);
        of_rows.chain(beliefs.map(|((x, prior), spread)| (x - prior) / spread)).collect()
    }
}

/// A residual whose square grows linearly beyond the outlier's bound.
fn huber(residual: f64) -> f64 {
    let size = residual.abs() / OUTLIER;
    if size <= 1.0 { residual } else { OUTLIER * residual.signum() * (2.0 * size - 1.0).sqrt() }
}

struct Point {
    x: Vec<f64>,
    residuals: Vec<f64>,
    cost: f64,
}

impl Point {
    fn at(problem: &Problem, x: Vec<f64>) -> Self {
        let residuals = problem.residuals(&x);
        let cost = residuals.iter().map(|residual| residual * residual).sum();
        Self { x, residuals, cost }
    }

    /// A step down, with as much damping as it takes.
    fn step(&self, problem: &Problem, damping: &mut f64) -> Option<Self> {
        let (normal, gradient) = self.normal_equations(problem);
        for _ in 0..10 {
            let mut damped = normal.clone();
            for (place, row) in damped.iter_mut().enumerate() {
                row[place] = row[place] * (1.0 + *damping) + 1e-9;
            }
            let change = solve(damped, gradient.clone());
            let x = self.x.iter().zip(&change).map(|(x, change)| x - change.clamp(-0.5, 0.5)).collect();
            let next = Self::at(problem, x);
            if next.cost < self.cost {
                *damping = (*damping * 0.3).max(1e-9);
                return Some(next);
            }
            *damping *= 4.0;
        }
        None
    }

    fn normal_equations(&self, problem: &Problem) -> (Vec<Vec<f64>>, Vec<f64>) {
        const NUDGE: f64 = 1e-4;
        let column = |place: usize| {
            let mut x = self.x.clone();
            x[place] += NUDGE;
            let moved = problem.residuals(&x);
            moved.iter().zip(&self.residuals).map(|(moved, here)| (moved - here) / NUDGE).collect::<Vec<_>>()
        };
        let jacobian: Vec<Vec<f64>> = (0..self.x.len()).map(column).collect();
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let normal = jacobian.iter().map(|a| jacobian.iter().map(|b| dot(a, b)).collect()).collect();
        let gradient = jacobian.iter().map(|column| dot(column, &self.residuals)).collect();
        (normal, gradient)
    }
}

/// Solves a small linear system by elimination with pivots.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for place in 0..size {
        let pivot = (place..size).max_by(|a, b| matrix[*a][place].abs().total_cmp(&matrix[*b][place].abs()));
        let pivot = pivot.expect("a row");
        matrix.swap(place, pivot);
        right.swap(place, pivot);
        let (above, below) = matrix.split_at_mut(place + 1);
        for (offset, row) in below.iter_mut().enumerate() {
            let factor = row[place] / above[place][place];
            row.iter_mut().zip(&above[place]).skip(place).for_each(|(cell, top)| *cell -= factor * top);
            right[place + 1 + offset] -= factor * right[place];
        }
    }
    for place in (0..size).rev() {
        let known: f64 = (place + 1..size).map(|other| matrix[place][other] * right[other]).sum();
        right[place] = (right[place] - known) / matrix[place][place];
    }
    right
}
