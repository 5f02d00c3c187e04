//! `compare`: clusters side by side, or why they differ.

use super::explain;
use super::result::{COLUMNS, as_written, record};
use crate::analysis::cause::{Bar, Cause};
use crate::analysis::{Comparison, FigureRow, InputRow, Waterfall, compare, side_notes, why_with_ranges};
use crate::catalogue::EDITION;
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given, View};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::{Writer, csv, drawn, json, listed, markdown};
use crate::document::{self, Node};
use crate::error::Error;
use crate::quantities::Measure;
use crate::report::answers::{waterfall_table, without_effect};
use crate::report::chart::{Chart, of_comparison, of_figures, of_waterfall};
use crate::report::{show, words};

/// Set clusters side by side: devices, FLOP/s, power, energy, carbon, water, cost
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop compare xai-gigafactory stargate-10gw
  wattflop compare meta-24k xai-gigafactory --format json
  wattflop compare colossus-1 stargate-abilene --set site.electricity='0.05 USD/kWh' --lang fr
  wattflop compare stargate-10gw --scenario mine.toml      the file's own cluster beside a preset
  wattflop compare xai-gigafactory stargate-10gw --why cost.annuity.total --svg why.svg
  wattflop compare meta-24k xai-gigafactory --svg compare.svg --width 1000
  wattflop compare meta-24k xai-gigafactory --svg print.svg --theme print --vega compare.json")]
pub(in crate::cli) struct Arguments {
    /// Clusters, by id (see `wattflop list clusters`)
    #[arg(required_unless_present = "scenario", num_args = 1..)]
    clusters: Vec<String>,
    /// Split the difference of a figure over the inputs that differ instead
    #[arg(long, value_name = "PATH", conflicts_with = "explain")]
    why: Option<String>,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    charted: Charted,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let comparison = self.sides()?;
        match &self.why {
            Some(figure) => {
                let draw = || waterfall_chart(&comparison, figure, to);
                self.charted.beside(to, draw, || waterfalls(&comparison, figure, to))
            }
            None => {
                let draw = || match &self.view.explain {
                    None => Ok(of_comparison(&comparison, to.locale)),
                    Some(path) => Ok(of_figures(&comparison, &[path], to.locale)),
                };
                self.charted.beside(to, draw, || self.side_by_side(&comparison, to))
            }
        }
    }

    /// The sides: a scenario file with a cluster of its own is the first, one without goes for all.
    fn sides(&self) -> Result<Comparison, Failure> {
        let file = self.inputs.file()?;
        let own = file.as_ref().filter(|file| file.node.get("cluster").is_some());
        let for_all = if own.is_some() { None } else { file.as_ref() };
        let side = |cluster, file| Asked::of(cluster, None, Wanted::Operation).with(file, &self.inputs.set);
        let own = own.map(|file| side(None, Some(file)));
        let named = self.clusters.iter().map(|id| side(Some(id.as_str()), for_all));
        Ok(compare(&own.into_iter().chain(named).collect::<Result<Vec<_>, _>>()?)?)
    }

    fn side_by_side(&self, comparison: &Comparison, to: Writer) -> Result<String, Failure> {
        match &self.view.explain {
            None => written(comparison, self.view.all, to),
            Some(path) => {
                let open = |side| crate::report::explain(side, path, to.locale);
                let opened = comparison.sides.iter().map(open).collect::<Result<Vec<_>, _>>()?;
                explain::side_by_side(&show::names(comparison), &opened, to)
            }
        }
    }
}

/// Results side by side.
fn written(comparison: &Comparison, all: bool, to: Writer) -> Result<String, Failure> {
    let names = show::names(comparison);
    let table = || show::comparison_table(comparison, all, to.locale);
    match to.format {
        Format::Json => json(&document::comparison(comparison, to.locale)),
        Format::Csv => records(comparison, &names, to),
        Format::Markdown => Ok(markdown(&table())),
        Format::Table => {
            let title = to.title("compare", &names.join(" · "));
            let basis = document::basis_notes(comparison);
            let basis: String = basis.iter().map(|note| words::note(note, to.locale) + "\n").collect();
            Ok(title
                + &drawn(&table(), 1..2 * names.len())
                + &basis
                + &notes_of_sides(comparison, &names, to))
        }
    }
}

/// Every figure of every side, a line each.
fn records(comparison: &Comparison, names: &[String], to: Writer) -> Result<String, Failure> {
    let header: Vec<_> = ["name"].into_iter().chain(COLUMNS).collect();
    let rows = comparison.sides.iter().zip(names).flat_map(|(side, name)| {
        let named = |row: &FigureRow| [name.clone()].into_iter().chain(record(row, to.locale)).collect();
        show::rows(side, true).iter().map(named).collect::<Vec<_>>()
    });
    csv(&header, rows)
}

/// The notes of each side that has any, below its name.
fn notes_of_sides(comparison: &Comparison, names: &[String], to: Writer) -> String {
    let sides = comparison.sides.iter().zip(names);
    let notes = sides.map(|(side, name)| (name, to.notes(&side_notes(side))));
    notes.filter(|(_, notes)| !notes.is_empty()).map(|(name, notes)| format!("{name}\n{notes}")).collect()
}

/// Why the second side of a comparison differs from the first in a figure, as a chart.
fn waterfall_chart(comparison: &Comparison, figure: &str, to: Writer) -> Result<Chart, Error> {
    let names = show::names(comparison);
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    let [first, second] = comparison.sides.as_slice() else {
        return Err(Error::wrong_form("compare", "form-two-sides"));
    };
    let told = why_with_ranges(first, second, figure)?;
    of_waterfall(&told, [name(0), name(1)], to.locale)
}

/// Why a side differs from the first: the bars, and what both are called.
type Told<'a> = (Waterfall, [&'a str; 2]);

/// Why each further side of a comparison differs from the first in a figure.
fn waterfalls(comparison: &Comparison, figure: &str, to: Writer) -> Result<String, Failure> {
    let names = show::names(comparison);
    let Some((first, others)) = comparison.sides.split_first() else { return Ok(String::new()) };
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    let tell = |(place, other)| Ok((why_with_ranges(first, other, figure)?, [name(0), name(place + 1)]));
    let told = others.iter().enumerate().map(tell).collect::<Result<Vec<Told>, Failure>>()?;
    match to.format {
        Format::Json => json(&waterfalls_node(&told, to)),
        Format::Csv => {
            let bars = |(told, [_, name]): &Told| {
                told.bars.iter().map(|bar| bar_record(name, told, bar, to)).collect::<Vec<_>>()
            };
            csv(&BAR_COLUMNS, told.iter().flat_map(bars))
        }
        Format::Markdown => {
            let table = |(told, names): &Told| markdown(&waterfall_table(told, *names, to.locale));
            Ok(told.iter().map(table).collect::<Vec<_>>().join("\n"))
        }
        Format::Table => Ok(waterfalls_page(&told, figure, to) + &basis(comparison, to)),
    }
}

/// What programs are told of a bar: the side it leads to, its cause, what that is on either side in its unit, what it adds.
const BAR_COLUMNS: [&str; 11] =
    ["name", "cause", "label", "from", "to", "unit", "adds", "low", "high", "figure_unit", "inputs"];

fn bar_record(name: &str, told: &Waterfall, bar: &Bar, to: Writer) -> Vec<String> {
    let figure = &told.from;
    let number = |base: f64| figure.in_unit(base).to_string();
    let range = bar.range.map_or_else(Default::default, |range| [range.low, range.high].map(number));
    let (cause, label) = (bar.cause.key().to_owned(), words::cause_label(&bar.cause, to.locale));
    let ([before, after], unit) = sides(&bar.cause, to);
    let [low, high] = range;
    let (adds, inputs) = (number(bar.adds), bar.paths.join("; "));
    vec![name.to_owned(), cause, label, before, after, unit, adds, low, high, figure.unit(), inputs]
}

/// What a cause is on either side: numbers with their unit, or what is chosen.
fn sides(cause: &Cause, to: Writer) -> ([String; 2], String) {
    let value = |row: &InputRow| row.value.map_or_else(String::new, |base| as_written(row, base));
    match cause {
        Cause::Input(sides) => ([value(&sides.0), value(&sides.1)], sides.0.unit()),
        Cause::Pools(devices) | Cause::Size(devices) | Cause::Pool(.., devices) => {
            (devices.map(|devices| devices.base().to_string()), "device".to_owned())
        }
        _ => (words::cause_sides(cause, to.locale), String::new()),
    }
}

fn waterfalls_node(told: &[Told], to: Writer) -> Node {
    let node = |(told, [from, to_side]): &Told| {
        let mut node = document::waterfall(told, to.locale);
        node.put("names", Node::List(vec![(*from).into(), (*to_side).into()]));
        node
    };
    Node::table(vec![
        ("edition", EDITION.into()),
        ("waterfalls", told.iter().map(node).collect::<Vec<_>>().into()),
    ])
}

fn waterfalls_page(told: &[Told], figure: &str, to: Writer) -> String {
    let label = told.first().map_or_else(String::new, |(told, _)| words::figure_label(&told.from, to.locale));
    let heading = format!("{}{}{label} ({figure})\n", to.word("why"), to.word("colon"));
    let page = |(told, names): &Told| {
        drawn(&waterfall_table(told, *names, to.locale), 1..6) + &listed(without_effect(told, to.locale))
    };
    heading + &told.iter().map(page).collect::<String>()
}

/// On what all sides stand, where it is not what each alone would stand on.
fn basis(comparison: &Comparison, to: Writer) -> String {
    to.notes(&document::basis_notes(comparison))
}
