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
    ampere: 8.3819e-1,
    hopper: 6.6767e-1,
    blackwell: 5.9101e-1,
    blackwell_ultra: 7.3220e-1,
    tpu: 9.8334e-1,
    wide_tpu: 7.6779e-1,
    trainium: 4.0185e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.6979e-1,
    fp4: 6.7842e-1,
    fp4_ultra: 5.2546e-1,
    expert: 6.2198e-1,
    expert_narrow: 7.8983e-1,
    scores: 5.8072e-1,
    scores_ampere: 7.7695e-1,
    scores_blackwell: 6.6340e-1,
    early_scores: 4.6540e-1,
    backward: 2.0906e0,
    again: 9.1310e-1,
    stream_passes: 1.4887e1,
    score_passes: 5.3197e0,
    operands: 1.4045e0,
    traffic: 8.3552e-1,
    launch: 3.9068e-5,
    first_launch: 3.8297e-5,
    expert_operators: 5.0250e1,
    rack_operators: 1.3283e1,
    permutations: 1.3141e1,
    fixed: 1.8403e-3,
    scale_up: 7.8346e-1,
    scale_out: 6.0473e-1,
    scale_up_latency: 1.6764e-5,
    scale_out_latency: 1.9349e-5,
    shown_tensor: 3.3422e-1,
    shown_expert: 6.5159e-1,
    shown_pipeline: 4.1045e-1,
    first_sharding: 1.5463e-1,
    cover_data: 1.8004e0,
    cover_context: 1.1001e0,
    straggling: 7.0487e-3,
    contention: 2.3327e-1,
    growth: 1.0004e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 6] = [
    Doubt { low: 0.815, high: 1.121 },
    Doubt { low: 0.875, high: 1.167 },
    Doubt { low: 0.877, high: 1.429 },
    Doubt { low: 0.697, high: 1.572 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.991, high: 2.055 },
];
