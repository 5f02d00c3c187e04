//! A step of training, operator by operator: computing, communication, bubble, optimizer; parts that sum to the whole.
//!
//! Each device works through the microbatches of its pipeline stage. A matrix product takes its FLOPs at a rate that
//! saturates with its arithmetic intensity, `η = η_max · x/(x + x_half)`: time at the reached peak plus the time to
//! move its operands. Norms and activations take the memory's bandwidth; attention, where it is not fused, that of its
//! scores too. Communication takes bandwidth and latency of the fabric between its devices, less what hides behind
//! computing.

use super::efficiency::Efficiency;
use super::fabric::*;
use super::memory::{HoldOf, Memory};
use super::terms::*;
use super::{PoolCount, under_cap};
use crate::cluster::Pool;
use crate::quantities::units::flop;
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::workload::{
    AttentionPart, ExpertWork, FeedForwardWork, Parallel, Parts, Schedule, Shape, TrainingRun,
};

figures! {
    /// How a run is cut.
    pub struct Cut of (
        model: &Shape = "model",
        run: &TrainingRun = "run",
        layout: &Parallel = "layout",
        size: PoolCount = "size",
    ) {
        /// Data-parallel replicas.
        replicas: f64, "" = count(size.devices) / (layout.tensor * layout.pipeline * layout.context);
        /// Replicas of an expert.
        expert_replicas: f64, "" = replicas * layout.context * layout.tensor / (layout.expert * layout.expert_tensor);
        /// Microbatches of a pipeline in a step.
        microbatches: f64, "" = run.batch? / (replicas * layout.microbatch);
        /// Tokens of a microbatch on a tensor-parallel group.
        tokens: f64, "" = layout.microbatch * run.sequence / layout.context;
        /// Tokens of a microbatch that a device routes to experts.
        routed: f64, "" = tokens / layout.tensor * layout.expert_tensor;
        /// Experts of a layer on a device.
        local_experts: f64, "" = model.experts / layout.expert;
        /// Tokens of a microbatch that an expert gets.
        expert_tokens: f64, "" = shared_out(routed * model.active_experts, local_experts);
        /// Share of the stream's width that a device norms.
        normed: f64, "" = 1.0 - layout.sequence_parallel * (1.0 - 1.0 / layout.tensor);
        /// Tokens that a token attends to as computed, on average over the layers.
        attended: f64, "" = computed(run.sequence, run.fused_attention, model.window, model.window_layers / model.layers);
    }
}

figures! {
    /// The rates that a device reaches.
    pub struct Rates of (pool: &Pool = "cluster.pools.0", run: &TrainingRun = "run", efficiency: &Efficiency = "efficiency") {
        /// Speed by software, over that of 2025.
        software: f64, "" = grown(efficiency.growth, run.software_year);
        /// Share of the overlap that software has reached.
        overlap: f64, "" = overlapped(run.software_year);
        /// Rate of large 16-bit matrix products.
        product: ComputeRate, "FLOP/s" = one(pool.half_peak?) * efficiency.product * software * under_cap(pool.idle, pool.tdp, pool.cap);
        /// Rate of large matrix products at the precision of the run.
        narrow: ComputeRate, "FLOP/s" = one(pool.peak?) * efficiency.narrow * software * under_cap(pool.idle, pool.tdp, pool.cap);
        /// Rate of scores and values.
        scores: ComputeRate, "FLOP/s" = product * faster(efficiency.scores, efficiency.early_scores, run.fused_attention, run.software_year);
        /// Rate of products of experts.
        expert: ComputeRate, "FLOP/s" = narrow * efficiency.expert;
        /// Bandwidth at which products move their matrices.
        operands: Bandwidth, "GB/s" = pool.memory_bandwidth? * efficiency.operands * software * 2.0 / run.operand_bytes;
        /// Bandwidth of norms, activations and the optimizer.
        traffic: Bandwidth, "GB/s" = pool.memory_bandwidth? * efficiency.traffic * software;
        /// Bandwidth of a collective within a scale-up domain.
        scale_up: Bandwidth, "GB/s" = pool.scale_up? * efficiency.scale_up;
        /// Bandwidth of a collective on the network.
        scale_out: Bandwidth, "GB/s" = pool.scale_out? * efficiency.scale_out;
    }
}

figures! {
    /// Grouped attention of a layer, forward, for a microbatch.
    pub struct GroupedTime of (
        model: &Shape = "model",
        layout: &Parallel = "layout",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
    ) {
        /// Time of the projections.
        projections: Time, "µs" = product(cut.tokens, model.hidden, model.head_dim * (model.heads + 2.0 * replicated(model.kv_heads, layout.tensor)) / layout.tensor, rates.narrow, rates.operands) + product(cut.tokens, model.head_dim * model.heads / layout.tensor, model.hidden, rates.narrow, rates.operands);
        /// Width of keys and values of a token.
        key_value: f64, "" = 2.0 * replicated(model.kv_heads, layout.tensor) * model.head_dim;
        /// Width that is read and written between the projections.
        width: f64, "" = 2.0 * model.head_dim * (model.heads + replicated(model.kv_heads, layout.tensor));
    }
}

figures! {
    /// Latent attention of a layer, forward, for a microbatch.
    pub struct LatentTime of (
        model: &Shape = "model",
        layout: &Parallel = "layout",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
    ) {
        /// Time of the query.
        query: Time, "µs" = product(cut.tokens, model.hidden, model.q_rank, rates.narrow, rates.operands) + product(cut.tokens, wider(model.q_rank, model.hidden), model.heads * (model.qk_nope + model.qk_rope) / layout.tensor, rates.narrow, rates.operands);
        /// Time of keys and values.
        keys: Time, "µs" = product(cut.tokens, model.hidden, model.kv_rank + model.qk_rope, rates.narrow, rates.operands) + product(cut.tokens, model.kv_rank, model.heads * (model.qk_nope + model.v_head) / layout.tensor, rates.narrow, rates.operands);
        /// Time of the projections.
        projections: Time, "µs" = query + keys + product(cut.tokens, model.heads * model.v_head / layout.tensor, model.hidden, rates.narrow, rates.operands);
        /// Width of keys and values of a token.
        key_value: f64, "" = model.heads * (model.qk_nope + model.qk_rope + model.v_head);
        /// Width that is read and written between the projections.
        width: f64, "" = 2.0 * model.heads * (model.qk_nope + model.qk_rope + model.v_head);
    }
}

/// What the formulas read of either kind of attention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AttentionTime {
    projections: Time,
    key_value: f64,
    width: f64,
}

figures! {
    /// The operators of a pipeline stage, forward, for a microbatch.
    pub struct Forward of (
        model: &Shape = "model",
        run: &TrainingRun = "run",
        layout: &Parallel = "layout",
        efficiency: &Efficiency = "efficiency",
        weights: &AttentionPart = "work.attention",
        attention: &AttentionTime = "step.attention",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
    ) {
        /// Layers of a stage.
        layers: f64, "" = model.layers / layout.pipeline;
        /// Layers with experts of a stage.
        expert_layers: f64, "" = model.expert_layers / layout.pipeline;
        /// Feed-forward products of a dense layer.
        dense: Time, "µs" = product(cut.tokens, model.hidden, (model.ffn_matrices - 1.0) * model.ffn / layout.tensor, rates.narrow, rates.operands) + product(cut.tokens, model.ffn / layout.tensor, model.hidden, rates.narrow, rates.operands);
        /// Router and shared experts of a layer with experts.
        shared: Time, "µs" = product(cut.tokens / layout.tensor, model.hidden, model.experts, rates.product, rates.operands) + model.shared_experts * (product(cut.tokens, model.hidden, (model.ffn_matrices - 1.0) * model.shared_ffn / layout.tensor, rates.narrow, rates.operands) + product(cut.tokens, model.shared_ffn / layout.tensor, model.hidden, rates.narrow, rates.operands));
        /// Routed experts of a layer with experts.
        routed: Time, "µs" = cut.local_experts * layout.expert_load * (product(cut.expert_tokens, model.hidden, (model.ffn_matrices - 1.0) * model.expert_ffn / layout.expert_tensor, rates.expert, rates.operands) + product(cut.expert_tokens, model.expert_ffn / layout.expert_tensor, model.hidden, rates.expert, rates.operands));
        /// Matrix products.
        products: Time, "ms" = layers * attention.projections + (layers - expert_layers) * dense + expert_layers * (shared + routed);
        /// Scores and values.
        scores: Time, "ms" = layers * cut.tokens / layout.tensor * (flop(weights.flop_per_pair * cut.attended) / rates.scores + halves((1.0 - run.fused_attention) * efficiency.score_passes * model.heads * run.sequence) / rates.traffic);
        /// Norms, residuals and activations.
        traffic: Time, "ms" = cut.tokens * halves(layers * (efficiency.stream_passes * model.hidden * cut.normed + attention.width / layout.tensor) + (layers - expert_layers) * model.ffn_matrices * model.ffn / layout.tensor + expert_layers / layout.tensor * (model.ffn_matrices * model.shared_experts * model.shared_ffn + model.active_experts * (model.ffn_matrices * model.expert_ffn + efficiency.permutations * model.hidden))) / rates.traffic;
        /// Launches of operators.
        launches: Time, "ms" = efficiency.launch * (layers * attention_operators(run.fused_attention) + dense_operators(layers - expert_layers) + expert_layers * (run.dropless * efficiency.expert_operators + (1.0 - run.dropless) * efficiency.static_operators));
        /// The forward pass.
        total: Time, "ms" = products + scores + traffic + exposed(launches, products + scores + traffic);
    }
}

figures! {
    /// What a stage does with a microbatch.
    pub struct Pass of (
        model: &Shape = "model",
        run: &TrainingRun = "run",
        layout: &Parallel = "layout",
        efficiency: &Efficiency = "efficiency",
        forward: &Forward = "step.forward",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
    ) {
        /// Backward pass.
        backward: Time, "ms" = forward.total * efficiency.backward + fused_backward(run.fused_attention) * forward.scores;
        /// Computed again in the backward pass.
        again: Time, "ms" = (run.recomputed_layers * forward.total + run.recomputed_attention * (1.0 - run.recomputed_layers) * forward.scores) * efficiency.again;
        /// Weight gradients alone, a part of the backward pass.
        gradients: Time, "ms" = forward.products;
        /// Output head and loss, on the last stage.
        head: Time, "ms" = (product(cut.tokens, model.hidden, model.vocab / layout.tensor, rates.product, rates.operands) + logits(cut.tokens * model.vocab / layout.tensor) / rates.traffic) * (1.0 + efficiency.backward);
        /// A microbatch on a stage without the output head.
        stage: Time, "ms" = forward.total + backward + again;
        /// A microbatch on an average stage.
        average: Time, "ms" = stage + head / layout.pipeline;
        /// A microbatch on the slowest stage.
        slowest: Time, "ms" = slowest_stage(model.layers, layout.pipeline, layout.interleave, stage * layout.pipeline / model.layers, head);
    }
}

figures! {
    /// Communication of a device for a microbatch, as it would take alone.
    pub struct Traffic of (
        model: &Shape = "model",
        run: &TrainingRun = "run",
        layout: &Parallel = "layout",
        pool: &Pool = "cluster.pools.0",
        efficiency: &Efficiency = "efficiency",
        attention: &AttentionTime = "step.attention",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
        forward: &Forward = "step.forward",
    ) {
        /// An all-reduce of the tensor-parallel group.
        reduce: Time, "µs" = 2.0 * gathered(halves(cut.tokens * model.hidden), layout.tensor) / ring(layout.tensor, 1.0, pool.scale_up_devices?, rates.scale_up, rates.scale_out) + 2.0 * latency(layout.tensor, 1.0, pool.scale_up_devices?, efficiency.scale_up_latency, efficiency.scale_out_latency);
        /// Tensor and sequence parallelism.
        tensor: Time, "ms" = reduce * (2.0 * forward.layers - forward.expert_layers * unshared(model.shared_experts)) * (2.0 + run.recomputed_layers);
        /// Context parallelism of a layer, forward.
        key_values: Time, "µs" = gathered(halves(attention.key_value * cut.tokens * layout.context / layout.tensor), layout.context) / ring(layout.context, layout.tensor, pool.scale_up_devices?, rates.scale_up, rates.scale_out) + latency(layout.context, layout.tensor, pool.scale_up_devices?, efficiency.scale_up_latency, efficiency.scale_out_latency);
        /// Context parallelism.
        context: Time, "ms" = key_values * forward.layers * (3.0 + run.recomputed_layers);
        /// Devices of an expert-parallel group in a scale-up domain.
        near: f64, "" = inside(layout.expert * layout.expert_tensor, 1.0, pool.scale_up_devices?);
        /// An exchange of tokens between experts.
        exchange: Time, "µs" = layout.expert_load * all_to_all(halves(cut.tokens / layout.tensor * model.hidden * layout.expert_tensor * dispatched(run.operand_bytes)), model.active_experts, layout.expert * layout.expert_tensor, near, rates.scale_up, rates.scale_out) + latency(layout.expert * layout.expert_tensor, 1.0, pool.scale_up_devices?, efficiency.scale_up_latency, efficiency.scale_out_latency);
        /// Expert parallelism.
        expert: Time, "ms" = exchange * forward.expert_layers * (4.0 + 2.0 * run.recomputed_layers);
        /// A transfer between pipeline stages.
        hop: Time, "µs" = halves(cut.tokens * model.hidden / layout.tensor) / ring(layout.pipeline, cut.replicas * layout.tensor * layout.context, pool.scale_up_devices?, rates.scale_up, rates.scale_out) + latency(layout.pipeline, cut.replicas * layout.tensor * layout.context, pool.scale_up_devices?, efficiency.scale_up_latency, efficiency.scale_out_latency);
        /// Pipeline parallelism.
        pipeline: Time, "ms" = hop * 2.0 * layout.interleave * staged(layout.pipeline);
    }
}

figures! {
    /// Weights on a device, and what data parallelism moves of them.
    pub struct Shard of (
        model: &Shape = "model",
        layout: &Parallel = "layout",
        pool: &Pool = "cluster.pools.0",
        efficiency: &Efficiency = "efficiency",
        attention: &AttentionPart = "work.attention",
        dense: &FeedForwardWork = "work.dense",
        experts: &ExpertWork = "work.experts",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
    ) {
        /// Weights on a device without the routed experts, before data parallelism shards them.
        weights: f64, "" = (model.layers * attention.weights + dense.weights + model.expert_layers * (experts.router + experts.shared)) / (layout.tensor * layout.pipeline) + model.vocab * model.hidden / layout.tensor * edges(layout.pipeline, model.embeddings);
        /// Weights of routed experts on a device, before data parallelism shards them.
        expert_weights: f64, "" = model.expert_layers * model.experts * experts.expert / (layout.pipeline * layout.expert * layout.expert_tensor);
        /// One pass of all weights through the data-parallel groups, at two bytes a weight.
        sweep: Time, "ms" = gathered(halves(weights), cut.replicas * layout.context) / ring(cut.replicas * layout.context, layout.tensor, pool.scale_up_devices?, rates.scale_up, rates.scale_out) + gathered(halves(expert_weights), cut.expert_replicas) / ring(cut.expert_replicas, layout.expert * layout.expert_tensor, pool.scale_up_devices?, rates.scale_up, rates.scale_out) + latency(cut.replicas * layout.context, layout.tensor, pool.scale_up_devices?, efficiency.scale_up_latency, efficiency.scale_out_latency);
    }
}

figures! {
    /// Communication for a microbatch that computing does not hide.
    pub struct Shown of (
        efficiency: &Efficiency = "efficiency",
        rates: &Rates = "step.rates",
        forward: &Forward = "step.forward",
        traffic: &Traffic = "step.traffic",
    ) {
        /// Tensor- and sequence-parallel communication of a microbatch that is exposed.
        tensor: Time, "ms" = traffic.tensor * (1.0 - rates.overlap * efficiency.hidden_tensor);
        /// Context-parallel communication of a microbatch that is exposed.
        context: Time, "ms" = exposed(traffic.context, 3.0 * forward.scores * efficiency.cover_context);
        /// Expert-parallel communication of a microbatch that is exposed.
        expert: Time, "ms" = traffic.expert * (1.0 - rates.overlap * efficiency.hidden_expert);
        /// Communication of the layers for a microbatch that is exposed.
        layers: Time, "ms" = tensor + context + expert;
    }
}

figures! {
    /// One forward, one backward: each device waits for the first microbatch to reach it and the last to come back, through
    /// stages without the output head, which stands on the last one.
    ///
    /// # References
    /// - Narayanan et al. (2021), arXiv:2104.04473, section 2.2
    pub struct PlainBubble of (layout: &Parallel = "layout", pass: &Pass = "step.pass", cut: &Cut = "step.cut", shown: &Shown = "step.shown") {
        /// Pipeline bubble.
        bubble: Time, "s" = (layout.pipeline - 1.0) / layout.interleave * (pass.stage + shown.layers) + unfilled(cut.microbatches, layout.pipeline, layout.interleave) * (pass.slowest + shown.layers);
    }
}

figures! {
    /// Weight gradients fill the bubble (ZB-H1).
    ///
    /// # References
    /// - Qi et al. (2023), "Zero Bubble Pipeline Parallelism", arXiv:2401.10241
    pub struct ZeroBubble of (layout: &Parallel = "layout", pass: &Pass = "step.pass", shown: &Shown = "step.shown") {
        /// Pipeline bubble.
        bubble: Time, "s" = (layout.pipeline - 1.0) / layout.interleave * (pass.stage + shown.layers - 2.0 * pass.gradients);
    }
}

figures! {
    /// Two streams of microbatches from both ends of the pipeline.
    ///
    /// # References
    /// - DeepSeek-AI (2024), "DeepSeek-V3", arXiv:2412.19437, section 3.2.1
    pub struct DualPipe of (layout: &Parallel = "layout", pass: &Pass = "step.pass", shown: &Shown = "step.shown") {
        /// Pipeline bubble.
        bubble: Time, "s" = at_least_none(layout.pipeline / 2.0 - 1.0) * (pass.stage + shown.layers + pass.backward + pass.again - 3.0 * pass.gradients);
    }
}

/// What the formulas read of the bubble.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bubble {
    /// The bubble.
    pub bubble: Time,
}

figures! {
    /// The parts of a step, which sum to it.
    pub struct StepTime of (
        layout: &Parallel = "layout",
        size: PoolCount = "size",
        efficiency: &Efficiency = "efficiency",
        schedule: Bubble = "step",
        cut: &Cut = "step.cut",
        rates: &Rates = "step.rates",
        pass: &Pass = "step.pass",
        traffic: &Traffic = "step.traffic",
        shown: &Shown = "step.shown",
        shard: &Shard = "step.shard",
    ) {
        /// Computing.
        compute: Time, "s" = cut.microbatches * pass.average;
        /// Waiting for the slowest pipeline stage.
        imbalance: Time, "s" = cut.microbatches * beyond(pass.slowest, pass.average);
        /// Tensor- and sequence-parallel communication that is exposed.
        tensor: Time, "s" = cut.microbatches * shown.tensor;
        /// Context-parallel communication that is exposed.
        context: Time, "s" = cut.microbatches * shown.context;
        /// Expert-parallel communication that is exposed.
        expert: Time, "s" = cut.microbatches * shown.expert;
        /// Pipeline communication that is exposed.
        pipeline: Time, "s" = (cut.microbatches + (layout.pipeline - 1.0) / layout.interleave) * traffic.pipeline * (1.0 - rates.overlap * efficiency.hidden_pipeline);
        /// Data-parallel communication that is exposed.
        data: Time, "s" = sweeps(layout.zero, cut.microbatches) * contended(shard.sweep / sharding(layout.zero, rates.overlap, efficiency.first_sharding), covers(layout.zero, rates.overlap) * pass.average * efficiency.cover_data, efficiency.contention);
        /// Pipeline bubble.
        idle: Time, "s" = schedule.bubble;
        /// Optimizer.
        optimizer: Time, "s" = adam(shard.weights / sharded(layout.zero, cut.replicas * layout.context) + shard.expert_weights / sharded(layout.zero, cut.expert_replicas)) / rates.traffic;
        /// Time that no operator takes.
        fixed: Time, "s" = efficiency.fixed / rates.software;
        /// Waiting for the slowest device.
        straggling: Time, "s" = (compute + imbalance + tensor + context + expert + pipeline + data + idle + optimizer + fixed) * doublings(size.devices) * efficiency.straggling;
        /// A step as computed.
        computed: Time, "s" = compute + imbalance + tensor + context + expert + pipeline + data + idle + optimizer + fixed + straggling;
        /// A step.
        total: Time, "s" = computed * efficiency.doubt;
    }
}

/// A step of training, opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// How the run is cut.
    pub cut: Cut,
    /// The rates that a device reaches.
    pub rates: Rates,
    /// Grouped attention, where the model has it.
    pub grouped: Option<GroupedTime>,
    /// Latent attention, where the model has it.
    pub latent: Option<LatentTime>,
    /// The operators of a stage.
    pub forward: Forward,
    /// What a stage does with a microbatch.
    pub pass: Pass,
    /// Communication for a microbatch.
    pub traffic: Traffic,
    /// What of it computing does not hide.
    pub shown: Shown,
    /// Weights on a device.
    pub shard: Shard,
    /// The bubble of the schedule.
    pub bubble: BubbleOf,
    /// The parts of the step.
    pub time: StepTime,
    /// What the schedule holds on a device.
    pub hold: HoldOf,
    /// What a device holds.
    pub memory: Option<Memory>,
}

/// The bubble of a schedule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BubbleOf {
    /// One forward, one backward.
    Plain(PlainBubble),
    /// Zero bubble.
    Zero(ZeroBubble),
    /// DualPipe.
    Dual(DualPipe),
}

impl BubbleOf {
    fn of(layout: &Parallel, pass: &Pass, cut: &Cut, shown: &Shown) -> Option<Self> {
        Some(match layout.schedule() {
            Schedule::OneForwardOneBackward => Self::Plain(PlainBubble::of(layout, pass, cut, shown)?),
            Schedule::ZeroBubble => Self::Zero(ZeroBubble::of(layout, pass, shown)?),
            Schedule::DualPipe => Self::Dual(DualPipe::of(layout, pass, shown)?),
        })
    }

    const fn bubble(&self) -> Bubble {
        Bubble {
            bubble: match self {
                Self::Plain(part) => part.bubble,
                Self::Zero(part) => part.bubble,
                Self::Dual(part) => part.bubble,
            },
        }
    }
}

/// What a step is a step of.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The model's shape.
    pub model: &'a Shape,
    /// The parts of its work.
    pub parts: &'a Parts,
    /// The run.
    pub run: &'a TrainingRun,
    /// The devices.
    pub pool: &'a Pool,
    /// What they reach.
    pub efficiency: &'a Efficiency,
    /// How many there are.
    pub size: PoolCount,
}

impl Step {
    /// The step of a run in a layout; `None` where batch, peak, memory or fabric is not known.
    #[must_use]
    pub fn of(setting: &Setting, layout: &Parallel) -> Option<Self> {
        let Setting { model, parts, run, pool, efficiency, size } = *setting;
        let Parts { attention: weights, dense, experts, .. } = parts;
        let cut = Cut::of(model, run, layout, size)?;
        let rates = Rates::of(pool, run, efficiency)?;
        let latent = model.layout().latent.then(|| LatentTime::of(model, layout, &cut, &rates)).flatten();
        let grouped =
            (!model.layout().latent).then(|| GroupedTime::of(model, layout, &cut, &rates)).flatten();
        let attention = match (&grouped, &latent) {
            (Some(part), _) => {
                AttentionTime { projections: part.projections, key_value: part.key_value, width: part.width }
            }
            (_, Some(part)) => {
                AttentionTime { projections: part.projections, key_value: part.key_value, width: part.width }
            }
            (None, None) => return None,
        };
        let forward = Forward::of(model, run, layout, efficiency, weights, &attention, &cut, &rates)?;
        let pass = Pass::of(model, run, layout, efficiency, &forward, &cut, &rates)?;
        let traffic = Traffic::of(model, run, layout, pool, efficiency, &attention, &cut, &rates, &forward)?;
        let shard = Shard::of(model, layout, pool, efficiency, weights, dense, experts, &cut, &rates)?;
        let shown = Shown::of(efficiency, &rates, &forward, &traffic)?;
        let bubble = BubbleOf::of(layout, &pass, &cut, &shown)?;
        let time = StepTime::of(
            layout,
            size,
            efficiency,
            bubble.bubble(),
            &cut,
            &rates,
            &pass,
            &traffic,
            &shown,
            &shard,
        )?;
        let hold = HoldOf::of(layout, &cut)?;
        let memory = Memory::of(model, run, layout, pool, &cut, &shard, hold.hold());
        Some(Self {
            cut,
            rates,
            grouped,
            latent,
            forward,
            pass,
            traffic,
            shown,
            shard,
            bubble,
            time,
            hold,
            memory,
        })
    }

    #[inline(never)]
    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("step.cut", Some(&self.cut), visitor, Cut::visit);
        visit_one("step.rates", Some(&self.rates), visitor, Rates::visit);
        visit_one("step.attention", self.grouped.as_ref(), visitor, GroupedTime::visit);
        visit_one("step.attention", self.latent.as_ref(), visitor, LatentTime::visit);
        visit_one("step.forward", Some(&self.forward), visitor, Forward::visit);
        visit_one("step.pass", Some(&self.pass), visitor, Pass::visit);
        visit_one("step.traffic", Some(&self.traffic), visitor, Traffic::visit);
        visit_one("step.shown", Some(&self.shown), visitor, Shown::visit);
        visit_one("step.shard", Some(&self.shard), visitor, Shard::visit);
        match &self.bubble {
            BubbleOf::Plain(part) => visit_one("step", Some(part), visitor, PlainBubble::visit),
            BubbleOf::Zero(part) => visit_one("step", Some(part), visitor, ZeroBubble::visit),
            BubbleOf::Dual(part) => visit_one("step", Some(part), visitor, DualPipe::visit),
        }
        visit_one("step", Some(&self.time), visitor, StepTime::visit);
        visit_one("memory", Some(&self.hold), visitor, HoldOf::visit);
        visit_one("memory", self.memory.as_ref(), visitor, Memory::visit);
    }
}
