//! `plan`: the best layouts of a training run.

use crate::analysis::plan::{Mode, Planned, plan};
use crate::analysis::set;
use crate::cli::Failure;
use crate::cli::args::{Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::watch::watched;
use crate::cli::write::{Writer, drawn, json, markdown, numbers};
use crate::document;
use crate::report::show;

/// Search the best layouts of a training run: tensor, context, expert, pipeline and data parallelism, microbatch,
/// interleaving, ZeRO, recomputation
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop plan --model llama3.1-405b --cluster meta-24k --batch 2048
  wattflop plan --model gpt3-175b --cluster xai-gigafactory --exhaustive
  wattflop plan --model deepseek-v3 --cluster meta-24k --devices 2048 --set run.precision=fp8")]
pub(in crate::cli) struct Arguments {
    /// The model, by id, or a Hugging Face `config.json`
    #[arg(long)]
    model: Option<String>,
    /// The cluster, by id
    #[arg(long, required_unless_present = "scenario")]
    cluster: Option<String>,
    /// Devices to use, where not all of the cluster
    #[arg(long)]
    devices: Option<u32>,
    /// Sequences in a global batch [default: near 16 million tokens]
    #[arg(long)]
    batch: Option<u32>,
    /// Time every legal layout, rather than leave out what cannot be among the best; finds the same
    #[arg(long)]
    exhaustive: bool,
    #[command(flatten)]
    inputs: Given,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), Wanted::Training);
        let mut scenario = asked.scenario(&self.inputs)?;
        for (path, number) in [("cluster.pools.0.count", self.devices), ("run.batch", self.batch)] {
            number.map_or(Ok(()), |number| set(&mut scenario, path, &number.to_string()))?;
        }
        let mode = if self.exhaustive { Mode::Exhaustive } else { Mode::Pruned };
        let planned = plan(scenario, mode, &mut watched())?;
        match to.format {
            Format::Json => json(&document::plan(&planned)),
            Format::Csv => numbers(document::plan(&planned).get("layouts")),
            Format::Markdown => Ok(markdown(&show::plan_table(&planned, to.locale))),
            Format::Table => Ok(self.page(&planned, to)),
        }
    }

    /// The best layouts, with the command that trains in the first.
    fn page(&self, planned: &Planned, to: Writer) -> String {
        let basis = show::plan_basis(planned, to.locale).join("\n");
        let counts = show::plan_counts(planned, to.locale).join("\n");
        let Some(first) = planned.plan.best.first() else {
            return format!("{basis}\n{}\n{counts}\n", to.word("none-fits"));
        };
        let table = drawn(&show::plan_table(planned, to.locale), 1..4);
        let command = command(&self.training(), &planned.settings(first));
        format!("{basis}\n{table}{counts}\n{}\n  {command}\n", to.word("best-settings"))
    }

    /// The options of the command that trains what was planned, before its layout is set.
    fn training(&self) -> Vec<(&'static str, String)> {
        let file = self.inputs.scenario.as_ref().map(|file| ("--scenario", file.display().to_string()));
        let named = [("--model", &self.model), ("--cluster", &self.cluster)];
        let named = named.into_iter().filter_map(|(option, id)| Some((option, id.clone()?)));
        let set = self.inputs.set.iter().map(|(path, value)| ("--set", format!("{path}={value}")));
        file.into_iter().chain(named).chain(set).collect()
    }
}

/// The command that trains in a layout, as a shell reads it. What the layout sets stands in place of what was set before.
fn command(train: &[(&str, String)], settings: &[(&str, String)]) -> String {
    let is_set_again = |text: &str| settings.iter().any(|(path, _)| text.split('=').next() == Some(path));
    let kept = train.iter().filter(|(option, value)| *option != "--set" || !is_set_again(value));
    let kept = kept.map(|(option, value)| format!("{option} {}", quoted(value)));
    let set = settings.iter().map(|(path, value)| format!("--set {path}={value}"));
    format!("wattflop train {}", kept.chain(set).collect::<Vec<_>>().join(" "))
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,+%@".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
