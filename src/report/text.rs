//! Results and explanations as plain text.

use super::ledger::Explanation;
use super::locale::Locale;
use super::{show, words};
use crate::analysis::FigureRow;
use crate::estimate::Estimate;
use crate::provenance::Source;
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
        format!(
            "{} — {}\n{more}  = {}\n  = {}\n  = {}{range}\n",
            row.path,
            words::figure_label(row, locale),
            self.formula,
            self.with_numbers,
            words::figure_value(row, locale),
        )
    }

    /// Its sources, a line each.
    #[must_use]
    pub fn sources_text(&self, locale: Locale) -> String {
        let line = |source: &Source| format!("  · {} ({}) {}\n", source.title, source.year, source.address);
        let lines: String = self.sources().into_iter().map(|(source, _)| line(source)).collect();
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
        write!(f, "\n{}", self.sources_text(locale))
    }
}
