//! SemiAnalysis (2024-06-17), "100,000 H100 Clusters: Power, Network Topology, Ethernet vs InfiniBand, Reliability,
//! Failures, Checkpointing", <https://semianalysis.substack.com/p/100000-h100-clusters-power-network>.

use crate::support::{close, evaluated, value_in, year_of};
use wattflop::cluster::Cluster;
use wattflop::estimate::Scenario;
use wattflop::quantities::Measure;
use wattflop::quantities::units::{days, device_days, devices, flop, minutes, seconds, years};
use wattflop::reliability::{time_to_first_failure, work_lost};
use wattflop::workload::TrainingRun;

const GIGAFACTORY: &str = "xai-gigafactory";

/// 06a: "~150MW" of critical IT power.
#[test]
fn it_power_of_100k_h100_is_about_150_mw() {
    let estimate = evaluated(year_of(GIGAFACTORY), &[]);
    close(value_in(&estimate, "power.it.rated", "MW"), 150.0, 8.0);
}

/// 700 W a GPU and 575 W beside it, 10 % on top for storage, network and CPU nodes: 140 MW.
#[test]
fn it_power_by_parts_is_140_mw() {
    let estimate = evaluated(year_of(GIGAFACTORY), &[]);
    close(value_in(&estimate, "power.it.rated", "MW"), 140.0, 1.0);
    close(value_in(&estimate, "power.device.0.server", "W/device"), 700.0 + 575.0, 0.1);
}

/// 06b: "1.59 TWh" a year, at 0.078 USD/kWh "123.9 million" USD: that takes 181 MW all year.
#[test]
fn electricity_of_a_year_is_124_million_usd() {
    let average = [("cluster.load", "1"), ("site.pue", "1.29055"), ("site.electricity", "0.078 USD/kWh")];
    let estimate = evaluated(year_of(GIGAFACTORY), &average);
    close(value_in(&estimate, "power.facility.average", "MW"), 181.0, 0.01);
    close(value_in(&estimate, "energy.facility", "TWh"), 1.59, 0.5);
    close(value_in(&estimate, "cost.energy.total", "million USD"), 123.9, 0.2);
}

/// 06d: "198 FP8 ExaFLOP/s" of peak.
#[test]
fn peak_is_198_exaflop_per_second_in_fp8() {
    let estimate = evaluated(year_of(GIGAFACTORY), &[("operation.precision", "fp8")]);
    close(value_in(&estimate, "throughput.peak", "EFLOP/s"), 198.0, 0.1);
}

/// 06e: a hundred days at an FP8 MFU of 35 %: 6e26 FLOP.
#[test]
fn a_hundred_days_in_fp8_are_6e26_flop() {
    let run = TrainingRun::of_compute("100 days", flop(6e26));
    let scenario = Scenario::training(run, Cluster::preset(GIGAFACTORY).unwrap());
    let estimate = evaluated(scenario, &[("run.precision", "fp8"), ("run.mfu", "0.35")]);
    close(estimate.duration().base() / days(1.0).base(), 100.0, 1.0);
}

/// 06f: links with a mean time to failure of five years, 100,000 of them: "26.28 minutes".
#[test]
fn the_first_link_fails_after_26_minutes() {
    let first = time_to_first_failure(years(5.0), 100_000.0);
    close(first.base(), minutes(26.28).base(), 0.01);
}

/// 06g: a failure at step 99 of 100, two seconds a step, loses "229 GPU days".
#[test]
fn a_failure_before_the_checkpoint_loses_229_gpu_days() {
    let lost = work_lost(devices(100_000.0), seconds(99.0 * 2.0));
    close(lost.base(), device_days(229.0).base(), 0.1);
}

/// 06h: "In excess of $4 billion of server capital expenditures".
#[test]
fn servers_cost_about_4_billion_usd() {
    let estimate = evaluated(year_of(GIGAFACTORY), &[]);
    close(value_in(&estimate, "cost.pools.0.servers", "USD"), 4e9, 25.0);
}
