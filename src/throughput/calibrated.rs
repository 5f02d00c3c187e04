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
    ampere: 8.4780e-1,
    hopper: 6.7038e-1,
    blackwell: 5.8689e-1,
    blackwell_ultra: 7.0794e-1,
    tpu: 9.9721e-1,
    wide_tpu: 7.5171e-1,
    trainium: 4.3345e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5427e-1,
    fp4: 6.7882e-1,
    fp4_ultra: 5.3497e-1,
    expert: 6.7047e-1,
    expert_narrow: 6.0000e-1,
    scores: 5.8156e-1,
    scores_ampere: 7.6882e-1,
    scores_blackwell: 6.3827e-1,
    early_scores: 4.8422e-1,
    backward: 2.0931e0,
    again: 8.9200e-1,
    stream_passes: 1.4021e1,
    score_passes: 5.0732e0,
    operands: 1.5086e0,
    traffic: 8.4154e-1,
    launch: 3.8339e-5,
    first_launch: 3.8602e-5,
    expert_operators: 5.5838e1,
    rack_operators: 1.5874e1,
    permutations: 1.2848e1,
    fixed: 1.8073e-3,
    scale_up: 8.0689e-1,
    scale_out: 6.0919e-1,
    scale_up_latency: 1.6701e-5,
    scale_out_latency: 1.9423e-5,
    shown_tensor: 3.5547e-1,
    shown_expert: 6.1657e-1,
    shown_pipeline: 4.0478e-1,
    first_sharding: 1.5967e-1,
    cover_data: 1.4902e0,
    cover_context: 1.0898e0,
    straggling: 6.9658e-3,
    contention: 2.3087e-1,
    growth: 1.0140e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 6] = [
    Doubt { low: 0.822, high: 1.141 },
    Doubt { low: 0.903, high: 1.160 },
    Doubt { low: 0.896, high: 1.403 },
    Doubt { low: 0.730, high: 1.595 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 1.002, high: 2.035 },
];
