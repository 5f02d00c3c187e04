//! `validate`: predicted against measured.

use crate::analysis::validation::{COLUMNS, Judged, by_set, judge};
use crate::cli::Failure;
use crate::cli::args::Format;
use crate::cli::scenario::read_text;
use crate::cli::write::{Writer, drawn, json, markdown, numbers};
use crate::document;
use crate::error::{Error, Noun};
use crate::report::show;
use csv::StringRecord;
use std::path::{Path, PathBuf};

/// Predict measured rows of training, and say how far off: your own, or published ones
#[derive(clap::Args, Debug)]
#[command(after_help = "The header names the columns; those of step_times.csv, training_runs.csv and
vtrain_single_node.csv in tests/published/data are known: model or its dimensions (layers, hidden, heads, seq, vocab),
accelerator, number of devices, tp, pp, dp, ep, cp, microbatch, global_batch, interleave, recompute, precision, and any
of measured_step_s, measured_tflops_per_gpu, measured_mfu, step_time_s, mfu_pct, hfu_pct, tokens_per_s, wall_days,
avg_power_w_per_gpu and energy_mwh (with power_scope and energy_scope: what was metered). Outcomes are never looked at for
a prediction.

Examples:
  wattflop validate runs.csv
  wattflop validate runs.csv --format json")]
pub(in crate::cli) struct Arguments {
    /// The measured rows, as CSV with a header (`-` reads the standard input)
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let judged = self.files.iter().map(|file| judged(file, to)).collect::<Result<Vec<_>, _>>()?;
        written(&judged.concat(), to)
    }
}

/// The line of the first row, below the header.
const FIRST_LINE: usize = 2;

/// The rows of a file, predicted. Those that measure nothing are named to whoever watches.
fn judged(path: &Path, to: Writer) -> Result<Vec<Judged>, Failure> {
    let failed = |error: csv::Error| Failure::Other(format!("{}: {error}", path.display()));
    let text = read_text(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(failed)?.clone();
    check(&headers).map_err(|error| Failure::InFile(path.display().to_string(), error))?;
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("rows");
    let (mut judged, mut unmeasured) = (Vec::new(), Vec::new());
    for (place, record) in reader.records().enumerate() {
        let line = (place + FIRST_LINE).to_string();
        let of_row = judged_row(&headers, &record.map_err(failed)?, &line, stem);
        if of_row.is_empty() {
            unmeasured.push(line);
        }
        judged.extend(of_row);
    }
    if !unmeasured.is_empty() {
        anstream::eprintln!("{}: {} {}", path.display(), to.word("unmeasured"), unmeasured.join(", "));
    }
    Ok(judged)
}

/// Refuses a file of which no column is known.
fn check(headers: &StringRecord) -> Result<(), Error> {
    let known = |column: &str| headers.iter().any(|header| header.trim() == column);
    if COLUMNS.iter().any(|column| known(column.column)) {
        return Ok(());
    }
    let names = &mut COLUMNS.iter().map(|column| column.column);
    Err(Error::unknown(Noun::Column, headers.get(0).unwrap_or_default(), names))
}

fn judged_row(headers: &StringRecord, record: &StringRecord, line: &str, stem: &str) -> Vec<Judged> {
    let row = |column: &str| {
        let place = headers.iter().position(|header| header.trim() == column)?;
        record.get(place).map(str::trim).filter(|cell| !cell.is_empty())
    };
    let set = row("set").or_else(|| row("source")).unwrap_or(stem);
    judge(&row, row("id").unwrap_or(line), set)
}

/// Predictions beside measurements, row by row and set by set.
fn written(judged: &[Judged], to: Writer) -> Result<String, Failure> {
    let sets = by_set(judged);
    let (rows, errors) = (show::judged_table(judged, to.locale), show::sets_table(&sets, to.locale));
    match to.format {
        Format::Json => json(&document::validation(judged, &sets)),
        Format::Csv => numbers(document::validation(judged, &sets).get("rows")),
        Format::Markdown => Ok(markdown(&rows) + "\n" + &markdown(&errors)),
        Format::Table => Ok(drawn(&rows, 3..4) + &drawn(&errors, 2..9)),
    }
}
