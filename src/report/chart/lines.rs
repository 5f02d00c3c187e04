//! Figures over an input or over time: lines, or a fan of quantiles.

use super::data::{Column, Datum, Sheet, numbers, texts};
use super::plane::{End, Held, Key, Mark, Plane, Sides, held, side};
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

/// Lines over an input or over time.
#[derive(Clone, Debug)]
pub struct Lines {
    /// What stands above it.
    pub caption: Caption,
    /// What runs along the bottom.
    pub x: Along,
    /// What is measured.
    pub y: Measured,
    /// How values are spread.
    pub form: Form,
    /// The series.
    pub series: Vec<Series>,
}

/// How high a plane is.
const HEIGHT: f64 = 260.0;

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
        check_some(self.series.len(), "series")?;
        for series in &self.series {
            check_some(series.points.len(), "points")?;
            check_values(series.points.iter().map(|point| point.0), "points", form_of(&self.x))?;
            check_values(series.points.iter().map(|point| point.1), "points", self.form)?;
        }
        Ok(())
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let columns = vec![texts("name", locale), along(&self.x, locale), numbers("value", &self.y, locale)];
        let of = |series: &Series| {
            let row = |(x, y): &(f64, f64)| {
                vec![Datum::Text(series.name.clone()), place(&self.x, *x, locale), Datum::Number(*y)]
            };
            series.points.iter().map(row).collect::<Vec<_>>()
        };
        vec![Sheet { title: self.y.label.clone(), columns, rows: self.series.iter().flat_map(of).collect() }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let lines = self.series.iter().enumerate();
        let marks = lines.clone().flat_map(|(place, series)| marks(series, side(place))).collect();
        let end = |(place, series): (usize, &Series)| {
            let value = series.points.last()?.1;
            Some(End { value, name: series.name.clone(), key: Key::Line(side(place)) })
        };
        let ends = lines.filter_map(end).collect();
        let points: Vec<_> = self.series.iter().flat_map(|series| series.points.iter().copied()).collect();
        plane(&self.x, &self.y, self.form, marks, ends, held(&points)).draw(scene, locale);
    }

    fn foot(&self) -> &'static str {
        "foot-medians"
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
