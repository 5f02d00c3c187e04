//! How long the library takes, from one figure to a whole document.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark of what is not there should fail"
)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::ops::ControlFlow;
use wattflop::analysis::plan::{Mode, Planned, plan};
use wattflop::analysis::{
    Goal, InputRow, Sampling, Sweep, compare, figures, inputs, sensitivity, set, solve, uncertainty, why,
};
use wattflop::catalogue::{ACCELERATORS, Precision, find};
use wattflop::cluster::{Cluster, Pool};
use wattflop::document::{Node, read, result};
use wattflop::estimate::{Scenario, operate, serve, train};
use wattflop::quantities::units;
use wattflop::report::chart::{Look, of_comparison};
use wattflop::report::tree::{LEGIBLE, tree};
use wattflop::report::{Locale, explain};
use wattflop::throughput::PoolCount;
use wattflop::throughput::efficiency::{Class, Efficiency};
use wattflop::throughput::serving::{self, Served};
use wattflop::throughput::step::{Setting, Step};
use wattflop::workload::{Model, Operation, Parallel, Parts, ServingLoad, TrainingRun};

fn cluster(id: &str) -> Cluster {
    Cluster::preset(id).expect("a named cluster")
}

fn run(model: &str) -> TrainingRun {
    TrainingRun::of(Model::preset(model).expect("a named model"))
}

/// A model in service whose layout and batch are given.
fn served(model: &str) -> ServingLoad {
    ServingLoad::of(Model::preset(model).expect("a named model"))
        .with_tensor(8.0)
        .with_pipeline(2.0)
        .with_batch(16.0)
}

fn year(id: &str) -> Scenario {
    Scenario::operation(Operation::year(), cluster(id))
}

/// A scenario as a page gives it.
fn document() -> Node {
    Node::table(vec![
        ("cluster", "xai-gigafactory".into()),
        ("model", "grok-2".into()),
        ("site", Node::table(vec![("electricity", "0.05..0.09 USD/kWh".into())])),
    ])
}

fn estimates(c: &mut Criterion) {
    let gigafactory = cluster("xai-gigafactory");
    c.bench_function("operate xai-gigafactory", |b| b.iter(|| operate(black_box(&gigafactory))));
    let (grok, small) = (run("grok-2"), cluster("grok-2-cluster"));
    c.bench_function("train grok-2 by its compute", |b| b.iter(|| train(black_box(&grok), &small)));
    let grok = served("grok-1");
    c.bench_function("serve grok-1", |b| b.iter(|| serve(black_box(&grok), &gigafactory)));
    replica(c, &grok, &gigafactory);
    let (llama, meta) = (run("llama3.1-405b"), cluster("meta-24k"));
    c.bench_function("train llama3.1-405b by its shape", |b| b.iter(|| train(black_box(&llama), &meta)));
}

/// A replica at work, and what all of them give, without power and cost.
fn replica(c: &mut Criterion, load: &ServingLoad, cluster: &Cluster) {
    let estimate = serve(load, cluster).expect("a result");
    let Scenario { task, serving_efficiency, .. } = &estimate.scenario;
    let load = task.load().expect("a service");
    let model = load.model().shape().expect("a shape");
    let parts = Parts::of(model).expect("its parts");
    let (pool, reached) =
        (&estimate.scenario.cluster.pools()[0], serving_efficiency.as_deref().expect("rates"));
    let setting = serving::Setting { model, parts, load, pool, reached };
    let size = PoolCount { devices: units::devices(1e5) };
    let both = |setting: &serving::Setting| Served::of(setting)?.service(setting.load, size);
    c.bench_function("serve grok-1, throughput alone", |b| b.iter(|| both(black_box(&setting))));
}

fn analyses(c: &mut Criterion) {
    let estimate = year("xai-gigafactory").evaluate().expect("an estimate");
    c.bench_function("figures with ranges", |b| b.iter(|| figures(black_box(&estimate))));
    let sides = [year("xai-gigafactory"), year("stargate-10gw")];
    c.bench_function("compare two presets", |b| b.iter(|| compare(black_box(&sides))));
    c.bench_function("explain cost.annuity.total", |b| {
        b.iter(|| explain(black_box(&estimate), "cost.annuity.total", Locale::En));
    });
}

/// The ledger is made on demand: an evaluation carries nothing of it, so the first two are the same. A chart is drawn from
/// figures that are there.
fn ledger_and_charts(c: &mut Criterion) {
    let gigafactory = year("xai-gigafactory");
    c.bench_function("evaluate, the ledger unused", |b| {
        b.iter(|| black_box(&gigafactory).clone().evaluate())
    });
    let estimate = gigafactory.clone().evaluate().expect("an estimate");
    let opened = explain(&estimate, "cost.annuity.total", Locale::En).expect("a figure");
    c.bench_function("evaluate, a ledger open", |b| {
        b.iter(|| {
            black_box(&opened);
            black_box(&gigafactory).clone().evaluate()
        });
    });
    c.bench_function("open a tree of 30 terms", |b| {
        b.iter(|| tree(black_box(&estimate), "cost.annuity.total", LEGIBLE))
    });
    let sides = compare(&[year("xai-gigafactory"), year("stargate-10gw")]).expect("a comparison");
    let chart = of_comparison(&sides, Locale::En);
    c.bench_function("draw a comparison as SVG", |b| b.iter(|| black_box(&chart).svg(&Look::default())));
}

fn documents(c: &mut Criterion) {
    let document = document();
    c.bench_function("read a scenario", |b| b.iter(|| read(black_box(&document))));
    c.bench_function("read, evaluate and write a result", |b| {
        b.iter(|| {
            let estimate = read(black_box(&document))?.evaluate()?;
            Ok::<_, wattflop::error::Error>(result(&estimate, Locale::En))
        });
    });
}

/// A run of a model in a batch on so many H100, ready to be searched.
fn searched(model: &str, devices: u32, batch: u32) -> Scenario {
    let mut scenario = Scenario::training(run(model), cluster("xai-gigafactory"));
    for (path, value) in [("cluster.pools.0.count", devices), ("run.batch", batch)] {
        set(&mut scenario, path, &value.to_string()).expect("an input");
    }
    scenario
}

fn search(scenario: &Scenario, mode: Mode) -> Planned {
    plan(scenario.clone(), mode, &mut |_| ControlFlow::Continue(())).expect("a plan")
}

/// Timed on its own: a layout, with its memory. Searched: the whole space, counted by the layouts that are timed.
fn layouts(c: &mut Criterion) {
    let model = Model::preset("llama3.1-405b").expect("a named model");
    let shape = model.shape().expect("a shape").clone();
    let devices = units::devices(16_384.0);
    let cut = Parallel::uncut().with_tensor(8.0).with_pipeline(16.0);
    let timed = TrainingRun::of(model).with_batch(2048.0).with_layout(cut);
    let accelerator = find(ACCELERATORS, "h100-sxm").expect("a named accelerator");
    let (pool, parts) = (Pool::of(accelerator, 16_384.0), Parts::of(&shape).expect("parts"));
    let efficiency = Efficiency::calibrated(accelerator, Precision::Bf16, Class::Dense);
    let (run, size) = (&timed, PoolCount { devices });
    let setting = Setting { model: &shape, parts: &parts, run, pool: &pool, efficiency: &efficiency, size };
    c.bench_function("one layout of llama3.1-405b", |b| {
        b.iter(|| Step::of(black_box(&setting), run.layout()))
    });

    let mut group = c.benchmark_group("search");
    for (name, devices, batch) in [("gpt3-175b", 1024, 1536), ("deepseek-v3", 2048, 15_360)] {
        let scenario = searched(name, devices, batch);
        let plan = search(&scenario, Mode::Exhaustive).plan;
        group.throughput(Throughput::Elements(u64::from(plan.timed)));
        group.bench_function(format!("exhaustive, {name} on {devices}, layouts timed"), |b| {
            b.iter(|| search(black_box(&scenario), Mode::Exhaustive));
        });
    }
    for name in ["megatron-gpt-1008b", "kimi-k2"] {
        let scenario = searched(name, 100_000, 6144);
        group.throughput(Throughput::Elements(1));
        group.bench_function(format!("pruned, {name} on 100,000"), |b| {
            b.iter(|| search(black_box(&scenario), Mode::Pruned));
        });
    }
    group.finish();
}

/// Solved for: one input of a year and of a run. Split: a difference. Swept: cells by the second, four figures each.
fn answers(c: &mut Criterion) {
    let gigafactory = year("xai-gigafactory");
    let grok = Scenario::training(run("grok-2"), cluster("grok-2-cluster"));
    let afford = Goal::at_most("cost.annuity.per_device_hour", "2 USD/device-h");
    c.bench_function("solve for the price of electricity", |b| {
        b.iter(|| solve(black_box(&gigafactory), "site.electricity", &afford, None));
    });
    let soon = Goal::at_most("duration", units::days(90.0));
    c.bench_function("solve for the devices of a run", |b| {
        b.iter(|| solve(black_box(&grok), "cluster.pools.0.count", &soon, None));
    });
    let sides = compare(&[gigafactory.clone(), year("stargate-10gw")]).expect("a comparison").sides;
    c.bench_function("split the difference of two presets", |b| {
        b.iter(|| why(black_box(&sides[0]), &sides[1], "cost.annuity.total"));
    });
    let over = [("site.pue", "1.05..1.5 in 100"), ("site.electricity", "0.02..0.2 USD/kWh in 100")];
    let figures = ["power.facility.peak", "energy.facility", "carbon.operational", "cost.annuity.total"];
    let sweep = Sweep::of(&gigafactory, &over, &figures).expect("a sweep");
    let mut group = c.benchmark_group("sweep");
    group.throughput(Throughput::Elements(sweep.cells()));
    group.bench_function("xai-gigafactory, cells", |b| {
        b.iter(|| black_box(&sweep).columns(&mut |_| ControlFlow::Continue(())));
    });
    group.finish();
}

/// A training run of which so many inputs are in doubt: the first of those of the catalogue, the others at their centre.
fn in_doubt(model: &str, id: &str, count: usize) -> Scenario {
    let mut scenario = Scenario::training(run(model), cluster(id));
    let estimate = scenario.clone().evaluate().expect("an estimate");
    let moves = |row: &InputRow| !row.belief.is_exact() && !row.path.starts_with("efficiency.");
    for row in inputs(&estimate.scenario).iter().filter(|row| row.value.is_some() && moves(row)).skip(count) {
        let (factor, symbol) =
            row.input.kind.units().next().map_or((1.0, ""), |unit| (unit.factor, unit.symbol));
        let centre = format!("{:e} {symbol}", row.value.unwrap_or_default() / factor);
        set(&mut scenario, &row.path, &centre).expect("an input");
    }
    scenario
}

/// Sampled on one thread: the draws, the evaluation of each, and the quantiles of the figures.
fn samples(c: &mut Criterion) {
    let scenario = in_doubt("llama3.1-405b", "meta-24k", 32);
    let paths: Vec<_> = figures(&scenario.clone().evaluate().expect("an estimate"))
        .into_iter()
        .filter(|row| row.range.low < row.range.high)
        .map(|row| row.path)
        .collect();
    // Every fourth or so, so that all stages are among them.
    let sixty: Vec<_> = paths.iter().step_by(paths.len() / 60).take(60).map(String::as_str).collect();
    let mut group = c.benchmark_group("uncertainty");
    group.sample_size(10);
    for (samples, name) in [(2_048, "2,048"), (100_000, "100,000")] {
        let ask = Sampling::new().with_samples(samples).of(&sixty);
        let draw = || uncertainty(black_box(&scenario), &ask, &mut |_| ControlFlow::Continue(()));
        let drawn = draw().expect("what was drawn");
        let title = format!("{name} samples, {} inputs, {} figures", drawn.inputs, drawn.figures.len());
        group.bench_function(title, |b| b.iter(draw));
    }
    let path = "cost.annuity.total";
    group.bench_function("sensitivity, 1,024 points", |b| {
        b.iter(|| sensitivity(black_box(&scenario), path, 1_024, 0, &mut |_| ControlFlow::Continue(())));
    });
    group.finish();
}

criterion_group!(speed, estimates, analyses, answers, ledger_and_charts, documents, layouts, samples);
criterion_main!(speed);
