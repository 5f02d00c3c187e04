//! Writing results.

use super::node::{Key, Node};
use crate::analysis::{
    self, Comparison, FigureRow, Growth, InputRow, Trend, TrendRow, choices, figures, notes, side_notes,
    years,
};
use crate::catalogue::{CarbonBasis, EDITION};
use crate::error::{Code, Error, Note};
use crate::estimate::{Estimate, Task};
use crate::provenance::Source;
use crate::quantities::Measure;
use crate::quantities::parse::shortest;
use crate::report::entry::{Entry, Field};
use crate::report::sheet::{Cell, Sheet};
use crate::report::show::{Beside, Table};
use crate::report::{Explanation, Locale, show, words};

/// A result: edition, figures by path, inputs by path, notes.
#[must_use]
pub fn result(estimate: &Estimate, locale: Locale) -> Node {
    let mut node = head(estimate);
    node.put("figures", figures_of(estimate, "", locale));
    node.put("choices", choices_of(estimate));
    node.put("inputs", inputs_that_count(estimate, locale));
    node.put("notes", notes_of(&notes(estimate), locale));
    node
}

/// What a result is of.
pub(super) fn head(estimate: &Estimate) -> Node {
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", kind(estimate).into()),
        ("name", show::name(estimate).into()),
        ("binds_first", estimate.binding().name().into()),
    ])
}

fn inputs_of<'a>(rows: impl Iterator<Item = &'a InputRow>, locale: Locale) -> Node {
    Node::keyed(rows.map(|row| (row.path.clone(), input(row, locale))))
}

/// The inputs that count: layout and efficiencies only where a step is timed, or where they were given.
pub(super) fn inputs_that_count(estimate: &Estimate, locale: Locale) -> Node {
    let is_timed = estimate.stages.step.is_some();
    let is_of_step =
        |row: &InputRow| ["layout.", "efficiency."].iter().any(|scope| row.path.starts_with(scope));
    let rows = analysis::inputs(&estimate.scenario);
    inputs_of(rows.iter().filter(|row| is_timed || row.belief.is_given() || !is_of_step(row)), locale)
}

/// The choices and the inputs of a result, by path.
#[must_use]
pub fn inputs(estimate: &Estimate, locale: Locale) -> Node {
    let entries = vec![
        ("edition", EDITION.into()),
        ("choices", choices_of(estimate)),
        ("inputs", inputs_of(analysis::inputs(&estimate.scenario).iter(), locale)),
    ];
    Node::table(entries)
}

pub(super) fn choices_of(estimate: &Estimate) -> Node {
    Node::keyed(choices(&estimate.scenario).into_iter().map(|row| (row.path, row.current.into())))
}

pub(super) fn notes_of(notes: &[Note], locale: Locale) -> Node {
    notes.iter().map(|note| note_node(note, locale)).collect::<Vec<_>>().into()
}

fn kind(estimate: &Estimate) -> &'static str {
    match estimate.scenario.task {
        Task::Operation(_) => "operation",
        Task::Training(_) => "training",
        Task::Serving(_) => "serving",
    }
}

/// The figures of a result by path, each path behind a prefix.
#[must_use]
pub fn figures_of(estimate: &Estimate, prefix: &str, locale: Locale) -> Node {
    Node::Table(behind(prefix, &figures(estimate), locale))
}

/// Only the figures at these paths; all of them, where there are no paths.
pub(super) fn figures_at(estimate: &Estimate, paths: &[&str], locale: Locale) -> Node {
    Node::Table(behind("", &rows_at(estimate, paths), locale))
}

fn rows_at(estimate: &Estimate, paths: &[&str]) -> Vec<FigureRow> {
    analysis::figures_at(estimate, &|path| paths.is_empty() || paths.contains(&path))
}

/// Figures by path, each path behind a prefix.
fn behind(prefix: &str, rows: &[FigureRow], locale: Locale) -> Vec<(Key, Node)> {
    rows.iter().map(|row| (format!("{prefix}{}", row.path).into(), figure(row, locale))).collect()
}

pub(super) fn figure(row: &FigureRow, locale: Locale) -> Node {
    Node::table(vec![
        ("value", row.in_unit(row.value).into()),
        ("unit", row.unit().into()),
        ("low", row.in_unit(row.range.low).into()),
        ("high", row.in_unit(row.range.high).into()),
        ("label", words::figure_label(row, locale).into()),
        ("text", words::figure_value(row, locale).into()),
        ("range", words::figure_range(row, locale).into()),
    ])
}

pub(super) fn input(row: &InputRow, locale: Locale) -> Node {
    let number = |base: f64| row.in_unit(base);
    let known = row.value.is_some();
    Node::table(vec![
        ("value", row.value.map(number).into()),
        ("unit", row.unit().into()),
        ("low", known.then_some(number(row.belief.low)).into()),
        ("high", known.then_some(number(row.belief.high)).into()),
        ("label", words::input_label(row, locale).into()),
        ("text", words::input_value(row, locale).into()),
        ("given", Node::Bool(known && row.belief.is_given())),
        ("grade", known.then(|| row.belief.grade.name()).into()),
        ("note", row.belief.evidence.note.into()),
        ("sources", sources(row.belief.evidence.sources)),
    ])
}

fn sources(sources: &[&Source]) -> Node {
    sources.iter().map(|source| source_node(source)).collect::<Vec<_>>().into()
}

fn source_node(source: &Source) -> Node {
    Node::table(vec![
        ("title", source.title.into()),
        ("address", source.address.into()),
        ("year", f64::from(source.year).into()),
    ])
}

pub(super) fn note_node(note: &Note, locale: Locale) -> Node {
    Node::table(vec![("code", note.code.name().into()), ("text", words::note(note, locale).into())])
}

/// A comparison: the sides' figures under one roof, each path behind the name of its side; the headline figures
/// side by side; and for each side what binds it, its inputs and its notes.
#[must_use]
pub fn comparison(comparison: &Comparison, locale: Locale) -> Node {
    let figures: Vec<_> = comparison.sides.iter().map(figures).collect();
    let rows: Vec<_> = show::beside_of(&figures, false, locale).iter().map(beside).collect();
    let inputs = |side: &Estimate| Some(inputs_that_count(side, locale));
    sides(comparison, &figures, vec![("rows", rows.into())], inputs, locale)
}

/// A comparison of the figures at these paths alone, without inputs.
pub(super) fn comparison_at(comparison: &Comparison, paths: &[&str], locale: Locale) -> Node {
    let figures: Vec<_> = comparison.sides.iter().map(|side| rows_at(side, paths)).collect();
    sides(comparison, &figures, vec![], |_| None, locale)
}

/// The sides of a comparison with these figures.
fn sides(
    comparison: &Comparison,
    figures: &[Vec<FigureRow>],
    rows: Vec<(&'static str, Node)>,
    inputs: impl Fn(&Estimate) -> Option<Node>,
    locale: Locale,
) -> Node {
    let names = show::names(comparison);
    let of_side = |(name, rows): (&String, &Vec<FigureRow>)| behind(&format!("{name}."), rows, locale);
    let all = names.iter().zip(figures).flat_map(of_side).collect();
    let side = |(side, name): (&Estimate, &String)| {
        let head = [("name", name.as_str().into()), ("binds_first", side.binding().name().into())];
        let notes = ("notes", notes_of(&side_notes(side), locale));
        Node::table(
            head.into_iter().chain(inputs(side).map(|node| ("inputs", node))).chain([notes]).collect(),
        )
    };
    let told: Vec<_> = comparison.sides.iter().zip(&names).map(side).collect();
    let mut entries =
        vec![("edition", EDITION.into()), ("kind", "comparison".into()), ("names", names.into())];
    entries.push(("figures", Node::Table(all)));
    entries.extend(rows);
    entries.extend([("sides", told.into()), ("notes", notes_of(&basis_notes(comparison), locale))]);
    Node::table(entries)
}

/// A row of a comparison: path, label, and the ratio of each side to the first.
fn beside(row: &Beside) -> Node {
    let ratios: Vec<Node> = (0..row.cells.len()).map(|side| row.ratio(side).into()).collect();
    Node::table(vec![
        ("path", row.path.as_str().into()),
        ("label", row.label.as_str().into()),
        ("ratios", ratios.into()),
    ])
}

/// The notes on what the sides of a comparison stand on.
#[must_use]
pub fn basis_notes(comparison: &Comparison) -> Vec<Note> {
    let basis = comparison.basis.carbon.map_or("given", CarbonBasis::key);
    let sites: Vec<_> = comparison.sides.iter().map(|side| side.scenario.cluster.site()).collect();
    let args = vec![("basis", basis.to_owned()), ("years", years(&sites))];
    let carbon = Note::new(Code::NoteCarbonBasis, args);
    let money = comparison.basis.in_dollars.then(|| Note::new(Code::NoteMoneyBasis, vec![]));
    [carbon].into_iter().chain(money).collect()
}

/// A figure, opened: its formula, the same with numbers, its inputs and their sources.
#[must_use]
pub fn explanation(explanation: &Explanation, locale: Locale) -> Node {
    let named =
        |rows: &[InputRow]| Node::keyed(rows.iter().map(|row| (row.path.clone(), input(row, locale))));
    let by_path =
        |rows: &[FigureRow]| Node::keyed(rows.iter().map(|row| (row.path.clone(), figure(row, locale))));
    let sources = explanation.sources().into_iter().map(|(source, grade)| match source_node(source) {
        Node::Table(mut entries) => {
            entries.push(("grade".into(), grade.name().into()));
            Node::Table(entries)
        }
        node => node,
    });
    Node::table(vec![
        ("edition", EDITION.into()),
        ("path", explanation.row.path.as_str().into()),
        ("figure", figure(&explanation.row, locale)),
        ("formula", explanation.formula.as_str().into()),
        ("with_numbers", explanation.with_numbers.as_str().into()),
        (
            "functions",
            explanation.functions.iter().map(|what| Node::from(what.as_str())).collect::<Vec<_>>().into(),
        ),
        ("inputs", named(&explanation.inputs)),
        ("figures", by_path(&explanation.figures)),
        ("feeds", by_path(&explanation.feeds)),
        ("sources", sources.collect::<Vec<_>>().into()),
    ])
}

/// A table as a list of objects, a key a column.
#[must_use]
pub fn table(table: &Table) -> Node {
    let object = |row: &Vec<String>| {
        let cells = table.keys.iter().zip(row);
        Node::keyed(cells.map(|(key, cell)| ((*key).to_owned(), cell.as_str().into())))
    };
    Node::table(vec![
        ("edition", EDITION.into()),
        ("rows", table.rows.iter().map(object).collect::<Vec<_>>().into()),
    ])
}

/// The trend: clusters by date with bare numbers, and growth by year.
#[must_use]
pub fn trend(trend: &Trend) -> Node {
    let row = |row: &TrendRow| {
        Node::table(vec![
            ("date", row.cluster.date.into()),
            ("cluster", row.cluster.id.into()),
            ("devices", row.devices.base().into()),
            ("facility_peak_MW", row.power.map(|power| power.base() / 1e6).into()),
            ("capex_USD", row.capex.map(Measure::base).into()),
            ("binds_first", row.binding.name().into()),
        ])
    };
    let growth = |growth: Option<Growth>| {
        let node = |growth: Growth| {
            Node::table(vec![
                ("value", growth.factor.into()),
                ("unit", "1/yr".into()),
                ("low", growth.low.into()),
                ("high", growth.high.into()),
                ("clusters", f64::from(growth.clusters).into()),
            ])
        };
        growth.map_or(Node::Null, node)
    };
    Node::table(vec![
        ("edition", EDITION.into()),
        ("rows", trend.rows.iter().map(row).collect::<Vec<_>>().into()),
        (
            "growth",
            Node::table(vec![
                ("devices", growth(trend.devices)),
                ("facility_peak", growth(trend.power)),
                ("capex", growth(trend.capex)),
            ]),
        ),
    ])
}

/// An entry of the catalogue: every field with its grade, and the sources.
#[must_use]
pub fn entry(entry: &Entry) -> Node {
    let field = |field: &Field| {
        let known = !field.text.is_empty();
        let text = known.then_some(field.text.as_str());
        let value =
            Node::table(vec![("text", text.into()), ("grade", known.then(|| field.grade.name()).into())]);
        (field.name.clone(), value)
    };
    let cited: Vec<_> = entry
        .evidence
        .iter()
        .flat_map(|evidence| evidence.sources)
        .map(|source| source_node(source))
        .collect();
    let notes: Vec<_> =
        entry.evidence.iter().map(|evidence| evidence.note).filter(|note| !note.is_empty()).collect();
    Node::table(vec![
        ("edition", EDITION.into()),
        ("id", entry.id.into()),
        ("name", entry.name.into()),
        ("fields", Node::keyed(entry.fields.iter().map(field))),
        ("notes", notes.into()),
        ("sources", cited.into()),
    ])
}

/// An error: its code, its words, the path it names, what is allowed there, and the nearest right name.
#[must_use]
pub fn problem(error: &Error, locale: Locale) -> Node {
    let path = error.arg("field").or_else(|| error.arg("place"));
    let (path, message) = match error.arg("within") {
        None => (path.map(str::to_owned), words::error(error, locale)),
        Some(part) => (
            Some(path.map_or_else(|| part.to_owned(), |path| format!("{part}.{path}"))),
            format!("{part}{}{}", locale.word("colon"), words::error(error, locale)),
        ),
    };
    let nearest = error.whole_about().first().map(|whole| shortest(*whole));
    let suggestion =
        ["nearest", "remedy"].iter().find_map(|name| error.arg(name)).map(str::to_owned).or(nearest);
    Node::table(vec![
        ("code", error.code().name().into()),
        ("message", message.into()),
        ("path", path.into()),
        ("allowed", words::allowed(error, locale).into()),
        ("suggestion", suggestion.into()),
    ])
}

/// A sheet as a list of objects, a key a column, with its unit where it has one; or the unit beside, where rows differ.
#[must_use]
pub fn sheet(sheet: &Sheet) -> Node {
    let columns = sheet.columns();
    let number = |number: f64| if number.is_infinite() { "never".into() } else { number.into() };
    let cell = |cell: &Cell| cell.number().map_or_else(|| cell.key().into(), number);
    let cells = |(place, of_row): (usize, &Cell)| {
        let ends =
            of_row.ends().map_or([Node::Text("".into()), Node::Text("".into())], |ends| ends.map(number));
        let ends = sheet.is_ranged(place).then_some(ends).into_iter().flatten();
        [cell(of_row)].into_iter().chain(ends).collect::<Vec<_>>()
    };
    let unit = |row: &[Cell]| {
        let first = row.iter().find(|cell| cell.number().is_some());
        ("unit".to_owned(), first.map_or_else(String::new, Cell::unit).into())
    };
    let object = |row: &Vec<Cell>| {
        let cells = columns.iter().cloned().zip(row.iter().enumerate().flat_map(cells));
        Node::keyed(cells.chain(sheet.is_mixed().then(|| unit(row))))
    };
    Node::List(sheet.rows.iter().map(object).collect())
}
