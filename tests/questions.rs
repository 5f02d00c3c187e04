//! Every question of the API: what it does not know is refused, at every depth, and so is what is of another form.

use crate::support::node;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use wattflop::document::{Key, Node, ask, problem};
use wattflop::report::Locale;

/// A scenario of everything: each part of one, ranges and lists among them.
const WHOLE: &str = r#"{
    "version": 1, "method": "epoch", "model": {"name": "mine", "preset": "llama3-8b"}, "run": {"mfu": 0.4},
    "cluster": {"name": "ours", "pools": [{"accelerator": "h100-sxm", "count": 1024}]},
    "site": {"pue": {"low": 1.1, "median": 1.15, "high": 1.3, "shape": "above-one"}, "peak_overhead": [1.1, 1.3],
             "sources": [{"kind": "wind", "share": 0.4}, {"kind": "grid"}]},
    "faults": {"restart": "10 min"}, "finance": {"wacc": 0.08}, "money": {"currency": "eur", "rate_year": 2024}
}"#;

/// Every question, whole.
const ANSWERS: &[(&str, &str)] = &[
    ("operate", r#"{"scenario": {"cluster": "meta-24k", "site": {"grid": "fra"}}, "whole": false}"#),
    ("train", r#"{"scenario": WHOLE, "whole": true}"#),
    ("serve", r#"{"scenario": {"cluster": "meta-24k", "model": "llama3-8b", "serving": {"users": 100}}}"#),
    (
        "frontier",
        r#"{"scenario": {"cluster": {"preset": "meta-24k"}, "model": "llama3-8b", "serving": {"output": 512}}}"#,
    ),
    ("figures", r#"{"scenario": WHOLE, "only": ["duration"]}"#),
    ("inputs", r#"{"scenario": WHOLE}"#),
    ("choices", r#"{"scenario": WHOLE}"#),
    ("notes", r#"{"scenario": WHOLE}"#),
    ("form", r#"{"scenario": WHOLE}"#),
    ("compare", r#"{"scenarios": ["meta-24k", WHOLE]}"#),
    ("sides", r#"{"scenarios": ["meta-24k", WHOLE], "only": ["energy.facility"]}"#),
    ("why", r#"{"scenarios": ["meta-24k", "xai-gigafactory"], "figure": "energy.facility"}"#),
    ("cost", r#"{"scenario": WHOLE, "parts": ["bill"]}"#),
    (
        "timeline",
        r#"{"timeline": {"version": 1, "name": "ours", "months": 3, "start": "2027-02", "site": {"pue": 1.2},
            "model": "llama3-8b", "run": {"mfu": 0.4},
            "phases": [{"date": "2027-01", "cluster": "meta-24k"},
                       {"date": "2027-03-05", "cluster": {"name": "all", "pools": [{"accelerator": "h100-sxm", "count": 50000}]}}]}}"#,
    ),
    (
        "uncertainty",
        r#"{"scenarios": ["meta-24k"], "samples": 64, "seed": 1, "figures": ["energy.facility"], "draws": true,
            "correlations": [{"between": ["site.pue", "cluster.load"], "rank": 0.3}]}"#,
    ),
    ("sensitivity", r#"{"scenario": "meta-24k", "figure": "energy.facility", "samples": 64, "seed": 1}"#),
    (
        "solve",
        r#"{"scenario": "meta-24k", "input": "site.pue", "goal": "energy.facility<=1 TWh", "with": ["site.wue"], "within": "1..1.5"}"#,
    ),
    (
        "sweep",
        r#"{"scenario": "meta-24k", "over": {"site.pue": [1.1, 1.2], "site.grid": "fra, usa"}, "figures": ["energy.facility"],
            "pareto": {"energy.facility": "least", "carbon.operational": "least"}}"#,
    ),
    (
        "plan",
        r#"{"scenario": {"cluster": {"pools": [{"accelerator": "h100-sxm", "count": 8}]}, "model": "llama3-8b"}, "exhaustive": false}"#,
    ),
    ("explain", r#"{"scenario": WHOLE, "figure": "duration"}"#),
    ("ledger", r#"{"scenario": WHOLE, "figure": "duration", "terms": 9}"#),
    (
        "validate",
        r#"{"rows": [{"id": "a", "model": "llama3-8b", "accelerator": "h100-sxm", "n_accel": 64, "mfu_pct": "40"}]}"#,
    ),
    ("list", r#"{"part": "clusters", "search": "meta"}"#),
    ("show", r#"{"id": "meta-24k"}"#),
    ("search", r#"{"text": "meta"}"#),
    ("migrate", r#"{"scenario": WHOLE}"#),
    ("units", "{}"),
    (
        "chart",
        r#"{"of": "cost", "question": {"scenario": "meta-24k", "parts": ["bill"]}, "theme": "dark", "width": 640}"#,
    ),
];

/// The questions that are drawn otherwise than they are answered.
const DRAWN: &[(&str, &str)] = &[
    ("compare", r#"{"scenarios": ["meta-24k", WHOLE], "figures": ["energy.facility"]}"#),
    (
        "uncertainty",
        r#"{"scenarios": ["meta-24k"], "samples": 64, "seed": 1, "figures": ["energy.facility"],
            "correlations": [{"between": ["site.pue", "cluster.load"], "rank": 0.3}]}"#,
    ),
    ("operate", r#"{"scenario": "meta-24k"}"#),
    ("train", r#"{"scenario": WHOLE}"#),
];

/// What can be drawn.
const CHARTS: &[&str] = &[
    "operate",
    "train",
    "serve",
    "frontier",
    "compare",
    "why",
    "cost",
    "timeline",
    "uncertainty",
    "sensitivity",
    "sweep",
    "ledger",
];

/// What documents of others hold, which may have more than is read.
const OF_OTHERS: &[&str] = &["rows.0", "model.config"];

fn question(text: &str) -> Node {
    node(&text.replace("WHOLE", WHOLE))
}

/// Every question by its name, those of charts in a table of their own.
fn questions() -> Vec<(String, Node)> {
    let charts = CHARTS.iter().map(|of| {
        let of_chart = DRAWN.iter().chain(ANSWERS).find(|(known, _)| known == of).unwrap();
        let asked = Node::table(vec![("of", (*of).into()), ("question", question(of_chart.1))]);
        ("chart".to_owned(), asked)
    });
    ANSWERS.iter().map(|(what, text)| ((*what).to_owned(), question(text))).chain(charts).collect()
}

fn answer(what: &str, question: &Node) -> Result<Node, wattflop::Error> {
    ask(what, question, Locale::En, &mut |_| ControlFlow::Continue(()))
}

/// Every document that differs from one in a single place, with that place: `change` gives what may stand there instead.
fn changed(at: &str, held: &Node, change: &dyn Fn(&Node) -> Option<Node>) -> Vec<(String, Node)> {
    if OF_OTHERS.iter().any(|path| at.ends_with(path)) && change(&Node::table(vec![])).is_some() {
        return Vec::new();
    }
    let below = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
    let mut found: Vec<_> = change(held).map(|other| (at.to_owned(), other)).into_iter().collect();
    match held {
        Node::Table(entries) => {
            for (key, value) in entries {
                found.extend(changed(&below(key), value, change).into_iter().map(|(at, other)| {
                    let entry = |(known, kept): &(Key, Node)| {
                        (known.clone(), if known == key { other.clone() } else { kept.clone() })
                    };
                    (at, Node::Table(entries.iter().map(entry).collect()))
                }));
            }
        }
        Node::List(items) => {
            for (place, item) in items.iter().enumerate() {
                found.extend(changed(&below(&place.to_string()), item, change).into_iter().map(
                    |(at, other)| {
                        let mut items = items.clone();
                        items[place] = other;
                        (at, Node::List(items))
                    },
                ));
            }
        }
        _ => {}
    }
    found
}

#[test]
fn every_question_is_here_and_can_be_answered() {
    let source = include_str!("../src/document/ask.rs");
    let rows = |head: &str| {
        let table = source.split(head).nth(1).unwrap().split("\n\n").next().unwrap();
        table
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("(\"")?.split('"').next())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let here: BTreeSet<_> = ANSWERS.iter().map(|(what, _)| (*what).to_owned()).collect();
    let asked = ["const ANSWERS", "const ANALYSES"].into_iter().flat_map(rows).chain(["chart".to_owned()]);
    assert_eq!(asked.collect::<BTreeSet<_>>(), here);
    assert_eq!(rows("const CHARTS"), CHARTS);
    for (what, question) in questions() {
        answer(&what, &question).unwrap_or_else(|error| panic!("{what}: {error}"));
    }
}

#[test]
fn a_key_too_many_is_refused_wherever_it_stands() {
    let extra = |held: &Node| match held {
        Node::Table(entries) => {
            let too_many = [(Key::Borrowed("xyzzy"), Node::from(1.0))];
            Some(Node::Table(entries.iter().cloned().chain(too_many).collect()))
        }
        _ => None,
    };
    for (what, question) in questions() {
        for (at, wrong) in changed("", &question, &extra) {
            let Err(error) = answer(&what, &wrong) else { panic!("{what}: `{at}.xyzzy` passes") };
            let told = problem(&error, Locale::En);
            let path = told.get("path").and_then(Node::as_text).unwrap_or_default();
            let names = error.to_string().contains("xyzzy") || at.ends_with("over") || at.ends_with("pareto");
            assert!(names && !path.is_empty(), "{what}, in `{at}`: {error}, at `{path}`");
        }
    }
}

#[test]
fn what_is_of_another_form_is_refused_wherever_it_stands() {
    let other = |held: &Node| match held {
        Node::Bool(_) => Some(Node::from("yes")),
        _ => Some(Node::Bool(true)),
    };
    for (what, question) in questions() {
        for (at, wrong) in changed("", &question, &other) {
            let Err(error) = answer(&what, &wrong) else { panic!("{what}: another form of `{at}` passes") };
            assert!(!error.to_string().is_empty(), "{what}, in `{at}`");
        }
    }
}

/// Where a key is nearly right, the right one is said, and where in the question it stands.
#[test]
fn a_key_that_is_nearly_right_is_told_with_the_right_one() {
    let cases = [
        (
            "chart",
            r#"{"of": "compare", "question": {"scenarios": ["meta-24k", "meta-100k"], "figure": ["duration"]}}"#,
            "figure",
            "figures",
        ),
        (
            "chart",
            r#"{"of": "cost", "question": {"scenario": "meta-24k"}, "themes": "dark"}"#,
            "themes",
            "theme",
        ),
        (
            "uncertainty",
            r#"{"scenarios": ["meta-24k"], "correlations": [{"between": ["site.pue", "cluster.load"], "rank": 0.1, "ranks": 0.2}]}"#,
            "correlations.0.ranks",
            "rank",
        ),
        (
            "timeline",
            r#"{"timeline": {"phases": [{"date": "2027-01", "cluster": "meta-24k", "clusters": 5}]}}"#,
            "phases.0.clusters",
            "cluster",
        ),
        (
            "sweep",
            r#"{"scenario": "meta-24k", "over": {"site.pue": [1.1]}, "figure": ["duration"]}"#,
            "figure",
            "figures",
        ),
    ];
    for (what, text, path, near) in cases {
        let Err(error) = answer(what, &question(text)) else { panic!("{what}: {text} passes") };
        let told = problem(&error, Locale::Fr);
        let said = ["code", "path", "suggestion"].map(|key| told.get(key).and_then(Node::as_text));
        assert_eq!(said, [Some("UnknownNear"), Some(path), Some(near)], "{error}");
        assert!(
            told.get("allowed").and_then(Node::as_text).is_some_and(|allowed| allowed.contains(near)),
            "{told:?}"
        );
    }
}
