//! The fitted coefficients. Written by `cargo run --release -p calibration`; not to be changed by hand.

use super::coefficients::Coefficients;

/// What the step model misses: the 5th and the 95th percentile of measured over computed step times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt {
    /// The 5th percentile.
    pub low: f64,
    /// The 95th percentile.
    pub high: f64,
}

/// The coefficients.
pub static COEFFICIENTS: Coefficients = Coefficients {
    volta: 7.0000e-1,
    ampere: 8.4801e-1,
    hopper: 6.7067e-1,
    blackwell: 5.8630e-1,
    blackwell_ultra: 7.1195e-1,
    tpu: 9.9743e-1,
    wide_tpu: 7.5159e-1,
    trainium: 4.3366e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5927e-1,
    fp4: 6.7905e-1,
    fp4_ultra: 5.3086e-1,
    expert: 6.6952e-1,
    expert_narrow: 6.0000e-1,
    scores: 5.8124e-1,
    scores_ampere: 7.6863e-1,
    scores_blackwell: 6.4020e-1,
    early_scores: 4.8437e-1,
    backward: 2.0928e0,
    again: 8.9128e-1,
    stream_passes: 1.4005e1,
    score_passes: 5.0728e0,
    operands: 1.5075e0,
    traffic: 8.4162e-1,
    launch: 3.8376e-5,
    first_launch: 3.8610e-5,
    expert_operators: 5.5790e1,
    rack_operators: 1.5779e1,
    permutations: 1.2992e1,
    fixed: 1.8069e-3,
    scale_up: 8.0529e-1,
    scale_out: 6.0957e-1,
    scale_up_latency: 1.6702e-5,
    scale_out_latency: 1.9424e-5,
    shown_tensor: 3.5651e-1,
    shown_expert: 6.1652e-1,
    shown_pipeline: 4.0682e-1,
    first_sharding: 1.5960e-1,
    cover_data: 1.4920e0,
    cover_context: 1.0898e0,
    straggling: 6.9567e-3,
    contention: 2.3210e-1,
    growth: 1.0142e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 6] = [
    Doubt { low: 0.822, high: 1.141 },
    Doubt { low: 0.900, high: 1.160 },
    Doubt { low: 0.896, high: 1.402 },
    Doubt { low: 0.729, high: 1.598 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 1.002, high: 2.035 },
];
