//! Korthikanti et al. (2022), "Reducing Activation Recomputation in Large Transformer Models", arXiv:2205.05198,
//! appendix A; Narayanan et al. (2021), arXiv:2104.04473, equations 2 and 3.

use crate::support::close;
use wattflop::catalogue::{MODELS, ModelShape, find};
use wattflop::quantities::Measure;
use wattflop::quantities::units::tokens;
use wattflop::workload::{AttentionCount, Model, ShapeWork, TrainingRun, Work};

const SEQUENCE: f64 = 2_048.0;
/// The four models of the paper.
const MODELS_OF_THE_PAPER: [&str; 4] =
    ["megatron-gpt-22b", "megatron-gpt-175b", "megatron-gpt-529.6b", "megatron-gpt-1008b"];

fn shape(id: &str) -> ModelShape {
    find(MODELS, id).unwrap().shape.unwrap()
}

fn work(id: &str) -> ShapeWork {
    work_recomputing(id, 0.0, 0.0)
}

fn work_recomputing(id: &str, layers: f64, attention: f64) -> ShapeWork {
    let run = TrainingRun::of(Model::preset(id).unwrap()).with_tokens(tokens(1.0)).with_sequence(SEQUENCE);
    let run = run.with_attention_count(AttentionCount::Full);
    let run = run.with_recomputed_layers(layers).with_recomputed_attention(attention);
    let Some(Work::Shape { total, .. }) = Work::of(&run) else { panic!("{id} has no shape") };
    total
}

/// `72·B·s·L·h²·(1 + s/(6h) + V/(12·L·h))` FLOPs an iteration, here by token.
#[test]
fn training_flops_of_a_gpt() {
    for id in MODELS_OF_THE_PAPER {
        let ModelShape { layers, hidden, vocab, .. } = shape(id);
        let [l, h, v] = [layers, hidden, vocab].map(f64::from);
        let published = 72.0 * l * h * h * (1.0 + SEQUENCE / (6.0 * h) + v / (12.0 * l * h));
        close(work(id).training.base(), published, 0.5);
    }
}

/// `12·L·h²·(1 + 13/(12h) + (V + s)/(12·L·h))` parameters; norms and biases are not in ours.
#[test]
fn parameters_of_a_gpt() {
    for id in MODELS_OF_THE_PAPER {
        let ModelShape { layers, hidden, vocab, .. } = shape(id);
        let [l, h, v] = [layers, hidden, vocab].map(f64::from);
        let published = 12.0 * l * h * h * (1.0 + 13.0 / (12.0 * h) + (v + SEQUENCE) / (12.0 * l * h));
        close(work(id).parameters, published, 1.0);
    }
}

/// `96·B·s·L·h²·(1 + s/(6h) + V/(16·L·h))` FLOPs an iteration under full recomputation (Narayanan, equation 3): the
/// hardware's, while the model's stay what they are.
#[test]
fn hardware_flops_under_full_recomputation() {
    for id in MODELS_OF_THE_PAPER {
        let ModelShape { layers, hidden, vocab, .. } = shape(id);
        let [l, h, v] = [layers, hidden, vocab].map(f64::from);
        let published = 96.0 * l * h * h * (1.0 + SEQUENCE / (6.0 * h) + v / (16.0 * l * h));
        let work = work_recomputing(id, 1.0, 0.0);
        close(work.hardware.base(), published, 0.5);
        assert_eq!(work.training, self::work(id).training, "{id}");
    }
}

/// Selective recomputation computes scores and values once more: `72·…·(1 + s/(6h) + V/(12·L·h)) + 4·L·s·h` by token.
#[test]
fn hardware_flops_under_selective_recomputation() {
    for id in MODELS_OF_THE_PAPER {
        let ModelShape { layers, hidden, .. } = shape(id);
        let [l, h] = [layers, hidden].map(f64::from);
        let more = work_recomputing(id, 0.0, 1.0).hardware.base() - work(id).hardware.base();
        close(more, 4.0 * l * SEQUENCE * h, 1e-6);
    }
}
