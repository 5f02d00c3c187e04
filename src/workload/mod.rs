//! What is asked: models, their parameters and FLOPs, and training runs.
//!
//! A workload knows nothing of hardware.

pub mod config;
mod model;
mod run;
mod shape;
mod work;

pub use config::model_of_config;
pub use model::{Model, Sizes};
pub use run::{AttentionCount, Operation, TrainingRun};
pub use shape::{Layout, Shape};
pub use work::{
    ExpertWork, FeedForwardWork, GivenWork, GroupedWork, LatentWork, RuleWork, ShapeWork, Work, lacking,
    latent_query, windowed,
};
