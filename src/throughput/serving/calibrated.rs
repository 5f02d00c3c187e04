//! The fitted coefficients of serving. Written by `cargo run --release -p calibration`; not to be changed by hand.

use super::coefficients::Coefficients;
use crate::throughput::Doubt;

/// What the serving model misses on models that were left out: 5th and 95th percentiles of measured over predicted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubts {
    /// Of the tokens a second.
    pub throughput: Doubt,
    /// Of the power.
    pub power: Doubt,
    /// Of the energy of a token.
    pub energy: Doubt,
}

/// The coefficients.
pub static COEFFICIENTS: Coefficients = Coefficients {
    memory: 9.1820e-1,
    product: 8.8402e-1,
    fabric: 2.8654e-1,
    latency: 1.9566e-6,
    layer: 5.1586e-5,
    expert_layer: 1.3839e-4,
    shared_layer: 9.8533e-5,
    host: 1.1390e-3,
    sequence: 6.4933e-5,
    tile: 2.4240e2,
    apart: 4.7566e-1,
    waiting: 3.4384e-1,
    reading: 5.4076e-1,
    multiplying: 1.6302e0,
    exchanging: 1.6438e-2,
    chat: 8.4025e1,
    reasoning: 3.6950e2,
    filling: 1.9764e3,
    image: 9.8140e2,
    video: 1.9532e3,
};

/// The doubts by class: of text, of long answers, images, videos, and of these three on one device.
pub const DOUBTS: [Doubts; 5] = [
    Doubts {
        throughput: Doubt { low: 0.771, high: 1.300 },
        power: Doubt { low: 0.822, high: 1.310 },
        energy: Doubt { low: 0.784, high: 1.197 },
    },
    Doubts {
        throughput: Doubt { low: 1.013, high: 1.476 },
        power: Doubt { low: 0.951, high: 1.266 },
        energy: Doubt { low: 0.674, high: 1.075 },
    },
    Doubts {
        throughput: Doubt { low: 0.754, high: 1.344 },
        power: Doubt { low: 0.847, high: 1.258 },
        energy: Doubt { low: 0.705, high: 1.452 },
    },
    Doubts {
        throughput: Doubt { low: 0.594, high: 1.459 },
        power: Doubt { low: 0.716, high: 1.121 },
        energy: Doubt { low: 0.501, high: 1.874 },
    },
    Doubts {
        throughput: Doubt { low: 0.213, high: 1.319 },
        power: Doubt { low: 0.465, high: 1.214 },
        energy: Doubt { low: 0.742, high: 2.400 },
    },
];
