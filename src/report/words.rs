//! Words of errors, notes and labels, and numbers of figures, in a language.

use super::locale::Locale;
use crate::analysis::{ChoiceRow, FigureRow, InputRow, Interval};
use crate::error::{Amount, Args, Code, Error, Note};
use crate::quantities::Kind;
use crate::quantities::display::{MOST_DIGITS, digits_of_range, quantity};

/// An error in words.
#[must_use]
pub fn error(error: &Error, locale: Locale) -> String {
    let message = locale.message(error.code());
    let noun = error.noun().map(|noun| ("noun", locale.noun(noun).to_owned()));
    let mut args = translated(error.code(), error.args(), locale);
    args.extend(noun);
    args.extend(amounts(error.amounts(), locale));
    let text = filled(message, &args);
    let names_field = message.split('{').any(|piece| piece.starts_with("field}"));
    match args.iter().find(|(name, _)| *name == "field" && !names_field) {
        Some((_, field)) => format!("{field}{}{text}", locale.word("colon")),
        None => text,
    }
}

/// A note in words.
#[must_use]
pub fn note(note: &Note, locale: Locale) -> String {
    let mut args = translated(note.code, &note.args, locale);
    args.extend(amounts(&note.amounts, locale));
    filled(locale.message(note.code), &args)
}

/// Amounts as the language writes them.
fn amounts(amounts: &[Amount], locale: Locale) -> impl Iterator<Item = (&'static str, String)> {
    amounts.iter().map(move |Amount { name, kind, base, unit }| {
        let unit = (!unit.is_empty()).then_some(*unit);
        (*name, quantity(kind, *base, unit, MOST_DIGITS, locale.style()))
    })
}

/// The arguments, those that are keys of words put into words.
fn translated(code: Code, args: &Args, locale: Locale) -> Args {
    let is_key = |name: &str| {
        matches!(
            (code, name),
            (Code::NoteDerived, "limit")
                | (Code::NoteCarbonBasis | Code::NoteCarbon, "basis")
                | (Code::WrongForm, "expected")
                | (Code::BadShape | Code::BadLayout, "reason")
        )
    };
    let word = |value: &String| locale.find_word(value).map_or_else(|| value.clone(), str::to_owned);
    args.iter()
        .map(|(name, value)| (*name, if is_key(name) { word(value) } else { shortened(value) }))
        .collect()
}

/// The text, cut where it is too long to be shown in a message.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 200;
    let cut = text.char_indices().nth(LONGEST).and_then(|(place, _)| text.get(..place));
    cut.map_or_else(|| text.to_owned(), |cut| format!("{cut}…"))
}

/// The message with its `{name}`s filled in.
fn filled(message: &str, args: &[(&'static str, String)]) -> String {
    let mut pieces = message.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        text.push_str(args.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        text.push_str(rest);
    }
    text
}

/// What a figure is called.
#[must_use]
pub fn figure_label(row: &FigureRow, locale: Locale) -> &'static str {
    locale.label(&generic(&row.path)).unwrap_or(row.figure.label())
}

/// What an input is called.
#[must_use]
pub fn input_label(row: &InputRow, locale: Locale) -> &'static str {
    locale.label(&generic(&row.path)).unwrap_or(row.input.label())
}

/// What a choice is called.
#[must_use]
pub fn choice_label(row: &ChoiceRow, locale: Locale) -> &'static str {
    locale.word(row.choice.label)
}

/// The path with `#` for the numbers in it.
#[must_use]
pub fn generic(path: &str) -> String {
    let segment = |segment: &str| {
        if segment.bytes().all(|b| b.is_ascii_digit()) { "#".to_owned() } else { segment.to_owned() }
    };
    path.split('.').map(segment).collect::<Vec<_>>().join(".")
}

/// A value for people, with no more digits than its range bears.
#[must_use]
pub fn value(kind: &Kind, value: f64, range: Interval, locale: Locale) -> String {
    quantity(kind, value, None, digits(value, range), locale.style())
}

/// A range for people: both ends.
#[must_use]
pub fn range(kind: &Kind, value: f64, range: Interval, locale: Locale) -> String {
    let digits = digits(value, range);
    let end = |end| quantity(kind, end, None, digits, locale.style());
    between(&end(range.low), &end(range.high))
}

/// Both ends of a range; what they have in common behind the number stands once.
fn between(low: &str, high: &str) -> String {
    let unit = |text: &str| text.split_once([' ', '\u{a0}']).map(|(_, unit)| unit.to_owned());
    match (unit(low), unit(high)) {
        (Some(a), Some(b)) if a == b => {
            let number = low.strip_suffix(&a).unwrap_or(low).trim_end();
            format!("{number} – {high}")
        }
        _ => format!("{low} – {high}"),
    }
}

fn digits(value: f64, range: Interval) -> usize {
    if range.low < range.high { digits_of_range(value, range.low, range.high) } else { MOST_DIGITS }
}

/// A figure's value for people.
#[must_use]
pub fn figure_value(row: &FigureRow, locale: Locale) -> String {
    value(row.figure.kind, row.value, row.range, locale)
}

/// A figure's range for people; empty where there is no doubt.
#[must_use]
pub fn figure_range(row: &FigureRow, locale: Locale) -> String {
    if row.range.low < row.range.high {
        range(row.figure.kind, row.value, row.range, locale)
    } else {
        String::new()
    }
}

/// An input's value for people, in its own unit.
#[must_use]
pub fn input_value(row: &InputRow, locale: Locale) -> String {
    let unit = (!row.input.unit.is_empty()).then_some(row.input.unit);
    row.value.map_or_else(
        || locale.word("unknown").to_owned(),
        |value| quantity(row.input.kind, value, unit, MOST_DIGITS, locale.style()),
    )
}

/// An input's range for people; empty where there is no doubt.
#[must_use]
pub fn input_range(row: &InputRow, locale: Locale) -> String {
    let unit = (!row.input.unit.is_empty()).then_some(row.input.unit);
    let end = |end| quantity(row.input.kind, end, unit, MOST_DIGITS, locale.style());
    if row.belief.is_exact() || row.value.is_none() {
        return String::new();
    }
    between(&end(row.belief.low), &end(row.belief.high))
}
