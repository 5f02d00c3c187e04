//! Where a cluster stands: its grid, its cooling, its water.

use super::Supply;
use crate::catalogue::{
    CLIMATES, COOLINGS, CarbonBasis, ClimateRow, CoolingRow, GRID, GridRow, Row, defaults, find,
};
use crate::error::Error;
use crate::provenance::{Evidence, Known, Shape};
use crate::quantities::*;
use crate::tables::{Choice, Domain, InputVisitor, inputs};

inputs! {
    /// Where a cluster stands.
    pub struct Site [
        grid: &'static GridRow,
        cooling: Option<&'static CoolingRow>,
        climate: Option<&'static ClimateRow>,
        on_country_basis: bool, supply: Option<Box<Supply>>] {
        /// Power usage effectiveness, averaged over the year.
        pue, with_pue: Pue, "", Domain::between(1.0, 5.0);
        /// Share of the facility's overhead at rated IT power that stays at any load.
        /// None, where the power usage effectiveness is that of the load the site has.
        fixed_overhead, with_fixed_overhead: Share, "", Domain::SHARE;
        /// Peak facility power over rated IT power.
        peak_overhead, with_peak_overhead: PeakOverhead, "", Domain::between(1.0, 5.0);
        /// Price of electricity.
        electricity, with_electricity: EnergyPrice, "", Domain::NOT_NEGATIVE;
        /// Share of the energy that is drawn in peak hours.
        peak_share, with_peak_share: Share, "", Domain::SHARE;
        /// Price of electricity in peak hours over that in others.
        /// The price of electricity is that of the others; one, where all hours cost the same.
        peak_price, with_peak_price: Ratio, "", Domain::between(0.0, 100.0);
        /// Demand charge on the peak of the facility.
        demand_charge, with_demand_charge: EnergyPrice, "USD/kW/mo", Domain::NOT_NEGATIVE;
        /// Carbon intensity of the grid, location-based average.
        carbon, with_carbon: Option<CarbonIntensity>, "", Domain::NOT_NEGATIVE;
        /// Carbon intensity of the electricity by market: by contracts and certificates.
        market_carbon, with_market_carbon: Option<CarbonIntensity>, "", Domain::NOT_NEGATIVE;
        /// Carbon intensity of the grid at the margin: of the plants that run for what is added.
        marginal_carbon, with_marginal_carbon: Option<CarbonIntensity>, "", Domain::NOT_NEGATIVE;
        /// Price of carbon, on what the electricity emits by location.
        carbon_price, with_carbon_price: CarbonPrice, "USD/tCO2e", Domain::NOT_NEGATIVE;
        /// Water consumed on site per IT energy (WUE).
        wue, with_wue: WaterIntensity, "", Domain::NOT_NEGATIVE;
        /// Water consumed to make the electricity.
        upstream_water, with_upstream_water: WaterIntensity, "", Domain::NOT_NEGATIVE;
    }
}

/// The choice of a site's grid.
static GRID_CHOICE: Choice = Choice { name: "grid", label: "Grid" };

/// The choice of a site's cooling.
static COOLING_CHOICE: Choice = Choice { name: "cooling", label: "Cooling" };
/// The choice of the climate it stands in.
static CLIMATE_CHOICE: Choice = Choice { name: "climate", label: "Climate" };
/// The cooling and climate of a site of which nothing is said.
const UNKNOWN: &str = "unknown";

/// Assumed: how far a year's average intensity spreads with the year and the method.
const CARBON_SPREAD: (f64, f64) = (0.85, 1.15);
/// How far a site's price spreads about its grid's industrial average (Epoch AI: 0.6 to 1.7).
const PRICE_SPREAD: (f64, f64) = (0.6, 1.7);

impl Site {
    /// A site on a grid, with the default PUE and water.
    #[must_use]
    pub fn on(grid: &'static GridRow) -> Self {
        Self::from_known(
            grid,
            None,
            None,
            false,
            None,
            defaults::PUE,
            defaults::FIXED_OVERHEAD,
            defaults::PEAK_OVERHEAD,
            electricity(grid),
            defaults::PEAK_SHARE,
            defaults::PEAK_PRICE,
            defaults::DEMAND_CHARGE,
            carbon(grid),
            None,
            None,
            defaults::CARBON_PRICE,
            defaults::WUE,
            defaults::UPSTREAM_WATER,
        )
    }

    /// A site on the grid of this id.
    ///
    /// # Errors
    /// When there is no such grid.
    pub fn preset(id: &str) -> Result<Self, Error> {
        find(GRID, id).map(Self::on)
    }

    /// The grid it stands on.
    #[must_use]
    pub const fn grid(&self) -> &'static GridRow {
        self.grid
    }

    /// The mix of sources that it draws from, where that is not its grid alone.
    #[must_use]
    pub fn supply(&self) -> Option<&Supply> {
        self.supply.as_deref()
    }

    /// The same with a mix of sources; without sources, on its grid alone.
    #[must_use]
    pub fn with_supply(mut self, supply: Supply) -> Self {
        self.supply = (!supply.sources().is_empty()).then(|| Box::new(supply));
        self
    }

    /// How it is cooled, where that is known.
    #[must_use]
    pub const fn cooling(&self) -> Option<&'static CoolingRow> {
        self.cooling
    }

    /// The climate it stands in, where that is known.
    #[must_use]
    pub const fn climate(&self) -> Option<&'static ClimateRow> {
        self.climate
    }

    /// The same with a way of cooling, such as `liquid-dry`, in a climate zone, such as `3a`, or in any: PUE and water on site are
    /// those of its design, unless they were given.
    ///
    /// # Errors
    /// When there is no such way of cooling or climate zone: names the nearest.
    pub fn with_cooling(self, cooling: &str, climate: Option<&str>) -> Result<Self, Error> {
        let climate = climate.map(|id| find(CLIMATES, id)).transpose()?;
        Ok(self.cooled(Some(find(COOLINGS, cooling)?), climate))
    }

    /// Takes PUE and water of a design, unless they were given; those of the field, where none is known.
    fn cooled(mut self, cooling: Option<&'static CoolingRow>, climate: Option<&'static ClimateRow>) -> Self {
        (self.cooling, self.climate) = (cooling, climate);
        let place = climate.and_then(|row| CLIMATES.iter().position(|known| known.id == row.id));
        let pue = cooling.map_or(defaults::PUE, |row| row.pue_in(place));
        let wue = cooling.map_or(defaults::WUE, |row| row.wue_in(place));
        if !self.is_given("pue") {
            self.pue = pue.value;
            self.know("pue", &pue);
        }
        if !self.is_given("wue") {
            self.wue = wue.value;
            self.know("wue", &wue);
        }
        self
    }

    /// The same with the sources of electricity of another site.
    pub(crate) fn with_supply_of(mut self, other: &Self) -> Self {
        self.supply.clone_from(&other.supply);
        self
    }

    /// What its carbon intensity counts.
    #[must_use]
    pub const fn carbon_basis(&self) -> CarbonBasis {
        if self.on_country_basis { CarbonBasis::LifeCycle } else { self.grid.basis }
    }

    /// The year of its carbon intensity, where that is the catalogue's.
    #[must_use]
    pub fn carbon_year(&self) -> Option<u16> {
        let country = || find(GRID, self.grid.country).ok();
        let row = if self.on_country_basis { country()? } else { self.grid };
        row.carbon_year.filter(|_| !self.is_given("carbon"))
    }

    /// Whether the catalogue has a price of electricity for its grid, or for the country or union around it.
    #[must_use]
    pub(crate) fn has_own_price(&self) -> bool {
        priced(self.grid).is_some()
    }

    /// The same with the carbon intensity of its country rather than of its state or subregion.
    #[must_use]
    pub(crate) fn on_country_basis(mut self) -> Self {
        if let Ok(country) = find(GRID, self.grid.country)
            && !self.is_given("carbon")
        {
            let known = carbon(country);
            self.carbon = known.map(|known| known.value);
            if let Some(known) = known {
                self.know("carbon", &known);
            }
            self.on_country_basis = true;
        }
        self
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        if let Some(id) = visitor.choice(&GRID_CHOICE, self.grid.id) {
            let mut other = Self::preset(&id)?;
            other.keep_given(self);
            other.supply = self.supply.take();
            *self = other.cooled(self.cooling, self.climate);
        }
        let cooling = visitor.choice(&COOLING_CHOICE, self.cooling.map_or(UNKNOWN, |row| row.id));
        let climate = visitor.choice(&CLIMATE_CHOICE, self.climate.map_or(UNKNOWN, |row| row.id));
        if cooling.is_some() || climate.is_some() {
            let cooling = chosen(cooling, COOLINGS, self.cooling)?;
            let climate = chosen(climate, CLIMATES, self.climate)?;
            *self = self.clone().cooled(cooling, climate);
        }
        self.visit_inputs(visitor)?;
        Supply::visit(&mut self.supply, visitor)
    }

    /// Takes what follows from the shares that were given.
    pub(crate) fn resolve(&mut self) {
        self.supply.iter_mut().for_each(|supply| supply.resolve());
    }

    /// Takes what follows from shares that were moved.
    ///
    /// # Errors
    /// When they leave no mix.
    pub(crate) fn settle(&mut self) -> Result<(), Error> {
        self.supply.as_mut().map_or(Ok(()), |supply| supply.settle())
    }

    /// Takes the supply of another, where there is one.
    pub(crate) fn take_supply(&mut self, other: &Self) {
        if self.supply.is_some() {
            self.supply.clone_from(&other.supply);
        }
    }

    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.check_at(&|| "site".to_owned())?;
        self.supply().map_or(Ok(()), Supply::check_all)
    }

    /// What is not known of the mix, by path, so that figures are left out.
    pub(crate) fn missing_of_supply(&self) -> Vec<String> {
        let by_life_cycle = self.carbon_basis() == CarbonBasis::LifeCycle;
        self.supply().map_or_else(Vec::new, |supply| supply.missing(by_life_cycle))
    }
}

/// The row of a choice: the one asked for, none where that is asked for, else the one that stands.
fn chosen<R: Row>(
    asked: Option<String>,
    rows: &'static [R],
    stands: Option<&'static R>,
) -> Result<Option<&'static R>, Error> {
    match asked {
        Some(id) if id == UNKNOWN => Ok(None),
        Some(id) => find(rows, &id).map(Some),
        None => Ok(stands),
    }
}

/// The price that industry pays on a grid: its own, or that of the country or union around it; else the field's usual one.
fn electricity(grid: &'static GridRow) -> Known<EnergyPrice> {
    let (low, high) = PRICE_SPREAD;
    let around = |(price, evidence): (EnergyPrice, _)| {
        Known::between(price * low, price, price * high, Shape::Lognormal, evidence)
    };
    priced(grid).map_or(defaults::ELECTRICITY, around)
}

fn priced(grid: &'static GridRow) -> Option<(EnergyPrice, &'static Evidence)> {
    let price = |row: &'static GridRow| row.industrial_price.zip(row.price_evidence);
    let around = |id: &str| find(GRID, id).ok().and_then(price);
    let union = || EUROPEAN_UNION.contains(&grid.country).then(|| around("eu27")).flatten();
    price(grid).or_else(|| around(grid.country)).or_else(union)
}

/// The members of the European Union, by the id of their grid.
const EUROPEAN_UNION: [&str; 27] = [
    "aut", "bel", "bgr", "hrv", "cyp", "cze", "dnk", "est", "fin", "fra", "deu", "grc", "hun", "irl", "ita",
    "lva", "ltu", "lux", "mlt", "nld", "pol", "prt", "rou", "svk", "svn", "esp", "swe",
];

fn carbon(grid: &'static GridRow) -> Option<Known<CarbonIntensity>> {
    let (low, high) = CARBON_SPREAD;
    let around =
        |value| Known::between(value * low, value, value * high, Shape::Lognormal, grid.carbon_evidence);
    grid.carbon.map(around)
}
