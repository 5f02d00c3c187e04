//! Pure numbers that must not be taken for each other: each is a type of its own.

use super::kind::{Kind, Measure};
use super::system::{Dimension, Quantity, Units};
use core::ops::{Add, Div, Mul, Sub};

macro_rules! ratios {
    ($( $(#[$doc:meta])* $Name:ident, $label:literal, $is_share:literal; )+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $Name(f64);

        impl $Name {
            /// The ratio that is this plain number.
            #[must_use]
            pub const fn new(value: f64) -> Self {
                Self(value)
            }
            /// The plain number.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Measure for $Name {
            const KIND: &'static Kind = &Kind { name: $label, ladder: &[], others: &[], is_share: $is_share };
            fn base(self) -> f64 {
                self.0
            }
            fn from_base(value: f64) -> Self {
                Self(value)
            }
        }

        impl<D: Dimension + ?Sized, U: Units<f64> + ?Sized> Mul<$Name> for Quantity<D, U, f64> {
            type Output = Self;
            fn mul(mut self, ratio: $Name) -> Self {
                self.value *= ratio.0;
                self
            }
        }

        impl<D: Dimension + ?Sized, U: Units<f64> + ?Sized> Div<$Name> for Quantity<D, U, f64> {
            type Output = Self;
            fn div(mut self, ratio: $Name) -> Self {
                self.value /= ratio.0;
                self
            }
        }

        impl Mul<$Name> for f64 {
            type Output = f64;
            fn mul(self, ratio: $Name) -> f64 {
                self * ratio.0
            }
        }

        impl Add<$Name> for f64 {
            type Output = f64;
            fn add(self, ratio: $Name) -> f64 {
                self + ratio.0
            }
        }

        impl Sub<$Name> for f64 {
            type Output = f64;
            fn sub(self, ratio: $Name) -> f64 {
                self - ratio.0
            }
        }
    )+ };
}

ratios! {
    /// Power usage effectiveness: the energy of a facility over the energy of its IT, over a year.
    Pue, "PUE", false;
    /// The peak power of a facility over the power of its IT: a ratio of capacities, not a PUE.
    PeakOverhead, "peak overhead", false;
    /// Power of the servers with all that serves them (network, storage, management) over that of the servers alone.
    ItOverhead, "IT overhead", false;
    /// Model FLOP utilisation: the model's FLOP/s over the peak rate of the devices.
    Mfu, "MFU", true;
    /// Average draw of the IT over its rated power.
    LoadFactor, "load factor", true;
    /// The share of time that counts towards the result.
    Goodput, "goodput", true;
    /// The share of hours that are sold or used.
    SoldShare, "sold share", true;
    /// A share of a whole.
    Share, "share", true;
    /// A rate of interest by the year.
    AnnualRate, "rate per year", false;
    /// A plain number that compares two like quantities, or counts what has no unit.
    Ratio, "ratio", false;
}

/// How many times `b` goes into `a`: a plain number.
#[must_use]
pub fn ratio<D: Dimension + ?Sized, U: Units<f64> + ?Sized>(
    a: Quantity<D, U, f64>,
    b: Quantity<D, U, f64>,
) -> f64 {
    a.value / b.value
}
