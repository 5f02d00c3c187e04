//! Where a site's electricity comes from over a year: its grid, gas on site, contracts; and what goes through batteries.
//!
//! A battery makes nothing: of what goes through it a part is lost, which the sources make beside the rest.

use crate::catalogue::{GRID_SOURCE, POWER_SOURCES, PowerSourceRow, SUPPLIES, SupplyRow, defaults, find};
use crate::error::{Amount, Code, Error};
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::display::significant;
use crate::quantities::*;
use crate::tables::{Belief, Choice, Domain, InputVisitor, inputs};

inputs! {
    /// What a source is that is not the site's grid.
    pub struct Plant {
        /// Electricity over the higher heating value of the fuel.
        efficiency, with_efficiency: Option<Share>, "", Domain::between(0.01, 1.0);
        /// Carbon intensity by life cycle, where it is not that of the fuel.
        carbon, with_carbon: Option<CarbonIntensity>, "", Domain::NOT_NEGATIVE;
        /// Carbon intensity at the stack, where it is not that of the fuel.
        direct_carbon, with_direct_carbon: Option<CarbonIntensity>, "", Domain::NOT_NEGATIVE;
        /// Price of its energy beside the fuel.
        /// All of it where it is bought, operation and maintenance where it is made on site.
        price, with_price: Option<EnergyPrice>, "", Domain::NOT_NEGATIVE;
        /// Water consumed to make its electricity.
        upstream_water, with_upstream_water: Option<WaterIntensity>, "", Domain::NOT_NEGATIVE;
    }
}

inputs! {
    /// A source of electricity in a mix. The grid's has price, carbon and water of the site.
    pub struct PowerSource [row: &'static PowerSourceRow, plant: Option<Plant>] {
        /// Share of the energy that the source delivers.
        share, with_share: Option<Share>, "", Domain::SHARE;
    }
}

inputs! {
    /// A mix of sources over a year, its fuel and its batteries.
    pub struct Supply [row: Option<&'static SupplyRow>, sources: Vec<PowerSource>] {
        /// Price of natural gas, delivered.
        fuel_price, with_fuel_price: EnergyPrice, "USD/MMBtu", Domain::NOT_NEGATIVE;
        /// Carbon of burning natural gas.
        fuel_carbon, with_fuel_carbon: CarbonIntensity, "kgCO2e/MMBtu", Domain::NOT_NEGATIVE;
        /// Carbon of getting and bringing natural gas, its leaks included.
        fuel_upstream, with_fuel_upstream: CarbonIntensity, "kgCO2e/MMBtu", Domain::NOT_NEGATIVE;
        /// Share of the facility's energy that goes through batteries.
        stored, with_stored: Share, "", Domain::SHARE;
        /// Energy out of the batteries over energy into them.
        storage_efficiency, with_storage_efficiency: Share, "", Domain::between(0.01, 1.0);
        /// Share of the facility's peak that sources on site cover, so that no demand charge is paid on it.
        covered_peak, with_covered_peak: Share, "", Domain::SHARE;
    }
}

/// The choice of a site's supply.
static SUPPLY_CHOICE: Choice = Choice { name: "supply", label: "Supply" };
/// The choice of a source's kind.
static KIND_CHOICE: Choice = Choice { name: "kind", label: "Source" };
/// The supply of a site that draws from its grid alone.
const GRID_ALONE: &str = GRID_SOURCE;
/// The supply of a site whose sources were given one by one.
const OWN: &str = "own";
/// The kind at the place where another source can be added.
const NO_SOURCE: &str = "none";

/// Assumed: how far the energy of a source spreads about its share of the capacity; at most half of the way to all of it.
const SHARE_SPREAD: (f64, f64) = (0.7, 1.3);
/// How far the sum of the shares may be from one: what is lost in writing and adding them.
const TOLERANCE: f64 = 1e-9;
/// Digits of a remedy, so that what is written sums to one.
const REMEDY_DIGITS: usize = 12;

static REST_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "What the other sources leave" };

impl Copy for Plant {}
impl Copy for PowerSource {}

impl PowerSource {
    /// A source of this kind, of which no share is said: what the others leave.
    ///
    /// # Errors
    /// When there is no such kind: names the nearest.
    pub fn preset(kind: &str) -> Result<Self, Error> {
        find(POWER_SOURCES, kind).map(Self::of)
    }

    #[inline(never)]
    fn of(row: &'static PowerSourceRow) -> Self {
        let plant = Plant::from_known(row.efficiency, row.carbon, row.direct_carbon, row.price, row.water);
        Self::from_known(row, (row.id != GRID_SOURCE).then_some(plant), None)
    }

    fn of_part((kind, share): (&str, f64), supply: &'static SupplyRow) -> Result<Self, Error> {
        let mut source = Self::preset(kind)?;
        let (low, high) = SHARE_SPREAD;
        let high = (high * share).min(f64::midpoint(share, 1.0));
        let [low, share, high] = [low * share, share, high].map(Share::new);
        source.take_share(Known::between(low, share, high, Shape::LogitNormal, &supply.evidence));
        Ok(source)
    }

    /// Its kind.
    #[must_use]
    pub const fn row(&self) -> &'static PowerSourceRow {
        self.row
    }

    /// What it is, where it is not the site's grid.
    #[must_use]
    pub const fn plant(&self) -> Option<&Plant> {
        self.plant.as_ref()
    }

    /// The same with other properties; without effect on the grid's.
    #[must_use]
    pub fn with_plant(mut self, plant: Plant) -> Self {
        self.plant = self.plant.map(|_| plant);
        self
    }

    fn take_share(&mut self, share: Known<Share>) {
        self.share = Some(share.value);
        self.know("share", &share);
    }

    /// Another kind in the same place, with what was given.
    fn become_kind(&mut self, kind: &str) -> Result<(), Error> {
        let mut other = Self::preset(kind)?;
        other.share = self.share;
        other.keep_belief("share", self);
        if let (Some(plant), Some(given)) = (&mut other.plant, &self.plant) {
            plant.keep_given(given);
        }
        *self = other;
        Ok(())
    }

    fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        if let Some(kind) = visitor.choice(&KIND_CHOICE, self.row.id) {
            self.become_kind(&kind)?;
        }
        self.visit_inputs(visitor)?;
        self.plant.iter_mut().try_for_each(|plant| plant.visit_inputs(visitor))
    }

    /// Whether nothing is said of its share, so that it takes what the others leave.
    fn is_open(&self) -> bool {
        let is_rest = |evidence: &'static Evidence| core::ptr::eq(evidence, &REST_EVIDENCE);
        self.share.is_none() || self.belief("share").is_some_and(|belief| is_rest(belief.evidence))
    }

    /// Whether its share was given.
    fn is_sure(&self) -> bool {
        self.is_given("share")
    }

    /// Whether its share is that of a named supply.
    fn is_named(&self) -> bool {
        !self.is_sure() && !self.is_open()
    }

    /// So many times its share, with its range.
    fn scale_share(&mut self, factor: f64) {
        if let (Some(share), Some(belief)) = (self.share, self.belief("share")) {
            let at = |part: f64| Share::new((part * factor).min(1.0));
            let Belief { low, high, shape, evidence, .. } = belief;
            self.take_share(Known::between(at(low), at(share.get()), at(high), shape, evidence));
        }
    }

    /// The plain share; none where nothing is said of it.
    fn part(&self) -> f64 {
        self.share.map_or(0.0, Share::get)
    }
}

impl Supply {
    /// A mix of sources, whose shares must sum to one; one of them may have none, and takes what the others leave.
    ///
    /// ```
    /// use wattflop::cluster::{PowerSource, Supply};
    /// use wattflop::{prelude::*, units::*};
    ///
    /// let turbines = PowerSource::preset("gas-turbine")?.with_share(Share::new(0.6));
    /// let supply = Supply::of(vec![turbines, PowerSource::preset("grid")?]);
    /// let cluster = Cluster::preset("colossus-1")?;
    /// let [grid, mix] = [operate(&cluster)?, operate(&cluster.with_supply(supply))?];
    /// let emitted = |estimate: &Estimate| estimate.footprint().map(|print| print.carbon.unwrap().operational);
    /// assert!(emitted(&mix)? > emitted(&grid)?);
    /// # Ok::<(), wattflop::Error>(())
    /// ```
    #[must_use]
    pub fn of(sources: Vec<PowerSource>) -> Self {
        Self::with_row(None, sources)
    }

    /// A named supply of the catalogue, such as `memphis-2024`.
    ///
    /// # Errors
    /// When there is none of that id: names the nearest.
    pub fn preset(id: &str) -> Result<Self, Error> {
        let row = find(SUPPLIES, id)?;
        let mut sources = Vec::with_capacity(row.parts.len());
        for part in row.parts {
            sources.push(PowerSource::of_part(*part, row)?);
        }
        Ok(Self::with_row(Some(row), sources))
    }

    #[inline(never)]
    fn with_row(row: Option<&'static SupplyRow>, sources: Vec<PowerSource>) -> Self {
        Self::from_known(
            row,
            sources,
            defaults::FUEL_PRICE,
            defaults::FUEL_CARBON,
            defaults::FUEL_UPSTREAM,
            defaults::STORED,
            defaults::STORAGE_EFFICIENCY,
            defaults::COVERED_PEAK,
        )
    }

    /// The catalogue's row it was built from.
    #[must_use]
    pub const fn row(&self) -> Option<&'static SupplyRow> {
        self.row
    }

    /// Its sources.
    #[must_use]
    pub fn sources(&self) -> &[PowerSource] {
        &self.sources
    }

    /// Walks the choice of a site's supply, its inputs and its sources; where the visitor wants one source more, adds it.
    #[inline(never)]
    pub(super) fn visit(mix: &mut Option<Box<Self>>, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        let id = |supply: &Self| supply.row.map_or(OWN, |row| row.id);
        if let Some(id) = visitor.choice(&SUPPLY_CHOICE, mix.as_deref().map_or(GRID_ALONE, id)) {
            *mix = if id == GRID_ALONE { None } else { Some(Box::new(Self::preset(&id)?)) };
        }
        if let Some(supply) = mix {
            supply.visit_inputs(visitor)?;
        }
        let mark = visitor.enter("sources");
        let count = mix.as_deref().map_or(0, |supply| supply.sources.len());
        let sources = mix.iter_mut().flat_map(|supply| supply.sources.iter_mut()).enumerate();
        for (place, source) in sources {
            let mark = visitor.enter(&place.to_string());
            source.visit(visitor)?;
            visitor.leave(mark);
        }
        Self::visit_next(mix, count, visitor)?;
        visitor.leave(mark);
        Ok(())
    }

    fn visit_next(
        mix: &mut Option<Box<Self>>,
        place: usize,
        visitor: &mut dyn InputVisitor,
    ) -> Result<(), Error> {
        let mark = visitor.enter(&place.to_string());
        if let Some(kind) = visitor.choice(&KIND_CHOICE, NO_SOURCE) {
            let source = PowerSource::preset(&kind)?;
            mix.get_or_insert_with(|| Box::new(Self::of(Vec::new()))).sources.push(source);
        }
        visitor.leave(mark);
        Ok(())
    }

    /// Shares out what the given shares leave: to the one source of which nothing is said, else in the proportions of the
    /// named supply.
    #[inline(never)]
    pub(super) fn resolve(&mut self) {
        let sum = |of: fn(&PowerSource) -> bool| {
            self.sources.iter().filter(|source| of(source)).map(PowerSource::part).sum::<f64>()
        };
        let (given, named) = (sum(PowerSource::is_sure), sum(PowerSource::is_named));
        let open = self.sources.iter().filter(|source| source.is_open()).count();
        let is_whole = self.is_whole();
        let (left, scale) = ((1.0 - given - named).max(0.0), (1.0 - given).max(0.0) / named);
        for source in &mut self.sources {
            match open {
                1 if source.is_open() => {
                    source.take_share(Known::exact(Share::new(left), &REST_EVIDENCE));
                }
                0 if source.is_named() && !is_whole => source.scale_share(scale),
                _ => {}
            }
        }
    }

    /// Refuses values outside their domain, and shares that do not sum to one.
    #[inline(never)]
    pub(super) fn check_all(&self) -> Result<(), Error> {
        self.check_at(&|| "site".to_owned())?;
        for (place, source) in self.sources.iter().enumerate() {
            let scope = || format!("site.sources.{place}");
            source.check_at(&scope)?;
            source.plant.iter().try_for_each(|plant| plant.check_at(&scope))?;
            if source.share.is_none() {
                let args = vec![("field", format!("{}.share", scope())), ("of", source.row.id.to_owned())];
                return Err(Error::new(Code::Missing, args));
            }
        }
        self.check_sum()
    }

    fn sum(&self) -> f64 {
        self.sources.iter().map(PowerSource::part).sum()
    }

    fn is_whole(&self) -> bool {
        (self.sum() - 1.0).abs() <= TOLERANCE
    }

    fn check_sum(&self) -> Result<(), Error> {
        if self.is_whole() { Ok(()) } else { Err(self.not_all(self.sum())) }
    }

    /// Shares out anew after shares were moved; leaves alone those that sum to one.
    ///
    /// # Errors
    /// When what was given leaves no room for one.
    pub(super) fn settle(&mut self) -> Result<(), Error> {
        if !self.is_whole() {
            self.resolve();
        }
        self.check_sum()
    }

    /// The error of shares that do not sum to one, with what would.
    fn not_all(&self, sum: f64) -> Error {
        let args = vec![("field", "site.sources".to_owned()), ("remedy", self.remedy(sum))];
        let sum = Amount { name: "sum", kind: f64::KIND, base: sum, unit: "" };
        Error::new(Code::NotAll, args).with_amounts(vec![sum])
    }

    /// Another share for the largest source where that is enough, else for all of them.
    fn remedy(&self, sum: f64) -> String {
        let of_largest = self.sources.iter().map(PowerSource::part).fold(0.0, f64::max) + 1.0 - sum;
        let is_enough = (0.0..=1.0).contains(&of_largest);
        let (mut settings, mut largest) = (Vec::new(), None);
        for (place, source) in self.sources.iter().enumerate() {
            let share = if is_enough { of_largest } else { source.part() / sum };
            let setting = format!("site.sources.{place}.share={}", significant(share, REMEDY_DIGITS));
            if is_enough && source.part() + 1.0 - sum == of_largest && largest.is_none() {
                largest = Some(setting);
            } else {
                settings.push(setting);
            }
        }
        largest.unwrap_or_else(|| settings.join(", "))
    }

    /// The inputs that are not known and whose figures are left out, by path; whether carbon is counted by life cycle.
    #[inline(never)]
    pub(super) fn missing(&self, by_life_cycle: bool) -> Vec<String> {
        let mut missing = Vec::new();
        for (place, source) in self.sources.iter().enumerate() {
            let Some(plant) = &source.plant else { continue };
            let burns = source.row.efficiency.is_some();
            let carbon = if by_life_cycle { plant.carbon } else { plant.direct_carbon };
            let name = if by_life_cycle { "carbon" } else { "direct_carbon" };
            let lacking = [
                (name, carbon.is_none() && !burns),
                ("price", plant.price.is_none()),
                ("upstream_water", plant.upstream_water.is_none()),
            ];
            for (name, lacks) in lacking {
                if lacks {
                    missing.push(format!("site.sources.{place}.{name}"));
                }
            }
        }
        missing
    }
}
