//! `show`: an entry of the catalogue.

use crate::cli::Failure;
use crate::cli::args::Format;
use crate::cli::write::{Writer, drawn, json, listed};
use crate::document;
use crate::provenance::{Evidence, Source};
use crate::report::entry::{Entry, entry};
use crate::report::show;

/// Show an entry of the catalogue: every field, its grade, its sources
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop show h100-sxm
  wattflop show stargate-10gw
  wattflop show llama3.1-405b --format json")]
pub(in crate::cli) struct Arguments {
    /// Its id
    id: String,
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        let entry = entry(&self.id, to.locale)?;
        let fields = show::entry_table(&entry, to.locale);
        match to.format {
            Format::Json => json(&document::entry(&entry)),
            Format::Csv | Format::Markdown => to.table(&fields),
            Format::Table => {
                let head = format!("{} — {}\n", entry.id, entry.name);
                Ok(head + &drawn(&fields, 0..0) + &evidence(&entry, to))
            }
        }
    }
}

/// What an entry stands on: notes and sources.
fn evidence(entry: &Entry, to: Writer) -> String {
    let of = |evidence: &&Evidence| {
        let grade = to.word(evidence.grade.name());
        let source =
            |source: &&Source| format!("{} ({}) [{grade}] {}", source.title, source.year, source.address);
        let note = if evidence.note.is_empty() { String::new() } else { format!("{}\n", evidence.note) };
        note + &listed(evidence.sources.iter().map(source))
    };
    entry.evidence.iter().map(of).collect()
}
