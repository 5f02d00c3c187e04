//! Figures over an input or over time: lines, or a fan of quantiles.

use super::data::{Column, Datum, Sheet, numbers, texts};
use super::plane::{self, End, Held, Key, Mark, Plane, Sides, held, side};
use super::scene::Scene;
use super::{Along, Caption, Drawn, Form, Measured, check_some, check_values};
use crate::error::Error;
use crate::report::Locale;

/// A series: its name, and its value at each place.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// Places and values, in base units, the places rising.
    pub points: Vec<(f64, f64)>,
}

/// Lines of one figure.
#[derive(Clone, Debug)]
pub struct LinePanel {
    /// What is measured.
    pub measured: Measured,
    /// How values are spread.
    pub form: Form,
    /// The series; one that stands in several panels has the same place in each, and so the same colour.
    pub series: Vec<Series>,
}

/// Lines over an input or over time: a panel a figure, below each other over one bottom.
#[derive(Clone, Debug)]
pub struct Lines {
    /// What stands above it.
    pub caption: Caption,
    /// What runs along the bottom.
    pub x: Along,
    /// The panels.
    pub panels: Vec<LinePanel>,
}

/// How high a plane is: alone, and where there are others.
const HEIGHT: f64 = 260.0;
const SMALL: f64 = 150.0;

/// The form of what runs along the bottom.
pub(super) const fn form_of(x: &Along) -> Form {
    if let Along::Amount(_, form) = x { *form } else { Form::Linear }
}

/// The column of what runs along the bottom.
pub(super) fn along(x: &Along, locale: Locale) -> Column {
    match x.measured() {
        Some(measured) => {
            Column { key: "x", title: measured.label.clone(), measured: Some(measured.clone()) }
        }
        None => texts("month", locale),
    }
}

/// A place along the bottom.
pub(super) fn place(x: &Along, at: f64, locale: Locale) -> Datum {
    if x.measured().is_some() { Datum::Number(at) } else { Datum::Text(x.text(at, locale)) }
}

impl Drawn for Lines {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.panels.len(), "panels")?;
        self.panels.iter().try_for_each(|panel| panel.check(form_of(&self.x)))
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        self.panels.iter().map(|panel| panel.sheet(&self.x, locale)).collect()
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let plane = |(place, panel)| self.plane(place, panel, scene.is_narrow());
        let planes = self.panels.iter().enumerate().map(plane).collect();
        plane::stacked(planes, scene, locale);
    }

    fn foot(&self) -> &'static str {
        "foot-medians"
    }
}

impl Lines {
    /// A panel: the first names its lines, and where there is room beside their ends, so does each.
    fn plane<'a>(&'a self, place: usize, panel: &'a LinePanel, is_narrow: bool) -> Plane<'a> {
        let ends = match place {
            0 if is_narrow => self.legend(),
            _ if is_narrow => Vec::new(),
            _ => panel.ends(),
        };
        let plane = plane(&self.x, &panel.measured, panel.form, panel.marks(), ends, held(&panel.points()));
        let has_bottom = place + 1 == self.panels.len();
        let height = if self.panels.len() > 1 { SMALL } else { HEIGHT };
        Plane { sheet: place, has_bottom, height, ..plane }
    }

    /// The names of the lines of all panels, once each.
    fn legend(&self) -> Vec<End> {
        let mut all: Vec<End> = Vec::new();
        for end in self.panels.iter().flat_map(LinePanel::ends) {
            if !all.iter().any(|known| known.key == end.key) {
                all.push(end);
            }
        }
        all
    }
}

impl LinePanel {
    /// The series of which there is something, with their places.
    fn drawn(&self) -> impl Iterator<Item = (usize, &Series)> {
        self.series.iter().enumerate().filter(|(_, series)| !series.points.is_empty())
    }

    fn check(&self, along: Form) -> Result<(), Error> {
        check_some(self.series.iter().map(|series| series.points.len()).sum(), "series")?;
        check_values(self.points().iter().map(|point| point.0), "points", along)?;
        check_values(self.points().iter().map(|point| point.1), "points", self.form)
    }

    fn points(&self) -> Vec<(f64, f64)> {
        self.series.iter().flat_map(|series| series.points.iter().copied()).collect()
    }

    /// Whether there is more than one, or the one has a name.
    fn is_named(&self) -> bool {
        self.series.iter().any(|series| !series.name.is_empty())
    }

    fn sheet(&self, x: &Along, locale: Locale) -> Sheet {
        let is_named = self.is_named();
        let row = |series: &Series, (at, value): &(f64, f64)| {
            let name = is_named.then(|| Datum::Text(series.name.clone()));
            name.into_iter().chain([place(x, *at, locale), Datum::Number(*value)]).collect()
        };
        let of =
            |series: &'_ Series| series.points.iter().map(|point| row(series, point)).collect::<Vec<_>>();
        let name = is_named.then(|| texts("name", locale));
        let numbers = [along(x, locale), numbers("value", &self.measured, locale)];
        Sheet {
            title: self.measured.label.clone(),
            columns: name.into_iter().chain(numbers).collect(),
            rows: self.series.iter().flat_map(of).collect(),
        }
    }

    fn marks(&self) -> Vec<Mark> {
        self.drawn().flat_map(|(place, series)| marks(series, side(place))).collect()
    }

    fn ends(&self) -> Vec<End> {
        let end = |(place, series): (usize, &Series)| {
            let value = series.points.last()?.1;
            Some(End { value, name: series.name.clone(), key: Key::Line(side(place)) })
        };
        self.drawn().filter_map(end).collect()
    }
}

/// A line, and a mark at its end.
fn marks(series: &Series, side: usize) -> Vec<Mark> {
    let line = Mark::Line(series.points.clone(), side);
    let ends = [series.points.first(), series.points.last()].into_iter().flatten();
    [line].into_iter().chain(ends.map(|(x, y)| Mark::Point(*x, *y, side))).collect()
}

fn plane<'a>(
    x: &'a Along,
    y: &'a Measured,
    form: Form,
    marks: Vec<Mark>,
    ends: Vec<End>,
    held: Vec<Held>,
) -> Plane<'a> {
    Plane {
        sheet: 0,
        heading: &y.label,
        x,
        y,
        form,
        marks,
        ends,
        held,
        names: Vec::new(),
        events: Vec::new(),
        sides: Sides::default(),
        reach: Vec::new(),
        height: HEIGHT,
        has_zero: false,
        is_rounded: false,
        has_bottom: true,
        is_marked: true,
    }
}

/// The quantiles of a figure at a place, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FanPoint {
    /// The place.
    pub x: f64,
    /// The median.
    pub median: f64,
    /// The 25th and the 75th percentile; `None` where they are not known.
    pub inner: Option<(f64, f64)>,
    /// The 5th and the 95th percentile.
    pub outer: (f64, f64),
}

/// A figure over an input or over time, with its quantiles.
#[derive(Clone, Debug)]
pub struct Fan {
    /// What stands above it.
    pub caption: Caption,
    /// What runs along the bottom.
    pub x: Along,
    /// The figure.
    pub y: Measured,
    /// How values are spread.
    pub form: Form,
    /// Its quantiles, the places rising.
    pub points: Vec<FanPoint>,
}

impl FanPoint {
    /// The percentiles in their order: 5, 25, 50, 75, 95.
    fn quantiles(&self) -> [Option<f64>; 5] {
        let (low, high) = self.inner.map_or((None, None), |(low, high)| (Some(low), Some(high)));
        [Some(self.outer.0), low, Some(self.median), high, Some(self.outer.1)]
    }
}

impl Fan {
    fn line(&self, of: impl Fn(&FanPoint) -> Option<f64>) -> Vec<(f64, f64)> {
        self.points.iter().filter_map(|point| Some((point.x, of(point)?))).collect()
    }

    fn marks(&self) -> Vec<Mark> {
        const SIDE: usize = 0;
        let outer = self.points.iter().map(|point| (point.x, point.outer.0, point.outer.1)).collect();
        let inner = |point: &FanPoint| point.inner.map(|(low, high)| (point.x, low, high));
        let inner = self.points.iter().filter_map(inner).collect();
        let edges = [self.line(|point| Some(point.outer.0)), self.line(|point| Some(point.outer.1))];
        let bands = [Mark::Band(outer, SIDE), Mark::Band(inner, SIDE)];
        let edges = edges.map(Mark::Edge);
        let median = Mark::Line(self.line(|point| Some(point.median)), SIDE);
        bands.into_iter().chain(edges).chain([median]).collect()
    }

    fn ends(&self, locale: Locale) -> Vec<End> {
        let Some(last) = self.points.last() else { return Vec::new() };
        let has_inner = last.inner.is_some();
        let named = |(value, word, key): (Option<f64>, &'static str, Key)| {
            Some(End { value: value?, name: locale.chart_word(word).to_owned(), key })
        };
        let [low, _, median, upper, high] = last.quantiles();
        let upper = upper.filter(|_| has_inner);
        let rows = [
            (high, "percentile-95", Key::None),
            (upper, "half-between", Key::None),
            (median, "column-p50", Key::Line(0)),
            (low, "percentile-5", Key::None),
        ];
        rows.into_iter().filter_map(named).collect()
    }
}

impl Drawn for Fan {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.points.len(), "points")?;
        check_values(self.points.iter().map(|point| point.x), "points", form_of(&self.x))?;
        check_values(self.points.iter().flat_map(FanPoint::quantiles).flatten(), "points", self.form)
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let row = |point: &FanPoint| {
            let quantiles = point.quantiles().map(|value| value.map_or(Datum::Blank, Datum::Number));
            [place(&self.x, point.x, locale)].into_iter().chain(quantiles).collect()
        };
        let keys = ["p5", "p25", "p50", "p75", "p95"];
        let columns = keys.map(|key| numbers(key, &self.y, locale)).into_iter();
        let columns = [along(&self.x, locale)].into_iter().chain(columns).collect();
        vec![Sheet { title: self.y.label.clone(), columns, rows: self.points.iter().map(row).collect() }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let medians = held(&self.line(|point| Some(point.median)));
        let plane = plane(&self.x, &self.y, self.form, self.marks(), self.ends(locale), medians);
        Plane { is_marked: false, ..plane }.draw(scene, locale);
    }

    fn foot(&self) -> &'static str {
        "foot-fan"
    }
}
