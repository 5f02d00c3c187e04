//! What holds between the figures of any result.

use super::scenarios::{checks, results};
use crate::support::{evaluated, figure, run_of, value, year_of};
use proptest::prelude::*;
use wattflop::analysis::{FigureRow, figures};
use wattflop::estimate::Estimate;
use wattflop::quantities::Measure;

/// Totals, and the parts that must sum to them; `*` stands for every pool.
const SUMS: &[(&str, &[&str])] = &[
    ("power.it.rated", &["power.pools.*.it"]),
    ("power.it.average", &["power.pools.*.average"]),
    ("power.it.highest", &["power.pools.*.highest"]),
    ("throughput.capped", &["throughput.pools.*.capped"]),
    ("throughput.peak", &["throughput.pools.*.peak"]),
    ("carbon.embodied", &["carbon.pools.*.embodied"]),
    ("cost.capex.it", &["cost.pools.*.it"]),
    ("cost.capex.facility", &["cost.pools.*.facility"]),
    ("cost.capex.total", &["cost.capex.it", "cost.capex.facility"]),
    ("cost.capex.total", &["cost.pools.*.it", "cost.pools.*.facility"]),
    (
        "cost.capex.it",
        &[
            "cost.capex.chips",
            "cost.capex.hosts",
            "cost.capex.storage",
            "cost.capex.installation",
            "cost.capex.network",
        ],
    ),
    ("cost.capex.facility", &["cost.capex.building", "cost.capex.site_power", "cost.capex.contingency"]),
    ("cost.energy.total", &["cost.energy.charge", "cost.energy.demand"]),
    (
        "cost.running.total",
        &[
            "cost.running.energy",
            "cost.running.colocation",
            "cost.running.operations",
            "cost.running.facility",
            "cost.running.maintenance",
            "cost.running.software",
            "cost.running.tax",
            "cost.running.insurance",
            "cost.running.carbon",
        ],
    ),
    ("cost.annuity.total", &["cost.annuity.it", "cost.annuity.facility", "cost.annuity.running"]),
    (
        "cost.straight_line.total",
        &["cost.straight_line.it", "cost.straight_line.facility", "cost.running.total"],
    ),
    ("cost.decay.total", &["cost.decay.it", "cost.decay.facility", "cost.running.total"]),
    ("cost.annuity.hour.total", &["cost.annuity.per_device_hour"]),
    ("cost.decay.hour.total", &["cost.decay.per_device_hour"]),
    ("cost.rental.total", &["cost.rental.pools.*.total"]),
    ("cost.reserved.total", &["cost.reserved.pools.*.total"]),
    ("cost.acquisition.total", &["cost.capex.total"]),
    (
        "cost.annuity.development.total",
        &["cost.annuity.development.compute", "cost.annuity.development.staff"],
    ),
    ("size.devices", &["size.pools.*.devices"]),
    (
        "service.decode.total",
        &[
            "service.decode.weights",
            "service.decode.keys",
            "service.decode.products",
            "service.decode.collectives",
            "service.decode.layers",
            "service.decode.host",
            "service.decode.drafting",
        ],
    ),
    ("service.prefill.total", &["service.prefill.products", "service.prefill.collectives"]),
];

/// Products that must hold wherever their figures are there: the product, and its factors.
const PRODUCTS: &[(&str, &[&str])] = &[
    ("energy.it", &["power.it.average", "duration"]),
    ("energy.facility", &["power.facility.average", "duration"]),
    ("device_time", &["size.devices", "duration"]),
    ("cost.capex.total", &["cost.capex.per_device", "size.devices"]),
    ("cost.annuity.total", &["cost.annuity.per_device_hour", "device_time"]),
    ("cost.straight_line.total", &["cost.straight_line.per_device_hour", "device_time"]),
    ("cost.rental.total", &["cost.rental.per_device_hour", "device_time"]),
    ("cost.annuity.total", &["cost.annuity.per_compute", "work.compute"]),
    ("cost.spot.total", &["cost.spot.per_year", "duration"]),
    ("energy.facility", &["energy.token.facility", "service.answers"]),
    ("carbon.operational", &["carbon.token.operational", "service.answers"]),
    ("cost.annuity.total", &["cost.annuity.per_served_token", "service.answers"]),
    ("service.answers", &["service.served", "duration"]),
    ("service.pace.replica_rate", &["service.pace.user", "service.replica.sequences"]),
];

/// Whether a value is a number that its figure may take: finite and not negative. What a decision brings may be less
/// than nothing, and may never come.
pub fn is_sound(row: &FigureRow, value: f64) -> bool {
    if row.path.starts_with("decision.") { !value.is_nan() } else { value.is_finite() && value >= 0.0 }
}

fn is_at(path: &str, pattern: &str) -> bool {
    let same = |(a, b): (&str, &str)| a == b || (b == "*" && a.bytes().all(|c| c.is_ascii_digit()));
    path.split('.').count() == pattern.split('.').count() && path.split('.').zip(pattern.split('.')).all(same)
}

/// The values at a pattern.
fn at(rows: &[FigureRow], pattern: &str) -> Vec<f64> {
    rows.iter().filter(|row| is_at(&row.path, pattern)).map(|row| row.value).collect()
}

fn check(
    rows: &[FigureRow],
    total: &str,
    parts: &[&str],
    of: fn(Vec<f64>) -> f64,
) -> Result<(), TestCaseError> {
    let Some(total_value) = at(rows, total).first().copied() else { return Ok(()) };
    let values: Vec<f64> = parts.iter().flat_map(|part| at(rows, part)).collect();
    let whole = of(values);
    let error = (whole - total_value).abs();
    prop_assert!(error <= 1e-12 * total_value.abs(), "{total} is {total_value}, but {parts:?} give {whole}");
    Ok(())
}

proptest! {
    #![proptest_config(checks(64))]

    #[test]
    fn parts_sum_to_their_totals(estimate in results()) {
        let rows = figures(&estimate.it);
        for (total, parts) in SUMS {
            check(&rows, total, parts, |values| values.iter().sum())?;
        }
    }

    #[test]
    fn products_are_those_of_their_factors(estimate in results()) {
        let rows = figures(&estimate.it);
        for (product, factors) in PRODUCTS {
            if factors.iter().all(|factor| !at(&rows, factor).is_empty()) {
                check(&rows, product, factors, |values| values.iter().product())?;
            }
        }
    }

    #[test]
    fn ranges_hold_their_values(estimate in results()) {
        for row in figures(&estimate.it) {
            let (low, high) = (row.range.low, row.range.high);
            prop_assert!(low <= row.value && row.value <= high, "{}: {} in {low} to {high}", row.path, row.value);
        }
    }

    #[test]
    fn figures_are_finite_and_not_negative(estimate in results()) {
        for row in figures(&estimate.it) {
            let all = [row.value, row.range.low, row.range.high];
            prop_assert!(all.iter().all(|value| is_sound(&row, *value)), "{}: {all:?}", row.path);
        }
    }

    #[test]
    fn twice_the_devices_take_half_the_time_and_twice_the_power(count in 1_u32..1_000_000) {
        let [once, twice] = [1, 2].map(|times| on_gigafactory(&[("cluster.pools.0.count", (times * count).to_string())]));
        for (path, times) in [
            ("throughput.peak", 2.0),
            ("power.it.rated", 2.0),
            ("power.facility.peak", 2.0),
            ("cost.capex.total", 2.0),
            ("duration", 0.5),
            ("reliability.mtbf", 0.5),
            ("device_time", 1.0),
            ("energy.facility", 1.0),
            ("carbon.operational", 1.0),
            ("cost.annuity.total", 1.0),
        ] {
            let found = value(&twice, path) / value(&once, path);
            prop_assert!((found / times - 1.0).abs() < 1e-9, "{path}: {found} times, not {times}");
        }
    }

    #[test]
    fn a_worse_pue_is_never_cheaper_nor_cleaner(pue in 1.0..4.5, worse in 0.001..0.5) {
        let [good, bad] = [pue, pue + worse].map(|pue: f64| on_gigafactory(&[("site.pue", pue.to_string())]));
        for path in RISE_WITH_PUE {
            prop_assert!(value(&bad, path) > value(&good, path), "{path}");
        }
        for path in ["water.onsite", "energy.it", "power.facility.peak", "cost.capex.total", "cost.rental.total"] {
            prop_assert!(value(&bad, path) == value(&good, path), "{path} knows the PUE");
        }
    }

    #[test]
    fn cost_rises_with_what_is_paid(path in proptest::sample::select(PAID.to_vec()), more in 1.01..1.5) {
        let mut scenario = run_of("grok-2", "xai-gigafactory");
        let before = scenario.clone().evaluate().unwrap();
        let row = crate::support::input(&before.scenario, path);
        let text = crate::support::written(row.input.kind, row.value.unwrap() * more);
        wattflop::analysis::set(&mut scenario, path, &text).unwrap();
        let after = scenario.evaluate().unwrap();
        prop_assert!(value(&after, "cost.annuity.total") > value(&before, "cost.annuity.total"), "{path} = {text}");
    }
}

const RISE_WITH_PUE: [&str; 8] = [
    "power.facility.average",
    "energy.facility",
    "carbon.operational",
    "water.upstream",
    "cost.energy.total",
    "cost.running.total",
    "cost.annuity.total",
    "cost.straight_line.total",
];

/// Inputs that cost more when they are more.
const PAID: [&str; 12] = [
    "cluster.pools.0.price",
    "cluster.pools.0.tdp",
    "site.electricity",
    "finance.network_share",
    "finance.storage_share",
    "finance.facility_capex",
    "finance.wacc",
    "finance.fixed_operations",
    "finance.maintenance",
    "finance.installation_share",
    "cluster.it_overhead",
    "site.pue",
];

/// The run of Grok 2 on the gigafactory, with inputs set.
fn on_gigafactory(settings: &[(&str, String)]) -> Estimate {
    let settings: Vec<_> = settings.iter().map(|(path, text)| (*path, text.as_str())).collect();
    evaluated(run_of("grok-2", "xai-gigafactory"), &settings)
}

/// Planted: choose an MFU, take the time it gives, and find the MFU again.
#[test]
fn the_mfu_can_be_found_again_from_the_time() {
    for mfu in [0.05, 0.375, 1.0] {
        let estimate = on_gigafactory(&[("run.mfu", mfu.to_string())]);
        let found = value(&estimate, "work.compute")
            / value(&estimate, "duration")
            / value(&estimate, "throughput.peak");
        crate::support::close(found, mfu, 1e-10);
    }
}

#[test]
fn what_the_stages_say_is_what_the_figures_say() {
    let estimate = evaluated(year_of("xai-gigafactory"), &[]);
    assert_eq!(estimate.duration().base(), figure(&estimate, "duration").value);
    assert_eq!(estimate.devices().base(), figure(&estimate, "size.devices").value);
    assert_eq!(
        estimate.power().unwrap().facility.peak.base(),
        figure(&estimate, "power.facility.peak").value
    );
    assert_eq!(
        estimate.ownership().unwrap().annuity.total().base(),
        figure(&estimate, "cost.annuity.total").value
    );
}

#[test]
fn the_same_scenario_gives_the_same_bits() {
    let all = || figures(&evaluated(run_of("deepseek-v3", "stargate-10gw"), &[]));
    let bits = |rows: Vec<FigureRow>| {
        rows.iter()
            .map(|row| [row.value, row.range.low, row.range.high].map(f64::to_bits))
            .collect::<Vec<_>>()
    };
    assert_eq!(bits(all()), bits(all()));
}
