//! Options by two figures, and the frontier of those that no other betters in both.

use super::data::{Datum, Sheet, numbers, texts};
use super::plane::{Mark, Plane, Sides, held};
use super::scene::Scene;
use super::{Along, Caption, Drawn, Form, Measured, check_some, check_values};
use crate::error::Error;
use crate::quantities::order::put_in_order;
use crate::report::Locale;

/// An option.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What it is.
    pub name: String,
    /// Its first figure, in base units.
    pub x: f64,
    /// Its second.
    pub y: f64,
    /// Whether no other betters it in both.
    pub is_best: bool,
}

/// Options by two figures.
#[derive(Clone, Debug)]
pub struct Frontier {
    /// What stands above it.
    pub caption: Caption,
    /// The first figure.
    pub x: Measured,
    /// How its values are spread.
    pub x_form: Form,
    /// The second figure.
    pub y: Measured,
    /// How its values are spread.
    pub y_form: Form,
    /// The options.
    pub candidates: Vec<Candidate>,
}

/// How high the plane is.
const HEIGHT: f64 = 320.0;

impl Frontier {
    fn best(&self) -> Vec<&Candidate> {
        let mut best: Vec<_> = self.candidates.iter().filter(|candidate| candidate.is_best).collect();
        put_in_order(&mut best, |a, b| (a.x, a.y) < (b.x, b.y));
        best
    }

    fn marks(&self) -> Vec<Mark> {
        let best = self.best();
        let line = best.iter().map(|candidate| (candidate.x, candidate.y)).collect();
        let lesser = self.candidates.iter().filter(|candidate| !candidate.is_best);
        let lesser = lesser.map(|candidate| Mark::Lesser(candidate.x, candidate.y));
        let points = best.iter().map(|candidate| Mark::Point(candidate.x, candidate.y, 0));
        lesser.chain([Mark::Line(line, 0)]).chain(points).collect()
    }
}

impl Drawn for Frontier {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.best().len(), "candidates")?;
        let all = || self.candidates.iter();
        check_values(all().map(|candidate| candidate.x), "candidates", self.x_form)?;
        check_values(all().map(|candidate| candidate.y), "candidates", self.y_form)
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let row = |candidate: &Candidate| {
            let word = if candidate.is_best { "on-frontier" } else { "bettered" };
            vec![
                Datum::Text(candidate.name.clone()),
                Datum::Number(candidate.x),
                Datum::Number(candidate.y),
                Datum::Text(locale.chart_word(word).to_owned()),
            ]
        };
        let mut columns = vec![
            texts("name", locale),
            numbers("x", &self.x, locale),
            numbers("y", &self.y, locale),
            texts("frontier", locale),
        ];
        for (column, measured) in columns.iter_mut().skip(1).zip([&self.x, &self.y]) {
            column.title.clone_from(&measured.label);
        }
        vec![Sheet {
            title: self.caption.title.clone(),
            columns,
            rows: self.candidates.iter().map(row).collect(),
        }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let name =
            |candidate: &&Candidate| (candidate.x, candidate.y, candidate.name.clone(), candidate.is_best);
        let best = self.best();
        let lesser = self.candidates.iter().filter(|candidate| !candidate.is_best);
        let points: Vec<_> = self.candidates.iter().map(|candidate| (candidate.x, candidate.y)).collect();
        let x = Along::Amount(self.x.clone(), self.x_form);
        let plane = Plane {
            sheet: 0,
            heading: &self.y.label,
            x: &x,
            y: &self.y,
            form: self.y_form,
            marks: self.marks(),
            ends: Vec::new(),
            held: held(&points),
            names: best.iter().map(name).chain(lesser.map(|candidate| name(&candidate))).collect(),
            events: Vec::new(),
            sides: Sides::default(),
            reach: Vec::new(),
            height: HEIGHT,
            has_zero: false,
            is_rounded: true,
            has_bottom: true,
            is_marked: true,
        };
        plane.draw(scene, locale);
    }

    fn foot(&self) -> &'static str {
        "foot-frontier"
    }
}
