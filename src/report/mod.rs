//! How it is shown: words and numbers by language, the ledger, tables.

#[cfg(not(feature = "wasm"))]
pub mod answers;
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
#[cfg(not(feature = "wasm"))]
pub mod uncertainty;
pub mod words;

pub use ledger::{Explanation, Term, explain};
pub use locale::Locale;
