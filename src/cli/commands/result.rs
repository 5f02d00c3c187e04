//! A result: of a year of operation, a run or a service.

use super::explain;
use crate::analysis::{FigureRow, InputRow, notes};
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, View};
use crate::cli::write::{Writer, csv, drawn, json, markdown};
use crate::document;
use crate::estimate::{Estimate, Scenario};
use crate::report::chart::of_result;
use crate::report::{Locale, show, words};

/// The result of a scenario, or the figure of it that is to be opened.
pub(super) fn result(
    scenario: Scenario,
    view: &View,
    charted: &Charted,
    to: Writer,
) -> Result<String, Failure> {
    let estimate = scenario.evaluate()?;
    match &view.explain {
        Some(path) => explain::opened(&estimate, path, charted, to),
        None => {
            let draw = || Ok(of_result(&estimate, to.locale));
            charted.beside(to, draw, || written(&estimate, view.all, to))
        }
    }
}

fn written(estimate: &Estimate, all: bool, to: Writer) -> Result<String, Failure> {
    let table = || show::result_table(estimate, all, to.locale);
    match to.format {
        Format::Json => json(&document::result(estimate, to.locale)),
        Format::Csv => csv(&COLUMNS, show::rows(estimate, true).iter().map(|row| record(row, to.locale))),
        Format::Markdown => Ok(markdown(&table())),
        Format::Table => {
            let title = to.title(show::kind_key(estimate), &show::name(estimate));
            Ok(title + &drawn(&table(), 1..3) + &to.notes(&notes(estimate)))
        }
    }
}

/// What programs are told of a figure.
pub(super) const COLUMNS: [&str; 6] = ["path", "value", "unit", "low", "high", "label"];

pub(super) fn record(row: &FigureRow, locale: Locale) -> Vec<String> {
    let number = |value: f64| row.in_unit(value).to_string();
    vec![
        row.path.clone(),
        number(row.value),
        row.unit(),
        number(row.range.low),
        number(row.range.high),
        words::figure_label(row, locale),
    ]
}

/// The same of an input; where nobody knows its value, nothing but what it is called.
pub(super) fn input_record(row: &InputRow, locale: Locale) -> Vec<String> {
    let [low, high] = [row.belief.low, row.belief.high].map(|end| row.input.domain.bounded(end));
    let number = |base: f64| row.value.map_or_else(String::new, |_| as_written(row, base));
    vec![
        row.path.clone(),
        number(row.value.unwrap_or_default()),
        row.unit(),
        number(low),
        number(high),
        words::input_label(row, locale).to_owned(),
    ]
}

/// How an input is known, for programs; nothing where it is not.
pub(super) fn grade(row: &InputRow) -> String {
    let known = if row.belief.is_given() { "given" } else { row.belief.grade.name() };
    row.value.map_or_else(String::new, |_| known.to_owned())
}

/// A value of an input for programs, as a grid writes it: without what the change of units leaves in the last digits.
pub(super) fn as_written(row: &InputRow, base: f64) -> String {
    let number = row.in_unit(base);
    format!("{number:.*e}", WRITTEN_DIGITS - 1).parse::<f64>().unwrap_or(number).to_string()
}

/// Digits of a number that people write.
const WRITTEN_DIGITS: usize = 15;
