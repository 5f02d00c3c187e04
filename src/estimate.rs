//! The flow itself: from a scenario to its figures, room by room.

use crate::catalogue::{METHODS, Method, Precision, Status, find};
use crate::cluster::{Cluster, Pool};
use crate::cost::{Accounts, Bound, Cost, Decision, Finance, On, Ownership, Size};
use crate::error::{Amount, Code, Error};
use crate::footprint::service::ServedBy;
use crate::footprint::{Footprint, Span};
use crate::power::Draw;
use crate::power::fabric::{self, Fabric, ScaleUp};
use crate::power::storage::StorageCount;
use crate::power::work::AtWork;
use crate::quantities::*;
use crate::reliability::{DeviceCount, Faults, Uptime};
use crate::tables::{
    Belief, Choice, FigureVisitor, Input, InputVisitor, Path, Slot, Values, visit_one, visit_pools,
};
use crate::throughput::efficiency::Efficiency;
use crate::throughput::serving::{self, Served, Service, ServingEfficiency};
use crate::throughput::step::{Setting, Step};
use crate::throughput::{Clock, PoolCount, Throughput, Utilisation, WorkDone, legal, mfu};
use crate::workload::{Model, OfShape, Operation, Parts, ServingLoad, ShapeWork, TrainingRun, Work};

/// A time of a cluster: what it can do, draws, emits and costs in a year.
///
/// # Errors
/// When an input is outside its domain, or the number of devices can be known neither from the catalogue nor
/// from power and budget. What else is missing leaves out the figures that need it, and a note says so.
pub fn operate(cluster: &Cluster) -> Result<Estimate, Error> {
    Scenario::operation(Operation::year(), cluster.clone()).evaluate()
}

/// A training run on a cluster: how long it takes, what it draws, emits and costs.
///
/// # Errors
/// As [`operate`]; and when the compute of the run, or the rate of the devices, is not known.
pub fn train(run: &TrainingRun, cluster: &Cluster) -> Result<Estimate, Error> {
    Scenario::training(run.clone(), cluster.clone()).evaluate()
}

/// A model in service on a cluster: how many tokens it gives to how many users, what it draws, emits and costs.
///
/// # Errors
/// As [`operate`]; and when the shape of the model is not known, when no layout holds it, or when what is promised or asked
/// for is out of reach: names the nearest that is not.
pub fn serve(load: &ServingLoad, cluster: &Cluster) -> Result<Estimate, Error> {
    Scenario::serving(load.clone(), cluster.clone()).evaluate()
}

/// What is to be calculated: a cluster, the work on it, and the assumptions behind its cost and its faults.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scenario {
    /// The cluster.
    pub cluster: Cluster,
    /// What runs on it.
    pub task: Task,
    /// What of their rated speeds its devices reach, where a step is timed or something of it was given.
    pub efficiency: Option<Box<Efficiency>>,
    /// What of their rated speeds its devices reach in serving, where that is what they do.
    pub serving_efficiency: Option<Box<ServingEfficiency>>,
    /// What fails.
    pub faults: Faults,
    /// What money costs.
    pub finance: Box<Finance>,
    /// What money is counted in.
    pub money: Accounts,
    /// A method whose inputs stand in place of the defaults, where none was given.
    pub method: Option<&'static Method>,
}

/// The choice of a method.
static METHOD: Choice = Choice { name: "method", label: "Method" };
/// The choice of none: the published defaults.
const NO_METHOD: &str = "none";

/// What runs on a cluster.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// It stands for a time, at its usual load.
    Operation(Operation),
    /// It trains a model.
    Training(Box<TrainingRun>),
    /// It serves a model.
    Serving(Box<ServingLoad>),
}

impl Task {
    /// The training run, where it is one.
    #[must_use]
    pub const fn run(&self) -> Option<&TrainingRun> {
        match self {
            Self::Operation(_) | Self::Serving(_) => None,
            Self::Training(run) => Some(run),
        }
    }

    /// What is served, where it is a service.
    #[must_use]
    pub const fn load(&self) -> Option<&ServingLoad> {
        match self {
            Self::Serving(load) => Some(load),
            Self::Operation(_) | Self::Training(_) => None,
        }
    }

    /// The model that it trains or serves.
    #[must_use]
    pub const fn model(&self) -> Option<&Model> {
        match self {
            Self::Operation(_) => None,
            Self::Training(run) => Some(run.model()),
            Self::Serving(load) => Some(load.model()),
        }
    }

    /// The same of another model, where it is of one.
    #[must_use]
    pub(crate) fn with_model(self, model: &Model) -> Self {
        match self {
            Self::Operation(operation) => Self::Operation(operation),
            Self::Training(run) => Self::Training(Box::new(run.with_model(model.clone()))),
            Self::Serving(load) => Self::Serving(Box::new(load.with_model(model.clone()))),
        }
    }

    fn mfu(&self) -> Option<Mfu> {
        match self {
            Self::Operation(operation) => operation.mfu(),
            Self::Training(run) => run.mfu(),
            Self::Serving(_) => None,
        }
    }

    fn clock(
        &self,
        work: Option<&Work>,
        throughput: Option<&Throughput>,
        uptime: Option<&Uptime>,
        devices: Devices,
    ) -> Option<Clock> {
        let expected = uptime.map(|uptime| uptime.job.goodput);
        match self {
            Self::Operation(operation) => Clock::of_operation(operation, devices),
            Self::Training(run) => {
                Clock::of_run(work?, throughput?.training.as_ref()?, run, expected, devices)
            }
            Self::Serving(load) => Clock::of_service(load, devices),
        }
    }
}

impl Scenario {
    /// A time of operation.
    #[must_use]
    pub fn operation(operation: Operation, cluster: Cluster) -> Self {
        Self::of(Task::Operation(operation), cluster)
    }

    /// A training run.
    #[must_use]
    pub fn training(run: TrainingRun, cluster: Cluster) -> Self {
        Self::of(Task::Training(Box::new(run)), cluster)
    }

    /// A model in service.
    #[must_use]
    pub fn serving(load: ServingLoad, cluster: Cluster) -> Self {
        Self::of(Task::Serving(Box::new(load)), cluster)
    }

    fn of(task: Task, cluster: Cluster) -> Self {
        let (faults, money) = (Faults::published(), Accounts::dollars());
        let finance = Box::new(Finance::published());
        Self {
            cluster,
            task,
            efficiency: None,
            serving_efficiency: None,
            faults,
            finance,
            money,
            method: None,
        }
    }

    /// The same with other assumptions behind its cost.
    #[must_use]
    pub fn with_finance(mut self, finance: Finance) -> Self {
        *self.finance = finance;
        self
    }

    /// The same with other faults.
    #[must_use]
    pub fn with_faults(mut self, faults: Faults) -> Self {
        self.faults = faults;
        self
    }

    /// The same with money counted otherwise.
    #[must_use]
    pub fn with_money(mut self, money: Accounts) -> Self {
        self.money = money;
        self
    }

    /// The same by a method of cost: what it sets stands in place of the defaults.
    #[must_use]
    pub const fn with_method(mut self, method: &'static Method) -> Self {
        self.method = Some(method);
        self
    }

    /// Takes what the method sets, but for what was given.
    fn take_method(&mut self, method: &'static Method) {
        let accelerators = self.cluster.pools().iter().map(|pool| pool.accelerator().id).collect();
        let mut visitor = Take { path: Path::new(), method, accelerators };
        // What only puts values refuses none.
        let _ = self.cluster.visit(&mut visitor);
        let mark = visitor.enter("finance");
        let _ = self.finance.visit_inputs(&mut visitor);
        visitor.leave(mark);
    }

    /// What money is shown in; dollars, where the currency has no rate.
    #[must_use]
    pub(crate) fn denomination(&self) -> Denomination {
        self.money.denomination().unwrap_or(Denomination::DOLLARS)
    }

    /// The same with carbon counted as its country's, unless it was given.
    pub(crate) fn on_country_basis(mut self) -> Self {
        let site = self.cluster.site().clone().on_country_basis();
        self.cluster = self.cluster.with_site(site);
        self
    }

    /// The precision asked for; else BF16, or FP16 where the devices have no BF16.
    fn precision(&self) -> Precision {
        let asked = match &self.task {
            Task::Operation(operation) => operation.precision(),
            Task::Training(run) => run.precision(),
            Task::Serving(load) => load.precision(),
        };
        let has_bf16 = |pool: &Pool| pool.accelerator().peak.bf16.is_some();
        let usual =
            || if self.cluster.pools().iter().any(has_bf16) { Precision::Bf16 } else { Precision::Fp16 };
        asked.unwrap_or_else(usual)
    }

    /// Takes what follows from the choices: the method's inputs, peak rates at the precision, the MFU of the generation.
    pub(crate) fn resolve(&mut self) {
        self.money.resolve();
        if let Some(method) = self.method {
            self.take_method(method);
        }
        if self.cluster.counts_network() {
            self.cluster.take_overhead(fabric::counted_overhead(&self.cluster));
            self.finance
                .take_network(fabric::counted_price_share(&self.cluster, self.finance.over_servers()));
        }
        self.cluster.resolve_site();
        let precision = self.precision();
        self.cluster.pools_at(precision);
        if let Some(first) = self.cluster.pools().first() {
            let expected = mfu::expected(first.accelerator(), precision);
            let reached = Efficiency::large_products(first.accelerator(), precision);
            match &mut self.task {
                Task::Operation(operation) => operation.resolve(precision, expected),
                Task::Training(run) => {
                    run.resolve(precision, expected);
                    self.cluster.load_by_run(&reached);
                }
                Task::Serving(load) => load.resolve(precision),
            }
        }
        if self.efficiency.is_some() || self.task.run().is_some_and(TrainingRun::is_timed) {
            self.efficiency = Some(Box::new(self.reached()));
        }
        if matches!(self.task, Task::Serving(_)) {
            self.resolve_service();
        }
    }

    /// Takes what a service leaves open: what its devices reach and draw, its layout and batch, and how many devices what is
    /// asked for takes, where their number cannot be known otherwise.
    #[inline(never)]
    fn resolve_service(&mut self) {
        self.serving_efficiency = Some(Box::new(self.reached_in_service()));
        self.cluster.load_by_service(serving::draws());
        let search = || {
            let found = serving::Search::of(&self.service()?, self.devices_at_hand()).best()?;
            Some([found.pipeline, found.tensor, found.batch])
        };
        let found = self.task.load().and_then(ServingLoad::laid_out).or_else(search);
        if let (Some(found), Task::Serving(load)) = (found, &mut self.task) {
            load.take_found(found);
        }
        if let Some(needed) = self.devices_asked_for() {
            self.cluster.take_count(needed);
        }
    }

    /// What a service is computed from; `None` where the scenario is none, or its model has no shape.
    pub(crate) fn service(&self) -> Option<serving::Setting<'_>> {
        let (load, reached) = (self.task.load()?, self.serving_efficiency.as_deref()?);
        let model = load.model().shape()?;
        let parts = Parts::of(model)?;
        Some(serving::Setting { model, parts, load, pool: self.cluster.pools().first()?, reached })
    }

    /// Why a service has no layout.
    pub(crate) fn unmet_service(&self, setting: &serving::Setting) -> Error {
        serving::legal::unmet(setting, PoolCount { devices: units::devices(self.devices_at_hand()) })
    }

    /// Refuses a service that has no layout.
    fn check_found(&self) -> Result<(), Error> {
        match (self.task.load(), self.service()) {
            (Some(load), Some(setting)) if load.batch().is_none() || load.tensor().is_none() => {
                Err(self.unmet_service(&setting))
            }
            _ => Ok(()),
        }
    }

    /// Refuses a service that its devices do not hold, or whose demand they cannot meet.
    fn check_service(&self, stages: &Stages) -> Result<(), Error> {
        let (Some(setting), Some(served), Some(service)) = (self.service(), &stages.served, &stages.service)
        else {
            return Ok(());
        };
        let size = PoolCount { devices: stages.size.fleet.devices() };
        serving::legal::check(&setting, served, size)?;
        serving::legal::check_demand(&setting, service, size)
    }

    /// The devices that a replica may take: all of them, where their number is given.
    pub(crate) fn devices_at_hand(&self) -> f64 {
        let count = self.cluster.pools().first().and_then(Pool::count);
        count.map_or(f64::INFINITY, Measure::base)
    }

    /// The devices that what is asked for takes, where nothing else says how many there are.
    fn devices_asked_for(&self) -> Option<Devices> {
        let load = self.task.load()?;
        let [pool] = self.cluster.pools() else { return None };
        if pool.count().is_some() || self.cluster.is_limited() {
            return None;
        }
        let served = Served::of(&self.service()?)?;
        let replica = PoolCount { devices: units::devices(served.replica.devices) };
        Some(served.service(load, replica)?.needed)
    }

    /// What of their rated speeds the devices reach in serving: what was given, and else what is fitted.
    fn reached_in_service(&self) -> ServingEfficiency {
        let of_pool = |pool: &Pool| ServingEfficiency::calibrated(pool.accelerator(), self.precision());
        let fitted = self.cluster.pools().first().map_or_else(ServingEfficiency::of_none, of_pool);
        self.serving_efficiency.iter().fold(fitted, |fitted, given| fitted.with_given(given))
    }

    /// What the classes of work of a run are, where its draw is not given.
    fn at_work(&self, step: Option<&Step>, served: Option<(&Served, &Service)>, devices: Devices) -> AtWork {
        if let (Some((served, service)), None) = (served, self.cluster.load()) {
            return AtWork::of_service(served, service);
        }
        match (self.task.run(), self.cluster.load(), self.cluster.pools().first()) {
            (Some(run), None, Some(pool)) => {
                let size = PoolCount { devices };
                AtWork::of(step, Utilisation { mfu: run.mfu() }, self.cluster.draw(), pool, size)
            }
            _ => AtWork::default(),
        }
    }

    /// What of their rated speeds the devices reach in this run: what was given, and else what is fitted.
    #[inline(never)]
    pub(crate) fn reached(&self) -> Efficiency {
        let fitted = match (self.task.run(), self.cluster.pools().first()) {
            (Some(run), Some(pool)) => Efficiency::of_run(pool.accelerator(), self.precision(), run),
            _ => Efficiency::of_none(),
        };
        self.efficiency.iter().fold(fitted, |fitted, given| fitted.with_given(given))
    }

    /// Walks the inputs in the order of the tables.
    ///
    /// # Errors
    /// When the visitor refuses, or wants an option that there is not.
    pub fn visit_inputs(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        if let Some(id) = visitor.choice(&METHOD, self.method.map_or(NO_METHOD, |method| method.id)) {
            self.method = if id == NO_METHOD { None } else { Some(find(METHODS, &id)?) };
        }
        match &mut self.task {
            Task::Operation(operation) => operation.visit(visitor)?,
            Task::Training(run) => run.visit(visitor)?,
            Task::Serving(load) => load.visit(visitor)?,
        }
        self.cluster.visit(visitor)?;
        if self.task.run().is_some() {
            let mark = visitor.enter("efficiency");
            let mut reached = self.efficiency.take().unwrap_or_else(|| Box::new(self.reached()));
            reached.visit_inputs(visitor)?;
            self.efficiency = Some(reached);
            visitor.leave(mark);
        }
        if matches!(self.task, Task::Serving(_)) {
            let mark = visitor.enter("serving_efficiency");
            let mut reached =
                self.serving_efficiency.take().unwrap_or_else(|| Box::new(self.reached_in_service()));
            reached.visit_inputs(visitor)?;
            self.serving_efficiency = Some(reached);
            visitor.leave(mark);
        }
        let mark = visitor.enter("faults");
        self.faults.visit_inputs(visitor)?;
        visitor.leave(mark);
        let mark = visitor.enter("finance");
        self.finance.visit_inputs(visitor)?;
        visitor.leave(mark);
        let mark = visitor.enter("money");
        self.money.visit(visitor)?;
        visitor.leave(mark);
        Ok(())
    }

    /// Refuses inputs outside their domains.
    pub(crate) fn check_inputs(&self) -> Result<(), Error> {
        match &self.task {
            Task::Operation(operation) => operation.check_all()?,
            Task::Training(run) => run.check_all()?,
            Task::Serving(load) => load.check_all()?,
        }
        self.cluster.check_all()?;
        if self.cluster.pools().is_empty() {
            return Err(Error::wrong_form("cluster.pools", "form-pools"));
        }
        self.efficiency.iter().try_for_each(|reached| reached.check_at(&|| "efficiency".to_owned()))?;
        let mut in_service = self.serving_efficiency.iter();
        in_service.try_for_each(|reached| reached.check_at(&|| "serving_efficiency".to_owned()))?;
        self.faults.check_all()?;
        self.finance.check_all()?;
        self.money.check_all()
    }

    /// Takes what follows from inputs of a resolved scenario that were moved within their domains.
    ///
    /// # Errors
    /// When they exclude each other, as [`evaluate`](Self::evaluate) refuses them.
    pub(crate) fn settle(&mut self) -> Result<(), Error> {
        self.task.run().map_or(Ok(()), |run| run.model().check_consistent())?;
        self.faults.check_shares()?;
        self.cluster.settle()
    }

    /// Calculates the figures.
    ///
    /// # Errors
    /// See [`operate`] and [`train`].
    pub fn evaluate(mut self) -> Result<Estimate, Error> {
        self.resolve();
        self.check_inputs()?;
        self.check_found()?;
        let stages = Box::new(Stages::of(&self)?);
        self.check_service(&stages)?;
        Ok(Estimate { scenario: self, stages })
    }
}

/// Puts what a method sets into the inputs that were not given.
struct Take {
    path: Path,
    method: &'static Method,
    accelerators: Vec<&'static str>,
}

impl InputVisitor for Take {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(
        &mut self,
        input: &'static Input,
        slot: &mut dyn Slot,
        belief: &mut Belief,
    ) -> Result<(), Error> {
        let value = self.method.value(&self.path.join(input.name), &self.accelerators);
        if let Some(value) = value.filter(|_| slot.get().is_none() || !belief.is_given()) {
            slot.put(value);
            let evidence = &self.method.evidence;
            *belief = Belief { grade: evidence.grade, evidence, ..Belief::given(value) };
        }
        Ok(())
    }
}

/// The figures of every room, in the order in which they flow.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stages {
    /// How many devices.
    pub size: Size,
    /// How much work, where the task is a run.
    pub work: Option<Work>,
    /// How fast.
    pub throughput: Option<Throughput>,
    /// A step of the run, operator by operator, where its batch is known.
    pub step: Option<Box<Step>>,
    /// A replica of a service.
    pub served: Option<Box<Served>>,
    /// What all replicas of a service give.
    pub service: Option<Service>,
    /// How long.
    pub clock: Clock,
    /// How much of the time counts.
    pub reliability: Option<Uptime>,
    /// The fabric, counted.
    pub network: Option<Fabric>,
    /// The switches within the scale-up domains of each pool, counted.
    pub scale_up: Vec<Option<ScaleUp>>,
    /// The storage, counted.
    pub storage: Option<StorageCount>,
    /// What it draws.
    pub power: Option<Draw>,
    /// Energy, carbon, water.
    pub footprint: Option<Footprint>,
    /// What it costs.
    pub cost: Cost,
}

impl Stages {
    pub(crate) fn of(scenario: &Scenario) -> Result<Self, Error> {
        let Scenario { cluster, task, faults, finance, .. } = scenario;
        let size = Size::of(cluster, finance).map_err(|bound| not_derivable(cluster, bound))?;
        let (count, counts) = (DeviceCount { devices: size.fleet.devices() }, size.counts());
        let work = task.run().and_then(Work::of);
        let (throughput, step) = paced(scenario, work.as_ref(), &counts)?;
        let (served, service) = served(scenario, &counts)?.unzip();
        let in_service = served.as_ref().zip(service.as_ref());
        let reliability = Uptime::of(faults, work.as_ref(), count.devices);
        let clock = clocked(scenario, work.as_ref(), throughput.as_ref(), reliability.as_ref(), count)?;
        let at_work = scenario.at_work(step.as_deref(), in_service, count.devices);
        let power = Draw::of(&size.draws, &counts, cluster, at_work);
        let span = Span { duration: clock.duration() };
        let of_draw = |draw| footprint(scenario, draw, &counts, service.as_ref(), count, span);
        let footprint = power.as_ref().and_then(of_draw);
        let on = On {
            cluster,
            finance,
            power: power.as_ref(),
            footprint: footprint.as_ref(),
            peak: throughput.as_ref().map(|rate| &rate.peak),
            work: work.as_ref().map(WorkDone::from),
            run: task.run(),
            service: in_service,
            goodput: clock.goodput(),
            reliability: reliability.as_ref().map(|stage| &stage.job),
            size: count,
            span,
        };
        let cost = Cost::of(&size, &on);
        let network = Fabric::of(cluster.network(), count);
        let pools = cluster.pools().iter().zip(&counts);
        let scale_up = pools.map(|(pool, count)| ScaleUp::of(pool, *count)).collect();
        let storage = StorageCount::of(cluster.storage(), count);
        let served = served.map(Box::new);
        Ok(Self {
            size,
            work,
            throughput,
            step,
            served,
            service,
            clock,
            reliability,
            network,
            scale_up,
            storage,
            power,
            footprint,
            cost,
        })
    }

    /// Walks the figures in the order of their computation.
    pub fn visit(&self, visitor: &mut dyn FigureVisitor) {
        self.walk(visitor);
    }

    /// Puts the values of all figures, in base units and in the order of [`visit`](Self::visit), in place of what stood there.
    pub fn values(&self, values: &mut Vec<f64>) {
        let seen = self.values_into(values);
        if seen > values.len() {
            values.resize(seen, 0.0);
            self.values_into(values);
        }
        values.truncate(seen);
    }

    /// Puts the values of the first figures into what room there is; how many figures there are.
    pub(crate) fn values_into(&self, values: &mut [f64]) -> usize {
        let mut visitor = Values { into: values, seen: 0 };
        self.walk(&mut visitor);
        visitor.seen
    }

    fn walk<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.work.iter().for_each(|work| work.visit(visitor));
        self.size.visit(visitor);
        self.step.iter().for_each(|stage| stage.visit(visitor));
        self.throughput.iter().for_each(|stage| stage.visit(visitor));
        if let Some(served) = &self.served {
            served.visit(visitor);
        }
        visit_one("service", self.service.as_ref(), visitor, Service::visit);
        self.reliability.iter().for_each(|stage| stage.visit(visitor));
        self.clock.visit(visitor);
        visit_one("network", self.network.as_ref(), visitor, Fabric::visit);
        visit_pools("network.pools", &self.scale_up, visitor, ScaleUp::visit);
        visit_one("storage", self.storage.as_ref(), visitor, StorageCount::visit);
        self.power.iter().for_each(|stage| stage.visit(visitor));
        self.footprint.iter().for_each(|stage| stage.visit(visitor));
        self.cost.visit(visitor);
    }
}

/// How fast the devices are, and a step of the run where it can be timed.
fn paced(
    scenario: &Scenario,
    work: Option<&Work>,
    counts: &[PoolCount],
) -> Result<(Option<Throughput>, Option<Box<Step>>), Error> {
    let throughput = Throughput::of(scenario.cluster.pools(), counts, scenario.task.mfu());
    let Some(timed) = Timed::of(scenario, work, counts) else { return Ok((throughput, None)) };
    let step = Box::new(timed.step()?);
    let throughput = throughput.map(|rate| rate.with_step(timed.setting.run, timed.total, &step));
    Ok((throughput, Some(step)))
}

/// How long it takes, where it ends.
fn clocked(
    scenario: &Scenario,
    work: Option<&Work>,
    throughput: Option<&Throughput>,
    uptime: Option<&Uptime>,
    count: DeviceCount,
) -> Result<Clock, Error> {
    let clock = scenario.task.clock(work, throughput, uptime, count.devices);
    let clock = clock.ok_or_else(|| missing_for_duration(scenario, work, throughput))?;
    if !clock.duration().base().is_finite() {
        return Err(Error::new(Code::NeverEnds, vec![("field", "run.goodput".to_owned())]));
    }
    Ok(clock)
}

/// Energy, carbon, water; of a service by the token too.
fn footprint(
    scenario: &Scenario,
    draw: &Draw,
    counts: &[PoolCount],
    service: Option<&Service>,
    size: DeviceCount,
    span: Span,
) -> Option<Footprint> {
    let print = Footprint::of(draw, &scenario.cluster, counts, size, span.duration)?;
    let Some((load, service)) = scenario.task.load().zip(service) else { return Some(print) };
    Some(print.with_tokens(&ServedBy { work: draw.first_work(), load, service, size }))
}

/// A run whose step can be timed: its shape and batch are known, its MFU is not given, and it runs on one kind of devices.
struct Timed<'a> {
    setting: Setting<'a>,
    total: &'a ShapeWork,
}

impl<'a> Timed<'a> {
    fn of(scenario: &'a Scenario, work: Option<&'a Work>, counts: &[PoolCount]) -> Option<Self> {
        let run = scenario.task.run().filter(|run| run.is_timed())?;
        let (Some(OfShape { parts, total }), [pool], [size]) =
            (work?.shape(), scenario.cluster.pools(), counts)
        else {
            return None;
        };
        let (model, efficiency) = (run.model().shape()?, scenario.efficiency.as_deref()?);
        Some(Self { setting: Setting { model, parts, run, pool, efficiency, size: *size }, total })
    }

    #[inline(never)]
    fn step(&self) -> Result<Step, Error> {
        let Setting { model, run, pool, size, .. } = self.setting;
        legal::check(model, run, size)?;
        let lacks = || {
            let fields = [
                ("peak", pool.peak().is_none()),
                ("half_peak", pool.half_peak().is_none()),
                ("memory_bandwidth", pool.memory_bandwidth().is_none()),
                ("scale_up_devices", pool.scale_up_devices().is_none()),
            ];
            let field = fields.into_iter().find(|(_, missing)| *missing).map_or("memory", |(field, _)| field);
            missing(&format!("cluster.pools.0.{field}"), pool.accelerator().id)
        };
        let step = Step::of(&self.setting, run.layout()).ok_or_else(lacks)?;
        legal::check_memory(&self.setting, &step)?;
        Ok(step)
    }
}

/// A replica of a service, and what all of them give.
#[inline(never)]
fn served(scenario: &Scenario, counts: &[PoolCount]) -> Result<Option<(Served, Service)>, Error> {
    let Some(load) = scenario.task.load() else { return Ok(None) };
    let (pools, [size]) = (scenario.cluster.pools(), counts) else {
        return Err(Error::wrong_form("cluster.pools", "form-one-pool"));
    };
    let chip = pools.first().map_or("", |pool| pool.accelerator().id);
    let setting = scenario.service().ok_or_else(|| serving::legal::shapeless(load.model()))?;
    let lacks = || missing(&format!("cluster.pools.0.{}", serving::lacking(setting.pool)), chip);
    let served = Served::of(&setting).ok_or_else(lacks)?;
    let service = served.service(load, *size).ok_or_else(lacks)?;
    Ok(Some((served, service)))
}

fn missing(field: &str, of: &str) -> Error {
    Error::new(Code::Missing, vec![("field", field.to_owned()), ("of", of.to_owned())])
}

fn not_derivable(cluster: &Cluster, bound: Option<(&str, Devices)>) -> Error {
    if let Some((field, devices)) = bound {
        let amount = Amount { name: "value", kind: f64::KIND, base: devices.base(), unit: "" };
        let less = Error::new(Code::LessThanOne, vec![("field", field.to_owned())]);
        return less.with_amounts(vec![amount]);
    }
    let uncounted = cluster.pools().iter().position(|pool| pool.count().is_none());
    let field = format!("cluster.pools.{}.count", uncounted.unwrap_or(0));
    Error::new(Code::CountNotDerivable, vec![("field", field)])
}

fn missing_for_duration(scenario: &Scenario, work: Option<&Work>, throughput: Option<&Throughput>) -> Error {
    let Some(run) = scenario.task.run() else { return missing("operation.duration", "operation") };
    match (work, throughput) {
        (None, _) if run.tokens().is_none() && run.model().is_sized() => {
            missing("run.tokens", run.model().name())
        }
        (None, _) => missing("run.compute", run.model().name()),
        (_, None) => {
            let pools = scenario.cluster.pools();
            let pool = pools.iter().position(|pool| pool.peak().is_none()).unwrap_or(0);
            let name = pools.get(pool).map_or("", |pool| pool.accelerator().id);
            missing(&format!("cluster.pools.{pool}.peak"), name)
        }
        _ => missing("run.mfu", run.model().name()),
    }
}

/// The result: a scenario and its figures. Each can be opened, and carries its range.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Estimate {
    /// What was calculated, with what follows from its choices.
    pub scenario: Scenario,
    /// The figures.
    pub stages: Box<Stages>,
}

impl Estimate {
    /// How long the work takes, or the cluster is looked at.
    #[must_use]
    pub fn duration(&self) -> Time {
        self.stages.clock.duration()
    }

    /// How many devices there are.
    #[must_use]
    pub const fn devices(&self) -> Devices {
        self.stages.size.fleet.devices()
    }

    /// What binds first: chips, power or money. A cluster that stands is bound by the chips it has.
    #[must_use]
    pub fn binding(&self) -> Bound {
        let stands = self.scenario.cluster.row().is_some_and(|row| row.status == Status::Existing);
        if stands && self.stages.size.chips.is_some() { Bound::Chips } else { self.stages.size.binding() }
    }

    /// What it draws.
    ///
    /// # Errors
    /// When the TDP of a device is not known.
    pub fn power(&self) -> Result<&Draw, Error> {
        self.stages.power.as_ref().ok_or_else(|| self.missing_input("tdp"))
    }

    /// Energy, carbon and water.
    ///
    /// # Errors
    /// When the TDP of a device is not known.
    pub fn footprint(&self) -> Result<&Footprint, Error> {
        self.stages.footprint.as_ref().ok_or_else(|| self.missing_input("tdp"))
    }

    /// What it costs to own, in every view.
    ///
    /// # Errors
    /// When the price or the TDP of a device is not known.
    pub fn ownership(&self) -> Result<&Ownership, Error> {
        self.stages.cost.ownership.as_ref().ok_or_else(|| {
            let field = if self.stages.power.is_some() { "price" } else { "tdp" };
            self.missing_input(field)
        })
    }

    /// Rent or buy, worth and return, lease or buy.
    ///
    /// # Errors
    /// When the price or the TDP of a device is not known.
    pub fn decision(&self) -> Result<&Decision, Error> {
        self.ownership()?;
        self.stages.cost.decision.as_ref().ok_or_else(|| self.missing_input("price"))
    }

    /// The error for an input that a pool lacks.
    pub(crate) fn missing_input(&self, name: &str) -> Error {
        let pools = self.scenario.cluster.pools();
        let lacks = |pool: &Pool| match name {
            "tdp" => pool.tdp().is_none(),
            "price" => pool.price().is_none(),
            "rent" => pool.rent().is_none(),
            _ => pool.peak().is_none(),
        };
        let place = pools.iter().position(lacks).unwrap_or(0);
        let of = pools.get(place).map_or("", |pool| pool.accelerator().id);
        missing(&format!("cluster.pools.{place}.{name}"), of)
    }
}
