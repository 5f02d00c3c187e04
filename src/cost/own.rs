//! Own and use: the cost of a time, in every view by its name.

use super::Finance;
use super::build::Capex;
use crate::cluster::{Cluster, Pool, Site};
use crate::footprint::{EnergyUse, Span};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, figures, sum, visit_one, visit_pools};
use crate::throughput::{PoolCount, WorkDone};

figures! {
    /// The electricity bill.
    pub struct EnergyBill of (energy: &EnergyUse = "energy", site: &Site = "site") {
        /// Electricity bill.
        total: Money, "USD" = energy.facility * site.electricity;
    }
}

figures! {
    /// What running costs, whoever owns the devices.
    pub struct Running of (
        bill: &EnergyBill = "cost.energy",
        finance: &Finance = "finance",
        cost: CapexPart = "cost",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Electricity.
        energy: Money, "USD" = bill.total;
        /// Remote hands, support and internet.
        operations: Money, "USD" = finance.fixed_operations * (size.devices * span.duration);
        /// Maintenance and repair.
        maintenance: Money, "USD" = cost.capex.it * finance.maintenance * years(span.duration);
        /// Running cost.
        total: Money, "USD" = energy + operations + maintenance;
    }
}

/// What the formulas read of the building.
#[derive(Clone, Copy, Debug)]
pub struct CapexPart<'a> {
    capex: &'a Capex,
}

/// What the formulas read of the running.
#[derive(Clone, Copy, Debug)]
pub struct RunningPart<'a> {
    running: &'a Running,
    capex: &'a Capex,
}

/// A time in years of 8,760 hours, as a plain number.
#[must_use]
pub fn years(time: Time) -> f64 {
    ratio(time, units::years(1.0))
}

/// The share of a capital that an annuity recovers in a time: `i / (1 − (1 + i)^−nL)`, `i = r/n`, by payment.
///
/// Goes over into a straight line as the rate goes to zero.
#[must_use]
pub fn recovery(rate: AnnualRate, life: Time, payments: Ratio, time: Time) -> f64 {
    let (payments_of_life, payments_of_time) = (years(life) * payments.get(), years(time) * payments.get());
    let i = rate.get() / payments.get();
    if i * payments_of_life < 1e-9 {
        return payments_of_time / payments_of_life;
    }
    payments_of_time * i / -libm::expm1(-payments_of_life * libm::log1p(i))
}

figures! {
    /// Owning as an annuity: capital recovered with interest over its life.
    ///
    /// # References
    /// - Barroso, Hölzle, Ranganathan (2018), "The Datacenter as a Computer", chapter 6
    pub struct Annuity of (
        cost: RunningPart = "cost",
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Capital charge for the IT.
        it: Money, "USD" = cost.capex.it * recovery(finance.wacc, cluster.it_life, finance.compounding, span.duration);
        /// Capital charge for the facility.
        facility: Money, "USD" = cost.capex.facility * recovery(finance.wacc, cluster.facility_life, finance.compounding, span.duration);
        /// Running cost.
        running: Money, "USD" = cost.running.total;
        /// Cost of the period, owned, annuity.
        total: Money, "USD" = it + facility + running;
        /// Cost per device-hour, owned, annuity.
        per_device_hour: DeviceRent, "USD/device-h" = total / (size.devices * span.duration);
    }
}

figures! {
    /// Owning in a straight line: capital written off evenly over its life, without interest.
    pub struct StraightLine of (
        cost: RunningPart = "cost",
        cluster: &Cluster = "cluster",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Depreciation of the IT.
        it: Money, "USD" = cost.capex.it * ratio(span.duration, cluster.it_life);
        /// Depreciation of the facility.
        facility: Money, "USD" = cost.capex.facility * ratio(span.duration, cluster.facility_life);
        /// Running cost.
        running: Money, "USD" = cost.running.total;
        /// Cost of the period, owned, straight line.
        total: Money, "USD" = it + facility + running;
        /// Cost per device-hour, owned, straight line.
        per_device_hour: DeviceRent, "USD/device-h" = total / (size.devices * span.duration);
    }
}

figures! {
    /// Buying: all is paid at once, whatever the time.
    pub struct Acquisition of (cost: CapexPart = "cost") {
        /// Cost of buying the cluster, at once.
        total: Money, "USD" = cost.capex.total;
    }
}

figures! {
    /// Renting a pool.
    pub struct PoolRent of (
        pool: &Pool = "cluster.pools.#",
        size: PoolCount = "size.pools.#",
        span: Span = "",
    ) {
        /// Rent of the pool over the period.
        total: Money, "USD" = pool.rent? * (size.devices * span.duration);
    }
}

figures! {
    /// Renting: every device-hour at the market's rate; it holds power, facility and profit.
    pub struct Rental of (pools: &[Option<PoolRent>] = "cost.rental.pools.*") {
        /// Cost of the period, rented.
        total: Money, "USD" = sum!(pools.total);
    }
}

figures! {
    /// What a unit of a run's compute costs, owned.
    pub struct UnitCost of (cost: &Ownership = "cost", work: WorkDone = "work") {
        /// Cost per EFLOP of the model, owned, annuity.
        per_compute: ComputePrice, "USD/EFLOP" = cost.annuity.total / work.compute;
    }
}

/// What owning costs, in its views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ownership {
    /// Running it.
    pub running: Running,
    /// As an annuity.
    pub annuity: Annuity,
    /// In a straight line.
    pub straight_line: StraightLine,
    /// Bought at once.
    pub acquisition: Acquisition,
}

impl Ownership {
    pub(crate) fn of(
        capex: &Capex,
        bill: &EnergyBill,
        cluster: &Cluster,
        finance: &Finance,
        devices: Devices,
        duration: Time,
    ) -> Option<Self> {
        let (size, span) = (DeviceCount { devices }, Span { duration });
        let running = Running::of(bill, finance, CapexPart { capex }, size, span)?;
        let part = RunningPart { running: &running, capex };
        let annuity = Annuity::of(part, cluster, finance, size, span)?;
        let straight_line = StraightLine::of(part, cluster, size, span)?;
        let acquisition = Acquisition::of(CapexPart { capex })?;
        Some(Self { running, annuity, straight_line, acquisition })
    }

    pub(crate) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        visit_one("cost.running", Some(&self.running), visitor, Running::visit);
        visit_one("cost.annuity", Some(&self.annuity), visitor, Annuity::visit);
        visit_one("cost.straight_line", Some(&self.straight_line), visitor, StraightLine::visit);
        visit_one("cost.acquisition", Some(&self.acquisition), visitor, Acquisition::visit);
    }
}

/// What renting costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Renting {
    /// The pools, where their rent is known.
    pub pools: Vec<Option<PoolRent>>,
    /// All of them, where the rent is known for all.
    pub rental: Option<Rental>,
}

impl Renting {
    pub(crate) fn of(pools: &[Pool], counts: &[PoolCount], duration: Time) -> Self {
        let of_pool = |(pool, count): (&Pool, &PoolCount)| PoolRent::of(pool, *count, Span { duration });
        let pools: Vec<_> = pools.iter().zip(counts).map(of_pool).collect();
        let rental = Rental::of(&pools);
        Self { pools, rental }
    }

    pub(crate) fn visit(&self, visitor: &mut dyn FigureVisitor) {
        visit_pools("cost.rental.pools", &self.pools, visitor, PoolRent::visit);
        visit_one("cost.rental", self.rental.as_ref(), visitor, Rental::visit);
    }
}
