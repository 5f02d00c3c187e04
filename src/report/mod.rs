//! How it is shown.
pub mod words;
/// The language of words and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale { /// English.
 En, /// French.
 Fr }
