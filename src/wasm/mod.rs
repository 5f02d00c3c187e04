//! The WebAssembly face: documents in, documents out. All else lives in the rooms behind it.

use crate::analysis;
use crate::analysis::plan::Mode;
use crate::catalogue::EDITION;
use crate::document::{self, Node};
use crate::error::{Code, Error};
use crate::estimate::{Estimate, Scenario};
use crate::report::entry::{self, Part};
use crate::report::{Locale, explain as open};
use core::ops::ControlFlow;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The edition of the catalogue.
#[wasm_bindgen]
#[must_use]
pub fn edition() -> String {
    EDITION.to_owned()
}

/// The scenario's result, a training run where it names a model, else a year of operation.
///
/// # Errors
/// When the scenario is not one; the error is an object with `code`, `message` and `field`.
#[wasm_bindgen]
pub fn evaluate(scenario: JsValue, lang: &str) -> Result<JsValue, JsValue> {
    let locale = Locale::of_tag(lang);
    in_words(locale, || Ok(document::result(&estimate(scenario)?, locale)))
}

/// Scenarios side by side.
///
/// # Errors
/// When one of them is not a scenario, or there are fewer than two.
#[wasm_bindgen]
pub fn compare(scenarios: JsValue, lang: &str) -> Result<JsValue, JsValue> {
    let locale = Locale::of_tag(lang);
    in_words(locale, || {
        let Node::List(nodes) = node(&scenarios, DEEPEST)? else {
            return Err(Error::new(Code::TooFew, vec![]));
        };
        let scenarios = nodes.iter().map(document::read).collect::<Result<Vec<Scenario>, _>>()?;
        Ok(document::comparison(&analysis::compare(&scenarios)?, locale))
    })
}

/// A figure of a scenario's result, opened.
///
/// # Errors
/// When the scenario is not one, or its result has no such figure.
#[wasm_bindgen]
pub fn explain(scenario: JsValue, path: &str, lang: &str) -> Result<JsValue, JsValue> {
    let locale = Locale::of_tag(lang);
    in_words(locale, || Ok(document::explanation(&open(&estimate(scenario)?, path, locale)?, locale)))
}

/// The best layouts of a scenario's training run.
///
/// `watch` is called with the share of the search that is done, from 0 to 1; the search stops where it returns `false`.
///
/// # Errors
/// When the scenario is not one, or its run has no layout to search.
#[wasm_bindgen]
pub fn plan(
    scenario: JsValue,
    exhaustive: bool,
    watch: &js_sys::Function,
    lang: &str,
) -> Result<JsValue, JsValue> {
    let mode = if exhaustive { Mode::Exhaustive } else { Mode::Pruned };
    let mut watch = |share: f64| match watch.call1(&JsValue::NULL, &share.into()) {
        Ok(answer) if answer.as_bool() != Some(false) => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    };
    in_words(Locale::of_tag(lang), || {
        let scenario = document::read(&node(&scenario, DEEPEST)?)?;
        Ok(document::plan(&analysis::plan::plan(scenario, mode, &mut watch)?))
    })
}

/// A part of the catalogue as rows; only those that hold `search`, where it is not empty.
///
/// # Errors
/// When there is no such part.
#[wasm_bindgen]
pub fn list(part: &str, search: &str, lang: &str) -> Result<JsValue, JsValue> {
    let locale = Locale::of_tag(lang);
    let wanted = (!search.is_empty()).then_some(search);
    in_words(locale, || Ok(document::table(&entry::list(Part::of(part)?, wanted, locale))))
}

/// An entry of the catalogue, with every field and its sources.
///
/// # Errors
/// When there is none of this id.
#[wasm_bindgen]
pub fn show(id: &str, lang: &str) -> Result<JsValue, JsValue> {
    let locale = Locale::of_tag(lang);
    in_words(locale, || Ok(document::entry(&entry::entry(id, locale)?)))
}

fn estimate(scenario: JsValue) -> Result<Estimate, Error> {
    document::read(&node(&scenario, DEEPEST)?)?.evaluate()
}

/// How deep a document may nest: far deeper than any scenario, and shallow enough for the stack.
const DEEPEST: u8 = 64;

fn broken(reason: &str) -> Error {
    Error::new(Code::Broken, vec![("reason", reason.to_owned())])
}

/// A plain JavaScript value as a document. What is none (a function, a symbol) is refused.
///
/// By hand rather than through serde, whose messages on wrong types bring along the formatting of floats, a tenth of
/// the module.
fn node(value: &JsValue, depth: u8) -> Result<Node, Error> {
    let depth = depth.checked_sub(1).ok_or_else(|| broken("nested too deep"))?;
    if value.is_null() || value.is_undefined() {
        return Ok(Node::Null);
    }
    if let Some(number) = value.as_f64() {
        return Ok(Node::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Ok(Node::Text(text));
    }
    if let Some(yes) = value.as_bool() {
        return Ok(Node::Bool(yes));
    }
    if let Some(list) = value.dyn_ref::<js_sys::Array>() {
        return list.iter().map(|item| node(&item, depth)).collect::<Result<_, _>>().map(Node::List);
    }
    let is_table = value.is_object() && !value.is_function();
    let table = value.dyn_ref::<js_sys::Object>().filter(|_| is_table);
    table.ok_or_else(|| broken("a value is no plain data")).and_then(|table| {
        js_sys::Object::entries(table)
            .iter()
            .map(|pair| entry_of(&pair, depth))
            .collect::<Result<_, _>>()
            .map(Node::Table)
    })
}

/// A key and its value, from `Object.entries`.
fn entry_of(pair: &JsValue, depth: u8) -> Result<(String, Node), Error> {
    let pair = js_sys::Array::from(pair);
    Ok((pair.get(0).as_string().unwrap_or_default(), node(&pair.get(1), depth)?))
}

fn in_words(locale: Locale, act: impl FnOnce() -> Result<Node, Error>) -> Result<JsValue, JsValue> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let node = act().map_err(|error| document::problem(&error, locale));
    let (Ok(document) | Err(document)) = &node;
    let value = document.serialize(&plain).map_err(JsValue::from)?;
    node.map(|_| value.clone()).map_err(|_| value)
}
