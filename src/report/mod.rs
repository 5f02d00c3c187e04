//! How it is shown: words and numbers by language, the ledger, tables, charts.

pub mod chart;
#[cfg(not(feature = "wasm"))]
pub mod costs;
pub mod entry;
pub mod ledger;
mod locale;
#[cfg(not(feature = "wasm"))]
pub mod sheet;
pub mod show;
mod text;
#[cfg(not(feature = "wasm"))]
pub mod timeline;
pub mod tree;
pub mod words;

pub use ledger::{Explanation, Term, explain};
pub use locale::Locale;
