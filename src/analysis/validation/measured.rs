//! What a row measured, each quantity as it follows from the time of a step.

use super::case::Case;
use super::reading::{Row, number, words};
use crate::catalogue::defaults;
use crate::quantities::parse::decimal;
use crate::quantities::{Measure, units};
use crate::workload::{AttentionCount, Parts, Shape, ShapeWork};

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

    /// Whether it is the time of a whole run, in which some is lost.
    #[must_use]
    pub fn is_wall_time(&self) -> bool {
        matches!(self.name, "wall_time" | "energy")
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
    let Some(step) = StepWork::of(row, case).filter(|_| !case.adapts) else { return vec![] };
    let mut found: Vec<Quantity> = Vec::new();
    for Column { quantity, column, follows } in COLUMNS {
        let is_new = found.iter().all(|known| known.name != *quantity);
        let value = number(row, column).filter(|measured| *measured > 0.0 && is_new);
        if let Some((measured, (of_one_second, grows))) = value.zip(step.quantity(*follows)) {
            found.push(Quantity { name: quantity, measured, of_one_second, grows });
        }
    }
    found
}

/// A column of a file, what it measures, and how that follows from the time of a step.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The quantity.
    pub quantity: &'static str,
    /// The column.
    pub column: &'static str,
    /// How it follows from the time of a step.
    pub follows: Follows,
}

/// How a quantity follows from the time of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// It is that time.
    Step,
    /// FLOP/s of a device in the row's convention, in units of 10¹².
    Teraflop,
    /// The share of the peak that the model's FLOP/s are.
    Share,
    /// The share of the peak that the model's FLOP/s are, in per cent.
    ModelShare,
    /// The share of the peak that the FLOP/s of the devices are, in per cent.
    HardwareShare,
    /// Tokens a second of all devices.
    Tokens,
    /// Tokens a second of a device.
    TokensOfDevice,
    /// Days of the whole run, lost time included.
    Days,
    /// Minutes of the whole run, lost time included.
    Minutes,
    /// Seconds of the whole run, lost time included, from which energy follows.
    Seconds,
    /// It does not follow from it.
    Not,
}

/// Every column that holds an outcome; of several columns of a quantity the first that is not blank counts.
pub const COLUMNS: &[Column] = &[
    Column { quantity: "step_time", column: "measured_step_s", follows: Follows::Step },
    Column { quantity: "step_time", column: "step_time_s", follows: Follows::Step },
    Column { quantity: "tflops", column: "measured_tflops_per_gpu", follows: Follows::Teraflop },
    Column { quantity: "tflops", column: "tflops_per_gpu", follows: Follows::Teraflop },
    Column { quantity: "mfu", column: "measured_mfu", follows: Follows::Share },
    Column { quantity: "mfu", column: "mfu_pct", follows: Follows::ModelShare },
    Column { quantity: "hfu", column: "hfu_pct", follows: Follows::HardwareShare },
    Column { quantity: "tokens_per_s", column: "tokens_per_s", follows: Follows::Tokens },
    Column { quantity: "tokens_per_s", column: "tokens_per_s_per_gpu", follows: Follows::TokensOfDevice },
    Column { quantity: "wall_time", column: "wall_days", follows: Follows::Days },
    Column { quantity: "wall_time", column: "wall_minutes", follows: Follows::Minutes },
    Column { quantity: "node_power", column: "avg_power_w_per_gpu", follows: Follows::Not },
    Column { quantity: "node_power", column: "power", follows: Follows::Not },
    Column { quantity: "energy", column: "energy_mwh", follows: Follows::Seconds },
    Column { quantity: "energy_per_token", column: "meas", follows: Follows::Not },
    Column { quantity: "throughput", column: "tput", follows: Follows::Not },
];

/// The work of a step in the conventions of a row: FLOPs, tokens, and the peak that they are held against.
struct StepWork {
    published: f64,
    model: f64,
    hardware: f64,
    tokens: f64,
    count: f64,
    /// Peak FLOP/s of all devices.
    peak: f64,
    /// Steps of the whole run over the share of its time that counts.
    steps: Option<f64>,
}

impl StepWork {
    /// A quantity for a step of one second, and whether it grows with the time of a step.
    fn quantity(&self, follows: Follows) -> Option<(f64, bool)> {
        const PER_CENT: f64 = 100.0;
        Some(match follows {
            Follows::Step => (1.0, true),
            Follows::Teraflop => (self.published / self.count / 1e12, false),
            Follows::Share => (self.model / self.peak, false),
            Follows::ModelShare => (PER_CENT * self.model / self.peak, false),
            Follows::HardwareShare => (PER_CENT * self.hardware / self.peak, false),
            Follows::Tokens => (self.tokens, false),
            Follows::TokensOfDevice => (self.tokens / self.count, false),
            Follows::Seconds => (self.steps?, true),
            Follows::Days => (self.steps? / units::days(1.0).base(), true),
            Follows::Minutes => (self.steps? / units::minutes(1.0).base(), true),
            Follows::Not => return None,
        })
    }

    fn of(row: Row, case: &Case) -> Option<Self> {
        let words = words(row);
        let worded =
            CONVENTIONS.iter().find(|(text, _)| words.contains(text)).map(|(_, convention)| *convention);
        let convention = worded.unwrap_or(Convention::Full);
        let shape = counted_shape(&case.shape, &words);
        let parts = Parts::of(&shape)?;
        let counted = |count| parts.total(&shape, &case.run.clone().with_attention_count(count));
        let (causal, full) = (counted(AttentionCount::Causal)?, counted(AttentionCount::Full)?);
        let tokens = case.run.tokens()?.base();
        let trained = number(row, "tokens_trained_b").map(|billions| billions * 1e9);
        let of = |convention| flop_of_token(convention, &causal, &full) * tokens;
        let model = if convention == Convention::Hardware { Convention::Full } else { convention };
        Some(Self {
            published: of(convention),
            model: of(model),
            hardware: of(model) * full.hardware.base() / full.training.base(),
            tokens,
            count: case.size.devices.base(),
            peak: peak(row, &words).or_else(|| Some(case.pool.peak()?.base()))? * case.size.devices.base(),
            steps: trained.map(|trained| trained / tokens / counted_time(&words)),
        })
    }
}

/// The share of the time of a whole run that counts: all of it where the row says that it was extrapolated from a step.
fn counted_time(words: &str) -> f64 {
    if words.contains("extrapolated") { 1.0 } else { defaults::STEADY_GOODPUT.value.get() }
}

/// The shape whose FLOPs a row counts. Megatron-Bridge's figures for GPT-OSS come to two matrices an expert and no window.
fn counted_shape(shape: &Shape, words: &str) -> Shape {
    const UNGATED: [&str; 2] = ["megatron-bridge", "gpt oss"];
    if UNGATED.iter().all(|text| words.contains(text)) {
        shape.clone().with_ffn_matrices(2.0).with_window_layers(0.0)
    } else {
        shape.clone()
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
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let follows = rest.get(end..)?;
        let whole = !follows.starts_with('/') && !follows.starts_with('.');
        decimal(rest.get(..end)?).filter(|peak| whole && *peak >= 50.0)
    };
    column.or_else(worded).map(|peak| peak * 1e12)
}
