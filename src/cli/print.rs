//! Results, written in the format asked for.

use super::Failure;
use super::args::Format;
use crate::analysis::notes::{decision_notes, progress_notes, view_notes};
use crate::analysis::plan::Planned;
use crate::analysis::progress::Progress;
use crate::analysis::validation::{Judged, by_set};
use crate::analysis::{
    Comparison, FigureRow, Timeline, TimelineNote, Trend, TrendRow, notes, side_notes, timeline_notes,
};
use crate::catalogue::EDITION;
use crate::document::{self, Node};
use crate::error::{Error, Note};
use crate::estimate::Estimate;
use crate::quantities::Measure;
use crate::report::costs::{self, Part};
use crate::report::entry::Entry;
use crate::report::sheet::Sheet;
use crate::report::show::{self, Table};
use crate::report::timeline::{every_month, months_sheets, phases_sheet, run_sheet};
use crate::report::{Explanation, Locale, words};
use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, LineStyle, TableStyle, presets};
use core::fmt::Write;

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
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(RULED).set_content_arrangement(ContentArrangement::Dynamic);
    // Paths must stay whole to be copied: a terminal too narrow for them goes without. They stand behind the numbers.
    let has_paths = (1..table.header.len()).contains(&numbers.end);
    let narrow = drawn.width().is_some_and(|width| width < NARROW) && has_paths;
    let columns = table.header.len() - usize::from(narrow);
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
        let sides =
            sides.map(|(name, opened)| (name.clone(), document::explanation(opened, locale))).collect();
        return json(&Node::table(vec![("edition", EDITION.into()), ("sides", Node::Table(sides))]));
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
            json(&Node::Table(head.into_iter().chain(parts).collect()))
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
            let within = |(name, value): &(String, Node)| {
                cells(&if key.is_empty() { name.clone() } else { format!("{key}.{name}") }, value)
            };
            return fields.iter().flat_map(within).collect();
        }
        Node::Number(number) => number.to_string(),
        Node::Text(text) => text.clone(),
        Node::Bool(yes) => yes.to_string(),
        Node::Null | Node::List(_) => String::new(),
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
