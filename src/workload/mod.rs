//! What is asked: models, their parameters and FLOPs, and training runs.
//!
//! A workload knows nothing of hardware.

pub mod config;
mod model;
mod parallel;
mod run;
mod serving;
mod shape;
mod work;

pub use config::model_of_config;
pub use model::{Model, Sizes};
pub use parallel::{Parallel, Schedule};
pub use run::{AttentionCount, Operation, TrainingRun};
pub use serving::{ServingLoad, WeightFormat};
pub use shape::{Layout, Shape};
pub use work::{
    AttentionPart, ExpertWork, FeedForwardWork, GivenWork, GroupedWork, LatentWork, OfShape, Parts, RuleWork,
    ShapeWork, TokensWork, Work, lacking, latent_query, windowed,
};
