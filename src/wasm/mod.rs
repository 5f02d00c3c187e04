//! The WebAssembly face: documents in, documents out. All else lives in the rooms behind it.

mod packed;

use crate::catalogue::EDITION;
use crate::document::{self, Node};
use crate::error::Error;
use crate::report::Locale;
use core::ops::ControlFlow;
use js_sys::{Array, Float64Array, Function};
use packed::{packed, unpacked};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// The edition of the catalogue.
#[wasm_bindgen]
#[must_use]
pub fn edition() -> String {
    EDITION.to_owned()
}

thread_local! {
    /// The languages that this instance was given.
    static GIVEN: RefCell<Vec<Locale>> = const { RefCell::new(Vec::new()) };
}

/// The language of a tag: one that was given, else one of the crate's own.
fn locale_of(tag: &str) -> Locale {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let is_it = |locale: &&Locale| locale.tag().eq_ignore_ascii_case(primary);
    let given = GIVEN.with_borrow(|given| given.iter().rfind(is_it).copied());
    given.unwrap_or_else(|| Locale::of_tag(tag))
}

/// Gives it the words of a language ([`document::language`]), packed, for whatever is asked in it from then on.
#[wasm_bindgen]
#[must_use]
pub fn give(tag: &str, text: &str, numbers: &[f64]) -> Array {
    let given = unpacked(text, numbers).and_then(|words| document::language(tag, &words));
    answered(
        given.map(|locale| {
            GIVEN.with_borrow_mut(|given| given.push(locale));
            Node::Null
        }),
        Locale::En,
    )
}

/// Asks something ([`document::ask`]), question and answer packed: gives a text, numbers, and whether they are an error.
///
/// `watch` is called with the share that is done, from 0 to 1, while it takes long; it stops where that returns `false`.
#[wasm_bindgen]
#[must_use]
pub fn ask(what: &str, text: &str, numbers: &[f64], lang: &str, watch: &Function) -> Array {
    let locale = locale_of(lang);
    let mut watch = |share: f64| match watch.call1(&JsValue::NULL, &share.into()) {
        Ok(answer) if answer.as_bool() != Some(false) => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    };
    answered(
        unpacked(text, numbers).and_then(|question| document::ask(what, &question, locale, &mut watch)),
        locale,
    )
}

fn answered(answer: Result<Node, Error>, locale: Locale) -> Array {
    let failed = answer.is_err();
    let (text, numbers) = packed(&answer.unwrap_or_else(|error| document::problem(&error, locale)));
    let parts: [JsValue; 3] = [text.into(), Float64Array::from(numbers.as_slice()).into(), failed.into()];
    parts.into_iter().collect()
}
