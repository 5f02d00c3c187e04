//! What of its rated speeds a device reaches in training: few physical shares, fitted to published measurements.

use super::calibrated::{COEFFICIENTS, DOUBTS, Doubt};
use super::coefficients::Coefficients;
use crate::catalogue::{Accelerator, Precision, sources};
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::units::seconds;
use crate::quantities::*;
use crate::tables::{Domain, inputs};
use crate::workload::TrainingRun;

inputs! {
    /// What of its rated speeds a device reaches, and how much of its communication hides behind computing.
    pub struct Efficiency {
        /// Share of the peak rate that a large 16-bit matrix product reaches.
        product, with_product: Share, "", Domain::between(0.01, 1.0);
        /// Share of the peak rate that a large matrix product reaches at the precision of the run.
        narrow, with_narrow: Share, "", Domain::between(0.01, 1.0);
        /// Rate of a product of experts over that of a dense one.
        expert, with_expert: Share, "", Domain::between(0.01, 1.0);
        /// Rate of fused attention over that of a 16-bit matrix product.
        scores, with_scores: Share, "", Domain::between(0.01, 1.5);
        /// Rate of the fused attention of 2023 over that of 2025.
        early_scores, with_early_scores: Share, "", Domain::between(0.01, 1.5);
        /// Backward pass over the forward pass.
        backward, with_backward: Ratio, "", Domain::between(1.0, 5.0);
        /// Computing again in the backward pass over the forward pass.
        again, with_again: Ratio, "", Domain::between(0.1, 5.0);
        /// Reads and writes of the stream in a layer, by norms and residuals.
        stream_passes, with_stream_passes: f64, "", Domain::between(0.0, 100.0);
        /// Reads and writes of each score, where attention is not fused.
        score_passes, with_score_passes: f64, "", Domain::between(0.0, 100.0);
        /// Share of the memory bandwidth at which a product reads and writes its matrices.
        operands, with_operands: Share, "", Domain::between(0.01, 10.0);
        /// Share of the memory bandwidth that norms, activations and the optimizer reach.
        traffic, with_traffic: Share, "", Domain::between(0.01, 1.5);
        /// Time to launch an operator.
        launch, with_launch: Time, "µs", Domain::between(0.0, 1.0);
        /// Operators of a layer with experts, to be launched beside those of attention.
        expert_operators, with_expert_operators: f64, "", Domain::between(0.0, 1e3);
        /// The same where nothing waits for the host: where experts take as many tokens as they have room for.
        static_operators, with_static_operators: f64, "", Domain::between(0.0, 1e3);
        /// Passes of each routed token through the memory, there and back.
        permutations, with_permutations: f64, "", Domain::between(0.0, 1e3);
        /// Time of a step that no operator takes.
        fixed, with_fixed: Time, "ms", Domain::between(0.0, 1e3);
        /// Share of the scale-up bandwidth that a collective reaches.
        scale_up, with_scale_up: Share, "", Domain::between(0.01, 1.0);
        /// Share of the scale-out bandwidth that a collective reaches.
        scale_out, with_scale_out: Share, "", Domain::between(0.01, 1.0);
        /// Latency of a collective on the scale-up fabric.
        scale_up_latency, with_scale_up_latency: Time, "µs", Domain::between(0.0, 1.0);
        /// Latency of a collective on the network.
        scale_out_latency, with_scale_out_latency: Time, "µs", Domain::between(0.0, 1.0);
        /// Share of tensor-parallel communication that hides behind computing.
        hidden_tensor, with_hidden_tensor: Share, "", Domain::SHARE;
        /// Share of expert-parallel communication that hides behind computing.
        hidden_expert, with_hidden_expert: Share, "", Domain::SHARE;
        /// Share of pipeline communication that hides behind computing.
        hidden_pipeline, with_hidden_pipeline: Share, "", Domain::SHARE;
        /// Share of the bandwidth that the first software for sharded weights reached.
        first_sharding, with_first_sharding: Share, "", Domain::between(0.01, 1.0);
        /// Computing that data-parallel communication can hide behind, as a share of a microbatch.
        cover_data, with_cover_data: Share, "", Domain::between(0.0, 10.0);
        /// Computing that context-parallel communication can hide behind, as a share of attention.
        cover_context, with_cover_context: Share, "", Domain::between(0.0, 10.0);
        /// Time lost to the slowest device, for each doubling of the devices.
        straggling, with_straggling: Share, "", Domain::between(0.0, 0.2);
        /// Slowing of computing by the communication that hides behind it, as a share of that.
        contention, with_contention: Share, "", Domain::between(0.0, 1.0);
        /// Yearly growth of speed by software.
        growth, with_growth: Share, "", Domain::between(-0.5, 1.0);
        /// Measured step time over the one computed.
        /// Its range is what the model misses on measurements that it was not fitted to.
        doubt, with_doubt: Ratio, "", Domain::between(0.01, 100.0);
    }
}

/// Devices that share an efficiency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// NVIDIA V100.
    Volta,
    /// NVIDIA A100 and A800.
    Ampere,
    /// NVIDIA H100, H200, H800, H20 and GH200; and whatever is of no other family.
    Hopper,
    /// NVIDIA B100, B200 and GB200.
    Blackwell,
    /// NVIDIA B300 and GB300.
    BlackwellUltra,
    /// Google's TPUs up to v5, with matrix units of 128 by 128.
    Tpu,
    /// Google's TPUs from v6 on, with matrix units of 256 by 256.
    WideTpu,
    /// AWS Trainium.
    Trainium,
    /// Intel Gaudi.
    Gaudi,
    /// AMD Instinct.
    Cdna,
}

/// How the ids of a family's devices begin, and whether measurements of it were fitted.
static FAMILIES: &[(&[&str], Family, bool)] = &[
    (&["v100"], Family::Volta, false),
    (&["a100", "a800"], Family::Ampere, true),
    (&["h100", "h200", "h800", "h20", "gh200"], Family::Hopper, true),
    (&["b100", "b200", "gb200"], Family::Blackwell, true),
    (&["b300", "gb300"], Family::BlackwellUltra, true),
    (&["tpu-v6", "tpu-v7"], Family::WideTpu, true),
    (&["tpu"], Family::Tpu, true),
    (&["trainium1"], Family::Trainium, true),
    (&["trainium"], Family::Trainium, false),
    (&["gaudi"], Family::Gaudi, false),
    (&["mi"], Family::Cdna, false),
];

impl Family {
    /// The family of a device, and whether measurements of it were fitted.
    #[must_use]
    pub fn of(accelerator: &Accelerator) -> (Self, bool) {
        let fits = |names: &&[&str]| names.iter().any(|name| accelerator.id.starts_with(name));
        let row = FAMILIES.iter().find(|(names, _, _)| fits(names));
        row.map_or((Self::Hopper, false), |(_, family, fitted)| (*family, *fitted))
    }

    const fn product(self, fitted: &Coefficients) -> f64 {
        match self {
            Self::Volta => fitted.volta,
            Self::Ampere => fitted.ampere,
            Self::Hopper => fitted.hopper,
            Self::Blackwell => fitted.blackwell,
            Self::BlackwellUltra => fitted.blackwell_ultra,
            Self::Tpu => fitted.tpu,
            Self::WideTpu => fitted.wide_tpu,
            Self::Trainium => fitted.trainium,
            Self::Gaudi => fitted.gaudi,
            Self::Cdna => fitted.cdna,
        }
    }

    const fn scores(self, fitted: &Coefficients) -> f64 {
        match self {
            Self::Ampere => fitted.scores_ampere,
            Self::Blackwell | Self::BlackwellUltra => fitted.scores_blackwell,
            _ => fitted.scores,
        }
    }

    /// Rate of products at a precision over that at 16 bit, as shares of their peaks.
    const fn narrow(self, precision: Precision, fitted: &Coefficients) -> f64 {
        match (precision, self) {
            (Precision::Mxfp8, _) => fitted.mxfp8,
            (Precision::Fp4 | Precision::Nvfp4 | Precision::Fp6, Self::BlackwellUltra) => fitted.fp4_ultra,
            (Precision::Fp4 | Precision::Nvfp4 | Precision::Fp6, _) => fitted.fp4,
            _ => 1.0,
        }
    }
}

/// How sure a prediction is, by what it is a prediction of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A dense model on NVIDIA's devices, with software before 2023.
    Early,
    /// A dense model on NVIDIA's devices, with software since.
    Dense,
    /// A dense model on Google's TPUs.
    Tpu,
    /// A dense model on other devices.
    Other,
    /// A model with experts.
    Experts,
    /// Devices that nothing was fitted to.
    Extrapolated,
    /// A whole run, not tuned as a benchmark is.
    Untuned,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 7] =
        [Self::Early, Self::Dense, Self::Tpu, Self::Other, Self::Experts, Self::Extrapolated, Self::Untuned];

    /// The class of a run.
    #[must_use]
    pub fn of(accelerator: &Accelerator, has_experts: bool, software_year: f64) -> Self {
        match Family::of(accelerator) {
            (_, false) => Self::Extrapolated,
            _ if has_experts => Self::Experts,
            (Family::Tpu | Family::WideTpu, _) => Self::Tpu,
            (Family::Trainium | Family::Gaudi | Family::Cdna, _) => Self::Other,
            _ if software_year < 2023.0 => Self::Early,
            _ => Self::Dense,
        }
    }

    /// What the model misses on measurements of this class.
    #[must_use]
    pub const fn doubt(self) -> Doubt {
        let [early, dense, tpu, other, experts, extrapolated, untuned] = DOUBTS;
        match self {
            Self::Early => early,
            Self::Dense => dense,
            Self::Tpu => tpu,
            Self::Other => other,
            Self::Experts => experts,
            Self::Extrapolated => extrapolated,
            Self::Untuned => untuned,
        }
    }
}

static FITTED: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[
        &sources::MEGATRON_2021,
        &sources::KORTHIKANTI_2022,
        &sources::VTRAIN,
        &sources::LLM_FOUNDRY,
        &sources::MEGATRON_BRIDGE,
        &sources::MLPERF_TRAINING,
        &sources::MAXTEXT,
    ],
    note: "fitted to published step times by `cargo run --release -p calibration`; see the accuracy page",
};
static RESIDUALS: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[],
    note: "residuals of the step model on published measurements, in sample and with their source left out",
};

/// Devices of a scale-up domain that make it a rack, whose fabric exchanges tokens between experts without the hosts.
const RACK: u32 = 16;

impl Efficiency {
    /// What is believed before any devices are known.
    pub(crate) fn of_none() -> Self {
        Self::from(&COEFFICIENTS, Family::Hopper, false, Precision::Bf16, Class::Dense)
    }

    /// What devices of a kind reach in a run, as fitted.
    pub(crate) fn of_run(accelerator: &Accelerator, precision: Precision, run: &TrainingRun) -> Self {
        let has_experts = run.model().shape().is_some_and(|shape| shape.experts() > 0.0);
        let class = Class::of(accelerator, has_experts, run.software_year());
        Self::calibrated(accelerator, precision, class)
    }

    /// The same, but for what was given in another.
    pub(crate) fn with_given(mut self, other: &Self) -> Self {
        self.keep_given(other);
        self
    }

    /// The 5th and the 95th percentile of a step's time over the time itself.
    pub(crate) fn doubtful(&self) -> (f64, f64) {
        let central = self.doubt.get();
        let belief = Self::place("doubt").and_then(|place| self.beliefs.get(place));
        belief.map_or((1.0, 1.0), |belief| (belief.low / central, belief.high / central))
    }

    /// The share of the peak rate that large products reach on devices of a kind at a precision, as fitted.
    #[must_use]
    pub fn large_products(accelerator: &Accelerator, precision: Precision) -> Known<Share> {
        let (family, _) = Family::of(accelerator);
        let share = family.product(&COEFFICIENTS) * family.narrow(precision, &COEFFICIENTS);
        Known::exact(Share::new(share), &FITTED)
    }

    /// What devices of this kind reach at a precision, as fitted.
    #[must_use]
    pub fn calibrated(accelerator: &Accelerator, precision: Precision, class: Class) -> Self {
        Self::of(&COEFFICIENTS, accelerator, precision, class)
    }

    /// What devices of this kind reach at a precision, by given coefficients.
    #[must_use]
    pub fn of(fitted: &Coefficients, accelerator: &Accelerator, precision: Precision, class: Class) -> Self {
        let (family, _) = Family::of(accelerator);
        let is_rack = accelerator.scale_up_devices.is_some_and(|devices| devices > RACK);
        Self::from(fitted, family, is_rack, precision, class)
    }

    fn from(
        fitted: &Coefficients,
        family: Family,
        is_rack: bool,
        precision: Precision,
        class: Class,
    ) -> Self {
        let share = |value: f64| Known::exact(Share::new(value), &FITTED);
        let times = |value: f64| Known::exact(Ratio::new(value), &FITTED);
        let number = |value: f64| Known::exact(value, &FITTED);
        let time = |value: f64| Known::exact(seconds(value), &FITTED);
        let product = family.product(fitted);
        let Doubt { low, high } = class.doubt();
        let doubt =
            Known::between(Ratio::new(low), Ratio::new(1.0), Ratio::new(high), Shape::Lognormal, &RESIDUALS);
        Self::from_known(
            share(product),
            share(product * family.narrow(precision, fitted)),
            share(fitted.expert),
            share(family.scores(fitted)),
            share(fitted.early_scores),
            times(fitted.backward),
            times(fitted.again),
            number(fitted.stream_passes),
            number(fitted.score_passes),
            share(fitted.operands),
            share(fitted.traffic),
            time(fitted.launch),
            number(if is_rack { fitted.rack_operators } else { fitted.expert_operators }),
            number(fitted.rack_operators),
            number(fitted.permutations),
            time(fitted.fixed),
            share(fitted.scale_up),
            share(fitted.scale_out),
            time(fitted.scale_up_latency),
            time(fitted.scale_out_latency),
            share(1.0 - fitted.shown_tensor),
            share(1.0 - fitted.shown_expert),
            share(1.0 - fitted.shown_pipeline),
            share(fitted.first_sharding),
            share(fitted.cover_data),
            share(fitted.cover_context),
            share(fitted.straggling),
            share(fitted.contention),
            share(fitted.growth - 1.0),
            doubt,
        )
    }
}
