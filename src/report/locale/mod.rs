//! Languages: a file each. What a file lacks is a failing test, and English until then.

mod en;
mod fr;
mod table;

use crate::error::{Code, Noun};
use crate::quantities::display::Style;
use core::fmt;
pub(crate) use table::{Entry, Table, find};

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// Any other, of whoever has its words.
    Other(&'static Language),
}

/// All that is said in a language, by keys.
pub struct Language {
    pub(crate) tag: &'static str,
    pub(crate) style: &'static Style,
    /// Of figures and inputs, by paths with `#` for the numbers in them; those of English stand where each is declared.
    pub(crate) labels: Table,
    /// Of entries of the catalogue, by id, where the language has one of its own.
    pub(crate) names: Table,
    /// Of fields of the catalogue's entries.
    pub(crate) fields: Table,
    /// What stands in such fields, where it is one of few words.
    pub(crate) values: Table,
    /// Of the definitions of functions, in the order in which they are replaced.
    pub(crate) phrases: Table,
    /// With their articles where the language has them, in the order of [`Noun`].
    pub(crate) nouns: &'static [&'static str],
    /// With `{name}` for their arguments, in the order of [`Code`].
    pub(crate) messages: &'static [&'static str],
    /// Of the interface, sheets and charts.
    pub(crate) words: Table,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Language {}

impl Locale {
    /// Every language that stands here.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Its words.
    pub(crate) const fn language(self) -> &'static Language {
        match self {
            Self::En => &en::ENGLISH,
            Self::Fr => &fr::FRENCH,
            Self::Other(language) => language,
        }
    }

    /// Its tag, such as `fr`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.language().tag
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
        self.language().style
    }

    /// The label of a figure or input, by its path with `#` for the numbers in it; `None` where the language has
    /// none of its own.
    #[must_use]
    pub(super) fn label(self, path: &str) -> Option<&'static str> {
        find(self.language().labels, path)
    }

    /// What the language calls an entry of the catalogue, by its id, where it has a name of its own for it.
    #[must_use]
    pub(super) fn find_name(self, id: &str) -> Option<&'static str> {
        find(self.language().names, id)
    }

    /// What a field of the catalogue's entries is called: by its own word, as an input by its path, or by what it is made of.
    #[must_use]
    pub(super) fn field(self, name: &str) -> String {
        let own = |key| find(self.language().fields, key);
        let is_zone = name.starts_with(|first: char| first.is_ascii_digit());
        let (pattern, part) = match name.strip_prefix("peak ") {
            Some(precision) => (own("peak #"), precision),
            None => (self.find_name(name).filter(|_| is_zone).and_then(|_| own("climate zone #")), name),
        };
        let made = pattern.map(|pattern| pattern.replace('#', &part.to_uppercase()));
        let whole = own(name).or_else(|| self.label(name)).map(str::to_owned);
        whole.or(made).unwrap_or_else(|| self.find_name(name).unwrap_or(name).to_owned())
    }

    /// What stands in a field, where it is one of few words.
    #[must_use]
    pub(super) fn field_value(self, text: String) -> String {
        find(self.language().values, &text).map_or(text, str::to_owned)
    }

    /// The definition of a function in its words.
    #[must_use]
    pub fn definition(self, own: &str) -> String {
        let phrases = self.language().phrases;
        phrases.iter().fold(own.to_owned(), |text, (own, other)| text.replace(own, other))
    }

    /// The message of a code, with `{name}` for its arguments.
    pub(super) fn message(self, code: Code) -> &'static str {
        self.language().messages.get(code.place()).copied().unwrap_or_default()
    }

    /// What a noun is called, with its article.
    pub(super) fn noun(self, noun: Noun) -> &'static str {
        self.language().nouns.get(noun.place()).copied().unwrap_or_default()
    }

    /// A word of the interface, by its key; the key where there is none.
    #[must_use]
    pub fn word(self, key: &'static str) -> &'static str {
        self.find_word(key).unwrap_or(key)
    }

    /// A word that stands in charts, by its key; a word of the interface where charts have none of their own.
    #[must_use]
    pub(super) fn chart_word(self, key: &'static str) -> &'static str {
        self.word(key)
    }

    /// A word by a key that may be none.
    pub(super) fn find_word(self, key: &str) -> Option<&'static str> {
        find(self.language().words, key)
    }
}
