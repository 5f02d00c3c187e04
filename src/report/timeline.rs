//! A timeline, in sheets: its phases, its months, the run over its phases.

use super::sheet::{Cell, Sheet};
use crate::analysis::timeline::{Evaluated, Finish, Month, Part, Timeline, at};
use crate::analysis::{FigureRow, figures};
use crate::catalogue::Status;
use crate::quantities::display::MOST_DIGITS;
use crate::quantities::{Denomination, Kind, Measure, Share, Time};

/// Of what a column of the months tells.
#[derive(Clone, Copy)]
enum Told {
    /// What stands at the month's end.
    Standing,
    /// What the month adds.
    InMonth,
    /// What the months have come to.
    SoFar,
}

/// A column of the months: its key, of what it tells, the figure's path, and whether it is a headline.
type Column = (&'static str, Told, &'static str, bool);

const COLUMNS: [Column; 18] = [
    ("devices", Told::Standing, "size.devices", true),
    ("peak", Told::Standing, "throughput.peak", false),
    ("sustained", Told::Standing, "throughput.sustained", true),
    ("it_power", Told::Standing, "power.it.rated", false),
    ("facility_peak", Told::Standing, "power.facility.peak", true),
    ("facility_average", Told::Standing, "power.facility.average", false),
    ("capex", Told::Standing, "cost.capex.total", false),
    ("energy", Told::InMonth, "energy.facility", true),
    ("emitted", Told::InMonth, "carbon.operational", false),
    ("compute_so_far", Told::SoFar, "throughput.compute", true),
    ("energy_so_far", Told::SoFar, "energy.facility", true),
    ("emitted_so_far", Told::SoFar, "carbon.operational", true),
    ("embodied_so_far", Told::SoFar, "carbon.amortised", false),
    ("built_so_far", Told::SoFar, "carbon.built_amortised", false),
    ("onsite_so_far", Told::SoFar, "water.onsite", false),
    ("upstream_so_far", Told::SoFar, "water.upstream", false),
    ("running_so_far", Told::SoFar, "cost.running.total", false),
    ("annuity_so_far", Told::SoFar, "cost.annuity.total", true),
];

/// The months, with every column.
#[must_use]
pub fn every_month(timeline: &Timeline) -> Sheet {
    sheet("months", timeline, &|_| true)
}

/// The months, as people read them: the headlines; or what stands and what each adds, and then what they have come to.
#[must_use]
pub fn months_sheets(timeline: &Timeline, all: bool) -> Vec<Sheet> {
    if !all {
        return vec![sheet("months", timeline, &|(.., is_headline)| *is_headline)];
    }
    let is_sum = |(_, told, ..): &Column| matches!(told, Told::SoFar);
    vec![sheet("months", timeline, &|column| !is_sum(column)), sheet("so_far", timeline, &is_sum)]
}

/// The months, with some of the columns; with their days, unless these are the headlines.
fn sheet(name: &'static str, timeline: &Timeline, wanted: &dyn Fn(&Column) -> bool) -> Sheet {
    let columns: Vec<_> = COLUMNS.iter().filter(|column| wanted(column)).collect();
    let with_days = columns.iter().any(|(.., is_headline)| !is_headline);
    let cell = |month: &Month, (_, told, path, _): &Column| {
        let rows = match told {
            Told::Standing => &month.standing,
            Told::InMonth => &month.in_month,
            Told::SoFar => &month.so_far,
        };
        figure(rows, path)
    };
    let row = |month: &Month| {
        let date = [Cell::Text(month.date.year_and_month())].into_iter();
        let days = with_days.then(|| number(f64::KIND, f64::from(month.days), "", MOST_DIGITS));
        date.chain(days).chain(columns.iter().map(|column| cell(month, column))).collect()
    };
    let keys = ["month"].into_iter().chain(with_days.then_some("days"));
    let keys = keys.chain(columns.iter().map(|(key, ..)| *key)).collect();
    Sheet { name, keys, rows: timeline.months.iter().map(row).collect() }
}

fn figure(rows: &[FigureRow], path: &str) -> Cell {
    at(rows, path).cloned().map_or(Cell::Blank, Cell::Ranged)
}

/// A number that is of no figure.
const fn number(kind: &'static Kind, base: f64, unit: &'static str, digits: usize) -> Cell {
    Cell::Amount { kind, base, unit, money: Denomination::DOLLARS, digits }
}

/// The phases: when they stand, how long that took by the dates and as announced, and what stands.
#[must_use]
pub fn phases_sheet(timeline: &Timeline) -> Sheet {
    const STANDING: [(&str, &str); 5] = [
        ("devices", "size.devices"),
        ("peak", "throughput.peak"),
        ("it_power", "power.it.rated"),
        ("facility_peak", "power.facility.peak"),
        ("capex", "cost.capex.total"),
    ];
    let mut before = timeline.buildout.began();
    let mut row = |phase: &Evaluated| {
        let cluster = &phase.estimate.scenario.cluster;
        let since = before.map(|before| phase.date.days_since(before));
        before = Some(phase.date);
        let head = [
            Cell::Text(phase.date.to_string()),
            Cell::Text(cluster.name().to_owned()),
            cluster.row().map_or(Cell::Blank, |row| Cell::Word(status(row.status))),
            since.map_or(Cell::Blank, |days| number(f64::KIND, f64::from(days), "", MOST_DIGITS)),
        ];
        head.into_iter().chain(STANDING.map(|(_, path)| figure(&phase.figures, path))).collect()
    };
    let rows = timeline.phases.iter().map(&mut row).collect();
    let keys = ["date", "cluster", "status", "days_since"].into_iter();
    Sheet { name: "phases", keys: keys.chain(STANDING.map(|(key, _)| key)).collect(), rows }
}

/// The word for whether a cluster stands.
const fn status(status: Status) -> &'static str {
    match status {
        Status::Existing => "status-existing",
        Status::Planned => "status-planned",
        Status::Reported => "status-reported",
    }
}

/// Digits of what a run does in a phase.
const RUN_DIGITS: usize = 3;

/// The run over the phases that it meets.
#[must_use]
pub fn run_sheet(timeline: &Timeline, finish: &Finish) -> Sheet {
    let amount = |kind, base, unit| number(kind, base, unit, RUN_DIGITS);
    let first = finish.parts.first().map_or(0, |part| part.phase);
    let whole = |part: &Part| {
        let estimate = part.phase.checked_sub(first).and_then(|place| finish.estimates.get(place));
        estimate.map_or(Cell::Blank, |estimate| figure(&figures(estimate), "duration"))
    };
    let row = |part: &Part| {
        let phase = timeline.buildout.phases().get(part.phase);
        let begin = phase.map_or(finish.start, |phase| phase.date.max(finish.start));
        vec![
            Cell::Text(begin.to_string()),
            phase.map_or(Cell::Blank, |phase| Cell::Text(phase.cluster.name().to_owned())),
            amount(Time::KIND, part.time.base(), "d"),
            amount(Share::KIND, part.share.get(), ""),
            whole(part),
        ]
    };
    let keys = vec!["from", "cluster", "time", "done", "whole"];
    Sheet { name: "run_over_phases", keys, rows: finish.parts.iter().map(row).collect() }
}
