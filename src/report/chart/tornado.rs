//! What each input does to a figure: from where to where it takes it.

use super::data::{Sheet, numbers, texts};
use super::rows::{self, Mark, Panel, Row};
use super::scene::Scene;
use super::{Caption, Datum, Drawn, Form, Measured, Spread, check_some, check_values};
use crate::error::Error;
use crate::quantities::order::put_in_order;
use crate::report::Locale;

/// What one input does.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The input.
    pub label: String,
    /// The ends of its range, in words; may be empty.
    pub aside: String,
    /// The figure where the input is low, in base units.
    pub low: f64,
    /// The figure where the input is high.
    pub high: f64,
    /// What stands beside it; where empty, both ends.
    pub text: String,
}

impl Swing {
    fn size(&self) -> f64 {
        (self.high - self.low).abs()
    }
}

/// Inputs by what they do to a figure, the largest first.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// What stands above it.
    pub caption: Caption,
    /// The figure.
    pub measured: Measured,
    /// Its value where all inputs are at their median.
    pub centre: f64,
    /// The inputs.
    pub swings: Vec<Swing>,
    /// How values are spread.
    pub form: Form,
    /// Whether the largest stand first; else they stand as given.
    pub is_sorted: bool,
}

/// The series of a figure where an input is low, and where it is high.
const LOW: usize = 0;
const HIGH: usize = 1;

impl Tornado {
    fn sorted(&self) -> Vec<&Swing> {
        let mut swings: Vec<_> = self.swings.iter().collect();
        if self.is_sorted {
            put_in_order(&mut swings, |a, b| a.size() > b.size());
        }
        swings
    }

    fn row(&self, swing: &Swing, locale: Locale) -> Row {
        let [low, centre, high] = [swing.low, self.centre, swing.high];
        let (least, most) = (swing.low.min(swing.high), swing.low.max(swing.high));
        let ends = self.measured.range(&Spread { value: self.centre, low: least, high: most }, locale);
        let has_text = !swing.text.is_empty();
        Row {
            label: swing.label.clone(),
            aside: if has_text { String::new() } else { swing.aside.clone() },
            value: if has_text { swing.text.clone() } else { ends },
            range: if has_text { swing.aside.clone() } else { String::new() },
            marks: vec![Mark::Bar(centre, low, LOW), Mark::Bar(centre, high, HIGH)],
            ..Row::default()
        }
    }
}

impl Drawn for Tornado {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.swings.len(), "swings")?;
        let ends = self.swings.iter().flat_map(|swing| [swing.low, swing.high]);
        check_values(ends.chain([self.centre]), "swings", self.form)
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        const SHOWN: usize = 1;
        let has_texts = self.swings.iter().any(|swing| !swing.text.is_empty());
        let row = |swing: &&Swing| {
            let texts = [&swing.label, &swing.text, &swing.aside].map(|text| Datum::Text(text.clone()));
            let mut row: Vec<_> =
                texts.into_iter().chain([swing.low, swing.high].map(Datum::Number)).collect();
            if !has_texts {
                row.remove(SHOWN);
            }
            row
        };
        let keys = ["at_low", "at_high"];
        let columns = ["input", "shown", "input_range"].map(|key| texts(key, locale)).into_iter();
        let mut columns: Vec<_> =
            columns.chain(keys.map(|key| numbers(key, &self.measured, locale))).collect();
        if !has_texts {
            columns.remove(SHOWN);
        }
        vec![Sheet {
            title: self.measured.label.clone(),
            columns,
            rows: self.sorted().iter().map(row).collect(),
        }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        if self.swings.iter().any(|swing| swing.text.is_empty()) {
            rows::keys(
                scene,
                &[(LOW, locale.chart_word("input-low")), (HIGH, locale.chart_word("input-high"))],
            );
        }
        let rows = self.sorted().into_iter().map(|swing| self.row(swing, locale)).collect();
        let (measured, reference) = (self.measured.clone(), Some(self.centre));
        let panel = Panel {
            heading: self.measured.label.clone(),
            measured,
            form: self.form,
            rows,
            reference,
            has_axis: true,
        };
        rows::draw(scene, &[panel], locale);
    }
}
