//! Scenarios: a file's, then the arguments', then what was set.

use super::Failure;
use super::args::Given;
use crate::analysis::{Setting, set_all};
use crate::document::{self, Node};
use crate::error::{Code, Error};
use crate::estimate::Scenario;
use std::path::Path;

/// What a cluster is to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Operation,
    Training,
    Serving,
    Either,
}

impl Wanted {
    /// What inputs ask for that only some scenarios have.
    pub(super) fn for_inputs(paths: &[&str]) -> Self {
        let mut asked = paths.iter().map(|path| Self::for_input(path));
        asked.find(|asked| *asked != Self::Either).unwrap_or(Self::Either)
    }

    fn for_input(path: &str) -> Self {
        let of_service = ["serving.", "serving_efficiency."];
        if is_under(&of_service, path) {
            return Self::Serving;
        }
        if is_of_run(path) { Self::Training } else { Self::Either }
    }
}

/// Whether an input is one that only a run has.
pub(super) fn is_of_run(path: &str) -> bool {
    is_under(&["run.", "model.", "layout.", "efficiency."], path)
}

fn is_under(scopes: &[&str], path: &str) -> bool {
    scopes.iter().any(|scope| path.starts_with(scope))
}

/// What was asked for beside inputs.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    cluster: Option<&'a str>,
    model: Option<&'a str>,
    task: Wanted,
}

impl<'a> Asked<'a> {
    pub(super) const fn of(cluster: Option<&'a str>, model: Option<&'a str>, task: Wanted) -> Self {
        Self { cluster, model, task }
    }

    /// The scenario.
    pub(super) fn scenario(self, inputs: &Given) -> Result<Scenario, Failure> {
        self.with(inputs.file()?.as_ref(), &inputs.set)
    }

    /// The same, its file read before.
    pub(super) fn with(self, file: Option<&File>, set: &[(String, String)]) -> Result<Scenario, Failure> {
        let node = self.node(file)?;
        let in_file = |error| match file {
            Some(file) => Failure::InFile(file.name.clone(), error),
            None => Failure::Input(error),
        };
        let mut scenario = document::read(&node).map_err(in_file)?;
        set_all(&mut scenario, &settings(set))?;
        Ok(scenario)
    }

    /// Its document: the file's, and what the arguments say.
    fn node(self, file: Option<&File>) -> Result<Node, Failure> {
        let mut node = file.map_or_else(|| Node::table(vec![]), |file| file.node.clone());
        if let Some(id) = self.cluster {
            node.put_preset("cluster", id);
        }
        if let Some(model) = self.model {
            node.put("model", model_node(model)?);
        }
        let trains = ["model", "run"].into_iter().find(|key| node.get(key).is_some());
        match (self.task, trains) {
            (Wanted::Operation, Some(key)) => return Err(Error::wrong_form(key, "form-operation").into()),
            (Wanted::Training, None) => node.put("run", Node::table(vec![])),
            (Wanted::Serving, _) if node.get("serving").is_none() => node.put("serving", Node::table(vec![])),
            _ => {}
        }
        Ok(node)
    }
}

/// What was given, as settings.
pub(super) fn settings(given: &[(String, String)]) -> Vec<(String, Setting)> {
    given.iter().map(|(path, value)| (path.clone(), Setting::Text(value.clone()))).collect()
}

/// A scenario file: what it is called, and what it holds.
pub(super) struct File {
    pub(super) name: String,
    pub(super) node: Node,
}

impl Given {
    /// The scenario file, where there is one.
    pub(super) fn file(&self) -> Result<Option<File>, Failure> {
        let read = |path: &Path| Ok(File { name: path.display().to_string(), node: read_document(path)? });
        self.scenario.as_deref().map(read).transpose()
    }
}

/// A model by id, or by the configuration in a file.
pub(super) fn model_node(model: &str) -> Result<Node, Failure> {
    let path = Path::new(model);
    if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        return Ok(model.into());
    }
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("model");
    Ok(Node::table(vec![("name", name.into()), ("config", read_document(path)?)]))
}

/// The text of a file; `-` is the standard input.
pub(super) fn read_text(path: &Path) -> Result<String, Failure> {
    let text = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    text.map_err(|error| Failure::Other(format!("{}: {error}", path.display())))
}

/// A document, as JSON where it begins like one, else as TOML; `-` is the standard input.
fn read_document(path: &Path) -> Result<Node, Failure> {
    let text = read_text(path)?;
    let read = if text.trim_start().starts_with('{') {
        serde_json::from_str(&text).map_err(|error| error.to_string())
    } else {
        toml::from_str(&text).map_err(|error| error.to_string())
    };
    let broken =
        |reason| Error::new(Code::Broken, vec![("field", path.display().to_string()), ("reason", reason)]);
    Ok(read.map_err(broken)?)
}
