//! The words of a language: read from a document, and written as one for whoever translates them.

use super::{Key, Node};
use crate::catalogue::CURRENCIES;
use crate::error::{Code, Error, Noun};
use crate::quantities::KINDS;
use crate::quantities::display::{Forms, Plural, Style};
use crate::report::{Entry, Language, Locale, Table, called, common_names, entry, find};
use core::slice;

/// The parts of a language.
const PARTS: [&str; 9] =
    ["numbers", "labels", "names", "fields", "values", "phrases", "nouns", "messages", "words"];

/// How numbers are written.
const NUMBERS: [&str; 11] = [
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

/// A language of the words in a document, which has the parts that [`words`] has. What it lacks is said as the crate's own language
/// of that tag says it; in English, where there is none.
///
/// A language is held for good: what each call reads is never given back.
///
/// ```
/// use wattflop::catalogue::{ACCELERATORS, find};
/// use wattflop::document::{Node, language};
/// use wattflop::report::words;
///
/// let message = "{noun} `{id}` gibt es nicht; gemeint ist wohl `{nearest}`".into();
/// let words_of = Node::table(vec![
///     ("messages", Node::table(vec![("UnknownNear", message)])),
///     ("nouns", Node::table(vec![("Accelerator", "Einen Beschleuniger".into())])),
/// ]);
/// let german = language("de", &words_of)?;
/// let error = find(ACCELERATORS, "h100-sxn").unwrap_err();
/// assert_eq!(
///     words::error(&error, german),
///     "Einen Beschleuniger `h100-sxn` gibt es nicht; gemeint ist wohl `h100-sxm`",
/// );
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// When a key is none, a text would have a place filled in that is none, or something is no text: names the field, and what is
/// allowed or nearest.
pub fn language(tag: &str, words: &Node) -> Result<Locale, Error> {
    for (part, _) in entries(words, "words")? {
        one_of(part, &PARTS, "")?;
    }
    let [base, english, french] = [Locale::of_tag(tag), Locale::En, Locale::Fr].map(Locale::language);
    let phrases: Vec<_> = french.phrases.iter().map(|(own, _)| *own).collect();
    let replaced = texts(words, "phrases", &phrases, &said(&phrases, base.phrases), &phrases)?;
    let language = Language {
        tag: kept(tag),
        style: Box::leak(Box::new(style(words, base.style)?)),
        labels: table(words, "labels", base.labels, french.labels)?,
        names: names(words, base.names)?,
        fields: table(words, "fields", base.fields, french.fields)?,
        values: table(words, "values", base.values, french.values)?,
        phrases: phrases.into_iter().zip(replaced).collect::<Vec<_>>().leak(),
        nouns: texts(words, "nouns", Noun::NAMES, base.nouns, english.nouns)?.leak(),
        messages: texts(words, "messages", Code::NAMES, base.messages, english.messages)?.leak(),
        words: table(words, "words", base.words, english.words)?,
    };
    Ok(Locale::Other(Box::leak(Box::new(language))))
}

/// What a document has no words for of its own, as `part.key`: what a translator has yet to do.
#[must_use]
pub fn missing(words: &Node) -> Vec<String> {
    let whole = self::words(Locale::Fr);
    let part = |name: &'static str| match whole.get(name) {
        Some(Node::Table(entries)) => {
            entries.iter().map(|(key, _)| (name, key.clone().into_owned())).collect()
        }
        _ => Vec::new(),
    };
    let is_missing = |(part, key): &(&str, String)| words.get(part).and_then(|part| part.get(key)).is_none();
    PARTS.into_iter().flat_map(part).filter(is_missing).map(|(part, key)| format!("{part}.{key}")).collect()
}

/// All that a language says, as a document: `numbers`, how they are written; `labels` of figures and inputs by path (`#` for the
/// numbers in it, `^` for a view of cost; those of English stand where each is declared, and not here); `names` of the catalogue's
/// entries; its `fields`, and `values` in them; `phrases` of definitions; `nouns` and `messages` of errors and notes; and `words`.
#[must_use]
pub fn words(locale: Locale) -> Node {
    let Language { style, labels, names, fields, values, phrases, nouns, messages, words, .. } =
        locale.language();
    let part = |entries: &[Entry]| Node::keyed(entries.iter().map(|(key, text)| (*key, Node::from(*text))));
    let listed = |keys: &[&'static str], texts: &[&'static str]| {
        part(&keys.iter().copied().zip(texts.iter().copied()).collect::<Vec<_>>())
    };
    let names: Vec<_> = common_names().map(|(id, name)| (id, find(names, id).unwrap_or(name))).collect();
    Node::table(vec![
        ("numbers", numbers(style)),
        ("labels", part(labels)),
        ("names", part(&names)),
        ("fields", part(fields)),
        ("values", part(values)),
        ("phrases", part(phrases)),
        ("nouns", listed(Noun::NAMES, nouns)),
        ("messages", listed(Code::NAMES, messages)),
        ("words", part(words)),
    ])
}

fn numbers(style: &Style) -> Node {
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

/// The entries of a table.
fn entries<'a>(node: &'a Node, field: &str) -> Result<&'a [(Key, Node)], Error> {
    if let Node::Table(entries) = node { Ok(entries) } else { Err(Error::wrong_form(field, "form-scenario")) }
}

/// What a document has of a part; nothing, where it has none.
fn given<'a>(words: &'a Node, part: &str) -> Result<&'a [(Key, Node)], Error> {
    words.get(part).map_or(Ok(&[]), |node| entries(node, part))
}

/// A part by what is given of it: a sorted table over that of another language. Where nothing of it is known, nothing of it is shown.
fn table(words: &Node, part: &str, base: Table, known: Table) -> Result<Table, Error> {
    let mut held = base.to_vec();
    for (key, node) in given(words, part)?.iter().filter(|_| !known.is_empty()) {
        let own = place_of(known, key).ok().and_then(|place| known.get(place));
        let Some((key, own)) = own else { return Err(unknown(key, &mut keys(known), part)) };
        put(&mut held, key, text(node, own, part, key)?);
    }
    Ok(held.leak())
}

/// Names, of whatever is in the catalogue.
fn names(words: &Node, base: Table) -> Result<Table, Error> {
    let mut held = base.to_vec();
    let common = Locale::Fr.language().names;
    for (id, node) in given(words, "names")? {
        if called(id, Locale::En) == id && find(common, id).is_none() {
            return Err(unknown(id, &mut entry::ids().into_iter(), "names"));
        }
        put(&mut held, kept(id), text(node, "", "names", id)?);
    }
    Ok(held.leak())
}

fn place_of(table: &[Entry], key: &str) -> Result<usize, usize> {
    table.binary_search_by(|(known, _)| (*known).cmp(key))
}

fn keys(table: Table) -> impl Iterator<Item = &'static str> {
    table.iter().map(|(key, _)| *key)
}

/// Puts a text in its place in a sorted table.
fn put(table: &mut Vec<Entry>, key: &'static str, text: &'static str) {
    match place_of(table, key) {
        Ok(place) => table.iter_mut().skip(place).take(1).for_each(|(_, held)| *held = text),
        Err(place) => table.insert(place, (key, text)),
    }
}

/// A part by what is given of it, as a list in the order of its keys; `own` has texts that are complete.
fn texts(
    words: &Node,
    part: &str,
    keys: &[&'static str],
    base: &[&'static str],
    own: &[&'static str],
) -> Result<Vec<&'static str>, Error> {
    let mut held = base.to_vec();
    for (key, node) in given(words, part)? {
        let key = one_of(key, keys, part)?;
        for ((known, own), held) in
            keys.iter().zip(own).zip(&mut held).filter(|((known, _), _)| **known == key)
        {
            *held = text(node, own, part, known)?;
        }
    }
    Ok(held)
}

/// What stands under each key in a table, or the key.
fn said(keys: &[&'static str], table: Table) -> Vec<&'static str> {
    let text = |key| table.iter().find(|(known, _)| *known == key).map_or(key, |(_, text)| *text);
    keys.iter().map(|key| text(*key)).collect()
}

/// A text, with no other places to be filled in than there are in another.
fn text(node: &Node, own: &'static str, part: &str, key: &str) -> Result<&'static str, Error> {
    let field = || format!("{part}.{key}");
    let given = node.as_text().filter(|text| !text.is_empty());
    let given = given.ok_or_else(|| Error::wrong_form(&field(), "form-name"))?;
    match places(given).find(|place| !places(own).any(|known| known == *place)) {
        Some(place) => Err(unknown(place, &mut places(own), &field())),
        None => Ok(kept(given)),
    }
}

/// The names in braces of a text.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|piece| piece.split_once('}')).map(|(name, _)| name)
}

fn unknown(key: &str, known: &mut dyn Iterator<Item = &'static str>, field: &str) -> Error {
    let error = Error::unknown(Noun::Key, key, known);
    if field.is_empty() { error } else { error.at(field) }
}

/// The one among known keys that a text is.
fn one_of(text: &str, known: &[&'static str], field: &str) -> Result<&'static str, Error> {
    let found = known.iter().find(|known| **known == text);
    found.copied().ok_or_else(|| unknown(text, &mut known.iter().copied(), field))
}

fn kept(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// How numbers are written by a document, and by another language where it does not say.
fn style(words: &Node, base: &Style) -> Result<Style, Error> {
    for (key, _) in given(words, "numbers")? {
        one_of(key, &NUMBERS, "numbers")?;
    }
    let given = |key| words.get("numbers").and_then(|numbers| numbers.get(key));
    let said = |key, base| match given(key) {
        None => Ok(base),
        Some(node) => node.as_text().map(kept).ok_or_else(|| wrong(key, "form-name")),
    };
    let pattern = |key, base| {
        let text = said(key, base)?;
        if text.contains('#') { Ok(text) } else { Err(wrong(key, "form-amount")) }
    };
    let after_large = pattern("after_large", base.after_large)?;
    let style = Style {
        decimal: said("decimal", base.decimal)?,
        group: said("group", base.group)?,
        plural: given("plural").map_or(Ok(base.plural), plural)?,
        large: given("large").map_or(Ok(base.large), large)?,
        after_large,
        after_large_elided: pattern("after_large_elided", after_large)?,
        elides: said("elides", base.elides)?,
        money: pattern("money", base.money)?,
        large_money: pattern("large_money", base.large_money)?,
        currencies: given("currencies").map_or(Ok(base.currencies), currencies)?,
        units: given("units").map_or(Ok(base.units), |node| units(node, base))?,
    };
    let is_apart = !style.decimal.is_empty() && style.decimal != style.group;
    if is_apart { Ok(style) } else { Err(wrong("decimal", "form-apart")) }
}

fn wrong(key: &str, expected: &str) -> Error {
    Error::wrong_form(&format!("numbers.{key}"), expected)
}

fn plural(node: &Node) -> Result<Plural, Error> {
    let rules = Plural::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let name = one_of(node.as_text().unwrap_or_default(), &rules, "numbers.plural")?;
    Ok(Plural::ALL.iter().find(|(known, _)| *known == name).map_or(Plural::One, |(_, rule)| *rule))
}

/// Words of large numbers, each a number of which one is, and its forms; in rising order.
fn large(node: &Node) -> Result<&'static [(f64, Forms)], Error> {
    let mut read: Vec<(f64, Forms)> = Vec::new();
    let Node::List(items) = node else { return Err(wrong("large", "form-large")) };
    for item in items {
        let least = read.last().map_or(1.0, |(before, _)| *before);
        let word = match item {
            Node::List(item) => {
                item.split_first().and_then(|(factor, words)| factor.as_number().zip(forms(words)))
            }
            _ => None,
        };
        read.push(word.filter(|(factor, _)| *factor > least).ok_or_else(|| wrong("large", "form-large"))?);
    }
    Ok(read.leak())
}

/// The forms of a word; nothing, where they are none.
fn forms(nodes: &[Node]) -> Option<Forms> {
    let texts: Option<Vec<_>> = nodes.iter().map(|node| node.as_text().map(kept)).collect();
    texts.filter(|texts| !texts.is_empty()).map(|texts| -> Forms { texts.leak() })
}

fn currencies(node: &Node) -> Result<Table, Error> {
    let codes: Vec<_> = CURRENCIES.iter().map(|currency| currency.code).collect();
    let mut held = Vec::new();
    for (code, node) in entries(node, "numbers.currencies")? {
        let code = one_of(code, &codes, "numbers.currencies")?;
        held.push((code, text(node, "", "numbers.currencies", code)?));
    }
    Ok(held.leak())
}

/// Units by what is given of them, beside those of another language.
fn units(node: &Node, base: &Style) -> Result<&'static [(&'static str, Forms)], Error> {
    let symbols: Vec<_> = KINDS.iter().flat_map(|kind| kind.units()).map(|unit| unit.symbol).collect();
    let mut held = base.units.to_vec();
    held.retain(|(symbol, _)| node.get(symbol).is_none());
    for (symbol, node) in entries(node, "numbers.units")? {
        let symbol = one_of(symbol, &symbols, "numbers.units")?;
        let forms = forms(if let Node::List(items) = node { items } else { slice::from_ref(node) });
        held.push((symbol, forms.ok_or_else(|| wrong(&format!("units.{symbol}"), "form-forms"))?));
    }
    Ok(held.leak())
}
