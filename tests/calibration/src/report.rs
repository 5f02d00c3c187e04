//! What the calibration writes: the coefficients as source, and the page on accuracy.

use crate::data::Datum;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use wattflop::throughput::coefficients::Coefficients;
use wattflop::throughput::efficiency::Class;

/// A datum with what was predicted of it: the logarithm of predicted over measured, in sample and left out.
pub struct Judged<'a> {
    pub datum: &'a Datum,
    pub in_sample: f64,
    pub left_out: f64,
}

/// The groups in which the field compares, each of one or more sets.
const GROUPS: [(&str, &[&str]); 8] = [
    ("Korthikanti 2022, Table 5 and section 6.3", &["Korthikanti 2022"]),
    ("SC21 (Narayanan 2021), Table 1", &["SC21 Table 1"]),
    ("SC21, Table 2, pipeline and tensor parallel", &["SC21 Table 2"]),
    ("vTrain, multi-node A100", &["vTrain multi-node"]),
    ("vTrain, single-node A100", &["vTrain single-node"]),
    (
        "dense, tuned, A100 to GB300",
        &[
            "MosaicML-llm-foundry",
            "Megatron-Bridge",
            "NeMo",
            "Megatron-Core-H100-weak",
            "MLPerf-Training",
            "IBM-fms-fsdp",
        ],
    ),
    ("TPU v4 to v7", &["MaxText-TPU", "Google-tpu-recipes", "MLPerf-Training, TPU"]),
    ("models with experts", &[]),
];

fn is_in(judged: &Judged, sets: &[&str]) -> bool {
    if sets.is_empty() {
        judged.datum.has_experts() && judged.datum.is_fitted
    } else {
        !judged.datum.has_experts() && judged.datum.is_fitted && sets.contains(&judged.datum.set.as_str())
    }
}

pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    low + (high - low) * place.fract()
}

fn weighted_quantile(values: &[(f64, f64)], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: f64 = values.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    let reached = values.iter().find(|(_, weight)| {
        below += weight;
        below >= share * all
    });
    reached.or(values.last()).expect("a value").0
}

pub fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Mean absolute percentage error of logarithms of predicted over measured.
fn mape(residuals: &[f64]) -> f64 {
    100.0 * mean(&residuals.iter().map(|residual| (libm::exp(*residual) - 1.0).abs()).collect::<Vec<_>>())
}

/// The doubt of each class: quantiles of measured over computed, in sample and left out together.
pub fn doubts(judged: &[Judged]) -> Vec<(f64, f64)> {
    /// Assumed, where nothing was fitted: a factor of 1.6 either way.
    const UNKNOWN: (f64, f64) = (1.0 / 1.6, 1.6);
    let mut rows: BTreeMap<&str, f64> = BTreeMap::new();
    judged.iter().for_each(|row| *rows.entry(&row.datum.set).or_default() += 1.0);
    let doubt = |class: Class| {
        let is_in =
            |row: &&Judged| row.datum.class == class && (row.datum.is_fitted || class == Class::Untuned);
        // A set counts less than its rows do: what it misses is its own, and not as many facts as it has rows.
        let weighted = |row: &Judged| {
            let weight = libm::pow(rows[row.datum.set.as_str()], -0.3);
            [(row.in_sample, weight), (row.left_out, weight)]
        };
        let residuals: Vec<_> = judged.iter().filter(is_in).flat_map(weighted).collect();
        if residuals.len() < 10 {
            return UNKNOWN;
        }
        (libm::exp(-weighted_quantile(&residuals, 0.95)), libm::exp(-weighted_quantile(&residuals, 0.05)))
    };
    Class::ALL.map(doubt).to_vec()
}

/// The source of the coefficients.
pub fn source(fitted: &Coefficients, doubts: &[(f64, f64)]) -> String {
    let mut text = String::from(
        "//! The fitted coefficients. Written by `cargo run --release -p calibration`; not to be changed by hand.\n\n\
         use super::coefficients::Coefficients;\n\n\
         /// What the step model misses: the 5th and the 95th percentile of measured over computed step times.\n\
         #[derive(Clone, Copy, Debug, PartialEq)]\npub struct Doubt {\n    /// The 5th percentile.\n    pub low: f64,\n    \
         /// The 95th percentile.\n    pub high: f64,\n}\n\n/// The coefficients.\npub static COEFFICIENTS: Coefficients = Coefficients {\n",
    );
    for (name, value) in Coefficients::NAMES.iter().zip(fitted.values()) {
        let _ = writeln!(text, "    {name}: {value:.4e},");
    }
    text.push_str(
        "};\n\n/// The doubt of each class, in the order of [`Class::ALL`](super::efficiency::Class::ALL).\n",
    );
    let _ = writeln!(text, "pub const DOUBTS: [Doubt; {}] = [", doubts.len());
    for (low, high) in doubts {
        let _ = writeln!(text, "    Doubt {{ low: {low:.3}, high: {high:.3} }},");
    }
    text.push_str("];\n");
    text
}

/// The table of errors, by group and by set.
pub fn page(judged: &[Judged], doubts: &[(f64, f64)]) -> String {
    let mut text = String::from(INTRODUCTION);
    for (name, sets) in GROUPS {
        row(&mut text, name, judged, doubts, &|judged| is_in(judged, sets));
    }
    text.push_str(BY_SET);
    let sets: BTreeSet<_> =
        judged.iter().map(|judged| (judged.datum.set.clone(), judged.datum.has_experts())).collect();
    for (set, experts) in &sets {
        let name = if *experts { format!("{set}, with experts") } else { set.clone() };
        row(&mut text, &name, judged, doubts, &|judged| {
            judged.datum.set == *set && judged.datum.has_experts() == *experts
        });
    }
    text.push_str(CLASSES);
    for (class, (low, high)) in Class::ALL.iter().zip(doubts) {
        let rows: Vec<_> = judged
            .iter()
            .filter(|judged| {
                judged.datum.class == *class && (judged.datum.is_fitted || *class == Class::Untuned)
            })
            .collect();
        let _ =
            writeln!(text, "| {class:?} | {} | {:.2} to {:.2} | {:.2} |", rows.len(), low, high, high / low);
    }
    text
}

fn row(
    text: &mut String,
    name: &str,
    judged: &[Judged],
    doubts: &[(f64, f64)],
    is_in: &dyn Fn(&Judged) -> bool,
) {
    let rows: Vec<_> = judged.iter().filter(|judged| is_in(judged)).collect();
    if rows.is_empty() {
        return;
    }
    let in_sample = mape(&rows.iter().map(|row| row.in_sample).collect::<Vec<_>>());
    let left_out = mape(&rows.iter().map(|row| row.left_out).collect::<Vec<_>>());
    let bias = 100.0 * mean(&rows.iter().map(|row| row.left_out).collect::<Vec<_>>());
    let covered = rows.iter().filter(|row| is_covered(row, doubts)).count();
    let calculon: Vec<_> =
        rows.iter().filter_map(|row| Some(libm::log(row.datum.calculon? / row.datum.seconds))).collect();
    let calculon = if calculon.is_empty() {
        "–".to_owned()
    } else {
        format!("{:.1} ({})", mape(&calculon), calculon.len())
    };
    let own = constant(&rows, &rows);
    let others: Vec<_> = judged.iter().filter(|other| !is_in(other) && other.datum.is_fitted).collect();
    let foreign = constant(&others, &rows);
    let _ = writeln!(
        text,
        "| {name} | {} | {calculon} | {own:.1} | {in_sample:.1} | {foreign:.1} | {left_out:.1} | {bias:+.1} | {:.0} |",
        rows.len(),
        100.0 * covered as f64 / rows.len() as f64,
    );
}

fn is_covered(row: &Judged, doubts: &[(f64, f64)]) -> bool {
    let place = Class::ALL.iter().position(|class| *class == row.datum.class).expect("a class");
    let (low, high) = doubts[place];
    let measured = libm::exp(-row.left_out);
    low <= measured && measured <= high
}

/// The error of one MFU for all: the median over the sets of their medians, held against other rows.
fn constant(of: &[&Judged], against: &[&Judged]) -> f64 {
    let mut sets: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for row in of {
        sets.entry(row.datum.set.clone()).or_default().push(libm::log(row.datum.seconds / row.datum.ideal));
    }
    let medians = sets.into_values().map(|slowness| quantile(&sorted(slowness), 0.5));
    let usual = quantile(&sorted(medians.collect()), 0.5);
    mape(
        &against.iter().map(|row| libm::log(row.datum.ideal / row.datum.seconds) + usual).collect::<Vec<_>>(),
    )
}

/// Every row of a set, with the parts of its step, the worst first.
pub fn rows(judged: &[Judged], wanted: &str, fitted: &Coefficients) -> String {
    let mut text = String::new();
    let mut rows: Vec<_> =
        judged.iter().filter(|judged| judged.datum.left_out_with().contains(wanted)).collect();
    rows.sort_by(|a, b| b.in_sample.abs().total_cmp(&a.in_sample.abs()));
    for row in rows {
        let Some(step) = row.datum.step(fitted) else { continue };
        let run = &row.datum.case.run;
        let layout = run.layout();
        let _ = writeln!(
            text,
            "{:+6.1} % ({:+6.1} left out) {:.3} s {} {} x{} tp{} pp{} cp{} ep{} mb{} v{} zero{} again {:.2} | {:?}",
            100.0 * (libm::exp(row.in_sample) - 1.0),
            100.0 * (libm::exp(row.left_out) - 1.0),
            row.datum.seconds,
            row.datum.label,
            row.datum.case.pool.accelerator().id,
            wattflop::throughput::terms::count(row.datum.case.size.devices),
            layout.tensor(),
            layout.pipeline(),
            layout.context(),
            layout.expert(),
            layout.microbatch(),
            layout.interleave(),
            layout.zero(),
            run.recomputed_layers(),
            step.time,
        );
    }
    text
}

/// How many rows each reason kept from being predicted would be; sets by count.
pub fn counts(data: &[Datum]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    data.iter().for_each(|datum| *counts.entry(datum.left_out_with()).or_default() += 1);
    counts
}

const INTRODUCTION: &str = "# Accuracy\n\n\
The step model against published measurements. Written by `cargo run --release -p calibration`, which fits the coefficients of \
`src/throughput/coefficients.rs` to the rows of `tests/published/data`; a test holds this page and the fitted coefficients to that program.\n\n\
Errors are mean absolute percentage errors of step time. *Left out*: every row is predicted with coefficients that were fitted \
without any row of its source; a model with experts without any row of that model. *Constant MFU*: one MFU for all rows, the best \
for the group itself, and the median of all other rows. Calculon's figure is over the rows that it can predict (their number in brackets). \
*Covered*: the share of left-out rows within the 90 % interval.\n\n\
What a row does not state (microbatch, interleaving, recomputation) the layout search fills in: the fastest that fits into memory. \
No outcome is looked at.\n\n\
| group | rows | Calculon | constant MFU | ours | constant MFU of the others | ours, left out | bias, left out | covered, % |\n\
| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
const BY_SET: &str = "\n## By source\n\n\
| source | rows | Calculon | constant MFU | ours | constant MFU of the others | ours, left out | bias, left out | covered, % |\n\
| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
const CLASSES: &str = "\n## How wide the intervals are\n\n\
The 90 % interval is computed time × these factors, from the residuals of a class, in sample and left out together, a large source counting for less than its rows. Nothing is fitted to \
whole runs, which lose time that no step shows, nor to devices of class Extrapolated.\n\n\
| class | rows | measured over computed | high over low |\n| --- | --- | --- | --- |\n";
