//! The ways in which a run can be cut over its devices.

use crate::throughput::legal::divides;
use crate::workload::{Parallel, Shape, TrainingRun};

/// What of the forward pass is computed again in the backward pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recompute {
    /// Nothing.
    None,
    /// Scores and values.
    Selective,
    /// As many layers as it takes to fit.
    Partial,
    /// All layers.
    Full,
}

impl Recompute {
    /// Every option, the least first.
    pub const ALL: [Self; 4] = [Self::None, Self::Selective, Self::Partial, Self::Full];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Selective => "selective",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }

    /// The run that computes so much again; a `share` of the layers where it is a part.
    #[must_use]
    pub fn of(self, run: &TrainingRun, share: f64) -> TrainingRun {
        let (layers, attention) = match self {
            Self::None => (0.0, 0.0),
            Self::Selective => (0.0, 1.0),
            Self::Partial => (share, 0.0),
            Self::Full => (1.0, 0.0),
        };
        run.clone().with_recomputed_layers(layers).with_recomputed_attention(attention)
    }
}

/// A way to cut a run.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Choice {
    /// Tensor-parallel degree.
    pub tensor: f64,
    /// Context-parallel degree.
    pub context: f64,
    /// Expert-parallel degree.
    pub expert: f64,
    /// Tensor-parallel degree of the experts.
    pub expert_tensor: f64,
    /// Sequences in a microbatch.
    pub microbatch: f64,
    /// Pipeline stages.
    pub pipeline: f64,
    /// Chunks of the model on a stage.
    pub interleave: f64,
    /// ZeRO stage.
    pub zero: f64,
    /// What is computed again.
    pub recompute: Recompute,
}

impl Choice {
    /// Nothing is cut.
    const UNCUT: Self = Self {
        tensor: 1.0,
        context: 1.0,
        expert: 1.0,
        expert_tensor: 1.0,
        microbatch: 1.0,
        pipeline: 1.0,
        interleave: 1.0,
        zero: 0.0,
        recompute: Recompute::None,
    };

    /// The devices of one replica.
    pub(super) const fn replica(&self) -> f64 {
        self.tensor * self.context * self.pipeline
    }

    /// Puts the degrees into a layout.
    pub(crate) const fn put(&self, layout: &mut Parallel) {
        layout.tensor = self.tensor;
        layout.context = self.context;
        layout.expert = self.expert;
        layout.expert_tensor = self.expert_tensor;
        layout.microbatch = self.microbatch;
        layout.pipeline = self.pipeline;
        layout.interleave = self.interleave;
        layout.zero = self.zero;
    }

    /// A layout with these degrees.
    #[must_use]
    pub fn layout(&self, other: &Parallel) -> Parallel {
        let other = other.clone();
        other
            .with_tensor(self.tensor)
            .with_context(self.context)
            .with_expert(self.expert)
            .with_expert_tensor(self.expert_tensor)
            .with_microbatch(self.microbatch)
            .with_pipeline(self.pipeline)
            .with_interleave(self.interleave)
            .with_zero(self.zero)
    }
}

/// Why a layout is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The devices do not divide into replicas of it, or more than half of them would stand idle.
    Devices,
    /// The batch does not divide into microbatches of it.
    Batch,
    /// The layers do not spread over its stages and chunks.
    Layers,
    /// The devices do not divide into its groups of experts.
    Experts,
    /// It does not fit into the devices' memory.
    Memory,
    /// Computing a part of the layers again is the same as computing none or all of them.
    Same,
}

impl Rejection {
    /// Every reason.
    pub const ALL: [Self; 6] =
        [Self::Devices, Self::Batch, Self::Layers, Self::Experts, Self::Memory, Self::Same];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Devices => "devices",
            Self::Batch => "batch",
            Self::Layers => "layers",
            Self::Experts => "experts",
            Self::Memory => "memory",
            Self::Same => "same",
        }
    }
}

/// The values that each degree is tried at.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// Tensor-parallel degrees.
    pub tensor: Vec<f64>,
    /// Context-parallel degrees.
    pub context: Vec<f64>,
    /// Expert-parallel degrees.
    pub expert: Vec<f64>,
    /// Tensor-parallel degrees of the experts.
    pub expert_tensor: Vec<f64>,
    /// Sequences in a microbatch.
    pub microbatch: Vec<f64>,
    /// Pipeline stages.
    pub pipeline: Vec<f64>,
    /// Chunks of the model on a stage.
    pub interleave: Vec<f64>,
    /// ZeRO stages.
    pub zero: Vec<f64>,
    /// What is computed again.
    pub recompute: Vec<Recompute>,
    /// Whether layers and microbatches may spread unevenly over stages and chunks.
    pub uneven: bool,
    /// Whether devices that no replica takes may stand idle, up to half of them.
    pub idle: bool,
}

/// The largest degrees that are tried: no published run goes beyond them.
const MOST_TENSOR: f64 = 64.0;
const MOST_EXPERT_TENSOR: f64 = 8.0;
const MOST_CONTEXT: f64 = 32.0;
const MOST_MICROBATCH: f64 = 32.0;
const MOST_CHUNKS: f64 = 24.0;
/// Tokens that a context-parallel device keeps at least.
const LEAST_TOKENS: f64 = 1024.0;

impl Space {
    /// The whole space for a model and a run: powers of two that divide heads and sequence; every number that divides the
    /// experts; every number of stages up to the layers that divides them, or divides them with embedding and head.
    #[must_use]
    pub fn whole(model: &Shape, run: &TrainingRun, devices: f64) -> Self {
        let layers = model.layers();
        let stages: Vec<f64> =
            counts(layers).filter(|stages| spreads(layers, *stages) && *stages <= devices).collect();
        let interleave = counts(MOST_CHUNKS.min(layers))
            .filter(|chunks| stages.iter().any(|stages| spreads(layers, stages * chunks)));
        let recompute = Recompute::ALL.into_iter();
        let fused = run.fused_attention() >= 1.0;
        let tensor: Vec<_> =
            doublings(MOST_TENSOR.min(devices)).filter(|degree| divides(*degree, model.heads())).collect();
        let widest = tensor.iter().copied().fold(1.0, f64::max).min(MOST_EXPERT_TENSOR);
        Self {
            expert_tensor: doublings(if model.experts() > 0.0 { widest } else { 1.0 }).collect(),
            tensor,
            context: doublings(MOST_CONTEXT.min(run.sequence() / LEAST_TOKENS))
                .filter(|degree| divides(*degree, run.sequence()))
                .collect(),
            expert: counts(model.experts().max(1.0))
                .filter(|degree| divides(*degree, model.experts()))
                .take_while(|degree| *degree <= devices)
                .collect(),
            microbatch: doublings(MOST_MICROBATCH).collect(),
            interleave: interleave.collect(),
            pipeline: stages,
            zero: vec![0.0, 1.0, 2.0, 3.0],
            recompute: recompute.filter(|option| !fused || *option != Recompute::Selective).collect(),
            uneven: false,
            idle: true,
        }
    }

    /// The same with the degrees that a layout was given.
    #[must_use]
    pub fn keeping(mut self, layout: &Parallel) -> Self {
        let degrees = [
            ("tensor", layout.tensor(), &mut self.tensor),
            ("context", layout.context(), &mut self.context),
            ("expert", layout.expert(), &mut self.expert),
            ("expert_tensor", layout.expert_tensor(), &mut self.expert_tensor),
            ("microbatch", layout.microbatch(), &mut self.microbatch),
            ("pipeline", layout.pipeline(), &mut self.pipeline),
            ("interleave", layout.interleave(), &mut self.interleave),
            ("zero", layout.zero(), &mut self.zero),
        ];
        for (name, value, tried) in degrees {
            if layout.is_given(name) {
                *tried = vec![value];
            }
        }
        self
    }

    /// How many layouts it holds.
    #[must_use]
    pub fn size(&self) -> f64 {
        let degrees = [
            &self.tensor,
            &self.context,
            &self.expert,
            &self.expert_tensor,
            &self.microbatch,
            &self.pipeline,
            &self.interleave,
            &self.zero,
        ];
        degrees.map(|values| amount(values.len())).iter().product::<f64>() * amount(self.recompute.len())
    }

    /// The outer choices: what decides the time of a layer.
    pub(super) fn outer(&self) -> Vec<Choice> {
        let mut found = vec![Choice::UNCUT];
        found = each(&found, &self.tensor, |choice, tensor| Choice { tensor, ..choice });
        found = each(&found, &self.context, |choice, context| Choice { context, ..choice });
        found = each(&found, &self.expert, |choice, expert| Choice { expert, ..choice });
        found = each(&found, &self.expert_tensor, |choice, expert_tensor| Choice { expert_tensor, ..choice });
        each(&found, &self.microbatch, |choice, microbatch| Choice { microbatch, ..choice })
    }
}

/// Every choice with every value.
fn each(choices: &[Choice], values: &[f64], put: fn(Choice, f64) -> Choice) -> Vec<Choice> {
    choices.iter().flat_map(|choice| values.iter().map(move |value| put(*choice, *value))).collect()
}

/// Whole numbers from one.
pub(super) fn counts(most: f64) -> impl Iterator<Item = f64> {
    core::iter::successors(Some(1.0), |count| Some(count + 1.0)).take_while(move |count| *count <= most)
}

/// Powers of two from one; one in any case.
pub(super) fn doublings(most: f64) -> impl Iterator<Item = f64> {
    let most = most.max(1.0);
    core::iter::successors(Some(1.0), |power| Some(power * 2.0)).take_while(move |power| *power <= most)
}

/// Whether layers spread over so many chunks: evenly, or with the embedding and the head as a layer each.
pub(super) fn spreads(layers: f64, chunks: f64) -> bool {
    divides(chunks, layers) || (chunks > 1.0 && divides(chunks, layers + 2.0))
}

#[allow(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(super) const fn amount(count: usize) -> f64 {
    count as f64
}
