//! Arguments.

use crate::analysis::sweep::Direction;
use crate::report::chart::Theme;
use crate::report::{Locale, costs};
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The reference calculator for AI compute: FLOP/s, days, megawatts, megawatt-hours, litres, tonnes of CO2e and
/// dollars, each with its formula, its sources and its range.
#[derive(Debug, Parser)]
#[command(name = "wattflop", version, propagate_version = true, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) output: Output,
}

const EXAMPLES: &str = "Examples:
  wattflop compare xai-gigafactory stargate-10gw
  wattflop operate colossus-1 --set site.pue=1.2
  wattflop train --model grok-2 --cluster grok-2-cluster --explain cost.annuity.total
  wattflop serve --model grok-1 --cluster xai-gigafactory
  wattflop cost xai-gigafactory
  wattflop uncertainty colossus-1 stargate-abilene
  wattflop sensitivity colossus-1 --of cost.annuity.per_device_hour
  wattflop plan --model llama3.1-405b --cluster meta-24k
  wattflop timeline colossus
  wattflop solve cluster.pools.0.count --for 'duration<=90 d' grok-2-cluster --model grok-2
  wattflop sweep xai-gigafactory --over 'site.pue=1.1..1.5 by 0.1' --of cost.annuity.total
  wattflop compare meta-24k xai-gigafactory --svg compare.svg
  wattflop validate runs.csv
  wattflop list clusters --search stargate
  wattflop show h100-sxm

Exit codes: 0 all went well; 1 a file cannot be read or written; 2 an argument, id or value is wrong.";

/// What every command takes.
#[derive(Args, Debug)]
pub(super) struct Output {
    /// Language of words and numbers [default: from LC_ALL, LC_MESSAGES or LANG, else en]
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    /// How to write the result
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    /// English
    En,
    /// French
    Fr,
}

/// How to write a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, as wide as the terminal
    Table,
    /// One object; for results with `edition` and `figures`: path → value, unit, low, high, label
    Json,
    /// One line per row; for results path, value, unit, low, high, label
    Csv,
    /// A table for documents
    Markdown,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Set clusters side by side: devices, FLOP/s, power, energy, carbon, water, cost
    #[command(after_help = "Examples:
  wattflop compare xai-gigafactory stargate-10gw
  wattflop compare meta-24k xai-gigafactory --format json
  wattflop compare colossus-1 stargate-abilene --set site.electricity='0.05 USD/kWh' --lang fr
  wattflop compare stargate-10gw --scenario mine.toml      the file's own cluster beside a preset
  wattflop compare xai-gigafactory stargate-10gw --why cost.annuity.total --svg why.svg
  wattflop compare meta-24k xai-gigafactory --svg compare.svg --width 1000
  wattflop compare meta-24k xai-gigafactory --svg print.svg --theme print --vega compare.json")]
    Compare {
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
    },
    /// A year of a cluster: what it can do, draws, emits and costs
    #[command(after_help = "Examples:
  wattflop operate xai-gigafactory
  wattflop operate stargate-10gw --set cluster.pools.0.accelerator=gb300
  wattflop operate colossus-1 --set site.pue=1.1..1.4 --explain power.facility.average
  wattflop operate colossus-1 --set site.supply=memphis-2024
  wattflop operate meta-24k --set site.sources.0.kind=gas-turbine --set site.sources.0.share=0.6 \\
    --set site.sources.1.kind=grid                            the grid takes what is left
  wattflop operate colossus-1 --svg sure.svg                how sure each figure is")]
    Operate {
        /// The cluster, by id
        #[arg(required_unless_present = "scenario")]
        cluster: Option<String>,
        #[command(flatten)]
        inputs: Given,
        #[command(flatten)]
        view: View,
        #[command(flatten)]
        charted: Charted,
    },
    /// A training run on a cluster: how long it takes, what it draws, emits and costs
    #[command(after_help = "Examples:
  wattflop train --model grok-2 --cluster grok-2-cluster
  wattflop train --model llama3.1-405b --cluster meta-24k --set run.mfu=0.40
  wattflop train --model ./config.json --cluster xai-gigafactory --set run.tokens=15T
  wattflop train --cluster xai-gigafactory --set run.compute='5e26 FLOP'
  wattflop train --model grok-2 --cluster grok-2-cluster --svg sure.svg --theme dark")]
    Train {
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
    },
    /// A model in service: tokens a second, users, latency, energy and cost by token
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
    Serve {
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
    },
    /// What it costs: the bill of materials, an hour part by part, every accounting view side by side, rent or buy
    #[command(
        after_help = "Parts: bill, hour, views, development (of a run), decision, years (the cash flow), offers (what dated
prices of renting would ask), lives (other lives and resale values), drifts (rents that fall or rise). By default
the first five.

Examples:
  wattflop cost xai-gigafactory
  wattflop cost grok-2-cluster --model grok-2 --part views --part offers
  wattflop cost xai-gigafactory --part years --format csv
  wattflop cost grok-2-cluster --model grok-2 --set method=epoch --set finance.age='509 d'
  wattflop cost meta-24k --set money.currency=eur --set money.rate_year=2024 --lang fr
  wattflop cost xai-gigafactory --svg hour.svg
  wattflop cost xai-gigafactory --part bill --svg bill.svg      or views; else it draws the hour

`wattflop list methods` has the methods of others, `wattflop inputs CLUSTER` all that can be set."
    )]
    Cost {
        /// The cluster, by id
        #[arg(required_unless_present = "scenario")]
        cluster: Option<String>,
        /// The model, for a training run
        #[arg(long)]
        model: Option<String>,
        /// Only this part; may be repeated
        #[arg(long, value_enum, value_name = "PART")]
        part: Vec<costs::Part>,
        #[command(flatten)]
        inputs: Given,
        #[command(flatten)]
        charted: Charted,
    },
    /// Open a figure: its formula, the same with numbers, its inputs and their sources
    #[command(after_help = "Examples:
  wattflop explain cost.annuity.total xai-gigafactory
  wattflop explain duration --model grok-2 --cluster grok-2-cluster
  wattflop explain power.facility.peak xai-gigafactory --format markdown
  wattflop explain power.facility.peak xai-gigafactory --svg tree.svg")]
    Explain {
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
    },
    /// How sure: median, 50 % and 90 % intervals by sampling every doubtful input; of several clusters, how likely each is
    /// below the first
    #[command(
        after_help = "Every input with a range is drawn from its own distribution, at the same points for all clusters.
`wattflop inputs CLUSTER` lists the ranges, `--set` changes them. Results depend on nothing but
scenario, samples and seed.

Examples:
  wattflop uncertainty xai-gigafactory
  wattflop uncertainty grok-2-cluster --model grok-2 --samples 65536 --seed 7
  wattflop uncertainty colossus-1 stargate-abilene --of cost.annuity.per_device_hour
  wattflop uncertainty colossus-1 --set site.pue=1.1..1.4 --correlate site.pue,cluster.load=-0.3
  wattflop uncertainty meta-24k --of power.facility.peak --format json     quantiles and histogram
  wattflop uncertainty colossus-1 stargate-abilene --svg sure.svg           the intervals, drawn
  wattflop uncertainty meta-24k --of power.facility.peak --svg peak.svg     of one figure, its histogram"
    )]
    Uncertainty {
        /// Clusters, by id
        #[arg(required_unless_present = "scenario", num_args = 1..)]
        clusters: Vec<String>,
        /// The model, for a training run
        #[arg(long)]
        model: Option<String>,
        /// Points at which inputs are drawn; powers of two are the most even
        #[arg(long, default_value_t = 8192)]
        samples: u64,
        /// Other points, as even [default: 0]
        #[arg(long, default_value_t = 0, hide_default_value = true)]
        seed: u64,
        /// Only this figure, by path; may be repeated [default: the headlines]
        #[arg(long, value_name = "PATH")]
        of: Vec<String>,
        /// Two inputs that move together, with their rank correlation from -1 to 1; may be repeated
        #[arg(long, value_name = "PATH,PATH=RANK")]
        correlate: Vec<String>,
        #[command(flatten)]
        inputs: Given,
        #[command(flatten)]
        charted: Charted,
    },
    /// What matters most: what each doubtful input does to a figure alone, and which share of its variance it brings
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
    Sensitivity {
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
    },
    /// Search the best layouts of a training run: tensor, context, expert, pipeline and data parallelism, microbatch,
    /// interleaving, ZeRO, recomputation
    #[command(after_help = "Examples:
  wattflop plan --model llama3.1-405b --cluster meta-24k --batch 2048
  wattflop plan --model gpt3-175b --cluster xai-gigafactory --exhaustive
  wattflop plan --model deepseek-v3 --cluster meta-24k --devices 2048 --set run.precision=fp8")]
    Plan {
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
    },
    /// Predict measured rows of training, and say how far off: your own, or published ones
    #[command(after_help = "The header names the columns; those of step_times.csv, training_runs.csv and
vtrain_single_node.csv in tests/published/data are known: model or its dimensions (layers, hidden, heads, seq, vocab),
accelerator, number of devices, tp, pp, dp, ep, cp, microbatch, global_batch, interleave, recompute, precision, and any
of measured_step_s, measured_tflops_per_gpu, measured_mfu, step_time_s, mfu_pct, hfu_pct, tokens_per_s, wall_days,
avg_power_w_per_gpu and energy_mwh (with power_scope and energy_scope: what was metered). Outcomes are never looked at for
a prediction.

Examples:
  wattflop validate runs.csv
  wattflop validate runs.csv --format json")]
    Validate {
        /// The measured rows, as CSV with a header (`-` reads the standard input)
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// List the inputs of a scenario: path, value, range, and what they stand on
    #[command(after_help = "Examples:
  wattflop inputs xai-gigafactory
  wattflop inputs grok-2-cluster --model grok-2")]
    Inputs {
        /// The cluster, by id
        #[arg(required_unless_present = "scenario")]
        cluster: Option<String>,
        /// The model, for a training run
        #[arg(long)]
        model: Option<String>,
        #[command(flatten)]
        inputs: Given,
    },
    /// List a part of the catalogue
    #[command(after_help = "Examples:
  wattflop list clusters
  wattflop list models --search grok
  wattflop list sites --search texas")]
    List {
        /// The part
        #[arg(value_enum)]
        part: ListPart,
        /// Only what holds this text
        #[arg(long)]
        search: Option<String>,
    },
    /// Show an entry of the catalogue: every field, its grade, its sources
    #[command(after_help = "Examples:
  wattflop show h100-sxm
  wattflop show stargate-10gw
  wattflop show llama3.1-405b --format json")]
    Show {
        /// Its id
        id: String,
    },
    /// A site that is built in phases, month by month: what stands, what it draws, emits and costs; and when a training
    /// run on it is finished
    #[command(
        after_help = "A phase is all that stands from its date on, the phases before included. Where a date of the
catalogue names a month or a year, a phase stands from its last day on, and a run starts on
its first. The last phase lasts on.

Examples:
  wattflop timeline colossus
  wattflop timeline stargate-abilene --months 24 --format csv
  wattflop timeline colossus --run grok-2 --start 2024-09 --set run.mfu=0.35
  wattflop timeline colossus-1 colossus-200k@2024-12-03       clusters as phases
  wattflop timeline colossus-2 --set run.compute='1e28 FLOP'  a run by its compute
  wattflop timeline --scenario phases.toml                    phases of your own
  wattflop timeline colossus --svg colossus.svg --width 900

  # phases.toml
  name = \"mine\"
  [[phases]]
  date = \"2027-01\"
  cluster = \"colossus-1\"
  [[phases]]
  date = \"2027-09\"
  cluster = { pools = [{ accelerator = \"gb300\", count = 200000 }] }

`wattflop list buildouts` has the sites, `wattflop list clusters` what can be a phase."
    )]
    Timeline {
        /// The site, by id; or clusters as its phases, each from its own date on or from another
        #[arg(required_unless_present = "scenario", num_args = 1.., value_name = "SITE|CLUSTER[@DATE]")]
        phases: Vec<String>,
        /// How many months [default: to a year after the last phase]
        #[arg(long)]
        months: Option<u32>,
        /// A training run: its model, by id, or a Hugging Face `config.json`
        #[arg(long, value_name = "MODEL")]
        run: Option<String>,
        /// The day on which the run starts, YYYY-MM-DD [default: when the first phase stands]
        #[arg(long, value_name = "DATE")]
        start: Option<String>,
        #[command(flatten)]
        inputs: Given,
        #[command(flatten)]
        charted: Charted,
        /// Show every column rather than the headlines
        #[arg(long)]
        all: bool,
    },
    /// What it would take: the values of an input for which a figure meets a goal
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
  wattflop solve run.compute --for 'duration<=100 d' xai-gigafactory     and the compute-optimal model beside it

`wattflop inputs CLUSTER` has the inputs, any table with --all the figures."
    )]
    Solve {
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
        /// Search only within this range
        #[arg(long, value_name = "LOW..HIGH")]
        within: Option<String>,
        #[command(flatten)]
        inputs: Given,
    },
    /// Figures over a grid of inputs and choices, cell by cell; and the cells that no other beats
    #[command(
        after_help = "Values are a list, a range with a step, or a range with a number of values, evenly or (log) each
as many times the one before. A list takes names too: of accelerators, of grids. The last grid
goes fastest. CSV streams, and holds a few thousand cells at a time however many there are; a
cell that cannot be calculated says why in its last column.

Examples:
  wattflop sweep xai-gigafactory --over 'site.pue=1.1..1.5 by 0.1' --of power.facility.peak --of cost.annuity.total
  wattflop sweep grok-2-cluster --model grok-2 --over 'cluster.pools.0.count=1000..100000 in 20 log' --of duration
  wattflop sweep xai-gigafactory --over 'site.grid=fra,usa,us-tx' --over 'site.electricity=0.03,0.05,0.08 USD/kWh' \\
      --pareto least:cost.annuity.total --pareto least:carbon.operational
  wattflop sweep meta-24k --over 'cluster.pools.0.accelerator=h100-sxm,gb300' --of throughput.peak --format csv"
    )]
    Sweep {
        /// The cluster, by id
        #[arg(required_unless_present = "scenario")]
        cluster: Option<String>,
        /// The model, for a training run: by id, or a Hugging Face `config.json`
        #[arg(long)]
        model: Option<String>,
        /// An input or a choice, and its values; may be repeated
        #[arg(long, value_name = "PATH=VALUES", value_parser = path_and_value, required = true)]
        over: Vec<(String, String)>,
        /// A figure, by path; may be repeated
        #[arg(long, value_name = "PATH", required_unless_present = "pareto")]
        of: Vec<String>,
        /// Keep only the cells that no other beats in these figures; may be repeated
        #[arg(long, value_name = "least:PATH|most:PATH", value_parser = direction_and_path)]
        pareto: Vec<(Direction, String)>,
        #[command(flatten)]
        inputs: Given,
        #[command(flatten)]
        charted: Charted,
    },
    /// How clusters grow with the years, and what binds each first: chips, power or money; or what a dollar buys
    #[command(after_help = "Examples:
  wattflop trend --format markdown
  wattflop trend --of prices
  wattflop trend --of rents --format csv")]
    Trend {
        /// Of what
        #[arg(long, value_enum, default_value_t = TrendOf::Clusters)]
        of: TrendOf,
    },
}

/// What a trend is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TrendOf {
    /// Devices, power and capital of clusters
    Clusters,
    /// FLOP/s for a dollar of accelerators
    Prices,
    /// Rents on demand
    Rents,
}

impl ValueEnum for costs::Part {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// A part of the catalogue.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ListPart {
    Accelerators,
    Systems,
    Clusters,
    Buildouts,
    Models,
    Sites,
    Supplies,
    Sources,
    Coolings,
    Climates,
    Methods,
    Prices,
}

/// Where inputs come from.
#[derive(Args, Debug, Default)]
pub(super) struct Given {
    /// A scenario, as TOML or JSON (`-` reads it from the standard input); arguments take precedence over it
    #[arg(long, value_name = "FILE")]
    pub(super) scenario: Option<PathBuf>,
    /// Set an input by its path, with its unit where it has one, or as a range LOW..HIGH or LOW..MEDIAN..HIGH, with the shape that
    /// it spreads by behind it (lognormal, above-one, normal, logit-normal, uniform); may be repeated
    #[arg(long = "set", value_name = "PATH=VALUE", value_parser = path_and_value)]
    pub(super) set: Vec<(String, String)>,
}

/// Charts beside the result.
#[derive(Args, Debug)]
pub(super) struct Charted {
    /// Draw the chart that fits, as SVG, into a file (`-` writes it to the standard output in place of the result)
    #[arg(long, value_name = "FILE", help_heading = "Chart")]
    pub(super) svg: Option<PathBuf>,
    /// The same as a specification of Vega-Lite
    #[arg(long, value_name = "FILE", help_heading = "Chart")]
    pub(super) vega: Option<PathBuf>,
    /// On what it is read
    #[arg(long, value_enum, default_value_t = Theme::Light, help_heading = "Chart")]
    pub(super) theme: Theme,
    /// Its width, in pixels; its height follows
    #[arg(long, default_value_t = 640, value_name = "PIXELS", help_heading = "Chart")]
    pub(super) width: u32,
    /// Write over files that are there
    #[arg(long, help_heading = "Chart")]
    pub(super) force: bool,
}

impl ValueEnum for Theme {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// What of a result to show.
#[derive(Args, Debug)]
pub(super) struct View {
    /// Show every figure rather than the headlines
    #[arg(long)]
    pub(super) all: bool,
    /// Open a figure instead: formula, numbers, inputs, sources
    #[arg(long, value_name = "PATH")]
    pub(super) explain: Option<String>,
}

fn path_and_value(text: &str) -> Result<(String, String), String> {
    let (path, value) = text.split_once('=').ok_or("expected PATH=VALUE, such as site.pue=1.2")?;
    Ok((path.trim().to_owned(), value.trim().to_owned()))
}

fn direction_and_path(text: &str) -> Result<(Direction, String), String> {
    let expected = "expected least:PATH or most:PATH, such as least:cost.annuity.total";
    let (direction, path) = text.split_once(':').ok_or(expected)?;
    let direction = match direction.trim() {
        "least" | "min" => Direction::Least,
        "most" | "max" => Direction::Most,
        _ => return Err(expected.to_owned()),
    };
    Ok((direction, path.trim().to_owned()))
}

impl Cli {
    /// The language asked for, or that of the environment.
    pub(super) fn locale(&self) -> Locale {
        match self.output.lang {
            Some(Lang::En) => Locale::En,
            Some(Lang::Fr) => Locale::Fr,
            None => from_environment(),
        }
    }
}

fn from_environment() -> Locale {
    let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set);
    name.and_then(|name| std::env::var(name).ok()).map_or(Locale::En, |tag| Locale::of_tag(&tag))
}
