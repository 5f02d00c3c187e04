//! What a row measured, each quantity as it follows from the time of a step.

use super::case::Case;
use super::reading::{Row, number, words};
use crate::quantities::Measure;
use crate::workload::{AttentionCount, Parts, ShapeWork};

/// A measured quantity of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// Its name.
    pub name: &'static str,
    /// What was measured.
    pub measured: f64,
    /// The quantity for a step of one second.
    pub of_one_second: f64,
    /// Whether it grows with the time of a step; else it falls.
    pub grows: bool,
}

impl Quantity {
    /// The quantity for a step that takes so many seconds.
    #[must_use]
    pub fn at(&self, seconds: f64) -> f64 {
        if self.grows { self.of_one_second * seconds } else { self.of_one_second / seconds }
    }

    /// The seconds of the step that was measured.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        if self.grows { self.measured / self.of_one_second } else { self.of_one_second / self.measured }
    }
}

/// How a row counts FLOPs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Convention {
    /// The model's, attention over the causal half.
    Causal,
    /// The model's, attention over the whole sequence.
    Full,
    /// What the devices compute, full recomputation counted, attention over the whole sequence.
    Hardware,
    /// Six for each parameter, and attention over the whole sequence.
    Parameters,
}

/// Conventions as rows word them; the first that the row's text holds.
const CONVENTIONS: [(&str, Convention); 10] = [
    ("2*n*t", Convention::Parameters),
    ("causal-halved", Convention::Causal),
    ("megatron-bridge", Convention::Causal),
    ("hardware", Convention::Hardware),
    ("96bs", Convention::Hardware),
    ("hfu (as table", Convention::Hardware),
    ("incl. recompute", Convention::Hardware),
    ("counts recompute", Convention::Hardware),
    ("counts activation-ckpt", Convention::Hardware),
    ("non-causal", Convention::Full),
];

/// What a row measured of the speed of training.
#[must_use]
pub fn measured(row: Row, case: &Case) -> Vec<Quantity> {
    let Some(step) = StepWork::of(row, case) else { return vec![] };
    let count = case.size.devices.base();
    let share = step.peak * count / 100.0;
    let columns = [
        ("step_time", "measured_step_s", 1.0, true),
        ("step_time", "step_time_s", 1.0, true),
        ("tflops", "measured_tflops_per_gpu", step.published / count / 1e12, false),
        ("tflops", "tflops_per_gpu", step.published / count / 1e12, false),
        ("mfu", "measured_mfu", step.published / (step.peak * count), false),
        ("mfu", "mfu_pct", step.model / share, false),
        ("hfu", "hfu_pct", step.hardware / share, false),
        ("tokens_per_s", "tokens_per_s", step.tokens, false),
        ("tokens_per_s", "tokens_per_s_per_gpu", step.tokens / count, false),
    ];
    let read = |(name, column, of_one_second, grows)| {
        let measured = number(row, column).filter(|measured| *measured > 0.0)?;
        Some(Quantity { name, measured, of_one_second, grows })
    };
    columns.into_iter().filter_map(read).collect()
}

/// The work of a step in the conventions of a row: FLOPs, tokens, and the peak that they are held against.
struct StepWork {
    published: f64,
    model: f64,
    hardware: f64,
    tokens: f64,
    peak: f64,
}

impl StepWork {
    fn of(row: Row, case: &Case) -> Option<Self> {
        let words = words(row);
        let worded =
            CONVENTIONS.iter().find(|(text, _)| words.contains(text)).map(|(_, convention)| *convention);
        let convention = worded.unwrap_or(Convention::Full);
        let parts = Parts::of(&case.shape)?;
        let counted = |count| parts.total(&case.shape, &case.run.clone().with_attention_count(count));
        let (causal, full) = (counted(AttentionCount::Causal)?, counted(AttentionCount::Full)?);
        let tokens = case.run.tokens()?.base();
        let of = |convention| flop_of_token(convention, &causal, &full) * tokens;
        let model = if convention == Convention::Hardware { Convention::Full } else { convention };
        Some(Self {
            published: of(convention),
            model: of(model),
            hardware: of(model) * full.hardware.base() / full.training.base(),
            tokens,
            peak: peak(row, &words).or_else(|| Some(case.pool.peak()?.base()))?,
        })
    }
}

fn flop_of_token(convention: Convention, causal: &ShapeWork, full: &ShapeWork) -> f64 {
    match convention {
        Convention::Causal => causal.training.base(),
        Convention::Full => full.training.base(),
        Convention::Hardware => 4.0 / 3.0 * (full.training.base() - 6.0 * full.head) + 6.0 * full.head,
        Convention::Parameters => 6.0 * full.parameters + 3.0 * full.attention_flop,
    }
}

/// The peak rate of a device that the row holds its FLOP/s against, where it says so.
fn peak(row: Row, words: &str) -> Option<f64> {
    let column = number(row, "peak_tflops_used");
    let worded = || {
        let rest = words.split("peak ").nth(1)?;
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let follows = rest.get(end..)?;
        let whole = !follows.starts_with('/') && !follows.starts_with('.');
        rest.get(..end)?.parse::<f64>().ok().filter(|peak| whole && *peak >= 50.0)
    };
    column.or_else(worded).map(|peak| peak * 1e12)
}
