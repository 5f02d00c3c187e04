//! A result: of a year of operation, a run or a service.

use super::explain;
use crate::analysis::{FigureRow, notes};
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
