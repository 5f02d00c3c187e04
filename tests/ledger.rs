//! A figure explains itself: the formula shown, read and evaluated here with the values of what it names, gives the
//! figure.

use crate::properties::scenarios::{checks, results};
use crate::support::{run_of, service_of, with, year_of};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::vec::IntoIter;
use wattflop::analysis::{FigureRow, InputRow, compare, figures, inputs, scaling};
use wattflop::catalogue::CLUSTERS;
use wattflop::cluster::Cluster;
use wattflop::cost::{self, counted, fewest, internal_rate, paid_back, staffed, weighted, whole};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::footprint::{others, supply};
use wattflop::power::fabric as fabric_of;
use wattflop::power::work as at_work;
use wattflop::quantities::units::{self, flop_per_token, usd};
use wattflop::quantities::*;
use wattflop::reliability::{self, spaced, stalled};
use wattflop::report::functions::defined;
use wattflop::report::ledger::{Token, fed_by, resolved, tokens};
use wattflop::report::{Locale, Term, explain, tree, words};
use wattflop::throughput::{counted_share, fabric, memory, serving, terms, under_cap, utilisation};
use wattflop::workload::{Model, TrainingRun, lacking, latent_query, windowed};

/// A value in base units; `None` where the result has none.
type Value = Option<f64>;

/// Functions that take what may be absent.
const OPTIONAL: [&str; 14] = [
    "asked",
    "priced",
    "tiers_of",
    "fewest",
    "counted",
    "weighted",
    "staffed",
    "stalled",
    "spaced",
    "under_cap",
    "capped",
    "counted_share",
    "fuelled",
    "emitted",
];
/// Functions that take a figure of every pool or year.
const OF_LISTS: [&str; 3] = ["sum", "paid_back", "internal_rate"];

/// What a function of the formulas gives.
pub fn call(name: &str, given: &[Value]) -> Value {
    fn typed<M: Measure>(value: Value) -> Option<M> {
        value.map(M::from_base)
    }
    let all = || given.iter().copied().collect::<Option<Vec<f64>>>();
    let time = Time::from_base;
    Some(match (name, given) {
        ("sum", _) => all()?.iter().sum(),
        ("counted", [count]) => counted(typed(*count)).base(),
        ("fewest", [a, b, c]) => fewest(typed(*a), typed(*b), typed(*c))?.base(),
        ("weighted", [wacc, a, b, c]) => weighted(typed(*wacc)?, typed(*a), typed(*b), typed(*c)).base(),
        ("staffed", [given, share, compute]) => {
            staffed(typed(*given), typed(*share)?, typed(*compute)?).base()
        }
        ("tiers_of", [given, endpoints, ports, rails]) => {
            fabric_of::tiers_of(*given, (*endpoints)?, (*ports)?, (*rails)?)
        }
        ("priced", [carbon, price]) => cost::priced(typed(*carbon), typed(*price)?).base(),
        ("fuelled", [fuel, price]) => supply::fuelled(typed(*fuel), typed(*price)?).base(),
        ("emitted", [given, energy, fuel]) => {
            supply::emitted(typed(*given), typed(*energy)?, typed(*fuel)?).base()
        }
        ("stalled", [given, write]) => stalled(typed(*given)?, typed(*write)).base(),
        ("capped", [power, tdp, cap]) => at_work::capped(typed(*power)?, typed(*tdp)?, typed(*cap)).base(),
        ("counted_share", [given, expected]) => counted_share(typed(*given), typed(*expected)).base(),
        ("under_cap", [idle, tdp, cap]) => under_cap(typed(*idle), typed(*tdp), typed(*cap)),
        ("spaced", [given, stall, mtbf]) => spaced(typed(*given), typed(*stall)?, typed(*mtbf)?).base(),
        ("asked", [requests, users, output, rate, capacity]) => {
            let (output, rate, capacity) = ((*output)?, typed(*rate)?, typed(*capacity)?);
            serving::asked(typed(*requests), *users, output, rate, capacity).base()
        }
        ("paid_back", _) => paid_back(all()?.into_iter().map(usd)).base(),
        ("internal_rate", _) => internal_rate(all()?.into_iter().map(usd)).base(),
        _ => match (name, all()?.as_slice()) {
            ("ratio", [a, b]) => ratio(time(*a), time(*b)),
            (_, values) => {
                return Some(
                    of_the_step(name, values)
                        .or_else(|| of_serving(name, values))
                        .or_else(|| of_cost(name, values))
                        .or_else(|| of_reliability(name, values))
                        .or_else(|| of_network(name, values))
                        .or_else(|| of_power(name, values))
                        .or_else(|| of_others(name, values))
                        .or_else(|| of_scaling(name, values))
                        .unwrap_or_else(|| other(name, values)),
                );
            }
        },
    })
}

/// A table of functions with the types of what they take: each by its name, with values in base units.
macro_rules! functions {
    ($table:ident; $( $function:path: $($Type:ty),+; )+) => {
        fn $table(name: &str, given: &[f64]) -> Option<f64> {
            $( if stringify!($function).rsplit("::").next() == Some(name) {
                let mut given = given.iter().copied();
                let mut next = || given.next().unwrap_or_else(|| panic!("`{name}` takes more"));
                return Some(Measure::base($function($( <$Type as Measure>::from_base(next()) ),+)));
            } )+
            None
        }
    };
}

functions! { of_work;
    flop_per_token: f64;
    latent_query: f64, f64, f64;
    windowed: f64, f64, f64;
    lacking: f64;
}

functions! { of_scaling;
    scaling::fallen: f64, f64, f64;
    scaling::raised: f64, f64;
    scaling::number: Tokens;
}

functions! { of_reliability;
    reliability::worked_again: Ratio, Time;
    reliability::waited: Ratio, Time, Time;
    reliability::missed: Ratio, Time;
    reliability::lost_share: Time, Time, Time;
    reliability::counting: Share, Share, Share, Time, Time;
    reliability::checkpointing: Goodput, Time, Time;
    reliability::others: Share, Share, Share, Share;
    reliability::hardware: Share, Share, Share;
}

functions! { of_network;
    fabric_of::counted_devices: Devices;
    fabric_of::leaves: f64, f64, f64;
    fabric_of::middle: f64, f64, f64, f64;
    fabric_of::top: f64, f64, f64, f64;
}

functions! { of_power;
    wattflop::power::effectiveness: Pue, Share, f64;
    at_work::in_products: Mfu, Share;
    at_work::loaded: DevicePower, DevicePower;
}

functions! { of_serving;
    units::devices: f64;
    serving::over_layers: f64, f64, f64;
    serving::narrowest: f64, f64, Bandwidth, Bandwidth;
    serving::distinct_experts: f64, f64, f64;
    serving::exchanged: f64, f64, Time, Information, Bandwidth;
    serving::gained: f64, Share;
    serving::sharing: Share;
    serving::bounded: TokenRate, TokenRate, Share;
    serving::demanded: Share, Share;
    serving::at_most: f64, f64;
    serving::at_least: f64, f64;
    serving::floored: f64;
    serving::ceiled: f64;
}

functions! { of_others;
    others::memory_power: Information;
    others::in_an_unknown_place: Energy;
    others::by_epoch_s_rule: Energy;
}

functions! { of_cost;
    cost::time_of_use: Share, Ratio;
    cost::real: AnnualRate, AnnualRate;
    cost::recovery: AnnualRate, Time, Ratio, Share, f64;
    cost::written_off: Time, Share, f64;
    cost::decayed: AnnualRate, Time, f64;
    cost::break_even: DevicePrice, DeviceRent, DeviceRent, Time;
    cost::at_most_all: f64;
    cost::in_use: f64, Time;
    cost::compounded: AnnualRate, f64;
    cost::bought: f64, f64, Time, f64;
    cost::resold: f64, f64, Time, Share, f64;
}

functions! { of_the_step;
    units::bytes: f64;
    units::flop: f64;
    units::tokens: f64;
    utilisation: ComputeRate, ComputeRate;
    fabric::inside: f64, f64, f64;
    fabric::ring: f64, f64, f64, Bandwidth, Bandwidth;
    fabric::latency: f64, f64, f64, Time, Time;
    fabric::gathered: Information, f64;
    fabric::all_to_all: Information, f64, f64, f64, Bandwidth, Bandwidth;
    fabric::exposed: Time, Time;
    fabric::halves: f64;
    memory::resident: f64, f64, f64, f64, f64;
    memory::feed_forward: f64, f64;
    memory::gradient_bytes: f64;
    memory::dropped: f64;
    memory::head_width: f64, f64;
    memory::in_flight: f64, f64, f64;
    memory::last_is_first: f64;
    memory::gathered_layers: f64;
    memory::buffers: f64;
    terms::count: Devices;
    terms::one: DeviceRate;
    terms::shared_out: f64, f64;
    terms::computed: f64, f64, f64, f64;
    terms::grown: Share, f64;
    terms::overlapped: f64;
    terms::faster: Share, Share, f64, f64;
    terms::product: f64, f64, f64, ComputeRate, Bandwidth;
    terms::beyond: Time, Time;
    terms::replicated: f64, f64;
    terms::unshared: f64;
    terms::wider: f64, f64;
    terms::attention_operators: f64;
    terms::dense_operators: f64;
    terms::fused_backward: f64;
    terms::logits: f64;
    terms::adam: f64;
    terms::dispatched: f64;
    terms::edges: f64, f64;
    terms::staged: f64;
    terms::at_least_none: f64;
    terms::slowest_stage: f64, f64, f64, Time, Time;
    terms::unfilled: f64, f64, f64;
    terms::contended: Time, Time, Share;
    terms::sweeps: f64, f64;
    terms::covers: f64, f64;
    terms::sharding: f64, f64, Share;
    terms::sharded: f64, f64;
    terms::doublings: Devices;
}

fn other(name: &str, given: &[f64]) -> f64 {
    match (name, given) {
        ("whole", [count]) => whole(Devices::from_base(*count)).map_or(f64::NAN, Measure::base),
        _ => of_work(name, given).unwrap_or_else(|| panic!("no function `{name}` of {} values", given.len())),
    }
}

/// Reads a formula from left to right; the terms of its names come in their order.
struct Reader {
    tokens: Peekable<IntoIter<Token>>,
    terms: IntoIter<Vec<Term>>,
}

impl Reader {
    fn takes(&mut self, symbol: &str) -> bool {
        self.tokens.next_if(|token| matches!(token, Token::Other(text) if text == symbol)).is_some()
    }

    /// A sum of products.
    fn sum(&mut self) -> Value {
        let mut value = self.product();
        loop {
            if self.takes("+") {
                value = value.zip(self.product()).map(|(a, b)| a + b);
            } else if self.takes("-") {
                value = value.zip(self.product()).map(|(a, b)| a - b);
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut value = self.factor();
        loop {
            if self.takes("×") {
                value = value.zip(self.factor()).map(|(a, b)| a * b);
            } else if self.takes("/") {
                value = value.zip(self.factor()).map(|(a, b)| a / b);
            } else {
                return value;
            }
        }
    }

    fn factor(&mut self) -> Value {
        match self.tokens.next().expect("the formula goes on") {
            Token::Name(_) => self.names().into_iter().next().flatten(),
            Token::Function(name) => {
                let given =
                    if OF_LISTS.contains(&name.as_str()) { self.summands() } else { self.arguments() };
                call(&name, &given)
            }
            Token::Other(text) if text == "(" => {
                let value = self.sum();
                assert!(self.takes(")"));
                value
            }
            Token::Other(text) => Some(text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))),
        }
    }

    /// The values of the next name's terms.
    fn names(&mut self) -> Vec<Value> {
        self.terms.next().expect("a name has terms").iter().map(Term::value).collect()
    }

    /// All that a name in brackets stands for.
    fn summands(&mut self) -> Vec<Value> {
        assert!(self.takes("(") && matches!(self.tokens.next(), Some(Token::Name(_))));
        let values = self.names();
        assert!(self.takes(")"));
        values
    }

    fn arguments(&mut self) -> Vec<Value> {
        assert!(self.takes("("));
        let mut values = vec![self.sum()];
        while self.takes(",") {
            values.push(self.sum());
        }
        assert!(self.takes(")"));
        values
    }
}

/// What a formula comes to, its names standing for these terms.
fn evaluate(formula: &str, terms: Vec<Vec<Term>>) -> Value {
    let tokens: Vec<_> = tokens(formula).into_iter().filter(|token| !is_space(token)).collect();
    let mut reader = Reader { tokens: tokens.into_iter().peekable(), terms: terms.into_iter() };
    let value = reader.sum();
    assert!(reader.tokens.next().is_none(), "`{formula}` is read to its end");
    value
}

fn is_space(token: &Token) -> bool {
    matches!(token, Token::Other(text) if text.trim().is_empty())
}

/// The figures that their shown formulas do not give, with what those give.
fn wrong_formulas(estimate: &Estimate) -> Vec<String> {
    let check = |(row, names): (FigureRow, Vec<(String, Vec<Term>)>)| {
        let terms = names.into_iter().map(|(_, terms)| terms).collect();
        let value = evaluate(row.figure.formula, terms);
        let is_right =
            value.is_some_and(|value| value == row.value || (value / row.value - 1.0).abs() <= 1e-12);
        (!is_right)
            .then(|| format!("{} = {}: {value:?} instead of {}", row.path, row.figure.formula, row.value))
    };
    resolved(estimate).into_iter().filter_map(check).collect()
}

/// The names in formulas at which nothing is, but where a function takes what may be absent.
fn absent_names(estimate: &Estimate) -> Vec<String> {
    let is_there = |terms: &[Term]| !terms.is_empty() && terms.iter().all(|term| term.value().is_some());
    let is_optional = |row: &FigureRow| OPTIONAL.iter().any(|function| row.figure.formula.contains(function));
    let absent = |(row, names): (FigureRow, Vec<(String, Vec<Term>)>)| {
        let absent = names.into_iter().filter(|(_, terms)| !is_there(terms)).map(|(name, _)| name);
        absent
            .map(|name| format!("{} = {}: nothing at `{name}`", row.path, row.figure.formula))
            .collect::<Vec<_>>()
    };
    resolved(estimate).into_iter().filter(|(row, _)| !is_optional(row)).flat_map(absent).collect()
}

/// A year of every cluster that can be calculated, and a run of every kind.
fn presets() -> Vec<Estimate> {
    let years = CLUSTERS.iter().map(|row| year_of(row.id));
    let models = ["grok-2", "llama3.1-405b", "mixtral-8x7b", "deepseek-v3", "gemma3-27b", "gpt3-175b"];
    let runs = models.map(|model| run_of(model, "colossus-2-550k"));
    years
        .chain(runs)
        .filter_map(|scenario| scenario.evaluate().ok())
        .chain(timed())
        .chain(supplied())
        .chain(served())
        .collect()
}

/// Services: dense and with experts, grouped and latent attention, windows, drafts, prompts on devices of their own.
fn served() -> Vec<Estimate> {
    let services: [(&str, &[(&str, &str)]); 5] = [
        ("grok-1", &[]),
        (
            "llama3.1-70b",
            &[("serving.requests", "200 /s"), ("serving.cached", "0.4"), ("serving.drafted", "3")],
        ),
        ("deepseek-v3", &[("serving.precision", "fp8"), ("serving.tensor", "8"), ("serving.expert", "32")]),
        ("gemma3-27b", &[("serving.users", "5000"), ("serving.prefill_devices", "0.25")]),
        ("gpt-oss-120b", &[("serving.weights", "mxfp4"), ("serving.first_token", "2 s")]),
    ];
    let evaluated = |(model, settings): (&str, &[(&str, &str)])| {
        let served = with(service_of(model, "meta-24k"), settings).evaluate();
        served.unwrap_or_else(|error| panic!("{model}: {error}"))
    };
    services.map(evaluated).into()
}

/// Years on mixes of sources: at the stack and by life cycle, with and without fuel, through batteries.
fn supplied() -> Vec<Estimate> {
    let own: &[(&str, &str)] = &[
        ("site.sources.0.kind", "combined-cycle"),
        ("site.sources.0.share", "0.5"),
        ("site.sources.0.price", "0.03 USD/kWh"),
        ("site.sources.0.carbon", "450 gCO2e/kWh"),
        ("site.sources.1.kind", "nuclear"),
        ("site.sources.1.share", "0.2"),
        ("site.sources.2.kind", "grid"),
        ("site.stored", "0.1"),
        ("site.covered_peak", "0.5"),
        ("site.demand_charge", "10 USD/kW/mo"),
        ("site.peak_price", "2"),
    ];
    let mixes: [(&str, &[(&str, &str)]); 4] = [
        ("colossus-1", &[("site.supply", "memphis-2024")]),
        ("stargate-abilene", &[("site.supply", "abilene-permit"), ("site.grid", "usa")]),
        ("meta-24k", own),
        ("colossus-1", own),
    ];
    mixes.map(|(cluster, settings)| with(year_of(cluster), settings).evaluate().unwrap()).into()
}

/// Runs timed step by step: every schedule, dense and with experts, grouped and latent attention, all kinds of cut.
fn timed() -> Vec<Estimate> {
    let runs: [(&str, &[(&str, &str)]); 4] = [
        (
            "llama3.1-405b",
            &[
                ("layout.tensor", "8"),
                ("layout.pipeline", "16"),
                ("layout.interleave", "4"),
                ("layout.context", "2"),
            ],
        ),
        (
            "gpt3-175b",
            &[
                ("run.fused_attention", "0"),
                ("layout.tensor", "8"),
                ("layout.pipeline", "12"),
                ("layout.schedule", "zero-bubble"),
                ("run.recomputed_attention", "1"),
                ("run.software_year", "2021"),
            ],
        ),
        (
            "deepseek-v3",
            &[
                ("run.precision", "fp8"),
                ("layout.pipeline", "16"),
                ("layout.expert", "64"),
                ("layout.schedule", "dualpipe"),
                ("run.recomputed_layers", "1"),
            ],
        ),
        ("gemma3-27b", &[("layout.zero", "3"), ("layout.tensor", "2"), ("run.recomputed_layers", "0.5")]),
    ];
    let evaluated = |(model, settings): (&str, &[(&str, &str)])| {
        let on = with(run_of(model, "meta-24k"), &[("run.batch", "6144"), ("cluster.pools.0.count", "6144")]);
        with(on, settings).evaluate().unwrap_or_else(|error| panic!("{model}: {error}"))
    };
    runs.map(evaluated).to_vec()
}

#[test]
fn the_shown_formulas_of_the_presets_give_their_figures() {
    let wrong: BTreeSet<_> = presets().iter().flat_map(wrong_formulas).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_formulas_of_the_presets_name_what_is_there() {
    let absent: BTreeSet<_> = presets().iter().flat_map(absent_names).collect();
    assert!(absent.is_empty(), "{absent:#?}");
}

proptest! {
    #![proptest_config(checks(48))]

    #[test]
    fn the_shown_formulas_of_any_result_give_their_figures(estimate in results()) {
        let wrong = [wrong_formulas(&estimate.it), absent_names(&estimate.it)].concat();
        prop_assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn every_figure_has_a_label_and_a_unit_of_its_kind() {
    for estimate in presets() {
        for row in figures(&estimate) {
            assert!(!row.figure.label().trim().is_empty(), "{}", row.path);
            let is_known = row.figure.unit.is_empty() || row.figure.kind.unit(row.figure.unit).is_some();
            assert!(is_known, "{}: `{}` is no unit of {}", row.path, row.figure.unit, row.figure.kind.name);
        }
    }
}

#[test]
fn every_input_that_has_a_value_says_where_it_comes_from() {
    for estimate in presets() {
        for row in inputs(&estimate.scenario).iter().filter(|row| row.value.is_some()) {
            let evidence = row.belief.evidence;
            assert!(!evidence.sources.is_empty() || !evidence.note.is_empty(), "{}", row.path);
            assert!(!row.input.label().trim().is_empty(), "{}", row.path);
        }
    }
}

#[test]
fn every_path_is_one_figure() {
    for estimate in presets() {
        let mut paths: Vec<_> = figures(&estimate).into_iter().map(|row| row.path).collect();
        paths.extend(inputs(&estimate.scenario).into_iter().map(|row| row.path));
        paths.sort_unstable();
        let twice = paths.windows(2).find(|pair| pair[0] == pair[1]);
        assert!(twice.is_none(), "{twice:?}");
    }
}

#[test]
fn every_figure_can_be_opened_down_to_sourced_inputs() {
    let estimate = run_of("grok-2", "xai-gigafactory").evaluate().unwrap();
    for row in figures(&estimate) {
        let opened = explain(&estimate, &row.path, Locale::Fr).unwrap_or_else(|error| panic!("{error}"));
        assert!(!opened.formula.is_empty() && !opened.inputs.is_empty(), "{}", row.path);
        assert!(
            !opened.with_numbers.contains('—') || OPTIONAL.iter().any(|may| opened.formula.contains(may)),
            "{}",
            opened.with_numbers
        );
    }
    let cost = explain(&estimate, "cost.annuity.total", Locale::En).unwrap();
    assert!(cost.sources().len() > 5, "{:?}", cost.sources());
}

/// What the scaling law says of a run opens like any other figure, down to the coefficients of the law and their source; and
/// what it rests on says that it feeds it.
#[test]
fn figures_of_the_scaling_law_can_be_opened() {
    let estimate = run_of("llama3.1-405b", "meta-24k").evaluate().unwrap();
    let rows = scaling::Scaling::of(&estimate).unwrap().rows();
    assert_eq!(rows.len(), 8);
    let unexplained: Vec<_> = rows.iter().filter_map(|row| unexplained(&estimate, &row.path)).collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let loss = explain(&estimate, "scaling.loss", Locale::En).unwrap();
    let names = |path: &str| loss.terms.iter().any(|term| term.path() == path && term.value().is_some());
    assert!(["scaling.law.irreducible", "work.active_parameters", "run.tokens"].into_iter().all(names));
    assert!(loss.sources().iter().any(|(source, _)| source.address == "arXiv:2404.10102"));
    let fed = fed_by(&estimate, "work.compute").unwrap();
    assert!(fed.iter().any(|row| row.path == "scaling.optimal.parameters"), "{fed:?}");
    let run = TrainingRun::of(Model::of_parameters("7b", 7e9));
    let stated = Scenario::training(run, Cluster::preset("meta-24k").unwrap());
    let stated = with(stated, &[("run.tokens", "2e12")]);
    let of_stated = explain(&stated.evaluate().unwrap(), "scaling.loss", Locale::En).unwrap();
    assert!(of_stated.terms.iter().any(|term| term.path() == "model.active_parameters"));
    let year = year_of("meta-24k").evaluate().unwrap();
    assert!(explain(&year, "scaling.loss", Locale::En).is_err(), "there is no run");
}

#[test]
fn formulas_stand_on_one_line_with_their_operators_apart() {
    let estimate = run_of("llama3.1-405b", "meta-24k").evaluate().unwrap();
    for row in figures(&estimate) {
        let formula =
            explain(&estimate, &row.path, Locale::En).unwrap().formula.replace("FLOP/token", "FLOP");
        let is_apart = |operator: char| {
            formula.matches(operator).count() == formula.matches(&format!(" {operator} ")).count()
        };
        assert!(
            !formula.contains('\n') && ['+', '×', '/'].into_iter().all(is_apart),
            "{}: {formula:?}",
            row.path
        );
    }
}

/// What only makes an amount of a number is shown as so many of its unit, in the formula and with its numbers.
#[test]
fn amounts_in_formulas_stand_with_their_units() {
    let estimate = run_of("llama3.1-405b", "meta-24k").evaluate().unwrap();
    let service = service_of("llama3.1-70b", "meta-24k").evaluate().unwrap();
    for estimate in [&estimate, &service] {
        for row in figures(estimate) {
            let opened = explain(estimate, &row.path, Locale::En).unwrap();
            for text in [&opened.formula, &opened.with_numbers] {
                let made = OF_UNITS.iter().find(|unit| {
                    let call = format!("{unit}(");
                    text.match_indices(&call).any(|(place, _)| {
                        !text[..place].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
                    })
                });
                assert!(made.is_none(), "{}: {text}", row.path);
                assert_eq!(text.matches('(').count(), text.matches(')').count(), "{}: {text}", row.path);
            }
        }
    }
    let formula = |estimate: &Estimate, path: &str| explain(estimate, path, Locale::En).unwrap().formula;
    assert_eq!(formula(&service, "service.pace.user"), "1 token / service.pace.per_token");
    assert_eq!(formula(&estimate, "work.training"), "3.0 × work.forward × 1 FLOP/token");
}

#[test]
fn a_wrong_path_names_the_nearest() {
    let estimate = year_of("meta-24k").evaluate().unwrap();
    let error = explain(&estimate, "power.facility.peek", Locale::En).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("`power.facility.peak`"), "{error}");
}

#[test]
fn the_evaluator_reads_what_formulas_are_made_of() {
    for (formula, value) in
        [("1.0 + 2.0 * 3.0", 7.0), ("(1.0 + 2.0) * 3.0", 9.0), ("8.0 / 2.0 / 2.0 - 1.0", 1.0)]
    {
        assert_eq!(evaluate(formula, vec![]), Some(value), "{formula}");
    }
    let absent = || vec![Term::Absent("count".to_owned())];
    assert_eq!(evaluate("2.0 * count", vec![absent()]), None);
    assert_eq!(evaluate("counted(count)", vec![absent()]), Some(1.0));
}

/// Functions of the formulas that only make a quantity of a number.
const OF_UNITS: [&str; 5] = ["bytes", "devices", "flop", "flop_per_token", "tokens"];

/// How many arguments a call has in a formula that begins at it.
fn arguments(call: &str) -> usize {
    let mut depth = 0;
    let inside = call.chars().skip_while(|letter| *letter != '(').take_while(|letter| {
        depth += match letter {
            '(' | '[' => 1,
            ')' | ']' => -1,
            _ => 0,
        };
        depth > 0
    });
    let (mut depth, mut count) = (0, 1);
    for letter in inside {
        depth += i32::from("([".contains(letter)) - i32::from(")]".contains(letter));
        count += usize::from(letter == ',' && depth == 1);
    }
    count
}

/// Who computes a figure by hand finds what each function is, with as many arguments as the formula gives it.
#[test]
fn every_function_of_a_formula_is_defined() {
    for (row, _) in varied().iter().flat_map(resolved) {
        for token in tokens(row.figure.formula) {
            let Token::Function(name) = token else { continue };
            if OF_UNITS.contains(&name.as_str()) {
                continue;
            }
            let what = defined(&name).unwrap_or_else(|| panic!("{}: what is `{name}`?", row.path));
            let (head, _) = what.split_once(" = ").unwrap();
            let call = row.figure.formula.match_indices(&name).map(|(place, _)| &row.figure.formula[place..]);
            let call = call.filter(|call| call[name.len()..].trim_start_matches('!').starts_with('(')).last();
            let given = arguments(call.unwrap());
            assert!(OF_LISTS.contains(&name.as_str()) || given == arguments(head), "{}: {what}", row.path);
        }
    }
}

/// What tables show first is there to be shown.
#[test]
fn every_headline_is_a_figure() {
    let with_it_power = with(year_of("stargate-10gw"), &[("cluster.it_power", "5 GW")]);
    let estimates = presets().into_iter().chain([with_it_power.evaluate().unwrap()]);
    let paths: BTreeSet<_> = estimates.flat_map(|estimate| figures(&estimate)).map(|row| row.path).collect();
    for headline in wattflop::report::show::HEADLINES {
        assert!(paths.contains(*headline), "{headline}");
    }
}

/// Results in which every input has a part: the presets, and what is read only where it is given.
fn varied() -> Vec<Estimate> {
    let year = [
        ("cluster.it_power", "40 MW"),
        ("finance.lease", "900 USD/device-mo"),
        ("site.market_carbon", "20 gCO2e/kWh"),
        ("site.marginal_carbon", "500 gCO2e/kWh"),
    ];
    let run = [("faults.checkpoint_bandwidth", "100 GB/s")];
    let given = [with(year_of("meta-24k"), &year), with(run_of("llama3-8b", "meta-24k"), &run)];
    presets().into_iter().chain(given.map(|scenario| scenario.evaluate().unwrap())).collect()
}

/// Inputs that no formula names, and why.
const APART: [(&str, &str); 7] = [
    ("serving.first_token", "when a scenario is resolved it bounds the layout and the batch that are found"),
    (
        "cluster.network.counted",
        "when a scenario is resolved it chooses what `cluster.it_overhead` and `finance.network_share` are",
    ),
    ("money.rate", "a currency is applied where money is shown or read, and no formula knows of it"),
    ("money.rate_year", "the same: the year whose rate of the catalogue is taken"),
    ("money.prices_of", "the same: the year that prices are of"),
    ("money.price_year", "the same: the year that prices are raised to"),
    ("money.price_level", "the same: by how much"),
];

/// The inputs by their paths, numbers as `#`, that no formula of any result names.
#[test]
fn no_input_is_an_orphan() {
    let (mut named, mut known) = (BTreeSet::new(), BTreeSet::new());
    for estimate in varied() {
        known.extend(inputs(&estimate.scenario).iter().map(|row| words::generic(&row.path)));
        let terms = resolved(&estimate).into_iter().flat_map(|(_, names)| names).flat_map(|(_, terms)| terms);
        let inputs = terms.filter(|term| matches!(term, Term::Input(_)));
        named.extend(inputs.map(|term| words::generic(term.path())));
    }
    let orphans: Vec<_> = known.difference(&named).map(String::as_str).collect();
    let apart: BTreeSet<_> = APART.iter().map(|(path, _)| *path).collect();
    assert_eq!(orphans, apart.into_iter().collect::<Vec<_>>(), "of {} inputs", known.len());
}

/// Why a figure does not explain itself; nothing where it does.
fn unexplained(estimate: &Estimate, path: &str) -> Option<String> {
    let opened = explain(estimate, path, Locale::En).unwrap();
    let stands = |row: &InputRow| {
        let belief = &row.belief;
        row.value.is_none()
            || belief.is_given()
            || !belief.evidence.sources.is_empty()
            || !belief.evidence.note.is_empty()
    };
    match opened.inputs.iter().find(|row| !stands(row)) {
        Some(row) => Some(format!("{path}: {} stands on nothing", row.path)),
        None if opened.formula.is_empty() || opened.with_numbers.is_empty() => {
            Some(format!("{path}: no formula"))
        }
        None if opened.inputs.is_empty() => Some(format!("{path}: rests on no input: {}", opened.formula)),
        None => None,
    }
}

/// Every figure of the comparison of the front page, on both sides, down to sources or stated assumptions.
#[test]
fn every_figure_of_a_comparison_explains_itself() {
    let sides = compare(&["xai-gigafactory", "stargate-10gw"].map(year_of)).unwrap().sides;
    let mut count = 0;
    for side in &sides {
        let paths: Vec<_> = figures(side).into_iter().map(|row| row.path).collect();
        count += paths.len();
        let found: Vec<_> = paths.iter().filter_map(|path| unexplained(side, path)).collect();
        assert!(found.is_empty(), "{}: {found:#?}", found.len());
    }
    assert!(count > 500, "{count} figures");
}

/// What a figure feeds names it, and what names it is fed: the edges both ways are the same.
#[test]
fn edges_run_both_ways() {
    let estimate = run_of("llama3.1-405b", "meta-24k").evaluate().unwrap();
    let forward: BTreeSet<_> = resolved(&estimate)
        .into_iter()
        .flat_map(|(row, names)| {
            let terms = names.into_iter().flat_map(|(_, terms)| terms);
            terms.map(move |term| (term.path().to_owned(), row.path.clone())).collect::<Vec<_>>()
        })
        .collect();
    let known = inputs(&estimate.scenario).into_iter().map(|row| row.path);
    for path in known.chain(figures(&estimate).into_iter().map(|row| row.path)) {
        let fed: BTreeSet<_> = fed_by(&estimate, &path).unwrap().into_iter().map(|row| row.path).collect();
        let named: BTreeSet<_> =
            forward.iter().filter(|(from, _)| *from == path).map(|(_, to)| to.clone()).collect();
        assert_eq!(fed, named, "{path}");
    }
    let feeds = explain(&estimate, "power.facility.average", Locale::En).unwrap().feeds;
    assert!(feeds.iter().any(|row| row.path == "energy.facility"), "{feeds:?}");
    assert!(fed_by(&estimate, "site.peu").unwrap_err().to_string().contains("`site.pue`"));
}

/// A tree shows no more than is legible, counts what it leaves out, and opens nothing twice.
#[test]
fn a_tree_is_legible_and_counts_what_it_folds() {
    let estimate = year_of("xai-gigafactory").evaluate().unwrap();
    let cost = tree::tree(&estimate, "cost.annuity.total", tree::LEGIBLE).unwrap();
    assert!(
        cost.count() <= tree::LEGIBLE && cost.depth() > 2,
        "{} terms, {} deep",
        cost.count(),
        cost.depth()
    );
    let all = tree::tree(&estimate, "cost.annuity.total", usize::MAX).unwrap();
    fn folded(branch: &tree::Branch) -> usize {
        branch.folded + branch.branches.iter().map(folded).sum::<usize>()
    }
    fn opened(branch: &tree::Branch) -> Vec<String> {
        let own = (!branch.branches.is_empty()).then(|| branch.term.path().to_owned());
        own.into_iter().chain(branch.branches.iter().flat_map(opened)).collect()
    }
    assert!(folded(&cost) > 0 && folded(&all) == 0);
    let paths = opened(&all);
    assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
    let opened = explain(&estimate, "cost.annuity.total", Locale::En).unwrap();
    assert!(all.count() > opened.inputs.len() + opened.figures.len());
    let peak = tree::tree(&estimate, "power.facility.peak", tree::LEGIBLE).unwrap();
    let document = serde_json::to_value(wattflop::document::ledger(&peak, Locale::En)).unwrap();
    assert_eq!(document["terms"][0]["path"], "power.it.rated");
    assert!(document["terms"][1]["input"]["sources"].is_array());
}

#[test]
fn an_explanation_is_markdown() {
    let estimate = year_of("xai-gigafactory").evaluate().unwrap();
    let page = explain(&estimate, "power.facility.peak", Locale::En).unwrap().markdown(Locale::En);
    assert!(!page.contains("]()") && !page.contains("](arXiv"), "{page}");
    for piece in [
        "## Facility power, peak",
        "`power.it.rated × site.peak_overhead`",
        "| `site.peak_overhead` |",
        "](http",
        "`cost.capex.per_power`",
    ] {
        assert!(page.contains(piece), "{page}");
    }
}

/// What a ledger needs is made when it is asked for: a result is its scenario and its numbers, eight bytes a figure, and opening
/// a figure leaves it as it was.
#[test]
fn an_evaluation_carries_nothing_of_the_ledger() {
    use wattflop::estimate::Stages;
    assert_eq!(size_of::<Estimate>(), size_of::<Scenario>() + size_of::<Box<Stages>>());
    let tables = [
        (size_of::<cost::Hour>(), cost::Hour::FIGURES.len()),
        (size_of::<cost::Running>(), cost::Running::FIGURES.len()),
        (size_of::<cost::PerTime>(), cost::PerTime::FIGURES.len()),
        (size_of::<cost::Capex>(), cost::Capex::FIGURES.len()),
    ];
    for (size, figures) in tables {
        assert_eq!(size, figures * size_of::<f64>());
    }
    let estimate = year_of("xai-gigafactory").evaluate().unwrap();
    let before = estimate.clone();
    explain(&estimate, "cost.annuity.total", Locale::En).unwrap();
    assert_eq!(estimate, before);
}
