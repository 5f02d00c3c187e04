//! How fast: peak rate of the devices, and what of it a model gets.
//!
//! In training, two models: a step, timed operator by operator in a layout ([`step`]), where the batch of a run is known; else peak × MFU,
//! the MFU sourced by generation and precision with its range ([`mfu`]). In serving, a step of a replica ([`serving`]).

pub mod calibrated;
pub mod coefficients;
pub mod efficiency;
pub mod fabric;
pub mod legal;
pub mod memory;
pub mod mfu;
pub mod serving;
pub mod step;
pub mod terms;

use crate::cluster::Pool;
use crate::quantities::units::tokens;
use crate::quantities::*;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::workload::{Operation, ServingLoad, ShapeWork, TrainingRun, Work};
pub use calibrated::Doubt;
use step::{Step, StepTime};

/// What the formulas read of a pool's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoolCount {
    /// The devices in it.
    pub devices: Devices,
}

figures! {
    /// The rate of a pool.
    pub struct PoolRate of (pool: &Pool = "cluster.pools.#", size: PoolCount = "size.pools.#") {
        /// Peak rate of the pool.
        peak: ComputeRate, "FLOP/s" = size.devices * pool.peak?;
        /// Peak rate of the pool under its power cap.
        capped: ComputeRate, "FLOP/s" = peak * under_cap(pool.idle, pool.tdp, pool.cap);
    }
}

/// How the rate of products follows the power above idle where a cap holds it: its root, between the cube root of voltage and
/// clock falling together, and in proportion. Assumed; a vendor's page has 10 to 15 % less at 600 W of an H100's 700, this 8 %.
const THROTTLE: f64 = 0.5;

/// The rate under a power cap over that at thermal design power; one, where no cap is below that.
#[must_use]
pub fn under_cap(idle: Option<DevicePower>, tdp: Option<DevicePower>, cap: Option<DevicePower>) -> f64 {
    let (Some(idle), Some(tdp), Some(cap)) = (idle, tdp, cap) else { return 1.0 };
    if cap < tdp { libm::pow(ratio(cap - idle, tdp - idle).max(0.0), THROTTLE) } else { 1.0 }
}

figures! {
    /// The peak rate of the cluster.
    pub struct PeakRate of (pools: &[Option<PoolRate>] = "throughput.pools.*") {
        /// Peak rate, dense, at the precision of the work.
        peak: ComputeRate, "FLOP/s" = sum!(pools.peak);
        /// The same under the power caps of the pools.
        capped: ComputeRate, "FLOP/s" = sum!(pools.capped);
    }
}

/// What the formulas read of the work: its MFU.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Utilisation {
    /// Model FLOP utilisation.
    pub mfu: Option<Mfu>,
}

figures! {
    /// The rate at which the cluster trains.
    pub struct TrainingRate of (throughput: &PeakRate = "throughput", work: Utilisation = "run|operation") {
        /// Rate of model FLOPs in training.
        sustained: ComputeRate, "FLOP/s" = throughput.capped * work.mfu?;
    }
}

figures! {
    /// The rate at which the cluster trains, from the time of a step.
    pub struct StepRate of (
        run: &TrainingRun = "run",
        work: &ShapeWork = "work",
        throughput: &PeakRate = "throughput",
        step: &StepTime = "step",
    ) {
        /// Model FLOPs of a step.
        step_compute: Compute, "FLOP" = work.training * tokens(run.batch? * run.sequence);
        /// Rate of model FLOPs in training, while it runs.
        sustained: ComputeRate, "FLOP/s" = step_compute / step.total;
        /// Model FLOP utilisation, while it runs.
        mfu: Mfu, "" = utilisation(sustained, throughput.peak);
    }
}

/// The share of a peak rate that a rate is.
#[must_use]
pub fn utilisation(rate: ComputeRate, peak: ComputeRate) -> Mfu {
    Mfu::new(ratio(rate, peak))
}

figures! {
    /// How long a run takes.
    pub struct RunTime of (
        work: WorkDone = "work",
        throughput: &TrainingRate = "throughput",
        run: &TrainingRun = "run",
        expected: Option<Goodput> = "reliability.goodput",
    ) {
        /// Share of the run's time that counts.
        goodput: Goodput, "" = counted_share(run.goodput, expected);
        /// Duration of the run.
        duration: Time, "d" = work.compute / throughput.sustained / goodput;
    }
}

/// The share of a run's time that counts: as given, else as expected; all of it, where neither is known.
#[must_use]
pub fn counted_share(given: Option<Goodput>, expected: Option<Goodput>) -> Goodput {
    given.or(expected).unwrap_or(Goodput::new(1.0))
}

figures! {
    /// How long the cluster is looked at.
    pub struct OperationTime of (operation: &Operation = "operation") {
        /// Duration.
        duration: Time, "d" = operation.duration;
    }
}

figures! {
    /// How long a model is served.
    pub struct ServiceTime of (load: &ServingLoad = "serving") {
        /// Duration.
        duration: Time, "d" = load.duration;
    }
}

figures! {
    /// The device-time used.
    pub struct DeviceHours of (size: PoolCount = "size", duration: Time = "duration") {
        /// Device-hours.
        device_time: DeviceTime, "device-h" = size.devices * duration;
    }
}

/// How long the work takes, or the cluster is looked at; and the device-time of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clock {
    /// The duration of a run.
    Run(RunTime, DeviceHours),
    /// A time of operation.
    Operation(OperationTime, DeviceHours),
    /// A time of service.
    Service(ServiceTime, DeviceHours),
}

impl Clock {
    pub(crate) fn of_run(
        work: &Work,
        rate: &TrainingRate,
        run: &TrainingRun,
        expected: Option<Goodput>,
        devices: Devices,
    ) -> Option<Self> {
        let time = RunTime::of(work.into(), rate, run, expected)?;
        Some(Self::Run(time, DeviceHours::of(PoolCount { devices }, time.duration)?))
    }

    pub(crate) fn of_operation(operation: &Operation, devices: Devices) -> Option<Self> {
        let time = OperationTime::of(operation)?;
        Some(Self::Operation(time, DeviceHours::of(PoolCount { devices }, time.duration)?))
    }

    pub(crate) fn of_service(load: &ServingLoad, devices: Devices) -> Option<Self> {
        let time = ServiceTime::of(load)?;
        Some(Self::Service(time, DeviceHours::of(PoolCount { devices }, time.duration)?))
    }

    /// The share of a run's time that counts.
    #[must_use]
    pub const fn goodput(&self) -> Option<Goodput> {
        match self {
            Self::Run(time, _) => Some(time.goodput),
            Self::Operation(..) | Self::Service(..) => None,
        }
    }

    /// How long.
    #[must_use]
    pub const fn duration(&self) -> Time {
        match self {
            Self::Run(time, _) => time.duration,
            Self::Operation(time, _) => time.duration,
            Self::Service(time, _) => time.duration,
        }
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Run(time, hours) => {
                time.visit(visitor);
                hours.visit(visitor);
            }
            Self::Operation(time, hours) => {
                time.visit(visitor);
                hours.visit(visitor);
            }
            Self::Service(time, hours) => {
                time.visit(visitor);
                hours.visit(visitor);
            }
        }
    }
}

/// What the formulas read of the work: its compute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkDone {
    /// The compute of the run.
    pub compute: Compute,
}

impl From<&Work> for WorkDone {
    fn from(work: &Work) -> Self {
        Self { compute: work.compute() }
    }
}

/// The throughput stage: the rate of each pool and of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Throughput {
    /// The pools.
    pub pools: PerPool<Option<PoolRate>>,
    /// Their peak together.
    pub peak: PeakRate,
    /// The rate of training, where an MFU is known or a step timed.
    pub training: Option<TrainingRate>,
    /// The rate of training from the time of a step, where one was timed.
    pub stepped: Option<StepRate>,
}

impl Throughput {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(pools: &[Pool], counts: &[PoolCount], mfu: Option<Mfu>) -> Option<Self> {
        let pools: PerPool<_> =
            pools.iter().zip(counts).map(|(pool, count)| PoolRate::of(pool, *count)).collect();
        let peak = PeakRate::of(&pools)?;
        let training = TrainingRate::of(&peak, Utilisation { mfu });
        Some(Self { pools, peak, training, stepped: None })
    }

    /// The same with the rate that the time of a step gives.
    pub(crate) fn with_step(mut self, run: &TrainingRun, work: &ShapeWork, step: &Step) -> Self {
        self.stepped = StepRate::of(run, work, &self.peak, &step.time);
        self.training = self.stepped.map(|rate| TrainingRate { sustained: rate.sustained });
        self
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_pools("throughput.pools", &self.pools, visitor, PoolRate::visit);
        visit_one("throughput", Some(&self.peak), visitor, PeakRate::visit);
        match &self.stepped {
            Some(rate) => visit_one("throughput", Some(rate), visitor, StepRate::visit),
            None => visit_one("throughput", self.training.as_ref(), visitor, TrainingRate::visit),
        }
    }
}
