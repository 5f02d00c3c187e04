//! Writing quantities for people: `3.66 GWh`, `$4.7 billion`, `100,000`.

use super::denomination::Denomination;
use super::kind::{Kind, Scale};

/// How a language writes numbers. English stands here; [`report`](crate::report) has the others.
#[derive(Debug)]
pub struct Style {
    /// Between whole part and fraction.
    pub decimal: &'static str,
    /// Between groups of three digits.
    pub group: &'static str,
    /// Which form of a word stands after a number.
    pub plural: Plural,
    /// Words of large numbers, by what one of them is, in rising order.
    pub large: &'static [(f64, Forms)],
    /// How a unit follows such a word, `#` standing for it.
    pub after_large: &'static str,
    /// The same before one of the letters in `elides`.
    pub after_large_elided: &'static str,
    /// Letters at which a word is elided.
    pub elides: &'static str,
    /// An amount of money, `#` standing for the plain number.
    pub money: &'static str,
    /// An amount of money from a million on, `#` standing for number and word.
    pub large_money: &'static str,
    /// How amounts of money from a million on name their currency, by its code, where they name it.
    pub currencies: &'static [(&'static str, &'static str)],
    /// Units that the language writes otherwise than by their symbol.
    pub units: &'static [(&'static str, Forms)],
}

/// The forms of a word, in the order of [`Plural::form`]; where there are fewer, the last stands for the rest.
pub type Forms = &'static [&'static str];

/// Which form of a word stands after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Always the same, as in Chinese.
    Never,
    /// One, and all others, as in English and German.
    One,
    /// Less than two, and all others, as in French.
    BelowTwo,
    /// One; two to four; fractions; five and more: as in Czech.
    Czech,
    /// One; what ends in two to four; fractions; all others: as in Polish.
    Polish,
    /// What ends in one; in two to four; fractions; all others: as in Russian and Ukrainian.
    Russian,
}

impl Plural {
    /// Every rule, by its name.
    pub const ALL: &[(&'static str, Self)] = &[
        ("never", Self::Never),
        ("one", Self::One),
        ("below-two", Self::BelowTwo),
        ("czech", Self::Czech),
        ("polish", Self::Polish),
        ("russian", Self::Russian),
    ];

    /// The place of the form that stands after a number as it is shown, with decimals or without.
    #[must_use]
    pub fn form(self, shown: f64, has_decimals: bool) -> usize {
        let size = if has_decimals { shown.abs() } else { libm::round(shown.abs()) };
        let ends_in = |count: f64| size - count * f64::floor(size / count);
        let is_teen = (11.0..=14.0).contains(&ends_in(100.0));
        let is_one = |end: f64| end == 1.0 && !is_teen;
        let is_few = |end: f64| (2.0..=4.0).contains(&end) && !is_teen;
        match self {
            Self::Never => 0,
            Self::One => usize::from(has_decimals || size != 1.0),
            Self::BelowTwo => usize::from(size >= 2.0),
            _ if has_decimals => 2,
            Self::Czech | Self::Polish if size == 1.0 => 0,
            Self::Russian if is_one(ends_in(10.0)) => 0,
            Self::Czech if is_few(size) => 1,
            Self::Polish | Self::Russian if is_few(ends_in(10.0)) => 1,
            _ => 3,
        }
    }
}

impl Style {
    /// The form of a word that stands after a number as it is shown, with decimals or without.
    #[must_use]
    pub fn form(&self, forms: Forms, shown: f64, has_decimals: bool) -> &'static str {
        forms.get(self.plural.form(shown, has_decimals)).or(forms.last()).copied().unwrap_or_default()
    }

    /// A unit behind a word such as `million`.
    fn after_large(&self, unit: &str) -> String {
        let elides = unit.starts_with(|first| self.elides.contains(first));
        if elides { self.after_large_elided } else { self.after_large }.replace('#', unit)
    }
}

/// English: `$4.7 billion`, `1,234.5`.
pub static ENGLISH: Style = Style {
    decimal: ".",
    group: ",",
    plural: Plural::One,
    large: &[(1e6, &["million"]), (1e9, &["billion"]), (1e12, &["trillion"])],
    after_large: "#",
    after_large_elided: "#",
    elides: "",
    money: "$#",
    large_money: "$#",
    currencies: &[],
    units: &[
        ("d", &["day", "days"]),
        ("mo", &["month", "months"]),
        ("yr", &["year", "years"]),
        ("device", &[""]),
        ("token", &[""]),
        ("device-h", &["device-hour", "device-hours"]),
        ("L", &["litre", "litres"]),
    ],
};

/// Significant digits of a figure without doubt.
pub const MOST_DIGITS: usize = 4;
/// Significant digits of a figure, however doubtful.
const FEWEST_DIGITS: usize = 2;
/// How much finer than a range's half-width the last digit may be.
const FINENESS: f64 = 25.0;

/// A quantity scaled for reading: the number, and the symbol of its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaled {
    /// The number in that unit.
    pub number: f64,
    /// The unit's symbol; empty for pure numbers.
    pub symbol: &'static str,
}

/// The quantity in the largest unit of its ladder that leaves at least one of it; nothing in the base unit.
#[must_use]
pub fn scaled(kind: &Kind, base: f64) -> Scaled {
    let fits = |unit: &&Scale| {
        if base == 0.0 { unit.factor == 1.0 } else { base.abs() >= unit.factor * (1.0 - 1e-9) }
    };
    let unit = kind.ladder.iter().rfind(fits).or(kind.ladder.first());
    unit.map_or(Scaled { number: base, symbol: "" }, |unit| Scaled {
        number: base / unit.factor,
        symbol: unit.symbol,
    })
}

/// How many significant digits a range bears: the last one shown is not much finer than its half-width; two at least.
#[must_use]
pub fn digits_of_range(value: f64, low: f64, high: f64) -> usize {
    let doubt = (high - low).abs() / 2.0;
    let bears = |digits: &usize| last_place(value, *digits) >= doubt / FINENESS;
    (FEWEST_DIGITS..=MOST_DIGITS).rev().find(bears).unwrap_or(FEWEST_DIGITS)
}

/// The number to as many digits as its range bears.
#[must_use]
pub fn borne(value: f64, low: f64, high: f64) -> f64 {
    if low >= high {
        return value;
    }
    rounded(value, digits_of_range(value, low, high))
}

/// The number to so many significant digits.
fn rounded(number: f64, digits: usize) -> f64 {
    if number == 0.0 {
        return number;
    }
    let place = last_place(number, digits);
    libm::round(number / place) * place
}

/// What one in the last of so many significant digits of the number stands for.
fn last_place(number: f64, digits: usize) -> f64 {
    let first = f64::floor(libm::log10(number.abs()));
    libm::pow(10.0, first + 1.0 - small(digits))
}

/// The quantity for people, with so many significant digits, in the unit asked for or the one that reads best.
#[must_use]
pub fn quantity(kind: &Kind, base: f64, unit: Option<&str>, digits: usize, style: &Style) -> String {
    let Scaled { number, symbol } =
        unit.and_then(|unit| in_unit(kind, base, unit)).unwrap_or_else(|| scaled(kind, base));
    let is_million = number.abs() > MILLION / 2.0 && rounded(number, digits).abs() >= MILLION;
    let is_large = is_million && !symbol.starts_with("billion");
    let written = if is_large { large(number, digits, style) } else { plain(number, digits, style) };
    let (sign, amount) = written.strip_prefix('-').map_or(("", written.as_str()), |amount| ("-", amount));
    match symbol {
        "USD" if is_large => format!("{sign}{}", style.large_money.replace('#', amount)),
        "USD" => format!("{sign}{}", style.money.replace('#', amount)),
        _ => {
            let shown = || (rounded(number, digits), !is_large && written.contains(style.decimal));
            match spelled(symbol, shown, style) {
                "" => written,
                unit if is_large => format!("{written} {}", style.after_large(unit)),
                unit => format!("{written} {unit}"),
            }
        }
    }
}

/// The same, money being counted in another unit.
#[must_use]
pub fn denominated(
    kind: &Kind,
    base: f64,
    unit: Option<&str>,
    digits: usize,
    style: &Style,
    money: &Denomination,
) -> String {
    let text = quantity(kind, money.of(kind, base), unit, digits, style);
    if money.code == Denomination::DOLLARS.code || !kind.is_money() {
        return text;
    }
    let named = |code: &str| style.currencies.iter().find(|(known, _)| *known == code).map(|(_, name)| *name);
    let text = match (named(Denomination::DOLLARS.code), named(money.code)) {
        (Some(dollars), Some(name)) => text.replace(dollars, name),
        (Some(dollars), None) => text.replace(dollars, money.code),
        _ => text,
    };
    money.unit(&text.replace('$', money.symbol))
}

/// From here on a number is written with a word: `4.7 million`.
const MILLION: f64 = 1e6;

fn in_unit(kind: &Kind, base: f64, symbol: &str) -> Option<Scaled> {
    kind.unit(symbol).map(|unit| Scaled { number: base / unit.factor, symbol: unit.symbol })
}

/// The unit's symbol as the language writes it after a number that is shown so, with decimals or without.
fn spelled(symbol: &'static str, shown: impl FnOnce() -> (f64, bool), style: &Style) -> &'static str {
    let own = style.units.iter().find(|(known, _)| *known == symbol);
    own.map_or(symbol, |(_, forms)| {
        let (number, has_decimals) = shown();
        style.form(forms, number, has_decimals)
    })
}

/// The number with a word for its millions: `4.7 billion`.
fn large(number: f64, digits: usize, style: &Style) -> String {
    let shown = rounded(number, digits);
    let word = style.large.iter().rfind(|(factor, ..)| shown.abs() >= *factor);
    let Some((factor, forms)) = word else { return plain(number, digits, style) };
    let mantissa = number / factor;
    if mantissa.abs() >= MILLION {
        return plain(number, digits, style);
    }
    let written = plain(mantissa, digits, style);
    let word = style.form(forms, shown / factor, written.contains(style.decimal));
    format!("{written} {word}")
}

/// The number with so many significant digits, grouped, without an exponent unless it is out of all proportion.
#[must_use]
pub fn plain(number: f64, digits: usize, style: &Style) -> String {
    if number != 0.0 && number.is_finite() && !(1e-6..1e15).contains(&number.abs()) {
        let exponent = f64::floor(libm::log10(number.abs()));
        let mantissa = significant(number / libm::pow(10.0, exponent), digits);
        return format!("{}e{}", mantissa.replace('.', style.decimal), integer(exponent));
    }
    grouped(&significant(number, digits), style)
}

/// The number rounded to so many significant digits, written out, with a point.
#[must_use]
pub fn significant(number: f64, digits: usize) -> String {
    match number {
        _ if digits >= MOST_DIGITS && number.abs() < MILLION && f64::floor(number) == number => {
            return integer(number).to_string();
        }
        _ if number.is_nan() => return "NaN".to_owned(),
        _ if number.is_infinite() => return "∞".to_owned(),
        0.0 => return "0".to_owned(),
        _ => {}
    }
    let place = f64::floor(libm::log10(number.abs()) + 1e-12) + 1.0 - small(digits);
    let mantissa = libm::round(number.abs() / libm::pow(10.0, place));
    let written = if place >= 0.0 {
        format!("{}{}", integer(mantissa), "0".repeat(count(place)))
    } else {
        pointed(&integer(mantissa).to_string(), count(-place))
    };
    let written = if digits >= MOST_DIGITS && place < 0.0 {
        written.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        written
    };
    if number < 0.0 { format!("-{written}") } else { written }
}

/// Digits with a point before the last so many.
fn pointed(digits: &str, decimals: usize) -> String {
    let padded = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, fraction) = padded.split_at_checked(padded.len() - decimals).unwrap_or((&padded, ""));
    format!("{whole}.{fraction}")
}

fn small(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A whole number that fits, as an integer.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "whole, and far below 2^63")]
const fn integer(number: f64) -> i64 {
    number as i64
}

/// A whole number, not negative and small, as a count.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole, at most a few hundred"
)]
const fn count(number: f64) -> usize {
    number as usize
}

fn grouped(number: &str, style: &Style) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push_str(style.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push_str(style.decimal);
        out.push_str(fraction);
    }
    out
}
