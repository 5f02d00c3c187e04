//! Writing what a layout search found, and how predictions compare with measurements.

use super::node::Node;
use crate::analysis::plan::{Found, Planned};
use crate::analysis::validation::{Errors, Judged, LeftOut, SetErrors};
use crate::catalogue::EDITION;
use crate::quantities::Measure;
use crate::report::Locale;

/// What a layout search found: the best layouts with the parts of their step, and what was rejected.
#[must_use]
pub fn plan(planned: &Planned) -> Node {
    let plan = &planned.plan;
    let rejected =
        plan.rejected.iter().map(|(reason, count)| (reason.name().to_owned(), Node::Number(*count)));
    Node::table(vec![
        ("edition", EDITION.into()),
        ("precision", planned.run.precision().map_or(Node::Null, |precision| precision.name().into())),
        ("sequence", planned.run.sequence().into()),
        ("batch", planned.batch().into()),
        ("batch_is_default", Node::Bool(planned.batch_is_default)),
        ("devices", planned.devices.base().into()),
        ("is_extrapolated", Node::Bool(planned.is_extrapolated())),
        ("layouts", plan.best.iter().map(|found| layout(found, planned)).collect::<Vec<_>>().into()),
        ("space", plan.space.into()),
        ("timed", f64::from(plan.timed).into()),
        ("rejected", Node::keyed(rejected)),
        ("pruned", plan.pruned.into()),
        ("cancelled", Node::Bool(plan.cancelled)),
    ])
}

fn layout(found: &Found, planned: &Planned) -> Node {
    let (choice, time) = (&found.choice, &found.step.time);
    let seconds = |name, value: crate::quantities::Time| (name, Node::Number(value.base()));
    let gigabytes = |value: crate::quantities::Information| Node::Number(value.base() / GIBIBYTE);
    let parts = vec![
        seconds("compute", time.compute),
        seconds("imbalance", time.imbalance),
        seconds("tensor", time.tensor),
        seconds("context", time.context),
        seconds("expert", time.expert),
        seconds("pipeline", time.pipeline),
        seconds("data", time.data),
        seconds("idle", time.idle),
        seconds("optimizer", time.optimizer),
        seconds("fixed", time.fixed),
        seconds("straggling", time.straggling),
    ];
    let (low, high) = planned.interval(found);
    Node::table(vec![
        ("tensor", choice.tensor.into()),
        ("context", choice.context.into()),
        ("devices", found.devices.into()),
        ("expert", choice.expert.into()),
        ("expert_tensor", choice.expert_tensor.into()),
        ("pipeline", choice.pipeline.into()),
        ("interleave", choice.interleave.into()),
        ("microbatch", choice.microbatch.into()),
        ("zero", choice.zero.into()),
        ("recompute", choice.recompute.name().into()),
        ("recomputed_layers", found.again.into()),
        ("step_s", time.total.base().into()),
        ("step_low_s", low.base().into()),
        ("step_high_s", high.base().into()),
        ("mfu", planned.mfu(found).get().into()),
        ("parts_s", Node::table(parts)),
        ("memory_gib", found.step.memory.map_or(Node::Null, |memory| gigabytes(memory.total))),
        ("headroom_gib", found.step.memory.map_or(Node::Null, |memory| gigabytes(memory.headroom))),
    ])
}

/// Bytes of a gibibyte.
const GIBIBYTE: f64 = 1_073_741_824.0;

/// Predictions beside measurements, and what was left out: `{"rows": […], "sets": […], "left_out": […]}`.
#[must_use]
pub fn validation(judged: &[Judged], sets: &[SetErrors], left_out: &[LeftOut], locale: Locale) -> Node {
    let left = |left: &LeftOut| {
        Node::table(vec![
            ("reason", locale.word(left.reason).into()),
            ("n", count(left.ids.len())),
            ("ids", left.ids.clone().into()),
        ])
    };
    Node::table(vec![
        ("rows", judged.iter().map(|judged| row(judged, locale)).collect::<Vec<_>>().into()),
        ("sets", sets.iter().map(set).collect::<Vec<_>>().into()),
        ("left_out", left_out.iter().map(left).collect::<Vec<_>>().into()),
    ])
}

fn row(row: &Judged, locale: Locale) -> Node {
    let predicted = row.predicted.ok();
    let number = |value: Option<f64>| value.map_or(Node::Null, Node::Number);
    Node::table(vec![
        ("id", row.id.as_str().into()),
        ("set", row.set.as_str().into()),
        ("quantity", row.quantity.into()),
        ("predicted", number(predicted.map(|predicted| predicted.value))),
        ("low", number(predicted.map(|predicted| predicted.low))),
        ("high", number(predicted.map(|predicted| predicted.high))),
        ("measured", number(Some(row.measured).filter(|measured| measured.is_finite()))),
        ("error_pct", number(row.error())),
        ("reason", row.predicted.err().map_or(Node::Null, |reason| locale.word(reason).into())),
    ])
}

fn set(set: &SetErrors) -> Node {
    let error =
        |value: fn(&Errors) -> f64| set.errors.as_ref().map_or(Node::Null, |errors| value(errors).into());
    Node::table(vec![
        ("set", set.set.as_str().into()),
        ("quantity", set.quantity.into()),
        ("n", count(set.predicted)),
        ("skipped", count(set.skipped)),
        ("mape", error(|errors| errors.mape)),
        ("median", error(|errors| errors.median)),
        ("bias", error(|errors| errors.bias)),
        ("coverage90", error(|errors| errors.coverage)),
        ("width", error(|errors| errors.width)),
    ])
}

fn count(count: usize) -> Node {
    u32::try_from(count).map_or(Node::Null, |count| f64::from(count).into())
}
