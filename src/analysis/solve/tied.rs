//! Inputs that move with the one that is solved for, each in the ratio that it has to it at present.

use crate::analysis::inputs::{InputRow, Measured, read_money};
use crate::analysis::probe;
use crate::error::Error;
use crate::estimate::Scenario;
use crate::tables::Domain;

/// An input that moves with the one that is solved for.
#[derive(Clone, Debug)]
pub struct Tied {
    /// The input, at its present value.
    pub input: InputRow,
    /// So much of it for one of the input that is solved for, both in base units.
    pub ratio: f64,
}

impl Tied {
    /// Its value where the input that is solved for has this one: whole where it is counted, and one that it may be.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        self.input.input.domain.bounded(self.unbounded(value))
    }

    fn unbounded(&self, value: f64) -> f64 {
        let value = value * self.ratio;
        if self.input.is_counted() { libm::round(value) } else { value }
    }

    /// Refuses a value of the input that is solved for at which it would be what it may not be.
    fn check(&self, value: f64) -> Result<(), Error> {
        self.input.input.check(&self.input.path, self.unbounded(value))
    }

    /// What it leaves of the values of the input that is solved for.
    fn bounds(&self, domain: Domain) -> Domain {
        let [a, b] = [self.input.input.domain.min, self.input.input.domain.max].map(|end| end / self.ratio);
        Domain { min: domain.min.max(a.min(b)), max: domain.max.min(a.max(b)), ..domain }
    }
}

/// What is solved for: an input, and those that move with it.
pub(super) struct Moved {
    pub(super) input: InputRow,
    pub(super) tied: Vec<Tied>,
}

impl Moved {
    /// Inputs by their paths, at their present values: what follows from the choices included.
    pub(super) fn of(scenario: &Scenario, paths: &[&str]) -> Result<Self, Error> {
        let (first, others) = paths.split_first().ok_or_else(|| Error::wrong_form("input", "form-name"))?;
        let mut resolved = scenario.clone();
        resolved.resolve();
        let input = probe::input(&resolved, first)?;
        let mut tied: Vec<Tied> = Vec::new();
        for path in others {
            let other = probe::input(&resolved, path)?;
            if other.path == input.path || tied.iter().any(|known| known.input.path == other.path) {
                return Err(Error::wrong_form(path, "form-tied-once"));
            }
            tied.push(tie(&input, other)?);
        }
        Ok(Self { input, tied })
    }

    /// What is searched: all that the inputs may be, or what is asked for within it.
    pub(super) fn searched(&self, within: Option<&str>, scenario: &Scenario) -> Result<Domain, Error> {
        let asked = self.asked(within, scenario)?;
        let domain = inwards(self.tied.iter().fold(asked, |domain, tied| tied.bounds(domain)));
        if domain.min <= domain.max {
            return Ok(domain);
        }
        let ends = [asked.min, asked.max];
        let check = |tied: &Tied| ends.iter().try_for_each(|end| tied.check(*end));
        self.tied.iter().try_for_each(check)?;
        Err(Error::wrong_form("within", "form-range"))
    }

    /// What is asked for of the input that is solved for.
    fn asked(&self, within: Option<&str>, scenario: &Scenario) -> Result<Domain, Error> {
        let InputRow { path, input, .. } = &self.input;
        let all = Domain { whole: self.input.is_counted(), ..input.domain };
        let Some(text) = within else { return Ok(all) };
        let (low, _, high) = read_money(path, Measured::by(input), text, &scenario.money)?;
        input.check(path, low)?;
        input.check(path, high)?;
        if low == high {
            return Err(Error::wrong_form("within", "form-range"));
        }
        Ok(Domain { min: low, max: high, ..all })
    }
}

/// An input tied to another, in the ratio of their values.
fn tie(to: &InputRow, input: InputRow) -> Result<Tied, Error> {
    let known = |row: &InputRow| {
        let value = row.value.filter(|value| value.is_finite() && *value != 0.0);
        value.ok_or_else(|| Error::wrong_form(&row.path, "form-tied"))
    };
    let ratio = known(&input)? / known(to)?;
    Ok(Tied { input, ratio })
}

/// A domain of whole numbers that ends on some.
fn inwards(domain: Domain) -> Domain {
    let Domain { min, max, whole } = domain;
    if whole { Domain { min: f64::ceil(min), max: f64::floor(max), whole } } else { domain }
}

/// The values of an input and of those that are tied to it.
pub(super) fn values<'a>(path: &'a str, tied: &'a [Tied], value: f64) -> Vec<(&'a str, f64)> {
    let others = tied.iter().map(|tied| (tied.input.path.as_str(), tied.at(value)));
    [(path, value)].into_iter().chain(others).collect()
}
