//! Carbon by every basis, its price, and what servers and building took to make.

use crate::support::{close, evaluated, value, value_in, year_of};
use wattflop::analysis::figures;
use wattflop::estimate::Estimate;

/// The mission's cluster for a year, under settings.
fn gigafactory(settings: &[(&str, &str)]) -> Estimate {
    evaluated(year_of("xai-gigafactory"), settings)
}

/// GHG Protocol, Scope 2 Guidance: both bases are the same energy, by their own factor; the market's leaves the location's.
#[test]
fn every_basis_is_the_same_energy_by_its_own_intensity() {
    let settings = [("site.market_carbon", "20 gCO2e/kWh"), ("site.marginal_carbon", "0.6 kg/kWh")];
    let (with, without) = (gigafactory(&settings), gigafactory(&[]));
    let energy = value_in(&with, "energy.facility", "MWh");
    close(value_in(&with, "carbon.market", "tCO2e"), energy * 0.020, 1e-9);
    close(value_in(&with, "carbon.marginal", "tCO2e"), energy * 0.6, 1e-9);
    close(value(&with, "carbon.operational"), value(&without, "carbon.operational"), 1e-12);
    let paths: Vec<_> = figures(&without).into_iter().map(|row| row.path).collect();
    for unknown in ["carbon.market", "carbon.marginal"] {
        assert!(!paths.iter().any(|path| path == unknown), "{unknown} without an intensity");
    }
}

/// A price of 80 USD on a tonne is 80 USD for each tonne emitted by location, in the running cost and so in the TCO.
#[test]
fn a_carbon_price_is_paid_on_every_tonne_emitted() {
    let (with, without) = (gigafactory(&[("site.carbon_price", "80 USD/tCO2e")]), gigafactory(&[]));
    let paid = value_in(&with, "carbon.operational", "tCO2e") * 80.0;
    close(value(&with, "cost.running.carbon"), paid, 1e-9);
    close(value(&with, "cost.annuity.total") - value(&without, "cost.annuity.total"), paid, 1e-6);
    close(value(&without, "cost.running.carbon"), 0.0, 0.0);
}

/// NVIDIA HGX H100 PCF summary: 1,312 kg for a baseboard of eight, 164 kg a device. A whole server of 4 t (bounded, two to
/// four times its baseboard) leaves 336 kg a device for the rest; a building of 0.7 t a kW of IT stands for 20 years.
#[test]
fn servers_and_building_are_counted_beside_the_devices() {
    let estimate = gigafactory(&[("cluster.it_life", "5 yr"), ("cluster.facility_life", "20 yr")]);
    let devices = 100_000.0;
    close((value_in(&estimate, "carbon.servers", "t") + devices * 0.164) * 8.0 / devices, 4.0, 0.1);
    let building = value_in(&estimate, "power.it.rated", "kW") * 0.7;
    close(value_in(&estimate, "carbon.building", "t"), building, 1e-9);
    let written_off = value_in(&estimate, "carbon.servers", "t") / 5.0 + building / 20.0;
    close(value_in(&estimate, "carbon.built_amortised", "t"), written_off, 1e-9);
}
