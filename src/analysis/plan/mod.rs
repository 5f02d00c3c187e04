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

use crate::error::{Code, Error};
use crate::estimate::{Scenario, Task};
use crate::quantities::display::{MOST_DIGITS, significant};
use crate::quantities::*;
use crate::throughput::efficiency::Class;
use crate::throughput::{PoolCount, utilisation};
use crate::workload::{Parts, TrainingRun};
use core::ops::ControlFlow;
use space::{divides, doublings};

/// How many layouts a search returns.
pub const BEST: usize = 5;

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
    peak: DeviceRate,
    work: Compute,
    doubt: (f64, f64),
}

impl Planned {
    /// Model FLOP utilisation of the devices that a layout takes, while it runs.
    #[must_use]
    pub fn mfu(&self, found: &Found) -> Mfu {
        utilisation(self.work / found.step.time.total, self.peak * units::devices(found.devices))
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
            ("cluster.pools.0.count", found.devices),
            ("run.batch", self.batch),
            ("layout.tensor", layout.tensor()),
            ("layout.context", layout.context()),
            ("layout.expert", layout.expert()),
            ("layout.expert_tensor", layout.expert_tensor()),
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
    let run = run.clone();
    let efficiency = scenario.reached();
    let search = Search::of(&model, &run, pool, &efficiency, PoolCount { devices });
    let lacks = || missing("cluster.pools.0.memory_bandwidth", pool.accelerator().id);
    let search = search.ok_or_else(lacks)?;
    let parts = Parts::of(&model).ok_or_else(lacks)?;
    let work = parts.total(&model, &run).ok_or_else(lacks)?.training * units::tokens(batch * run.sequence());
    let peak = pool.peak().ok_or_else(|| missing("cluster.pools.0.peak", pool.accelerator().id))?;
    pool.memory_bandwidth().zip(pool.memory()).zip(pool.scale_up_devices()).ok_or_else(lacks)?;
    let has_experts = model.experts() > 0.0;
    let doubt = Class::of(pool.accelerator(), has_experts, run.software_year()).doubt();
    let plan = search.run(mode, watch);
    Ok(Planned { plan, batch, batch_is_default, devices, run, peak, work, doubt: (doubt.low, doubt.high) })
}
