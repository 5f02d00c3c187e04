//! `serve`: a model in service, in one layout or in all that are best.

use super::result::result;
use crate::analysis::{ServiceFrontier, service_frontier, set};
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given, View};
use crate::cli::scenario::{Asked, File, Wanted};
use crate::cli::write::{Writer, json, markdown, numbers};
use crate::document::{self, Node};
use crate::estimate::Scenario;
use crate::report::answers::frontier_sheet;
use crate::report::chart::of_service;

/// A model in service: tokens a second, users, latency, energy and cost by token
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Lengths are averages. Where neither `--requests` nor `--users` is given, as many as the devices can
answer; where the cluster has no count, as many devices as what is asked for takes. Layout and batch are found, unless
they are set.

Examples:
  wattflop serve --model grok-1 --cluster xai-gigafactory
  wattflop serve --model llama3.1-70b --on h100-sxm --users 1000
  wattflop serve --model deepseek-v3 --on b200 --requests 200 --prompt 2000 --output 500 \\
    --set serving.precision=fp8 --set serving.user_rate='50 tokens/s'
  wattflop serve --model llama3.1-405b --on h200 --users 1 --frontier --svg frontier.svg
  wattflop serve --model gpt-oss-120b --on h100-sxm --users 500 --set serving.weights=mxfp4
  wattflop serve --model grok-1 --cluster xai-gigafactory --explain cost.annuity.per_output_token"
)]
pub(in crate::cli) struct Arguments {
    /// The model, by id, or a Hugging Face `config.json`
    #[arg(long, required_unless_present = "scenario")]
    model: Option<String>,
    /// The cluster, by id
    #[arg(long, required_unless_present_any = ["scenario", "on"], conflicts_with = "on")]
    cluster: Option<String>,
    /// Devices of this kind, by id, rather than a cluster: as many as it takes
    #[arg(long, value_name = "ACCELERATOR")]
    on: Option<String>,
    /// Requests at the peak of demand, a second unless a time is named: 200 or '5e6 /h'
    #[arg(long, conflicts_with = "users")]
    requests: Option<String>,
    /// Users who are answered at once, at the peak of demand
    #[arg(long)]
    users: Option<String>,
    /// Tokens of a prompt, on average
    #[arg(long)]
    prompt: Option<String>,
    /// Tokens of an answer, on average
    #[arg(long)]
    output: Option<String>,
    /// Rather than one layout, all that are best: the rate of a user against that of a device
    #[arg(long, conflicts_with = "explain")]
    frontier: bool,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    view: View,
    #[command(flatten)]
    charted: Charted,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let scenario = self.scenario()?;
        if !self.frontier {
            return result(scenario, &self.view, &self.charted, to);
        }
        let found = service_frontier(&scenario)?;
        self.charted.beside(to, || Ok(of_service(&found, to.locale)), || best_layouts(&found, to))
    }

    /// What is served, and on what, with what was asked for of it.
    fn scenario(&self) -> Result<Scenario, Failure> {
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), Wanted::Serving);
        let mut scenario = match &self.on {
            Some(id) => asked.with(Some(&on(id, self.inputs.file()?)), &self.inputs.set)?,
            None => asked.scenario(&self.inputs)?,
        };
        let asked = [
            ("serving.prompt", self.prompt.clone()),
            ("serving.output", self.output.clone()),
            ("serving.users", self.users.clone()),
            ("serving.requests", self.requests.as_deref().map(per_second)),
        ];
        for (path, value) in asked {
            value.map_or(Ok(()), |value| set(&mut scenario, path, &value))?;
        }
        Ok(scenario)
    }
}

/// A scenario file with a cluster of one kind of devices, as many as it takes.
fn on(accelerator: &str, file: Option<File>) -> File {
    let mut file = file.unwrap_or_else(|| File { name: String::new(), node: Node::table(vec![]) });
    let pool = Node::table(vec![("accelerator", accelerator.into())]);
    file.node.put("cluster", Node::table(vec![("name", accelerator.into()), ("pools", vec![pool].into())]));
    file
}

/// Requests a second, where no other time is named.
fn per_second(requests: &str) -> String {
    if requests.contains('/') { requests.to_owned() } else { format!("{requests} /s") }
}

/// The best layouts of a service.
fn best_layouts(frontier: &ServiceFrontier, to: Writer) -> Result<String, Failure> {
    let sheet = frontier_sheet(frontier);
    match to.format {
        Format::Json => json(&document::sheet(&sheet)),
        Format::Csv => numbers(Some(&document::sheet(&sheet))),
        Format::Markdown => Ok(markdown(&sheet.table(to.locale))),
        Format::Table => {
            let name = format!("{}@{}", frontier.model, frontier.accelerator);
            Ok(to.title("serve", &name) + &to.drawn(&sheet))
        }
    }
}
