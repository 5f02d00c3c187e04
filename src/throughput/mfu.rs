//! The model FLOP utilisation that runs reached, by generation of device and precision.
//!
//! Averages over whole runs where they are published; the ends of each range are what single runs and benchmarks
//! of that generation reached. A step model replaces these rows where layout and network are known.

use crate::catalogue::{Accelerator, Precision, defaults, sources};
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::Mfu;

/// A generation of devices at a precision, and the utilisation it reached.
#[derive(Debug)]
pub struct MfuRow {
    /// How the ids of the generation's devices begin.
    pub devices: &'static [&'static str],
    /// The precisions it speaks of.
    pub precisions: &'static [Precision],
    /// The utilisation.
    pub mfu: Known<Mfu>,
}

/// The 16-bit formats.
const HALF: &[Precision] = &[Precision::Bf16, Precision::Fp16];

macro_rules! mfu_rows {
    ($( [$($device:literal),+], $precisions:expr, $low:literal .. $central:literal .. $high:literal,
        [$($source:ident),+], $note:literal; )+) => {
        &[ $( MfuRow {
            devices: &[$($device),+],
            precisions: $precisions,
            mfu: Known::between(Mfu::new($low), Mfu::new($central), Mfu::new($high), Shape::LogitNormal, {
                static EVIDENCE: Evidence =
                    Evidence { grade: Grade::Estimated, sources: &[$(&sources::$source),+], note: $note };
                &EVIDENCE
            }),
        } ),+ ]
    };
}

/// The table. The first row that fits holds; where none does, the median over published runs of all kinds.
pub static MFU: &[MfuRow] = mfu_rows! {
    ["a100", "a800"], HALF, 0.30 .. 0.40 .. 0.57, [GLM130B_PAPER, LLM_FOUNDRY, EPOCH_MODELS],
        "whole runs: GLM-130B 0.325, GPT-4 0.32-0.36 (estimate); benchmarks of llm-foundry and Megatron-LM up to 0.57";
    ["h100", "h200", "h800", "gh200"], HALF, 0.27 .. 0.375 .. 0.46, [EPOCH_TRAINING_COSTS, LLAMA3_PAPER, LLM_FOUNDRY],
        "Epoch AI's median over whole runs 0.375; Llama 3.1 405B 0.38-0.43 while it ran; llm-foundry benchmarks 0.27-0.46";
    ["h100", "h200", "h800", "gh200"], &[Precision::Fp8], 0.14 .. 0.30 .. 0.36, [LLM_FOUNDRY, SEMIANALYSIS_100K],
        "of the FP8 peak: llm-foundry benchmarks 0.14-0.30; SemiAnalysis assumes 0.35";
    ["v100"], HALF, 0.15 .. 0.21 .. 0.30, [MEGATRON_2019],
        "Megatron-LM 8.3B on 512 V100: 0.236 of the peak by FLOPs that count recomputation, a quarter of them; one GPU 0.30";
    ["tpu-v3"], HALF, 0.30 .. 0.43 .. 0.57, [PALM_PAPER, LAMDA_PAPER],
        "Gopher 280B 0.325 (in PaLM's table 3) and LaMDA 137B 0.565; the value is their geometric mean";
    ["tpu-v4"], HALF, 0.43 .. 0.50 .. 0.57, [PALM_PAPER, MAXTEXT],
        "PaLM 540B 0.462; MaxText benchmarks up to 0.567";
    ["tpu-v5", "tpu-v6"], HALF, 0.33 .. 0.50 .. 0.67, [MAXTEXT],
        "MaxText benchmarks: v5e 0.51-0.67, v5p 0.35-0.70, v6e 0.33-0.45";
};

/// The utilisation below 16 bit of devices without published runs: half of the 16-bit median, as llm-foundry's FP8
/// benchmarks on H100 reached half of what BF16 did.
static NARROW: Known<Mfu> =
    Known::between(Mfu::new(0.07), Mfu::new(0.19), Mfu::new(0.40), Shape::LogitNormal, {
        static EVIDENCE: Evidence = Evidence {
            grade: Grade::Assumed,
            sources: &[&sources::LLM_FOUNDRY],
            note: "no published run: half of the 16-bit median, as FP8 against BF16 on H100",
        };
        &EVIDENCE
    });

/// The utilisation that a device may be expected to reach at a precision; `None` for wider formats than 16 bit,
/// in which no large model is trained.
#[must_use]
pub fn expected(accelerator: &Accelerator, precision: Precision) -> Option<&'static Known<Mfu>> {
    let fits = |row: &&MfuRow| {
        row.devices.iter().any(|name| accelerator.id.starts_with(name))
            && row.precisions.contains(&precision.rated())
    };
    let usual = match precision.rated() {
        Precision::Bf16 | Precision::Fp16 => Some(&defaults::MFU),
        Precision::Fp64 | Precision::Fp64Tensor | Precision::Fp32 | Precision::Tf32 => None,
        _ => Some(&NARROW),
    };
    MFU.iter().find(fits).map(|row| &row.mfu).or(usual)
}
