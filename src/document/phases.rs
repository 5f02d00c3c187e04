//! Reading a site that is built in phases, and what is asked of its timeline.
//!
//! ```toml
//! version = 1
//! name = "mine"
//! model = "grok-2"                   # a training run, with its inputs under [run]; leave out for none
//! start = "2027-02"                  # from its first day on; by default from the first phase on
//! months = 36                        # by default to a year after the last phase
//! [[phases]]
//! date = "2027-01"                   # from its last day on
//! cluster = "colossus-1"             # all that stands then, as in a scenario
//! [[phases]]
//! date = "2027-09-30"
//! cluster = { name = "all", pools = [{ accelerator = "h100-sxm", count = 100000 }, { accelerator = "gb300", count = 50000 }] }
//! [site]                             # inputs of every phase
//! pue = 1.2
//! ```

use super::node::Node;
use super::scenario::{KEYS, check_keys, check_version, collect, model, name, read};
use crate::analysis::Ask;
use crate::cluster::{Buildout, Phase};
use crate::error::Error;
use crate::quantities::Date;
use crate::quantities::display::{MOST_DIGITS, significant};
use crate::workload::{Model, TrainingRun};

/// The keys that a timeline has beside those of a scenario.
const OWN: [&str; 4] = ["name", "phases", "start", "months"];
/// The keys of a phase.
const OF_PHASE: [&str; 2] = ["date", "cluster"];

/// Reads a site that is built in phases: the id of one in the catalogue, clusters by id, each with its date where it is to have
/// another (`colossus-1@2024-09-02`), or phases of one's own.
///
/// # Errors
/// When there is no list of phases, a date is none, a cluster cannot be read, or the phases are out of order.
pub fn read_buildout(document: &Node) -> Result<Buildout, Error> {
    let phases = match document.get("phases") {
        Some(Node::Text(id)) => return Buildout::named(&[id]),
        Some(Node::List(phases)) => phases,
        _ => return Err(Error::wrong_form("phases", "form-phases")),
    };
    let names: Vec<_> = phases.iter().map_while(Node::as_text).collect();
    if !names.is_empty() && names.len() == phases.len() {
        return Buildout::named(&names);
    }
    let phases = phases.iter().enumerate().map(|(place, node)| phase(place, node));
    let name = name(document, "name")?.unwrap_or("buildout");
    Buildout::of(name, phases.collect::<Result<_, _>>()?)
}

fn phase(place: usize, node: &Node) -> Result<Phase, Error> {
    check_keys(node, &format!("phases.{place}"), OF_PHASE.into_iter())?;
    let field = |name: &str| format!("phases.{place}.{name}");
    let part = |name: &str| node.get(name).ok_or_else(|| Error::wrong_form(&field(name), "form-phases"));
    let date = date(&field("date"), part("date")?, Date::last_of)?;
    let cluster = Node::table(vec![("cluster", part("cluster")?.clone())]);
    let read = read(&cluster).map_err(|error| error.at(&field("cluster")))?;
    Ok(Phase::of(date, read.cluster))
}

/// Reads what is asked of a timeline: months, run, start, inputs of every phase.
///
/// # Errors
/// When the version is another, a key unknown, or a value not one that may stand there.
pub fn read_ask(document: &Node) -> Result<Ask, Error> {
    let Node::Table(entries) = document else {
        return Err(Error::wrong_form("timeline", "form-scenario"));
    };
    check_keys(document, "", KEYS.into_iter().chain(OWN))?;
    check_version(document)?;
    let mut ask = Ask::new();
    ask.months = document.get("months").map(months).transpose()?;
    ask.start = document.get("start").map(|node| date("start", node, Date::first_of)).transpose()?;
    ask.run = match document.get("model") {
        Some(node) => Some(TrainingRun::of(model(node)?)),
        None => document.get("run").map(|_| TrainingRun::of(Model::unknown("run"))),
    };
    for (key, node) in entries.iter().filter(|(key, _)| key != "version" && !OWN.contains(&key.as_ref())) {
        collect(key, node, &mut ask.settings)?;
    }
    Ok(ask)
}

/// A date as people write it: a text, a bare year, or a date of TOML.
fn date(field: &str, node: &Node, read: fn(&str) -> Option<Date>) -> Result<Date, Error> {
    let text = match node {
        Node::Text(text) => text.clone(),
        Node::Number(number) => significant(*number, MOST_DIGITS),
        Node::Table(entries) => match entries.as_slice() {
            [(_, Node::Text(text))] => text.clone(),
            _ => String::new(),
        },
        Node::Null | Node::Bool(_) | Node::List(_) | Node::Numbers(_) => String::new(),
    };
    read(&text).ok_or_else(|| Error::not_a_date(field, &text))
}

fn months(node: &Node) -> Result<u32, Error> {
    let whole = node.as_number().and_then(|number| significant(number, MOST_DIGITS).parse().ok());
    whole.ok_or_else(|| Error::wrong_form("months", "form-months"))
}
