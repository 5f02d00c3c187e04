//! Money as it is: the currency that it is given and shown in, and the year of its prices.

use crate::catalogue::{CURRENCIES, Currency, DEFLATOR_SERIES, DOLLAR, series_of};
use crate::error::{Code, Error, Noun};
use crate::provenance::Known;
use crate::quantities::*;
use crate::tables::{Choice, Domain, InputVisitor, inputs};

inputs! {
    /// What money is counted in, where it is given and shown.
    pub struct Accounts [currency: &'static Currency, deflator: &'static str] {
        /// Dollars for one of the currency.
        rate, with_rate: Option<Ratio>, "", Domain::POSITIVE;
        /// Year whose average rate counts, where none is given.
        rate_year, with_rate_year: Option<f64>, "", Domain::whole(1900.0, 2100.0);
        /// Price level of the results over that of the prices that went in.
        price_level, with_price_level: Option<Ratio>, "", Domain::POSITIVE;
        /// Year of the prices that went in.
        prices_of, with_prices_of: Option<f64>, "", Domain::whole(1900.0, 2100.0);
        /// Year in whose prices results are shown.
        price_year, with_price_year: Option<f64>, "", Domain::whole(1900.0, 2100.0);
    }
}

static CURRENCY: Choice = Choice { name: "currency", label: "Currency" };
static DEFLATOR: Choice = Choice { name: "deflator", label: "Price index" };

impl Accounts {
    /// Dollars, at the prices that went in.
    #[must_use]
    pub fn dollars() -> Self {
        let [cpi, _] = DEFLATOR_SERIES;
        Self::from_known(&DOLLAR, cpi, None, None, None, None, None)
    }

    /// The same in another currency.
    ///
    /// # Errors
    /// When there is no such currency: names the nearest.
    pub fn in_currency(mut self, id: &str) -> Result<Self, Error> {
        let found = CURRENCIES.iter().find(|known| known.id.eq_ignore_ascii_case(id));
        self.currency = found.ok_or_else(|| {
            Error::unknown(Noun::Value, id, &mut CURRENCIES.iter().map(|known| known.id)).at("money.currency")
        })?;
        Ok(self)
    }

    /// The currency.
    #[must_use]
    pub const fn currency(&self) -> &'static Currency {
        self.currency
    }

    /// Takes what the catalogue knows: the rate of a year, and how prices have moved between two.
    pub(crate) fn resolve(&mut self) {
        if !self.is_given("rate") {
            let known = self.rate_year.and_then(|year| self.currency.rate(year));
            let known = known.map(|(row, rate)| Known::exact(Ratio::new(rate), &row.evidence));
            self.rate = known.map(|known| known.value);
            known.iter().for_each(|known| self.know("rate", known));
        }
        if !self.is_given("price_level") {
            let index = |year: f64| series_of(self.deflator).find(|row| row.is_of(year));
            let known = self.prices_of.and_then(index).zip(self.price_year.and_then(index));
            let known = known.map(|(from, to)| Known::exact(Ratio::new(to.value / from.value), &to.evidence));
            self.price_level = known.map(|known| known.value);
            known.iter().for_each(|known| self.know("price_level", known));
        }
    }

    /// Refuses values outside their domain, a currency without a rate, and a year of prices that is not known.
    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.check_at(&|| "money".to_owned())?;
        if self.currency.code == DOLLAR.code && (self.rate.is_some() || self.rate_year.is_some()) {
            let args = [("field", "money.rate"), ("of", "money.currency = usd")];
            return Err(Error::new(
                Code::Excludes,
                args.map(|(name, text)| (name, text.to_owned())).to_vec(),
            ));
        }
        self.dollars_for_one()?;
        match (self.price_level, self.prices_of, self.price_year) {
            (Some(_), ..) | (None, None, None) => Ok(()),
            (None, None, Some(_)) => Err(incomplete("money.prices_of", "money.price_year")),
            (None, Some(_), None) => Err(incomplete("money.price_year", "money.prices_of")),
            (None, Some(from), Some(to)) => {
                let is_known = |year: f64| series_of(self.deflator).any(|row| row.is_of(year));
                let (field, year) =
                    if is_known(from) { ("money.price_year", to) } else { ("money.prices_of", from) };
                let known: Vec<_> = series_of(self.deflator).map(|row| row.year).collect();
                Err(no_year(field, year, self.deflator, &known))
            }
        }
    }

    /// Dollars for one of the currency, as given or of the year given.
    fn dollars_for_one(&self) -> Result<f64, Error> {
        if self.currency.code == Denomination::DOLLARS.code {
            return Ok(1.0);
        }
        let of_year = || self.currency.rate(self.rate_year?).map(|(_, rate)| rate);
        let unknown = || match self.rate_year {
            Some(year) => no_year("money.rate_year", year, self.currency.code, &self.currency.years()),
            None => no_rate(self.currency).at("money.rate"),
        };
        self.rate.map(Ratio::get).or_else(of_year).ok_or_else(unknown)
    }

    /// What money is shown in.
    ///
    /// # Errors
    /// When the currency has no rate.
    pub fn denomination(&self) -> Result<Denomination, Error> {
        let Currency { code, symbol, .. } = *self.currency;
        let level = self.price_level.map_or(1.0, Ratio::get);
        Ok(Denomination { code, symbol, dollars: self.dollars_for_one()? / level })
    }

    /// Dollars for one of a currency that an amount was given in.
    ///
    /// # Errors
    /// When its rate is not known: only that of the scenario's own currency is.
    pub(crate) fn rate_of(&self, currency: &'static Currency) -> Result<f64, Error> {
        if currency.code == self.currency.code { self.dollars_for_one() } else { Err(no_rate(currency)) }
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        if let Some(id) = visitor.choice(&CURRENCY, self.currency.id) {
            *self = self.clone().in_currency(&id)?;
        }
        if let Some(id) = visitor.choice(&DEFLATOR, self.deflator) {
            let found = DEFLATOR_SERIES.into_iter().find(|known| *known == id);
            self.deflator =
                found.ok_or_else(|| Error::unknown(Noun::Value, &id, &mut DEFLATOR_SERIES.into_iter()))?;
        }
        self.visit_inputs(visitor)
    }
}

fn no_year(field: &str, year: f64, series: &str, known: &[&str]) -> Error {
    let args = [
        ("field", field.to_owned()),
        ("year", display::significant(year, display::MOST_DIGITS)),
        ("series", series.to_owned()),
        ("known", known.join(", ")),
    ];
    Error::new(Code::NoYear, args.to_vec())
}

fn incomplete(field: &str, of: &str) -> Error {
    Error::new(Code::Incomplete, vec![("field", field.to_owned()), ("of", of.to_owned())])
}

fn no_rate(currency: &'static Currency) -> Error {
    let years = currency.years();
    let code = if years.is_empty() { Code::NoRate } else { Code::NoRateYear };
    let args = vec![("currency", currency.code.to_owned()), ("id", currency.id.to_owned())];
    let known = [("known", years.join(", "))];
    Error::new(code, args.into_iter().chain(known).collect())
}
