//! Setting inputs: choices keep what was given, in any order, and ranges reach what they reach.

use crate::support::{close, evaluated, figure, input, value, with, year_of};

/// Other devices bring their own properties, but not where the user gave one.
#[test]
fn another_accelerator_keeps_what_was_given() {
    let power = ("cluster.pools.0.tdp", "1234 W/device");
    let count = ("cluster.pools.0.count", "90k..110k");
    let chip = ("cluster.pools.0.accelerator", "gb300");
    for settings in [[power, count, chip], [chip, power, count]] {
        let scenario = with(year_of("xai-gigafactory"), &settings);
        close(input(&scenario, power.0).value.unwrap(), 1_234.0, 1e-9);
        let count = input(&scenario, count.0);
        close(count.belief.low, 90_000.0, 1e-9);
        close(count.belief.high, 110_000.0, 1e-9);
        assert!(
            input(&scenario, "cluster.pools.0.price").value.unwrap() > 45_000.0,
            "the price is not GB300's"
        );
    }
}

#[test]
fn another_grid_keeps_what_was_given_and_brings_its_own_price() {
    let given = with(year_of("colossus-1"), &[("site.electricity", "0.05 USD/kWh"), ("site.grid", "fra")]);
    close(input(&given, "site.electricity").value.unwrap() * 3.6e6, 0.05, 1e-9);
    let moved = with(year_of("colossus-1"), &[("site.grid", "fra")]);
    assert!(
        input(&moved, "site.electricity").value.unwrap() * 3.6e6 > 0.15,
        "France buys at the Union's price"
    );
}

/// A range that ends at zero takes its figures there.
#[test]
fn a_range_down_to_zero_is_shown_down_to_zero() {
    let water = figure(&evaluated(year_of("colossus-1"), &[("site.wue", "0..2 L/kWh")]), "water.onsite");
    assert_eq!(water.range.low, 0.0);
    assert!(water.range.high > 1.5 * water.value, "{:?} about {}", water.range, water.value);
}

/// A range may have its median and its shape, in a text or as a table.
#[test]
fn a_range_takes_a_median_and_a_shape() {
    use wattflop::provenance::Shape;
    let text = with(year_of("colossus-1"), &[("site.electricity", "0.04..0.06..0.09 USD/kWh uniform")]);
    let table = r#"{"cluster": "colossus-1", "site": {"electricity":
        {"low": 0.04, "median": 0.06, "high": "0.09 USD/kWh", "shape": "uniform"}}}"#;
    for scenario in [text, crate::support::scenario(table).unwrap()] {
        let row = input(&scenario, "site.electricity");
        let dollars = [row.belief.low, row.value.unwrap(), row.belief.high].map(|base| base * 3.6e6);
        for (found, expected) in dollars.into_iter().zip([0.04, 0.06, 0.09]) {
            close(found, expected, 1e-9);
        }
        assert_eq!(row.belief.shape, Shape::Uniform);
    }
    let above = with(year_of("colossus-1"), &[("site.pue", "1.05..1.4 above-one")]);
    assert_eq!(input(&above, "site.pue").belief.shape, Shape::LognormalAboveOne);
    let share = with(year_of("colossus-1"), &[("cluster.load", "0.5..0.9 logit-normal")]);
    assert_eq!(input(&share, "cluster.load").belief.shape, Shape::LogitNormal);
}

/// Half a chip computes nothing.
#[test]
fn derived_counts_are_whole() {
    let devices =
        value(&evaluated(year_of("stargate-10gw"), &[("cluster.facility_power", "1 MW")]), "size.devices");
    assert_eq!(devices, 381.0);
}

/// A window that is shorter than the sequence: `w·(1 − w/2s)` tokens on average.
#[test]
fn a_sliding_window_counts_its_ragged_start() {
    let run = crate::support::run_of("mistral-7b", "meta-24k");
    let estimate = evaluated(run, &[("run.tokens", "1T"), ("run.sequence", "8192")]);
    assert_eq!(value(&estimate, "work.attended_in_window"), 3_072.0);
}

/// A share that is given takes from the others of a named supply, in their proportions; one of which nothing is said takes the rest.
#[test]
fn shares_that_are_not_given_share_what_is_left() {
    let share = |estimate: &wattflop::estimate::Estimate, place: u32| {
        input(&estimate.scenario, &format!("site.sources.{place}.share")).value.unwrap()
    };
    let named =
        evaluated(year_of("colossus-1"), &[("site.supply", "memphis-2024"), ("site.sources.0.share", "0.7")]);
    close(share(&named, 1) / share(&named, 2), 35.0 / 50.0, 1e-9);
    close(share(&named, 1) + share(&named, 2), 0.3, 1e-9);
    let own = evaluated(
        year_of("colossus-1"),
        &[
            ("site.sources.0.kind", "gas-turbine"),
            ("site.sources.0.share", "0.6"),
            ("site.sources.1.kind", "grid"),
        ],
    );
    close(share(&own, 1), 0.4, 1e-9);
    let again = own.scenario.clone().evaluate().unwrap();
    close(value(&again, "supply.sources.1.energy"), value(&own, "supply.sources.1.energy"), 1e-9);
}

/// Another kind in the same place keeps the share; another grid keeps the mix; the grid alone ends it.
#[test]
fn a_mix_outlives_other_choices() {
    let mix = [("site.supply", "memphis-2024"), ("site.sources.0.share", "0.5")];
    let moved = with(
        year_of("colossus-1"),
        &[&mix[..], &[("site.grid", "fra"), ("site.sources.0.kind", "wind")]].concat(),
    );
    close(input(&moved, "site.sources.0.share").value.unwrap(), 0.5, 1e-9);
    assert_eq!(moved.cluster.site().supply().unwrap().sources()[0].row().id, "wind");
    let ended = with(moved, &[("site.supply", "grid")]);
    assert!(ended.cluster.site().supply().is_none());
}

/// A document may name its sources in any order of keys, and a supply with them.
#[test]
fn a_document_lists_its_sources() {
    let read = |json: &str| crate::support::scenario(json).unwrap().evaluate().unwrap();
    let own = read(
        r#"{"cluster": "meta-24k", "site": {"sources": [{"share": "60 %", "kind": "gas-turbine"}, {"kind": "grid"}], "stored": 0.1}}"#,
    );
    close(value(&own, "supply.sources.0.energy") / value(&own, "supply.energy"), 0.6, 1e-9);
    let named =
        read(r#"{"cluster": "colossus-1", "site": {"sources": [{"share": 0.5}], "supply": "memphis-2024"}}"#);
    close(value(&named, "supply.sources.0.energy") / value(&named, "supply.energy"), 0.5, 1e-9);
    let none = read(r#"{"cluster": "meta-24k", "site": {"sources": []}}"#);
    assert!(none.scenario.cluster.site().supply().is_none());
}
