//! `validate`: predicted against measured.

use crate::analysis::validation::{COLUMNS, Judged, LeftOut, by_set, judge, left_out};
use crate::cli::Failure;
use crate::cli::args::Format;
use crate::cli::scenario::read_text;
use crate::cli::write::{Writer, drawn, json, listed, markdown, numbers};
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
        let (mut judged, mut unmeasured) = (Vec::new(), Vec::new());
        for file in &self.files {
            let (of_file, without) = self::judged(file)?;
            judged.extend(of_file);
            unmeasured.extend(without);
        }
        written(&judged, &left_out(&judged, &unmeasured), to)
    }
}

/// The line of the first row, below the header.
const FIRST_LINE: usize = 2;

/// The rows of a file, predicted; and the ids of those that state no outcome.
fn judged(path: &Path) -> Result<(Vec<Judged>, Vec<String>), Failure> {
    let failed = |error: csv::Error| Failure::Other(format!("{}: {error}", path.display()));
    let text = read_text(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(failed)?.clone();
    check(&headers).map_err(|error| Failure::InFile(path.display().to_string(), error))?;
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("rows");
    let (mut judged, mut unmeasured) = (Vec::new(), Vec::new());
    for (place, record) in reader.records().enumerate() {
        let line = (place + FIRST_LINE).to_string();
        let (id, of_row) = judged_row(&headers, &record.map_err(failed)?, &line, stem);
        unmeasured.extend(of_row.is_empty().then_some(id));
        judged.extend(of_row);
    }
    Ok((judged, unmeasured))
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

/// The id of a row, and its predictions.
fn judged_row(
    headers: &StringRecord,
    record: &StringRecord,
    line: &str,
    stem: &str,
) -> (String, Vec<Judged>) {
    let row = |column: &str| {
        let place = headers.iter().position(|header| header.trim() == column)?;
        record.get(place).map(str::trim).filter(|cell| !cell.is_empty())
    };
    let set = row("set").or_else(|| row("source")).unwrap_or(stem);
    let id = row("id").unwrap_or(line);
    (id.to_owned(), judge(&row, id, set))
}

/// Predictions beside measurements, row by row and set by set; and what was left out, which beside a CSV is told to whoever
/// watches.
fn written(judged: &[Judged], left_out: &[LeftOut], to: Writer) -> Result<String, Failure> {
    let sets = by_set(judged);
    let document = || document::validation(judged, &sets, left_out, to.locale);
    let left = || listed(left_out.iter().map(|left| left_out_line(left, to)));
    let (rows, errors) = (show::judged_table(judged, to.locale), show::sets_table(&sets, to.locale));
    match to.format {
        Format::Json => json(&document()),
        Format::Csv => {
            anstream::eprint!("{}", left());
            numbers(document().get("rows"))
        }
        Format::Markdown => Ok(markdown(&rows) + "\n" + &markdown(&errors) + "\n" + &left()),
        Format::Table => Ok(drawn(&rows, 3..4) + &drawn(&errors, 2..9) + &left()),
    }
}

/// The most rows that are named behind a reason.
const MOST_NAMED: usize = 12;

/// How many rows were left out for a reason, and which.
fn left_out_line(LeftOut { reason, ids }: &LeftOut, to: Writer) -> String {
    let named = ids.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = if ids.len() > MOST_NAMED { ", …" } else { "" };
    let [left_out, colon] = ["left-out", "colon"].map(|key| to.word(key));
    format!("{left_out}{colon}{} ({named}{more}){colon}{}", ids.len(), to.word(reason))
}
