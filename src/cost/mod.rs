//! What it costs: build → own → use → decide, each accounting view by its name.
//!
//! Views of the same thing can differ by a factor of twenty, so no figure here is called just "cost".

mod accounts;
mod build;
mod decide;
mod finance;
mod own;
mod rent;
mod size;
mod views;

pub use accounts::Accounts;
pub use build::{Build, Capex, DeviceBill, PoolCapex};
pub use decide::{
    Decision, Investment, Lease, LeaseOrBuy, RentOrBuy, Worth, YearFlow, Yearly, at_most_all, bought,
    break_even, compounded, in_use, internal_rate, paid_back, resold,
};
pub use finance::{Capital, Finance, real, weighted};
pub use own::{
    AnnuityCharge, Bill, Charged, DecayCharge, EnergyBill, Hour, Owned, PeakHour, Running,
    StraightLineCharge, SuppliedBill, decayed, priced, recovery, written_off, years,
};
pub use rent::{OnDemand, Rental, Renting, Reserved, Spot, Term};
pub use size::{
    Announced, Bound, BudgetBound, Chips, Fleet, ItPowerBound, PowerBound, Size, counted, fewest, whole,
};
pub use views::{
    Beside, Development, Failures, Lost, LostAsExpected, PerCompute, PerPower, PerServed, PerTime, PerToken,
    View, Viewed, staffed,
};

pub use crate::footprint::supply::time_of_use;

use crate::cluster::Cluster;
use crate::footprint::{Footprint, Span};
use crate::power::Draw;
use crate::quantities::*;
use crate::reliability::{DeviceCount, Reliability};
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::throughput::serving::{Served, Service};
use crate::throughput::{PeakRate, WorkDone};
use crate::workload::TrainingRun;
use build::PeakPart;
use decide::Grounds;
use own::{Billed, CapexPart, RunningPart};
use views::By;

figures! {
    /// Buying: all is paid at once, whatever the time.
    pub struct Acquisition of (cost: CapexPart = "cost") {
        /// Cost of buying all, at once.
        total: Money, "USD" = cost.capex.total;
    }
}

/// An owner's view: what of the capital is charged, what the time costs, and an hour part by part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnedView<C> {
    /// The shares of the capital that are charged.
    pub charge: C,
    /// What the time costs.
    pub owned: Owned,
    /// An hour of a device, part by part.
    pub hour: Hour,
    /// An hour of the peak rate, where that is known.
    pub peak_hour: Option<PeakHour>,
}

impl<C> OwnedView<C> {
    /// What the time costs in this view.
    #[must_use]
    pub const fn total(&self) -> Money {
        self.owned.total
    }

    fn of(charge: C, charged: Charged, on: &OwnedOn) -> Option<Self> {
        let owned = Owned::of(charged, on.cost)?;
        let hour = Hour::of(&owned, on.cost.running, on.finance, on.size, on.span)?;
        let peak_hour = on.peak.and_then(|peak| PeakHour::of(&hour, on.size, peak));
        Some(Self { charge, owned, hour, peak_hour })
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, view: View, visitor: &mut V, visit: fn(&C, &mut V)) {
        let mark = visitor.enter(view.path());
        visit_one("charged", Some(&self.charge), visitor, visit);
        self.owned.visit(visitor);
        visit_one("hour", Some(&self.hour), visitor, Hour::visit);
        visit_one("hour", self.peak_hour.as_ref(), visitor, PeakHour::visit);
        visitor.leave(mark);
    }
}

/// What the owner's views stand on.
#[derive(Clone, Copy)]
struct OwnedOn<'a> {
    cost: RunningPart<'a>,
    finance: &'a Finance,
    size: DeviceCount,
    span: Span,
    peak: Option<&'a PeakRate>,
}

/// What owning costs, in its views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ownership {
    /// What capital costs.
    pub capital: Capital,
    /// Running it.
    pub running: Running,
    /// As an annuity.
    pub annuity: OwnedView<AnnuityCharge>,
    /// In a straight line.
    pub straight_line: OwnedView<StraightLineCharge>,
    /// With the progress of hardware.
    pub decay: OwnedView<DecayCharge>,
    /// Bought at once.
    pub acquisition: Acquisition,
}

impl Ownership {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn of(capex: &Capex, bill: &Bill, power: PeakPart, on: &On) -> Option<Self> {
        let On { cluster, finance, size, span, .. } = *on;
        let capital = Capital::of(finance)?;
        let emitted = on.footprint.and_then(|print| print.carbon).map(|carbon| carbon.operational);
        let (site, part) = (cluster.site(), CapexPart { capex });
        let bill = Billed { total: bill.total() };
        let running = Running::of(bill, emitted, site, finance, part, power, size, span)?;
        let cost = RunningPart { running: &running, capex };
        let owned = OwnedOn { cost, finance, size, span, peak: on.peak };
        let annuity = AnnuityCharge::of(&capital, cluster, finance, span)?;
        let line = StraightLineCharge::of(cluster, finance, span)?;
        let decay = DecayCharge::of(cluster, finance, span)?;
        let of = |it, facility| Charged { it, facility };
        Some(Self {
            capital,
            running,
            annuity: OwnedView::of(annuity, of(annuity.it, annuity.facility), &owned)?,
            straight_line: OwnedView::of(line, of(line.it, line.facility), &owned)?,
            decay: OwnedView::of(decay, of(decay.it, decay.facility), &owned)?,
            acquisition: Acquisition::of(CapexPart { capex })?,
        })
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("cost.capital", Some(&self.capital), visitor, Capital::visit);
        visit_one("cost.running", Some(&self.running), visitor, Running::visit);
        visit_one(View::Acquisition.path(), Some(&self.acquisition), visitor, Acquisition::visit);
        self.annuity.visit(View::Annuity, visitor, AnnuityCharge::visit);
        self.straight_line.visit(View::StraightLine, visitor, StraightLineCharge::visit);
        self.decay.visit(View::Decay, visitor, DecayCharge::visit);
    }
}

/// What cost stands on, from the rooms above.
#[derive(Clone, Copy)]
pub(crate) struct On<'a> {
    pub(crate) cluster: &'a Cluster,
    pub(crate) finance: &'a Finance,
    pub(crate) power: Option<&'a Draw>,
    pub(crate) footprint: Option<&'a Footprint>,
    pub(crate) peak: Option<&'a PeakRate>,
    pub(crate) work: Option<WorkDone>,
    pub(crate) run: Option<&'a TrainingRun>,
    pub(crate) service: Option<(&'a Served, &'a Service)>,
    pub(crate) goodput: Option<Goodput>,
    pub(crate) reliability: Option<&'a Reliability>,
    pub(crate) size: DeviceCount,
    pub(crate) span: Span,
}

/// The cost stage: build, own, use, decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The electricity bill, where the energy is known.
    pub energy: Option<Bill>,
    /// What it costs to build, where the prices are known.
    pub build: Option<Build>,
    /// What it costs to own.
    pub ownership: Option<Ownership>,
    /// What it costs to rent.
    pub renting: Renting,
    /// Every view that there is, in the units that people ask for.
    pub views: Vec<Viewed>,
    /// Rent or buy, worth and return, lease or buy.
    pub decision: Option<Decision>,
}

impl Cost {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(size: &Size, on: &On) -> Self {
        let (pools, counts) = (on.cluster.pools(), size.counts());
        let power = on.power.map(|draw| PeakPart { it: &draw.it, facility: &draw.facility });
        let energy = on
            .footprint
            .zip(power)
            .and_then(|(print, power)| Bill::of(print, power, on.cluster.site(), on.span));
        let build = power.and_then(|power| {
            Build::of(pools, &size.bills, &counts, &size.draws, power, on.finance, on.size.devices)
        });
        let owned = build.as_ref().zip(energy.as_ref()).zip(power);
        let ownership = owned.and_then(|((build, bill), power)| Ownership::of(&build.capex, bill, power, on));
        let renting = Renting::of(pools, &counts, on.span.duration);
        let mut cost = Self { energy, build, ownership, renting, views: Vec::new(), decision: None };
        cost.views = cost.viewed(power, on);
        cost.decision = cost.decided(on);
        cost
    }

    /// What the time costs in a view.
    #[must_use]
    pub fn total(&self, view: View) -> Option<Money> {
        let own = self.ownership.as_ref();
        let rental = |rental: &Option<Rental>| rental.as_ref().map(|rental| rental.total);
        match view {
            View::Acquisition => own.map(|own| own.acquisition.total),
            View::Annuity => own.map(|own| own.annuity.total()),
            View::StraightLine => own.map(|own| own.straight_line.total()),
            View::Decay => own.map(|own| own.decay.total()),
            View::Rental => rental(&self.renting.on_demand.rental),
            View::Reserved => rental(&self.renting.reserved.rental),
            View::Spot => rental(&self.renting.spot.rental),
            View::Energy => self.energy.as_ref().map(Bill::total),
        }
    }

    /// A view in the units that people ask for, where there is one.
    #[must_use]
    pub fn view(&self, view: View) -> Option<&Viewed> {
        self.views.iter().find(|viewed| viewed.view == view)
    }

    fn viewed(&self, power: Option<PeakPart>, on: &On) -> Vec<Viewed> {
        let On { size, span, work, run, service, goodput, reliability, finance, .. } = *on;
        let by = By {
            size,
            span,
            power,
            work,
            run,
            service,
            goodput,
            reliability,
            finance,
            annuity: self.total(View::Annuity),
        };
        let mut views = Vec::with_capacity(View::ALL.len());
        for view in View::ALL {
            views.extend(self.total(view).and_then(|total| Viewed::of(view, total, &by)));
        }
        views
    }

    fn decided(&self, on: &On) -> Option<Decision> {
        let (own, capex) = (self.ownership.as_ref()?, &self.build.as_ref()?.capex);
        Decision::of(&Grounds {
            capital: &own.capital,
            owned: RunningPart { running: &own.running, capex },
            annuity: &own.annuity.owned,
            hour: &own.annuity.hour,
            rental: self.view(View::Rental).map(|viewed| &viewed.per_time),
            cluster: on.cluster,
            finance: on.finance,
            size: on.size,
            span: on.span,
        })
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one(View::Energy.path(), self.energy.as_ref(), visitor, Bill::visit);
        self.build.iter().for_each(|stage| stage.visit(visitor));
        self.ownership.iter().for_each(|stage| stage.visit(visitor));
        self.renting.visit(visitor);
        self.views.iter().for_each(|viewed| viewed.visit(visitor));
        self.decision.iter().for_each(|decision| decision.visit(visitor));
    }
}
