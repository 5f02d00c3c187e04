//! `sweep`: figures over a grid.

use super::result::as_written;
use crate::analysis::sweep::{Axis, Cell, Direction, Watch};
use crate::analysis::{self, Columns, FigureRow, InputRow};
use crate::catalogue::EDITION;
use crate::cli::Failure;
use crate::cli::args::{Charted, Format, Given, path_and_value};
use crate::cli::scenario::{Asked, Wanted};
use crate::cli::watch::watched;
use crate::cli::write::{Writer, csv, drawn_whole, json, listed, markdown};
use crate::document;
use crate::error::Error;
use crate::estimate::Scenario;
use crate::report::answers::{sweep_table, swept_lines};
use crate::report::chart::of_sweep;
use crate::report::words;
use core::ops::ControlFlow;
use std::io::ErrorKind;

/// Figures over a grid of inputs and choices, cell by cell; and the cells that no other beats
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Values are a list, a range with a step, or a range with a number of values, evenly or (log) each
as many times the one before. A list takes names too: of accelerators, of grids. The last grid
goes fastest. CSV streams, and holds a few thousand cells at a time however many there are; a
cell that cannot be calculated says why in its last column. A picture has a panel for each figure over
the first grid of numbers, logarithmic where that is, and a line for each place on the others; with
--pareto, the first two figures against each other.

Examples:
  wattflop sweep xai-gigafactory --over 'site.pue=1.1..1.5 by 0.1' --of power.facility.peak --of cost.annuity.total
  wattflop sweep grok-2-cluster --model grok-2 --over 'cluster.pools.0.count=1000..100000 in 20 log' --of duration
  wattflop sweep xai-gigafactory --over 'site.grid=fra,usa,us-tx' --over 'site.electricity=0.03,0.05,0.08 USD/kWh' \\
      --pareto least:cost.annuity.total --pareto least:carbon.operational
  wattflop sweep meta-24k --over 'cluster.pools.0.accelerator=h100-sxm,gb300' --of throughput.peak --format csv"
)]
pub(in crate::cli) struct Arguments {
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

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let paths: Vec<_> = self.over.iter().map(|(path, _)| path.as_str()).collect();
        let task = Wanted::for_inputs(&paths);
        let asked = Asked::of(self.cluster.as_deref(), self.model.as_deref(), task);
        let sweep = self.sweep(&asked.scenario(&self.inputs)?)?;
        if to.format == Format::Csv && self.pareto.is_empty() && !self.charted.is_asked() {
            return streamed(&sweep, &mut watched(), to);
        }
        let columns = sweep.columns(&mut watched())?;
        let pareto: Vec<_> =
            self.pareto.iter().map(|(direction, path)| (path.as_str(), *direction)).collect();
        let best = sweep.best(&columns, &pareto);
        let kept = best.as_ref().map(|best| best.cells.as_slice());
        let draw = || of_sweep(&sweep, &columns, best.as_ref(), to.locale);
        self.charted.beside(to, draw, || written(&sweep, &columns, kept, to))
    }

    /// The sweep; the figures of its frontier are among its columns.
    fn sweep(&self, scenario: &Scenario) -> Result<analysis::Sweep, Failure> {
        if self.pareto.len() == 1 {
            return Err(Error::wrong_form("--pareto", "form-frontier").into());
        }
        let over: Vec<_> = self.over.iter().map(|(path, values)| (path.as_str(), values.as_str())).collect();
        let mut figures: Vec<&str> = Vec::new();
        for path in self.of.iter().chain(self.pareto.iter().map(|(_, path)| path)) {
            if !figures.contains(&path.as_str()) {
                figures.push(path);
            }
        }
        Ok(analysis::Sweep::of(scenario, &over, &figures)?)
    }
}

/// The columns of a sweep, or those cells of it that are kept.
fn written(
    sweep: &analysis::Sweep,
    columns: &Columns,
    kept: Option<&[usize]>,
    to: Writer,
) -> Result<String, Failure> {
    match to.format {
        Format::Json => json(&document::swept(sweep, columns, kept, to.locale)),
        Format::Csv => picked(sweep, columns, kept, to),
        Format::Markdown => Ok(markdown(&sweep_table(sweep, columns, kept, to.locale))),
        Format::Table => {
            let table = sweep_table(sweep, columns, kept, to.locale);
            let numbers = sweep.axes().len()..table.header.len();
            let heading = format!("{} ({} {EDITION})\n", to.word("sweep"), to.word("edition"));
            Ok(heading + &drawn_whole(&table, numbers) + &listed(swept_lines(columns, kept, to.locale)))
        }
    }
}

/// The names of the columns for programs: the path, with its unit where it has one; and what is wrong with a cell.
fn header(sweep: &analysis::Sweep) -> Vec<String> {
    let named =
        |path: &str, unit: String| if unit.is_empty() { path.to_owned() } else { format!("{path}_{unit}") };
    let unit = |axis: &Axis| axis.input.as_ref().map_or_else(String::new, InputRow::unit);
    let axes = sweep.axes().iter().map(|axis| named(&axis.path, unit(axis)));
    let figures = sweep.figures().iter().map(|row| named(&row.path, row.unit()));
    axes.chain(figures).chain(["error".to_owned()]).collect()
}

/// A place of an axis for programs.
fn input(axis: &Axis, place: u64) -> String {
    match (&axis.input, axis.value(place)) {
        (Some(row), Some(base)) => as_written(row, base),
        _ => axis.name(place).unwrap_or_default().to_owned(),
    }
}

/// A figure for programs; nothing where there is none.
fn figure((row, value): (&FigureRow, &f64)) -> String {
    if value.is_nan() { String::new() } else { row.in_unit(*value).to_string() }
}

/// Writes a sweep cell by cell as it is calculated.
fn streamed(sweep: &analysis::Sweep, watch: Watch, to: Writer) -> Result<String, Failure> {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let mut written = writer.write_record(header(sweep));
    let mut take = |cell: &Cell| {
        written = writer.write_record(cells(sweep, cell, to));
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let swept = sweep.run(watch, &mut take);
    let flushed = written.map_err(of_stream).and_then(|()| writer.flush());
    flushed.or_else(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::Other(error.to_string())),
    })?;
    if swept.failed > 0 {
        anstream::eprintln!("{} / {} {}", swept.failed, swept.cells, to.word("cells-without"));
    }
    Ok(String::new())
}

/// What is wrong with the stream that CSV goes to, whose kind `csv` hides.
fn of_stream(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

/// A cell as a row of CSV, with what is wrong with it last.
fn cells(sweep: &analysis::Sweep, cell: &Cell, to: Writer) -> Vec<String> {
    let inputs = sweep.axes().iter().zip(cell.places).map(|(axis, place)| input(axis, *place));
    let error = cell.error.map_or_else(String::new, |error| words::error(error, to.locale));
    inputs.chain(sweep.figures().iter().zip(cell.figures).map(figure)).chain([error]).collect()
}

/// The cells of a sweep as CSV, all of them or those that are kept.
fn picked(
    sweep: &analysis::Sweep,
    columns: &Columns,
    kept: Option<&[usize]>,
    to: Writer,
) -> Result<String, Failure> {
    let header = header(sweep);
    let header: Vec<_> = header.iter().map(String::as_str).collect();
    let axis = |(axis, column): (&Axis, &Vec<f64>), cell: usize| {
        let base = column.get(cell).copied().unwrap_or(f64::NAN);
        match &axis.input {
            Some(row) => as_written(row, base),
            None => axis.name_of(base).unwrap_or_default().to_owned(),
        }
    };
    let row = |cell: usize| {
        let inputs = sweep.axes().iter().zip(&columns.inputs).map(|pair| axis(pair, cell));
        let values = columns.figures.iter().map(|column| column.get(cell).unwrap_or(&f64::NAN));
        let error = columns.error(cell).map_or_else(String::new, |error| words::error(error, to.locale));
        inputs.chain(sweep.figures().iter().zip(values).map(figure)).chain([error]).collect()
    };
    let cells = columns.figures.first().map_or(0, Vec::len);
    match kept {
        Some(kept) => csv(&header, kept.iter().map(|cell| row(*cell))),
        None => csv(&header, (0..cells).map(row)),
    }
}
