//! What is known: flat typed rows, each with its source.
//!
//! A blank is `None`, never zero. Rows are looked up by id; a wrong id names the nearest right one.

mod accelerators;
mod buildouts;
mod clusters;
mod cooling;
mod currencies;
pub mod defaults;
mod deflators;
mod facility;
mod grid;
mod lookup;
mod methods;
mod models;
mod prices;
pub mod rows;
mod seed;
pub mod sources;
mod supplies;
mod systems;

pub use accelerators::ACCELERATORS;
pub use buildouts::BUILDOUTS;
pub use clusters::CLUSTERS;
pub use cooling::{CLIMATES, COOLINGS};
pub use currencies::{CURRENCIES, Currency, DEFLATOR_SERIES, DOLLAR, Rates, series_of};
pub use deflators::DEFLATORS;
pub use facility::FACILITY;
pub use grid::GRID;
pub(crate) use lookup::spellings;
pub use lookup::{Row, find};
pub use methods::{METHODS, Method};
pub use models::MODELS;
pub use prices::{OTHER_PRICES, PRESET_PRICES, prices};
pub use rows::*;
pub use seed::SEED_FACTS;
pub use supplies::{GRID_SOURCE, POWER_SOURCES, SUPPLIES};
pub use systems::SYSTEMS;

/// The edition of the catalogue, which stands in every result.
pub const EDITION: &str = "2026.11";
