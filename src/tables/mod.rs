//! The two tables that everything hangs on: inputs by path, and figures by visitor.
//!
//! `inputs!` declares a struct of inputs: from one table come its fields, its `with_*` methods, its legal
//! domains and its visitor. `figures!` declares a struct of figures: from one table come its fields, the code
//! that computes them and the formulas shown for them, which are that very code. Command line, scenario files,
//! ranges, explanations, tables and columns derive from these two.

mod figure;
mod input;
mod path;
mod pools;

pub use figure::{Figure, FigureVisitor};
pub(crate) use figure::{Values, figures, sum, total, visit_one, visit_pools};
pub use input::{Belief, Believed, Choice, Domain, Input, InputVisitor, MeasureOf, Slot};
pub(crate) use input::{check_all, holds, inputs};
pub use path::Path;
pub use pools::PerPool;

/// What a declaration is called: the first line of its doc comment, without the full stop.
pub(crate) fn label(doc: &'static str) -> &'static str {
    doc.trim().trim_end_matches('.')
}
