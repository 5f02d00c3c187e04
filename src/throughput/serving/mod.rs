//! How fast a model is served: a step of a replica, of which each of its sequences gets a token, and the prompts between.
//!
//! Sequences run in one continuous batch. A step reads the weights that its tokens use and the keys and values of all its
//! sequences, multiplies, exchanges over the fabric, and takes time of its own by layer, by sequence and for the host; the
//! parts add up, as they do on measured servers. Of an expert's weights those are read that are hit. Between its steps a
//! replica reads the prompts of new sequences, unless other devices are set apart for that.
//!
//! # References
//! - Pope et al. (2022), "Efficiently Scaling Transformer Inference", arXiv:2211.05102
//! - Kwon et al. (2023), "PagedAttention", arXiv:2309.06180; Yu et al. (2022), "Orca" (continuous batching)
//! - Leviathan et al. (2022), "Fast Inference from Transformers via Speculative Decoding", arXiv:2211.17192

pub mod calibrated;
pub mod coefficients;
mod find;
pub(crate) mod legal;
mod reached;

pub use find::{Found, Search};
pub use reached::{ServingEfficiency, draws, draws_of, is_measured};

use super::fabric::halves;
use super::terms::{at_least_none, count, one, shared_out};
use super::{PoolCount, under_cap};
use crate::cluster::Pool;
use crate::quantities::units::{bytes, devices, flop, tokens};
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::workload::{AttentionPart, ExpertWork, FeedForwardWork, Parts, ServingLoad, Shape, windowed};

figures! {
    /// What grouped attention keeps of a token.
    pub struct GroupedCache of (model: &Shape = "model") {
        /// Numbers kept of a token in a layer.
        numbers: f64, "" = 2.0 * model.kv_heads * model.head_dim;
        /// Devices that can share them.
        sharers: f64, "" = model.kv_heads;
        /// FLOPs of an answer's token for each token attended to, in a layer.
        flop_per_pair: f64, "" = 4.0 * model.heads * model.head_dim;
    }
}

figures! {
    /// What latent attention keeps of a token: one compressed vector for all heads, which scores and values read as it is.
    ///
    /// # References
    /// - DeepSeek-AI (2024), "DeepSeek-V2", arXiv:2405.04434, section 2.1 (absorbed projections)
    pub struct LatentCache of (model: &Shape = "model") {
        /// Numbers kept of a token in a layer.
        numbers: f64, "" = model.kv_rank + model.qk_rope;
        /// Devices that can share them.
        sharers: f64, "" = 1.0;
        /// FLOPs of an answer's token for each token attended to, in a layer.
        flop_per_pair: f64, "" = 2.0 * model.heads * (2.0 * model.kv_rank + model.qk_rope);
    }
}

/// What the formulas read of either cache.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CachePart {
    numbers: f64,
    sharers: f64,
    flop_per_pair: f64,
}

/// What attention keeps of a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CacheOf {
    /// Keys and values by head.
    Grouped(GroupedCache),
    /// One compressed vector.
    Latent(LatentCache),
}

impl CacheOf {
    fn of(model: &Shape) -> Option<Self> {
        if model.layout().latent {
            LatentCache::of(model).map(Self::Latent)
        } else {
            GroupedCache::of(model).map(Self::Grouped)
        }
    }

    const fn part(&self) -> CachePart {
        match *self {
            Self::Grouped(GroupedCache { numbers, sharers, flop_per_pair }) => {
                CachePart { numbers, sharers, flop_per_pair }
            }
            Self::Latent(LatentCache { numbers, sharers, flop_per_pair }) => {
                CachePart { numbers, sharers, flop_per_pair }
            }
        }
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Grouped(part) => part.visit(visitor),
            Self::Latent(part) => part.visit(visitor),
        }
    }
}

figures! {
    /// A replica: the devices that hold the model once, and what their memory holds.
    pub struct Replica of (
        model: &Shape = "model",
        load: &ServingLoad = "serving",
        attention: &AttentionPart = "work.attention",
        dense: &FeedForwardWork = "work.dense",
        experts: &ExpertWork = "work.experts",
        cache: CachePart = "service.cache",
        pool: &Pool = "cluster.pools.0",
    ) {
        /// Devices of a stage.
        span: f64, "" = at_least(load.tensor?, load.expert?);
        /// Devices of a replica.
        devices: f64, "" = span * load.pipeline?;
        /// Groups of tensor parallelism in a stage.
        groups: f64, "" = span / load.tensor?;
        /// Weights that every token uses.
        common: f64, "" = model.layers * attention.weights + dense.weights + model.expert_layers * (experts.router + experts.shared) + model.vocab * model.hidden;
        /// Weights of the routed experts.
        routed: f64, "" = model.expert_layers * model.experts * experts.expert;
        /// Weights on a device.
        weights: Information, "GB" = bytes(load.weight_bytes * ((common + (model.embeddings - 1.0) * model.vocab * model.hidden) / load.tensor? + routed / span) / load.pipeline?);
        /// Tokens that a token attends to in a full layer, on average over an answer.
        context: f64, "" = load.prompt + load.output / 2.0;
        /// The same, on average over the layers.
        attended: f64, "" = over_layers(context, model.window, model.window_layers / model.layers);
        /// Keys and values of a sequence, on a device of its group.
        kept: Information, "MB" = bytes(load.cache_bytes * cache.numbers * model.layers * attended / (at_most(cache.sharers, load.tensor?) * load.pipeline?));
        /// Memory of a device that is left for keys and values.
        room: Information, "GB" = pool.memory? * (1.0 - load.reserved) - weights;
        /// Sequences that a replica has memory for.
        most: f64, "" = at_least_none(groups * ratio(room, kept));
        /// Sequences that a replica works on at once.
        sequences: f64, "" = at_most(load.batch?, most);
    }
}

/// The smaller of two numbers.
#[must_use]
pub fn at_most(number: f64, most: f64) -> f64 {
    number.min(most)
}

/// The larger of two numbers.
#[must_use]
pub fn at_least(number: f64, least: f64) -> f64 {
    number.max(least)
}

/// The whole number below.
#[must_use]
pub fn floored(number: f64) -> f64 {
    f64::floor(number)
}

/// The whole number above.
#[must_use]
pub fn ceiled(number: f64) -> f64 {
    f64::ceil(number)
}

/// Average demand over that of the busiest hour: a sine over each day, two days of the week less.
#[must_use]
pub fn demanded(trough: Share, weekend: Share) -> f64 {
    (1.0 + trough.get()) / 2.0 * (5.0 + 2.0 * weekend.get()) / 7.0
}

/// Tokens attended to on average over layers, of which a share sees no more than a window.
#[must_use]
pub fn over_layers(context: f64, window: f64, windowed: f64) -> f64 {
    let within = if window > 0.0 { context.min(window) } else { context };
    (1.0 - windowed) * context + windowed * within
}

figures! {
    /// The rates that a device reaches in serving.
    pub struct ServedRates of (
        pool: &Pool = "cluster.pools.0",
        reached: &ServingEfficiency = "serving_efficiency",
        replica: &Replica = "service.replica",
    ) {
        /// Bandwidth at which weights and cache are read.
        memory: Bandwidth, "GB/s" = pool.memory_bandwidth? * reached.memory;
        /// Rate of matrix products.
        product: ComputeRate, "FLOP/s" = one(pool.peak?) * reached.product * under_cap(pool.idle, pool.tdp, pool.cap);
        /// Bandwidth between the devices of a replica.
        fabric: Bandwidth, "GB/s" = narrowest(replica.span, pool.scale_up_devices?, pool.scale_up?, pool.scale_out?) * reached.fabric;
    }
}

/// Bandwidth of a device to the others of a stage: that of the scale-up fabric, where one domain holds them.
#[must_use]
pub fn narrowest(span: f64, domain: f64, scale_up: Bandwidth, scale_out: Bandwidth) -> Bandwidth {
    if span <= domain { scale_up } else { scale_out }
}

figures! {
    /// A step: every sequence of a microbatch gets its next token, or more where some are drafted.
    pub struct Decode of (
        model: &Shape = "model",
        load: &ServingLoad = "serving",
        reached: &ServingEfficiency = "serving_efficiency",
        experts: &ExpertWork = "work.experts",
        cache: CachePart = "service.cache",
        replica: &Replica = "service.replica",
        rates: &ServedRates = "service.rates",
    ) {
        /// Sequences of a microbatch in a group.
        sequences: f64, "" = replica.sequences / (load.pipeline? * replica.groups);
        /// Tokens of a microbatch in a group, drafted ones with them.
        rows: f64, "" = sequences * (1.0 + load.drafted);
        /// Experts of a layer that are hit.
        hit: f64, "" = distinct_experts(model.experts, model.active_experts, rows * replica.groups * reached.apart);
        /// Tokens that a product of an expert computes, with those it is padded to.
        expert_rows: f64, "" = at_least(shared_out(rows * replica.groups * model.active_experts, hit), reached.tile);
        /// Time to read weights.
        weights: Time, "ms" = bytes(load.weight_bytes * (replica.common / load.tensor? + model.expert_layers * hit * experts.expert / replica.span)) / rates.memory;
        /// Time to read keys and values.
        keys: Time, "ms" = replica.kept * (load.pipeline? * sequences) / rates.memory;
        /// Time of matrix products.
        products: Time, "ms" = flop(2.0 * rows * replica.common / load.tensor? + rows * cache.flop_per_pair * model.layers * replica.attended / load.tensor? + 2.0 * model.expert_layers * hit * expert_rows * experts.expert / replica.span) / rates.product;
        /// Time of collectives.
        collectives: Time, "ms" = exchanged(model.layers, replica.span, reached.latency, halves(rows * model.hidden), rates.fabric);
        /// Time of layers, beside.
        layers: Time, "ms" = reached.layer * model.layers + reached.expert_layer * model.expert_layers + reached.shared_layer * (model.expert_layers * at_most(model.shared_experts, 1.0));
        /// Time of the host.
        host: Time, "ms" = reached.host + reached.sequence * sequences;
        /// Time to draft.
        drafting: Time, "ms" = (weights + keys + products + collectives + layers + host) * (load.drafted * load.draft_time);
        /// Tokens that a sequence gets in a step, on average.
        gained: f64, "" = gained(load.drafted, load.accepted);
        /// Time of a step, without prompts.
        total: Time, "ms" = weights + keys + products + collectives + layers + host + drafting;
    }
}

/// Experts of a layer that tokens hit which choose evenly, each `active` of them: `E·(1 − (1 − k/E)^b)`; none where there are
/// none.
#[must_use]
pub fn distinct_experts(experts: f64, active: f64, rows: f64) -> f64 {
    if experts > 0.0 { experts * (1.0 - libm::pow(1.0 - active / experts, rows)) } else { 0.0 }
}

/// Time of two collectives a layer over the devices of a stage: latency for each doubling of them, and `2(n − 1)/n` of the
/// message, as a ring reduces; none for one device.
#[must_use]
pub fn exchanged(layers: f64, span: f64, latency: Time, message: Information, fabric: Bandwidth) -> Time {
    (latency * libm::log2(span) + message * (2.0 * (span - 1.0) / span) / fabric) * (2.0 * layers)
}

/// Tokens that a sequence gets in a step with drafts, each of which is accepted if those before are: `(1 − α^(γ+1))/(1 − α)`.
#[must_use]
pub fn gained(drafted: f64, accepted: Share) -> f64 {
    (1.0 - libm::pow(accepted.get(), drafted + 1.0)) / (1.0 - accepted.get())
}

figures! {
    /// Reading a prompt.
    pub struct Prefill of (
        model: &Shape = "model",
        load: &ServingLoad = "serving",
        reached: &ServingEfficiency = "serving_efficiency",
        attention: &AttentionPart = "work.attention",
        experts: &ExpertWork = "work.experts",
        replica: &Replica = "service.replica",
        rates: &ServedRates = "service.rates",
    ) {
        /// Tokens of a prompt that are computed.
        computed: f64, "" = load.prompt * (1.0 - load.cached);
        /// Tokens that a token of the prompt attends to, on average over the layers.
        attended: f64, "" = (1.0 - model.window_layers / model.layers) * (load.prompt - computed / 2.0) + model.window_layers / model.layers * windowed(load.prompt, 0.5, model.window);
        /// FLOPs of a prompt.
        work: Compute, "TFLOP" = flop(computed * (2.0 * (replica.common - model.vocab * model.hidden + model.expert_layers * model.active_experts * experts.expert) + attention.flop_per_pair * model.layers * attended));
        /// Time of matrix products of a prompt.
        products: Time, "ms" = work / (rates.product * load.tensor?);
        /// Time of collectives of a prompt.
        collectives: Time, "ms" = exchanged(model.layers, replica.span, reached.latency, halves(computed * model.hidden), rates.fabric);
        /// Time of a prompt.
        total: Time, "ms" = products + collectives;
    }
}

figures! {
    /// What a replica gives.
    pub struct Pace of (
        load: &ServingLoad = "serving",
        reached: &ServingEfficiency = "serving_efficiency",
        replica: &Replica = "service.replica",
        decode: &Decode = "service.decode",
        prefill: &Prefill = "service.prefill",
    ) {
        /// Time of prompts in a step.
        prompts: Time, "ms" = prefill.total * (sharing(load.prefill_devices) * decode.sequences * decode.gained / load.output);
        /// Time of a step.
        step: Time, "ms" = (decode.total + prompts) * reached.doubt;
        /// Time between the tokens of an answer.
        per_token: Time, "ms" = step / decode.gained;
        /// Rate of a user.
        user: TokenRate, "token/s" = tokens(1.0) / per_token;
        /// Time to the first token.
        /// The prompt, the step before it and its own; no queue.
        first_token: Time, "s" = prefill.total * reached.doubt + step * (1.0 + sharing(load.prefill_devices));
        /// Rate of a replica.
        replica_rate: TokenRate, "token/s" = user * replica.sequences;
        /// Rate of a device.
        device: DeviceTokenRate, "token/s/device" = replica_rate / devices(replica.devices);
    }
}

figures! {
    /// What all replicas can give, and what is asked of them.
    pub struct Service of (
        load: &ServingLoad = "serving",
        size: PoolCount = "size",
        replica: &Replica = "service.replica",
        decode: &Decode = "service.decode",
        prefill: &Prefill = "service.prefill",
        pace: &Pace = "service.pace",
    ) {
        /// Replicas that answer.
        replicas: f64, "" = floored(count(size.devices) * (1.0 - load.prefill_devices) / replica.devices);
        /// Replicas that read prompts alone.
        readers: f64, "" = floored(count(size.devices) * load.prefill_devices / replica.devices);
        /// Tokens of answers, at capacity.
        capacity: TokenRate, "token/s" = bounded(pace.replica_rate * replicas, tokens(load.output) / prefill.total * (readers * replica.groups), load.prefill_devices);
        /// Requests, at capacity.
        requests: Frequency, "1/s" = capacity / tokens(load.output);
        /// Users at the promised rate, at capacity.
        users: f64, "" = ratio(capacity, load.user_rate);
        /// Tokens of answers that are asked for at the peak of demand.
        asked: TokenRate, "token/s" = asked(load.requests, load.users, load.output, load.user_rate, capacity);
        /// Demand at its peak over capacity.
        peak: f64, "" = ratio(asked, capacity);
        /// Average demand over that at the peak.
        average: f64, "" = demanded(load.trough, load.weekend);
        /// Demand over capacity, on average.
        busy: f64, "" = at_most(peak, 1.0) * average;
        /// Tokens of answers, on average.
        served: TokenRate, "token/s" = capacity * busy;
        /// Tokens of answers over the period.
        answers: Tokens, "" = served * load.duration;
        /// Tokens of prompts over the period that are computed.
        prompts: Tokens, "" = answers * (prefill.computed / load.output);
        /// Tokens of prompts over the period that the cache holds.
        cached: Tokens, "" = answers * (load.prompt / load.output * load.cached);
        /// Devices that the demand takes.
        needed: Devices, "device" = devices(ceiled(ratio(asked, pace.replica_rate)) * replica.devices / (1.0 - load.prefill_devices));
        /// Share of the time of the devices that goes into prompts.
        prompt_share: f64, "" = 1.0 - (1.0 - ratio(pace.prompts, decode.total + pace.prompts)) * (1.0 - load.prefill_devices);
    }
}

/// What answers can be given, where others read the prompts: no more than are read.
#[must_use]
pub fn bounded(answers: TokenRate, read: TokenRate, apart: Share) -> TokenRate {
    if apart.get() > 0.0 && read < answers { read } else { answers }
}

/// Tokens asked for: by requests, by users, or all that can be given.
#[must_use]
pub fn asked(
    requests: Option<Frequency>,
    users: Option<f64>,
    output: f64,
    user_rate: TokenRate,
    capacity: TokenRate,
) -> TokenRate {
    let by_requests = requests.map(|requests| requests * tokens(output));
    by_requests.or(users.map(|users| user_rate * users)).unwrap_or(capacity)
}

/// What a replica is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The model.
    pub model: &'a Shape,
    /// The parts of its work.
    pub parts: Parts,
    /// What is asked of it.
    pub load: &'a ServingLoad,
    /// Its devices.
    pub pool: &'a Pool,
    /// What they reach.
    pub reached: &'a ServingEfficiency,
}

/// A replica at work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    /// The parts of the model's work.
    pub parts: Parts,
    /// What attention keeps.
    pub cache: CacheOf,
    /// Its devices and their memory.
    pub replica: Replica,
    /// Their rates.
    pub rates: ServedRates,
    /// A step.
    pub decode: Decode,
    /// A prompt.
    pub prefill: Prefill,
    /// What it gives.
    pub pace: Pace,
}

impl Served {
    /// A replica at work; `None` where something of its devices is not known.
    #[must_use]
    pub fn of(setting: &Setting) -> Option<Self> {
        let Setting { model, parts, load, pool, reached } = *setting;
        let cache = CacheOf::of(model)?;
        let part = cache.part();
        let Parts { attention, dense, experts, .. } = &parts;
        let replica = Replica::of(model, load, attention, dense, experts, part, pool)?;
        let rates = ServedRates::of(pool, reached, &replica)?;
        let decode = Decode::of(model, load, reached, experts, part, &replica, &rates)?;
        let prefill = Prefill::of(model, load, reached, attention, experts, &replica, &rates)?;
        let pace = Pace::of(load, reached, &replica, &decode, &prefill)?;
        Some(Self { parts, cache, replica, rates, decode, prefill, pace })
    }

    /// What all replicas can give on so many devices.
    #[must_use]
    pub fn service(&self, load: &ServingLoad, size: PoolCount) -> Option<Service> {
        let Self { replica, decode, prefill, pace, .. } = self;
        Service::of(load, size, replica, decode, prefill, pace)
    }

    /// The share of the time of a step that it takes, without what the model misses.
    #[must_use]
    pub fn share(&self, time: Time) -> f64 {
        ratio(time, self.decode.total + self.pace.prompts)
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.parts.visit(visitor);
        visit_one("service.cache", Some(&self.cache), visitor, CacheOf::visit);
        visit_one("service.replica", Some(&self.replica), visitor, Replica::visit);
        visit_one("service.rates", Some(&self.rates), visitor, ServedRates::visit);
        visit_one("service.decode", Some(&self.decode), visitor, Decode::visit);
        visit_one("service.prefill", Some(&self.prefill), visitor, Prefill::visit);
        visit_one("service.pace", Some(&self.pace), visitor, Pace::visit);
    }
}

/// The input of a pool without which no service is computed.
pub(crate) fn lacking(pool: &Pool) -> &'static str {
    let fields = [
        ("peak", pool.peak().is_none()),
        ("memory_bandwidth", pool.memory_bandwidth().is_none()),
        ("scale_up_devices", pool.scale_up_devices().is_none()),
        ("scale_up", pool.scale_up().is_none()),
        ("scale_out", pool.scale_out().is_none()),
    ];
    fields.into_iter().find(|(_, missing)| *missing).map_or("memory", |(field, _)| field)
}

/// One where prompts are read between answers, none where devices are set apart for them.
#[must_use]
pub fn sharing(apart: Share) -> f64 {
    if apart.get() > 0.0 { 0.0 } else { 1.0 }
}
