//! Whether a layout is one: what divides what, what fits into memory, and what would.

use super::PoolCount;
use super::memory::Memory;
use super::step::{Setting, Step};
use super::terms::count;
use crate::error::{Amount, Code, Error};
use crate::quantities::display::{MOST_DIGITS, significant};
use crate::quantities::{Information, Measure, Time};
use crate::workload::{Parallel, Schedule, Shape, TrainingRun};

/// What is wrong with a layout: the input, why, and what is legal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The path of the input.
    pub field: &'static str,
    /// The key of the words that say why.
    pub reason: &'static str,
    /// What is legal.
    pub legal: String,
}

/// Refuses a layout that does not divide devices, batch, heads, layers or experts, and says what would.
///
/// # Errors
/// The first thing that is wrong: the field, why, and what is legal.
pub fn check(model: &Shape, run: &TrainingRun, size: PoolCount) -> Result<(), Error> {
    wrong(model, run, size).map_or(Ok(()), |Wrong { field, reason, legal }| {
        let args = vec![("field", field.to_owned()), ("reason", reason.to_owned()), ("legal", legal)];
        Err(Error::new(Code::BadLayout, args))
    })
}

/// The first thing that is wrong with a layout.
#[must_use]
pub fn wrong(model: &Shape, run: &TrainingRun, size: PoolCount) -> Option<Wrong> {
    let layout = run.layout();
    let (devices, batch) = (count(size.devices), run.batch().unwrap_or(1.0));
    let replica = layout.devices_of_replica();
    let (replicas, at_once) = (devices / replica, devices / replica * layout.microbatch());
    let chunks = layout.pipeline() * layout.interleave();
    // Embedding and head may stand in the place of a layer each.
    let places = model.layers() + 2.0;
    let (expert, all) = (layout.expert(), model.experts().max(1.0));
    let group = replicas * layout.context() * layout.tensor();
    let is_dual = layout.schedule() == Schedule::DualPipe;
    let both = |degree: &f64| divides(*degree, all) && divides(*degree * layout.expert_tensor(), group);
    // What would be legal is only listed where it is asked for: nearly every layout is.
    let rows: [Rule; 13] = [
        (!divides(layout.tensor(), model.heads()), "layout.tensor", "layout-heads", &|| {
            divisors(model.heads())
        }),
        (!divides(layout.context(), run.sequence()), "layout.context", "layout-sequence", &|| {
            divisors(run.sequence())
        }),
        (layout.pipeline() > places, "layout.pipeline", "layout-layers", &|| up_to(places)),
        (chunks > places, "layout.interleave", "layout-layers", &|| up_to(places / layout.pipeline())),
        (is_dual && !divides(2.0, layout.pipeline()), "layout.pipeline", "layout-dualpipe", &|| {
            "2, 4, 6, 8 …".to_owned()
        }),
        (is_dual && layout.interleave() > 1.0, "layout.interleave", "layout-dualpipe", &|| plain(1.0)),
        (
            layout.interleave() > 1.0 && layout.pipeline() <= 1.0,
            "layout.interleave",
            "layout-interleave",
            &|| plain(1.0),
        ),
        (!divides(replica, devices), "cluster.pools.0.count", "layout-devices", &|| around(devices, replica)),
        (!divides(expert, all), "layout.expert", "layout-experts", &|| listed(counts(all).filter(both))),
        (!divides(expert, group), "layout.expert", "layout-expert-groups", &|| {
            listed(counts(all).filter(both))
        }),
        (
            !divides(expert * layout.expert_tensor(), group),
            "layout.expert_tensor",
            "layout-expert-groups",
            &|| listed(counts(group / expert).filter(|degree| divides(degree * expert, group))),
        ),
        (batch < at_once, "run.batch", "layout-batch-small", &|| format!("≥ {}", plain(at_once))),
        (!divides(at_once, batch), "run.batch", "layout-batch", &|| around(batch, at_once)),
    ];
    let found = rows.into_iter().find(|(is_wrong, ..)| *is_wrong);
    found.map(|(_, field, reason, legal)| Wrong { field, reason, legal: legal() })
}

/// A rule of layouts: whether it is broken, by which input, the key of the words that say why, and what is legal.
pub(in crate::throughput) type Rule<'a> = (bool, &'static str, &'static str, &'a dyn Fn() -> String);

/// Whether a number is a whole multiple of a degree.
pub(crate) fn divides(degree: f64, number: f64) -> bool {
    f64::floor(number / degree) == number / degree
}

pub(super) fn plain(number: f64) -> String {
    significant(number, MOST_DIGITS)
}

fn up_to(most: f64) -> String {
    format!("1–{}", plain(f64::floor(most)))
}

/// The multiples of a step on either side of a number.
fn around(number: f64, step: f64) -> String {
    let below = f64::floor(number / step) * step;
    let above = plain(below + step);
    if below > 0.0 { format!("{}, {above}", plain(below)) } else { above }
}

/// The whole numbers up to one, the first ten thousand of them.
fn counts(most: f64) -> impl Iterator<Item = f64> {
    core::iter::successors(Some(1.0), |count| Some(count + 1.0))
        .take_while(move |count| *count <= most.min(1e4))
}

/// The divisors of a number.
pub(super) fn divisors(number: f64) -> String {
    listed(counts(number).filter(|degree| divides(*degree, number)))
}

/// Numbers, the first dozen of them.
fn listed(numbers: impl Iterator<Item = f64>) -> String {
    const MOST: usize = 12;
    numbers.take(MOST).map(plain).collect::<Vec<_>>().join(", ")
}

/// Refuses a layout that does not fit into a device's memory; names the sum, and the cheapest change that fits.
///
/// # Errors
/// When it does not fit.
pub fn check_memory(setting: &Setting, step: &Step) -> Result<(), Error> {
    let Some(memory) = step.memory.as_ref().filter(|memory| memory.headroom.base() < 0.0) else {
        return Ok(());
    };
    let remedy = remedy(setting);
    let args = vec![
        ("field", "layout".to_owned()),
        ("remedy", remedy.as_ref().map_or_else(|| "–".to_owned(), |(text, _)| text.clone())),
    ];
    let mut amounts = parts(memory);
    amounts.extend(remedy.map(|(_, time)| Amount { name: "time", kind: Time::KIND, base: time, unit: "s" }));
    Err(Error::new(
        if amounts.iter().any(|amount| amount.name == "time") { Code::DoesNotFit } else { Code::NeverFits },
        args,
    )
    .with_amounts(amounts))
}

fn parts(memory: &Memory) -> Vec<Amount> {
    let parts = [
        ("total", memory.total),
        ("capacity", memory.total + memory.headroom),
        ("weights", memory.weights),
        ("gradients", memory.gradients),
        ("optimizer", memory.optimizer),
        ("activations", memory.kept + memory.working),
        ("buffers", memory.buffers),
    ];
    let amount = |(name, value): (_, Information)| Amount {
        name,
        kind: Information::KIND,
        base: value.base(),
        unit: "GiB",
    };
    parts.map(amount).to_vec()
}

/// The change of one setting, or of two, that fits at the least time of a step: as text, and the seconds.
fn remedy(setting: &Setting) -> Option<(String, f64)> {
    let single = changes(setting.run);
    let double = single.iter().flat_map(|(first, run)| {
        changes(run)
            .into_iter()
            .filter(move |(second, _)| first != second)
            .map(move |(second, run)| (format!("{first}` + `{second}"), run))
    });
    let fitting = |candidates: &mut dyn Iterator<Item = (String, TrainingRun)>| {
        candidates
            .filter_map(|(text, run)| Some((text, time(setting, &run)?)))
            .reduce(|best, other| if other.1 < best.1 { other } else { best })
    };
    fitting(&mut single.iter().cloned()).or_else(|| fitting(&mut double.collect::<Vec<_>>().into_iter()))
}

/// The step's seconds, where the run is legal and fits.
fn time(setting: &Setting, run: &TrainingRun) -> Option<f64> {
    check(setting.model, run, setting.size).ok()?;
    let step = Step::of(&Setting { run, ..*setting }, run.layout())?;
    (step.memory?.headroom.base() >= 0.0).then(|| step.time.total.base())
}

/// A change of a layout: the input's name, its new value, whether that changes anything, and what puts it.
type Change = (&'static str, f64, bool, fn(Parallel, f64) -> Parallel);

/// What may be changed, each as the setting that changes it.
fn changes(run: &TrainingRun) -> Vec<(String, TrainingRun)> {
    let layout = run.layout();
    let zero = layout.zero();
    let half = f64::floor(layout.microbatch() / 2.0);
    let cuts: [Change; 7] = [
        ("tensor", layout.tensor() * 2.0, true, Parallel::with_tensor),
        ("pipeline", layout.pipeline() * 2.0, true, Parallel::with_pipeline),
        ("expert", layout.expert() * 2.0, true, Parallel::with_expert),
        ("zero", zero + 1.0, zero < 3.0, Parallel::with_zero),
        ("zero", 3.0, zero < 2.0, Parallel::with_zero),
        ("interleave", 1.0, layout.interleave() > 1.0, Parallel::with_interleave),
        ("microbatch", half, half >= 1.0, Parallel::with_microbatch),
    ];
    let cut = |(name, value, _, with): Change| {
        (format!("layout.{name}={}", plain(value)), run.clone().with_layout(with(layout.clone(), value)))
    };
    let again = |share: f64| {
        (format!("run.recomputed_layers={}", plain(share)), run.clone().with_recomputed_layers(share))
    };
    let possible = cuts.into_iter().filter(|(_, _, is_change, _)| *is_change);
    [0.5, 1.0].map(again).into_iter().chain(possible.map(cut)).collect()
}
