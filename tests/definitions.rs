//! What the functions of the formulas are said to be, read and evaluated here, is what the code makes of the same arguments.

use crate::ledger::call;
use crate::properties::scenarios::checks;
use proptest::prelude::*;
use std::collections::BTreeMap;
use wattflop::cost::{internal_rate, paid_back};
use wattflop::quantities::units::usd;
use wattflop::quantities::*;
use wattflop::report::Locale;
use wattflop::report::functions::{defined, names};

/// Those whose words are for people alone, each with a test of its own below: they take lists.
const IN_WORDS: [&str; 3] = ["internal_rate", "paid_back", "sum"];

/// A value in base units; `None` where it is not known.
type Value = Option<f64>;

/// The units that stand behind numbers in definitions.
fn unit(symbol: &str) -> f64 {
    let of = |kind: &'static Kind, symbol: &str| kind.unit(symbol).unwrap().factor;
    match symbol {
        "W/GB" => of(DevicePower::KIND, "W/device") / of(Information::KIND, "GB"),
        "B" | "GB" => of(Information::KIND, symbol),
        "yr" => of(Time::KIND, symbol),
        "device" => of(Devices::KIND, symbol),
        _ => panic!("no unit `{symbol}` in definitions"),
    }
}
const UNITS: [&str; 5] = ["W/GB", "GB", "B", "yr", "device"];

/// What a definition comes to, and when; always, where nothing is said.
type Case = (String, Option<String>);

/// A definition, taken apart.
struct Definition {
    given: Vec<String>,
    cases: Vec<Case>,
    with: Vec<(String, Vec<Case>)>,
}

/// Cases: `A if c; B if d; else C`, or `A if c, else B`.
fn cases(text: &str) -> Vec<Case> {
    let text = text.replace(", else ", "; else ");
    let case = |case: &str| match (case.strip_prefix("else "), case.split_once(" if ")) {
        (Some(rest), _) => (rest.to_owned(), None),
        (None, Some((value, condition))) => (value.to_owned(), Some(condition.to_owned())),
        (None, None) => (case.to_owned(), None),
    };
    text.split("; ").map(case).collect()
}

impl Definition {
    fn of(name: &str) -> Self {
        Self::read(&defined(name).unwrap())
    }

    /// Reads `name(a, b) = …`.
    fn read(whole: &str) -> Self {
        let (head, what) = whole.split_once(" = ").unwrap();
        let (_, given) = head.split_once('(').unwrap();
        let given = given.trim_end_matches(')').split(", ").map(str::to_owned).collect();
        let (what, with) = what.split_once(", with ").unwrap_or((what, ""));
        let with = with.split(" and ").filter_map(|binding| binding.split_once(" = "));
        let with = with.map(|(name, text)| (name.to_owned(), cases(text))).collect();
        Self { given, cases: cases(what), with }
    }

    /// The arguments that need not be known.
    fn optional(&self) -> Vec<&str> {
        let conditions = self.cases.iter().filter_map(|(_, condition)| condition.as_deref());
        let subjects = conditions.filter_map(|condition| {
            condition.strip_suffix(" is —").or_else(|| condition.strip_suffix(" is known"))
        });
        subjects.flat_map(listed).collect()
    }

    fn at(&self, values: &[Value]) -> Value {
        let mut scope: Scope = self.given.iter().cloned().zip(values.iter().copied()).collect();
        for (name, cases) in &self.with {
            let value = first_that_fits(cases, &scope);
            scope.insert(name.clone(), value);
        }
        first_that_fits(&self.cases, &scope)
    }
}

type Scope = BTreeMap<String, Value>;

/// `a, b or c` as a list.
fn listed(names: &str) -> impl Iterator<Item = &str> {
    names.split(", ").flat_map(|names| names.split(" or "))
}

fn first_that_fits(cases: &[Case], scope: &Scope) -> Value {
    let fits =
        |condition: &Option<String>| condition.as_ref().is_none_or(|condition| holds(condition, scope));
    let (text, _) = cases.iter().find(|(_, condition)| fits(condition)).expect("a case fits");
    evaluate(text, scope)
}

fn holds(condition: &str, scope: &Scope) -> bool {
    if let Some((one, other)) = condition.split_once(" and ") {
        return holds(one, scope) && holds(other, scope);
    }
    if let Some(names) = condition.strip_suffix(" is —") {
        return listed(names).any(|name| scope[name].is_none());
    }
    if let Some(name) = condition.strip_suffix(" is known") {
        return scope[name].is_some();
    }
    if let Some(text) = condition.strip_suffix(" is whole") {
        return evaluate(text, scope).is_some_and(|value| value.fract() == 0.0);
    }
    let compare = |(symbol, a, b): (char, f64, f64)| match symbol {
        '=' => a == b,
        '<' => a < b,
        '>' => a > b,
        '≤' => a <= b,
        _ => a >= b,
    };
    let symbols: Vec<char> = condition.chars().filter(|letter| "=<>≤≥".contains(*letter)).collect();
    assert!(!symbols.is_empty(), "`{condition}` is no condition");
    let sides = condition.split(|letter: char| symbols.contains(&letter));
    let sides: Vec<f64> = sides.map(|side| evaluate(side, scope).unwrap_or(f64::NAN)).collect();
    symbols.into_iter().zip(sides.windows(2)).map(|(symbol, pair)| (symbol, pair[0], pair[1])).all(compare)
}

fn evaluate(text: &str, scope: &Scope) -> Value {
    let mut reader = Reader { rest: text, scope };
    let value = reader.sum();
    assert!(reader.rest.trim().is_empty(), "`{text}` is not read beyond `{}`", reader.rest);
    value
}

/// Reads a formula as people write it.
struct Reader<'a> {
    rest: &'a str,
    scope: &'a Scope,
}

impl<'a> Reader<'a> {
    fn takes(&mut self, symbol: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(symbol);
        rest.is_some_and(|rest| {
            self.rest = rest;
            true
        })
    }

    fn sum(&mut self) -> Value {
        let mut value = if self.takes("−") { self.product().map(|value| -value) } else { self.product() };
        loop {
            if self.takes("+") {
                value = value.zip(self.product()).map(|(a, b)| a + b);
            } else if self.takes("−") {
                value = value.zip(self.product()).map(|(a, b)| a - b);
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut value = self.power();
        loop {
            if self.takes("·") {
                value = value.zip(self.power()).map(|(a, b)| a * b);
            } else if self.takes("/") {
                value = value.zip(self.power()).map(|(a, b)| a / b);
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> Value {
        let value = self.atom();
        if self.takes("^") {
            return value.zip(self.atom()).map(|(a, b)| a.powf(b));
        }
        match () {
            () if self.takes("²") => value.map(|value| value * value),
            () if self.takes("³") => value.map(|value| value * value * value),
            () => value,
        }
    }

    fn closed(&mut self, end: &str) -> Value {
        let value = self.sum();
        assert!(self.takes(end), "`{end}` before `{}`", self.rest);
        value
    }

    fn atom(&mut self) -> Value {
        match () {
            () if self.takes("(") => self.closed(")"),
            () if self.takes("⌈") => self.closed("⌉").map(f64::ceil),
            () if self.takes("⌊") => self.closed("⌋").map(f64::floor),
            () if self.takes("√") => self.atom().map(f64::sqrt),
            () if self.takes("log₂") => self.atom().map(f64::log2),
            () if self.takes("ln ") => self.atom().map(f64::ln),
            () if self.takes("∞") => Some(f64::INFINITY),
            () if self.takes("—") => None,
            () => self.number_or_name(),
        }
    }

    fn number_or_name(&mut self) -> Value {
        self.rest = self.rest.trim_start();
        let is_number = self.rest.starts_with(|letter: char| letter.is_ascii_digit());
        let of_it = |letter: char| match is_number {
            true => letter.is_ascii_digit() || letter == '.',
            false => (letter.is_alphanumeric() && !"²³".contains(letter)) || letter == '_',
        };
        let (piece, rest) = self.rest.split_at(self.rest.find(|c| !of_it(c)).unwrap_or(self.rest.len()));
        self.rest = rest;
        if is_number {
            let number: f64 = piece.parse().unwrap();
            let symbol = UNITS.iter().find(|symbol| self.takes(symbol));
            return Some(number * symbol.map_or(1.0, |symbol| unit(symbol)));
        }
        if self.takes("(") { self.function(piece) } else { self.known(piece) }
    }

    fn known(&self, name: &str) -> Value {
        *self.scope.get(name).unwrap_or_else(|| panic!("what is `{name}` before `{}`?", self.rest))
    }

    fn function(&mut self, name: &str) -> Value {
        let mut given = vec![self.sum()];
        while self.takes(",") {
            given.push(self.sum());
        }
        assert!(self.takes(")"));
        let known = || given.iter().flatten().copied();
        match name {
            "min" => known().reduce(f64::min),
            "max" => known().reduce(f64::max),
            "round" => given[0].map(f64::round),
            _ => Definition::of(name).at(&given),
        }
    }
}

/// What an argument may be.
#[derive(Clone, Copy)]
enum Given {
    /// Zero, a small whole number, a share, or anything positive.
    Any,
    /// The same, but not zero.
    Positive,
    /// A whole number between two, both included.
    Whole(u32, u32),
    /// From 0 to 1, the ends too.
    Share,
    /// A rate by the year, or none.
    Rate,
    /// A year of our time, in its parts.
    Year,
    /// Some years of time, in base units.
    Years,
}
use Given::{Any, Positive, Rate, Share as OfShare, Whole, Year, Years};

/// What arguments may be that are not anything, by their names, of all functions or of one.
const GIVEN: &[(&str, Given)] = &[
    ("bought.y", Whole(0, 12)),
    ("bought.H", Whole(1, 12)),
    ("bought.k", Rate),
    ("resold.y", Whole(0, 12)),
    ("resold.H", Whole(1, 12)),
    ("resold.k", Rate),
    ("compounded.n", Whole(0, 20)),
    ("decayed.k", Rate),
    ("decayed.age", Years),
    ("recovery.r", Rate),
    ("recovery.n", Whole(1, 12)),
    ("in_flight.v", Whole(1, 8)),
    ("slowest_stage.l", Whole(1, 128)),
    ("slowest_stage.p", Whole(1, 16)),
    ("slowest_stage.v", Whole(1, 8)),
    ("unfilled.p", Whole(1, 16)),
    ("unfilled.v", Whole(1, 8)),
    ("inside.n", Whole(1, 64)),
    ("latency.n", Whole(1, 64)),
    ("ring.n", Whole(1, 64)),
    ("all_to_all.n", Whole(1, 64)),
    ("all_to_all.k", Whole(1, 8)),
    ("distinct_experts.k", Whole(0, 8)),
    ("distinct_experts.E", Whole(0, 64)),
    ("sharded.n", Positive),
    ("under_cap.idle", OfShare),
    ("under_cap.TDP", Whole(1, 3)),
    ("under_cap.cap", Whole(1, 4)),
    ("computed.v", OfShare),
    ("over_layers.v", OfShare),
    ("effectiveness.f", OfShare),
    ("windowed.a", OfShare),
    ("staffed.s", OfShare),
    ("gained.γ", Whole(0, 8)),
    ("gained.α", OfShare),
    ("fallen.α", OfShare),
    ("raised.b", Whole(0, 3)),
    ("grown.g", OfShare),
    ("L", Years),
    ("R", OfShare),
    ("stride", Whole(1, 16)),
    ("d", Whole(1, 72)),
    ("fused", OfShare),
    ("overlap", OfShare),
    ("apart", OfShare),
    ("zero", Whole(0, 3)),
    ("tiers", Whole(1, 4)),
    ("rails", Whole(1, 8)),
    ("groups", Whole(1, 5)),
    ("year", Year),
];

/// What an argument of a function may be.
fn given(function: &str, name: &str) -> Given {
    let own = format!("{function}.{name}");
    let of = |key: &str| GIVEN.iter().find(|(known, _)| *known == key).map(|(_, given)| *given);
    of(&own).or_else(|| of(name)).unwrap_or(Any)
}

impl Given {
    fn values(self) -> BoxedStrategy<f64> {
        let scale = (-3.0..6.0).prop_map(|power: f64| 10.0_f64.powf(power));
        let positive = prop_oneof![(1_u32..12).prop_map(f64::from), 0.01..1.0, scale];
        match self {
            Any => prop_oneof![1 => Just(0.0), 7 => positive].boxed(),
            Positive => positive.boxed(),
            Whole(from, to) => (from..=to).prop_map(f64::from).boxed(),
            OfShare => prop_oneof![1 => Just(0.0), 1 => Just(1.0), 6 => 0.0..1.0].boxed(),
            Rate => prop_oneof![1 => Just(0.0), 4 => 0.001..0.5].boxed(),
            Year => (2018.0..2030.0).boxed(),
            Years => (0.5..15.0).prop_map(|years| years * unit("yr")).boxed(),
        }
    }
}

/// Any arguments of a function: those that need not be known are sometimes not.
fn arguments(name: &str) -> BoxedStrategy<Vec<Value>> {
    let definition = Definition::of(name);
    let may_lack = |argument: &str| {
        definition.optional().contains(&argument) || name == "fewest" || (name, argument) == ("capped", "cap")
    };
    let one = |argument: &String| {
        let known = given(name, argument).values();
        let absent = u32::from(may_lack(argument));
        prop_oneof![3 => known.prop_map(Some).boxed(), absent => Just(None).boxed()].boxed()
    };
    definition.given.iter().map(one).collect::<Vec<_>>().boxed()
}

/// Whether two values are the same but for rounding; what is no number is no value.
fn is_alike(one: Value, other: Value) -> bool {
    match [one, other].map(|value| value.filter(|value| !value.is_nan())) {
        [Some(a), Some(b)] => a == b || (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
        [one, other] => one.is_none() && other.is_none(),
    }
}

/// Every definition but those in words, over random arguments; and most of what is compared is a number.
#[test]
fn every_function_is_what_its_definition_says() {
    let read: Vec<_> = names().filter(|name| !IN_WORDS.contains(name)).collect();
    assert_eq!(read.len() + IN_WORDS.len(), names().count());
    for name in read {
        let definition = Definition::of(name);
        let numbers = std::cell::Cell::new(0);
        let mut runner = proptest::test_runner::TestRunner::new(checks(256));
        let told = runner.run(&arguments(name), |given| {
            let (said, made) = (definition.at(&given), call(name, &given));
            numbers.set(numbers.get() + u32::from(made.is_some_and(f64::is_finite)));
            prop_assert!(
                is_alike(said, made),
                "{name}{given:?}: {said:?} by its definition, {made:?} by the code"
            );
            Ok(())
        });
        told.unwrap_or_else(|error| panic!("{}\n{error}", defined(name).unwrap()));
        assert!(numbers.get() > 64, "{name}: {} numbers", numbers.get());
    }
}

/// The definition with an operator in place of another, the first of these that it has; `None` where it has none.
fn mistaken(whole: &str) -> Option<String> {
    const SWAPS: [(&str, &str); 5] =
        [("·", "/"), ("/", "·"), (" + ", " − "), (" − ", " + "), ("min(", "max(")];
    let (head, what) = whole.split_once(" = ")?;
    let (one, other) = SWAPS.iter().find(|(one, _)| what.contains(one))?;
    Some(format!("{head} = {}", what.replacen(one, other, 1)))
}

/// A definition that is wrong is found out, over the same arguments.
#[test]
fn a_wrong_operator_is_told_from_the_right_one() {
    let mut missed = Vec::new();
    let mut count = 0;
    for name in names().filter(|name| !IN_WORDS.contains(name)) {
        let Some(wrong) = mistaken(&defined(name).unwrap()) else { continue };
        let definition = Definition::read(&wrong);
        let mut runner = proptest::test_runner::TestRunner::new(checks(256));
        let told = runner.run(&arguments(name), |given| {
            prop_assert!(is_alike(definition.at(&given), call(name, &given)));
            Ok(())
        });
        count += 1;
        missed.extend(told.is_ok().then_some(wrong));
    }
    // One device is the base unit.
    assert_eq!(missed, ["one(rate) = rate / 1 device"]);
    assert!(count > 70, "{count}");
}

#[test]
fn the_evaluator_reads_what_definitions_are_made_of() {
    let scope: Scope = [("a", 7.0), ("b", 2.0)].map(|(name, value)| (name.to_owned(), Some(value))).into();
    for (text, value) in [
        ("a − b − 1", 4.0),
        ("a/b/7 + 2^(−b)", 0.75),
        ("(1 + a)·b²", 32.0),
        ("⌈a/b⌉ + ⌊a/b⌋ + round(a/b)", 11.0),
        ("log₂ max(a + 1, b) + √(2·b)", 5.0),
        ("2 GB/1 B", 2e9),
    ] {
        assert!(is_alike(evaluate(text, &scope), Some(value)), "{text}: {:?}", evaluate(text, &scope));
    }
    assert!(holds("0 < b ≤ 2", &scope) && !holds("0 < b < 2", &scope) && holds("a > b and b = 2", &scope));
    assert_eq!(first_that_fits(&cases("1 if a < b; 2 if a/b is whole; else 3"), &scope), Some(3.0));
    assert!(!is_alike(Some(1.0), Some(1.0 + 1e-8)) && !is_alike(None, Some(0.0)));
}

proptest! {
    #![proptest_config(checks(64))]

    /// The r for which Σ fₜ/(1 + r)^t = 0; and the years after which the flows have summed to 0, the last of them in part.
    #[test]
    fn flows_come_back_as_their_definitions_say(
        price in 1.0..1e6_f64,
        flows in prop::collection::vec(0.01..1.0_f64, 1..12),
    ) {
        let all: Vec<f64> = std::iter::once(-price).chain(flows.iter().map(|flow| flow * price)).collect();
        let rate = internal_rate(all.iter().copied().map(usd)).get();
        let worth: f64 = all.iter().zip(0..).map(|(flow, year)| flow / (1.0 + rate).powi(year)).sum();
        prop_assert!(worth.abs() <= 1e-6 * price, "{rate}: {worth} of {price}");
        let years = paid_back(all.iter().copied().map(usd)).base() / unit("yr");
        if years.is_finite() {
            let done = years.floor() as usize + 1;
            let part = all.get(done).map_or(0.0, |flow| flow * years.fract());
            let sum = all.iter().take(done).sum::<f64>() + part;
            prop_assert!(sum.abs() <= 1e-6 * price, "{years}: {sum}");
        } else {
            prop_assert!(all.iter().sum::<f64>() < 0.0);
        }
        let given: Vec<_> = all.iter().copied().map(Some).collect();
        prop_assert!(is_alike(call("sum", &given), Some(all.iter().sum())));
    }
}

/// In French they are told in French: names of arguments and functions stay, and no word of English.
#[test]
fn definitions_are_told_in_french() {
    const ENGLISH: [&str; 14] = [
        "if", "else", "with", "is", "are", "the", "known", "whole", "of", "or", "and", "years", "which",
        "device",
    ];
    for name in names() {
        let told = Locale::Fr.definition(&defined(name).unwrap());
        let (_, what) = told.split_once(" = ").unwrap();
        let left = what.split(|c: char| !c.is_alphabetic()).find(|word| ENGLISH.contains(word));
        assert_eq!(left, None, "{told}");
    }
    assert_eq!(Locale::Fr.definition(&defined("unshared").unwrap()), "unshared(e) = 0 si e > 0, sinon 1");
}
