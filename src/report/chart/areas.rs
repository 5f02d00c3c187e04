//! What stands and adds up over time: panels below each other on one line of time.

use super::data::{Column, Datum, Sheet};
use super::lines::{along, place};
use super::plane::{self, End, Held, Key, Mark, Plane, Sides, side};
use super::scene::Scene;
use super::{Along, Caption, Drawn, Form, Measured, Spread, check_some, check_values};
use crate::error::Error;
use crate::report::Locale;

/// A layer of a panel.
#[derive(Clone, Debug)]
pub struct Layer {
    /// What it is; empty where it is the only one.
    pub name: String,
    /// Its value from each place on, in base units.
    pub values: Vec<Spread>,
}

/// A panel: layers on top of each other.
#[derive(Clone, Debug)]
pub struct AreaPanel {
    /// What is measured.
    pub measured: Measured,
    /// The layers, the lowest first.
    pub layers: Vec<Layer>,
    /// Whether values stand until the next place, rather than change evenly towards it.
    pub is_stepped: bool,
}

/// What stands and adds up over time.
#[derive(Clone, Debug)]
pub struct Areas {
    /// What stands above it.
    pub caption: Caption,
    /// What runs along the bottom: a value of each layer for each step of one.
    pub x: Along,
    /// The panels.
    pub panels: Vec<AreaPanel>,
    /// What happens, and where.
    pub events: Vec<(f64, String)>,
}

/// How high a panel is.
const HEIGHT: f64 = 110.0;

/// A layer on others: its lower and upper value at each place.
type Stacked = Vec<(f64, f64)>;

/// Places from the first on.
fn places() -> impl Iterator<Item = f64> {
    (0_u32..).map(f64::from)
}

impl AreaPanel {
    /// The layers, each on top of those below: lower and upper value of each place.
    fn stacked(&self) -> Vec<Stacked> {
        let mut below: Vec<f64> = Vec::new();
        let mut stack = Vec::new();
        for layer in &self.layers {
            below.resize(layer.values.len(), 0.0);
            let layer: Vec<_> =
                below.iter().zip(&layer.values).map(|(low, spread)| (*low, low + spread.value)).collect();
            below = layer.iter().map(|(_, high)| *high).collect();
            stack.push(layer);
        }
        stack
    }

    /// Values with their places: where they are stepped, at both ends of the time that they stand; else at its end.
    fn placed<T: Copy>(&self, values: &[T], start: T) -> Vec<(f64, T)> {
        if self.is_stepped {
            let ends = |(x, value): (f64, &T)| [(x, *value), (x + 1.0, *value)];
            return places().zip(values).flat_map(ends).collect();
        }
        let ends = places().zip(values).map(|(x, value)| (x + 1.0, *value));
        [(0.0, start)].into_iter().chain(ends).collect()
    }

    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (place, values) in self.stacked().iter().enumerate() {
            let points: Vec<_> =
                self.placed(values, (0.0, 0.0)).into_iter().map(|(x, (low, high))| (x, low, high)).collect();
            let tops = tops(&points).into_iter().map(|top| Mark::Top(top, side(place)));
            let layer =
                if self.layers.len() > 1 { Mark::Layer(points, side(place)) } else { Mark::Band(points, 0) };
            marks.push(layer);
            marks.extend(tops);
        }
        marks.extend(self.edges());
        marks
    }

    /// The ends of the range, where there is one layer.
    fn edges(&self) -> Vec<Mark> {
        let [layer] = self.layers.as_slice() else { return Vec::new() };
        if layer.values.iter().all(|spread| spread.low >= spread.high) {
            return Vec::new();
        }
        let ends = [|spread: &Spread| spread.low, |spread: &Spread| spread.high];
        let edge = |end: fn(&Spread) -> f64| {
            let values: Vec<_> = layer.values.iter().map(end).collect();
            Mark::Edge(self.placed(&values, 0.0))
        };
        ends.map(|end| edge(end)).to_vec()
    }

    fn ends(&self) -> Vec<End> {
        let end = |(place, (layer, values)): (usize, (&Layer, &Stacked))| {
            let (low, high) = values.last()?;
            let is_there = high > low && !layer.name.is_empty();
            is_there.then(|| End {
                value: f64::midpoint(*low, *high),
                name: layer.name.clone(),
                key: Key::Surface(side(place)),
            })
        };
        self.layers.iter().zip(&self.stacked()).enumerate().filter_map(end).collect()
    }
}

/// The upper edges of a layer, where there is something of it.
fn tops(points: &[(f64, f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut tops: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (x, low, high) in points {
        match tops.last_mut() {
            Some(top) if high > low => top.push((*x, *high)),
            Some(top) if !top.is_empty() => tops.push(Vec::new()),
            _ => {}
        }
    }
    tops.retain(|top| !top.is_empty());
    tops
}

impl Drawn for Areas {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.panels.len(), "panels")?;
        for panel in &self.panels {
            check_some(panel.layers.len(), "layers")?;
            for layer in &panel.layers {
                check_some(layer.values.len(), "values")?;
                check_values(layer.values.iter().flat_map(Spread::parts), "values", Form::Linear)?;
            }
        }
        Ok(())
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let column = |measured: &Measured, name: &str| {
            let title =
                if name.is_empty() { measured.label.clone() } else { format!("{}, {name}", measured.label) };
            Column { key: "value", title, measured: Some(measured.clone()) }
        };
        let layers =
            || self.panels.iter().flat_map(|panel| panel.layers.iter().map(|layer| (&panel.measured, layer)));
        let columns = layers().map(|(measured, layer)| column(measured, &layer.name));
        let columns = [along(&self.x, locale)].into_iter().chain(columns).collect();
        let count = layers().map(|(_, layer)| layer.values.len()).max().unwrap_or(0);
        let value = |layer: &Layer, row: usize| {
            layer.values.get(row).map_or(Datum::Blank, |spread| Datum::Number(spread.value))
        };
        let row = |(row, x): (usize, f64)| {
            let values = layers().map(|(_, layer)| value(layer, row));
            [place(&self.x, x, locale)].into_iter().chain(values).collect()
        };
        let rows = places().take(count).enumerate().map(row).collect();
        vec![Sheet { title: self.caption.title.clone(), columns, rows }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let planes = self.panels.iter().enumerate().map(|(place, panel)| self.plane(place, panel)).collect();
        plane::stacked(planes, scene, locale);
    }
}

impl Areas {
    fn plane<'a>(&'a self, place: usize, panel: &'a AreaPanel) -> Plane<'a> {
        let events = self.events.iter().map(|(x, _)| Mark::Event(*x));
        let count = panel.layers.iter().map(|layer| layer.values.len()).max().unwrap_or(0);
        let steps = places().take(count).enumerate();
        Plane {
            sheet: 0,
            heading: &panel.measured.label,
            x: &self.x,
            y: &panel.measured,
            form: Form::Linear,
            marks: panel.marks().into_iter().chain(events).collect(),
            ends: panel.ends(),
            held: steps.map(|(row, x)| Held { row, x: (x, x + 1.0), y: None }).collect(),
            names: Vec::new(),
            events: if place == 0 { self.events.clone() } else { Vec::new() },
            sides: Sides::default(),
            reach: Vec::new(),
            height: HEIGHT,
            has_zero: true,
            is_rounded: false,
            has_bottom: place + 1 == self.panels.len(),
            is_marked: false,
        }
    }
}
