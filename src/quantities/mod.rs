//! What can be measured: our own system of quantities, its literals, its display and its parsing.

mod date;
mod denomination;
pub mod display;
pub mod kind;
pub(crate) mod order;
pub mod parse;
mod ratio;
#[allow(clippy::disallowed_methods, reason = "methods that uom generates; none of them is called")]
mod system;

pub use date::Date;
pub use denomination::Denomination;
pub use kind::{Kind, Measure, Scale};
pub use parse::{ParseError, parse};
pub use ratio::*;
pub use system::*;
