//! The words of a language: read from a document, and written as one for whoever translates them.

use super::{Key, Node};
use crate::catalogue::CURRENCIES;
use crate::error::{Error, Noun};
use crate::quantities::display::{Forms, Plural, Style};
use crate::quantities::{KINDS, Scale};
use crate::report::{Entry, Locale, Part, names};
use core::slice;

/// The part that says how numbers are written.
const NUMBERS: &str = "numbers";

/// A language of the words in a document, which has the parts of [`words`]. What it lacks is said as the crate's own language of that
/// tag says it; in English, where there is none.
///
/// A language is held for good: each call keeps some memory.
///
/// ```
/// use wattflop::document::{Node, language};
/// use wattflop::report::words;
/// use wattflop::catalogue::{ACCELERATORS, find};
///
/// let messages = Node::table(vec![("UnknownNear", "kein {noun} `{id}`; gemeint ist wohl `{nearest}`?".into())]);
/// let german = language("de", &Node::table(vec![("messages", messages)]))?;
/// let error = find(ACCELERATORS, "h1000").unwrap_err();
/// assert_eq!(words::error(&error, german), "kein accelerator `h1000`; gemeint ist wohl `h100-pcie`?");
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// When there is no such key, or none of the places that a text would have filled in, or something is no text: names the field, and
/// what is allowed or nearest.
pub fn language(tag: &str, words: &Node) -> Result<Locale, Error> {
    let Node::Table(parts) = words else { return Err(Error::wrong_form("words", "form-scenario")) };
    for (name, part) in parts {
        match Part::ALL.iter().find(|(known, _)| known == name) {
            Some((_, of)) => check(name, *of, part)?,
            None if name == NUMBERS => {}
            None => {
                return Err(unknown(
                    name,
                    &mut Part::ALL.iter().map(|(known, _)| *known).chain([NUMBERS]),
                    "",
                ));
            }
        }
    }
    let base = Locale::of_tag(tag);
    let style = style(words.get(NUMBERS), base.style())?;
    Ok(Locale::made(tag.to_owned(), style, |part| texts(words, part, base)))
}

/// What a language has no words for of its own, as `part.key`: what a translator has yet to do.
#[must_use]
pub fn missing(words: &Node) -> Vec<String> {
    let is_missing = |part: &str, key: &str| words.get(part).and_then(|part| part.get(key)).is_none();
    let listed = |part: &'static str, keys: Vec<&'static str>| {
        let lacking = keys.into_iter().filter(move |key| is_missing(part, key));
        lacking.map(move |key| format!("{part}.{key}"))
    };
    let keys = |part| entries(part, Locale::Fr).into_iter().map(|(key, _)| key).collect();
    let numbers = listed(NUMBERS, KEYS.to_vec());
    numbers.chain(Part::ALL.into_iter().flat_map(|(name, part)| listed(name, keys(part)))).collect()
}

/// All that a language says, as a document: `numbers`, how they are written; `labels` of figures and inputs by path (`#` for the
/// numbers in it, `^` for a view of cost; those of English stand where each is declared, and not here); `names` of the catalogue's
/// entries; its `fields`, and `values` in them; `phrases` of definitions; `nouns` and `messages` of errors and notes; and `words`.
#[must_use]
pub fn words(locale: Locale) -> Node {
    let texts = |(key, text): Entry| (key, Node::from(text));
    let part = |(name, part)| (name, Node::keyed(entries(part, locale).into_iter().map(texts)));
    Node::table([(NUMBERS, numbers(locale.style()))].into_iter().chain(Part::ALL.map(part)).collect())
}

/// The entries of a part that a language has, or has from the catalogue.
fn entries(part: Part, locale: Locale) -> Vec<Entry> {
    let own = locale.entries(part);
    match part {
        Part::Names => {
            let named = |(id, name)| (id, text_of(&own, id).unwrap_or(name));
            let common = Locale::Fr.entries(part);
            names().filter(|(id, _)| text_of(&common, id).is_some()).map(named).collect()
        }
        _ => own,
    }
}

/// The keys that a part may have, with their texts in a language that is complete.
fn known(part: Part) -> Vec<Entry> {
    match part {
        Part::Names => {
            let mut all: Vec<_> = names().collect();
            all.sort_unstable();
            all
        }
        Part::Labels | Part::Fields | Part::Values | Part::Phrases => Locale::Fr.entries(part),
        Part::Nouns | Part::Messages | Part::Words => Locale::En.entries(part),
    }
}

fn text_of(entries: &[Entry], key: &str) -> Option<&'static str> {
    entries.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

/// Whether all that stands in a part is a text under a known key, with no other places to be filled in than it has.
fn check(name: &str, part: Part, node: &Node) -> Result<(), Error> {
    let Node::Table(given) = node else { return Err(Error::wrong_form(name, "form-table")) };
    let known = known(part);
    for (key, node) in given.iter().filter(|_| !known.is_empty()) {
        let field = format!("{name}.{key}");
        let Some(own) = text_of(&known, key) else {
            return Err(unknown(key, &mut known.iter().map(|(known, _)| *known), name));
        };
        let text = some_text(node, &field)?;
        if let Some(place) = places(text).find(|place| !places(own).any(|known| known == *place)) {
            return Err(unknown(place, &mut places(own), &field));
        }
    }
    Ok(())
}

/// The names in braces of a text.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|piece| piece.split_once('}')).map(|(name, _)| name)
}

fn unknown(key: &str, known: &mut dyn Iterator<Item = &'static str>, field: &str) -> Error {
    let error = Error::unknown(Noun::Key, key, known);
    if field.is_empty() { error } else { error.at(field) }
}

fn some_text<'a>(node: &'a Node, field: &str) -> Result<&'a str, Error> {
    node.as_text().filter(|text| !text.is_empty()).ok_or_else(|| Error::wrong_form(field, "form-name"))
}

/// What is said of a part: what a document says, and another language where it says nothing.
fn texts(words: &Node, part: Part, base: Locale) -> Vec<Entry> {
    let name = Part::ALL.iter().find(|(_, known)| *known == part).map_or("", |(name, _)| *name);
    let (given, base) = (words.get(name), base.entries(part));
    let said = |key| given.and_then(|given| given.get(key)).and_then(Node::as_text).map(kept);
    known(part)
        .into_iter()
        .filter_map(|(key, _)| Some((key, said(key).or_else(|| text_of(&base, key))?)))
        .collect()
}

fn kept(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// The keys of how numbers are written.
const KEYS: [&str; 11] = [
    "decimal",
    "group",
    "plural",
    "large",
    "after_large",
    "after_large_elided",
    "elides",
    "money",
    "large_money",
    "currencies",
    "units",
];

/// How numbers are written, as a document.
pub(super) fn numbers(style: &Style) -> Node {
    let forms = |forms: Forms| forms.iter().map(|form| Node::from(*form)).collect::<Vec<_>>();
    let large =
        |(factor, words): &(f64, Forms)| Node::List([vec![Node::from(*factor)], forms(words)].concat());
    let plural = Plural::ALL.iter().find(|(_, rule)| *rule == style.plural).map_or("", |(name, _)| *name);
    Node::table(vec![
        ("decimal", style.decimal.into()),
        ("group", style.group.into()),
        ("plural", plural.into()),
        ("large", style.large.iter().map(large).collect::<Vec<_>>().into()),
        ("after_large", style.after_large.into()),
        ("after_large_elided", style.after_large_elided.into()),
        ("elides", style.elides.into()),
        ("money", style.money.into()),
        ("large_money", style.large_money.into()),
        ("currencies", Node::keyed(style.currencies.iter().map(|(code, name)| (*code, Node::from(*name))))),
        ("units", Node::keyed(style.units.iter().map(|(unit, of)| (*unit, forms(of).into())))),
    ])
}

/// How numbers are written by a document, and by another language where it does not say.
fn style(node: Option<&Node>, base: &Style) -> Result<Style, Error> {
    let none = Node::table(Vec::new());
    let given = node.unwrap_or(&none);
    for (key, _) in table(given, NUMBERS)? {
        if !KEYS.contains(&key.as_ref()) {
            return Err(unknown(key, &mut KEYS.into_iter(), NUMBERS));
        }
    }
    let text = |key, base| match given.get(key) {
        None => Ok(base),
        Some(node) => node.as_text().map(kept).ok_or_else(|| wrong(key, "form-name")),
    };
    let pattern = |key, base| {
        text(key, base)
            .and_then(|text| if text.contains('#') { Ok(text) } else { Err(wrong(key, "form-amount")) })
    };
    let after_large = pattern("after_large", base.after_large)?;
    let style = Style {
        decimal: text("decimal", base.decimal)?,
        group: text("group", base.group)?,
        plural: given.get("plural").map_or(Ok(base.plural), plural)?,
        large: given.get("large").map_or(Ok(base.large), large)?,
        after_large,
        after_large_elided: pattern("after_large_elided", after_large)?,
        elides: text("elides", base.elides)?,
        money: pattern("money", base.money)?,
        large_money: pattern("large_money", base.large_money)?,
        currencies: given.get("currencies").map_or(Ok(base.currencies), currencies)?,
        units: given.get("units").map_or(Ok(base.units), |node| units(node, base))?,
    };
    if style.decimal.is_empty() || style.decimal == style.group {
        return Err(wrong("decimal", "form-apart"));
    }
    Ok(style)
}

fn wrong(key: &str, expected: &str) -> Error {
    Error::wrong_form(&format!("{NUMBERS}.{key}"), expected)
}

fn table<'a>(node: &'a Node, field: &str) -> Result<&'a [(Key, Node)], Error> {
    if let Node::Table(entries) = node { Ok(entries) } else { Err(Error::wrong_form(field, "form-scenario")) }
}

fn plural(node: &Node) -> Result<Plural, Error> {
    let name = node.as_text().ok_or_else(|| wrong("plural", "form-name"))?;
    let found = Plural::ALL.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule);
    found.ok_or_else(|| {
        Error::unknown(Noun::Value, name, &mut Plural::ALL.iter().map(|(known, _)| *known))
            .at("numbers.plural")
    })
}

/// Words of large numbers, each a number of which one is, and its forms; in rising order.
fn large(node: &Node) -> Result<&'static [(f64, Forms)], Error> {
    let wrong = || wrong("large", "form-large");
    let Node::List(items) = node else { return Err(wrong()) };
    let mut read: Vec<(f64, Forms)> = Vec::new();
    for item in items {
        let Node::List(item) = item else { return Err(wrong()) };
        let Some((Node::Number(factor), words)) = item.split_first() else { return Err(wrong()) };
        let rises = read.last().is_none_or(|(before, _)| before < factor) && *factor >= 1.0;
        let words = forms(words).filter(|_| rises).ok_or_else(wrong)?;
        read.push((*factor, words));
    }
    Ok(read.leak())
}

/// The forms of a word; nothing, where they are none.
fn forms(nodes: &[Node]) -> Option<Forms> {
    let texts: Option<Vec<_>> = nodes.iter().map(|node| node.as_text().map(kept)).collect();
    texts.filter(|texts| !texts.is_empty()).map(|texts| -> Forms { texts.leak() })
}

fn currencies(node: &Node) -> Result<&'static [Entry], Error> {
    let named = |(code, node): &(Key, Node)| {
        let known = &mut CURRENCIES.iter().map(|currency| currency.code);
        let code = one_of(code, known, "numbers.currencies")?;
        Ok((code, kept(some_text(node, &format!("numbers.currencies.{code}"))?)))
    };
    Ok(table(node, "numbers.currencies")?.iter().map(named).collect::<Result<Vec<_>, Error>>()?.leak())
}

/// Units by what is given of them, beside those of another language.
fn units(node: &Node, base: &Style) -> Result<&'static [(&'static str, Forms)], Error> {
    let spelled = |(symbol, node): &(Key, Node)| {
        let known = &mut KINDS.iter().flat_map(|kind| kind.units()).map(|Scale { symbol, .. }| *symbol);
        let symbol = one_of(symbol, known, "numbers.units")?;
        let forms = if let Node::List(items) = node { forms(items) } else { forms(slice::from_ref(node)) };
        Ok((symbol, forms.ok_or_else(|| wrong(&format!("units.{symbol}"), "form-forms"))?))
    };
    let given = table(node, "numbers.units")?.iter().map(spelled).collect::<Result<Vec<_>, Error>>()?;
    let others = base.units.iter().filter(|(symbol, _)| node.get(symbol).is_none());
    Ok(others.copied().chain(given.iter().copied()).collect::<Vec<_>>().leak())
}

/// The known name that a text is.
fn one_of(
    text: &str,
    known: &mut dyn Iterator<Item = &'static str>,
    field: &str,
) -> Result<&'static str, Error> {
    let known: Vec<_> = known.collect();
    let found = known.iter().copied().find(|known| *known == text);
    found.ok_or_else(|| unknown(text, &mut known.into_iter(), field))
}
