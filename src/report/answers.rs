//! What was solved for, swept over, and why results differ, as tables.

use super::locale::Locale;
use super::sheet::{Cell, Sheet};
use super::show::Table;
use super::words;
use crate::analysis::cause::{Bar, Waterfall};
use crate::analysis::scaling::Scaling;
use crate::analysis::solve::{Answer, Side, Solved, Tied};
use crate::analysis::sweep::{Axis, Columns, Sweep};
use crate::analysis::{FigureRow, InputRow, Interval, ServiceFrontier};
use crate::quantities::display::{MOST_DIGITS, denominated, quantity};
use crate::quantities::{Denomination, DeviceTokenRate, Kind, Measure, Share, Time, TokenRate};
use crate::throughput::serving::Found;

/// Digits of an answer: enough to be set, and all of a count.
const ANSWER_DIGITS: usize = 6;
const COUNT_DIGITS: usize = 12;

/// The answers of a solved problem: what each is, its value and range, and the figure there; a row for each input, where
/// several move together.
#[must_use]
pub fn solved_sheet(solved: &Solved) -> Sheet {
    let tied = || solved.tied.iter().map(|tied| (&tied.input, Some(tied)));
    let moving = || [(&solved.input, None)].into_iter().chain(tied());
    let rows = |answer| moving().map(move |(input, tied)| answer_row(solved, answer, input, tied));
    let keys = ["answer", "input", "value", "low", "high", "figure"];
    let keys = keys.into_iter().filter(|key| *key != "input" || !solved.tied.is_empty()).collect();
    Sheet { name: "solve", keys, rows: solved.answers.iter().flat_map(rows).collect() }
}

/// An answer in an input: that which is solved for, or one that is tied to it.
fn answer_row(solved: &Solved, answer: &Answer, input: &InputRow, tied: Option<&Tied>) -> Vec<Cell> {
    let at = |value: f64| tied.map_or(value, |tied| tied.at(value));
    let amount = |base: f64, digits: usize| Cell::Amount {
        kind: input.input.kind,
        base,
        unit: input.symbol(),
        money: input.money,
        digits,
    };
    let [low, high] = match answer.range.map(|range| [at(range.low), at(range.high)]) {
        Some([a, b]) => [a.min(b), a.max(b)].map(|end| amount(end, RANGE_DIGITS)),
        None => [Cell::Blank, Cell::Blank],
    };
    let digits = if input.is_counted() { COUNT_DIGITS } else { ANSWER_DIGITS };
    let range = Interval { low: answer.figure, high: answer.figure };
    let there = FigureRow { value: answer.figure, range, ..solved.figure.clone() };
    let path = (!solved.tied.is_empty()).then(|| Cell::Text(input.path.clone()));
    let first = [Cell::Word(side(answer))].into_iter().chain(path);
    first.chain([amount(at(answer.value), digits), low, high, Cell::Figure(there)]).collect()
}

/// What an answer is called.
const fn side(answer: &Answer) -> &'static str {
    match (answer.side, answer.by_goal) {
        (_, false) => "side-limit",
        (Side::Least, _) => "side-least",
        (Side::Greatest, _) => "side-greatest",
        (Side::At, _) => "side-at",
        (Side::Nearest, _) => "side-nearest",
    }
}

/// The best layouts of a service, a row each.
#[must_use]
pub fn frontier_sheet(frontier: &ServiceFrontier) -> Sheet {
    /// As exact as a row of a table is read.
    const DIGITS: usize = 3;
    let amount = |kind: &'static Kind, base: f64, unit: &'static str| Cell::Amount {
        kind,
        base,
        unit,
        money: Denomination::DOLLARS,
        digits: DIGITS,
    };
    let number = |base: f64| Cell::Amount {
        kind: <f64 as Measure>::KIND,
        base,
        unit: "",
        money: Denomination::DOLLARS,
        digits: MOST_DIGITS,
    };
    let row = |found: &Found| {
        let pace = &found.served.pace;
        vec![
            number(found.tensor),
            number(found.served.replica.devices),
            number(found.batch),
            amount(TokenRate::KIND, pace.user.base(), "token/s"),
            amount(DeviceTokenRate::KIND, pace.device.base(), "token/s/device"),
            amount(Time::KIND, pace.first_token.base(), "ms"),
        ]
    };
    let keys = vec!["tensor", "replica-devices", "sequences", "user-rate", "device-rate", "first-token"];
    Sheet { name: "serve", keys, rows: frontier.found.iter().map(row).collect() }
}

/// Digits of the ends of a range.
const RANGE_DIGITS: usize = 2;

/// What was asked, in a line: the input, those that move with it, and the figure with its goal.
#[must_use]
pub fn solved_title(solved: &Solved, locale: Locale) -> String {
    let Solved { input, figure, goal, relation, .. } = solved;
    let goal = denominated(figure.figure.kind, *goal, None, MOST_DIGITS, locale.style(), &figure.money);
    let label = words::input_label(input, locale);
    let paths = solved.tied.iter().map(|tied| tied.input.path.as_str());
    let paths = [input.path.as_str()].into_iter().chain(paths).collect::<Vec<_>>().join(", ");
    format!("{label} ({paths}) · {} {} {goal}", figure.path, relation.sign())
}

/// What stands beside the answers, in lines: the present value with its figure, where the goal is met, and what was
/// searched where that is not all.
#[must_use]
pub fn solved_lines(solved: &Solved, locale: Locale) -> Vec<String> {
    let Solved { input, figure, searched, is_whole, .. } = solved;
    let shown = |base: f64| words::input_value(&input.at(base), locale);
    let said =
        |word: &'static str, text: &str| format!("{}{}{text}", locale.word(word), locale.word("colon"));
    let present = input
        .value
        .map(|value| said("at-present", &format!("{} → {}", shown(value), words::exact(figure, locale))));
    let span = |range: &Interval| match (
        *is_whole && range.low == searched.low,
        *is_whole && range.high == searched.high,
    ) {
        (true, true) => locale.word("met-everywhere").to_owned(),
        (true, false) => format!("{} {}", locale.word("up-to"), shown(range.high)),
        (false, true) => format!("{} {}", locale.word("from-on"), shown(range.low)),
        (false, false) => format!("{} – {}", shown(range.low), shown(range.high)),
    };
    let tied = |Tied { input, .. }: &Tied| {
        said("tied", &format!("{} ({})", input.path, words::input_value(input, locale)))
    };
    let tied: Vec<_> = solved.tied.iter().map(tied).collect();
    let met: Vec<_> = solved.met.iter().map(span).collect();
    let met = (!solved.answers.is_empty() && !met.is_empty()).then(|| said("met", &met.join("; ")));
    let searched = (!is_whole).then(|| said("searched", &span(searched)));
    let notes = solved.notes().into_iter().map(|note| words::note(&note, locale));
    present.into_iter().chain(tied).chain(met).chain(searched).chain(notes).collect()
}

/// What the scaling law says of a run, in a line: what its compute is best spent on, and its loss.
#[must_use]
pub fn scaling_line(scaling: &Scaling, locale: Locale) -> String {
    let number = |value: f64| quantity(f64::KIND, value, None, SCALING_DIGITS, locale.style());
    let optimal = &scaling.optimal;
    let best = locale
        .word("compute-optimal")
        .replace("{parameters}", &number(optimal.parameters))
        .replace("{tokens}", &number(optimal.tokens.base()))
        .replace("{loss}", &number(optimal.loss));
    let reached = scaling.reached.map(|reached| {
        locale
            .word("loss-reached")
            .replace("{loss}", &number(reached.loss))
            .replace("{ratio}", &number(reached.tokens_per_parameter))
    });
    format!("{best}{}", reached.map_or_else(String::new, |text| format!(" {text}")))
}

/// Digits that an estimate of the scaling law bears.
const SCALING_DIGITS: usize = 3;

/// Why two results differ: a row a bar, from the largest on; the sides stand first and last.
#[must_use]
pub fn waterfall_table(waterfall: &Waterfall, names: [&str; 2], locale: Locale) -> Table {
    let Waterfall { from, to, bars } = waterfall;
    let difference = waterfall.difference();
    let row = |bar: &Bar| {
        let [before, after] = words::cause_sides(&bar.cause, locale);
        let share = if difference == 0.0 { 0.0 } else { bar.adds / difference };
        vec![
            words::cause_label(&bar.cause, locale),
            before,
            after,
            signed(from, bar.adds, locale),
            bar.range.filter(|range| range.low < range.high).map_or_else(String::new, |range| {
                words::between(&signed(from, range.low, locale), &signed(from, range.high, locale))
            }),
            quantity(Share::KIND, share, None, SHARE_DIGITS, locale.style()),
            bar.paths.first().cloned().unwrap_or_default(),
        ]
    };
    let side = |name: &str, row: &FigureRow| {
        vec![
            name.to_owned(),
            String::new(),
            String::new(),
            words::exact(row, locale),
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let first = [side(names[0], from)];
    let bars = bars.iter().filter(|bar| bar.adds != 0.0);
    let rows = first.into_iter().chain(bars.map(row)).chain([side(names[1], to)]).collect();
    let mut table = Table::of(&["cause", "from", "to", "adds", "ninety", "share", "path"], rows, locale);
    for (title, name) in table.header.iter_mut().skip(1).zip(names) {
        name.clone_into(title);
    }
    table
}

/// What differs without effect on the figure, in a line.
#[must_use]
pub fn without_effect(waterfall: &Waterfall, locale: Locale) -> Option<String> {
    let idle = waterfall.bars.iter().filter(|bar| bar.adds == 0.0);
    let causes: Vec<_> = idle.map(|bar| words::cause_label(&bar.cause, locale)).collect();
    let text = || format!("{}{}{}", locale.word("without-effect"), locale.word("colon"), causes.join(", "));
    (!causes.is_empty()).then(text)
}

/// Digits of a share of a difference.
const SHARE_DIGITS: usize = 3;

/// An amount of a figure with its sign.
fn signed(row: &FigureRow, base: f64, locale: Locale) -> String {
    let amount = FigureRow { value: base.abs(), range: Interval { low: base, high: base }, ..row.clone() };
    let sign = if base < 0.0 { "−" } else { "+" };
    format!("{sign}{}", words::exact(&amount, locale))
}

/// The most cells that a table for people shows.
pub const MOST_ROWS: usize = 200;

/// A place on an axis, as people write it.
#[must_use]
pub fn axis_text(axis: &Axis, base: f64, locale: Locale) -> String {
    match &axis.input {
        Some(row) => words::input_value(&row.at(base), locale),
        None => axis.name_of(base).unwrap_or_default().to_owned(),
    }
}

/// The cells of a sweep as a table, as many as people read; `kept` are those that are shown, where not all.
#[must_use]
pub fn sweep_table(sweep: &Sweep, columns: &Columns, kept: Option<&[usize]>, locale: Locale) -> Table {
    let cells = columns.figures.first().map_or(0, Vec::len);
    let shown: Vec<usize> = match kept {
        Some(kept) => kept.iter().copied().take(MOST_ROWS).collect(),
        None => (0..cells.min(MOST_ROWS)).collect(),
    };
    let axis = |(axis, column): (&Axis, &Vec<f64>), cell: usize| {
        axis_text(axis, column.get(cell).copied().unwrap_or(f64::NAN), locale)
    };
    let figure = |(row, column): (&FigureRow, &Vec<f64>), cell: usize| match column.get(cell) {
        Some(value) if !value.is_nan() => words::exact(&FigureRow { value: *value, ..row.clone() }, locale),
        _ => "—".to_owned(),
    };
    let row = |cell: &usize| {
        let inputs = sweep.axes().iter().zip(&columns.inputs).map(|pair| axis(pair, *cell));
        inputs.chain(sweep.figures().iter().zip(&columns.figures).map(|pair| figure(pair, *cell))).collect()
    };
    let paths = sweep.axes().iter().map(|axis| axis.path.clone());
    let header = paths.chain(sweep.figures().iter().map(|row| row.path.clone())).collect();
    Table { keys: Vec::new(), header, rows: shown.iter().map(row).collect() }
}

/// What stands beside the cells of a sweep, in lines: those that failed, those that no other beats, those not shown.
#[must_use]
pub fn swept_lines(columns: &Columns, kept: Option<&[usize]>, locale: Locale) -> Vec<String> {
    let cells = columns.figures.first().map_or(0, Vec::len);
    let best = kept.map(|kept| format!("{} {} {cells}", kept.len(), locale.word("cells-best")));
    let more = kept.map_or(cells, <[usize]>::len).saturating_sub(MOST_ROWS);
    let more = (more > 0).then(|| format!("{more} {}", locale.word("cells-more")));
    let failed = columns.errors.first().map(|(_, error)| {
        let colon = locale.word("colon");
        format!(
            "{} {}{colon}{}",
            columns.errors.len(),
            locale.word("cells-failed"),
            words::error(error, locale)
        )
    });
    best.into_iter().chain(more).chain(failed).collect()
}
