//! The terms that the formulas of a step are made of.

use super::fabric::{exposed, halves};
use crate::quantities::units::{bytes, devices, flop};
use crate::quantities::*;

/// A count as a plain number.
#[must_use]
pub fn count(number: Devices) -> f64 {
    ratio(number, devices(1.0))
}

/// The rate of one device.
#[must_use]
pub fn one(rate: DeviceRate) -> ComputeRate {
    rate * devices(1.0)
}

/// A number shared out; none where there is nothing to share it to.
#[must_use]
pub fn shared_out(number: f64, to: f64) -> f64 {
    if to > 0.0 { number / to } else { 0.0 }
}

/// Tokens attended to as computed: all of the sequence where attention is not fused; else the causal half, and no more
/// than the window in that share of the layers.
#[must_use]
pub fn computed(sequence: f64, fused: f64, window: f64, windowed: f64) -> f64 {
    let causal = sequence / 2.0;
    let within = if window < sequence { window * (1.0 - window / (2.0 * sequence)) } else { causal };
    fused * ((1.0 - windowed) * causal + windowed * within) + (1.0 - fused) * sequence
}

/// The year whose software has a speed of one. Convention.
const TODAY: f64 = 2025.0;
/// The year from which on software grows faster, that of fused attention in every framework: Dao (2023),
/// arXiv:2307.08691. Assumed: before it, growth cannot be told from the devices of each year.
const FUSED: f64 = 2023.0;
/// Assumed: the last year of software that overlaps no communication with computing, and the years in which it learnt to.
const LAST_WITHOUT_OVERLAP: f64 = 2022.0;
const YEARS_TO_OVERLAP: f64 = 2.0;

/// Speed by software of a year, over that of today; what came before fused attention counts as of its year.
#[must_use]
pub fn grown(growth: Share, year: f64) -> f64 {
    libm::pow(1.0 + growth.get(), year.max(FUSED) - TODAY)
}

/// How much of today's overlap software of a year has: none to 2022, all from 2024 on.
#[must_use]
pub fn overlapped(year: f64) -> f64 {
    ((year - LAST_WITHOUT_OVERLAP) / YEARS_TO_OVERLAP).clamp(0.0, 1.0)
}

/// Rate of scores over that of a product: one where attention is not fused; fused kernels grew faster from 2023 on.
#[must_use]
pub fn faster(rate: Share, early: Share, fused: f64, year: f64) -> f64 {
    let grown = ((year - FUSED) / (TODAY - FUSED)).clamp(0.0, 1.0);
    fused * rate.get() * (early.get() + (1.0 - early.get()) * grown) + 1.0 - fused
}

/// Heads of keys and values over a tensor-parallel group: where there are fewer than devices, each has a copy of one.
#[must_use]
pub fn replicated(heads: f64, tensor: f64) -> f64 {
    heads.max(tensor)
}

/// One where no experts are shared, whose outcome would be summed over the tensor-parallel group, else none.
#[must_use]
pub fn unshared(shared_experts: f64) -> f64 {
    if shared_experts > 0.0 { 0.0 } else { 1.0 }
}

/// Time of a matrix product: its FLOPs at the rate, and its three matrices through the memory; none for a matrix without
/// columns.
#[must_use]
pub fn product(rows: f64, inner: f64, columns: f64, rate: ComputeRate, operands: Bandwidth) -> Time {
    if columns <= 0.0 {
        return Time::from_base(0.0);
    }
    flop(2.0 * rows * inner * columns) / rate
        + halves(rows * inner + inner * columns + rows * columns) / operands
}

/// The rank through which queries are compressed, or the width they come from where they are not.
#[must_use]
pub fn wider(rank: f64, hidden: f64) -> f64 {
    if rank > 0.0 { rank } else { hidden }
}

/// Assumed: operators of attention where it is fused, as Megatron-LM launches them: norm, two projections, positions,
/// attention itself, residual, and two of communication; and those more where scores, mask, softmax, dropout and values
/// are one each.
const ATTENTION_OPERATORS: f64 = 8.0;
const UNFUSED_OPERATORS: f64 = 4.0;
/// Assumed: operators of a dense feed-forward block: norm, two products, activation, residual, communication.
const DENSE_OPERATORS: f64 = 6.0;

/// Operators of attention with its norm: more where it is not fused.
#[must_use]
pub fn attention_operators(fused: f64) -> f64 {
    ATTENTION_OPERATORS + UNFUSED_OPERATORS * (1.0 - fused)
}

/// Operators of the dense feed-forward blocks of so many layers.
#[must_use]
pub fn dense_operators(layers: f64) -> f64 {
    DENSE_OPERATORS * layers
}

/// What fused attention does in its backward pass beyond twice the forward pass: five products against two, since it
/// computes the scores again.
///
/// # References
/// - Dao (2023), "FlashAttention-2", arXiv:2307.08691, section 3.1.2
#[must_use]
pub fn fused_backward(fused: f64) -> f64 {
    const PRODUCTS: (f64, f64) = (2.0, 5.0);
    (PRODUCTS.1 / PRODUCTS.0 - 2.0) * fused
}

/// What the loss moves for so many logits. Assumed: written once, read for their largest, for their sum, and for the loss.
#[must_use]
pub const fn logits(number: f64) -> Information {
    const PASSES: f64 = 4.0;
    halves(PASSES * number)
}

/// What the optimizer moves for so many weights: gradient, master copy and two moments read in 32 bit; the last three
/// written, and the weight in 16 bit.
///
/// # References
/// - Rajbhandari et al. (2019), "ZeRO", arXiv:1910.02054, section 3.1: 12 bytes of state a weight
#[must_use]
pub const fn adam(weights: f64) -> Information {
    const STATE: f64 = 12.0;
    const GRADIENT: f64 = 4.0;
    const WEIGHT: f64 = 2.0;
    bytes((GRADIENT + STATE + STATE + WEIGHT) * weights)
}

/// Bytes of an exchanged number over two: tokens go to their experts in the format of the products, and come back in 16
/// bit.
///
/// # References
/// - DeepSeek-AI (2024), "DeepSeek-V3", arXiv:2412.19437, section 3.3.3
#[must_use]
pub const fn dispatched(operand: f64) -> f64 {
    f64::midpoint(operand, 2.0) / 2.0
}

/// The input embedding on the first stage or the output head on the last: whichever weighs more on a device.
#[must_use]
pub fn edges(stages: f64, embeddings: f64) -> f64 {
    if stages > 1.0 { 1.0 } else { embeddings }
}

/// One where there are stages, else none.
#[must_use]
pub fn staged(stages: f64) -> f64 {
    if stages > 1.0 { 1.0 } else { 0.0 }
}

/// By how much a time exceeds another; none where it does not.
#[must_use]
pub fn beyond(time: Time, other: Time) -> Time {
    if time.value > other.value { time - other } else { Time::from_base(0.0) }
}

/// A number, or none where it is less.
#[must_use]
pub fn at_least_none(number: f64) -> f64 {
    number.max(0.0)
}

/// Time of a microbatch on the slowest stage.
///
/// Where the layers divide evenly over the chunks, the last stage has the output head on top. Where they do not, they are
/// spread with the embedding and the head counted as a layer each.
#[must_use]
pub fn slowest_stage(layers: f64, stages: f64, chunks: f64, layer: Time, head: Time) -> Time {
    let parts = stages * chunks;
    let even = layers / parts;
    if f64::floor(even) == even {
        return layer * (layers / stages) + head;
    }
    let most = f64::ceil((layers + 2.0) / parts) * chunks;
    let last = layer * (most - 1.0) + head;
    let full = layer * most;
    if last.value > full.value { last } else { full }
}

/// Microbatches that a last, incomplete round of an interleaved pipeline leaves idle, as a share of a pass each.
#[must_use]
pub fn unfilled(microbatches: f64, stages: f64, chunks: f64) -> f64 {
    let short = f64::ceil(microbatches / stages) * stages - microbatches;
    short * (chunks - 1.0) / chunks
}

/// The part of a communication that computing does not cover, and what the covered part costs the computing.
#[must_use]
pub fn contended(communication: Time, cover: Time, contention: Share) -> Time {
    let shown = exposed(communication, cover);
    shown + (communication - shown) * contention
}

/// How often the weights sweep through the data-parallel group in a step, at two bytes each: gradients and updated
/// weights once; under ZeRO 2 gradients for every microbatch, and under ZeRO 3 weights forward and backward too.
#[must_use]
pub fn sweeps(zero: f64, microbatches: f64) -> f64 {
    match zero {
        3.0.. => 3.0 * microbatches,
        2.0.. => 1.0 + microbatches,
        _ => 2.0,
    }
}

/// How many passes cover a sweep: under ZeRO 3 each has its third of a pass; else what overlap software has.
#[must_use]
pub fn covers(zero: f64, overlap: f64) -> f64 {
    if zero >= 3.0 { 1.0 / 3.0 } else { overlap }
}

/// Bandwidth of gathering weights under ZeRO 3 over what collectives reach: the first software reached a share of it.
#[must_use]
pub fn sharding(zero: f64, maturity: f64, first: Share) -> f64 {
    if zero >= 3.0 { first.get() + (1.0 - first.get()) * (2.0 * maturity).min(1.0) } else { 1.0 }
}

/// Over how many replicas something is sharded, from a ZeRO stage on.
#[must_use]
pub fn sharded(zero: f64, replicas: f64) -> f64 {
    if zero >= 1.0 { replicas } else { 1.0 }
}

/// How often a number of devices doubles from one.
#[must_use]
pub fn doublings(number: Devices) -> f64 {
    libm::log2(count(number).max(1.0))
}
