//! What other tools would say of the same time: each by its own assumptions, beside ours.
//!
//! All count the rated power of the devices. They differ in what they put on top of it, which is why they disagree.

use super::supply::Electricity;
use super::{EnergyUse, Span};
use crate::cluster::{Cluster, Pool};
use crate::quantities::units::{gigabytes, watts_per_device};
use crate::quantities::*;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;

/// Power of a gigabyte of memory, in watts, as Green Algorithms counts it: Lannelongue, Grealey and Inouye (2021),
/// <https://doi.org/10.1002/advs.202100707>.
const WATTS_PER_GIGABYTE: f64 = 0.3725;
/// PUE of a data center of which nothing is known, as Green Algorithms takes it: the same.
const UNKNOWN_PUE: f64 = 1.67;
/// Server over device power (DGX H100, 10.2 kW over 5.6) and PUE of specialised facilities in 2023 (LBNL 2024), as Epoch AI
/// takes them for the peak power of GPU clusters: <https://epoch.ai/data/gpu-clusters-documentation/estimation>.
const EPOCH_RULE: (f64, f64) = (1.82, 1.14);

figures! {
    /// What others count of a pool.
    pub struct PoolByOthers of (
        pool: &Pool = "cluster.pools.#",
        size: PoolCount = "size.pools.#",
        span: Span = "",
    ) {
        /// Rated power of the pool's devices over the time.
        rated: Energy, "MWh" = size.devices * pool.tdp? * span.duration;
        /// Power of the devices' memory over the time, as Green Algorithms counts it.
        memory: Energy, "MWh" = size.devices * memory_power(pool.memory?) * span.duration;
    }
}

/// The power of a memory, as Green Algorithms counts it.
#[must_use]
pub fn memory_power(memory: Information) -> DevicePower {
    watts_per_device(WATTS_PER_GIGABYTE * ratio(memory, gigabytes(1.0)))
}

figures! {
    /// What others would say of the energy.
    ///
    /// # References
    /// - Lacoste et al. (2019), "Quantifying the carbon emissions of machine learning", arXiv:1910.09700
    /// - Lannelongue, Grealey, Inouye (2021), "Green Algorithms", Advanced Science 8
    /// - Epoch AI, "GPU clusters"
    /// - Faiz et al. (2024), "LLMCarbon", arXiv:2309.14393, by its repository's `model.py`
    pub struct ByOthers of (
        pools: &[Option<PoolByOthers>] = "others.pools.*",
        energy: &EnergyUse = "energy",
        cluster: &Cluster = "cluster",
    ) {
        /// Energy by ML CO2 Impact: rated power of the devices, nothing on top.
        mlco2: Energy, "MWh" = sum!(pools.rated);
        /// Energy by Green Algorithms: rated power of devices and memory, in a data center of which nothing is known.
        green_algorithms: Energy, "MWh" = in_an_unknown_place(mlco2 + sum!(pools.memory));
        /// Energy by Epoch AI's rule of peak power, kept all the time: rated power, servers, a specialised facility.
        epoch: Energy, "MWh" = by_epoch_s_rule(mlco2);
        /// Energy by LLMCarbon, told the average power of the servers: that, the time and the PUE, without the network.
        llmcarbon: Energy, "MWh" = energy.facility / cluster.it_overhead;
        /// Ours over that of ML CO2 Impact.
        ours_over_mlco2: f64, "" = ratio(energy.facility, mlco2);
        /// Ours over that of Green Algorithms.
        ours_over_green_algorithms: f64, "" = ratio(energy.facility, green_algorithms);
        /// Ours over that of Epoch AI's rule.
        ours_over_epoch: f64, "" = ratio(energy.facility, epoch);
        /// Ours over that of LLMCarbon: the network and the storage.
        ours_over_llmcarbon: f64, "" = 1.0 * cluster.it_overhead;
    }
}

/// An energy of IT, with the PUE of a data center of which nothing is known.
#[must_use]
pub fn in_an_unknown_place(it: Energy) -> Energy {
    it * UNKNOWN_PUE
}

/// An energy of devices, with what Epoch AI's rule puts on top of it.
#[must_use]
pub fn by_epoch_s_rule(devices: Energy) -> Energy {
    devices * EPOCH_RULE.0 * EPOCH_RULE.1
}

figures! {
    /// What others would say of the carbon, on the intensity of our electricity.
    pub struct CarbonByOthers of (others: &ByOthers = "others", supply: Electricity = "supply|site") {
        /// Carbon by ML CO2 Impact.
        mlco2_carbon: Carbon, "tCO2e" = others.mlco2 * supply.carbon?;
        /// Carbon by Green Algorithms.
        green_algorithms_carbon: Carbon, "tCO2e" = others.green_algorithms * supply.carbon?;
        /// Carbon by LLMCarbon.
        llmcarbon_carbon: Carbon, "tCO2e" = others.llmcarbon * supply.carbon?;
        /// Carbon by Epoch AI's rule.
        epoch_carbon: Carbon, "tCO2e" = others.epoch * supply.carbon?;
    }
}

/// What other tools would say.
#[derive(Clone, Debug, PartialEq)]
pub struct Others {
    /// The pools.
    pub pools: PerPool<Option<PoolByOthers>>,
    /// The energy.
    pub energy: ByOthers,
    /// The carbon, where the electricity's intensity is known.
    pub carbon: Option<CarbonByOthers>,
}

impl Others {
    pub(super) fn of(
        cluster: &Cluster,
        counts: &[PoolCount],
        energy: &EnergyUse,
        electricity: Electricity,
        span: Span,
    ) -> Option<Self> {
        let of_pool = |(pool, count): (&Pool, &PoolCount)| PoolByOthers::of(pool, *count, span);
        let pools: PerPool<_> = cluster.pools().iter().zip(counts).map(of_pool).collect();
        let energy = ByOthers::of(&pools, energy, cluster)?;
        Some(Self { carbon: CarbonByOthers::of(&energy, electricity), pools, energy })
    }

    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_pools("others.pools", &self.pools, visitor, PoolByOthers::visit);
        visit_one("others", Some(&self.energy), visitor, ByOthers::visit);
        visit_one("others", self.carbon.as_ref(), visitor, CarbonByOthers::visit);
    }
}
