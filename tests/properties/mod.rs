//! What holds of every scenario: sums, monotony, scaling, finiteness; and that nothing panics.

mod answers;
mod cost;
mod dates;
mod display;
mod figures;
mod layouts;
mod power;
mod robustness;
pub mod scenarios;
mod supply;
mod timelines;
