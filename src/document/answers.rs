//! Writing what was solved for, swept over, and why results differ.

use super::node::Node;
use super::result::notes_of;
use crate::analysis::cause::{Bar, Waterfall};
use crate::analysis::solve::{Answer, Side, Solved, Tied};
use crate::analysis::sweep::{Axis, Columns, Sweep};
use crate::analysis::{FigureRow, InputRow, Interval};
use crate::catalogue::EDITION;
use crate::report::{Locale, words};

/// A count as a number.
pub(super) fn count(count: usize) -> Node {
    u32::try_from(count).map_or(Node::Null, |count| f64::from(count).into())
}

/// What was found: the input, the goal, the answers, where it is met.
#[must_use]
pub fn solved(solved: &Solved, locale: Locale) -> Node {
    let Solved { input, figure, .. } = solved;
    let number = |base: f64| Node::from(input.in_unit(base));
    let interval = |range: &Interval| vec![("low", number(range.low)), ("high", number(range.high))];
    let tied_at = |answer: &Answer| {
        let at = |tied: &Tied| (tied.input.path.clone(), tied.input.in_unit(tied.at(answer.value)).into());
        (!solved.tied.is_empty()).then(|| Node::keyed(solved.tied.iter().map(at)))
    };
    let answer = |answer: &Answer| {
        let mut entries = vec![
            ("value", number(answer.value)),
            ("text", words::input_value(&input.at(answer.value), locale).into()),
            ("figure", figure.in_unit(answer.figure).into()),
            ("side", side(answer.side).into()),
            ("by_goal", Node::Bool(answer.by_goal)),
        ];
        entries.extend(answer.range.iter().flat_map(interval));
        entries.extend(tied_at(answer).map(|values| ("tied", values)));
        Node::table(entries)
    };
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "solved".into()),
        ("input", input.path.as_str().into()),
        ("unit", input.unit().into()),
        ("label", words::input_label(input, locale).into()),
        ("present", input.value.map(|value| input.in_unit(value)).into()),
        ("tied", solved.tied.iter().map(|tied| moved(&tied.input, locale)).collect::<Vec<_>>().into()),
        ("figure", figure.path.as_str().into()),
        ("figure_unit", figure.unit().into()),
        ("relation", solved.relation.sign().into()),
        ("goal", figure.in_unit(solved.goal).into()),
        ("answers", solved.answers.iter().map(answer).collect::<Vec<_>>().into()),
        ("met", solved.met.iter().map(|range| Node::table(interval(range))).collect::<Vec<_>>().into()),
        ("searched", Node::table(interval(&solved.searched))),
        ("notes", notes_of(&solved.notes(), locale)),
    ])
}

/// An input that moves with the one that is solved for.
fn moved(input: &InputRow, locale: Locale) -> Node {
    Node::table(vec![
        ("input", input.path.as_str().into()),
        ("unit", input.unit().into()),
        ("label", words::input_label(input, locale).into()),
        ("present", input.value.map(|value| input.in_unit(value)).into()),
    ])
}

/// The name of a side, as documents write it.
const fn side(side: Side) -> &'static str {
    match side {
        Side::Least => "least",
        Side::Greatest => "greatest",
        Side::At => "at",
        Side::Nearest => "nearest",
    }
}

/// The columns of a sweep: by path, each with its unit; nothing where a cell has no such figure. `kept` are the cells that
/// are written; all, where it is `None`.
#[must_use]
pub fn swept(sweep: &Sweep, columns: &Columns, kept: Option<&[usize]>, locale: Locale) -> Node {
    let picked = |column: &[f64]| -> Vec<f64> {
        match kept {
            Some(kept) => kept.iter().filter_map(|cell| column.get(*cell).copied()).collect(),
            None => column.to_vec(),
        }
    };
    let numbers = |column: &[f64], in_unit: &dyn Fn(f64) -> f64| {
        Node::Numbers(picked(column).into_iter().map(in_unit).collect())
    };
    let axis = |(axis, column): (&Axis, &Vec<f64>)| {
        let entries = match &axis.input {
            Some(row) => vec![
                ("unit", row.unit().into()),
                ("label", words::input_label(row, locale).into()),
                ("values", numbers(column, &|base| row.in_unit(base))),
            ],
            None => vec![("values", names(axis, &picked(column)))],
        };
        (axis.path.clone(), Node::table(entries))
    };
    let figure = |(row, column): (&FigureRow, &Vec<f64>)| {
        let entries = vec![
            ("unit", row.unit().into()),
            ("label", words::figure_label(row, locale).into()),
            ("values", numbers(column, &|base| row.in_unit(base))),
        ];
        (row.path.clone(), Node::table(entries))
    };
    let errors = columns.errors.iter().take(MOST_ERRORS).map(|(cell, error)| {
        Node::table(vec![
            ("cell", (*cell).to_string().into()),
            ("message", words::error(error, locale).into()),
        ])
    });
    let inputs = sweep.axes().iter().zip(&columns.inputs).map(axis);
    let figures = sweep.figures().iter().zip(&columns.figures).map(figure);
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "sweep".into()),
        ("cells", count(columns.figures.first().map_or(0, Vec::len))),
        ("failed", count(columns.errors.len())),
        ("cancelled", Node::Bool(columns.swept.cancelled)),
        ("axes", Node::keyed(inputs)),
        ("figures", Node::keyed(figures)),
        ("errors", errors.collect::<Vec<_>>().into()),
    ])
}

/// The options at places on the axis of a choice.
fn names(axis: &Axis, places: &[f64]) -> Node {
    places.iter().map(|place| Node::from(axis.name_of(*place).map(str::to_owned))).collect::<Vec<_>>().into()
}

/// So many errors of cells are written; more say no more.
const MOST_ERRORS: usize = 100;

/// A difference, split: both sides, and the bars from the largest on, in the figure's unit.
#[must_use]
pub fn waterfall(waterfall: &Waterfall, locale: Locale) -> Node {
    let Waterfall { from, to, bars } = waterfall;
    let end = |bar: &Bar, of: fn(&Interval) -> f64| {
        bar.range.as_ref().map_or(Node::Null, |range| from.in_unit(of(range)).into())
    };
    let paths = |bar: &Bar| bar.paths.iter().map(|path| Node::text(path.as_str())).collect::<Vec<_>>();
    let bar = |bar: &Bar| {
        let [before, after] = words::cause_sides(&bar.cause, locale);
        Node::table(vec![
            ("cause", bar.cause.key().into()),
            ("label", words::cause_label(&bar.cause, locale).into()),
            ("from", before.into()),
            ("to", after.into()),
            ("adds", from.in_unit(bar.adds).into()),
            ("low", end(bar, |range| range.low)),
            ("high", end(bar, |range| range.high)),
            ("inputs", paths(bar).into()),
        ])
    };
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "waterfall".into()),
        ("figure", from.path.as_str().into()),
        ("label", words::figure_label(from, locale).into()),
        ("unit", from.unit().into()),
        ("from", from.in_unit(from.value).into()),
        ("to", from.in_unit(to.value).into()),
        ("bars", bars.iter().map(bar).collect::<Vec<_>>().into()),
    ])
}
