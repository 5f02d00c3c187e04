//! The assumptions behind cost: what comes on top of the servers, what money costs, what running costs.

use crate::catalogue::defaults;
use crate::error::{Code, Error};
use crate::provenance::Known;
use crate::quantities::units::{hours, years};
use crate::quantities::*;
use crate::tables::{Domain, figures, inputs};

inputs! {
    /// The assumptions behind cost.
    pub struct Finance {
        /// Share of the network in IT capex.
        network_share, with_network_share: Share, "", Domain::between(0.0, 0.9);
        /// Storage over the price of the servers.
        storage_share, with_storage_share: Share, "", Domain::between(0.0, 5.0);
        /// Service, installation and first software over the price of the servers.
        installation_share, with_installation_share: Share, "", Domain::between(0.0, 5.0);
        /// Facility capex per rated IT power.
        facility_capex, with_facility_capex: PowerPrice, "USD/W", Domain::NOT_NEGATIVE;
        /// Capex of power made on site, per peak facility power.
        /// Generation and substation; zero where the utility supplies.
        site_power_capex, with_site_power_capex: PowerPrice, "USD/W", Domain::NOT_NEGATIVE;
        /// Contingency over the capex of the facility and its own power.
        contingency, with_contingency: Share, "", Domain::between(0.0, 5.0);
        /// Cost of capital, by the year.
        /// Where debt and equity are given, they count instead.
        wacc, with_wacc: AnnualRate, "", Domain::between(0.0, 1.0);
        /// Share of debt in the capital.
        debt_share, with_debt_share: Option<Share>, "", Domain::SHARE;
        /// Interest on debt, by the year, after tax where it counts.
        debt_rate, with_debt_rate: Option<AnnualRate>, "", Domain::between(0.0, 1.0);
        /// Return on equity, by the year.
        equity_rate, with_equity_rate: Option<AnnualRate>, "", Domain::between(0.0, 1.0);
        /// Inflation within the cost of capital, by the year.
        /// Prices here are real: where the cost of capital is nominal, give the inflation in it.
        inflation, with_inflation: AnnualRate, "", Domain::between(-0.5, 1.0);
        /// Annuity payments in a year.
        compounding, with_compounding: Ratio, "", Domain::whole(1.0, 366.0);
        /// Hours in a year of accounts.
        year, with_year: Time, "h", Domain::between(hours(8_000.0).value, hours(9_000.0).value);
        /// Value of the IT at the end of its life, over its price.
        residual, with_residual: Share, "", Domain::SHARE;
        /// Value of the facility at the end of its life, over its price.
        facility_residual, with_facility_residual: Share, "", Domain::SHARE;
        /// Fall of hardware prices for the same performance, in orders of magnitude by the year.
        /// Less than zero where they rise.
        price_decay, with_price_decay: AnnualRate, "", Domain::between(-1.0, 1.0);
        /// Age of the IT when the time begins.
        age, with_age: Time, "yr", Domain::between(0.0, years(50.0).value);
        /// Share of the IT that stands in colocation, and not in an own facility.
        colocated, with_colocated: Share, "", Domain::SHARE;
        /// Rent of rated IT power in colocation.
        colocation_rent, with_colocation_rent: EnergyPrice, "USD/kW/mo", Domain::NOT_NEGATIVE;
        /// Remote hands, support and internet, by device and month.
        fixed_operations, with_fixed_operations: DeviceRent, "USD/device-mo", Domain::NOT_NEGATIVE;
        /// Staff, security and upkeep of an own facility, per rated IT power.
        facility_operations, with_facility_operations: EnergyPrice, "USD/kW/mo", Domain::NOT_NEGATIVE;
        /// Maintenance and repair over IT capex, by the year.
        maintenance, with_maintenance: AnnualRate, "", Domain::between(0.0, 1.0);
        /// Software licences, by device and year.
        software, with_software: DeviceRent, "USD/device-yr", Domain::NOT_NEGATIVE;
        /// Property tax over capex, by the year.
        property_tax, with_property_tax: AnnualRate, "", Domain::between(0.0, 1.0);
        /// Insurance over capex, by the year.
        insurance, with_insurance: AnnualRate, "", Domain::between(0.0, 1.0);
        /// Share of the devices kept as spares.
        spares, with_spares: Share, "", Domain::between(0.0, 0.99);
        /// Share of delivered hours that are sold or used.
        /// Not the load of the hardware.
        sold, with_sold: SoldShare, "", Domain::between(1e-6, 1.0);
        /// Cost of all compute of a development over that of its final run.
        experiments, with_experiments: Ratio, "", Domain::between(1.0, 1e6);
        /// Share of the staff, equity included, in the cost of a development.
        /// Where the staff's cost is given, it counts instead.
        staff_share, with_staff_share: Share, "", Domain::between(0.0, 0.99);
        /// Cost of the staff of a development, equity included.
        staff, with_staff: Option<Money>, "", Domain::NOT_NEGATIVE;
        /// Change of rents by the year.
        rent_drift, with_rent_drift: AnnualRate, "", Domain::between(-0.99, 10.0);
        /// Years that an investment is looked at.
        horizon, with_horizon: f64, "", Domain::whole(1.0, 60.0);
        /// Rent of a device under a lease for the life of the IT.
        lease, with_lease: Option<DeviceRent>, "USD/device-mo", Domain::POSITIVE;
    }
}

impl Finance {
    /// The price of IT without its network over that of the servers.
    pub(crate) fn over_servers(&self) -> f64 {
        1.0 + self.storage_share.get() + self.installation_share.get()
    }

    /// Takes the share of the network in the price of the IT as counted, unless it was given.
    pub(crate) fn take_network(&mut self, counted: Option<Known<Share>>) {
        if let Some(counted) = counted.filter(|_| !self.is_given("network_share")) {
            self.network_share = counted.value;
            self.know("network_share", &counted);
        }
    }

    /// The published defaults of the field, each with its range.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::NETWORK_SHARE,
            defaults::STORAGE_SHARE,
            defaults::INSTALLATION_SHARE,
            defaults::FACILITY_CAPEX,
            defaults::SITE_POWER_CAPEX,
            defaults::CONTINGENCY,
            defaults::WACC,
            None,
            None,
            None,
            defaults::INFLATION,
            defaults::COMPOUNDING,
            defaults::YEAR,
            defaults::RESIDUAL_VALUE,
            defaults::FACILITY_RESIDUAL,
            defaults::PRICE_DECAY,
            defaults::AGE,
            defaults::COLOCATED,
            defaults::COLOCATION_RENT,
            defaults::FIXED_OPERATIONS,
            defaults::FACILITY_OPERATIONS,
            defaults::MAINTENANCE,
            defaults::SOFTWARE,
            defaults::PROPERTY_TAX,
            defaults::INSURANCE,
            defaults::SPARE_SHARE,
            defaults::SOLD_SHARE,
            defaults::EXPERIMENTS_FACTOR,
            defaults::STAFF_SHARE,
            None,
            defaults::RENT_DRIFT,
            defaults::HORIZON,
            None,
        )
    }

    /// Refuses values outside their domain, and a capital of which only a part was given.
    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.check_at(&|| "finance".to_owned())?;
        let parts = [
            ("finance.debt_share", self.debt_share.is_some()),
            ("finance.debt_rate", self.debt_rate.is_some()),
            ("finance.equity_rate", self.equity_rate.is_some()),
        ];
        let missing = parts.iter().find(|(_, given)| !given);
        if self.is_given("wacc") && missing.is_none() {
            let args = [("field", "finance.wacc"), ("of", "finance.debt_share")];
            return Err(Error::new(
                Code::Excludes,
                args.map(|(name, text)| (name, text.to_owned())).to_vec(),
            ));
        }
        match missing {
            Some((field, _)) if parts.iter().any(|(_, given)| *given) => {
                let of = "finance.wacc".to_owned();
                Err(Error::new(Code::Incomplete, vec![("field", (*field).to_owned()), ("of", of)]))
            }
            _ => Ok(()),
        }
    }
}

figures! {
    /// What capital costs.
    pub struct Capital of (finance: &Finance = "finance") {
        /// Cost of capital, by the year, as given or weighted.
        wacc: AnnualRate, "" = weighted(finance.wacc, finance.debt_share, finance.debt_rate, finance.equity_rate);
        /// Cost of capital, real, by the year.
        rate: AnnualRate, "" = real(wacc, finance.inflation);
    }
}

/// The cost of capital: that of debt and equity, weighted, where they are given; else as it stands.
#[must_use]
pub fn weighted(
    wacc: AnnualRate,
    debt: Option<Share>,
    interest: Option<AnnualRate>,
    equity: Option<AnnualRate>,
) -> AnnualRate {
    let (Some(debt), Some(interest), Some(equity)) = (debt, interest, equity) else { return wacc };
    AnnualRate::new(debt.get() * interest.get() + (1.0 - debt.get()) * equity.get())
}

/// The rate without the inflation in it: `(1 + r)/(1 + π) − 1`.
#[must_use]
pub fn real(rate: AnnualRate, inflation: AnnualRate) -> AnnualRate {
    AnnualRate::new((1.0 + rate.get()) / (1.0 + inflation.get()) - 1.0)
}
