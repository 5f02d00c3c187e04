//! Results and explanations as plain text.

use super::ledger::Explanation;
use super::locale::Locale;
use super::{show, words};
use crate::analysis::FigureRow;
use crate::estimate::Estimate;
use crate::provenance::{Grade, Source};
use core::fmt;

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locale = Locale::En;
        writeln!(f, "{}: {}", locale.word(show::kind_key(self)), show::name(self))?;
        let line = |row: &FigureRow| {
            let range = words::figure_range(row, locale);
            let range = if range.is_empty() { range } else { format!("  ({range})") };
            format!("  {}: {}{range}", words::figure_label(row, locale), words::figure_value(row, locale))
        };
        show::rows(self, false).iter().try_for_each(|row| writeln!(f, "{}", line(row)))
    }
}

impl Explanation {
    /// Path, label, formula, the same with numbers, and the value with its range.
    #[must_use]
    pub fn formula_text(&self, locale: Locale) -> String {
        let row = &self.row;
        let range = words::figure_range(row, locale);
        let range = if range.is_empty() { range } else { format!("  ({range})") };
        let more: String = row.figure.doc.iter().skip(1).map(|line| format!("{}\n", line.trim())).collect();
        let functions: String =
            self.functions.iter().map(|what| format!("  {} {what}\n", locale.word("where"))).collect();
        format!(
            "{} — {}\n{more}  = {}\n  = {}\n  = {}{range}\n{functions}",
            row.path,
            words::figure_label(row, locale),
            self.formula,
            self.with_numbers,
            words::figure_value(row, locale),
        )
    }

    /// As a page of Markdown: formula, the same with numbers, what it rests on, what it feeds, sources.
    #[must_use]
    pub fn markdown(&self, locale: Locale) -> String {
        let row = &self.row;
        let value = [words::figure_value(row, locale), words::figure_range(row, locale)];
        let value = value.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let head = format!("## {}\n\n`{}` = **{value}**\n", words::figure_label(row, locale), row.path);
        let line = |word, text: &str| format!("\n{}{}`{text}`\n", locale.word(word), locale.word("colon"));
        let functions: String = self.functions.iter().map(|what| line("with-functions", what)).collect();
        let formulas =
            line("formula", &self.formula) + &line("with-numbers", &self.with_numbers) + &functions;
        let section = |word, body: String| match body.as_str() {
            "" => String::new(),
            _ => format!("\n### {}\n\n{body}", locale.chart_word(word)),
        };
        let rests_on = markdown_table(&show::ledger_table(self, locale));
        let feeds = |row: &FigureRow| format!("- {} `{}`\n", words::figure_label(row, locale), row.path);
        let source = |(source, grade): (&Source, Grade)| {
            let Source { title, address, year } = source;
            let grade = locale.word(grade.name());
            match *address {
                "" => format!("- {title} ({year}), {grade}\n"),
                address if address.starts_with("http") => {
                    format!("- [{title}]({address}) ({year}), {grade}\n")
                }
                address => format!("- {title} ({year}), {address}, {grade}\n"),
            }
        };
        let feeds = section("feeds", self.feeds.iter().map(feeds).collect());
        let sources = section("sources", self.sources().into_iter().map(source).collect());
        head + &formulas + &section("rests-on", rests_on) + &feeds + &sources
    }

    /// The figures that it feeds, a line each; empty where there are none.
    #[must_use]
    pub fn feeds_text(&self, locale: Locale) -> String {
        let line = |row: &FigureRow| format!("  · {} ({})\n", words::figure_label(row, locale), row.path);
        let lines: String = self.feeds.iter().map(line).collect();
        if lines.is_empty() { lines } else { format!("{}\n{lines}", locale.chart_word("feeds")) }
    }

    /// Its sources, a line each, with the weakest grade that they are used at.
    #[must_use]
    pub fn sources_text(&self, locale: Locale) -> String {
        let line = |(source, grade): (&Source, Grade)| {
            format!(
                "  · {} ({}) [{}] {}\n",
                source.title,
                source.year,
                locale.word(grade.name()),
                source.address
            )
        };
        let lines: String = self.sources().into_iter().map(line).collect();
        format!("{}\n{lines}", locale.word("sources"))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locale = Locale::En;
        writeln!(f, "{}", self.formula_text(locale))?;
        for row in &self.inputs {
            let (value, range) = (words::input_value(row, locale), words::input_range(row, locale));
            writeln!(f, "  {} = {value}  {range}", row.path)?;
        }
        write!(f, "\n{}{}", self.feeds_text(locale), self.sources_text(locale))
    }
}

/// A table of Markdown, paths as code.
fn markdown_table(table: &show::Table) -> String {
    let line =
        |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let rule = line(&mut table.header.iter().map(|_| "---".to_owned()));
    let path = table.keys.iter().position(|key| *key == "path");
    let row = |row: &Vec<String>| {
        let cell = |(place, cell): (usize, &String)| {
            let flat = cell.replace('\n', " ").replace('|', "\\|");
            if Some(place) == path { format!("`{flat}`") } else { flat }
        };
        line(&mut row.iter().enumerate().map(cell))
    };
    let rows: String = table.rows.iter().map(row).collect();
    line(&mut table.header.iter().cloned()) + &rule + &rows
}
