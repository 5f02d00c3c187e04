//! Reading a scenario.
//!
//! ```toml
//! version = 1
//! cluster = "xai-gigafactory"        # or a table: preset, pools = [{ accelerator, count }], and its inputs
//! model = "grok-2"                   # leave out for a year of operation
//! serving = { users = 1000 }         # the model in service, rather than its training
//! method = "epoch"                   # the inputs of a published method of cost; `wattflop list methods`
//! [site]
//! pue = 1.2
//! electricity = "0.05 USD/kWh"       # a range: "0.05..0.09 USD/kWh", with median and shape "0.05..0.06..0.09 USD/kWh uniform";
//!                                    # or { low = "0.05 USD/kWh", high = "0.09 USD/kWh", median = …, shape = "uniform" }
//! supply = "memphis-2024"            # or a mix of sources of your own; `wattflop list sources`
//! [[site.sources]]
//! kind = "gas-turbine"
//! share = 0.6
//! ```

use super::node::{Key, Node};
use crate::analysis::{Setting, set_all, set_choices};
use crate::catalogue::{ACCELERATORS, find};
use crate::cluster::{Cluster, Pool, Site};
use crate::error::{Code, Error, Noun};
use crate::estimate::Scenario;
use crate::provenance::Shape;
use crate::quantities::display::{MOST_DIGITS, significant};
use crate::workload::{Model, Operation, ServingLoad, TrainingRun, model_of_config};

/// The version of the form that this edition reads and writes.
pub const VERSION: f64 = 1.0;

/// The keys of a scenario.
pub(super) const KEYS: [&str; 14] = [
    "version",
    "method",
    "cluster",
    "model",
    "run",
    "layout",
    "efficiency",
    "serving",
    "serving_efficiency",
    "operation",
    "site",
    "faults",
    "finance",
    "money",
];

/// Reads a scenario from a document.
///
/// # Errors
/// When the version is another, a key or id unknown, or a value not one that its input may take.
pub fn read(document: &Node) -> Result<Scenario, Error> {
    let (mut scenario, settings) = parts(document)?;
    set_all(&mut scenario, &settings).map_err(where_it_is)?;
    Ok(scenario)
}

/// The same without the inputs that the document gives: what its cluster, model and choices bring by themselves.
///
/// # Errors
/// As of [`read`], but for the values of inputs.
pub fn read_usual(document: &Node) -> Result<Scenario, Error> {
    let (mut scenario, settings) = parts(document)?;
    set_choices(&mut scenario, &settings).map_err(where_it_is)?;
    Ok(scenario)
}

/// An input that there is none of is at its own path.
fn where_it_is(error: Error) -> Error {
    match (error.noun(), error.arg("id").map(str::to_owned)) {
        (Some(Noun::Input), Some(path)) => error.found_at(&path),
        _ => error,
    }
}

/// What a document is of, and what it sets.
fn parts(document: &Node) -> Result<(Scenario, Vec<(String, Setting)>), Error> {
    let Node::Table(entries) = document else {
        return Err(Error::wrong_form("scenario", "form-scenario"));
    };
    check_keys(document, "", KEYS.into_iter())?;
    check_version(document)?;
    let cluster =
        cluster(document.get("cluster").ok_or_else(|| Error::wrong_form("cluster", "form-cluster"))?)?;
    let scenario = match document.get("model") {
        model if document.get("serving").is_some() => Scenario::serving(service(model)?, cluster),
        None if document.get("run").is_none() => Scenario::operation(Operation::year(), cluster),
        None => Scenario::training(TrainingRun::of(Model::unknown("run")), cluster),
        Some(node) => Scenario::training(TrainingRun::of(model(node)?), cluster),
    };
    let mut settings = Vec::new();
    for (key, node) in entries.iter().filter(|(key, _)| key != "version") {
        collect(key, node, &mut settings)?;
    }
    Ok((scenario, settings))
}

/// A model in service.
fn service(node: Option<&Node>) -> Result<ServingLoad, Error> {
    let node = node.ok_or_else(|| Error::wrong_form("model", "form-model"))?;
    model(node).map(ServingLoad::of)
}

/// Refuses a key that a table may not have; `at` is the path of the table.
pub(super) fn check_keys(
    table: &Node,
    at: &str,
    mut known: impl Iterator<Item = &'static str> + Clone,
) -> Result<(), Error> {
    let Node::Table(entries) = table else { return Ok(()) };
    let is_unknown = |key: &str| !known.clone().any(|known| known == key);
    match entries.iter().find(|(key, _)| is_unknown(key)) {
        Some((key, _)) => {
            let place = if at.is_empty() { key.to_string() } else { format!("{at}.{key}") };
            Err(Error::unknown(Noun::Key, key, &mut known).found_at(&place))
        }
        None => Ok(()),
    }
}

pub(super) fn check_version(document: &Node) -> Result<(), Error> {
    match document.get("version") {
        None => Ok(()),
        Some(Node::Number(version)) if *version == VERSION => Ok(()),
        Some(node) => {
            let number = |number| significant(number, MOST_DIGITS);
            let version = node.as_number().map_or_else(|| "?".to_owned(), number);
            let args = vec![("version", version), ("known", number(VERSION))];
            Err(Error::new(Code::WrongVersion, args).found_at("version"))
        }
    }
}

fn cluster(node: &Node) -> Result<Cluster, Error> {
    let built = match (node, node.get("preset"), node.get("pools")) {
        (Node::Text(id), ..) => Cluster::preset(id).map_err(|error| error.found_at("cluster"))?,
        (_, Some(Node::Text(id)), _) => {
            Cluster::preset(id).map_err(|error| error.found_at("cluster.preset"))?
        }
        (_, None, Some(Node::List(pools))) => {
            let pools =
                pools.iter().enumerate().map(|(place, node)| pool(place, node)).collect::<Result<_, _>>()?;
            Cluster::of("cluster", pools, Site::preset(DEFAULT_GRID)?)
        }
        _ => return Err(Error::wrong_form("cluster", "form-cluster")),
    };
    Ok(match name(node, "cluster.name")? {
        Some(name) => built.named(name),
        None => built,
    })
}

/// The name that a table gives what it describes.
pub(super) fn name<'a>(node: &'a Node, field: &str) -> Result<Option<&'a str>, Error> {
    let name = node.get("name");
    name.map(|name| name.as_text().ok_or_else(|| Error::wrong_form(field, "form-name"))).transpose()
}

/// Where a cluster stands of which nothing is said.
const DEFAULT_GRID: &str = "usa";

fn pool(place: usize, node: &Node) -> Result<Pool, Error> {
    let field = format!("cluster.pools.{place}.accelerator");
    let id = node
        .get("accelerator")
        .and_then(Node::as_text)
        .ok_or_else(|| Error::wrong_form(&field, "form-accelerator"))?;
    find(ACCELERATORS, id).map(Pool::uncounted).map_err(|error| error.at(&field))
}

pub(super) fn model(node: &Node) -> Result<Model, Error> {
    let name = name(node, "model.name")?;
    let usual = name.unwrap_or("model");
    let built = match (node, node.get("preset"), node.get("config")) {
        (Node::Text(id), ..) => Model::preset(id).map_err(|error| error.found_at("model"))?,
        (_, Some(Node::Text(id)), None) => {
            Model::preset(id).map_err(|error| error.found_at("model.preset"))?
        }
        (_, None, Some(config)) => model_of_config(usual, &|key| number_or_text(config, key))?,
        (Node::Table(_), None, None) => Model::unknown(usual),
        _ => return Err(Error::wrong_form("model", "form-model")),
    };
    Ok(match name {
        Some(name) => built.named(name),
        None => built,
    })
}

fn number_or_text(config: &Node, key: &str) -> Option<crate::workload::config::Field> {
    use crate::workload::config::Field;
    match config.get(key)? {
        Node::Number(number) => Some(Field::Number(*number)),
        Node::Bool(value) => Some(Field::Number(f64::from(u8::from(*value)))),
        Node::Text(text) => Some(Field::Text(text.clone())),
        Node::List(items) => {
            // A number in a list is only ever asked whether it is there.
            let text = |item: &Node| item.as_text().unwrap_or("#").to_owned();
            Some(Field::List(items.iter().map(text).collect()))
        }
        Node::Null | Node::Numbers(_) | Node::Table(_) => None,
    }
}

/// The inputs under a node, as path and text.
pub(super) fn collect(path: &str, node: &Node, settings: &mut Vec<(String, Setting)>) -> Result<(), Error> {
    match (path, node) {
        ("cluster" | "model", Node::Text(_)) => {}
        ("site", Node::Text(id)) => settings.push(("site.grid".to_owned(), Setting::Text(id.clone()))),
        (_, Node::Table(entries)) if is_distribution(entries) => {
            settings.push((path.to_owned(), Setting::Text(distribution(path, node)?)));
        }
        (_, Node::Table(entries)) => {
            for (key, value) in entries {
                let structural = match path {
                    "cluster" => ["preset", "name"].contains(&key.as_ref()),
                    "model" => ["preset", "name", "config"].contains(&key.as_ref()),
                    _ => false,
                };
                if !structural {
                    collect(&format!("{path}.{key}"), value, settings)?;
                }
            }
        }
        (_, Node::List(ends)) if range(ends).is_some() => {
            settings.extend(range(ends).map(|text| (path.to_owned(), Setting::Text(text))));
        }
        ("site.sources", Node::List(items)) if items.is_empty() => {}
        (_, Node::List(items)) if items.is_empty() => return Err(Error::wrong_form(path, "form-value")),
        (_, Node::List(items)) if !items.iter().any(|item| matches!(item, Node::Table(_))) => {
            return Err(Error::wrong_form(path, "form-range"));
        }
        (_, Node::List(items)) => {
            for (place, item) in items.iter().enumerate() {
                collect(&format!("{path}.{place}"), item, settings)?;
            }
        }
        (_, Node::Number(number)) => settings.push((path.to_owned(), Setting::Number(*number))),
        (_, Node::Text(text)) => settings.push((path.to_owned(), Setting::Text(text.clone()))),
        (_, Node::Null | Node::Bool(_) | Node::Numbers(_)) => {
            return Err(Error::wrong_form(path, "form-value"));
        }
    }
    Ok(())
}

/// The keys of a distribution: both ends, its median, and the shape it spreads by.
const OF_DISTRIBUTION: [&str; 4] = ["low", "median", "high", "shape"];

/// Whether a table is a distribution of an input, rather than inputs by their names.
fn is_distribution(entries: &[(Key, Node)]) -> bool {
    entries.iter().any(|(key, _)| key == "low" || key == "high")
}

/// A distribution, as the text of a range.
fn distribution(path: &str, node: &Node) -> Result<String, Error> {
    let Node::Table(entries) = node else { return Err(Error::wrong_form(path, "form-value")) };
    if let Some((key, _)) = entries.iter().find(|(key, _)| !OF_DISTRIBUTION.contains(&key.as_ref())) {
        return Err(Error::unknown(Noun::Key, key, &mut OF_DISTRIBUTION.into_iter()).at(path));
    }
    let wrong = || Error::wrong_form(path, "form-distribution");
    let part = |key: &str| node.get(key).map(|node| end(node).ok_or_else(wrong)).transpose();
    let (low, high) = part("low")?.zip(part("high")?).ok_or_else(wrong)?;
    let median = part("median")?.map_or_else(String::new, |median| format!("{median}.."));
    let shape = part("shape")?;
    let mut names = Shape::NAMED.into_iter().map(|(name, _)| name);
    match shape.as_deref().filter(|shape| !Shape::NAMED.iter().any(|(name, _)| name == shape)) {
        Some(shape) => Err(Error::unknown(Noun::Value, shape, &mut names).at(path)),
        None => Ok(format!("{low}..{median}{high} {}", shape.unwrap_or_default()).trim_end().to_owned()),
    }
}

/// A scenario of any version so far, as this edition writes it: the version first, then its parts in their order.
///
/// # Errors
/// As of [`read`]: what comes out can be read.
pub fn migrate(document: &Node) -> Result<Node, Error> {
    read(document)?;
    let part = |key: &'static str| Some((key, document.get(key)?.clone()));
    let rest = KEYS.into_iter().filter(|key| *key != "version").filter_map(part);
    Ok(Node::table([("version", VERSION.into())].into_iter().chain(rest).collect()))
}

/// A cell of a row: a text or a number; nothing where it is neither.
pub(super) fn cell(node: &Node) -> Option<String> {
    end(node)
}

/// An end of a range.
fn end(node: &Node) -> Option<String> {
    match node {
        Node::Number(number) => Some(significant(*number, RANGE_DIGITS)),
        Node::Text(text) => Some(text.clone()),
        Node::Null | Node::Bool(_) | Node::List(_) | Node::Numbers(_) | Node::Table(_) => None,
    }
}

/// A list of two ends, as the text of a range.
fn range(ends: &[Node]) -> Option<String> {
    let [low, high] = ends else { return None };
    Some(format!("{}..{}", end(low)?, end(high)?))
}

/// Digits that carry every number people write into a range.
const RANGE_DIGITS: usize = 15;
