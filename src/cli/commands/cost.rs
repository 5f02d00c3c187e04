//! `cost`: what it costs, part by part.

use crate::analysis::notes;
use crate::analysis::notes::{decision_notes, view_notes};
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::write::Writer;
use crate::error::Error;
use crate::estimate::Estimate;
use crate::report::chart::{Chart, of_bill, of_hour, of_views};
use crate::report::costs::{self, Part};
use crate::report::sheet::Sheet;
use crate::report::show;
use clap::ValueEnum;
use clap::builder::PossibleValue;

/// What it costs: the bill of materials, an hour part by part, every accounting view side by side, rent or buy
#[derive(clap::Args, Debug)]
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
pub(in crate::cli) struct Arguments {
    /// The cluster, by id
    #[arg(required_unless_present = "scenario")]
    cluster: Option<String>,
    /// The model, for a training run
    #[arg(long)]
    model: Option<String>,
    /// Only this part; may be repeated
    #[arg(long, value_enum, value_name = "PART")]
    part: Vec<Part>,
    #[command(flatten)]
    inputs: Given,
    #[command(flatten)]
    charted: Charted,
}

impl ValueEnum for Part {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), Wanted::Either);
        let estimate = asked.scenario(&self.inputs)?.evaluate()?;
        let parts = costs::parts(&self.part, &estimate);
        self.charted.beside(to, || self.chart(&estimate, to), || written(&estimate, &parts, to))
    }

    /// The chart of a part; of the hour, unless the first part that was asked for has one.
    fn chart(&self, estimate: &Estimate, to: Writer) -> Result<Chart, Error> {
        match self.part.first() {
            Some(Part::Bill) => of_bill(estimate, to.locale),
            Some(Part::Views) => of_views(estimate, to.locale),
            _ => of_hour(estimate, to.locale),
        }
    }
}

/// The parts. As CSV, one: each has columns of its own.
fn written(estimate: &Estimate, parts: &[Part], to: Writer) -> Result<String, Failure> {
    let sheets = parts.iter().map(|part| costs::sheet(estimate, *part)).collect::<Result<Vec<_>, _>>()?;
    let name = show::name(estimate);
    if to.format != Format::Table {
        return to.sheets(&sheets, &name);
    }
    let part = |sheet: &Sheet| {
        let why = match sheet.name {
            "views" => view_notes(estimate),
            "decision" => decision_notes(estimate),
            _ => Vec::new(),
        };
        format!("\n{}{}", to.named(sheet), to.notes(&why))
    };
    let parts: String = sheets.iter().map(part).collect();
    Ok(to.title("cost", &name) + &parts + "\n" + &to.notes(&notes(estimate)))
}
