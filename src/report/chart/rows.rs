//! Charts of rows: a label, a lane on which marks stand, a value; in panels, each with a scale of its own.

use super::Measured;
use super::letters::{Anchor, Lettering, placed};
use super::scale::{Axis, Form, Scale};
use super::scene::{ASCENT, Ink, MARGIN, NARROW, Scene, Stroke};
use crate::report::Locale;

/// What stands on a lane, at values in base units.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    /// A bar from one value to another.
    Bar(f64, f64, usize),
    /// A range, drawn over what is below it.
    Whisker(f64, f64),
    /// A range, in the colour of its series.
    Span(f64, f64, usize),
    /// A value.
    Point(f64, usize),
}

impl Mark {
    const fn ends(&self) -> [f64; 2] {
        match *self {
            Self::Bar(a, b, _) | Self::Whisker(a, b) | Self::Span(a, b, _) => [a, b],
            Self::Point(a, _) => [a, a],
        }
    }
}

/// A row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) label: String,
    /// What stands below the label, with less weight.
    pub(super) aside: String,
    pub(super) value: String,
    /// What stands below the value, with less weight.
    pub(super) range: String,
    pub(super) marks: Vec<Mark>,
    /// Where the lane goes on from that of the row above.
    pub(super) thread: Option<f64>,
    pub(super) is_total: bool,
}

/// Rows on one scale.
#[derive(Clone, Debug)]
pub(super) struct Panel {
    pub(super) heading: String,
    pub(super) measured: Measured,
    pub(super) form: Form,
    pub(super) rows: Vec<Row>,
    /// A value that all rows are read against.
    pub(super) reference: Option<f64>,
    pub(super) has_axis: bool,
}

const HEADING: Lettering = Lettering::of(14.0).bold();
const LABEL: Lettering = Lettering::of(13.0);
const TOTAL: Lettering = LABEL.bold();
const ASIDE: Lettering = Lettering::of(12.0).muted();
const VALUE: Lettering = Lettering::of(13.0).bold();
const TICK: Lettering = Lettering::of(12.0).muted().held(Anchor::Middle);
/// From this width on two panels stand side by side.
const WIDE: f64 = 900.0;
const BETWEEN_PANELS: f64 = 36.0;
const BELOW_PANEL: f64 = 22.0;
const BELOW_HEADING: f64 = 6.0;
const GAP: f64 = 14.0;
const BETWEEN_ROWS: f64 = 9.0;
const TICK_GAP: f64 = 2.0;
const LANE: f64 = 18.0;
const HALF_BAR: f64 = 7.0;
const CAP: f64 = 4.0;
/// The shares of a panel's width that labels and values may take.
const LABELS: f64 = 0.32;
const VALUES: f64 = 0.38;
/// From one tick to the next, about.
const TICKS: f64 = 64.0;
const FEWEST: f64 = 2.0;
const AXIS: f64 = 18.0;
/// Room for the marks at both ends of a lane.
const ROOM: f64 = 7.0;
const RANGE: Stroke = Stroke::of(Ink::Text, 1.5);
const HALO: Stroke = Stroke::of(Ink::Paper, 3.5);
/// Between a text and the lane below it.
const ABOVE_LANE: f64 = 2.0;
const GRID: Stroke = Stroke::of(Ink::Line, 1.0);
const RULE: Stroke = Stroke::of(Ink::Muted, 1.0);
const SPAN: f64 = 4.0;

/// Draws panels, each of a sheet, below each other; two abreast, where there is room.
pub(super) fn draw(scene: &mut Scene, panels: &[Panel], locale: Locale) {
    let abreast = if scene.width >= WIDE && panels.len() > 1 { 2 } else { 1 };
    let width = if abreast == 2 { (scene.inner() - BETWEEN_PANELS) / 2.0 } else { scene.inner() };
    let places: Vec<_> = panels.iter().enumerate().collect();
    for pair in places.chunks(abreast) {
        let (top, mut bottom, mut x) = (scene.y, scene.y, MARGIN);
        for (sheet, panel) in pair {
            bottom = bottom.max(Laying { scene, sheet: *sheet, x, width, locale }.panel(panel, top));
            x += width + BETWEEN_PANELS;
        }
        scene.y = bottom + BELOW_PANEL;
    }
    scene.y -= BELOW_PANEL;
}

/// What the colours of bars stand for, each beside a sample.
pub(super) fn keys(scene: &mut Scene, names: &[(usize, &str)]) {
    const SAMPLE: f64 = 12.0;
    let mut x = MARGIN;
    for (side, name) in names {
        let width = SAMPLE + GAP / 2.0 + ASIDE.width(name);
        if x > MARGIN && x + width > scene.width - MARGIN {
            x = MARGIN;
            scene.y += ASIDE.leading();
        }
        scene.rect((x, scene.y), (x + SAMPLE, scene.y + SAMPLE), Ink::Side(*side));
        scene.text(x + SAMPLE + GAP / 2.0, scene.y + ASIDE.size * ASCENT, name, ASIDE);
        x += width + GAP;
    }
    scene.y += ASIDE.leading() + GAP;
}

/// Where a panel is laid out.
struct Laying<'a> {
    scene: &'a mut Scene,
    sheet: usize,
    x: f64,
    width: f64,
    locale: Locale,
}

/// The columns of a panel: how wide labels and values are; nothing where they stand above their lane.
#[derive(Clone, Copy)]
struct Columns {
    labels: f64,
    values: f64,
}

/// What a panel is measured by.
struct Ruler<'a> {
    axis: Axis<'a>,
    scale: Scale,
    /// About so many ticks.
    most: f64,
}

impl Ruler<'_> {
    /// Where a value stands, in base units.
    fn at(&self, value: f64) -> f64 {
        self.scale.at(self.axis.count(value))
    }
}

/// A row that has its place.
struct Laid {
    /// The middle of its lane.
    lane: f64,
    texts: Vec<(f64, f64, String, Lettering)>,
}

impl Laying<'_> {
    /// Draws a panel from a height on; returns where it ends.
    fn panel(&mut self, panel: &Panel, top: f64) -> f64 {
        let mut y = top;
        for line in HEADING.wrapped(&panel.heading, self.width).iter().filter(|line| !line.is_empty()) {
            self.scene.text(self.x, y + HEADING.size * ASCENT, line, HEADING);
            y += HEADING.leading();
        }
        y += BELOW_HEADING;
        let columns = self.columns(panel);
        let begin = y;
        let mut laid = Vec::new();
        for (place, row) in panel.rows.iter().enumerate() {
            let (row, end) = self.row(row, columns, y);
            let (above, below) = (y - BETWEEN_ROWS / 2.0, end + BETWEEN_ROWS / 2.0);
            self.scene.spot((self.sheet, place), (self.x, above), (self.x + self.width, below));
            laid.push(row);
            y = end + BETWEEN_ROWS;
        }
        y -= BETWEEN_ROWS;
        let ruler = self.ruler(panel, columns);
        let is_beside = columns.labels > 0.0;
        let lane = |row: &Laid| (row.lane - LANE / 2.0, row.lane + LANE / 2.0);
        let spans = if is_beside { vec![(begin, y)] } else { laid.iter().map(lane).collect() };
        let end = self.axis(panel, &ruler, &spans, y);
        if is_beside {
            self.threads(panel, &ruler, &laid);
        }
        self.rows(panel, &ruler, &laid);
        end
    }

    fn columns(&self, panel: &Panel) -> Columns {
        if self.width < NARROW - 2.0 * MARGIN {
            return Columns { labels: 0.0, values: 0.0 };
        }
        let widest = |of: &dyn Fn(&Row) -> f64, share: f64| {
            panel.rows.iter().map(of).fold(0.0, f64::max).min(self.width * share)
        };
        let label = |row: &Row| letters(row).width(&row.label).max(ASIDE.width(&row.aside));
        let value = |row: &Row| VALUE.width(&row.value).max(ASIDE.width(&row.range));
        Columns { labels: widest(&label, LABELS), values: widest(&value, VALUES) }
    }

    /// From where to where the lanes run.
    fn lanes(&self, columns: Columns) -> (f64, f64) {
        let room = |width: f64| if width > 0.0 { width + GAP } else { 0.0 };
        (self.x + room(columns.labels) + ROOM, self.x + self.width - room(columns.values) - ROOM)
    }

    fn ruler<'a>(&self, panel: &'a Panel, columns: Columns) -> Ruler<'a> {
        let (from, to) = self.lanes(columns);
        let marks = panel.rows.iter().flat_map(|row| &row.marks).flat_map(Mark::ends);
        let values: Vec<_> = marks.chain(panel.reference).collect();
        let axis = Axis::of(&panel.measured, panel.form, values.iter().copied());
        let counts = values.iter().map(|value| axis.count(*value));
        let most = ((to - from) / TICKS).max(FEWEST);
        let scale = Scale::of(panel.form, counts, most).over(from, to);
        let most = if panel.form == Form::Log { self.room(&axis, &scale, most) } else { most };
        Ruler { axis, scale, most }
    }

    /// For how many ticks there is room, where each names its unit.
    fn room(&self, axis: &Axis, scale: &Scale, most: f64) -> f64 {
        let labels = axis.labels(&scale.ticks(most), self.locale);
        let widest = labels.iter().map(|label| TICK.width(label)).fold(TICKS - GAP, f64::max);
        let [low, high] = scale.ends().map(|end| scale.at(end));
        ((high - low) / (widest + GAP)).max(FEWEST)
    }

    /// Gives a row its place; returns where it ends.
    fn row(&self, row: &Row, columns: Columns, y: f64) -> (Laid, f64) {
        if columns.labels > 0.0 { self.beside(row, columns, y) } else { self.above(row, y) }
    }

    /// Label and value on both sides of the lane.
    fn beside(&self, row: &Row, columns: Columns, y: f64) -> (Laid, f64) {
        let left = [(&row.label, letters(row)), (&row.aside, ASIDE)];
        let right = [(&row.value, VALUE.held(Anchor::End)), (&row.range, ASIDE.held(Anchor::End))];
        let edge = self.x + self.width;
        let columns = [(self.x, stacked(left, columns.labels)), (edge, stacked(right, columns.values))];
        let height = columns.iter().map(|(_, lines)| high(lines)).fold(LANE, f64::max);
        let mut texts = Vec::new();
        for (x, lines) in columns {
            let mut y = y + (height - high(&lines)) / 2.0;
            for (line, set) in lines {
                texts.push((x, y + set.size, line, set));
                y += set.leading();
            }
        }
        (Laid { lane: y + height / 2.0, texts }, y + height)
    }

    /// Label and value above the lane: on one line, where they fit.
    fn above(&self, row: &Row, mut y: f64) -> (Laid, f64) {
        let mut texts = Vec::new();
        let set = letters(row);
        let edge = self.x + self.width;
        let fits = set.width(&row.label) + GAP + VALUE.width(&row.value) <= self.width;
        if fits {
            texts.push((edge, y + VALUE.size, row.value.clone(), VALUE.held(Anchor::End)));
        }
        let value = if fits { String::new() } else { row.value.clone() };
        let below = [&row.aside, &row.range].map(String::as_str);
        let below = below.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        for (text, set) in [(&row.label, set), (&value, VALUE), (&below, ASIDE)] {
            for line in set.wrapped(text, self.width).into_iter().filter(|line| !line.is_empty()) {
                texts.push((self.x, y + set.size, line, set));
                y += set.leading();
            }
        }
        y += ABOVE_LANE;
        (Laid { lane: y + LANE / 2.0, texts }, y + LANE)
    }

    /// Lines that guide the eye, over spans that no text stands in, and what stands below them; returns where that ends.
    fn axis(&mut self, panel: &Panel, ruler: &Ruler, spans: &[(f64, f64)], bottom: f64) -> f64 {
        let base = panel.reference.map(|value| ruler.at(value));
        let base = base.or_else(|| (!panel.has_axis).then(|| ruler.scale.at(ruler.scale.base())));
        if panel.has_axis {
            self.ticks(ruler, spans, bottom);
        }
        if let Some(x) = base {
            self.upright(x, spans, RULE);
        }
        if panel.has_axis { bottom + AXIS } else { bottom }
    }

    fn upright(&mut self, x: f64, spans: &[(f64, f64)], stroke: Stroke) {
        for (top, bottom) in spans {
            self.scene.line((x, *top), (x, *bottom), stroke);
        }
    }

    /// A line at each tick that has room for what stands below it.
    fn ticks(&mut self, ruler: &Ruler, spans: &[(f64, f64)], bottom: f64) {
        let ticks = ruler.scale.ticks(ruler.most);
        let labels = ruler.axis.labels(&ticks, self.locale);
        let labels: Vec<_> = ticks.iter().map(|tick| ruler.scale.at(*tick)).zip(labels).collect();
        let places = placed(&labels, &TICK, (self.x, self.x + self.width), GAP / 2.0);
        for ((x, label), middle) in labels.iter().zip(places) {
            if let Some(middle) = middle {
                self.upright(*x, spans, GRID);
                self.scene.text(middle, bottom + TICK.size + TICK_GAP, label, TICK);
            }
        }
    }

    /// Lines from one lane to the next, where that goes on from it.
    fn threads(&mut self, panel: &Panel, ruler: &Ruler, laid: &[Laid]) {
        let pairs = laid.iter().zip(laid.iter().skip(1)).zip(panel.rows.iter().skip(1));
        for ((above, below), row) in pairs {
            if let Some(x) = row.thread.map(|value| ruler.at(value)) {
                self.scene.line((x, above.lane), (x, below.lane), RULE);
            }
        }
    }

    fn rows(&mut self, panel: &Panel, ruler: &Ruler, laid: &[Laid]) {
        for (row, laid) in panel.rows.iter().zip(laid) {
            row.marks.iter().for_each(|mark| self.mark(*mark, ruler, laid.lane));
            for (x, y, text, set) in &laid.texts {
                self.scene.text(*x, *y, text, *set);
            }
        }
    }

    fn mark(&mut self, mark: Mark, ruler: &Ruler, lane: f64) {
        match mark {
            Mark::Bar(from, to, side) => {
                let (from, to) = (ruler.at(from), ruler.at(to));
                self.scene.rect((from, lane - HALF_BAR), (to, lane + HALF_BAR), Ink::Side(side));
            }
            Mark::Whisker(low, high) => {
                let (low, high) = (ruler.at(low), ruler.at(high));
                self.scene.line((low, lane), (high, lane), HALO);
                self.scene.line((low, lane), (high, lane), RANGE);
                for end in [low, high] {
                    self.scene.line((end, lane - CAP), (end, lane + CAP), RANGE);
                }
            }
            Mark::Span(low, high, side) => {
                let stroke = Stroke::of(Ink::Side(side), SPAN);
                self.scene.line((ruler.at(low), lane), (ruler.at(high), lane), stroke);
            }
            Mark::Point(value, side) => self.scene.mark((ruler.at(value), lane), side),
        }
    }
}

/// Texts below each other, in lines that are no wider.
fn stacked(texts: [(&String, Lettering); 2], width: f64) -> Vec<(String, Lettering)> {
    let lines = texts
        .into_iter()
        .flat_map(|(text, set)| set.wrapped(text, width).into_iter().map(move |line| (line, set)));
    lines.filter(|(line, _)| !line.is_empty()).collect()
}

/// How high lines are.
fn high(lines: &[(String, Lettering)]) -> f64 {
    lines.iter().map(|(_, set)| set.leading()).sum()
}

const fn letters(row: &Row) -> Lettering {
    if row.is_total { TOTAL } else { LABEL }
}
