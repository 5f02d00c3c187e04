//! What it costs: build → own → use, each accounting view by its name.
//!
//! Views of the same thing can differ by a factor of twenty, so no figure here is called just "cost".

mod build;
mod own;
mod size;

pub use build::{Build, Capex, DeviceBill, PoolCapex};
pub use own::{
    Acquisition, Annuity, EnergyBill, Ownership, PoolRent, Rental, Renting, Running, StraightLine, UnitCost,
    recovery, years,
};
pub use size::{
    Announced, Bound, BudgetBound, Chips, Fleet, ItPowerBound, PowerBound, Size, counted, fewest, whole,
};

use crate::catalogue::defaults;
use crate::cluster::Cluster;
use crate::footprint::Footprint;
use crate::power::Draw;
use crate::quantities::*;
use crate::tables::{Domain, FigureVisitor, inputs, visit_one};
use crate::workload::Work;

inputs! {
    /// The assumptions behind cost: what comes on top of the servers, what money costs, what running costs.
    pub struct Finance {
        /// Share of the network in IT capex.
        network_share, with_network_share: Share, "", Domain::between(0.0, 0.9);
        /// Storage, service, installation and software over the price of the servers.
        storage_share, with_storage_share: Share, "", Domain::between(0.0, 5.0);
        /// Facility capex per rated IT power.
        facility_capex, with_facility_capex: PowerPrice, "USD/W", Domain::NOT_NEGATIVE;
        /// Cost of capital, real, by the year.
        wacc, with_wacc: AnnualRate, "", Domain::between(0.0, 1.0);
        /// Annuity payments in a year.
        compounding, with_compounding: Ratio, "", Domain::whole(1.0, 366.0);
        /// Remote hands, support and internet, by device and month.
        fixed_operations, with_fixed_operations: DeviceRent, "USD/device-mo", Domain::NOT_NEGATIVE;
        /// Maintenance and repair over IT capex, by the year.
        maintenance, with_maintenance: AnnualRate, "", Domain::between(0.0, 1.0);
    }
}

impl Finance {
    /// The published defaults of the field, each with its range.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::NETWORK_SHARE,
            defaults::STORAGE_SHARE,
            defaults::FACILITY_CAPEX,
            defaults::WACC,
            defaults::COMPOUNDING,
            defaults::FIXED_OPERATIONS,
            defaults::MAINTENANCE,
        )
    }
}

/// The cost stage: build, own, use.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The electricity bill, where the energy is known.
    pub energy: Option<EnergyBill>,
    /// What it costs to build, where the prices are known.
    pub build: Option<Build>,
    /// What it costs to own.
    pub ownership: Option<Ownership>,
    /// What it costs to rent.
    pub renting: Renting,
    /// What a unit of a run's compute costs.
    pub unit: Option<UnitCost>,
}

impl Cost {
    pub(crate) fn of(
        size: &Size,
        power: Option<&Draw>,
        footprint: Option<&Footprint>,
        cluster: &Cluster,
        finance: &Finance,
        duration: Time,
        work: Option<&Work>,
    ) -> Self {
        let (pools, devices, counts) = (cluster.pools(), size.fleet.devices(), size.counts());
        let energy = footprint.and_then(|print| EnergyBill::of(&print.energy, cluster.site()));
        let build = power.and_then(|draw| Build::of(pools, &size.bills, &counts, &draw.facility, devices));
        let owned = build.as_ref().zip(energy.as_ref());
        let ownership = owned
            .and_then(|(build, bill)| Ownership::of(&build.capex, bill, cluster, finance, devices, duration));
        let unit = ownership.as_ref().zip(work).and_then(|(own, work)| UnitCost::of(own, work.into()));
        Self { energy, build, ownership, renting: Renting::of(pools, &counts, duration), unit }
    }

    pub(crate) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        visit_one("cost.energy", self.energy.as_ref(), visitor, EnergyBill::visit);
        self.build.iter().for_each(|stage| stage.visit(visitor));
        self.ownership.iter().for_each(|stage| stage.visit(visitor));
        self.renting.visit(visitor);
        visit_one("cost.annuity", self.unit.as_ref(), visitor, UnitCost::visit);
    }
}
