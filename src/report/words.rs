//! Words of errors, notes and labels, and numbers of figures, in a language.

use super::locale::Locale;
use crate::analysis::cause::Cause;
use crate::analysis::{ChoiceRow, FigureRow, InputRow, Interval};
use crate::cost::View;
use crate::error::{Amount, Args, Code, Error, Note};
use crate::quantities::display::{MOST_DIGITS, denominated, digits_of_range, quantity};
use crate::quantities::parse::shortest;
use crate::quantities::{Devices, Measure};
use crate::tables::Figure;

/// An error in words.
#[must_use]
pub fn error(error: &Error, locale: Locale) -> String {
    let message = locale.message(error.code());
    let noun = error.noun().map(|noun| ("noun", locale.noun(noun).to_owned()));
    let mut args = translated(error.code(), error.args(), locale);
    args.extend(noun);
    args.extend(amounts(error.amounts(), locale));
    let near: Vec<_> = error.whole_about().into_iter().map(shortest).collect();
    args.push(("near", near.join(", ")));
    let text = filled(message, &args);
    let names_field = message.split('{').any(|piece| piece.starts_with("field}"));
    match args.iter().find(|(name, _)| *name == "field" && !names_field) {
        Some((_, field)) => format!("{field}{}{text}", locale.word("colon")),
        None => text,
    }
}

/// What an error says is allowed instead: a range, units, names, or what should stand there.
#[must_use]
pub fn allowed(error: &Error, locale: Locale) -> Option<String> {
    let mut args = translated(error.code(), error.args(), locale);
    args.extend(amounts(error.amounts(), locale));
    let stated = |wanted: &str| args.iter().find(|(name, _)| *name == wanted).map(|(_, text)| text.clone());
    let range = || Some(between(&stated("min")?, &stated("max")?));
    let own = ALLOWED.iter().find(|(code, _)| *code == error.code());
    let said = own.map(|(_, form)| filled(locale.find_word(form).unwrap_or(form), &args));
    let names = || stated("known").or_else(|| stated("legal"));
    said.or_else(names).or_else(range).or_else(|| stated("expected"))
}

/// What is allowed, where no argument by itself says it: a form to be filled in, or the key of a word. What is not here and has no
/// such argument has nothing that could be said in short.
const ALLOWED: &[(Code, &str)] = &[
    (Code::BatchBeyondMemory, "≤ {most}"),
    (Code::BeyondCalendar, "≤ {date}"),
    (Code::Broken, "form-scenario"),
    (Code::CorrelatedTwice, "form-correlated"),
    (Code::CountNotDerivable, "form-whole"),
    (Code::DemandBeyondDevices, "≤ {most}"),
    (Code::EmptyGrid, "`1, 2, 5`, `1..2 by 0.1`, `1..2 in 11`"),
    (Code::Excludes, "`{field}`, `{of}`"),
    (Code::FirstTokenOutOfReach, "≥ {nearest}"),
    (Code::Grouped, "`{one}`, `{two}`"),
    (Code::Incomplete, "`{field}`"),
    (Code::IsFigure, "form-input"),
    (Code::IsInput, "form-of"),
    (Code::LeftOut, "`{field}`"),
    (Code::LessThanOne, "≥ 1"),
    (Code::Missing, "`{field} = …`"),
    (Code::ModelBeyondMemory, "≥ {stages}"),
    (Code::MoreThanAll, "≤ 1"),
    (Code::Negative, "zero-or-more"),
    (Code::NeverEnds, "`faults.groups`, `faults.restart`, `faults.device_time_per_failure`"),
    (Code::NoDoubt, "`site.pue=1.1..1.3`"),
    (Code::NoEffect, "{value}"),
    (Code::NoEffectWithin, "{value}"),
    (Code::NoLog, "over-zero"),
    (Code::NoPhase, "form-phases"),
    (Code::NoStep, "`1..2 by 0.1`, `1..2 in 11`, `1..2 in 11 log`"),
    (Code::NotADate, "YYYY, YYYY-MM, YYYY-MM-DD"),
    (Code::NotDefinite, "≤ {factor}"),
    (Code::NotDrawn, "form-frontier"),
    (Code::NotNumeric, "form-input"),
    (Code::NotPositive, "over-zero"),
    (Code::OfMix, "`site.supply`, `site.sources.0.kind`"),
    (Code::OutOfReach, "{at_low} – {at_high}"),
    (Code::OutOfReachOpen, "{nearest}"),
    (Code::PhasesOutOfOrder, "> {earlier}"),
    (Code::RangeOutOfOrder, "form-range"),
    (Code::RateOutOfReach, "≤ {nearest}"),
    (Code::ReplicaBeyondDevices, "≥ {needed}"),
    (Code::Shapeless, "form-model"),
    (Code::StartsTooEarly, "≥ {first}"),
    (Code::TooFew, "≥ 2"),
    (Code::TooManyCells, "≤ {most}"),
    (Code::TooManyDoubts, "≤ {max}"),
];

/// A note in words.
#[must_use]
pub fn note(note: &Note, locale: Locale) -> String {
    let mut args = translated(note.code, &note.args, locale);
    if note.code == Code::NoteMissing {
        args = vec![("field", named_inputs(&args, locale))];
    }
    args.extend(amounts(&note.amounts, locale));
    filled(locale.message(note.code), &args)
}

/// Inputs by their labels, each with its path: of arguments that give the two in turns.
fn named_inputs(args: &Args, locale: Locale) -> String {
    let of =
        |wanted: &'static str| args.iter().filter(move |(name, _)| *name == wanted).map(|(_, text)| text);
    let named = |(label, path): (&String, &String)| {
        format!("{} ({path})", locale.label(&generic(path)).unwrap_or(label))
    };
    of("label").zip(of("field")).map(named).collect::<Vec<_>>().join(", ")
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
                | (Code::NoteCarbonBasis | Code::NoteCarbon | Code::NoteMix, "basis")
                | (Code::NoteViewSpan, "cheap" | "dear")
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

/// What a figure is called: with its view, where it stands in several; with its year or source, where it is of one.
#[must_use]
pub fn figure_label(row: &FigureRow, locale: Locale) -> String {
    let label = locale.label(&figure_key(row)).unwrap_or(row.figure.label());
    let word = view(row).and_then(|view| locale.find_word(&format!("view-{}", view.name())));
    match (word, year(row)) {
        (Some(view), _) => format!("{label}, {view}"),
        (None, Some(year)) => format!("{label}, {} {year}", locale.word("in-year")),
        (None, None) => row.source.map_or_else(
            || label.to_owned(),
            |kind| format!("{label}, {}", locale.find_name(kind).unwrap_or(kind)),
        ),
    }
}

/// The view that a figure is of, where it stands in several.
fn view(row: &FigureRow) -> Option<View> {
    let is_of =
        |view: &View| row.path.strip_prefix(view.path()).is_some_and(|within| within.starts_with('.'));
    View::ALL.into_iter().find(|view| row.figure.is_shared() && is_of(view))
}

/// The year that a figure is of.
fn year(row: &FigureRow) -> Option<&str> {
    row.path.strip_prefix("decision.years.")?.split('.').next()
}

/// The path by which a language knows a figure: with `#` for the numbers in it, and `^` for its view.
#[must_use]
pub fn figure_key(row: &FigureRow) -> String {
    let path = generic(&row.path);
    match view(row) {
        Some(view) => path.replacen(view.path(), "cost.^", 1),
        None => path,
    }
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

/// What a cause of a difference is called.
#[must_use]
pub fn cause_label(cause: &Cause, locale: Locale) -> String {
    match cause {
        Cause::Input(sides) => input_label(&sides.0, locale).to_owned(),
        Cause::Choice(row, _) => choice_label(row, locale).to_owned(),
        Cause::Pool(_, device, _) => locale.word("cause-pool").replace("{device}", device),
        _ => locale.find_word(cause.key()).unwrap_or_default().to_owned(),
    }
}

/// What a cause is on either side; empty where it is more than one value.
#[must_use]
pub fn cause_sides(cause: &Cause, locale: Locale) -> [String; 2] {
    match cause {
        Cause::Input(sides) => [&sides.0, &sides.1].map(|row| input_value(row, locale)),
        Cause::Choice(row, other) => [row.current, other].map(str::to_owned),
        Cause::Pools(devices) | Cause::Size(devices) | Cause::Pool(.., devices) => {
            devices.map(|devices| quantity(Devices::KIND, devices.base(), None, MOST_DIGITS, locale.style()))
        }
        Cause::Model(names) => names.clone(),
        _ => [String::new(), String::new()],
    }
}

/// The path with `#` for the numbers in it.
#[must_use]
pub fn generic(path: &str) -> String {
    let segment = |segment: &str| {
        if segment.bytes().all(|b| b.is_ascii_digit()) { "#".to_owned() } else { segment.to_owned() }
    };
    path.split('.').map(segment).collect::<Vec<_>>().join(".")
}

/// Both ends of a range; what they have in common behind the number stands once.
pub(super) fn between(low: &str, high: &str) -> String {
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

/// The unit that a figure is shown in: its own where that is off the ladder, else the one that reads best.
pub(super) fn own_unit(figure: &Figure) -> Option<&'static str> {
    figure.kind.others.iter().map(|unit| unit.symbol).find(|symbol| *symbol == figure.unit)
}

fn figure_text(row: &FigureRow, base: f64, digits: usize, locale: Locale) -> String {
    if base.is_infinite() {
        return locale.word("never").to_owned();
    }
    denominated(row.figure.kind, base, own_unit(row.figure), digits, locale.style(), &row.money)
}

/// A figure's value for people, as if there were no doubt.
#[must_use]
pub fn exact(row: &FigureRow, locale: Locale) -> String {
    figure_text(row, row.value, MOST_DIGITS, locale)
}

/// A figure's value for people, with no more digits than its range bears.
#[must_use]
pub fn figure_value(row: &FigureRow, locale: Locale) -> String {
    figure_text(row, row.value, digits(row.value, row.range), locale)
}

/// A figure's range for people: both ends; empty where there is no doubt.
#[must_use]
pub fn figure_range(row: &FigureRow, locale: Locale) -> String {
    if row.range.low >= row.range.high {
        return String::new();
    }
    let end = |end| figure_text(row, end, digits(row.value, row.range), locale);
    between(&end(row.range.low), &end(row.range.high))
}

fn input_text(row: &InputRow, base: f64, locale: Locale) -> String {
    let unit = (!row.input.unit.is_empty()).then_some(row.input.unit);
    denominated(row.input.kind, base, unit, MOST_DIGITS, locale.style(), &row.money)
}

/// An input's value for people, in its own unit.
#[must_use]
pub fn input_value(row: &InputRow, locale: Locale) -> String {
    row.value.map_or_else(|| locale.word("unknown").to_owned(), |value| input_text(row, value, locale))
}

/// An input's range for people; empty where there is no doubt.
#[must_use]
pub fn input_range(row: &InputRow, locale: Locale) -> String {
    if row.belief.is_exact() || row.value.is_none() {
        return String::new();
    }
    between(&input_text(row, row.belief.low, locale), &input_text(row, row.belief.high, locale))
}
