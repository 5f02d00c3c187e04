//! Inputs by path: listing them, and setting one.

use super::absent::no_input;
use crate::catalogue::{CURRENCIES, Currency, DOLLAR};
use crate::cluster::Supply;
use crate::cost::Accounts;
use crate::error::{Code, Error, Noun};
use crate::estimate::Scenario;
use crate::provenance::Shape;
use crate::quantities::display::{MOST_DIGITS, significant};
use crate::quantities::parse::{examples, is_bare, parse_base, parse_ends};
use crate::quantities::{Denomination, Devices, Kind, Measure, ParseError};
use crate::tables::{Belief, Choice, Input, InputVisitor, Path, Slot};

/// An input of a scenario: where it stands, what it is, and how far to believe it.
#[derive(Clone, Debug)]
pub struct InputRow {
    /// Its path, such as `site.pue`.
    pub path: String,
    /// Its row in the table.
    pub input: &'static Input,
    /// Its value in base units; `None` where nobody knows it.
    pub value: Option<f64>,
    /// Its range and its evidence.
    pub belief: Belief,
    /// What money is shown in.
    pub money: Denomination,
}

impl InputRow {
    /// The unit that documents write it in: its own, or the smallest there is; empty for pure numbers.
    #[must_use]
    pub fn unit(&self) -> String {
        self.money.unit(self.symbol())
    }

    /// A value of it in that unit, from base units.
    #[must_use]
    pub fn in_unit(&self, base: f64) -> f64 {
        let factor = self.input.kind.unit(self.symbol()).map_or(1.0, |unit| unit.factor);
        self.money.of(self.input.kind, base) / factor
    }

    /// The symbol of that unit, money being in dollars.
    pub(crate) fn symbol(&self) -> &'static str {
        let smallest = || self.input.kind.ladder.first().map_or("", |unit| unit.symbol);
        if self.input.unit.is_empty() { smallest() } else { self.input.unit }
    }

    /// The same at another value, as if it were given.
    #[must_use]
    pub(crate) fn at(&self, value: f64) -> Self {
        Self { value: Some(value), belief: Belief::given(value), ..self.clone() }
    }

    /// Whether only whole numbers of it make sense: what is counted.
    #[must_use]
    pub(crate) fn is_counted(&self) -> bool {
        self.input.domain.whole || self.input.kind.name == Devices::KIND.name
    }
}

/// All inputs of a scenario, in the order of the tables.
#[must_use]
pub fn inputs(scenario: &Scenario) -> Vec<InputRow> {
    let mut visitor = Collect::of(scenario);
    // Nothing is refused while only looking.
    let _ = scenario.clone().visit_inputs(&mut visitor);
    visitor.rows
}

/// The inputs of a table that stands at a path, in none of a scenario.
pub(crate) fn inputs_of(
    path: &str,
    visit: impl FnOnce(&mut dyn InputVisitor) -> Result<(), Error>,
) -> Vec<InputRow> {
    let money = Denomination::DOLLARS;
    let mut visitor = Collect { path: Path::new(), rows: Vec::new(), choices: Vec::new(), money };
    visitor.enter(path);
    let _ = visit(&mut visitor);
    visitor.rows
}

/// A choice of a scenario: where it stands, and what is chosen.
#[derive(Clone, Debug)]
pub struct ChoiceRow {
    /// Its path, such as `site.grid`.
    pub path: String,
    /// Its row in the table.
    pub choice: &'static Choice,
    /// What is chosen.
    pub current: &'static str,
}

/// All choices of a scenario: precisions, accelerators, grids.
#[must_use]
pub fn choices(scenario: &Scenario) -> Vec<ChoiceRow> {
    let mut visitor = Collect::of(scenario);
    let _ = scenario.clone().visit_inputs(&mut visitor);
    visitor.choices
}

struct Collect {
    path: Path,
    rows: Vec<InputRow>,
    choices: Vec<ChoiceRow>,
    money: Denomination,
}

impl Collect {
    fn of(scenario: &Scenario) -> Self {
        let money = scenario.denomination();
        Self { path: Path::new(), rows: Vec::new(), choices: Vec::new(), money }
    }
}

impl InputVisitor for Collect {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(
        &mut self,
        input: &'static Input,
        slot: &mut dyn Slot,
        belief: &mut Belief,
    ) -> Result<(), Error> {
        let path = self.path.join(input.name);
        self.rows.push(InputRow { path, input, value: slot.get(), belief: *belief, money: self.money });
        Ok(())
    }
    fn choice(&mut self, choice: &'static Choice, current: &'static str) -> Option<String> {
        self.choices.push(ChoiceRow { path: self.path.join(choice.name), choice, current });
        None
    }
}

/// Sets an input by its path: a value with its unit, a range (`0.35..0.45`), one with its median (`0.35..0.41..0.45`), either with
/// the shape that it spreads by behind it (`1.1..1.4 uniform`: lognormal, above-one, normal, logit-normal, uniform); or the name
/// of a choice.
///
/// # Errors
/// When there is no such input, the text is not a value of it, or the value is not allowed.
pub fn set(scenario: &mut Scenario, path: &str, text: &str) -> Result<(), Error> {
    put(scenario, path, New::Text(text))
}

/// Sets an input by its path to a bare number, where that needs no unit.
///
/// # Errors
/// When there is no such input, it needs a unit, or the value is not allowed.
pub fn set_number(scenario: &mut Scenario, path: &str, number: f64) -> Result<(), Error> {
    put(scenario, path, New::Number(number))
}

/// A value for an input, as a document or an argument gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// A bare number.
    Number(f64),
    /// A text: a value with its unit, a range, the name of a choice.
    Text(String),
}

/// Sets inputs by their paths: choices first, since other inputs follow from them, and the kinds of what is in lists last
/// of these; then the rate of the currency, then in the order given.
///
/// # Errors
/// As [`set`] and [`set_number`], for the first that cannot be set.
pub fn set_all(scenario: &mut Scenario, settings: &[(String, Setting)]) -> Result<(), Error> {
    let values = set_choices(scenario, settings)?;
    let (money, others): (Vec<_>, Vec<_>) =
        values.into_iter().partition(|(path, _)| path.starts_with("money."));
    money.into_iter().chain(others).try_for_each(|setting| set_one(scenario, setting))
}

/// Sets the choices among settings, and gives back the other settings.
///
/// # Errors
/// As [`set`], for the first that cannot be set.
pub fn set_choices<'a>(
    scenario: &mut Scenario,
    settings: &'a [(String, Setting)],
) -> Result<Vec<&'a (String, Setting)>, Error> {
    let mut known = Names::default();
    if !settings.is_empty() {
        scenario.visit_inputs(&mut known)?;
    }
    let is_choice = |path: &str| known.choices.iter().any(|choice| is_alike(choice, path));
    let (choices, values): (Vec<_>, Vec<_>) = settings.iter().partition(|(path, _)| is_choice(path));
    let (listed, choices): (Vec<_>, Vec<_>) =
        choices.into_iter().partition(|(path, _)| path.ends_with(".kind"));
    choices.into_iter().chain(listed).try_for_each(|setting| set_one(scenario, setting))?;
    Ok(values)
}

fn set_one(scenario: &mut Scenario, (path, setting): &(String, Setting)) -> Result<(), Error> {
    match setting {
        Setting::Number(number) => set_number(scenario, path, *number),
        Setting::Text(text) => set(scenario, path, text),
    }
}

/// Whether two paths are the same but for the numbers in them.
fn is_alike(a: &str, b: &str) -> bool {
    let is_number = |segment: &str| segment.bytes().all(|byte| byte.is_ascii_digit());
    let same = |(a, b): (&str, &str)| a == b || (is_number(a) && is_number(b));
    a.split('.').count() == b.split('.').count() && a.split('.').zip(b.split('.')).all(same)
}

fn put(scenario: &mut Scenario, path: &str, new: New) -> Result<(), Error> {
    let accounts = scenario.money.clone();
    let mut visitor = Set { path: Path::new(), target: path, new, accounts, done: false };
    scenario.visit_inputs(&mut visitor).map_err(|error| error.at(path))?;
    if visitor.done {
        return Ok(());
    }
    if is_of_mix(path) {
        return Err(Error::new(Code::OfMix, vec![("field", path.to_owned())]));
    }
    let mut names = Names { inputs: Some(Vec::new()), ..Names::default() };
    scenario.visit_inputs(&mut names)?;
    let known = names.inputs.into_iter().flatten().chain(names.choices);
    Err(no_input(scenario, path, Error::unknown_among(Noun::Input, path, &mut known.into_iter())))
}

/// The paths of the choices, and of the inputs where they are wanted.
#[derive(Default)]
struct Names {
    path: Path,
    choices: Vec<String>,
    inputs: Option<Vec<String>>,
}

impl InputVisitor for Names {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn passes(&mut self, _count: usize) -> bool {
        self.inputs.is_none()
    }
    fn input(
        &mut self,
        input: &'static Input,
        _slot: &mut dyn Slot,
        _belief: &mut Belief,
    ) -> Result<(), Error> {
        let path = self.path.join(input.name);
        self.inputs.iter_mut().for_each(|inputs| inputs.push(path.clone()));
        Ok(())
    }
    fn choice(&mut self, choice: &'static Choice, _current: &'static str) -> Option<String> {
        self.choices.push(self.path.join(choice.name));
        None
    }
}

/// Whether a path is that of an input of a mix of sources, which a site on its grid alone does not have.
fn is_of_mix(path: &str) -> bool {
    let name = path.strip_prefix("site.");
    name.is_some_and(|name| Supply::INPUTS.iter().any(|input| input.name == name))
}

/// What an input is set to.
#[derive(Clone, Copy)]
enum New<'a> {
    Text(&'a str),
    Number(f64),
}

impl<'a> New<'a> {
    /// The same without the shape that stands behind a range, and that shape.
    fn shaped(self) -> (Self, Option<Shape>) {
        let Self::Text(text) = self else { return (self, None) };
        let named = |(name, shape): (&str, Shape)| Some((text.trim_end().strip_suffix(name)?, shape));
        let by_length = [3, 0, 2, 1, 4].into_iter().filter_map(|place| Shape::NAMED.get(place).copied());
        let found = by_length.filter_map(named).find(|(rest, _)| rest.ends_with(' ') && ends(rest).is_some());
        found.map_or((self, None), |(rest, shape): (&'a str, Shape)| (Self::Text(rest), Some(shape)))
    }

    /// Low, central and high in base units.
    fn read(self, path: &str, input: &Input, accounts: &Accounts) -> Result<(f64, f64, f64), Error> {
        match self {
            Self::Text(text) => read_money(path, Measured::by(input), text, accounts),
            Self::Number(number) if is_bare(input.kind) => Ok((number, number, number)),
            Self::Number(number) => {
                let text = significant(number, MOST_DIGITS);
                Err(unreadable(path, input.kind, &text, ParseError::UnitMissing))
            }
        }
    }

    fn text(self) -> String {
        match self {
            Self::Text(text) => text.to_owned(),
            Self::Number(number) => significant(number, MOST_DIGITS),
        }
    }
}

struct Set<'a> {
    path: Path,
    target: &'a str,
    new: New<'a>,
    accounts: Accounts,
    done: bool,
}

impl Set<'_> {
    fn is_here(&mut self, name: &str) -> bool {
        let here = !self.done && self.path.leads_to(name, self.target);
        self.done |= here;
        here
    }
}

impl InputVisitor for Set<'_> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(
        &mut self,
        input: &'static Input,
        slot: &mut dyn Slot,
        belief: &mut Belief,
    ) -> Result<(), Error> {
        if !self.is_here(input.name) {
            return Ok(());
        }
        let (new, shape) = self.new.shaped();
        let (low, value, high) = new.read(self.target, input, &self.accounts)?;
        if shape.is_some_and(|shape| !shape.takes(low, high)) {
            return Err(Error::wrong_form(self.target, "form-shape"));
        }
        for end in [low, value, high] {
            input.check(self.target, end)?;
        }
        slot.put(value);
        *belief = Belief { low, high, ..Belief::given(value) };
        if low < high {
            belief.shape = shape.unwrap_or(if low > 0.0 { Shape::Lognormal } else { Shape::Uniform });
        }
        Ok(())
    }
    fn choice(&mut self, choice: &'static Choice, _current: &'static str) -> Option<String> {
        self.is_here(choice.name).then(|| self.new.text())
    }
}

/// What a text is to be a value of.
#[derive(Clone, Copy)]
pub(crate) struct Measured {
    /// What it measures.
    pub(crate) kind: &'static Kind,
    /// Whether only whole numbers are values of it.
    pub(crate) whole: bool,
}

impl Measured {
    /// What an input measures.
    pub(crate) const fn by(input: &Input) -> Self {
        Self { kind: input.kind, whole: input.domain.whole }
    }
}

/// Low, central and high of a text, which may be in the scenario's own currency where it is of money.
pub(crate) fn read_money(
    path: &str,
    measured: Measured,
    text: &str,
    accounts: &Accounts,
) -> Result<(f64, f64, f64), Error> {
    let is_foreign = |currency: &&'static Currency| {
        currency.code != DOLLAR.code
            && (text.contains(currency.code) || text.contains(currency.symbol.trim_end()))
    };
    let foreign = CURRENCIES.iter().find(is_foreign).filter(|_| measured.kind.is_money());
    let Some(currency) = foreign else { return read(path, measured, text) };
    let rate = accounts.rate_of(currency).map_err(|error| error.at(path))?;
    let dollars = text.replace(currency.code, DOLLAR.code).replace(currency.symbol.trim_end(), DOLLAR.symbol);
    read(path, measured, &dollars).map(|(low, value, high)| (low * rate, value * rate, high * rate))
}

/// Low, central and high of a text: a value, or a range whose ends are its 5th and 95th percentiles, with its median between them
/// where that is given.
fn read(path: &str, measured: Measured, text: &str) -> Result<(f64, f64, f64), Error> {
    let Measured { kind, whole } = measured;
    let failed = |why| unreadable(path, kind, text, why);
    let Some((low, high)) = ends(text) else {
        let value = parse_base(kind, text).map_err(failed)?;
        return Ok((value, value, value));
    };
    let (median, high) = ends(high).map_or((None, high), |(median, high)| (Some(median), high));
    let (low, top) = parse_ends(kind, low, high).map_err(failed)?;
    let median = median.map(|median| parse_ends(kind, median, high).map_err(failed)).transpose()?;
    let middle = if low > 0.0 { f64::sqrt(low * top) } else { f64::midpoint(low, top) };
    let (central, high) = (median.map_or(middle, |(median, _)| median), top);
    if low > high || median.is_some_and(|(median, _)| median < low || median > high) {
        return Err(out_of_order(path, text));
    }
    Ok((low, if whole { libm::round(central) } else { central }, high))
}

/// The error for a range that ends below where it begins.
pub(crate) fn out_of_order(path: &str, text: &str) -> Error {
    Error::new(Code::RangeOutOfOrder, vec![("field", path.to_owned()), ("text", text.to_owned())])
}

/// The ends of a range, on either side of its two points.
pub(crate) fn ends(text: &str) -> Option<(&str, &str)> {
    let points = text.char_indices().filter(|(_, c)| *c == '.');
    let low_and_high = |(place, _)| {
        text.split_at_checked(place).and_then(|(low, high)| Some((low, high.strip_prefix("..")?)))
    };
    points.filter_map(low_and_high).next()
}

pub(crate) fn unreadable(path: &str, kind: &Kind, text: &str, why: ParseError) -> Error {
    let code = match &why {
        ParseError::NotANumber if kind.is_number() => Code::NotANumber,
        ParseError::NotANumber => Code::Unreadable,
        ParseError::UnitMissing => Code::UnitMissing,
        ParseError::WrongUnit(_) if kind.is_number() => Code::UnitNotAllowed,
        ParseError::WrongUnit(_) => Code::WrongUnit,
    };
    let unit = if let ParseError::WrongUnit(unit) = why { unit } else { String::new() };
    let args = vec![
        ("field", path.to_owned()),
        ("text", text.trim().to_owned()),
        ("unit", unit),
        ("kind", kind.name.to_owned()),
        ("expected", examples(kind)),
    ];
    Error::new(code, args)
}
