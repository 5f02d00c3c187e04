//! The timeline: a site that is built in phases, month by month, and when a training run on it is finished.
//!
//! Each phase is evaluated once, as a year of what stands. What stands in a month are figures of that year; what adds up
//! over time is the year's, by the days of the month. A run does of itself, in a time, that time over what the whole run
//! takes on what stands.

use super::inputs::{Setting, choices, inputs, set_all};
use super::notes::notes;
use super::range::Interval;
use super::rows::{FigureRow, collected, figures};
use crate::cluster::{Buildout, Cluster};
use crate::error::{Amount, Code, Error, Note, Noun};
use crate::estimate::{Estimate, Scenario};
use crate::footprint::Span;
use crate::quantities::display::borne;
use crate::quantities::*;
use crate::tables::{FigureVisitor, figures};
use crate::throughput::TrainingRate;
use crate::workload::{Operation, TrainingRun};
use core::ops::RangeInclusive;

/// What is asked of a timeline.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Ask {
    /// How many months, from that of the first phase on; where none is given, to a year after that of the last.
    pub months: Option<u32>,
    /// A training run.
    pub run: Option<TrainingRun>,
    /// The day on which the run starts; where none is given, that of the first phase.
    pub start: Option<Date>,
    /// What is set on every phase that has such an input, by path.
    pub settings: Vec<(String, Setting)>,
}

impl Ask {
    /// Nothing beside the months to a year after the last phase.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same over so many months.
    #[must_use]
    pub const fn with_months(mut self, months: u32) -> Self {
        self.months = Some(months);
        self
    }

    /// The same with a training run.
    #[must_use]
    pub fn with_run(mut self, run: TrainingRun) -> Self {
        self.run = Some(run);
        self
    }

    /// The same with the day on which the run starts.
    #[must_use]
    pub const fn with_start(mut self, start: Date) -> Self {
        self.start = Some(start);
        self
    }

    /// The same with inputs set by path on every phase that has them.
    #[must_use]
    pub fn with_settings(mut self, settings: Vec<(String, Setting)>) -> Self {
        self.settings = settings;
        self
    }
}

/// How many months a timeline may have: fifty years.
const MONTHS: RangeInclusive<u32> = 1..=600;
/// Months after that of the last phase, where nobody says how many.
const MONTHS_AFTER: u32 = 12;

figures! {
    /// What is computed in a time.
    pub struct Performed of (throughput: &TrainingRate = "throughput", span: Span = "") {
        /// Model FLOPs, if it trains all the time.
        compute: Compute, "FLOP" = throughput.sustained * span.duration;
    }
}

/// What stands: figures of the phase, by path.
pub const STANDING: [&str; 7] = [
    "size.devices",
    "throughput.peak",
    "throughput.sustained",
    "power.it.rated",
    "power.facility.peak",
    "power.facility.average",
    "cost.capex.total",
];

/// What adds up over time: figures of the phase, by path.
pub const COUNTED: [&str; 9] = [
    "throughput.compute",
    "energy.facility",
    "carbon.operational",
    "carbon.amortised",
    "carbon.built_amortised",
    "water.onsite",
    "water.upstream",
    "cost.running.total",
    "cost.annuity.total",
];

/// A phase, evaluated.
#[derive(Clone, Debug)]
pub struct Evaluated {
    /// The day from which on it stands.
    pub date: Date,
    /// A year of it.
    pub estimate: Estimate,
    /// The figures of that year, with their ranges; what it computes is among them.
    pub figures: Vec<FigureRow>,
}

/// A month.
#[derive(Clone, Debug)]
pub struct Month {
    /// Its first day.
    pub date: Date,
    /// The days of it that count: from the first phase on.
    pub days: i32,
    /// The phase that stands at its end, by its place.
    pub phase: usize,
    /// What stands at its end.
    pub standing: Vec<FigureRow>,
    /// What the month adds; what is not known of a phase in it is left out.
    pub in_month: Vec<FigureRow>,
    /// The sum of the months so far; what was not known of one is left out.
    pub so_far: Vec<FigureRow>,
}

impl Month {
    /// A figure of what stands at its end.
    #[must_use]
    pub fn standing<M: Measure>(&self, path: &str) -> Option<M> {
        amount(&self.standing, path)
    }

    /// What the month adds to a figure.
    #[must_use]
    pub fn in_month<M: Measure>(&self, path: &str) -> Option<M> {
        amount(&self.in_month, path)
    }

    /// What a figure has come to by its end.
    #[must_use]
    pub fn so_far<M: Measure>(&self, path: &str) -> Option<M> {
        amount(&self.so_far, path)
    }
}

/// A figure by its path, where it is of that kind.
fn amount<M: Measure>(rows: &[FigureRow], path: &str) -> Option<M> {
    let row = at(rows, path).filter(|row| row.figure.kind.name == M::KIND.name)?;
    Some(M::from_base(row.value))
}

/// A figure by its path.
#[must_use]
pub fn at<'a>(rows: &'a [FigureRow], path: &str) -> Option<&'a FigureRow> {
    rows.iter().find(|row| row.path == path)
}

/// What of a run is done in a phase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The phase, by its place.
    pub phase: usize,
    /// How long the run is in it.
    pub time: Time,
    /// The share of the run that is done in it.
    pub share: Share,
    /// How long the whole run would take on what stands.
    pub whole: Time,
}

/// When a run is finished.
#[derive(Clone, Debug)]
pub struct Finish {
    /// What is trained.
    pub model: String,
    /// The day on which it starts.
    pub start: Date,
    /// How long it takes.
    pub duration: Time,
    /// The 90 % interval of that, in base units.
    pub range: Interval,
    /// What of it is done in each phase that it meets.
    pub parts: Vec<Part>,
    /// The share that is done by the end of the last month.
    pub by_last_month: Share,
    /// What it stands on: the run on each phase from its start on.
    pub estimates: Vec<Estimate>,
}

impl Finish {
    /// The day on which it is finished; `None` where no year to 9999 has it.
    #[must_use]
    pub fn end(&self) -> Option<Date> {
        later(self.start, self.duration.base())
    }

    /// The soonest and the latest day, at the ends of the range.
    #[must_use]
    pub fn between(&self) -> (Option<Date>, Option<Date>) {
        (later(self.start, self.range.low), later(self.start, self.range.high))
    }
}

/// A timeline.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The site.
    pub buildout: Buildout,
    /// Its phases, evaluated.
    pub phases: Vec<Evaluated>,
    /// The months, from that of the first phase on.
    pub months: Vec<Month>,
    /// When the run is finished, where one was asked about.
    pub finish: Option<Finish>,
}

/// A site that is built in phases, month by month; and when a run is finished on it.
///
/// The last phase lasts on. A run goes over to what stands the day it stands, and loses nothing by it.
///
/// ```
/// use wattflop::analysis::timeline::Ask;
/// use wattflop::{prelude::*, quantities::{Devices, Energy}, units::*};
///
/// let colossus = Buildout::preset("colossus")?; // 25,000 H100, 100,000, 200,000 with H200, GB200 beside them
/// let run = TrainingRun::of(Model::preset("llama3.1-405b")?);
/// let told = timeline(&colossus, &Ask::new().with_months(12).with_run(run))?;
///
/// let year = told.months.last().unwrap();
/// assert_eq!(year.date.to_string(), "2025-07-01");
/// assert_eq!(year.standing::<Devices>("size.devices"), Some(devices(230_000.0)));
/// assert!(year.so_far::<Energy>("energy.facility").unwrap() > terawatt_hours(1.0));
///
/// let finish = told.finish.unwrap();
/// println!("{} to {}", finish.start, finish.end().unwrap()); // the run meets two phases, and is faster in the second
/// assert_eq!(finish.parts.len(), 2);
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// When a phase or the run cannot be evaluated, a setting is one of no phase, the run starts before the first phase, or the
/// months are none, more than 600, or beyond the year 9999.
pub fn timeline(buildout: &Buildout, ask: &Ask) -> Result<Timeline, Error> {
    let start = ask.start.unwrap_or(buildout.first());
    let count = months_of(buildout, ask)?;
    let years = scenarios(buildout, 0, &|cluster| Scenario::operation(Operation::year(), cluster));
    let from = buildout.standing(start).ok_or_else(|| too_early(start, buildout))?;
    let runs = ask
        .run
        .iter()
        .flat_map(|run| scenarios(buildout, from, &|cluster| Scenario::training(run.clone(), cluster)));
    let runs: Vec<_> = runs.collect();
    check_settings(years.iter().chain(&runs), &ask.settings)?;
    let phases = years.into_iter().zip(buildout.phases());
    let phases = phases
        .map(|(year, phase)| evaluated(phase.date, set(year, &ask.settings)?))
        .collect::<Result<Vec<_>, _>>()?;
    let months = months(buildout, &phases, count)?;
    let estimates =
        runs.into_iter().map(|run| set(run, &ask.settings)?.evaluate()).collect::<Result<Vec<_>, _>>()?;
    let end = months.last().and_then(|month| month.date.next_month());
    let finish = end.and_then(|end| finish(buildout, start, from, end, estimates));
    Ok(Timeline { buildout: buildout.clone(), phases, months, finish })
}

/// What is asked of each phase, from a place on.
fn scenarios(buildout: &Buildout, from: usize, ask: &dyn Fn(Cluster) -> Scenario) -> Vec<Scenario> {
    buildout.phases().iter().skip(from).map(|phase| ask(phase.cluster.clone())).collect()
}

fn too_early(start: Date, buildout: &Buildout) -> Error {
    let args = vec![
        ("field", "start".to_owned()),
        ("date", start.to_string()),
        ("first", buildout.first().to_string()),
    ];
    Error::new(Code::StartsTooEarly, args)
}

/// How many months: as many as were asked for, or to a year after that of the last phase.
fn months_of(buildout: &Buildout, ask: &Ask) -> Result<u32, Error> {
    let last = buildout.phases().last().map_or(buildout.first(), |phase| phase.date);
    let month = |date: Date| date.civil().0 * 12 + date.civil().1;
    let built = u32::try_from(month(last) - month(buildout.first())).unwrap_or(0);
    let count = ask.months.unwrap_or(built + 1 + MONTHS_AFTER);
    if MONTHS.contains(&count) {
        return Ok(count);
    }
    let amount = |name, value: u32| Amount { name, kind: f64::KIND, base: f64::from(value), unit: "" };
    let amounts = vec![amount("value", count), amount("min", *MONTHS.start()), amount("max", *MONTHS.end())];
    Err(Error::new(Code::NotWhole, vec![("field", "months".to_owned())]).with_amounts(amounts))
}

/// Every path of a scenario that can be set.
fn paths(scenario: &Scenario) -> Vec<String> {
    let chosen = choices(scenario).into_iter().map(|row| row.path);
    chosen.chain(inputs(scenario).into_iter().map(|row| row.path)).collect()
}

/// Refuses a setting that none of the scenarios has.
fn check_settings<'a>(
    scenarios: impl Iterator<Item = &'a Scenario>,
    settings: &[(String, Setting)],
) -> Result<(), Error> {
    if settings.is_empty() {
        return Ok(());
    }
    let known: Vec<_> = scenarios.flat_map(paths).collect();
    match settings.iter().find(|(path, _)| !known.contains(path)) {
        Some((path, _)) => Err(Error::unknown_among(Noun::Input, path, &mut known.into_iter())),
        None => Ok(()),
    }
}

/// The scenario with those settings that it has.
fn set(mut scenario: Scenario, settings: &[(String, Setting)]) -> Result<Scenario, Error> {
    if !settings.is_empty() {
        let known = paths(&scenario);
        let own = settings.iter().filter(|(path, _)| known.contains(path)).cloned();
        set_all(&mut scenario, &own.collect::<Vec<_>>())?;
    }
    Ok(scenario)
}

/// A year of a phase, and its figures.
fn evaluated(date: Date, scenario: Scenario) -> Result<Evaluated, Error> {
    let estimate = scenario.evaluate()?;
    let mut figures = figures(&estimate);
    figures.extend(performed(&estimate, &figures));
    Ok(Evaluated { date, estimate, figures })
}

/// What is computed in the year, as sure as the rate.
fn performed(estimate: &Estimate, figures: &[FigureRow]) -> Option<FigureRow> {
    let rate = estimate.stages.throughput.as_ref()?.training.as_ref()?;
    let duration = estimate.duration();
    let performed = Performed::of(rate, Span { duration })?;
    let walk = |visitor: &mut dyn FigureVisitor| {
        let mark = visitor.enter("throughput");
        performed.visit(visitor);
        visitor.leave(mark);
    };
    let row = collected(estimate.scenario.denomination(), walk).into_iter().next()?;
    let range = at(figures, "throughput.sustained")?.times(duration.base()).range;
    Some(FigureRow { range, ..row })
}

/// The phases that a time meets, from a day to before another, each with its days.
fn met(buildout: &Buildout, from: Date, to: Date) -> impl Iterator<Item = (usize, i32)> {
    let starts = buildout.phases().iter().map(|phase| phase.date);
    let ends = starts.clone().skip(1).chain([to]);
    let days = starts.zip(ends).map(move |(start, end)| end.min(to).days_since(start.max(from)));
    days.enumerate().filter(|(_, days)| *days > 0)
}

fn months(buildout: &Buildout, phases: &[Evaluated], count: u32) -> Result<Vec<Month>, Error> {
    let mut date = buildout.first().month();
    let mut months: Vec<Month> = Vec::new();
    for _ in 0..count {
        let next = date.next_month().ok_or_else(|| beyond(date))?;
        let met: Vec<_> = met(buildout, date, next).collect();
        let in_month: Vec<_> = COUNTED.iter().filter_map(|path| counted(phases, &met, path)).collect();
        let so_far = months.last().map_or_else(|| in_month.clone(), |last| sums(&last.so_far, &in_month));
        let phase = met.last().map_or(0, |(phase, _)| *phase);
        let of_phase = phases.get(phase).map_or(&[][..], |phase| &phase.figures);
        let standing = STANDING.iter().filter_map(|path| at(of_phase, path).cloned()).collect();
        let days = met.iter().map(|(_, days)| days).sum();
        months.push(Month { date, days, phase, standing, in_month, so_far });
        date = next;
    }
    Ok(months)
}

fn beyond(date: Date) -> Error {
    Error::new(Code::BeyondCalendar, vec![("field", "months".to_owned()), ("date", date.to_string())])
}

/// A figure over the days in each phase; `None` where a phase has none.
fn counted(phases: &[Evaluated], met: &[(usize, i32)], path: &str) -> Option<FigureRow> {
    let part = |(phase, days): &(usize, i32)| {
        let Evaluated { estimate, figures, .. } = phases.get(*phase)?;
        let share = ratio(units::days(f64::from(*days)), estimate.duration());
        Some(at(figures, path)?.times(share))
    };
    met.iter().map(part).reduce(|sum, part| Some(sum?.plus(&part?))).flatten()
}

/// The sums of figures that stand on both sides.
fn sums(before: &[FigureRow], then: &[FigureRow]) -> Vec<FigureRow> {
    before.iter().filter_map(|row| Some(row.plus(at(then, &row.path)?))).collect()
}

/// When the run is finished, from what it takes on each phase from a place on.
fn finish(
    buildout: &Buildout,
    start: Date,
    from: usize,
    end: Date,
    estimates: Vec<Estimate>,
) -> Option<Finish> {
    let model = estimates.first()?.scenario.task.run()?.model().name().to_owned();
    let durations: Vec<_> = estimates.iter().filter_map(duration).collect();
    let through = |seconds: &dyn Fn(&FigureRow) -> f64| {
        parts(buildout, start, from, &durations.iter().map(seconds).collect::<Vec<_>>())
    };
    let total = |parts: &[Part]| parts.iter().map(|part| part.time.base()).sum::<f64>();
    let range =
        Interval { low: total(&through(&|row| row.range.low)), high: total(&through(&|row| row.range.high)) };
    let parts = through(&|row| row.value);
    let duration = Time::from_base(total(&parts));
    let by_last_month = Share::new(done(&parts, duration.base(), span(start, end)));
    Some(Finish { model, start, duration, range, parts, by_last_month, estimates })
}

/// What the whole run takes on a phase; every run has it.
fn duration(estimate: &Estimate) -> Option<FigureRow> {
    figures(estimate).into_iter().find(|row| row.path == "duration")
}

/// Seconds from a day to another; less than zero to an earlier one.
fn span(from: Date, to: Date) -> f64 {
    units::days(f64::from(to.days_since(from))).base()
}

/// What of a run is done in each phase from a place on, by what all of it would take there, in seconds.
fn parts(buildout: &Buildout, start: Date, from: usize, whole: &[f64]) -> Vec<Part> {
    let (mut parts, mut left) = (Vec::new(), 1.0_f64);
    for (place, whole) in whole.iter().enumerate() {
        let phase = from + place;
        let begin = buildout.phases().get(phase).map_or(start, |phase| phase.date.max(start));
        let next = buildout.phases().get(phase + 1);
        let time = next.map_or(f64::INFINITY, |next| span(begin, next.date)).min(left * whole);
        let share = if time < left * whole { time / whole } else { left };
        let (time, whole) = (Time::from_base(time), Time::from_base(*whole));
        parts.push(Part { phase, time, share: Share::new(share), whole });
        left -= share;
        if left <= 0.0 {
            break;
        }
    }
    parts
}

/// The share of a run of so many seconds that is done in its first seconds.
fn done(parts: &[Part], duration: f64, seconds: f64) -> f64 {
    if duration <= seconds {
        return 1.0;
    }
    let (mut done, mut left) = (0.0, seconds.max(0.0));
    for part in parts {
        let time = part.time.base();
        done += if time <= left { part.share.get() } else { part.share.get() * left / time };
        left = (left - time).max(0.0);
    }
    done
}

/// The day that is so many seconds after the beginning of another.
fn later(date: Date, seconds: f64) -> Option<Date> {
    let days = f64::floor(seconds / units::days(1.0).base());
    date.plus(whole_days(days)?)
}

/// Whole days, as an integer; `None` where no calendar has so many.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "whole, and within bounds")]
fn whole_days(days: f64) -> Option<i32> {
    (0.0..=f64::from(i32::MAX)).contains(&days).then_some(days as i32)
}

/// A note on a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineNote {
    /// The phases that it is on, by the names of their clusters; empty where it is on all, or on the whole.
    pub phases: Vec<String>,
    /// What it says.
    pub note: Note,
}

/// The notes on a timeline: on the run, on the paces of the builder, then those on the phases and on the run there, each once.
#[must_use]
pub fn timeline_notes(timeline: &Timeline) -> Vec<TimelineNote> {
    let Timeline { buildout, phases, months, finish } = timeline;
    let of_run = finish.iter().flat_map(|finish| finish_notes(finish, months));
    let of_all = of_run.chain(buildout.phases().iter().filter_map(|phase| pace(buildout, phase)));
    let mut found: Vec<_> = of_all.map(|note| TimelineNote { phases: vec![], note }).collect();
    let first = found.len();
    let runs = finish.iter().flat_map(|finish| &finish.estimates);
    for estimate in phases.iter().map(|phase| &phase.estimate).chain(runs) {
        let name = estimate.scenario.cluster.name().to_owned();
        for note in notes(estimate).into_iter().filter(|note| note.code != Code::NoteStage) {
            match found.iter_mut().find(|known| known.note == note) {
                Some(known) if known.phases.contains(&name) => {}
                Some(known) => known.phases.push(name.clone()),
                None => found.push(TimelineNote { phases: vec![name.clone()], note }),
            }
        }
    }
    let is_of_all = |note: &&mut TimelineNote| note.phases.len() == phases.len();
    found.iter_mut().skip(first).filter(is_of_all).for_each(|note| note.phases.clear());
    found
}

/// How long a phase took, as its builder says and as the dates say.
fn pace(buildout: &Buildout, phase: &crate::cluster::Phase) -> Option<Note> {
    let pace = phase.pace?;
    let sources = buildout.row().map_or(&[][..], |row| row.evidence.sources);
    let who = sources.iter().map(|source| source.title).collect::<Vec<_>>().join("; ");
    let mut args =
        vec![("phase", phase.cluster.name().to_owned()), ("days", pace.days.to_string()), ("who", who)];
    if let Some(began) = phase.began() {
        args.push(("began", began.to_string()));
        return Some(Note::new(Code::NoteConstruction, args));
    }
    let before = buildout.phases().iter().find(|before| Some(before.cluster.name()) == pace.since)?;
    args.push(("since", before.cluster.name().to_owned()));
    args.push(("dated", phase.date.days_since(before.date).to_string()));
    Some(Note::new(Code::NotePace, args))
}

/// When a run is finished, in which range, and how far it is by the last month where it is not finished then.
fn finish_notes(finish: &Finish, months: &[Month]) -> Vec<Note> {
    let mut args = vec![("model", finish.model.clone()), ("start", finish.start.to_string())];
    let Some(end) = finish.end() else { return vec![Note::new(Code::NoteNeverFinished, args)] };
    args.push(("end", end.to_string()));
    let amount = |name, kind, base, unit| vec![Amount { name, kind, base, unit }];
    let [took, low, high] = [finish.duration.base(), finish.range.low, finish.range.high]
        .map(|seconds| seconds / units::days(1.0).base());
    let time = amount("time", Time::KIND, units::days(borne(took, low, high)).base(), "d");
    let mut found = vec![Note { amounts: time, ..Note::new(Code::NoteFinished, args) }];
    if let (Some(early), Some(late)) = finish.between()
        && early < late
    {
        let args = vec![("early", early.to_string()), ("late", late.to_string())];
        found.push(Note::new(Code::NoteFinishedBetween, args));
    }
    if let Some(last) = months.last().filter(|_| finish.by_last_month.get() < 1.0) {
        let share = amount("share", f64::KIND, libm::round(1_000.0 * finish.by_last_month.get()) / 10.0, "");
        let args = vec![("month", last.date.year_and_month())];
        found.push(Note { amounts: share, ..Note::new(Code::NoteUnfinished, args) });
    }
    found
}
