//! What was drawn: intervals of figures, and how the draws of one are spread.

use super::data::{Sheet, numbers, texts};
use super::plane::{Held, Mark as Shape, Plane, Sides};
use super::rows::{self, Mark, Panel, Row};
use super::scene::Scene;
use super::{Along, Caption, Datum, Drawn, Form, Measured, SIDES, Spread, check_some, check_values};
use crate::error::Error;
use crate::report::Locale;

/// The percentiles of a figure.
#[derive(Clone, Debug)]
pub struct Percentiles {
    /// What it is of.
    pub name: String,
    /// The 5th, 25th, 50th, 75th and 95th percentile, in base units.
    pub at: [f64; 5],
    /// What stands beside it; where empty, the median.
    pub text: String,
    /// What stands below that; where there is no text, the 90 % interval.
    pub aside: String,
}

/// Percentiles on one scale.
#[derive(Clone, Debug)]
pub struct SpreadPanel {
    /// What is measured.
    pub measured: Measured,
    /// The rows.
    pub rows: Vec<Percentiles>,
}

/// Figures with their 50 % and 90 % intervals.
#[derive(Clone, Debug)]
pub struct Spreads {
    /// What stands above it.
    pub caption: Caption,
    /// The panels.
    pub panels: Vec<SpreadPanel>,
    /// How their values are spread.
    pub form: Form,
}

impl Drawn for Spreads {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.panels.len(), "panels")?;
        for panel in &self.panels {
            check_some(panel.rows.len(), "rows")?;
            check_values(panel.rows.iter().flat_map(|row| row.at), "rows", self.form)?;
        }
        Ok(())
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let has_texts = self.panels.iter().flat_map(|panel| &panel.rows).any(|row| !row.text.is_empty());
        let told = |row: &Percentiles| [&row.text, &row.aside].map(|text| Datum::Text(text.clone())).to_vec();
        let row = |row: &Percentiles| {
            let told = has_texts.then(|| told(row)).into_iter().flatten();
            [Datum::Text(row.name.clone())].into_iter().chain(told).chain(row.at.map(Datum::Number)).collect()
        };
        let shown = has_texts.then_some(["shown", "shown_range"]).into_iter().flatten();
        let shown: Vec<_> = shown.map(|key| texts(key, locale)).collect();
        let keys = ["p5", "p25", "p50", "p75", "p95"];
        let sheet = |panel: &SpreadPanel| Sheet {
            title: panel.measured.label.clone(),
            columns: [texts("name", locale)]
                .into_iter()
                .chain(shown.iter().cloned())
                .chain(keys.map(|key| numbers(key, &panel.measured, locale)))
                .collect(),
            rows: panel.rows.iter().map(row).collect(),
        };
        self.panels.iter().map(sheet).collect()
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let panels: Vec<_> = self.panels.iter().map(|panel| self.panel(panel, locale)).collect();
        rows::draw(scene, &panels, locale);
    }

    fn foot(&self) -> &'static str {
        "foot-spreads"
    }
}

impl Spreads {
    fn panel(&self, panel: &SpreadPanel, locale: Locale) -> Panel {
        let measured = panel.measured.clone();
        let are_sides = self.panels.len() > 1 && panel.rows.len() <= SIDES;
        let row = |(place, row): (usize, &Percentiles)| {
            let [low, lower, value, upper, high] = row.at;
            let (spread, side) = (Spread { value, low, high }, if are_sides { place } else { 0 });
            let is_told = !row.text.is_empty();
            Row {
                label: row.name.clone(),
                value: if is_told { row.text.clone() } else { measured.text(&spread, locale) },
                range: if is_told { row.aside.clone() } else { measured.range(&spread, locale) },
                marks: vec![
                    Mark::Bar(lower, upper, side),
                    Mark::Whisker(low, high),
                    Mark::Point(value, side),
                ],
                ..Row::default()
            }
        };
        let rows = panel.rows.iter().enumerate().map(row).collect();
        let heading = measured.label.clone();
        Panel { heading, form: self.form, rows, reference: None, has_axis: true, measured }
    }
}

/// Draws in bins of the same width.
#[derive(Clone, Debug)]
pub struct Heap {
    /// What it is of.
    pub name: String,
    /// The lower end of the first bin, in base units.
    pub from: f64,
    /// The upper end of the last.
    pub to: f64,
    /// The share of all draws in each bin.
    pub shares: Vec<f64>,
    /// The 5th, the 50th and the 95th percentile.
    pub at: [f64; 3],
}

impl Heap {
    /// The bins: both ends, and the share.
    fn bins(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        let count = u32::try_from(self.shares.len()).map_or(1.0, f64::from);
        let edge = move |place: f64| self.from + (self.to - self.from) * (place / count);
        (0_u32..)
            .map(f64::from)
            .zip(&self.shares)
            .map(move |(place, share)| (edge(place), edge(place + 1.0), *share))
    }

    fn marks(&self, side: usize) -> [Shape; 2] {
        let steps: Vec<_> = self.bins().flat_map(|(from, to, share)| [(from, share), (to, share)]).collect();
        let ground = steps.iter().map(|(x, share)| (*x, 0.0, *share)).collect();
        let outline = [(self.from, 0.0)].into_iter().chain(steps).chain([(self.to, 0.0)]).collect();
        [Shape::Band(ground, side), Shape::Top(outline, side)]
    }
}

/// How the draws of a figure are spread: on one side, or on several over each other.
#[derive(Clone, Debug)]
pub struct Histogram {
    /// What stands above it.
    pub caption: Caption,
    /// The figure, along the bottom.
    pub x: Along,
    /// The share of the draws.
    pub y: Measured,
    /// The draws of each side.
    pub heaps: Vec<Heap>,
}

/// How high it is.
const HEIGHT: f64 = 200.0;

impl Histogram {
    /// The percentiles by their names: of several sides the medians alone, each by its side.
    fn events(&self, locale: Locale) -> Vec<(f64, String)> {
        if let [heap] = self.heaps.as_slice() {
            let words = ["percentile-5", "column-p50", "percentile-95"];
            return heap.at.into_iter().zip(words.map(|word| locale.chart_word(word).to_owned())).collect();
        }
        let median = |heap: &Heap| {
            let [_, median, _] = heap.at;
            (median, heap.name.clone())
        };
        self.heaps.iter().map(median).collect()
    }
}

impl Drawn for Histogram {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.heaps.len(), "heaps")?;
        for heap in &self.heaps {
            check_some(heap.shares.len(), "shares")?;
            check_values([heap.from, heap.to].into_iter().chain(heap.at), "draws", Form::Linear)?;
            check_values(heap.shares.iter().copied(), "shares", Form::Linear)?;
            if heap.from >= heap.to {
                return Err(Error::wrong_form("draws", "form-spread"));
            }
        }
        Ok(())
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let ends =
            self.x.measured().into_iter().flat_map(|x| ["from", "to"].map(|key| numbers(key, x, locale)));
        let columns =
            [texts("name", locale)].into_iter().chain(ends).chain([numbers("share", &self.y, locale)]);
        let rows = |heap: &Heap| {
            let name = heap.name.clone();
            let row = move |(from, to, share)| {
                [Datum::Text(name.clone())].into_iter().chain([from, to, share].map(Datum::Number)).collect()
            };
            heap.bins().map(row).collect::<Vec<_>>()
        };
        let title = self.caption.title.clone();
        vec![Sheet { title, columns: columns.collect(), rows: self.heaps.iter().flat_map(rows).collect() }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        if self.heaps.len() > 1 {
            let names: Vec<_> = self
                .heaps
                .iter()
                .enumerate()
                .map(|(side, heap)| (side % SIDES, heap.name.as_str()))
                .collect();
            rows::keys(scene, &names);
        }
        let events = self.events(locale);
        let bins = self.heaps.iter().flat_map(Heap::bins).enumerate();
        let heaps = self.heaps.iter().enumerate().flat_map(|(side, heap)| heap.marks(side % SIDES));
        let mut plane = Plane {
            sheet: 0,
            heading: &self.y.label,
            x: &self.x,
            y: &self.y,
            form: Form::Linear,
            marks: heaps.chain(events.iter().map(|(x, _)| Shape::Event(*x))).collect(),
            ends: Vec::new(),
            held: bins
                .map(|(row, (from, to, share))| Held { row, x: (from, to), y: Some((0.0, share)) })
                .collect(),
            names: Vec::new(),
            events,
            sides: Sides::default(),
            reach: Vec::new(),
            height: HEIGHT,
            has_zero: true,
            is_rounded: false,
            has_bottom: true,
            is_marked: false,
        };
        plane.sides = plane.own_sides(scene, locale);
        plane.draw(scene, locale);
    }

    fn foot(&self) -> &'static str {
        "foot-draws"
    }
}
