//! How exact we are: predictions beside measurements.

mod case;
mod judge;
mod measured;
mod power;
mod reading;
mod serving;

pub use case::{Case, Reason};
pub use judge::{Errors, Judged, LeftOut, Prediction, SetErrors, Timed, by_set, judge, left_out, timed};
pub use measured::{COLUMNS, Column, Follows, Quantity, measured};
pub use power::{PowerModel, node_power};
pub use reading::Row;
pub use serving::{ServingCase, ServingClass, ServingPrediction};
