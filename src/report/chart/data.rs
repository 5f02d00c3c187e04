//! The data of a chart, in tables: for screen readers, and for other programs.

use super::letters::escaped;
use super::{Measured, Spread};
use crate::quantities::display::scaled;
use crate::quantities::parse::shortest;
use crate::report::Locale;

/// A piece of data.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Nothing.
    Blank,
    /// A text.
    Text(String),
    /// A number, in base units.
    Number(f64),
}

/// A column of data.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its key, the same in every language.
    pub key: &'static str,
    /// What it is called.
    pub title: String,
    /// What its numbers measure; `None` where it has none.
    pub measured: Option<Measured>,
}

/// A table of data.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Datum>>,
}

/// A column of texts.
pub(super) fn texts(key: &'static str, locale: Locale) -> Column {
    Column { key, title: title(key, locale), measured: None }
}

/// A column of numbers, called by a word.
pub(super) fn numbers(key: &'static str, measured: &Measured, locale: Locale) -> Column {
    Column { key, title: title(key, locale), measured: Some(measured.clone()) }
}

fn title(key: &str, locale: Locale) -> String {
    locale.find_word(&format!("column-{key}")).unwrap_or(key).to_owned()
}

/// The columns of a value and of the ends of its range.
pub(super) fn spread_columns(measured: &Measured, locale: Locale) -> Vec<Column> {
    ["value", "low", "high"].map(|key| numbers(key, measured, locale)).to_vec()
}

/// A value and the ends of its range.
pub(super) fn spread_data(spread: &Spread) -> [Datum; 3] {
    [spread.value, spread.low, spread.high].map(Datum::Number)
}

impl Sheet {
    /// The unit of a column's numbers: one for all, and how many of what is shown are in it.
    #[must_use]
    pub fn unit(&self, place: usize) -> (String, f64) {
        let measured = self.columns.get(place).and_then(|column| column.measured.as_ref());
        let Some(measured) = measured else { return (String::new(), 1.0) };
        let own =
            measured.unit.and_then(|unit| measured.kind.unit(unit)).map(|unit| (unit.symbol, unit.factor));
        let size = self
            .numbers(place)
            .fold(0.0_f64, |most, value| most.max(measured.money.of(measured.kind, value).abs()));
        let best = scaled(measured.kind, size);
        let factor = measured.kind.unit(best.symbol).map_or(1.0, |unit| unit.factor);
        let (symbol, factor) = own.unwrap_or((best.symbol, factor));
        (measured.money.unit(symbol), factor)
    }

    /// The numbers of a column, in base units.
    pub fn numbers(&self, place: usize) -> impl Iterator<Item = f64> {
        let number = move |row: &Vec<Datum>| match row.get(place) {
            Some(Datum::Number(number)) => Some(*number),
            _ => None,
        };
        self.rows.iter().filter_map(number)
    }

    /// A number of a column in the column's unit.
    #[must_use]
    pub fn in_unit(&self, place: usize, base: f64) -> f64 {
        let measured = self.columns.get(place).and_then(|column| column.measured.as_ref());
        measured.map_or(base, |measured| measured.money.of(measured.kind, base)) / self.unit(place).1
    }

    /// A row for people.
    fn texts(&self, row: &[Datum], locale: Locale) -> Vec<String> {
        let text = |(datum, column): (&Datum, &Column)| match (datum, &column.measured) {
            (Datum::Text(text), _) => text.clone(),
            (Datum::Number(number), Some(measured)) => measured.text(&self.around(row, *number), locale),
            (Datum::Number(number), None) => shortest(*number),
            (Datum::Blank, _) => String::new(),
        };
        row.iter().zip(&self.columns).map(text).collect()
    }

    /// A number with the range of its row, where it has one, so that it is written with the digits that this bears.
    fn around(&self, row: &[Datum], value: f64) -> Spread {
        let at = |key: &str| {
            let place = self.columns.iter().position(|column| column.key == key)?;
            if let Some(Datum::Number(number)) = row.get(place) { Some(*number) } else { None }
        };
        match (at("low"), at("high")) {
            (Some(low), Some(high)) if low < high => Spread { value, low, high },
            _ => Spread::exact(value),
        }
    }

    /// Its rows as lines: what it is of, and its texts.
    pub(super) fn lines(&self, locale: Locale) -> Vec<String> {
        let line = |row: &Vec<Datum>| {
            let texts: Vec<_> = self.texts(row, locale).into_iter().filter(|text| !text.is_empty()).collect();
            let rest = texts.iter().skip(1).cloned().collect::<Vec<_>>().join(", ");
            let first = texts.into_iter().next().unwrap_or_default();
            let head = if self.title.is_empty() { first } else { format!("{}, {first}", self.title) };
            format!("{head}{}{rest}", locale.word("colon"))
        };
        self.rows.iter().map(line).collect()
    }

    /// As a table of HTML, its first column being the heads of its rows.
    #[must_use]
    pub fn html(&self, locale: Locale) -> String {
        let head: String = self
            .columns
            .iter()
            .map(|column| format!("<th scope=\"col\">{}</th>", escaped(&column.title)))
            .collect();
        let cell = |(place, text): (usize, &String)| match place {
            0 => format!("<th scope=\"row\">{}</th>", escaped(text)),
            _ => format!("<td>{}</td>", escaped(text)),
        };
        let row = |row: &Vec<Datum>| {
            let cells: String = self.texts(row, locale).iter().enumerate().map(cell).collect();
            format!("<tr>{cells}</tr>\n")
        };
        let rows: String = self.rows.iter().map(row).collect();
        let title = escaped(&self.title);
        format!(
            "<table>\n<caption>{title}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        )
    }
}
