//! Where a figure comes from, and how sure it is.

/// A document that a figure was taken from.
#[derive(Debug, PartialEq)]
pub struct Source {
    /// Its title, with author or publisher.
    pub title: &'static str,
    /// Where it stands: an address, or an identifier such as `arXiv:2407.21783`. Empty where none is known.
    pub address: &'static str,
    /// The year it speaks of or was published in.
    pub year: u16,
}

/// How a figure is known, from the surest kind of evidence to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Measured, and published by who measured it.
    Measured,
    /// Stated by the maker in a specification.
    Specified,
    /// Reported by a third party: press, filing, announcement.
    Reported,
    /// Derived or estimated from other figures.
    Estimated,
    /// Assumed, or not checked against a document.
    Assumed,
}

impl Grade {
    /// Every grade, surest first.
    pub const ALL: [Self; 5] =
        [Self::Measured, Self::Specified, Self::Reported, Self::Estimated, Self::Assumed];

    /// Its name, as data write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Specified => "specified",
            Self::Reported => "reported",
            Self::Estimated => "estimated",
            Self::Assumed => "assumed",
        }
    }
}

/// What stands behind a figure: its sources, how good they are, and what a reader has to know.
#[derive(Debug, PartialEq)]
pub struct Evidence {
    /// How the figure is known.
    pub grade: Grade,
    /// The documents it was taken from.
    pub sources: &'static [&'static Source],
    /// What a reader has to know of it; empty where there is nothing.
    pub note: &'static str,
}

impl Evidence {
    /// Of what was never published.
    pub(crate) const NONE: Self = Self { grade: Grade::Assumed, sources: &[], note: "" };

    /// What others report, with what a reader has to know of it.
    pub(crate) const fn reported(sources: &'static [&'static Source], note: &'static str) -> Self {
        Self { grade: Grade::Reported, sources, note }
    }
}

/// The evidence of a value that the user gave: it is what it is.
pub static GIVEN: Evidence = Evidence { grade: Grade::Assumed, sources: &[], note: "given by the user" };

/// The evidence of a value that nobody knows.
pub static UNKNOWN: Evidence = Evidence::NONE;

/// How a doubtful value spreads between its low and its high, which are its 5th and 95th percentiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No doubt: a convention, a count, a value that the user fixed.
    Exact,
    /// Lognormal: a positive scale; a skewed pair is a split lognormal about the median.
    Lognormal,
    /// Lognormal on what exceeds one, for ratios that start there (PUE).
    LognormalAboveOne,
    /// Normal about the median; a skewed pair is a split normal.
    Normal,
    /// Normal on the log odds: a share between zero and one.
    LogitNormal,
    /// Uniform: only the bounds are known.
    Uniform,
}

impl Shape {
    /// The shapes that a range may be given, by their names.
    pub const NAMED: [(&'static str, Self); 5] = [
        ("lognormal", Self::Lognormal),
        ("above-one", Self::LognormalAboveOne),
        ("normal", Self::Normal),
        ("logit-normal", Self::LogitNormal),
        ("uniform", Self::Uniform),
    ];

    /// Whether a range with these ends may have this shape.
    #[must_use]
    pub fn takes(self, low: f64, high: f64) -> bool {
        match self {
            Self::Lognormal => low > 0.0,
            Self::LognormalAboveOne => low > 1.0,
            Self::LogitNormal => low > 0.0 && high < 1.0,
            Self::Exact | Self::Normal | Self::Uniform => true,
        }
    }
}

/// A value with its range and its evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known<T> {
    /// The central value: the median.
    pub value: T,
    /// The 5th percentile.
    pub low: T,
    /// The 95th percentile.
    pub high: T,
    /// How it spreads between them.
    pub shape: Shape,
    /// How it is known; weaker than its evidence as a whole where only this value is.
    pub grade: Grade,
    /// Where it comes from.
    pub evidence: &'static Evidence,
}

impl<T: Copy> Known<T> {
    /// A value without doubt.
    #[must_use]
    pub const fn exact(value: T, evidence: &'static Evidence) -> Self {
        Self { value, low: value, high: value, shape: Shape::Exact, grade: evidence.grade, evidence }
    }

    /// A value between its 5th and its 95th percentile.
    #[must_use]
    pub const fn between(low: T, value: T, high: T, shape: Shape, evidence: &'static Evidence) -> Self {
        Self { value, low, high, shape, grade: evidence.grade, evidence }
    }

    /// The same, known no better than so.
    #[must_use]
    pub fn at_best(mut self, grade: Grade) -> Self {
        self.grade = self.grade.max(grade);
        self
    }

    /// A value that the user gave.
    #[must_use]
    pub const fn given(value: T) -> Self {
        Self::exact(value, &GIVEN)
    }
}
