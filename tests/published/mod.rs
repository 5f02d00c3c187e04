//! Figures that others published, a file a source, each assertion with where it stands.

mod cost_cases;
mod cost_methods;
mod deepseek_llama;
mod epoch_colossus;
mod fms_fsdp;
mod huggingface;
mod korthikanti;
mod llm_foundry;
mod maxtext;
mod measured;
mod megatron_bridge;
mod megatron_core;
mod mission;
mod mlperf;
mod nemo;
mod networks;
mod neuron;
mod other_tools;
mod parameters;
mod ranges;
mod reliability;
mod sc21;
mod semianalysis_100k;
mod stargate;
mod tpu_recipes;
mod vtrain;
