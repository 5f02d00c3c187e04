//! The same bits everywhere: cases in, figures out, both committed. The tests in Node and in the browser, and those
//! of the npm package, read the same two files.
//!
//! `WATTFLOP_BLESS=1 cargo test golden` writes the figures anew, after a change that is meant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;
use wattflop::analysis::compare;
use wattflop::analysis::plan::{Mode, plan};
use wattflop::document::{Node, comparison, read, result};
use wattflop::error::Error;
use wattflop::report::Locale;

const CASES: &str = include_str!("cases.json");

/// Value, low and high of each figure, by path, in the order of the document.
type Figures = Vec<(String, [f64; 3])>;

/// What a case's document says.
fn document(case: &Node) -> Result<Node, Error> {
    match (case.get("scenario"), case.get("scenarios")) {
        (Some(scenario), None) if is_plan(case) => {
            let planned = plan(read(scenario)?, Mode::Pruned, &mut |_| ControlFlow::Continue(()))?;
            Ok(wattflop::document::plan(&planned))
        }
        (Some(scenario), None) => Ok(result(&read(scenario)?.evaluate()?, Locale::En)),
        (None, Some(Node::List(scenarios))) => {
            let scenarios = scenarios.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            Ok(comparison(&compare(&scenarios)?, Locale::En))
        }
        _ => panic!("a case has either a scenario or scenarios"),
    }
}

fn is_plan(case: &Node) -> bool {
    case.get("kind").and_then(Node::as_text) == Some("plan")
}

/// Every number of the layouts that a search found, by the rank of the layout.
fn layouts(document: &Node) -> Figures {
    let Some(Node::List(layouts)) = document.get("layouts") else { panic!("no layouts") };
    let numbers = |(rank, layout): (usize, &Node)| {
        let Node::Table(fields) = layout else { panic!("a layout is a table") };
        let numbers = fields.iter().filter_map(|(key, value)| Some((key, value.as_number()?)));
        numbers.map(|(key, value)| (format!("{rank}.{key}"), [value; 3])).collect::<Vec<_>>()
    };
    layouts.iter().enumerate().flat_map(numbers).collect()
}

fn figures(document: &Node) -> Figures {
    let Some(Node::Table(figures)) = document.get("figures") else { panic!("no figures") };
    let number = |figure: &Node, key| figure.get(key).and_then(Node::as_number).expect("a finite number");
    let three = |figure| ["value", "low", "high"].map(|key| number(figure, key));
    figures.iter().map(|(path, figure)| (path.to_string(), three(figure))).collect()
}

fn name(case: &Node) -> &str {
    case.get("name").and_then(Node::as_text).expect("a case has a name")
}

/// Every case by its name, with its figures.
fn computed() -> Vec<(String, Figures)> {
    let Node::List(cases) = crate::support::node(CASES) else { panic!("cases.json is a list") };
    let figures_of = |case: &Node| {
        let document = document(case).unwrap_or_else(|error| panic!("{}: {error}", name(case)));
        (name(case).to_owned(), if is_plan(case) { layouts(&document) } else { figures(&document) })
    };
    cases.iter().map(figures_of).collect()
}

/// The file: a case a block, a path a line, each number in the fewest digits that give its bits.
fn written(cases: &[(String, Figures)]) -> String {
    let number = |number: &f64| serde_json::to_string(number).unwrap();
    let line = |(path, numbers): &(String, [f64; 3])| {
        format!("    {path:?}: [{}]", numbers.each_ref().map(number).join(", "))
    };
    let block = |(name, figures): &(String, Figures)| {
        format!("  {name:?}: {{\n{}\n  }}", figures.iter().map(line).collect::<Vec<_>>().join(",\n"))
    };
    format!("{{\n{}\n}}\n", cases.iter().map(block).collect::<Vec<_>>().join(",\n"))
}

/// Every line of the file behind the name of its case and its path. Numbers stay text: equal text is equal bits.
fn lines(file: &str) -> BTreeMap<String, &str> {
    let mut case = "";
    let mut lines = BTreeMap::new();
    for line in file.lines() {
        match line.trim().trim_end_matches(',').split_once(": ") {
            Some((name, "{")) => case = name,
            Some((path, numbers)) => _ = lines.insert(format!("{case} {path}"), numbers),
            None => {}
        }
    }
    lines
}

/// How many differences are shown; the others are counted.
const SHOWN: usize = 30;

/// The lines on which two files differ.
fn differences(committed: &str, computed: &str) -> String {
    let (committed, computed) = (lines(committed), lines(computed));
    let paths: BTreeSet<_> = committed.keys().chain(computed.keys()).collect();
    let difference = |path: &&String| {
        let [before, now] =
            [&committed, &computed].map(|lines| lines.get(*path).copied().unwrap_or("nothing"));
        (before != now).then(|| format!("{path}: {before} → {now}\n"))
    };
    let found: Vec<_> = paths.iter().filter_map(difference).collect();
    let more = if found.len() > SHOWN { format!("and {} more", found.len() - SHOWN) } else { String::new() };
    found.iter().take(SHOWN).map(String::as_str).chain([more.as_str()]).collect()
}

#[test]
fn golden_figures_are_the_committed_ones_to_the_last_bit() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/figures.json");
    let computed = written(&computed());
    if std::env::var_os("WATTFLOP_BLESS").is_some() {
        std::fs::write(&file, &computed).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    let differences = differences(&committed, &computed);
    assert!(
        differences.is_empty(),
        "WATTFLOP_BLESS=1 writes these anew, where they are meant:\n{differences}"
    );
    assert_eq!(committed, computed, "the same figures, in another order");
}

#[test]
fn golden_cases_have_names_of_their_own() {
    let cases = computed();
    let names: BTreeSet<_> = cases.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), cases.len());
}

#[test]
fn golden_differences_name_case_path_and_both_sides() {
    let [a, b] =
        [1.0, 2.0].map(|value| written(&[("case".to_owned(), vec![("power".to_owned(), [value; 3])])]));
    assert_eq!(differences(&a, &a), "");
    assert_eq!(differences(&a, &b), "\"case\" \"power\": [1.0, 1.0, 1.0] → [2.0, 2.0, 2.0]\n");
}
