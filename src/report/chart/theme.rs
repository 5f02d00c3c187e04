//! Themes: colours that are told apart by eyes of every kind, and patterns where there is no colour.

/// On what a chart is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, patterns in place of colours.
    Print,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    /// Its colours.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Print => &PRINT,
        }
    }
}

/// How many series have a colour, a pattern and a mark of their own.
pub const SIDES: usize = 4;

/// The colours of a theme.
#[derive(Debug, PartialEq, Eq)]
pub struct Palette {
    /// What is drawn on.
    pub paper: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text of less weight.
    pub muted: &'static str,
    /// Lines that only guide the eye.
    pub line: &'static str,
    /// The marks of the series, and the outlines of their bars.
    pub sides: [&'static str; SIDES],
    /// Whether bars are filled with patterns.
    pub is_patterned: bool,
}

static LIGHT: Palette = Palette {
    paper: "#fffdf8",
    ink: "#15191e",
    muted: "#585f69",
    line: "#d9d6cd",
    sides: ["#1a5a96", "#c2500a", "#4d8f6b", "#5c1f4a"],
    is_patterned: false,
};

static DARK: Palette = Palette {
    paper: "#14171b",
    ink: "#eceae4",
    muted: "#a9b0b8",
    line: "#3a4048",
    sides: ["#5f9fe0", "#f08a4b", "#bfe6c8", "#a8508a"],
    is_patterned: false,
};

static PRINT: Palette = Palette {
    paper: "#ffffff",
    ink: "#000000",
    muted: "#4d4d4d",
    line: "#c8c8c8",
    sides: ["#000000", "#000000", "#000000", "#000000"],
    is_patterned: true,
};

/// How a line of a series is broken, so that none is told by its colour alone.
pub(super) const DASHES: [&str; SIDES] = ["", "7 3", "2 3", "9 3 2 3"];

/// A series' pattern in print: what is drawn in a tile of [`TILE`] by [`TILE`], and how thick; the first is even.
pub(super) const PATTERNS: [(&str, &str); SIDES] =
    [("M0 3H6", "6"), ("M-1 1L1 -1M0 6L6 0M5 7L7 5", "1.4"), ("M2.1 3H3.9", "1.8"), ("M3 0V6", "1.2")];

/// The width and height of a pattern's tile.
pub(super) const TILE: &str = "6";

/// How dense the fill of a band or an area is.
pub(super) const SOFT: &str = "0.22";
