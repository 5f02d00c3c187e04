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
    ampere: 8.4317e-1,
    hopper: 6.6778e-1,
    blackwell: 5.8821e-1,
    blackwell_ultra: 7.0988e-1,
    tpu: 9.9325e-1,
    wide_tpu: 7.5109e-1,
    trainium: 4.4402e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5302e-1,
    fp4: 6.7847e-1,
    fp4_ultra: 5.3543e-1,
    expert: 6.8508e-1,
    scores: 5.8248e-1,
    scores_ampere: 7.7032e-1,
    scores_blackwell: 6.3387e-1,
    early_scores: 4.8326e-1,
    backward: 2.0882e0,
    again: 8.9212e-1,
    stream_passes: 1.4041e1,
    score_passes: 5.0833e0,
    operands: 1.5091e0,
    traffic: 8.4098e-1,
    launch: 3.8758e-5,
    expert_operators: 5.5364e1,
    rack_operators: 1.5824e1,
    permutations: 1.3970e1,
    fixed: 1.7916e-3,
    scale_up: 7.9842e-1,
    scale_out: 6.0912e-1,
    scale_up_latency: 1.6423e-5,
    scale_out_latency: 1.9449e-5,
    shown_tensor: 3.6617e-1,
    shown_expert: 6.9807e-1,
    shown_pipeline: 3.9902e-1,
    first_sharding: 1.5900e-1,
    cover_data: 1.5163e0,
    cover_context: 1.0946e0,
    straggling: 6.8488e-3,
    contention: 2.3150e-1,
    growth: 1.0124e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.820, high: 1.137 },
    Doubt { low: 0.903, high: 1.159 },
    Doubt { low: 0.885, high: 1.112 },
    Doubt { low: 0.917, high: 1.806 },
    Doubt { low: 0.715, high: 1.534 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.999, high: 2.033 },
];
