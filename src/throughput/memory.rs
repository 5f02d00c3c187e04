//! What a device holds: weights, gradients, optimizer, activations; the first pipeline stage, which holds most.

use super::fabric::halves;
use super::step::{Cut, Shard};
use super::terms::{replicated, sharded};
use crate::cluster::Pool;
use crate::quantities::units::{bytes, gigabytes};
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures};
use crate::workload::{Parallel, Schedule, Shape, TrainingRun};

figures! {
    /// What a device holds of one pipeline: one forward, one backward, or zero bubble.
    pub struct PlainHold of (layout: &Parallel = "layout", cut: &Cut = "step.cut") {
        /// Copies of the weights on a device.
        copies: f64, "" = 1.0;
        /// Microbatches whose activations the first stage keeps.
        in_flight: f64, "" = in_flight(cut.microbatches, layout.pipeline, layout.interleave);
    }
}

figures! {
    /// What a device holds of the two pipelines of DualPipe.
    ///
    /// # References
    /// - DeepSeek-AI (2024), "DeepSeek-V3", arXiv:2412.19437, table 2
    pub struct DualHold of (layout: &Parallel = "layout") {
        /// Copies of the weights on a device.
        copies: f64, "" = 2.0;
        /// Microbatches whose activations the first stage keeps.
        in_flight: f64, "" = layout.pipeline + 1.0;
    }
}

/// What the formulas read of either.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    copies: f64,
    in_flight: f64,
}

/// What a schedule holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HoldOf {
    /// One pipeline.
    Plain(PlainHold),
    /// DualPipe.
    Dual(DualHold),
}

impl HoldOf {
    pub(crate) fn of(layout: &Parallel, cut: &Cut) -> Option<Self> {
        Some(match layout.schedule() {
            Schedule::OneForwardOneBackward | Schedule::ZeroBubble => {
                Self::Plain(PlainHold::of(layout, cut)?)
            }
            Schedule::DualPipe => Self::Dual(DualHold::of(layout)?),
        })
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Plain(part) => part.visit(visitor),
            Self::Dual(part) => part.visit(visitor),
        }
    }

    pub(crate) const fn hold(&self) -> Hold {
        let (copies, in_flight) = match self {
            Self::Plain(part) => (part.copies, part.in_flight),
            Self::Dual(part) => (part.copies, part.in_flight),
        };
        Hold { copies, in_flight }
    }
}

figures! {
    /// The memory of a device, part by part.
    ///
    /// # Assumes
    /// - 16-bit weights, 32-bit gradients, and 12 bytes of optimizer a weight (Adam with a master copy): 18 bytes; 16 where
    ///   products run below 16 bit, whose recipes keep gradients in 16 bit
    /// - activations in 16 bit, what goes into matrix products in their own format
    /// # References
    /// - Korthikanti et al. (2022), "Reducing Activation Recomputation in Large Transformer Models", arXiv:2205.05198, section 4
    /// - Rajbhandari et al. (2019), "ZeRO", arXiv:1910.02054, section 3
    pub struct Memory of (
        model: &Shape = "model",
        run: &TrainingRun = "run",
        layout: &Parallel = "layout",
        pool: &Pool = "cluster.pools.0",
        cut: &Cut = "step.cut",
        shard: &Shard = "step.shard",
        hold: Hold = "memory",
    ) {
        /// Weights.
        weights: Information, "GB" = bytes(2.0 * hold.copies) * resident(shard.weights, shard.expert_weights, cut.replicas * layout.context, cut.expert_replicas, layout.zero - 2.0);
        /// Gradients.
        gradients: Information, "GB" = bytes(gradient_bytes(run.operand_bytes) * hold.copies) * resident(shard.weights, shard.expert_weights, cut.replicas * layout.context, cut.expert_replicas, layout.zero - 1.0);
        /// Optimizer.
        optimizer: Information, "GB" = bytes(12.0) * resident(shard.weights, shard.expert_weights, cut.replicas * layout.context, cut.expert_replicas, layout.zero);
        /// Activations of a layer and token that tensor parallelism does not split.
        whole: Information, "kB" = bytes((4.0 + 2.0 * run.operand_bytes + dropped(run.fused_attention)) * model.hidden * cut.normed);
        /// Activations of attention of a layer and token.
        attention: Information, "kB" = bytes((4.0 * model.heads * head_width(model.head_dim, model.v_head) + 4.0 * replicated(model.kv_heads, layout.tensor) * model.head_dim + 4.0 * model.heads) / layout.tensor);
        /// Scores of a layer and token, kept where attention is neither fused nor computed again.
        scores: Information, "kB" = bytes(5.0 * model.heads * run.sequence / layout.tensor) * (1.0 - run.fused_attention) * (1.0 - run.recomputed_attention);
        /// Activations of a dense feed-forward block and token.
        dense: Information, "kB" = bytes(feed_forward(model.ffn_matrices, run.operand_bytes) * model.ffn / layout.tensor);
        /// Activations of the experts of a layer and token.
        experts: Information, "kB" = bytes((model.shared_experts * feed_forward(model.ffn_matrices, run.operand_bytes) * model.shared_ffn + layout.expert_load * model.active_experts * (feed_forward(model.ffn_matrices, run.operand_bytes) * model.expert_ffn + 4.0 * model.hidden * layout.expert_tensor)) / layout.tensor);
        /// Activations of all layers for a token.
        layers: Information, "MB" = model.layers * (whole + attention + scores) + (model.layers - model.expert_layers) * dense + model.expert_layers * experts;
        /// Activations kept for the backward pass.
        kept: Information, "GB" = cut.tokens / layout.pipeline * hold.in_flight * ((1.0 - run.recomputed_layers) * layers + run.recomputed_layers * bytes(2.0 * model.hidden * model.layers * cut.normed));
        /// Working space: a layer that is computed again, and logits where the head is on this stage.
        working: Information, "GB" = cut.tokens * (run.recomputed_layers * layers / model.layers + bytes(4.0 * model.vocab / layout.tensor) * last_is_first(layout.pipeline));
        /// Buffers of communication, gathered weights and fragmentation.
        buffers: Information, "GB" = buffers(gathered_layers(layout.zero) * (shard.weights + shard.expert_weights) * layout.pipeline / model.layers);
        /// Memory of a device.
        total: Information, "GB" = weights + gradients + optimizer + kept + working + buffers;
        /// What is left of the device's memory.
        headroom: Information, "GB" = pool.memory? - total;
    }
}

/// Weights that a device keeps of its dense part and of its experts; sharded over their replicas where `stage` is one or
/// more.
#[must_use]
pub fn resident(dense: f64, experts: f64, replicas: f64, expert_replicas: f64, stage: f64) -> f64 {
    dense / sharded(stage, replicas) + experts / sharded(stage, expert_replicas)
}

/// Bytes of activations for each unit of width of a feed-forward block: what each matrix but the last gives, in 16 bit, and
/// what goes into the last, in the format of the products.
#[must_use]
pub fn feed_forward(matrices: f64, operand: f64) -> f64 {
    2.0 * (matrices - 1.0) + operand
}

/// Bytes of a gradient: four, and two where products run below 16 bit, whose recipes reduce gradients in BF16.
#[must_use]
pub fn gradient_bytes(operand: f64) -> f64 {
    if operand < 2.0 { 2.0 } else { 4.0 }
}

/// Bytes of the two dropout masks of a layer, which models of the years before fused attention had.
#[must_use]
pub fn dropped(fused: f64) -> f64 {
    2.0 * (1.0 - fused)
}

/// Width of a head's values.
#[must_use]
pub fn head_width(head: f64, value: f64) -> f64 {
    if value > 0.0 { value } else { head }
}

/// Microbatches in flight on the first stage: as many as there are stages, and more where they are interleaved.
#[must_use]
pub fn in_flight(microbatches: f64, stages: f64, chunks: f64) -> f64 {
    let more = if chunks > 1.0 { 1.0 + (stages - 1.0) / (stages * chunks) } else { 1.0 };
    microbatches.min(stages) * more
}

/// One where a single stage is the first and the last.
#[must_use]
pub fn last_is_first(stages: f64) -> f64 {
    if stages > 1.0 { 0.0 } else { 1.0 }
}

/// Layers whose weights are gathered at a time under ZeRO 3: the one at work and the next.
#[must_use]
pub fn gathered_layers(zero: f64) -> f64 {
    if zero >= 3.0 { 2.0 } else { 0.0 }
}

/// Buffers: gathered weights in 16 bit, and what communication and fragmentation take. Assumed: a gigabyte, as NCCL's
/// channels and the allocator's rounding do in practice.
#[must_use]
pub fn buffers(gathered: f64) -> Information {
    const OTHER: Information = gigabytes(1.0);
    OTHER + halves(gathered)
}
