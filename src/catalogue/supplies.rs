//! Where electricity comes from: kinds of source, and the supplies of named sites as mixes of them.
//!
//! US agencies (public domain), IPCC, UNECE, Lazard, press. What has no figure is blank.

use super::rows::{PowerSourceRow, SupplyRow};
use super::sources::*;
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::units::*;
use crate::quantities::*;

static TURBINE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&REOPT_CHP],
    note: remark!(
        "Combustion turbine by size, of the higher heating value: 2-3.5 MW 0.236, 3.5-5 0.2555, 5-8 0.284, 8-10 0.300, 10-15 0.3055, 15-25 MW 0.332; larger ones 9,142 Btu/kWh (0.373), unchecked"
    ),
};
static ENGINE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&REOPT_CHP],
    note: remark!("Gas engine, of the higher heating value: 1-2 MW 0.385, 2-3 MW 0.403, 3-4.5 MW 0.405"),
};
static COMBINED_CYCLE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&EIA_PLANTS],
    note: remark!("Heat rates of 6,266 Btu/kWh (H-class, 2x2x1), 6,226 and 6,431, unchecked"),
};
static UPKEEP_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&REOPT_CHP],
    note: remark!(
        "Operation and maintenance: turbine of 15-25 MW 0.011, gas engine of 3-4.5 MW 0.015; their ends are assumed. Its capital is finance.site_power_capex: 1,485 USD/kW for such a turbine, 1,729 for the engine"
    ),
};
static LIFE_CYCLE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&IPCC_AR5, &UNECE_2021],
    note: remark!(
        "Medians of the IPCC as others quote them; its ends, unchecked, are of all studies. Hydropower's ends are those of UNECE"
    ),
};
static NO_FUEL_EVIDENCE: Evidence =
    Evidence { grade: Grade::Specified, sources: &[&IPCC_AR5], note: remark!("Burns nothing") };
static LAZARD_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&LAZARD_2025],
    note: remark!(
        "Levelised cost without subsidies: the middle and both ends. A contract may ask more or less"
    ),
};
static LAZARD_NUCLEAR_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&LAZARD_2023],
    note: remark!("Levelised cost of a new plant: the middle and both ends. One that stands asks less"),
};
static WATER_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&MACKNICK_2012],
    note: remark!(
        "Medians in gallons a MWh: combined cycle 205 with a tower, 100 once-through, 240 with a pond; nuclear 672, 269, 610; hydropower 4,491, of its reservoirs; photovoltaics 1; wind 0"
    ),
};
static TURBINE_WATER_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&MELDRUM_2013],
    note: remark!("50 gallons a MWh, up to 340, unchecked; a dry turbine consumes none"),
};

/// What burns nothing emits nothing at the stack.
const NO_STACK: Known<CarbonIntensity> = Known::exact(grams_co2e_per_kwh(0.0), &NO_FUEL_EVIDENCE);

/// An intensity by life cycle, in grams a kWh.
const fn life_cycle(low: f64, median: f64, high: f64) -> Known<CarbonIntensity> {
    let [low, median, high] = [grams_co2e_per_kwh(low), grams_co2e_per_kwh(median), grams_co2e_per_kwh(high)];
    Known::between(low, median, high, Shape::Lognormal, &LIFE_CYCLE_EVIDENCE)
}

/// A price in dollars a kWh.
const fn price(low: f64, middle: f64, high: f64, evidence: &'static Evidence) -> Known<EnergyPrice> {
    let [low, middle, high] = [usd_per_kwh(low), usd_per_kwh(middle), usd_per_kwh(high)];
    Known::between(low, middle, high, Shape::Lognormal, evidence)
}

/// Water in litres a kWh.
const fn water(
    low: f64,
    median: f64,
    high: f64,
    shape: Shape,
    evidence: &'static Evidence,
) -> Known<WaterIntensity> {
    let [low, median, high] = [litres_per_kwh(low), litres_per_kwh(median), litres_per_kwh(high)];
    Known::between(low, median, high, shape, evidence)
}

/// An efficiency, of the higher heating value.
const fn efficiency(low: f64, middle: f64, high: f64, evidence: &'static Evidence) -> Known<Share> {
    let [low, middle, high] = [Share::new(low), Share::new(middle), Share::new(high)];
    Known::between(low, middle, high, Shape::LogitNormal, evidence)
}

/// The source that takes price, carbon and water of the site's grid.
pub const GRID_SOURCE: &str = "grid";

/// Every kind of source.
pub static POWER_SOURCES: &[PowerSourceRow] = &[
    PowerSourceRow {
        id: GRID_SOURCE,
        name: "The site's grid",
        is_on_site: false,
        efficiency: None,
        carbon: None,
        direct_carbon: None,
        price: None,
        water: None,
    },
    PowerSourceRow {
        id: "gas-turbine",
        name: "Gas turbine, simple cycle, 15 to 25 MW",
        is_on_site: true,
        efficiency: Some(efficiency(0.3055, 0.332, 0.373, &TURBINE_EVIDENCE)),
        carbon: None,
        direct_carbon: None,
        price: Some(price(0.008, 0.011, 0.015, &UPKEEP_EVIDENCE)),
        water: Some(water(0.0, 0.19, 1.29, Shape::Uniform, &TURBINE_WATER_EVIDENCE)),
    },
    PowerSourceRow {
        id: "gas-turbine-small",
        name: "Gas turbine, simple cycle, 2 to 3.5 MW",
        is_on_site: true,
        efficiency: Some(efficiency(0.22, 0.236, 0.2555, &TURBINE_EVIDENCE)),
        carbon: None,
        direct_carbon: None,
        price: None,
        water: Some(water(0.0, 0.19, 1.29, Shape::Uniform, &TURBINE_WATER_EVIDENCE)),
    },
    PowerSourceRow {
        id: "gas-engine",
        name: "Gas engine, 2 to 4.5 MW",
        is_on_site: true,
        efficiency: Some(efficiency(0.385, 0.403, 0.405, &ENGINE_EVIDENCE)),
        carbon: None,
        direct_carbon: None,
        price: Some(price(0.011, 0.015, 0.020, &UPKEEP_EVIDENCE)),
        water: None,
    },
    PowerSourceRow {
        id: "combined-cycle",
        name: "Gas, combined cycle",
        is_on_site: true,
        efficiency: Some(efficiency(0.5306, 0.5446, 0.5481, &COMBINED_CYCLE_EVIDENCE)),
        carbon: None,
        direct_carbon: None,
        price: None,
        water: Some(water(0.379, 0.776, 0.908, Shape::Lognormal, &WATER_EVIDENCE)),
    },
    PowerSourceRow {
        id: "solar",
        name: "Solar, photovoltaics of utilities",
        is_on_site: false,
        efficiency: None,
        carbon: Some(life_cycle(18.0, 48.0, 180.0)),
        direct_carbon: Some(NO_STACK),
        price: Some(price(0.038, 0.058, 0.078, &LAZARD_EVIDENCE)),
        water: Some(water(0.003_785, 0.003_785, 0.003_785, Shape::Exact, &WATER_EVIDENCE)),
    },
    PowerSourceRow {
        id: "wind",
        name: "Wind on land",
        is_on_site: false,
        efficiency: None,
        carbon: Some(life_cycle(7.0, 11.0, 56.0)),
        direct_carbon: Some(NO_STACK),
        price: Some(price(0.037, 0.0615, 0.086, &LAZARD_EVIDENCE)),
        water: Some(water(0.0, 0.0, 0.0, Shape::Exact, &WATER_EVIDENCE)),
    },
    PowerSourceRow {
        id: "hydro",
        name: "Hydropower",
        is_on_site: false,
        efficiency: None,
        carbon: Some(life_cycle(6.0, 24.0, 147.0)),
        direct_carbon: Some(NO_STACK),
        price: None,
        water: Some(water(17.0, 17.0, 17.0, Shape::Exact, &WATER_EVIDENCE)),
    },
    PowerSourceRow {
        id: "nuclear",
        name: "Nuclear, under contract",
        is_on_site: false,
        efficiency: None,
        carbon: Some(life_cycle(3.7, 12.0, 110.0)),
        direct_carbon: Some(NO_STACK),
        price: Some(price(0.141, 0.181, 0.221, &LAZARD_NUCLEAR_EVIDENCE)),
        water: Some(water(1.018, 2.544, 2.544, Shape::Lognormal, &WATER_EVIDENCE)),
    },
];

/// Every named supply. Nobody published their energy: the shares are those of capacity.
pub static SUPPLIES: &[SupplyRow] = &[
    SupplyRow {
        id: "memphis-2024-07",
        name: "Memphis, July 2024: gas engines beside 8 MW of grid",
        parts: &[("gas-engine", 35.0 / 43.0), (GRID_SOURCE, 8.0 / 43.0)],
        evidence: Evidence {
            grade: Grade::Assumed,
            sources: &[&ATERIO_COLOSSUS, &WONDERFUL_COLOSSUS],
            note: remark!(
                "By capacity: 14 generators of 2.5 MW, taken for gas engines, and 8 MW of grid. What each delivered was not published"
            ),
        },
    },
    SupplyRow {
        id: "memphis-2024",
        name: "Memphis, August 2024 to April 2025: turbines before the substation",
        parts: &[("gas-turbine", 64.0 / 149.0), ("gas-engine", 35.0 / 149.0), (GRID_SOURCE, 50.0 / 149.0)],
        evidence: Evidence {
            grade: Grade::Assumed,
            sources: &[&ATERIO_COLOSSUS, &MEMPHIS_FLYER_XAI, &WONDERFUL_COLOSSUS],
            note: remark!(
                "By the capacity of August 2024: four turbines of 16 MW, 14 generators of 2.5 MW, taken for gas engines, and 50 MW of grid. Up to 35 turbines of 422 MW were counted in April 2025; the substation brought 150 MW on 2025-05-01. What each delivered was not published"
            ),
        },
    },
    SupplyRow {
        id: "abilene-permit",
        name: "Abilene: the gas plant of the permit beside the grid",
        parts: &[("gas-turbine", 360.5 / 1180.0), (GRID_SOURCE, 819.5 / 1180.0)],
        evidence: Evidence {
            grade: Grade::Assumed,
            sources: &[&BUSINESS_INSIDER_ABILENE, &EPOCH_DATA_CENTERS],
            note: remark!(
                "Ten simple-cycle turbines of 360.5 MW in all at full output, of a facility of 1,180 MW; half of them are larger than the kind taken here. The permit is for primary and backup power: they may run far less"
            ),
        },
    },
];
