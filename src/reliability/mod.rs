//! How much of the time counts: failures, checkpoints, restarts.
//!
//! Stops come at a rate by device and wall-clock hour; checkpoints at the interval that loses least.

use crate::catalogue::defaults;
use crate::quantities::units::seconds;
use crate::quantities::*;
use crate::tables::{Domain, figures, inputs};

inputs! {
    /// What fails, and what that costs in time.
    pub struct Faults {
        /// Device-time for each failure that stops the job.
        device_time_per_failure, with_device_time_per_failure: DeviceTime, "device-h", Domain::POSITIVE;
        /// Time to detect a stop, restart and reload.
        restart, with_restart: Time, "min", Domain::NOT_NEGATIVE;
        /// Time a checkpoint stalls the job.
        checkpoint_stall, with_checkpoint_stall: Time, "s", Domain::POSITIVE;
    }
}

impl Faults {
    /// The rates of published runs.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::DEVICE_TIME_PER_FAILURE,
            defaults::RESTART_TIME,
            defaults::CHECKPOINT_STALL,
        )
    }
}

/// What the formulas read of the cluster's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeviceCount {
    /// All devices.
    pub devices: Devices,
}

figures! {
    /// How often a job over the whole cluster stops, and how much of its time counts.
    ///
    /// # Assumes
    /// - stops at a constant rate by device and wall-clock hour; every stop ends the job
    /// # References
    /// - Young (1974), "A first order approximation to the optimum checkpoint interval", CACM 17(9)
    /// - Daly (2006), "A higher order estimate of the optimum checkpoint interval", FGCS 22(3)
    pub struct Reliability of (faults: &Faults = "faults", size: DeviceCount = "size") {
        /// Mean time between stops of one job over the whole cluster.
        mtbf: Time, "h" = faults.device_time_per_failure / size.devices;
        /// Checkpoint interval that loses least.
        checkpoint_interval: Time, "min" = young_daly(faults.checkpoint_stall, mtbf);
        /// Expected goodput of one job over the whole cluster.
        /// The share of wall-clock time that counts, where every stop ends the whole job and checkpoints stand at the best
        /// interval. Fleets that run several jobs, or recover in place, do better.
        goodput: Goodput, "" = expected_goodput(mtbf, checkpoint_interval, faults.checkpoint_stall, faults.restart);
    }
}

/// The interval between checkpoints that loses least: `√(2δM)`.
#[must_use]
pub fn young_daly(stall: Time, mtbf: Time) -> Time {
    seconds(libm::sqrt(2.0 * stall.base() * mtbf.base()))
}

/// The share of wall-clock time that counts: `(1 − (τ/2 + R)/M) / (1 + δ/τ)`, and none where that is negative.
#[must_use]
pub fn expected_goodput(mtbf: Time, interval: Time, stall: Time, restart: Time) -> Goodput {
    let lost_to_stops = ratio(interval / 2.0 + restart, mtbf);
    let lost_to_checkpoints = ratio(stall, interval);
    Goodput::new(((1.0 - lost_to_stops) / (1.0 + lost_to_checkpoints)).max(0.0))
}

/// The time to the first failure among parts that each fail after so long on average.
#[must_use]
pub fn time_to_first_failure(mean_time_to_failure: Time, parts: f64) -> Time {
    mean_time_to_failure / parts
}

/// The device-time lost with each stop: all devices, for as long as since the last checkpoint.
#[must_use]
pub fn work_lost(devices: Devices, since_checkpoint: Time) -> DeviceTime {
    devices * since_checkpoint
}
