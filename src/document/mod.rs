//! Scenario in, result out: plain, unit-named and versioned. The only room that is serialised.
//!
//! Documents are trees of [`Node`]s, which serde reads and writes in any format. What a scenario may hold follows
//! from the table of inputs: nothing is listed a second time.

mod answers;
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
pub use ledger::ledger;
pub use node::Node;
pub use phases::{read_ask, read_buildout};
#[cfg(not(feature = "wasm"))]
pub use result::sheet;
pub use result::{
    basis_notes, comparison, entry, explanation, figures_of, inputs, problem, result, table, trend,
};
pub use scenario::{VERSION, read};
pub use search::{plan, validation};
pub use timeline::timeline;
pub use uncertainty::{sensitivity, uncertainty};
pub use vega::{chart_data, vega};
