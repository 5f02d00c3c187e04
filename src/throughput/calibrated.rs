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
    ampere: 8.4708e-1,
    hopper: 6.6977e-1,
    blackwell: 5.8743e-1,
    blackwell_ultra: 7.0864e-1,
    tpu: 9.9636e-1,
    wide_tpu: 7.5075e-1,
    trainium: 4.3323e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5293e-1,
    fp4: 6.7865e-1,
    fp4_ultra: 5.3475e-1,
    expert: 6.9191e-1,
    scores: 5.8155e-1,
    scores_ampere: 7.6852e-1,
    scores_blackwell: 6.3546e-1,
    early_scores: 4.8431e-1,
    backward: 2.0907e0,
    again: 8.9124e-1,
    stream_passes: 1.3982e1,
    score_passes: 5.0672e0,
    operands: 1.5168e0,
    traffic: 8.4132e-1,
    launch: 3.8738e-5,
    expert_operators: 5.5939e1,
    rack_operators: 1.5913e1,
    permutations: 1.4107e1,
    fixed: 1.7876e-3,
    scale_up: 8.0400e-1,
    scale_out: 6.0541e-1,
    scale_up_latency: 1.6421e-5,
    scale_out_latency: 1.9398e-5,
    shown_tensor: 3.5461e-1,
    shown_expert: 6.9513e-1,
    shown_pipeline: 4.0390e-1,
    first_sharding: 1.6016e-1,
    cover_data: 1.5075e0,
    cover_context: 1.0956e0,
    straggling: 6.9860e-3,
    contention: 2.2862e-1,
    growth: 1.0141e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.819, high: 1.136 },
    Doubt { low: 0.905, high: 1.159 },
    Doubt { low: 0.883, high: 1.113 },
    Doubt { low: 0.896, high: 1.805 },
    Doubt { low: 0.726, high: 1.529 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 1.000, high: 2.035 },
];
