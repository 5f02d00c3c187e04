//! The same bits in WebAssembly: the golden cases through the exported functions, in Node and in the browser.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic: that is how it fails"
)]

use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wattflop::wasm::{compare, edition, evaluate, explain, list, plan, show};

#[cfg(feature = "browser-tests")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const CASES: &str = include_str!("../golden/cases.json");
const FIGURES: &str = include_str!("../golden/figures.json");

fn parsed(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap_or_else(|_| panic!("no `{key}`"))
}

fn text(value: &JsValue, key: &str) -> String {
    get(value, key).as_string().unwrap_or_else(|| panic!("`{key}` is no text"))
}

fn keys(value: &JsValue) -> Vec<String> {
    Object::keys(value.unchecked_ref_object()).iter().filter_map(|key| key.as_string()).collect()
}

/// A value seen as an object.
trait AsObject {
    fn unchecked_ref_object(&self) -> &Object;
}

impl AsObject for JsValue {
    fn unchecked_ref_object(&self) -> &Object {
        wasm_bindgen::JsCast::unchecked_ref(self)
    }
}

fn error_text(error: &JsValue) -> String {
    JSON::stringify(error).map_or_else(|_| "?".to_owned(), String::from)
}

/// The document of a case, in its language.
fn document(case: &JsValue) -> JsValue {
    let lang = get(case, "lang").as_string().unwrap_or_else(|| "en".to_owned());
    let outcome = match text(case, "kind").as_str() {
        "compare" => compare(get(case, "scenarios"), &lang),
        "plan" => plan(get(case, "scenario"), false, &Function::new_no_args("return true"), &lang),
        _ => evaluate(get(case, "scenario"), &lang),
    };
    outcome.unwrap_or_else(|error| panic!("{}: {}", text(case, "name"), error_text(&error)))
}

/// Value, low and high of a figure, as bits.
fn bits(figure: &JsValue) -> [u64; 3] {
    ["value", "low", "high"].map(|key| get(figure, key).as_f64().expect("a number").to_bits())
}

fn committed_bits(numbers: &JsValue) -> [u64; 3] {
    let numbers = Array::from(numbers);
    // What never comes has no number in JSON.
    [0, 1, 2].map(|place| numbers.get(place).as_f64().unwrap_or(f64::INFINITY).to_bits())
}

#[wasm_bindgen_test]
fn golden_figures_have_the_bits_of_the_native_ones() {
    let committed = parsed(FIGURES);
    let cases = Array::from(&parsed(CASES));
    assert!(cases.length() >= 25);
    for case in cases.iter() {
        let name = text(&case, "name");
        let committed = get(&committed, &name);
        if text(&case, "kind") == "plan" {
            assert_same_layouts(&get(&document(&case), "layouts"), &committed, &name);
            continue;
        }
        let figures = get(&document(&case), "figures");
        assert_eq!(keys(&figures), keys(&committed), "{name}");
        for path in keys(&figures) {
            assert_eq!(
                bits(&get(&figures, &path)),
                committed_bits(&get(&committed, &path)),
                "{name}: {path}"
            );
        }
    }
}

/// Every number of the layouts that a search found is the committed one, which stands behind the rank of the layout.
fn assert_same_layouts(layouts: &JsValue, committed: &JsValue, name: &str) {
    let layouts = Array::from(layouts);
    assert!(layouts.length() > 0, "{name}");
    for path in keys(committed) {
        let (rank, key) = path.split_once('.').expect("a rank and a name");
        let number = get(&layouts.get(rank.parse().expect("a rank")), key).as_f64().expect("a number");
        assert_eq!(number.to_bits(), committed_bits(&get(committed, &path))[0], "{name}: {path}");
    }
}

#[wasm_bindgen_test]
fn a_search_tells_how_far_it_is_and_can_be_stopped() {
    let scenario = || parsed(r#"{"cluster": "meta-24k", "model": "llama3-70b"}"#);
    let watch = Function::new_with_args("share", "return share < 0.1");
    let stopped = plan(scenario(), true, &watch, "en").unwrap();
    assert_eq!(get(&stopped, "cancelled").as_bool(), Some(true));
    let whole = plan(scenario(), false, &Function::new_no_args("return true"), "en").unwrap();
    assert_eq!(get(&whole, "cancelled").as_bool(), Some(false));
    assert_eq!(Array::from(&get(&whole, "layouts")).length(), 5);
}

#[wasm_bindgen_test]
fn a_wrong_id_names_the_nearest() {
    let error = evaluate(parsed(r#"{"cluster": "xai-gigafactori"}"#), "en").unwrap_err();
    assert_eq!(text(&error, "nearest"), "xai-gigafactory");
    assert_eq!(text(&error, "code"), "UnknownNear");
    assert!(text(&error, "message").contains("did you mean `xai-gigafactory`?"));
}

#[wasm_bindgen_test]
fn an_error_speaks_the_language_asked_for() {
    let error = evaluate(parsed(r#"{"cluster": "meta-24k", "site": {"pue": 0.5}}"#), "fr-CA").unwrap_err();
    assert_eq!(text(&error, "field"), "site.pue");
    assert!(text(&error, "message").contains("n’est pas admis"), "{}", text(&error, "message"));
}

#[wasm_bindgen_test]
fn what_is_no_scenario_is_refused() {
    for value in [JsValue::NULL, JsValue::UNDEFINED, 5.into(), "meta-24k".into(), Array::new().into()] {
        assert!(evaluate(value, "en").is_err());
    }
    let function: JsValue = js_sys::Function::new_no_args("").into();
    assert!(evaluate(function, "en").is_err());
    assert!(compare(parsed(r#"[{"cluster": "meta-24k"}]"#), "en").is_err());
}

#[wasm_bindgen_test]
fn a_figure_can_be_opened() {
    let opened = explain(parsed(r#"{"cluster": "xai-gigafactory"}"#), "energy.facility", "en").unwrap();
    assert_eq!(text(&opened, "formula"), "power.facility.average × duration");
    assert_eq!(text(&opened, "edition"), edition());
    assert!(Array::from(&get(&opened, "sources")).length() > 0);
}

#[wasm_bindgen_test]
fn the_catalogue_can_be_listed_and_shown() {
    assert!(Array::from(&get(&list("clusters", "stargate", "en").unwrap(), "rows")).length() >= 2);
    assert_eq!(text(&show("h100", "fr").unwrap(), "id"), "h100-sxm");
    assert_eq!(text(&show("h1000", "en").unwrap_err(), "code"), "UnknownNear");
}

include!("../golden/sampled.rs");

#[wasm_bindgen_test]
fn a_sampling_is_the_committed_one_to_the_last_bit() {
    sampled_as_expected();
}
