//! The table of inputs.

use super::{Path, label};
use crate::error::{Amount, Code, Error};
use crate::provenance::{Evidence, GIVEN, Grade, Known, Shape, UNKNOWN};
use crate::quantities::{Kind, Measure, display};

/// What values an input may take, in base units, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    /// The least.
    pub min: f64,
    /// The most.
    pub max: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
}

impl Domain {
    /// From zero to one.
    pub const SHARE: Self = Self::between(0.0, 1.0);
    /// Zero or more, up to what no plan on Earth exceeds.
    pub const NOT_NEGATIVE: Self = Self::between(0.0, 1e36);
    /// More than zero.
    pub const POSITIVE: Self = Self::between(1e-30, 1e36);

    /// From the least to the most.
    #[must_use]
    pub const fn between(min: f64, max: f64) -> Self {
        Self { min, max, whole: false }
    }

    /// Whole numbers from the least to the most.
    #[must_use]
    pub const fn whole(min: f64, max: f64) -> Self {
        Self { min, max, whole: true }
    }

    /// The nearest value that is not below the least, nor above the most.
    #[must_use]
    pub fn bounded(&self, value: f64) -> f64 {
        match () {
            () if value < self.min => self.min,
            () if value > self.max => self.max,
            () => value,
        }
    }

    /// Whether the value is allowed. NaN never is.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        value >= self.min && value <= self.max && (!self.whole || f64::floor(value) == value)
    }
}

/// A row of the table of inputs: what is the same for every value of the input.
#[derive(Debug)]
pub struct Input {
    /// The last segment of its path.
    pub name: &'static str,
    /// The lines of its documentation; the first is what it is called.
    pub doc: &'static [&'static str],
    /// What it measures.
    pub kind: &'static Kind,
    /// The unit it is shown in; where empty, the one that reads best.
    pub unit: &'static str,
    /// What is allowed.
    pub domain: Domain,
}

impl Input {
    /// What it is called, in English.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.doc.first().map_or(self.name, |line| label(line))
    }

    /// The value for people, in its unit.
    #[must_use]
    pub fn shown(&self, value: f64) -> String {
        let unit = (!self.unit.is_empty()).then_some(self.unit);
        display::quantity(self.kind, value, unit, display::MOST_DIGITS, &display::ENGLISH)
    }

    /// Refuses a value outside the domain.
    ///
    /// # Errors
    /// When the value is not allowed: names `path`, the value and what is.
    pub fn check(&self, path: &str, value: f64) -> Result<(), Error> {
        if self.domain.holds(value) { Ok(()) } else { self.refused(path, value, self.domain) }
    }

    /// Refuses a value, of which other inputs may leave less than its domain.
    pub(crate) fn refused(&self, path: &str, value: f64, domain: Domain) -> Result<(), Error> {
        let Domain { min, max, whole } = domain;
        let code = match () {
            () if whole => Code::NotWhole,
            () if domain == Domain::POSITIVE => Code::NotPositive,
            () if domain == Domain::NOT_NEGATIVE => Code::Negative,
            () => Code::OutOfDomain,
        };
        let Self { kind, unit, .. } = *self;
        let amount = |name, base| Amount { name, kind, base, unit };
        let amounts = vec![amount("value", value), amount("min", min), amount("max", max)];
        Err(Error::new(code, vec![("field", path.to_owned())]).with_amounts(amounts))
    }
}

/// How far an input's value is to be believed: its range in base units, and its evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Belief {
    /// The 5th percentile.
    pub low: f64,
    /// The 95th percentile.
    pub high: f64,
    /// How it spreads.
    pub shape: Shape,
    /// How it is known.
    pub grade: Grade,
    /// Where it comes from.
    pub evidence: &'static Evidence,
}

impl Belief {
    /// A value that the user gave: no range.
    #[must_use]
    pub const fn given(value: f64) -> Self {
        Self { low: value, high: value, shape: Shape::Exact, grade: GIVEN.grade, evidence: &GIVEN }
    }

    /// A value that nobody knows.
    #[must_use]
    pub const fn none() -> Self {
        Self { evidence: &UNKNOWN, ..Self::given(0.0) }
    }

    /// What is believed of a known value.
    #[must_use]
    pub fn of<M: Measure>(known: &Known<M>) -> Self {
        Self {
            low: known.low.base(),
            high: known.high.base(),
            shape: known.shape,
            grade: known.grade,
            evidence: known.evidence,
        }
    }

    /// Whether the user gave the value.
    #[must_use]
    pub fn is_given(&self) -> bool {
        core::ptr::eq(self.evidence, &GIVEN)
    }

    /// Whether the value is without doubt.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }
}

/// The place where an input's value lies.
pub trait Slot {
    /// The value in base units; `None` where it is not known.
    fn get(&self) -> Option<f64>;
    /// Puts a value, in base units.
    fn put(&mut self, value: f64);
    /// Leaves it without a value, where it may be.
    fn clear(&mut self) {}
}

impl<M: Measure> Slot for M {
    fn get(&self) -> Option<f64> {
        Some(self.base())
    }
    fn put(&mut self, value: f64) {
        *self = M::from_base(value);
    }
}

impl<M: Measure> Slot for Option<M> {
    fn get(&self) -> Option<f64> {
        self.map(M::base)
    }
    fn put(&mut self, value: f64) {
        *self = Some(M::from_base(value));
    }
    fn clear(&mut self) {
        *self = None;
    }
}

/// Whether a value is allowed, where there is one.
#[inline(always)]
pub(crate) fn holds(domain: Domain, slot: impl Slot) -> bool {
    slot.get().is_none_or(|value| domain.holds(value))
}

/// Refuses the first value that is outside its domain; `scope` tells where the inputs stand.
pub(crate) fn check_all(
    inputs: &'static [Input],
    values: &[Option<f64>],
    scope: &dyn Fn() -> String,
) -> Result<(), Error> {
    let known = inputs.iter().zip(values).filter_map(|(input, value)| Some((input, (*value)?)));
    for (input, value) in known {
        if !input.domain.holds(value) {
            return input.check(&format!("{}.{}", scope(), input.name), value);
        }
    }
    Ok(())
}

/// A choice among named values, such as an accelerator or a precision.
#[derive(Debug)]
pub struct Choice {
    /// The last segment of its path.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
}

/// What walks the table of inputs.
///
/// Inputs come in the order of the tables, each in the scope that [`enter`](Self::enter) opened.
pub trait InputVisitor {
    /// The path that the visitor keeps of where it is, where it cares.
    fn path(&mut self) -> Option<&mut Path> {
        None
    }
    /// Goes down one segment of the path; returns what [`leave`](Self::leave) takes to come back.
    fn enter(&mut self, segment: &str) -> usize {
        self.path().map_or(0, |path| path.enter(segment))
    }
    /// Comes back up.
    fn leave(&mut self, mark: usize) {
        self.path().into_iter().for_each(|path| path.leave(mark));
    }
    /// Goes down to one of several alike, by its number.
    fn enter_place(&mut self, place: usize) -> usize {
        self.path().map_or(0, |path| path.enter(&place.to_string()))
    }
    /// Whether it cares for none of the next inputs, so many; then they are passed by.
    fn passes(&mut self, _count: usize) -> bool {
        false
    }
    /// Comes by the inputs of a table, with their slots and beliefs.
    ///
    /// # Errors
    /// As of [`input`](Self::input), for the first that is refused.
    fn inputs(
        &mut self,
        inputs: &'static [Input],
        slots: &mut [&mut dyn Slot],
        beliefs: &mut [Belief],
    ) -> Result<(), Error> {
        let mut rows = inputs.iter().zip(slots).zip(beliefs);
        rows.try_for_each(|((input, slot), belief)| self.input(input, &mut **slot, belief))
    }
    /// Comes by an input. The visitor may change value and belief.
    ///
    /// # Errors
    /// When the visitor refuses, such as for a value that cannot be read.
    fn input(&mut self, input: &'static Input, slot: &mut dyn Slot, belief: &mut Belief)
    -> Result<(), Error>;
    /// Comes by a choice. A visitor that wants another option returns it.
    fn choice(&mut self, _choice: &'static Choice, _current: &'static str) -> Option<String> {
        None
    }
}

/// Declares a struct of inputs from its table.
///
/// A row is `field, with_field: Type, unit, domain;` under its documentation, whose first line is its label.
macro_rules! inputs {
    ($(#[$meta:meta])* pub struct $Name:ident $([ $($(#[$kept_meta:meta])* $kept:ident: $Kept:ty),+ ])? { $(
        #[doc = $label:literal]
        $(#[doc = $more:literal])*
        $field:ident, $with:ident: $Type:ty, $unit:literal, $domain:expr;
    )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $Name {
            $( $( $(#[$kept_meta])* pub(crate) $kept: $Kept, )+ )?
            $( #[doc = $label] $(#[doc = $more])* pub(crate) $field: $Type, )+
            beliefs: [$crate::tables::Belief; Self::INPUTS.len()],
        }

        impl $Name {
            /// The table of these inputs.
            pub const INPUTS: &'static [$crate::tables::Input] = &[ $( $crate::tables::Input {
                name: stringify!($field),
                doc: &[$label $(, remark!($more))*],
                kind: <$Type as $crate::tables::MeasureOf>::KIND,
                unit: $unit,
                domain: $domain,
            } ),+ ];

            /// The inputs from what is known of each, in the order of the table.
            #[allow(clippy::too_many_arguments)]
            pub(crate) fn from_known($($( $kept: $Kept, )+)? $( $field: impl Into<$crate::tables::Believed<$Type>> ),+) -> Self {
                $( let $field = $field.into(); )+
                Self { $($( $kept, )+)? beliefs: [ $( $field.belief ),+ ], $( $field: $field.value ),+ }
            }

            $(
                #[doc = $label] $(#[doc = $more])*
                #[must_use]
                pub const fn $field(&self) -> $Type {
                    self.$field
                }

                #[doc = concat!("The same with another `", stringify!($field), "`, taken as given: it has no range.")]
                #[must_use]
                pub fn $with(mut self, value: <$Type as $crate::tables::MeasureOf>::Measure) -> Self {
                    self.$field = value.into();
                    self.believe(stringify!($field), $crate::tables::Belief::given($crate::quantities::Measure::base(value)));
                    self
                }
            )+

            /// Whether an input was given.
            #[allow(dead_code)]
            pub(crate) fn is_given(&self, name: &str) -> bool {
                Self::place(name).and_then(|place| self.beliefs.get(place)).is_some_and($crate::tables::Belief::is_given)
            }

            /// How far to believe an input.
            #[allow(dead_code)]
            pub(crate) fn belief(&self, name: &str) -> Option<$crate::tables::Belief> {
                Self::place(name).and_then(|place| self.beliefs.get(place)).copied()
            }

            /// Believes what is known of an input.
            #[allow(dead_code)]
            pub(crate) fn know<M: $crate::quantities::Measure>(&mut self, name: &str, known: &$crate::provenance::Known<M>) {
                self.believe(name, $crate::tables::Belief::of(known));
            }

            /// Where an input stands in the table.
            fn place(name: &str) -> Option<usize> {
                Self::INPUTS.iter().position(|input| input.name == name)
            }

            fn believe(&mut self, name: &str, belief: $crate::tables::Belief) {
                if let Some(slot) = Self::place(name).and_then(|place| self.beliefs.get_mut(place)) {
                    *slot = belief;
                }
            }

            /// Believes of an input what another does.
            #[allow(dead_code)]
            pub(crate) fn keep_belief(&mut self, name: &str, other: &Self) {
                if let Some(belief) = Self::place(name).and_then(|place| other.beliefs.get(place)) {
                    self.believe(name, *belief);
                }
            }

            /// Takes over from another what was given there, with what is believed of it.
            #[allow(dead_code)]
            pub(crate) fn keep_given(&mut self, other: &Self) {
                $( if other.is_given(stringify!($field)) {
                    self.$field = other.$field;
                } )+
                let beliefs = self.beliefs.iter_mut().zip(&other.beliefs);
                beliefs.filter(|(_, given)| given.is_given()).for_each(|(belief, given)| *belief = *given);
            }

            /// Walks the inputs in the order of the table.
            #[inline(never)]
            pub(crate) fn visit_inputs(&mut self, visitor: &mut dyn $crate::tables::InputVisitor) -> Result<(), $crate::error::Error> {
                if visitor.passes(Self::INPUTS.len()) {
                    return Ok(());
                }
                let slots: &mut [&mut dyn $crate::tables::Slot] = &mut [ $( &mut self.$field ),+ ];
                visitor.inputs(Self::INPUTS, slots, &mut self.beliefs)
            }

            /// Refuses values outside their domain; `scope` is where these inputs stand.
            #[inline(never)]
            #[allow(dead_code)]
            pub(crate) fn check_at(&self, scope: &dyn Fn() -> String) -> Result<(), $crate::error::Error> {
                // With the domains as constants, what is allowed is found so in a quarter of the time.
                let held = true $( & $crate::tables::holds(const { $domain }, self.$field) )+;
                if held { return Ok(()); }
                let values = [ $( $crate::tables::Slot::get(&self.$field) ),+ ];
                $crate::tables::check_all(Self::INPUTS, &values, scope)
            }
        }
    };
}
pub(crate) use inputs;

/// The measure in an input's type: itself, or what its `Option` holds.
pub trait MeasureOf {
    /// The measure.
    type Measure: Measure;
    /// Its kind.
    const KIND: &'static Kind = <Self::Measure as Measure>::KIND;
}

impl<M: Measure> MeasureOf for M {
    type Measure = M;
}

impl<M: Measure> MeasureOf for Option<M> {
    type Measure = M;
}

/// A value for an input, with what is believed of it.
#[derive(Clone, Copy, Debug)]
pub struct Believed<T> {
    /// The value.
    pub value: T,
    /// How far to believe it.
    pub belief: Belief,
}

impl<M: Measure> From<Known<M>> for Believed<M> {
    fn from(known: Known<M>) -> Self {
        Self { value: known.value, belief: Belief::of(&known) }
    }
}

impl<M: Measure> From<Known<M>> for Believed<Option<M>> {
    fn from(known: Known<M>) -> Self {
        Self { value: Some(known.value), belief: Belief::of(&known) }
    }
}

impl<M: Measure> From<Option<Known<M>>> for Believed<Option<M>> {
    fn from(known: Option<Known<M>>) -> Self {
        known.map_or(Self { value: None, belief: Belief::none() }, Self::from)
    }
}
