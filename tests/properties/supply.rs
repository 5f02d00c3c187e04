//! What holds between the figures of any mix of sources.

use super::scenarios::checks;
use crate::support::{evaluated, value, with, year_of};
use proptest::prelude::*;
use proptest::sample::select;
use wattflop::analysis::{FigureRow, figures};
use wattflop::catalogue::POWER_SOURCES;
use wattflop::estimate::Estimate;

/// Kinds that have a price and both carbon intensities.
const WHOLE: [&str; 6] = ["grid", "gas-turbine", "gas-engine", "solar", "wind", "nuclear"];

/// A mix of some kinds with parts that are scaled to sum to one.
fn mixes() -> impl Strategy<Value = (Vec<(&'static str, f64)>, &'static str)> {
    let part = (select(WHOLE.to_vec()), 0.01..1.0);
    let mix = prop::collection::vec(part, 1..5).prop_map(|parts| {
        let sum: f64 = parts.iter().map(|(_, part)| part).sum();
        parts.into_iter().map(|(kind, part)| (kind, part / sum)).collect()
    });
    (mix, select(vec!["us-srtv", "usa", "fra"]))
}

/// A year of Colossus on a mix.
fn year_on(mix: &[(&str, f64)], grid: &str) -> Estimate {
    let mut scenario = with(year_of("colossus-1"), &[("site.grid", grid)]);
    for (place, (kind, share)) in mix.iter().enumerate() {
        let settings = [("kind", (*kind).to_owned()), ("share", share.to_string())];
        for (name, text) in settings {
            let path = format!("site.sources.{place}.{name}");
            wattflop::analysis::set(&mut scenario, &path, &text).unwrap();
        }
    }
    scenario.evaluate().unwrap_or_else(|error| panic!("{mix:?}: {error}"))
}

fn same(a: f64, b: f64) -> bool {
    a == b || (a / b - 1.0).abs() <= 1e-12
}

/// The figures of a source, by its last name: the sum over all sources.
fn summed(rows: &[FigureRow], name: &str) -> f64 {
    let is_of_source = |row: &&FigureRow| row.path.starts_with("supply.sources.") && row.figure.name == name;
    rows.iter().filter(is_of_source).map(|row| row.value).sum()
}

/// Carbon over energy of each source, on the basis of the grid.
fn intensities(estimate: &Estimate, count: usize, grid: &str) -> Vec<f64> {
    let basis = if grid.starts_with("us-") { "direct" } else { "life_cycle" };
    let of = |place: usize, name: &str| value(estimate, &format!("supply.sources.{place}.{name}"));
    (0..count).map(|place| of(place, basis) / of(place, "energy")).collect()
}

proptest! {
    #![proptest_config(checks(48))]

    #[test]
    fn sources_sum_to_the_mix((mix, grid) in mixes()) {
        let estimate = year_on(&mix, grid);
        let rows = figures(&estimate);
        for name in ["energy", "fuel", "cost", "direct", "life_cycle", "water"] {
            let Some(total) = rows.iter().find(|row| row.path == format!("supply.{name}")) else { continue };
            prop_assert!(same(summed(&rows, name), total.value), "{name} of {mix:?}");
        }
        prop_assert!(same(value(&estimate, "cost.energy.charge"), value(&estimate, "supply.cost")));
        prop_assert!(same(summed(&rows, "energy"), value(&estimate, "energy.facility")));
    }

    #[test]
    fn a_mix_is_between_its_sources((mix, grid) in mixes()) {
        let estimate = year_on(&mix, grid);
        let intensities = intensities(&estimate, mix.len(), grid);
        let least = intensities.iter().copied().fold(f64::INFINITY, f64::min);
        let most = intensities.iter().copied().fold(0.0, f64::max);
        let mixed = value(&estimate, "carbon.operational") / value(&estimate, "energy.facility");
        prop_assert!(least * (1.0 - 1e-12) <= mixed && mixed <= most * (1.0 + 1e-12), "{mixed} of {intensities:?}");
    }

    #[test]
    fn the_order_of_the_sources_changes_nothing((mix, grid) in mixes()) {
        let turned: Vec<_> = mix.iter().rev().copied().collect();
        let [a, b] = [mix, turned].map(|mix| year_on(&mix, grid));
        let is_of_source = |row: &FigureRow| row.path.starts_with("supply.sources.");
        for (a, b) in figures(&a).into_iter().filter(|row| !is_of_source(row)).zip(figures(&b).into_iter().filter(|row| !is_of_source(row))) {
            prop_assert!(a.path == b.path && same(a.value, b.value), "{}: {} and {}", a.path, a.value, b.value);
        }
    }

    #[test]
    fn more_of_a_dirtier_turbine_is_dirtier(share in 0.0..0.9, more in 0.01..0.1) {
        let [less, more] = [share, share + more].map(|share| year_on(&[("gas-turbine", share), ("grid", 1.0 - share)], "us-srtv"));
        prop_assert!(value(&more, "carbon.operational") > value(&less, "carbon.operational"));
        prop_assert!(value(&more, "supply.fuel") > value(&less, "supply.fuel"));
    }
}

/// The grid as the only source gives what the grid without a mix gives, ranges included.
#[test]
fn all_from_the_grid_is_the_grid() {
    for (cluster, settings) in [
        ("colossus-1", &[][..]),
        ("xai-gigafactory", &[("site.electricity", "0.05..0.09 USD/kWh"), ("site.peak_price", "1.8")][..]),
        ("meta-24k", &[("site.demand_charge", "12 USD/kW/mo"), ("site.carbon_price", "80 USD/tCO2e")][..]),
    ] {
        let alone = evaluated(year_of(cluster), settings);
        let mix = [settings, &[("site.sources.0.kind", "grid")]].concat();
        let mixed = figures(&evaluated(year_of(cluster), &mix));
        for row in figures(&alone) {
            let other = mixed.iter().find(|other| other.path == row.path).unwrap();
            for (a, b) in [
                (row.value, other.value),
                (row.range.low, other.range.low),
                (row.range.high, other.range.high),
            ] {
                assert!(same(a, b), "{}: {a} and {b}", row.path);
            }
        }
    }
}

/// Every kind can be the only source, and says what it lacks.
#[test]
fn every_kind_of_source_stands_alone() {
    for row in POWER_SOURCES {
        let estimate = evaluated(year_of("meta-24k"), &[("site.sources.0.kind", row.id)]);
        assert!(value(&estimate, "carbon.operational") > 0.0, "{}", row.id);
        let notes = wattflop::analysis::notes(&estimate);
        let lacks = figures(&estimate).iter().all(|row| row.path != "cost.energy.charge");
        assert_eq!(
            lacks,
            notes.iter().any(|note| note.args.iter().any(|(_, text)| text.contains("site.sources.0.price"))),
            "{}",
            row.id
        );
    }
}
