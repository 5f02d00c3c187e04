//! What holds of every scenario: sums, monotony, scaling, finiteness; and that nothing panics.

mod cost;
mod display;
mod figures;
mod layouts;
mod robustness;
pub mod scenarios;
mod supply;
