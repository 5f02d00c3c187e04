//! Reading quantities: `0.078 USD/kWh`, `150 MW`, `100k`, `$4.7 billion`, `40 %`.

use super::kind::{Kind, Measure};

/// Why a text is not a quantity of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// It holds no number that can be read.
    NotANumber,
    /// The number stands without its unit.
    UnitMissing,
    /// The unit is not one of this quantity.
    WrongUnit(String),
}

/// Multipliers, as a suffix of the number: `100k`, `15T`, `4.7 billion`.
const MULTIPLIERS: &[(&str, f64)] = &[
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("trillion", 1e12),
    ("k", 1e3),
    ("K", 1e3),
    ("M", 1e6),
    ("B", 1e9),
    ("G", 1e9),
    ("T", 1e12),
    ("P", 1e15),
];

/// Kinds that are counted, so that a bare number is one of them.
const COUNTED: &[&str] = &["devices", "tokens"];

/// Reads a quantity.
///
/// # Errors
/// When there is no number, no unit, or a unit of something else.
pub fn parse<M: Measure>(text: &str) -> Result<M, ParseError> {
    parse_base(M::KIND, text).map(M::from_base)
}

/// Reads a quantity of a kind, as a number of base units.
///
/// # Errors
/// When there is no number, no unit, or a unit of something else.
pub fn parse_base(kind: &Kind, text: &str) -> Result<f64, ParseError> {
    let (number, written) = parts(text)?;
    factor(kind, &written).map(|factor| number * factor)
}

/// Reads both ends of a range; an end without multiplier and unit takes those of the other.
///
/// # Errors
/// As [`parse_base`], for either end.
pub fn parse_ends(kind: &Kind, low: &str, high: &str) -> Result<(f64, f64), ParseError> {
    let ((low, low_unit), (high, high_unit)) = (parts(low)?, parts(high)?);
    let leans = |unit: &str, other: &str| unit.is_empty() || (unit == "$" && other.ends_with('$'));
    let low_factor = factor(kind, if leans(&low_unit, &high_unit) { &high_unit } else { &low_unit })?;
    let high_factor = factor(kind, if leans(&high_unit, &low_unit) { &low_unit } else { &high_unit })?;
    Ok((low * low_factor, high * high_factor))
}

/// The number of a text, and what is written behind it; a `$` before it stands behind it too.
fn parts(text: &str) -> Result<(f64, String), ParseError> {
    let text = text.trim();
    let (sign, text) = text.strip_prefix("-$").map_or((1.0, text), |_| (-1.0, text.trim_start_matches('-')));
    let (text, dollars) = text.strip_prefix('$').map_or((text, false), |rest| (rest.trim_start(), true));
    let (number, rest) = split_number(text)?;
    let written = match rest.strip_prefix('/') {
        Some(per) if dollars => format!("USD/{per}"),
        _ if dollars && !rest.is_empty() => format!("{rest} $"),
        _ if dollars => "$".to_owned(),
        _ => rest.to_owned(),
    };
    Ok((sign * number, written))
}

/// Base units in one of what follows the number: a unit, a multiplier, or both.
fn factor(kind: &Kind, written: &str) -> Result<f64, ParseError> {
    if let Some(factor) = unit_factor(kind, written) {
        return Ok(factor);
    }
    for (name, multiplier) in MULTIPLIERS {
        let Some(rest) = written.strip_prefix(name) else { continue };
        if let Some(factor) = unit_factor(kind, rest.trim_start()) {
            return Ok(multiplier * factor);
        }
    }
    match written {
        "" => Err(ParseError::UnitMissing),
        _ if MULTIPLIERS.iter().any(|(name, _)| *name == written) => Err(ParseError::UnitMissing),
        _ => Err(ParseError::WrongUnit(written.to_owned())),
    }
}

/// Base units in one of this unit; nothing is a unit only of what is counted or has none.
fn unit_factor(kind: &Kind, symbol: &str) -> Option<f64> {
    match symbol {
        "" if is_bare(kind) => Some(1.0),
        "%" if kind.is_number() => Some(0.01),
        "" => None,
        _ => kind.unit(symbol).map(|unit| unit.factor),
    }
}

/// Whether values of this kind may be written without a unit: pure numbers, and what is counted.
#[must_use]
pub fn is_bare(kind: &Kind) -> bool {
    kind.is_number() || COUNTED.contains(&kind.name)
}

/// The number that the text begins with, and what follows it.
fn split_number(text: &str) -> Result<(f64, &str), ParseError> {
    let mut end =
        text.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | '_' | '+' | '-')).unwrap_or(text.len());
    if let Some(exponent) = exponent_length(text.get(end..).unwrap_or_default()) {
        end += exponent;
    }
    let (digits, rest) = text.split_at_checked(end).ok_or(ParseError::NotANumber)?;
    let digits = without_grouping(digits).ok_or(ParseError::NotANumber)?;
    let number = decimal(&digits).ok_or(ParseError::NotANumber)?;
    if number.is_finite() { Ok((number, rest.trim())) } else { Err(ParseError::NotANumber) }
}

/// The number that a decimal text stands for, correctly rounded.
#[cfg(not(feature = "wasm"))]
pub(crate) fn decimal(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// The number that a decimal text stands for, correctly rounded: the host's own parser gives the same bits as
/// std's, whose tables would be a tenth of the module.
#[cfg(feature = "wasm")]
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let number = wasm_bindgen::JsValue::from_str(text).unchecked_into_f64();
    (!text.is_empty() && !number.is_nan()).then_some(number)
}

/// A number with all its digits, as the shortest text that stands for it.
#[cfg(not(feature = "wasm"))]
pub(crate) fn shortest(number: f64) -> String {
    number.to_string()
}

/// The same by the host, whose digits are std's.
#[cfg(feature = "wasm")]
pub(crate) fn shortest(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// How long an exponent such as `e25` or `E-3` is, where the text begins with one.
fn exponent_length(text: &str) -> Option<usize> {
    let after = text.strip_prefix(['e', 'E'])?;
    let digits = after.strip_prefix(['+', '-']).unwrap_or(after);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    (count > 0).then(|| text.len() - digits.len() + count)
}

/// The digits without `_` and without commas that group thousands; `None` where a comma does anything else.
fn without_grouping(digits: &str) -> Option<String> {
    let unsigned = digits.trim_start_matches(['+', '-']);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = holds_comma(whole);
    let sound = !grouped
        || (!first.is_empty()
            && first.len() <= 3
            && !first.starts_with('0')
            && groups.all(|group| group.len() == 3));
    (sound && !holds_comma(fraction)).then(|| digits.replace(['_', ','], ""))
}

fn holds_comma(digits: &str) -> bool {
    digits.bytes().any(|byte| byte == b',')
}

/// What a text of this kind may look like, for messages: `a number with a unit such as USD/kWh`.
#[must_use]
pub fn examples(kind: &Kind) -> String {
    let symbols: Vec<_> = kind.ladder.iter().map(|unit| unit.symbol).collect();
    symbols.join(", ")
}
