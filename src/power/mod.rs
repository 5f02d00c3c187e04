//! What it draws: device, server, IT, facility; rated, peak and average.
//!
//! The model here: TDP × server × network, all at rated load, times the load for the average and the PUE for the
//! facility. The load of a time of operation is the field's load factor; that of a training run follows from its classes of
//! work ([`work`]). Peak overhead is a ratio of capacities; PUE one of a year's energies. They are kept apart.

pub mod fabric;
pub mod work;

use crate::cluster::{Cluster, Pool, Site};
use crate::quantities::*;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;
use work::{AtWork, Mix, MixOf, WorkDraw};

figures! {
    /// What one device of a pool draws with all that serves it, at rated load.
    pub struct DeviceDraw of (
        pool: &Pool = "cluster.pools.#",
        cluster: &Cluster = "cluster",
        site: &Site = "site",
    ) {
        /// Server power of a device, rated.
        server: DevicePower, "W/device" = pool.tdp? * pool.server_over_tdp;
        /// IT power of a device, rated.
        it: DevicePower, "W/device" = server * cluster.it_overhead;
        /// Facility power of a device, peak.
        facility: DevicePower, "W/device" = it * site.peak_overhead;
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

    fn visit(&self, visitor: &mut dyn FigureVisitor) {
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
    }
}

figures! {
    /// What the IT draws.
    pub struct ItPower of (pools: &[Option<PoolDraw>] = "power.pools.*") {
        /// IT power, rated.
        rated: Power, "MW" = sum!(pools.it);
        /// IT power, average.
        average: Power, "MW" = sum!(pools.average);
    }
}

figures! {
    /// What the facility draws.
    pub struct FacilityPower of (it: &ItPower = "power.it", site: &Site = "site") {
        /// Facility power, peak.
        peak: Power, "MW" = it.rated * site.peak_overhead;
        /// Facility power, average.
        average: Power, "MW" = it.average * site.pue;
    }
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

    pub(crate) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        self.work.visit(visitor);
        visit_pools("power.work", &self.loads, visitor, LoadOf::visit);
        visit_pools("power.pools", &self.pools, visitor, PoolDraw::visit);
        visit_one("power.it", Some(&self.it), visitor, ItPower::visit);
        visit_one("power.facility", Some(&self.facility), visitor, FacilityPower::visit);
    }
}
