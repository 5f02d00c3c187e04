//! Scenario in, result out: plain, unit-named and versioned. The only room that is serialised.
//!
//! Documents are trees of [`Node`]s, which serde reads and writes in any format. What a scenario may hold follows
//! from the table of inputs: nothing is listed a second time.

mod answers;
mod ask;
mod form;
mod language;
mod ledger;
mod node;
mod phases;
mod result;
mod scenario;
mod search;
mod timeline;
mod uncertainty;
mod vega;

pub use answers::{solved, swept, waterfall};
pub use ask::{Watch, ask};
pub use form::form;
pub use language::{language, missing, words};
pub use ledger::ledger;
pub use node::{Key, Node};
pub use phases::{read_ask, read_buildout};
pub use result::{
    basis_notes, comparison, entry, explanation, figures_of, inputs, problem, result, sheet, table, trend,
};
pub use scenario::{VERSION, migrate, read, read_usual};
pub use search::{plan, validation};
pub use timeline::timeline;
pub use uncertainty::{sensitivity, uncertainty};
pub use vega::{chart_data, vega};
