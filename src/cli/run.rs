//! What each command does.

use super::Failure;
use super::args::{Cli, Command, Format, Given, ListPart, View};
use super::print;
use crate::analysis::{compare, set, trend};
use crate::document::{self, Node};
use crate::error::{Code, Error};
use crate::estimate::Scenario;
use crate::report::entry::{Part, entry, list};
use crate::report::{Locale, explain, show};
use std::path::Path;

/// Runs a command; returns what to write.
pub(super) fn run(cli: &Cli) -> Result<String, Failure> {
    let (format, locale) = (cli.output.format, cli.locale());
    match &cli.command {
        Command::Compare { clusters, inputs, view } => side_by_side(clusters, inputs, view, format, locale),
        Command::Operate { cluster, inputs, view } => {
            let scenario =
                scenario(Asked { cluster: cluster.as_deref(), model: None, trains: false }, inputs)?;
            result(scenario, view, format, locale)
        }
        Command::Train { model, cluster, inputs, view } => {
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), trains: true };
            result(scenario(asked, inputs)?, view, format, locale)
        }
        Command::Explain { path, cluster, cluster_option, model, inputs } => {
            let cluster = cluster.as_deref().or(cluster_option.as_deref());
            let asked = Asked { cluster, model: model.as_deref(), trains: model.is_some() };
            opened(scenario(asked, inputs)?, path, format, locale)
        }
        Command::Inputs { cluster, model, inputs } => {
            let asked =
                Asked { cluster: cluster.as_deref(), model: model.as_deref(), trains: model.is_some() };
            let estimate = scenario(asked, inputs)?.evaluate()?;
            print::table(&show::inputs_table(&estimate, locale), format)
        }
        Command::List { part, search } => {
            print::table(&list(part_of(*part), search.as_deref(), locale), format)
        }
        Command::Show { id } => print::entry(&entry(id, locale)?, format, locale),
        Command::Trend => print::trend(&trend()?, format, locale),
    }
}

const fn part_of(part: ListPart) -> Part {
    match part {
        ListPart::Accelerators => Part::Accelerators,
        ListPart::Systems => Part::Systems,
        ListPart::Clusters => Part::Clusters,
        ListPart::Models => Part::Models,
        ListPart::Sites => Part::Sites,
    }
}

fn result(scenario: Scenario, view: &View, format: Format, locale: Locale) -> Result<String, Failure> {
    match &view.explain {
        Some(path) => opened(scenario, path, format, locale),
        None => print::estimate(&scenario.evaluate()?, view.all, format, locale),
    }
}

fn opened(scenario: Scenario, path: &str, format: Format, locale: Locale) -> Result<String, Failure> {
    print::explanation(&explain(&scenario.evaluate()?, path, locale)?, format, locale)
}

fn side_by_side(
    clusters: &[String],
    inputs: &Given,
    view: &View,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let asked = |id: &String| scenario(Asked { cluster: Some(id), model: None, trains: false }, inputs);
    let scenarios = clusters.iter().map(asked).collect::<Result<Vec<_>, _>>()?;
    let comparison = compare(&scenarios)?;
    match &view.explain {
        None => print::comparison(&comparison, view.all, format, locale),
        Some(path) => {
            let open = |side| print::explanation(&explain(side, path, locale)?, format, locale);
            comparison.sides.iter().map(open).collect()
        }
    }
}

/// What was asked for beside inputs.
struct Asked<'a> {
    cluster: Option<&'a str>,
    model: Option<&'a str>,
    trains: bool,
}

/// The scenario: the file's, then the arguments', then what was set.
fn scenario(asked: Asked, inputs: &Given) -> Result<Scenario, Failure> {
    let mut node = inputs.scenario.as_deref().map_or(Ok(Node::table(vec![])), read_document)?;
    if let Some(id) = asked.cluster {
        node.put("cluster", id.into());
    }
    if let Some(model) = asked.model {
        node.put("model", model_node(model)?);
    }
    if asked.trains && node.get("model").is_none() && node.get("run").is_none() {
        node.put("run", Node::table(vec![]));
    }
    let mut scenario = document::read(&node)?;
    inputs.set.iter().try_for_each(|(path, value)| set(&mut scenario, path, value))?;
    Ok(scenario)
}

/// A model by id, or by the configuration in a file.
fn model_node(model: &str) -> Result<Node, Failure> {
    let path = Path::new(model);
    if path.extension().is_none_or(|extension| extension != "json") {
        return Ok(model.into());
    }
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("model");
    Ok(Node::table(vec![("name", name.into()), ("config", read_document(path)?)]))
}

/// A document, as TOML where its name says so, else as JSON.
fn read_document(path: &Path) -> Result<Node, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::Other(format!("{}: {error}", path.display())))?;
    let is_toml = path.extension().is_some_and(|extension| extension == "toml");
    let broken = |reason: String| {
        Failure::Input(Error::new(
            Code::Broken,
            vec![("field", path.display().to_string()), ("reason", reason)],
        ))
    };
    if is_toml {
        toml::from_str(&text).map_err(|error| broken(error.to_string()))
    } else {
        serde_json::from_str(&text).map_err(|error| broken(error.to_string()))
    }
}
