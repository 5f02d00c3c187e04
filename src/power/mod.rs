//! What it draws: device, server, IT, facility; rated, peak and average.
//!
//! The model here: TDP × server × network, all at rated load, times the load factor for the average and the PUE for
//! the facility. Peak overhead is a ratio of capacities; PUE one of a year's energies. They are kept apart.

pub mod fabric;

use crate::cluster::{Cluster, Pool, Site};
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;

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
    /// What a pool draws.
    pub struct PoolDraw of (device: &DeviceDraw = "power.device.#", size: PoolCount = "size.pools.#") {
        /// IT power of the pool, rated.
        it: Power, "MW" = size.devices * device.it;
    }
}

figures! {
    /// What the IT draws.
    pub struct ItPower of (pools: &[Option<PoolDraw>] = "power.pools.*", cluster: &Cluster = "cluster") {
        /// IT power, rated.
        rated: Power, "MW" = sum!(pools.it);
        /// IT power, average.
        average: Power, "MW" = rated * cluster.load;
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
    /// The pools.
    pub pools: Vec<Option<PoolDraw>>,
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
    ) -> Option<Self> {
        let of_pool =
            |(device, count): (&Option<DeviceDraw>, &PoolCount)| PoolDraw::of(device.as_ref()?, *count);
        let pools: Vec<_> = devices.iter().zip(counts).map(of_pool).collect();
        let it = ItPower::of(&pools, cluster)?;
        let facility = FacilityPower::of(&it, cluster.site())?;
        Some(Self { pools, it, facility })
    }

    pub(crate) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        visit_pools("power.pools", &self.pools, visitor, PoolDraw::visit);
        visit_one("power.it", Some(&self.it), visitor, ItPower::visit);
        visit_one("power.facility", Some(&self.facility), visitor, FacilityPower::visit);
    }
}
