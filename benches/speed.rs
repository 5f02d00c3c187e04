//! How long the library takes, from one figure to a whole document.
#![allow(clippy::expect_used, missing_docs, reason = "a benchmark of what is not there should fail")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use wattflop::analysis::{compare, figures};
use wattflop::cluster::Cluster;
use wattflop::document::{Node, read, result};
use wattflop::estimate::{Scenario, operate, train};
use wattflop::report::{Locale, explain};
use wattflop::workload::{Model, Operation, TrainingRun};

fn cluster(id: &str) -> Cluster {
    Cluster::preset(id).expect("a named cluster")
}

fn run(model: &str) -> TrainingRun {
    TrainingRun::of(Model::preset(model).expect("a named model"))
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
    let (llama, meta) = (run("llama3.1-405b"), cluster("meta-24k"));
    c.bench_function("train llama3.1-405b by its shape", |b| b.iter(|| train(black_box(&llama), &meta)));
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

criterion_group!(speed, estimates, analyses, documents);
criterion_main!(speed);
