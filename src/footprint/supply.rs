//! A mix of sources: what each delivers, burns, costs, emits and consumes.
//!
//! Direct emissions and those of a life cycle stand side by side and are never added to each other. The mix as a whole
//! counts those that its grid's row counts.

use super::EnergyUse;
use crate::catalogue::CarbonBasis;
use crate::cluster::{Plant, PowerSource, Site, Supply};
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, sum, visit_one, visit_pools};

/// What the formulas read of the electricity: of the mix, or of the grid alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Electricity {
    /// Its carbon intensity, on the basis of the grid.
    pub carbon: Option<CarbonIntensity>,
    /// Water consumed to make it.
    pub upstream_water: Option<WaterIntensity>,
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

/// A figure of a source that is computed in one of several ways.
macro_rules! ways {
    ($( $(#[$doc:meta])* $Name:ident by $By:ident, $figure:ident: $Type:ty { $($Way:ident($Table:ident)),+ } )+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $Name {
            /// The figure.
            pub $figure: $Type,
            by: $By,
        }

        #[derive(Clone, Copy, Debug, PartialEq)]
        enum $By { $($Way($Table)),+ }

        impl $Name {
            fn visit(&self, visitor: &mut dyn FigureVisitor) {
                match &self.by { $($By::$Way(table) => table.visit(visitor)),+ }
            }
        }

        $( impl From<$Table> for $Name {
            fn from(table: $Table) -> Self {
                Self { $figure: table.$figure, by: $By::$Way(table) }
            }
        } )+
    )+ };
}

ways! {
    /// What the energy of a source costs.
    SourceCost by CostBy, cost: Money { Grid(GridCost), Fuel(FuelCost), Plant(PlantCost) }
    /// What a source emits at its stack.
    SourceDirect by DirectBy, direct: Carbon { Grid(GridDirect), Fuel(FuelDirect), Plant(PlantDirect) }
    /// What a source emits by life cycle.
    SourceLifeCycle by LifeCycleBy, life_cycle: Carbon { Grid(GridLifeCycle), Fuel(FuelLifeCycle), Plant(PlantLifeCycle) }
    /// What a source consumes of water.
    SourceWater by WaterBy, water: Water { Grid(GridWater), Plant(PlantWater) }
}

figures! {
    /// What the energy of the grid costs.
    pub struct GridCost of (delivered: &SourceEnergy = "supply.sources.#", site: &Site = "site") {
        /// Cost of the source's energy.
        cost: Money, "USD" = delivered.energy * site.electricity * time_of_use(site.peak_share, site.peak_price);
    }
}

figures! {
    /// What the energy of a source costs that burns gas.
    pub struct FuelCost of (
        delivered: &SourceEnergy = "supply.sources.#",
        burnt: &SourceFuel = "supply.sources.#",
        source: &Plant = "site.sources.#",
        supply: &Supply = "site",
    ) {
        /// Cost of the source's energy.
        cost: Money, "USD" = delivered.energy * source.price? + burnt.fuel * supply.fuel_price;
    }
}

figures! {
    /// What the energy of a source costs that burns nothing.
    pub struct PlantCost of (delivered: &SourceEnergy = "supply.sources.#", source: &Plant = "site.sources.#") {
        /// Cost of the source's energy.
        cost: Money, "USD" = delivered.energy * source.price?;
    }
}

figures! {
    /// What the grid emits at its stacks.
    pub struct GridDirect of (delivered: &SourceEnergy = "supply.sources.#", site: &Site = "site") {
        /// Direct carbon of the source.
        direct: Carbon, "tCO2e" = delivered.energy * site.carbon?;
    }
}

figures! {
    /// What burning gas emits.
    pub struct FuelDirect of (burnt: &SourceFuel = "supply.sources.#", supply: &Supply = "site") {
        /// Direct carbon of the source.
        direct: Carbon, "tCO2e" = burnt.fuel * supply.fuel_carbon;
    }
}

figures! {
    /// What a source emits at its stack, by an intensity of its own.
    pub struct PlantDirect of (delivered: &SourceEnergy = "supply.sources.#", source: &Plant = "site.sources.#") {
        /// Direct carbon of the source.
        direct: Carbon, "tCO2e" = delivered.energy * source.direct_carbon?;
    }
}

figures! {
    /// What the grid emits by life cycle.
    pub struct GridLifeCycle of (delivered: &SourceEnergy = "supply.sources.#", site: &Site = "site") {
        /// Life-cycle carbon of the source.
        life_cycle: Carbon, "tCO2e" = delivered.energy * site.carbon?;
    }
}

figures! {
    /// What gas emits by life cycle.
    pub struct FuelLifeCycle of (burnt: &SourceFuel = "supply.sources.#", supply: &Supply = "site") {
        /// Life-cycle carbon of the source.
        life_cycle: Carbon, "tCO2e" = burnt.fuel * (supply.fuel_carbon + supply.fuel_upstream);
    }
}

figures! {
    /// What a source emits by life cycle, by an intensity of its own.
    pub struct PlantLifeCycle of (delivered: &SourceEnergy = "supply.sources.#", source: &Plant = "site.sources.#") {
        /// Life-cycle carbon of the source.
        life_cycle: Carbon, "tCO2e" = delivered.energy * source.carbon?;
    }
}

figures! {
    /// What the grid consumes of water.
    pub struct GridWater of (delivered: &SourceEnergy = "supply.sources.#", site: &Site = "site") {
        /// Water consumed for the source's energy.
        water: Water, "L" = delivered.energy * site.upstream_water;
    }
}

figures! {
    /// What a source consumes of water.
    pub struct PlantWater of (delivered: &SourceEnergy = "supply.sources.#", source: &Plant = "site.sources.#") {
        /// Water consumed for the source's energy.
        water: Water, "L" = delivered.energy * source.water?;
    }
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
    pub struct MixCost of (sources: &[Option<SourceCost>] = "supply.sources.*", energy: &EnergyUse = "energy") {
        /// Cost of the mix's energy.
        cost: Money, "USD" = sum!(sources.cost);
        /// Price of the mix's energy, by the facility's.
        price: EnergyPrice, "USD/kWh" = cost / energy.facility;
    }
}

figures! {
    /// What the mix emits at its stacks.
    pub struct MixDirect of (sources: &[Option<SourceDirect>] = "supply.sources.*") {
        /// Direct carbon of the mix.
        direct: Carbon, "tCO2e" = sum!(sources.direct);
    }
}

figures! {
    /// What the mix emits by life cycle.
    pub struct MixLifeCycle of (sources: &[Option<SourceLifeCycle>] = "supply.sources.*") {
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
    /// What each delivers.
    pub sources: Vec<Option<SourceEnergy>>,
    /// What each burns, where it burns gas.
    pub fuels: Vec<Option<SourceFuel>>,
    /// What each costs, where its price is known.
    pub costs: Vec<Option<SourceCost>>,
    /// What each emits at its stack, where that is known.
    pub directs: Vec<Option<SourceDirect>>,
    /// What each emits by life cycle, where that is known.
    pub life_cycles: Vec<Option<SourceLifeCycle>>,
    /// What each consumes of water, where that is known.
    pub waters: Vec<Option<SourceWater>>,
    /// What all burn.
    pub fuel: Option<MixFuel>,
    /// What all cost, where every price is known.
    pub cost: Option<MixCost>,
    /// What all emit at their stacks, where every such intensity is known.
    pub direct: Option<MixDirect>,
    /// What all emit by life cycle, where every such intensity is known.
    pub life_cycle: Option<MixLifeCycle>,
    /// Its intensity on the basis of its grid, direct.
    pub direct_intensity: Option<DirectIntensity>,
    /// Its intensity on the basis of its grid, by life cycle.
    pub life_cycle_intensity: Option<LifeCycleIntensity>,
    /// What all consume of water, where that is known of every source.
    pub water: Option<MixWater>,
}

/// A source, with what the ways of computing its figures read.
#[derive(Clone, Copy)]
struct On<'a> {
    source: &'a PowerSource,
    delivered: &'a SourceEnergy,
    fuel: Option<&'a SourceFuel>,
    supply: &'a Supply,
    site: &'a Site,
}

impl On<'_> {
    fn is_by_life_cycle(&self) -> bool {
        self.site.carbon_basis() == CarbonBasis::LifeCycle
    }

    fn cost(&self) -> Option<SourceCost> {
        let Self { delivered, supply, site, .. } = *self;
        match (self.source.plant(), self.fuel) {
            (None, _) => GridCost::of(delivered, site).map(Into::into),
            (Some(plant), Some(fuel)) => FuelCost::of(delivered, fuel, plant, supply).map(Into::into),
            (Some(plant), None) => PlantCost::of(delivered, plant).map(Into::into),
        }
    }

    fn direct(&self) -> Option<SourceDirect> {
        let Self { delivered, supply, site, .. } = *self;
        match (self.source.plant(), self.fuel) {
            (None, _) if self.is_by_life_cycle() => None,
            (None, _) => GridDirect::of(delivered, site).map(Into::into),
            (Some(plant), Some(fuel)) if plant.direct_carbon().is_none() => {
                FuelDirect::of(fuel, supply).map(Into::into)
            }
            (Some(plant), _) => PlantDirect::of(delivered, plant).map(Into::into),
        }
    }

    fn life_cycle(&self) -> Option<SourceLifeCycle> {
        let Self { delivered, supply, site, .. } = *self;
        match (self.source.plant(), self.fuel) {
            (None, _) if !self.is_by_life_cycle() => None,
            (None, _) => GridLifeCycle::of(delivered, site).map(Into::into),
            (Some(plant), Some(fuel)) if plant.carbon().is_none() => {
                FuelLifeCycle::of(fuel, supply).map(Into::into)
            }
            (Some(plant), _) => PlantLifeCycle::of(delivered, plant).map(Into::into),
        }
    }

    fn water(&self) -> Option<SourceWater> {
        let Self { delivered, site, .. } = *self;
        match self.source.plant() {
            None => GridWater::of(delivered, site).map(Into::into),
            Some(plant) => PlantWater::of(delivered, plant).map(Into::into),
        }
    }
}

/// What a source burns, where it burns gas.
fn fuel(source: &PowerSource, delivered: &SourceEnergy) -> Option<SourceFuel> {
    let plant = source.plant().filter(|_| source.row().efficiency.is_some())?;
    SourceFuel::of(plant, delivered)
}

impl Mix {
    pub(super) fn of(supply: &Supply, energy: &EnergyUse, site: &Site) -> Option<Self> {
        let parts: Vec<_> =
            supply.sources().iter().map(|source| Some(Part { share: source.share()?.get() })).collect();
        let delivered = Delivered::of(energy, supply, &parts)?;
        let sources: Vec<_> =
            supply.sources().iter().map(|source| SourceEnergy::of(source, &delivered)).collect();
        let each = || supply.sources().iter().zip(&sources);
        let fuels: Vec<_> = each().map(|(source, delivered)| fuel(source, delivered.as_ref()?)).collect();
        let on: Vec<_> = each()
            .zip(&fuels)
            .map(|((source, delivered), fuel)| {
                Some(On { source, delivered: delivered.as_ref()?, fuel: fuel.as_ref(), supply, site })
            })
            .collect();
        let costs: Vec<_> = on.iter().map(|on| on.as_ref()?.cost()).collect();
        let directs: Vec<_> = on.iter().map(|on| on.as_ref()?.direct()).collect();
        let life_cycles: Vec<_> = on.iter().map(|on| on.as_ref()?.life_cycle()).collect();
        let waters: Vec<_> = on.iter().map(|on| on.as_ref()?.water()).collect();
        let burning: Vec<_> = fuels.iter().filter(|fuel| fuel.is_some()).copied().collect();
        let by_life_cycle = site.carbon_basis() == CarbonBasis::LifeCycle;
        let (direct, life_cycle) = (MixDirect::of(&directs), MixLifeCycle::of(&life_cycles));
        Some(Self {
            fuel: if burning.is_empty() { None } else { MixFuel::of(&burning) },
            cost: MixCost::of(&costs, energy),
            direct_intensity: direct
                .filter(|_| !by_life_cycle)
                .and_then(|direct| DirectIntensity::of(&direct, energy)),
            life_cycle_intensity: life_cycle
                .filter(|_| by_life_cycle)
                .and_then(|life_cycle| LifeCycleIntensity::of(&life_cycle, energy)),
            water: MixWater::of(&waters, energy),
            delivered,
            sources,
            fuels,
            costs,
            directs,
            life_cycles,
            waters,
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

    pub(super) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        const SOURCES: &str = "supply.sources";
        visit_one("supply", Some(&self.delivered), visitor, Delivered::visit);
        visit_pools(SOURCES, &self.sources, visitor, SourceEnergy::visit);
        visit_pools(SOURCES, &self.fuels, visitor, SourceFuel::visit);
        visit_pools(SOURCES, &self.costs, visitor, SourceCost::visit);
        visit_pools(SOURCES, &self.directs, visitor, SourceDirect::visit);
        visit_pools(SOURCES, &self.life_cycles, visitor, SourceLifeCycle::visit);
        visit_pools(SOURCES, &self.waters, visitor, SourceWater::visit);
        visit_one("supply", self.fuel.as_ref(), visitor, MixFuel::visit);
        visit_one("supply", self.cost.as_ref(), visitor, MixCost::visit);
        visit_one("supply", self.direct.as_ref(), visitor, MixDirect::visit);
        visit_one("supply", self.life_cycle.as_ref(), visitor, MixLifeCycle::visit);
        visit_one("supply", self.direct_intensity.as_ref(), visitor, DirectIntensity::visit);
        visit_one("supply", self.life_cycle_intensity.as_ref(), visitor, LifeCycleIntensity::visit);
        visit_one("supply", self.water.as_ref(), visitor, MixWater::visit);
    }
}
