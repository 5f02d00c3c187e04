//! Draws: scenarios evaluated at the same points, the figures asked for in columns.
//!
//! A point is drawn and evaluated by its place alone, and written to its place, so that what comes out is the same to the
//! bit however the points are shared out over threads.

use super::copula::Copula;
use super::doubts::{Doubt, Moved, Placed};
use super::marginal::Marginal;
use super::sobol::{Points, Sobol};
use crate::analysis::rows::bare;
use crate::error::Error;
use crate::estimate::{Scenario, Stages};
use crate::quantities::Denomination;
use core::ops::{ControlFlow, Range};
use core::sync::atomic::{AtomicBool, Ordering};

/// What is called with the share that is done.
pub type Watch<'a> = &'a mut dyn FnMut(f64) -> ControlFlow<()>;

/// Points that are drawn together, between two looks at whether to go on. Few enough to stay in the cache nearest by; enough
/// that each distribution, and each column, is gone through in one go.
const BLOCK: usize = 64;

/// The figures that are collected.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Their places among all figures, in order.
    pub(super) places: Vec<usize>,
    /// Their paths, by which they are found where the figures are not those of the centre.
    pub(super) paths: Vec<String>,
}

/// A scenario that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Side {
    moved: Moved,
    /// Place, coordinate and distribution of each input in doubt.
    drawn: Vec<(usize, usize, Marginal)>,
    wanted: Wanted,
    /// Room for the values of all figures that there are where all inputs are at their centre.
    values: Vec<f64>,
}

impl Side {
    /// A resolved scenario, its inputs in doubt with their coordinates, and the figures asked for.
    pub(super) fn of<'a>(
        scenario: &Scenario,
        doubts: impl Iterator<Item = (&'a Doubt, usize)>,
        wanted: Wanted,
        figures: usize,
    ) -> Self {
        let drawn = doubts.map(|(doubt, coordinate)| (doubt.place, coordinate, doubt.marginal())).collect();
        Self { moved: Moved::of(scenario), drawn, wanted, values: vec![0.0; figures] }
    }

    /// The inputs and then the figures at so many points of so many coordinates, point after point. The inputs are drawn one
    /// after another, each at all points.
    fn draw(&mut self, count: usize, coordinates: usize, room: &mut Room) {
        let Room { points, values, figures, .. } = room;
        let inputs = self.drawn.len();
        values.resize(count * inputs, (0, 0.5));
        for (input, (place, coordinate, marginal)) in self.drawn.iter().enumerate() {
            for (point, values) in points.chunks_exact(coordinates).zip(values.chunks_exact_mut(inputs)) {
                if let (Some(value), Some(share)) = (values.get_mut(input), point.get(*coordinate)) {
                    *value = (*place, marginal.at(*share));
                }
            }
        }
        figures.clear();
        for point in 0..count {
            let inputs = values.get(point * inputs..(point + 1) * inputs).unwrap_or_default();
            self.figures(inputs, figures);
        }
    }

    /// Adds the figures asked for at such inputs; none is a number where they cannot be evaluated.
    fn figures(&mut self, inputs: &[Placed], figures: &mut Vec<f64>) {
        let Ok(stages) = self.moved.at(inputs) else {
            return figures.extend(self.wanted.paths.iter().map(|_| f64::NAN));
        };
        if stages.values_into(&mut self.values) != self.values.len() {
            return self.by_path(&stages, figures);
        }
        figures.extend(self.wanted.places.iter().filter_map(|place| self.values.get(*place)));
    }

    /// The same where there are other figures than at the centre.
    fn by_path(&self, stages: &Stages, figures: &mut Vec<f64>) {
        let rows = bare(stages, Denomination::DOLLARS);
        let value = |path: &str| rows.iter().find(|row| row.path == path).map_or(f64::NAN, |row| row.value);
        figures.extend(self.wanted.paths.iter().map(|path| value(path)));
    }
}

/// What is drawn, and where.
pub(super) struct Draws<'a> {
    pub(super) sides: &'a [Side],
    pub(super) sobol: &'a Sobol,
    pub(super) copula: &'a Copula,
    pub(super) samples: u32,
    /// Over how many threads, natively and behind the feature `parallel`.
    pub(super) threads: u32,
}

impl Draws<'_> {
    /// Why a side has no result at the first point; `None` where it has.
    pub(super) fn refusal(&self, side: &Side) -> Option<Error> {
        let mut point = vec![0.5; self.sobol.dimensions()];
        self.sobol.from(0).next(&mut point);
        self.copula.apply(&mut point, &mut Vec::new());
        let share = |coordinate: usize| point.get(coordinate).copied().unwrap_or(0.5);
        let drawn = side.drawn.iter();
        let inputs: Vec<_> =
            drawn.map(|(place, coordinate, marginal)| (*place, marginal.at(share(*coordinate)))).collect();
        side.clone().moved.at(&inputs).err()
    }

    /// The figures of all sides, a column each; `None` where it was cancelled.
    pub(super) fn columns(&self, watch: Watch) -> Option<Vec<Vec<f64>>> {
        let count: usize = self.sides.iter().map(|side| side.wanted.places.len()).sum();
        let samples = usize::try_from(self.samples).ok()?;
        let mut columns: Vec<_> = (0..count).map(|_| vec![0.0; samples]).collect();
        let threads = if cfg!(feature = "parallel") { self.threads.max(1) } else { 1 };
        let rows = self.samples.div_ceil(threads).max(1);
        let shares = shares(&mut columns, usize::try_from(rows).ok()?);
        let range = |share: u32| share * rows..((share + 1) * rows).min(self.samples);
        self.share_out((0..threads).map(range).zip(shares).collect(), watch)?;
        Some(columns)
    }

    /// Fills every share: the first on this thread, with the watch, the others beside it.
    #[cfg(feature = "parallel")]
    fn share_out(&self, shares: Vec<(Range<u32>, Share)>, watch: Watch) -> Option<()> {
        let stop = &AtomicBool::new(false);
        std::thread::scope(|scope| {
            let mut shares = shares.into_iter();
            let first = shares.next();
            for (range, columns) in shares {
                let _joined_by_the_scope =
                    scope.spawn(move || self.fill(range, columns, stop, &mut |_| ControlFlow::Continue(())));
            }
            first.into_iter().for_each(|(range, columns)| self.fill(range, columns, stop, watch));
        });
        (!stop.load(Ordering::Relaxed)).then_some(())
    }

    #[cfg(not(feature = "parallel"))]
    fn share_out(&self, shares: Vec<(Range<u32>, Share)>, watch: Watch) -> Option<()> {
        let stop = AtomicBool::new(false);
        shares.into_iter().for_each(|(range, columns)| self.fill(range, columns, &stop, watch));
        (!stop.load(Ordering::Relaxed)).then_some(())
    }

    /// Fills a share of the columns; stops where the watch breaks, or another thread has.
    fn fill(&self, range: Range<u32>, mut columns: Share, stop: &AtomicBool, watch: Watch) {
        let mut sides = self.sides.to_vec();
        let mut points = self.sobol.from(range.start);
        let mut room = Room::default();
        for (block, place) in range.clone().step_by(BLOCK).enumerate() {
            let done = f64::from(place - range.start) / f64::from(range.end - range.start);
            if stop.load(Ordering::Relaxed) || watch(done).is_break() {
                return stop.store(true, Ordering::Relaxed);
            }
            let stretches = columns.iter_mut().filter_map(|column| column.chunks_mut(BLOCK).nth(block));
            self.draw(&mut sides, &mut points, stretches.collect(), &mut room);
        }
    }

    /// Fills a block, a stretch of every column, with the figures of all sides at the next points.
    fn draw(&self, sides: &mut [Side], points: &mut Points, block: Share, room: &mut Room) {
        let count = block.first().map_or(0, |column| column.len());
        let coordinates = self.sobol.dimensions().max(1);
        room.points.resize(count * coordinates, 0.5);
        for point in room.points.chunks_exact_mut(coordinates) {
            points.next(point);
            self.copula.apply(point, &mut room.scores);
        }
        let mut columns = block.into_iter();
        for side in sides {
            side.draw(count, coordinates, room);
            let width = side.wanted.places.len();
            for (place, column) in columns.by_ref().take(width).enumerate() {
                let figures = room.figures.iter().skip(place).step_by(width);
                column.iter_mut().zip(figures).for_each(|(cell, figure)| *cell = *figure);
            }
        }
    }
}

/// Room that is used again for every block: its points, and of one side the inputs and the figures there.
#[derive(Default)]
struct Room {
    points: Vec<f64>,
    scores: Vec<f64>,
    values: Vec<Placed>,
    figures: Vec<f64>,
}

/// A stretch of rows of every column.
type Share<'a> = Vec<&'a mut [f64]>;

/// The columns cut into shares of so many rows.
fn shares(columns: &mut [Vec<f64>], rows: usize) -> Vec<Share<'_>> {
    let count = columns.first().map_or(0, |column| column.len().div_ceil(rows));
    let mut shares: Vec<Share> = (0..count).map(|_| Vec::new()).collect();
    for column in columns {
        shares.iter_mut().zip(column.chunks_mut(rows)).for_each(|(share, piece)| share.push(piece));
    }
    shares
}
