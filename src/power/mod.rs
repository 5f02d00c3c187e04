//! What it draws: device, server, IT, facility; rated, peak and average.
//!
//! The model here: TDP × server × network, all at rated load, times the load for the average and the PUE for the
//! facility. The load of a time of operation is the field's load factor; that of a training run follows from its classes of
//! work ([`work`]). Peak overhead is a ratio of capacities; PUE one of a year's energies. They are kept apart.

pub mod fabric;
pub mod storage;
pub mod work;

use crate::cluster::{Cluster, Draws, Pool, Site};
use crate::quantities::*;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;
use work::{AtWork, Mix, MixOf, WorkDraw, capped};

figures! {
    /// What one device of a pool draws with all that serves it, at rated load.
    pub struct DeviceDraw of (
        pool: &Pool = "cluster.pools.#",
        draw: &Draws = "cluster.draw",
        cluster: &Cluster = "cluster",
        site: &Site = "site",
    ) {
        /// Server power of a device, rated.
        server: DevicePower, "W/device" = pool.tdp? * pool.server_over_tdp;
        /// IT power of a device, rated.
        it: DevicePower, "W/device" = server * cluster.it_overhead;
        /// Facility power of a device, peak.
        facility: DevicePower, "W/device" = it * site.peak_overhead;
        /// IT power of a device, highest that is drawn: all devices at their caps, with what the rest of a server draws then.
        highest: DevicePower, "W/device" = (capped(pool.tdp?, pool.tdp?, pool.cap) + (server - pool.tdp?) * draw.rest) * cluster.it_overhead;
    }
}

figures! {
    /// What a pool draws of its rated power, as given.
    pub struct GivenLoad of (cluster: &Cluster = "cluster") {
        /// Average draw over the rated one.
        load: LoadFactor, "" = cluster.load?;
    }
}

/// What the formulas read of the load of a pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loaded {
    /// Average draw over the rated one.
    pub load: LoadFactor,
}

/// What a pool draws of its rated power: as given, or by its work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LoadOf {
    /// As given.
    Given(GivenLoad),
    /// By its work.
    Work(WorkDraw),
}

impl LoadOf {
    fn of(pool: &Pool, cluster: &Cluster, mix: Option<Mix>, rated: &DeviceDraw) -> Option<Self> {
        let given = GivenLoad::of(cluster).map(Self::Given);
        given.or_else(|| WorkDraw::of(pool, cluster.draw(), mix?, rated).map(Self::Work))
    }

    const fn load(&self) -> Loaded {
        match self {
            Self::Given(given) => Loaded { load: given.load },
            Self::Work(work) => Loaded { load: work.load },
        }
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Given(given) => given.visit(visitor),
            Self::Work(work) => work.visit(visitor),
        }
    }
}

figures! {
    /// What a pool draws.
    pub struct PoolDraw of (
        device: &DeviceDraw = "power.device.#",
        work: Loaded = "power.work.#",
        size: PoolCount = "size.pools.#",
    ) {
        /// IT power of the pool, rated.
        it: Power, "MW" = size.devices * device.it;
        /// IT power of the pool, average.
        average: Power, "MW" = it * work.load;
        /// IT power of the pool, highest that is drawn.
        highest: Power, "MW" = size.devices * device.highest;
    }
}

figures! {
    /// What the IT draws.
    pub struct ItPower of (pools: &[Option<PoolDraw>] = "power.pools.*") {
        /// IT power, rated.
        rated: Power, "MW" = sum!(pools.it);
        /// IT power, average.
        average: Power, "MW" = sum!(pools.average);
        /// IT power, highest that is drawn.
        highest: Power, "MW" = sum!(pools.highest);
    }
}

figures! {
    /// What the facility draws.
    pub struct FacilityPower of (it: &ItPower = "power.it", site: &Site = "site") {
        /// Facility power, peak.
        peak: Power, "MW" = it.rated * site.peak_overhead;
        /// Facility power, average.
        average: Power, "MW" = it.average * effectiveness(site.pue, site.fixed_overhead, ratio(it.average, it.rated));
        /// Facility power, highest that is drawn.
        /// The peak is what has to be provisioned: the same at the servers' rated power.
        highest: Power, "MW" = it.highest * site.peak_overhead;
    }
}

/// Power usage effectiveness at a share of the rated IT power: of the overhead at rated power a part stays, the rest follows the load.
#[must_use]
pub fn effectiveness(pue: Pue, fixed: Share, load: f64) -> Pue {
    let overhead = pue.get() - 1.0;
    Pue::new(if fixed.get() > 0.0 {
        1.0 + overhead * (1.0 - fixed.get() + fixed.get() / load)
    } else {
        pue.get()
    })
}

/// The power stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw {
    /// The classes of work, where the load follows from them.
    pub work: AtWork,
    /// The load of each pool.
    pub loads: PerPool<Option<LoadOf>>,
    /// The pools.
    pub pools: PerPool<Option<PoolDraw>>,
    /// The IT.
    pub it: ItPower,
    /// The facility.
    pub facility: FacilityPower,
}

impl Draw {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(
        devices: &[Option<DeviceDraw>],
        counts: &[PoolCount],
        cluster: &Cluster,
        work: AtWork,
    ) -> Option<Self> {
        let mix = work.mix.as_ref().map(MixOf::mix);
        let load =
            |(device, pool): (&Option<DeviceDraw>, &Pool)| LoadOf::of(pool, cluster, mix, device.as_ref()?);
        let loads: PerPool<_> = devices.iter().zip(cluster.pools()).map(load).collect();
        let of_pool = |((device, load), count): ((&Option<DeviceDraw>, &Option<LoadOf>), &PoolCount)| {
            PoolDraw::of(device.as_ref()?, load.as_ref()?.load(), *count)
        };
        let pools: PerPool<_> = devices.iter().zip(&loads).zip(counts).map(of_pool).collect();
        let it = ItPower::of(&pools)?;
        let facility = FacilityPower::of(&it, cluster.site())?;
        Some(Self { work, loads, pools, it, facility })
    }

    /// What a device of the first pool draws by its work.
    pub(crate) fn first_work(&self) -> Option<&WorkDraw> {
        match self.loads.first()?.as_ref()? {
            LoadOf::Work(work) => Some(work),
            LoadOf::Given(_) => None,
        }
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.work.visit(visitor);
        visit_pools("power.work", &self.loads, visitor, LoadOf::visit);
        visit_pools("power.pools", &self.pools, visitor, PoolDraw::visit);
        visit_one("power.it", Some(&self.it), visitor, ItPower::visit);
        visit_one("power.facility", Some(&self.facility), visitor, FacilityPower::visit);
    }
}
