//! A mix of sources: what each delivers, burns, costs, emits and consumes.
//!
//! Direct emissions and those of a life cycle stand side by side and are never added to each other. The mix as a whole
//! counts those that its grid's row counts.

use super::EnergyUse;
use crate::catalogue::CarbonBasis;
use crate::cluster::{Plant, PowerSource, Site, Supply};
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, sum, visit_pools};

/// What the formulas read of the electricity: of the mix, or of the grid alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Electricity {
    /// Its carbon intensity, on the basis of the grid.
    pub carbon: Option<CarbonIntensity>,
    /// Water consumed to make it.
    pub upstream_water: Option<WaterIntensity>,
}

/// The intensities of a source: its own, or those of the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intensities {
    carbon: Option<CarbonIntensity>,
    direct_carbon: Option<CarbonIntensity>,
    upstream_water: Option<WaterIntensity>,
}

impl Intensities {
    /// Those of a plant; of the grid, on the basis of its row, where there is none.
    fn of(plant: Option<&Plant>, site: &Site) -> Self {
        let by_life_cycle = site.carbon_basis() == CarbonBasis::LifeCycle;
        plant.map_or(
            Self {
                carbon: site.carbon().filter(|_| by_life_cycle),
                direct_carbon: None,
                upstream_water: Some(site.upstream_water()),
            },
            |plant| Self {
                carbon: plant.carbon(),
                direct_carbon: plant.direct_carbon(),
                upstream_water: plant.upstream_water(),
            },
        )
    }
}

impl Electricity {
    pub(super) const fn of_grid(site: &Site) -> Self {
        Self { carbon: site.carbon(), upstream_water: Some(site.upstream_water()) }
    }
}

/// The average price over that outside peak hours, of which peak hours have a share at so many times the price.
#[must_use]
pub fn time_of_use(peak_share: Share, peak_price: Ratio) -> f64 {
    1.0 + peak_share.get() * (peak_price.get() - 1.0)
}

/// The share of a source, as a plain number.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    share: f64,
}

figures! {
    /// What the sources deliver together.
    pub struct Delivered of (
        energy: &EnergyUse = "energy",
        supply: &Supply = "site",
        sources: &[Option<Part>] = "site.sources.*",
    ) {
        /// Shares of the sources, together.
        /// One; where a share has a range, the others keep their proportions.
        shares: f64, "" = sum!(sources.share);
        /// Energy lost in batteries.
        lost: Energy, "MWh" = energy.facility * supply.stored / supply.storage_efficiency - energy.facility * supply.stored;
        /// Energy that the sources deliver.
        /// That of the facility, and what its batteries lose.
        energy: Energy, "MWh" = energy.facility + lost;
    }
}

figures! {
    /// What a source delivers.
    pub struct SourceEnergy of (source: &PowerSource = "site.sources.#", supply: &Delivered = "supply") {
        /// Energy of the source.
        energy: Energy, "MWh" = supply.energy * source.share? / supply.shares;
    }
}

figures! {
    /// What a source burns.
    pub struct SourceFuel of (source: &Plant = "site.sources.#", delivered: &SourceEnergy = "supply.sources.#") {
        /// Gas that the source burns, of its higher heating value.
        fuel: Energy, "MMBtu" = delivered.energy / source.efficiency?;
    }
}

figures! {
    /// What the energy of the grid costs.
    pub struct GridCost of (delivered: &SourceEnergy = "supply.sources.#", site: &Site = "site") {
        /// Cost of the source's energy.
        cost: Money, "USD" = delivered.energy * site.electricity * time_of_use(site.peak_share, site.peak_price);
    }
}

figures! {
    /// What the energy of another source costs.
    pub struct PlantCost of (
        delivered: &SourceEnergy = "supply.sources.#",
        fuel: Option<Energy> = "supply.sources.#.fuel",
        source: &Plant = "site.sources.#",
        supply: &Supply = "site",
    ) {
        /// Cost of the source's energy.
        cost: Money, "USD" = delivered.energy * source.price? + fuelled(fuel, supply.fuel_price);
    }
}

/// What a fuel costs at a price; nothing, where none is burnt.
#[must_use]
pub fn fuelled(fuel: Option<Energy>, price: EnergyPrice) -> Money {
    fuel.map_or_else(Money::default, |fuel| fuel * price)
}

figures! {
    /// What burning gas emits.
    pub struct FuelCarbon of (
        delivered: &SourceEnergy = "supply.sources.#",
        burnt: &SourceFuel = "supply.sources.#",
        source: &Plant = "site.sources.#",
        supply: &Supply = "site",
    ) {
        /// Direct carbon of the source.
        direct: Carbon, "tCO2e" = emitted(source.direct_carbon, delivered.energy, burnt.fuel * supply.fuel_carbon);
        /// Life-cycle carbon of the source.
        life_cycle: Carbon, "tCO2e" = emitted(source.carbon, delivered.energy, burnt.fuel * (supply.fuel_carbon + supply.fuel_upstream));
    }
}

/// What an energy emits: at the intensity given, else what its fuel does.
#[must_use]
pub fn emitted(given: Option<CarbonIntensity>, energy: Energy, by_fuel: Carbon) -> Carbon {
    given.map_or(by_fuel, |given| energy * given)
}

figures! {
    /// What the grid emits at its stacks.
    pub struct GridDirect of (delivered: &SourceEnergy = "supply.sources.#", site: &Site = "site") {
        /// Direct carbon of the source.
        direct: Carbon, "tCO2e" = delivered.energy * site.carbon?;
    }
}

figures! {
    /// What a source that burns nothing emits at its stack.
    pub struct SourceDirect of (
        delivered: &SourceEnergy = "supply.sources.#",
        source: Intensities = "site.sources.#",
    ) {
        /// Direct carbon of the source.
        direct: Carbon, "tCO2e" = delivered.energy * source.direct_carbon?;
    }
}

figures! {
    /// What a source that burns nothing, or the grid, emits by life cycle.
    pub struct SourceLifeCycle of (
        delivered: &SourceEnergy = "supply.sources.#",
        source: Intensities = "site.sources.#|site",
    ) {
        /// Life-cycle carbon of the source.
        life_cycle: Carbon, "tCO2e" = delivered.energy * source.carbon?;
    }
}

figures! {
    /// What a source consumes of water.
    pub struct SourceWater of (
        delivered: &SourceEnergy = "supply.sources.#",
        source: Intensities = "site.sources.#|site",
    ) {
        /// Water consumed for the source's energy.
        water: Water, "L" = delivered.energy * source.upstream_water?;
    }
}

/// A source over the time: what it delivers, burns, costs, emits and consumes, each where it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SourceUse {
    /// What it delivers.
    pub energy: SourceEnergy,
    /// What it burns, where it burns gas.
    pub fuel: Option<SourceFuel>,
    /// What it costs, where it is the grid.
    pub grid_cost: Option<GridCost>,
    /// What it costs, where it is not.
    pub plant_cost: Option<PlantCost>,
    /// What it emits, where it burns gas.
    pub fuel_carbon: Option<FuelCarbon>,
    /// What it emits at its stacks, where it is a grid that counts that.
    pub grid_direct: Option<GridDirect>,
    /// What it emits at its stack, where it burns nothing.
    pub direct: Option<SourceDirect>,
    /// What it emits by life cycle, where it burns nothing or is a grid that counts that.
    pub life_cycle: Option<SourceLifeCycle>,
    /// What it consumes of water.
    pub water: Option<SourceWater>,
}

impl SourceUse {
    fn of(source: &PowerSource, delivered: &Delivered, supply: &Supply, site: &Site) -> Option<Self> {
        let energy = SourceEnergy::of(source, delivered)?;
        let (plant, intensities) = (source.plant(), Intensities::of(source.plant(), site));
        let burns = source.row().efficiency.is_some();
        let fuel = plant.filter(|_| burns).and_then(|plant| SourceFuel::of(plant, &energy));
        let burnt = fuel.map(|burnt| burnt.fuel);
        let is_direct = plant.is_none() && site.carbon_basis() != CarbonBasis::LifeCycle;
        Some(Self {
            fuel,
            grid_cost: if plant.is_none() { GridCost::of(&energy, site) } else { None },
            plant_cost: plant.and_then(|plant| PlantCost::of(&energy, burnt, plant, supply)),
            fuel_carbon: plant
                .zip(fuel)
                .and_then(|(plant, fuel)| FuelCarbon::of(&energy, &fuel, plant, supply)),
            grid_direct: if is_direct { GridDirect::of(&energy, site) } else { None },
            direct: if burns { None } else { SourceDirect::of(&energy, intensities) },
            life_cycle: if burns { None } else { SourceLifeCycle::of(&energy, intensities) },
            water: SourceWater::of(&energy, intensities),
            energy,
        })
    }

    fn cost(&self) -> Option<Spent> {
        let cost = self.grid_cost.map(|grid| grid.cost).or(self.plant_cost.map(|plant| plant.cost))?;
        Some(Spent { cost })
    }

    fn direct(&self) -> Option<AtStack> {
        let burnt = self.fuel_carbon.map(|fuel| fuel.direct);
        let direct =
            burnt.or(self.grid_direct.map(|grid| grid.direct)).or(self.direct.map(|own| own.direct))?;
        Some(AtStack { direct })
    }

    fn life_cycle(&self) -> Option<ByLifeCycle> {
        let burnt = self.fuel_carbon.map(|fuel| fuel.life_cycle);
        Some(ByLifeCycle { life_cycle: burnt.or(self.life_cycle.map(|own| own.life_cycle))? })
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.energy.visit(visitor);
        self.fuel.iter().for_each(|figures| figures.visit(visitor));
        self.grid_cost.iter().for_each(|figures| figures.visit(visitor));
        self.plant_cost.iter().for_each(|figures| figures.visit(visitor));
        self.fuel_carbon.iter().for_each(|figures| figures.visit(visitor));
        self.grid_direct.iter().for_each(|figures| figures.visit(visitor));
        self.direct.iter().for_each(|figures| figures.visit(visitor));
        self.life_cycle.iter().for_each(|figures| figures.visit(visitor));
        self.water.iter().for_each(|figures| figures.visit(visitor));
    }
}

/// What a source costs.
#[derive(Clone, Copy, Debug)]
pub struct Spent {
    cost: Money,
}

/// What a source emits at its stack.
#[derive(Clone, Copy, Debug)]
pub struct AtStack {
    direct: Carbon,
}

/// What a source emits by life cycle.
#[derive(Clone, Copy, Debug)]
pub struct ByLifeCycle {
    life_cycle: Carbon,
}

figures! {
    /// What the mix burns.
    pub struct MixFuel of (sources: &[Option<SourceFuel>] = "supply.sources.*") {
        /// Gas that the mix burns, of its higher heating value.
        fuel: Energy, "MMBtu" = sum!(sources.fuel);
    }
}

figures! {
    /// What the energy of the mix costs.
    pub struct MixCost of (sources: &[Option<Spent>] = "supply.sources.*", energy: &EnergyUse = "energy") {
        /// Cost of the mix's energy.
        cost: Money, "USD" = sum!(sources.cost);
        /// Price of the mix's energy, by the facility's.
        price: EnergyPrice, "USD/kWh" = cost / energy.facility;
    }
}

figures! {
    /// What the mix emits at its stacks.
    pub struct MixDirect of (sources: &[Option<AtStack>] = "supply.sources.*") {
        /// Direct carbon of the mix.
        direct: Carbon, "tCO2e" = sum!(sources.direct);
    }
}

figures! {
    /// What the mix emits by life cycle.
    pub struct MixLifeCycle of (sources: &[Option<ByLifeCycle>] = "supply.sources.*") {
        /// Life-cycle carbon of the mix.
        life_cycle: Carbon, "tCO2e" = sum!(sources.life_cycle);
    }
}

figures! {
    /// Carbon intensity of the mix, where its grid counts direct emissions.
    pub struct DirectIntensity of (supply: &MixDirect = "supply", energy: &EnergyUse = "energy") {
        /// Carbon intensity of the mix, by the facility's energy.
        carbon: CarbonIntensity, "gCO2e/kWh" = supply.direct / energy.facility;
    }
}

figures! {
    /// Carbon intensity of the mix, where its grid counts life cycles.
    pub struct LifeCycleIntensity of (supply: &MixLifeCycle = "supply", energy: &EnergyUse = "energy") {
        /// Carbon intensity of the mix, by the facility's energy.
        carbon: CarbonIntensity, "gCO2e/kWh" = supply.life_cycle / energy.facility;
    }
}

figures! {
    /// What the mix consumes of water.
    pub struct MixWater of (sources: &[Option<SourceWater>] = "supply.sources.*", energy: &EnergyUse = "energy") {
        /// Water consumed for the mix's energy.
        water: Water, "L" = sum!(sources.water);
        /// Water consumed to make the mix's electricity, by the facility's energy.
        upstream_water: WaterIntensity, "L/kWh" = water / energy.facility;
    }
}

/// What a mix of sources delivers, burns, costs, emits and consumes: each of them, and together.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// What the sources deliver together.
    pub delivered: Delivered,
    /// Each source.
    pub sources: Vec<Option<SourceUse>>,
    /// What all burn, where any burns gas.
    pub fuel: Option<MixFuel>,
    /// What all cost, where every price is known.
    pub cost: Option<MixCost>,
    /// What all emit at their stacks, where that is known of every source.
    pub direct: Option<MixDirect>,
    /// What all emit by life cycle, where that is known of every source.
    pub life_cycle: Option<MixLifeCycle>,
    /// Its intensity, where its grid counts direct emissions.
    pub direct_intensity: Option<DirectIntensity>,
    /// Its intensity, where its grid counts life cycles.
    pub life_cycle_intensity: Option<LifeCycleIntensity>,
    /// What all consume of water, where that is known of every source.
    pub water: Option<MixWater>,
}

impl Mix {
    #[inline(never)]
    pub(super) fn of(supply: &Supply, energy: &EnergyUse, site: &Site) -> Option<Self> {
        let part = |source: &PowerSource| Some(Part { share: source.share()?.get() });
        let parts: Vec<_> = supply.sources().iter().map(part).collect();
        let delivered = Delivered::of(energy, supply, &parts)?;
        let of_source = |source| SourceUse::of(source, &delivered, supply, site);
        let sources: Vec<_> = supply.sources().iter().map(of_source).collect();
        let direct = MixDirect::of(&each(&sources, SourceUse::direct));
        let life_cycle = MixLifeCycle::of(&each(&sources, SourceUse::life_cycle));
        let burning: Vec<_> = sources.iter().flatten().filter_map(|source| source.fuel).map(Some).collect();
        let by_life_cycle = site.carbon_basis() == CarbonBasis::LifeCycle;
        Some(Self {
            fuel: if burning.is_empty() { None } else { MixFuel::of(&burning) },
            cost: MixCost::of(&each(&sources, SourceUse::cost), energy),
            direct_intensity: direct
                .filter(|_| !by_life_cycle)
                .and_then(|direct| DirectIntensity::of(&direct, energy)),
            life_cycle_intensity: life_cycle
                .filter(|_| by_life_cycle)
                .and_then(|life_cycle| LifeCycleIntensity::of(&life_cycle, energy)),
            water: MixWater::of(&each(&sources, |source| source.water), energy),
            delivered,
            sources,
            direct,
            life_cycle,
        })
    }

    pub(super) fn electricity(&self) -> Electricity {
        let direct = self.direct_intensity.map(|mix| mix.carbon);
        Electricity {
            carbon: direct.or_else(|| self.life_cycle_intensity.map(|mix| mix.carbon)),
            upstream_water: self.water.map(|mix| mix.upstream_water),
        }
    }

    #[inline(never)]
    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        let mark = visitor.enter("supply");
        self.delivered.visit(visitor);
        visit_pools("sources", &self.sources, visitor, SourceUse::visit);
        self.fuel.iter().for_each(|figures| figures.visit(visitor));
        self.cost.iter().for_each(|figures| figures.visit(visitor));
        self.direct.iter().for_each(|figures| figures.visit(visitor));
        self.life_cycle.iter().for_each(|figures| figures.visit(visitor));
        self.direct_intensity.iter().for_each(|figures| figures.visit(visitor));
        self.life_cycle_intensity.iter().for_each(|figures| figures.visit(visitor));
        self.water.iter().for_each(|figures| figures.visit(visitor));
        visitor.leave(mark);
    }
}

/// Something of each source.
fn each<T>(sources: &[Option<SourceUse>], of: impl Fn(&SourceUse) -> Option<T>) -> Vec<Option<T>> {
    sources.iter().map(|source| of(source.as_ref()?)).collect()
}
