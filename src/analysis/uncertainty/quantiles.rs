//! Quantiles and histograms of draws.

/// The draws below and above which lie 5 % and 25 %, and the one in the middle.
pub(super) const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// The draws below which lie such shares, in rising order; none, of none.
///
/// Each is a draw: the inverse of the distribution of the draws, type 1 of Hyndman and Fan (1996), "Sample quantiles in
/// statistical packages". The order of the draws is lost.
pub(super) fn quantiles<const N: usize>(draws: &mut [f64], shares: [f64; N]) -> Option<[f64; N]> {
    let places = shares.map(|share| place(draws.len(), share));
    select(draws, 0, &places);
    let mut found = [0.0; N];
    for (value, place) in found.iter_mut().zip(places) {
        *value = *draws.get(place)?;
    }
    Some(found)
}

/// Puts the draws of such places, in rising order, where they would stand in order; `first` is the place of the first draw.
fn select(draws: &mut [f64], first: usize, places: &[usize]) {
    let (below, above) = places.split_at(places.len() / 2);
    let Some((middle, above)) = above.split_first() else { return };
    let Some(at) = middle.checked_sub(first).filter(|at| *at < draws.len()) else { return };
    let (lower, _, upper) = draws.select_nth_unstable_by(at, f64::total_cmp);
    select(lower, first, below);
    select(upper, middle + 1, above);
}

/// The place of the draw below which lies a share of so many.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "whole, not less than zero, and far below 2⁵³"
)]
fn place(count: usize, share: f64) -> usize {
    let rank = libm::ceil(share.clamp(0.0, 1.0) * count as f64).max(1.0);
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
        let bin = match () {
            () if draw < self.from => Some(&mut self.below),
            () if draw > self.to => Some(&mut self.above),
            () => self.counts.get_mut(place_of_bin(share, last)),
        };
        bin.into_iter().for_each(|count| *count += 1);
    }
}

/// The bin in which a share of the width lies.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "whole and within the bins"
)]
fn place_of_bin(share: f64, last: usize) -> usize {
    (libm::floor(share * (last + 1) as f64) as usize).min(last)
}
