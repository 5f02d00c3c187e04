//! A document as it crosses the boundary: one text and one list of numbers, each of which crosses in one piece.
//!
//! The text holds every key, once, and every text, apart by `NUL`. The numbers spell the tree: a sign for what comes, and what belongs
//! to it; a key or text by its place. `web/src/boundary.ts` is the other side.

use crate::document::{Key, Node};
use crate::error::{Code, Error};
use std::collections::BTreeMap;

/// What stands between texts. One that holds it gets a space in its place.
const APART: char = '\0';

const NULL: f64 = 0.0;
const NO: f64 = 1.0;
const YES: f64 = 2.0;
const NUMBER: f64 = 3.0;
const TEXT: f64 = 4.0;
const LIST: f64 = 5.0;
const TABLE: f64 = 6.0;
const NUMBERS: f64 = 7.0;

/// How deep a document may nest: far deeper than any scenario, and shallow enough for the stack.
const DEEPEST: u8 = 64;

/// Packs a document.
pub(super) fn packed(document: &Node) -> (String, Vec<f64>) {
    let mut packing = Packing::default();
    packing.put(document);
    (packing.text, packing.numbers)
}

#[derive(Default)]
struct Packing<'a> {
    keys: BTreeMap<&'a str, f64>,
    /// The keys that are known to the compiler, by where they lie: most, and found without comparing texts.
    fixed: BTreeMap<(usize, usize), f64>,
    texts: u32,
    text: String,
    numbers: Vec<f64>,
}

impl<'a> Packing<'a> {
    fn put(&mut self, node: &'a Node) {
        match node {
            Node::Null => self.numbers.push(NULL),
            Node::Bool(yes) => self.numbers.push(if *yes { YES } else { NO }),
            Node::Number(number) => self.numbers.extend([NUMBER, *number]),
            Node::Text(text) => {
                self.numbers.push(TEXT);
                self.put_text(text);
            }
            Node::List(items) => {
                self.numbers.extend([LIST, float(items.len())]);
                items.iter().for_each(|item| self.put(item));
            }
            Node::Table(entries) => {
                self.numbers.extend([TABLE, float(entries.len())]);
                for (key, value) in entries {
                    self.put_key(key);
                    self.put(value);
                }
            }
            Node::Numbers(numbers) => {
                self.numbers.extend([NUMBERS, float(numbers.len())]);
                self.numbers.extend(numbers);
            }
        }
    }

    /// Puts a key by the place of its text, which is written the first time.
    fn put_key(&mut self, key: &'a Key) {
        let next = f64::from(self.texts);
        let place = match key {
            Key::Borrowed(fixed) => *self.fixed.entry((fixed.as_ptr().addr(), fixed.len())).or_insert(next),
            Key::Owned(own) => *self.keys.entry(own).or_insert(next),
        };
        if place < next { self.numbers.push(place) } else { self.put_text(key) }
    }

    fn put_text(&mut self, text: &str) {
        self.numbers.push(f64::from(self.texts));
        if self.texts > 0 {
            self.text.push(APART);
        }
        self.texts += 1;
        if text.contains(APART) {
            self.text.push_str(&text.replace(APART, " "))
        } else {
            self.text.push_str(text)
        }
    }
}

fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// Unpacks a document.
pub(super) fn unpacked(text: &str, numbers: &[f64]) -> Result<Node, Error> {
    let texts = text.split(APART).collect();
    Unpacking { texts, numbers: numbers.iter() }.node(DEEPEST).ok_or_else(broken)
}

fn broken() -> Error {
    Error::new(Code::Broken, vec![("reason", "no packed document".to_owned())])
}

struct Unpacking<'a> {
    texts: Vec<&'a str>,
    numbers: core::slice::Iter<'a, f64>,
}

impl Unpacking<'_> {
    fn node(&mut self, depth: u8) -> Option<Node> {
        let depth = depth.checked_sub(1)?;
        let sign = *self.numbers.next()?;
        Some(match sign {
            NULL => Node::Null,
            NO | YES => Node::Bool(sign == YES),
            NUMBER => Node::Number(*self.numbers.next()?),
            TEXT => Node::Text(self.text()?),
            LIST => {
                let count = self.count()?;
                Node::List((0..count).map(|_| self.node(depth)).collect::<Option<_>>()?)
            }
            TABLE => {
                let count = self.count()?;
                Node::Table(
                    (0..count)
                        .map(|_| Some((self.text()?.into(), self.node(depth)?)))
                        .collect::<Option<_>>()?,
                )
            }
            _ => return None,
        })
    }

    fn text(&mut self) -> Option<String> {
        let place = self.count()?;
        self.texts.get(place).map(|text| (*text).to_owned())
    }

    #[allow(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and no more than there are numbers"
    )]
    fn count(&mut self) -> Option<usize> {
        let count = *self.numbers.next()?;
        (count >= 0.0 && f64::floor(count) == count && count <= f64::from(u32::MAX)).then_some(count as usize)
    }
}
