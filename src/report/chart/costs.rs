//! Charts of what a result costs: the bill of materials, an hour of a device, every view.

use super::make::title;
use super::{Bar, BarPanel, Bars, Caption, Chart, Form, Measured, Spread, Step, Waterfall};
use crate::analysis::timeline::at;
use crate::analysis::{FigureRow, figures};
use crate::cost::View;
use crate::error::Error;
use crate::estimate::Estimate;
use crate::report::{Locale, words};

/// What the parts of a sum are: where they stand, their names with the keys of their words, and where the sum stands.
struct Parts {
    scope: &'static str,
    parts: &'static [(&'static str, &'static str)],
    title: &'static str,
    note: &'static str,
}

const BILL: Parts = Parts {
    scope: "cost.capex",
    parts: &[
        ("chips", "bill-chips"),
        ("hosts", "bill-hosts"),
        ("storage", "bill-storage"),
        ("installation", "bill-installation"),
        ("network", "bill-network"),
        ("building", "bill-building"),
        ("site_power", "bill-site-power"),
        ("contingency", "bill-contingency"),
    ],
    title: "bill-of",
    note: "bill-note",
};

const HOUR: Parts = Parts {
    scope: "cost.annuity.hour",
    parts: &[
        ("it", "hour-it"),
        ("facility", "hour-facility"),
        ("energy", "hour-energy"),
        ("colocation", "hour-colocation"),
        ("operations", "hour-operations"),
        ("maintenance", "hour-maintenance"),
        ("software", "hour-software"),
        ("tax", "hour-tax"),
    ],
    title: "hour-of",
    note: "hour-note",
};

/// What is bought, part by part.
///
/// # Errors
/// When what it takes is not known: the price of a device, its TDP.
pub fn of_bill(estimate: &Estimate, locale: Locale) -> Result<Chart, Error> {
    waterfall(estimate, &BILL, locale)
}

/// What an hour of a device costs its owner, part by part.
///
/// # Errors
/// When what it takes is not known: the price of a device, its TDP.
pub fn of_hour(estimate: &Estimate, locale: Locale) -> Result<Chart, Error> {
    waterfall(estimate, &HOUR, locale)
}

fn waterfall(estimate: &Estimate, of: &Parts, locale: Locale) -> Result<Chart, Error> {
    estimate.ownership()?;
    let rows = figures(estimate);
    let row = |name: &str| at(&rows, &format!("{}.{name}", of.scope));
    let total = row("total").ok_or_else(|| Error::wrong_form("steps", "form-something"))?;
    let step = |(name, word): &(&str, &'static str)| {
        let amount = row(name)?.value;
        (amount != 0.0).then(|| Step { label: capitalised(locale.word(word)), amount, range: None })
    };
    let title = locale.chart_word(of.title).replace('#', &title(&estimate.scenario, locale));
    Ok(Chart::Waterfall(Waterfall {
        caption: Caption { title, note: locale.chart_word(of.note).to_owned() },
        measured: Measured::of_figure(total, locale),
        start: None,
        steps: of.parts.iter().filter_map(step).collect(),
        end: Step { label: locale.word("total").to_owned(), amount: total.value, range: None },
    }))
}

/// The text with a capital letter.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What every accounting view makes of the same cost.
///
/// # Errors
/// When what it takes is not known: the price of a device, its TDP.
pub fn of_views(estimate: &Estimate, locale: Locale) -> Result<Chart, Error> {
    estimate.ownership()?;
    let rows = figures(estimate);
    let bar = |view: View| {
        let row = at(&rows, &format!("{}.total", view.path())).filter(|row| row.value.is_finite())?;
        let name = words::figure_label(row, locale);
        let name = name.split_once(", ").map_or(name.clone(), |(_, view)| capitalised(view));
        Some((row, Bar { name, spread: Spread::of(row) }))
    };
    let bars: Vec<(&FigureRow, Bar)> = View::ALL.into_iter().filter_map(bar).collect();
    let measured = |row: &FigureRow| Measured {
        label: locale.word("total").to_owned(),
        ..Measured::of_figure(row, locale)
    };
    let panel = bars.first().map(|(row, _)| measured(row));
    let bars: Vec<_> = bars.into_iter().map(|(_, bar)| bar).collect();
    let title = locale.chart_word("views-of").replace('#', &title(&estimate.scenario, locale));
    Ok(Chart::Bars(Bars {
        caption: Caption { title, note: locale.chart_word("views-note").to_owned() },
        panels: panel.map(|measured| BarPanel { measured, bars }).into_iter().collect(),
        form: Form::Linear,
    }))
}
