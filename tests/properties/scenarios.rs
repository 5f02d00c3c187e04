//! Scenarios at random: a named cluster or a mix of pools, a year or a run, and some inputs changed.

use crate::support::{run_of, service_of, with, written, year_of};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed};
use std::fmt;
use wattflop::analysis::{InputRow, inputs, set};
use wattflop::catalogue::{ACCELERATORS, CLUSTERS, MODELS};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::estimate::{Estimate, Scenario, Task};
use wattflop::workload::Operation;

/// So many cases, the same on every run; `PROPTEST_RNG_SEED` takes others.
pub fn checks(cases: u32) -> Config {
    let given = Config::default();
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(202_611) } else { given.rng_seed };
    Config { cases, rng_seed, failure_persistence: None, max_global_rejects: 20 * cases, ..given }
}

fn ids<R: wattflop::catalogue::Row>(rows: &'static [R]) -> Vec<&'static str> {
    rows.iter().map(R::id).collect()
}

/// A mix of up to three pools, for a year.
fn mix() -> impl Strategy<Value = Scenario> {
    let accelerators: Vec<_> = ACCELERATORS.iter().filter(|row| row.tdp.is_some()).collect();
    let pool =
        (select(accelerators), 1_u32..1_000_000).prop_map(|(row, count)| Pool::of(row, f64::from(count)));
    prop::collection::vec(pool, 1..4).prop_map(|pools| {
        let cluster = Cluster::of("mix", pools, Site::preset("usa").unwrap());
        Scenario::operation(Operation::year(), cluster)
    })
}

/// A run that is timed step by step, in a layout that divides.
fn timed() -> impl Strategy<Value = Scenario> {
    let models =
        ["gpt3-13b", "llama3-8b", "llama3-70b", "mixtral-8x7b", "deepseek-v2", "gemma3-27b", "qwen3-30b-a3b"];
    let devices = ["a100-sxm-80", "h100-sxm", "gb200", "tpu-v5p", "mi300x", "trainium1"];
    let degrees = (0_u32..4, 0_u32..3, 0_u32..6, 0_u32..2, 0_u32..4);
    (select(models.to_vec()), select(devices.to_vec()), degrees).prop_map(
        |(model, device, (t, p, d, b, zero))| {
            let [tensor, pipeline, replicas, microbatch] = [t, p, d, b].map(|power| 1_u32 << power);
            let settings = [
                ("cluster.pools.0.accelerator", device.to_owned()),
                ("cluster.pools.0.count", (tensor * pipeline * replicas).to_string()),
                ("run.batch", (replicas * microbatch * pipeline * 2).to_string()),
                ("layout.tensor", tensor.to_string()),
                ("layout.pipeline", pipeline.to_string()),
                ("layout.microbatch", microbatch.to_string()),
                ("layout.zero", zero.to_string()),
            ];
            let settings = settings.each_ref().map(|(path, value)| (*path, value.as_str()));
            with(run_of(model, "meta-24k"), &settings)
        },
    )
}

/// A model in service, with a demand or without.
fn served() -> impl Strategy<Value = Scenario> {
    let models = ["llama3.1-8b", "llama3.1-70b", "grok-1", "deepseek-v3", "gemma3-27b", "qwen3-30b-a3b"];
    let devices = ["h100-sxm", "b200-sxm", "gb200", "mi300x", "tpu-v6e"];
    let demands = [("serving.trough", "0.5"), ("serving.users", "2000"), ("serving.requests", "50 /s")];
    (select(models.to_vec()), select(devices.to_vec()), select(demands.to_vec())).prop_map(
        |(model, device, demand)| {
            with(service_of(model, "meta-24k"), &[("cluster.pools.0.accelerator", device), demand])
        },
    )
}

fn plain() -> impl Strategy<Value = Scenario> {
    let clusters = || select(ids(CLUSTERS));
    prop_oneof![
        clusters().prop_map(year_of),
        (select(ids(MODELS)), clusters()).prop_map(|(model, cluster)| run_of(model, cluster)),
        mix(),
        timed(),
        served(),
        clusters().prop_map(|id| with(year_of(id), &[("site.supply", "memphis-2024")])),
    ]
}

/// Another value for an input: so many times what it was, within its domain.
fn scaled(row: &InputRow, factor: f64) -> Option<f64> {
    let domain = row.input.domain;
    let value = (row.value? * factor).clamp(domain.min, domain.max);
    Some(if domain.whole { value.floor().max(domain.min) } else { value })
}

/// Something random, shown by how it was made.
#[derive(Clone)]
pub struct Made<T> {
    pub it: T,
    how: Vec<String>,
}

impl<T> fmt::Debug for Made<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.how.join(", "))
    }
}

impl Made<Scenario> {
    fn of(scenario: Scenario) -> Self {
        let pools: Vec<_> = scenario.cluster.pools().iter().map(|pool| pool.accelerator().id).collect();
        let task = match &scenario.task {
            Task::Operation(_) => "a year".to_owned(),
            Task::Training(run) => format!("a run of {}", run.model().name()),
            Task::Serving(load) => format!("a service of {}", load.model().name()),
        };
        let how = vec![format!("{task} on {} with {pools:?}", scenario.cluster.name())];
        Self { it: scenario, how }
    }

    /// Changes the input that an index falls on, where it has a value.
    fn change(mut self, index: Index, factor: f64) -> Self {
        let rows = inputs(&self.it);
        let row = index.get(&rows);
        // A dimension that contradicts another is refused when the scenario is evaluated.
        let Some(value) = scaled(row, factor).filter(|_| !row.path.starts_with("model.")) else {
            return self;
        };
        let text = written(row.input.kind, value);
        set(&mut self.it, &row.path, &text).unwrap_or_else(|error| panic!("{error}"));
        self.how.push(format!("{} = {text}", row.path));
        self
    }
}

/// A scenario with up to six inputs changed.
pub fn scenarios() -> impl Strategy<Value = Made<Scenario>> {
    let changes = prop::collection::vec((any::<Index>(), 0.2..5.0), 0..7);
    (plain(), changes).prop_map(|(scenario, changes)| {
        changes.into_iter().fold(Made::of(scenario), |made, (index, factor)| made.change(index, factor))
    })
}

/// The result of a scenario that has one.
pub fn results() -> impl Strategy<Value = Made<Estimate>> {
    let evaluated = |made: Made<Scenario>| Some(Made { it: made.it.evaluate().ok()?, how: made.how });
    scenarios().prop_filter_map("nothing is missing", evaluated)
}
