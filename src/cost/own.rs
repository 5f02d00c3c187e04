//! Own: what running takes, and what of the capital a time is charged, by view.

use super::Finance;
use super::build::{Capex, PeakPart};
use super::finance::Capital;
use crate::cluster::{Cluster, Site, Supply};
use crate::footprint::supply::{MixCost, time_of_use};
use crate::footprint::{EnergyUse, Footprint, Span};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, figures};
use crate::throughput::PeakRate;

figures! {
    /// The electricity bill.
    pub struct EnergyBill of (
        energy: &EnergyUse = "energy",
        power: PeakPart = "power",
        site: &Site = "site",
        span: Span = "",
    ) {
        /// Electricity drawn.
        charge: Money, "USD" = energy.facility * site.electricity * time_of_use(site.peak_share, site.peak_price);
        /// Demand charge.
        demand: Money, "USD" = power.facility.peak * site.demand_charge * span.duration;
        /// Electricity bill.
        total: Money, "USD" = charge + demand;
    }
}

figures! {
    /// The electricity bill of a mix of sources.
    pub struct SuppliedBill of (
        supply: &MixCost = "supply",
        power: PeakPart = "power",
        mix: &Supply = "site",
        site: &Site = "site",
        span: Span = "",
    ) {
        /// Electricity drawn.
        charge: Money, "USD" = supply.cost;
        /// Demand charge.
        demand: Money, "USD" = power.facility.peak * (1.0 - mix.covered_peak) * site.demand_charge * span.duration;
        /// Electricity bill.
        total: Money, "USD" = charge + demand;
    }
}

/// What electricity costs: from the grid alone, or from a mix of sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bill {
    /// From the grid alone.
    Grid(EnergyBill),
    /// From a mix of sources.
    Supplied(SuppliedBill),
}

impl Bill {
    pub(super) fn of(print: &Footprint, power: PeakPart, site: &Site, span: Span) -> Option<Self> {
        match (site.supply(), &print.supply) {
            (Some(supply), Some(mix)) => {
                SuppliedBill::of(&mix.cost?, power, supply, site, span).map(Self::Supplied)
            }
            (Some(_), None) => None,
            (None, _) => EnergyBill::of(&print.energy, power, site, span).map(Self::Grid),
        }
    }

    /// All of it.
    #[must_use]
    pub const fn total(&self) -> Money {
        match self {
            Self::Grid(bill) => bill.total,
            Self::Supplied(bill) => bill.total,
        }
    }

    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Grid(bill) => bill.visit(visitor),
            Self::Supplied(bill) => bill.visit(visitor),
        }
    }
}

/// What the formulas read of the electricity bill.
#[derive(Clone, Copy, Debug)]
pub struct Billed {
    pub(super) total: Money,
}

figures! {
    /// What running costs.
    pub struct Running of (
        bill: Billed = "cost.energy",
        emitted: Option<Carbon> = "carbon.operational",
        site: &Site = "site",
        finance: &Finance = "finance",
        cost: CapexPart = "cost",
        power: PeakPart = "power",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Electricity.
        energy: Money, "USD" = bill.total;
        /// Colocation.
        colocation: Money, "USD" = power.it.rated * finance.colocated * finance.colocation_rent * span.duration;
        /// Remote hands, support and internet.
        operations: Money, "USD" = finance.fixed_operations * (size.devices * span.duration);
        /// Staff, security and upkeep of the facility.
        facility: Money, "USD" = power.it.rated * (1.0 - finance.colocated) * finance.facility_operations * span.duration;
        /// Maintenance and repair.
        maintenance: Money, "USD" = cost.capex.it * finance.maintenance * ratio(span.duration, finance.year);
        /// Software licences.
        software: Money, "USD" = finance.software * (size.devices * span.duration);
        /// Property tax.
        tax: Money, "USD" = cost.capex.total * finance.property_tax * ratio(span.duration, finance.year);
        /// Insurance.
        insurance: Money, "USD" = cost.capex.total * finance.insurance * ratio(span.duration, finance.year);
        /// Carbon price.
        carbon: Money, "USD" = priced(emitted, site.carbon_price);
        /// Running cost.
        total: Money, "USD" = energy + colocation + operations + facility + maintenance + software + tax + insurance + carbon;
    }
}

/// What a carbon costs at a price; nothing, where it is not known.
#[must_use]
pub fn priced(carbon: Option<Carbon>, price: CarbonPrice) -> Money {
    carbon.map_or_else(Money::default, |carbon| carbon * price)
}

/// What the formulas read of the building.
#[derive(Clone, Copy, Debug)]
pub struct CapexPart<'a> {
    pub(super) capex: &'a Capex,
}

/// What the formulas read of building and running.
#[derive(Clone, Copy, Debug)]
pub struct RunningPart<'a> {
    pub(super) running: &'a Running,
    pub(super) capex: &'a Capex,
}

/// A time in years of 8,760 hours, as a plain number.
#[must_use]
pub fn years(time: Time) -> f64 {
    ratio(time, units::years(1.0))
}

/// Below this, the interest of a whole life is lost in the rounding, and an annuity is a straight line.
const NO_INTEREST: f64 = 1e-9;

/// The share of a capital that an annuity recovers in so many years: `(1 − R·(1 + i)^−nL) · i / (1 − (1 + i)^−nL)`,
/// `i = r/n`, by payment; `R` is the share of the price that is left at the end of the life.
///
/// Goes over into a straight line as the rate goes to zero.
#[must_use]
pub fn recovery(rate: AnnualRate, life: Time, payments: Ratio, residual: Share, elapsed: f64) -> Share {
    let (payments_of_life, payments_of_time) = (years(life) * payments.get(), elapsed * payments.get());
    let i = rate.get() / payments.get();
    if (i * payments_of_life).abs() < NO_INTEREST {
        return written_off(life, residual, elapsed);
    }
    let paid_back = -libm::expm1(-payments_of_life * libm::log1p(i));
    let kept = residual.get() * (1.0 - paid_back);
    Share::new((1.0 - kept) * payments_of_time * i / paid_back)
}

/// The share of a capital that a straight line writes off in so many years: `(1 − R)/L`, by year.
#[must_use]
pub fn written_off(life: Time, residual: Share, elapsed: f64) -> Share {
    Share::new((1.0 - residual.get()) * elapsed / years(life))
}

/// The share of a price that the progress of hardware takes in so many years: `10^(−k·age) · k · ln 10`, by year.
///
/// As Epoch AI counts it: at the rate of the first moment, so that it is for times far shorter than a life. Hardware that
/// gains value is charged nothing.
#[must_use]
pub fn decayed(decay: AnnualRate, age: Time, elapsed: f64) -> Share {
    let value = libm::exp10(-decay.get() * years(age));
    Share::new((value * decay.get() * core::f64::consts::LN_10 * elapsed).max(0.0))
}

figures! {
    /// What of the capital an annuity charges a time: the capital comes back with interest over its life.
    ///
    /// # References
    /// - Barroso, Hölzle, Ranganathan (2018), "The Datacenter as a Computer", chapter 6
    pub struct AnnuityCharge of (
        capital: &Capital = "cost.capital",
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
        span: Span = "",
    ) {
        /// Share of the IT's capital that is charged, annuity.
        it: Share, "" = recovery(capital.rate, cluster.it_life, finance.compounding, finance.residual, ratio(span.duration, finance.year));
        /// Share of the facility's capital that is charged, annuity.
        facility: Share, "" = recovery(capital.rate, cluster.facility_life, finance.compounding, finance.facility_residual, ratio(span.duration, finance.year));
    }
}

figures! {
    /// What of the capital a straight line charges a time: it is written off evenly over its life, without interest.
    pub struct StraightLineCharge of (
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
        span: Span = "",
    ) {
        /// Share of the IT's capital that is charged, straight line.
        it: Share, "" = written_off(cluster.it_life, finance.residual, ratio(span.duration, finance.year));
        /// Share of the facility's capital that is charged, straight line.
        facility: Share, "" = written_off(cluster.facility_life, finance.facility_residual, ratio(span.duration, finance.year));
    }
}

figures! {
    /// What of the capital a time is charged as hardware loses value with the progress of its successors; the facility
    /// in a straight line.
    ///
    /// # References
    /// - Cottier et al. (2024), "The rising costs of training frontier AI models", arXiv:2405.21015
    pub struct DecayCharge of (
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
        span: Span = "",
    ) {
        /// Share of the IT's capital that is charged, decay.
        it: Share, "" = decayed(finance.price_decay, finance.age, ratio(span.duration, finance.year));
        /// Share of the facility's capital that is charged, decay.
        facility: Share, "" = written_off(cluster.facility_life, finance.facility_residual, ratio(span.duration, finance.year));
    }
}

/// The shares of the capital that a view charges a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Charged {
    /// Of the IT's.
    pub it: Share,
    /// Of the facility's.
    pub facility: Share,
}

figures! {
    /// What a time costs an owner, in one view of what of the capital it is charged.
    pub struct Owned of (charged: Charged = ".charged", cost: RunningPart = "cost") {
        /// Capital charge for the IT.
        it: Money, "USD" = cost.capex.it * charged.it;
        /// Capital charge for the facility.
        facility: Money, "USD" = cost.capex.facility * charged.facility;
        /// Running cost.
        running: Money, "USD" = cost.running.total;
        /// Cost of the period.
        total: Money, "USD" = it + facility + running;
    }
}

figures! {
    /// What an hour of a device costs its owner, part by part.
    pub struct Hour of (
        view: &Owned = "..",
        running: &Running = "cost.running",
        finance: &Finance = "finance",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Capital of the IT, by device-hour.
        it: DeviceRent, "USD/device-h" = view.it / (size.devices * span.duration);
        /// Capital of the facility, by device-hour.
        facility: DeviceRent, "USD/device-h" = view.facility / (size.devices * span.duration);
        /// Electricity, by device-hour.
        energy: DeviceRent, "USD/device-h" = running.energy / (size.devices * span.duration);
        /// Colocation, by device-hour.
        colocation: DeviceRent, "USD/device-h" = running.colocation / (size.devices * span.duration);
        /// Staff, support and upkeep, by device-hour.
        operations: DeviceRent, "USD/device-h" = (running.operations + running.facility) / (size.devices * span.duration);
        /// Maintenance and repair, by device-hour.
        maintenance: DeviceRent, "USD/device-h" = running.maintenance / (size.devices * span.duration);
        /// Software licences, by device-hour.
        software: DeviceRent, "USD/device-h" = running.software / (size.devices * span.duration);
        /// Tax, insurance and carbon price, by device-hour.
        tax: DeviceRent, "USD/device-h" = (running.tax + running.insurance + running.carbon) / (size.devices * span.duration);
        /// Total cost of ownership (TCO), by device-hour installed.
        total: DeviceRent, "USD/device-h" = it + facility + energy + colocation + operations + maintenance + software + tax;
        /// Levelised cost of compute (LCOC), by device-hour delivered.
        /// The spares deliver none.
        levelised: DeviceRent, "USD/device-h" = total / (1.0 - finance.spares);
        /// Cost by device-hour sold.
        sold: DeviceRent, "USD/device-h" = levelised / finance.sold;
    }
}

figures! {
    /// What an hour of the peak rate costs its owner.
    pub struct PeakHour of (hour: &Hour = ".", size: DeviceCount = "size", throughput: &PeakRate = "throughput") {
        /// Levelised cost of a PFLOP/s of peak rate for an hour.
        per_peak_petaflop_hour: ComputePrice, "USD/PFLOP-h" = hour.levelised * size.devices / throughput.peak;
    }
}
