//! `inputs`: what a scenario is computed from.

use super::result::{COLUMNS, grade, input_record};
use crate::analysis::inputs;
use crate::cli::Failure;
use crate::cli::args::{Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::{Writer, csv, json};
use crate::document;
use crate::report::show;

/// List the inputs of a scenario: path, value, range, and what they stand on
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop inputs xai-gigafactory
  wattflop inputs grok-2-cluster --model grok-2")]
pub(in crate::cli) struct Arguments {
    /// The cluster, by id
    #[arg(required_unless_present = "scenario")]
    cluster: Option<String>,
    /// The model, for a training run
    #[arg(long)]
    model: Option<String>,
    #[command(flatten)]
    inputs: Given,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), Wanted::Either);
        let estimate = asked.scenario(&self.inputs)?.evaluate()?;
        match to.format {
            Format::Json => json(&document::inputs(&estimate, to.locale)),
            Format::Csv => {
                let header: Vec<_> = COLUMNS.into_iter().chain(["grade"]).collect();
                let record = |row| input_record(row, to.locale).into_iter().chain([grade(row)]).collect();
                csv(&header, inputs(&estimate.scenario).iter().map(record))
            }
            _ => to.table(&show::inputs_table(&estimate, to.locale)),
        }
    }
}
