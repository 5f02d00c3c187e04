//! Writing what a scenario may be given: its inputs, each with what is allowed and with what holds where nothing is given.

use super::node::Node;
use super::result::input;
use super::scenario::{read, read_usual};
use crate::analysis::{self, ChoiceRow, InputRow};
use crate::catalogue::EDITION;
use crate::error::Error;
use crate::estimate::Scenario;
use crate::report::{Locale, words};
use crate::tables::Domain;

/// The choices and the inputs of a scenario, in their order: what each is, what it may be, and what it would be by itself;
/// those that follow from others as they do, where there is a result.
///
/// # Errors
/// When the document is no scenario.
pub fn form(document: &Node, locale: Locale) -> Result<Node, Error> {
    let [scenario, usual] = [read(document)?, read_usual(document)?].map(resolved);
    let usual = analysis::inputs(&usual);
    let field = |row: &InputRow| field(row, usual.iter().find(|other| other.path == row.path), locale);
    let choice = |row: &ChoiceRow| {
        Node::table(vec![
            ("path", row.path.as_str().into()),
            ("label", words::choice_label(row, locale).into()),
            ("current", row.current.into()),
        ])
    };
    Ok(Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "form".into()),
        ("choices", analysis::choices(&scenario).iter().map(choice).collect::<Vec<_>>().into()),
        ("inputs", analysis::inputs(&scenario).iter().map(field).collect::<Vec<_>>().into()),
    ]))
}

/// The scenario with what its task and its devices make of it, unless there is no result.
fn resolved(scenario: Scenario) -> Scenario {
    scenario.clone().evaluate().map_or(scenario, |estimate| estimate.scenario)
}

fn field(row: &InputRow, usual: Option<&InputRow>, locale: Locale) -> Node {
    let Domain { min, max, whole } = row.input.domain;
    let bound = |base: f64, unbounded: f64| (base != unbounded).then(|| row.in_unit(base));
    let allowed = vec![
        ("path", row.path.as_str().into()),
        ("measures", row.input.kind.name.into()),
        ("min", if min == Domain::POSITIVE.min { 0.0.into() } else { Node::from(row.in_unit(min)) }),
        ("max", bound(max, Domain::POSITIVE.max).into()),
        ("positive", Node::Bool(min == Domain::POSITIVE.min)),
        ("whole", Node::Bool(whole)),
    ];
    let mut node = Node::table(allowed);
    if let (Node::Table(entries), Node::Table(present)) = (&mut node, input(row, locale)) {
        entries.extend(present);
    }
    node.put("default", usual.map_or(Node::Null, |usual| input(usual, locale)));
    node
}
