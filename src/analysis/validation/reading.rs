//! Reading a measured row: what its columns and its words say, by tables.

use crate::catalogue::{ACCELERATORS, Accelerator, Attention, MODELS, ModelShape, Precision, find};
use crate::provenance::GIVEN;
use crate::quantities::parse::decimal;
use crate::workload::{Model, Parts, Shape, TrainingRun};

/// A row as it stands in its file: the text of a column, where the column is there and not blank.
pub type Row<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// Accelerators as files spell them; the first that the row's text holds.
const ACCELERATOR_SPELLINGS: [(&str, &str); 29] = [
    ("gb300", "gb300"),
    ("gb200", "gb200"),
    ("b300", "b300-sxm"),
    ("b200", "b200-sxm"),
    ("gh200", "gh200"),
    ("h200", "h200-sxm"),
    ("h800", "h800-sxm"),
    ("h100pcie", "h100-pcie"),
    ("h100nvl", "h100-nvl"),
    ("h100", "h100-sxm"),
    ("a800", "a800-sxm"),
    ("a10040", "a100-sxm-40"),
    ("a100pcie", "a100-pcie-80"),
    ("a100", "a100-sxm-80"),
    ("v100", "v100-sxm-32"),
    ("l40s", "l40s"),
    ("mi250", "mi250x"),
    ("mi300a", "mi300a"),
    ("mi300", "mi300x"),
    ("mi325", "mi325x"),
    ("mi350", "mi350x"),
    ("mi355", "mi355x"),
    ("tpuv5lite", "tpu-v5e"),
    ("trillium", "tpu-v6e"),
    ("ironwood", "tpu-v7"),
    ("tpu7x", "tpu-v7"),
    ("trainium2", "trainium2"),
    ("trainium", "trainium1"),
    ("910b", "ascend-910b"),
];

/// Precisions as files spell them; the first that the row's text holds.
const PRECISION_SPELLINGS: [(&str, Precision); 10] = [
    ("nvfp4", Precision::Nvfp4),
    ("fp4", Precision::Nvfp4),
    ("fp8-cs", Precision::Fp8),
    ("mx", Precision::Mxfp8),
    ("int8", Precision::Int8),
    ("fp8", Precision::Fp8),
    ("float8", Precision::Fp8),
    ("bf16", Precision::Bf16),
    ("bfloat16", Precision::Bf16),
    ("fp16", Precision::Fp16),
];

/// The years of software that a source does not print: Megatron-LM as vTrain measured it was that of SC21.
const YEARS: [(&str, f64); 2] = [("vtrain", 2021.0), ("korthikanti", 2022.0)];

/// Small letters and digits of a text.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The first number in a column: `1 (5)` is one.
pub fn number(row: Row, column: &str) -> Option<f64> {
    let text = row(column)?.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || ".eE+-".contains(c))).unwrap_or(text.len());
    decimal(text.get(..end)?).filter(|number| number.is_finite())
}

/// The first of these columns that holds a number.
pub fn first(row: Row, columns: &[&str]) -> Option<f64> {
    columns.iter().find_map(|column| number(row, column))
}

/// The accelerator that a row names.
pub fn accelerator(name: &str) -> Option<&'static Accelerator> {
    let spelled = squeezed(name);
    let alias = ACCELERATOR_SPELLINGS.iter().find(|(part, _)| spelled.contains(part)).map(|(_, id)| *id);
    find(ACCELERATORS, name).or_else(|_| find(ACCELERATORS, alias.unwrap_or(name))).ok()
}

/// The precision that a row names.
pub fn precision(text: &str) -> Option<Precision> {
    let text = text.to_ascii_lowercase();
    PRECISION_SPELLINGS.iter().find(|(part, _)| text.contains(part)).map(|(_, precision)| *precision)
}

/// The format of the other half of the products, where a row names two: `int8/bf16`.
pub fn other_half(text: &str) -> Option<Precision> {
    let (one, other) = text.split_once('/')?;
    let (one, other) = (precision(one)?, precision(other)?);
    (one.bytes() != other.bytes() && !text.contains(' ')).then_some(other)
}

/// The name of a model without what stands in brackets.
fn bare(name: &str) -> &str {
    name.split('(').next().unwrap_or(name).trim()
}

/// The shape of a row's model: the catalogue's, where it has one of that name that does not contradict the row; else
/// a GPT of the dimensions that the row states.
pub fn shape(row: Row) -> Option<Shape> {
    let stated = |column| first(row, column);
    let (layers, hidden) = (stated(&["layers"]), stated(&["hidden"]));
    let agrees = |own: u32, said: Option<f64>| said.is_none_or(|said| f64::from(own) == said);
    let known = row("model")
        .and_then(|name| find(MODELS, bare(name)).ok())
        .and_then(|row| row.shape.as_ref().map(|shape| (row, shape)));
    let known = known.filter(|(_, shape)| agrees(shape.layers, layers) && agrees(shape.hidden, hidden));
    if let Some((row, shape)) = known {
        return Some(Shape::of(shape, &row.evidence));
    }
    if row("arch").is_some_and(|arch| arch.contains("MoE"))
        || row("ep").is_some_and(|degree| !["", "1"].contains(&degree))
    {
        return None;
    }
    of_dimensions(row, whole(layers?)?, whole(hidden?)?)
}

/// The context of a model of the catalogue that is short enough to be the length of its training sequences.
pub fn context(row: Row) -> Option<f64> {
    const LONGEST: u32 = 4096;
    let known = row("model").and_then(|name| find(MODELS, bare(name)).ok())?;
    known.context.filter(|context| *context <= LONGEST).map(f64::from)
}

/// A transformer of the dimensions that a row states. Whether its feed-forward block is gated, its embeddings tied, and its
/// heads as wide as the stream shares out or of the usual width, is what comes nearest to the parameters that the row
/// states; where it states none, a narrow block is gated. The vocabulary is that of Megatron's GPT where the row does not say.
fn of_dimensions(row: Row, layers: u32, hidden: u32) -> Option<Shape> {
    const MEGATRON_VOCABULARY: f64 = 51_200.0;
    const USUAL_HEAD: u32 = 128;
    let heads = whole(number(row, "heads")?)?;
    let plain = hidden.checked_mul(4)?;
    let ffn = number(row, "ffn").and_then(whole).unwrap_or(plain);
    let sequence = whole(first(row, &["seq_len", "seq"])?)?;
    let kv_heads = number(row, "kv_heads").and_then(whole).unwrap_or(heads);
    let vocab = whole(number(row, "vocab").unwrap_or(MEGATRON_VOCABULARY))?;
    let shared = hidden.checked_div(heads)?;
    let of = |head_dim: u32, gated: bool, tied: bool| {
        let shape = ModelShape {
            layers,
            hidden,
            heads,
            kv_heads,
            head_dim,
            attention: Attention::Grouped,
            window: None,
            ffn,
            gated,
            experts: None,
            vocab,
            tied,
            learned_positions: if gated { 0 } else { sequence },
            mtp_layers: 0,
            extra_billions: 0.0,
        };
        let shape = Shape::of(&shape, &GIVEN);
        (shape.check_at(&String::new).is_ok() && shape.check_consistent().is_ok()).then_some(shape)
    };
    let Some(stated) = first(row, &["params_total_b", "params"]) else {
        return of(shared, ffn < plain, ffn >= plain);
    };
    let blocks = [(false, true), (false, false), (true, false), (true, true)];
    let shapes =
        [shared, USUAL_HEAD].into_iter().flat_map(|head| blocks.map(|(gated, tied)| of(head, gated, tied)));
    let distance = |shape: &Shape| (parameters(shape) / (stated * 1e9) - 1.0).abs();
    shapes.flatten().min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

fn parameters(shape: &Shape) -> f64 {
    let run = TrainingRun::of(Model::of_shape("measured", shape.clone()));
    Parts::of(shape).and_then(|parts| parts.total(shape, &run)).map_or(0.0, |work| work.parameters)
}

#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked before"
)]
fn whole(value: f64) -> Option<u32> {
    ((1.0..=1e9).contains(&value) && f64::floor(value) == value).then_some(value as u32)
}

/// All that a row says in words: where it comes from, by which convention, and its notes.
pub fn words(row: Row) -> String {
    const WORDS: [&str; 7] =
        ["source", "set", "model", "id", "flop_convention", "tflops_definition", "notes"];
    let texts: Vec<_> = WORDS.iter().filter_map(|column| row(column)).collect();
    texts.join(" | ").to_ascii_lowercase()
}

/// The year of a row's software: a container's version (`26.02` is February 2026), else the column, else a year in its
/// source's name.
pub fn software_year(row: Row, released: &str) -> f64 {
    let source = row("source").or_else(|| row("set")).unwrap_or_default().to_ascii_lowercase();
    let known = || YEARS.iter().find(|(name, _)| source.contains(name)).map(|(_, year)| *year);
    let spelled = || source.split(|c: char| !c.is_ascii_digit()).find_map(full_year);
    let after_release = || released.get(..4).and_then(full_year).map_or(2024.0, |year| year + 1.0);
    container(&source)
        .or_else(|| number(row, "year"))
        .or_else(known)
        .or_else(spelled)
        .unwrap_or_else(after_release)
}

fn full_year(digits: &str) -> Option<f64> {
    let year = decimal(digits)?;
    (2015.0..=2035.0).contains(&year).then_some(year)
}

/// The date of a container's version.
fn container(source: &str) -> Option<f64> {
    let dated = |part: &str| {
        let (year, month) = part.split_once('.')?;
        let month = month.split('.').next()?;
        let (year, month): (f64, f64) = (decimal(year)?, decimal(month)?);
        ((20.0..=35.0).contains(&year) && (1.0..=12.0).contains(&month)).then(|| 2000.0 + year + month / 12.0)
    };
    source.split(|c: char| !(c.is_ascii_digit() || c == '.')).find_map(dated)
}
