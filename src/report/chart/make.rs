//! Charts of results: which figures they show, and what stands above them.

use super::{
    Along, AreaPanel, Areas, Bar, BarPanel, Bars, Caption, Chart, Form, Layer, Measured, SIDES, Spread,
    Swing, Tornado, Tree,
};
use crate::analysis::timeline::{Evaluated, Month, Timeline, at};
use crate::analysis::{Comparison, FigureRow, figures};
use crate::error::Error;
use crate::estimate::{Estimate, Scenario};
use crate::quantities::{Date, Measure};
use crate::report::called::all_called;
use crate::report::{Locale, explain, show, tree, words};

/// The figures of a comparison, in their order.
const COMPARED: [&str; 8] = [
    "size.devices",
    "throughput.peak",
    "power.facility.peak",
    "energy.facility",
    "carbon.operational",
    "water.onsite",
    "cost.capex.total",
    "cost.annuity.total",
];
/// From this ratio on the smaller of two bars is not seen any more.
pub(super) const FAR_APART: f64 = 12.0;

/// The word of a key, with names in place of its `#` and `~`.
pub(super) fn filled(key: &'static str, first: &str, second: &str, locale: Locale) -> String {
    locale.chart_word(key).replace('#', first).replace('~', second)
}

/// The headlines of results side by side; by marks on a logarithmic scale, where they are far apart.
#[must_use]
pub fn of_comparison(comparison: &Comparison, locale: Locale) -> Chart {
    of_figures(comparison, &COMPARED, locale)
}

/// Some figures of results side by side, by their paths.
#[must_use]
pub fn of_figures(comparison: &Comparison, paths: &[&str], locale: Locale) -> Chart {
    let names = all_called(&show::names(comparison), locale);
    let sides: Vec<_> = comparison.sides.iter().map(figures).collect();
    let panels: Vec<_> = paths.iter().filter_map(|path| panel(path, &names, &sides, locale)).collect();
    let form = if panels.iter().any(is_far_apart) { Form::Log } else { Form::Linear };
    let note = if form == Form::Log { "compare-log" } else { "compare-linear" };
    let note = locale.chart_word(note).to_owned();
    Chart::Bars(Bars { caption: Caption { title: listed(&names, locale), note }, panels, form })
}

/// Names as a sentence lists them.
pub(super) fn listed(names: &[String], locale: Locale) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => filled("beside", &rest.join(", "), last, locale),
        None => String::new(),
    }
}

/// What a scenario is called.
pub(super) fn title(scenario: &Scenario, locale: Locale) -> String {
    all_called(&[show::name_of(scenario)], locale).concat()
}

/// A figure of every side that has it; a side without it is left out.
fn panel(path: &str, names: &[String], sides: &[Vec<FigureRow>], locale: Locale) -> Option<BarPanel> {
    let rows: Vec<_> =
        sides.iter().zip(names).filter_map(|(rows, name)| Some((at(rows, path)?, name))).collect();
    let (first, _) = rows.first()?;
    let bar = |(row, name): &(&FigureRow, &String)| Bar { name: (*name).clone(), spread: Spread::of(row) };
    Some(BarPanel { measured: Measured::of_figure(first, locale), bars: rows.iter().map(bar).collect() })
}

/// Whether one bar would be out of all proportion to another, all being more than nothing.
fn is_far_apart(panel: &BarPanel) -> bool {
    let values = || panel.bars.iter().map(|bar| bar.spread.value);
    let (least, most) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let lows = panel.bars.iter().all(|bar| bar.spread.low > 0.0);
    lows && most / least >= FAR_APART
}

/// How sure each headline of a result is: its range beside its median.
#[must_use]
pub fn of_result(estimate: &Estimate, locale: Locale) -> Chart {
    let swing = |row: &FigureRow| {
        let (low, high) = (row.range.low / row.value, row.range.high / row.value);
        (row.value > 0.0 && low > 0.0 && low < high && high.is_finite()).then(|| Swing {
            label: words::figure_label(row, locale),
            aside: words::figure_range(row, locale),
            low,
            high,
            text: words::figure_value(row, locale),
        })
    };
    let title = filled("sure", &title(&estimate.scenario, locale), "", locale);
    let note = locale.chart_word("sure-note").to_owned();
    Chart::Tornado(Tornado {
        caption: Caption { title, note },
        measured: Measured::of(locale.chart_word("times-median"), f64::KIND),
        centre: 1.0,
        swings: show::rows(estimate, false).iter().filter_map(swing).collect(),
        form: Form::Log,
        is_sorted: false,
    })
}

/// What adds up in a timeline, beside what stands: path, whether it adds up.
const OVER_TIME: [(&str, bool); 4] = [
    ("power.facility.peak", false),
    ("energy.facility", true),
    ("carbon.operational", true),
    ("cost.annuity.total", true),
];

/// A site that is built in phases: its devices by what they are, its power, and what has added up.
#[must_use]
pub fn of_timeline(timeline: &Timeline, locale: Locale) -> Chart {
    let name = timeline.buildout.row().map_or(timeline.buildout.name(), |row| row.name);
    let caption = Caption {
        title: filled("grows", name, "", locale),
        note: locale.chart_word("grows-note").to_owned(),
    };
    let first = timeline.buildout.first().month();
    let names: Vec<_> =
        timeline.phases.iter().map(|phase| phase.estimate.scenario.cluster.name().to_owned()).collect();
    let event = |(phase, name): (&Evaluated, String)| (f64::from(months_from(first, phase.date)), name);
    let others = OVER_TIME.iter().filter_map(|(path, adds_up)| adding(timeline, path, *adds_up, locale));
    Chart::Areas(Areas {
        caption,
        x: Along::Months(first),
        panels: devices(timeline, locale).into_iter().chain(others).collect(),
        events: timeline.phases.iter().zip(all_called(&names, locale)).map(event).collect(),
    })
}

/// Months from that of one day to that of another.
const fn months_from(first: Date, day: Date) -> i32 {
    const MONTHS: i32 = 12;
    let ((year, month, _), (then, month_then, _)) = (first.civil(), day.civil());
    (then - year) * MONTHS + month_then - month
}

/// The devices of a phase by what they are.
fn standing(phase: &Evaluated) -> Vec<(&'static str, f64)> {
    let pools = phase.estimate.scenario.cluster.pools().iter().enumerate();
    let devices =
        |place: usize| at(&phase.figures, &format!("size.pools.{place}.devices")).map(|row| row.value);
    pools.filter_map(|(place, pool)| Some((pool.accelerator().name, devices(place)?))).collect()
}

/// Devices by what they are; those beyond the colours in one layer.
fn devices(timeline: &Timeline, locale: Locale) -> Option<AreaPanel> {
    let last = timeline.months.iter().filter_map(|month| at(&month.standing, "size.devices")).next_back()?;
    let phases: Vec<_> = timeline.phases.iter().map(standing).collect();
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in phases.iter().flatten() {
        if !names.contains(name) {
            names.push(name);
        }
    }
    let own = if names.len() > SIDES { SIDES - 1 } else { names.len() };
    let count = |month: &Month, is_of: &dyn Fn(&str) -> bool| {
        let standing = phases.get(month.phase).into_iter().flatten();
        standing.filter(|(name, _)| is_of(name)).map(|(_, devices)| devices).sum()
    };
    let layer = |name: &str, is_of: &dyn Fn(&str) -> bool| Layer {
        name: name.to_owned(),
        values: timeline.months.iter().map(|month| Spread::exact(count(month, is_of))).collect(),
    };
    let (named, others) = names.split_at_checked(own)?;
    let layers = named.iter().map(|name| layer(name, &|known| known == *name));
    let rest =
        (!others.is_empty()).then(|| layer(locale.chart_word("others"), &|known| others.contains(&known)));
    let measured = Measured::of_figure(last, locale);
    Some(AreaPanel { measured, layers: layers.chain(rest).collect(), is_stepped: true })
}

/// A figure that stands, or has added up, month by month; nothing where a month is without it.
fn adding(timeline: &Timeline, path: &str, adds_up: bool, locale: Locale) -> Option<AreaPanel> {
    let row = |month: &Month| at(if adds_up { &month.so_far } else { &month.standing }, path).cloned();
    let rows = timeline.months.iter().map(row).collect::<Option<Vec<_>>>()?;
    let mut measured = Measured::of_figure(rows.first()?, locale);
    if adds_up {
        measured.label = filled("added-up", &measured.label, "", locale);
    }
    let layer = Layer { name: String::new(), values: rows.iter().map(Spread::of).collect() };
    Some(AreaPanel { measured, layers: vec![layer], is_stepped: !adds_up })
}

/// A figure, opened, with so many terms at most.
///
/// # Errors
/// When the result has no such figure: names the nearest.
pub fn of_explanation(estimate: &Estimate, path: &str, most: usize, locale: Locale) -> Result<Chart, Error> {
    let (root, opened) = (tree::tree(estimate, path, most)?, explain(estimate, path, locale)?);
    let title = format!(
        "{}{}{}",
        title(&estimate.scenario, locale),
        locale.word("colon"),
        words::figure_label(&opened.row, locale)
    );
    let caption = Caption { title, note: format!("= {}", opened.formula) };
    let feeds = opened.feeds.iter().map(|row| words::figure_label(row, locale)).collect();
    Ok(Chart::Tree(Tree { caption, root, feeds }))
}
