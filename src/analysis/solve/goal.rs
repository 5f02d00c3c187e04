//! Goals: a figure, and how it is to stand to an amount.

use crate::analysis::FigureRow;
use crate::analysis::inputs::{Measured, read_money};
use crate::error::{Code, Error};
use crate::estimate::Scenario;
use crate::quantities::{Kind, Measure};

/// How a figure is to stand to an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// No more than it.
    AtMost,
    /// No less than it.
    AtLeast,
    /// The same.
    Equal,
}

/// The signs of relations, the longer ones first.
const SIGNS: [(&str, Relation); 7] = [
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("≤", Relation::AtMost),
    ("≥", Relation::AtLeast),
    ("<", Relation::AtMost),
    (">", Relation::AtLeast),
    ("=", Relation::Equal),
];

impl Relation {
    /// Its sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Equal => "=",
        }
    }

    pub(super) fn holds(self, value: f64, goal: f64) -> bool {
        match self {
            Self::AtMost => value <= goal,
            Self::AtLeast => value >= goal,
            Self::Equal => value == goal,
        }
    }
}

/// The amount that a figure is to stand to.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A text with its unit, such as `90 d`.
    Text(String),
    /// So many base units of something.
    Base(&'static Kind, f64),
}

impl From<&str> for Target {
    fn from(text: &str) -> Self {
        Self::Text(text.trim().to_owned())
    }
}

impl<M: Measure> From<M> for Target {
    fn from(amount: M) -> Self {
        Self::Base(M::KIND, amount.base())
    }
}

/// A goal: a figure by its path, and how it is to stand to an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The path of the figure.
    pub figure: String,
    /// How it is to stand.
    pub relation: Relation,
    /// To what.
    pub target: Target,
}

impl Goal {
    /// A figure that is to be at most so much.
    #[must_use]
    pub fn at_most(figure: &str, target: impl Into<Target>) -> Self {
        Self { figure: figure.to_owned(), relation: Relation::AtMost, target: target.into() }
    }

    /// A figure that is to be at least so much.
    #[must_use]
    pub fn at_least(figure: &str, target: impl Into<Target>) -> Self {
        Self { figure: figure.to_owned(), relation: Relation::AtLeast, target: target.into() }
    }

    /// A figure that is to be just so much.
    #[must_use]
    pub fn equal(figure: &str, target: impl Into<Target>) -> Self {
        Self { figure: figure.to_owned(), relation: Relation::Equal, target: target.into() }
    }

    /// Reads a goal, such as `duration <= 90 d`.
    ///
    /// # Errors
    /// When it names no figure, no relation or no amount.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let parts = SIGNS.iter().find_map(|(sign, relation)| Some((text.split_once(sign)?, *relation)));
        let parts = parts.map(|((figure, target), relation)| (figure.trim(), relation, target.trim()));
        let whole = parts.filter(|(figure, _, target)| !figure.is_empty() && !target.is_empty());
        let (figure, relation, target) = whole.ok_or_else(|| Error::wrong_form(text, "form-goal"))?;
        Ok(Self { figure: figure.to_owned(), relation, target: target.into() })
    }

    /// The amount in base units, where it is one of what the figure measures.
    pub(super) fn base(&self, row: &FigureRow, scenario: &Scenario) -> Result<f64, Error> {
        let kind = row.figure.kind;
        match &self.target {
            Target::Base(given, base) if given.name == kind.name && !base.is_nan() => Ok(*base),
            Target::Base(given, _) => {
                let args = vec![
                    ("field", self.figure.clone()),
                    ("unit", given.name.to_owned()),
                    ("kind", kind.name.to_owned()),
                    ("expected", kind.name.to_owned()),
                ];
                Err(Error::new(Code::WrongUnit, args))
            }
            Target::Text(text) => {
                let measured = Measured { kind, whole: false };
                let (low, value, high) = read_money(&self.figure, measured, text, &scenario.money)?;
                if low < high {
                    return Err(Error::wrong_form(&self.figure, "form-one-value"));
                }
                Ok(value)
            }
        }
    }
}
