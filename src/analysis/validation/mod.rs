//! How exact we are: predictions beside measurements.

mod case;
mod measured;
mod reading;

pub use case::{Case, Reason};
pub use measured::{Quantity, measured};
pub use reading::Row;
