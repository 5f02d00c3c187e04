//! A step of training against answers that were planted or worked out by hand.

use crate::support::{evaluated, run_of, value, with};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::quantities::units::{bytes, flop, flop_per_second_device, gigabytes_per_second, seconds};
use wattflop::quantities::{Bandwidth, ComputeRate, Measure, Share, Time};
use wattflop::throughput::fabric::{all_to_all, distinct, exposed, gathered, inside, latency, ring};
use wattflop::throughput::terms::{contended, product, slowest_stage, unfilled};

#[track_caller]
fn same(found: f64, expected: f64) {
    assert!((found / expected - 1.0).abs() < 1e-9, "{found} instead of {expected}");
}

/// A run on one device on which nothing takes time but matrix products, at half of the peak.
fn bare() -> Scenario {
    let free = [
        ("cluster.pools.0.count", "1"),
        ("cluster.pools.0.memory_bandwidth", "1e12 TB/s"),
        ("cluster.pools.0.memory", "1e9 GiB"),
        ("run.batch", "8"),
        ("run.fused_attention", "0"),
        ("run.attended", "1"),
        ("efficiency.product", "0.5"),
        ("efficiency.narrow", "0.5"),
        ("efficiency.backward", "2"),
        ("efficiency.launch", "0 s"),
        ("efficiency.fixed", "0 s"),
        ("efficiency.growth", "0"),
    ];
    with(run_of("gpt3-13b", "meta-24k"), &free)
}

fn step(scenario: &Scenario, settings: &[(&str, &str)]) -> Estimate {
    evaluated(scenario.clone(), settings)
}

/// Planted: where products run at half of the peak and nothing else takes time, the MFU is one half.
#[test]
fn a_planted_utilisation_comes_back() {
    let estimate = step(&bare(), &[]);
    same(value(&estimate, "throughput.mfu"), 0.5);
    same(value(&estimate, "step.compute"), value(&estimate, "step.computed"));
}

/// Full recomputation does the forward pass of the layers once more, and not that of the head.
#[test]
fn recomputation_adds_a_forward_pass_of_the_layers() {
    let [plain, again] =
        ["0", "1"].map(|share| step(&bare(), &[("run.recomputed_layers", share), ("efficiency.again", "1")]));
    let more = value(&again, "step.compute") - value(&plain, "step.compute");
    same(more, 8.0 * value(&plain, "step.forward.total"));
}

/// An idle pipeline waits `(p − 1)/v` microbatches: Narayanan et al. (2021), section 2.2, here with equal stages.
#[test]
fn the_bubble_is_that_of_the_paper() {
    let cut = |chunks: &str| {
        let settings = [
            ("cluster.pools.0.count", "4"),
            ("layout.pipeline", "4"),
            ("layout.interleave", chunks),
            ("model.vocab", "1"),
            ("efficiency.straggling", "0"),
            ("cluster.pools.0.scale_up", "1e12 GB/s"),
            ("efficiency.scale_up_latency", "0 s"),
        ];
        step(&bare(), &settings)
    };
    for (chunks, idle) in [("1", 3.0), ("2", 1.5), ("5", 0.6)] {
        let estimate = cut(chunks);
        let share = value(&estimate, "step.idle") / value(&estimate, "step.compute");
        assert!((share / (idle / 8.0) - 1.0).abs() < 1e-5, "{share} with {chunks} chunks");
    }
}

/// Zero-bubble leaves `(p − 1)(F + B − 2W)`; DualPipe `(p/2 − 1)(F&B + B − 3W)`, where F&B is a forward and a backward pass
/// at once: Qi et al. (2023), DeepSeek-AI (2024), table 2.
#[test]
fn schedules_leave_the_bubbles_of_their_papers() {
    let of = |schedule: &str| {
        let cut = [("cluster.pools.0.count", "8"), ("layout.pipeline", "8"), ("layout.schedule", schedule)];
        step(&bare(), &cut)
    };
    let [plain, zero, dual] = ["1f1b", "zero-bubble", "dualpipe"].map(of);
    let part = |path: &str| value(&plain, path);
    let (stage, backward, gradients) =
        (part("step.pass.stage"), part("step.pass.backward"), part("step.pass.gradients"));
    same(value(&zero, "step.idle"), 7.0 * (stage - 2.0 * gradients));
    same(value(&dual, "step.idle"), 3.0 * (stage + backward - 3.0 * gradients));
    assert_eq!([value(&plain, "memory.copies"), value(&dual, "memory.copies")], [1.0, 2.0]);
    same(value(&dual, "memory.weights"), 2.0 * value(&plain, "memory.weights"));
    assert!(value(&zero, "step.idle") < value(&plain, "step.idle"));
}

/// The efficiency of a product saturates as `x/(x + x_half)` of its arithmetic intensity: one half where its FLOPs take as
/// long as its operands.
#[test]
fn a_product_saturates_with_its_size() {
    let rate: ComputeRate = flop_per_second_device(1e12) * wattflop::quantities::units::devices(1.0);
    let operands = gigabytes_per_second(1.0);
    let intensity = |size: f64| 2.0 * size * size * size / (6.0 * size * size);
    let efficiency = |size: f64| {
        (flop(2.0 * size * size * size) / rate).base() / product(size, size, size, rate, operands).base()
    };
    let half = 1e12 / 1e9;
    for size in [10.0, 300.0, 3000.0, 1e5] {
        same(efficiency(size), intensity(size) / (intensity(size) + half));
    }
    same(efficiency(3.0 * half), 0.5);
}

const NEAR: Bandwidth = gigabytes_per_second(400.0);
const FAR: Bandwidth = gigabytes_per_second(50.0);

/// Eight devices of a server share eight links; four of them share four; a group that stands a server apart has one each.
#[test]
fn a_ring_is_as_fast_as_its_slowest_link() {
    for (ranks, stride, expected) in
        [(8.0, 1.0, NEAR), (16.0, 1.0, NEAR), (16.0, 2.0, FAR * 4.0), (16.0, 8.0, FAR), (2.0, 4.0, NEAR)]
    {
        same(ring(ranks, stride, 8.0, NEAR, FAR).base(), expected.base());
    }
    assert_eq!(inside(16.0, 2.0, 8.0), 4.0);
    assert_eq!(inside(4.0, 2.0, 8.0), 4.0);
    let [near, far] = [seconds(1.0), seconds(10.0)];
    same(latency(64.0, 1.0, 8.0, near, far).base(), 3.0 + 3.0 * 10.0);
    same(gathered(bytes(800.0), 8.0).base(), 700.0);
}

/// Eight copies of a token over 8 domains hit `8·(1 − (7/8)⁸) = 5.251` of them, one in eight its own.
#[test]
fn tokens_cross_the_network_once_for_each_domain() {
    same(distinct(8.0, 8.0), 5.251_128_673_553_467);
    let time = all_to_all(bytes(1e9), 8.0, 64.0, 8.0, NEAR, FAR).base();
    same(time, 8e9 * (63.0 / 64.0) / 400e9 + 1e9 * 5.251_128_673_553_467 * (7.0 / 8.0) / 50e9);
    assert_eq!(all_to_all(bytes(1e9), 8.0, 1.0, 1.0, NEAR, FAR), Time::from_base(0.0));
}

/// Communication that as much computing covers shows by half; what hides slows the computing.
#[test]
fn computing_hides_communication_in_part() {
    let second = seconds(1.0);
    same(exposed(second, second).base(), 0.5);
    same(exposed(second, seconds(0.0)).base(), 1.0);
    same(contended(second, second, Share::new(0.2)).base(), 0.5 + 0.5 * 0.2);
}

/// 126 layers over 16 stages stand as 128 places: the last stage has 7 and the head. 105 over 35 stand evenly.
#[test]
fn layers_that_do_not_divide_share_places_with_embedding_and_head() {
    let (layer, head) = (seconds(1.0), seconds(0.4));
    same(slowest_stage(126.0, 16.0, 1.0, layer, head).base(), 8.0);
    same(slowest_stage(105.0, 35.0, 3.0, layer, head).base(), 3.4);
    same(slowest_stage(126.0, 16.0, 8.0, layer, seconds(1.5)).base(), 8.5);
    same(unfilled(10.0, 4.0, 2.0), 1.0);
    assert_eq!(unfilled(12.0, 4.0, 2.0), 0.0);
}

/// A run of which only the compute is published is timed too, and its batch is not lost in silence.
#[test]
fn an_estimated_compute_is_worked_off_at_the_rate_of_the_steps() {
    let cut = [
        ("cluster.pools.0.count", "64"),
        ("run.batch", "256"),
        ("layout.expert", "8"),
        ("layout.pipeline", "2"),
    ];
    let estimate = evaluated(run_of("mixtral-8x7b", "meta-24k"), &cut);
    let rate = value(&estimate, "work.compute") / value(&estimate, "throughput.sustained");
    same(value(&estimate, "duration"), rate / value(&estimate, "goodput"));
    assert!(estimate.stages.step.is_some());
}
