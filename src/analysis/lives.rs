//! What an hour would cost at other lives of the IT, and other values at their end; what a purchase would be worth at other
//! drifts of rents.

use crate::cost::{Finance, Worth};
use crate::error::Error;
use crate::estimate::{Estimate, Scenario};
use crate::quantities::units::years;
use crate::quantities::{AnnualRate, DeviceRent, Share};

/// Lives that are looked at, in years: from what sceptics to what accountants of the largest clouds say.
const YEARS: [f64; 6] = [2.0, 3.0, 4.0, 5.0, 6.0, 8.0];
/// Values at the end, over the price.
pub const RESIDUALS: [f64; 4] = [0.0, 0.1, 0.2, 0.3];

/// The cost of a device-hour, owned as an annuity, by life of the IT and value at its end.
#[derive(Clone, Debug)]
pub struct Lives {
    /// A life in years, and the cost at each of [`RESIDUALS`].
    pub rows: Vec<(f64, [DeviceRent; 4])>,
}

/// What an hour of a device costs by life and resale.
///
/// # Errors
/// When the price or the TDP of a device is not known.
pub fn lives(estimate: &Estimate) -> Result<Lives, Error> {
    let at = |life: f64, residual: f64| {
        let mut scenario: Scenario = estimate.scenario.clone();
        scenario.cluster = scenario.cluster.with_it_life(years(life));
        let finance: Finance = scenario.finance.as_ref().clone();
        let changed = scenario.with_finance(finance.with_residual(Share::new(residual))).evaluate()?;
        Ok::<_, Error>(changed.ownership()?.annuity.hour.total)
    };
    let row = |life: f64| {
        let [a, b, c, d] = RESIDUALS.map(|residual| at(life, residual));
        Ok((life, [a?, b?, c?, d?]))
    };
    Ok(Lives { rows: YEARS.into_iter().map(row).collect::<Result<_, Error>>()? })
}

/// Changes of rents by the year that are looked at: what the past shows, either way.
const DRIFTS: [f64; 6] = [-0.4, -0.3, -0.15, 0.0, 0.15, 0.4];

/// What an investment is worth where rents drift so.
#[derive(Clone, Copy, Debug)]
pub struct Drift {
    /// The change of rents by the year.
    pub by_year: f64,
    /// What the investment is worth.
    pub worth: Worth,
}

/// What the investment is worth by the drift of rents.
///
/// # Errors
/// When price, TDP or rent of a device are not known.
pub fn drifts(estimate: &Estimate) -> Result<Vec<Drift>, Error> {
    let at = |by_year: f64| {
        let scenario = estimate.scenario.clone();
        let finance = Finance::clone(&scenario.finance).with_rent_drift(AnnualRate::new(by_year));
        let changed = scenario.with_finance(finance).evaluate()?;
        let worth = changed.decision()?.investment.as_ref().map(|investment| investment.worth);
        Ok(Drift { by_year, worth: worth.ok_or_else(|| changed.missing_input("rent"))? })
    };
    DRIFTS.into_iter().map(at).collect()
}
