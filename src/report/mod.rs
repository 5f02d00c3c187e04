//! How it is shown: words and numbers by language, the ledger, tables.

pub mod entry;
pub mod ledger;
mod locale;
pub mod show;
mod text;
pub mod words;

pub use ledger::{Explanation, Term, explain};
pub use locale::Locale;
