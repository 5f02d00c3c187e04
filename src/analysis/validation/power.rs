//! What a row measured of power and energy, predicted from its devices, its layout and how its servers are cooled.

use super::case::{Case, Reason};
use super::judge::{Prediction, Timed, prediction};
use super::measured::{Quantity, measured};
use super::reading::{Row, accelerator, number, precision, words};
use crate::catalogue::{Accelerator, Precision, defaults};
use crate::cluster::{Cluster, Draws, Pool, Site};
use crate::power::DeviceDraw;
use crate::power::work::{Mix, MixOf, RateMix, StepMix, WorkDraw};
use crate::quantities::{DevicePower, Measure};
use crate::throughput::efficiency::Efficiency;
use crate::throughput::step::{Forward, Step, StepTime};
use crate::throughput::{Utilisation, mfu};

/// Where power was metered.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scope {
    /// At the servers' supply.
    Server,
    /// Behind the servers' power supplies.
    Supplied,
    /// At the devices.
    Devices,
    /// At the facility.
    Facility,
    /// Nowhere: somebody assumed it.
    Assumed,
}

/// Scopes as rows word them; the first that the text holds.
const SCOPES: [(&str, Scope); 9] = [
    ("tdp", Scope::Assumed),
    ("assumed", Scope::Assumed),
    ("circular", Scope::Assumed),
    ("not stated", Scope::Assumed),
    ("gpu only", Scope::Devices),
    ("dc at", Scope::Supplied),
    ("pue", Scope::Facility),
    ("x 1.", Scope::Facility),
    ("facility", Scope::Facility),
];

/// How rows word that a liquid cools their servers.
const LIQUID: [&str; 5] = ["immersion", "water-cooled", "liquid", "neptune", "direct-to-chip"];

/// Power behind a server's supplies over that before them: 80 PLUS Titanium at half load, 0.96 at 230 V.
const SUPPLIES: f64 = 0.96;

/// How far measured power may lie from what is predicted, either way: the 5th and the 95th percentile.
const DOUBT: (f64, f64) = (0.88, 1.14);

/// What power is predicted with.
#[derive(Clone, Debug, PartialEq)]
pub struct PowerModel {
    /// Draws by class of work in servers that fans cool.
    pub fans: Draws,
    /// The same in servers that a liquid cools.
    pub liquid: Draws,
    /// Seconds of a benchmark's run outside its steps: it evaluates, compiles, loads.
    pub outside: f64,
}

impl PowerModel {
    /// The published defaults, and what is fitted to MLPerf's runs of two minutes to an hour.
    #[must_use]
    pub fn published() -> Self {
        Self { fans: Draws::published(), liquid: Draws::published().cooled_by_liquid(), outside: OUTSIDE }
    }
}

/// Average power of a node of a row, for a device, in watts.
///
/// # Errors
/// When the row does not say what drew it, or its authors assumed it.
pub fn node_power(row: Row, timed: Option<&Timed>, model: &PowerModel) -> Result<f64, Reason> {
    Ok(metered(row, scope(row, "power_scope")?, timed, model)?.base())
}

/// Average power of a node of a row, for a device.
pub(super) fn node(row: Row, timed: Option<&Timed>) -> Result<Prediction, Reason> {
    let watts = node_power(row, timed, &PowerModel::published())?;
    let (low, high) = DOUBT;
    Ok(Prediction { value: watts, low: watts * low, high: watts * high })
}

/// Energy of the run of a row.
pub(super) fn energy(row: Row, timed: &Timed) -> Result<Prediction, Reason> {
    let (case, step) = timed;
    let scope = scope(row, "energy_scope")?;
    let watts = metered(row, scope, Some(timed), &PowerModel::published())?.base() * case.size.devices.base();
    let known = measured(row, case).into_iter().find(|known| known.name == "energy");
    let known = known.or_else(|| adapters(case, step)).ok_or("why-later")?;
    let seconds = prediction(&known, case, step.time.computed);
    let megawatt_hours = |seconds: f64, doubt: f64| watts * seconds * doubt / MEGAWATT_HOUR;
    let (low, high) = DOUBT;
    Ok(Prediction {
        value: megawatt_hours(seconds.value, 1.0),
        low: megawatt_hours(seconds.low, low),
        high: megawatt_hours(seconds.high, high),
    })
}

/// Joules of a megawatt-hour.
const MEGAWATT_HOUR: f64 = 3.6e9;

/// Fitted to MLPerf Power; logs of MLPerf Training's other systems show 4 to 21 seconds.
const OUTSIDE: f64 = 24.0;

/// Sequences after which MLPerf's adapters converge in batches of eight, and how that grows with the batch: 3,072 at 8, about
/// 7,000 at 64, 11,136 at 128 in MLPerf Training 4.0 to 5.1.
const CONVERGES: (f64, f64, f64) = (8.0, 3_072.0, 0.42);

/// The time of a run of adapters, of which rows state no tokens.
fn adapters(case: &Case, step: &Step) -> Option<Quantity> {
    let batch = case.run.batch().filter(|_| case.adapts)?;
    let (least, sequences, growth) = CONVERGES;
    let steps = sequences * libm::pow(batch / least, growth) / batch;
    let share = adapted(step).1.computed.base() / step.time.computed.base();
    let of_one_second = steps * share;
    Some(Quantity { name: "energy", measured: 0.0, of_one_second, grows: true })
}

/// The share of a benchmark's time that its steps take.
fn stepping(row: Row, (case, step): &Timed, outside: f64) -> f64 {
    let known = measured(row, case).into_iter().find(|known| known.name == "energy");
    let seconds = known.or_else(|| adapters(case, step)).map(|known| known.at(step.time.computed.base()));
    seconds.filter(|_| !case.is_run).map_or(1.0, |seconds| seconds / (seconds + outside))
}

fn scope(row: Row, column: &str) -> Result<Scope, Reason> {
    let text = row(column).unwrap_or_default().to_ascii_lowercase();
    let worded = SCOPES.iter().find(|(words, _)| text.contains(words)).map(|(_, scope)| *scope);
    Some(worded.unwrap_or(Scope::Server)).filter(|scope| *scope != Scope::Assumed).ok_or("why-assumed")
}

/// The average power of a device with all that is metered with it.
fn metered(row: Row, scope: Scope, timed: Option<&Timed>, model: &PowerModel) -> Result<DevicePower, Reason> {
    let work = work(row, timed, model)?;
    let pue = || number(row, "pue").unwrap_or_else(|| defaults::PUE.value.get());
    Ok(match scope {
        Scope::Server | Scope::Assumed => work.server,
        Scope::Supplied => work.server * SUPPLIES,
        Scope::Devices => work.device,
        Scope::Facility => work.server * pue(),
    })
}

/// What a device draws at the work of a row: of its step, or, where none can be timed, of the utilisation that is usual.
fn work(row: Row, timed: Option<&Timed>, model: &PowerModel) -> Result<WorkDraw, Reason> {
    let named = || accelerator(row("accelerator").ok_or("why-no-accelerator")?).ok_or("why-accelerator");
    let pool = match timed {
        Some((case, _)) => case.pool.clone(),
        None => Pool::of(named()?, 1.0),
    };
    let mut draws = draws(row, model);
    let cluster = Cluster::of("row", vec![], Site::preset("usa").map_err(|_| "why-rates")?);
    let mix = match timed {
        Some(timed) => of_step(row, timed, model.outside),
        None => of_rate(row, pool.accelerator(), &mut draws),
    };
    let rated = DeviceDraw::of(&pool, &draws, &cluster, cluster.site()).ok_or("why-rates")?;
    WorkDraw::of(&pool, &draws, mix.ok_or("why-rates")?, &rated).ok_or("why-rates")
}

fn draws(row: Row, model: &PowerModel) -> Draws {
    let words = words(row);
    let draws = if LIQUID.iter().any(|text| words.contains(text)) { &model.liquid } else { &model.fans };
    draws.clone()
}

/// The classes of work of a row's step; a benchmark waits outside its steps.
fn of_step(row: Row, timed: &Timed, outside: f64) -> Option<Mix> {
    let (case, step) = timed;
    let (forward, time) = if case.adapts { adapted(step) } else { (step.forward, step.time) };
    let Mix { products, memory, communication, .. } = StepMix::of(&forward, &time).map(MixOf::Step)?.mix();
    let share = stepping(row, timed, outside);
    let [products, memory, communication] = [products, memory, communication].map(|part| part * share);
    Some(Mix { products, memory, communication, waiting: 1.0 - products - memory - communication })
}

/// The classes of work by the utilisation that is usual on a device at the precision of a row.
fn of_rate(row: Row, accelerator: &Accelerator, draws: &mut Draws) -> Option<Mix> {
    let stated = row("precision").and_then(precision).unwrap_or(Precision::Bf16);
    draws.reaching(&Efficiency::large_products(accelerator, stated));
    let mfu = mfu::expected(accelerator, stated).map(|known| known.value);
    RateMix::of(Utilisation { mfu }, draws).map(|mix| MixOf::Rate(mix).mix())
}

/// A step that trains adapters alone: no gradients of the weights themselves, nor anything that is done with these.
fn adapted(step: &Step) -> (Forward, StepTime) {
    let gradients = step.pass.gradients * step.cut.microbatches;
    let without = step.time.optimizer + step.time.data;
    let none = step.time.data * 0.0;
    let forward = Forward {
        products: step.forward.products * (2.0 / 3.0),
        total: step.forward.total - step.forward.products / 3.0,
        ..step.forward
    };
    let time = StepTime {
        compute: step.time.compute - gradients,
        computed: step.time.computed - gradients - without,
        optimizer: none,
        data: none,
        ..step.time
    };
    (forward, time)
}
