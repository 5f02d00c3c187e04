//! `sensitivity`: what matters most.

use super::result::input_record;
use crate::analysis::{self, sensitivity};
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::watch::watched;
use crate::cli::write::{Writer, csv, drawn, json, markdown};
use crate::document;
use crate::report::chart::of_sensitivity;
use crate::report::uncertainty::{sensitivity_notes, sensitivity_table};
use crate::report::{show, words};

/// What matters most: what each doubtful input does to a figure alone, and which share of its variance it brings
#[derive(clap::Args, Debug)]
#[command(
    after_help = "At its low and high: the figure where that input alone moves to its 5th and 95th percentile.
Elasticity: by how many percent the figure changes for one percent of the input.
Variance: the share of the figure's variance that the input brings alone (first-order Sobol index),
and with what it does together with others (total index).

Examples:
  wattflop sensitivity xai-gigafactory --of cost.annuity.per_device_hour
  wattflop sensitivity grok-2-cluster --model grok-2 --of carbon.operational --lang fr
  wattflop sensitivity meta-24k --of power.facility.peak --set site.pue=1.05..1.5 --format csv"
)]
pub(in crate::cli) struct Arguments {
    /// The cluster, by id
    #[arg(required_unless_present = "scenario")]
    cluster: Option<String>,
    /// The figure, by path (see the last column of any table with --all)
    #[arg(long, value_name = "PATH")]
    of: String,
    /// The model, for a training run
    #[arg(long)]
    model: Option<String>,
    /// Points of each of the two samples; all inputs are drawn at each, and each input once more
    #[arg(long, default_value_t = 1024)]
    samples: u64,
    /// Other points, as even [default: 0]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    seed: u64,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    charted: Charted,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), Wanted::Either);
        let scenario = asked.scenario(&self.inputs)?;
        let found = sensitivity(&scenario, &self.of, self.samples, self.seed, &mut watched())?;
        self.charted.beside(to, || Ok(of_sensitivity(&found, to.locale)), || written(&found, to))
    }
}

fn written(found: &analysis::Sensitivity, to: Writer) -> Result<String, Failure> {
    let table = sensitivity_table(found, to.locale);
    let notes = sensitivity_notes(found, to.locale);
    match to.format {
        Format::Json => json(&document::sensitivity(found, &notes, to.locale)),
        Format::Csv => csv(&COLUMNS, found.causes.iter().map(|cause| record(found, cause, to))),
        Format::Markdown => Ok(markdown(&table)),
        Format::Table => {
            let row = &found.row;
            let label = words::figure_label(row, to.locale);
            let heading = to.heading("sensitivity", &format!("{label} · {}", show::name(&found.estimate)));
            let [value, range] = [words::figure_value(row, to.locale), words::figure_range(row, to.locale)];
            Ok(format!("{heading}{value}  ({range})\n{}{}", drawn(&table, 1..7), to.notes(&notes)))
        }
    }
}

const COLUMNS: [&str; 12] = [
    "path",
    "value",
    "unit",
    "low",
    "high",
    "label",
    "at_low",
    "at_high",
    "figure_unit",
    "elasticity",
    "first_order",
    "total",
];

/// An input in its unit, and what it does to the figure, in that of the figure.
fn record(found: &analysis::Sensitivity, cause: &analysis::Cause, to: Writer) -> Vec<String> {
    let [low, high] = cause.ends.map(|base| found.row.in_unit(base).to_string());
    let elasticity = cause.elasticity.map_or_else(String::new, |elasticity| elasticity.to_string());
    let [first, total] = [cause.index.first, cause.index.total].map(|share| share.to_string());
    let effects = [low, high, found.row.unit(), elasticity, first, total];
    input_record(&cause.row, to.locale).into_iter().chain(effects).collect()
}
