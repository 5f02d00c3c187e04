//! Build: what devices, network, storage and facility cost.

use super::Finance;
use crate::cluster::Pool;
use crate::power::{DeviceDraw, FacilityPower};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;

figures! {
    /// What one device of a pool costs to build.
    pub struct DeviceBill of (
        pool: &Pool = "cluster.pools.#",
        draw: &DeviceDraw = "power.device.#",
        finance: &Finance = "finance",
    ) {
        /// IT capex of a device: server, storage, network.
        it: DevicePrice, "USD/device" = pool.price? * (1.0 + finance.storage_share) / (1.0 - finance.network_share);
        /// Facility capex of a device.
        facility: DevicePrice, "USD/device" = draw.it * finance.facility_capex;
        /// Capex of a device.
        capex: DevicePrice, "USD/device" = it + facility;
    }
}

figures! {
    /// What a pool costs to build.
    pub struct PoolCapex of (
        pool: &Pool = "cluster.pools.#",
        bill: &DeviceBill = "cost.device.#",
        size: PoolCount = "size.pools.#",
    ) {
        /// Servers of the pool.
        servers: Money, "USD" = size.devices * pool.price?;
        /// IT capex of the pool.
        it: Money, "USD" = size.devices * bill.it;
        /// Facility capex of the pool.
        facility: Money, "USD" = size.devices * bill.facility;
    }
}

figures! {
    /// What the cluster costs to build.
    pub struct Capex of (
        pools: &[Option<PoolCapex>] = "cost.pools.*",
        power: PeakPart = "power",
        size: DeviceCount = "size",
    ) {
        /// IT capex.
        it: Money, "USD" = sum!(pools.it);
        /// Facility capex.
        facility: Money, "USD" = sum!(pools.facility);
        /// Capex.
        total: Money, "USD" = it + facility;
        /// Capex per device.
        per_device: DevicePrice, "USD/device" = total / size.devices;
        /// Capex per peak facility power.
        per_power: PowerPrice, "billion USD/GW" = total / power.facility.peak;
    }
}

/// What the formulas read of the power stage.
#[derive(Clone, Copy, Debug)]
pub struct PeakPart<'a> {
    pub(crate) facility: &'a FacilityPower,
}

/// The building of the cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Build {
    /// The pools.
    pub pools: Vec<Option<PoolCapex>>,
    /// The whole.
    pub capex: Capex,
}

impl Build {
    pub(crate) fn of(
        pools: &[Pool],
        bills: &[Option<DeviceBill>],
        counts: &[PoolCount],
        facility: &FacilityPower,
        devices: Devices,
    ) -> Option<Self> {
        let of_pool = |((pool, bill), count): ((&Pool, &Option<DeviceBill>), &PoolCount)| {
            PoolCapex::of(pool, bill.as_ref()?, *count)
        };
        let pools: Vec<_> = pools.iter().zip(bills).zip(counts).map(of_pool).collect();
        let capex = Capex::of(&pools, PeakPart { facility }, DeviceCount { devices })?;
        Some(Self { pools, capex })
    }

    pub(crate) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        visit_pools("cost.pools", &self.pools, visitor, PoolCapex::visit);
        visit_one("cost.capex", Some(&self.capex), visitor, Capex::visit);
    }
}
