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
    ampere: 8.4601e-1,
    hopper: 6.7176e-1,
    blackwell: 5.8198e-1,
    blackwell_ultra: 7.0222e-1,
    tpu: 9.9460e-1,
    wide_tpu: 7.5291e-1,
    trainium: 4.3320e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.6179e-1,
    fp4: 6.8170e-1,
    fp4_ultra: 5.3589e-1,
    expert: 6.5973e-1,
    scores: 5.7871e-1,
    scores_ampere: 7.7070e-1,
    scores_blackwell: 6.5622e-1,
    early_scores: 4.8398e-1,
    backward: 2.0936e0,
    again: 8.9055e-1,
    stream_passes: 1.4102e1,
    score_passes: 5.0633e0,
    operands: 1.4734e0,
    traffic: 8.4142e-1,
    launch: 3.8701e-5,
    expert_operators: 5.3802e1,
    rack_operators: 1.5360e1,
    permutations: 1.2756e1,
    fixed: 1.7851e-3,
    scale_up: 8.0153e-1,
    scale_out: 6.0477e-1,
    scale_up_latency: 1.6449e-5,
    scale_out_latency: 1.9375e-5,
    shown_tensor: 3.5363e-1,
    shown_expert: 6.0910e-1,
    shown_pipeline: 4.0315e-1,
    first_sharding: 1.6161e-1,
    cover_data: 1.4376e0,
    cover_context: 1.0961e0,
    straggling: 6.7154e-3,
    contention: 2.3216e-1,
    growth: 1.0134e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.821, high: 1.140 },
    Doubt { low: 0.906, high: 1.160 },
    Doubt { low: 0.882, high: 1.113 },
    Doubt { low: 0.896, high: 1.805 },
    Doubt { low: 0.725, high: 1.594 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 1.000, high: 2.034 },
];
