//! What parsing and display know of a quantity: its name and its units.

/// A unit: how it is written, and how many base units it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The symbol shown, such as `kWh`.
    pub symbol: &'static str,
    /// Other spellings that parsing accepts.
    pub aliases: &'static [&'static str],
    /// Base units in one of these.
    pub factor: f64,
}

/// A kind of quantity: power, money, a PUE …
#[derive(Debug, PartialEq)]
pub struct Kind {
    /// Its name in English, such as `power`.
    pub name: &'static str,
    /// The units that display climbs through, smallest first. Empty for pure numbers.
    pub ladder: &'static [Scale],
    /// Other units that are read, and shown where asked for.
    pub others: &'static [Scale],
    /// Whether it is a share: from zero to one, where nothing takes it beyond.
    pub is_share: bool,
}

impl Kind {
    /// The unit written so, by symbol or alias; from three letters on, where no two prefixes collide, in any case in which only
    /// one is: `gb/s` is bits to some and bytes to others.
    #[must_use]
    pub fn unit(&self, symbol: &str) -> Option<&'static Scale> {
        let spelled = |same: fn(&str, &str) -> bool| {
            self.units().filter(move |u| same(u.symbol, symbol) || u.aliases.iter().any(|a| same(a, symbol)))
        };
        let in_any_case = || {
            let mut units = spelled(|a, b| a.eq_ignore_ascii_case(b)).filter(|_| symbol.len() >= 3);
            units.next().filter(|_| units.next().is_none())
        };
        spelled(|a, b| a == b).next().or_else(in_any_case)
    }

    /// Every unit it is written in.
    pub fn units(&self) -> impl Iterator<Item = &'static Scale> {
        self.ladder.iter().chain(self.others)
    }

    /// Whether this is an amount of money, or money by something.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.ladder.first().is_some_and(|unit| unit.symbol.contains("USD"))
    }

    /// Whether this is a pure number, written without a unit.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        self.ladder.is_empty()
    }
}

/// A value that is measured in something: a quantity, or one of the domain's ratios.
pub trait Measure: Copy {
    /// What it is a value of.
    const KIND: &'static Kind;
    /// The bare number, in base units.
    fn base(self) -> f64;
    /// The value of so many base units.
    fn from_base(value: f64) -> Self;
}

impl Measure for f64 {
    const KIND: &'static Kind = &Kind { name: "number", ladder: &[], others: &[], is_share: false };
    fn base(self) -> f64 {
        self
    }
    fn from_base(value: f64) -> Self {
        value
    }
}
