//! How it is shown: words and numbers by language, the ledger, tables, charts.

pub mod answers;
mod called;
pub mod chart;
pub mod costs;
pub mod entry;
pub mod functions;
pub mod ledger;
mod locale;
pub mod sheet;
pub mod show;
mod text;
pub mod timeline;
pub mod tree;
pub mod uncertainty;
pub mod words;

pub(crate) use called::{called, common_names};
pub use ledger::{Explanation, Term, explain};
pub(crate) use locale::{Entry, Table, find};
pub use locale::{Language, Locale};
