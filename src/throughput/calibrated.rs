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
    ampere: 8.4688e-1,
    hopper: 6.6953e-1,
    blackwell: 5.8738e-1,
    blackwell_ultra: 7.0868e-1,
    tpu: 9.9622e-1,
    wide_tpu: 7.5069e-1,
    trainium: 4.3318e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5287e-1,
    fp4: 6.7858e-1,
    fp4_ultra: 5.3473e-1,
    expert: 6.8528e-1,
    scores: 5.8167e-1,
    scores_ampere: 7.6856e-1,
    scores_blackwell: 6.3506e-1,
    early_scores: 4.8447e-1,
    backward: 2.0906e0,
    again: 8.9145e-1,
    stream_passes: 1.3984e1,
    score_passes: 5.0656e0,
    operands: 1.5228e0,
    traffic: 8.4135e-1,
    launch: 3.8741e-5,
    expert_operators: 5.5343e1,
    rack_operators: 1.5817e1,
    permutations: 1.4046e1,
    fixed: 1.7880e-3,
    scale_up: 8.0362e-1,
    scale_out: 6.0595e-1,
    scale_up_latency: 1.6413e-5,
    scale_out_latency: 1.9407e-5,
    shown_tensor: 3.5565e-1,
    shown_expert: 6.9578e-1,
    shown_pipeline: 4.0371e-1,
    first_sharding: 1.5978e-1,
    cover_data: 1.5218e0,
    cover_context: 1.0952e0,
    straggling: 6.9654e-3,
    contention: 2.2977e-1,
    growth: 1.0142e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.819, high: 1.136 },
    Doubt { low: 0.905, high: 1.159 },
    Doubt { low: 0.883, high: 1.113 },
    Doubt { low: 0.896, high: 1.805 },
    Doubt { low: 0.715, high: 1.535 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 1.000, high: 1.991 },
];
