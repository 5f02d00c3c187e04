//! How much work a model is: parameters and FLOPs, exactly from the shape, and by the 6·N·D rule.

use super::run::TrainingRun;
use super::shape::Shape;
use crate::quantities::units::flop_per_token;
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures, visit_one};

figures! {
    /// Grouped attention (MHA, GQA, MQA): weights of a layer, and what scores and values cost.
    ///
    /// # References
    /// - Vaswani et al. (2017), arXiv:1706.03762; Ainslie et al. (2023), arXiv:2305.13245 (GQA)
    pub struct GroupedWork of (model: &Shape = "model") {
        /// Attention weights of a layer.
        weights: f64, "" = 2.0 * model.hidden * model.head_dim * (model.heads + model.kv_heads);
        /// FLOPs of scores and values, for each token attended to.
        flop_per_pair: f64, "" = 4.0 * model.heads * model.head_dim;
    }
}

figures! {
    /// Multi-head latent attention (MLA): weights of a layer, and what scores and values cost in training.
    ///
    /// # References
    /// - DeepSeek-AI (2024), "DeepSeek-V2", arXiv:2405.04434, section 2.1
    pub struct LatentWork of (model: &Shape = "model") {
        /// Weights that make the queries.
        query: f64, "" = latent_query(model.hidden, model.q_rank, model.heads * (model.qk_nope + model.qk_rope));
        /// Weights that make keys and values.
        key_value: f64, "" = model.hidden * (model.kv_rank + model.qk_rope) + model.kv_rank * model.heads * (model.qk_nope + model.v_head);
        /// Weights of the output projection.
        output: f64, "" = model.heads * model.v_head * model.hidden;
        /// Attention weights of a layer.
        weights: f64, "" = query + key_value + output;
        /// FLOPs of scores and values, for each token attended to.
        flop_per_pair: f64, "" = 2.0 * model.heads * (model.qk_nope + model.qk_rope + model.v_head);
    }
}

/// Weights that make the queries: one matrix, or two through a rank where queries are compressed.
#[must_use]
pub fn latent_query(hidden: f64, rank: f64, width: f64) -> f64 {
    if rank > 0.0 { hidden * rank + rank * width } else { hidden * width }
}

figures! {
    /// The feed-forward blocks of the dense layers.
    pub struct FeedForwardWork of (model: &Shape = "model") {
        /// Feed-forward weights of the dense layers.
        weights: f64, "" = (model.layers - model.expert_layers) * model.ffn_matrices * model.hidden * model.ffn;
    }
}

figures! {
    /// The feed-forward blocks of the layers with experts.
    ///
    /// # References
    /// - Fedus et al. (2021), "Switch Transformers", arXiv:2101.03961; Dai et al. (2024), "DeepSeekMoE", arXiv:2401.06066
    pub struct ExpertWork of (model: &Shape = "model") {
        /// Weights of a layer's router.
        router: f64, "" = model.hidden * model.experts;
        /// Weights of a layer's shared experts.
        shared: f64, "" = model.shared_experts * model.ffn_matrices * model.hidden * model.shared_ffn;
        /// Weights of one routed expert.
        expert: f64, "" = model.ffn_matrices * model.hidden * model.expert_ffn;
        /// Feed-forward weights of the layers with experts.
        weights: f64, "" = model.expert_layers * (router + shared + model.experts * expert);
        /// Feed-forward weights of those layers that a token uses.
        active: f64, "" = model.expert_layers * (router + shared + model.active_experts * expert);
    }
}

figures! {
    /// The work that a shape is.
    ///
    /// FLOPs count two a weight and token forward, twice that backward; norms, activations and softmax are left
    /// out, as in every published convention. Attention counts the tokens attended to: half of the sequence where
    /// the causal half is counted, all of it where it is not.
    ///
    /// # References
    /// - Korthikanti et al. (2022), arXiv:2205.05198, appendix A
    /// - Chowdhery et al. (2022), "PaLM", arXiv:2204.02311, appendix B
    pub struct ShapeWork of (
        model: &Shape = "model",
        run: &TrainingRun = "run",
        attention: &AttentionPart = "work.attention",
        dense: &FeedForwardWork = "work.dense",
        experts: &ExpertWork = "work.experts",
    ) {
        /// Weights of the embeddings.
        embedding: f64, "" = model.embeddings * model.vocab * model.hidden + model.positions * model.hidden;
        /// Parameters.
        parameters: f64, "" = model.layers * attention.weights + dense.weights + experts.weights + embedding + model.extra;
        /// Parameters that a token uses, the input embedding included.
        active_parameters: f64, "" = model.layers * attention.weights + dense.weights + experts.active + embedding + lacking(model.extra);
        /// Weights of the output head.
        head: f64, "" = model.vocab * model.hidden;
        /// Weights that a token is multiplied with: those it uses, with one output head and no input embedding.
        multiplied: f64, "" = model.layers * attention.weights + dense.weights + experts.active + head;
        /// Tokens that a token attends to in a full layer, on average.
        attended: f64, "" = run.attended * run.sequence;
        /// Tokens that a token attends to in a layer with a window, on average.
        attended_in_window: f64, "" = windowed(run.sequence, run.attended, model.window);
        /// Forward FLOPs of scores and values, by token.
        attention_flop: f64, "" = attention.flop_per_pair * ((model.layers - model.window_layers) * attended + model.window_layers * attended_in_window);
        /// Forward FLOPs by token.
        forward: f64, "" = 2.0 * multiplied + attention_flop;
        /// Model FLOPs by token of training, forward and backward.
        training: TokenWork, "FLOP/token" = flop_per_token(3.0 * forward);
        /// FLOPs by token that the devices do: the model's, and what is computed again.
        /// Selective recomputation computes scores and values again; full recomputation all layers, not the head.
        hardware: TokenWork, "FLOP/token" = flop_per_token(3.0 * forward + run.recomputed_attention * (1.0 - run.recomputed_layers) * attention_flop + run.recomputed_layers * (forward - 2.0 * head));
        /// The rule of six: FLOPs by token of training, as six for each active parameter.
        rule: TokenWork, "FLOP/token" = flop_per_token(6.0 * active_parameters);
    }
}

figures! {
    /// The work of all the tokens of a run.
    pub struct TokensWork of (work: &ShapeWork = "work", run: &TrainingRun = "run") {
        /// Compute of the run, from the shape.
        compute: Compute, "FLOP" = work.training * run.tokens?;
        /// Compute of the run, by the 6·N·D rule.
        compute_by_rule: Compute, "FLOP" = work.rule * run.tokens?;
    }
}

/// What a model has less than its dimensions say. What it has more, such as an encoder of images, no token of text uses.
#[must_use]
pub fn lacking(extra: f64) -> f64 {
    extra.min(0.0)
}

/// Tokens that a token attends to under a sliding window, on average over the sequence; all where there is no window.
///
/// Where the causal half is counted, the first tokens of the sequence see less than the window: `w·(1 − w/2s)`.
#[must_use]
pub fn windowed(sequence: f64, attended: f64, window: f64) -> f64 {
    if window > 0.0 && window < sequence {
        window * (1.0 - (1.0 - attended) * window / sequence)
    } else {
        attended * sequence
    }
}

/// What the formulas read of either kind of attention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AttentionPart {
    /// Attention weights of a layer.
    pub weights: f64,
    /// FLOPs of scores and values, for each token attended to.
    pub flop_per_pair: f64,
}

figures! {
    /// The work of a run by the 6·N·D rule, from the stated parameters alone.
    pub struct RuleWork of (model: &super::model::Sizes = "model", run: &TrainingRun = "run") {
        /// FLOPs by token of training, as six for each active parameter.
        rule: TokenWork, "FLOP/token" = flop_per_token(6.0 * model.active_parameters?);
        /// Compute of the run, by the 6·N·D rule.
        compute: Compute, "FLOP" = rule * run.tokens?;
    }
}

figures! {
    /// The work of a run whose compute is given.
    pub struct GivenWork of (run: &TrainingRun = "run") {
        /// Compute of the run, as given or estimated.
        compute: Compute, "FLOP" = run.compute?;
    }
}

/// The work of a run, in the way that its inputs allow.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)]
pub enum Work {
    /// From the shape, part by part.
    Shape(OfShape, TokensWork),
    /// By the 6·N·D rule.
    Rule(RuleWork),
    /// Given, or estimated by others; from the shape that of a token, where a step is timed.
    Given(GivenWork, Option<OfShape>),
}

/// The work of a token, by the shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfShape {
    /// The parts.
    pub parts: Parts,
    /// The whole.
    pub total: ShapeWork,
}

impl OfShape {
    fn of(run: &TrainingRun) -> Option<Self> {
        let shape = run.model().shape()?;
        let parts = Parts::of(shape)?;
        Some(Self { parts, total: parts.total(shape, run)? })
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.parts.visit(visitor);
        visit_one("work", Some(&self.total), visitor, ShapeWork::visit);
    }
}

/// The parts of a shape's work that formulas read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    grouped: Option<GroupedWork>,
    latent: Option<LatentWork>,
    /// Attention of a layer.
    pub attention: AttentionPart,
    /// The dense feed-forward blocks.
    pub dense: FeedForwardWork,
    /// The experts.
    pub experts: ExpertWork,
}

impl Parts {
    /// The parts of a shape's work.
    #[must_use]
    pub fn of(shape: &Shape) -> Option<Self> {
        let layout = shape.layout();
        let grouped = if layout.latent { None } else { GroupedWork::of(shape) };
        let latent = if layout.latent { LatentWork::of(shape) } else { None };
        let attention = match (&grouped, &latent) {
            (Some(part), _) => AttentionPart { weights: part.weights, flop_per_pair: part.flop_per_pair },
            (None, Some(part)) => AttentionPart { weights: part.weights, flop_per_pair: part.flop_per_pair },
            (None, None) => return None,
        };
        Some(Self {
            grouped,
            latent,
            attention,
            dense: FeedForwardWork::of(shape)?,
            experts: ExpertWork::of(shape)?,
        })
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("work.attention", self.grouped.as_ref(), visitor, GroupedWork::visit);
        visit_one("work.attention", self.latent.as_ref(), visitor, LatentWork::visit);
        visit_one("work.dense", Some(&self.dense), visitor, FeedForwardWork::visit);
        visit_one("work.experts", Some(&self.experts), visitor, ExpertWork::visit);
    }

    /// All of it together, for a run.
    #[must_use]
    pub fn total(&self, shape: &Shape, run: &TrainingRun) -> Option<ShapeWork> {
        ShapeWork::of(shape, run, &self.attention, &self.dense, &self.experts)
    }
}

impl Work {
    /// The work of a run: what the user gave, else from shape and tokens, else as others state it, else by rule.
    #[must_use]
    pub fn of(run: &TrainingRun) -> Option<Self> {
        let timed = || if run.is_timed() { OfShape::of(run) } else { None };
        let stated = || GivenWork::of(run).map(|given| Self::Given(given, timed()));
        if run.is_given("compute") {
            return stated();
        }
        let by_rule = || RuleWork::of(run.model().sizes(), run).map(Self::Rule);
        Self::by_shape(run).or_else(stated).or_else(by_rule)
    }

    fn by_shape(run: &TrainingRun) -> Option<Self> {
        let shape = OfShape::of(run)?;
        Some(Self::Shape(shape, TokensWork::of(&shape.total, run)?))
    }

    /// The work of a token by the shape, where that is known.
    #[must_use]
    pub const fn shape(&self) -> Option<&OfShape> {
        match self {
            Self::Shape(shape, _) => Some(shape),
            Self::Given(_, shape) => shape.as_ref(),
            Self::Rule(_) => None,
        }
    }

    /// The compute of the run.
    #[must_use]
    pub const fn compute(&self) -> Compute {
        match self {
            Self::Shape(_, tokens) => tokens.compute,
            Self::Rule(rule) => rule.compute,
            Self::Given(given, _) => given.compute,
        }
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.shape().into_iter().for_each(|shape| shape.visit(visitor));
        match self {
            Self::Shape(_, tokens) => visit_one("work", Some(tokens), visitor, TokensWork::visit),
            Self::Rule(rule) => visit_one("work", Some(rule), visitor, RuleWork::visit),
            Self::Given(given, _) => visit_one("work", Some(given), visitor, GivenWork::visit),
        }
    }
}
