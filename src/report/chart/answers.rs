//! Charts of answers: why two results differ, how sure they are, what matters most, what a sweep gives.

use super::frontier::{Candidate, Frontier};
use super::lines::{LinePanel, Lines, Series};
use super::make::{FAR_APART, filled, listed, title};
use super::spreads::{Heap, Histogram, Percentiles, SpreadPanel, Spreads};
use super::tornado::{Swing, Tornado};
use super::waterfall::{Step, Waterfall};
use super::{Along, Caption, Chart, Form, Measured};
use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::sweep::{Axis, Best};
use crate::analysis::uncertainty::{Spread, Uncertainty};
use crate::analysis::{Columns, FigureRow, ServiceFrontier, Sweep, cause};
use crate::error::{Code, Error};
use crate::quantities::display::{MOST_DIGITS, plain};
use crate::quantities::order::put_in_order;
use crate::quantities::{DeviceTokenRate, Measure, Share, TokenRate};
use crate::report::answers::axis_text;
use crate::report::called::{all_called, called};
use crate::report::uncertainty::{around, paths};
use crate::report::{Locale, words};
use crate::throughput::serving::Found;

/// Lines that can be told from each other.
const SERIES: usize = 8;

/// The difference of two results in a figure, split over its causes.
///
/// # Errors
/// When there is no difference.
pub fn of_waterfall(told: &cause::Waterfall, names: [&str; 2], locale: Locale) -> Result<Chart, Error> {
    let causes: Vec<_> = told.bars.iter().filter(|bar| bar.adds != 0.0).collect();
    if causes.is_empty() {
        return Err(Error::new(Code::NoDifference, vec![("figure", told.from.path.clone())]));
    }
    let measured = Measured::of_figure(&told.from, locale);
    let step = |bar: &&cause::Bar| Step {
        label: words::cause_label(&bar.cause, locale),
        amount: bar.adds,
        range: bar.range.map(|range| (range.low, range.high)),
    };
    let names = all_called(&names.map(str::to_owned), locale);
    let [from, to] = [0, 1].map(|side| names.get(side).map_or("", String::as_str));
    let whole = |name: &str, amount| Step { label: name.to_owned(), amount, range: None };
    Ok(Chart::Waterfall(Waterfall {
        caption: Caption { title: filled("beside", from, to, locale), note: String::new() },
        measured,
        start: Some(whole(from, told.from.value)),
        steps: causes.iter().map(step).collect(),
        end: whole(to, told.to.value),
    }))
}

/// What each doubtful input does to a figure alone, the one that matters most first.
#[must_use]
pub fn of_sensitivity(found: &Sensitivity, locale: Locale) -> Chart {
    let measured = Measured::of_figure(&found.row, locale);
    let swing = |cause: &crate::analysis::Cause| {
        let [low, high] = cause.ends;
        let aside = words::input_range(&cause.row, locale);
        Swing {
            label: words::input_label(&cause.row, locale).to_owned(),
            aside,
            low,
            high,
            text: String::new(),
        }
    };
    let positive = found.causes.iter().flat_map(|cause| cause.ends).all(|end| end > 0.0);
    Chart::Tornado(Tornado {
        caption: Caption { title: measured.label.clone(), note: title(&found.estimate.scenario, locale) },
        measured,
        centre: found.row.value,
        swings: found.causes.iter().map(swing).collect(),
        form: if positive && found.row.value > 0.0 { Form::Log } else { Form::Linear },
        is_sorted: true,
    })
}

/// Bins of a histogram.
const BINS: u16 = 40;

/// What was drawn, each side by its name: of one figure a histogram, of several their intervals; those of one side by their
/// medians, on one scale.
#[must_use]
pub fn of_uncertainty(drawn: &[Uncertainty], names: &[String], locale: Locale) -> Chart {
    let (paths, names) = (paths(drawn), &all_called(names, locale));
    match (paths.as_slice(), drawn) {
        ([path], sides) => histogram(path, sides, names, locale),
        (_, [one]) => by_medians(one, names, locale),
        (paths, sides) => side_by_side(paths, sides, names, locale),
    }
}

fn histogram(path: &str, drawn: &[Uncertainty], names: &[String], locale: Locale) -> Chart {
    let sides: Vec<_> =
        drawn.iter().zip(names).filter_map(|(side, name)| Some((side.at(path)?, name))).collect();
    let bulks = || sides.iter().map(|(spread, _)| spread.bulk());
    let from = bulks().fold(f64::INFINITY, |least, [from, _]| least.min(from));
    let to = bulks().fold(f64::NEG_INFINITY, |most, [_, to]| most.max(to));
    let heap = |(spread, name): &(&Spread, &String)| {
        let bins = spread.histogram_between(from, to, BINS);
        let all = bins.counts.iter().chain([&bins.below, &bins.above]).copied().map(f64::from).sum::<f64>();
        Heap {
            name: (*name).clone(),
            from: bins.from,
            to: bins.to,
            shares: bins.counts.iter().map(|count| f64::from(*count) / all).collect(),
            at: [spread.ninety.low, spread.median, spread.ninety.high],
        }
    };
    let measured = sides.first().map(|(spread, _)| Measured::of_figure(&spread.row, locale));
    let measured = measured.unwrap_or_else(|| Measured::of(path, f64::KIND));
    Chart::Histogram(Histogram {
        caption: Caption { title: measured.label.clone(), note: listed(names, locale) },
        x: Along::Amount(measured, Form::Linear),
        y: Measured::of(locale.chart_word("share-of-draws"), Share::KIND),
        heaps: sides.iter().map(heap).collect(),
    })
}

/// The percentiles of a figure, over so much of it.
fn percentiles(spread: &Spread, over: f64) -> Option<[f64; 5]> {
    let Spread { half, ninety, median, .. } = spread;
    let at = [ninety.low, half.low, *median, half.high, ninety.high].map(|value| value / over);
    (at.iter().all(|value| value.is_finite()) && ninety.low < ninety.high).then_some(at)
}

fn by_medians(drawn: &Uncertainty, names: &[String], locale: Locale) -> Chart {
    let row = |spread: &Spread| {
        let at = percentiles(spread, spread.median).filter(|at| at.iter().all(|value| *value > 0.0))?;
        let row = around(spread, spread.ninety);
        Some(Percentiles {
            name: words::figure_label(&row, locale),
            at,
            text: words::figure_value(&row, locale),
            aside: words::figure_range(&row, locale),
        })
    };
    let rows: Vec<_> = drawn.figures.iter().filter_map(row).collect();
    let title = filled("sure", &listed(names, locale), "", locale);
    let panel = SpreadPanel { measured: Measured::of(locale.chart_word("times-median"), f64::KIND), rows };
    let note = locale.chart_word("spreads-note").to_owned();
    Chart::Spreads(Spreads { caption: Caption { title, note }, panels: vec![panel], form: Form::Log })
}

fn side_by_side(paths: &[String], drawn: &[Uncertainty], names: &[String], locale: Locale) -> Chart {
    let panel = |path: &String| {
        let sides = drawn.iter().zip(names).filter_map(|(side, name)| Some((side.at(path)?, name)));
        let measured = sides.clone().next().map(|(spread, _)| Measured::of_figure(&spread.row, locale))?;
        let row = |(spread, name): (&Spread, &String)| {
            let (at, text) = (percentiles(spread, 1.0)?, String::new());
            Some(Percentiles { name: name.clone(), at, aside: text.clone(), text })
        };
        let rows: Vec<_> = sides.filter_map(row).collect();
        (!rows.is_empty()).then_some(SpreadPanel { measured, rows })
    };
    let panels: Vec<_> = paths.iter().filter_map(panel).collect();
    let form = if panels.iter().any(is_far_apart) { Form::Log } else { Form::Linear };
    let positive =
        panels.iter().flat_map(|panel| &panel.rows).flat_map(|row| row.at).all(|value| value > 0.0);
    let form = if positive { form } else { Form::Linear };
    let note = locale.chart_word("spreads-sides").to_owned();
    Chart::Spreads(Spreads { caption: Caption { title: listed(names, locale), note }, panels, form })
}

/// Whether one median would be out of all proportion to another.
fn is_far_apart(panel: &SpreadPanel) -> bool {
    let medians = || panel.rows.iter().map(|row| row.at[2]);
    medians().fold(0.0, f64::max) / medians().fold(f64::INFINITY, f64::min) >= FAR_APART
}

/// What a sweep gives: of two figures the frontier, where the cells on it are known; else a panel for each figure over the first
/// axis of numbers, below each other over one bottom, with a line for each place on the other axes, in the same colour in all. The
/// bottom is logarithmic where the axis was given so, and then also what a figure that goes far up or down stands on.
///
/// # Errors
/// When it has no axis of numbers, or more lines than can be told from each other.
pub fn of_sweep(
    sweep: &Sweep,
    columns: &Columns,
    best: Option<&Best>,
    locale: Locale,
) -> Result<Chart, Error> {
    let figure = |best: &Best, axis: usize| {
        let place = *best.figures.get(axis)?;
        sweep.figures().get(place).zip(columns.figures.get(place))
    };
    match best.and_then(|best| Some((best, figure(best, 0)?, figure(best, 1)?))) {
        Some((best, (x, xs), (y, ys))) => {
            let cells = xs.iter().zip(ys).enumerate();
            let candidate = |(cell, (x, y)): (usize, (&f64, &f64))| Candidate {
                name: places(sweep, columns, cell, None, locale),
                x: *x,
                y: *y,
                is_best: best.cells.contains(&cell),
            };
            let known = cells.filter(|(_, (x, y))| x.is_finite() && y.is_finite());
            let [x, y] = [x, y].map(|row| Measured::of_figure(row, locale));
            Ok(Chart::Frontier(Frontier {
                caption: Caption { title: filled("beside", &x.label, &y.label, locale), note: String::new() },
                x,
                x_form: Form::Linear,
                y,
                y_form: Form::Linear,
                candidates: known.map(candidate).collect(),
            }))
        }
        None => lines(sweep, columns, locale),
    }
}

/// The best layouts of a service: the rate of a user against that of a device.
#[must_use]
pub fn of_service(frontier: &ServiceFrontier, locale: Locale) -> Chart {
    let candidate = |found: &Found| Candidate {
        name: format!(
            "{} {}, {} {}",
            locale.word("tensor"),
            plain(found.tensor, MOST_DIGITS, locale.style()),
            locale.word("sequences"),
            plain(found.batch, MOST_DIGITS, locale.style())
        ),
        x: found.served.pace.user.base(),
        y: found.served.pace.device.base(),
        is_best: true,
    };
    let ServiceFrontier { model, accelerator, found } = frontier;
    Chart::Frontier(Frontier {
        caption: Caption {
            title: format!("{} @ {}", called(model, locale), called(accelerator, locale)),
            note: String::new(),
        },
        x: Measured::of(locale.word("user-rate"), TokenRate::KIND),
        x_form: Form::Log,
        y: Measured::of(locale.word("device-rate"), DeviceTokenRate::KIND),
        y_form: Form::Log,
        candidates: found.iter().map(candidate).collect(),
    })
}

fn lines(sweep: &Sweep, columns: &Columns, locale: Locale) -> Result<Chart, Error> {
    let refused = || Error::new(Code::NotDrawn, vec![("field", "sweep".to_owned())]);
    let place = sweep.axes().iter().position(|axis| axis.input.is_some()).ok_or_else(refused)?;
    let (along, xs) = sweep.axes().get(place).zip(columns.inputs.get(place)).ok_or_else(refused)?;
    let input = along.input.as_ref().ok_or_else(refused)?;
    let names: Vec<_> = (0..xs.len()).map(|cell| places(sweep, columns, cell, Some(place), locale)).collect();
    let panel = |(figure, ys): (&FigureRow, &Vec<f64>)| {
        let measured = Measured::of_figure(figure, locale);
        let form = if along.is_log() { form_of(ys) } else { Form::Linear };
        let panel = LinePanel { measured, form, series: series(&names, xs, ys) };
        panel.series.iter().any(|line| !line.points.is_empty()).then_some(panel)
    };
    let panels: Vec<_> = sweep.figures().iter().zip(&columns.figures).filter_map(panel).collect();
    if panels.is_empty() || panels.iter().any(|panel| panel.series.len() > SERIES) {
        return Err(refused());
    }
    let x = Measured::of(words::input_label(input, locale), input.input.kind);
    let title = format!("{}{}{}", title(sweep.scenario(), locale), locale.word("colon"), x.label);
    let note = if along.is_log() { locale.chart_word("swept-log") } else { "" };
    Ok(Chart::Lines(Lines {
        caption: Caption { title, note: note.to_owned() },
        x: Along::Amount(x, if along.is_log() { Form::Log } else { Form::Linear }),
        panels,
    }))
}

/// How the values of a figure stand where places multiply: by their logarithms too, where some are many times others.
fn form_of(values: &[f64]) -> Form {
    let known = || values.iter().copied().filter(|value| value.is_finite());
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(0.0, f64::max));
    if low > 0.0 && high / low >= FAR_APART { Form::Log } else { Form::Linear }
}

/// A figure over places, a line for each name, in the order of the names; without the cells that have no value.
fn series(names: &[String], xs: &[f64], ys: &[f64]) -> Vec<Series> {
    let mut lines: Vec<Series> = Vec::new();
    for ((name, x), y) in names.iter().zip(xs).zip(ys) {
        let place = lines.iter().position(|line| line.name == *name).unwrap_or(lines.len());
        if place == lines.len() {
            lines.push(Series { name: name.clone(), points: Vec::new() });
        }
        if let Some(line) = lines.get_mut(place).filter(|_| y.is_finite()) {
            line.points.push((*x, *y));
        }
    }
    for line in &mut lines {
        put_in_order(&mut line.points, |a, b| a.0 < b.0);
    }
    lines
}

/// The places of a cell on the axes but one, as people write them.
fn places(sweep: &Sweep, columns: &Columns, cell: usize, but: Option<usize>, locale: Locale) -> String {
    let others =
        sweep.axes().iter().zip(&columns.inputs).enumerate().filter(|(place, _)| Some(*place) != but);
    let text = |(_, (axis, column)): (usize, (&Axis, &Vec<f64>))| {
        column
            .get(cell)
            .map_or_else(String::new, |value| called(&axis_text(axis, *value, locale), locale).to_owned())
    };
    others.map(text).collect::<Vec<_>>().join(", ")
}
