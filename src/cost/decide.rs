//! Decide: rent or buy, what an investment is worth by year, lease against purchase.
//!
//! "Never" is a time without end, and is shown as such.

use super::Finance;
use super::finance::Capital;
use super::own::{Hour, Owned, RunningPart, years};
use super::views::PerTime;
use crate::cluster::Cluster;
use crate::footprint::Span;
use crate::quantities::units::{usd, years as of_years};
use crate::quantities::*;
use crate::reliability::DeviceCount;
use crate::tables::{FigureVisitor, figures, sum, visit_one, visit_pools};

/// What the formulas read of renting.
#[derive(Clone, Copy, Debug)]
pub struct RentPart<'a> {
    pub(super) rental: &'a PerTime,
}

figures! {
    /// Rent or buy: from how much use on buying is cheaper.
    pub struct RentOrBuy of (
        cost: RentPart = "cost",
        owned: RunningPart = "cost",
        hour: &Hour = "cost.annuity.hour",
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Rent on demand, by device-hour.
        rent: DeviceRent, "USD/device-h" = cost.rental.per_device_hour;
        /// Running cost, by device-hour.
        running: DeviceRent, "USD/device-h" = owned.running.total / (size.devices * span.duration);
        /// Use after which buying is cheaper.
        /// Hours of a device that is always in use; financing is not counted.
        break_even_use: Time, "h" = break_even(owned.capex.per_device, rent, running, cluster.it_life);
        /// Time after which buying is cheaper, at the share of hours that is used.
        /// Rent is saved in the hours used, running is paid in all.
        break_even_time: Time, "mo" = break_even(owned.capex.per_device, rent * (1.0 - finance.spares) * finance.sold, running, cluster.it_life);
        /// Utilisation above which buying is cheaper.
        /// Share of the hours of the whole life, financing counted.
        break_even_utilisation: f64, "" = at_most_all(ratio(hour.levelised, rent));
    }
}

/// The use that pays for a purchase: `C/(rent − running)`; never, where that is beyond its life.
#[must_use]
pub fn break_even(capex: DevicePrice, rent: DeviceRent, running: DeviceRent, life: Time) -> Time {
    let saved = rent - running;
    let use_of_all = capex / saved;
    if saved.base() > 0.0 && use_of_all <= life { use_of_all } else { Time::from_base(f64::INFINITY) }
}

/// A share, or never where it would be more than all.
#[must_use]
pub fn at_most_all(share: f64) -> f64 {
    if share <= 1.0 { share } else { f64::INFINITY }
}

figures! {
    /// What an investment brings in and takes by the year, at today's prices.
    pub struct Yearly of (
        cost: RentPart = "cost",
        owned: RunningPart = "cost",
        finance: &Finance = "finance",
        span: Span = "",
    ) {
        /// Rent of the hours sold, by the year, at today's rate.
        /// What renting out brings in, or owning saves.
        revenue: MoneyRate, "USD/yr" = cost.rental.per_year * (1.0 - finance.spares) * finance.sold;
        /// Running cost by the year.
        running: MoneyRate, "USD/yr" = owned.running.total / span.duration;
    }
}

figures! {
    /// One year of an investment. Money moves at the end of the year; the purchase stands at its beginning, year 0.
    pub struct YearFlow of (
        place: f64 = "#",
        yearly: &Yearly = "decision.yearly",
        owned: RunningPart = "cost",
        capital: &Capital = "cost.capital",
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
    ) {
        /// Purchases, and replacements at the end of a life.
        investment: Money, "USD" = owned.capex.it * bought(place, finance.horizon, cluster.it_life, finance.price_decay)
            + owned.capex.facility * bought(place, finance.horizon, cluster.facility_life, 0.0);
        /// Rent of the hours sold.
        revenue: Money, "USD" = yearly.revenue * in_use(place, finance.year) * compounded(finance.rent_drift, place - 1.0);
        /// Running cost.
        running: Money, "USD" = yearly.running * in_use(place, finance.year);
        /// Sale of what is left.
        sale: Money, "USD" = owned.capex.it * resold(place, finance.horizon, cluster.it_life, finance.residual, finance.price_decay)
            + owned.capex.facility * resold(place, finance.horizon, cluster.facility_life, finance.facility_residual, 0.0);
        /// Cash flow.
        net: Money, "USD" = revenue + sale - running - investment;
        /// Cash flow, discounted.
        present: Money, "USD" = net / compounded(capital.rate, place);
    }
}

/// A year's time in which there is use: all of a year, none before the first.
#[must_use]
pub fn in_use(place: f64, year: Time) -> Time {
    if place > 0.0 { year } else { Time::default() }
}

/// What one has become after so many whole years of growth: `(1 + r)^n`; one before the first.
#[must_use]
pub fn compounded(rate: AnnualRate, whole_years: f64) -> f64 {
    let (mut left, mut factor) = (whole_years, 1.0);
    while left >= 1.0 {
        factor *= 1.0 + rate.get();
        left -= 1.0;
    }
    factor
}

/// How often a thing has been replaced by the end of a year: as often as a life has ended. A life that ends in the year
/// of the horizon, or before its begin, is stretched to it.
fn replaced(year: f64, horizon: f64, life: f64) -> f64 {
    if horizon <= life { 0.0 } else { f64::floor(year.min(horizon - 1.0).max(0.0) / life) }
}

/// The factor by which prices of the same performance have fallen after so many years: `10^(−k·t)`.
fn price_level(decay: f64, after: f64) -> f64 {
    if after <= 0.0 || decay == 0.0 { 1.0 } else { libm::exp10(-decay * after) }
}

/// What is bought in a year, over today's price: all in year 0, again when a life ends before the horizon.
#[must_use]
pub fn bought(place: f64, horizon: f64, life: Time, decay: impl Measure) -> f64 {
    let life = years(life);
    let again = replaced(place, horizon, life) - replaced(place - 1.0, horizon, life);
    match () {
        () if place == 0.0 => 1.0,
        () if again > 0.0 => again * price_level(decay.base(), place),
        () => 0.0,
    }
}

/// What is sold in a year, over today's price: what a life leaves when it ends; at the horizon, what the straight line
/// has left of what was bought last.
#[must_use]
pub fn resold(place: f64, horizon: f64, life: Time, residual: Share, decay: impl Measure) -> f64 {
    let (life, decay, left) = (years(life), decay.base(), residual.get());
    let done = replaced(place, horizon, life);
    let again = done - replaced(place - 1.0, horizon, life);
    if place < horizon {
        return if again > 0.0 { again * left * price_level(decay, place - life) } else { 0.0 };
    }
    let bought = f64::ceil(done * life);
    let aged = ((horizon - bought) / life).min(1.0);
    (1.0 - (1.0 - left) * aged) * price_level(decay, bought)
}

/// [`paid_back`], of a figure of all years, within a formula.
macro_rules! paid_back {
    ($years:ident.$figure:ident) => {
        paid_back($years.iter().flatten().map(|year| year.$figure))
    };
}

/// [`internal_rate`], of a figure of all years, within a formula.
macro_rules! internal_rate {
    ($years:ident.$figure:ident) => {
        internal_rate($years.iter().flatten().map(|year| year.$figure))
    };
}

figures! {
    /// What an investment is worth.
    pub struct Worth of (years: &[Option<YearFlow>] = "decision.years.*") {
        /// Net present value (NPV).
        npv: Money, "USD" = sum!(years.present);
        /// Payback.
        payback: Time, "yr" = paid_back!(years.net);
        /// Payback, discounted.
        discounted_payback: Time, "yr" = paid_back!(years.present);
        /// Internal rate of return (IRR).
        /// Less than zero where not all comes back; -1 where nothing does.
        irr: AnnualRate, "" = internal_rate!(years.net);
    }
}

/// The time after which flows, one a year from year 0, have summed to nothing, even within a year; never, where they
/// do not.
#[must_use]
pub fn paid_back(flows: impl Iterator<Item = Money>) -> Time {
    let mut sum = usd(0.0);
    for (year, flow) in (0_u16..).zip(flows) {
        let before = sum;
        sum += flow;
        if sum >= usd(0.0) && flow > usd(0.0) {
            return of_years(f64::from(year.max(1)) - 1.0 + ratio(-before, flow).max(0.0));
        }
    }
    Time::from_base(f64::INFINITY)
}

/// The highest rate that is looked at, a thousandfold a year, and over which factor of `1/(1 + r)`: down to a rate of −99.9 %.
const HIGHEST_RATE: f64 = 1_000.0;
const SPAN: f64 = 1_048_576.0;
/// The step by which `1/(1 + r)` grows in the search of a sign, where there may be several.
const STEP: f64 = 2.0;
/// Halvings that leave no bit of the bracket.
const HALVINGS: u8 = 60;

/// How often flows turn from what goes out to what comes in, or back.
fn turns(flows: impl Iterator<Item = Money> + Clone) -> usize {
    let signs = flows.map(Measure::base).filter(|flow| *flow != 0.0).map(|flow| flow > 0.0);
    signs.clone().zip(signs.skip(1)).filter(|(sign, next)| sign != next).count()
}

/// The rate at which flows, one a year from year 0, are worth nothing: of several, one of the highest; −1 where nothing
/// comes back.
///
/// A change of sign of the polynomial in `1/(1 + r)` is searched from the highest rate down, in one step where flows turn
/// once, since then there is one (Descartes); it is closed in upon by Newton's method, kept within its bracket.
#[must_use]
pub fn internal_rate(flows: impl DoubleEndedIterator<Item = Money> + Clone) -> AnnualRate {
    let worth = |v: f64| {
        flows.clone().rev().fold((0.0, 0.0), |(f, slope), flow| (f * v + flow.base(), slope * v + f))
    };
    let mut low = 1.0 / (1.0 + HIGHEST_RATE);
    if worth(low).0 >= 0.0 {
        return AnnualRate::new(HIGHEST_RATE);
    }
    let last = low * SPAN;
    let step = if turns(flows.clone()) == 1 { SPAN } else { STEP };
    let mut high = low * step;
    while worth(high).0 < 0.0 {
        if high >= last {
            return AnnualRate::new(-1.0);
        }
        (low, high) = (high, high * step);
    }
    let mut v = low.max(1.0).min(high);
    for _ in 0..HALVINGS {
        let (f, slope) = worth(v);
        if f < 0.0 {
            low = v
        } else {
            high = v
        }
        let newton = v - f / slope;
        let next = if newton >= low && newton <= high { newton } else { f64::sqrt(low * high) };
        let is_close = (next - v).abs() <= f64::EPSILON * v;
        v = next;
        if is_close {
            break;
        }
    }
    AnnualRate::new(1.0 / v - 1.0)
}

figures! {
    /// Lease against purchase.
    pub struct LeaseOrBuy of (annuity: &Owned = "cost.annuity", size: DeviceCount = "size", span: Span = "") {
        /// Lease at which leasing the IT costs as much as buying it.
        break_even: DeviceRent, "USD/device-mo" = annuity.it / (size.devices * span.duration);
    }
}

figures! {
    /// What a lease saves.
    pub struct Lease of (
        lease: &LeaseOrBuy = "decision.lease",
        cluster: &Cluster = "cluster",
        finance: &Finance = "finance",
        size: DeviceCount = "size",
    ) {
        /// What the lease saves over the life of the IT.
        saved: Money, "USD" = (lease.break_even - finance.lease?) * (size.devices * cluster.it_life);
    }
}

/// What the decisions stand on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grounds<'a> {
    pub(super) capital: &'a Capital,
    pub(super) owned: RunningPart<'a>,
    pub(super) annuity: &'a Owned,
    pub(super) hour: &'a Hour,
    pub(super) rental: Option<&'a PerTime>,
    pub(super) cluster: &'a Cluster,
    pub(super) finance: &'a Finance,
    pub(super) size: DeviceCount,
    pub(super) span: Span,
}

/// Rent against purchase, and the purchase as an investment; where the rent is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Investment {
    /// Rent or buy.
    pub rent_or_buy: RentOrBuy,
    /// By the year, at today's prices.
    pub yearly: Yearly,
    /// Year by year.
    pub years: Vec<Option<YearFlow>>,
    /// What it is worth.
    pub worth: Worth,
}

impl Investment {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn of(on: &Grounds) -> Option<Self> {
        let Grounds { capital, owned, hour, cluster, finance, size, span, .. } = *on;
        let cost = RentPart { rental: on.rental? };
        let yearly = Yearly::of(cost, owned, finance, span)?;
        let mut years = Vec::with_capacity(8);
        let mut place = 0.0;
        while place <= finance.horizon {
            years.push(YearFlow::of(place, &yearly, owned, capital, cluster, finance));
            place += 1.0;
        }
        Some(Self {
            rent_or_buy: RentOrBuy::of(cost, owned, hour, cluster, finance, size, span)?,
            yearly,
            worth: Worth::of(&years)?,
            years,
        })
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("rent_or_buy", Some(&self.rent_or_buy), visitor, RentOrBuy::visit);
        visit_one("yearly", Some(&self.yearly), visitor, Yearly::visit);
        visit_pools("years", &self.years, visitor, YearFlow::visit);
        visit_one("", Some(&self.worth), visitor, Worth::visit);
    }
}

/// The decisions: rent or buy, worth and return, lease or buy.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Rent against purchase, where the rent is known.
    pub investment: Option<Investment>,
    /// Lease against purchase.
    pub lease_or_buy: LeaseOrBuy,
    /// What a lease saves, where one was given.
    pub lease: Option<Lease>,
}

impl Decision {
    pub(super) fn of(on: &Grounds) -> Option<Self> {
        let lease_or_buy = LeaseOrBuy::of(on.annuity, on.size, on.span)?;
        let lease = Lease::of(&lease_or_buy, on.cluster, on.finance, on.size);
        Some(Self { investment: Investment::of(on), lease_or_buy, lease })
    }

    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        let mark = visitor.enter("decision");
        self.investment.iter().for_each(|investment| investment.visit(visitor));
        visit_one("lease", Some(&self.lease_or_buy), visitor, LeaseOrBuy::visit);
        visit_one("lease", self.lease.as_ref(), visitor, Lease::visit);
        visitor.leave(mark);
    }
}
