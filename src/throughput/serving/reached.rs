//! What devices reach in serving: few physical numbers, fitted to published measurements.

use super::calibrated::{COEFFICIENTS, DOUBTS};
use super::coefficients::Coefficients;
use crate::catalogue::{Accelerator, Precision, sources};
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::units::seconds;
use crate::quantities::*;
use crate::tables::{Domain, inputs};
use crate::throughput::Doubt;

inputs! {
    /// What devices reach of their rated speeds in serving, and what each step takes beside them.
    pub struct ServingEfficiency {
        /// Share of the memory bandwidth at which weights and cache are read.
        memory, with_memory: Share, "", Domain::between(0.01, 1.0);
        /// Share of the peak rate that products reach.
        product, with_product: Share, "", Domain::between(0.01, 1.0);
        /// Share of the bandwidth between devices that a collective reaches.
        fabric, with_fabric: Share, "", Domain::between(0.01, 1.0);
        /// Latency of a collective, for each doubling of its devices.
        latency, with_latency: Time, "µs", Domain::between(0.0, 1.0);
        /// Time of a layer that no product, memory or collective takes.
        layer, with_layer: Time, "µs", Domain::between(0.0, 1.0);
        /// The same of a layer with experts, beside that.
        expert_layer, with_expert_layer: Time, "µs", Domain::between(0.0, 1.0);
        /// The same of shared experts, beside that.
        shared_layer, with_shared_layer: Time, "µs", Domain::between(0.0, 1.0);
        /// Time of the host in a step.
        host, with_host: Time, "ms", Domain::between(0.0, 1.0);
        /// Time of the host in a step for each sequence.
        sequence, with_sequence: Time, "µs", Domain::between(0.0, 1.0);
        /// Tokens that a product of an expert is padded to.
        tile, with_tile: f64, "", Domain::between(0.0, 1e4);
        /// Tokens that choose experts apart, as a share of all.
        /// Tokens of one text choose alike, so that fewer experts are hit than by chance.
        apart, with_apart: Share, "", Domain::between(0.01, 1.0);
        /// Measured time of a step over the one computed.
        /// Its range is what the model misses on models that it was not fitted to.
        doubt, with_doubt: Ratio, "", Domain::between(0.01, 100.0);
    }
}

static FITTED: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&sources::ML_ENERGY],
    note: "fitted to measured serving by `cargo run --release -p calibration`; see the accuracy page",
};
static RESIDUALS: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&sources::ML_ENERGY],
    note: "what the serving model misses on models that were left out of its fit",
};

/// How the ids of the devices begin that the serving model was fitted to.
const MEASURED: [&str; 4] = ["h100", "h200", "b200", "gb200"];

/// Whether measurements of a device, or of its silicon, were fitted.
#[must_use]
pub fn is_measured(accelerator: &Accelerator) -> bool {
    MEASURED.iter().any(|id| accelerator.id.starts_with(id))
}

/// Assumed: how much wider the doubt is on devices that nothing was fitted to.
const ELSEWHERE: f64 = 1.35;

/// The doubt of the time of a step, of text: that of its rate, upside down.
fn of_time(wider: f64) -> Doubt {
    let [plain, ..] = DOUBTS;
    let Doubt { low, high } = plain.throughput;
    Doubt { low: 1.0 / (high * wider), high: wider / low }
}

impl ServingEfficiency {
    /// What devices of a kind reach at a precision, as fitted.
    #[must_use]
    pub fn calibrated(accelerator: &Accelerator, precision: Precision) -> Self {
        let wider = if is_measured(accelerator) { 1.0 } else { ELSEWHERE };
        Self::of(&COEFFICIENTS, precision, of_time(wider))
    }

    /// The same by given coefficients.
    #[must_use]
    pub fn of(fitted: &Coefficients, precision: Precision, doubt: Doubt) -> Self {
        let share = |value: f64| Known::exact(Share::new(value), &FITTED);
        let time = |value: f64| Known::exact(seconds(value), &FITTED);
        let Doubt { low, high } = doubt;
        let doubt =
            Known::between(Ratio::new(low), Ratio::new(1.0), Ratio::new(high), Shape::Lognormal, &RESIDUALS);
        Self::from_known(
            share(fitted.memory),
            share(fitted.product),
            share(fitted.fabric),
            time(fitted.latency),
            time(fitted.layer),
            time(fitted.expert_layer),
            time(fitted.shared_layer),
            time(fitted.host),
            time(fitted.sequence),
            Known::exact(if precision.bytes() < 2.0 { fitted.tile } else { 0.0 }, &FITTED),
            share(fitted.apart),
            doubt,
        )
    }

    /// What is believed before any devices are known.
    pub(crate) fn of_none() -> Self {
        Self::of(&COEFFICIENTS, Precision::Bf16, of_time(1.0))
    }

    /// The same, but for what was given in another.
    pub(crate) fn with_given(mut self, other: &Self) -> Self {
        self.keep_given(other);
        self
    }
}

/// What a device draws by class of work in serving, over the range from idle to its thermal design power, as fitted: of
/// products, memory, communication and waiting.
#[must_use]
pub fn draws() -> [Known<Share>; 4] {
    let [plain, ..] = DOUBTS;
    draws_of(&COEFFICIENTS, plain.power)
}

/// The same by given coefficients.
#[must_use]
pub fn draws_of(fitted: &Coefficients, Doubt { low, high }: Doubt) -> [Known<Share>; 4] {
    let draw = |above: f64| {
        let value = fitted.waiting + above;
        let share = |times: f64| Share::new(value * times);
        Known::between(share(low), share(1.0), share(high), Shape::Lognormal, &FITTED)
    };
    [fitted.multiplying, fitted.reading, fitted.exchanging, 0.0].map(draw)
}
