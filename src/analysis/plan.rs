//! Which layout is best: the search over every way to cut a run over its devices.
//!
//! Two modes find the same layouts. The exhaustive one times every legal layout. The pruned one first bounds each choice
//! of tensor, context and expert degree and microbatch from below: computing and the communication of a layer take the same time
//! in a step however the layers are spread over stages, and bubble, imbalance, recomputation and data parallelism only
//! add to them. It goes through the choices from the lowest bound up, and stops at the first whose bound lies above the
//! worst of the best layouts found.

use crate::cluster::Pool;
use crate::error::{Code, Error};
use crate::estimate::{Scenario, Task};
use crate::quantities::display::{MOST_DIGITS, significant};
use crate::quantities::*;
use crate::throughput::efficiency::{Class, Efficiency};
use crate::throughput::step::{Setting, Step};
use crate::throughput::{PoolCount, utilisation};
use crate::workload::{Parallel, Parts, Shape, TrainingRun};
use core::cmp::Ordering;
use core::ops::ControlFlow;

/// How many layouts a search returns.
pub const BEST: usize = 5;

/// What of the forward pass is computed again in the backward pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recompute {
    /// Nothing.
    None,
    /// Scores and values.
    Selective,
    /// As many layers as it takes to fit.
    Partial,
    /// All layers.
    Full,
}

impl Recompute {
    /// Every option, the least first.
    pub const ALL: [Self; 4] = [Self::None, Self::Selective, Self::Partial, Self::Full];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Selective => "selective",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }

    /// The run that computes so much again; a `share` of the layers where it is a part.
    #[must_use]
    pub fn of(self, run: &TrainingRun, share: f64) -> TrainingRun {
        let (layers, attention) = match self {
            Self::None => (0.0, 0.0),
            Self::Selective => (0.0, 1.0),
            Self::Partial => (share, 0.0),
            Self::Full => (1.0, 0.0),
        };
        run.clone().with_recomputed_layers(layers).with_recomputed_attention(attention)
    }
}

/// A way to cut a run.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Choice {
    /// Tensor-parallel degree.
    pub tensor: f64,
    /// Context-parallel degree.
    pub context: f64,
    /// Expert-parallel degree.
    pub expert: f64,
    /// Sequences in a microbatch.
    pub microbatch: f64,
    /// Pipeline stages.
    pub pipeline: f64,
    /// Chunks of the model on a stage.
    pub interleave: f64,
    /// ZeRO stage.
    pub zero: f64,
    /// What is computed again.
    pub recompute: Recompute,
}

impl Choice {
    /// Puts the degrees into a layout.
    pub(crate) const fn put(&self, layout: &mut Parallel) {
        layout.tensor = self.tensor;
        layout.context = self.context;
        layout.expert = self.expert;
        layout.microbatch = self.microbatch;
        layout.pipeline = self.pipeline;
        layout.interleave = self.interleave;
        layout.zero = self.zero;
    }

    /// A layout with these degrees.
    #[must_use]
    pub fn layout(&self, other: &Parallel) -> Parallel {
        let other = other.clone();
        other
            .with_tensor(self.tensor)
            .with_context(self.context)
            .with_expert(self.expert)
            .with_microbatch(self.microbatch)
            .with_pipeline(self.pipeline)
            .with_interleave(self.interleave)
            .with_zero(self.zero)
    }
}

/// Why a layout is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The devices do not divide into replicas of it.
    Devices,
    /// The batch does not divide into microbatches of it.
    Batch,
    /// The layers do not spread over its stages and chunks.
    Layers,
    /// The devices do not divide into its groups of experts.
    Experts,
    /// It does not fit into the devices' memory.
    Memory,
    /// Computing a part of the layers again is the same as computing none or all of them.
    Same,
}

impl Rejection {
    /// Every reason.
    pub const ALL: [Self; 6] =
        [Self::Devices, Self::Batch, Self::Layers, Self::Experts, Self::Memory, Self::Same];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Devices => "devices",
            Self::Batch => "batch",
            Self::Layers => "layers",
            Self::Experts => "experts",
            Self::Memory => "memory",
            Self::Same => "same",
        }
    }
}

/// The values that each degree is tried at.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// Tensor-parallel degrees.
    pub tensor: Vec<f64>,
    /// Context-parallel degrees.
    pub context: Vec<f64>,
    /// Expert-parallel degrees.
    pub expert: Vec<f64>,
    /// Sequences in a microbatch.
    pub microbatch: Vec<f64>,
    /// Pipeline stages.
    pub pipeline: Vec<f64>,
    /// Chunks of the model on a stage.
    pub interleave: Vec<f64>,
    /// ZeRO stages.
    pub zero: Vec<f64>,
    /// What is computed again.
    pub recompute: Vec<Recompute>,
    /// Whether layers and microbatches may spread unevenly over stages and chunks.
    pub uneven: bool,
}

/// The largest degrees that are tried: no published run goes beyond them.
const MOST_TENSOR: f64 = 64.0;
const MOST_CONTEXT: f64 = 32.0;
const MOST_MICROBATCH: f64 = 32.0;
const MOST_CHUNKS: f64 = 24.0;
/// Tokens that a context-parallel device keeps at least.
const LEAST_TOKENS: f64 = 1024.0;

impl Space {
    /// The whole space for a model and a run: powers of two that divide heads, sequence and experts; every number of
    /// stages up to the layers that divides them, or divides them with embedding and head.
    #[must_use]
    pub fn whole(model: &Shape, run: &TrainingRun, devices: f64) -> Self {
        let layers = model.layers();
        let stages: Vec<f64> =
            counts(layers).filter(|stages| spreads(layers, *stages) && *stages <= devices).collect();
        let interleave = counts(MOST_CHUNKS.min(layers))
            .filter(|chunks| stages.iter().any(|stages| spreads(layers, stages * chunks)));
        let recompute = Recompute::ALL.into_iter();
        let fused = run.fused_attention() >= 1.0;
        Self {
            tensor: doublings(MOST_TENSOR.min(devices))
                .filter(|degree| divides(*degree, model.heads()))
                .collect(),
            context: doublings(MOST_CONTEXT.min(run.sequence() / LEAST_TOKENS)).collect(),
            expert: counts(model.experts().max(1.0))
                .filter(|degree| divides(*degree, model.experts()))
                .take_while(|degree| *degree <= devices)
                .collect(),
            microbatch: doublings(MOST_MICROBATCH).collect(),
            interleave: interleave.collect(),
            pipeline: stages,
            zero: vec![0.0, 1.0, 2.0, 3.0],
            recompute: recompute.filter(|option| !fused || *option != Recompute::Selective).collect(),
            uneven: false,
        }
    }

    /// How many layouts it holds.
    #[must_use]
    pub fn size(&self) -> f64 {
        let outer = [&self.tensor, &self.context, &self.expert, &self.microbatch];
        let inner = [&self.pipeline, &self.interleave, &self.zero];
        let lengths = outer.into_iter().chain(inner).map(|values| amount(values.len()));
        lengths.product::<f64>() * amount(self.recompute.len())
    }

    /// The outer choices: what decides the time of a layer.
    fn outer(&self) -> Vec<Choice> {
        let mut found = Vec::new();
        for &tensor in &self.tensor {
            for &context in &self.context {
                for &expert in &self.expert {
                    for &microbatch in &self.microbatch {
                        found.push(Choice {
                            tensor,
                            context,
                            expert,
                            microbatch,
                            pipeline: 1.0,
                            interleave: 1.0,
                            zero: 0.0,
                            recompute: Recompute::None,
                        });
                    }
                }
            }
        }
        found
    }
}

/// Whole numbers from one.
fn counts(most: f64) -> impl Iterator<Item = f64> {
    core::iter::successors(Some(1.0), |count| Some(count + 1.0)).take_while(move |count| *count <= most)
}

/// Powers of two from one; one in any case.
fn doublings(most: f64) -> impl Iterator<Item = f64> {
    let most = most.max(1.0);
    core::iter::successors(Some(1.0), |power| Some(power * 2.0)).take_while(move |power| *power <= most)
}

fn divides(degree: f64, number: f64) -> bool {
    let parts = number / degree;
    libm::floor(parts) == parts
}

/// Whether layers spread over so many chunks: evenly, or with the embedding and the head as a layer each.
fn spreads(layers: f64, chunks: f64) -> bool {
    divides(chunks, layers) || (chunks > 1.0 && divides(chunks, layers + 2.0))
}

#[allow(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
const fn amount(count: usize) -> f64 {
    count as f64
}

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
    size: PoolCount,
    batch: f64,
    devices: f64,
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
            size,
            batch: run.batch()?,
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
                self.plan.pruned = (all - amount(place)) * inner;
                break;
            }
            if watch(amount(place) / all).is_break() {
                self.plan.cancelled = true;
                break;
            }
            self.inner(choice);
        }
        self.plan
    }

    /// A time that no step with this tensor, context and expert degree and microbatch falls below.
    fn bound(&mut self, mode: Mode, choice: &Choice) -> f64 {
        /// Sums of the same parts in another order differ by less.
        const ROUNDING: f64 = 1.0 - 1e-9;
        if mode == Mode::Exhaustive {
            return 0.0;
        }
        self.step(choice).map_or(0.0, |step| {
            let time = &step.time;
            let least = time.compute + time.tensor + time.context + time.expert;
            let straggling = 1.0 + ratio(time.straggling, time.computed - time.straggling);
            (least * straggling * self.efficiency.doubt()).base() * ROUNDING
        })
    }

    fn step(&mut self, choice: &Choice) -> Option<Step> {
        let [none, selective, partial, full] = &self.runs;
        let run = match choice.recompute {
            Recompute::None => none,
            Recompute::Selective => selective,
            Recompute::Partial => partial,
            Recompute::Full => full,
        };
        choice.put(&mut self.layout);
        let Self { model, parts, pool, efficiency, size, layout, .. } = self;
        Step::of(&Setting { model, parts, run, pool, efficiency, size: *size }, layout)
    }

    /// Goes through the layouts of an outer choice.
    fn inner(&mut self, outer: &Choice) {
        let space = self.space.clone();
        let rest = amount(space.zero.len() * space.recompute.len());
        for &pipeline in &space.pipeline {
            for &interleave in &space.interleave {
                let choice = Choice { pipeline, interleave, ..*outer };
                if let Some(reason) = self.illegal(&choice) {
                    self.plan.reject(reason, rest);
                    continue;
                }
                for &zero in &space.zero {
                    for &recompute in &space.recompute {
                        self.time(&Choice { zero, recompute, ..choice });
                    }
                }
            }
        }
    }

    /// Why a layout is none before it is timed.
    fn illegal(&self, choice: &Choice) -> Option<Rejection> {
        let Choice { tensor, context, expert, microbatch, pipeline, interleave, .. } = *choice;
        let replica = tensor * context * pipeline;
        if !divides(replica, self.devices) {
            return Some(Rejection::Devices);
        }
        let replicas = self.devices / replica;
        let microbatches = self.batch / (replicas * microbatch);
        match () {
            () if libm::floor(microbatches) != microbatches => Some(Rejection::Batch),
            () if !divides(expert * self.layout.expert_tensor, replicas * context * tensor) => {
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

    fn time(&mut self, choice: &Choice) {
        let again = match choice.recompute {
            Recompute::None | Recompute::Selective => 0.0,
            Recompute::Full => 1.0,
            Recompute::Partial => match self.needed(choice) {
                Some(share) => share,
                None => return self.plan.reject(Rejection::Same, 1.0),
            },
        };
        let Some(step) = self.step(choice) else { return };
        self.plan.timed = self.plan.timed.saturating_add(1);
        if step.memory.is_none_or(|memory| memory.headroom.base() < 0.0) {
            return self.plan.reject(Rejection::Memory, 1.0);
        }
        self.plan.keep(Found { choice: *choice, again, step });
    }

    /// The least share of the layers that has to be computed again for a layout to fit, where it is neither none nor all;
    /// the partial run computes it again from then on.
    fn needed(&mut self, choice: &Choice) -> Option<f64> {
        let [none, all] = [Recompute::None, Recompute::Full].map(|recompute| {
            let step = self.step(&Choice { recompute, ..*choice })?;
            Some(step.memory?.headroom.base())
        });
        let (none, all) = (none?, all?);
        let share = libm::ceil(-none / (all - none) * self.model.layers()) / self.model.layers();
        let is_part = none < 0.0 && all >= 0.0 && share > 0.0 && share < 1.0;
        let [_, _, partial, _] = &mut self.runs;
        partial.recomputed_layers = share;
        is_part.then_some(share)
    }
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

/// A plan for a scenario, with what was assumed.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What was found.
    pub plan: Plan,
    /// Sequences of a global batch.
    pub batch: f64,
    /// Whether that is the usual one, since none was given.
    pub batch_is_default: bool,
    /// The devices.
    pub devices: Devices,
    run: TrainingRun,
    peak: ComputeRate,
    work: Compute,
    doubt: (f64, f64),
}

impl Planned {
    /// Model FLOP utilisation in a layout, while it runs.
    #[must_use]
    pub fn mfu(&self, found: &Found) -> Mfu {
        utilisation(self.work / found.step.time.total, self.peak)
    }

    /// The 90 % interval of a layout's step time.
    #[must_use]
    pub fn interval(&self, found: &Found) -> (Time, Time) {
        (found.step.time.computed * self.doubt.0, found.step.time.computed * self.doubt.1)
    }

    /// The settings that make a scenario run in a layout, as `path=value`.
    #[must_use]
    pub fn settings(&self, found: &Found) -> Vec<String> {
        let run = found.run(&self.run);
        let layout = run.layout();
        let number = |value: f64| significant(value, MOST_DIGITS);
        let settings = [
            ("run.batch", self.batch),
            ("layout.tensor", layout.tensor()),
            ("layout.context", layout.context()),
            ("layout.expert", layout.expert()),
            ("layout.pipeline", layout.pipeline()),
            ("layout.interleave", layout.interleave()),
            ("layout.microbatch", layout.microbatch()),
            ("layout.zero", layout.zero()),
            ("run.recomputed_layers", run.recomputed_layers()),
            ("run.recomputed_attention", run.recomputed_attention()),
        ];
        settings.map(|(path, value)| format!("{path}={}", number(value))).to_vec()
    }
}

/// Tokens of a global batch where none is given: that of the largest published runs, such as Llama 3.1 405B's 16 million.
const USUAL_TOKENS: f64 = 16_777_216.0;

/// The batch where none is given: near the usual tokens, the odd part of the number of devices times a power of two, so
/// that replicas can divide it.
fn usual_batch(devices: f64, sequence: f64) -> f64 {
    let wanted = (USUAL_TOKENS / sequence).max(1.0);
    let odd = doublings(devices)
        .filter(|power| divides(*power, devices))
        .last()
        .map_or(devices, |power| devices / power);
    odd * libm::exp2(libm::round(libm::log2(wanted / odd)).max(0.0))
}

/// The best layouts for the training run of a scenario.
///
/// # Errors
/// When it trains no model of known shape, runs on more than one kind of devices, or what a step needs is not known.
pub fn plan(
    scenario: Scenario,
    mode: Mode,
    watch: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Result<Planned, Error> {
    let missing = |field: &str, of: &str| {
        Error::new(Code::Missing, vec![("field", field.to_owned()), ("of", of.to_owned())])
    };
    let mut scenario = scenario.resolved();
    scenario.check_inputs()?;
    let Task::Training(run) = &mut scenario.task else {
        return Err(missing("model", scenario.cluster.name()));
    };
    let [pool] = scenario.cluster.pools() else {
        return Err(missing("cluster.pools.0", scenario.cluster.name()));
    };
    let devices = pool.count().ok_or_else(|| missing("cluster.pools.0.count", scenario.cluster.name()))?;
    let model = run.model().shape().cloned().ok_or_else(|| missing("model.layers", run.model().name()))?;
    let batch_is_default = run.batch().is_none();
    let batch = run.batch().unwrap_or_else(|| usual_batch(devices.base(), run.sequence()));
    run.batch = Some(batch);
    let run = run.clone().with_tokens(units::tokens(batch * run.sequence()));
    let search = Search::of(&model, &run, pool, &scenario.efficiency, PoolCount { devices });
    let lacks = || missing("cluster.pools.0.memory_bandwidth", pool.accelerator().id);
    let search = search.ok_or_else(lacks)?;
    let parts = Parts::of(&model).ok_or_else(lacks)?;
    let work = parts.total(&model, &run).ok_or_else(lacks)?.compute;
    let peak = pool.peak().ok_or_else(|| missing("cluster.pools.0.peak", pool.accelerator().id))? * devices;
    pool.memory_bandwidth().zip(pool.memory()).zip(pool.scale_up_devices()).ok_or_else(lacks)?;
    let has_experts = model.experts() > 0.0;
    let doubt = Class::of(pool.accelerator(), has_experts, run.software_year()).doubt();
    let plan = search.run(mode, watch);
    Ok(Planned { plan, batch, batch_is_default, devices, run, peak, work, doubt: (doubt.low, doubt.high) })
}
