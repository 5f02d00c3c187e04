//! The fabric, counted from its topology: switches, cables and optics, their watts and dollars.

use super::storage::StorageCount;
use crate::cluster::{Cluster, Network, Pool};
use crate::provenance::{Evidence, Grade, Known};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::figures;
use crate::throughput::PoolCount;

figures! {
    /// The scale-out network as a fat tree, counted.
    ///
    /// # Assumes
    /// - each tier has the ports of the one below, over the oversubscription; leaves are whole, the many switches above
    ///   rounded
    /// # References
    /// - NVIDIA, "DGX SuperPOD reference architecture", RA-11333-001 V11 (2023), table 3
    pub struct Fabric of (network: &Network = "cluster.network", size: DeviceCount = "size") {
        /// Links of devices into the network.
        endpoints: f64, "" = network.links * counted_devices(size.devices);
        /// Tiers of switches.
        tiers: f64, "" = tiers_of(network.tiers, endpoints, network.ports, network.rails);
        /// Leaf switches.
        leaf: f64, "" = leaves(endpoints, network.ports, tiers);
        /// Switches of the tiers in the middle.
        spine: f64, "" = middle(endpoints, network.ports, tiers, network.oversubscription);
        /// Switches at the top.
        core: f64, "" = top(endpoints, network.ports, tiers, network.oversubscription);
        /// Switches.
        switches: f64, "" = leaf + spine + core;
        /// Cables between switches.
        trunks: f64, "" = endpoints * (tiers - 1.0) / network.oversubscription;
        /// Cables.
        cables: f64, "" = endpoints + trunks;
        /// Optical ends of cables.
        optical_ends: f64, "" = 2.0 * (endpoints * (1.0 - network.copper) + trunks);
        /// Power of the switches and optics.
        power: Power, "MW" = switches * network.switch_power + optical_ends * (network.short_optics_power * network.short + network.optics_power * (1.0 - network.short));
        /// Power of the network, for a device.
        power_per_device: DevicePower, "W/device" = power / size.devices;
        /// Price of the switches, cables and optics.
        capex: Money, "USD" = switches * network.switch_price + cables * network.link_price;
        /// Price of the network, for a device.
        capex_per_device: DevicePrice, "USD/device" = capex / size.devices;
    }
}

figures! {
    /// The switches within the scale-up domains of a pool, counted.
    ///
    /// Their power and price are the servers'.
    pub struct ScaleUp of (pool: &Pool = "cluster.pools.#", size: PoolCount = "size.pools.#") {
        /// Scale-up domains.
        domains: f64, "" = counted_devices(size.devices) / pool.scale_up_devices?;
        /// Switches within the scale-up domains.
        switches: f64, "" = domains * pool.scale_up_switches?;
    }
}

/// A number of devices as a plain number.
#[must_use]
pub fn counted_devices(devices: Devices) -> f64 {
    devices.base()
}

/// Tiers of switches: as given, else the fewest of up to four that join all: `p`, `p²/2`, and `p³/4` on each rail, whose
/// planes above the leaves are apart.
#[must_use]
pub fn tiers_of(given: Option<f64>, endpoints: f64, ports: f64, rails: f64) -> f64 {
    let half = ports / 2.0;
    let reach = [(1.0, ports), (2.0, 2.0 * half * half), (3.0, 2.0 * half * half * half * rails)];
    let fewest = || reach.into_iter().find(|(_, joined)| *joined >= endpoints);
    given.or_else(|| fewest().map(|(tiers, _)| tiers)).unwrap_or(4.0)
}

/// Switches that devices are plugged into: half of their ports look down; all of them where there is no tier above.
#[must_use]
pub fn leaves(endpoints: f64, ports: f64, tiers: f64) -> f64 {
    f64::ceil(if tiers <= 1.0 { endpoints / ports } else { 2.0 * endpoints / ports })
}

/// Switches of the tiers between leaves and top, half of whose ports look down.
#[must_use]
pub fn middle(endpoints: f64, ports: f64, tiers: f64, oversubscription: f64) -> f64 {
    let of_a_tier = 2.0 * endpoints / ports / oversubscription;
    (tiers - 2.0).max(0.0) * libm::round(of_a_tier)
}

/// Switches at the top, all of whose ports look down.
#[must_use]
pub fn top(endpoints: f64, ports: f64, tiers: f64, oversubscription: f64) -> f64 {
    if tiers <= 1.0 { 0.0 } else { libm::round(endpoints / ports / oversubscription).max(1.0) }
}

static COUNTED: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[],
    note: "counted: `network` and `storage` have the switches, optics and servers, `cluster.network` and `cluster.storage` what they draw and cost",
};

/// All devices, where every pool has a count.
fn all(cluster: &Cluster) -> Option<DeviceCount> {
    let sum = |sum: Devices, pool: &Pool| Some(sum + pool.count()?);
    cluster.pools().iter().try_fold(Devices::default(), sum).map(|devices| DeviceCount { devices })
}

/// IT power over server power, as network and storage are counted.
pub(crate) fn counted_overhead(cluster: &Cluster) -> Option<Known<ItOverhead>> {
    let size = all(cluster)?;
    let (network, storage) =
        (Fabric::of(cluster.network(), size)?, StorageCount::of(cluster.storage(), size)?);
    let server = |pool: &Pool| Some(pool.count()? * (pool.tdp()? * pool.server_over_tdp()));
    let servers = cluster.pools().iter().try_fold(Power::default(), |sum, pool| Some(sum + server(pool)?))?;
    let factor = 1.0 + ratio(network.power + storage.power, servers);
    Some(Known::exact(ItOverhead::new(factor), &COUNTED))
}

/// The share of the network in the price of the IT, as it is counted, beside servers of this price for all.
pub(crate) fn counted_price_share(cluster: &Cluster, servers_over_chips: f64) -> Option<Known<Share>> {
    let network = Fabric::of(cluster.network(), all(cluster)?)?.capex;
    let price = |pool: &Pool| Some(pool.count()? * pool.price()?);
    let servers = cluster.pools().iter().try_fold(Money::default(), |sum, pool| Some(sum + price(pool)?))?;
    let share = network.base() / (servers.base() * servers_over_chips + network.base());
    Some(Known::exact(Share::new(share), &COUNTED))
}
