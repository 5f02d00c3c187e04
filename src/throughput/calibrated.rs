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
    ampere: 8.0315e-1,
    hopper: 6.8002e-1,
    blackwell: 6.0857e-1,
    blackwell_ultra: 7.6510e-1,
    tpu: 9.2185e-1,
    trainium: 3.9907e-1,
    gaudi: 7.0000e-1,
    cdna: 5.0000e-1,
    mxfp8: 9.7311e-1,
    fp4: 6.7400e-1,
    fp4_ultra: 5.5508e-1,
    expert: 6.1843e-1,
    expert_narrow: 7.9567e-1,
    scores: 5.5445e-1,
    scores_ampere: 8.1846e-1,
    scores_blackwell: 7.0789e-1,
    early_scores: 4.6726e-1,
    backward: 2.0855e0,
    again: 9.3800e-1,
    stream_passes: 1.8495e1,
    score_passes: 5.9138e0,
    operands: 1.0783e0,
    traffic: 8.2395e-1,
    launch: 3.8843e-5,
    first_launch: 3.8183e-5,
    expert_operators: 4.9608e1,
    rack_operators: 1.3006e1,
    permutations: 1.2615e1,
    fixed: 1.9087e-3,
    scale_up: 8.1437e-1,
    scale_out: 6.2464e-1,
    scale_up_latency: 1.6252e-5,
    scale_out_latency: 1.9411e-5,
    shown_tensor: 2.8757e-1,
    shown_expert: 6.4757e-1,
    shown_pipeline: 3.8668e-1,
    first_sharding: 1.5233e-1,
    cover_data: 1.7868e0,
    cover_context: 1.1118e0,
    straggling: 8.0508e-3,
    contention: 2.5963e-1,
    growth: 9.7818e-1,
};

/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).
pub const DOUBTS: [Doubt; 6] = [
    Doubt { low: 0.818, high: 1.126 },
    Doubt { low: 0.875, high: 1.178 },
    Doubt { low: 0.799, high: 1.456 },
    Doubt { low: 0.706, high: 1.519 },
    Doubt { low: 0.625, high: 1.600 },
    Doubt { low: 0.821, high: 2.023 },
];
