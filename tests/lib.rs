//! Every test in one binary, a file or folder a subject.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::as_conversions,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic: that is how it fails"
)]

mod architecture;
mod catalogue;
mod charts;
mod choices;
#[cfg(feature = "cli")]
mod cli;
mod definitions;
mod errors;
mod golden;
mod ledger;
mod locales;
mod properties;
mod published;
mod questions;
mod steps;
mod support;
mod uncertainty;
