//! The search through a space of layouts.

use super::BEST;
use super::space::{Choice, Recompute, Rejection, Space, amount, counts, spreads};
use crate::cluster::Pool;
use crate::quantities::units;
use crate::quantities::*;
use crate::throughput::PoolCount;
use crate::throughput::efficiency::Efficiency;
use crate::throughput::legal::divides;
use crate::throughput::step::{Setting, Step, StepTime};
use crate::throughput::terms::doublings;
use crate::workload::{Parallel, Parts, Shape, TrainingRun};
use core::cmp::Ordering;
use core::ops::ControlFlow;

/// How a search goes through its space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Every layout is timed.
    Exhaustive,
    /// What cannot be among the best is left out.
    Pruned,
}

/// A layout that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The layout.
    pub choice: Choice,
    /// The devices that it takes.
    pub devices: f64,
    /// The share of layers computed again.
    pub again: f64,
    /// The time of its step, opened.
    pub step: Step,
}

impl Found {
    /// The run in this layout.
    #[must_use]
    pub fn run(&self, run: &TrainingRun) -> TrainingRun {
        let run = self.choice.recompute.of(run, self.again);
        let layout = self.choice.layout(run.layout());
        run.with_layout(layout)
    }
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The best layouts, the fastest first.
    pub best: Vec<Found>,
    /// The layouts of the space.
    pub space: f64,
    /// Those that were timed.
    pub timed: u32,
    /// Those that were rejected, by reason.
    pub rejected: [(Rejection, f64); Rejection::ALL.len()],
    /// Those that were left out, since none of them could be among the best.
    pub pruned: f64,
    /// Whether the search was cancelled.
    pub cancelled: bool,
}

/// A search: what it is a search for.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    model: &'a Shape,
    parts: Parts,
    runs: [TrainingRun; Recompute::ALL.len()],
    pool: &'a Pool,
    efficiency: &'a Efficiency,
    batch: f64,
    devices: f64,
    /// What divides the batch, the least first.
    divisors: Vec<f64>,
    layout: Parallel,
    space: Space,
    plan: Plan,
}

impl<'a> Search<'a> {
    /// A search for the layouts of a run on devices; `None` where the batch or the shape's work is not known.
    #[must_use]
    pub fn of(
        model: &'a Shape,
        run: &TrainingRun,
        pool: &'a Pool,
        efficiency: &'a Efficiency,
        size: PoolCount,
    ) -> Option<Self> {
        let devices = size.devices.base();
        let space = Space::whole(model, run, devices);
        Some(Self {
            model,
            parts: Parts::of(model)?,
            runs: Recompute::ALL.map(|option| option.of(run, 0.0)),
            pool,
            efficiency,
            batch: run.batch()?,
            divisors: divisors(run.batch()?),
            devices,
            layout: run.layout().clone(),
            plan: Plan::none(space.size()),
            space,
        })
    }

    /// The same search in another space.
    #[must_use]
    pub fn within(mut self, space: Space) -> Self {
        self.plan = Plan::none(space.size());
        self.space = space;
        self
    }

    /// The space that it searches.
    #[must_use]
    pub const fn space(&self) -> &Space {
        &self.space
    }

    /// Searches; `watch` is told the share done, and may break the search off.
    #[must_use]
    pub fn run(mut self, mode: Mode, watch: &mut dyn FnMut(f64) -> ControlFlow<()>) -> Plan {
        let mut outer: Vec<_> =
            self.space.outer().into_iter().map(|choice| (self.bound(mode, &choice), choice)).collect();
        outer.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all = amount(outer.len());
        let inner = self.plan.space / all;
        for (place, (bound, choice)) in outer.iter().enumerate() {
            if self.plan.worst().is_some_and(|worst| *bound > worst) {
                self.plan.pruned += (all - amount(place)) * inner;
                break;
            }
            if watch(amount(place) / all).is_break() {
                self.plan.cancelled = true;
                break;
            }
            self.inner(mode, choice);
        }
        self.plan
    }

    /// A time that no step with this tensor, context and expert degree and microbatch falls below. Up to half of the
    /// devices may stand idle, and then there is a doubling less of them to wait for.
    fn bound(&mut self, mode: Mode, choice: &Choice) -> f64 {
        let working = if self.space.idle { self.devices / 2.0 } else { self.devices };
        if mode == Mode::Exhaustive { 0.0 } else { self.least(choice, self.devices, working) }
    }

    /// A time that no step with these degrees falls below, whatever it shards and computes again: all but the optimizer and
    /// data-parallel communication, slowed by waiting for so many devices.
    fn least(&mut self, choice: &Choice, used: f64, working: f64) -> f64 {
        /// Sums of the same parts in another order differ by less.
        const ROUNDING: f64 = 1.0 - 1e-9;
        let slowed = 1.0 + self.efficiency.straggling().get() * doublings(units::devices(working));
        self.step(choice, used).map_or(0.0, |step| {
            let StepTime { compute, imbalance, tensor, context, expert, pipeline, idle, .. } = step.time;
            let least = compute + imbalance + tensor + context + expert + pipeline + idle;
            (least * slowed * self.efficiency.doubt()).base() * ROUNDING
        })
    }

    fn step(&mut self, choice: &Choice, used: f64) -> Option<Step> {
        let [none, selective, partial, full] = &self.runs;
        let run = match choice.recompute {
            Recompute::None => none,
            Recompute::Selective => selective,
            Recompute::Partial => partial,
            Recompute::Full => full,
        };
        choice.put(&mut self.layout);
        let size = PoolCount { devices: units::devices(used) };
        let Self { model, parts, pool, efficiency, layout, .. } = self;
        Step::of(&Setting { model, parts, run, pool, efficiency, size }, layout)
    }

    /// Goes through the layouts of an outer choice.
    fn inner(&mut self, mode: Mode, outer: &Choice) {
        let space = self.space.clone();
        let rest = amount(space.zero.len() * space.recompute.len());
        for &pipeline in &space.pipeline {
            for &interleave in &space.interleave {
                let choice = Choice { pipeline, interleave, ..*outer };
                match self.used(&choice) {
                    Err(reason) => self.plan.reject(reason, rest),
                    Ok(used) if mode == Mode::Pruned && self.is_hopeless(&choice, used) => {
                        self.plan.pruned += rest
                    }
                    Ok(used) => self.times(&space, &choice, used),
                }
            }
        }
    }

    /// Whether no layout with these degrees can be among the best.
    fn is_hopeless(&mut self, choice: &Choice, used: f64) -> bool {
        self.plan.worst().is_some_and(|worst| self.least(choice, used, used) > worst)
    }

    /// Times a layout with everything that it can shard and compute again.
    fn times(&mut self, space: &Space, choice: &Choice, used: f64) {
        for &zero in &space.zero {
            for &recompute in &space.recompute {
                self.time(&Choice { zero, recompute, ..*choice }, used);
            }
        }
    }

    /// The devices that a layout takes: all, or as many as its replicas need to share the batch out evenly; else why it is
    /// none.
    fn used(&self, choice: &Choice) -> Result<f64, Rejection> {
        let replica = choice.replica();
        let fitting = self.devices / replica;
        if fitting < 1.0 || f64::floor(fitting) != fitting && !self.space.idle {
            return Err(Rejection::Devices);
        }
        if !self.space.idle {
            return self.divided(choice, fitting).map_or(Ok(self.devices), Err);
        }
        let shares: Vec<_> = self.shares(choice.microbatch, fitting).collect();
        let first = shares.first().map(|most| self.divided(choice, *most).unwrap_or(Rejection::Batch));
        let legal = shares.iter().find(|replicas| self.divided(choice, **replicas).is_none());
        legal.map(|replicas| replicas * replica).ok_or(first.unwrap_or(Rejection::Devices))
    }

    /// The numbers of replicas over which microbatches share the batch out evenly, of those that fit and leave no more than
    /// half of the devices idle, the most first.
    fn shares(&self, microbatch: f64, fitting: f64) -> impl Iterator<Item = f64> {
        let shares =
            move |replicas: &f64| *replicas <= fitting && divides(*replicas * microbatch, self.batch);
        self.divisors
            .iter()
            .rev()
            .copied()
            .filter(shares)
            .take_while(move |replicas| replicas * 2.0 >= fitting)
    }

    /// Why a layout of so many replicas is none.
    fn divided(&self, choice: &Choice, replicas: f64) -> Option<Rejection> {
        let Choice { tensor, context, expert, expert_tensor, microbatch, pipeline, interleave, .. } = *choice;
        let microbatches = self.batch / (replicas * microbatch);
        match () {
            () if f64::floor(microbatches) != microbatches => Some(Rejection::Batch),
            () if expert_tensor > tensor || !divides(expert * expert_tensor, replicas * context * tensor) => {
                Some(Rejection::Experts)
            }
            () if self.space.uneven => None,
            () if interleave > 1.0 && (pipeline <= 1.0 || !divides(pipeline, microbatches)) => {
                Some(Rejection::Batch)
            }
            () if !spreads(self.model.layers(), pipeline * interleave) => Some(Rejection::Layers),
            () => None,
        }
    }

    fn time(&mut self, choice: &Choice, used: f64) {
        let again = match choice.recompute {
            Recompute::None | Recompute::Selective => 0.0,
            Recompute::Full => 1.0,
            Recompute::Partial => match self.needed(choice, used) {
                Some(share) => share,
                None => return self.plan.reject(Rejection::Same, 1.0),
            },
        };
        let Some(step) = self.step(choice, used) else { return };
        self.plan.timed = self.plan.timed.saturating_add(1);
        if step.memory.is_none_or(|memory| memory.headroom.base() < 0.0) {
            return self.plan.reject(Rejection::Memory, 1.0);
        }
        self.plan.keep(Found { choice: *choice, devices: used, again, step });
    }

    /// The least share of the layers that has to be computed again for a layout to fit, where it is neither none nor all;
    /// the partial run computes it again from then on.
    fn needed(&mut self, choice: &Choice, used: f64) -> Option<f64> {
        let [none, all] = [Recompute::None, Recompute::Full].map(|recompute| {
            let step = self.step(&Choice { recompute, ..*choice }, used)?;
            Some(step.memory?.headroom.base())
        });
        let (none, all) = (none?, all?);
        let share = f64::ceil(-none / (all - none) * self.model.layers()) / self.model.layers();
        let is_part = none < 0.0 && all >= 0.0 && share > 0.0 && share < 1.0;
        let [_, _, partial, _] = &mut self.runs;
        partial.recomputed_layers = share;
        is_part.then_some(share)
    }
}

/// What divides a whole number, the least first.
fn divisors(number: f64) -> Vec<f64> {
    let small: Vec<f64> = counts(f64::sqrt(number)).filter(|degree| divides(*degree, number)).collect();
    let large = small.iter().rev().map(|degree| number / degree).filter(|degree| !small.contains(degree));
    small.iter().copied().chain(large).collect()
}

impl Plan {
    fn none(space: f64) -> Self {
        Self {
            best: Vec::with_capacity(BEST + 1),
            space,
            timed: 0,
            rejected: Rejection::ALL.map(|reason| (reason, 0.0)),
            pruned: 0.0,
            cancelled: false,
        }
    }

    fn reject(&mut self, reason: Rejection, layouts: f64) {
        self.rejected
            .iter_mut()
            .filter(|(known, _)| *known == reason)
            .for_each(|(_, count)| *count += layouts);
    }

    /// The time of the worst of the best, once there are as many as are returned.
    fn worst(&self) -> Option<f64> {
        self.best.get(BEST - 1).map(|found| found.step.time.total.base())
    }

    /// Keeps a layout where it is among the best: the fastest, and of two as fast the one less cut.
    fn keep(&mut self, found: Found) {
        let time = |found: &Found| found.step.time.total.base();
        let order = |a: &Found, b: &Found| {
            time(a)
                .total_cmp(&time(b))
                .then_with(|| a.choice.partial_cmp(&b.choice).unwrap_or(Ordering::Equal))
        };
        let place = self.best.partition_point(|known| order(known, &found).is_lt());
        if place < BEST {
            self.best.insert(place, found);
            self.best.truncate(BEST);
        }
    }
}
