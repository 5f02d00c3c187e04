//! A reader of the XML that charts are made of, which is strict: what it does not know is an error.

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// Itself and all that is in it.
    pub fn all(&self) -> Vec<&Self> {
        [self].into_iter().chain(self.children.iter().flat_map(Self::all)).collect()
    }
}

/// The root of a document.
pub fn parsed(source: &str) -> Result<Element, String> {
    let mut rest = source.trim_end();
    let root = element(&mut rest)?;
    if rest.is_empty() { Ok(root) } else { Err(format!("more behind the root: {rest:.40}")) }
}

fn takes<'a>(rest: &mut &'a str, until: &str) -> Result<&'a str, String> {
    let (taken, after) = rest.split_once(until).ok_or_else(|| format!("no `{until}` in {rest:.40}"))?;
    *rest = after;
    Ok(taken)
}

fn element(rest: &mut &str) -> Result<Element, String> {
    *rest = rest.strip_prefix('<').ok_or_else(|| format!("no element at {rest:.40}"))?;
    let head = takes(rest, ">")?;
    let (head, is_empty) = head.strip_suffix('/').map_or((head, false), |head| (head, true));
    let (name, attributes) = head.split_once(' ').unwrap_or((head, ""));
    let mut found =
        Element { name: name.to_owned(), attributes: attributes_of(attributes)?, ..Element::default() };
    if is_empty {
        return Ok(found);
    }
    loop {
        let (text, after) = rest.split_at(rest.find('<').ok_or("an element has no end")?);
        found.text.push_str(unescaped(text)?.trim_matches('\n'));
        *rest = after;
        if let Some(after) = rest.strip_prefix("</") {
            *rest = after;
            let end = takes(rest, ">")?;
            return if end == name { Ok(found) } else { Err(format!("<{name}> ends as </{end}>")) };
        }
        found.children.push(element(rest)?);
    }
}

fn attributes_of(mut rest: &str) -> Result<Vec<(String, String)>, String> {
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let key = takes(&mut rest, "=\"")?.to_owned();
        let value = unescaped(takes(&mut rest, "\"")?)?;
        if attributes.iter().any(|(known, _)| *known == key) || key.contains([' ', '<', '"']) {
            return Err(format!("the attribute `{key}`"));
        }
        attributes.push((key, value));
    }
    Ok(attributes)
}

fn unescaped(text: &str) -> Result<String, String> {
    if let Some(bad) = text.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(format!("{bad:?} is no letter of XML"));
    }
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').ok_or_else(|| format!("a bare & before {piece:.20}"))?;
        let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\"")];
        let (_, letter) =
            known.iter().find(|(known, _)| *known == name).ok_or_else(|| format!("&{name};"))?;
        out.push_str(letter);
        out.push_str(rest);
    }
    Ok(out)
}

#[test]
fn what_is_not_well_formed_is_seen() {
    for wrong in ["<a>", "<a></b>", "<a b=\"1\" b=\"2\"/>", "<a>&</a>", "<a>&x;</a>", "<a/>x", "<a b='1'/>"] {
        assert!(parsed(wrong).is_err(), "{wrong}");
    }
    assert_eq!(parsed("<a b=\"1\">x<c/>&amp;y</a>").unwrap().text, "x&y");
}
