//! Korthikanti et al. (2022), "Reducing Activation Recomputation in Large Transformer Models", arXiv:2205.05198,
//! appendix A; Narayanan et al. (2021), arXiv:2104.04473, equations 2 and 3.

use super::measured::errors;
use crate::support::close;
use wattflop::catalogue::{ACCELERATORS, MODELS, ModelShape, Precision, find};
use wattflop::cluster::Pool;
use wattflop::quantities::Measure;
use wattflop::quantities::units::{devices, tokens};
use wattflop::throughput::PoolCount;
use wattflop::throughput::efficiency::{Class, Efficiency};
use wattflop::throughput::memory::Memory;
use wattflop::throughput::step::{Setting, Step};
use wattflop::workload::{AttentionCount, Model, Parallel, Parts, ShapeWork, TrainingRun, Work};

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
    Work::of(&run).and_then(|work| work.shape().copied()).unwrap_or_else(|| panic!("{id} has no shape")).total
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

/// The memory of a device in the layouts of table 3: tensor parallel over 8, pipelined, one replica.
fn memory(
    id: &str,
    pipeline: f64,
    chunks: f64,
    microbatch: f64,
    sequence_parallel: f64,
    attention: f64,
) -> Memory {
    let accelerator = find(ACCELERATORS, "a100-sxm-80").unwrap();
    let size = PoolCount { devices: devices(8.0 * pipeline) };
    let layout = Parallel::uncut().with_tensor(8.0).with_pipeline(pipeline).with_interleave(chunks);
    let layout = layout.with_microbatch(microbatch).with_sequence_parallel(sequence_parallel).with_zero(0.0);
    let model = Model::preset(id).unwrap();
    let shape = model.shape().unwrap().clone();
    let run = TrainingRun::of(model).with_sequence(SEQUENCE).with_batch(microbatch * 8.0 * pipeline);
    let run =
        run.with_fused_attention(0.0).with_recomputed_attention(attention).with_precision(Precision::Fp16);
    let efficiency = Efficiency::calibrated(accelerator, Precision::Fp16, Class::Early);
    let (pool, parts) = (Pool::of(accelerator, 8.0 * pipeline), Parts::of(&shape).unwrap());
    let setting =
        Setting { model: &shape, parts: &parts, run: &run, pool: &pool, efficiency: &efficiency, size };
    Step::of(&setting, &layout).unwrap().memory.unwrap()
}

/// Figures 1 and 7: GiB of a device for parameters and optimizer, for activations without recomputation, and with
/// sequence parallelism and selective recomputation.
#[test]
fn memory_of_a_device() {
    const GIB: f64 = 1_073_741_824.0;
    let published = [
        ("megatron-gpt-22b", 1.0, 1.0, 4.0, 45.56, 59.25, 9.56),
        ("megatron-gpt-175b", 8.0, 3.0, 1.0, 45.56, 66.84, 12.35),
        ("megatron-gpt-529.6b", 35.0, 3.0, 1.0, 31.64, 114.02, 23.08),
        ("megatron-gpt-1008b", 64.0, 1.0, 1.0, 32.96, 131.25, 26.56),
    ];
    let (mut states, mut kept) = (Vec::new(), Vec::new());
    for (id, pipeline, chunks, microbatch, state, activations, selective) in published {
        let plain = memory(id, pipeline, chunks, microbatch, 0.0, 0.0);
        let spare = memory(id, pipeline, chunks, microbatch, 1.0, 1.0);
        states.push(off((plain.weights + plain.gradients + plain.optimizer).base() / GIB, state));
        kept.extend([off(plain.kept.base() / GIB, activations), off(spare.kept.base() / GIB, selective)]);
    }
    // The paper shares weights out evenly; ours are those of the first stage, which holds the embedding.
    assert!(mean(&states) <= 5.0, "parameters and optimizer: {states:?} % off");
    assert!(mean(&kept) <= 3.0, "activations: {kept:?} % off");
}

/// How far a value lies off, in per cent.
fn off(value: f64, published: f64) -> f64 {
    100.0 * (value / published - 1.0).abs()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Table 5 and section 6.3: step times of the four models, with full and with selective recomputation.
#[test]
fn step_times() {
    let errors = errors("step_times.csv", "Korthikanti2022", "step_time");
    assert!(errors.mape <= 5.0, "{errors:?}");
}
