//! Text in a picture: how wide it is at most, where it is broken, how it is written in XML.

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    /// Its size.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is muted.
    pub is_muted: bool,
    /// Whether it has serifs.
    pub has_serifs: bool,
    /// Where it is held.
    pub anchor: Anchor,
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

impl Anchor {
    /// As SVG names it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Lettering {
    /// A text of so many pixels.
    pub(super) const fn of(size: f64) -> Self {
        Self { size, is_bold: false, is_muted: false, has_serifs: false, anchor: Anchor::Start }
    }

    pub(super) const fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    pub(super) const fn muted(self) -> Self {
        Self { is_muted: true, ..self }
    }

    pub(super) const fn serif(self) -> Self {
        Self { has_serifs: true, ..self }
    }

    pub(super) const fn held(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// From one line to the next.
    pub(super) fn leading(&self) -> f64 {
        self.size * LEADING
    }

    /// How wide a text is, by the widest of the fonts that it may be set in.
    #[must_use]
    pub fn width(&self, text: &str) -> f64 {
        let ems: f64 = text.chars().map(ems).sum();
        ems * self.size * if self.is_bold { BOLD } else { 1.0 }
    }

    /// The text in lines that are no wider; between words, and within one that is too long.
    pub(super) fn wrapped(&self, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').flat_map(|word| self.pieces(word, width)) {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match (joined.filter(|joined| self.width(joined) <= width), lines.last_mut()) {
                (Some(joined), Some(line)) => *line = joined,
                _ => lines.push(word),
            }
        }
        lines
    }

    /// A word, cut into pieces that are no wider.
    fn pieces(&self, word: &str, width: f64) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            let is_full =
                |piece: &String| !piece.is_empty() && self.width(&format!("{piece}{letter}")) > width;
            if pieces.last().is_some_and(is_full) {
                pieces.push(String::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(letter);
            }
        }
        pieces
    }

    /// The text, cut with `…` where it is wider.
    pub(super) fn cut(&self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut cut = String::new();
        for letter in text.chars() {
            if self.width(&format!("{cut}{letter}…")) > width {
                break;
            }
            cut.push(letter);
        }
        cut + "…"
    }
}

/// Where labels stand, each in the middle of its place where that is inside the edges; those that would touch another are
/// left out, but never the last, which names the unit.
pub(super) fn placed(
    labels: &[(f64, String)],
    set: &Lettering,
    (left, right): (f64, f64),
    gap: f64,
) -> Vec<Option<f64>> {
    let span = |(x, label): &(f64, String)| {
        let half = set.width(label) / 2.0;
        let middle = x.min(right - half).max(left + half);
        (middle, middle - half, middle + half)
    };
    let end = labels.last().map_or(right, |label| span(label).1 - gap);
    let last = labels.len().saturating_sub(1);
    let mut free = left;
    let place = |(place, label): (usize, &(f64, String))| {
        let (middle, begin, until) = span(label);
        let fits = place == last || (begin >= free && until <= end);
        free = if fits { until + gap } else { free };
        fits.then_some(middle)
    };
    labels.iter().enumerate().map(place).collect()
}

/// From one line to the next, by the size.
const LEADING: f64 = 1.3;
/// How much wider bold letters are, with serifs or without.
const BOLD: f64 = 1.18;
/// The width of a letter that no row names.
const OTHER: f64 = 0.84;
/// Widths of letters, in ems: those of DejaVu Sans, the widest of the fonts that a system may set text in.
const WIDTHS: [(&str, f64); 11] = [
    ("\u{202f}", 0.2),
    ("ijlIJ'", 0.295),
    (" .,;:·’‘\u{a0}/|\\`", 0.34),
    ("frt!()[]-", 0.41),
    ("cszL–_\"?*“”ç", 0.56),
    ("aekovxyFPTYéèêëàâôîï«»", 0.615),
    ("bdghnpqu0123456789$€£ESΣÉÈùûü", 0.64),
    ("ABCKRVXZ", 0.7),
    ("DGHNOQU&", 0.79),
    ("w×+=<>≥≤±#^~→−", 0.84),
    ("mMW%@—…", 1.0),
];

fn ems(letter: char) -> f64 {
    WIDTHS.iter().find(|(letters, _)| letters.contains(letter)).map_or(OTHER, |(_, ems)| *ems)
}

/// The text as XML writes it; what XML has no letter for is a space.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}
