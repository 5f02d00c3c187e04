//! Reading a Hugging Face `config.json`: dense and mixture-of-experts decoders.

use super::model::Model;
use super::shape::Shape;
use crate::catalogue::{Attention, Experts, Latent, ModelShape};
use crate::error::{Code, Error};
use crate::provenance::GIVEN;

/// A value of a configuration.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// A number; yes and no are one and zero.
    Number(f64),
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// How a configuration is asked for a key.
pub type Config<'a> = &'a dyn Fn(&str) -> Option<Field>;

/// The architectures whose feed-forward blocks are not gated.
const NOT_GATED: [&str; 8] = ["gpt2", "gpt_neox", "gptj", "gpt_neo", "opt", "bloom", "falcon", "gpt_bigcode"];
/// Architectures that are no decoder-only transformers, or mix other layers in.
const OTHER: [&str; 10] =
    ["t5", "mt5", "bart", "bert", "mamba", "mamba2", "jamba", "nemotron_h", "qwen3_next", "whisper"];

/// The model that a Hugging Face configuration describes.
///
/// Reads the names that the families use for the same thing (`num_hidden_layers` and `n_layer`, …).
///
/// # Errors
/// When a dimension is missing or is no positive whole number, or the architecture is no decoder-only transformer.
pub fn model_of_config(name: &str, config: Config) -> Result<Model, Error> {
    let kind = text(config, "model_type").unwrap_or_default();
    if OTHER.contains(&kind.as_str()) || flag(config, "is_encoder_decoder") == Some(true) {
        let args = vec![("field", "model.config.model_type".to_owned()), ("text", kind)];
        return Err(Error::new(Code::NotADecoder, args));
    }
    let shape = shape(config, &kind)?;
    let shape = Shape::of(&shape, &GIVEN);
    shape.check_at(&|| "model".to_owned())?;
    shape.check_consistent()?;
    Ok(Model::of_shape(name, shape))
}

fn shape(config: Config, kind: &str) -> Result<ModelShape, Error> {
    let layers = needed(config, &["num_hidden_layers", "n_layer", "num_layers", "n_layers"])?;
    let hidden = needed(config, &["hidden_size", "n_embd", "d_model"])?;
    let heads = needed(config, &["num_attention_heads", "n_head", "num_heads", "n_heads"])?;
    let head_dim = optional(config, &["head_dim"])?.unwrap_or(hidden / heads.max(1));
    let kv_heads = optional(config, &["num_key_value_heads", "num_kv_heads", "n_head_kv"])?;
    let kv_heads = if flag(config, "multi_query") == Some(true) { 1 } else { kv_heads.unwrap_or(heads) };
    let ffn = optional(config, &["intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size"])?;
    let tied = flag(config, "tie_word_embeddings").unwrap_or(NOT_GATED.contains(&kind));
    let learned = if ["gpt2", "opt", "gpt_neo", "gpt_bigcode"].contains(&kind) {
        optional(config, &["n_positions", "max_position_embeddings"])?.unwrap_or(0)
    } else {
        0
    };
    Ok(ModelShape {
        layers,
        hidden,
        heads,
        kv_heads,
        head_dim,
        attention: attention(config)?,
        window: window(config, layers)?,
        ffn: ffn.unwrap_or(4 * hidden),
        gated: !NOT_GATED.contains(&kind),
        experts: experts(config, layers)?,
        vocab: needed(config, &["vocab_size"])?,
        tied,
        learned_positions: learned,
        mtp_layers: 0,
        extra_billions: 0.0,
    })
}

fn attention(config: Config) -> Result<Attention, Error> {
    let Some(kv_rank) = optional(config, &["kv_lora_rank"])? else { return Ok(Attention::Grouped) };
    Ok(Attention::Latent(Latent {
        q_rank: optional(config, &["q_lora_rank"])?,
        kv_rank,
        qk_nope: needed(config, &["qk_nope_head_dim"])?,
        qk_rope: needed(config, &["qk_rope_head_dim"])?,
        v_head: needed(config, &["v_head_dim"])?,
    }))
}

fn window(config: Config, layers: u32) -> Result<Option<(u32, u32)>, Error> {
    let Some(window) = optional(config, &["sliding_window"])? else { return Ok(None) };
    if flag(config, "use_sliding_window") == Some(false) {
        return Ok(None);
    }
    let listed = match config("layer_types") {
        Some(Field::List(types)) => {
            u32::try_from(types.iter().filter(|kind| kind.starts_with("sliding")).count()).ok()
        }
        _ => None,
    };
    Ok(Some((window, listed.unwrap_or(layers))))
}

fn experts(config: Config, layers: u32) -> Result<Option<Experts>, Error> {
    let Some(routed) = optional(config, &["n_routed_experts", "num_local_experts", "num_experts"])? else {
        return Ok(None);
    };
    let active = needed(config, &["num_experts_per_tok", "num_experts_per_token", "top_k"])?;
    let dense = optional(config, &["first_k_dense_replace"])?.unwrap_or(0);
    let ffn = needed(config, &["moe_intermediate_size", "intermediate_size"])?;
    let shared = optional(config, &["n_shared_experts"])?;
    let shared_ffn = optional(config, &["shared_expert_intermediate_size"])?;
    Ok(Some(Experts {
        routed,
        active,
        ffn,
        shared: shared.unwrap_or(u32::from(shared_ffn.is_some())),
        shared_ffn: shared_ffn.unwrap_or(ffn),
        layers: layers.saturating_sub(dense),
    }))
}

fn bad(field: &str, reason: &str) -> Error {
    Error::new(Code::BadShape, vec![("field", field.to_owned()), ("reason", reason.to_owned())])
}

fn text(config: Config, key: &str) -> Option<String> {
    if let Some(Field::Text(text)) = config(key) { Some(text) } else { None }
}

fn flag(config: Config, key: &str) -> Option<bool> {
    if let Some(Field::Number(value)) = config(key) { Some(value != 0.0) } else { None }
}

/// The first of these keys that holds a number.
fn optional(config: Config, keys: &[&str]) -> Result<Option<u32>, Error> {
    let found = keys.iter().find_map(|key| Some((*key, config(key)?)));
    match found {
        None => Ok(None),
        Some((_, Field::Number(value))) if (0.0..=1e9).contains(&value) && libm::floor(value) == value => {
            Ok(whole(value))
        }
        Some((key, _)) => Err(bad(&format!("model.config.{key}"), "config-number")),
    }
}

/// A whole number from zero to a billion, as an integer.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked before"
)]
const fn whole(value: f64) -> Option<u32> {
    Some(value as u32)
}

fn needed(config: Config, keys: &[&str]) -> Result<u32, Error> {
    let key = keys.first().copied().unwrap_or_default();
    optional(config, keys)?.ok_or_else(|| bad(&format!("model.config.{key}"), "config-missing"))
}
