//! What money is counted in, where it is shown: a currency, at a rate, and at the prices of a year.

use super::kind::Kind;

/// A unit of money, as shown. Inside, money is in dollars at the prices that went in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Denomination {
    /// The currency by its code, such as `EUR`.
    pub code: &'static str,
    /// How people write it before or after an amount, such as `€`.
    pub symbol: &'static str,
    /// Dollars, at the prices that went in, for one.
    pub dollars: f64,
}

impl Denomination {
    /// Dollars, at the prices that went in.
    pub const DOLLARS: Self = Self { code: "USD", symbol: "$", dollars: 1.0 };

    /// What an amount in base units is in this unit, where it is one of money.
    #[must_use]
    pub fn of(&self, kind: &Kind, base: f64) -> f64 {
        if kind.is_money() { base / self.dollars } else { base }
    }

    /// How a unit of money is written, such as `EUR/kWh` for `USD/kWh`.
    #[must_use]
    pub fn unit(&self, unit: &str) -> String {
        unit.replace(Self::DOLLARS.code, self.code)
    }
}
