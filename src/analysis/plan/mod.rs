//! Which layout is best: the search over every way to cut a run over its devices.
//!
//! Two modes find the same layouts. The exhaustive one times every legal layout. The pruned one bounds choices from below.
//! Given tensor, context and expert degrees and the microbatch, computing and the communication of a layer take the same
//! time in a step however the layers are spread over stages, and all else only adds to it: so it goes through these choices
//! from the lowest bound up, and stops at the first whose bound lies above the worst of the best layouts found. Given stages
//! and chunks too, bubble and imbalance are known, and sharding and recomputation only add to them: so it times none of a
//! choice whose bound lies above that worst.

mod search;
mod space;

pub use search::{Found, Mode, Plan, Search};
pub use space::{Choice, Recompute, Rejection, Space};

use crate::catalogue::Accelerator;
use crate::cluster::Pool;
use crate::error::{Code, Error};
use crate::estimate::{Scenario, Task};
use crate::quantities::parse::shortest;
use crate::quantities::*;
use crate::throughput::efficiency::Family;
use crate::throughput::legal::divides;
use crate::throughput::{PoolCount, utilisation};
use crate::workload::{Model, Parts, TrainingRun};
use core::ops::ControlFlow;
use space::doublings;

/// How many layouts a search returns.
pub const BEST: usize = 5;

/// A plan for a scenario, with what it stands on.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What was found.
    pub plan: Plan,
    /// Whether the batch is the usual one, since none was given.
    pub batch_is_default: bool,
    /// The devices that there are.
    pub devices: Devices,
    /// The run, its batch included.
    pub run: TrainingRun,
    /// The kind of the devices.
    pub accelerator: &'static Accelerator,
    peak: DeviceRate,
    work: Compute,
    /// Low and high of a step's time over the time itself.
    doubt: (f64, f64),
}

impl Planned {
    /// Sequences of a global batch.
    #[must_use]
    pub fn batch(&self) -> f64 {
        self.run.batch().unwrap_or(1.0)
    }

    /// Whether no measurement on such devices was fitted.
    #[must_use]
    pub fn is_extrapolated(&self) -> bool {
        !Family::of(self.accelerator).1
    }

    /// Model FLOP utilisation of the devices that a layout takes, while it runs.
    #[must_use]
    pub fn mfu(&self, found: &Found) -> Mfu {
        utilisation(self.work / found.step.time.total, self.peak * units::devices(found.devices))
    }

    /// The 90 % interval of a layout's step time.
    #[must_use]
    pub fn interval(&self, found: &Found) -> (Time, Time) {
        (found.step.time.total * self.doubt.0, found.step.time.total * self.doubt.1)
    }

    /// The settings that make a scenario run in a layout, as `path=value`; those that are as in an uncut run are left out.
    #[must_use]
    pub fn settings(&self, found: &Found) -> Vec<(&'static str, String)> {
        let run = found.run(&self.run);
        let layout = run.layout();
        let always = f64::NAN;
        let numbers = [
            ("cluster.pools.0.count", found.devices, always),
            ("run.batch", self.batch(), always),
            ("layout.tensor", layout.tensor(), 1.0),
            ("layout.context", layout.context(), 1.0),
            ("layout.expert", layout.expert(), 1.0),
            ("layout.expert_tensor", layout.expert_tensor(), 1.0),
            ("layout.pipeline", layout.pipeline(), 1.0),
            ("layout.interleave", layout.interleave(), 1.0),
            ("layout.microbatch", layout.microbatch(), 1.0),
            ("layout.zero", layout.zero(), 1.0),
            ("run.recomputed_layers", run.recomputed_layers(), 0.0),
            ("run.recomputed_attention", run.recomputed_attention(), 0.0),
        ];
        let told = numbers.into_iter().filter(|(_, value, usual)| value != usual);
        let written = told.map(|(path, value, _)| (path, shortest(value)));
        let precision = run.precision().map(|precision| ("run.precision", precision.name().to_owned()));
        precision.into_iter().chain(written).collect()
    }
}

/// Tokens of a global batch where none is given: that of the largest published runs, such as Llama 3.1 405B's 16 million.
const USUAL_TOKENS: f64 = 16_777_216.0;

/// The odd part that a number of devices may share with the batch: more would leave a batch of few divisors.
const LARGEST_ODD: f64 = 16.0;

/// The batch where none is given: near the usual tokens, a power of two times the odd part of the number of devices where
/// that is small, so that replicas can divide it.
fn usual_batch(devices: f64, sequence: f64) -> f64 {
    let wanted = (USUAL_TOKENS / sequence).max(1.0);
    let power = doublings(devices).filter(|power| divides(*power, devices)).last().unwrap_or(1.0);
    let odd = if devices / power <= LARGEST_ODD { devices / power } else { 1.0 };
    odd * libm::exp2(libm::round(libm::log2(wanted / odd)).max(0.0))
}

/// The best layouts for the training run of a scenario. Degrees that its layout was given are kept.
///
/// # Errors
/// When it trains no model of known shape, runs on more than one kind of devices, or what a step needs is not known.
pub fn plan(
    mut scenario: Scenario,
    mode: Mode,
    watch: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Result<Planned, Error> {
    scenario.resolve();
    scenario.check_inputs()?;
    let devices = only_pool(&scenario)?
        .count()
        .ok_or_else(|| missing("cluster.pools.0.count", scenario.cluster.name()))?;
    let Task::Training(run) = &mut scenario.task else {
        return Err(Error::wrong_form("model", "form-plan-model"));
    };
    let batch_is_default = run.batch.is_none();
    let batch = *run.batch.get_or_insert_with(|| usual_batch(devices.base(), run.sequence));
    let run = run.clone();
    let (efficiency, pool) = (scenario.reached(), only_pool(&scenario)?);
    let model = run.model().shape().ok_or_else(|| shapeless(run.model()))?;
    let accelerator = pool.accelerator();
    let lacks = || missing(lacking(pool), accelerator.id);
    let peak = pool.peak().ok_or_else(lacks)?;
    let search = Search::of(model, &run, pool, &efficiency, PoolCount { devices }).ok_or_else(lacks)?;
    let parts = Parts::of(model).ok_or_else(lacks)?;
    let work = parts.total(model, &run).ok_or_else(lacks)?.training * units::tokens(batch * run.sequence());
    if pool.memory_bandwidth().is_none() || pool.memory().is_none() || pool.scale_up_devices().is_none() {
        return Err(lacks());
    }
    let doubt = efficiency.doubtful();
    let space = search.space().clone().keeping(run.layout());
    let plan = search.within(space).run(mode, watch);
    Ok(Planned { plan, batch_is_default, devices, run: *run, accelerator, peak, work, doubt })
}

fn only_pool(scenario: &Scenario) -> Result<&Pool, Error> {
    let [pool] = scenario.cluster.pools() else {
        return Err(Error::wrong_form("cluster.pools", "form-one-kind"));
    };
    Ok(pool)
}

/// The first input that a step needs and a pool lacks.
fn lacking(pool: &Pool) -> &'static str {
    match () {
        () if pool.peak().is_none() => "cluster.pools.0.peak",
        () if pool.memory().is_none() => "cluster.pools.0.memory",
        () if pool.memory_bandwidth().is_none() => "cluster.pools.0.memory_bandwidth",
        () => "cluster.pools.0.scale_up_devices",
    }
}

/// The error for a model without a shape: none at all, or one that was not published.
fn shapeless(model: &Model) -> Error {
    let is_known = model.row().is_some() || model.is_sized();
    if is_known {
        missing("model.layers", model.name())
    } else {
        Error::wrong_form("model", "form-plan-model")
    }
}

fn missing(field: &str, of: &str) -> Error {
    Error::new(Code::Missing, vec![("field", field.to_owned()), ("of", of.to_owned())])
}
