//! Which layouts of a service are best: the rate of a user against that of a device.

use crate::error::Error;
use crate::estimate::Scenario;
use crate::throughput::serving::legal::shapeless;
use crate::throughput::serving::{Found, Search};

/// The layouts and batches that no other betters both for a user and by device.
#[derive(Clone, Debug)]
pub struct ServiceFrontier {
    /// The model in service.
    pub model: String,
    /// The kind of its devices.
    pub accelerator: &'static str,
    /// The layouts, from the fastest for a user on.
    pub found: Vec<Found>,
}

/// The best layouts of a service, whatever it promises: of every degree of tensor parallelism that its devices allow, with
/// batches that double up to what memory holds.
///
/// # Errors
/// When the scenario serves no model, or an input is outside its domain; when no layout holds the model.
pub fn service_frontier(scenario: &Scenario) -> Result<ServiceFrontier, Error> {
    let mut scenario = scenario.clone();
    scenario.resolve();
    scenario.check_inputs()?;
    let model = scenario.task.load().ok_or_else(|| Error::wrong_form("serving", "form-serving"))?.model();
    let setting = scenario.service().ok_or_else(|| shapeless(model))?;
    let found = Search::of(&setting, scenario.devices_at_hand()).frontier();
    if found.is_empty() {
        return Err(scenario.unmet_service(&setting));
    }
    Ok(ServiceFrontier { model: model.name().to_owned(), accelerator: setting.pool.accelerator().id, found })
}
