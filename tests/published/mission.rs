//! The claims that this crate started from, checked by calculation: The Information (2024-05-25), Elon Musk
//! (2024-04), The Information (2024-03-29), OpenAI (2025-01-21); Epoch AI for the compute of Grok 2.

use crate::support::{close, evaluated, figure, run_of, value, value_in, with, year_of};
use wattflop::analysis::{Goal, solve};
use wattflop::cluster::Cluster;
use wattflop::cost::Bound;
use wattflop::estimate::operate;

/// "At least four times the size of the biggest GPU clusters that exist today", of which Meta's two had 24,576 H100.
#[test]
fn the_gigafactory_is_four_times_the_largest_cluster_of_its_day() {
    let times = |path: &str| {
        let of = |cluster| value(&evaluated(year_of(cluster), &[]), path);
        of("xai-gigafactory") / of("meta-24k")
    };
    close(times("size.devices"), 4.07, 0.1);
    for path in ["size.devices", "throughput.peak", "power.facility.peak"] {
        assert!(times(path) >= 4.0, "{path}: {} times", times(path));
    }
}

/// Epoch AI: 2.96e25 FLOP; on 20,000 H100 at its median MFU of 0.375, 22.16 million GPU-hours.
#[test]
fn grok_2_took_46_days_on_20_000_h100() {
    let estimate = evaluated(run_of("grok-2", "grok-2-cluster"), &[("run.mfu", "0.375")]);
    close(value_in(&estimate, "work.compute", "FLOP"), 2.96e25, 1.0);
    close(value_in(&estimate, "duration", "day"), 46.0, 1.0);
    close(value_in(&estimate, "device_time", "GPU-h"), 22.16e6, 1.0);
}

/// The same turned around: the utilisation that makes of Epoch's compute its 22.16 million GPU-hours, on 20,000 H100.
#[test]
fn solving_finds_the_utilisation_that_epoch_took() {
    let goal = Goal::equal("device_time", "22.16 million GPU-h");
    let solved = solve(&run_of("grok-2", "grok-2-cluster"), "run.mfu", &goal, None).unwrap();
    close(solved.answers[0].value, 0.375, 1.0);
    let devices = Goal::equal("duration", "46.17 d");
    let set = with(run_of("grok-2", "grok-2-cluster"), &[("run.mfu", "0.375")]);
    let solved = solve(&set, "cluster.pools.0.count", &devices, None).unwrap();
    close(solved.answers[0].value, 20_000.0, 1.0);
}

/// The same run on the gigafactory: a fifth of the time, the same GPU-hours.
#[test]
fn grok_2_takes_a_fifth_of_the_time_on_the_gigafactory() {
    let [small, large] = ["grok-2-cluster", "xai-gigafactory"].map(|on| evaluated(run_of("grok-2", on), &[]));
    close(value(&small, "duration") / value(&large, "duration"), 5.0, 1e-9);
    close(value(&large, "device_time"), value(&small, "device_time"), 1e-9);
}

/// No count of Stargate's chips was ever published: it follows from power and budget, and says so.
#[test]
fn stargates_count_is_derived_from_power_and_budget() {
    for cluster in ["stargate-10gw", "stargate-2024"] {
        let estimate = evaluated(year_of(cluster), &[]);
        let [power, money, devices] =
            ["size.power.devices", "size.money.devices", "size.devices"].map(|path| value(&estimate, path));
        assert!(estimate.stages.size.chips.is_none(), "{cluster} has a published count");
        assert_eq!(devices, power.min(money).floor(), "{cluster}");
        assert_eq!(estimate.binding(), if money < power { Bound::Money } else { Bound::Power }, "{cluster}");
        let range = figure(&estimate, "size.devices").range;
        assert!(range.low < devices && devices < range.high, "{cluster}: {range:?} about {devices}");
    }
}

/// At 38 to 50 billion USD per GW, the 100 billion of 2024 buy 2 to 2.6 of its 5 GW: money binds.
#[test]
fn money_binds_stargate_of_2024() {
    let estimate = evaluated(year_of("stargate-2024"), &[]);
    assert_eq!(estimate.binding(), Bound::Money);
    let power = value_in(&estimate, "power.facility.peak", "GW");
    assert!((2.0..3.5).contains(&power), "{power} GW");
}

/// Oracle as a partner: rent stands beside ownership.
#[test]
fn renting_stands_beside_owning() {
    let estimate = evaluated(year_of("xai-gigafactory"), &[]);
    for view in ["rental", "annuity", "straight_line", "acquisition"] {
        assert!(value(&estimate, &format!("cost.{view}.total")) > 0.0, "{view}");
    }
}

#[test]
fn every_system_of_the_announcement_is_a_preset() {
    for id in ["xai-gigafactory", "grok-2-cluster", "meta-24k", "stargate-2024", "stargate-10gw", "oci-h100"]
    {
        let estimate = Cluster::preset(id).and_then(|cluster| operate(&cluster));
        let estimate = estimate.unwrap_or_else(|error| panic!("{id}: {error}"));
        for path in
            ["throughput.peak", "energy.facility", "carbon.operational", "water.onsite", "cost.annuity.total"]
        {
            assert!(value(&estimate, path) > 0.0, "{id}: {path}");
        }
    }
}
