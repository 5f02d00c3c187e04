//! Charts as SVG: data in, a picture out, the same to the last bit everywhere.
//!
//! A chart is plain data, which any analysis can fill. It becomes a picture by [`Chart::svg`], and tables for whoever does
//! not see it by [`Chart::sheets`] and [`Chart::html`]; `document` writes its Vega-Lite specification.
//!
//! Text stays text; there is no style sheet, script or address in a picture, so that the strictest content security policy
//! lets it through.
//!
//! ```
//! use wattflop::report::chart::{Look, Theme, of_comparison};
//! use wattflop::{prelude::*, workload::Operation};
//!
//! let year = |id| Ok::<_, Error>(Scenario::operation(Operation::year(), Cluster::preset(id)?));
//! let sides = compare(&[year("meta-24k")?, year("xai-gigafactory")?])?;
//! let chart = of_comparison(&sides, Locale::En);
//! let look = Look::of(640.0)?.with_theme(Theme::Dark).with_locale(Locale::En);
//! assert!(chart.svg(&look)?.starts_with("<svg "));
//! assert!(chart.html(Locale::En).contains("<th scope=\"row\">meta-24k</th>"));
//! # Ok::<(), Error>(())
//! ```

mod answers;
mod areas;
mod bars;
mod costs;
mod data;
mod frontier;
mod letters;
mod lines;
mod make;
mod plane;
mod rows;
mod scale;
mod scene;
mod spreads;
mod theme;
mod tornado;
mod tree;
mod waterfall;

pub use answers::{of_sensitivity, of_service, of_sweep, of_uncertainty, of_waterfall};
pub use areas::{AreaPanel, Areas, Layer};
pub use bars::{Bar, BarPanel, Bars};
pub use costs::{of_bill, of_hour, of_views};
pub use data::{Column, Datum, Sheet};
pub use frontier::{Candidate, Frontier};
pub use letters::{Anchor, Lettering};
pub use lines::{Fan, FanPoint, LinePanel, Lines, Series};
pub use make::{of_comparison, of_explanation, of_figures, of_result, of_timeline};
pub use scale::{Along, Form};
pub use spreads::{Heap, Histogram, Percentiles, SpreadPanel, Spreads};
pub use theme::{Palette, SIDES, Theme};
pub use tornado::{Swing, Tornado};
pub use tree::Tree;
pub use waterfall::{Step, Waterfall};

use super::locale::Locale;
use super::words::{between, own_unit};
use crate::analysis::FigureRow;
use crate::catalogue::EDITION;
use crate::error::{Amount, Code, Error};
use crate::quantities::display::{MOST_DIGITS, denominated, digits_of_range};
use crate::quantities::{Denomination, Kind, Measure};
use core::ops::RangeInclusive;
use scene::Scene;

/// What stands above a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// What it says.
    pub title: String,
    /// What it shows, and how it is read; may be empty.
    pub note: String,
}

/// How a picture looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    locale: Locale,
    theme: Theme,
    width: f64,
}

/// Where a row of the data stands in a picture, in its pixels; a row may stand in several places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The place of its sheet.
    pub sheet: usize,
    /// The place of the row in it.
    pub row: usize,
    /// How far from the left its box begins.
    pub left: f64,
    /// How far from the top.
    pub top: f64,
    /// How wide its box is; nothing for a point.
    pub width: f64,
    /// How high; nothing for a point.
    pub height: f64,
}

/// A picture, with where its data stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The picture.
    pub svg: String,
    /// Where the rows of [`Chart::sheets`] stand in it, for a pointer or a cursor; those without a place are left out.
    pub spots: Vec<Spot>,
}

/// The widths that a picture may have.
const WIDTHS: RangeInclusive<f64> = 280.0..=2400.0;
/// The width of a picture for which nobody asked.
const WIDTH: f64 = 640.0;

impl Default for Look {
    fn default() -> Self {
        Self { locale: Locale::En, theme: Theme::Light, width: WIDTH }
    }
}

impl Look {
    /// A picture so many pixels wide; its height follows.
    ///
    /// # Errors
    /// When it would be too narrow to be read, or absurdly wide.
    pub fn of(width: f64) -> Result<Self, Error> {
        if WIDTHS.contains(&width) {
            return Ok(Self { width, ..Self::default() });
        }
        let amount = |name, base| Amount { name, kind: f64::KIND, base, unit: "" };
        let amounts =
            vec![amount("value", width), amount("min", *WIDTHS.start()), amount("max", *WIDTHS.end())];
        Err(Error::new(Code::OutOfDomain, vec![("field", "width".to_owned())]).with_amounts(amounts))
    }

    /// The same in a theme.
    #[must_use]
    pub const fn with_theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// The same in a language.
    #[must_use]
    pub const fn with_locale(self, locale: Locale) -> Self {
        Self { locale, ..self }
    }

    /// Its language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Its theme.
    #[must_use]
    pub const fn theme(&self) -> Theme {
        self.theme
    }

    /// Its width, in pixels.
    #[must_use]
    pub const fn width(&self) -> f64 {
        self.width
    }
}

/// A value with its 90 % interval, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The value.
    pub value: f64,
    /// The 5th percentile.
    pub low: f64,
    /// The 95th percentile.
    pub high: f64,
}

impl Spread {
    /// A value without doubt.
    #[must_use]
    pub const fn exact(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// The value of a figure.
    #[must_use]
    pub const fn of(row: &FigureRow) -> Self {
        Self { value: row.value, low: row.range.low, high: row.range.high }
    }

    const fn parts(&self) -> [f64; 3] {
        [self.low, self.value, self.high]
    }
}

/// What is measured: what it is called, and how it is written.
#[derive(Clone, Debug)]
pub struct Measured {
    /// What it is called.
    pub label: String,
    /// What it measures.
    pub kind: &'static Kind,
    /// The unit that it is written in; where there is none, the one that reads best.
    pub unit: Option<&'static str>,
    /// What money is counted in.
    pub money: Denomination,
}

impl Measured {
    /// An amount of a kind.
    #[must_use]
    pub fn of(label: impl Into<String>, kind: &'static Kind) -> Self {
        Self { label: label.into(), kind, unit: None, money: Denomination::DOLLARS }
    }

    /// What a figure measures.
    #[must_use]
    pub fn of_figure(row: &FigureRow, locale: Locale) -> Self {
        let label = super::words::figure_label(row, locale);
        Self { label, kind: row.figure.kind, unit: own_unit(row.figure), money: row.money }
    }

    fn written(&self, base: f64, digits: usize, locale: Locale) -> String {
        denominated(self.kind, base, self.unit, digits, locale.style(), &self.money)
    }

    /// A value for people, with the digits that its range bears.
    #[must_use]
    pub fn text(&self, spread: &Spread, locale: Locale) -> String {
        self.written(spread.value, digits(spread), locale)
    }

    /// Its range for people; empty where there is no doubt.
    #[must_use]
    pub fn range(&self, spread: &Spread, locale: Locale) -> String {
        if spread.low >= spread.high {
            return String::new();
        }
        let end = |end| self.written(end, digits(spread), locale);
        between(&end(spread.low), &end(spread.high))
    }
}

fn digits(spread: &Spread) -> usize {
    if spread.low < spread.high {
        digits_of_range(spread.value, spread.low, spread.high)
    } else {
        MOST_DIGITS
    }
}

/// A chart: its data.
#[derive(Clone, Debug)]
pub enum Chart {
    /// Figures side by side, with their ranges.
    Bars(Bars),
    /// What a difference or a sum is made of.
    Waterfall(Waterfall),
    /// What each input does to a figure.
    Tornado(Tornado),
    /// A figure over time or an input, with its quantiles.
    Fan(Fan),
    /// Figures over an input.
    Lines(Lines),
    /// Options, and those that no other betters.
    Frontier(Frontier),
    /// What stands and adds up, over time.
    Areas(Areas),
    /// A figure, opened.
    Tree(Tree),
    /// Figures with their 50 % and 90 % intervals.
    Spreads(Spreads),
    /// How the draws of a figure are spread.
    Histogram(Histogram),
}

/// What every chart can say of itself.
trait Drawn {
    fn caption(&self) -> &Caption;
    /// Refuses what cannot be drawn.
    fn check(&self) -> Result<(), Error>;
    /// Its data, in tables.
    fn sheets(&self, locale: Locale) -> Vec<Sheet>;
    fn draw(&self, scene: &mut Scene, locale: Locale);
    /// The key of what stands at the foot, beside the source.
    fn foot(&self) -> &'static str {
        "foot-ranges"
    }
}

impl Chart {
    fn drawn(&self) -> &dyn Drawn {
        match self {
            Self::Bars(chart) => chart,
            Self::Waterfall(chart) => chart,
            Self::Tornado(chart) => chart,
            Self::Fan(chart) => chart,
            Self::Lines(chart) => chart,
            Self::Frontier(chart) => chart,
            Self::Areas(chart) => chart,
            Self::Tree(chart) => chart,
            Self::Spreads(chart) => chart,
            Self::Histogram(chart) => chart,
        }
    }

    /// What stands above it.
    #[must_use]
    pub fn caption(&self) -> &Caption {
        self.drawn().caption()
    }

    /// Refuses what cannot be drawn.
    ///
    /// # Errors
    /// When there is nothing to draw, or something that has no place: says what to do about it.
    pub fn check(&self) -> Result<(), Error> {
        self.drawn().check()
    }

    /// The picture.
    ///
    /// # Errors
    /// When there is nothing to draw, or something that has no place: says what to do about it.
    pub fn svg(&self, look: &Look) -> Result<String, Error> {
        self.picture(look).map(|picture| picture.svg)
    }

    /// The picture, with where its data stand.
    ///
    /// # Errors
    /// As those of [`svg`](Self::svg).
    pub fn picture(&self, look: &Look) -> Result<Picture, Error> {
        let drawn = self.drawn();
        drawn.check()?;
        let mut scene = Scene::of(drawn.caption(), look);
        drawn.draw(&mut scene, look.locale);
        let said = said(drawn.caption(), &drawn.sheets(look.locale), look.locale);
        Ok(scene.finished(drawn.caption(), &said, &self.foot(look.locale)))
    }

    /// Where its figures come from, and what its ranges are.
    #[must_use]
    pub fn foot(&self, locale: Locale) -> String {
        let source = format!(
            "{}{}wattflop, {} {EDITION}",
            locale.chart_word("source"),
            locale.word("colon"),
            locale.chart_word("foot-edition")
        );
        match locale.chart_word(self.drawn().foot()) {
            "" => source,
            ranges => format!("{source} · {ranges}"),
        }
    }

    /// Its data in tables, for whoever does not see it.
    #[must_use]
    pub fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        self.drawn().sheets(locale)
    }

    /// Its tables as HTML.
    #[must_use]
    pub fn html(&self, locale: Locale) -> String {
        self.sheets(locale).iter().map(|sheet| sheet.html(locale)).collect()
    }
}

/// So many rows are said; the table has all.
const SAID: usize = 8;

/// What a picture says, in words: its note, and its first rows.
fn said(caption: &Caption, sheets: &[Sheet], locale: Locale) -> String {
    let rows: Vec<_> = sheets.iter().flat_map(|sheet| sheet.lines(locale)).collect();
    let more = rows.len().saturating_sub(SAID);
    let more = (more > 0).then(|| locale.chart_word("more-rows").replace('#', &more.to_string()));
    let note = Some(caption.note.clone()).filter(|note| !note.is_empty());
    note.into_iter().chain(rows.into_iter().take(SAID)).chain(more).collect::<Vec<_>>().join("; ")
}

/// Refuses a chart of nothing.
fn check_some(count: usize, field: &str) -> Result<(), Error> {
    if count > 0 { Ok(()) } else { Err(Error::wrong_form(field, "form-something")) }
}

/// Refuses values that have no place on an axis.
fn check_values(values: impl IntoIterator<Item = f64>, field: &str, form: Form) -> Result<(), Error> {
    for value in values {
        if !value.is_finite() {
            return Err(Error::wrong_form(field, "form-finite"));
        }
        if form == Form::Log && value <= 0.0 {
            return Err(Error::wrong_form(field, "form-positive"));
        }
    }
    Ok(())
}
