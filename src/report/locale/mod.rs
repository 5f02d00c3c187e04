//! Languages: a file each. What a file lacks is a failing test, and English until then.

mod en;
mod fr;

use crate::error::{Code, Noun};
use crate::quantities::display::{self, Style};

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Its tag, such as `fr`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a tag such as `fr` or `fr-CA`; English where it is another.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language)).unwrap_or_default()
    }

    /// How it writes numbers.
    #[must_use]
    pub const fn style(self) -> &'static Style {
        match self {
            Self::En => &display::ENGLISH,
            Self::Fr => &fr::STYLE,
        }
    }

    /// The label of a figure or input, by its path with `#` for the numbers in it; `None` where the language has
    /// none of its own.
    #[must_use]
    pub(super) fn label(self, path: &str) -> Option<&'static str> {
        match self {
            Self::En => None,
            Self::Fr => fr::LABELS.iter().find(|(known, _)| *known == path).map(|(_, label)| *label),
        }
    }

    /// What the language calls an entry of the catalogue, by its id, where it has a name of its own for it.
    #[must_use]
    pub(super) fn find_name(self, id: &str) -> Option<&'static str> {
        match self {
            Self::En => None,
            Self::Fr => fr::NAMES.iter().find(|(known, _)| *known == id).map(|(_, name)| *name),
        }
    }

    /// What a field of the catalogue's entries is called: by its own word, as an input by its path, or by what it is made of.
    #[must_use]
    pub(super) fn field(self, name: &str) -> String {
        let Self::Fr = self else { return name.to_owned() };
        let own = fr::FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
        let made = || match name.strip_prefix("peak ") {
            Some(precision) => format!("pointe en {}", precision.to_uppercase()),
            None if self.find_name(name).is_some_and(|_| name.starts_with(|c: char| c.is_ascii_digit())) => {
                format!("Zone climatique {}", name.to_uppercase())
            }
            None => self.find_name(name).unwrap_or(name).to_owned(),
        };
        own.or_else(|| self.label(name)).map_or_else(made, str::to_owned)
    }

    /// What stands in a field, where it is one of few words.
    #[must_use]
    pub(super) fn field_value(self, text: String) -> String {
        match self {
            Self::En => text,
            Self::Fr => fr::FIELD_VALUES
                .iter()
                .find(|(known, _)| *known == text)
                .map_or(text, |(_, word)| (*word).to_owned()),
        }
    }

    /// The definition of a function in its words.
    #[must_use]
    pub fn definition(self, own: &str) -> String {
        let phrases: &[_] = if self == Self::Fr { fr::PHRASES } else { &[] };
        phrases.iter().fold(own.to_owned(), |text, (own, other)| text.replace(own, other))
    }

    /// The message of a code, with `{name}` for its arguments.
    pub(super) const fn message(self, code: Code) -> &'static str {
        match self {
            Self::En => en::message(code),
            Self::Fr => fr::message(code),
        }
    }

    /// What a noun is called, with its article.
    pub(super) const fn noun(self, noun: Noun) -> &'static str {
        match self {
            Self::En => en::noun(noun),
            Self::Fr => fr::noun(noun),
        }
    }

    /// A word of the interface, by its key; the key where there is none.
    #[must_use]
    pub fn word(self, key: &'static str) -> &'static str {
        self.find_word(key).unwrap_or(key)
    }

    /// A word that stands in charts, by its key; a word of the interface where charts have none of their own.
    #[must_use]
    pub(super) fn chart_word(self, key: &'static str) -> &'static str {
        self.find_chart_word(key).unwrap_or_else(|| self.word(key))
    }

    /// A word that stands in charts, by a key that may be none.
    pub(super) fn find_chart_word(self, key: &str) -> Option<&'static str> {
        self.chart_words().iter().find(|(known, _)| *known == key).map(|(_, word)| *word)
    }

    const fn chart_words(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::En => en::CHART_WORDS,
            Self::Fr => fr::CHART_WORDS,
        }
    }

    /// A word by a key that may be none.
    pub(super) fn find_word(self, key: &str) -> Option<&'static str> {
        let lists = match self {
            Self::En => [en::WORDS, en::SHEET_WORDS, en::CHART_WORDS],
            Self::Fr => [fr::WORDS, fr::SHEET_WORDS, fr::CHART_WORDS],
        };
        lists.into_iter().flatten().find(|(known, _)| *known == key).map(|(_, word)| *word)
    }
}
