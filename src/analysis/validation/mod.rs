//! How exact we are: predictions beside measurements.

mod case;
mod judge;
mod measured;
mod reading;

pub use case::{Case, Reason};
pub use judge::{Errors, Judged, Prediction, SetErrors, by_set, judge};
pub use measured::{COLUMNS, Column, Follows, Quantity, measured};
pub use reading::Row;
