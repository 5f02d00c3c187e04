//! What a difference or a sum is made of: steps that lead from one value to another.

use super::data::{Sheet, numbers, texts};
use super::rows::{self, Mark, Panel, Row};
use super::scene::Scene;
use super::{Caption, Datum, Drawn, Form, Measured, Spread, check_some, check_values};
use crate::error::Error;
use crate::quantities::display::plain;
use crate::report::Locale;
use crate::report::words::between;

/// A step, or where the steps begin or end.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is.
    pub label: String,
    /// By how much it goes up or down; where it begins or ends, how much there is. In base units.
    pub amount: f64,
    /// The ends of the 90 % interval of that; `None` where they are not known.
    pub range: Option<(f64, f64)>,
}

/// Steps that lead from one value to another; from nothing to their sum, where there is no first.
#[derive(Clone, Debug)]
pub struct Waterfall {
    /// What stands above it.
    pub caption: Caption,
    /// What is measured.
    pub measured: Measured,
    /// Where it begins.
    pub start: Option<Step>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Where it ends.
    pub end: Step,
}

/// How far, beside the largest amount, the steps may be from the end.
const EXACTNESS: f64 = 1e-9;
/// The series of what there is, of what goes up, and of what goes down.
const WHOLE: usize = 0;
const UP: usize = 1;
const DOWN: usize = 2;

impl Waterfall {
    fn begin(&self) -> f64 {
        self.start.as_ref().map_or(0.0, |start| start.amount)
    }

    /// Every amount with its label.
    fn all(&self) -> impl Iterator<Item = &Step> {
        self.start.iter().chain(&self.steps).chain([&self.end])
    }

    fn whole(&self, step: &Step, locale: Locale) -> Row {
        let amount = step.amount;
        Row {
            label: step.label.clone(),
            value: self.measured.text(&Spread::exact(step.amount), locale),
            marks: vec![Mark::Bar(0.0, amount, WHOLE)],
            thread: Some(amount),
            is_total: true,
            ..Row::default()
        }
    }

    fn step(&self, step: &Step, from: f64, locale: Locale) -> Row {
        let to = from + step.amount;
        let side = if step.amount < 0.0 { DOWN } else { UP };
        let whisker = step.range.map(|(low, high)| Mark::Whisker(from + low, from + high));
        Row {
            label: step.label.clone(),
            value: self.signed(step.amount, locale),
            range: self.share(step, locale),
            marks: [Mark::Bar(from, to, side)].into_iter().chain(whisker).collect(),
            thread: Some(from),
            ..Row::default()
        }
    }

    /// What a step is of a sum; of a difference, its interval.
    fn share(&self, step: &Step, locale: Locale) -> String {
        const PERCENT: f64 = 100.0;
        const DIGITS: usize = 2;
        match self.start {
            Some(_) => step.range.map_or_else(String::new, |(low, high)| {
                between(&self.signed(low, locale), &self.signed(high, locale))
            }),
            None => format!(
                "{}{}",
                plain(PERCENT * step.amount / self.end.amount, DIGITS, locale.style()),
                locale.chart_word("percent")
            ),
        }
    }

    fn signed(&self, amount: f64, locale: Locale) -> String {
        let text = self.measured.text(&Spread::exact(amount.abs()), locale);
        match () {
            () if amount < 0.0 => format!("−{text}"),
            () if self.start.is_some() => format!("+{text}"),
            () => text,
        }
    }
}

impl Drawn for Waterfall {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        check_some(self.steps.len(), "steps")?;
        check_values(self.all().map(|step| step.amount), "steps", Form::Linear)?;
        let sum = self.steps.iter().fold(self.begin(), |sum, step| sum + step.amount);
        let size = self.all().fold(0.0_f64, |most, step| most.max(step.amount.abs()));
        let is_sum = (sum - self.end.amount).abs() <= size * EXACTNESS;
        if is_sum { Ok(()) } else { Err(Error::wrong_form("steps", "form-sum")) }
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let has_ranges = self.steps.iter().any(|step| step.range.is_some());
        let ends = |step: &Step| match step.range {
            _ if !has_ranges => Vec::new(),
            Some((low, high)) => vec![Datum::Number(low), Datum::Number(high)],
            None => vec![Datum::Blank, Datum::Blank],
        };
        let row = |step: &Step| {
            [Datum::Text(step.label.clone()), Datum::Number(step.amount)]
                .into_iter()
                .chain(ends(step))
                .collect()
        };
        let keys: &[_] = if has_ranges { &["amount", "low", "high"] } else { &["amount"] };
        let columns = keys.iter().map(|key| numbers(key, &self.measured, locale));
        let columns = [texts("step", locale)].into_iter().chain(columns).collect();
        vec![Sheet { title: self.measured.label.clone(), columns, rows: self.all().map(row).collect() }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        let mut rows: Vec<_> = self.start.iter().map(|start| self.whole(start, locale)).collect();
        let mut from = self.begin();
        for step in &self.steps {
            rows.push(self.step(step, from, locale));
            from += step.amount;
        }
        rows.push(self.whole(&self.end, locale));
        let (heading, measured) = (self.measured.label.clone(), self.measured.clone());
        rows::draw(
            scene,
            &[Panel { heading, measured, form: Form::Linear, rows, reference: Some(0.0), has_axis: true }],
            locale,
        );
    }

    fn foot(&self) -> &'static str {
        if self.steps.iter().any(|step| step.range.is_some()) { "foot-ranges" } else { "foot-medians" }
    }
}
