//! Sheets: tables whose cells are figures, so that people read texts and programs numbers.

use super::locale::Locale;
use super::show::Table;
use super::words;
use crate::analysis::FigureRow;
use crate::quantities::display::{denominated, plain};
use crate::quantities::{Denomination, Kind};

/// A cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A text, the same for people and programs.
    Text(String),
    /// A word, by its key; programs read the key behind its kind, such as `annuity` of `view-annuity`.
    Word(&'static str),
    /// A figure of a result.
    Figure(FigureRow),
    /// The same with its range, where it has one: below it for people, in columns of its own for programs.
    Ranged(FigureRow),
    /// What a figure is called; programs read its path.
    Label(FigureRow),
    /// An amount that follows from figures, in a unit of its kind.
    Amount {
        /// What it measures.
        kind: &'static Kind,
        /// In base units.
        base: f64,
        /// The unit that it is shown in.
        unit: &'static str,
        /// What money is shown in.
        money: Denomination,
        /// The significant digits that it bears.
        digits: usize,
    },
}

/// From here on a pure number is read with a word: `4.7 million`.
const LARGE: f64 = 1e6;

impl Cell {
    /// For people.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Word(key) => locale.word(key).to_owned(),
            Self::Figure(row) => words::figure_value(row, locale),
            Self::Ranged(row) => {
                let (value, range) = (words::figure_value(row, locale), words::figure_range(row, locale));
                if range.is_empty() { value } else { format!("{value}\n({range})") }
            }
            Self::Label(row) => words::figure_label(row, locale),
            Self::Amount { base, .. } if base.is_infinite() => locale.word("never").to_owned(),
            Self::Amount { kind, base, unit: "", digits, .. } if kind.is_number() && base.abs() < LARGE => {
                plain(*base, *digits, locale.style())
            }
            Self::Amount { kind, base, unit, money, digits } => {
                denominated(kind, *base, Some(unit), *digits, locale.style(), money)
            }
        }
    }

    /// The number of a figure or an amount, in its unit.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Figure(row) | Self::Ranged(row) => Some(row.in_unit(row.value)),
            Self::Amount { kind, base, unit, money, .. } => {
                Some(money.of(kind, *base) / kind.unit(unit).map_or(1.0, |unit| unit.factor))
            }
            Self::Blank | Self::Text(_) | Self::Word(_) | Self::Label(_) => None,
        }
    }

    /// The ends of its range, in its unit, where programs read them.
    #[must_use]
    pub fn ends(&self) -> Option<[f64; 2]> {
        match self {
            Self::Ranged(row) => Some([row.range.low, row.range.high].map(|end| row.in_unit(end))),
            _ => None,
        }
    }

    /// What programs read of a cell that is no number.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Word(key) => key.split_once('-').map_or(*key, |(_, name)| name),
            Self::Label(row) => &row.path,
            Self::Blank | Self::Figure(_) | Self::Ranged(_) | Self::Amount { .. } => "",
        }
    }

    /// Its unit; empty for texts and pure numbers.
    #[must_use]
    pub fn unit(&self) -> String {
        match self {
            Self::Figure(row) | Self::Ranged(row) => row.unit(),
            Self::Amount { unit, money, .. } => money.unit(unit),
            _ => String::new(),
        }
    }
}

/// A table whose cells are figures.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name, and the key of its title.
    pub name: &'static str,
    /// The keys of its columns, which are also those of their titles.
    pub keys: Vec<&'static str>,
    /// Its rows, each as long as the keys.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// As a table for people.
    #[must_use]
    pub fn table(&self, locale: Locale) -> Table {
        let texts = |row: &Vec<Cell>| row.iter().map(|cell| cell.text(locale)).collect();
        Table::of(&self.keys, self.rows.iter().map(texts).collect(), locale)
    }

    /// The columns from the first to the last that holds a number.
    #[must_use]
    pub fn numbers(&self) -> core::ops::Range<usize> {
        let is_number = |place: &usize| {
            self.rows.iter().filter_map(|row| row.get(*place)).any(|cell| cell.number().is_some())
        };
        let places = || (0..self.keys.len()).filter(is_number);
        places().next().unwrap_or(0)..places().next_back().map_or(0, |last| last + 1)
    }

    /// The units of a column's numbers, each once.
    fn units(&self, place: usize) -> Vec<String> {
        let mut units = Vec::new();
        for cell in self.rows.iter().filter_map(|row| row.get(place)).filter(|cell| cell.number().is_some()) {
            if !units.contains(&cell.unit()) {
                units.push(cell.unit());
            }
        }
        units
    }

    /// Whether its rows measure different things, so that each names its unit.
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        (0..self.keys.len()).any(|place| self.units(place).len() > 1)
    }

    /// Whether a column has ranges.
    #[must_use]
    pub fn is_ranged(&self, place: usize) -> bool {
        self.rows.iter().filter_map(|row| row.get(place)).any(|cell| cell.ends().is_some())
    }

    /// The names of its columns for programs: the key, with the unit of what stands below, unless that is what the key
    /// counts; behind a column with ranges, one for the low and one for the high end.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let names = |(place, key): (usize, &&str)| {
            let name = |end: &str| match self.units(place).as_slice() {
                [unit] if !unit.is_empty() && key.strip_suffix('s') != Some(unit) => {
                    format!("{key}{end}_{unit}")
                }
                _ => format!("{key}{end}"),
            };
            let ends: &[_] = if self.is_ranged(place) { &["", "_low", "_high"] } else { &[""] };
            ends.iter().map(|end| name(end)).collect::<Vec<_>>()
        };
        self.keys.iter().enumerate().flat_map(names).collect()
    }
}
