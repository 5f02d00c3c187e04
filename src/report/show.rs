//! Tables: of a result, of results side by side, of the trend, of the catalogue.

use super::entry::{Entry, Field};
use super::ledger::Explanation;
use super::locale::Locale;
use super::words;
use crate::analysis::plan::{Found, Planned, Rejection};
use crate::analysis::validation::{Errors, Judged, SetErrors};
use crate::analysis::{
    ChoiceRow, Comparison, FigureRow, Growth, InputRow, Trend, TrendRow, choices, figures, inputs,
};
use crate::catalogue::Precision;
use crate::error::{Code, Note};
use crate::estimate::{Estimate, Scenario, Task};
use crate::quantities::display::quantity;
use crate::quantities::{Information, Measure, Mfu, Time};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The keys of its columns, the same in every language.
    pub keys: Vec<&'static str>,
    /// What its columns are called.
    pub header: Vec<String>,
    /// Its rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of columns with keys, each called by the word of its key.
    pub(super) fn of(keys: &[&'static str], rows: Vec<Vec<String>>, locale: Locale) -> Self {
        let header = keys.iter().map(|key| locale.word(key).to_owned()).collect();
        Self { keys: keys.to_vec(), header, rows }
    }
}

/// The figures that a table shows unless all are asked for, in its order.
pub const HEADLINES: &[&str] = &[
    "work.compute",
    "work.parameters",
    "work.active_parameters",
    "size.devices",
    "size.chips.devices",
    "size.power.devices",
    "size.it_power.devices",
    "size.money.devices",
    "size.announced.budget_per_power",
    "throughput.peak",
    "throughput.sustained",
    "throughput.mfu",
    "step.total",
    "memory.total",
    "memory.headroom",
    "service.users",
    "service.pace.user",
    "service.pace.first_token",
    "service.capacity",
    "service.pace.device",
    "service.replicas",
    "service.replica.devices",
    "service.busy",
    "service.needed",
    "service.answers",
    "duration",
    "device_time",
    "reliability.mtbf",
    "reliability.goodput",
    "power.it.rated",
    "power.facility.peak",
    "power.facility.average",
    "energy.facility",
    "energy.token.device",
    "energy.token.facility",
    "energy.token.request",
    "supply.fuel",
    "supply.price",
    "supply.carbon",
    "carbon.operational",
    "carbon.token.operational",
    "carbon.amortised",
    "water.onsite",
    "water.upstream",
    "cost.capex.it",
    "cost.capex.facility",
    "cost.capex.total",
    "cost.capex.per_power",
    "cost.energy.total",
    "cost.annuity.total",
    "cost.annuity.per_device_hour",
    "cost.annuity.per_served_token",
    "cost.annuity.per_output_token",
    "cost.annuity.per_input_token",
    "cost.straight_line.total",
    "cost.rental.total",
    "cost.rental.per_served_token",
];

/// The headline figures of a result; all of them where asked for.
#[must_use]
pub fn rows(estimate: &Estimate, all: bool) -> Vec<FigureRow> {
    let rows = figures(estimate);
    if !all {
        let headline = |path: &&str| rows.iter().find(|row| row.path == **path).cloned();
        return HEADLINES.iter().filter_map(headline).collect();
    }
    rows
}

/// A result as a table: path, label, value, range.
#[must_use]
pub fn result_table(estimate: &Estimate, all: bool, locale: Locale) -> Table {
    let cells = |row: &FigureRow| {
        vec![
            words::figure_label(row, locale),
            words::figure_value(row, locale),
            words::figure_range(row, locale),
            row.path.clone(),
        ]
    };
    Table::of(&["figure", "value", "range", "path"], rows(estimate, all).iter().map(cells).collect(), locale)
}

/// A figure of each side of a comparison, side by side.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Its path.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// The figure on each side; `None` where a side has none.
    pub cells: Vec<Option<FigureRow>>,
}

impl Beside {
    /// How many times the first side's figure goes into another side's.
    #[must_use]
    pub fn ratio(&self, side: usize) -> Option<f64> {
        let first = self.cells.first()?.as_ref()?;
        let other = self.cells.get(side)?.as_ref()?;
        (first.value != 0.0).then(|| other.value / first.value)
    }
}

/// The figures of a comparison, side by side, in the order of the headlines, or all of them.
#[must_use]
pub fn beside(comparison: &Comparison, all: bool, locale: Locale) -> Vec<Beside> {
    let sides: Vec<_> = comparison.sides.iter().map(figures).collect();
    beside_of(&sides, all, locale)
}

/// The same, given all figures of each side.
pub(crate) fn beside_of(sides: &[Vec<FigureRow>], all: bool, locale: Locale) -> Vec<Beside> {
    let mut paths: Vec<&str> = HEADLINES.to_vec();
    if all {
        paths.clear();
        for row in sides.iter().flatten() {
            if !paths.contains(&row.path.as_str()) {
                paths.push(&row.path);
            }
        }
    }
    paths.retain(|path| sides.iter().flatten().any(|row| row.path == *path));
    let of_path = |path: &&str| {
        let cells: Vec<_> =
            sides.iter().map(|rows| rows.iter().find(|row| row.path == **path).cloned()).collect();
        let label =
            cells.iter().flatten().next().map_or_else(String::new, |row| words::figure_label(row, locale));
        Beside { path: (*path).to_owned(), label, cells }
    };
    paths.iter().map(of_path).collect()
}

/// A comparison as a table: a row a figure, a column a side, and how many times the first the others are.
#[must_use]
pub fn comparison_table(comparison: &Comparison, all: bool, locale: Locale) -> Table {
    let names: Vec<_> = names(comparison);
    let ratio = locale.word("ratio");
    let ratios = names
        .iter()
        .skip(1)
        .map(|name| if names.len() > 2 { format!("{ratio}, {name}") } else { ratio.to_owned() });
    let mut header = vec![locale.word("figure").to_owned()];
    header.extend(names.iter().cloned().chain(ratios).chain([locale.word("path").to_owned()]));
    let binds = comparison.sides.iter().map(|side| locale.word(side.binding().name()).to_owned());
    let blanks = names.iter().map(|_| String::new());
    let mut table = Table { header, ..Table::default() };
    table.rows.push([locale.word("binds-first").to_owned()].into_iter().chain(binds).chain(blanks).collect());
    for row in beside(comparison, all, locale) {
        let mut cells = vec![row.label.clone()];
        cells.extend(
            row.cells
                .iter()
                .map(|cell| cell.as_ref().map_or("—".to_owned(), |cell| cell_text(cell, locale))),
        );
        cells.extend(
            (1..names.len()).map(|side| row.ratio(side).map_or(String::new(), |ratio| times(ratio, locale))),
        );
        cells.push(row.path);
        table.rows.push(cells);
    }
    table
}

/// What the sides of a comparison are called, each name once.
#[must_use]
pub fn names(comparison: &Comparison) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for side in &comparison.sides {
        let name = name(side);
        let again =
            names.iter().filter(|known| **known == name || known.starts_with(&format!("{name}#"))).count();
        names.push(if again == 0 { name } else { format!("{name}#{}", again + 1) });
    }
    names
}

/// What a result is of: its cluster, with the model that is trained on it.
#[must_use]
pub fn name(estimate: &Estimate) -> String {
    name_of(&estimate.scenario)
}

/// What a scenario is of.
#[must_use]
pub fn name_of(scenario: &Scenario) -> String {
    let cluster = scenario.cluster.name();
    match &scenario.task {
        Task::Operation(_) => cluster.to_owned(),
        Task::Training(run) => format!("{}@{cluster}", run.model().name()),
        Task::Serving(load) => format!("{}@{cluster}", load.model().name()),
    }
}

fn cell_text(row: &FigureRow, locale: Locale) -> String {
    let (value, range) = (words::figure_value(row, locale), words::figure_range(row, locale));
    if range.is_empty() { value } else { format!("{value}\n({range})") }
}

fn times(ratio: f64, locale: Locale) -> String {
    format!("× {}", crate::quantities::display::plain(ratio, 2, locale.style()))
}

/// The trend as a table: a row a cluster, by date.
#[must_use]
pub fn trend_table(trend: &Trend, locale: Locale) -> Table {
    let written = |kind, value| quantity(kind, value, None, 3, locale.style());
    let unknown = || locale.word("unknown").to_owned();
    let cells = |row: &TrendRow| {
        vec![
            row.cluster.date.to_owned(),
            row.cluster.id.to_owned(),
            written(crate::quantities::Devices::KIND, row.devices.base()),
            row.power.map_or_else(unknown, |power| written(crate::quantities::Power::KIND, power.base())),
            row.capex.map_or_else(unknown, |money| written(crate::quantities::Money::KIND, money.base())),
            locale.word(row.binding.name()).to_owned(),
        ]
    };
    let header = ["date", "cluster", "devices", "facility-peak", "capex", "binds-first"];
    let mut rows: Vec<_> = trend.rows.iter().map(cells).collect();
    let growth = |growth: Option<Growth>| growth.map_or_else(String::new, |growth| grows(&growth, locale));
    let last = [growth(trend.devices), growth(trend.power), growth(trend.capex)];
    let label = [locale.word("growth").to_owned(), String::new()];
    rows.push(label.into_iter().chain(last).chain([String::new()]).collect());
    Table::of(&header, rows, locale)
}

fn grows(growth: &Growth, locale: Locale) -> String {
    let number = |value| crate::quantities::display::plain(value, 2, locale.style());
    format!("× {} ({} – {})", number(growth.factor), number(growth.low), number(growth.high))
}

/// The key of the word for what a result is: a year of operation, or a training run.
#[must_use]
pub const fn kind_key(estimate: &Estimate) -> &'static str {
    match estimate.scenario.task {
        Task::Operation(_) => "operate",
        Task::Training(_) => "train",
        Task::Serving(_) => "serve",
    }
}

/// What an input stands on, in a few words: given, or how good its evidence is.
fn standing(row: &InputRow, locale: Locale) -> String {
    match row.value {
        None => String::new(),
        Some(_) if row.belief.is_given() => locale.word("given").to_owned(),
        Some(_) => locale.word(row.belief.grade.name()).to_owned(),
    }
}

/// The inputs of a result as a table.
#[must_use]
pub fn inputs_table(estimate: &Estimate, locale: Locale) -> Table {
    let cells = |row: &InputRow| {
        vec![
            words::input_label(row, locale).to_owned(),
            words::input_value(row, locale),
            words::input_range(row, locale),
            standing(row, locale),
            row.path.clone(),
        ]
    };
    let choice = |row: &ChoiceRow| {
        let label = words::choice_label(row, locale).to_owned();
        vec![label, row.current.to_owned(), String::new(), String::new(), row.path.clone()]
    };
    let chosen = choices(&estimate.scenario);
    let rows = chosen.iter().map(choice).chain(inputs(&estimate.scenario).iter().map(cells)).collect();
    Table::of(&["input", "value", "range", "grade", "path"], rows, locale)
}

/// What an opened figure rests on, as a table: the figures on the way down, then the inputs.
#[must_use]
pub fn ledger_table(explanation: &Explanation, locale: Locale) -> Table {
    let figure = |row: &FigureRow| {
        let value = words::figure_value(row, locale);
        vec![
            words::figure_label(row, locale),
            value,
            words::figure_range(row, locale),
            String::new(),
            row.path.clone(),
        ]
    };
    let input = |row: &InputRow| {
        let (value, range) = (words::input_value(row, locale), words::input_range(row, locale));
        vec![
            words::input_label(row, locale).to_owned(),
            value,
            range,
            standing(row, locale),
            row.path.clone(),
        ]
    };
    let figures = explanation.figures.iter().map(figure);
    let rows = figures.chain(explanation.inputs.iter().map(input)).collect();
    Table::of(&["rests-on", "value", "range", "grade", "path"], rows, locale)
}

/// An entry of the catalogue as a table: every field, what is not published too.
#[must_use]
pub fn entry_table(entry: &Entry, locale: Locale) -> Table {
    let cells = |field: &Field| {
        let known = !field.text.is_empty();
        let text = if known { field.text.clone() } else { locale.word("unknown").to_owned() };
        let grade = if known { locale.word(field.grade.name()) } else { "" };
        vec![locale.field(&field.name), locale.field_value(text), grade.to_owned()]
    };
    Table::of(&["field", "value", "grade"], entry.fields.iter().map(cells).collect(), locale)
}

/// The best layouts of a plan.
#[must_use]
pub fn plan_table(planned: &Planned, locale: Locale) -> Table {
    const KEYS: [&str; 14] = [
        "rank",
        "step",
        "range",
        "mfu",
        "used",
        "tensor",
        "context",
        "expert",
        "pipeline",
        "interleave",
        "microbatch",
        "zero",
        "recompute",
        "headroom",
    ];
    let row = |(place, found): (usize, &Found)| {
        let (choice, (low, high)) = (&found.choice, planned.interval(found));
        let time = |value: Time| quantity(Time::KIND, value.base(), Some("s"), TIME_DIGITS, locale.style());
        let number = |value: f64| quantity(f64::KIND, value, None, COUNT_DIGITS, locale.style());
        let share = |value: f64| quantity(Mfu::KIND, value, None, TIME_DIGITS, locale.style());
        let left = found.step.memory.map_or(0.0, |memory| memory.headroom.base());
        vec![
            (place + 1).to_string(),
            time(found.step.time.total),
            format!("{} – {}", time(low), time(high)),
            share(planned.mfu(found).get()),
            number(found.devices),
            number(choice.tensor),
            number(choice.context),
            number(choice.expert),
            number(choice.pipeline),
            number(choice.interleave),
            number(choice.microbatch),
            number(choice.zero),
            share(found.again),
            quantity(Information::KIND, left, Some("GiB"), TIME_DIGITS, locale.style()),
        ]
    };
    Table::of(&KEYS, planned.plan.best.iter().enumerate().map(row).collect(), locale)
}

/// Digits that a step time bears.
const TIME_DIGITS: usize = 3;

/// What a search stands on, in words: precision, sequences, batch, idle devices, extrapolation.
#[must_use]
pub fn plan_basis(planned: &Planned, locale: Locale) -> Vec<String> {
    let count = |value: f64, word: &'static str| counted(value, word, locale);
    let precision = planned.run.precision().map_or("", Precision::name).to_ascii_uppercase();
    let batch = if planned.batch_is_default { "default-batch" } else { "sequences-of-batch" };
    let of_run =
        [precision, count(planned.run.sequence(), "tokens-of-sequence"), count(planned.batch(), batch)];
    let idle = planned.plan.best.first().map_or(0.0, |best| planned.devices.base() - best.devices);
    let mut lines = vec![of_run.join(" · ")];
    lines.extend((idle > 0.0).then(|| count(idle, "idle")));
    let note = Note::new(Code::NoteExtrapolated, vec![("chip", planned.accelerator.name.to_owned())]);
    lines.extend(planned.is_extrapolated().then(|| words::note(&note, locale)));
    lines
}

/// A count with the word for what is counted.
fn counted(value: f64, word: &'static str, locale: Locale) -> String {
    format!("{} {}", quantity(f64::KIND, value, None, COUNT_DIGITS, locale.style()), locale.word(word))
}

/// What a search went through, in words: timed, rejected by reason, left out.
#[must_use]
pub fn plan_counts(planned: &Planned, locale: Locale) -> Vec<String> {
    let plan = &planned.plan;
    let count = |value: f64, word: &'static str| counted(value, word, locale);
    let mut lines = vec![];
    lines.push(count(f64::from(plan.timed), "timed"));
    for (reason, rejected) in plan.rejected.iter().filter(|(_, rejected)| *rejected > 0.0) {
        let word = match reason {
            Rejection::Devices => "reject-devices",
            Rejection::Batch => "reject-batch",
            Rejection::Layers => "reject-layers",
            Rejection::Experts => "reject-experts",
            Rejection::Memory => "reject-memory",
            Rejection::Same => "reject-same",
        };
        lines.push(format!("{}{}{}", count(*rejected, "rejected"), locale.word("colon"), locale.word(word)));
    }
    if plan.pruned > 0.0 {
        lines.push(count(plan.pruned, "pruned"));
    }
    lines
}

/// Digits of a count of layouts.
const COUNT_DIGITS: usize = 9;

/// Predictions beside measurements, row by row.
#[must_use]
pub fn judged_table(judged: &[Judged], locale: Locale) -> Table {
    const KEYS: [&str; 8] = ["id", "set", "quantity", "predicted", "range", "measured", "error", "reason"];
    let number = |value: f64| quantity(f64::KIND, value, None, JUDGED_DIGITS, locale.style());
    let row = |judged: &Judged| {
        let predicted = judged.predicted.ok();
        vec![
            judged.id.clone(),
            judged.set.clone(),
            judged.quantity.to_owned(),
            predicted.map_or_else(String::new, |predicted| number(predicted.value)),
            predicted.map_or_else(String::new, |predicted| {
                format!("{} – {}", number(predicted.low), number(predicted.high))
            }),
            if judged.measured.is_finite() { number(judged.measured) } else { String::new() },
            judged.error().map_or_else(String::new, |error| format!("{} %", number(error))),
            judged.predicted.err().map_or_else(String::new, |reason| locale.word(reason).to_owned()),
        ]
    };
    Table::of(&KEYS, judged.iter().map(row).collect(), locale)
}

/// Digits of a measurement.
const JUDGED_DIGITS: usize = 4;

/// The errors by set and quantity.
#[must_use]
pub fn sets_table(sets: &[SetErrors], locale: Locale) -> Table {
    const KEYS: [&str; 9] =
        ["set", "quantity", "n", "skipped", "mape", "median", "bias", "coverage", "width"];
    let number = |value: f64, unit: &str| {
        format!("{}{unit}", quantity(f64::KIND, value, None, TIME_DIGITS, locale.style()))
    };
    let row = |set: &SetErrors| {
        let error = |value: fn(&Errors) -> f64, unit: &str| {
            set.errors.as_ref().map_or_else(String::new, |errors| number(value(errors), unit))
        };
        vec![
            set.set.clone(),
            set.quantity.to_owned(),
            set.predicted.to_string(),
            set.skipped.to_string(),
            error(|errors| errors.mape, " %"),
            error(|errors| errors.median, " %"),
            error(|errors| errors.bias, " %"),
            error(|errors| 100.0 * errors.coverage, " %"),
            error(|errors| errors.width, ""),
        ]
    };
    Table::of(&KEYS, sets.iter().map(row).collect(), locale)
}
