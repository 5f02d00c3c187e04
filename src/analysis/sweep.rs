//! Sweeps: figures over a grid of inputs and choices, cell by cell, and the cells that no other beats.
//!
//! Cells go in the order of the axes, the last one fastest. Each is what setting its values and evaluating gives, to the last
//! bit. They stream: what is held is one block of cells for each thread, however many there are. A cell that cannot be
//! evaluated carries its error, and the sweep goes on.

use super::absent::not_here;
use super::inputs::{InputRow, Measured, choices, ends, out_of_order, read_money, set, unreadable};
use super::probe;
use super::rows::FigureRow;
use crate::error::{Amount, Code, Error};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::Measure;
use crate::quantities::parse::{decimal, is_bare, parse_base, parse_ends};
use core::ops::ControlFlow;

/// The most cells of a sweep: a thousand seconds or so on one core.
pub const MOST_CELLS: f64 = 1e8;
/// Cells of a block: what is evaluated before any of it is passed on.
const BLOCK: u64 = 1024;

/// The values of an axis, by their place.
#[derive(Clone, Debug, PartialEq)]
enum Values {
    /// Each by itself, in base units.
    List(Vec<f64>),
    /// Options of a choice, by name.
    Names(Vec<String>),
    /// So many in even steps from one on.
    Step { from: f64, step: f64, count: u64 },
    /// So many from one to another, both included, evenly, or each as many times the one before.
    Spread { from: f64, to: f64, count: u64, log: bool },
}

/// An axis of a sweep: an input or a choice, and its values.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The path of the input or choice.
    pub path: String,
    /// Its row, where it is an input.
    pub input: Option<InputRow>,
    values: Values,
}

/// Widens a count for arithmetic.
#[allow(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts of cells stay far below 2^53")]
const fn float(count: u64) -> f64 {
    count as f64
}

/// A whole number, not negative, as a count; none beyond what a sweep may have.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole, and far below 2^63"
)]
fn count(number: f64) -> u64 {
    number.clamp(0.0, MOST_VALUES) as u64
}

/// More values than any axis can have.
const MOST_VALUES: f64 = 1e15;

impl Axis {
    /// How many values it has.
    #[must_use]
    pub fn len(&self) -> u64 {
        let held = |held: usize| u64::try_from(held).unwrap_or(u64::MAX);
        match &self.values {
            Values::List(values) => held(values.len()),
            Values::Names(names) => held(names.len()),
            Values::Step { count, .. } | Values::Spread { count, .. } => *count,
        }
    }

    /// Whether it has no values.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it was asked for as each value so many times the one before.
    #[must_use]
    pub const fn is_log(&self) -> bool {
        matches!(self.values, Values::Spread { log: true, .. })
    }

    /// The value at a place, in base units; `None` of a choice.
    #[must_use]
    pub fn value(&self, place: u64) -> Option<f64> {
        let counted = self.input.as_ref().is_some_and(InputRow::is_counted);
        match &self.values {
            Values::Names(_) => None,
            Values::List(values) => values.get(usize::try_from(place).ok()?).copied(),
            Values::Step { from, step, .. } => Some(from + step * float(place)),
            Values::Spread { from, to, count, log } => {
                let value = spread(*from, *to, place, *count, *log);
                Some(if counted { libm::round(value) } else { value })
            }
        }
    }

    /// The option at a place that stands in a column of numbers, where it is of a choice.
    #[must_use]
    pub fn name_of(&self, place: f64) -> Option<&str> {
        self.name(count(place))
    }

    /// The option at a place, where it is of a choice.
    #[must_use]
    pub fn name(&self, place: u64) -> Option<&str> {
        let Values::Names(names) = &self.values else { return None };
        names.get(usize::try_from(place).ok()?).map(String::as_str)
    }
}

/// One of so many values from one to another; the ends are just these.
fn spread(from: f64, to: f64, place: u64, count: u64, log: bool) -> f64 {
    match place {
        0 => from,
        _ if place + 1 >= count => to,
        _ => {
            let share = float(place) / float(count - 1);
            if log { from * libm::pow(to / from, share) } else { from + (to - from) * share }
        }
    }
}

/// How the values of an axis are written.
struct Written<'a> {
    path: &'a str,
    text: &'a str,
}

impl Written<'_> {
    fn error(&self, code: Code) -> Error {
        Error::new(code, vec![("field", self.path.to_owned()), ("text", self.text.to_owned())])
    }

    /// The values of a choice: names, each of which there is.
    fn names(&self, scenario: &Scenario) -> Result<Values, Error> {
        let names: Vec<_> = pieces(self.text).map(str::to_owned).collect();
        for name in &names {
            set(&mut scenario.clone(), self.path, name)?;
        }
        if names.is_empty() { Err(self.error(Code::EmptyGrid)) } else { Ok(Values::Names(names)) }
    }

    /// The values of an input: a list, or a range with a step or a number of values.
    fn values(&self, row: &InputRow, scenario: &Scenario) -> Result<Values, Error> {
        let values = match ends(self.text) {
            None => self.list(row, scenario)?,
            Some((low, high)) => self.range(row, low, high, scenario)?,
        };
        let axis = Axis { path: self.path.to_owned(), input: Some(row.clone()), values };
        // Of more values than any sweep has, the last is not to be trusted: there are too many, whatever it is.
        let last = if float(axis.len()) > MOST_CELLS { 0 } else { axis.len().saturating_sub(1) };
        let ends = [0, last].map(|place| axis.value(place));
        let of_list = if let Values::List(values) = &axis.values { values.as_slice() } else { &[] };
        let mut checked = ends.iter().flatten().chain(of_list);
        checked.try_for_each(|value| row.input.check(self.path, *value))?;
        if axis.is_empty() { Err(self.error(Code::EmptyGrid)) } else { Ok(axis.values) }
    }

    /// Values apart by commas; one without a unit takes that of the last.
    fn list(&self, row: &InputRow, scenario: &Scenario) -> Result<Values, Error> {
        if let Some([before, after]) = self.text.match_indices(',').find_map(|(at, _)| grouped(self.text, at))
        {
            let written = [("text", ","), ("one", ""), ("two", ", ")];
            let args = written.map(|(name, between)| (name, format!("{before}{between}{after}")));
            let field = [("field", self.path.to_owned())];
            return Err(Error::new(Code::Grouped, field.into_iter().chain(args).collect()));
        }
        let pieces: Vec<_> = pieces(self.text).collect();
        let last = pieces.last().copied().unwrap_or_default();
        let kind = row.input.kind;
        let value = |piece: &&str| {
            let bare = decimal(piece).is_some() && !is_bare(kind);
            if bare && pieces.len() > 1 {
                let ends = parse_ends(kind, piece, last);
                return ends.map(|(value, _)| value).map_err(|why| unreadable(self.path, kind, piece, why));
            }
            read_money(self.path, Measured::by(row.input), piece, &scenario.money).map(|(_, value, _)| value)
        };
        pieces.iter().map(value).collect::<Result<_, _>>().map(Values::List)
    }

    /// `LOW..HIGH by STEP`, `LOW..HIGH in COUNT` or `LOW..HIGH in COUNT log`.
    fn range(&self, row: &InputRow, low: &str, high: &str, scenario: &Scenario) -> Result<Values, Error> {
        let by = high.split_once(" by ").map(|(high, step)| (high, step, true));
        let parts = by.or_else(|| high.split_once(" in ").map(|(high, number)| (high, number, false)));
        let (high, rest, by) = parts.ok_or_else(|| self.error(Code::NoStep))?;
        let range = format!("{low}..{high}");
        let measured = Measured::by(row.input);
        let (from, _, to) = read_money(self.path, measured, &range, &scenario.money)?;
        if from > to {
            return Err(out_of_order(self.path, &range));
        }
        if by {
            return self.stepped(row, (from, to), high, rest);
        }
        let (number, log) = match rest.trim().strip_suffix("log") {
            Some(number) => (number, true),
            None => (rest, false),
        };
        let number = parse_base(f64::KIND, number).ok().filter(|number| *number >= 1.0);
        let number = number.filter(|number| f64::floor(*number) == *number);
        let number = number.ok_or_else(|| self.error(Code::EmptyGrid))?;
        if log && from <= 0.0 {
            return Err(self.error(Code::NoLog));
        }
        Ok(Values::Spread { from, to, count: count(number), log })
    }

    /// In steps; one without a unit takes that of the range's end.
    fn stepped(
        &self,
        row: &InputRow,
        (from, to): (f64, f64),
        high: &str,
        step: &str,
    ) -> Result<Values, Error> {
        let kind = row.input.kind;
        let (step, _) =
            parse_ends(kind, step, high).map_err(|why| unreadable(self.path, kind, step.trim(), why))?;
        if step.is_nan() || step <= 0.0 {
            return Err(self.error(Code::EmptyGrid));
        }
        let steps = f64::floor((to - from) / step * (1.0 + ROUNDING) + ROUNDING);
        Ok(Values::Step { from, step, count: count(steps + 1.0) })
    }
}

/// How much of a step may be lost to rounding, so that the end of a range is among its values.
const ROUNDING: f64 = 1e-9;

/// The digits about a comma, where it may as well group thousands: one to three before it, the first of them not zero, and
/// just three behind it.
fn grouped(text: &str, comma: usize) -> Option<[&str; 2]> {
    let (before, after) = (text.get(..comma)?, text.get(comma + 1..)?);
    let is_of_number = |c: char| c.is_alphanumeric() || c == '.' || c == '_';
    let begin = before.rfind(|c| !is_of_number(c)).map_or(0, |at| at + 1);
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    let (before, after) = (before.get(begin..)?, after.get(..end)?);
    let is_head = matches!(before.len(), 1..=3) && !before.starts_with('0');
    (is_head && before.bytes().all(|byte| byte.is_ascii_digit()) && after.len() == 3)
        .then_some([before, after])
}

/// Texts apart by commas.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|piece| !piece.is_empty())
}

/// A sweep: a scenario, its axes, and the figures that are asked for.
#[derive(Clone, Debug)]
pub struct Sweep {
    scenario: Scenario,
    axes: Vec<Axis>,
    figures: Vec<FigureRow>,
    paths: Vec<String>,
    cells: u64,
}

/// A cell: the places on the axes, and the figures there.
#[derive(Debug)]
pub struct Cell<'a> {
    /// Its number, from zero.
    pub number: u64,
    /// The place on each axis.
    pub places: &'a [u64],
    /// The figures in base units; NaN where there is none.
    pub figures: &'a [f64],
    /// Why there are none, or not all.
    pub error: Option<&'a Error>,
}

/// What became of a sweep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// The cells that were passed on.
    pub cells: u64,
    /// Those of them that have none of the figures, or not all.
    pub failed: u64,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// The columns of a sweep.
#[derive(Clone, Debug)]
pub struct Columns {
    /// A column for each axis: values in base units, or the places of a choice's options.
    pub inputs: Vec<Vec<f64>>,
    /// A column for each figure, in base units; NaN where there is none.
    pub figures: Vec<Vec<f64>>,
    /// The cells that have none of the figures, or not all, and why.
    pub errors: Vec<(u64, Error)>,
    /// What became of it.
    pub swept: Swept,
}

impl Columns {
    /// What is wrong with a cell.
    #[must_use]
    pub fn error(&self, cell: usize) -> Option<&Error> {
        let cell = u64::try_from(cell).ok()?;
        let place = self.errors.binary_search_by_key(&cell, |(number, _)| *number).ok()?;
        self.errors.get(place).map(|(_, error)| error)
    }
}

/// What is told of progress, as the share that is done; and what may cancel.
pub type Watch<'a> = &'a mut dyn FnMut(f64) -> ControlFlow<()>;

impl Sweep {
    /// A sweep of a scenario over axes, each a path and its values, for figures by path.
    ///
    /// Values are a list (`1, 2, 5`), a range with a step (`0.02..0.2 by 0.01 USD/kWh`), or a range with a number of values
    /// (`1000..100000 in 20`, `… in 20 log` for each as many times the one before).
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use wattflop::analysis::sweep::{Direction, Sweep, frontier};
    /// use wattflop::{prelude::*, units::*};
    ///
    /// let year = Scenario::operation(Operation::year(), Cluster::preset("xai-gigafactory")?);
    /// let over = [("site.grid", "fra, us-tx, usa"), ("site.pue", "1.1..1.5 by 0.1")];
    /// let sweep = Sweep::of(&year, &over, &["cost.annuity.total", "carbon.operational"])?;
    /// let columns = sweep.columns(&mut |_share_done| ControlFlow::Continue(()))?;
    /// assert_eq!(columns.figures[0].len(), 15);
    ///
    /// let [cost, carbon] = [0, 1].map(|place| (columns.figures[place].as_slice(), Direction::Least));
    /// let best = frontier(&[cost, carbon]); // the cells than which none is both cheaper and cleaner
    /// assert!(best.contains(&0)); // France at a PUE of 1.1 is the cleanest
    /// # Ok::<(), wattflop::Error>(())
    /// ```
    ///
    /// # Errors
    /// When a path is unknown, a value is not one of its input, a grid is empty, or there are more than [`MOST_CELLS`].
    pub fn of(scenario: &Scenario, over: &[(&str, &str)], of: &[&str]) -> Result<Self, Error> {
        let axes =
            over.iter().map(|(path, text)| axis(scenario, path, text)).collect::<Result<Vec<_>, _>>()?;
        let twice = over
            .iter()
            .enumerate()
            .find(|(place, (path, _))| over.iter().take(*place).any(|(other, _)| other == path));
        if let Some((_, (path, _))) = twice {
            return Err(Error::wrong_form(path, "form-once"));
        }
        if axes.is_empty() {
            return Err(Error::wrong_form("over", "form-over"));
        }
        if of.is_empty() {
            return Err(Error::wrong_form("of", "form-of"));
        }
        let cells: f64 = axes.iter().map(|axis| float(axis.len())).product();
        if cells > MOST_CELLS {
            return Err(too_many(cells, &axes));
        }
        let paths = of.iter().map(|path| (*path).to_owned()).collect();
        let mut sweep =
            Self { scenario: scenario.clone(), axes, figures: Vec::new(), paths, cells: count(cells) };
        sweep.figures = sweep.rows()?;
        Ok(sweep)
    }

    /// The cells that no other beats in some of its figures, by path; `None` where nobody asks.
    #[must_use]
    pub fn best(&self, columns: &Columns, pareto: &[(&str, Direction)]) -> Option<Best> {
        let column = |(path, direction): &(&str, Direction)| {
            let place = self.figures.iter().position(|row| row.path == *path)?;
            columns.figures.get(place).map(|column| (place, (column.as_slice(), *direction)))
        };
        let (figures, wanted): (Vec<_>, Vec<_>) = pareto.iter().filter_map(column).unzip();
        (!wanted.is_empty()).then(|| Best { cells: frontier(&wanted), figures })
    }

    /// How many cells it has.
    #[must_use]
    pub const fn cells(&self) -> u64 {
        self.cells
    }

    /// Its axes.
    #[must_use]
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// What it sweeps over.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The rows of its figures, with the values of the first result.
    #[must_use]
    pub fn figures(&self) -> &[FigureRow] {
        &self.figures
    }

    /// The rows of the figures: of the scenario itself, or of the first cells that can be evaluated.
    fn rows(&self) -> Result<Vec<FigureRow>, Error> {
        let cells = (0..self.cells.min(BLOCK)).map(|cell| self.estimate(cell, &mut None));
        let results = [self.scenario.clone().evaluate()].into_iter().chain(cells);
        let mut problem = None;
        for result in results {
            let rows = result.and_then(|estimate| {
                self.paths.iter().map(|path| probe::figure(&estimate, path)).collect::<Result<Vec<_>, _>>()
            });
            match rows {
                Ok(rows) => return Ok(rows),
                Err(error) if error.is_unknown() => problem = Some(error),
                Err(error) => problem = problem.or(Some(error)),
            }
        }
        Err(problem.unwrap_or_else(|| Error::wrong_form("over", "form-over")))
    }

    /// The place of a cell on each axis.
    fn places(&self, cell: u64) -> Vec<u64> {
        let mut rest = cell;
        let mut places: Vec<_> = self
            .axes
            .iter()
            .rev()
            .map(|axis| {
                let place = rest % axis.len().max(1);
                rest /= axis.len().max(1);
                place
            })
            .collect();
        places.reverse();
        places
    }

    /// The result of a cell; `chosen` keeps the scenario of the options chosen last.
    fn estimate(&self, cell: u64, chosen: &mut Option<Chosen>) -> Result<Estimate, Error> {
        let places = self.places(cell);
        let axes = || self.axes.iter().zip(&places);
        let options: Vec<u64> =
            axes().filter(|(axis, _)| axis.input.is_none()).map(|(_, place)| *place).collect();
        if chosen.as_ref().is_none_or(|chosen| chosen.options != options) {
            let mut scenario = self.scenario.clone();
            let mut named = axes().filter_map(|(axis, place)| Some((axis.path.as_str(), axis.name(*place)?)));
            let set = named.try_for_each(|(path, name)| set(&mut scenario, path, name));
            *chosen = Some(Chosen { options, scenario: set.map(|()| scenario) });
        }
        let Some(Chosen { scenario, .. }) = chosen else { return self.scenario.clone().evaluate() };
        let mut scenario = scenario.clone()?;
        let values: Vec<_> =
            axes().filter_map(|(axis, place)| Some((axis.path.as_str(), axis.value(*place)?))).collect();
        probe::put(&mut scenario, &values);
        scenario.evaluate()
    }

    /// Evaluates cells one after another.
    fn block(&self, cells: core::ops::Range<u64>) -> Block {
        let (mut chosen, width) = (None, self.paths.len());
        let mut block = Block { figures: Vec::new(), errors: Vec::new() };
        for cell in cells {
            let mut values = vec![f64::NAN; width];
            match self.estimate(cell, &mut chosen) {
                Ok(estimate) => {
                    probe::read(&estimate, &self.paths, &mut values);
                    let mut figures = self.paths.iter().zip(&values);
                    let lacking = figures.find(|(_, value)| value.is_nan());
                    block.errors.extend(lacking.map(|(path, _)| (cell, not_here(&estimate, path))));
                }
                Err(error) => block.errors.push((cell, error)),
            }
            block.figures.extend(values);
        }
        block
    }

    /// Evaluates blocks, each on a thread of its own.
    #[cfg(all(feature = "parallel", not(target_arch = "wasm32")))]
    fn blocks(&self, ranges: &[core::ops::Range<u64>]) -> Vec<Block> {
        std::thread::scope(|scope| {
            let run = |range: &core::ops::Range<u64>| {
                let range = range.clone();
                (range.clone(), scope.spawn(move || self.block(range)))
            };
            let running: Vec<_> = ranges.iter().map(run).collect();
            // What a thread could not do is done here.
            let done = running
                .into_iter()
                .map(|(range, thread)| thread.join().unwrap_or_else(|_| self.block(range)));
            done.collect()
        })
    }

    #[cfg(any(not(feature = "parallel"), target_arch = "wasm32"))]
    fn blocks(&self, ranges: &[core::ops::Range<u64>]) -> Vec<Block> {
        ranges.iter().map(|range| self.block(range.clone())).collect()
    }

    /// Evaluates every cell and passes it on, in their order; what takes them may stop it, and so may the watch.
    pub fn run(&self, watch: Watch, take: &mut dyn FnMut(&Cell) -> ControlFlow<()>) -> Swept {
        let mut swept = Swept::default();
        while swept.cells < self.cells {
            let starts = (0..threads()).map(|thread| swept.cells + thread * BLOCK);
            let ranges: Vec<_> = starts
                .filter(|start| *start < self.cells)
                .map(|start| start..(start + BLOCK).min(self.cells))
                .collect();
            let blocks = self.blocks(&ranges);
            for (range, block) in ranges.into_iter().zip(&blocks) {
                if self.pass(range, block, take, &mut swept).is_break() {
                    swept.cancelled = true;
                    return swept;
                }
            }
            if watch(float(swept.cells) / float(self.cells)).is_break() {
                swept.cancelled = swept.cells < self.cells;
                return swept;
            }
        }
        swept
    }

    /// Passes the cells of a block on.
    fn pass(
        &self,
        cells: core::ops::Range<u64>,
        block: &Block,
        take: &mut dyn FnMut(&Cell) -> ControlFlow<()>,
        swept: &mut Swept,
    ) -> ControlFlow<()> {
        let mut errors = block.errors.iter().peekable();
        for (number, values) in cells.zip(block.figures.chunks(self.paths.len().max(1))) {
            let error = errors.next_if(|(cell, _)| *cell == number).map(|(_, error)| error);
            swept.cells += 1;
            swept.failed += u64::from(error.is_some());
            take(&Cell { number, places: &self.places(number), figures: values, error })?;
        }
        ControlFlow::Continue(())
    }

    /// Evaluates every cell into columns of numbers.
    ///
    /// # Errors
    /// Never for a cell; its error stands in the result.
    pub fn columns(&self, watch: Watch) -> Result<Columns, Error> {
        let mut inputs = vec![Vec::new(); self.axes.len()];
        let mut figures = vec![Vec::new(); self.paths.len()];
        let mut errors = Vec::new();
        let swept = self.run(watch, &mut |cell| {
            for ((column, axis), place) in inputs.iter_mut().zip(&self.axes).zip(cell.places) {
                column.push(axis.value(*place).unwrap_or(float(*place)));
            }
            errors.extend(cell.error.map(|error| (cell.number, error.clone())));
            figures.iter_mut().zip(cell.figures).for_each(|(column, value)| column.push(*value));
            ControlFlow::Continue(())
        });
        Ok(Columns { inputs, figures, errors, swept })
    }
}

/// The scenario of the options chosen last.
struct Chosen {
    options: Vec<u64>,
    scenario: Result<Scenario, Error>,
}

/// Cells that were evaluated: their figures one after another, and the errors of those that lack any.
struct Block {
    figures: Vec<f64>,
    errors: Vec<(u64, Error)>,
}

/// How many blocks are evaluated at a time.
#[cfg(all(feature = "parallel", not(target_arch = "wasm32")))]
fn threads() -> u64 {
    std::thread::available_parallelism().map_or(1, |threads| u64::try_from(threads.get()).unwrap_or(1))
}

#[cfg(any(not(feature = "parallel"), target_arch = "wasm32"))]
const fn threads() -> u64 {
    1
}

fn axis(scenario: &Scenario, path: &str, text: &str) -> Result<Axis, Error> {
    let written = Written { path, text };
    if choices(scenario).iter().any(|row| row.path == path) {
        return Ok(Axis { path: path.to_owned(), input: None, values: written.names(scenario)? });
    }
    let row = probe::input(scenario, path)?;
    let values = written.values(&row, scenario)?;
    Ok(Axis { path: path.to_owned(), input: Some(row), values })
}

/// More cells than a sweep may have: how many values on each axis would do.
fn too_many(cells: f64, axes: &[Axis]) -> Error {
    let count = u32::try_from(axes.len()).map_or(1.0, f64::from);
    let each = f64::floor(libm::pow(MOST_CELLS, 1.0 / count) * (1.0 + ROUNDING));
    let amount = |name, base| Amount { name, kind: f64::KIND, base, unit: "" };
    let paths: Vec<_> = axes.iter().map(|axis| axis.path.as_str()).collect();
    let amounts = vec![amount("cells", cells), amount("most", MOST_CELLS), amount("each", each)];
    Error::new(Code::TooManyCells, vec![("field", paths.join(", "))]).with_amounts(amounts)
}

/// The cells that no other beats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    /// They, in their order.
    pub cells: Vec<usize>,
    /// The figures in which none beats them, by their places among those of the sweep.
    pub figures: Vec<usize>,
}

/// Which end of a figure is the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The less the better.
    Least,
    /// The more the better.
    Most,
}

/// The cells that no other beats: none is as good in every figure and better in one. By their places, the least first;
/// cells without one of the figures are left out, and of equal ones all stand.
#[must_use]
pub fn frontier(columns: &[(&[f64], Direction)]) -> Vec<usize> {
    let cells = columns.iter().map(|(column, _)| column.len()).min().unwrap_or(0);
    let losses = |cell: usize| -> Option<Vec<f64>> {
        let loss = |(column, direction): &(&[f64], Direction)| {
            let value = column.get(cell).copied().filter(|value| !value.is_nan())?;
            Some(if *direction == Direction::Least { value } else { -value })
        };
        columns.iter().map(loss).collect()
    };
    let mut known: Vec<_> = (0..cells).filter_map(|cell| Some((cell, losses(cell)?))).collect();
    // One that beats another stands before it in this order, so that only those before have to be looked at.
    known.sort_by(|a, b| {
        let orders = a.1.iter().zip(&b.1).map(|(a, b)| a.total_cmp(b));
        orders.fold(core::cmp::Ordering::Equal, core::cmp::Ordering::then)
    });
    let beats = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| a <= b) && a != b;
    let mut best: Vec<(usize, Vec<f64>)> = Vec::new();
    for (cell, losses) in known {
        if !best.iter().any(|(_, other)| beats(other, &losses)) {
            best.push((cell, losses));
        }
    }
    let mut places: Vec<_> = best.into_iter().map(|(cell, _)| cell).collect();
    places.sort_unstable();
    places
}
