//! Tables of keys and texts, sorted at compile time, so that they can be written in whatever order reads best.

/// Keys, and what stands under them.
pub(crate) type Table = &'static [Entry];
/// A key, and what stands under it.
pub(crate) type Entry = (&'static str, &'static str);

/// What stands under a key of a sorted table.
pub(crate) fn find(table: Table, key: &str) -> Option<&'static str> {
    let place = table.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    table.get(place).map(|(_, text)| *text)
}

/// One table of several.
macro_rules! table {
    ($($part:ident),+) => {{
        static SORTED: [$crate::report::locale::table::Entry; 0 $(+ $part.len())+] =
            $crate::report::locale::table::sorted(&[$($part),+]);
        &SORTED
    }};
}

/// The text of all that an enum can be, in its order.
macro_rules! texts {
    ($listed:ident, $text:ident) => {{
        const COUNT: usize = $listed::ALL.len();
        #[allow(clippy::indexing_slicing, reason = "at compile time")]
        static TEXTS: [&str; COUNT] = {
            let mut texts = [""; COUNT];
            let mut place = 0;
            while place < COUNT {
                texts[place] = $text($listed::ALL[place]);
                place += 1;
            }
            texts
        };
        &TEXTS
    }};
}

pub(super) use {table, texts};

/// The entries of several tables by their keys: merged from pairs on.
#[allow(clippy::indexing_slicing, reason = "at compile time")]
pub(super) const fn sorted<const COUNT: usize>(parts: &[&[Entry]]) -> [Entry; COUNT] {
    let mut held = joined(parts);
    let mut width = 1;
    while width < COUNT {
        let from = held;
        let mut start = 0;
        while start < COUNT {
            let (middle, end) = (least(start + width, COUNT), least(start + 2 * width, COUNT));
            let (mut left, mut right) = (start, middle);
            while start < end {
                let is_left = left < middle && (right == end || !precedes(from[right].0, from[left].0));
                held[start] = if is_left { from[left] } else { from[right] };
                if is_left {
                    left += 1
                } else {
                    right += 1
                }
                start += 1;
            }
        }
        width *= 2;
    }
    held
}

#[allow(clippy::indexing_slicing, reason = "at compile time")]
const fn joined<const COUNT: usize>(parts: &[&[Entry]]) -> [Entry; COUNT] {
    let mut held = [("", ""); COUNT];
    let (mut place, mut part, mut within) = (0, 0, 0);
    while place < COUNT {
        if within == parts[part].len() {
            (part, within) = (part + 1, 0);
        } else {
            held[place] = parts[part][within];
            (place, within) = (place + 1, within + 1);
        }
    }
    held
}

const fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// Whether a text comes before another, byte by byte.
#[allow(clippy::indexing_slicing, reason = "at compile time")]
const fn precedes(text: &str, other: &str) -> bool {
    let (text, other) = (text.as_bytes(), other.as_bytes());
    let mut place = 0;
    while place < text.len() && place < other.len() {
        if text[place] != other[place] {
            return text[place] < other[place];
        }
        place += 1;
    }
    text.len() < other.len()
}
