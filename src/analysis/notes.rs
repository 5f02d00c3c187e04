//! What is dubious about a result, or worth knowing.

use super::inputs::{InputRow, inputs};
use super::rows::figures;
use crate::catalogue::DOLLAR;
use crate::error::{Amount, Code, Note};
use crate::estimate::{Estimate, Task};
use crate::provenance::Grade;
use crate::quantities::{Measure, Power};
use crate::throughput::efficiency::Family;
use crate::workload::Work;

/// The notes on a result.
#[must_use]
pub fn notes(estimate: &Estimate) -> Vec<Note> {
    let found = [
        derived(estimate),
        chip(estimate),
        power_apart(estimate),
        stage(estimate),
        estimated(estimate),
        given_compute(estimate),
        whole_run(estimate),
        timed(estimate),
        not_timed(estimate),
        extrapolated(estimate),
        lost_time(estimate),
        foreign(estimate),
        carbon_basis(estimate),
        currency(estimate),
        price_level(estimate),
        missing(estimate),
    ];
    found.into_iter().flatten().collect()
}

/// The notes on a side of a comparison, which says for all what their carbon counts.
#[must_use]
pub fn side_notes(estimate: &Estimate) -> Vec<Note> {
    notes(estimate).into_iter().filter(|note| note.code != Code::NoteCarbon).collect()
}

/// A count that was derived, and what binds it.
fn derived(estimate: &Estimate) -> Option<Note> {
    let limit = || vec![("limit", estimate.binding().name().to_owned())];
    estimate.stages.size.chips.is_none().then(|| Note::new(Code::NoteDerived, limit()))
}

/// A chip that a preset assumes, where its owner published neither chip nor count.
fn chip(estimate: &Estimate) -> Option<Note> {
    let cluster = &estimate.scenario.cluster;
    let row = cluster.row()?.pools.first().filter(|pool| pool.count.is_none())?;
    let chip = cluster.pools().first().filter(|pool| pool.accelerator().id == row.accelerator)?;
    Some(Note::new(Code::NoteChip, vec![("chip", chip.accelerator().name.to_owned())]))
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
    let (Task::Training(run), Some(Work::Given(..))) = (&estimate.scenario.task, &estimate.stages.work)
    else {
        return None;
    };
    let evidence = run.model().row()?.compute_evidence?;
    let sources: Vec<_> = evidence.sources.iter().map(|source| source.title).collect();
    let args = vec![("model", run.model().name().to_owned()), ("who", sources.join("; "))];
    (evidence.grade >= Grade::Estimated && !run.is_given("compute"))
        .then(|| Note::new(Code::NoteEstimatedCompute, args))
}

/// A batch or a layout that does not count, since no step is timed.
fn not_timed(estimate: &Estimate) -> Option<Note> {
    let Task::Training(run) = &estimate.scenario.task else { return None };
    let given = run.is_given("batch") || run.layout().is_cut();
    (given && estimate.stages.step.is_none()).then(|| Note::new(Code::NoteNotTimed, vec![]))
}

/// A compute that was given for a model whose shape and tokens would give another.
fn given_compute(estimate: &Estimate) -> Option<Note> {
    let Task::Training(run) = &estimate.scenario.task else { return None };
    let unused = run.is_given("compute") && (run.is_given("tokens") || run.model().shape().is_some());
    unused.then(|| Note::new(Code::NoteComputeGiven, vec![]))
}

/// The MFU of a run holds the time lost.
fn whole_run(estimate: &Estimate) -> Option<Note> {
    let Task::Training(run) = &estimate.scenario.task else { return None };
    let given = run.is_given("mfu") || run.is_given("goodput") || estimate.stages.step.is_some();
    (!given).then(|| Note::new(Code::NoteGoodput, vec![]))
}

/// A step that was timed.
fn timed(estimate: &Estimate) -> Option<Note> {
    estimate.stages.step.is_some().then(|| Note::new(Code::NoteStep, vec![]))
}

/// A step on devices that nothing was fitted to.
fn extrapolated(estimate: &Estimate) -> Option<Note> {
    estimate.stages.step.as_ref()?;
    let accelerator = estimate.scenario.cluster.pools().first()?.accelerator();
    let (_, is_fitted) = Family::of(accelerator);
    (!is_fitted).then(|| Note::new(Code::NoteExtrapolated, vec![("chip", accelerator.name.to_owned())]))
}

/// A job over the whole cluster that would lose half of its time.
fn lost_time(estimate: &Estimate) -> Option<Note> {
    let goodput = estimate.stages.reliability.as_ref()?.goodput;
    (goodput.get() < 0.5).then(|| Note::new(Code::NoteLostTime, vec![]))
}

/// A published power that lies outside the range of what the parts draw, where the count was published.
fn power_apart(estimate: &Estimate) -> Option<Note> {
    let published = estimate.scenario.cluster.facility_power()?;
    let computed = estimate.stages.power.as_ref()?.facility.peak;
    estimate.stages.size.chips?;
    let row = figures(estimate).into_iter().find(|row| row.path == "power.facility.peak")?;
    let inside = row.range.low <= published.base() && published.base() <= row.range.high;
    let amount = |name, power: Power| Amount { name, kind: Power::KIND, base: power.base(), unit: "" };
    let amounts = || vec![amount("announced", published), amount("computed", computed)];
    (!inside).then(|| Note { amounts: amounts(), ..Note::new(Code::NotePower, vec![]) })
}

/// What the carbon intensity counts.
fn carbon_basis(estimate: &Estimate) -> Option<Note> {
    let site = estimate.scenario.cluster.site();
    site.carbon()?;
    let key = if site.is_given("carbon") { "given" } else { site.carbon_basis().key() };
    Some(Note::new(Code::NoteCarbon, vec![("basis", key.to_owned())]))
}

/// A currency other than dollars.
fn currency(estimate: &Estimate) -> Option<Note> {
    let money = &estimate.scenario.money;
    let rate = money.rate().filter(|_| money.currency().code != DOLLAR.code)?;
    let amounts = vec![Amount { name: "rate", kind: f64::KIND, base: rate.get(), unit: "" }];
    Some(Note {
        amounts,
        ..Note::new(Code::NoteCurrency, vec![("currency", money.currency().code.to_owned())])
    })
}

/// Prices of another year than those that went in.
fn price_level(estimate: &Estimate) -> Option<Note> {
    let level = estimate.scenario.money.price_level()?;
    let amounts = vec![Amount { name: "level", kind: f64::KIND, base: level.get(), unit: "" }];
    Some(Note { amounts, ..Note::new(Code::NotePrices, vec![]) })
}

/// Figures of the United States that stand in for those of another country.
fn foreign(estimate: &Estimate) -> Option<Note> {
    let site = estimate.scenario.cluster.site();
    let abroad = site.grid().country != "usa";
    let code = match (site.is_given("electricity") || site.has_own_price(), site.is_given("upstream_water")) {
        _ if !abroad => return None,
        (true, true) => return None,
        (true, false) => Code::NoteForeignWater,
        (false, _) => Code::NoteForeignPrice,
    };
    Some(Note::new(code, vec![("site", site.grid().name.to_owned())]))
}

/// A preset that is one stage of a site.
fn stage(estimate: &Estimate) -> Option<Note> {
    let last = estimate.scenario.cluster.row()?.stage_of?;
    Some(Note::new(Code::NoteStage, vec![("last", last.to_owned())]))
}
