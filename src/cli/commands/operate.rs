//! `operate`: a year of a cluster.

use super::result::result;
use crate::cli::Failure;
use crate::cli::args::{Charted, Given, View};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::Writer;

/// A year of a cluster: what it can do, draws, emits and costs
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop operate xai-gigafactory
  wattflop operate stargate-10gw --set cluster.pools.0.accelerator=gb300
  wattflop operate colossus-1 --set site.pue=1.1..1.4 --explain power.facility.average
  wattflop operate colossus-1 --set site.supply=memphis-2024
  wattflop operate meta-24k --set site.sources.0.kind=gas-turbine --set site.sources.0.share=0.6 \\
    --set site.sources.1.kind=grid                            the grid takes what is left
  wattflop operate colossus-1 --svg sure.svg                how sure each figure is")]
pub(in crate::cli) struct Arguments {
    /// The cluster, by id
    #[arg(required_unless_present = "scenario")]
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
        let asked = Asked::of(self.cluster.as_deref(), None, Wanted::Operation);
        result(asked.scenario(&self.inputs)?, &self.view, &self.charted, to)
    }
}
