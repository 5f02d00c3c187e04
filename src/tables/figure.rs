//! The table of figures.

use super::{Path, label};
use crate::quantities::Kind;

/// A row of the table of figures: what is the same for every value of the figure.
#[derive(Debug)]
pub struct Figure {
    /// The last segment of its path.
    pub name: &'static str,
    /// The lines of its documentation; the first is what it is called.
    pub doc: &'static [&'static str],
    /// What it measures.
    pub kind: &'static Kind,
    /// The unit that documents write it in; empty for pure numbers.
    pub unit: &'static str,
    /// The code that computes it.
    pub formula: &'static str,
    /// What the names in the formula stand for: name and path. A `#` in a path is the number of the pool or year; a path
    /// that begins with a point is relative to where the figure stands, with two to what is around it.
    pub scope: &'static [(&'static str, &'static str)],
    /// The figures that the formula can name without a path: those of the same struct.
    pub siblings: &'static [&'static str],
}

impl Figure {
    /// What it is called, in English.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.doc.first().map_or(self.name, |line| label(line))
    }

    /// Whether it is one of several alike, which stand at several places, such as the views of a cost.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.scope.iter().any(|(_, path)| path.starts_with('.'))
    }

    /// Base units in one of the unit that documents write it in.
    #[must_use]
    pub fn unit_factor(&self) -> f64 {
        self.kind.unit(self.unit).map_or(1.0, |unit| unit.factor)
    }
}

/// What walks the figures of a result, in the order of their computation.
pub trait FigureVisitor {
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
    /// Comes by the figures of a table, with their values in base units.
    fn figures(&mut self, figures: &'static [Figure], values: &[f64]) {
        figures.iter().zip(values).for_each(|(figure, value)| self.figure(figure, *value));
    }
    /// Comes by a figure: its row, and its value in base units.
    fn figure(&mut self, figure: &'static Figure, value: f64);
}

/// Takes the values of all figures. The walks are generic for it alone: thousands of evaluations are read by place, and each
/// call through a table of methods would cost more than what it brings.
pub(crate) struct Values<'a> {
    /// Room for the values.
    pub(crate) into: &'a mut [f64],
    /// How many there were, beyond the room too.
    pub(crate) seen: usize,
}

impl FigureVisitor for Values<'_> {
    fn enter(&mut self, _: &str) -> usize {
        0
    }
    fn enter_place(&mut self, _: usize) -> usize {
        0
    }
    fn leave(&mut self, _: usize) {}
    #[inline(always)]
    fn figures(&mut self, _: &'static [Figure], values: &[f64]) {
        let next = self.seen + values.len();
        if let Some(room) = self.into.get_mut(self.seen..next) {
            room.copy_from_slice(values);
        }
        self.seen = next;
    }
    fn figure(&mut self, figure: &'static Figure, value: f64) {
        self.figures(core::slice::from_ref(figure), &[value]);
    }
}

/// Walks figures that stand at a path, where there are any. Not inlined: a host that compiles WebAssembly as it runs would
/// spend its first milliseconds on one huge walk.
#[inline(never)]
pub(crate) fn visit_one<T, V: FigureVisitor + ?Sized>(
    path: &str,
    figures: Option<&T>,
    visitor: &mut V,
    visit: fn(&T, &mut V),
) {
    let Some(figures) = figures else { return };
    let mark = visitor.enter(path);
    visit(figures, visitor);
    visitor.leave(mark);
}

/// Walks the figures of each pool, numbered under a path.
pub(crate) fn visit_pools<T, V: FigureVisitor + ?Sized>(
    path: &str,
    pools: &[Option<T>],
    visitor: &mut V,
    visit: fn(&T, &mut V),
) {
    let mark = visitor.enter(path);
    for (place, pool) in pools.iter().enumerate() {
        let Some(pool) = pool else { continue };
        let mark = visitor.enter_place(place);
        visit(pool, visitor);
        visitor.leave(mark);
    }
    visitor.leave(mark);
}

/// The sum of a figure over the pools; `None` where it is missing for one.
pub(crate) fn total<T, Q: core::ops::Add<Output = Q> + Default>(
    pools: &[Option<T>],
    figure: impl Fn(&T) -> Q,
) -> Option<Q> {
    pools.iter().try_fold(Q::default(), |sum, pool| Some(sum + figure(pool.as_ref()?)))
}

/// The sum of a figure over the pools, within a formula of [`figures!`]; missing where it is missing for one.
macro_rules! sum {
    ($pools:ident.$figure:ident) => {
        $crate::tables::total($pools, |pool| pool.$figure)?
    };
}
pub(crate) use sum;

/// Declares a struct of figures from its table.
///
/// The head names what the formulas read: `of (site: &Site = "site", …)`, each with the path it stands at. A row
/// is `name: Type, "unit" = formula;` under its documentation, whose first line is its label. A formula may name
/// the rows above it. `?` marks an input that may be missing; then there are no figures.
macro_rules! figures {
    ($(#[$meta:meta])* pub struct $Name:ident of ($( $param:ident: $Param:ty = $path:literal ),+ $(,)?) { $(
        #[doc = $label:literal]
        $(#[doc = $more:literal])*
        $field:ident: $Type:ty, $unit:literal = $formula:expr;
    )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $Name {
            $( #[doc = $label] $(#[doc = $more])* pub $field: $Type, )+
        }

        impl $Name {
            /// The table of these figures.
            pub const FIGURES: &'static [$crate::tables::Figure] = &[ $( $crate::tables::Figure {
                name: stringify!($field),
                doc: &[$label $(, remark!($more))*],
                kind: <$Type as $crate::quantities::Measure>::KIND,
                unit: $unit,
                formula: stringify!($formula),
                scope: Self::SCOPE,
                siblings: Self::NAMES,
            } ),+ ];
            const SCOPE: &'static [(&'static str, &'static str)] = &[ $( (stringify!($param), $path) ),+ ];
            const NAMES: &'static [&'static str] = &[ $( stringify!($field) ),+ ];

            /// Computes the figures; `None` where an input is missing.
            #[allow(clippy::unnecessary_wraps, clippy::question_mark_used, clippy::too_many_arguments)]
            pub(crate) fn of($( $param: $Param ),+) -> Option<Self> {
                $( let $field: $Type = $formula; )+
                Some(Self { $( $field ),+ })
            }

            /// Walks the figures in the order of the table.
            #[inline(never)]
            pub(crate) fn visit<V: $crate::tables::FigureVisitor + ?Sized>(&self, visitor: &mut V) {
                let values = [ $( $crate::quantities::Measure::base(self.$field) ),+ ];
                visitor.figures(Self::FIGURES, &values);
            }
        }
    };
}
pub(crate) use figures;
