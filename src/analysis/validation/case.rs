//! A measured row as a run that can be predicted: its model, devices and layout, and nothing of its outcome.

use super::reading::*;
use crate::analysis::plan::{Found, Mode, Recompute, Search, Space};
use crate::catalogue::Precision;
use crate::cluster::Pool;
use crate::quantities::units::{devices, tokens};
use crate::quantities::{DeviceRate, Measure};
use crate::tables::Input;
use crate::throughput::efficiency::{Class, Efficiency};
use crate::throughput::{PoolCount, legal};
use crate::workload::{Model, Parallel, Shape, TrainingRun};
use core::ops::ControlFlow;

/// Why a row cannot be predicted: the key of the words that say it.
pub type Reason = &'static str;

/// Assumed: microbatches of each pipeline stage, where the row does not state its batch.
const UNSTATED: f64 = 8.0;

/// A run that a row describes.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its model's shape.
    pub shape: Shape,
    /// The run, with its layout.
    pub run: TrainingRun,
    /// Its devices.
    pub pool: Pool,
    /// How many.
    pub size: PoolCount,
    /// The layouts that the row leaves open.
    pub open: Space,
    /// Whether it is a whole run rather than a tuned benchmark.
    pub is_run: bool,
    /// Whether its batch was printed as rounded tokens, or not at all.
    pub is_rounded: bool,
    /// Whether it trains adapters alone.
    pub adapts: bool,
}

impl Case {
    /// The run of a row.
    ///
    /// # Errors
    /// When the row lacks what a prediction needs, or is about something else than training a transformer whole.
    pub fn of(row: Row) -> Result<Self, Reason> {
        let words = words(row);
        // vTrain's rows on one node name no accelerator.
        let single_node = row("n_gpu").is_some() && row("accelerator").is_none();
        let device = row("accelerator").or(single_node.then_some("A100-80GB")).ok_or("why-no-accelerator")?;
        let accelerator = accelerator(device).ok_or("why-accelerator")?;
        let shape = shape(row).ok_or("why-shape")?;
        let count = first(row, &["accel_count", "n_accel", "n_gpu"]);
        let count = count.filter(|count| is_allowed(Pool::INPUTS, "count", *count)).ok_or("why-count")?;
        let stated = first(row, &["seq_len", "seq"]).or_else(|| context(row));
        let sequence = stated.filter(|length| *length >= 1.0).ok_or("why-sequence")?;
        let stated = row("precision").map(|text| precision(text).ok_or("why-precision")).transpose()?;
        let usual = if accelerator.peak.bf16.is_some() { Precision::Bf16 } else { Precision::Fp16 };
        let precision = stated.unwrap_or(if single_node { Precision::Fp16 } else { usual });
        if stated.is_some() && accelerator.peak.at(precision).is_none() {
            return Err("why-precision");
        }
        let mut pool = Pool::of(accelerator, count);
        pool.at(precision);
        let pool = match row("precision").and_then(other_half) {
            Some(other) => mixed(pool, other),
            None => pool,
        };
        let year = if single_node { 2021.0 } else { software_year(row, accelerator.released) };
        let again = recompute(row, &words, single_node);
        let layout = layout(row, &words, year, count);
        let replicas = count / layout.devices_of_replica();
        let batch =
            batch(row, sequence).unwrap_or(replicas * layout.microbatch() * UNSTATED * layout.pipeline());
        let run = TrainingRun::of(Model::of_shape("measured", shape.clone()))
            .with_layout(layout)
            .with_precision(precision)
            .with_sequence(sequence)
            .with_tokens(tokens(batch * sequence))
            .with_batch(batch)
            .with_software_year(year.clamp(2018.0, 2030.0))
            .with_fused_attention(if year < 2023.0 { 0.0 } else { 1.0 })
            .with_dropless(if words.contains("tokendrop") { 0.0 } else { 1.0 });
        let run = again.unwrap_or(Recompute::None).of(&run, 0.0);
        let open = open(row, &words, &shape, &run, count, again);
        let is_rounded = first(row, &["global_batch_seqs", "global_batch"]).is_none();
        let is_run = row("kind") == Some("full_run");
        let adapts = ["model", "id"].iter().filter_map(|column| row(column)).any(names_adapters);
        let size = PoolCount { devices: devices(count) };
        Ok(Self { shape, run, pool, size, open, is_run, is_rounded, adapts })
    }

    /// How sure a prediction of it is.
    #[must_use]
    pub fn class(&self) -> Class {
        let class = Class::of(self.pool.accelerator(), self.shape.experts() > 0.0, self.run.software_year());
        if self.is_run { Class::Untuned } else { class }
    }

    /// The same with what the row leaves open filled in by the layout search: the fastest that fits. Where none does, all
    /// layers are computed again, and then weights sharded too.
    ///
    /// # Errors
    /// When the row leaves the layout open, and none fits.
    pub fn filled(mut self, efficiency: &Efficiency) -> Result<Self, Reason> {
        if self.open.size() <= 1.0 {
            return Ok(self);
        }
        let frugal = Space { recompute: vec![Recompute::Full], ..self.open.clone() };
        let sharded = Space { zero: vec![3.0], ..self.open.clone() };
        let both = Space { zero: vec![3.0], ..frugal.clone() };
        let spaces = [&self.open, &sharded, &frugal, &both];
        let Some(found) = spaces.into_iter().find_map(|space| self.best(space, efficiency)) else {
            self.run.recomputed_layers = 1.0;
            return if self.open.tensor.len() > 1 { Err("why-no-layout") } else { Ok(self) };
        };
        self.run = found.run(&self.run);
        Ok(self)
    }

    /// Refuses a layout that does not divide, as a run would be. A batch that its row rounds need not divide.
    ///
    /// # Errors
    /// When the layout is none.
    pub fn check(&self) -> Result<(), Reason> {
        let wrong = legal::wrong(&self.shape, &self.run, self.size);
        let excused = |wrong: &legal::Wrong| wrong.reason == "layout-batch" && self.is_rounded;
        wrong.filter(|wrong| !excused(wrong)).map_or(Ok(()), |wrong| Err(wrong.reason))
    }

    fn best(&self, space: &Space, efficiency: &Efficiency) -> Option<Found> {
        let search = Search::of(&self.shape, &self.run, &self.pool, efficiency, self.size)?;
        let plan = search.within(space.clone()).run(Mode::Pruned, &mut |_| ControlFlow::Continue(()));
        plan.best.first().copied()
    }
}

/// Whether a name is that of adapters of low rank, trained in place of the model.
fn names_adapters(name: &str) -> bool {
    name.to_ascii_lowercase().contains("lora")
}

/// The devices at the rate of products of which half run in another format.
fn mixed(pool: Pool, other: Precision) -> Pool {
    let rates = pool.peak().zip(pool.accelerator().peak.at(other));
    let half = |(one, other): (DeviceRate, DeviceRate)| {
        DeviceRate::from_base(2.0 / (1.0 / one.base() + 1.0 / other.base()))
    };
    match rates.map(half) {
        Some(rate) => pool.with_peak(rate),
        None => pool,
    }
}

/// The layouts that a row leaves open: a microbatch and an interleaving that it does not state, and what is computed
/// again; all of them, where it states no layout.
fn open(
    row: Row,
    words: &str,
    shape: &Shape,
    run: &TrainingRun,
    devices: f64,
    again: Option<Recompute>,
) -> Space {
    let whole = Space::whole(shape, run, devices);
    let layout = run.layout();
    let states = |columns: &[&str]| first(row, columns).is_some();
    let is_cut = states(&["tp", "pp", "dp", "ep", "cp"]) || words.contains("maxtext");
    let given = |value: f64, stated: bool, tried: Vec<f64>| if stated { vec![value] } else { tried };
    // Megatron-Bridge lays models with experts out by hand, and vTrain measured without chunks.
    let has_chunks = states(&["vpp", "interleave", "n_gpu"])
        || words.contains("megatron-bridge") && shape.experts() > 0.0
        || layout.pipeline() <= 1.0 && is_cut;
    let has_microbatch = states(&["micro_batch", "microbatch"]) || words.contains("maxtext");
    Space {
        tensor: given(layout.tensor(), is_cut, whole.tensor),
        context: given(layout.context(), is_cut, whole.context),
        expert: given(layout.expert(), is_cut && (states(&["ep"]) || shape.experts() == 0.0), whole.expert),
        expert_tensor: vec![layout.expert_tensor()],
        pipeline: given(layout.pipeline(), is_cut, whole.pipeline),
        interleave: given(layout.interleave(), has_chunks, whole.interleave),
        microbatch: given(layout.microbatch(), has_microbatch, whole.microbatch),
        zero: given(layout.zero(), is_cut, whole.zero),
        recompute: again.map_or(whole.recompute, |option| vec![option]),
        uneven: is_cut && has_chunks,
        idle: false,
    }
}

/// Sequences of a step: stated, or from the tokens of a step.
fn batch(row: Row, sequence: f64) -> Option<f64> {
    let tokens = || number(row, "global_batch_tokens").map(|tokens| rounded(tokens / sequence));
    let batch = first(row, &["global_batch_seqs", "global_batch"]).or_else(tokens);
    batch.filter(|batch| is_allowed(TrainingRun::INPUTS, "batch", *batch))
}

/// Whether a value lies within what an input may be.
fn is_allowed(inputs: &[Input], name: &str, value: f64) -> bool {
    let holds = |input: &Input| (input.domain.min..=input.domain.max).contains(&value);
    inputs.iter().any(|input| input.name == name && holds(input))
}

/// A number of sequences that was printed as rounded tokens: the one nearby with the most factors of two.
fn rounded(sequences: f64) -> f64 {
    /// How far "4M tokens" may lie from the batch that was meant.
    const NEARBY: f64 = 0.05;
    let exact = libm::round(sequences);
    if (sequences - exact).abs() < 1e-6 {
        return exact;
    }
    let powers = core::iter::successors(Some(1.0), |power| Some(power * 2.0))
        .take_while(|power| *power <= 2.0 * sequences);
    let multiple = |power: f64| libm::round(sequences / power) * power;
    let near = |candidate: &f64| *candidate > 0.0 && (candidate / sequences - 1.0).abs() <= NEARBY;
    powers.map(multiple).filter(near).last().unwrap_or(exact)
}

/// What is computed again, where the row says so.
fn recompute(row: Row, words: &str, single_node: bool) -> Option<Recompute> {
    const FULL: [&str; 5] = [
        "activation ckpt true",
        "full recomputation",
        "incl. recompute",
        "full activation",
        "counts recompute",
    ];
    if let Some(stated) = row("recompute") {
        let whole = |option: &Recompute| option.name() == stated && *option != Recompute::Partial;
        return Recompute::ALL.into_iter().find(whole);
    }
    match () {
        () if single_node => Some(Recompute::Full),
        () if words.contains("activation ckpt false") => Some(Recompute::None),
        // Some layers are computed again, and the row does not say how many.
        () if words.contains("selective ac") => None,
        // MaxText's page computes all of its models up to 64 billion parameters again.
        () if words.contains("remat=full for 16-64b") => {
            number(row, "params_total_b").filter(|billions| *billions <= 64.0).map(|_| Recompute::Full)
        }
        () if words.contains("selective") => Some(Recompute::Selective),
        () if FULL.iter().any(|text| words.contains(text)) => Some(Recompute::Full),
        () => None,
    }
}

/// Whether weights are sharded over the data-parallel replicas.
fn zero(words: &str) -> f64 {
    const WHOLE: [&str; 6] = ["full_shard", "zero-3", "zero3", "fms-fsdp", "maxtext", "zero stage 3"];
    let megatron_fsdp =
        words.split("fsdp=").nth(1).is_some_and(|rest| rest.starts_with(|c: char| ('1'..='9').contains(&c)));
    match () {
        () if megatron_fsdp || WHOLE.iter().any(|text| words.contains(text)) => 3.0,
        () if words.contains("shard_grad_op") => 2.0,
        () => 1.0,
    }
}

fn layout(row: Row, words: &str, year: f64, count: f64) -> Parallel {
    let degree = |columns: &[&str]| first(row, columns).filter(|degree| *degree >= 1.0).unwrap_or(1.0);
    // A Trainium chip is two cores, which AWS counts.
    let cores = if words.contains("neuroncores") { 2.0 } else { 1.0 };
    let tensor = (degree(&["tp"]) / cores).max(1.0);
    let old = year < 2022.0;
    let sequence_parallel = match row("sequence_parallel") {
        Some("yes") => 1.0,
        Some("no") => 0.0,
        _ if words.contains("seq-parallel") => 1.0,
        _ => {
            // Korthikanti et al. (2022) introduced it.
            if year >= 2022.0 { 1.0 } else { 0.0 }
        }
    };
    let zero = if old && zero(words) < 3.0 { 0.0 } else { zero(words) };
    let cut = Parallel::uncut()
        .with_tensor(tensor)
        .with_pipeline(degree(&["pp"]))
        .with_context(degree(&["cp"]))
        .with_expert(degree(&["ep"]))
        .with_interleave(degree(&["vpp", "interleave"]))
        .with_sequence_parallel(sequence_parallel)
        .with_zero(zero);
    let replicas = (count / cut.devices_of_replica()).max(1.0);
    let whole = first(row, &["seq_len", "seq"]).and_then(|sequence| batch(row, sequence));
    let microbatch = first(row, &["micro_batch", "microbatch"]);
    // MaxText states its batch by device, and has no microbatches.
    let at_once = whole.filter(|_| words.contains("maxtext")).map(|batch| (batch / replicas).max(1.0));
    cut.with_microbatch(at_once.or(microbatch).unwrap_or(1.0))
}
