//! Scales: where a value stands, where ticks stand, and what stands beside them.

use super::{Measured, Spread};
use crate::quantities::Date;
use crate::quantities::Kind;
use crate::quantities::display::{MOST_DIGITS, denominated, plain, scaled};
use crate::report::Locale;

/// How values are spread over an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Evenly.
    #[default]
    Linear,
    /// By their logarithms: each step as many times the one before.
    Log,
}

/// A scale from values, as shown, to pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    form: Form,
    low: f64,
    high: f64,
    from: f64,
    to: f64,
    /// The step that its ends are multiples of; none where they are as given.
    step: Option<f64>,
}

/// What is nothing beside the size of a scale.
const NOTHING: f64 = 1e-9;
/// What is narrower, beside the size of its values, than ticks with their few digits can tell has no width.
const NARROW: f64 = 2e-3;
/// The numbers that steps are made of.
const NICE: [f64; 4] = [1.0, 2.0, 5.0, 10.0];

impl Scale {
    /// A scale on which all values have a place, its ends being ticks where there are about so many.
    pub(super) fn of(form: Form, values: impl Iterator<Item = f64>, ticks: f64) -> Self {
        let (low, high) = ends(values);
        let (low, high, step) = match form {
            Form::Linear => rounded(low, high, ticks),
            Form::Log => (power_below(low), power_above(high, low), None),
        };
        Self { step, ..Self::between(form, low, high) }
    }

    /// A scale with such ends.
    const fn between(form: Form, low: f64, high: f64) -> Self {
        Self { form, low, high, from: 0.0, to: 1.0, step: None }
    }

    /// The same between two places.
    pub(super) const fn over(self, from: f64, to: f64) -> Self {
        Self { from, to, ..self }
    }

    /// Where a value stands.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = match self.form {
            Form::Linear => (value - self.low) / (self.high - self.low),
            Form::Log => (libm::log10(value) - libm::log10(self.low)) / self.decades(),
        };
        self.from + share.clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// Where bars begin: at zero, where the scale has it.
    pub(super) fn base(&self) -> f64 {
        if self.form == Form::Log { self.low } else { 0.0_f64.clamp(self.low, self.high) }
    }

    pub(super) const fn ends(&self) -> [f64; 2] {
        [self.low, self.high]
    }

    fn decades(&self) -> f64 {
        libm::log10(self.high) - libm::log10(self.low)
    }

    /// Where ticks stand, about so many.
    pub(super) fn ticks(&self, most: f64) -> Vec<f64> {
        match self.form {
            Form::Linear => {
                steps(self.low, self.high, self.step.unwrap_or_else(|| step(self.high - self.low, most)))
            }
            Form::Log => self.powers(most),
        }
    }

    /// Powers of ten, with what lies between them where there is room; even steps, where no two of these are within its ends.
    fn powers(&self, most: f64) -> Vec<f64> {
        const DENSITIES: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];
        const TWO: usize = 2;
        let every = f64::ceil(self.decades() / most).max(1.0);
        let is_few =
            |ticks: &Vec<f64>| u32::try_from(ticks.len()).is_ok_and(|count| f64::from(count) <= most);
        let few = DENSITIES.iter().map(|within| self.multiples(within, 1.0)).filter(is_few);
        let sparse = DENSITIES.iter().rev().map(|within| self.multiples(within, 1.0));
        let all = few.chain([self.multiples(&[1.0], every)]).chain(sparse);
        let even = || steps(self.low, self.high, step(self.high - self.low, most));
        all.into_iter().find(|ticks| ticks.len() >= TWO).unwrap_or_else(even)
    }

    /// So many times each power of ten that is a multiple of so many.
    fn multiples(&self, within: &[f64], every: f64) -> Vec<f64> {
        let from = f64::floor(libm::log10(self.low) / every + NOTHING) * every;
        let powers = steps(from, libm::log10(self.high), every);
        let of_power = |power: f64| within.iter().map(move |times| times * libm::pow(10.0, power));
        let is_within =
            |tick: &f64| *tick >= self.low * (1.0 - NOTHING) && *tick <= self.high * (1.0 + NOTHING);
        powers.into_iter().flat_map(of_power).filter(is_within).collect()
    }
}

/// The least and the most.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    values.fold(none, |(low, high), value| (low.min(value), high.max(value)))
}

/// The least and the most, put out to the next ticks; what has no width gets one.
fn rounded(low: f64, high: f64, ticks: f64) -> (f64, f64, Option<f64>) {
    let (low, high) = match () {
        () if high - low > NARROW * low.abs().max(high.abs()) => (low, high),
        () if low > 0.0 => (0.0, high),
        () if low < 0.0 => (low, 0.0),
        () => (0.0, 1.0),
    };
    let step = step(high - low, ticks);
    (f64::floor(low / step + NOTHING) * step, f64::ceil(high / step - NOTHING) * step, Some(step))
}

/// A step of a nice size that gives about so many.
fn step(width: f64, most: f64) -> f64 {
    let rough = width / most;
    let power = libm::pow(10.0, f64::floor(libm::log10(rough)));
    let nice = NICE.into_iter().find(|nice| nice * power >= rough * (1.0 - NOTHING));
    nice.unwrap_or(1.0) * power
}

/// The multiples of a step between two ends.
fn steps(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = f64::ceil(low / step - NOTHING);
    let count = f64::floor(high / step + NOTHING) - first;
    let mut ticks = Vec::new();
    let mut place = 0.0;
    while place <= count && place <= MOST_TICKS {
        ticks.push((first + place) * step);
        place += 1.0;
    }
    ticks
}

/// More ticks than any picture has.
const MOST_TICKS: f64 = 400.0;

/// The nearest below of one, two or five times a power of ten.
fn power_below(value: f64) -> f64 {
    let power = libm::pow(10.0, f64::floor(libm::log10(value) + NOTHING));
    let fits = |nice: &&f64| **nice * power <= value * (1.0 + NOTHING);
    NICE.iter().rfind(fits).map_or(power, |nice| nice * power)
}

/// The nearest above; some way above the least.
fn power_above(value: f64, low: f64) -> f64 {
    const LEAST: f64 = 5.0;
    let value = value.max(power_below(low) * LEAST);
    let power = libm::pow(10.0, f64::floor(libm::log10(value) + NOTHING));
    let fits = |nice: &&f64| **nice * power >= value * (1.0 - NOTHING);
    NICE.iter().find(fits).map_or(10.0 * power, |nice| nice * power)
}

/// An axis of amounts: what is measured, and the unit in which its ticks are round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis<'a> {
    measured: &'a Measured,
    form: Form,
    /// Base units, or units of money, in one of what the scale counts in.
    unit: f64,
    /// The unit that all ticks are in; where there is none, each is in the one that reads best.
    symbol: Option<&'static str>,
}

impl<'a> Axis<'a> {
    /// An axis of such values: it counts in the unit that the largest is written in; on a logarithmic scale, where units are
    /// no powers of ten of each other, in that of the middle.
    pub(super) fn of(measured: &'a Measured, form: Form, values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = ends(values.map(|value| measured.money.of(measured.kind, value).abs()));
        let is_uneven = form == Form::Log && !is_decimal(measured.kind);
        let size = if is_uneven { f64::sqrt(low * high) } else { high };
        let symbol = measured.unit.unwrap_or(scaled(measured.kind, size).symbol);
        let unit = measured.kind.unit(symbol).map_or(1.0, |unit| unit.factor);
        Self { measured, form, unit, symbol: is_uneven.then_some(symbol) }
    }

    /// A value as the scale counts.
    pub(super) fn count(&self, base: f64) -> f64 {
        self.measured.money.of(self.measured.kind, base) / self.unit
    }

    /// A value of the scale, with its unit.
    fn text(&self, count: f64, locale: Locale) -> String {
        let Measured { kind, unit, money, .. } = self.measured;
        denominated(kind, count / self.count(1.0), self.symbol.or(*unit), MOST_DIGITS, locale.style(), money)
    }

    /// What stands beside ticks: the last names the unit, the others their number in it; where units change, all name them.
    pub(super) fn labels(&self, ticks: &[f64], locale: Locale) -> Vec<String> {
        if self.form == Form::Log {
            return ticks.iter().map(|tick| self.text(*tick, locale)).collect();
        }
        let size = ticks.iter().fold(0.0_f64, |most, tick| most.max(tick.abs()));
        let word = locale.style().large.iter().rfind(|(factor, ..)| size >= *factor && size >= MILLION);
        let word = word.map_or(1.0, |(factor, ..)| *factor);
        let last = ticks.len().saturating_sub(1);
        let label = |(place, tick): (usize, &f64)| match place == last && *tick != 0.0 {
            true => self.text(*tick, locale),
            false => plain(tick / word, MOST_DIGITS, locale.style()),
        };
        ticks.iter().enumerate().map(label).collect()
    }
}

/// Whether each unit that a kind is shown in is a power of ten of the others.
fn is_decimal(kind: &Kind) -> bool {
    let Some(first) = kind.ladder.first() else { return true };
    let powers = kind.ladder.iter().map(|unit| libm::log10(unit.factor / first.factor));
    powers.into_iter().all(|power| (power - libm::round(power)).abs() < NOTHING)
}

/// From here on numbers have a word.
const MILLION: f64 = 1e6;

/// What runs along the bottom of a picture.
#[derive(Clone, Debug)]
pub enum Along {
    /// An amount.
    Amount(Measured, Form),
    /// Months, counted from the beginning of the one that holds this day.
    Months(Date),
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];
const MONTHS_A_YEAR: i32 = 12;
/// How many months may lie between ticks.
const MONTH_STEPS: [i32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];

impl Along {
    /// What is measured along it; `None` for time.
    #[must_use]
    pub const fn measured(&self) -> Option<&Measured> {
        if let Self::Amount(measured, _) = self { Some(measured) } else { None }
    }

    /// The axis of its amounts; `None` for time.
    pub(super) fn axis(&self, values: impl Iterator<Item = f64>) -> Option<Axis<'_>> {
        if let Self::Amount(measured, form) = self { Some(Axis::of(measured, *form, values)) } else { None }
    }

    pub(super) fn scale(&self, values: impl Iterator<Item = f64>, ticks: f64) -> Scale {
        match self {
            Self::Amount(_, form) => Scale::of(*form, values, ticks),
            Self::Months(_) => {
                let (low, high) = ends(values);
                Scale::between(Form::Linear, low, high.max(low + 1.0))
            }
        }
    }

    /// The scale from the least to the most, and no further.
    pub(super) fn tight(&self, values: impl Iterator<Item = f64>) -> Scale {
        let (low, high) = ends(values);
        match self {
            Self::Amount(_, form) if high > low => Scale::between(*form, low, high),
            Self::Amount(_, form) => Scale::of(*form, [low, high].into_iter(), 1.0),
            Self::Months(_) => self.scale([low, high].into_iter(), 1.0),
        }
    }

    /// Ticks and what stands beside them.
    pub(super) fn ticks(
        &self,
        axis: Option<&Axis>,
        scale: &Scale,
        most: f64,
        locale: Locale,
    ) -> Vec<(f64, String)> {
        if let Self::Months(first) = self {
            return month_ticks(*first, scale.ends(), most, locale);
        }
        let ticks = scale.ticks(most);
        let labels = axis.map_or_else(Vec::new, |axis| axis.labels(&ticks, locale));
        ticks.into_iter().zip(labels).collect()
    }

    /// A place along it, in words.
    pub(super) fn text(&self, x: f64, locale: Locale) -> String {
        match self {
            Self::Amount(measured, _) => measured.text(&Spread::exact(x), locale),
            Self::Months(first) => {
                let (year, month) = month_after(*first, nearest(x));
                format!("{year:04}-{month:02}")
            }
        }
    }
}

/// The month so many after that of a day: its year, and its number from 1.
const fn month_after(first: Date, months: i32) -> (i32, i32) {
    let (year, month, _) = first.civil();
    let count = year * MONTHS_A_YEAR + month - 1 + months;
    (count.div_euclid(MONTHS_A_YEAR), count.rem_euclid(MONTHS_A_YEAR) + 1)
}

/// Years by their number, and months between them by their names; the first by both.
fn month_ticks(first: Date, [low, high]: [f64; 2], most: f64, locale: Locale) -> Vec<(f64, String)> {
    let last = MONTH_STEPS.len() - 1;
    let fits = |(place, every): &(usize, &i32)| *place == last || (high - low) / f64::from(**every) <= most;
    let every = MONTH_STEPS.iter().enumerate().find(fits).map_or(1, |(_, every)| *every);
    let is_tick = |month: &i32| {
        let (year, number) = month_after(first, *month);
        (year * MONTHS_A_YEAR + number - 1).rem_euclid(every) == 0
    };
    let mut ticks = Vec::new();
    for month in (nearest(f64::ceil(low))..=nearest(f64::floor(high))).filter(is_tick) {
        let (year, number) = month_after(first, month);
        let name = usize::try_from(number - 1)
            .ok()
            .and_then(|place| MONTHS.get(place))
            .map_or("", |key| locale.chart_word(key));
        let label = match number {
            1 => year.to_string(),
            _ if ticks.is_empty() => format!("{name} {year}"),
            _ => name.to_owned(),
        };
        ticks.push((f64::from(month), label));
    }
    ticks
}

/// The nearest whole number of months.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "rounded; `as` saturates")]
fn nearest(x: f64) -> i32 {
    libm::round(x) as i32
}
