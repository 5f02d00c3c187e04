//! What other tools say of the same time, from what they publish of their method.

use crate::support::{close, evaluated, value, value_in, year_of};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::quantities::units::hours;
use wattflop::workload::Operation;

/// So many devices for so many hours on a grid of so many grams.
fn used(accelerator: &str, devices: f64, time: f64, settings: &[(&str, &str)]) -> Estimate {
    let pool = Pool::of(find(ACCELERATORS, accelerator).unwrap(), devices);
    let cluster = Cluster::of("other tools", vec![pool], Site::preset("usa").unwrap());
    evaluated(Scenario::operation(Operation::year().with_duration(hours(time)), cluster), settings)
}

/// Lacoste et al. (2019), arXiv:1910.09700: power × time × intensity. Touvron et al. (2023), "LLaMA", table 15, by that
/// formula with a PUE of 1.1: 1,022,362 hours of A100-80GB at 400 W are 449 MWh.
#[test]
fn ml_co2_impact_is_power_by_time() {
    let estimate = used("a100-sxm-80", 2_048.0, 1_022_362.0 / 2_048.0, &[("site.carbon", "385 gCO2e/kWh")]);
    close(value_in(&estimate, "others.mlco2", "MWh") * 1.1, 449.0, 0.5);
    close(value_in(&estimate, "others.mlco2_carbon", "t") * 1.1, 173.0, 0.5);
}

/// Lannelongue et al. (2021), <https://doi.org/10.1002/advs.202100707>: `t · (n·P + 0.3725 W/GB · memory) · 1.67`. Eight
/// A100 of 400 W and 80 GB for a day: 131.8 kWh (the catalogue's gigabyte of memory is 2^30 bytes).
#[test]
fn green_algorithms_is_devices_and_memory_in_an_unknown_place() {
    let estimate = used("a100-sxm-80", 8.0, 24.0, &[]);
    let gigabytes = 80.0 * 1.073_741_824;
    let expected = 24.0 * 8.0 * (400.0 + 0.3725 * gigabytes) * 1.67 / 1e3;
    close(value_in(&estimate, "others.green_algorithms", "kWh"), expected, 1e-9);
}

/// Epoch AI, GPU clusters: 1.43 kW for an H100, of which the text rounds.
#[test]
fn epochs_rule_is_1_45_kilowatts_an_h100() {
    let estimate = used("h100-sxm", 1_000.0, 1.0, &[]);
    close(value_in(&estimate, "others.epoch", "kWh") / 1_000.0, 1.43, 2.0);
}

/// The ratios to ours are what the terms say: the load, the server, the network, the place.
#[test]
fn the_gaps_are_the_terms_that_others_leave_out() {
    let settings = [("cluster.load", "0.8"), ("site.pue", "1.25"), ("cluster.it_overhead", "1.1")];
    let estimate = evaluated(year_of("xai-gigafactory"), &settings);
    let server = value(&estimate, "power.device.0.server") / 700.0;
    close(value(&estimate, "others.ours_over_mlco2"), server * 1.1 * 0.8 * 1.25, 1e-9);
    close(value(&estimate, "others.ours_over_epoch"), server * 1.1 * 0.8 * 1.25 / (1.82 * 1.14), 1e-9);
}
