//! What was announced of Stargate: OpenAI (2025-01-21, 2025-07), Oracle by etcentric and datastudios (2025-07),
//! the Financial Times by techspot (2025-05).

use crate::support::{close, evaluated, value, value_in, year_of};
use wattflop::quantities::Measure;
use wattflop::quantities::units::{billion_usd, gigawatts, usd_per_gigawatt_year, years};

/// 12a: 500 billion USD for 10 GW: 50 billion USD per GW.
#[test]
fn the_programme_costs_50_billion_usd_per_gw() {
    let estimate = evaluated(year_of("stargate-10gw"), &[]);
    close(value_in(&estimate, "size.announced.budget_per_power", "billion USD/GW"), 50.0, 0.1);
}

/// 12c: Oracle's contract: 30 billion USD a year for 4.5 GW, 6.67 billion USD per GW and year.
#[test]
fn oracle_is_paid_6_67_billion_usd_per_gw_and_year() {
    let price = billion_usd(30.0) / (gigawatts(4.5) * years(1.0));
    close(price.base(), usd_per_gigawatt_year(6.67e9).base(), 1.0);
}

/// 12d: Abilene: 40 billion USD for some 400,000 GB200, 100,000 USD each.
#[test]
fn a_gb200_of_abilene_costs_100_000_usd() {
    let chips = value(&evaluated(year_of("stargate-abilene"), &[]), "size.chips.devices");
    close(billion_usd(40.0).base() / chips, 100_000.0, 1.0);
}
