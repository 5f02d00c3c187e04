//! Services that cannot be, each with the nearest that can.

use super::{Found, Search, Served, Service, Setting};
use crate::error::{Amount, Code, Error};
use crate::quantities::units::devices;
use crate::quantities::*;
use crate::throughput::PoolCount;
use crate::throughput::legal::{Rule, divides, divisors, plain};
use crate::throughput::terms::count;
use crate::workload::Model;

fn amount<M: Measure>(name: &'static str, value: M, unit: &'static str) -> Amount {
    Amount { name, kind: M::KIND, base: value.base(), unit }
}

fn error(code: Code, field: &str, amounts: Vec<Amount>) -> Error {
    Error::new(code, vec![("field", field.to_owned())]).with_amounts(amounts)
}

/// A model of no known shape.
pub(crate) fn shapeless(model: &Model) -> Error {
    let args = vec![("field", "model".to_owned()), ("of", model.name().to_owned())];
    Error::new(Code::Shapeless, args)
}

/// Why no layout was found: no memory holds the model, or not the batch, or the promises are out of reach.
pub(crate) fn unmet(setting: &Setting, size: PoolCount) -> Error {
    let mut search = Search::of(setting, count(size.devices));
    match (search.nearest(), setting.load.batch().filter(|_| setting.load.is_given("batch"))) {
        (Some(_), Some(batch)) => too_many(&mut search, batch),
        (Some(nearest), None) => promised(setting, &nearest),
        (None, _) => too_large(setting, &mut search),
    }
}

/// A batch that no layout has memory for.
fn too_many(search: &mut Search, batch: f64) -> Error {
    let most = search.degrees().into_iter().filter_map(|tensor| search.at(tensor, 1.0));
    let most = most.map(|found| found.served.replica.most).fold(0.0, f64::max);
    let amounts = vec![amount("value", batch, ""), amount("most", f64::floor(most), "")];
    error(Code::BatchBeyondMemory, "serving.batch", amounts)
}

/// A promise that not even a replica with one sequence keeps.
fn promised(setting: &Setting, nearest: &Found) -> Error {
    let (load, pace) = (setting.load, &nearest.served.pace);
    if pace.user < load.user_rate() {
        let amounts = vec![
            amount("value", load.user_rate(), "token/s"),
            amount("nearest", pace.user, "token/s"),
            amount("tensor", nearest.tensor, ""),
        ];
        return error(Code::RateOutOfReach, "serving.user_rate", amounts);
    }
    let asked = load.first_token().unwrap_or_default();
    let amounts = vec![
        amount("value", asked, "s"),
        amount("nearest", pace.first_token, "s"),
        amount("tensor", nearest.tensor, ""),
    ];
    error(Code::FirstTokenOutOfReach, "serving.first_token", amounts)
}

/// A model that no stage of the devices holds: how many stages would.
fn too_large(setting: &Setting, search: &mut Search) -> Error {
    let widest = search.degrees().into_iter().fold(1.0, f64::max);
    let Some(found) = search.at(widest, 1.0) else {
        return error(Code::Missing, "cluster.pools.0.memory_bandwidth", vec![]);
    };
    let held = &found.served.replica;
    let memory = setting.pool.memory().unwrap_or_default() * (1.0 - setting.load.reserved().get());
    let stages = setting.load.pipeline().unwrap_or(1.0) * f64::ceil(ratio(held.weights + held.kept, memory));
    let amounts = vec![
        amount("weights", held.weights, "GiB"),
        amount("memory", memory, "GiB"),
        amount("tensor", widest, ""),
        amount("stages", stages, ""),
    ];
    error(Code::ModelBeyondMemory, "serving.pipeline", amounts)
}

/// Refuses a layout that does not divide, or that the devices do not hold.
pub(crate) fn check(setting: &Setting, served: &Served, size: PoolCount) -> Result<(), Error> {
    let (load, replica) = (setting.load, &served.replica);
    let (tensor, expert) = (load.tensor().unwrap_or(1.0), load.expert().unwrap_or(1.0));
    let (heads, layers) = (setting.model.heads(), setting.model.layers());
    let stages = load.pipeline().unwrap_or(1.0);
    let rules: [Rule; 3] = [
        (!divides(tensor, heads), "serving.tensor", "layout-heads", &|| divisors(heads)),
        (expert > tensor && !divides(tensor, expert), "serving.expert", "serving-groups", &|| plain(tensor)),
        (stages > layers, "serving.pipeline", "serving-stages", &|| format!("≤ {}", plain(layers))),
    ];
    if let Some((_, field, reason, legal)) = rules.into_iter().find(|(is_broken, ..)| *is_broken) {
        let args = vec![("field", field.to_owned()), ("reason", reason.to_owned()), ("legal", legal())];
        return Err(Error::new(Code::BadLayout, args));
    }
    if replica.devices > count(size.devices) {
        let amounts = vec![amount("value", size.devices, ""), amount("needed", devices(replica.devices), "")];
        return Err(error(Code::ReplicaBeyondDevices, "cluster.pools.0.count", amounts));
    }
    let batch = load.batch().filter(|_| load.is_given("batch")).unwrap_or(0.0);
    if batch > replica.most {
        let amounts = vec![amount("value", batch, ""), amount("most", f64::floor(replica.most), "")];
        return Err(error(Code::BatchBeyondMemory, "serving.batch", amounts));
    }
    Ok(())
}

/// Refuses a demand beyond what the devices can give: how many would.
pub(crate) fn check_demand(setting: &Setting, service: &Service, size: PoolCount) -> Result<(), Error> {
    /// What rounding may add.
    const ROUNDING: f64 = 1e-9;
    if service.peak <= 1.0 + ROUNDING {
        return Ok(());
    }
    let field = if setting.load.requests().is_some() { "serving.requests" } else { "serving.users" };
    let amounts = vec![
        amount("value", service.asked, "token/s"),
        amount("most", service.capacity, "token/s"),
        amount("count", size.devices, ""),
        amount("needed", service.needed, ""),
    ];
    Err(error(Code::DemandBeyondDevices, field, amounts))
}
