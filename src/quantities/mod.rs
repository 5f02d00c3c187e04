//! What can be measured: our own system of quantities, its literals, its display and its parsing.

pub mod display;
pub mod kind;
pub mod parse;
mod ratio;
mod system;

pub use kind::{Kind, Measure, Scale};
pub use parse::{ParseError, parse};
pub use ratio::*;
pub use system::*;
