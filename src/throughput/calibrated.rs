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
    ampere: 8.4454e-1,
    hopper: 6.6633e-1,
    blackwell: 5.8732e-1,
    blackwell_ultra: 7.0811e-1,
    tpu: 9.9120e-1,
    wide_tpu: 7.4888e-1,
    trainium: 4.4458e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.5334e-1,
    fp4: 6.7931e-1,
    fp4_ultra: 5.3429e-1,
    expert: 6.8732e-1,
    scores: 5.8370e-1,
    scores_ampere: 7.6831e-1,
    scores_blackwell: 6.3195e-1,
    early_scores: 4.8321e-1,
    backward: 2.0898e0,
    again: 8.9018e-1,
    stream_passes: 1.3528e1,
    score_passes: 5.1117e0,
    operands: 1.4302e0,
    traffic: 8.4232e-1,
    launch: 3.8619e-5,
    expert_operators: 5.5531e1,
    rack_operators: 1.6008e1,
    permutations: 1.4183e1,
    fixed: 1.7221e-3,
    scale_up: 8.1996e-1,
    scale_out: 5.9729e-1,
    scale_up_latency: 1.5996e-5,
    scale_out_latency: 1.9658e-5,
    shown_tensor: 3.6977e-1,
    shown_expert: 6.8651e-1,
    shown_pipeline: 4.2157e-1,
    first_sharding: 1.6181e-1,
    cover_data: 1.4967e0,
    cover_context: 1.0968e0,
    straggling: 6.5918e-3,
    contention: 2.2856e-1,
    growth: 1.0128e0,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 7] = [
    Doubt { low: 0.816, high: 1.136 },
    Doubt { low: 0.905, high: 1.156 },
    Doubt { low: 0.885, high: 1.112 },
    Doubt { low: 0.920, high: 1.805 },
    Doubt { low: 0.715, high: 1.537 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.999, high: 2.035 },
];
