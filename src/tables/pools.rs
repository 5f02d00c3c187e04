//! What there is of each pool.

use core::ops::Deref;

/// A thing of each pool, in the order of the pools; in place where there is one, as of nearly all clusters.
#[derive(Clone, Debug, PartialEq)]
pub enum PerPool<T> {
    /// Of the only pool.
    One([T; 1]),
    /// Of none or several.
    Several(Vec<T>),
}

impl<T> Deref for PerPool<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        match self {
            Self::One(one) => one,
            Self::Several(several) => several,
        }
    }
}

impl<T> FromIterator<T> for PerPool<T> {
    fn from_iter<I: IntoIterator<Item = T>>(pools: I) -> Self {
        let mut pools = pools.into_iter();
        match (pools.next(), pools.next()) {
            (Some(one), None) => Self::One([one]),
            (first, second) => Self::Several(first.into_iter().chain(second).chain(pools).collect()),
        }
    }
}

impl<'a, T> IntoIterator for &'a PerPool<T> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
