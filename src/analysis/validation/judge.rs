//! Predictions of measured rows beside what was measured, row by row and set by set.

use super::case::{Case, Reason};
use super::measured::{COLUMNS, Column, Quantity, measured};
use super::power;
use super::reading::{Row, number};
use super::serving;
use crate::catalogue::{Precision, defaults};
use crate::quantities::{Measure, Time};
use crate::throughput::efficiency::Efficiency;
use crate::throughput::step::{Setting, Step};
use crate::workload::Parts;

/// A measured quantity, and what was predicted of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The row it stands in.
    pub id: String,
    /// The set that the row belongs to.
    pub set: String,
    /// Its name.
    pub quantity: &'static str,
    /// What was measured, in the unit of the file.
    pub measured: f64,
    /// What was predicted, with its 90 % interval; or why nothing was.
    pub predicted: Result<Prediction, Reason>,
}

/// A prediction with its 90 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// The value.
    pub value: f64,
    /// The 5th percentile.
    pub low: f64,
    /// The 95th percentile.
    pub high: f64,
}

impl Judged {
    /// The error, in per cent of what was measured.
    #[must_use]
    pub fn error(&self) -> Option<f64> {
        self.predicted.ok().map(|predicted| 100.0 * (predicted.value / self.measured - 1.0))
    }
}

/// The errors of a set in a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct SetErrors {
    /// The set.
    pub set: String,
    /// The quantity.
    pub quantity: &'static str,
    /// Rows predicted.
    pub predicted: usize,
    /// Rows that could not be predicted.
    pub skipped: usize,
    /// How far predictions lie off; `None` where there are none.
    pub errors: Option<Errors>,
}

/// How far predictions lie off what was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errors {
    /// Mean absolute error, in per cent.
    pub mape: f64,
    /// Median absolute error, in per cent.
    pub median: f64,
    /// Mean error, in per cent.
    pub bias: f64,
    /// Share of rows within the 90 % interval.
    pub coverage: f64,
    /// Median of high over low.
    pub width: f64,
}

/// Rows that nothing was predicted of, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// Which: their ids, in order.
    pub ids: Vec<String>,
}

/// Why the row says of nothing what came of it.
const UNMEASURED: Reason = "why-unmeasured";

/// What was left out and why, in the order in which the reasons come up: what of the rows judged could not be predicted, and the
/// rows that state no outcome, by their ids.
#[must_use]
pub fn left_out(judged: &[Judged], unmeasured: &[String]) -> Vec<LeftOut> {
    let unpredicted = judged.iter().filter_map(|judged| Some((judged.predicted.err()?, &judged.id)));
    let mut found: Vec<LeftOut> = Vec::new();
    for (reason, id) in unpredicted.chain(unmeasured.iter().map(|id| (UNMEASURED, id))) {
        match found.iter_mut().find(|known| known.reason == reason) {
            Some(known) if known.ids.contains(id) => {}
            Some(known) => known.ids.push(id.clone()),
            None => found.push(LeftOut { reason, ids: vec![id.clone()] }),
        }
    }
    found
}

/// The predictions for a row: one for each quantity that it measured.
#[must_use]
pub fn judge(row: Row, id: &str, set: &str) -> Vec<Judged> {
    let case = if serving::is_of_serving(row) { Err("why-later") } else { timed(row) };
    let judged = |(quantity, stated): (&'static str, Option<f64>)| Judged {
        id: id.to_owned(),
        set: set.to_owned(),
        quantity,
        measured: stated.unwrap_or(f64::NAN),
        predicted: stated.ok_or("why-measurement").and_then(|_| of_row(row, &case, quantity)),
    };
    stated(row).into_iter().map(judged).collect()
}

/// A quantity of a row.
fn of_row(row: Row, case: &Result<Timed, Reason>, quantity: &str) -> Result<Prediction, Reason> {
    match quantity {
        _ if serving::is_of_serving(row) => serving::of_row(row, quantity),
        "node_power" => power::node(row, case.as_ref().ok()),
        "energy" => power::energy(row, case.as_ref().map_err(|reason| *reason)?),
        _ => {
            let (case, step) = case.as_ref().map_err(|reason| *reason)?;
            let known = measured(row, case).into_iter().find(|known| known.name == quantity);
            let why = if case.adapts { "why-adapters" } else { "why-later" };
            known.map(|known| prediction(&known, case, step.time.computed)).ok_or(why)
        }
    }
}

/// A case, and its step as computed.
pub type Timed = (Case, Step);

/// The case of a row, what it leaves open filled in, and its step as computed.
///
/// # Errors
/// When the row lacks what that needs.
pub fn timed(row: Row) -> Result<Timed, Reason> {
    Case::of(row).and_then(predict)
}

/// The case with what its row leaves open, and its step as computed.
fn predict(case: Case) -> Result<Timed, Reason> {
    let precision = case.run.precision().unwrap_or(Precision::Bf16);
    let efficiency = Efficiency::calibrated(case.pool.accelerator(), precision, case.class());
    let case = case.filled(&efficiency)?;
    case.check()?;
    let parts = Parts::of(&case.shape).ok_or("why-shape")?;
    let Case { shape, run, pool, size, .. } = &case;
    let setting = Setting { model: shape, parts: &parts, run, pool, efficiency: &efficiency, size: *size };
    let step = Step::of(&setting, run.layout()).ok_or("why-rates")?;
    let seconds = step.time.computed.base();
    Some(seconds).filter(|seconds| seconds.is_finite() && *seconds > 0.0).ok_or("why-no-devices")?;
    Ok((case, step))
}

/// A quantity from the time of a step, with the interval of the row's class.
pub(super) fn prediction(quantity: &Quantity, case: &Case, step: Time) -> Prediction {
    let doubt = case.class().doubt();
    let (low, high) =
        if quantity.is_wall_time() { with_lost_time(doubt.low, doubt.high) } else { (doubt.low, doubt.high) };
    let at = |factor: f64| quantity.at(step.base() * factor);
    let (a, b) = (at(low), at(high));
    Prediction { value: at(1.0), low: a.min(b), high: a.max(b) }
}

/// An interval of step time widened by that of goodput: the logarithms add in quadrature.
fn with_lost_time(low: f64, high: f64) -> (f64, f64) {
    let goodput = &defaults::STEADY_GOODPUT;
    let share = |value: crate::quantities::Goodput| libm::log(goodput.value.get() / value.get());
    let joined = |a: f64, b: f64| libm::exp(libm::copysign(libm::hypot(a, b), a));
    (joined(libm::log(low), share(goodput.high)), joined(libm::log(high), share(goodput.low)))
}

/// What a row measured, as it stands there: each quantity by the first of its columns that is not blank, with its value
/// where that is a positive number.
fn stated(row: Row) -> Vec<(&'static str, Option<f64>)> {
    const BLANK: [&str; 4] = ["n/a", "na", "-", "–"];
    let mut found: Vec<(&'static str, Option<f64>)> = Vec::new();
    for Column { quantity, column, .. } in COLUMNS {
        let is_stated = row(column).is_some_and(|text| !BLANK.contains(&text.to_ascii_lowercase().as_str()));
        if is_stated && found.iter().all(|(known, _)| known != quantity) {
            found.push((quantity, number(row, column).filter(|measured| *measured > 0.0)));
        }
    }
    found
}

/// The errors by set and quantity, in the order in which they come.
#[must_use]
pub fn by_set(judged: &[Judged]) -> Vec<SetErrors> {
    let mut keys: Vec<(&str, &'static str)> = Vec::new();
    for row in judged {
        if !keys.contains(&(row.set.as_str(), row.quantity)) {
            keys.push((&row.set, row.quantity));
        }
    }
    let errors = |(set, quantity): (&str, &'static str)| {
        let rows: Vec<_> = judged.iter().filter(|row| row.set == set && row.quantity == quantity).collect();
        let predicted = rows.iter().filter(|row| row.predicted.is_ok()).count();
        SetErrors {
            set: set.to_owned(),
            quantity,
            predicted,
            skipped: rows.len() - predicted,
            errors: errors_of(&rows),
        }
    };
    keys.into_iter().map(errors).collect()
}

fn errors_of(rows: &[&Judged]) -> Option<Errors> {
    let errors: Vec<f64> = rows.iter().filter_map(|row| row.error()).collect();
    let predictions: Vec<_> =
        rows.iter().filter_map(|row| Some((row.predicted.ok()?, row.measured))).collect();
    let covers = |(predicted, measured): &(Prediction, f64)| {
        if predicted.low <= *measured && *measured <= predicted.high { 1.0 } else { 0.0 }
    };
    Some(Errors {
        mape: mean(errors.iter().map(|error| error.abs()))?,
        median: median(errors.iter().map(|error| error.abs()).collect())?,
        bias: mean(errors.iter().copied())?,
        coverage: mean(predictions.iter().map(covers))?,
        width: median(predictions.iter().map(|(predicted, _)| predicted.high / predicted.low).collect())?,
    })
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    let lower = if values.len().is_multiple_of(2) { *values.get(middle.checked_sub(1)?)? } else { upper };
    Some(f64::midpoint(lower, upper))
}
