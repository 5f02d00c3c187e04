//! What if, how sure, side by side: everything that evaluates a scenario more than once.

pub mod cause;
pub mod compare;
pub mod inputs;
pub mod lives;
pub mod notes;
pub mod offers;
pub mod plan;
mod probe;
pub mod progress;
pub mod range;
mod roots;
pub mod rows;
pub mod scaling;
pub mod sensitivity;
mod service;
pub mod solve;
pub mod sweep;
pub mod timeline;
pub mod trend;
pub mod uncertainty;
pub mod validation;

pub use cause::{Waterfall, why, why_with_ranges};
pub use compare::{Basis, Comparison, compare};
pub use inputs::{ChoiceRow, InputRow, Setting, choices, inputs, set, set_all, set_choices, set_number};
pub use lives::{Lives, lives};
pub use notes::{notes, side_notes, years};
pub use range::{Interval, ranges};
pub use rows::{FigureRow, figures};
pub use scaling::Scaling;
pub use sensitivity::{Cause, Index, Sensitivity, elasticities, sensitivity};
pub use service::{ServiceFrontier, service_frontier};
pub use solve::{Goal, Solved, solve, solve_together};
pub use sweep::{Columns, Sweep, frontier};
pub use timeline::{Ask, Timeline, TimelineNote, timeline, timeline_notes};
pub use trend::{Growth, Trend, TrendRow, trend};
pub use uncertainty::{Beats, Correlation, Sampling, Spread, Uncertainty, beats, uncertainties, uncertainty};
