//! The shape of a transformer, as numbers that formulas read.

use crate::catalogue::{Attention, Experts, Latent, ModelShape};
use crate::error::{Code, Error};
use crate::provenance::{Evidence, Known};
use crate::tables::{Domain, inputs};

/// What the attention and the feed-forward blocks are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Whether attention is latent (MLA) rather than grouped (MHA, GQA, MQA).
    pub latent: bool,
}

/// Dimensions are whole numbers below a billion.
const DIMENSION: Domain = Domain::whole(1.0, 1e9);
/// Counts that may be none at all.
const COUNT: Domain = Domain::whole(0.0, 1e9);

inputs! {
    /// The shape of a decoder-only transformer, a number a dimension.
    pub struct Shape [layout: Layout] {
        /// Layers.
        layers, with_layers: f64, "", DIMENSION;
        /// Width of the residual stream.
        hidden, with_hidden: f64, "", DIMENSION;
        /// Query heads.
        heads, with_heads: f64, "", DIMENSION;
        /// Heads of keys and values.
        kv_heads, with_kv_heads: f64, "", DIMENSION;
        /// Width of a head.
        head_dim, with_head_dim: f64, "", DIMENSION;
        /// Feed-forward width of the dense layers.
        ffn, with_ffn: f64, "", COUNT;
        /// Matrices of a feed-forward block.
        /// Two, or three where it is gated (SwiGLU, GeGLU).
        ffn_matrices, with_ffn_matrices: f64, "", Domain::whole(2.0, 3.0);
        /// Vocabulary.
        vocab, with_vocab: f64, "", DIMENSION;
        /// Embedding matrices.
        /// One where the output head shares the input embedding, else two.
        embeddings, with_embeddings: f64, "", Domain::whole(1.0, 2.0);
        /// Learned position embeddings.
        positions, with_positions: f64, "", COUNT;
        /// Parameters that the dimensions do not count.
        /// Less than none where a matrix is smaller than the dimensions say.
        extra, with_extra: f64, "", Domain::between(-1e9, 1e15);
        /// Layers with a sliding window.
        window_layers, with_window_layers: f64, "", COUNT;
        /// Tokens in the sliding window.
        window, with_window: f64, "", COUNT;
        /// Layers with experts.
        expert_layers, with_expert_layers: f64, "", COUNT;
        /// Routed experts in a layer.
        experts, with_experts: f64, "", COUNT;
        /// Routed experts that a token uses.
        active_experts, with_active_experts: f64, "", COUNT;
        /// Feed-forward width of a routed expert.
        expert_ffn, with_expert_ffn: f64, "", COUNT;
        /// Experts that every token uses.
        shared_experts, with_shared_experts: f64, "", COUNT;
        /// Feed-forward width of a shared expert.
        shared_ffn, with_shared_ffn: f64, "", COUNT;
        /// Rank of the compressed query (MLA); none where it is not compressed.
        q_rank, with_q_rank: f64, "", COUNT;
        /// Rank of the compressed keys and values (MLA).
        kv_rank, with_kv_rank: f64, "", COUNT;
        /// Width of a head's query and key without position (MLA).
        qk_nope, with_qk_nope: f64, "", COUNT;
        /// Width of a head's query and key with position (MLA).
        qk_rope, with_qk_rope: f64, "", COUNT;
        /// Width of a head's value (MLA).
        v_head, with_v_head: f64, "", COUNT;
    }
}

/// A model without experts.
const NO_EXPERTS: Experts = Experts { routed: 0, active: 0, ffn: 0, shared: 0, shared_ffn: 0, layers: 0 };
/// A model without latent attention.
const NO_LATENT: Latent = Latent { q_rank: None, kv_rank: 0, qk_nope: 0, qk_rope: 0, v_head: 0 };

impl Shape {
    /// The shape of a catalogue row, or of a configuration.
    #[must_use]
    pub fn of(row: &ModelShape, evidence: &'static Evidence) -> Self {
        let count = |value: u32| Known::exact(f64::from(value), evidence);
        let latent = match row.attention {
            Attention::Grouped => None,
            Attention::Latent(latent) => Some(latent),
        };
        let experts = row.experts.unwrap_or(NO_EXPERTS);
        let (window, window_layers) = row.window.unwrap_or((0, 0));
        let layout = Layout { latent: latent.is_some() };
        let latent = latent.unwrap_or(NO_LATENT);
        Self::from_known(
            layout,
            count(row.layers),
            count(row.hidden),
            count(row.heads),
            count(row.kv_heads),
            count(row.head_dim),
            count(row.ffn),
            count(if row.gated { 3 } else { 2 }),
            count(row.vocab),
            count(if row.tied { 1 } else { 2 }),
            count(row.learned_positions),
            Known::exact(row.extra_billions * 1e9, evidence),
            count(window_layers),
            count(window),
            count(experts.layers),
            count(experts.routed),
            count(experts.active),
            count(experts.ffn),
            count(experts.shared),
            count(experts.shared_ffn),
            count(latent.q_rank.unwrap_or(0)),
            count(latent.kv_rank),
            count(latent.qk_nope),
            count(latent.qk_rope),
            count(latent.v_head),
        )
    }

    /// What its blocks are made of.
    #[must_use]
    pub const fn layout(&self) -> Layout {
        self.layout
    }

    /// Refuses dimensions that contradict each other.
    pub(crate) fn check_consistent(&self) -> Result<(), Error> {
        let conflicts = [
            ("model.kv_heads", self.kv_heads > self.heads, "shape-heads"),
            ("model.window_layers", self.window_layers > self.layers, "shape-window"),
            ("model.expert_layers", self.expert_layers > self.layers, "shape-experts"),
            ("model.active_experts", self.active_experts > self.experts, "shape-active"),
        ];
        conflicts.into_iter().find(|(_, wrong, _)| *wrong).map_or(Ok(()), |(field, _, reason)| {
            Err(Error::new(Code::BadShape, vec![("field", field.to_owned()), ("reason", reason.to_owned())]))
        })
    }
}
