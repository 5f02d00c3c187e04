//! What was drawn, in tables: intervals of figures, one scenario against another, what matters most.

use super::locale::Locale;
use super::show::Table;
use super::words;
use crate::analysis::sensitivity::{Cause, Sensitivity};
use crate::analysis::uncertainty::{Beats, Spread, Uncertainty, beats};
use crate::analysis::{FigureRow, Interval};
use crate::error::{Amount, Code, Note};
use crate::quantities::Measure;
use crate::quantities::display::plain;

/// A figure with its median and an interval.
pub(super) fn around(spread: &Spread, range: Interval) -> FigureRow {
    FigureRow { value: spread.median, range, ..spread.row.clone() }
}

/// A share in percent: its tenths too, where it is close to none or all.
fn percent(share: f64, locale: Locale) -> String {
    let is_close = share > 0.0 && !(0.01..0.99).contains(&share) && share < 1.0;
    let steps = if is_close { 10.0 } else { 1.0 };
    let rounded = libm::round(100.0 * share * steps) / steps;
    let digits = match rounded {
        _ if rounded >= 100.0 || (is_close && rounded >= 10.0) => 3,
        _ if rounded >= 10.0 => 2,
        _ => 1,
    };
    format!("{}\u{a0}%", plain(rounded, digits, locale.style()))
}

/// Digits of a ratio or an elasticity.
const RATIO_DIGITS: usize = 2;

/// The figures of a scenario: median, 50 % and 90 % interval.
#[must_use]
pub fn uncertainty_table(drawn: &Uncertainty, locale: Locale) -> Table {
    let row = |spread: &Spread| {
        vec![
            words::figure_label(&spread.row, locale),
            words::figure_value(&around(spread, spread.ninety), locale),
            words::figure_range(&around(spread, spread.half), locale),
            words::figure_range(&around(spread, spread.ninety), locale),
            spread.row.path.clone(),
        ]
    };
    let keys = ["figure", "middle", "half", "ninety", "path"];
    Table::of(&keys, drawn.figures.iter().map(row).collect(), locale)
}

/// Scenarios at the same points: the median of each with its 90 % interval, how likely each is below the first, and how many
/// times the first it is.
#[must_use]
pub fn beside_table(drawn: &[Uncertainty], names: &[String], locale: Locale) -> Table {
    let first = names.first().map_or("", String::as_str);
    let less = |name: &String| format!("P({name} < {first})");
    let times = |name: &String| format!("{name} / {first}");
    let others = || names.iter().skip(1);
    let header = [locale.word("figure").to_owned()].into_iter().chain(names.iter().cloned());
    let header = header.chain(others().map(less)).chain(others().map(times));
    let header = header.chain([locale.word("path").to_owned()]).collect();
    let row = |path: &String| {
        let sides: Vec<_> = drawn.iter().map(|side| side.at(path)).collect();
        let label = sides
            .iter()
            .flatten()
            .next()
            .map_or_else(String::new, |side| words::figure_label(&side.row, locale));
        let stands: Vec<_> =
            sides.iter().skip(1).map(|side| against(*side, sides.first().copied().flatten())).collect();
        let text = |stand: &Option<Beats>, of: &dyn Fn(&Beats) -> String| {
            stand.as_ref().map_or_else(String::new, of)
        };
        let likely = stands.iter().map(|stand| text(stand, &|stand| percent(stand.less, locale)));
        let ratios = stands.iter().map(|stand| text(stand, &|stand| ratio(stand, locale)));
        let medians =
            sides.iter().map(|side| side.map_or_else(|| "—".to_owned(), |side| interval(side, locale)));
        [label].into_iter().chain(medians).chain(likely).chain(ratios).chain([path.clone()]).collect()
    };
    Table { header, rows: paths(drawn).iter().map(row).collect(), ..Table::default() }
}

/// The paths of the figures of any side, each once.
#[must_use]
pub fn paths(drawn: &[Uncertainty]) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for spread in drawn.iter().flat_map(|side| &side.figures) {
        if !paths.contains(&spread.row.path) {
            paths.push(spread.row.path.clone());
        }
    }
    paths
}

/// How a side stands to the first, where both have the figure.
fn against(side: Option<&Spread>, first: Option<&Spread>) -> Option<Beats> {
    beats(side?, first?)
}

fn interval(side: &Spread, locale: Locale) -> String {
    let row = around(side, side.ninety);
    let (value, range) = (words::figure_value(&row, locale), words::figure_range(&row, locale));
    if range.is_empty() { value } else { format!("{value}\n({range})") }
}

fn ratio(stand: &Beats, locale: Locale) -> String {
    let number = |value: f64| plain(value, RATIO_DIGITS, locale.style());
    let Interval { low, high } = stand.ninety;
    let [low, high] = [low, high].map(number);
    let range = if low == high { String::new() } else { format!("\n({low} – {high})") };
    format!("{}×{range}", number(stand.ratio))
}

/// What the doubt in a figure comes from, what matters most first.
#[must_use]
pub fn sensitivity_table(found: &Sensitivity, locale: Locale) -> Table {
    let number = |value: f64| plain(value, RATIO_DIGITS, locale.style());
    let row = |cause: &Cause| {
        let [low, high] = cause.ends;
        let at = |value| FigureRow { value, range: cause.between(found.row.value), ..found.row.clone() };
        vec![
            words::input_label(&cause.row, locale).to_owned(),
            words::input_range(&cause.row, locale),
            words::figure_value(&at(low), locale),
            words::figure_value(&at(high), locale),
            cause.elasticity.map_or_else(String::new, number),
            percent(cause.index.first.max(0.0), locale),
            percent(cause.index.total, locale),
            cause.row.path.clone(),
        ]
    };
    let keys = ["input", "range", "at_low", "at_high", "elasticity", "alone", "with_others", "path"];
    let causes = found.causes.iter().filter(|cause| cause.index.total >= LEAST || cause.index.first >= LEAST);
    Table::of(&keys, causes.map(row).collect(), locale)
}

/// The share of the variance below which an input is left out of the table.
const LEAST: f64 = 0.0005;

/// What matters most, in a sentence; what inputs do together; how many inputs are left out of the table.
#[must_use]
pub fn sensitivity_notes(found: &Sensitivity, locale: Locale) -> Vec<Note> {
    let named = |cause: &Cause| {
        format!("{} ({})", words::input_label(&cause.row, locale), percent(cause.index.total, locale))
    };
    let causes: Vec<_> = found.first_causes().iter().map(named).collect();
    let args = vec![("figure", words::figure_label(&found.row, locale)), ("inputs", causes.join(", "))];
    let share =
        Amount { name: "share", kind: f64::KIND, base: libm::round(100.0 * found.together()), unit: "" };
    let is_said = share.base >= 1.0;
    let together = Note { amounts: vec![share], ..Note::new(Code::NoteTogether, vec![]) };
    [Note::new(Code::NoteMatters, args)].into_iter().chain(is_said.then_some(together)).collect()
}
