//! Draws: scenarios evaluated at the same points, the figures asked for in columns.
//!
//! A point is drawn and evaluated by its place alone, and written to its place, so that what comes out is the same to the
//! bit however the points are shared out over threads.

use super::copula::Copula;
use super::doubts::{Doubt, Placed, put};
use super::marginal::Marginal;
use super::sobol::{Points, Sobol};
use crate::analysis::rows::bare;
use crate::estimate::{Scenario, Stages};
use crate::quantities::Denomination;
use crate::tables::{Figure, FigureVisitor};
use core::ops::{ControlFlow, Range};
use core::sync::atomic::{AtomicBool, Ordering};

/// What is called with the share that is done.
pub type Watch<'a> = &'a mut dyn FnMut(f64) -> ControlFlow<()>;

/// Points between two looks at whether to go on.
const BETWEEN_LOOKS: u32 = 256;

/// A figure that is collected.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Its place among all figures.
    pub(super) place: usize,
    /// Its path, by which it is found where the figures are not those of the centre.
    pub(super) path: String,
}

/// A scenario that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Side {
    scenario: Scenario,
    /// Place, coordinate and distribution of each input in doubt.
    drawn: Vec<(usize, usize, Marginal)>,
    wanted: Vec<Wanted>,
    /// How many figures there are where all inputs are at their centre.
    figures: usize,
}

impl Side {
    /// A resolved scenario, its inputs in doubt by the coordinates that their paths have, and the figures asked for.
    pub(super) fn of(
        scenario: &Scenario,
        doubts: &[Doubt],
        coordinates: &[&str],
        wanted: Vec<Wanted>,
        figures: usize,
    ) -> Self {
        let coordinate = |doubt: &Doubt| coordinates.iter().position(|path| *path == doubt.row.path);
        let drawn =
            doubts.iter().filter_map(|doubt| Some((doubt.place, coordinate(doubt)?, doubt.marginal())));
        Self { scenario: scenario.clone(), drawn: drawn.collect(), wanted, figures }
    }

    /// The inputs at a point.
    fn values<'a>(&'a self, point: &'a [f64]) -> impl Iterator<Item = Placed> + 'a {
        let share = |coordinate: usize| point.get(coordinate).copied().unwrap_or(0.5);
        self.drawn.iter().map(move |(place, coordinate, marginal)| (*place, marginal.at(share(*coordinate))))
    }

    /// The figures asked for at such inputs; none is a number where they cannot be evaluated.
    fn figures(&mut self, values: &[Placed], row: &mut Vec<f64>) {
        row.clear();
        put(&mut self.scenario, values);
        let Ok(stages) = Stages::of(&self.scenario) else { return row.resize(self.wanted.len(), f64::NAN) };
        let mut pick = Pick { left: &self.wanted, seen: 0, row };
        stages.visit(&mut pick);
        if pick.seen != self.figures || row.len() != self.wanted.len() {
            self.by_path(&stages, row);
        }
    }

    /// The same where there are other figures than at the centre.
    fn by_path(&self, stages: &Stages, row: &mut Vec<f64>) {
        let rows = bare(stages, Denomination::DOLLARS);
        let value = |path: &str| rows.iter().find(|row| row.path == path).map_or(f64::NAN, |row| row.value);
        row.clear();
        row.extend(self.wanted.iter().map(|wanted| value(&wanted.path)));
    }
}

/// Picks the figures asked for, by their places.
struct Pick<'a, 'b> {
    left: &'a [Wanted],
    seen: usize,
    row: &'b mut Vec<f64>,
}

impl FigureVisitor for Pick<'_, '_> {
    fn passes(&mut self, count: usize) -> bool {
        let passes = self.left.first().is_none_or(|wanted| wanted.place >= self.seen + count);
        self.seen += if passes { count } else { 0 };
        passes
    }
    fn figures(&mut self, _: &'static [Figure], values: &[f64]) {
        while let Some((wanted, rest)) = self.left.split_first()
            && let Some(value) = wanted.place.checked_sub(self.seen).and_then(|within| values.get(within))
        {
            self.row.push(*value);
            self.left = rest;
        }
        self.seen += values.len();
    }
    fn figure(&mut self, figure: &'static Figure, value: f64) {
        self.figures(core::slice::from_ref(figure), &[value]);
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
    /// The figures of all sides, a column each; `None` where it was cancelled.
    pub(super) fn columns(&self, watch: Watch) -> Option<Vec<Vec<f64>>> {
        let count = self.sides.iter().map(|side| side.wanted.len()).sum();
        let samples = usize::try_from(self.samples).ok()?;
        let mut columns = vec![vec![f64::NAN; samples]; count];
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
        let mut room = Room { point: vec![0.5; self.sobol.dimensions()], ..Room::default() };
        for (row, place) in range.clone().enumerate() {
            if place % BETWEEN_LOOKS == 0 {
                let done = f64::from(place - range.start) / f64::from(range.end - range.start);
                if stop.load(Ordering::Relaxed) || watch(done).is_break() {
                    return stop.store(true, Ordering::Relaxed);
                }
            }
            self.draw(&mut sides, &mut points, &mut room);
            for (column, value) in columns.iter_mut().zip(&room.row) {
                column.get_mut(row).into_iter().for_each(|cell| *cell = *value);
            }
        }
    }

    /// The figures of all sides at the next point.
    fn draw(&self, sides: &mut [Side], points: &mut Points, room: &mut Room) {
        points.next(&mut room.point);
        self.copula.apply(&mut room.point, &mut room.scores);
        room.row.clear();
        for side in sides {
            room.values.clear();
            room.values.extend(side.values(&room.point));
            side.figures(&room.values, &mut room.figures);
            room.row.append(&mut room.figures);
        }
    }
}

/// Room that is used again at every point.
#[derive(Default)]
struct Room {
    point: Vec<f64>,
    scores: Vec<f64>,
    values: Vec<Placed>,
    figures: Vec<f64>,
    row: Vec<f64>,
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
