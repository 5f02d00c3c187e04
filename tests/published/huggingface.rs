//! Public `config.json` files, by hand and cut to what they say of the shape: <https://huggingface.co>, each at the
//! repository named.

use crate::support::{close, evaluated, input, scenario, value};
use wattflop::error::{Code, Error};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::workload::config::Field;
use wattflop::workload::model_of_config;

/// A row of the catalogue and the configuration of the same model.
const CONFIGS: &[(&str, &str)] = &[
    // openai-community/gpt2
    (
        "gpt2-small",
        r#"{"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "n_ctx": 1024, "n_embd": 768, "n_head": 12,
            "n_layer": 12, "n_positions": 1024, "vocab_size": 50257, "activation_function": "gelu_new"}"#,
    ),
    // meta-llama/Llama-3.1-8B
    (
        "llama3.1-8b",
        r#"{"model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
            "num_hidden_layers": 32, "num_key_value_heads": 8, "vocab_size": 128256, "tie_word_embeddings": false,
            "max_position_embeddings": 131072, "rope_scaling": {"factor": 8.0, "rope_type": "llama3"},
            "hidden_act": "silu", "rope_theta": 500000.0, "attention_bias": false}"#,
    ),
    // mistralai/Mixtral-8x7B-v0.1
    (
        "mixtral-8x7b",
        r#"{"model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
            "num_hidden_layers": 32, "num_key_value_heads": 8, "num_local_experts": 8, "num_experts_per_tok": 2,
            "sliding_window": null, "tie_word_embeddings": false, "vocab_size": 32000}"#,
    ),
    // deepseek-ai/DeepSeek-V3
    (
        "deepseek-v3",
        r#"{"model_type": "deepseek_v3", "hidden_size": 7168, "intermediate_size": 18432, "kv_lora_rank": 512,
            "moe_intermediate_size": 2048, "moe_layer_freq": 1, "n_routed_experts": 256, "n_shared_experts": 1,
            "num_attention_heads": 128, "num_experts_per_tok": 8, "num_hidden_layers": 61, "num_key_value_heads": 128,
            "num_nextn_predict_layers": 1, "first_k_dense_replace": 3, "q_lora_rank": 1536, "qk_nope_head_dim": 128,
            "qk_rope_head_dim": 64, "v_head_dim": 128, "tie_word_embeddings": false, "vocab_size": 129280,
            "quantization_config": {"fmt": "e4m3", "quant_method": "fp8"}}"#,
    ),
    // Qwen/Qwen3-30B-A3B
    (
        "qwen3-30b-a3b",
        r#"{"model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 6144, "moe_intermediate_size": 768,
            "head_dim": 128, "num_attention_heads": 32, "num_hidden_layers": 48, "num_key_value_heads": 4,
            "num_experts": 128, "num_experts_per_tok": 8, "decoder_sparse_step": 1, "mlp_only_layers": [],
            "sliding_window": null, "use_sliding_window": false, "tie_word_embeddings": false, "vocab_size": 151936}"#,
    ),
];

/// Further rows and configurations, and by how many parameters the row differs for a reason.
const NEAR: &[(&str, f64, &str)] = &[
    // microsoft/phi-2; the row's vocabulary is not padded
    (
        "phi-2",
        0.0,
        r#"{"model_type": "phi", "hidden_size": 2560, "intermediate_size": 10240, "num_attention_heads": 32,
            "num_hidden_layers": 32, "num_key_value_heads": 32, "vocab_size": 51200, "tie_word_embeddings": false}"#,
    ),
    // bigcode/starcoder2-15b
    (
        "starcoder2-15b",
        0.0,
        r#"{"model_type": "starcoder2", "hidden_size": 6144, "intermediate_size": 24576, "num_attention_heads": 48,
            "num_hidden_layers": 40, "num_key_value_heads": 4, "sliding_window": 4096, "vocab_size": 49152,
            "tie_word_embeddings": false}"#,
    ),
    // mosaicml/mpt-7b; the row counts positions, which ALiBi does without
    (
        "mpt-7b",
        0.0,
        r#"{"model_type": "mpt", "d_model": 4096, "expansion_ratio": 4, "n_heads": 32, "n_layers": 32,
            "attn_config": {"alibi": true, "attn_type": "multihead_attention"}, "max_seq_len": 2048,
            "vocab_size": 50432}"#,
    ),
    // google/gemma-2b
    (
        "gemma-2b",
        0.0,
        r#"{"model_type": "gemma", "head_dim": 256, "hidden_size": 2048, "intermediate_size": 16384,
            "num_attention_heads": 8, "num_hidden_layers": 18, "num_key_value_heads": 1, "vocab_size": 256000}"#,
    ),
    ("gemma2-9b", 0.0, GEMMA2),
    // facebook/opt-1.3b
    (
        "opt-1.3b",
        0.0,
        r#"{"model_type": "opt", "hidden_size": 2048, "ffn_dim": 8192, "num_attention_heads": 32,
            "num_hidden_layers": 24, "max_position_embeddings": 2048, "vocab_size": 50272,
            "word_embed_proj_dim": 2048}"#,
    ),
    // bigscience/bloom-7b1
    (
        "bloom-7b1",
        0.0,
        r#"{"model_type": "bloom", "n_embed": 4096, "n_inner": null, "n_layer": 30, "num_attention_heads": 32,
            "vocab_size": 250880}"#,
    ),
    // tiiuae/falcon-7b; its code ties the output head, which the row and the stored weights have apart
    (
        "falcon-7b",
        65024.0 * 4544.0,
        r#"{"model_type": "falcon", "alibi": false, "hidden_size": 4544, "multi_query": true,
            "new_decoder_architecture": false, "num_attention_heads": 71, "num_hidden_layers": 32,
            "vocab_size": 65024}"#,
    ),
];

// google/gemma-2-9b
const GEMMA2: &str = r#"{"model_type": "gemma2", "head_dim": 256, "hidden_size": 3584, "intermediate_size": 14336,
    "num_attention_heads": 16, "num_hidden_layers": 42, "num_key_value_heads": 8, "sliding_window": 4096,
    "vocab_size": 256000}"#;

fn read(model: &str) -> Result<Scenario, Error> {
    let run = r#"{"tokens": 1, "sequence": 1024}"#;
    scenario(&format!(r#"{{"cluster": "meta-24k", "model": {model}, "run": {run}}}"#))
}

/// The result of training the model that a document names on a token.
fn trained(model: &str) -> Estimate {
    evaluated(read(model).unwrap_or_else(|error| panic!("{model}: {error}")), &[])
}

/// Demands that a configuration is refused, at a key of its own.
#[track_caller]
fn refused(config: &str, code: Code, key: &str) -> Error {
    let error = read(&format!(r#"{{"config": {config}}}"#)).expect_err(config);
    at(error, code, key)
}

#[track_caller]
fn at(error: Error, code: Code, key: &str) -> Error {
    let field = error.args().iter().find(|(name, _)| *name == "field").map(|(_, field)| field.as_str());
    assert_eq!((error.code(), field), (code, Some(format!("model.config.{key}").as_str())), "{error}");
    error
}

/// A configuration of a small model, with these entries besides.
fn small(kind: &str, entries: &str) -> String {
    format!(
        r#"{{"model_type": "{kind}", "hidden_size": 256, "num_hidden_layers": 12, "num_attention_heads": 4,
            "vocab_size": 1000{entries}}}"#
    )
}

fn window_layers(config: &str) -> f64 {
    input(&read(&format!(r#"{{"config": {config}}}"#)).unwrap(), "model.window_layers").value.unwrap()
}

#[test]
fn a_configuration_is_the_same_work_as_its_row() {
    for (id, config) in CONFIGS {
        let [read, row] =
            [format!(r#"{{"config": {config}}}"#), format!(r#""{id}""#)].map(|model| trained(&model));
        for path in ["work.parameters", "work.active_parameters", "work.training"] {
            close(value(&read, path), value(&row, path), 0.0);
        }
    }
}

/// Parameters as the weights themselves have them, norms and biases left out.
#[test]
fn configurations_have_their_published_sizes() {
    let published = [124.4e6, 8.03e9, 46.70e9, 671.03e9, 30.53e9];
    for ((_, config), parameters) in CONFIGS.iter().zip(published) {
        close(value(&trained(&format!(r#"{{"config": {config}}}"#)), "work.parameters"), parameters, 0.2);
    }
}

#[test]
fn families_are_read_as_their_code_has_them() {
    for (id, apart, config) in NEAR {
        let [read, row] =
            [format!(r#"{{"config": {config}}}"#), format!(r#""{id}""#)].map(|model| trained(&model));
        close(value(&read, "work.parameters"), value(&row, "work.parameters") - apart, 1.0);
    }
}

#[test]
fn windows_alternate_as_the_family_has_them() {
    assert_eq!(window_layers(GEMMA2), 21.0);
    let rest = r#", "intermediate_size": 1, "num_key_value_heads": 4, "sliding_window": 64"#;
    let cases = [
        ("gemma3_text", "", 10.0),
        ("gemma3_text", r#", "sliding_window_pattern": 4"#, 9.0),
        ("gpt_oss", r#", "layer_types": ["sliding_attention", "full_attention", "sliding_attention"]"#, 2.0),
        ("mistral", "", 12.0),
        ("llama", "", 0.0),
        ("qwen2", "", 0.0),
        ("qwen2", r#", "use_sliding_window": true, "max_window_layers": 8"#, 4.0),
    ];
    for (kind, entries, layers) in cases {
        assert_eq!(window_layers(&small(kind, &format!("{rest}{entries}"))), layers, "{kind}{entries}");
    }
    let local = r#", "max_position_embeddings": 64, "attention_layers": ["global", "local", "global"]"#;
    assert_eq!(window_layers(&small("gpt_neo", local)), 1.0);
}

#[test]
fn keys_and_values_have_the_heads_of_the_family() {
    let cases = [
        ("llama", r#", "intermediate_size": 1"#, 4.0),
        ("falcon", "", 1.0),
        ("falcon", r#", "multi_query": false"#, 4.0),
        ("falcon", r#", "new_decoder_architecture": true, "num_kv_heads": 2"#, 2.0),
        ("gpt_bigcode", r#", "n_positions": 64"#, 1.0),
    ];
    for (kind, entries, heads) in cases {
        let config = format!(r#"{{"config": {}}}"#, small(kind, entries));
        let read = input(&read(&config).unwrap(), "model.kv_heads");
        assert_eq!(read.value, Some(heads), "{kind}{entries}");
    }
}

#[test]
fn what_is_not_read_is_refused() {
    for kind in ["dbrx", "lama", "gemma3"] {
        assert!(refused(&small(kind, ""), unknown(kind), "model_type").is_unknown());
    }
    for kind in ["roberta", "bert", "t5", "jamba"] {
        refused(&small(kind, ""), Code::NotADecoder, "model_type");
    }
    refused(r#"{"hidden_size": 8}"#, Code::BadShape, "model_type");
    refused(&small("llama", ""), Code::BadShape, "intermediate_size");
    refused(&small("mistral", r#", "intermediate_size": 1"#), Code::BadShape, "num_key_value_heads");
    refused(
        &small("opt", r#", "ffn_dim": 1, "word_embed_proj_dim": 128"#),
        Code::BadShape,
        "word_embed_proj_dim",
    );
    refused(
        &small("gpt_neo", r#", "attention_types": [[["global"], 12]]"#),
        Code::BadShape,
        "attention_types",
    );
    for key in ["decoder_sparse_step", "moe_layer_freq", "interleave_moe_layer_step"] {
        refused(&small("llama", &format!(r#", "{key}": 2"#)), Code::BadShape, key);
    }
}

fn unknown(kind: &str) -> Code {
    if kind == "dbrx" { Code::Unknown } else { Code::UnknownNear }
}

#[test]
fn dense_layers_among_those_with_experts_are_refused() {
    let config = |key: &str| match key {
        "model_type" => Some(Field::Text("qwen3_moe".to_owned())),
        "is_encoder_decoder" => None,
        "mlp_only_layers" => Some(Field::List(vec!["3".to_owned()])),
        _ => Some(Field::Number(1.0)),
    };
    at(model_of_config("it", &config).unwrap_err(), Code::BadShape, "mlp_only_layers");
}
