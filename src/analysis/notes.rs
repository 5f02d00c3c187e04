//! What is dubious about a result, or worth knowing.

use super::inputs::{InputRow, inputs};
use crate::cost::Bound;
use crate::error::{Code, Note};
use crate::estimate::{Estimate, Task};
use crate::provenance::Grade;
use crate::workload::Work;

/// The notes on a result.
#[must_use]
pub fn notes(estimate: &Estimate) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(derived(estimate));
    notes.extend(missing(estimate));
    notes.extend(estimated(estimate));
    notes.extend(announced_power(estimate));
    notes.extend(stage(estimate));
    if matches!(estimate.scenario.task, Task::Training(_)) {
        notes.push(Note::new(Code::NoteGoodput, vec![]));
    }
    notes
}

/// A count that was derived, and what from.
fn derived(estimate: &Estimate) -> Option<Note> {
    let size = &estimate.stages.size;
    let pool = estimate.scenario.cluster.pools().first().filter(|_| size.chips.is_none())?;
    let args =
        vec![("limit", estimate.binding().name().to_owned()), ("chip", pool.accelerator().id.to_owned())];
    Some(Note::new(Code::NoteDerived, args))
}

/// The inputs that nobody gave and whose figures are left out.
fn missing(estimate: &Estimate) -> Option<Note> {
    const NEEDED: [&str; 5] = ["peak", "tdp", "price", "rent", "embodied"];
    let is_missing = |row: &InputRow| {
        row.value.is_none()
            && (row.path == "site.carbon"
                || (row.path.starts_with("cluster.pools.") && NEEDED.contains(&row.input.name)))
    };
    let rows = inputs(&estimate.scenario).into_iter().filter(is_missing);
    let fields: Vec<_> = rows.map(|row| row.path).collect();
    (!fields.is_empty()).then(|| Note::new(Code::NoteMissing, vec![("field", fields.join(", "))]))
}

/// A compute that is somebody's estimate.
fn estimated(estimate: &Estimate) -> Option<Note> {
    let (Task::Training(run), Some(Work::Given(_))) = (&estimate.scenario.task, &estimate.stages.work) else {
        return None;
    };
    let evidence = run.model().row()?.compute_evidence?;
    let sources: Vec<_> = evidence.sources.iter().map(|source| source.title).collect();
    let args = vec![("model", run.model().name().to_owned()), ("who", sources.join("; "))];
    (evidence.grade >= Grade::Estimated && !run.is_given("compute"))
        .then(|| Note::new(Code::NoteEstimatedCompute, args))
}

/// An announced power that the parts exceed, where the count was published.
fn announced_power(estimate: &Estimate) -> Option<Note> {
    let size = &estimate.stages.size;
    let (announced, computed) =
        (estimate.scenario.cluster.facility_power()?, estimate.stages.power.as_ref()?.facility.peak);
    let exceeds = size.chips.is_some() && estimate.binding() == Bound::Power && computed > announced;
    exceeds.then(|| {
        Note::new(
            Code::NotePower,
            vec![("announced", format!("{announced:.3}")), ("computed", format!("{computed:.3}"))],
        )
    })
}

/// A preset that is one stage of a site.
fn stage(estimate: &Estimate) -> Option<Note> {
    let last = estimate.scenario.cluster.row()?.stage_of?;
    Some(Note::new(Code::NoteStage, vec![("last", last.to_owned())]))
}
