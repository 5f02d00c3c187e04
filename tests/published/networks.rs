//! Switches, cables and prices of published fabrics: NVIDIA's SuperPODs, and a cost sheet of 2024.

use crate::support::{close, evaluated, value, value_in, year_of};
use wattflop::estimate::Estimate;

fn fabric(devices: u32, settings: &[(&str, &str)]) -> Estimate {
    let count = devices.to_string();
    let of = [("cluster.pools.0.count", count.as_str())];
    evaluated(year_of("xai-gigafactory"), &[&of, settings].concat())
}

/// NVIDIA, "DGX SuperPOD reference architecture", RA-11333-001 V11 (2023-09-22), tables 3 and 4: leaf, spine and core
/// switches, and cables between devices, leaves and above. The same for B200.
#[test]
fn superpods_have_the_switches_and_cables_of_nvidia_s_table() {
    for (devices, [leaf, spine, core], cables) in [
        (1_024, [32, 0, 16], 2_048),
        (2_048, [64, 0, 32], 4_096),
        (4_096, [128, 128, 64], 12_288),
        (8_192, [256, 256, 128], 24_576),
        (16_384, [512, 512, 256], 49_152),
        (1_016, [32, 0, 16], 2_032),
    ] {
        let estimate = fabric(devices, &[]);
        let found = ["leaf", "spine", "core"].map(|tier| value(&estimate, &format!("network.{tier}")));
        assert_eq!(found, [leaf, spine, core].map(f64::from), "{devices}");
        assert_eq!(value(&estimate, "network.cables"), f64::from(cables), "{devices}");
    }
}

/// NVIDIA's unit of 8 racks of 72 GB200 takes 1.2 MW with network, storage and management, 960 kW of it racks of 120 kW: at most 417 W
/// a device.
#[test]
fn network_and_storage_may_be_counted_in_place_of_their_factors() {
    let counted = fabric(104_858, &[("cluster.network.counted", "1")]);
    let [server, it] =
        ["server", "it"].map(|part| value_in(&counted, &format!("power.device.0.{part}"), "W/device"));
    let parts = ["network", "storage"]
        .map(|part| value_in(&counted, &format!("{part}.power_per_device"), "W/device"));
    close(it - server, parts.iter().sum(), 1e-9);
    assert!((100.0..=417.0).contains(&(it - server)), "{} W a device", it - server);
    close(value_in(&counted, "cost.capex.network", "USD"), value_in(&counted, "network.capex", "USD"), 1e-9);
}

/// Four NVLink switches in a DGX H100, six in a DGX A100, nine switch trays in a rack of 72 GB200.
#[test]
fn scale_up_switches_are_counted() {
    for (accelerator, devices, switches) in
        [("h100-sxm", 16, 8.0), ("a100-sxm-80", 16, 12.0), ("gb200", 144, 18.0)]
    {
        let estimate = fabric(devices, &[("cluster.pools.0.accelerator", accelerator)]);
        assert_eq!(value(&estimate, "network.pools.0.switches"), switches, "{accelerator}");
    }
}

/// Multimode optics take 15 W a twin-port module, single-mode ones 17.
#[test]
fn short_links_take_less_power() {
    let [far, near] = ["0", "1"]
        .map(|short| value_in(&fabric(1_024, &[("cluster.network.short", short)]), "network.power", "W"));
    close(far - near, 4.0 * 1_024.0, 1e-6);
}

/// DGX B300 joins 8,192 GPUs in two tiers of several planes: 256 leaves and 128 above.
#[test]
fn two_tiers_may_be_asked_for() {
    let estimate = fabric(8_192, &[("cluster.network.tiers", "2")]);
    assert_eq!(value(&estimate, "network.switches"), 384.0);
}

/// A cost sheet of H100 clusters (2024-08): 104,858 GPUs, 8,192 switches for 294.9 million USD, transceivers and cables
/// for 398.5, 6,613 USD a GPU; 131,072 GPUs, 10,240 switches for 368.6.
#[test]
fn a_hundred_thousand_h100_have_8_192_switches() {
    let estimate = fabric(104_858, &[]);
    assert_eq!(value(&estimate, "network.switches"), 8_192.0);
    close(value_in(&estimate, "network.capex", "million USD"), 294.9 + 398.5, 0.1);
    close(value_in(&estimate, "network.capex_per_device", "USD/GPU"), 6_613.0, 0.1);
    assert_eq!(value(&fabric(131_072, &[]), "network.switches"), 10_240.0);
}

/// SemiAnalysis (2024-06-17): storage, network and CPU nodes add some 10 % to servers of 1,275 W a GPU: the fabric's part
/// of that lies within it.
#[test]
fn the_fabric_draws_less_than_all_that_stands_beside_servers() {
    let estimate = fabric(100_000, &[]);
    let beside = value(&estimate, "power.device.0.it") - value(&estimate, "power.device.0.server");
    let network = value(&estimate, "network.power_per_device");
    assert!(network > 0.5 * beside && network < beside, "{network} W of {beside} W");
}

/// An oversubscribed fabric has fewer switches above, copper fewer optics.
#[test]
fn oversubscription_and_copper_take_away() {
    let [full, half] =
        ["1", "2"].map(|factor| fabric(16_384, &[("cluster.network.oversubscription", factor)]));
    assert_eq!(value(&full, "network.leaf"), value(&half, "network.leaf"));
    assert_eq!(value(&half, "network.spine") * 2.0, value(&full, "network.spine"));
    let copper = fabric(16_384, &[("cluster.network.copper", "1")]);
    close(
        value(&copper, "network.optical_ends"),
        value(&full, "network.optical_ends") - 2.0 * 16_384.0,
        1e-9,
    );
}
