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
    ampere: 8.3988e-1,
    hopper: 6.6357e-1,
    blackwell: 5.8503e-1,
    blackwell_ultra: 7.0517e-1,
    tpu: 9.9541e-1,
    wide_tpu: 7.4521e-1,
    trainium: 4.4252e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5412e-1,
    fp4: 6.7811e-1,
    fp4_ultra: 5.3363e-1,
    expert: 6.7816e-1,
    scores: 5.8718e-1,
    scores_ampere: 7.7871e-1,
    scores_blackwell: 6.2769e-1,
    early_scores: 4.8803e-1,
    backward: 2.0952e0,
    again: 8.9636e-1,
    stream_passes: 1.3458e1,
    score_passes: 5.2398e0,
    operands: 1.4967e0,
    traffic: 8.3223e-1,
    launch: 3.9393e-5,
    expert_operators: 5.4631e1,
    rack_operators: 1.5637e1,
    permutations: 1.4594e1,
    fixed: 2.0421e-3,
    scale_up: 9.0243e-1,
    scale_out: 5.9166e-1,
    scale_up_latency: 1.4727e-5,
    scale_out_latency: 1.9554e-5,
    shown_tensor: 3.9064e-1,
    shown_expert: 6.7649e-1,
    shown_pipeline: 4.2591e-1,
    first_sharding: 1.5730e-1,
    cover_data: 1.7578e0,
    cover_context: 1.1016e0,
    straggling: 6.5798e-3,
    contention: 2.0892e-1,
    growth: 1.0153e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.832, high: 1.133 },
    Doubt { low: 0.905, high: 1.157 },
    Doubt { low: 0.883, high: 1.114 },
    Doubt { low: 0.921, high: 1.817 },
    Doubt { low: 0.708, high: 1.538 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 1.007, high: 2.347 },
];
