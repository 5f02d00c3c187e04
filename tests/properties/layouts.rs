//! What holds of every layout: parts sum, more of anything never slows a step where it should not, and the pruned search
//! finds what the exhaustive one does.

use super::scenarios::checks;
use crate::support::{run_of, with};
use proptest::prelude::*;
use proptest::sample::select;
use std::ops::ControlFlow;
use wattflop::analysis::plan::{Mode, Plan, Rejection, plan};
use wattflop::estimate::Scenario;
use wattflop::quantities::Measure;
use wattflop::throughput::step::Step;

/// A run of a model on devices of a kind, so many, in a batch.
fn scenario(model: &str, accelerator: &str, devices: u32, batch: u32, precision: &str) -> Scenario {
    let settings = [
        ("cluster.pools.0.accelerator", accelerator),
        ("cluster.pools.0.count", &devices.to_string()),
        ("run.batch", &batch.to_string()),
        ("run.precision", precision),
    ];
    with(run_of(model, "meta-24k"), &settings)
}

fn searched(scenario: Scenario, mode: Mode) -> Plan {
    plan(scenario, mode, &mut |_| ControlFlow::Continue(())).unwrap_or_else(|error| panic!("{error}")).plan
}

fn runs() -> impl Strategy<Value = (&'static str, &'static str, u32, u32)> {
    let models =
        ["gpt3-175b", "llama3-8b", "llama3-70b", "mixtral-8x7b", "deepseek-v3", "qwen3-30b-a3b", "gpt2-xl"];
    let accelerators = ["a100-sxm-80", "h100-sxm", "gb200", "tpu-v5p", "mi300x"];
    (select(models.to_vec()), select(accelerators.to_vec()), 3_u32..11, 0_u32..4, 1_u32..4, 0_u32..3)
        .prop_map(|(model, accelerator, power, more, odd, spare)| {
            let devices = odd * (1 << power);
            (model, accelerator, devices + spare, devices * (1 << more))
        })
}

proptest! {
    #![proptest_config(checks(40))]

    /// What is left out could not have been among the best.
    #[test]
    fn the_pruned_search_finds_what_the_exhaustive_one_does((model, accelerator, devices, batch) in runs()) {
        let of = |mode| searched(scenario(model, accelerator, devices, batch, "bf16"), mode);
        let (pruned, whole) = (of(Mode::Pruned), of(Mode::Exhaustive));
        prop_assert_eq!(&pruned.best, &whole.best);
        prop_assert!(pruned.timed <= whole.timed && whole.pruned == 0.0);
        for plan in [&pruned, &whole] {
            let untimed = plan.rejected.iter().filter(|(reason, _)| *reason != Rejection::Memory);
            let untimed: f64 = untimed.map(|(_, count)| count).sum();
            prop_assert_eq!(untimed + f64::from(plan.timed) + plan.pruned, plan.space, "every layout is counted once");
        }
    }

    /// The parts of a step sum to it, none is negative, and the best come first and fit.
    #[test]
    fn parts_sum_to_the_step((model, accelerator, devices, batch) in runs()) {
        let plan = searched(scenario(model, accelerator, devices, batch, "bf16"), Mode::Pruned);
        let mut last = 0.0;
        for found in &plan.best {
            let Step { time, memory, .. } = &found.step;
            let parts = [
                time.compute, time.imbalance, time.tensor, time.context, time.expert, time.pipeline, time.data,
                time.idle, time.optimizer, time.fixed, time.straggling,
            ];
            let parts = parts.map(Measure::base);
            prop_assert!(parts.iter().all(|part| *part >= -1e-12), "{:?}", parts);
            let sum: f64 = parts.iter().sum();
            prop_assert!((sum / time.computed.base() - 1.0).abs() < 1e-12);
            prop_assert!(time.computed.base() >= last && memory.unwrap().headroom.base() >= 0.0);
            last = time.computed.base();
        }
    }

    /// A faster fabric, memory or device never makes the best layout slower.
    #[test]
    fn faster_parts_slow_nothing((model, accelerator, devices, batch) in runs(), part in select(vec!["scale_up", "scale_out", "memory_bandwidth", "peak"])) {
        let best = |scenario| searched(scenario, Mode::Pruned).best.first().map(|found| found.step.time.total.base());
        let plain = scenario(model, accelerator, devices, batch, "bf16");
        let path = format!("cluster.pools.0.{part}");
        let row = crate::support::input(&plain.clone(), &path);
        let doubled = crate::support::written(row.input.kind, 2.0 * row.value.unwrap());
        let (before, after) = (best(plain.clone()), best(with(plain, &[(&path, &doubled)])));
        prop_assert!(before.is_none() || after.unwrap() <= before.unwrap() * (1.0 + 1e-12), "{before:?} {after:?}");
    }
}

/// A search can be broken off, and says so.
#[test]
fn a_search_can_be_cancelled() {
    let mut calls = 0;
    let scenario = scenario("llama3-70b", "h100-sxm", 1024, 1024, "bf16");
    let plan = plan(scenario, Mode::Exhaustive, &mut |share| {
        assert!((0.0..=1.0).contains(&share));
        calls += 1;
        if calls > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(plan.unwrap().plan.cancelled && calls == 4);
}
