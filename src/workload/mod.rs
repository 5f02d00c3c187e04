//! What is asked: models, their parameters and FLOPs, and training runs.
//!
//! A workload knows nothing of hardware.


mod model;
mod run;
mod shape;
mod work;

pub use model::Model;
pub use run::{AttentionCount, Operation, TrainingRun};
pub use shape::{Layout, Shape};
pub use work::{ExpertWork, FeedForwardWork, GivenWork, GroupedWork, LatentWork, RuleWork, ShapeWork, Work};
