//! What the calibration fits, and what was believed of each before.

/// Declares coefficients: name, what is believed of it before any measurement, and how far it may lie from that, as a
/// share (one standard deviation of its logarithm).
macro_rules! coefficients {
    ($( $(#[doc = $doc:literal])+ $name:ident: $prior:literal, $spread:literal; )+) => {
        /// The coefficients of a model, before they are spread over the inputs of its efficiency.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Coefficients { $( $(#[doc = $doc])+ pub $name: f64, )+ }

        impl Coefficients {
            /// Their names.
            pub const NAMES: &'static [&'static str] = &[ $( stringify!($name) ),+ ];
            /// How far each may lie from what was believed.
            pub const SPREADS: &'static [f64] = &[ $( $spread ),+ ];
            /// What was believed before any measurement.
            pub const PRIOR: Self = Self { $( $name: $prior ),+ };

            /// Their values, in the order of their names.
            #[must_use]
            pub fn values(&self) -> Vec<f64> {
                vec![ $( self.$name ),+ ]
            }

            /// The coefficients of these values; what was believed for those that are missing.
            #[must_use]
            pub fn from_values(values: &[f64]) -> Self {
                let mut values = values.iter().copied();
                Self { $( $name: values.next().unwrap_or($prior) ),+ }
            }
        }
    };
}
pub(crate) use coefficients;

// Priors: large products reach 0.7 to 0.9 of the peak (vendors' libraries), fabrics 0.65 to 0.9 of their bandwidth with 10 and
// 20 microseconds of latency (Calculon's constants), memory 0.85. Where a prior says nothing its spread is wide.
coefficients! {
    /// Share of the peak of large products, V100.
    volta: 0.7, 0.1;
    /// Share of the peak of large products, A100.
    ampere: 0.85, 0.1;
    /// Share of the peak of large products, H100 and H200.
    hopper: 0.72, 0.1;
    /// Share of the peak of large products, B200 and GB200.
    blackwell: 0.7, 0.1;
    /// Share of the peak of large products, B300 and GB300.
    blackwell_ultra: 0.72, 0.1;
    /// Share of the peak of large products, TPUs up to v5.
    tpu: 0.9, 0.1;
    /// Share of the peak of large products, TPUs from v6 on.
    wide_tpu: 0.8, 0.1;
    /// Share of the peak of large products, Trainium.
    trainium: 0.5, 0.1;
    /// Share of the peak of large products, Gaudi.
    gaudi: 0.7, 0.1;
    /// Share of the peak of large products, AMD Instinct.
    cdna: 0.5, 0.1;
    /// Products in MXFP8 over those at 16 bit, as shares of their peaks.
    mxfp8: 0.95, 0.05;
    /// The same in FP4, before B300.
    fp4: 0.6, 0.15;
    /// The same in FP4, from B300 on.
    fp4_ultra: 0.5, 0.15;
    /// Products of experts over dense ones.
    expert: 0.85, 0.2;
    /// Rate of fused attention over that of products, H100 and others.
    scores: 0.6, 0.2;
    /// The same, A100.
    scores_ampere: 0.8, 0.2;
    /// The same, Blackwell.
    scores_blackwell: 0.7, 0.2;
    /// Fused attention of 2023 over that of 2025.
    early_scores: 0.6, 0.2;
    /// Backward pass over forward pass.
    backward: 2.0, 0.03;
    /// Computing again over forward pass.
    again: 0.92, 0.05;
    /// Reads and writes of the stream in a layer.
    stream_passes: 12.0, 0.3;
    /// Reads and writes of each score where attention is not fused.
    score_passes: 5.0, 0.3;
    /// Share of the memory bandwidth at which products move their matrices.
    operands: 1.5, 0.3;
    /// Share of the memory bandwidth of norms, activations and the optimizer.
    traffic: 0.85, 0.05;
    /// Seconds to launch an operator.
    launch: 20.0e-6, 0.2;
    /// Operators of a layer with experts.
    expert_operators: 20.0, 0.7;
    /// Operators of a layer with experts, within a rack-scale domain.
    rack_operators: 20.0, 0.7;
    /// Passes of a routed token through the memory.
    permutations: 6.0, 0.7;
    /// Seconds of a step that no operator takes.
    fixed: 2.0e-3, 0.5;
    /// Share of the scale-up bandwidth.
    scale_up: 0.7, 0.15;
    /// Share of the scale-out bandwidth.
    scale_out: 0.7, 0.15;
    /// Seconds of latency of a collective on the scale-up fabric, for each doubling of its devices.
    scale_up_latency: 10.0e-6, 0.3;
    /// Seconds of latency of a collective on the network, for each doubling of its domains.
    scale_out_latency: 20.0e-6, 0.3;
    /// Share of tensor-parallel communication that shows.
    shown_tensor: 0.5, 0.3;
    /// Share of expert-parallel communication that shows.
    shown_expert: 0.6, 0.3;
    /// Share of pipeline communication that shows.
    shown_pipeline: 0.5, 0.3;
    /// Share of the network that the first software for sharded weights reached.
    first_sharding: 0.15, 0.5;
    /// Passes that data-parallel communication can hide behind.
    cover_data: 1.0, 0.5;
    /// Attention that context-parallel communication can hide behind.
    cover_context: 1.0, 0.5;
    /// Time lost to the slowest device, for each doubling of the devices.
    straggling: 0.004, 0.4;
    /// Slowing of computing by communication that hides behind it.
    contention: 0.2, 0.5;
    /// Yearly growth of speed by software.
    growth: 1.03, 0.03;
}
