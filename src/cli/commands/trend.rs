//! `trend`: how clusters grow, and what a dollar buys.

use crate::analysis::notes::progress_notes;
use crate::analysis::progress::progress;
use crate::analysis::{self, TrendRow, trend};
use crate::cli::Failure;
use crate::cli::args::Format;
use crate::cli::write::{Writer, csv, json};
use crate::document;
use crate::error::Note;
use crate::quantities::Measure;
use crate::report::sheet::Sheet;
use crate::report::{costs, show};
use clap::ValueEnum;

/// How clusters grow with the years, and what binds each first: chips, power or money; or what a dollar buys
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop trend --format markdown
  wattflop trend --of prices
  wattflop trend --of rents --format csv")]
pub(in crate::cli) struct Arguments {
    /// Of what
    #[arg(long, value_enum, default_value_t = TrendOf::Clusters)]
    of: TrendOf,
}

/// What a trend is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TrendOf {
    /// Devices, power and capital of clusters
    Clusters,
    /// FLOP/s for a dollar of accelerators
    Prices,
    /// Rents on demand
    Rents,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let progress = progress();
        match self.of {
            TrendOf::Clusters => clusters(&trend()?, to),
            TrendOf::Prices => written(&costs::prices_sheet(&progress), &progress_notes(&progress), to),
            TrendOf::Rents => written(&costs::rents_sheet(&progress), &[], to),
        }
    }
}

fn clusters(trend: &analysis::Trend, to: Writer) -> Result<String, Failure> {
    match to.format {
        Format::Json => json(&document::trend(trend)),
        Format::Csv => csv(&COLUMNS, trend.rows.iter().map(record)),
        _ => to.table(&show::trend_table(trend, to.locale)),
    }
}

const COLUMNS: [&str; 6] = ["date", "cluster", "devices", "facility_peak_MW", "capex_USD", "binds_first"];

/// A cluster of the trend with bare numbers; blank where nothing is published.
fn record(row: &TrendRow) -> Vec<String> {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    vec![
        row.cluster.date.to_owned(),
        row.cluster.id.to_owned(),
        row.devices.base().to_string(),
        number(row.power.map(|power| power.base() / 1e6)),
        number(row.capex.map(Measure::base)),
        row.binding.name().to_owned(),
    ]
}

fn written(sheet: &Sheet, notes: &[Note], to: Writer) -> Result<String, Failure> {
    match to.format {
        Format::Table => Ok(to.named(sheet) + &to.notes(notes)),
        _ => to.sheets(core::slice::from_ref(sheet), sheet.name),
    }
}
