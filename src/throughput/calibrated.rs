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
    ampere: 8.4270e-1,
    hopper: 6.6653e-1,
    blackwell: 5.8652e-1,
    blackwell_ultra: 7.0730e-1,
    tpu: 9.9265e-1,
    wide_tpu: 7.4891e-1,
    trainium: 4.4466e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5314e-1,
    fp4: 6.7852e-1,
    fp4_ultra: 5.3362e-1,
    expert: 6.8113e-1,
    scores: 5.8413e-1,
    scores_ampere: 7.7468e-1,
    scores_blackwell: 6.3274e-1,
    early_scores: 4.8685e-1,
    backward: 2.0959e0,
    again: 8.9240e-1,
    stream_passes: 1.3171e1,
    score_passes: 5.2628e0,
    operands: 1.3731e0,
    traffic: 8.3344e-1,
    launch: 3.9389e-5,
    expert_operators: 5.4554e1,
    rack_operators: 1.5703e1,
    permutations: 1.4193e1,
    fixed: 2.0048e-3,
    scale_up: 8.4349e-1,
    scale_out: 6.0123e-1,
    scale_up_latency: 1.4375e-5,
    scale_out_latency: 1.9610e-5,
    shown_tensor: 3.7833e-1,
    shown_expert: 6.8679e-1,
    shown_pipeline: 4.2830e-1,
    first_sharding: 1.6024e-1,
    cover_data: 1.4959e0,
    cover_context: 1.1004e0,
    straggling: 6.3496e-3,
    contention: 2.1981e-1,
    growth: 1.0143e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.836, high: 1.139 },
    Doubt { low: 0.906, high: 1.157 },
    Doubt { low: 0.883, high: 1.112 },
    Doubt { low: 0.920, high: 1.809 },
    Doubt { low: 0.710, high: 1.536 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.997, high: 2.029 },
];
