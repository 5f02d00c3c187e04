//! Charts on a plane: something along the bottom, something up the side, marks between.

use super::letters::{Anchor, Lettering, placed};
use super::scale::{Along, Axis, Form, Scale};
use super::scene::{ASCENT, Ink, MARGIN, MARK, Scene, Stroke, px};
use super::{Measured, SIDES};
use crate::quantities::order::put_in_order;
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
    /// A layer on others: as a band, in a pattern where there are patterns.
    Layer(Vec<(f64, f64, f64)>, usize),
    /// The upper edge of a layer.
    Top(Vec<(f64, f64)>, usize),
    /// A line up from the bottom.
    Event(f64),
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

/// Where a row of the data stands: between two places, and between two values or over the whole height.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub(super) row: usize,
    pub(super) x: (f64, f64),
    pub(super) y: Option<(f64, f64)>,
}

/// Points in the order of their rows.
pub(super) fn held(points: &[(f64, f64)]) -> Vec<Held> {
    let held = |(row, (x, y)): (usize, &(f64, f64))| Held { row, x: (*x, *x), y: Some((*y, *y)) };
    points.iter().enumerate().map(held).collect()
}

/// How much of the width numbers on the left and names on the right take.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sides {
    pub(super) left: f64,
    pub(super) right: f64,
}

/// A plane.
pub(super) struct Plane<'a> {
    /// The place of its sheet.
    pub(super) sheet: usize,
    pub(super) heading: &'a str,
    pub(super) x: &'a Along,
    pub(super) y: &'a Measured,
    pub(super) form: Form,
    pub(super) marks: Vec<Mark>,
    pub(super) ends: Vec<End>,
    /// Where the rows of its sheet stand.
    pub(super) held: Vec<Held>,
    /// Points with their names, the most important first: each is named where there is room, and the important also over a
    /// line.
    pub(super) names: Vec<(f64, f64, String, bool)>,
    /// What happens along the way: named above.
    pub(super) events: Vec<(f64, String)>,
    /// What the sides take at least, so that planes below each other are as wide.
    pub(super) sides: Sides,
    /// Places that its bottom holds, whatever stands on them.
    pub(super) reach: Vec<f64>,
    pub(super) height: f64,
    /// Whether the scale of values begins at zero.
    pub(super) has_zero: bool,
    /// Whether the bottom goes out to round numbers.
    pub(super) is_rounded: bool,
    pub(super) has_bottom: bool,
    /// Whether its lines have the marks of their series.
    pub(super) is_marked: bool,
}

const HEADING: Lettering = Lettering::of(14.0).bold();
const TICK: Lettering = Lettering::of(12.0).muted();
const NAME: Lettering = Lettering::of(12.0);
const EVENT_NAME: Lettering = NAME.muted();
const GRID: Stroke = Stroke::of(Ink::Line, 1.0);
const RULE: Stroke = Stroke::of(Ink::Muted, 1.0);
const EVENT: Stroke = Stroke { ink: Ink::Muted, width: 1.0, dash: "1 3" };
const EDGE: Stroke = Stroke { ink: Ink::Muted, width: 1.0, dash: "3 3" };
/// From one tick to the next, about.
const TICKS_ALONG: f64 = 80.0;
const TICKS_UP: f64 = 36.0;
const FEWEST: f64 = 2.0;
const MOST: f64 = 5.0;
const GAP: f64 = 8.0;
/// From one plane to the next.
const BETWEEN: f64 = 14.0;
/// Room above the highest line for what stands on it.
const ABOVE: f64 = 18.0;
const BOTTOM: f64 = 18.0;
/// The share of the width that names at the end of lines may take.
const NAMES: f64 = 0.28;
const TOP: f64 = 2.0;
const KEY: f64 = 22.0;
const KEY_HALF: f64 = 5.0;
/// The most of the width that numbers at the side may take.
const GUTTER: f64 = 0.3;

/// The box in which values have a place.
struct Frame<'a> {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    along: Option<Axis<'a>>,
    x: Scale,
    up: Axis<'a>,
    y: Scale,
}

impl Frame<'_> {
    /// Where a place along the bottom is.
    fn across(&self, x: f64) -> f64 {
        self.x.at(self.along.map_or(x, |axis| axis.count(x)))
    }

    /// Where a value stands.
    fn height(&self, y: f64) -> f64 {
        self.y.at(self.up.count(y))
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.across(x), self.height(y))
    }
}

/// Draws planes below each other, as wide and over the same places.
pub(super) fn stacked(mut planes: Vec<Plane>, scene: &mut Scene, locale: Locale) {
    let none = Sides::default();
    let sides = planes
        .iter()
        .map(|plane| plane.own_sides(scene, locale))
        .fold(none, |sides, own| Sides { left: sides.left.max(own.left), right: sides.right.max(own.right) });
    let reach: Vec<_> = planes.iter().flat_map(Plane::xs).collect();
    for (place, plane) in planes.iter_mut().enumerate() {
        scene.y += if place == 0 { 0.0 } else { BETWEEN };
        plane.sides = sides;
        plane.reach.clone_from(&reach);
        plane.draw(scene, locale);
    }
}

impl Plane<'_> {
    /// Draws it below what is there.
    pub(super) fn draw(&self, scene: &mut Scene, locale: Locale) {
        scene.paragraph(self.heading, HEADING);
        if self.is_keyed(scene) {
            self.legend(scene);
        }
        let names = self.name_events(scene);
        scene.y += names.height;
        let frame = self.frame(scene, locale);
        names.draw(scene);
        self.grid(scene, &frame, locale);
        for mark in &self.marks {
            draw(scene, &frame, mark);
        }
        if !self.is_keyed(scene) {
            self.name_ends(scene, &frame);
        }
        self.name_points(scene, &frame);
        for Held { row, x, y } in &self.held {
            let (from, to) = y.map_or((frame.top, frame.bottom), |(a, b)| (frame.height(a), frame.height(b)));
            scene.spot((self.sheet, *row), (frame.across(x.0), from), (frame.across(x.1), to));
        }
        scene.y = frame.bottom;
        if self.has_bottom {
            self.bottom(scene, &frame, locale);
        }
    }

    fn xs(&self) -> Vec<f64> {
        let marks = self.marks.iter().flat_map(Mark::places).map(|(x, _)| x);
        marks.chain(self.reach.iter().copied()).collect()
    }

    fn ys(&self) -> Vec<f64> {
        let zero = (self.has_zero && self.form == Form::Linear).then_some(0.0);
        self.marks.iter().flat_map(Mark::places).filter_map(|(_, y)| y).chain(zero).collect()
    }

    /// The axis up the side, with its scale from the bottom to the top.
    fn up(&self, bottom: f64, top: f64) -> (Axis<'_>, Scale) {
        let values = self.ys();
        let axis = Axis::of(self.y, self.form, values.iter().copied());
        let counts = values.iter().map(|value| axis.count(*value));
        (axis, Scale::of(self.form, counts, self.ticks_up()).over(bottom, top))
    }

    /// What its sides take by themselves.
    pub(super) fn own_sides(&self, scene: &Scene, locale: Locale) -> Sides {
        let (axis, scale) = self.up(self.height, 0.0);
        let labels = axis.labels(&scale.ticks(self.ticks_up()), locale);
        let within = match (self.form, labels.split_last()) {
            (Form::Linear, Some((_, rest))) => rest,
            _ => &labels,
        };
        let widest = within.iter().map(|label| TICK.width(label)).fold(0.0, f64::max);
        let right = if self.is_keyed(scene) { 0.0 } else { self.names_width(scene) };
        Sides { left: widest.min(scene.inner() * GUTTER), right }
    }

    /// From where to where it runs.
    fn edges(&self, scene: &Scene, locale: Locale) -> (f64, f64) {
        let own = self.own_sides(scene, locale);
        let (left, right) = (own.left.max(self.sides.left), own.right.max(self.sides.right));
        (MARGIN + left + GAP, scene.width - MARGIN - right - MARK)
    }

    fn frame(&self, scene: &Scene, locale: Locale) -> Frame<'_> {
        let top = scene.y + ABOVE;
        let bottom = top + self.height;
        let (left, right) = self.edges(scene, locale);
        let (up, y) = self.up(bottom, top);
        let (along, x) = self.across(left, right);
        Frame { left, right, top, bottom, along, x, up, y }
    }

    /// The axis along the bottom, with its scale.
    fn across(&self, left: f64, right: f64) -> (Option<Axis<'_>>, Scale) {
        let places = self.xs();
        let along = self.x.axis(places.iter().copied());
        let counts = places.iter().map(|x| along.map_or(*x, |axis| axis.count(*x)));
        let ticks = ((right - left) / TICKS_ALONG).max(FEWEST);
        let x = if self.is_rounded { self.x.scale(counts, ticks) } else { self.x.tight(counts) };
        (along, x.over(left, right))
    }

    fn ticks_up(&self) -> f64 {
        (self.height / TICKS_UP).clamp(FEWEST, MOST)
    }

    /// Lines across, each with its number; the highest with its unit.
    fn grid(&self, scene: &mut Scene, frame: &Frame, locale: Locale) {
        const HALF: f64 = 0.35;
        let ticks = frame.y.ticks(self.ticks_up());
        let last = ticks.len().saturating_sub(1);
        for (place, (tick, label)) in ticks.iter().zip(frame.up.labels(&ticks, locale)).enumerate() {
            let y = frame.y.at(*tick);
            let is_base = *tick == 0.0;
            scene.line((frame.left, y), (frame.right, y), if is_base { RULE } else { GRID });
            if place == last && self.form == Form::Linear {
                scene.text(MARGIN, y - GAP / 2.0, &label, TICK);
            } else {
                let label = TICK.cut(&label, frame.left - MARGIN - GAP / 2.0);
                scene.text(frame.left - GAP, y + TICK.size * HALF, &label, TICK.held(Anchor::End));
            }
        }
    }

    /// The names of what happens, below each other where they would touch, and where they stand.
    fn name_events(&self, scene: &Scene) -> Names {
        let (left, right) = (MARGIN + self.sides.left + GAP, scene.width - MARGIN - self.sides.right - MARK);
        let (along, x) = self.across(left, right);
        let mut free: Vec<f64> = Vec::new();
        let mut texts = Vec::new();
        for (place, name) in &self.events {
            let at = x.at(along.map_or(*place, |axis| axis.count(*place)));
            let width = EVENT_NAME.width(name);
            let begin = at.min(scene.width - MARGIN - width).max(MARGIN);
            let line = free.iter().position(|end| begin >= *end).unwrap_or(free.len());
            match free.get_mut(line) {
                Some(end) => *end = begin + width + GAP,
                None => free.push(begin + width + GAP),
            }
            let line = u32::try_from(line).map_or(0.0, f64::from);
            texts.push((begin, scene.y + EVENT_NAME.size + line * EVENT_NAME.leading(), name.clone()));
        }
        let lines = u32::try_from(free.len()).map_or(0.0, f64::from);
        Names { height: lines * EVENT_NAME.leading(), texts }
    }

    /// What stands along the bottom, and what is measured there.
    fn bottom(&self, scene: &mut Scene, frame: &Frame, locale: Locale) {
        let most = ((frame.right - frame.left) / TICKS_ALONG).max(FEWEST);
        let ticks = self.x.ticks(frame.along.as_ref(), &frame.x, most, locale);
        let labels: Vec<_> = ticks.into_iter().map(|(tick, label)| (frame.x.at(tick), label)).collect();
        let places = placed(&labels, &TICK, (MARGIN, scene.width - MARGIN), GAP);
        for ((x, label), middle) in labels.iter().zip(places) {
            scene.line((*x, frame.bottom), (*x, frame.bottom + GAP / 2.0), RULE);
            if let Some(middle) = middle {
                scene.text(middle, frame.bottom + BOTTOM, label, TICK.held(Anchor::Middle));
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

    fn names_width(&self, scene: &Scene) -> f64 {
        let widest = self.ends.iter().map(|end| NAME.width(&end.name)).fold(0.0, f64::max);
        if widest > 0.0 { widest.min(scene.inner() * NAMES) + GAP } else { 0.0 }
    }

    /// Names beside the ends of lines, moved apart where they would touch.
    fn name_ends(&self, scene: &mut Scene, frame: &Frame) {
        let (x, width) = (frame.right + GAP, scene.width - MARGIN - frame.right - GAP);
        let named = |end: &End| {
            let lines = NAME.wrapped(&end.name, width);
            (frame.height(end.value), lines)
        };
        let mut names: Vec<_> = self.ends.iter().map(named).collect();
        put_in_order(&mut names, |a, b| a.0 < b.0);
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

    /// Whether names stand above, beside a sample: for surfaces, and where there is no room at the ends of lines.
    fn is_keyed(&self, scene: &Scene) -> bool {
        scene.is_narrow() || self.ends.iter().any(|end| matches!(end.key, Key::Surface(_)))
    }

    /// Names above the picture, each beside a sample; as many on a line as there is room for.
    fn legend(&self, scene: &mut Scene) {
        let (mut x, edge) = (MARGIN, scene.width - MARGIN);
        for End { name, key, .. } in self.ends.iter().filter(|end| end.key != Key::None) {
            let name = NAME.cut(name, scene.inner() - KEY - GAP);
            let width = KEY + GAP + NAME.width(&name);
            if x > MARGIN && x + width > edge {
                x = MARGIN;
                scene.y += NAME.leading();
            }
            self.sample(scene, *key, x);
            scene.text(x + KEY + GAP, scene.y + NAME.size * ASCENT, &name, NAME);
            x += width + 2.0 * GAP;
        }
        if x > MARGIN {
            scene.y += NAME.leading() + GAP / 2.0;
        }
    }

    /// A line or a surface as it stands in the picture.
    fn sample(&self, scene: &mut Scene, key: Key, x: f64) {
        let y = scene.y + NAME.size / 2.0;
        match key {
            Key::Line(side) => {
                scene.line((x, y), (x + KEY, y), Stroke::of_side(side));
                if self.is_marked {
                    scene.mark((x + KEY / 2.0, y), side);
                }
            }
            Key::Surface(side) => {
                let [left, right, top, bottom] = [x, x + KEY, y - KEY_HALF, y + KEY_HALF].map(px);
                scene.surface(&format!("M{left} {top}H{right}V{bottom}H{left}Z"), Ink::Side(side), false);
                scene.outline(&format!("M{left} {top}H{right}"), Stroke::of(Ink::Side(side), TOP));
            }
            Key::None => {}
        }
    }

    /// Names beside points: where they touch neither each other nor a point; those without room are left to the table.
    fn name_points(&self, scene: &mut Scene, frame: &Frame) {
        let points = self.marks.iter().filter_map(Mark::point).map(|point| frame.at(point));
        let mut taken: Vec<Area> = points.map(|point| Area::around(point, MARK)).collect();
        let lines: Vec<_> = self.marks.iter().flat_map(|mark| mark.along(frame)).collect();
        let is_within = |area: &Area| {
            let across = area.left >= frame.left && area.right <= scene.width - MARGIN;
            across && area.top >= frame.top - ABOVE && area.bottom <= frame.bottom
        };
        let mut named = Vec::new();
        for (x, y, name, is_important) in &self.names {
            let spots = spots(frame.at((*x, *y)), NAME.width(name));
            let free = |others: &[Area]| {
                let is_free = |(area, ..): &&(Area, f64, Anchor)| {
                    is_within(area) && !taken.iter().chain(others).any(|other| other.touches(area))
                };
                spots.iter().find(is_free).copied()
            };
            if let Some((area, x, anchor)) =
                free(&lines).or_else(|| is_important.then(|| free(&[])).flatten())
            {
                named.push((x, area.bottom - NAME.size * (1.0 - ASCENT), name, anchor));
                taken.push(area);
            }
        }
        for (x, y, name, anchor) in named {
            scene.text(x, y, name, NAME.held(anchor));
        }
    }
}

/// Names with their places.
struct Names {
    height: f64,
    texts: Vec<(f64, f64, String)>,
}

impl Names {
    fn draw(self, scene: &mut Scene) {
        for (x, y, name) in self.texts {
            scene.text(x, y, &name, EVENT_NAME);
        }
    }
}

fn draw(scene: &mut Scene, frame: &Frame, mark: &Mark) {
    let line = |points: &[(f64, f64)]| path(points.iter().map(|point| frame.at(*point)));
    match mark {
        Mark::Band(points, side) => scene.surface(&around(frame, points), Ink::Side(*side), true),
        Mark::Layer(points, side) => scene.surface(&around(frame, points), Ink::Side(*side), false),
        Mark::Edge(points) => scene.outline(&line(points), EDGE),
        Mark::Line(points, side) => scene.outline(&line(points), Stroke::of_side(*side)),
        Mark::Top(points, side) => scene.outline(&line(points), Stroke::of(Ink::Side(*side), TOP)),
        Mark::Point(x, y, side) => scene.mark(frame.at((*x, *y)), *side),
        Mark::Lesser(x, y) => {
            const ARM: f64 = 3.0;
            let (x, y) = frame.at((*x, *y));
            scene.line((x - ARM, y - ARM), (x + ARM, y + ARM), RULE);
            scene.line((x - ARM, y + ARM), (x + ARM, y - ARM), RULE);
        }
        Mark::Event(x) => {
            let x = frame.across(*x);
            scene.line((x, frame.top), (x, frame.bottom), EVENT);
        }
    }
}

/// The path around a band.
fn around(frame: &Frame, points: &[(f64, f64, f64)]) -> String {
    let lower = points.iter().map(|(x, low, _)| frame.at((*x, *low)));
    let upper = points.iter().rev().map(|(x, _, high)| frame.at((*x, *high)));
    path(lower.chain(upper)) + "Z"
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
            Self::Band(points, _) | Self::Layer(points, _) => {
                points.iter().flat_map(|(x, low, high)| [(*x, Some(*low)), (*x, Some(*high))]).collect()
            }
            Self::Edge(points) | Self::Line(points, _) | Self::Top(points, _) => of(points),
            Self::Point(x, y, _) | Self::Lesser(x, y) => of(&[(*x, *y)]),
            Self::Event(_) => Vec::new(),
        }
    }

    /// Boxes along a line, so close that no name slips through.
    fn along(&self, frame: &Frame) -> Vec<Area> {
        const PIECES: u32 = 40;
        const HALF: f64 = 2.0;
        let Self::Line(points, _) = self else { return Vec::new() };
        let pairs = points.iter().zip(points.iter().skip(1)).map(|(a, b)| (frame.at(*a), frame.at(*b)));
        let piece = |((x, y), (to_x, to_y)): ((f64, f64), (f64, f64)), place: u32| {
            let share = f64::from(place) / f64::from(PIECES);
            Area::around((x + (to_x - x) * share, y + (to_y - y) * share), HALF)
        };
        pairs.flat_map(|pair| (0..=PIECES).map(move |place| piece(pair, place))).collect()
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
