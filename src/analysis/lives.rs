//! What an hour would cost at other lives of the IT, and other values at their end.

use crate::cost::Finance;
use crate::error::Error;
use crate::estimate::{Estimate, Scenario};
use crate::quantities::units::years;
use crate::quantities::{DeviceRent, Share};

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
