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
    ampere: 8.5140e-1,
    hopper: 6.7100e-1,
    blackwell: 5.8187e-1,
    blackwell_ultra: 7.1982e-1,
    tpu: 9.9317e-1,
    wide_tpu: 7.5659e-1,
    trainium: 4.0514e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.7536e-1,
    fp4: 6.8024e-1,
    fp4_ultra: 5.2487e-1,
    expert: 6.3697e-1,
    expert_narrow: 6.0000e-1,
    scores: 5.7423e-1,
    scores_ampere: 7.5508e-1,
    scores_blackwell: 6.6325e-1,
    early_scores: 4.8518e-1,
    backward: 2.0901e0,
    again: 9.1172e-1,
    stream_passes: 1.4623e1,
    score_passes: 5.1777e0,
    operands: 1.4934e0,
    traffic: 8.3909e-1,
    launch: 3.9677e-5,
    first_launch: 3.8313e-5,
    expert_operators: 5.5203e1,
    rack_operators: 1.4439e1,
    permutations: 1.1487e1,
    fixed: 1.8039e-3,
    scale_up: 7.8775e-1,
    scale_out: 6.0171e-1,
    scale_up_latency: 1.6852e-5,
    scale_out_latency: 1.9353e-5,
    shown_tensor: 3.5078e-1,
    shown_expert: 6.5970e-1,
    shown_pipeline: 4.1372e-1,
    first_sharding: 1.5427e-1,
    cover_data: 1.8154e0,
    cover_context: 1.1049e0,
    straggling: 6.6828e-3,
    contention: 2.2742e-1,
    growth: 1.0125e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 6] = [
    Doubt { low: 0.819, high: 1.123 },
    Doubt { low: 0.886, high: 1.160 },
    Doubt { low: 0.872, high: 1.416 },
    Doubt { low: 0.709, high: 1.533 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.994, high: 2.051 },
];
