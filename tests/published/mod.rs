//! Figures that others published, a file a source, each assertion with where it stands.

mod annuities;
mod deepseek_llama;
mod epoch_colossus;
mod fsdp;
mod huggingface;
mod korthikanti;
mod measured;
mod mission;
mod nvidia;
mod other_stacks;
mod parameters;
mod ranges;
mod sc21;
mod semianalysis_100k;
mod stargate;
mod vtrain;
