//! How much of the time counts: failures by what fails, checkpoints, restarts, and recovery that stops only a part.
//!
//! Stops come at a rate by device and wall-clock hour; checkpoints at the interval that loses least, or as given.

use crate::catalogue::defaults;
use crate::error::{Amount, Code, Error};
use crate::quantities::units::{bytes, seconds};
use crate::quantities::*;
use crate::tables::{Domain, FigureVisitor, figures, inputs, visit_one};
use crate::workload::{ShapeWork, Work};

inputs! {
    /// What fails, and what that costs in time.
    pub struct Faults {
        /// Device-time for each failure that stops the job.
        device_time_per_failure, with_device_time_per_failure: DeviceTime, "device-h", Domain::POSITIVE;
        /// Share of accelerators in failures.
        accelerator_share, with_accelerator_share: Share, "", Domain::between(1e-6, 1.0);
        /// Share of the accelerators' memory in failures.
        memory_share, with_memory_share: Share, "", Domain::between(1e-6, 1.0);
        /// Share of the network in failures: switches, cables, network cards.
        network_share, with_network_share: Share, "", Domain::between(1e-6, 1.0);
        /// Share of the host in failures: maintenance, processor, power supply, storage.
        /// What is left are software and its dependencies.
        host_share, with_host_share: Share, "", Domain::between(1e-6, 1.0);
        /// Time to detect a stop, restart and reload.
        restart, with_restart: Time, "min", Domain::NOT_NEGATIVE;
        /// Time a checkpoint stalls the job.
        checkpoint_stall, with_checkpoint_stall: Time, "s", Domain::POSITIVE;
        /// Bytes of a checkpoint for a parameter.
        checkpoint_bytes, with_checkpoint_bytes: Ratio, "", Domain::between(0.1, 1000.0);
        /// Rate at which a checkpoint is written, where the job waits for all of it.
        checkpoint_bandwidth, with_checkpoint_bandwidth: Option<Bandwidth>, "GB/s", Domain::POSITIVE;
        /// Time between checkpoints, where it is not the one that loses least.
        checkpoint_interval, with_checkpoint_interval: Option<Time>, "min", Domain::POSITIVE;
        /// Groups of devices that fail on their own, the others going on.
        /// Data-parallel replicas under fault-tolerant recovery; one, where every stop ends the whole job.
        groups, with_groups: Ratio, "", Domain::whole(1.0, 1e9);
        /// Time that all groups wait when one has failed, and again when it joins.
        regroup, with_regroup: Time, "min", Domain::NOT_NEGATIVE;
        /// Devices that are taken out when a part of their server fails.
        server_devices, with_server_devices: Devices, "device", Domain::whole(1.0, 1e6);
        /// Time until failed hardware is back.
        repair, with_repair: Time, "d", Domain::NOT_NEGATIVE;
    }
}

impl Faults {
    /// The rates of published runs.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::DEVICE_TIME_PER_FAILURE,
            defaults::ACCELERATOR_FAILURES,
            defaults::MEMORY_FAILURES,
            defaults::NETWORK_FAILURES,
            defaults::HOST_FAILURES,
            defaults::RESTART_TIME,
            defaults::CHECKPOINT_STALL,
            defaults::CHECKPOINT_BYTES,
            None,
            None,
            defaults::FAULT_GROUPS,
            defaults::REGROUP_TIME,
            defaults::SERVER_DEVICES,
            defaults::REPAIR_TIME,
        )
    }

    /// Refuses values outside their domain, and shares that sum to more than all.
    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.check_at(&|| "faults".to_owned())?;
        self.check_shares()
    }

    /// Refuses shares that sum to more than all.
    pub(crate) fn check_shares(&self) -> Result<(), Error> {
        let left = others(self.accelerator_share, self.memory_share, self.network_share, self.host_share);
        if left.get() >= 0.0 {
            return Ok(());
        }
        let sum = Amount { name: "sum", kind: f64::KIND, base: 1.0 - left.get(), unit: "" };
        let fields = ["accelerator", "memory", "network", "host"].map(|part| format!("faults.{part}_share"));
        Err(Error::new(Code::MoreThanAll, vec![("field", fields.join(", "))]).with_amounts(vec![sum]))
    }
}

/// What the formulas read of the cluster's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeviceCount {
    /// All devices.
    pub devices: Devices,
}

figures! {
    /// How large a checkpoint is.
    pub struct Checkpoint of (work: &ShapeWork = "work", faults: &Faults = "faults") {
        /// Size of a checkpoint.
        size: Information, "TB" = bytes(work.parameters * faults.checkpoint_bytes);
    }
}

figures! {
    /// How long a checkpoint takes to write.
    pub struct Written of (checkpoint: &Checkpoint = ".", faults: &Faults = "faults") {
        /// Time to write a checkpoint.
        write: Time, "s" = checkpoint.size / faults.checkpoint_bandwidth?;
    }
}

figures! {
    /// How often a job over the whole cluster stops, and how much of its time counts.
    ///
    /// # Assumes
    /// - stops at a constant rate by device and wall-clock hour; every stop ends the job, or its group
    /// # References
    /// - Young (1974), "A first order approximation to the optimum checkpoint interval", CACM 17(9)
    /// - Daly (2006), "A higher order estimate of the optimum checkpoint interval", FGCS 22(3)
    /// - Salpekar et al. (2026), "Training LLMs with Fault Tolerant HSDP on 100,000 GPUs", arXiv:2602.00277
    pub struct Reliability of (
        faults: &Faults = "faults",
        size: DeviceCount = "size",
        write: Option<Time> = "reliability.checkpoint.write",
    ) {
        /// Mean time between stops of one job over the whole cluster.
        mtbf: Time, "h" = faults.device_time_per_failure / size.devices;
        /// Time that a checkpoint stalls the job.
        stall: Time, "s" = stalled(faults.checkpoint_stall, write);
        /// Checkpoint interval, given or the one that loses least.
        checkpoint_interval: Time, "min" = spaced(faults.checkpoint_interval, stall, mtbf);
        /// Work done again after a stop.
        again_per_stop: Time, "min" = worked_again(faults.groups, checkpoint_interval);
        /// Wait of all devices after a stop.
        wait_per_stop: Time, "min" = waited(faults.groups, faults.restart, faults.regroup);
        /// Time of all devices that those of the failed group miss after a stop.
        missing_per_stop: Time, "min" = missed(faults.groups, faults.restart);
        /// Time lost with a stop.
        lost_per_stop: Time, "min" = again_per_stop + wait_per_stop + missing_per_stop;
        /// Share of time lost to work done again.
        recompute: Share, "" = lost_share(again_per_stop, lost_per_stop, mtbf);
        /// Share of time lost to restarts.
        restart: Share, "" = lost_share(wait_per_stop, lost_per_stop, mtbf);
        /// Share of time lost while a group is missing.
        degraded: Share, "" = lost_share(missing_per_stop, lost_per_stop, mtbf);
        /// Expected goodput of one job over the whole cluster.
        /// The share of wall-clock time that counts. Where every stop ends the whole job, fleets that run several jobs, or
        /// recover in place, do better.
        goodput: Goodput, "" = counting(recompute, restart, degraded, stall, checkpoint_interval);
        /// Share of time lost to checkpoints.
        checkpoints: Share, "" = checkpointing(goodput, stall, checkpoint_interval);
    }
}

figures! {
    /// How often each kind of part stops the job.
    pub struct Components of (reliability: &Reliability = "reliability", faults: &Faults = "faults") {
        /// Mean time between stops by accelerators.
        accelerators: Time, "h" = reliability.mtbf / faults.accelerator_share;
        /// Mean time between stops by their memory.
        memory: Time, "h" = reliability.mtbf / faults.memory_share;
        /// Mean time between stops by the network.
        network: Time, "h" = reliability.mtbf / faults.network_share;
        /// Mean time between stops by hosts.
        hosts: Time, "h" = reliability.mtbf / faults.host_share;
        /// Stops by software and others, over all stops.
        software: Share, "" = others(faults.accelerator_share, faults.memory_share, faults.network_share, faults.host_share);
    }
}

figures! {
    /// How many devices wait for repair.
    pub struct Repair of (faults: &Faults = "faults", size: DeviceCount = "size") {
        /// Share of the devices in repair.
        /// With the server that is taken out for each.
        taken_out: f64, "" = hardware(faults.accelerator_share, faults.memory_share, faults.host_share) * ratio(faults.server_devices * faults.repair, faults.device_time_per_failure);
        /// Spares that keep all devices at work.
        spares: Devices, "device" = size.devices * taken_out;
    }
}

/// The interval between checkpoints that loses least: `√(2δM)`.
#[must_use]
pub fn young_daly(stall: Time, mtbf: Time) -> Time {
    seconds(f64::sqrt(2.0 * stall.base() * mtbf.base()))
}

/// The stall of a checkpoint: as long as it takes to write, where the job waits for that; else as given.
#[must_use]
pub fn stalled(given: Time, write: Option<Time>) -> Time {
    write.unwrap_or(given)
}

/// The interval between checkpoints: as given, else the one that loses least.
#[must_use]
pub fn spaced(given: Option<Time>, stall: Time, mtbf: Time) -> Time {
    given.unwrap_or_else(|| young_daly(stall, mtbf))
}

/// Whether a stop ends the whole job.
fn ends_all(groups: Ratio) -> bool {
    groups.get() <= 1.0
}

/// The work done again after a stop: half an interval, where the whole job ends; where a group fails alone, the others
/// have its state.
#[must_use]
pub fn worked_again(groups: Ratio, interval: Time) -> Time {
    if ends_all(groups) { interval / 2.0 } else { Time::default() }
}

/// How long all devices wait after a stop.
#[must_use]
pub fn waited(groups: Ratio, restart: Time, regroup: Time) -> Time {
    if ends_all(groups) { restart } else { regroup }
}

/// What the devices of a failed group miss, as time of all devices.
#[must_use]
pub fn missed(groups: Ratio, restart: Time) -> Time {
    if ends_all(groups) { Time::default() } else { restart / groups }
}

/// The share of time that a part of what a stop loses takes: all of it, where stops come faster than they are mended.
#[must_use]
pub fn lost_share(part: Time, lost: Time, mtbf: Time) -> Share {
    Share::new(if lost > mtbf { ratio(part, lost) } else { ratio(part, mtbf) })
}

/// The share of wall-clock time that counts: `(1 − lost)/(1 + δ/τ)`, and none where that is negative.
#[must_use]
pub fn counting(recompute: Share, restart: Share, degraded: Share, stall: Time, interval: Time) -> Goodput {
    let lost = recompute.get() + restart.get() + degraded.get();
    Goodput::new(((1.0 - lost) / (1.0 + ratio(stall, interval))).max(0.0))
}

/// The share of time that checkpoints take.
#[must_use]
pub fn checkpointing(goodput: Goodput, stall: Time, interval: Time) -> Share {
    Share::new(goodput.get() * ratio(stall, interval))
}

/// What shares leave of all.
#[must_use]
pub fn others(accelerators: Share, memory: Share, network: Share, host: Share) -> Share {
    Share::new(1.0 - accelerators.get() - memory.get() - network.get() - host.get())
}

/// The share of failures that take a server out.
#[must_use]
pub fn hardware(accelerators: Share, memory: Share, host: Share) -> f64 {
    accelerators.get() + memory.get() + host.get()
}

/// The reliability stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uptime {
    /// The size of a checkpoint, where the model's shape is known.
    pub checkpoint: Option<Checkpoint>,
    /// How long it takes to write, where a rate is given.
    pub written: Option<Written>,
    /// How much of the time counts.
    pub job: Reliability,
    /// What stops it.
    pub components: Components,
    /// What waits for repair.
    pub repair: Repair,
}

impl Uptime {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(faults: &Faults, work: Option<&Work>, devices: Devices) -> Option<Self> {
        let size = DeviceCount { devices };
        let shape = work.and_then(Work::shape).map(|of_shape| of_shape.total);
        let checkpoint = shape.and_then(|total| Checkpoint::of(&total, faults));
        let written = checkpoint.and_then(|checkpoint| Written::of(&checkpoint, faults));
        let job = Reliability::of(faults, size, written.map(|written| written.write))?;
        let components = Components::of(&job, faults)?;
        Some(Self { checkpoint, written, job, components, repair: Repair::of(faults, size)? })
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        let mark = visitor.enter("reliability");
        visit_one("checkpoint", self.checkpoint.as_ref(), visitor, Checkpoint::visit);
        visit_one("checkpoint", self.written.as_ref(), visitor, Written::visit);
        self.job.visit(visitor);
        visit_one("components", Some(&self.components), visitor, Components::visit);
        visit_one("repair", Some(&self.repair), visitor, Repair::visit);
        visitor.leave(mark);
    }
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
