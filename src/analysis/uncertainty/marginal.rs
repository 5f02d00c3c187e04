//! How a doubtful input is drawn: the inverse of its distribution.
//!
//! The low and the high end of its range are the 5th and the 95th percentile, the central value is the median, so that a
//! skewed pair is a split distribution. What its domain forbids is cut off, and the rest takes its share.

use super::normal::{self, SCORE_95};
use crate::provenance::Shape;
use crate::tables::{Belief, Domain};
use core::f64::consts::LOG2_E;

/// Between the median and the 95th percentile lies such a share.
const SHARE_95: f64 = 0.45;

/// The scale on which an input spreads evenly. Logarithms are those of two: every draw takes a power, and libm's of two has
/// no branch that a draw decides.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    /// On none: every value within as likely.
    Flat,
    Linear,
    Log,
    /// Logarithmic in what exceeds one.
    LogAboveOne,
    LogOdds,
}

impl Scale {
    fn of(shape: Shape) -> Self {
        match shape {
            Shape::Uniform => Self::Flat,
            Shape::Exact | Shape::Normal => Self::Linear,
            Shape::Lognormal => Self::Log,
            Shape::LognormalAboveOne => Self::LogAboveOne,
            Shape::LogitNormal => Self::LogOdds,
        }
    }

    fn to(self, value: f64) -> f64 {
        match self {
            Self::Flat | Self::Linear => value,
            Self::Log => libm::log2(value),
            Self::LogAboveOne => libm::log2(value - 1.0),
            Self::LogOdds => (libm::log(value) - libm::log1p(-value)) * LOG2_E,
        }
    }

    fn from(self, scaled: f64) -> f64 {
        match self {
            Self::Flat | Self::Linear => scaled,
            Self::Log => libm::exp2(scaled),
            Self::LogAboveOne => 1.0 + libm::exp2(scaled),
            Self::LogOdds => 1.0 / (1.0 + libm::exp2(-scaled)),
        }
    }

    /// What the share of draws below a value is measured in: shares for what is flat, else normal scores.
    fn measure(self, share: f64) -> f64 {
        if self == Self::Flat { share - 0.5 } else { normal::quantile(share) }
    }

    fn share(self, measure: f64) -> f64 {
        if self == Self::Flat { (measure + 0.5).clamp(0.0, 1.0) } else { normal::share(measure) }
    }
}

/// The distribution of a doubtful input.
#[derive(Clone, Copy, Debug)]
pub struct Marginal {
    scale: Scale,
    /// The median, on the scale.
    centre: f64,
    /// How far it spreads below and above, by the measure of the scale.
    spread: [f64; 2],
    /// The share that the domain forbids at its lower end, and the share that it leaves.
    legal: [f64; 2],
    domain: Domain,
}

impl Marginal {
    /// The distribution of a value about which so much is believed, within what is allowed.
    #[must_use]
    pub fn of(value: f64, belief: &Belief, domain: Domain) -> Self {
        let wanted = Scale::of(belief.shape);
        let has_place = [belief.low, value, belief.high].iter().all(|end| wanted.to(*end).is_finite());
        let scale = if has_place { wanted } else { Scale::Linear };
        let unit = if scale == Scale::Flat { SHARE_95 } else { SCORE_95 };
        let centre = scale.to(value);
        let spread = [centre - scale.to(belief.low), scale.to(belief.high) - centre];
        let whole =
            Self { scale, centre, spread: spread.map(|far| far.max(0.0) / unit), legal: [0.0, 1.0], domain };
        let (below, up_to) = (whole.below(domain.min), whole.up_to(domain.max));
        Self { legal: [below, up_to - below], ..whole }
    }

    /// The share of draws below a bound; none, where the median stands on it.
    fn below(&self, bound: f64) -> f64 {
        let far = self.scale.to(bound) - self.centre;
        let [down, _] = self.spread;
        if far < 0.0 { self.scale.share(far / down) } else { 0.0 }
    }

    /// The share of draws up to a bound; all, where the median stands on it.
    fn up_to(&self, bound: f64) -> f64 {
        let far = self.scale.to(bound) - self.centre;
        let [_, up] = self.spread;
        if far > 0.0 { self.scale.share(far / up) } else { 1.0 }
    }

    /// The value below which lies a share of the draws, strictly between 0 and 1: never outside the domain.
    #[must_use]
    pub fn at(&self, share: f64) -> f64 {
        let [forbidden, left] = self.legal;
        let measure = self.scale.measure(forbidden + share * left);
        let [down, up] = self.spread;
        let value = self.scale.from(self.centre + measure * if measure < 0.0 { down } else { up });
        let value = if self.domain.whole { libm::round(value) } else { value };
        self.domain.bounded(value)
    }
}
