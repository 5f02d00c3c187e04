//! Charts on a plane: something along the bottom, something up the side, marks between.

use super::letters::{Anchor, Lettering};
use super::scale::{Along, Form, Scale, labels};
use super::scene::{ASCENT, Ink, MARGIN, MARK, NARROW, Scene, Stroke, px};
use super::{Measured, SIDES};
use crate::report::Locale;

/// What stands on a plane, in base units.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Between two lines: places, lower and upper values.
    Band(Vec<(f64, f64, f64)>, usize),
    /// An edge of a band.
    Edge(Vec<(f64, f64)>),
    /// A line of a series.
    Line(Vec<(f64, f64)>, usize),
    /// A point of a series.
    Point(f64, f64, usize),
    /// A point that others better.
    Lesser(f64, f64),
    /// A line up from the bottom, with what happens there.
    Event(f64, String),
}

/// What a line or a layer is called, and where it ends.
#[derive(Clone, Debug)]
pub(super) struct End {
    pub(super) value: f64,
    pub(super) name: String,
    pub(super) key: Key,
}

/// What a name in a legend stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A line.
    Line(usize),
    /// A surface.
    Surface(usize),
    /// Nothing: the name tells.
    None,
}

/// A plane.
pub(super) struct Plane<'a> {
    pub(super) heading: &'a str,
    pub(super) x: &'a Along,
    pub(super) y: &'a Measured,
    pub(super) form: Form,
    pub(super) marks: Vec<Mark>,
    pub(super) ends: Vec<End>,
    /// Points with their names, the most important first: each is named where there is room.
    pub(super) names: Vec<(f64, f64, String)>,
    pub(super) height: f64,
    /// Whether the scale of values begins at zero.
    pub(super) has_zero: bool,
    /// Whether the bottom goes out to round numbers.
    pub(super) is_rounded: bool,
    pub(super) has_bottom: bool,
}

const HEADING: Lettering = Lettering::of(14.0).bold();
const TICK: Lettering = Lettering::of(12.0).muted();
const NAME: Lettering = Lettering::of(12.0);
const GRID: Stroke = Stroke::of(Ink::Line, 1.0);
const RULE: Stroke = Stroke::of(Ink::Muted, 1.0);
const EVENT: Stroke = Stroke { ink: Ink::Muted, width: 1.0, dash: "1 3" };
const EDGE: Stroke = Stroke { ink: Ink::Muted, width: 1.0, dash: "3 3" };
/// From one tick to the next, about.
const TICKS_ALONG: f64 = 80.0;
const TICKS_UP: f64 = 50.0;
const FEWEST: f64 = 2.0;
const GAP: f64 = 8.0;
/// Room above the highest line for what stands on it.
const ABOVE: f64 = 18.0;
const BOTTOM: f64 = 18.0;
/// The share of the width that names at the end of lines may take.
const NAMES: f64 = 0.28;
const KEY: f64 = 22.0;
const KEY_HALF: f64 = 5.0;
/// The most of the width that numbers at the side may take.
const GUTTER: f64 = 0.22;

/// The box in which values have a place.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    x: Scale,
    y: Scale,
}

impl Plane<'_> {
    /// Draws it below what is there.
    pub(super) fn draw(&self, scene: &mut Scene, locale: Locale) {
        scene.paragraph(self.heading, HEADING);
        let is_narrow = scene.width < NARROW;
        if is_narrow {
            self.legend(scene);
        }
        let frame = self.frame(scene, if is_narrow { 0.0 } else { self.names_width(scene) }, locale);
        self.grid(scene, &frame, locale);
        for mark in &self.marks {
            self.mark(scene, &frame, mark);
        }
        if !is_narrow {
            self.name_ends(scene, &frame);
        }
        self.name_points(scene, &frame);
        scene.y = frame.bottom;
        if self.has_bottom {
            self.bottom(scene, &frame, locale);
        }
    }

    fn xs(&self) -> impl Iterator<Item = f64> {
        self.marks.iter().flat_map(Mark::places).map(|(x, _)| self.x.shown(x))
    }

    fn ys(&self) -> impl Iterator<Item = f64> {
        let zero = (self.has_zero && self.form == Form::Linear).then_some(0.0);
        self.marks.iter().flat_map(Mark::places).filter_map(|(_, y)| y).map(|y| self.y.shown(y)).chain(zero)
    }

    fn frame(&self, scene: &Scene, names: f64, locale: Locale) -> Frame {
        let top = scene.y + ABOVE;
        let bottom = top + self.height;
        let y = Scale::of(self.form, self.ys(), self.height / TICKS_UP).over(bottom, top);
        let widest = |labels: &[String]| labels.iter().map(|label| TICK.width(label)).fold(0.0, f64::max);
        let labels = self.side(&y, locale);
        let within = if self.form == Form::Log {
            widest(&labels)
        } else {
            widest(labels.split_last().map_or(&[], |(_, rest)| rest))
        };
        let gutter = within.min(scene.inner() * GUTTER);
        let (left, right) = (MARGIN + gutter + GAP, scene.width - MARGIN - names - MARK);
        let ticks = ((right - left) / TICKS_ALONG).max(FEWEST);
        let x = if self.is_rounded { self.x.scale(self.xs(), ticks) } else { self.x.tight(self.xs()) };
        Frame { left, right, top, bottom, x: x.over(left, right), y }
    }

    fn ticks_up(&self) -> f64 {
        (self.height / TICKS_UP).max(FEWEST)
    }

    /// What stands at the side.
    fn side(&self, y: &Scale, locale: Locale) -> Vec<String> {
        labels(&y.ticks(self.ticks_up()), self.y, self.form, locale)
    }

    /// Lines across, each with its number; the highest with its unit.
    fn grid(&self, scene: &mut Scene, frame: &Frame, locale: Locale) {
        const HALF: f64 = 0.35;
        let ticks = frame.y.ticks(self.ticks_up());
        let last = ticks.len().saturating_sub(1);
        for (place, (tick, label)) in ticks.iter().zip(self.side(&frame.y, locale)).enumerate() {
            let y = frame.y.at(*tick);
            let is_base = *tick == frame.y.base() && self.form == Form::Linear;
            scene.line((frame.left, y), (frame.right, y), if is_base { RULE } else { GRID });
            if place == last && self.form == Form::Linear {
                scene.text(MARGIN, y - GAP / 2.0, &label, TICK);
            } else {
                let label = TICK.cut(&label, frame.left - MARGIN - GAP / 2.0);
                scene.text(frame.left - GAP, y + TICK.size * HALF, &label, TICK.held(Anchor::End));
            }
        }
    }

    /// What stands along the bottom, and what is measured there.
    fn bottom(&self, scene: &mut Scene, frame: &Frame, locale: Locale) {
        let most = ((frame.right - frame.left) / TICKS_ALONG).max(FEWEST);
        let mut free = MARGIN;
        for (tick, label) in self.x.ticks(&frame.x, most, locale) {
            let (x, half) = (frame.x.at(tick), TICK.width(&label) / 2.0);
            scene.line((x, frame.bottom), (x, frame.bottom + GAP / 2.0), RULE);
            let middle = x.clamp(MARGIN + half, (scene.width - MARGIN - half).max(MARGIN + half));
            if middle - half >= free {
                scene.text(middle, frame.bottom + BOTTOM, &label, TICK.held(Anchor::Middle));
                free = middle + half + GAP;
            }
        }
        scene.y = frame.bottom + BOTTOM + GAP / 2.0;
        if let Some(measured) = self.x.measured() {
            for line in TICK.wrapped(&measured.label, scene.inner()) {
                scene.y += TICK.leading();
                scene.text(scene.width - MARGIN, scene.y, &line, TICK.held(Anchor::End));
            }
        }
        scene.y += GAP / 2.0;
    }

    fn mark(&self, scene: &mut Scene, frame: &Frame, mark: &Mark) {
        let place = |(x, y): (f64, f64)| (frame.x.at(self.x.shown(x)), frame.y.at(self.y.shown(y)));
        match mark {
            Mark::Band(points, side) => {
                let lower = points.iter().map(|(x, low, _)| place((*x, *low)));
                let upper = points.iter().rev().map(|(x, _, high)| place((*x, *high)));
                let path = path(lower.chain(upper)) + "Z";
                scene.surface(&path, Ink::Side(*side), true);
            }
            Mark::Edge(points) => scene.outline(&path(points.iter().copied().map(place)), EDGE),
            Mark::Line(points, side) => {
                scene.outline(&path(points.iter().copied().map(place)), Stroke::of_side(*side));
            }
            Mark::Point(x, y, side) => scene.mark(place((*x, *y)), *side),
            Mark::Lesser(x, y) => {
                const ARM: f64 = 3.0;
                let (x, y) = place((*x, *y));
                scene.line((x - ARM, y - ARM), (x + ARM, y + ARM), RULE);
                scene.line((x - ARM, y + ARM), (x + ARM, y - ARM), RULE);
            }
            Mark::Event(x, name) => {
                let x = frame.x.at(self.x.shown(*x));
                scene.line((x, frame.top), (x, frame.bottom), EVENT);
                self.event(scene, frame, x, name);
            }
        }
    }

    /// What happens at a place, named beside its line where there is room.
    fn event(&self, scene: &mut Scene, frame: &Frame, x: f64, name: &str) {
        let width = NAME.width(name);
        if x + GAP / 2.0 + width <= frame.right {
            scene.text(x + GAP / 2.0, frame.top + NAME.size, name, NAME.muted());
        } else {
            scene.text(x - GAP / 2.0, frame.top + NAME.size, name, NAME.muted().held(Anchor::End));
        }
    }

    fn names_width(&self, scene: &Scene) -> f64 {
        let widest = self.ends.iter().map(|end| NAME.width(&end.name)).fold(0.0, f64::max);
        if widest > 0.0 { widest.min(scene.inner() * NAMES) + GAP } else { 0.0 }
    }

    /// Names beside the ends of lines, moved apart where they would touch.
    fn name_ends(&self, scene: &mut Scene, frame: &Frame) {
        let (x, width) = (frame.right + GAP, scene.width - MARGIN - frame.right - GAP);
        let named = |end: &End| {
            let lines = NAME.wrapped(&end.name, width);
            (frame.y.at(self.y.shown(end.value)), lines)
        };
        let mut names: Vec<_> = self.ends.iter().map(named).collect();
        names.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut free = frame.top - ABOVE;
        for (y, lines) in &mut names {
            *y = y.max(free);
            free = *y + height(lines);
        }
        let mut most = frame.bottom;
        for (y, lines) in names.iter_mut().rev() {
            *y = y.min(most - height(lines) + NAME.leading());
            most = *y - NAME.leading();
        }
        for (mut y, lines) in names {
            for line in lines {
                scene.text(x, y + NAME.size * (ASCENT / 2.0), &line, NAME);
                y += NAME.leading();
            }
        }
    }

    /// Names above the picture, each beside a sample.
    fn legend(&self, scene: &mut Scene) {
        for End { name, key, .. } in &self.ends {
            let y = scene.y + NAME.size / 2.0;
            match key {
                Key::Line(side) => scene.line((MARGIN, y), (MARGIN + KEY, y), Stroke::of_side(*side)),
                Key::Surface(side) => {
                    scene.rect((MARGIN, y - KEY_HALF), (MARGIN + KEY, y + KEY_HALF), Ink::Side(*side));
                }
                Key::None => continue,
            }
            for line in NAME.wrapped(name, scene.inner() - KEY - GAP) {
                scene.text(MARGIN + KEY + GAP, scene.y + NAME.size * ASCENT, &line, NAME);
                scene.y += NAME.leading();
            }
        }
        scene.y += GAP / 2.0;
    }

    /// Names beside points: where they touch neither each other nor a point; those without room are left to the table.
    fn name_points(&self, scene: &mut Scene, frame: &Frame) {
        let place = |(x, y): (f64, f64)| (frame.x.at(self.x.shown(x)), frame.y.at(self.y.shown(y)));
        let points = self.marks.iter().filter_map(Mark::point).map(place);
        let mut taken: Vec<Area> = points.map(|point| Area::around(point, MARK)).collect();
        for (x, y, name) in &self.names {
            let spots = spots(place((*x, *y)), NAME.width(name));
            let is_free = |spot: &&(Area, f64, Anchor)| {
                let (area, ..) = spot;
                let is_within = area.left >= MARGIN
                    && area.right <= scene.width - MARGIN
                    && area.top >= frame.top - ABOVE
                    && area.bottom <= frame.bottom;
                is_within && !taken.iter().any(|other| other.touches(area))
            };
            if let Some((area, x, anchor)) = spots.iter().find(is_free) {
                scene.text(*x, area.bottom - NAME.size * (1.0 - ASCENT), name, NAME.held(*anchor));
                taken.push(*area);
            }
        }
    }
}

/// How high lines of names are.
fn height(lines: &[String]) -> f64 {
    NAME.leading() * u32::try_from(lines.len()).map_or(1.0, f64::from)
}

/// A box on the picture.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn around((x, y): (f64, f64), half: f64) -> Self {
        Self { left: x - half, right: x + half, top: y - half, bottom: y + half }
    }

    fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Where a name may stand by a point: right of it, left, above, below.
fn spots((x, y): (f64, f64), width: f64) -> [(Area, f64, Anchor); 4] {
    let (away, half) = (MARK + GAP / 2.0, NAME.size / 2.0);
    let area = |left: f64, top: f64| Area { left, right: left + width, top, bottom: top + NAME.size };
    [
        (area(x + away, y - half), x + away, Anchor::Start),
        (area(x - away - width, y - half), x - away, Anchor::End),
        (area(x - width / 2.0, y - away - NAME.size), x, Anchor::Middle),
        (area(x - width / 2.0, y + away), x, Anchor::Middle),
    ]
}

impl Mark {
    /// The places that the scales must hold; an event has no value.
    fn places(&self) -> Vec<(f64, Option<f64>)> {
        let of = |points: &[(f64, f64)]| points.iter().map(|(x, y)| (*x, Some(*y))).collect();
        match self {
            Self::Band(points, _) => {
                points.iter().flat_map(|(x, low, high)| [(*x, Some(*low)), (*x, Some(*high))]).collect()
            }
            Self::Edge(points) | Self::Line(points, _) => of(points),
            Self::Point(x, y, _) | Self::Lesser(x, y) => of(&[(*x, *y)]),
            Self::Event(x, _) => vec![(*x, None)],
        }
    }

    const fn point(&self) -> Option<(f64, f64)> {
        match self {
            Self::Point(x, y, _) | Self::Lesser(x, y) => Some((*x, *y)),
            _ => None,
        }
    }
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&format!("{} {}", px(x), px(y)));
    }
    path
}

/// The series of a place in a list.
pub(super) const fn side(place: usize) -> usize {
    place % SIDES
}
