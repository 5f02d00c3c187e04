//! `timeline`: a site that is built in phases.

use crate::analysis::{self, Ask, TimelineNote, timeline, timeline_notes};
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given};
use crate::cli::scenario::{File, is_of_run, model_node, settings};
use crate::cli::write::{Writer, json, listed, numbers};
use crate::cluster::Buildout;
use crate::document::{self, Node};
use crate::error::Error;
use crate::quantities::Date;
use crate::report::chart::of_timeline;
use crate::report::sheet::Sheet;
use crate::report::timeline::{every_month, months_sheets, phases_sheet, run_sheet};
use crate::report::words;
use crate::workload::{Model, TrainingRun};

/// A site that is built in phases, month by month: what stands, what it draws, emits and costs; and when a training
/// run on it is finished
#[derive(clap::Args, Debug)]
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
pub(in crate::cli) struct Arguments {
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
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let timeline = self.timeline()?;
        let draw = || Ok(of_timeline(&timeline, to.locale));
        self.charted.beside(to, draw, || written(&timeline, self.all, to))
    }

    /// The timeline: the file's, then the arguments', then what was set.
    fn timeline(&self) -> Result<analysis::Timeline, Failure> {
        let file = self.inputs.file()?;
        let names: Vec<_> = self.phases.iter().map(String::as_str).collect();
        let read = |file: &File| -> Result<_, Error> {
            let ask = document::read_ask(&file.node)?;
            let own = if names.is_empty() { Some(document::read_buildout(&file.node)?) } else { None };
            Ok((own, ask))
        };
        let in_file = |file: &File| read(file).map_err(|error| Failure::InFile(file.name.clone(), error));
        let (own, ask) = file.as_ref().map(in_file).transpose()?.unwrap_or_default();
        let buildout = own.map_or_else(|| Buildout::named(&names), Ok)?;
        Ok(timeline(&buildout, &self.asked(ask)?)?)
    }

    /// What is asked beside the phases: by the arguments, where they say it.
    fn asked(&self, mut ask: Ask) -> Result<Ask, Failure> {
        let first_of = |text: &str| Date::first_of(text).ok_or_else(|| Error::not_a_date("--start", text));
        ask.months = self.months.or(ask.months);
        ask.start = self.start.as_deref().map(first_of).transpose()?.or(ask.start);
        let trains = self.inputs.set.iter().any(|(path, _)| is_of_run(path));
        if self.run.is_some() || (trains && ask.run.is_none()) {
            ask.run = Some(run_of(self.run.as_deref())?);
        }
        if self.start.is_some() && ask.run.is_none() {
            return Err(Error::wrong_form("--start", "form-start").into());
        }
        ask.settings.extend(settings(&self.inputs.set));
        Ok(ask)
    }
}

/// A run of a model, by id or by the configuration in a file; of one that nothing is known of, where none is named.
fn run_of(model: Option<&str>) -> Result<TrainingRun, Failure> {
    let unknown = || TrainingRun::of(Model::unknown("run"));
    let Some(model) = model else { return Ok(unknown()) };
    let node = Node::table(vec![("model", model_node(model)?)]);
    Ok(document::read_ask(&node)?.run.unwrap_or_else(unknown))
}

/// A timeline. As CSV, its months.
fn written(timeline: &analysis::Timeline, all: bool, to: Writer) -> Result<String, Failure> {
    let name = timeline.buildout.name();
    match to.format {
        Format::Json => json(&document::timeline(timeline, to.locale)),
        Format::Csv => numbers(Some(&document::sheet(&every_month(timeline)))),
        Format::Markdown => to.sheets(&sheets(timeline, all), name),
        Format::Table => {
            let named = |sheet: &Sheet| format!("\n{}", to.named(sheet));
            let tables: String = sheets(timeline, all).iter().map(named).collect();
            let notes = timeline_notes(timeline).iter().map(|note| on_phases(note, to)).collect::<Vec<_>>();
            Ok(to.title("timeline", name) + &tables + &listed(notes))
        }
    }
}

/// Its phases, its months, and its run where it has one.
fn sheets(timeline: &analysis::Timeline, all: bool) -> Vec<Sheet> {
    let run = timeline.finish.iter().map(|finish| run_sheet(timeline, finish));
    [phases_sheet(timeline)].into_iter().chain(months_sheets(timeline, all)).chain(run).collect()
}

/// A note, behind the phases that it is on.
fn on_phases(TimelineNote { phases, note }: &TimelineNote, to: Writer) -> String {
    let colon = if phases.is_empty() { "" } else { to.word("colon") };
    format!("{}{colon}{}", phases.join(", "), words::note(note, to.locale))
}
