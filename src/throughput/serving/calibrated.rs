//! The fitted coefficients of serving. Written by `cargo run --release -p calibration`; not to be changed by hand.

use super::coefficients::Coefficients;
use crate::throughput::Doubt;

/// What the serving model misses on models that were left out: 5th and 95th percentiles of measured over predicted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubts {
    /// Of the time of a step.
    pub time: Doubt,
    /// Of the time of a step on devices that nothing was fitted to.
    pub elsewhere: Doubt,
    /// Of the power.
    pub power: Doubt,
    /// Of the energy of a token.
    pub energy: Doubt,
}

/// The coefficients.
pub static COEFFICIENTS: Coefficients = Coefficients {
    memory: 0.95,
    product: 0.88,
    fabric: 0.32,
    latency: 1.8e-6,
    layer: 66e-6,
    expert_layer: 140e-6,
    shared_layer: 107e-6,
    host: 0.7e-3,
    sequence: 62e-6,
    tile: 250.0,
    apart: 0.455,
    waiting: 0.355,
    reading: 0.53,
    multiplying: 1.51,
    exchanging: 0.014,
    chat: 102.0,
    reasoning: 355.0,
    filling: 2000.0,
    image: 1000.0,
    video: 1600.0,
};

/// The doubts.
pub const DOUBTS: Doubts = Doubts {
    time: Doubt { low: 0.7, high: 1.5 },
    elsewhere: Doubt { low: 0.6, high: 2.0 },
    power: Doubt { low: 0.8, high: 1.2 },
    energy: Doubt { low: 0.7, high: 1.5 },
};
