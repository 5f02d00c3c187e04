//! `train`: a training run on a cluster.

use super::result::result;
use crate::cli::Failure;
use crate::cli::args::{Charted, Given, View};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::Writer;

/// A training run on a cluster: how long it takes, what it draws, emits and costs
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop train --model grok-2 --cluster grok-2-cluster
  wattflop train --model llama3.1-405b --cluster meta-24k --set run.mfu=0.40
  wattflop train --model ./config.json --cluster xai-gigafactory --set run.tokens=15T
  wattflop train --cluster xai-gigafactory --set run.compute='5e26 FLOP'
  wattflop train --model grok-2 --cluster grok-2-cluster --svg sure.svg --theme dark")]
pub(in crate::cli) struct Arguments {
    /// The model, by id, or a Hugging Face `config.json`
    #[arg(long)]
    model: Option<String>,
    /// The cluster, by id
    #[arg(long, required_unless_present = "scenario")]
    cluster: Option<String>,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    charted: Charted,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), Wanted::Training);
        result(asked.scenario(&self.inputs)?, &self.view, &self.charted, to)
    }
}
