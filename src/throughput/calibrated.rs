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
    ampere: 8.5202e-1,
    hopper: 6.7144e-1,
    blackwell: 5.8280e-1,
    blackwell_ultra: 7.2152e-1,
    tpu: 9.9397e-1,
    wide_tpu: 7.5731e-1,
    trainium: 4.0540e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.6955e-1,
    fp4: 6.8043e-1,
    fp4_ultra: 5.2471e-1,
    expert: 6.2272e-1,
    expert_narrow: 7.8046e-1,
    scores: 5.7363e-1,
    scores_ampere: 7.5390e-1,
    scores_blackwell: 6.5778e-1,
    early_scores: 4.8550e-1,
    backward: 2.0893e0,
    again: 9.1159e-1,
    stream_passes: 1.4573e1,
    score_passes: 5.1759e0,
    operands: 1.5095e0,
    traffic: 8.3858e-1,
    launch: 3.9684e-5,
    first_launch: 3.8324e-5,
    expert_operators: 5.5322e1,
    rack_operators: 1.4626e1,
    permutations: 1.3234e1,
    fixed: 1.8031e-3,
    scale_up: 7.8671e-1,
    scale_out: 6.0337e-1,
    scale_up_latency: 1.6830e-5,
    scale_out_latency: 1.9361e-5,
    shown_tensor: 3.5047e-1,
    shown_expert: 6.5849e-1,
    shown_pipeline: 4.1851e-1,
    first_sharding: 1.5389e-1,
    cover_data: 1.8222e0,
    cover_context: 1.1055e0,
    straggling: 6.7798e-3,
    contention: 2.2749e-1,
    growth: 1.0128e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 6] = [
    Doubt { low: 0.819, high: 1.123 },
    Doubt { low: 0.886, high: 1.160 },
    Doubt { low: 0.872, high: 1.415 },
    Doubt { low: 0.704, high: 1.579 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.994, high: 2.051 },
];
