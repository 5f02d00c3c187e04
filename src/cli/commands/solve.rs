//! `solve`: what it would take.

use crate::analysis::{Goal, Solved, solve_together};
use crate::cli::Failure;
use crate::cli::args::{Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::{Writer, json, listed, markdown, numbers};
use crate::document;
use crate::estimate::Scenario;
use crate::report::answers::{scaling_line, solved_lines, solved_sheet, solved_title};

/// What it would take: the values of an input for which a figure meets a goal
#[derive(clap::Args, Debug)]
#[command(
    after_help = "A goal is a figure, a relation (<=, >= or =) and an amount with its unit. Everything that the
input may be is searched, unless --within says less. Devices, layers and whatever else is
counted come out as whole numbers. An answer's range is what it becomes where the figure stands
at the ends of its own.

Examples:
  wattflop solve cluster.pools.0.count --for 'duration<=90 d' grok-2-cluster --model grok-2
  wattflop solve site.electricity --for 'cost.annuity.per_device_hour<=2 USD/device-h' xai-gigafactory
  wattflop solve run.tokens --for 'cost.annuity.total<=100 million USD' meta-24k --model llama3-70b
  wattflop solve cluster.pools.0.count --for 'power.facility.peak<=150 MW' xai-gigafactory
  wattflop solve cluster.pools.0.count --with cluster.pools.1.count --with cluster.pools.2.count \\
    --for 'power.facility.peak<=500 MW' colossus-230k                     all three pools alike
  wattflop solve run.compute --for 'duration<=100 d' xai-gigafactory     and the compute-optimal model beside it

`wattflop inputs CLUSTER` has the inputs, any table with --all the figures."
)]
pub(in crate::cli) struct Arguments {
    /// The input, by path
    input: String,
    /// The goal
    #[arg(long = "for", value_name = "FIGURE<=AMOUNT", required = true)]
    goal: String,
    /// The cluster, by id
    #[arg(required_unless_present = "scenario")]
    cluster: Option<String>,
    /// The model, for a training run: by id, or a Hugging Face `config.json`
    #[arg(long)]
    model: Option<String>,
    /// An input that moves with it, in the ratio that it has to it at present; may be repeated
    #[arg(long, value_name = "PATH")]
    with: Vec<String>,
    /// Search only within this range
    #[arg(long, value_name = "LOW..HIGH")]
    within: Option<String>,
    #[command(flatten)]
    inputs: Given,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let inputs: Vec<_> = [&self.input].into_iter().chain(&self.with).map(String::as_str).collect();
        let task = Wanted::for_inputs(&inputs);
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), task);
        let scenario = asked.scenario(&self.inputs)?;
        let solved = solve_together(&scenario, &inputs, &Goal::parse(&self.goal)?, self.within.as_deref())?;
        written(&solved, &scenario, to)
    }
}

fn written(solved: &Solved, scenario: &Scenario, to: Writer) -> Result<String, Failure> {
    let sheet = solved_sheet(solved);
    match to.format {
        Format::Json => json(&document::solved(solved, to.locale)),
        Format::Csv => numbers(Some(&document::sheet(&sheet))),
        Format::Markdown => Ok(markdown(&sheet.table(to.locale))),
        Format::Table => {
            let title = to.title("solve", &solved_title(solved, to.locale));
            let everywhere = || format!("{}\n", to.word("met-everywhere"));
            let table = if sheet.rows.is_empty() { everywhere() } else { to.drawn(&sheet) };
            let first = solved.answers.first();
            let scaling = first.and_then(|answer| solved.scaling(scenario, answer.value));
            let scaling = scaling.map(|scaling| scaling_line(&scaling, to.locale));
            Ok(title + &table + &listed(solved_lines(solved, to.locale).into_iter().chain(scaling)))
        }
    }
}
