//! The same bits in WebAssembly: the golden cases, asked in documents, in Node and in the browser.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic: that is how it fails"
)]

use core::ops::ControlFlow;
use js_sys::{Array, Float64Array, Function, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use wattflop::document::{self, Key, Node};
use wattflop::{Error, report::Locale};

const CASES: &str = include_str!("../golden/cases.json");
const FIGURES: &str = include_str!("../golden/figures.json");

/// JSON as a document, read by the host, which rounds as std does.
fn parsed(json: &str) -> Node {
    node(&JSON::parse(json).expect("JSON"))
}

fn node(value: &JsValue) -> Node {
    let list = |list: &Array| list.iter().map(|item| node(&item)).collect();
    match (value.as_f64(), value.as_string(), value.as_bool()) {
        (Some(number), ..) => Node::Number(number),
        (_, Some(text), _) => Node::Text(text),
        (.., Some(yes)) => Node::Bool(yes),
        _ if value.is_null() => Node::Null,
        _ if Array::is_array(value) => Node::List(list(value.unchecked_ref())),
        _ => {
            let pair = |pair: JsValue| {
                let pair = Array::from(&pair);
                (pair.get(0).as_string().expect("a key"), node(&pair.get(1)))
            };
            Node::keyed(Object::entries(value.unchecked_ref()).iter().map(pair))
        }
    }
}

fn ask(what: &str, question: &Node, lang: &str) -> Result<Node, Error> {
    document::ask(what, question, Locale::of_tag(lang), &mut |_share_done| ControlFlow::Continue(()))
}

fn get<'a>(node: &'a Node, key: &str) -> &'a Node {
    node.get(key).unwrap_or_else(|| panic!("no `{key}`"))
}

fn text<'a>(node: &'a Node, key: &str) -> &'a str {
    get(node, key).as_text().unwrap_or_else(|| panic!("`{key}` is no text"))
}

fn entries(node: &Node) -> &[(Key, Node)] {
    if let Node::Table(entries) = node { entries } else { panic!("no table") }
}

fn items(node: &Node) -> &[Node] {
    if let Node::List(items) = node { items } else { panic!("no list") }
}

/// What a case asks, and the part of the answer that is committed.
fn answer(case: &Node) -> Node {
    let lang = case.get("lang").and_then(Node::as_text).unwrap_or("en");
    let of = |key: &'static str| Node::table(vec![(key, get(case, key).clone())]);
    let outcome = match text(case, "kind") {
        "compare" => ask("compare", &of("scenarios"), lang).map(|answer| get(&answer, "figures").clone()),
        "plan" => ask("plan", &of("scenario"), lang).map(|answer| get(&answer, "layouts").clone()),
        _ => ask("figures", &of("scenario"), lang),
    };
    outcome.unwrap_or_else(|error| panic!("{}: {error}", text(case, "name")))
}

/// A number as bits; what never comes has none in JSON.
fn bits(number: &Node) -> u64 {
    number.as_number().unwrap_or(f64::INFINITY).to_bits()
}

#[wasm_bindgen_test]
fn golden_figures_have_the_bits_of_the_native_ones() {
    let (committed, cases) = (parsed(FIGURES), parsed(CASES));
    assert!(items(&cases).len() >= 25);
    for case in items(&cases) {
        let (name, answer) = (text(case, "name"), answer(case));
        let committed = get(&committed, name);
        if text(case, "kind") == "plan" {
            assert_same_layouts(&answer, committed, name);
            continue;
        }
        let paths = |node| entries(node).iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(&answer), paths(committed), "{name}");
        for ((path, figure), (_, committed)) in entries(&answer).iter().zip(entries(committed)) {
            let found = ["value", "low", "high"].map(|key| bits(get(figure, key)));
            assert_eq!(
                found.as_slice(),
                items(committed).iter().map(bits).collect::<Vec<_>>(),
                "{name}: {path}"
            );
        }
    }
}

/// Every number of the layouts that a search found is the committed one, which stands behind the rank of the layout.
fn assert_same_layouts(layouts: &Node, committed: &Node, name: &str) {
    assert!(!items(layouts).is_empty(), "{name}");
    for (path, number) in entries(committed) {
        let (rank, key) = path.split_once('.').expect("a rank and a name");
        let layout = &items(layouts)[rank.parse::<usize>().expect("a rank")];
        assert_eq!(bits(get(layout, key)), bits(&items(number)[0]), "{name}: {path}");
    }
}

/// Asks through the boundary: a question as texts and signs, of which the tests of the package write all others.
fn ask_packed(what: &str, texts: &[&str], numbers: &[f64], watch: &str) -> (String, Vec<f64>, bool) {
    let watch = Function::new_with_args("share", watch);
    let answer: Array = wattflop::wasm::ask(what, &texts.join("\0"), numbers, "en", &watch);
    let numbers: Float64Array = answer.get(1).unchecked_into();
    (answer.get(0).as_string().expect("a text"), numbers.to_vec(), answer.get(2) == JsValue::TRUE)
}

/// `{ "id": "h100" }` as signs: a table of one entry, whose key is the first text, and whose value is a text, the second.
const OF_ID: [f64; 5] = [6.0, 1.0, 0.0, 4.0, 1.0];

#[wasm_bindgen_test]
fn documents_cross_the_boundary() {
    let (said, numbers, failed) = ask_packed("show", &["id", "h100"], &OF_ID, "return true");
    assert!(!failed && said.split('\0').any(|text| text == "h100-sxm"), "{said}");
    assert_eq!(numbers.first(), Some(&6.0), "a table");
    let (said, _, failed) = ask_packed("show", &["id", "h1000"], &OF_ID, "return true");
    assert!(failed && said.split('\0').any(|text| text == "UnknownNear"), "{said}");
}

#[wasm_bindgen_test]
fn what_is_no_packed_document_is_refused() {
    let wrong: [&[f64]; 8] = [
        &[],
        &[9.0],
        &[f64::NAN],
        &[4.0, 7.0],
        &[5.0, 1e9],
        &[6.0, -1.0],
        &[6.0, 0.5],
        &[5.0, f64::INFINITY],
    ];
    for numbers in wrong {
        let (said, _, failed) = ask_packed("show", &["id"], numbers, "return true");
        assert!(failed && said.contains("Broken"), "{numbers:?}: {said}");
    }
}

#[wasm_bindgen_test]
fn a_search_tells_how_far_it_is_and_can_be_stopped() {
    let texts = ["scenario", "cluster", "meta-24k", "model", "llama3-70b", "exhaustive"];
    let signs = [6.0, 2.0, 0.0, 6.0, 2.0, 1.0, 4.0, 2.0, 3.0, 4.0, 4.0, 5.0, 2.0];
    let cancelled = |watch: &str| {
        let (said, numbers, failed) = ask_packed("plan", &texts, &signs, watch);
        assert!(!failed, "{said}");
        let key =
            said.split('\0').position(|text| text == "cancelled").and_then(|key| u32::try_from(key).ok());
        let place = numbers.iter().rposition(|number| Some(*number) == key.map(f64::from)).expect("a key");
        numbers[place + 1] == 2.0
    };
    assert!(cancelled("return share < 0.1"));
    assert!(!cancelled("return true"));
}

#[wasm_bindgen_test]
fn an_error_speaks_the_language_asked_for() {
    let question = parsed(r#"{"scenario": {"cluster": "meta-24k", "site": {"pue": 0.5}}}"#);
    let error = ask("operate", &question, "fr-CA").unwrap_err();
    let problem = document::problem(&error, Locale::Fr);
    assert_eq!(text(&problem, "path"), "site.pue");
    assert!(text(&problem, "message").contains("n’est pas admis"), "{}", text(&problem, "message"));
}

include!("../golden/sampled.rs");

#[wasm_bindgen_test]
fn a_sampling_is_the_committed_one_to_the_last_bit() {
    sampled_as_expected();
}
