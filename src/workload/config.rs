//! Reading a Hugging Face `config.json`: dense and mixture-of-experts decoders, a row of a table a family.

use super::model::Model;
use super::shape::Shape;
use crate::catalogue::{Attention, Experts, Latent, ModelShape};
use crate::error::{Code, Error, Noun};
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

/// Architectures that share a shape, and what of it their configurations leave to the code.
struct Family {
    /// As `model_type` names them.
    names: &'static [&'static str],
    /// Whether the feed-forward blocks are gated.
    gated: bool,
    /// Whether the heads of keys and values must be stated; else they are as many as the query heads.
    grouped: bool,
    /// Whether a sliding window is heeded.
    windowed: bool,
    /// Whether positions are learned, and how many beyond those stated.
    positions: Option<u32>,
    /// What the code takes where the configuration does not say.
    defaults: &'static [(&'static str, u32)],
}

const LLAMA: Family = Family {
    names: &[
        "llama",
        "deepseek_v2",
        "deepseek_v3",
        "kimi_k2",
        "olmo",
        "olmo2",
        "olmoe",
        "granite",
        "internlm2",
        "baichuan",
    ],
    gated: true,
    grouped: false,
    windowed: false,
    positions: None,
    defaults: &[],
};
const MISTRAL: Family = Family { names: &["mistral", "mixtral"], grouped: true, windowed: true, ..LLAMA };
const NEOX: Family = Family { names: &["phi", "gpt_neox", "nemotron"], gated: false, ..LLAMA };
/// Outputs share the embeddings of inputs.
const TIED: (&str, u32) = ("tie_word_embeddings", 1);
/// Feed-forward blocks are four times as wide as the stream.
const FOURFOLD: (&str, u32) = ("expansion_ratio", 4);
const NO_WINDOW: (&str, u32) = ("use_sliding_window", 0);
/// One layer in so many has no window.
const PATTERN: &str = "sliding_window_pattern";
const WINDOW: (&str, u32) = ("sliding_window", 4096);

/// Every family, after its code in `transformers` 4.57 or in its own repository.
static FAMILIES: &[Family] = &[
    LLAMA,
    Family { names: &["stablelm", "glm4_moe"], grouped: true, ..LLAMA },
    Family { names: &["cohere"], defaults: &[TIED], ..LLAMA },
    Family { names: &["exaone"], defaults: &[TIED, FOURFOLD], ..LLAMA },
    MISTRAL,
    Family { names: &["phi3"], windowed: true, ..LLAMA },
    Family { names: &["qwen2", "qwen2_moe", "qwen3_moe"], defaults: &[NO_WINDOW], ..MISTRAL },
    Family { names: &["qwen3"], defaults: &[NO_WINDOW, ("head_dim", 128)], ..MISTRAL },
    Family { names: &["smollm3"], defaults: &[NO_WINDOW, TIED], ..MISTRAL },
    Family {
        names: &["gpt_oss"],
        defaults: &[(PATTERN, 2), ("sliding_window", 128), ("head_dim", 64)],
        ..MISTRAL
    },
    Family { names: &["gemma"], grouped: true, defaults: &[TIED, ("head_dim", 256)], ..LLAMA },
    Family { names: &["gemma2"], defaults: &[TIED, ("head_dim", 256), WINDOW, (PATTERN, 2)], ..MISTRAL },
    Family { names: &["gemma3_text"], defaults: &[TIED, ("head_dim", 256), WINDOW, (PATTERN, 6)], ..MISTRAL },
    NEOX,
    Family { names: &["gptj"], defaults: &[FOURFOLD], ..NEOX },
    Family { names: &["bloom", "mpt"], defaults: &[TIED, FOURFOLD], ..NEOX },
    Family { names: &["falcon"], defaults: &[TIED, FOURFOLD, ("multi_query", 1)], ..NEOX },
    Family { names: &["starcoder2"], grouped: true, windowed: true, defaults: &[TIED], ..NEOX },
    Family { names: &["opt"], positions: Some(2), defaults: &[TIED], ..NEOX },
    Family { names: &["gpt2"], positions: Some(0), defaults: &[TIED, FOURFOLD], ..NEOX },
    Family {
        names: &["gpt_bigcode"],
        positions: Some(0),
        defaults: &[TIED, FOURFOLD, ("multi_query", 1)],
        ..NEOX
    },
    Family {
        names: &["gpt_neo"],
        windowed: true,
        positions: Some(0),
        defaults: &[TIED, FOURFOLD, ("window_size", 256), (PATTERN, 2)],
        ..NEOX
    },
];

/// Architectures that are no decoder-only transformers, or mix other layers in.
const OTHER: [&str; 17] = [
    "t5",
    "mt5",
    "bart",
    "mbart",
    "bert",
    "roberta",
    "xlm-roberta",
    "distilbert",
    "albert",
    "electra",
    "deberta-v2",
    "mamba",
    "mamba2",
    "jamba",
    "nemotron_h",
    "qwen3_next",
    "whisper",
];

/// Keys that set dense layers among those with experts, and are read only where they set none.
const UNREAD: [&str; 4] =
    ["decoder_sparse_step", "moe_layer_freq", "interleave_moe_layer_step", "mlp_only_layers"];

/// The model that a Hugging Face configuration describes.
///
/// Reads the names that the families use for the same thing (`num_hidden_layers` and `n_layer`, …), and takes from the
/// family what its code has by default.
///
/// # Errors
/// When a dimension is missing or is no positive whole number, layers alternate in a way that is not read, or the
/// architecture is unknown or no decoder-only transformer.
pub fn model_of_config(name: &str, config: Config) -> Result<Model, Error> {
    let family = family(config)?;
    let default = |key: &str| family.defaults.iter().find(|(known, _)| *known == key);
    let config =
        &|key: &str| config(key).or_else(|| default(key).map(|(_, value)| Field::Number(f64::from(*value))));
    let shape = Shape::of(&shape(config, family)?, &GIVEN);
    shape.check_at(&|| "model".to_owned())?;
    shape.check_consistent()?;
    Ok(Model::of_shape(name, shape))
}

fn family(config: Config) -> Result<&'static Family, Error> {
    const FIELD: &str = "model.config.model_type";
    let kind = text(config, "model_type").ok_or_else(|| bad("model_type", "config-missing"))?;
    if OTHER.contains(&kind.as_str()) || flag(config, "is_encoder_decoder") {
        return Err(Error::new(Code::NotADecoder, vec![("field", FIELD.to_owned()), ("text", kind)]));
    }
    FAMILIES.iter().find(|family| family.names.contains(&kind.as_str())).ok_or_else(|| {
        let mut names = FAMILIES.iter().flat_map(|family| family.names.iter().copied());
        Error::unknown(Noun::Value, &kind, &mut names).at(FIELD)
    })
}

fn shape(config: Config, family: &Family) -> Result<ModelShape, Error> {
    let layers = needed(config, &["num_hidden_layers", "n_layer", "num_layers", "n_layers"])?;
    let hidden = needed(config, &["hidden_size", "n_embd", "n_embed", "d_model"])?;
    let heads = needed(config, &["num_attention_heads", "n_head", "num_heads", "n_heads"])?;
    check_read(config, hidden)?;
    Ok(ModelShape {
        layers,
        hidden,
        heads,
        kv_heads: kv_heads(config, family, heads)?,
        head_dim: head_dim(config, hidden, heads)?,
        attention: attention(config)?,
        window: if family.windowed { window(config, layers)? } else { None },
        ffn: ffn(config, hidden)?,
        gated: family.gated,
        experts: experts(config, layers)?,
        vocab: needed(config, &["vocab_size"])?,
        tied: flag(config, "tie_word_embeddings"),
        learned_positions: match family.positions {
            Some(more) => needed(config, &["n_positions", "max_position_embeddings"])?.saturating_add(more),
            None => 0,
        },
        mtp_layers: 0,
        extra_billions: 0.0,
    })
}

/// Refuses what the shape has no place for.
fn check_read(config: Config, hidden: u32) -> Result<(), Error> {
    let alternates = |key: &str| match config(key) {
        None => false,
        Some(Field::Number(step)) => step != 1.0,
        Some(Field::List(layers)) => !layers.is_empty(),
        Some(Field::Text(_)) => true,
    };
    let narrow = optional(config, &["word_embed_proj_dim"])?.is_some_and(|width| width != hidden);
    let unread = UNREAD.into_iter().find(|key| alternates(key));
    let unread = unread.or_else(|| narrow.then_some("word_embed_proj_dim"));
    unread.map_or(Ok(()), |key| Err(bad(key, "config-unread")))
}

fn kv_heads(config: Config, family: &Family, heads: u32) -> Result<u32, Error> {
    const KEYS: &[&str] = &["num_key_value_heads", "num_kv_heads", "n_head_kv"];
    if flag(config, "multi_query") && !flag(config, "new_decoder_architecture") {
        return Ok(1);
    }
    if family.grouped { needed(config, KEYS) } else { Ok(optional(config, KEYS)?.unwrap_or(heads)) }
}

fn head_dim(config: Config, hidden: u32, heads: u32) -> Result<u32, Error> {
    let even = hidden.checked_div(heads).filter(|width| width * heads == hidden);
    even.map_or_else(
        || needed(config, &["head_dim"]),
        |even| Ok(optional(config, &["head_dim"])?.unwrap_or(even)),
    )
}

fn ffn(config: Config, hidden: u32) -> Result<u32, Error> {
    const KEYS: &[&str] = &["intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size"];
    match (optional(config, KEYS)?, optional(config, &["expansion_ratio"])?) {
        (None, Some(ratio)) => Ok(hidden.saturating_mul(ratio)),
        _ => needed(config, KEYS),
    }
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
    let Some(window) = optional(config, &["sliding_window", "window_size"])? else { return Ok(None) };
    if config("use_sliding_window").is_some() && !flag(config, "use_sliding_window") {
        return Ok(None);
    }
    Ok(Some((window, windowed(config, layers)?)))
}

/// The layers with a window: those listed, else all but one in so many, or all after the first ones.
fn windowed(config: Config, layers: u32) -> Result<u32, Error> {
    if let Some(Field::List(kinds)) = config("layer_types").or_else(|| config("attention_layers")) {
        let local = kinds.iter().filter(|kind| ["sliding_attention", "local"].contains(&kind.as_str()));
        return Ok(u32::try_from(local.count()).unwrap_or(layers));
    }
    if config("attention_types").is_some() {
        return Err(bad("attention_types", "config-unread"));
    }
    let full = match optional(config, &[PATTERN])? {
        Some(pattern) => layers / pattern.max(1),
        None => optional(config, &["max_window_layers"])?.unwrap_or(0),
    };
    Ok(layers.saturating_sub(full))
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

fn bad(key: &str, reason: &str) -> Error {
    Error::new(Code::BadShape, vec![("field", format!("model.config.{key}")), ("reason", reason.to_owned())])
}

fn text(config: Config, key: &str) -> Option<String> {
    if let Some(Field::Text(text)) = config(key) { Some(text) } else { None }
}

fn flag(config: Config, key: &str) -> bool {
    matches!(config(key), Some(Field::Number(value)) if value != 0.0)
}

/// The first of these keys that holds a number.
fn optional(config: Config, keys: &[&str]) -> Result<Option<u32>, Error> {
    let found = keys.iter().find_map(|key| Some((*key, config(key)?)));
    match found {
        None => Ok(None),
        Some((_, Field::Number(value))) if (0.0..=1e9).contains(&value) && f64::floor(value) == value => {
            Ok(whole(value))
        }
        Some((key, _)) => Err(bad(key, "config-number")),
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
    optional(config, keys)?.ok_or_else(|| bad(key, "config-missing"))
}
