//! Figures that others published, a file a source, each assertion with where it stands.

mod annuities;
mod deepseek_llama;
mod epoch_colossus;
mod huggingface;
mod korthikanti;
mod mission;
mod parameters;
mod ranges;
mod semianalysis_100k;
mod stargate;
