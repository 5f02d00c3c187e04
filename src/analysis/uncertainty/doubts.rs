//! The inputs that are in doubt, and a scenario with them moved.

use super::marginal::Marginal;
use crate::analysis::inputs::{InputRow, inputs};
use crate::error::Error;
use crate::estimate::{Estimate, Scenario, Stages};
use crate::tables::{Belief, Input, InputVisitor, Slot};

/// An input of a scenario by its place among all, and a value for it.
pub(crate) type Placed = (usize, f64);

/// An input in doubt.
#[derive(Clone, Debug)]
pub(crate) struct Doubt {
    /// Its place among all inputs.
    pub(crate) place: usize,
    /// The input.
    pub(crate) row: InputRow,
    /// Its central value.
    pub(crate) value: f64,
}

impl Doubt {
    /// How it is drawn.
    pub(crate) fn marginal(&self) -> Marginal {
        Marginal::of(self.value, &self.row.belief, self.row.input.domain)
    }

    /// The ends of its range, within its domain.
    pub(crate) fn ends(&self) -> [f64; 2] {
        let domain = self.row.input.domain;
        [self.row.belief.low, self.row.belief.high].map(|end| domain.bounded(end))
    }
}

/// The inputs that are in doubt and move any figure, in the order of the tables.
pub(crate) fn doubts(estimate: &Estimate) -> Vec<Doubt> {
    let rows = inputs(&estimate.scenario).into_iter().enumerate();
    let in_doubt = rows.filter_map(|(place, row)| Some(Doubt { place, value: row.value?, row }));
    let central = values(&estimate.stages);
    let mut moved = Moved::of(&estimate.scenario);
    let mut moves = |doubt: &Doubt| {
        let mut differs =
            |end| moved.at(&[(doubt.place, end)]).map_or(true, |stages| values(&stages) != central);
        let [low, high] = doubt.ends().map(&mut differs);
        moved.put(&[(doubt.place, doubt.value)]);
        low || high
    };
    in_doubt.filter(|doubt| !doubt.row.belief.is_exact() && moves(doubt)).collect()
}

/// The values of all figures.
fn values(stages: &Stages) -> Vec<f64> {
    let mut values = Vec::new();
    stages.values(&mut values);
    values
}

/// A resolved scenario whose inputs are moved, again and again; those that were moved before stay where they are.
#[derive(Clone, Debug)]
pub(crate) struct Moved {
    scenario: Scenario,
    /// As it was: shares of a supply are shared out from there each time, so that no move knows of those before it.
    centre: Box<Scenario>,
}

impl Moved {
    /// A scenario of which nothing is moved yet.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        Self { scenario: scenario.clone(), centre: Box::new(scenario.clone()) }
    }

    /// As it stands.
    pub(crate) const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Its stages with inputs at such values, by their places, in order.
    ///
    /// # Errors
    /// When they exclude each other, or there is no result.
    pub(crate) fn at(&mut self, to: &[Placed]) -> Result<Stages, Error> {
        self.put(to);
        self.scenario.settle()?;
        Stages::of(&self.scenario)
    }

    /// Its figures with inputs at such values, put in place of what stood there; whether there are any.
    pub(crate) fn values(&mut self, to: &[Placed], values: &mut Vec<f64>) -> bool {
        self.at(to).map(|stages| stages.values(values)).is_ok()
    }

    /// Puts values into inputs.
    pub(crate) fn put(&mut self, to: &[Placed]) {
        self.scenario.cluster.take_supply(&self.centre.cluster);
        // What only puts values refuses none.
        let _ = self.scenario.visit_inputs(&mut Put { left: to, seen: 0 });
    }
}

struct Put<'a> {
    left: &'a [Placed],
    seen: usize,
}

impl Put<'_> {
    /// The next value, and its place among the next inputs, so many; `None` where it stands beyond them.
    fn next_within(&mut self, count: usize) -> Option<(usize, f64)> {
        let ((place, value), rest) = self.left.split_first()?;
        let within = place.checked_sub(self.seen).filter(|within| *within < count)?;
        self.left = rest;
        Some((within, *value))
    }
}

impl InputVisitor for Put<'_> {
    fn passes(&mut self, count: usize) -> bool {
        let passes = self.left.first().is_none_or(|(place, _)| *place >= self.seen + count);
        self.seen += if passes { count } else { 0 };
        passes
    }
    fn inputs(
        &mut self,
        inputs: &'static [Input],
        slots: &mut [&mut dyn Slot],
        _: &mut [Belief],
    ) -> Result<(), Error> {
        while let Some((within, value)) = self.next_within(inputs.len()) {
            slots.get_mut(within).into_iter().for_each(|slot| slot.put(value));
        }
        self.seen += inputs.len();
        Ok(())
    }
    fn input(&mut self, _: &'static Input, _: &mut dyn Slot, _: &mut Belief) -> Result<(), Error> {
        Ok(())
    }
}
