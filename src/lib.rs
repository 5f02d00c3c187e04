//! wattflop
#[macro_use]
extern crate uom;

pub mod analysis;
pub mod catalogue;
pub mod cluster;
pub mod cost;
pub mod document;
pub mod error;
pub mod estimate;
pub mod footprint;
pub mod power;
pub mod provenance;
pub mod quantities;
pub mod reliability;
pub mod report;
pub mod tables;
pub mod throughput;
#[cfg(feature = "wasm")]
pub mod wasm;
pub mod workload;
