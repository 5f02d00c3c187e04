//! The scene: what is drawn is written as SVG, from top to bottom.

use super::letters::{Anchor, Lettering, escaped};
use super::theme::{DASHES, PATTERNS, Palette, SIDES, SOFT, TILE};
use super::{Caption, Look, Picture, Spot};

/// The white around a picture.
pub(super) const MARGIN: f64 = 16.0;
/// Below this width a picture is that of a phone.
pub(super) const NARROW: f64 = 560.0;
const TITLE: Lettering = Lettering::of(21.0).bold().serif();
const SMALL_TITLE: Lettering = Lettering::of(18.0).bold().serif();
const NOTE: Lettering = Lettering::of(14.0).muted();
const FOOT: Lettering = Lettering::of(12.0).muted();
/// The fonts of texts and of titles.
const SANS: &str = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const SERIFS: &str = "'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, serif";
const GAP: f64 = 12.0;
/// How much of its size a text stands above its line.
pub(super) const ASCENT: f64 = 0.8;

/// What a mark is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// As text.
    Text,
    /// As text of less weight.
    Muted,
    /// As what guides the eye.
    Line,
    /// As the paper.
    Paper,
    /// As a series.
    Side(usize),
}

/// A line to be drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    pub(super) ink: Ink,
    pub(super) width: f64,
    pub(super) dash: &'static str,
}

impl Stroke {
    pub(super) const fn of(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: "" }
    }

    /// The line of a series.
    pub(super) fn of_side(side: usize) -> Self {
        const WIDTH: f64 = 2.0;
        Self {
            dash: DASHES.get(side % SIDES).copied().unwrap_or_default(),
            ..Self::of(Ink::Side(side), WIDTH)
        }
    }
}

/// A picture in the making.
pub(super) struct Scene {
    palette: &'static Palette,
    id: String,
    pub(super) width: f64,
    /// How far down it has come.
    pub(super) y: f64,
    out: String,
    spots: Vec<Spot>,
}

impl Scene {
    /// A picture with its title and note.
    pub(super) fn of(caption: &Caption, look: &Look) -> Self {
        let id =
            name_of(&[&caption.title, &caption.note, look.theme.name(), look.locale.tag(), &px(look.width)]);
        let palette = look.theme.palette();
        let (out, spots) = (String::new(), Vec::new());
        let mut scene = Self { palette, id, width: look.width, y: MARGIN, out, spots };
        let title = if look.width < NARROW { SMALL_TITLE } else { TITLE };
        scene.paragraph(&caption.title, title);
        scene.paragraph(&caption.note, NOTE);
        scene.y += GAP;
        scene
    }

    /// Whether it is read on a phone.
    pub(super) fn is_narrow(&self) -> bool {
        self.width < NARROW
    }

    /// From the left margin to the right one.
    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }

    /// A text over as many lines as it takes, from the left margin on.
    pub(super) fn paragraph(&mut self, text: &str, set: Lettering) {
        let lines = set.wrapped(text, self.inner());
        for line in lines.iter().filter(|line| !line.is_empty()) {
            self.text(MARGIN, self.y + set.size * ASCENT, line, set);
            self.y += set.leading();
        }
    }

    fn colour(&self, ink: Ink) -> &'static str {
        match ink {
            Ink::Text => self.palette.ink,
            Ink::Muted => self.palette.muted,
            Ink::Line => self.palette.line,
            Ink::Paper => self.palette.paper,
            Ink::Side(side) => self.palette.sides.get(side % SIDES).copied().unwrap_or(self.palette.ink),
        }
    }

    /// The fill of a surface: a series has its pattern, where there are patterns.
    fn fill(&self, ink: Ink) -> String {
        match ink {
            Ink::Side(side) if self.palette.is_patterned => format!("url(#{}-{})", self.id, side % SIDES),
            _ => self.colour(ink).to_owned(),
        }
    }

    pub(super) fn text(&mut self, x: f64, y: f64, text: &str, set: Lettering) {
        let ink = self.colour(if set.is_muted { Ink::Muted } else { Ink::Text });
        let weight = if set.is_bold { " font-weight=\"600\"" } else { "" };
        let family = if set.has_serifs { format!(" font-family=\"{SERIFS}\"") } else { String::new() };
        let anchor = match set.anchor {
            Anchor::Start => String::new(),
            anchor => format!(" text-anchor=\"{}\"", anchor.name()),
        };
        let (x, y, size, text) = (px(x), px(y), px(set.size), escaped(text));
        self.push(&format!(
            "<text x=\"{x}\" y=\"{y}\" fill=\"{ink}\" font-size=\"{size}\"{weight}{family}{anchor}>{text}</text>"
        ));
    }

    /// A filled rectangle between two corners; in print with an outline.
    pub(super) fn rect(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64), ink: Ink) {
        let outline = match ink {
            Ink::Side(_) if self.palette.is_patterned => format!(" stroke=\"{}\"", self.palette.ink),
            _ => String::new(),
        };
        let (x, y, width, height) = (px(x0.min(x1)), px(y0), px((x1 - x0).abs()), px(y1 - y0));
        let fill = self.fill(ink);
        self.push(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{outline}/>"
        ));
    }

    pub(super) fn line(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64), stroke: Stroke) {
        self.outline(&format!("M{} {}L{} {}", px(x0), px(y0), px(x1), px(y1)), stroke);
    }

    /// A path that is not filled.
    pub(super) fn outline(&mut self, path: &str, stroke: Stroke) {
        let dash = match stroke.dash {
            "" => String::new(),
            dash => format!(" stroke-dasharray=\"{dash}\""),
        };
        let (ink, width) = (self.colour(stroke.ink), px(stroke.width));
        self.push(&format!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\"{dash}/>"
        ));
    }

    /// A path that is filled softly; in print a layer with the pattern of its series, and a band with grey.
    pub(super) fn surface(&mut self, path: &str, ink: Ink, is_band: bool) {
        let is_patterned = self.palette.is_patterned && !is_band;
        let fill = if is_patterned { self.fill(ink) } else { self.colour(ink).to_owned() };
        let soft = if is_patterned { String::new() } else { format!(" fill-opacity=\"{SOFT}\"") };
        self.push(&format!("<path d=\"{path}\" fill=\"{fill}\"{soft}/>"));
    }

    /// The mark of a series: circle, diamond, square or triangle; the paper around it keeps it apart from what is below.
    pub(super) fn mark(&mut self, (x, y): (f64, f64), side: usize) {
        let [x, left, right, y, up, down] = [x, x - MARK, x + MARK, y, y - MARK, y + MARK].map(px);
        let radius = px(MARK);
        let path = match side % SIDES {
            0 => {
                format!("M{left} {y}A{radius} {radius} 0 1 0 {right} {y}A{radius} {radius} 0 1 0 {left} {y}Z")
            }
            1 => format!("M{x} {up}L{right} {y}L{x} {down}L{left} {y}Z"),
            2 => format!("M{left} {up}H{right}V{down}H{left}Z"),
            _ => format!("M{x} {up}L{right} {down}H{left}Z"),
        };
        let (fill, paper) = (self.colour(Ink::Side(side)), self.palette.paper);
        self.push(&format!("<path d=\"{path}\" fill=\"{fill}\" stroke=\"{paper}\"/>"));
    }

    /// Notes that a row of a sheet stands between two corners.
    pub(super) fn spot(&mut self, (sheet, row): (usize, usize), (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        let (left, top) = (x0.min(x1), y0.min(y1));
        let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
        self.spots.push(Spot { sheet, row, left, top, width, height });
    }

    /// How many spots there are yet.
    pub(super) const fn spotted(&self) -> usize {
        self.spots.len()
    }

    fn push(&mut self, element: &str) {
        self.out.push_str(element);
        self.out.push('\n');
    }

    /// The whole picture, with its foot, and with what says it to whoever does not see it.
    pub(super) fn finished(mut self, caption: &Caption, said: &str, foot: &str) -> Picture {
        self.y += GAP;
        self.paragraph(foot, FOOT);
        let Self { palette, id, width, y, out, spots } = self;
        let (width, height) = (px(width), px(f64::ceil(y + MARGIN)));
        let patterns = if palette.is_patterned { patterns(&id, palette) } else { String::new() };
        let (title, said, paper) = (escaped(&caption.title), escaped(said), palette.paper);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
             {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" font-family=\"{SANS}\">\n\
             <title id=\"{id}-t\">{title}</title>\n<desc id=\"{id}-d\">{said}</desc>\n{patterns}\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\n{out}</svg>\n"
        );
        Picture { svg, spots }
    }
}

/// Half the width of a mark.
pub(super) const MARK: f64 = 5.0;

/// The patterns of the series.
fn patterns(id: &str, palette: &Palette) -> String {
    let Palette { paper, muted, .. } = palette;
    let pattern = |(side, (path, width)): (usize, &(&str, &str))| {
        format!(
            "<pattern id=\"{id}-{side}\" width=\"{TILE}\" height=\"{TILE}\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"{TILE}\" height=\"{TILE}\" fill=\"{paper}\"/>\
             <path d=\"{path}\" fill=\"none\" stroke=\"{muted}\" stroke-width=\"{width}\"/></pattern>\n"
        )
    };
    let all: String = PATTERNS.iter().enumerate().map(pattern).collect();
    format!("<defs>\n{all}</defs>\n")
}

/// A name that other pictures in a page do not have: a hash (FNV-1a) of what makes it this one.
fn name_of(parts: &[&str]) -> String {
    const BASIS: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let hash = bytes.fold(BASIS, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME));
    format!("w{hash:08x}")
}

/// Pixels, to the hundredth.
pub(super) fn px(value: f64) -> String {
    const HUNDREDTHS: f64 = 100.0;
    let hundredths = whole(value * HUNDREDTHS);
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        (whole, rest) => format!("{sign}{whole}.{rest:02}"),
    }
}

/// The nearest whole number; a picture is far smaller than an integer is large.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "rounded; `as` saturates")]
fn whole(value: f64) -> i64 {
    libm::round(value) as i64
}
