//! `explain`: a figure, opened.

use super::result::{COLUMNS, grade, input_record, record};
use crate::catalogue::EDITION;
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::{Writer, csv, drawn, json};
use crate::document::{self, Node};
use crate::estimate::Estimate;
use crate::report::chart::of_explanation;
use crate::report::{Explanation, explain, show, tree};

/// Open a figure: its formula, the same with numbers, its inputs and their sources
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop explain cost.annuity.total xai-gigafactory
  wattflop explain duration --model grok-2 --cluster grok-2-cluster
  wattflop explain scaling.loss --model llama3.1-405b --cluster meta-24k       what the scaling law says of a run
  wattflop explain power.facility.peak xai-gigafactory --format markdown
  wattflop explain power.facility.peak xai-gigafactory --svg tree.svg")]
pub(in crate::cli) struct Arguments {
    /// The figure, by path (see the last column of any table with --all)
    path: String,
    /// The cluster, by id
    cluster: Option<String>,
    /// The same
    #[arg(long = "cluster", conflicts_with = "cluster", id = "cluster_option", value_name = "CLUSTER")]
    cluster_option: Option<String>,
    /// The model, for a training run
    #[arg(long)]
    model: Option<String>,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    charted: Charted,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let cluster = self.cluster.as_deref().or(self.cluster_option.as_deref());
        let asked = Asked::of(cluster, self.model.as_deref(), Wanted::Either);
        opened(&asked.scenario(&self.inputs)?.evaluate()?, &self.path, &self.charted, to)
    }
}

/// A figure of a result, opened.
pub(super) fn opened(
    estimate: &Estimate,
    path: &str,
    charted: &Charted,
    to: Writer,
) -> Result<String, Failure> {
    let explanation = explain(estimate, path, to.locale)?;
    let draw = || of_explanation(estimate, path, tree::LEGIBLE, to.locale);
    charted.beside(to, draw, || written(&explanation, to))
}

fn written(explanation: &Explanation, to: Writer) -> Result<String, Failure> {
    let rests_on = show::ledger_table(explanation, to.locale);
    match to.format {
        Format::Json => json(&document::explanation(explanation, to.locale)),
        Format::Csv => csv(&header(), records(explanation, to).into_iter()),
        Format::Markdown => Ok(explanation.markdown(to.locale)),
        Format::Table => {
            let (formula, table) = (explanation.formula_text(to.locale), drawn(&rests_on, 1..3));
            let (feeds, sources) = (explanation.feeds_text(to.locale), explanation.sources_text(to.locale));
            Ok(format!("{formula}\n{table}{feeds}{sources}"))
        }
    }
}

/// What a figure rests on, for programs: figures and then inputs, each with its number, its unit, and how it is known.
fn records(explanation: &Explanation, to: Writer) -> Vec<Vec<String>> {
    let with = |mut cells: Vec<String>, grade: String| {
        cells.push(grade);
        cells
    };
    let figures = explanation.figures.iter().map(|row| with(record(row, to.locale), String::new()));
    let inputs = explanation.inputs.iter().map(|row| with(input_record(row, to.locale), grade(row)));
    figures.chain(inputs).collect()
}

fn header() -> Vec<&'static str> {
    COLUMNS.into_iter().chain(["grade"]).collect()
}

/// A figure of each side of a comparison, opened.
pub(super) fn side_by_side(names: &[String], opened: &[Explanation], to: Writer) -> Result<String, Failure> {
    let sides = names.iter().zip(opened);
    if to.format == Format::Csv {
        let named = |name: &String, cells: Vec<String>| [name.clone()].into_iter().chain(cells).collect();
        let rows = sides.flat_map(|(name, opened)| {
            records(opened, to).into_iter().map(|cells| named(name, cells)).collect::<Vec<_>>()
        });
        return csv(&["name"].into_iter().chain(header()).collect::<Vec<_>>(), rows);
    }
    if to.format == Format::Json {
        let sides = sides.map(|(name, opened)| (name.clone(), document::explanation(opened, to.locale)));
        return json(&Node::table(vec![("edition", EDITION.into()), ("sides", Node::keyed(sides))]));
    }
    sides.map(|(name, opened)| Ok(format!("{name}\n{}\n", written(opened, to)?))).collect()
}
