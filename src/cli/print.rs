//! Results, written in the format asked for.

use super::args::{Charted, Format};
use super::{Failure, chart};
use crate::analysis::notes::{decision_notes, progress_notes, view_notes};
use crate::analysis::plan::Planned;
use crate::analysis::progress::Progress;
use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::sweep::{Axis, Cell as SweepCell, Direction, Watch};
use crate::analysis::uncertainty::{Spread, Uncertainty};
use crate::analysis::validation::{Judged, by_set};
use crate::analysis::{
    Columns, Comparison, FigureRow, InputRow, ServiceFrontier, Solved, Sweep, Timeline, TimelineNote, Trend,
    TrendRow, Waterfall, notes, side_notes, timeline_notes, why_with_ranges,
};
use crate::catalogue::EDITION;
use crate::document::{self, Key, Node};
use crate::error::{Code, Error, Note};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::Measure;
use crate::report::answers::{
    frontier_sheet, scaling_line, solved_lines, solved_sheet, solved_title, sweep_table, swept_lines,
    waterfall_table, without_effect,
};
use crate::report::chart::{Chart, of_sweep, of_waterfall};
use crate::report::costs::{self, Part};
use crate::report::entry::Entry;
use crate::report::sheet::Sheet;
use crate::report::show::{self, Table};
use crate::report::timeline::{every_month, months_sheets, phases_sheet, run_sheet};
use crate::report::uncertainty::{beside_table, sensitivity_notes, sensitivity_table, uncertainty_table};
use crate::report::{Explanation, Locale, words};
use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, LineStyle, TableStyle, presets};
use core::fmt::Write;
use core::ops::ControlFlow;

pub(super) fn json(node: &Node) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(node).map_err(|error| Failure::Other(error.to_string()))?;
    Ok(text + "\n")
}

fn csv(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, Failure> {
    let failed = |error: csv::Error| Failure::Other(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(&row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Other(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::Other(error.to_string()))
}

/// A table drawn for people: as wide as the terminal, numbers to the right. Its header is bold on a terminal; whether
/// colour is wanted at all (`NO_COLOR`) is for the stream it is written to.
fn drawn(table: &Table, numbers: core::ops::Range<usize>) -> String {
    // Paths must stay whole to be copied: a terminal too narrow for them goes without. They stand behind the numbers.
    let has_paths = (1..table.header.len()).contains(&numbers.end);
    let narrow = ruled().width().is_some_and(|width| width < NARROW) && has_paths;
    drawn_columns(table, numbers, table.header.len() - usize::from(narrow))
}

/// The same with all its columns, of which the last holds numbers too.
fn drawn_whole(table: &Table, numbers: core::ops::Range<usize>) -> String {
    drawn_columns(table, numbers, table.header.len())
}

fn ruled() -> comfy_table::Table {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(RULED).set_content_arrangement(ContentArrangement::Dynamic);
    drawn
}

fn drawn_columns(table: &Table, numbers: core::ops::Range<usize>, columns: usize) -> String {
    let mut drawn = ruled();
    let head = table.header.iter().take(columns);
    drawn.set_header(head.map(|title| Cell::new(title).add_attribute(Attribute::Bold)));
    drawn.add_rows(table.rows.iter().map(|row| row.iter().take(columns)));
    for column in drawn.column_iter_mut().skip(numbers.start).take(numbers.len()) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    format!("{}\n", drawn.trim_fmt())
}

/// Columns of characters below which a table goes without its paths.
const NARROW: u16 = 110;

/// A line above, below and under the header, and none between rows.
const RULED: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

fn markdown(table: &Table) -> String {
    let mut drawn = comfy_table::Table::new();
    let flat = |row: &Vec<String>| {
        row.iter().map(|cell| cell.replace('\n', " ").replace('|', "\\|")).collect::<Vec<_>>()
    };
    drawn.load_style(presets::ASCII_MARKDOWN).set_header(&table.header).add_rows(table.rows.iter().map(flat));
    format!("{drawn}\n")
}

/// Any table.
pub(super) fn table(table: &Table, format: Format, locale: Locale) -> Result<String, Failure> {
    match format {
        Format::Table if table.rows.is_empty() => Ok(format!("{}\n", locale.word("nothing"))),
        Format::Table => Ok(drawn(table, 0..0)),
        Format::Markdown => Ok(markdown(table)),
        Format::Json => json(&document::table(table)),
        Format::Csv => csv(&table.keys, table.rows.iter().cloned()),
    }
}

/// The inputs of a scenario.
pub(super) fn inputs(estimate: &Estimate, format: Format, locale: Locale) -> Result<String, Failure> {
    match format {
        Format::Json => json(&document::inputs(estimate, locale)),
        _ => table(&show::inputs_table(estimate, locale), format, locale),
    }
}

/// The trend.
pub(super) fn trend(trend: &Trend, format: Format, locale: Locale) -> Result<String, Failure> {
    match format {
        Format::Json => json(&document::trend(trend)),
        Format::Csv => csv(&TREND_COLUMNS, trend.rows.iter().map(trend_record)),
        _ => table(&show::trend_table(trend, locale), format, locale),
    }
}

const TREND_COLUMNS: [&str; 6] =
    ["date", "cluster", "devices", "facility_peak_MW", "capex_USD", "binds_first"];

/// A cluster of the trend with bare numbers; blank where nothing is published.
fn trend_record(row: &TrendRow) -> Vec<String> {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    vec![
        row.cluster.date.to_owned(),
        row.cluster.id.to_owned(),
        row.devices.base().to_string(),
        number(row.power.map(|power| power.base() / 1e6)),
        number(row.capex.map(Measure::base)),
        row.binding.name().to_owned(),
    ]
}

const COLUMNS: [&str; 6] = ["path", "value", "unit", "low", "high", "label"];

fn record(row: &FigureRow, locale: Locale) -> Vec<String> {
    let number = |value: f64| row.in_unit(value).to_string();
    vec![
        row.path.clone(),
        number(row.value),
        row.unit(),
        number(row.range.low),
        number(row.range.high),
        words::figure_label(row, locale),
    ]
}

/// A result.
pub(super) fn estimate(
    estimate: &Estimate,
    all: bool,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let table = || show::result_table(estimate, all, locale);
    match format {
        Format::Json => json(&document::result(estimate, locale)),
        Format::Csv => csv(&COLUMNS, show::rows(estimate, true).iter().map(|row| record(row, locale))),
        Format::Markdown => Ok(markdown(&table())),
        Format::Table => {
            let title = title(locale.word(show::kind_key(estimate)), &show::name(estimate), locale);
            Ok(title + &drawn(&table(), 1..3) + &lines(&notes(estimate), locale))
        }
    }
}

/// Results side by side.
pub(super) fn comparison(
    comparison: &Comparison,
    all: bool,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let names = show::names(comparison);
    let table = || show::comparison_table(comparison, all, locale);
    match format {
        Format::Json => json(&document::comparison(comparison, locale)),
        Format::Csv => {
            let header: Vec<_> = ["name"].into_iter().chain(COLUMNS).collect();
            let sides = comparison.sides.iter().zip(&names);
            let rows = sides.flat_map(|(side, name)| {
                let named = |row: &FigureRow| [name.clone()].into_iter().chain(record(row, locale)).collect();
                show::rows(side, true).iter().map(named).collect::<Vec<_>>()
            });
            csv(&header, rows)
        }
        Format::Markdown => Ok(markdown(&table())),
        Format::Table => {
            let mut text = title(locale.word("compare"), &names.join(" · "), locale)
                + &drawn(&table(), 1..2 * names.len());
            for note in document::basis_notes(comparison) {
                let _ = writeln!(text, "{}", words::note(&note, locale));
            }
            for (side, name) in comparison.sides.iter().zip(&names) {
                let notes = lines(&side_notes(side), locale);
                if !notes.is_empty() {
                    let _ = write!(text, "{name}\n{notes}");
                }
            }
            Ok(text)
        }
    }
}

fn title(kind: &str, name: &str, locale: Locale) -> String {
    format!(
        "{kind}{}{name}  ({} {EDITION} · {})\n",
        locale.word("colon"),
        locale.word("edition"),
        locale.word("range-note")
    )
}

fn lines(notes: &[Note], locale: Locale) -> String {
    notes
        .iter()
        .map(|note| {
            format!(
                "  · {}
",
                words::note(note, locale)
            )
        })
        .collect()
}

/// A figure of each side of a comparison, opened.
pub(super) fn explanations(
    names: &[String],
    opened: &[Explanation],
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let sides = names.iter().zip(opened);
    if format == Format::Json {
        let sides = sides.map(|(name, opened)| (name.clone(), document::explanation(opened, locale)));
        return json(&Node::table(vec![("edition", EDITION.into()), ("sides", Node::keyed(sides))]));
    }
    let text = |(name, opened)| Ok(format!("{name}\n{}\n", explanation(opened, format, locale)?));
    sides.map(text).collect()
}

/// A figure, opened.
pub(super) fn explanation(
    explanation: &Explanation,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let rests_on = show::ledger_table(explanation, locale);
    match format {
        Format::Json => json(&document::explanation(explanation, locale)),
        Format::Csv => table(&rests_on, format, locale),
        Format::Markdown => Ok(explanation.markdown(locale)),
        Format::Table => {
            let (formula, table) = (explanation.formula_text(locale), drawn(&rests_on, 1..3));
            Ok(format!(
                "{formula}\n{table}{}{}",
                explanation.feeds_text(locale),
                explanation.sources_text(locale)
            ))
        }
    }
}

/// An entry of the catalogue.
pub(super) fn entry(entry: &Entry, format: Format, locale: Locale) -> Result<String, Failure> {
    let fields = show::entry_table(entry, locale);
    match format {
        Format::Json => json(&document::entry(entry)),
        Format::Csv | Format::Markdown => table(&fields, format, locale),
        Format::Table => {
            let mut text = format!("{} — {}\n{}", entry.id, entry.name, drawn(&fields, 0..0));
            for evidence in &entry.evidence {
                if !evidence.note.is_empty() {
                    let _ = writeln!(text, "{}", evidence.note);
                }
                for source in evidence.sources {
                    let grade = locale.word(evidence.grade.name());
                    let _ =
                        writeln!(text, "  · {} ({}) [{grade}] {}", source.title, source.year, source.address);
                }
            }
            Ok(text)
        }
    }
}

/// What it costs, part by part. As CSV, one part: each has columns of its own.
pub(super) fn cost(
    estimate: &Estimate,
    parts: &[Part],
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let sheets = parts.iter().map(|part| costs::sheet(estimate, *part)).collect::<Result<Vec<_>, _>>()?;
    let name = show::name(estimate);
    if format != Format::Table {
        return sheets_for_programs(&sheets, &name, format, locale);
    }
    let mut text = title(locale.word("cost"), &name, locale);
    for sheet in &sheets {
        let _ =
            write!(text, "\n{}\n{}", locale.word(sheet.name), drawn(&sheet.table(locale), sheet.numbers()));
        let why = match sheet.name {
            "views" => view_notes(estimate),
            "decision" => decision_notes(estimate),
            _ => Vec::new(),
        };
        text.push_str(&lines(&why, locale));
    }
    Ok(text + "\n" + &lines(&notes(estimate), locale))
}

/// Sheets as a document, as CSV where there is one, or as tables of Markdown.
fn sheets_for_programs(
    sheets: &[Sheet],
    name: &str,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    match (format, sheets) {
        (Format::Csv, [sheet]) => numbers(Some(&document::sheet(sheet))),
        (Format::Csv, _) => Err(Failure::Input(Error::wrong_form("--part", "form-part"))),
        (Format::Json, _) => {
            let parts = sheets.iter().map(|sheet| (sheet.name.to_owned(), document::sheet(sheet)));
            let head =
                [("edition", EDITION), ("name", name)].map(|(key, text)| (key.to_owned(), text.into()));
            json(&Node::keyed(head.into_iter().chain(parts)))
        }
        _ => {
            let table = |sheet: &Sheet| {
                format!("## {}\n\n{}", locale.word(sheet.name), markdown(&sheet.table(locale)))
            };
            Ok(sheets.iter().map(table).collect::<Vec<_>>().join("\n"))
        }
    }
}

/// What a dollar buys over the years.
pub(super) fn prices(progress: &Progress, format: Format, locale: Locale) -> Result<String, Failure> {
    let notes = progress_notes(progress);
    sheet_with_notes(&costs::prices_sheet(progress), &notes, format, locale)
}

/// How rents have moved.
pub(super) fn rents(progress: &Progress, format: Format, locale: Locale) -> Result<String, Failure> {
    sheet_with_notes(&costs::rents_sheet(progress), &[], format, locale)
}

fn sheet_with_notes(
    sheet: &Sheet,
    notes: &[Note],
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    if format != Format::Table {
        return sheets_for_programs(core::slice::from_ref(sheet), sheet.name, format, locale);
    }
    let table = drawn(&sheet.table(locale), sheet.numbers());
    Ok(format!("{}\n{table}{}", locale.word(sheet.name), lines(notes, locale)))
}

/// What was drawn. As CSV, a line a figure, each with its side where there are several.
pub(super) fn uncertainty(
    drawn: &[Uncertainty],
    names: &[String],
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let table = || match drawn {
        [one] => uncertainty_table(one, locale),
        several => beside_table(several, names, locale),
    };
    match format {
        Format::Json => json(&document::uncertainty(drawn, names, locale)),
        Format::Csv => {
            let sides = drawn.iter().zip(names);
            let rows = sides
                .flat_map(|(side, name)| side.figures.iter().map(move |spread| drawn_record(name, spread)));
            csv(&DRAWN_COLUMNS, rows)
        }
        Format::Markdown => Ok(markdown(&table())),
        Format::Table => {
            let numbers = if drawn.len() > 1 { 1..3 * names.len() - 1 } else { 1..4 };
            let title = headed("uncertainty", &names.join(" · "), locale);
            let shared = (drawn.len() > 1).then(|| Note::new(Code::NoteSameDraws, vec![]));
            let text = title + &self::drawn(&table(), numbers) + &lines(shared.as_slice(), locale);
            let of_side =
                |(side, name): (&Uncertainty, &String)| format!("{name}\n{}", lines(&side.notes(), locale));
            Ok(match drawn {
                [one] => text + &lines(&one.notes(), locale),
                several => text + &several.iter().zip(names).map(of_side).collect::<String>(),
            })
        }
    }
}

const DRAWN_COLUMNS: [&str; 9] =
    ["name", "path", "unit", "median", "low", "half_low", "half_high", "high", "mean"];

/// A figure of a side that was drawn, in its unit.
fn drawn_record(name: &str, spread: &Spread) -> Vec<String> {
    let Spread { row, median, half, ninety, mean, .. } = spread;
    let numbers = [*median, ninety.low, half.low, half.high, ninety.high, *mean];
    let numbers = numbers.map(|base| row.in_unit(base).to_string());
    [name.to_owned(), row.path.clone(), row.unit()].into_iter().chain(numbers).collect()
}

/// What the doubt in a figure comes from.
pub(super) fn sensitivity(found: &Sensitivity, format: Format, locale: Locale) -> Result<String, Failure> {
    let table = sensitivity_table(found, locale);
    let notes = sensitivity_notes(found, locale);
    match format {
        Format::Json => json(&document::sensitivity(found, &notes, locale)),
        Format::Csv => numbers(document::sensitivity(found, &notes, locale).get("causes")),
        Format::Markdown => Ok(markdown(&table)),
        Format::Table => {
            let name =
                format!("{} · {}", words::figure_label(&found.row, locale), show::name(&found.estimate));
            let row = &found.row;
            let value =
                format!("{}  ({})\n", words::figure_value(row, locale), words::figure_range(row, locale));
            Ok(headed("sensitivity", &name, locale) + &value + &drawn(&table, 1..7) + &lines(&notes, locale))
        }
    }
}

/// What stands above what was drawn.
fn headed(kind: &'static str, name: &str, locale: Locale) -> String {
    let [kind, colon, edition] = [kind, "colon", "edition"].map(|key| locale.word(key));
    format!("{kind}{colon}{name}  ({edition} {EDITION})\n")
}

/// A timeline. As CSV, its months.
pub(super) fn timeline(
    timeline: &Timeline,
    all: bool,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let run = timeline.finish.iter().map(|finish| run_sheet(timeline, finish));
    let sheets = || {
        let first = [phases_sheet(timeline)].into_iter().chain(months_sheets(timeline, all));
        first.chain(run.clone()).collect::<Vec<_>>()
    };
    let name = timeline.buildout.name();
    match format {
        Format::Json => json(&document::timeline(timeline, locale)),
        Format::Csv => numbers(Some(&document::sheet(&every_month(timeline)))),
        Format::Markdown => sheets_for_programs(&sheets(), name, format, locale),
        Format::Table => {
            let table = |sheet: &Sheet| {
                format!("\n{}\n{}", locale.word(sheet.name), drawn(&sheet.table(locale), sheet.numbers()))
            };
            let tables: String = sheets().iter().map(table).collect();
            let note = |TimelineNote { phases, note }: &TimelineNote| {
                let on = if phases.is_empty() { "" } else { locale.word("colon") };
                format!("  · {}{on}{}\n", phases.join(", "), words::note(note, locale))
            };
            let notes: String = timeline_notes(timeline).iter().map(note).collect();
            Ok(title(locale.word("timeline"), name, locale) + &tables + &notes)
        }
    }
}

/// What was solved for.
pub(super) fn solved(
    solved: &Solved,
    scenario: &Scenario,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let sheet = solved_sheet(solved);
    let scaling = solved.answers.first().and_then(|answer| solved.scaling(scenario, answer.value));
    match format {
        Format::Json => json(&document::solved(solved, locale)),
        Format::Csv => numbers(Some(&document::sheet(&sheet))),
        Format::Markdown => Ok(markdown(&sheet.table(locale))),
        Format::Table => {
            let heading = title(locale.word("solve"), &solved_title(solved, locale), locale);
            let table = if sheet.rows.is_empty() {
                format!("{}\n", locale.word("met-everywhere"))
            } else {
                drawn(&sheet.table(locale), sheet.numbers())
            };
            let scaling = scaling.map(|scaling| scaling_line(&scaling, locale));
            let said = solved_lines(solved, locale).into_iter().chain(scaling);
            let said: String = said.map(|line| format!("  · {line}\n")).collect();
            Ok(heading + &table + &said)
        }
    }
}

/// The best layouts of a service.
pub(super) fn best_layouts(
    frontier: &ServiceFrontier,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let sheet = frontier_sheet(frontier);
    match format {
        Format::Json => json(&document::sheet(&sheet)),
        Format::Csv => numbers(Some(&document::sheet(&sheet))),
        Format::Markdown => Ok(markdown(&sheet.table(locale))),
        Format::Table => {
            let name = format!("{}@{}", frontier.model, frontier.accelerator);
            let heading = title(locale.word("serve"), &name, locale);
            Ok(heading + &drawn(&sheet.table(locale), sheet.numbers()))
        }
    }
}

/// Why the second side of a comparison differs from the first in a figure, as a chart.
pub(super) fn waterfall_chart(comparison: &Comparison, figure: &str, locale: Locale) -> Result<Chart, Error> {
    let names = show::names(comparison);
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    let sides = comparison.sides.first().zip(comparison.sides.get(1));
    let (first, second) = sides.ok_or_else(|| Error::new(Code::TooFew, vec![]))?;
    Ok(of_waterfall(&why_with_ranges(first, second, figure)?, [name(0), name(1)], locale))
}

/// Why each further side of a comparison differs from the first in a figure.
pub(super) fn waterfalls(
    comparison: &Comparison,
    figure: &str,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let names = show::names(comparison);
    let Some((first, others)) = comparison.sides.split_first() else { return Ok(String::new()) };
    let told =
        others.iter().map(|other| why_with_ranges(first, other, figure)).collect::<Result<Vec<_>, _>>()?;
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    let pairs = || told.iter().enumerate().map(|(place, told)| (told, [name(0), name(place + 1)]));
    let table = |(told, names): (&Waterfall, [&str; 2])| waterfall_table(told, names, locale);
    match format {
        Format::Json => {
            let node = |(told, [from, to]): (&Waterfall, [&str; 2])| {
                let mut node = document::waterfall(told, locale);
                node.put("names", Node::List(vec![from.into(), to.into()]));
                node
            };
            json(&Node::table(vec![
                ("edition", EDITION.into()),
                ("waterfalls", pairs().map(node).collect::<Vec<_>>().into()),
            ]))
        }
        Format::Csv => {
            let bars = told.iter().filter_map(|told| match document::waterfall(told, locale).get("bars") {
                Some(Node::List(bars)) => Some(bars.clone()),
                _ => None,
            });
            numbers(Some(&Node::List(bars.flatten().collect())))
        }
        Format::Markdown => Ok(pairs().map(|pair| markdown(&table(pair))).collect::<Vec<_>>().join("\n")),
        Format::Table => {
            let label = told.first().map_or_else(String::new, |told| words::figure_label(&told.from, locale));
            let heading = format!("{}{}{label} ({figure})\n", locale.word("why"), locale.word("colon"));
            let basis: String = document::basis_notes(comparison)
                .iter()
                .map(|note| format!("  · {}\n", words::note(note, locale)))
                .collect();
            let told = |pair: (&Waterfall, [&str; 2])| {
                let idle = without_effect(pair.0, locale).map(|line| format!("  · {line}\n"));
                drawn(&table(pair), 1..6) + &idle.unwrap_or_default()
            };
            Ok(heading + &pairs().map(told).collect::<String>() + &basis)
        }
    }
}

/// A sweep: streamed as CSV, else from its columns.
pub(super) fn sweep(
    sweep: &Sweep,
    pareto: &[(Direction, String)],
    charted: &Charted,
    watch: Watch,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let is_charted = charted.svg.is_some() || charted.vega.is_some();
    if format == Format::Csv && pareto.is_empty() && !is_charted {
        return streamed(sweep, watch, locale);
    }
    let columns = sweep.columns(watch)?;
    let pareto: Vec<_> = pareto.iter().map(|(direction, path)| (path.as_str(), *direction)).collect();
    let kept = sweep.best(&columns, &pareto);
    let draw = || of_sweep(sweep, &columns, kept.as_deref(), locale);
    let result = || columned(sweep, &columns, kept.as_deref(), format, locale);
    chart::beside(charted, &draw, locale, &result)
}

/// The columns of a sweep, or those cells of it that are kept.
fn columned(
    sweep: &Sweep,
    columns: &Columns,
    kept: Option<&[usize]>,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    match format {
        Format::Json => json(&document::swept(sweep, columns, kept, locale)),
        Format::Csv => picked(sweep, columns, kept.unwrap_or_default()),
        Format::Markdown => Ok(markdown(&sweep_table(sweep, columns, kept, locale))),
        Format::Table => {
            let table = sweep_table(sweep, columns, kept, locale);
            let said: String =
                swept_lines(columns, kept, locale).iter().map(|line| format!("  · {line}\n")).collect();
            let numbers = sweep.axes().len()..table.header.len();
            let head = format!("{} ({} {EDITION})\n", locale.word("sweep"), locale.word("edition"));
            Ok(head + &drawn_whole(&table, numbers) + &said)
        }
    }
}

/// The names of a sweep's columns for programs: the path, with its unit where it has one.
fn sweep_header(sweep: &Sweep) -> Vec<String> {
    let named =
        |path: &str, unit: String| if unit.is_empty() { path.to_owned() } else { format!("{path}_{unit}") };
    let unit = |axis: &Axis| axis.input.as_ref().map_or_else(String::new, InputRow::unit);
    let axes = sweep.axes().iter().map(|axis| named(&axis.path, unit(axis)));
    axes.chain(sweep.figures().iter().map(|row| named(&row.path, row.unit()))).collect()
}

/// A value of an input for programs, as a grid writes it: without what the change of units leaves in the last digits.
fn as_written(row: &InputRow, base: f64) -> String {
    let number = row.in_unit(base);
    format!("{number:.*e}", WRITTEN_DIGITS - 1).parse::<f64>().unwrap_or(number).to_string()
}

/// Digits of a number that people write.
const WRITTEN_DIGITS: usize = 15;

/// A place of an axis for programs.
fn sweep_input(axis: &Axis, place: u64) -> String {
    match (&axis.input, axis.value(place)) {
        (Some(row), Some(base)) => as_written(row, base),
        _ => axis.name(place).unwrap_or_default().to_owned(),
    }
}

/// A figure for programs; nothing where there is none.
fn sweep_figure((row, value): (&FigureRow, &f64)) -> String {
    if value.is_nan() { String::new() } else { row.in_unit(*value).to_string() }
}

/// Writes a sweep cell by cell as it is calculated.
fn streamed(sweep: &Sweep, watch: Watch, locale: Locale) -> Result<String, Failure> {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let header = sweep_header(sweep).into_iter().chain(["error".to_owned()]);
    let mut written = writer.write_record(header);
    let mut take = |cell: &SweepCell| {
        let inputs = sweep.axes().iter().zip(cell.places).map(|(axis, place)| sweep_input(axis, *place));
        let blank = vec![f64::NAN; sweep.figures().len()];
        let (values, error) = match cell.figures {
            Ok(values) => (values, String::new()),
            Err(error) => (blank.as_slice(), words::error(error, locale)),
        };
        let figures = sweep.figures().iter().zip(values).map(sweep_figure);
        written = writer.write_record(inputs.chain(figures).chain([error]));
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let swept = sweep.run(watch, &mut take);
    let flushed = written.map_err(std::io::Error::from).and_then(|()| writer.flush());
    match flushed {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            return Err(Failure::Other(error.to_string()));
        }
        _ => {}
    }
    if swept.failed > 0 {
        anstream::eprintln!("{} / {} {}", swept.failed, swept.cells, locale.word("cells-without"));
    }
    Ok(String::new())
}

/// Some cells of a sweep as CSV.
fn picked(sweep: &Sweep, columns: &Columns, kept: &[usize]) -> Result<String, Failure> {
    let header = sweep_header(sweep);
    let header: Vec<_> = header.iter().map(String::as_str).collect();
    let axis = |(axis, column): (&Axis, &Vec<f64>), cell: usize| {
        let base = column.get(cell).copied().unwrap_or(f64::NAN);
        match &axis.input {
            Some(row) => as_written(row, base),
            None => axis.name_of(base).unwrap_or_default().to_owned(),
        }
    };
    let row = |cell: &usize| {
        let inputs = sweep.axes().iter().zip(&columns.inputs).map(|pair| axis(pair, *cell));
        let values = columns.figures.iter().map(|column| column.get(*cell).unwrap_or(&f64::NAN));
        inputs.chain(sweep.figures().iter().zip(values).map(sweep_figure)).collect()
    };
    csv(&header, kept.iter().map(row))
}

/// What a layout search found; `train` is the command that trains what was planned, by its options.
pub(super) fn plan(
    planned: &Planned,
    train: &[(&str, String)],
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let best = show::plan_table(planned, locale);
    let document = || document::plan(planned);
    match format {
        Format::Json => json(&document()),
        Format::Csv => numbers(document().get("layouts")),
        Format::Markdown => Ok(markdown(&best)),
        Format::Table => {
            let basis = show::plan_basis(planned, locale).join("\n");
            let counts = show::plan_counts(planned, locale).join("\n");
            let Some(first) = planned.plan.best.first() else {
                return Ok(format!("{basis}\n{}\n{counts}\n", locale.word("none-fits")));
            };
            let command = command(train, &planned.settings(first));
            Ok(format!(
                "{basis}\n{}{counts}\n{}\n  {command}\n",
                drawn(&best, 1..4),
                locale.word("best-settings")
            ))
        }
    }
}

/// The command that trains in a layout, as a shell reads it. What the layout sets stands in place of what was set before.
fn command(train: &[(&str, String)], settings: &[(&str, String)]) -> String {
    let is_set_again = |text: &str| settings.iter().any(|(path, _)| text.split('=').next() == Some(path));
    let kept = train.iter().filter(|(option, value)| *option != "--set" || !is_set_again(value));
    let kept = kept.map(|(option, value)| format!("{option} {}", quoted(value)));
    let set = settings.iter().map(|(path, value)| format!("--set {path}={value}"));
    format!("wattflop train {}", kept.chain(set).collect::<Vec<_>>().join(" "))
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,+%@".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// A list of tables as CSV, each number with all its digits; a table within has its keys behind its own.
fn numbers(list: Option<&Node>) -> Result<String, Failure> {
    let Some(Node::List(rows)) = list else { return Ok(String::new()) };
    let rows: Vec<_> = rows.iter().map(|row| cells("", row)).collect();
    let header: Vec<_> = rows.first().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    csv(&header, rows.iter().map(|row| row.iter().map(|(_, text)| text.clone()).collect()))
}

fn cells(key: &str, node: &Node) -> Vec<(String, String)> {
    let text = match node {
        Node::Table(fields) => {
            let within = |(name, value): &(Key, Node)| {
                cells(&if key.is_empty() { name.to_string() } else { format!("{key}.{name}") }, value)
            };
            return fields.iter().flat_map(within).collect();
        }
        Node::Number(number) => number.to_string(),
        Node::Text(text) => text.clone(),
        Node::Bool(yes) => yes.to_string(),
        Node::Null | Node::List(_) | Node::Numbers(_) => String::new(),
    };
    vec![(key.to_owned(), text)]
}

/// Predictions beside measurements, row by row and set by set.
pub(super) fn validation(judged: &[Judged], format: Format, locale: Locale) -> Result<String, Failure> {
    let sets = by_set(judged);
    let (rows, errors) = (show::judged_table(judged, locale), show::sets_table(&sets, locale));
    match format {
        Format::Json => json(&document::validation(judged, &sets)),
        Format::Csv => numbers(document::validation(judged, &sets).get("rows")),
        Format::Markdown => Ok(markdown(&rows) + "\n" + &markdown(&errors)),
        Format::Table => Ok(drawn(&rows, 3..4) + &drawn(&errors, 2..9)),
    }
}
