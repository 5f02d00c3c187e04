//! The WebAssembly face: documents in, documents out. All else lives in the rooms behind it.

mod packed;

use crate::catalogue::EDITION;
use crate::document;
use crate::report::Locale;
use core::ops::ControlFlow;
use js_sys::{Array, Float64Array, Function};
use packed::{packed, unpacked};
use wasm_bindgen::prelude::*;

/// The edition of the catalogue.
#[wasm_bindgen]
#[must_use]
pub fn edition() -> String {
    EDITION.to_owned()
}

/// Asks something ([`document::ask`]), question and answer packed: gives a text, numbers, and whether they are an error.
///
/// `watch` is called with the share that is done, from 0 to 1, while it takes long; it stops where that returns `false`.
#[wasm_bindgen]
#[must_use]
pub fn ask(what: &str, text: &str, numbers: &[f64], lang: &str, watch: &Function) -> Array {
    let locale = Locale::of_tag(lang);
    let mut watch = |share: f64| match watch.call1(&JsValue::NULL, &share.into()) {
        Ok(answer) if answer.as_bool() != Some(false) => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    };
    let answer =
        unpacked(text, numbers).and_then(|question| document::ask(what, &question, locale, &mut watch));
    let failed = answer.is_err();
    let (text, numbers) = packed(&answer.unwrap_or_else(|error| document::problem(&error, locale)));
    let parts: [JsValue; 3] = [text.into(), Float64Array::from(numbers.as_slice()).into(), failed.into()];
    parts.into_iter().collect()
}
