//! Build: the bill of materials, by device, by pool, for the cluster.

use super::Finance;
use crate::cluster::Pool;
use crate::power::{DeviceDraw, FacilityPower, ItPower};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;

figures! {
    /// What one device of a pool costs to build.
    pub struct DeviceBill of (
        pool: &Pool = "cluster.pools.#",
        draw: &DeviceDraw = "power.device.#",
        finance: &Finance = "finance",
    ) {
        /// IT capex of a device: server, storage, installation, network.
        it: DevicePrice, "USD/device" = pool.price? * (1.0 + finance.storage_share + finance.installation_share) / (1.0 - finance.network_share);
        /// Facility capex of a device: building, power made on site, contingency.
        facility: DevicePrice, "USD/device" = (draw.it * finance.facility_capex + draw.facility * finance.site_power_capex) * (1.0 - finance.colocated) * (1.0 + finance.contingency);
        /// Capex of a device.
        capex: DevicePrice, "USD/device" = it + facility;
    }
}

figures! {
    /// What a pool costs to build: its bill of materials.
    pub struct PoolCapex of (
        pool: &Pool = "cluster.pools.#",
        draw: &DeviceDraw = "power.device.#",
        bill: &DeviceBill = "cost.device.#",
        finance: &Finance = "finance",
        size: PoolCount = "size.pools.#",
    ) {
        /// Servers of the pool, with their devices.
        servers: Money, "USD" = size.devices * pool.price?;
        /// Devices of the pool.
        chips: Money, "USD" = servers / pool.server_over_chip;
        /// Rest of the servers of the pool.
        hosts: Money, "USD" = servers - chips;
        /// Storage of the pool.
        storage: Money, "USD" = servers * finance.storage_share;
        /// Service, installation and first software of the pool.
        installation: Money, "USD" = servers * finance.installation_share;
        /// IT capex of the pool.
        it: Money, "USD" = size.devices * bill.it;
        /// Network of the pool.
        network: Money, "USD" = it * finance.network_share;
        /// Building and its installations for the pool.
        building: Money, "USD" = size.devices * draw.it * finance.facility_capex * (1.0 - finance.colocated);
        /// Power made on site for the pool.
        site_power: Money, "USD" = size.devices * draw.facility * finance.site_power_capex * (1.0 - finance.colocated);
        /// Contingency for the pool.
        contingency: Money, "USD" = (building + site_power) * finance.contingency;
        /// Facility capex of the pool.
        facility: Money, "USD" = size.devices * bill.facility;
    }
}

figures! {
    /// What the cluster costs to build: the bill of materials.
    pub struct Capex of (
        pools: &[Option<PoolCapex>] = "cost.pools.*",
        power: PeakPart = "power",
        size: DeviceCount = "size",
    ) {
        /// Devices.
        chips: Money, "USD" = sum!(pools.chips);
        /// Rest of the servers.
        hosts: Money, "USD" = sum!(pools.hosts);
        /// Storage.
        storage: Money, "USD" = sum!(pools.storage);
        /// Service, installation and first software.
        installation: Money, "USD" = sum!(pools.installation);
        /// Network.
        network: Money, "USD" = sum!(pools.network);
        /// IT capex.
        it: Money, "USD" = sum!(pools.it);
        /// Building and its installations.
        building: Money, "USD" = sum!(pools.building);
        /// Power made on site.
        site_power: Money, "USD" = sum!(pools.site_power);
        /// Contingency.
        contingency: Money, "USD" = sum!(pools.contingency);
        /// Facility capex.
        facility: Money, "USD" = sum!(pools.facility);
        /// Capex.
        total: Money, "USD" = it + facility;
        /// Capex per device.
        per_device: DevicePrice, "USD/device" = total / size.devices;
        /// Capex per rated IT power.
        /// A billion dollars a gigawatt is a dollar a watt.
        per_it_power: PowerPrice, "billion USD/GW" = total / power.it.rated;
        /// Capex per peak facility power.
        per_power: PowerPrice, "billion USD/GW" = total / power.facility.peak;
    }
}

/// What the formulas read of the power stage.
#[derive(Clone, Copy, Debug)]
pub struct PeakPart<'a> {
    pub(crate) it: &'a ItPower,
    pub(crate) facility: &'a FacilityPower,
}

/// The building of the cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Build {
    /// The pools.
    pub pools: PerPool<Option<PoolCapex>>,
    /// The whole.
    pub capex: Capex,
}

impl Build {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(
        pools: &[Pool],
        bills: &[Option<DeviceBill>],
        counts: &[PoolCount],
        draws: &[Option<DeviceDraw>],
        power: PeakPart,
        finance: &Finance,
        devices: Devices,
    ) -> Option<Self> {
        let of_pool = |(place, pool): (usize, &Pool)| {
            let (draw, bill) = (draws.get(place)?.as_ref()?, bills.get(place)?.as_ref()?);
            PoolCapex::of(pool, draw, bill, finance, *counts.get(place)?)
        };
        let pools: PerPool<_> = pools.iter().enumerate().map(of_pool).collect();
        let capex = Capex::of(&pools, power, DeviceCount { devices })?;
        Some(Self { pools, capex })
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_pools("cost.pools", &self.pools, visitor, PoolCapex::visit);
        visit_one("cost.capex", Some(&self.capex), visitor, Capex::visit);
    }
}
