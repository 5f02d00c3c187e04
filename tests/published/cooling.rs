//! PUE and water by cooling, climate and load.

use crate::support::{close, evaluated, value, value_in, year_of};
use wattflop::estimate::Estimate;

fn site(settings: &[(&str, &str)]) -> Estimate {
    evaluated(year_of("xai-gigafactory"), settings)
}

fn pue(estimate: &Estimate) -> f64 {
    value(estimate, "power.facility.average") / value(estimate, "power.it.average")
}

/// Lei, Lu, Shehabi and Masanet (2025), Resources, Conservation and Recycling 219, 108310: medians of their data by design and
/// climate; NREL's site in Colorado, of warm water without chillers, measured 1.034 to 1.04.
#[test]
fn cooling_and_climate_give_pue_and_water() {
    for (cooling, climate, [effectiveness, litres]) in [
        ("air-economizer", "2a", [1.218, 1.46]),
        ("air-economizer", "6b", [1.112, 0.07]),
        ("air-tower", "3a", [1.130, 2.20]),
        ("liquid-dry", "3a", [1.098, 0.16]),
        ("liquid-tower", "unknown", [1.133, 1.97]),
        ("air-chiller", "unknown", [1.840, 0.06]),
    ] {
        let estimate = site(&[("site.cooling", cooling), ("site.climate", climate)]);
        close(pue(&estimate), effectiveness, 1e-9);
        let water = value_in(&estimate, "water.onsite", "L") / value_in(&estimate, "energy.it", "kWh");
        close(water, litres, 1e-9);
    }
}

/// A PUE that is given stands above that of the cooling, whatever comes first.
#[test]
fn what_is_given_stands_above_the_cooling() {
    let [before, after] = [("site.pue", "1.3"), ("site.cooling", "liquid-dry")].map(|setting| setting);
    for settings in [[before, after], [after, before]] {
        close(pue(&site(&settings)), 1.3, 1e-9);
    }
}

/// Servers that a liquid cools have no fans: what they draw beside their devices is that of MLPerf Power's.
#[test]
fn liquid_cooling_takes_the_fans_out_of_the_servers() {
    let [air, liquid] = ["air-dry", "liquid-dry"].map(|cooling| site(&[("site.cooling", cooling)]));
    let highest = |estimate: &Estimate| value_in(estimate, "power.device.0.highest", "W/device") / 1.1;
    close(highest(&air), 700.0 + 0.6 * 575.0, 1e-9);
    close(highest(&liquid), 700.0 + 0.265 * 575.0, 1e-9);
}

/// Sharma et al. (2017), MGHPCC in Holyoke: 1.37 to 1.29 at a tenth of its load, with chilled water, towers and free cooling.
#[test]
fn a_fixed_overhead_raises_the_pue_at_part_load() {
    let at = |load: &str, fixed: &str| {
        let settings = [("site.pue", "1.113"), ("site.fixed_overhead", fixed), ("cluster.load", load)];
        pue(&site(&settings))
    };
    close(at("0.1", "0"), 1.113, 1e-9);
    close(at("1", "0.2"), 1.113, 1e-9);
    assert!((1.29..=1.37).contains(&at("0.1", "0.2")), "{}", at("0.1", "0.2"));
}
