//! Use: one time in every view of what it costs, each by its name, in the units that people ask for.

use super::Finance;
use super::build::PeakPart;
use crate::footprint::Span;
use crate::quantities::units::{devices, tokens};
use crate::quantities::*;
use crate::reliability::{DeviceCount, Reliability};
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::throughput::WorkDone;
use crate::throughput::serving::{Replica, Served, ServedRates, Service};
use crate::workload::TrainingRun;

/// A view of what a time costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// All that is bought, paid at once.
    Acquisition,
    /// Owned: capital comes back with interest over its life.
    Annuity,
    /// Owned: capital is written off evenly, without interest.
    StraightLine,
    /// Owned: hardware loses value with the progress of its successors.
    Decay,
    /// Rented on demand.
    Rental,
    /// Rented, reserved for a year.
    Reserved,
    /// Rented on the spot market.
    Spot,
    /// The electricity alone.
    Energy,
}

impl View {
    /// Every view, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Acquisition,
        Self::Annuity,
        Self::StraightLine,
        Self::Decay,
        Self::Rental,
        Self::Reserved,
        Self::Spot,
        Self::Energy,
    ];

    /// Where its figures stand.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Acquisition => "cost.acquisition",
            Self::Annuity => "cost.annuity",
            Self::StraightLine => "cost.straight_line",
            Self::Decay => "cost.decay",
            Self::Rental => "cost.rental",
            Self::Reserved => "cost.reserved",
            Self::Spot => "cost.spot",
            Self::Energy => "cost.energy",
        }
    }

    /// Its name, as paths write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.path().strip_prefix("cost.").unwrap_or_default()
    }

    /// Whether it prices the use of all that a run takes, so that a failure or an experiment costs as much by the hour.
    const fn prices_use(self) -> bool {
        !matches!(self, Self::Acquisition | Self::Energy)
    }
}

/// What the formulas read of a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ViewTotal {
    total: Money,
}

figures! {
    /// A view by device and by time.
    pub struct PerTime of (view: ViewTotal = ".", size: DeviceCount = "size", span: Span = "") {
        /// Cost per device-hour.
        per_device_hour: DeviceRent, "USD/device-h" = view.total / (size.devices * span.duration);
        /// Cost per year.
        per_year: MoneyRate, "USD/yr" = view.total / span.duration;
    }
}

figures! {
    /// A view by the power of the IT.
    pub struct PerPower of (view: ViewTotal = ".", power: PeakPart = "power", span: Span = "") {
        /// Cost per rated IT power and month.
        per_it_power: EnergyPrice, "USD/kW/mo" = view.total / (power.it.rated * span.duration);
    }
}

figures! {
    /// A view beside the annuity.
    pub struct Beside of (view: ViewTotal = ".", annuity: ViewTotal = "cost.annuity") {
        /// Cost over that of the annuity.
        over_annuity: f64, "" = ratio(view.total, annuity.total);
    }
}

figures! {
    /// A view by the compute of a run.
    pub struct PerCompute of (view: ViewTotal = ".", work: WorkDone = "work") {
        /// Cost per EFLOP of the model.
        per_compute: ComputePrice, "USD/EFLOP" = view.total / work.compute;
        /// Cost per PFLOP/s of the model for an hour.
        per_petaflop_hour: ComputePrice, "USD/PFLOP-h" = view.total / work.compute;
    }
}

figures! {
    /// A view by the tokens of a run.
    pub struct PerToken of (view: ViewTotal = ".", run: &TrainingRun = "run") {
        /// Cost per million tokens of training.
        per_token: TokenPrice, "USD/million tokens" = view.total / run.tokens?;
    }
}

figures! {
    /// A view by the tokens of a service, each kind by the time of the devices that it takes.
    pub struct PerServed of (
        view: ViewTotal = ".",
        service: &Service = "service",
        replica: &Replica = "service.replica",
        rates: &ServedRates = "service.rates",
        size: DeviceCount = "size",
        span: Span = "",
    ) {
        /// Cost per million tokens of answers, with their prompts.
        per_served_token: TokenPrice, "USD/million tokens" = view.total / service.answers;
        /// Cost per million tokens of answers, their own.
        per_output_token: TokenPrice, "USD/million tokens" = view.total * (1.0 - service.prompt_share) / service.answers;
        /// Cost per million tokens of prompts.
        per_input_token: TokenPrice, "USD/million tokens" = view.total * service.prompt_share / service.prompts;
        /// Cost per million tokens of prompts that the cache holds.
        /// The time to read their keys and values once.
        per_cached_token: TokenPrice, "USD/million tokens" = view.total / (size.devices * span.duration) * (devices(replica.devices) * (replica.kept / rates.memory)) / tokens(replica.attended);
    }
}

figures! {
    /// What of a run's cost goes into what fails, where its goodput is its own.
    pub struct Lost of (view: ViewTotal = ".", goodput: Goodput = "goodput") {
        /// Cost of the time lost to failures.
        failures: Money, "USD" = view.total * (1.0 - goodput);
    }
}

figures! {
    /// What of a run's cost goes into what fails, where its MFU holds the time lost: what is expected of one job over the
    /// whole cluster.
    pub struct LostAsExpected of (view: ViewTotal = ".", reliability: &Reliability = "reliability") {
        /// Cost of the time lost to failures.
        failures: Money, "USD" = view.total * (1.0 - reliability.goodput);
    }
}

/// What failures cost a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Failures {
    /// By the goodput of the run.
    OfRun(Lost),
    /// By what is expected.
    AsExpected(LostAsExpected),
}

impl Failures {
    fn of(view: ViewTotal, run: &TrainingRun, by: &By) -> Option<Self> {
        if run.is_given("goodput") || run.is_timed() {
            return Lost::of(view, by.goodput?).map(Self::OfRun);
        }
        LostAsExpected::of(view, by.reliability?).map(Self::AsExpected)
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::OfRun(lost) => lost.visit(visitor),
            Self::AsExpected(lost) => lost.visit(visitor),
        }
    }
}

figures! {
    /// What a run costs with all that leads up to it.
    pub struct Development of (view: ViewTotal = "..", finance: &Finance = "finance") {
        /// Compute of the development, with its experiments.
        compute: Money, "USD" = view.total * finance.experiments;
        /// Staff of the development.
        staff: Money, "USD" = staffed(finance.staff, finance.staff_share, compute);
        /// Cost of the development.
        total: Money, "USD" = compute + staff;
    }
}

/// What the staff costs: as given, or its share of the whole beside the compute.
#[must_use]
pub fn staffed(given: Option<Money>, share: Share, compute: Money) -> Money {
    given.unwrap_or_else(|| compute * (share.get() / (1.0 - share.get())))
}

/// What the units of a view are counted by.
#[derive(Clone, Copy, Debug)]
pub(super) struct By<'a> {
    pub(super) size: DeviceCount,
    pub(super) span: Span,
    pub(super) power: Option<PeakPart<'a>>,
    pub(super) work: Option<WorkDone>,
    pub(super) run: Option<&'a TrainingRun>,
    pub(super) service: Option<(&'a Served, &'a Service)>,
    pub(super) goodput: Option<Goodput>,
    pub(super) reliability: Option<&'a Reliability>,
    pub(super) finance: &'a Finance,
    pub(super) annuity: Option<Money>,
}

/// A view, in the units that people ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewed {
    /// Which.
    pub view: View,
    /// By device and time.
    pub per_time: PerTime,
    /// By the power of the IT, where it is known.
    pub per_power: Option<PerPower>,
    /// Beside the annuity, where that is known.
    pub beside: Option<Beside>,
    /// By compute, where it is a run.
    pub per_compute: Option<PerCompute>,
    /// By token, where it is a run over tokens.
    pub per_token: Option<PerToken>,
    /// By token, where a model is served.
    pub per_served: Option<PerServed>,
    /// What failures cost, where it is a run.
    pub failures: Option<Failures>,
    /// With all that leads up to it, where it is a run.
    pub development: Option<Development>,
}

impl Viewed {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn of(view: View, total: Money, by: &By) -> Option<Self> {
        let it = ViewTotal { total };
        let of_use = by.run.filter(|_| view.prices_use());
        Some(Self {
            view,
            per_time: PerTime::of(it, by.size, by.span)?,
            per_power: by.power.and_then(|power| PerPower::of(it, power, by.span)),
            beside: by.annuity.and_then(|total| Beside::of(it, ViewTotal { total })),
            per_compute: by.work.and_then(|work| PerCompute::of(it, work)),
            per_token: by.run.and_then(|run| PerToken::of(it, run)),
            per_served: by.service.and_then(|(served, service)| {
                PerServed::of(it, service, &served.replica, &served.rates, by.size, by.span)
            }),
            failures: of_use.and_then(|run| Failures::of(it, run, by)),
            development: of_use.and_then(|_| Development::of(it, by.finance)),
        })
    }

    pub(super) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        let mark = visitor.enter(self.view.path());
        self.per_time.visit(visitor);
        visit_one("", self.per_power.as_ref(), visitor, PerPower::visit);
        visit_one("", self.beside.as_ref(), visitor, Beside::visit);
        visit_one("", self.per_compute.as_ref(), visitor, PerCompute::visit);
        visit_one("", self.per_token.as_ref(), visitor, PerToken::visit);
        visit_one("", self.per_served.as_ref(), visitor, PerServed::visit);
        visit_one("", self.failures.as_ref(), visitor, Failures::visit);
        visit_one("development", self.development.as_ref(), visitor, Development::visit);
        visitor.leave(mark);
    }
}
