//! Quantiles and histograms of draws.

/// The draws below and above which lie 5 % and 25 %, and the one in the middle.
pub(super) const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Bins in which draws are counted before one is selected.
const BINS: u16 = 1 << 10;

/// The draws below which lie such shares, of draws that are all numbers; none, of none.
///
/// Each is a draw: the inverse of the distribution of the draws, type 1 of Hyndman and Fan (1996), "Sample quantiles in
/// statistical packages". The draws are counted in bins first, so that only the bin that holds the one is selected from.
pub(super) fn quantiles<const N: usize>(draws: &[f64], shares: [f64; N]) -> Option<[f64; N]> {
    let mut found = [0.0; N];
    select(draws, &shares, &mut found)?;
    Some(found)
}

/// The same into `found`: one function, however many are asked for.
fn select(draws: &[f64], shares: &[f64], found: &mut [f64]) -> Option<()> {
    let binned = Binned::of(draws);
    let places = shares.iter().map(|share| binned.place(rank(draws.len(), *share)));
    let places: Vec<_> = places.collect::<Option<_>>()?;
    let mut rooms = binned.sorted_out(&places);
    for (value, (bin, within)) in found.iter_mut().zip(&places) {
        *value = *rooms.of(*bin)?.select_nth_unstable_by(*within, f64::total_cmp).1;
    }
    Some(())
}

/// Draws in bins, each bin above the one before; what is without end lies in the first or the last.
struct Binned<'a> {
    draws: &'a [f64],
    /// The bin of each draw.
    bins: Vec<u16>,
    counts: Vec<usize>,
}

impl<'a> Binned<'a> {
    fn of(draws: &'a [f64]) -> Self {
        let (mut from, mut to) = (f64::MAX, f64::MIN);
        for draw in draws.iter().filter(|draw| draw.is_finite()) {
            from = if *draw < from { *draw } else { from };
            to = if *draw > to { *draw } else { to };
        }
        let scale = f64::from(BINS) / (to - from);
        let mut counts = vec![0; usize::from(BINS)];
        let counted = |draw: &f64| {
            let bin = whole((draw - from) * scale).min(BINS - 1);
            counts.get_mut(usize::from(bin)).into_iter().for_each(|count| *count += 1);
            bin
        };
        let bins = draws.iter().map(counted).collect();
        Self { draws, bins, counts }
    }

    /// The bin of the draw of a rank, and its rank among those of its bin.
    fn place(&self, rank: usize) -> Option<(u16, usize)> {
        let mut left = rank;
        let mut bins = (0..BINS).zip(&self.counts);
        let (bin, _) = bins.find(|(_, count)| match left.checked_sub(**count) {
            Some(beyond) => {
                left = beyond;
                false
            }
            None => true,
        })?;
        Some((bin, left))
    }

    /// The draws of the bins of some places, in one pass over all.
    fn sorted_out(&self, places: &[(u16, usize)]) -> Rooms {
        let mut rooms = Rooms { of_bin: vec![usize::MAX; usize::from(BINS)], rooms: Vec::new() };
        for (bin, _) in places {
            if rooms.of(*bin).is_none() {
                let count = self.counts.get(usize::from(*bin)).copied().unwrap_or(0);
                rooms.add(*bin, count);
            }
        }
        for (draw, bin) in self.draws.iter().zip(&self.bins) {
            rooms.of(*bin).into_iter().for_each(|room| room.push(*draw));
        }
        rooms
    }
}

/// The draws of some bins.
struct Rooms {
    /// The place of the room of each bin; beyond all, where it has none.
    of_bin: Vec<usize>,
    rooms: Vec<Vec<f64>>,
}

impl Rooms {
    fn of(&mut self, bin: u16) -> Option<&mut Vec<f64>> {
        self.rooms.get_mut(*self.of_bin.get(usize::from(bin))?)
    }

    /// Adds a room for so many draws of a bin.
    fn add(&mut self, bin: u16, count: usize) {
        self.of_bin.get_mut(usize::from(bin)).into_iter().for_each(|place| *place = self.rooms.len());
        self.rooms.push(Vec::with_capacity(count));
    }
}

/// The rank of the draw below which lies a share of so many, from 0 on.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "whole, not less than zero, and far below 2⁵³"
)]
fn rank(count: usize, share: f64) -> usize {
    let rank = f64::ceil(share.clamp(0.0, 1.0) * count as f64).max(1.0);
    rank as usize - 1
}

/// A histogram: how many draws lie in bins of the same width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// The lower end of the first bin, in base units.
    pub from: f64,
    /// The upper end of the last.
    pub to: f64,
    /// The draws in each bin.
    pub counts: Vec<u32>,
    /// The draws below the first bin.
    pub below: u32,
    /// The draws above the last.
    pub above: u32,
}

impl Histogram {
    /// The draws in so many bins between two ends, both included.
    pub(super) fn of(draws: &[f64], from: f64, to: f64, bins: u16) -> Self {
        let mut histogram = Self { from, to, counts: vec![0; usize::from(bins.max(1))], below: 0, above: 0 };
        draws.iter().filter(|draw| !draw.is_nan()).for_each(|draw| histogram.count(*draw));
        histogram
    }

    fn count(&mut self, draw: f64) {
        let last = self.counts.len() - 1;
        let share = if self.to > self.from { (draw - self.from) / (self.to - self.from) } else { 0.0 };
        let bins = u16::try_from(last + 1).map_or(0.0, f64::from);
        let bin = match () {
            () if draw < self.from => Some(&mut self.below),
            () if draw > self.to => Some(&mut self.above),
            () => self.counts.get_mut(usize::from(whole(share * bins)).min(last)),
        };
        bin.into_iter().for_each(|count| *count += 1);
    }
}

/// The whole part of a number, within what so many bits hold; zero of no number.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, as it should"
)]
const fn whole(number: f64) -> u16 {
    number as u16
}
