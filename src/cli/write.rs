//! Results, written in the format asked for.

use super::Failure;
use super::args::Format;
use crate::catalogue::EDITION;
use crate::document::{self, Key, Node};
use crate::error::{Error, Note};
use crate::report::sheet::Sheet;
use crate::report::show::Table;
use crate::report::{Locale, words};
use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, LineStyle, TableStyle, presets};
use core::ops::Range;

/// What results are written by: a format and a language.
#[derive(Clone, Copy)]
pub(super) struct Writer {
    pub(super) format: Format,
    pub(super) locale: Locale,
}

impl Writer {
    pub(super) fn word(self, key: &'static str) -> &'static str {
        self.locale.word(key)
    }

    /// Any table, its cells as texts.
    pub(super) fn table(self, table: &Table) -> Result<String, Failure> {
        match self.format {
            Format::Table if table.rows.is_empty() => Ok(format!("{}\n", self.word("nothing"))),
            Format::Table => Ok(drawn(table, 0..0)),
            Format::Markdown => Ok(markdown(table)),
            Format::Json => json(&document::table(table)),
            Format::Csv => csv(&table.keys, table.rows.iter().cloned()),
        }
    }

    /// A sheet, drawn.
    pub(super) fn drawn(self, sheet: &Sheet) -> String {
        drawn(&sheet.table(self.locale), sheet.numbers())
    }

    /// The same under its name.
    pub(super) fn named(self, sheet: &Sheet) -> String {
        format!("{}\n{}", self.word(sheet.name), self.drawn(sheet))
    }

    /// Sheets as a document, as CSV where there is one, or as tables of Markdown.
    pub(super) fn sheets(self, sheets: &[Sheet], name: &str) -> Result<String, Failure> {
        match (self.format, sheets) {
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
                    format!("## {}\n\n{}", self.word(sheet.name), markdown(&sheet.table(self.locale)))
                };
                Ok(sheets.iter().map(table).collect::<Vec<_>>().join("\n"))
            }
        }
    }

    /// What stands above figures with ranges.
    pub(super) fn title(self, kind: &'static str, name: &str) -> String {
        let [kind, colon, edition, ranges] =
            [kind, "colon", "edition", "range-note"].map(|key| self.word(key));
        format!("{kind}{colon}{name}  ({edition} {EDITION} · {ranges})\n")
    }

    /// What stands above what was drawn.
    pub(super) fn heading(self, kind: &'static str, name: &str) -> String {
        let [kind, colon, edition] = [kind, "colon", "edition"].map(|key| self.word(key));
        format!("{kind}{colon}{name}  ({edition} {EDITION})\n")
    }

    /// Notes, a line each.
    pub(super) fn notes(self, notes: &[Note]) -> String {
        listed(notes.iter().map(|note| words::note(note, self.locale)))
    }
}

/// What is said beside a table, a line each.
pub(super) fn listed(said: impl IntoIterator<Item = String>) -> String {
    said.into_iter().map(|line| format!("  · {line}\n")).collect()
}

pub(super) fn json(node: &Node) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(node).map_err(|error| Failure::Other(error.to_string()))?;
    Ok(text + "\n")
}

pub(super) fn csv(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, Failure> {
    let failed = |error: csv::Error| Failure::Other(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(&row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Other(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::Other(error.to_string()))
}

/// A list of tables as CSV, each number with all its digits; a table within has its keys behind its own, a list `; `
/// between its items.
pub(super) fn numbers(list: Option<&Node>) -> Result<String, Failure> {
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
        Node::List(items) => {
            let within = items.iter().flat_map(|item| cells("", item));
            within.map(|(_, text)| text).collect::<Vec<_>>().join("; ")
        }
        Node::Numbers(numbers) => numbers.iter().map(f64::to_string).collect::<Vec<_>>().join("; "),
        Node::Null => String::new(),
    };
    vec![(key.to_owned(), text)]
}

pub(super) fn markdown(table: &Table) -> String {
    let mut drawn = comfy_table::Table::new();
    let flat = |row: &Vec<String>| {
        row.iter().map(|cell| cell.replace('\n', " ").replace('|', "\\|")).collect::<Vec<_>>()
    };
    drawn.load_style(presets::ASCII_MARKDOWN).set_header(&table.header).add_rows(table.rows.iter().map(flat));
    format!("{drawn}\n")
}

/// A table drawn for people: as wide as the terminal, numbers to the right. Its header is bold on a terminal; whether
/// colour is wanted at all (`NO_COLOR`) is for the stream it is written to.
pub(super) fn drawn(table: &Table, numbers: Range<usize>) -> String {
    // Paths must stay whole to be copied: a terminal too narrow for them goes without. They stand behind the numbers.
    let has_paths = (1..table.header.len()).contains(&numbers.end);
    let narrow = ruled().width().is_some_and(|width| width < NARROW) && has_paths;
    drawn_columns(table, numbers, table.header.len() - usize::from(narrow))
}

/// The same with all its columns, of which the last holds numbers too.
pub(super) fn drawn_whole(table: &Table, numbers: Range<usize>) -> String {
    drawn_columns(table, numbers, table.header.len())
}

fn drawn_columns(table: &Table, numbers: Range<usize>, columns: usize) -> String {
    let mut drawn = ruled();
    let head = table.header.iter().take(columns);
    drawn.set_header(head.map(|title| Cell::new(title).add_attribute(Attribute::Bold)));
    drawn.add_rows(table.rows.iter().map(|row| row.iter().take(columns)));
    for column in drawn.column_iter_mut().skip(numbers.start).take(numbers.len()) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    format!("{}\n", drawn.trim_fmt())
}

fn ruled() -> comfy_table::Table {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(RULED).set_content_arrangement(ContentArrangement::Dynamic);
    drawn
}

/// Columns of characters below which a table goes without its paths.
const NARROW: u16 = 110;

/// A line above, below and under the header, and none between rows.
const RULED: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));
