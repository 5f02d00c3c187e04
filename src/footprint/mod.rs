//! Energy, carbon and water.
//!
//! Energy is average power × time. Carbon is location-based and average, on the basis that the grid's row names, of the
//! grid alone or of a mix of sources. WUE is by IT energy, so the PUE does not enter it.

pub mod others;
pub mod service;
pub mod supply;

use crate::cluster::{Cluster, Pool, Site};
use crate::power::{Draw, FacilityPower, ItPower};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;
use others::Others;
use service::{OfTokens, ServedBy};
use supply::{Electricity, Mix};

/// What the formulas read of the time looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// How long.
    pub duration: Time,
}

figures! {
    /// Energy.
    pub struct EnergyUse of (power: PowerPart = "power", span: Span = "") {
        /// Energy of the IT.
        it: Energy, "MWh" = power.it.average * span.duration;
        /// Energy of the facility.
        facility: Energy, "MWh" = power.facility.average * span.duration;
    }
}

/// What the formulas read of the power stage.
#[derive(Clone, Copy, Debug)]
pub struct PowerPart<'a> {
    it: &'a ItPower,
    facility: &'a FacilityPower,
}

figures! {
    /// Carbon of the electricity.
    pub struct OperationalCarbon of (energy: &EnergyUse = "energy", supply: Electricity = "supply|site") {
        /// Operational carbon, location-based.
        operational: Carbon, "tCO2e" = energy.facility * supply.carbon?;
    }
}

figures! {
    /// Carbon of the electricity by the market: what contracts and certificates say.
    pub struct MarketCarbon of (energy: &EnergyUse = "energy", site: &Site = "site") {
        /// Operational carbon, market-based.
        market: Carbon, "tCO2e" = energy.facility * site.market_carbon?;
    }
}

figures! {
    /// Carbon of the electricity at the margin of the grid.
    pub struct MarginalCarbon of (energy: &EnergyUse = "energy", site: &Site = "site") {
        /// Operational carbon, location-based, at the margin.
        marginal: Carbon, "tCO2e" = energy.facility * site.marginal_carbon?;
    }
}

figures! {
    /// Carbon of making servers and building, beside that of the devices.
    pub struct BuiltCarbon of (
        cluster: &Cluster = "cluster",
        power: PowerPart = "power",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Carbon of making the rest of the servers.
        servers: Carbon, "tCO2e" = size.devices * cluster.server_embodied;
        /// Carbon of building the facility.
        building: Carbon, "tCO2e" = power.it.rated * cluster.building_embodied;
        /// Embodied carbon of servers and building, written off over the period.
        /// The network is not in it: no figure was found.
        built_amortised: Carbon, "tCO2e" = servers * ratio(span.duration, cluster.it_life) + building * ratio(span.duration, cluster.facility_life);
    }
}

figures! {
    /// Carbon of making a pool's devices.
    pub struct PoolCarbon of (pool: &Pool = "cluster.pools.#", size: PoolCount = "size.pools.#") {
        /// Carbon of making the pool's devices.
        embodied: Carbon, "tCO2e" = size.devices * pool.embodied?;
    }
}

figures! {
    /// Carbon of making the devices, written off over their life.
    pub struct EmbodiedCarbon of (
        pools: &[Option<PoolCarbon>] = "carbon.pools.*",
        cluster: &Cluster = "cluster",
        span: Span = "",
    ) {
        /// Embodied carbon of the devices, whole.
        /// Accelerators and their baseboards; servers, network and building are not in it.
        embodied: Carbon, "tCO2e" = sum!(pools.embodied);
        /// Embodied carbon of the devices, written off over the period.
        amortised: Carbon, "tCO2e" = embodied * ratio(span.duration, cluster.it_life);
    }
}

figures! {
    /// Water.
    pub struct WaterUse of (energy: &EnergyUse = "energy", site: &Site = "site") {
        /// Water consumed on site.
        onsite: Water, "L" = energy.it * site.wue;
    }
}

figures! {
    /// Water of the electricity.
    pub struct UpstreamWater of (energy: &EnergyUse = "energy", supply: Electricity = "supply|site") {
        /// Water consumed to make the electricity.
        upstream: Water, "L" = energy.facility * supply.upstream_water?;
    }
}

/// The footprint stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Footprint {
    /// Energy.
    pub energy: EnergyUse,
    /// The mix of sources, where there is one.
    pub supply: Option<Box<Mix>>,
    /// Carbon of the electricity, where its intensity is known.
    pub carbon: Option<OperationalCarbon>,
    /// The same by the market, where that is known.
    pub market: Option<MarketCarbon>,
    /// The same at the margin, where that is known.
    pub marginal: Option<MarginalCarbon>,
    /// Carbon of making servers and building.
    pub built: BuiltCarbon,
    /// Carbon of making each pool, where known.
    pub pools: PerPool<Option<PoolCarbon>>,
    /// Carbon of making the devices, where it is known for all.
    pub embodied: Option<EmbodiedCarbon>,
    /// Water on site.
    pub water: WaterUse,
    /// Water of the electricity, where that of every source is known.
    pub upstream: Option<UpstreamWater>,
    /// What other tools would say, where the memory of the devices is known.
    pub others: Option<Others>,
    /// What a token takes, where a model is served.
    pub tokens: Option<Box<OfTokens>>,
}

impl Footprint {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(
        draw: &Draw,
        cluster: &Cluster,
        counts: &[PoolCount],
        size: DeviceCount,
        duration: Time,
    ) -> Option<Self> {
        let (site, span) = (cluster.site(), Span { duration });
        let power = PowerPart { it: &draw.it, facility: &draw.facility };
        let energy = EnergyUse::of(power, span)?;
        let of_pool = |(pool, count): (&Pool, &PoolCount)| PoolCarbon::of(pool, *count);
        let pools: PerPool<_> = cluster.pools().iter().zip(counts).map(of_pool).collect();
        let embodied = EmbodiedCarbon::of(&pools, cluster, span);
        let mix = site.supply().and_then(|supply| Mix::of(supply, &energy, site)).map(Box::new);
        let electricity = mix.as_ref().map_or_else(|| Electricity::of_grid(site), |mix| mix.electricity());
        let carbon = OperationalCarbon::of(&energy, electricity);
        let others = Others::of(cluster, counts, &energy, electricity, span);
        let (market, marginal) = (MarketCarbon::of(&energy, site), MarginalCarbon::of(&energy, site));
        let built = BuiltCarbon::of(cluster, power, size, span)?;
        Some(Self {
            carbon,
            market,
            marginal,
            built,
            pools,
            embodied,
            water: WaterUse::of(&energy, site)?,
            upstream: UpstreamWater::of(&energy, electricity),
            others,
            tokens: None,
            energy,
            supply: mix,
        })
    }

    /// The same with what a token of a service takes.
    pub(crate) fn with_tokens(mut self, by: &ServedBy) -> Self {
        self.tokens = OfTokens::of(&self, by).map(Box::new);
        self
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("energy", Some(&self.energy), visitor, EnergyUse::visit);
        self.supply.iter().for_each(|mix| mix.visit(visitor));
        visit_one("carbon", self.carbon.as_ref(), visitor, OperationalCarbon::visit);
        visit_one("carbon", self.market.as_ref(), visitor, MarketCarbon::visit);
        visit_one("carbon", self.marginal.as_ref(), visitor, MarginalCarbon::visit);
        visit_one("carbon", Some(&self.built), visitor, BuiltCarbon::visit);
        visit_pools("carbon.pools", &self.pools, visitor, PoolCarbon::visit);
        visit_one("carbon", self.embodied.as_ref(), visitor, EmbodiedCarbon::visit);
        visit_one("water", Some(&self.water), visitor, WaterUse::visit);
        visit_one("water", self.upstream.as_ref(), visitor, UpstreamWater::visit);
        self.others.iter().for_each(|others| others.visit(visitor));
        self.tokens.iter().for_each(|tokens| tokens.visit(visitor));
    }
}
