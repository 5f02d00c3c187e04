//! What is dubious about a result, or worth knowing.

use super::inputs::{InputRow, inputs};
use super::rows::figures_at;
use crate::catalogue::{CarbonBasis, DOLLAR};
use crate::cluster::Site;
use crate::cost::{Investment, View};
use crate::error::{Amount, Code, Note};
use crate::estimate::{Estimate, Task};
use crate::provenance::Grade;
use crate::quantities::order::put_in_order;
use crate::quantities::{Measure, Power, Time, ratio};
use crate::throughput::efficiency::Family;
use crate::workload::Work;

/// The notes on a result.
#[must_use]
pub fn notes(estimate: &Estimate) -> Vec<Note> {
    let found = [
        derived(estimate),
        chip(estimate),
        power_apart(estimate),
        budget_apart(estimate),
        over_peak(estimate),
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
        mix(estimate),
        mix_shares(estimate),
        mix_capital(estimate),
        method(estimate),
        other_chips(estimate),
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
pub(super) fn missing(estimate: &Estimate) -> Option<Note> {
    let fields = missing_inputs(estimate);
    let rows = inputs(&estimate.scenario);
    let label_of = |path: &str| rows.iter().find(|row| row.path == path).map(|row| row.input.label());
    let named = |path: String| [("label", label_of(&path).unwrap_or(&path).to_owned()), ("field", path)];
    (!fields.is_empty()).then(|| Note::new(Code::NoteMissing, fields.into_iter().flat_map(named).collect()))
}

/// Their paths.
pub(super) fn missing_inputs(estimate: &Estimate) -> Vec<String> {
    const NEEDED: [&str; 5] = ["peak", "tdp", "price", "rent", "embodied"];
    let is_missing = |row: &InputRow| {
        row.value.is_none()
            && (row.path == "site.carbon"
                || (row.path.starts_with("cluster.pools.") && NEEDED.contains(&row.input.name)))
    };
    let rows = inputs(&estimate.scenario).into_iter().filter(is_missing);
    let mut fields: Vec<_> = rows.map(|row| row.path).collect();
    fields.append(&mut estimate.scenario.cluster.site().missing_of_supply());
    fields
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
    let goodput = estimate.stages.reliability.as_ref()?.job.goodput;
    (goodput.get() < 0.5).then(|| Note::new(Code::NoteLostTime, vec![]))
}

/// A published power that lies outside the range of what the parts draw.
fn power_apart(estimate: &Estimate) -> Option<Note> {
    let published = estimate.scenario.cluster.facility_power()?;
    published_apart(estimate, "power.facility.peak", published, Code::NotePower)
}

/// A published budget that lies outside the range of what the parts cost.
fn budget_apart(estimate: &Estimate) -> Option<Note> {
    let published = estimate.scenario.cluster.budget()?;
    published_apart(estimate, "cost.capex.total", published, Code::NoteBudget)
}

/// What was published of a cluster and lies outside the range of a figure, where its count was published too.
fn published_apart<M: Measure>(estimate: &Estimate, path: &str, published: M, code: Code) -> Option<Note> {
    estimate.stages.size.chips?;
    let row = figures_at(estimate, &|known| known == path).pop()?;
    let inside = row.range.low <= published.base() && published.base() <= row.range.high;
    let amount = |name, base| Amount { name, kind: M::KIND, base, unit: "" };
    let amounts = || vec![amount("announced", published.base()), amount("computed", row.value)];
    (!inside).then(|| Note { amounts: amounts(), ..Note::new(code, vec![]) })
}

/// An average that exceeds the peak which is provided for: a PUE and a ratio of capacities that do not go together.
fn over_peak(estimate: &Estimate) -> Option<Note> {
    let facility = &estimate.stages.power.as_ref()?.facility;
    let amount = |name, power: Power| Amount { name, kind: Power::KIND, base: power.base(), unit: "" };
    let amounts = || vec![amount("average", facility.average), amount("peak", facility.peak)];
    let is_over = facility.average.base() > facility.peak.base();
    is_over.then(|| Note { amounts: amounts(), ..Note::new(Code::NoteOverPeak, vec![]) })
}

/// What the carbon intensity counts.
fn carbon_basis(estimate: &Estimate) -> Option<Note> {
    let site = estimate.scenario.cluster.site();
    site.carbon()?;
    let key = if site.is_given("carbon") { "given" } else { site.carbon_basis().key() };
    Some(Note::new(Code::NoteCarbon, vec![("basis", key.to_owned()), ("years", years(&[site]))]))
}

/// The years of the carbon intensities of sites, in brackets; empty, where none is the catalogue's.
#[must_use]
pub fn years(sites: &[&Site]) -> String {
    let mut years: Vec<u16> = sites.iter().filter_map(|site| site.carbon_year()).collect();
    put_in_order(&mut years, |a, b| a < b);
    years.dedup();
    let texts: Vec<_> = years.iter().map(u16::to_string).collect();
    if texts.is_empty() { String::new() } else { format!(" ({})", texts.join(", ")) }
}

/// What the sources of a mix count of carbon.
fn mix(estimate: &Estimate) -> Option<Note> {
    let site = estimate.scenario.cluster.site();
    site.supply()?;
    let by_life_cycle = site.carbon_basis() == CarbonBasis::LifeCycle;
    let basis = if by_life_cycle { "mix-life-cycle" } else { "mix-direct" };
    Some(Note::new(Code::NoteMix, vec![("basis", basis.to_owned())]))
}

/// Shares of a named supply that are those of capacity.
fn mix_shares(estimate: &Estimate) -> Option<Note> {
    let supply = estimate.scenario.cluster.site().supply()?;
    let (row, given) = (supply.row()?, supply.sources().iter().any(|source| source.is_given("share")));
    (!given).then(|| Note::new(Code::NoteMixShares, vec![("supply", row.id.to_owned())]))
}

/// Sources on site whose capital is nowhere.
fn mix_capital(estimate: &Estimate) -> Option<Note> {
    let supply = estimate.scenario.cluster.site().supply()?;
    let makes = supply.sources().iter().any(|source| source.row().is_on_site);
    let is_paid = estimate.scenario.finance.site_power_capex().base() > 0.0;
    (makes && !is_paid).then(|| Note::new(Code::NoteMixCapital, vec![]))
}

/// A method of others, whose inputs stand in place of the defaults.
fn method(estimate: &Estimate) -> Option<Note> {
    let method = estimate.scenario.method?;
    Some(Note::new(Code::NoteMethod, vec![("method", method.name.to_owned())]))
}

/// A method that was made for other chips than those of the cluster.
fn other_chips(estimate: &Estimate) -> Option<Note> {
    let method = estimate.scenario.method?;
    let is_of = |id: &str| estimate.scenario.cluster.pools().iter().any(|pool| pool.accelerator().id == id);
    let mut chips: Vec<_> = method.accelerators().collect();
    chips.dedup();
    let fits = chips.is_empty() || chips.iter().any(|id| is_of(id));
    (!fits).then(|| Note::new(Code::NoteMethodChips, vec![("chips", chips.join(", "))]))
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

/// Why the views of a cost differ: how far they span, and what each counts that others do not.
#[must_use]
pub fn view_notes(estimate: &Estimate) -> Vec<Note> {
    let found = [
        view_span(estimate),
        view_life(estimate),
        view_interest(estimate),
        view_decay(estimate),
        view_decay_long(estimate),
        view_rent(estimate),
    ];
    found.into_iter().flatten().collect()
}

/// A number as it is said in a sentence: two digits of it.
fn about(number: f64) -> f64 {
    let place = libm::pow(10.0, f64::floor(libm::log10(number.abs())) - 1.0);
    if number == 0.0 { number } else { libm::round(number / place) * place }
}

/// A note with plain numbers among its amounts.
fn with_numbers(code: Code, args: Vec<(&'static str, String)>, numbers: &[(&'static str, f64)]) -> Note {
    let amounts =
        numbers.iter().map(|(name, base)| Amount { name, kind: f64::KIND, base: about(*base), unit: "" });
    Note { amounts: amounts.collect(), ..Note::new(code, args) }
}

/// From the cheapest view to the dearest, the electricity alone left aside.
fn view_span(estimate: &Estimate) -> Option<Note> {
    let cost = &estimate.stages.cost;
    let totals = View::ALL.into_iter().filter(|view| *view != View::Energy);
    let mut totals: Vec<_> = totals.filter_map(|view| Some((cost.total(view)?.base(), view))).collect();
    put_in_order(&mut totals, |a, b| a.0 < b.0);
    let (low, high) = (totals.first()?, totals.last()?);
    let word = |view: View| format!("view-{}", view.name());
    let args = vec![("cheap", word(low.1)), ("dear", word(high.1))];
    Some(with_numbers(Code::NoteViewSpan, args, &[("ratio", high.0 / low.0)]))
}

/// Acquisition pays for all; the time takes a share of the life.
fn view_life(estimate: &Estimate) -> Option<Note> {
    let own = estimate.stages.cost.ownership.as_ref()?;
    let amounts = [("time", estimate.duration()), ("life", estimate.scenario.cluster.it_life())];
    let amounts = amounts.map(|(name, time)| Amount { name, kind: Time::KIND, base: time.base(), unit: "" });
    let ratio = ratio(own.acquisition.total, own.annuity.total());
    let ratio = Amount { name: "ratio", kind: f64::KIND, base: about(ratio), unit: "" };
    let amounts = amounts.into_iter().chain([ratio]).collect();
    Some(Note { amounts, ..Note::new(Code::NoteViewLife, vec![]) })
}

/// The annuity holds interest.
fn view_interest(estimate: &Estimate) -> Option<Note> {
    let own = estimate.stages.cost.ownership.as_ref()?;
    let ratio = ratio(own.annuity.total(), own.straight_line.total());
    let numbers = [("ratio", ratio), ("rate", 100.0 * own.capital.rate.get())];
    Some(with_numbers(Code::NoteViewInterest, vec![], &numbers))
}

/// The decay charges the progress of hardware rather than a life.
fn view_decay(estimate: &Estimate) -> Option<Note> {
    let own = estimate.stages.cost.ownership.as_ref()?;
    let share = |charge: f64| 100.0 * charge;
    let numbers = [
        ("ratio", ratio(own.decay.total(), own.straight_line.total())),
        ("decay", share(own.decay.charge.it.get())),
        ("line", share(own.straight_line.charge.it.get())),
    ];
    Some(with_numbers(Code::NoteViewDecay, vec![], &numbers))
}

/// From this share of a life on, the decay of the first moment is not that of the time.
const LONG: f64 = 0.25;

/// A time for which the decay is too long.
fn view_decay_long(estimate: &Estimate) -> Option<Note> {
    estimate.stages.cost.ownership.as_ref()?;
    let is_long = ratio(estimate.duration(), estimate.scenario.cluster.it_life()) > LONG;
    is_long.then(|| Note::new(Code::NoteViewDecayLong, vec![]))
}

/// Rent holds what owners pay, their profit, and the hours that nobody rents.
fn view_rent(estimate: &Estimate) -> Option<Note> {
    let cost = &estimate.stages.cost;
    let rental = cost.view(View::Rental)?.per_time.per_device_hour;
    let hour = cost.ownership.as_ref()?.annuity.hour;
    let numbers = [("ratio", ratio(rental, hour.total)), ("sold", ratio(rental, hour.sold))];
    let code = if rental < hour.total { Code::NoteViewRentBelow } else { Code::NoteViewRent };
    Some(with_numbers(code, vec![], &numbers))
}

/// What the decisions stand on, since they can point different ways.
#[must_use]
pub fn decision_notes(estimate: &Estimate) -> Vec<Note> {
    let finance = &estimate.scenario.finance;
    let decision = estimate.stages.cost.decision.as_ref();
    let note = |investment: &Investment| {
        let sale = investment.years.last().copied().flatten().map_or(0.0, |year| year.sale.base());
        let bought = investment.years.first().copied().flatten().map_or(0.0, |year| year.investment.base());
        let numbers = [
            ("drift", 100.0 * finance.rent_drift().get()),
            ("years", finance.horizon()),
            ("sale", 100.0 * sale / bought),
            ("sold", 100.0 * finance.sold().get()),
        ];
        with_numbers(Code::NoteDecision, vec![], &numbers)
    };
    decision.and_then(|decision| decision.investment.as_ref()).map(note).into_iter().collect()
}

/// How fast what a dollar buys has grown.
#[must_use]
pub fn progress_notes(progress: &super::progress::Progress) -> Vec<Note> {
    let note = |growth: f64| {
        let numbers = [("growth", growth), ("doubling", libm::log10(2.0) / growth)];
        with_numbers(Code::NoteProgress, vec![], &numbers)
    };
    progress.growth.map(note).into_iter().collect()
}
