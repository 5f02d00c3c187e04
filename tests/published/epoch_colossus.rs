//! Epoch AI, "AI chip counts", <https://github.com/epoch-research/ai-chip-counts>,
//! `data_inputs/xai_datacenter_timelines.csv`; and the press on Stargate in 2024.

use crate::support::{close, evaluated, figure, value, value_in, year_of};
use wattflop::catalogue::{CLUSTERS, find};
use wattflop::quantities::Measure;
use wattflop::quantities::units::billion_usd;

/// 07a: Colossus 1 on 2024-09-02: 100,000 H100, 181 MW of facility power.
#[test]
fn the_range_of_colossus_holds_181_mw() {
    let estimate = evaluated(year_of("colossus-1"), &[]);
    let peak = figure(&estimate, "power.facility.peak");
    let range = peak.range.low / 1e6..=peak.range.high / 1e6;
    assert!(range.contains(&181.0), "181 MW lies outside {range:?} MW");
}

/// Epoch AI finds 139 MW of IT, the utility and the press 150; what of it are servers, and what the counted fabric, stands
/// beside.
#[test]
fn the_range_of_colossus_holds_139_to_150_mw_of_it() {
    let estimate = evaluated(year_of("colossus-1"), &[]);
    let it = figure(&estimate, "power.it.rated");
    assert!(it.range.low <= 139e6 && 150e6 <= it.range.high, "{:?}", it.range);
    let servers = value(&estimate, "power.device.0.server") * value(&estimate, "size.devices");
    let network = value(&estimate, "network.power");
    assert!(servers + network < it.value && servers + network > 0.95 * it.value, "{servers} and {network} W");
}

/// 07b: Colossus 1 on 2024-09-02: compute 3.2 and construction 1.5, together 4.7 billion USD; others say up to 5.3.
#[test]
fn the_range_of_colossus_meets_4_7_to_5_3_billion_usd() {
    let published = billion_usd(3.2) + billion_usd(1.5);
    close(published.base(), billion_usd(4.7).base(), 0.1);
    let range = figure(&evaluated(year_of("colossus-1"), &[]), "cost.capex.total").range;
    assert!(range.low <= billion_usd(5.3).base() && published.base() <= range.high, "{range:?}");
}

/// 07c: Colossus 2 on 2026-05-13: 44.0 billion USD for 1,494 MW, 29.45 billion USD per GW.
#[test]
fn colossus_2_costs_29_billion_usd_per_gw() {
    let announced = [("cluster.budget", "44.0 billion USD"), ("cluster.facility_power", "1494 MW")];
    let estimate = evaluated(year_of("colossus-2"), &announced);
    close(value_in(&estimate, "size.announced.budget_per_power", "billion USD/GW"), 29.45, 3.0);
}

/// 12b: The Information (2024-03-29), by <https://www.livemint.com>: up to 100 billion USD for phase 5, in 2028.
#[test]
fn stargate_of_2024_has_a_budget_of_100_billion_usd() {
    let row = find(CLUSTERS, "stargate-2024").unwrap();
    close(row.budget.unwrap().base(), 100e9, 0.0);
    assert_eq!(row.date, "2028");
    assert!(value(&evaluated(year_of("stargate-2024"), &[]), "size.money.devices") > 0.0);
}
