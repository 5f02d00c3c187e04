//! Figures side by side, with their ranges.

use super::data::{Sheet, spread_columns, spread_data, texts};
use super::rows::{self, Mark, Panel, Row};
use super::scene::Scene;
use super::{Caption, Drawn, Form, Measured, Spread, check_some, check_values};
use super::{Datum, SIDES};
use crate::error::Error;
use crate::report::Locale;

/// A bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// How long it is.
    pub spread: Spread,
}

/// Bars of one figure.
#[derive(Clone, Debug)]
pub struct BarPanel {
    /// The figure.
    pub measured: Measured,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// Figures side by side: bars from zero, or marks where the scale is logarithmic.
#[derive(Clone, Debug)]
pub struct Bars {
    /// What stands above it.
    pub caption: Caption,
    /// The figures.
    pub panels: Vec<BarPanel>,
    /// How their values are spread.
    pub form: Form,
}

impl Drawn for Bars {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.panels.len(), "panels")?;
        for panel in &self.panels {
            check_some(panel.bars.len(), "bars")?;
            check_values(panel.bars.iter().flat_map(|bar| bar.spread.parts()), "bars", self.form)?;
        }
        Ok(())
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let row =
            |bar: &Bar| [Datum::Text(bar.name.clone())].into_iter().chain(spread_data(&bar.spread)).collect();
        let sheet = |panel: &BarPanel| Sheet {
            title: panel.measured.label.clone(),
            columns: [texts("name", locale)]
                .into_iter()
                .chain(spread_columns(&panel.measured, locale))
                .collect(),
            rows: panel.bars.iter().map(row).collect(),
        };
        self.panels.iter().map(sheet).collect()
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let panels: Vec<_> = self.panels.iter().map(|panel| self.panel(panel, locale)).collect();
        rows::draw(scene, &panels, locale);
    }
}

impl Bars {
    fn panel(&self, panel: &BarPanel, locale: Locale) -> Panel {
        let measured = &panel.measured;
        let has_many = panel.bars.len() > SIDES;
        let row = |(side, bar): (usize, &Bar)| Row {
            label: bar.name.clone(),
            value: measured.text(&bar.spread, locale),
            range: measured.range(&bar.spread, locale),
            marks: self.marks(&bar.spread, if has_many { 0 } else { side }),
            ..Row::default()
        };
        Panel {
            heading: measured.label.clone(),
            measured: measured.clone(),
            form: self.form,
            rows: panel.bars.iter().enumerate().map(row).collect(),
            reference: None,
            has_axis: self.form == Form::Log,
        }
    }

    fn marks(&self, spread: &Spread, side: usize) -> Vec<Mark> {
        let [low, value, high] = spread.parts();
        let is_doubtful = low < high;
        match self.form {
            Form::Linear => {
                [Some(Mark::Bar(0.0, value, side)), is_doubtful.then_some(Mark::Whisker(low, high))]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            Form::Log => vec![Mark::Span(low, high, side), Mark::Point(value, side)],
        }
    }
}
