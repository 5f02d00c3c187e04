//! What devices draw at work: by how their time is shared out over classes of work.
//!
//! A device that multiplies matrices runs into its power cap; one that moves data, or waits, does not. Its cap is held over
//! some tens of milliseconds, within which the classes of work take turns, so that the classes' draws are averaged first
//! and capped after.

use super::DeviceDraw;
use crate::cluster::{Draws, Pool};
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::throughput::serving::{Decode, Pace, Prefill, Served, Service};
use crate::throughput::step::{Forward, Step, StepTime};
use crate::throughput::{PoolCount, Utilisation};

figures! {
    /// How the time of a step is shared out over classes of work.
    ///
    /// # Assumes
    /// - the backward pass is shared out as the forward pass is
    pub struct StepMix of (forward: &Forward = "step.forward", step: &StepTime = "step") {
        /// Share of the time in matrix products and attention.
        products: f64, "" = ratio(step.compute, step.computed) * ratio(forward.products + forward.scores, forward.total);
        /// Share of the time that memory binds.
        memory: f64, "" = ratio(step.compute, step.computed) * ratio(forward.traffic, forward.total) + ratio(step.optimizer, step.computed);
        /// Share of the time in communication that computing does not hide.
        communication: f64, "" = ratio(step.tensor + step.context + step.expert + step.pipeline + step.data, step.computed);
        /// Share of the time that is waited.
        waiting: f64, "" = 1.0 - products - memory - communication;
    }
}

figures! {
    /// How the time of a run is shared out over classes of work, by its utilisation alone.
    ///
    /// # Assumes
    /// - what products leave is memory, communication and waiting in equal parts
    pub struct RateMix of (work: Utilisation = "run|operation", draw: &Draws = "cluster.draw") {
        /// Share of the time in matrix products and attention.
        products: f64, "" = in_products(work.mfu?, draw.reached);
        /// Share of the time that memory binds.
        memory: f64, "" = (1.0 - products) / 3.0;
        /// Share of the time in communication that computing does not hide.
        communication: f64, "" = (1.0 - products) / 3.0;
        /// Share of the time that is waited.
        waiting: f64, "" = (1.0 - products) / 3.0;
    }
}

figures! {
    /// How the time of a service is shared out over classes of work.
    ///
    /// # Assumes
    /// - where less is asked for than can be given, steps have fewer sequences, and what they leave is waited
    pub struct ServeMix of (decode: &Decode = "service.decode", prefill: &Prefill = "service.prefill", pace: &Pace = "service.pace", service: &Service = "service") {
        /// Share of the time in matrix products and attention.
        products: f64, "" = service.busy * ratio(decode.products + pace.prompts * ratio(prefill.products, prefill.total), decode.total + pace.prompts);
        /// Share of the time that memory binds.
        memory: f64, "" = service.busy * ratio(decode.weights + decode.keys, decode.total + pace.prompts);
        /// Share of the time in communication that computing does not hide.
        communication: f64, "" = service.busy * ratio(decode.collectives + pace.prompts * ratio(prefill.collectives, prefill.total), decode.total + pace.prompts);
        /// Share of the time that is waited.
        waiting: f64, "" = 1.0 - products - memory - communication;
    }
}

/// The share of the time that products take which reach a share of the peak, at a utilisation.
#[must_use]
pub fn in_products(mfu: Mfu, reached: Share) -> f64 {
    (mfu.get() / reached.get()).min(1.0)
}

/// What the formulas read of the classes of work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// Matrix products and attention.
    pub products: f64,
    /// What memory binds.
    pub memory: f64,
    /// Communication.
    pub communication: f64,
    /// Waiting.
    pub waiting: f64,
}

/// How time is shared out over classes of work, by either way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MixOf {
    /// From the time of a step.
    Step(StepMix),
    /// From the utilisation.
    Rate(RateMix),
    /// From the steps of a service.
    Serve(ServeMix),
}

impl MixOf {
    /// The shares.
    #[must_use]
    pub const fn mix(&self) -> Mix {
        match *self {
            Self::Step(StepMix { products, memory, communication, waiting }) => {
                Mix { products, memory, communication, waiting }
            }
            Self::Rate(RateMix { products, memory, communication, waiting }) => {
                Mix { products, memory, communication, waiting }
            }
            Self::Serve(ServeMix { products, memory, communication, waiting }) => {
                Mix { products, memory, communication, waiting }
            }
        }
    }
}

figures! {
    /// What a device draws at work, with its share of the server.
    pub struct WorkDraw of (
        pool: &Pool = "cluster.pools.#",
        draw: &Draws = "cluster.draw",
        mix: Mix = "power.mix",
        rated: &DeviceDraw = "power.device.#",
    ) {
        /// Draw of the classes of work, averaged, before the cap.
        level: f64, "" = mix.products * draw.products + mix.memory * draw.memory + mix.communication * draw.communication + mix.waiting * draw.waiting;
        /// Power of a device at work.
        device: DevicePower, "W/device" = capped(pool.idle? + (pool.tdp? - pool.idle?) * level, pool.tdp?, pool.cap);
        /// Power of a device's share of the rest of the server at work.
        rest: DevicePower, "W/device" = (rated.server - pool.tdp?) * draw.rest;
        /// Server power of a device at work.
        server: DevicePower, "W/device" = device + rest;
        /// Draw at work over the rated one.
        load: LoadFactor, "" = loaded(server, rated.server);
    }
}

/// A power that a device's cap holds: its thermal design power, where none is set lower.
#[must_use]
pub fn capped(power: DevicePower, tdp: DevicePower, cap: Option<DevicePower>) -> DevicePower {
    let cap = cap.map_or(tdp.base(), |cap| cap.base().min(tdp.base()));
    DevicePower::from_base(power.base().min(cap))
}

/// A power over the rated one.
#[must_use]
pub fn loaded(power: DevicePower, rated: DevicePower) -> LoadFactor {
    LoadFactor::new(ratio(power, rated))
}

figures! {
    /// How far all devices of a training run swing together once in a step, and what would smooth it.
    ///
    /// Within a step they take turns; at its end all of them exchange gradients, update weights and fill their pipelines.
    pub struct Swing of (
        pool: &Pool = "cluster.pools.0",
        draw: &Draws = "cluster.draw",
        size: PoolCount = "size",
        step: &StepTime = "step",
    ) {
        /// Share of a step in which all devices communicate or wait at once.
        share: f64, "" = ratio(step.data + step.idle + step.optimizer + step.fixed, step.computed);
        /// Swing of the power of all devices in a step.
        power: Power, "MW" = size.devices * (capped(pool.idle? + (pool.tdp? - pool.idle?) * draw.products, pool.tdp?, pool.cap) - capped(pool.idle? + (pool.tdp? - pool.idle?) * draw.communication, pool.tdp?, pool.cap));
        /// Energy of a battery that smooths it.
        battery: Energy, "kWh" = power * step.total * share * (1.0 - share);
    }
}

/// What is known of the classes of work of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AtWork {
    /// How its time is shared out over them.
    pub mix: Option<MixOf>,
    /// How far all devices swing together, where a step is timed.
    pub swing: Option<Swing>,
}

impl AtWork {
    pub(crate) fn of(
        step: Option<&Step>,
        rate: Utilisation,
        draw: &Draws,
        pool: &Pool,
        size: PoolCount,
    ) -> Self {
        match step {
            Some(Step { forward, time, .. }) => Self {
                mix: StepMix::of(forward, time).map(MixOf::Step),
                swing: Swing::of(pool, draw, size, time),
            },
            None => Self { mix: RateMix::of(rate, draw).map(MixOf::Rate), swing: None },
        }
    }

    pub(crate) fn of_service(served: &Served, service: &Service) -> Self {
        let Served { decode, prefill, pace, .. } = served;
        Self { mix: ServeMix::of(decode, prefill, pace, service).map(MixOf::Serve), swing: None }
    }

    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match &self.mix {
            Some(MixOf::Serve(mix)) => visit_one("power.mix", Some(mix), visitor, ServeMix::visit),
            Some(MixOf::Step(mix)) => visit_one("power.mix", Some(mix), visitor, StepMix::visit),
            Some(MixOf::Rate(mix)) => visit_one("power.mix", Some(mix), visitor, RateMix::visit),
            None => {}
        }
        visit_one("power.swing", self.swing.as_ref(), visitor, Swing::visit);
    }
}
