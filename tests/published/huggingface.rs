//! Public `config.json` files, by hand and cut to what they say of the shape: <https://huggingface.co>, each at the
//! repository named.

use crate::support::{close, evaluated, scenario, value};
use wattflop::estimate::Estimate;

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

/// The result of training the model that a document names on a token.
fn trained(model: &str) -> Estimate {
    let run = r#"{"tokens": 1, "sequence": 1024}"#;
    let document = format!(r#"{{"cluster": "meta-24k", "model": {model}, "run": {run}}}"#);
    evaluated(scenario(&document).unwrap_or_else(|error| panic!("{model}: {error}")), &[])
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
