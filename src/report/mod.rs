//! How it is shown: words and numbers by language, the ledger, tables, charts.

#[cfg(not(feature = "wasm"))]
pub mod answers;
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
#[cfg(not(feature = "wasm"))]
pub mod uncertainty;
pub mod words;

pub use ledger::{Explanation, Term, explain};
pub use locale::Locale;
