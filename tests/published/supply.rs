//! Where electricity comes from: what gas emits by its turbine, and the sites that ran on turbines before their substation.

use crate::support::{close, evaluated, value, value_in, year_of};
use wattflop::analysis::figures;
use wattflop::catalogue::{POWER_SOURCES, SUPPLIES, find};
use wattflop::estimate::Estimate;
use wattflop::quantities::Measure;
use wattflop::report::Locale;

/// A year of a cluster under settings.
fn year(cluster: &str, settings: &[(&str, &str)]) -> Estimate {
    evaluated(year_of(cluster), settings)
}

/// A year of the mission's cluster on one kind of source.
fn on(kind: &str) -> Estimate {
    year("xai-gigafactory", &[("site.sources.0.kind", kind), ("site.grid", "us-srtv")])
}

/// What a source emits for a kilowatt-hour, in grams.
fn grams(estimate: &Estimate, figure: &str) -> f64 {
    let energy = value_in(estimate, "supply.sources.0.energy", "kWh");
    value_in(estimate, &format!("supply.sources.0.{figure}"), "kgCO2e") * 1e3 / energy
}

fn has(estimate: &Estimate, path: &str) -> bool {
    figures(estimate).iter().any(|row| row.path == path)
}

/// EPA 40 CFR 98 Table C-1: 53.06 kg of CO2 a MMBtu; NREL REopt by the higher heating value: 0.332 at 15 to 25 MW, 0.236 at 2 to
/// 3.5 MW, gas engines of 2 to 3 MW 0.403. A kilowatt-hour is 3,412.14 Btu.
#[test]
fn gas_emits_its_carbon_over_the_efficiency() {
    for (kind, efficiency, grams_a_kwh) in
        [("gas-turbine", 0.332, 545.0), ("gas-turbine-small", 0.236, 767.0), ("gas-engine", 0.403, 449.0)]
    {
        let emitted = grams(&on(kind), "direct");
        close(emitted, 53.06 * 3.412_14 / efficiency, 1e-3);
        close(emitted, grams_a_kwh, 0.1);
    }
}

/// UNECE (2021): a combined cycle emits 403 to 513 g CO2e a kWh by life cycle; IPCC AR5, Annex III: 490 in the median. EIA: 6,266 Btu
/// a kWh, so that burning alone emits 332 g.
#[test]
fn a_combined_cycle_emits_by_life_cycle_what_is_published() {
    let estimate = on("combined-cycle");
    close(grams(&estimate, "direct"), 53.06 * 6.266, 0.1);
    assert!((403.0..513.0).contains(&grams(&estimate, "life_cycle")));
}

/// EPA, limits on new turbines as Burns & McDonnell quote them: 1,170 lb of CO2 a MWh at intermediate load, 531 g a kWh; the
/// method's 530 to 700 g for turbines on site. A MMBtu at 3.84 USD (EIA) over 0.332 is 0.0395 USD a kWh, and 0.011 of upkeep.
#[test]
fn a_turbine_burns_and_costs_what_its_heat_rate_says() {
    let estimate = on("gas-turbine");
    assert!((530.0..700.0).contains(&grams(&estimate, "direct")));
    let energy = value_in(&estimate, "supply.energy", "kWh");
    close(value_in(&estimate, "supply.fuel", "MMBtu") * 1e6 / energy, 3_412.14 / 0.332, 1e-3);
    close(value(&estimate, "cost.energy.charge") / energy, 3.84 * 3_412.14e-6 / 0.332 + 0.011, 1e-3);
}

/// Aterio: 8 MW of grid and 14 gas engines of 2.5 MW in July 2024; 50 MW of grid, the engines and four turbines of 16 MW from August.
/// eGRID2023: 409.7 g a kWh in the Tennessee Valley.
#[test]
fn memphis_before_its_substation_emits_more_than_its_grid() {
    let grid = value_in(&year("colossus-1", &[]), "carbon.operational", "tCO2e");
    for (supply, grams_a_kwh) in [
        ("memphis-2024-07", (35.0 * 449.26 + 8.0 * 409.7) / 43.0),
        ("memphis-2024", (64.0 * 545.33 + 35.0 * 449.26 + 50.0 * 409.7) / 149.0),
    ] {
        let estimate = year("colossus-1", &[("site.supply", supply)]);
        close(value_in(&estimate, "supply.carbon", "gCO2e/kWh"), grams_a_kwh, 0.01);
        close(value_in(&estimate, "carbon.operational", "tCO2e") / grid, grams_a_kwh / 409.7, 0.01);
        assert!((409.7..545.4).contains(&grams_a_kwh));
    }
}

/// Business Insider on the permit: ten simple-cycle turbines of 360.5 MW; Epoch AI: a facility of 1,180 MW. eGRID2023: 334.1 g in Texas.
#[test]
fn abilene_burns_gas_for_its_share() {
    let estimate = year("stargate-abilene", &[("site.supply", "abilene-permit")]);
    close(
        value(&estimate, "supply.sources.0.energy") / value(&estimate, "energy.facility"),
        360.5 / 1180.0,
        1e-9,
    );
    let mixed = (360.5 * 545.33 + 819.5 * 334.1) / 1180.0;
    close(value_in(&estimate, "supply.carbon", "gCO2e/kWh"), mixed, 0.01);
}

/// EIA: batteries of the United States gave back 82 % in 2019. What a tenth of the energy loses is made by the sources.
#[test]
fn batteries_lose_what_they_do_not_give_back() {
    let settings = [("site.sources.0.kind", "gas-turbine"), ("site.stored", "0.1")];
    let estimate = year("xai-gigafactory", &settings);
    let facility = value(&estimate, "energy.facility");
    close(value(&estimate, "supply.lost") / facility, 0.1 / 0.82 - 0.1, 1e-9);
    close(value(&estimate, "supply.energy") / facility, 0.9 + 0.1 / 0.82, 1e-9);
    let without = year("xai-gigafactory", &[("site.sources.0.kind", "gas-turbine")]);
    for path in ["carbon.operational", "cost.energy.charge"] {
        close(value(&estimate, path) / value(&without, path), 0.9 + 0.1 / 0.82, 1e-9);
    }
}

/// Figures of a source are called by its kind.
#[test]
fn figures_name_their_source() {
    let estimate = year("colossus-1", &[("site.supply", "memphis-2024")]);
    let label = |path: &str| {
        wattflop::report::words::figure_label(&crate::support::figure(&estimate, path), Locale::En)
    };
    assert_eq!(label("supply.sources.0.energy"), "Energy of the source, gas-turbine");
    assert_eq!(label("supply.sources.2.cost"), "Cost of the source's energy, grid");
    assert_eq!(label("supply.cost"), "Cost of the mix's energy");
}

/// A demand charge is on all of the peak, unless sources on site are said to cover a part of it.
#[test]
fn a_demand_charge_is_on_what_the_site_does_not_cover() {
    let charge = ("site.demand_charge", "10 USD/kW/mo");
    let supply = ("site.supply", "memphis-2024");
    let demand = |settings: &[(&str, &str)]| value(&year("colossus-1", settings), "cost.energy.demand");
    close(demand(&[charge, supply]), demand(&[charge]), 1e-9);
    close(demand(&[charge, supply, ("site.covered_peak", "0.4")]), 0.6 * demand(&[charge]), 1e-9);
}

/// What has no figure is left out and named, never zero: the water of gas engines, the price of small turbines.
#[test]
fn what_is_not_known_of_a_source_is_left_out() {
    let engines = year("colossus-1", &[("site.supply", "memphis-2024")]);
    assert!(!has(&engines, "water.upstream") && has(&engines, "water.onsite"));
    let told =
        year("colossus-1", &[("site.supply", "memphis-2024"), ("site.sources.1.upstream_water", "0 L/kWh")]);
    assert!(has(&told, "water.upstream"));
    let small = on("gas-turbine-small");
    assert!(!has(&small, "cost.energy.charge") && has(&small, "carbon.operational"));
}

/// The bases are never added to each other: on a grid counted at its stacks the mix has no sum by life cycle, and the other way round.
#[test]
fn direct_and_life_cycle_carbon_are_not_added() {
    let settings = [("site.supply", "memphis-2024")];
    let direct = year("colossus-1", &settings);
    assert!(has(&direct, "supply.direct") && !has(&direct, "supply.life_cycle"));
    close(value(&direct, "carbon.operational"), value(&direct, "supply.direct"), 1e-9);
    let life_cycle = year("colossus-1", &[settings[0], ("site.grid", "usa")]);
    assert!(has(&life_cycle, "supply.life_cycle") && !has(&life_cycle, "supply.direct"));
    close(value(&life_cycle, "carbon.operational"), value(&life_cycle, "supply.life_cycle"), 1e-9);
    let compared = wattflop::analysis::compare(&[
        crate::support::with(year_of("colossus-1"), &settings),
        crate::support::with(
            year_of("meta-24k"),
            &[
                ("site.sources.0.kind", "wind"),
                ("site.sources.0.share", "0.2"),
                ("site.sources.1.kind", "grid"),
            ],
        ),
    ])
    .unwrap();
    assert!(compared.sides.iter().all(|side| has(side, "supply.life_cycle") && !has(side, "supply.direct")));
}

#[test]
fn named_supplies_are_whole_and_of_known_sources() {
    for row in SUPPLIES {
        row.parts.iter().for_each(|(kind, _)| _ = find(POWER_SOURCES, kind).unwrap());
        close(row.parts.iter().map(|(_, share)| share).sum(), 1.0, 1e-9);
    }
    for row in POWER_SOURCES {
        let Some(known) = row.carbon else { continue };
        assert!(
            known.low.base() <= known.value.base() && known.value.base() <= known.high.base(),
            "{}",
            row.id
        );
    }
}
