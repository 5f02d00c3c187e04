//! Writing timelines.

use super::node::Node;
use super::result::{figure, note_node};
use crate::analysis::FigureRow;
use crate::analysis::timeline::{
    Evaluated, Finish, Month, Part, STANDING, Timeline, TimelineNote, at, timeline_notes,
};
use crate::catalogue::EDITION;
use crate::quantities::units::days;
use crate::quantities::{Date, Measure};
use crate::report::Locale;

/// A timeline: its phases, its months, when the run is finished, notes.
#[must_use]
pub fn timeline(timeline: &Timeline, locale: Locale) -> Node {
    let phase = |phase: &Evaluated| self::phase(phase, locale);
    let month = |month: &Month| self::month(month, locale);
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "timeline".into()),
        ("name", timeline.buildout.name().into()),
        ("began", timeline.buildout.began().map(text).into()),
        ("phases", timeline.phases.iter().map(phase).collect::<Vec<_>>().into()),
        ("months", timeline.months.iter().map(month).collect::<Vec<_>>().into()),
        ("run", timeline.finish.as_ref().map(|finish| run(timeline, finish)).into()),
        (
            "notes",
            timeline_notes(timeline).iter().map(|note| note_on(note, locale)).collect::<Vec<_>>().into(),
        ),
    ])
}

/// A note, with the phases that it is on where it is not on all.
fn note_on(noted: &TimelineNote, locale: Locale) -> Node {
    let mut node = note_node(&noted.note, locale);
    if !noted.phases.is_empty() {
        node.put("phases", noted.phases.clone().into());
    }
    node
}

fn text(date: Date) -> String {
    date.to_string()
}

fn figures(rows: &[FigureRow], locale: Locale) -> Node {
    Node::keyed(rows.iter().map(|row| (row.path.clone(), figure(row, locale))))
}

fn phase(phase: &Evaluated, locale: Locale) -> Node {
    let cluster = &phase.estimate.scenario.cluster;
    let standing: Vec<_> = STANDING.iter().filter_map(|path| at(&phase.figures, path).cloned()).collect();
    Node::table(vec![
        ("date", text(phase.date).into()),
        ("cluster", cluster.name().into()),
        ("status", cluster.row().map(|row| row.status.name()).into()),
        ("figures", figures(&standing, locale)),
    ])
}

fn month(month: &Month, locale: Locale) -> Node {
    Node::table(vec![
        ("month", month.date.year_and_month().into()),
        ("days", f64::from(month.days).into()),
        ("standing", figures(&month.standing, locale)),
        ("in_month", figures(&month.in_month, locale)),
        ("so_far", figures(&month.so_far, locale)),
    ])
}

/// When a run is finished; times in days.
fn run(timeline: &Timeline, finish: &Finish) -> Node {
    let in_days = |base: f64| base / days(1.0).base();
    let part = |part: &Part| {
        let cluster = timeline.buildout.phases().get(part.phase).map(|phase| phase.cluster.name());
        Node::table(vec![
            ("cluster", cluster.into()),
            ("days", in_days(part.time.base()).into()),
            ("share", part.share.get().into()),
            ("whole_run_days", in_days(part.whole.base()).into()),
        ])
    };
    let (early, late) = finish.between();
    Node::table(vec![
        ("model", finish.model.as_str().into()),
        ("start", text(finish.start).into()),
        ("end", finish.end().map(text).into()),
        ("early", early.map(text).into()),
        ("late", late.map(text).into()),
        ("days", in_days(finish.duration.base()).into()),
        ("low_days", in_days(finish.range.low).into()),
        ("high_days", in_days(finish.range.high).into()),
        ("done_by_last_month", finish.by_last_month.get().into()),
        ("phases", finish.parts.iter().map(part).collect::<Vec<_>>().into()),
    ])
}
