//! Currencies, and the series that give their rates.

use super::deflators::DEFLATORS;
use super::rows::DeflatorRow;

/// A currency.
#[derive(Debug, PartialEq)]
pub struct Currency {
    /// Its id, such as `eur`.
    pub id: &'static str,
    /// Its code (ISO 4217), such as `EUR`.
    pub code: &'static str,
    /// How people write it beside an amount, such as `€`.
    pub symbol: &'static str,
    /// The series of its yearly rates, where the catalogue has one.
    pub rates: Option<Rates>,
}

/// How a series gives a currency's rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rates {
    /// Dollars for one of the currency, by the name of the series.
    Dollars(&'static str),
    /// So many of the currency for a dollar.
    ForADollar(&'static str),
}

/// The currency of all amounts inside.
pub const DOLLAR: Currency = Currency { id: "usd", code: "USD", symbol: "$", rates: None };

/// Every currency that money can be given and shown in. Rates: US Federal Reserve, yearly averages.
pub static CURRENCIES: &[Currency] = &[
    DOLLAR,
    Currency { id: "eur", code: "EUR", symbol: "€", rates: Some(Rates::Dollars("usd-per-eur")) },
    Currency { id: "cny", code: "CNY", symbol: "CN¥", rates: Some(Rates::ForADollar("cny-per-usd")) },
    Currency { id: "jpy", code: "JPY", symbol: "JP¥", rates: Some(Rates::ForADollar("jpy-per-usd")) },
    Currency { id: "gbp", code: "GBP", symbol: "£", rates: None },
    Currency { id: "chf", code: "CHF", symbol: "CHF\u{a0}", rates: None },
    Currency { id: "cad", code: "CAD", symbol: "CA$", rates: None },
    Currency { id: "inr", code: "INR", symbol: "₹", rates: None },
    Currency { id: "krw", code: "KRW", symbol: "₩", rates: None },
    Currency { id: "aed", code: "AED", symbol: "AED\u{a0}", rates: None },
    Currency { id: "sar", code: "SAR", symbol: "SAR\u{a0}", rates: None },
];

impl Currency {
    /// The row of its rate in a year, and the dollars for one of it.
    #[must_use]
    pub fn rate(&self, year: f64) -> Option<(&'static DeflatorRow, f64)> {
        let (Rates::Dollars(series) | Rates::ForADollar(series)) = self.rates?;
        let row = series_of(series).find(|row| row.is_of(year))?;
        let rate = if matches!(self.rates, Some(Rates::Dollars(_))) { row.value } else { 1.0 / row.value };
        Some((row, rate))
    }

    /// The years of which a rate is known.
    #[must_use]
    pub fn years(&self) -> Vec<&'static str> {
        match self.rates {
            Some(Rates::Dollars(series) | Rates::ForADollar(series)) => {
                series_of(series).map(|row| row.year).collect()
            }
            None => Vec::new(),
        }
    }
}

/// The rows of a series, by year.
pub fn series_of(series: &str) -> impl Iterator<Item = &'static DeflatorRow> {
    DEFLATORS.iter().filter(move |row| row.series == series)
}

impl DeflatorRow {
    /// Whether the row is of a year.
    #[must_use]
    pub fn is_of(&self, year: f64) -> bool {
        self.year.parse::<u16>().is_ok_and(|known| f64::from(known) == year)
    }
}

/// Price indices that deflate, by their series.
pub const DEFLATOR_SERIES: [&str; 2] = ["us-cpi-u", "us-ppi-data-processing-hosting"];
