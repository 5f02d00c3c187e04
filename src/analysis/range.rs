//! How sure: the 90 % interval of every figure, in closed form.
//!
//! Each doubtful input is put to its 5th and to its 95th percentile, all others at their median; the shifts of a
//! figure add in quadrature, on the scale where such figures spread evenly: logarithmic for what is positive, log
//! odds for shares, linear for what may be zero or less. For products of lognormal inputs this is exact; elsewhere
//! it is the first order.

use super::inputs::inputs;
use super::rows::FigureRow;
use super::uncertainty::doubts::{Moved, Placed};
use super::uncertainty::subject::quantity;
use crate::error::Error;
use crate::estimate::{Estimate, Scenario, Stages};
use crate::quantities::{AnnualRate, Measure};
use crate::tables::{Belief, Figure, FigureVisitor, Input, InputVisitor, Slot};

/// Figures of a result, about.
const FIGURES: usize = 320;

/// A 90 % interval: the 5th and the 95th percentile, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The 5th percentile.
    pub low: f64,
    /// The 95th percentile.
    pub high: f64,
}

/// The interval of every figure of a result, in the order of the figures.
#[must_use]
pub fn ranges(estimate: &Estimate) -> Vec<Interval> {
    ranges_at(estimate, &|_| true)
}

/// The intervals of the figures at these places among all, in their order.
pub(crate) fn ranges_at(estimate: &Estimate, wanted: &dyn Fn(usize) -> bool) -> Vec<Interval> {
    let shifts = central(&estimate.stages).into_iter().enumerate();
    let mut shifts: Vec<_> = shifts.filter(|(place, _)| wanted(*place)).collect();
    let mut moved = Moved::of(&estimate.scenario);
    let [mut low, mut high] = [(); 2].map(|()| Vec::with_capacity(FIGURES));
    for Doubtful { centre, ends: [least, most] } in doubtful(&estimate.scenario) {
        if moved.values(&least, &mut low) && moved.values(&most, &mut high) {
            for (place, shift) in &mut shifts {
                if let (Some(low), Some(high)) = (low.get(*place), high.get(*place)) {
                    shift.add(*low, *high);
                }
            }
        }
        moved.put(&centre);
    }
    shifts.iter().map(|(_, shift)| shift.interval()).collect()
}

/// The intervals of figures, where one doubt after another takes them to such values at its low and at its high end.
pub(super) fn intervals(rows: &[FigureRow], ends: Vec<[Vec<f64>; 2]>) -> Vec<Interval> {
    let mut shifts: Vec<_> =
        rows.iter().map(|row| Shift::at(row.value, Scale::of(row.figure, row.value))).collect();
    for [low, high] in ends {
        let at_ends = low.into_iter().zip(high);
        shifts.iter_mut().zip(at_ends).for_each(|(shift, (low, high))| shift.add(low, high));
    }
    shifts.iter().map(Shift::interval).collect()
}

/// A quantity that has a range: an input, or the same one of several pools of one device, which move together.
pub(super) struct Doubtful {
    /// Its inputs, by their places among all, at their central values.
    pub(super) centre: Vec<Placed>,
    /// The same at their 5th and at their 95th percentile.
    pub(super) ends: [Vec<Placed>; 2],
}

impl Doubtful {
    /// Takes the inputs of another, which is the same quantity.
    fn join(&mut self, other: Self) {
        self.centre.extend(other.centre);
        self.ends.iter_mut().zip(other.ends).for_each(|(end, other)| end.extend(other));
    }
}

/// The quantities that have a range.
pub(super) fn doubtful(scenario: &Scenario) -> Vec<Doubtful> {
    struct Seen(usize, Vec<Doubtful>);
    impl InputVisitor for Seen {
        fn input(
            &mut self,
            input: &'static Input,
            slot: &mut dyn Slot,
            belief: &mut Belief,
        ) -> Result<(), Error> {
            if let Some(value) = slot.get().filter(|_| !belief.is_exact()) {
                let at = |value| vec![(self.0, value)];
                let ends = [belief.low, belief.high].map(|end| at(input.domain.bounded(end)));
                self.1.push(Doubtful { centre: at(value), ends });
            }
            self.0 += 1;
            Ok(())
        }
    }
    let mut visitor = Seen(0, Vec::new());
    // What only looks refuses none.
    let _ = scenario.clone().visit_inputs(&mut visitor);
    if shares_devices(scenario) { joined(visitor.1, scenario) } else { visitor.1 }
}

/// Whether a device stands in several pools; else no two inputs are one quantity.
fn shares_devices(scenario: &Scenario) -> bool {
    let mut pools = scenario.cluster.pools().iter().map(|pool| pool.accelerator().id);
    core::iter::from_fn(|| pools.next().map(|id| pools.clone().any(|other| other == id))).any(|shared| shared)
}

/// Those that are one quantity, as one.
fn joined(doubtful: Vec<Doubtful>, scenario: &Scenario) -> Vec<Doubtful> {
    let rows = inputs(scenario);
    let mut known: Vec<(String, Doubtful)> = Vec::new();
    for one in doubtful {
        let row = one.centre.first().and_then(|(place, _)| rows.get(*place));
        let name = row.map_or_else(String::new, |row| quantity(scenario, &row.path));
        match known.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.join(one),
            None => known.push((name, one)),
        }
    }
    known.into_iter().map(|(_, one)| one).collect()
}

/// The scale on which a figure spreads.
#[derive(Clone, Copy, PartialEq)]
enum Scale {
    Linear,
    Log,
    LogOdds,
    /// Logarithmic in what has become of one: for rates by the year, which end at -1.
    Growth,
}

impl Scale {
    fn of(figure: &Figure, value: f64) -> Self {
        match value {
            _ if figure.kind.name == AnnualRate::KIND.name => Self::Growth,
            _ if figure.kind.is_share && value > 0.0 && value < 1.0 => Self::LogOdds,
            _ if value > 0.0 && !figure.kind.is_share => Self::Log,
            _ => Self::Linear,
        }
    }

    fn to(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => libm::log(value),
            Self::LogOdds => libm::log(value) - libm::log1p(-value),
            Self::Growth => libm::log1p(value),
        }
    }

    fn from(self, scaled: f64) -> f64 {
        match self {
            Self::Linear => scaled,
            Self::Log => libm::exp(scaled),
            Self::LogOdds => 1.0 / (1.0 + libm::exp(-scaled)),
            Self::Growth => libm::expm1(scaled),
        }
    }
}

/// Every figure where all inputs are at their median, not shifted yet.
fn central(stages: &Stages) -> Vec<Shift> {
    struct Central(Vec<Shift>);
    impl FigureVisitor for Central {
        fn figure(&mut self, figure: &'static Figure, value: f64) {
            self.0.push(Shift::at(value, Scale::of(figure, value)));
        }
    }
    let mut visitor = Central(Vec::with_capacity(FIGURES));
    stages.visit(&mut visitor);
    visitor.0
}

/// How far a figure shifts, as sums of squares: on its scale, and linearly for where an end has no place on it.
struct Shift {
    value: f64,
    scale: Scale,
    /// The value on the scale.
    at: f64,
    scaled: Ends,
    linear: Ends,
    /// The least that was seen.
    least: f64,
    /// The most that was seen.
    most: f64,
}

/// Sums of squared shifts, down and up.
#[derive(Clone, Copy, Default)]
struct Ends {
    down: f64,
    up: f64,
}

impl Ends {
    fn add(&mut self, least: f64, value: f64, most: f64) {
        let shift = |from: f64, to: f64| if from == to { 0.0 } else { to - from };
        let (down, up) = (shift(least, value), shift(value, most));
        self.down += down * down;
        self.up += up * up;
    }

    fn around(self, value: f64, scale: Scale) -> Interval {
        let end = |shift: f64| if shift == 0.0 { value } else { scale.from(scale.to(value) + shift) };
        Interval { low: end(-f64::sqrt(self.down)), high: end(f64::sqrt(self.up)) }
    }
}

impl Shift {
    fn at(value: f64, scale: Scale) -> Self {
        Self {
            value,
            scale,
            at: scale.to(value),
            scaled: Ends::default(),
            linear: Ends::default(),
            least: value,
            most: value,
        }
    }

    fn add(&mut self, a: f64, b: f64) {
        let Self { value, scale, at, .. } = *self;
        if a == value && b == value {
            return;
        }
        let (least, most) = (a.min(b).min(value), a.max(b).max(value));
        (self.least, self.most) = (self.least.min(least), self.most.max(most));
        let to = |end: f64| if end == value { at } else { scale.to(end) };
        self.scaled.add(to(least), at, to(most));
        self.linear.add(least, value, most);
    }

    /// The interval on the figure's scale; linear, and within the scale's bounds, where an input takes it to them. What
    /// never comes may come at the soonest that was seen.
    fn interval(&self) -> Interval {
        let Self { value, scale, .. } = *self;
        if value.is_infinite() {
            return Interval { low: self.least, high: value };
        }
        let (scaled, linear) = (self.scaled.around(value, scale), self.linear.around(value, Scale::Linear));
        let is_signed = scale == Scale::Linear || self.least < 0.0;
        let bound = if is_signed { f64::NEG_INFINITY } else { 0.0 };
        let most = if scale == Scale::LogOdds && self.most <= 1.0 { 1.0 } else { f64::INFINITY };
        Interval {
            low: if self.scaled.down.is_finite() { scaled.low } else { linear.low.max(bound) },
            high: if self.scaled.up.is_finite() { scaled.high } else { linear.high.min(most) },
        }
    }
}
