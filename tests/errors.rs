//! What is wrong names its field, what is allowed and the nearest right name, in both languages.

use crate::support::{node, run_of, scenario, service_of, with, year_of};
use std::ops::ControlFlow;
use wattflop::analysis::plan::{Mode, plan};
use wattflop::analysis::sensitivity::indices;
use wattflop::analysis::{
    Ask, Goal, Sampling, Setting, Sweep, compare, sensitivity, set, set_number, solve, solve_together,
    timeline, uncertainty, why,
};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Buildout, Cluster, Pool, Site};
use wattflop::document::{Node, problem, read, read_ask, read_buildout};
use wattflop::error::{Code, Error};
use wattflop::estimate::{Estimate, Scenario, operate};
use wattflop::quantities::Date;
use wattflop::report::chart::of_waterfall;
use wattflop::report::{Locale, explain, words};
use wattflop::workload::{Model, TrainingRun};

/// The error of what must be refused.
#[track_caller]
fn refused<T>(what: &str, outcome: Result<T, Error>) -> Error {
    match outcome {
        Ok(_) => panic!("{what} is taken"),
        Err(error) => error,
    }
}

/// Setting an input of the gigafactory.
fn setting(path: &str, text: &str) -> Error {
    refused(text, set(&mut year_of("xai-gigafactory"), path, text))
}

/// A year of the gigafactory with money set so.
fn costed(settings: &[(&str, &str)]) -> Error {
    refused("it", with(year_of("xai-gigafactory"), settings).evaluate())
}

fn number(path: &str, value: f64) -> Error {
    refused(path, set_number(&mut year_of("xai-gigafactory"), path, value))
}

fn document(json: &str) -> Error {
    refused(json, scenario(json).and_then(|scenario| scenario.evaluate()))
}

fn fractional(count: f64) -> Cluster {
    let pool = Pool::of(find(ACCELERATORS, "h100-sxm").unwrap(), count);
    Cluster::of("ours", vec![pool], Site::preset("usa").unwrap())
}

fn uncounted() -> Error {
    let pool = || Pool::uncounted(find(ACCELERATORS, "h100-sxm").unwrap());
    let cluster = Cluster::of("mixed", vec![pool(), pool()], Site::preset("usa").unwrap());
    refused("a mix without counts", operate(&cluster))
}

/// Stargate's devices, as many as a bound allows.
fn derived(bound: (&str, &str)) -> Error {
    refused(bound.0, with(year_of("stargate-10gw"), &[bound]).evaluate())
}

/// What cannot be had of Stargate, of whose devices no embodied carbon is known.
fn of_stargate(what: &str, have: impl Fn(&Estimate) -> Result<(), Error>) -> Error {
    refused(what, year_of("stargate-10gw").evaluate().and_then(|side| have(&side)))
}

/// A chart of a sweep over choices alone.
fn undrawn() -> Error {
    let over = [("site.grid", "fra, usa")];
    let sweep = Sweep::of(&year_of("xai-gigafactory"), &over, &["cost.annuity.total"]).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    let drawn = wattflop::report::chart::of_sweep(&sweep, &columns, None, Locale::En);
    refused("a chart of choices", drawn)
}

/// A timed run on so many devices that a stop comes before the last one is mended.
fn never_ends() -> Error {
    let settings = [
        ("run.batch", "8192"),
        ("cluster.pools.0.count", "8192"),
        ("faults.device_time_per_failure", "100 device-h"),
    ];
    refused("a run that never ends", with(run_of("llama3.1-8b", "xai-gigafactory"), &settings).evaluate())
}

/// A run of a model on 1,024 H100 in a layout.
#[track_caller]
fn cut(model: &str, settings: &[(&str, &str)]) -> Error {
    let mut scenario = run_of(model, "meta-24k");
    let common = [("cluster.pools.0.count", "1024"), ("run.batch", "2048")];
    let set_all = |scenario: &mut Scenario| {
        common.iter().chain(settings).try_for_each(|(path, text)| set(scenario, path, text))
    };
    refused("a layout", set_all(&mut scenario).and_then(|()| scenario.evaluate()))
}

fn layout(settings: &[(&str, &str)]) -> Error {
    cut("llama3.1-405b", settings)
}

fn experts(settings: &[(&str, &str)]) -> Error {
    cut("mixtral-8x7b", settings)
}

/// A model in service on 24,576 H100 that must be refused.
#[track_caller]
fn unserved(model: &str, settings: &[(&str, &str)]) -> Error {
    let mut scenario = service_of(model, "meta-24k");
    let set_all =
        |scenario: &mut Scenario| settings.iter().try_for_each(|(path, text)| set(scenario, path, text));
    refused("a service", set_all(&mut scenario).and_then(|()| scenario.evaluate()))
}

/// A search that has nothing to search.
fn planned(cluster: &str, model: Option<&str>) -> Error {
    let scenario = model.map_or_else(|| year_of(cluster), |model| run_of(model, cluster));
    refused("a search", plan(scenario, Mode::Pruned, &mut |_| ControlFlow::Continue(())))
}

/// A timeline of Colossus that must be refused.
fn timed(ask: &Ask) -> Error {
    refused("a timeline", timeline(&Buildout::preset("colossus").unwrap(), ask))
}

/// A timeline as a document that must be refused.
fn phases(json: &str) -> Error {
    let read = |node: &Node| read_ask(node).and_then(|ask| timeline(&read_buildout(node)?, &ask));
    refused(json, read(&node(json)))
}

/// Solving for an input of the gigafactory that must be refused.
fn unsolved(input: &str, goal: &str, within: Option<&str>) -> Error {
    let solved = |goal: &Goal| solve(&year_of("xai-gigafactory"), input, goal, within);
    refused(goal, Goal::parse(goal).and_then(|goal| solved(&goal)))
}

/// Inputs of the gigafactory that cannot be solved for together.
fn tied(inputs: &[&str], within: Option<&str>) -> Error {
    let goal = Goal::at_most("power.facility.average", wattflop::units::megawatts(100.0));
    refused("tied inputs", solve_together(&year_of("xai-gigafactory"), inputs, &goal, within))
}

/// A sweep of the gigafactory that must be refused.
fn unswept(over: &[(&str, &str)], of: &[&str]) -> Error {
    refused("a sweep", Sweep::of(&year_of("xai-gigafactory"), over, of))
}

/// A sampling of the gigafactory that must be refused.
fn sampled(ask: &Sampling) -> Error {
    let year = year_of("xai-gigafactory");
    refused("a sampling", uncertainty(&year, &ask.clone(), &mut |_| ControlFlow::Continue(())))
}

/// A sensitivity of the gigafactory that must be refused.
fn caused(scenario: &Scenario, path: &str, samples: u64) -> Error {
    refused("a sensitivity", sensitivity(scenario, path, samples, 0, &mut |_| ControlFlow::Continue(())))
}

/// A buildout that must be refused.
fn built(names: &[&str]) -> Error {
    refused("a buildout", Buildout::named(names))
}

/// An error, its code, the field it names, and what its words must hold in every language.
type Case = (Error, Code, &'static str, &'static [&'static str]);

fn cases() -> Vec<Case> {
    vec![
        // Ids: the nearest one.
        (refused("it", find(ACCELERATORS, "h1000")), Code::UnknownNear, "", &["`h1000`", "`h100"]),
        (refused("it", Cluster::preset("xai-gigafactori")), Code::UnknownNear, "", &["`xai-gigafactory`"]),
        (refused("it", Model::preset("llama3.1-450b")), Code::UnknownNear, "", &["`llama3.1-405b`"]),
        (refused("it", Site::preset("us-txx")), Code::UnknownNear, "", &["`us-tx`"]),
        (refused("it", find(ACCELERATORS, "§")), Code::Unknown, "", &["`§`"]),
        // Services: what memory, layout, promises and devices do not allow, and the nearest that they do.
        (
            unserved("llama3.1-405b", &[("serving.pipeline", "1")]),
            Code::ModelBeyondMemory,
            "serving.pipeline",
            &["GiB", "serving.pipeline=2"],
        ),
        (
            unserved("llama3.1-70b", &[("serving.batch", "50000")]),
            Code::BatchBeyondMemory,
            "serving.batch",
            &["50"],
        ),
        (
            unserved("llama3.1-70b", &[("serving.user_rate", "500 tokens/s")]),
            Code::RateOutOfReach,
            "serving.user_rate",
            &["500", "serving.batch=1", "serving.tensor=8"],
        ),
        (
            unserved("llama3.1-70b", &[("serving.first_token", "1 ms")]),
            Code::FirstTokenOutOfReach,
            "serving.first_token",
            &["0.001 s", "serving.batch=1"],
        ),
        (
            unserved("grok-1", &[("serving.users", "1e9")]),
            Code::DemandBeyondDevices,
            "serving.users",
            &["24"],
        ),
        (
            unserved(
                "grok-1",
                &[("cluster.pools.0.count", "8"), ("serving.pipeline", "2"), ("serving.tensor", "8")],
            ),
            Code::ReplicaBeyondDevices,
            "cluster.pools.0.count",
            &["8", "16"],
        ),
        (unserved("llama3.1-70b", &[("serving.tensor", "7")]), Code::BadLayout, "serving.tensor", &["8"]),
        (unserved("llama3.1-70b", &[("serving.output", "0")]), Code::NotWhole, "serving.output", &["0", "1"]),
        (unserved("grok-3", &[]), Code::Shapeless, "model", &["grok-3"]),
        (unserved("grok-1", &[("serving.weights", "int3")]), Code::UnknownNear, "serving.weights", &["`int"]),
        // Paths and choices.
        (setting("site.pu", "1.2"), Code::UnknownNear, "", &["`site.pu`", "`site.pue`"]),
        (setting("operation.precision", "fp9"), Code::UnknownNear, "operation.precision", &["`fp9`", "`fp"]),
        (setting("site.grid", "frr"), Code::UnknownNear, "site.grid", &["`frr`", "`fra`"]),
        // Domains: the value and what is allowed.
        (setting("cluster.pools.0.count", "-5"), Code::NotWhole, "cluster.pools.0.count", &["-5", "1"]),
        (setting("cluster.pools.0.count", "1e30"), Code::NotWhole, "cluster.pools.0.count", &["1e30"]),
        // What is counted is whole, wherever it is given; the nearest are said.
        (setting("cluster.pools.0.count", "1.5"), Code::NotWhole, "cluster.pools.0.count", &["1.5", "2, 1"]),
        (
            setting("cluster.pools.0.count", "1234567.4"),
            Code::NotWhole,
            "cluster.pools.0.count",
            &["1234567, 1234568"],
        ),
        (
            setting("cluster.pools.0.count", "100..200.5"),
            Code::NotWhole,
            "cluster.pools.0.count",
            &["201, 200"],
        ),
        (number("cluster.pools.0.count", 1.5), Code::NotWhole, "cluster.pools.0.count", &["2, 1"]),
        (number("cluster.pools.0.count", 0.2), Code::NotWhole, "cluster.pools.0.count", &["0.2"]),
        (
            refused("it", operate(&fractional(1024.5))),
            Code::NotWhole,
            "cluster.pools.0.count",
            &["1025, 1024"],
        ),
        (
            document(r#"{"cluster": {"pools": [{"accelerator": "h100-sxm", "count": 1.5}]}}"#),
            Code::NotWhole,
            "cluster.pools.0.count",
            &["2, 1"],
        ),
        (
            unswept(&[("cluster.pools.0.count", "100, 1.5")], &["duration"]),
            Code::NotWhole,
            "cluster.pools.0.count",
            &["2, 1"],
        ),
        // Money: lives, rates, shares; a capital given by half; currencies and years of prices.
        (setting("cluster.it_life", "0 yr"), Code::OutOfDomain, "cluster.it_life", &["0.1", "50"]),
        (setting("finance.wacc", "-1"), Code::OutOfDomain, "finance.wacc", &["-1", "0", "1"]),
        (setting("finance.residual", "1.2"), Code::OutOfDomain, "finance.residual", &["1.2", "1"]),
        (setting("finance.colocated", "-0.1"), Code::OutOfDomain, "finance.colocated", &["0", "1"]),
        (setting("finance.horizon", "2.5"), Code::NotWhole, "finance.horizon", &["1", "60"]),
        (setting("method", "epoc"), Code::UnknownNear, "method", &["`epoch`"]),
        (
            setting("site.electricity", "0.05 GBP/kWh"),
            Code::NoRate,
            "site.electricity",
            &["GBP", "money.rate"],
        ),
        (setting("site.electricity", "€0.05/kWh"), Code::NoRateYear, "site.electricity", &["EUR", "2024"]),
        (setting("money.currency", "euro"), Code::UnknownNear, "money.currency", &["`eur`"]),
        (costed(&[("money.currency", "gbp")]), Code::NoRate, "money.rate", &["GBP", "money.rate"]),
        (
            costed(&[("money.currency", "eur"), ("money.rate_year", "1987")]),
            Code::NoYear,
            "money.rate_year",
            &["EUR", "1987", "2018"],
        ),
        (costed(&[("money.prices_of", "2020")]), Code::Incomplete, "money.price_year", &["money.prices_of"]),
        (
            costed(&[("money.prices_of", "2020"), ("money.price_year", "1950")]),
            Code::NoYear,
            "money.price_year",
            &["1950", "2010"],
        ),
        (
            costed(&[("faults.network_share", "0.9")]),
            Code::MoreThanAll,
            "faults.accelerator_share, faults.memory_share, faults.network_share, faults.host_share",
            &["faults.network_share", "1.6"],
        ),
        // Sources: shares that sum to all, and what would; kinds and supplies by their nearest.
        (
            costed(&[
                ("site.sources.0.kind", "gas-turbine"),
                ("site.sources.0.share", "0.3"),
                ("site.sources.1.kind", "grid"),
                ("site.sources.1.share", "0.6"),
            ]),
            Code::NotAll,
            "site.sources",
            &["0.9", "`site.sources.1.share=0.7`"],
        ),
        (
            costed(&[
                ("site.sources.0.kind", "wind"),
                ("site.sources.0.share", "1"),
                ("site.sources.1.kind", "grid"),
                ("site.sources.1.share", "1"),
                ("site.sources.2.kind", "solar"),
                ("site.sources.2.share", "1"),
            ]),
            Code::NotAll,
            "site.sources",
            &["3", "site.sources.2.share=0.333333333333"],
        ),
        (
            costed(&[("site.sources.0.kind", "wind"), ("site.sources.1.kind", "grid")]),
            Code::Missing,
            "site.sources.0.share",
            &["site.sources.0.share = "],
        ),
        (
            setting("site.sources.0.kind", "gas-turbin"),
            Code::UnknownNear,
            "site.sources.0.kind",
            &["`gas-turbine"],
        ),
        (
            setting("site.stored", "0.1"),
            Code::OfMix,
            "site.stored",
            &["`site.supply`", "`site.sources.0.kind`"],
        ),
        (setting("site.cooling", "liquid"), Code::UnknownOf, "site.cooling", &["liquid-tower, liquid-dry"]),
        (setting("site.climate", "3aa"), Code::UnknownNear, "site.climate", &["`3a`"]),
        (setting("site.fixed_overhead", "2"), Code::OutOfDomain, "site.fixed_overhead", &["2", "0", "1"]),
        (setting("site.supply", "memphis"), Code::UnknownNear, "site.supply", &["`memphis-2024"]),
        (setting("site.sources.0.share", "0.5"), Code::UnknownNear, "", &["`site.sources.0.kind`"]),
        (
            document(r#"{"cluster": "meta-24k", "site": {"sources": [{"share": 0.9, "kind": "wind"}]}}"#),
            Code::NotAll,
            "site.sources",
            &["0.9", "`site.sources.0.share=1`"],
        ),
        (setting("money.currency", "xyz"), Code::UnknownOf, "money.currency", &["`xyz`", "eur", "jpy"]),
        (costed(&[("money.rate", "2")]), Code::Excludes, "money.rate", &["money.currency"]),
        (
            costed(&[
                ("finance.wacc", "0.1"),
                ("finance.debt_share", "0.5"),
                ("finance.debt_rate", "0.05"),
                ("finance.equity_rate", "0.2"),
            ]),
            Code::Excludes,
            "finance.wacc",
            &["finance.debt_share"],
        ),
        (costed(&[("finance.debt_share", "0.5")]), Code::Incomplete, "finance.debt_rate", &["finance.wacc"]),
        (setting("site.pue", "0.5"), Code::OutOfDomain, "site.pue", &["0.5", "1", "5"]),
        (setting("site.pue", "0.5..1.2"), Code::OutOfDomain, "site.pue", &["0.5", "1", "5"]),
        (number("site.pue", f64::NAN), Code::OutOfDomain, "site.pue", &["NaN", "1", "5"]),
        (number("site.pue", f64::INFINITY), Code::OutOfDomain, "site.pue", &["∞", "1", "5"]),
        (setting("cluster.load", "120 %"), Code::OutOfDomain, "cluster.load", &["1.2", "0", "1"]),
        (setting("site.electricity", "-0.05 USD/kWh"), Code::Negative, "site.electricity", &["-"]),
        (setting("finance.compounding", "1.5"), Code::NotWhole, "finance.compounding", &["1.5", "366"]),
        // Texts: what is expected.
        (setting("site.electricity", "cheap"), Code::Unreadable, "site.electricity", &["`cheap`", "USD/kWh"]),
        (
            refused("none", set(&mut run_of("grok-2", "meta-24k"), "run.compute", "-1 FLOP")),
            Code::NotPositive,
            "run.compute",
            &["-1"],
        ),
        (setting("site.electricity", "0.05"), Code::UnitMissing, "site.electricity", &["`0.05`", "USD/kWh"]),
        (number("site.electricity", 0.05), Code::UnitMissing, "site.electricity", &["0.05", "USD/kWh"]),
        (setting("site.electricity", "5 MW"), Code::WrongUnit, "site.electricity", &["`MW`", "USD/kWh"]),
        (setting("site.pue", "1.2 kW"), Code::UnitNotAllowed, "site.pue", &["kW"]),
        (setting("site.pue", "about one"), Code::NotANumber, "site.pue", &["`about one`"]),
        (setting("site.pue", "NaN"), Code::NotANumber, "site.pue", &["`NaN`"]),
        (setting("site.pue", ""), Code::NotANumber, "site.pue", &["``"]),
        (setting("site.pue", "1.1..1.5..1.4"), Code::RangeOutOfOrder, "site.pue", &["`1.1..1.5..1.4`"]),
        (setting("site.pue", "0.9..1.4 above-one"), Code::WrongForm, "site.pue", &["above-one"]),
        (
            document(r#"{"cluster": "meta-24k", "site": {"pue": {"low": 1.1, "shape": "uniform"}}}"#),
            Code::WrongForm,
            "site.pue",
            &["`high`"],
        ),
        (
            document(
                r#"{"cluster": "meta-24k", "site": {"pue": {"low": 1.1, "high": 1.2, "shape": "unform"}}}"#,
            ),
            Code::UnknownNear,
            "site.pue",
            &["`uniform`"],
        ),
        (setting("site.pue", "1.4..1.1"), Code::RangeOutOfOrder, "site.pue", &["`1.4..1.1`"]),
        // Documents.
        (refused("it", read(&Node::Null)), Code::WrongForm, "scenario", &[]),
        (document(r#"{}"#), Code::WrongForm, "cluster", &[]),
        (document(r#"{"cluster": 5}"#), Code::WrongForm, "cluster", &["`preset`", "`pools`"]),
        (document(r#"{"clutser": "meta-24k"}"#), Code::UnknownNear, "", &["`clutser`", "`cluster`"]),
        (document(r#"{"version": 2, "cluster": "meta-24k"}"#), Code::WrongVersion, "", &["2", "1"]),
        (document(r#"{"cluster": "meta-24k", "site": {"pue": true}}"#), Code::WrongForm, "site.pue", &[]),
        (
            document(r#"{"cluster": "meta-24k", "site": {"pue": 0.5}}"#),
            Code::OutOfDomain,
            "site.pue",
            &["0.5"],
        ),
        (
            document(r#"{"cluster": {"pools": [{"accelerator": "h1000"}]}}"#),
            Code::UnknownNear,
            "cluster.pools.0.accelerator",
            &["`h1000`", "`h100"],
        ),
        (
            document(
                r#"{"cluster": "meta-24k", "model": {"config": {"model_type": "llama", "hidden_size": 8}}}"#,
            ),
            Code::BadShape,
            "model.config.num_hidden_layers",
            &[],
        ),
        (
            document(r#"{"cluster": "meta-24k", "model": {"config": {"model_type": "t5"}}}"#),
            Code::NotADecoder,
            "model.config.model_type",
            &["`t5`"],
        ),
        // Layouts: what would be legal.
        (layout(&[("layout.tensor", "7")]), Code::BadLayout, "layout.tensor", &["1, 2, 4, 8"]),
        (layout(&[("layout.pipeline", "500")]), Code::BadLayout, "layout.pipeline", &["1–128"]),
        (layout(&[("layout.interleave", "2")]), Code::BadLayout, "layout.interleave", &["1"]),
        (layout(&[("layout.expert", "3")]), Code::BadLayout, "layout.expert", &["1"]),
        (layout(&[("layout.context", "3")]), Code::BadLayout, "layout.context", &["1, 2, 4"]),
        (layout(&[("layout.pipeline", "3")]), Code::BadLayout, "cluster.pools.0.count", &["1023, 1026"]),
        (
            layout(&[("layout.pipeline", "3"), ("layout.schedule", "dualpipe")]),
            Code::BadLayout,
            "layout.pipeline",
            &["2, 4, 6"],
        ),
        (
            layout(&[("layout.pipeline", "8"), ("layout.interleave", "200")]),
            Code::BadLayout,
            "layout.interleave",
            &["1–16"],
        ),
        (layout(&[("run.batch", "8")]), Code::BadLayout, "run.batch", &["≥ 1024"]),
        (layout(&[("run.batch", "1500")]), Code::BadLayout, "run.batch", &["1024, 2048"]),
        (layout(&[("model.layers", "0")]), Code::NotWhole, "model.layers", &["0", "1"]),
        (layout(&[("layout.zero", "4")]), Code::NotWhole, "layout.zero", &["4", "3"]),
        (layout(&[("layout.schedule", "dualpip")]), Code::UnknownNear, "layout.schedule", &["`dualpipe`"]),
        (layout(&[]), Code::DoesNotFit, "layout", &["80", "`run.recomputed_layers=1` + `layout.zero=3`"]),
        (
            experts(&[("cluster.pools.0.count", "4"), ("run.batch", "16"), ("layout.expert", "8")]),
            Code::BadLayout,
            "layout.expert",
            &["1, 2, 4"],
        ),
        (planned("xai-gigafactory", None), Code::WrongForm, "model", &["`--model`"]),
        (planned("colossus-2-550k", Some("llama3-8b")), Code::WrongForm, "cluster.pools", &[]),
        (
            layout(&[("cluster.pools.0.count", "8"), ("run.batch", "8"), ("layout.tensor", "8")]),
            Code::NeverFits,
            "layout",
            &["wattflop plan"],
        ),
        // What is missing.
        (
            document(r#"{"cluster": "meta-v100-2017", "model": "gpt3-175b", "run": {"precision": "fp8"}}"#),
            Code::Missing,
            "cluster.pools.0.peak",
            &["cluster.pools.0.peak = "],
        ),
        (
            document(r#"{"cluster": "meta-24k", "model": {"name": "mine"}}"#),
            Code::Missing,
            "run.",
            &["run.", "`mine`"],
        ),
        (never_ends(), Code::NeverEnds, "run.goodput", &["faults.groups"]),
        (undrawn(), Code::NotDrawn, "sweep", &["--pareto"]),
        (
            of_stargate("explain", |side| explain(side, "carbon.amortised", Locale::En).map(|_| ())),
            Code::LeftOut,
            "cluster.pools.0.embodied",
            &["carbon.amortised"],
        ),
        (
            of_stargate("why", |side| why(side, side, "carbon.amortised").map(|_| ())),
            Code::LeftOut,
            "cluster.pools.0.embodied",
            &["carbon.amortised"],
        ),
        (
            of_stargate("explain", |side| explain(side, "site.pue", Locale::En).map(|_| ())),
            Code::IsInput,
            "site.pue",
            &["`--set site.pue="],
        ),
        (sampled(&Sampling::new().of(&["site.grid"])), Code::IsInput, "site.grid", &[]),
        (caused(&year_of("xai-gigafactory"), "site.pue", 64), Code::IsInput, "site.pue", &[]),
        (unsolved("size.devices", "duration<=90 d", None), Code::IsFigure, "size.devices", &["explain"]),
        (setting("power.facility.peak", "150 MW"), Code::IsFigure, "power.facility.peak", &["explain"]),
        (derived(("cluster.budget", "1000 USD")), Code::LessThanOne, "cluster.budget", &["0.01"]),
        (derived(("cluster.facility_power", "1 kW")), Code::LessThanOne, "cluster.facility_power", &["0.38"]),
        (uncounted(), Code::CountNotDerivable, "cluster.pools.0.count", &[]),
        (refused("it", compare(&[year_of("meta-24k")])), Code::TooFew, "", &[]),
        // Sampling: points, figures, correlations.
        (sampled(&Sampling::new().with_samples(0)), Code::NotWhole, "samples", &["0", "1"]),
        (
            sampled(&Sampling::new().with_samples(1_000_000_000_000).of(&["duration"])),
            Code::NotWhole,
            "samples",
            &["67.11"],
        ),
        (
            sampled(&Sampling::new().of(&["power.facility.peek"])),
            Code::UnknownNear,
            "",
            &["`power.facility.peek`", "`power.facility.peak`"],
        ),
        (
            sampled(&Sampling::new().with_correlation("site.pue", "cluster.load", 1.5)),
            Code::OutOfDomain,
            "site.pue, cluster.load",
            &["1", "-1"],
        ),
        (
            sampled(&Sampling::new().with_correlation("site.pue", "cluster.loud", 0.5)),
            Code::UnknownNear,
            "",
            &["`cluster.loud`", "`cluster.load`"],
        ),
        (
            sampled(&Sampling::new().with_correlation("site.pue", "site.pue", 0.5)),
            Code::CorrelatedTwice,
            "site.pue, site.pue",
            &[],
        ),
        (
            sampled(&Sampling::new().with_correlation("site.pue", "cluster.load", 1.0)),
            Code::NotDefinite,
            "site.pue, cluster.load: 1",
            &["0", "99"],
        ),
        (
            refused("300 doubts", indices(300, 64, 0, |_| 0.0, &mut |_| ControlFlow::Continue(()))),
            Code::TooManyDoubts,
            "",
            &["300", "128"],
        ),
        (
            refused("it", indices(3, 64, 0, |_| 0.0, &mut |_| ControlFlow::Break(()))),
            Code::Cancelled,
            "",
            &[],
        ),
        (
            caused(&year_of("xai-gigafactory"), "duration", 64),
            Code::NoDoubt,
            "duration",
            &["`site.pue=1.1..1.3`"],
        ),
        (
            caused(&year_of("xai-gigafactory"), "energy.facilty", 64),
            Code::UnknownNear,
            "",
            &["`energy.facility`"],
        ),
        (
            caused(&year_of("xai-gigafactory"), "energy.facility", 1 << 21),
            Code::NotWhole,
            "samples",
            &["1.049"],
        ),
        (
            caused(&year_of("xai-gigafactory"), "energy.facility", 63),
            Code::NotWhole,
            "samples",
            &["63", "64"],
        ),
        (
            of_stargate("a chart", |side| {
                let told = why(side, side, "energy.facility")?;
                of_waterfall(&told, ["a", "b"], Locale::En).map(|_| ())
            }),
            Code::NoDifference,
            "",
            &["energy.facility"],
        ),
        // Phases and months.
        (built(&["colosus"]), Code::UnknownNear, "", &["`colosus`", "`colossus`"]),
        (built(&["xai-gigafactori"]), Code::UnknownNear, "", &["`xai-gigafactory`"]),
        (built(&["colossus-1", "colosus-200k"]), Code::UnknownNear, "", &["`colossus-200k`"]),
        (built(&[]), Code::NoPhase, "", &[]),
        (
            built(&["colossus-200k", "colossus-1"]),
            Code::PhasesOutOfOrder,
            "",
            &["colossus-200k", "2025-02-17", "colossus-1", "2024-09-02"],
        ),
        (
            built(&["colossus-1@2024-09-02", "colossus-200k@2024-09-02"]),
            Code::PhasesOutOfOrder,
            "",
            &["colossus-200k", "2024-09-02"],
        ),
        (
            built(&["colossus", "stargate-abilene"]),
            Code::SiteAmongPhases,
            "colossus",
            &["colossus-25k@2024-", "colossus-230k@2025-"],
        ),
        (built(&["colossus-1", "colossus-2"]), Code::SiteAmongPhases, "colossus-2", &["colossus-2@20"]),
        (built(&["colossus-1@2024-02-30"]), Code::NotADate, "colossus-1", &["`2024-02-30`", "-MM-"]),
        (built(&["colossus-1@soon"]), Code::NotADate, "colossus-1", &["`soon`", "1900", "9999"]),
        (timed(&Ask::new().with_months(0)), Code::NotWhole, "months", &["0", "1", "600"]),
        (timed(&Ask::new().with_months(601)), Code::NotWhole, "months", &["601", "600"]),
        (
            refused(
                "it",
                timeline(&Buildout::named(&["colossus-1@9999-12-31"]).unwrap(), &Ask::new().with_months(2)),
            ),
            Code::BeyondCalendar,
            "months",
            &["9999-12-01"],
        ),
        (
            timed(&Ask::new().with_start(Date::of(2024, 8, 10).unwrap())),
            Code::StartsTooEarly,
            "start",
            &["2024-08-10", "2024-08-11"],
        ),
        (
            timed(&Ask::new().with_settings(vec![("site.pu".to_owned(), Setting::Number(1.2))])),
            Code::UnknownNear,
            "",
            &["`site.pu`", "`site.pue`"],
        ),
        (
            timed(&Ask::new().with_settings(vec![("site.pue".to_owned(), Setting::Number(0.5))])),
            Code::OutOfDomain,
            "site.pue",
            &["0.5", "1", "5"],
        ),
        // What cannot be solved for, or swept.
        (unsolved("site.pu", "power.facility.peak<=150 MW", None), Code::UnknownNear, "", &["`site.pue`"]),
        (
            unsolved("site.pue", "power.facility.peek<=150 MW", None),
            Code::UnknownNear,
            "",
            &["`power.facility.peak`"],
        ),
        (
            unsolved("site.grid", "power.facility.peak<=150 MW", None),
            Code::NotNumeric,
            "site.grid",
            &["wattflop sweep"],
        ),
        (
            unsolved("site.pue", "power.facility.peak", None),
            Code::WrongForm,
            "power.facility.peak",
            &["`duration <= 90 d`"],
        ),
        (
            unsolved("site.pue", "power.facility.average<=150 d", None),
            Code::WrongUnit,
            "power.facility.average",
            &["`d`", "MW"],
        ),
        (
            unsolved("site.pue", "power.facility.average<=150", None),
            Code::UnitMissing,
            "power.facility.average",
            &["`150`"],
        ),
        (
            unsolved("site.pue", "power.facility.average<=1..2 MW", None),
            Code::WrongForm,
            "power.facility.average",
            &[],
        ),
        (
            unsolved("site.pue", "power.facility.average<=100 W", None),
            Code::OutOfReach,
            "site.pue",
            &["112.2", "561", "100"],
        ),
        (
            unsolved("site.pue", "power.facility.average=900 MW", Some("1.1..1.3")),
            Code::OutOfReach,
            "site.pue",
            &["1.1", "1.3"],
        ),
        (
            unsolved("site.electricity", "decision.npv>=0 USD", None),
            Code::OutOfReachOpen,
            "site.electricity",
            &["decision.npv", "763.5"],
        ),
        (unsolved("site.pue", "duration<=90 d", None), Code::NoEffect, "site.pue", &["duration"]),
        (
            unsolved("site.pue", "size.devices=90000 device", None),
            Code::NoEffect,
            "site.pue",
            &["size.devices"],
        ),
        (
            unsolved("site.pue", "size.devices<=90000 device", Some("1.1..1.3")),
            Code::NoEffectWithin,
            "site.pue",
            &["size.devices", "1.1", "1.3"],
        ),
        (tied(&["site.pue", "site.pu"], None), Code::UnknownNear, "", &["`site.pue`"]),
        (tied(&["site.pue", "site.grid"], None), Code::NotNumeric, "site.grid", &["wattflop sweep"]),
        (tied(&["site.pue", "cluster.load", "site.pue"], None), Code::WrongForm, "site.pue", &[]),
        (tied(&["site.pue", "cluster.it_power"], None), Code::WrongForm, "cluster.it_power", &[]),
        (tied(&["cluster.it_power", "site.pue"], None), Code::WrongForm, "cluster.it_power", &[]),
        (
            tied(&["site.electricity", "site.pue"], Some("0.001..0.01 USD/kWh")),
            Code::OutOfDomain,
            "site.pue",
            &["1", "5"],
        ),
        (tied(&[], None), Code::WrongForm, "input", &[]),
        (
            unsolved("site.pue", "power.facility.average<=120 MW", Some("0.5..2")),
            Code::OutOfDomain,
            "site.pue",
            &["0.5"],
        ),
        (
            unsolved("site.pue", "power.facility.average<=120 MW", Some("1.2")),
            Code::WrongForm,
            "within",
            &["`1000..20000`"],
        ),
        (
            refused(
                "it",
                solve(&year_of("xai-gigafactory"), "site.pue", &Goal::at_most("duration", 3.0), None),
            ),
            Code::WrongUnit,
            "duration",
            &[],
        ),
        (unswept(&[("site.pu", "1.1, 1.2")], &["duration"]), Code::UnknownNear, "", &["`site.pue`"]),
        (unswept(&[("site.pue", "1.1, 1.2")], &["duratio"]), Code::UnknownNear, "", &["`duration`"]),
        (unswept(&[("site.pue", "")], &["duration"]), Code::EmptyGrid, "site.pue", &["`1..2 by 0.1`"]),
        (unswept(&[("site.pue", "1.1..1.5 by 0")], &["duration"]), Code::EmptyGrid, "site.pue", &["by 0"]),
        (
            unswept(&[("site.pue", "1.1..1.5 by -0.1")], &["duration"]),
            Code::EmptyGrid,
            "site.pue",
            &["by -0.1"],
        ),
        (
            unswept(&[("site.pue", "1.1..1.5 in 2.5")], &["duration"]),
            Code::EmptyGrid,
            "site.pue",
            &["in 2.5"],
        ),
        (unswept(&[("site.pue", "1.1..1.5")], &["duration"]), Code::NoStep, "site.pue", &["by", "in", "log"]),
        (
            unswept(&[("site.pue", "1.5..1.1 by 0.1")], &["duration"]),
            Code::RangeOutOfOrder,
            "site.pue",
            &["1.5"],
        ),
        (unswept(&[("site.pue", "0.5..1.1 by 0.1")], &["duration"]), Code::OutOfDomain, "site.pue", &["0.5"]),
        (unswept(&[("site.wue", "0..2 L/kWh in 5 log")], &["duration"]), Code::NoLog, "site.wue", &["`log`"]),
        (
            unswept(&[("site.electricity", "0.05, 0.08")], &["duration"]),
            Code::UnitMissing,
            "site.electricity",
            &["USD/kWh"],
        ),
        (
            unswept(&[("site.grid", "fra, frr")], &["duration"]),
            Code::UnknownNear,
            "site.grid",
            &["`frr`", "`fra`"],
        ),
        (unswept(&[], &["duration"]), Code::WrongForm, "over", &[]),
        (unswept(&[("site.pue", "1.1, 1.2")], &[]), Code::WrongForm, "of", &[]),
        (
            unswept(&[("site.pue", "1.1, 1.2"), ("site.pue", "1.3, 1.4")], &["duration"]),
            Code::WrongForm,
            "site.pue",
            &[],
        ),
        (
            unswept(&[("site.pue", "1..2 in 1e6"), ("cluster.load", "0..1 in 1e6")], &["duration"]),
            Code::TooManyCells,
            "site.pue, cluster.load",
            &["10"],
        ),
        (
            unswept(&[("cluster.pools.0.count", "24,576")], &["duration"]),
            Code::Grouped,
            "cluster.pools.0.count",
            &["`24,576`", "`24576`", "`24, 576`"],
        ),
        (
            unswept(&[("cluster.pools.0.count", "1000, 100,200 device")], &["duration"]),
            Code::Grouped,
            "cluster.pools.0.count",
            &["`100200`", "`100, 200`"],
        ),
        (
            unswept(&[("cluster.pools.0.count", "1..1e12 by 1")], &["duration"]),
            Code::TooManyCells,
            "cluster.pools.0.count",
            &["100"],
        ),
        (
            refused(
                "it",
                operate(&Cluster::preset("meta-24k").unwrap())
                    .and_then(|side| why(&side, &side, "cost.annuity.totl")),
            ),
            Code::UnknownNear,
            "",
            &["`cost.annuity.total`"],
        ),
        (
            refused("it", {
                let idle = with(year_of("xai-gigafactory"), &[("finance.sold", "0.05")]).evaluate();
                idle.and_then(|side| why(&side, &side, "decision.payback"))
            }),
            Code::NotFinite,
            "",
            &["decision.payback"],
        ),
        (phases("5"), Code::WrongForm, "timeline", &[]),
        (phases("{}"), Code::WrongForm, "phases", &["`phases`", "`date`", "`cluster`"]),
        (phases(r#"{"phases": []}"#), Code::NoPhase, "", &[]),
        (phases(r#"{"phase": []}"#), Code::UnknownNear, "", &["`phase`", "`phases`"]),
        (phases(r#"{"months": 2.5}"#), Code::WrongForm, "months", &[]),
        (phases(r#"{"start": true}"#), Code::NotADate, "start", &["9999"]),
        (phases(r#"{"phases": [{"cluster": "meta-24k"}]}"#), Code::WrongForm, "phases.0.date", &["`date`"]),
        (
            phases(r#"{"phases": [{"date": "2027-01", "cluster": "meta-24"}]}"#),
            Code::UnknownNear,
            "phases.0.cluster",
            &["`meta-24k`"],
        ),
        (
            phases(
                r#"{"phases": [{"date": 2027, "cluster": "meta-24k"}, {"date": "2027-12-31", "cluster": "meta-100k"}]}"#,
            ),
            Code::PhasesOutOfOrder,
            "",
            &["meta-100k", "2027-12-31", "meta-24k"],
        ),
        (
            timed(&Ask::new().with_run(TrainingRun::of(Model::unknown("mine")))),
            Code::Missing,
            "run.",
            &["run.", "`mine`"],
        ),
    ]
}

fn argument<'a>(error: &'a Error, name: &str) -> &'a str {
    error.args().iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

#[test]
fn errors_carry_their_code_and_their_field() {
    for (error, code, field, _) in cases() {
        assert_eq!(error.code(), code, "{error}");
        assert!(argument(&error, "field").starts_with(field), "{error}: `{field}`");
    }
}

#[test]
fn errors_say_in_both_languages_where_and_what() {
    for (error, _, field, holds) in cases() {
        for locale in Locale::ALL {
            let words = words::error(&error, locale);
            for held in holds.iter().chain([&field]) {
                // Amounts are written with the language's comma; what was typed is quoted as it was.
                let with_comma = held.replace('.', locale.style().decimal);
                let says = words.contains(held) || words.contains(&with_comma);
                assert!(says, "{locale:?}: `{words}` does not say `{held}`");
            }
            assert!(!words.contains(['{', '}']), "{locale:?}: `{words}` has a gap");
        }
    }
}

#[test]
fn errors_speak_french_to_a_french_reader() {
    const ENGLISH: [&str; 14] = [
        "a number",
        "whole number",
        " from ",
        " or more",
        "more than",
        "the id of",
        "a table",
        "a text",
        "a value",
        "missing",
        "expected a",
        " needs ",
        "no decoder",
        "power per",
    ];
    let left: Vec<_> = cases()
        .iter()
        .map(|(error, ..)| words::error(error, Locale::Fr))
        .filter(|words| ENGLISH.iter().any(|english| words.contains(english)))
        .collect();
    assert!(left.is_empty(), "English in French words: {left:#?}");
}

#[test]
fn errors_display_in_english() {
    for (error, ..) in cases() {
        assert_eq!(error.to_string(), words::error(&error, Locale::En));
        assert_ne!(error.to_string(), words::error(&error, Locale::Fr));
    }
}

#[test]
fn errors_as_documents_have_code_message_path_and_suggestion() {
    let error = document(r#"{"cluster": {"pools": [{"accelerator": "h1000"}]}}"#);
    let problem = problem(&error, Locale::Fr);
    assert_eq!(problem.get("code"), Some(&Node::text("UnknownNear")));
    assert_eq!(problem.get("path"), Some(&Node::text("cluster.pools.0.accelerator")));
    assert!(problem.get("suggestion").and_then(Node::as_text).is_some_and(|id| id.starts_with("h100")));
    assert!(
        problem
            .get("message")
            .and_then(Node::as_text)
            .is_some_and(|words| words.contains("vouliez-vous dire"))
    );
}

#[test]
fn a_long_id_is_cut_in_its_message() {
    let words = refused("it", Cluster::preset(&"x".repeat(10_000))).to_string();
    assert!(words.len() < 300, "{} bytes", words.len());
}

#[test]
fn a_long_text_is_cut_in_its_message() {
    let words = setting("site.pue", &"x".repeat(10_000)).to_string();
    assert!(words.len() < 1_000, "{} bytes", words.len());
}

#[test]
fn a_document_that_is_cut_short_is_no_scenario() {
    for json in ["[]", "5", r#""meta-24k""#, "null", r#"{"cluster": null}"#, r#"{"cluster": {"pools": []}}"#]
    {
        document(json);
    }
}

/// Words that several names hold are answered with these names, the shortest; such as one name holds, with it.
#[test]
fn part_of_a_name_is_answered_with_the_names_that_hold_it() {
    let year = year_of("xai-gigafactory").evaluate().unwrap();
    let explained = |path| refused(path, explain(&year, path, Locale::En));
    let argument = |error: &Error, wanted: &str| {
        error.args().iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone())
    };
    let said = explained("cost.total").to_string();
    assert!(said.contains("cost.annuity.total, cost.decay.total") && !said.contains("pools"), "{said}");
    for path in ["power.peak", "power.facility.peek"] {
        assert_eq!(argument(&explained(path), "nearest").as_deref(), Some("power.facility.peak"));
    }
    let model = refused("llama3", Model::preset("llama3"));
    assert_eq!(argument(&model, "known").as_deref(), Some("llama3-8b, llama3-70b"));
}

/// The nearest whole number is what is suggested.
#[test]
fn whole_numbers_are_suggested() {
    for (given, near) in [("1.5", "2"), ("1.4", "1"), ("0.5", "1"), ("2e12", "1000000000000")] {
        let told = problem(&setting("cluster.pools.0.count", given), Locale::En);
        assert_eq!(told.get("suggestion").and_then(Node::as_text), Some(near), "{given}");
    }
}

/// What is allowed is said as people would, not as the widest number that is held.
#[test]
fn zero_or_more_is_said_so() {
    let said = |error: Error, locale| words::allowed(&error, locale);
    let negative = || setting("site.electricity", "-0.05 USD/kWh");
    assert_eq!(said(negative(), Locale::En).as_deref(), Some("zero or more"));
    assert_eq!(said(negative(), Locale::Fr).as_deref(), Some("zéro ou plus"));
    let none = refused("none", set(&mut run_of("grok-2", "meta-24k"), "run.compute", "-1 FLOP"));
    assert_eq!(said(none, Locale::En).as_deref(), Some("more than zero"));
    assert_eq!(said(setting("site.pue", "0.5"), Locale::En).as_deref(), Some("1 – 5"));
}

/// Codes of errors that say neither what is allowed nor what is nearest, and why.
const NOTHING_ALLOWED: &[(Code, &str)] = &[
    (Code::Unknown, "none of many names is near"),
    (Code::BadShape, "the reason says which two dimensions do not go together; either may be wrong"),
    (Code::NotADecoder, "a model that the calculator does not know how to compute"),
    (Code::NeverFits, "no small change fits"),
    (Code::NotFinite, "a figure that never comes on a side has no difference"),
    (Code::NoDifference, "sides that do not differ have nothing to draw"),
    (Code::Cancelled, "nothing is wrong"),
];

/// Codes of errors that no case here has, and why.
const WITHOUT_A_CASE: &[(Code, &str)] = &[
    (
        Code::Broken,
        "only of a file or a message, which the tests of the command line and of the package break",
    ),
    (Code::NotHere, "only of a cell of a sweep, whose tests have it"),
];

#[test]
fn every_error_says_what_is_allowed_or_it_is_known_why_not() {
    let cases = cases();
    let says = |error: &Error, locale| {
        let told = problem(error, locale);
        ["allowed", "suggestion"].iter().any(|key| told.get(key).is_some_and(|said| *said != Node::Null))
    };
    for locale in Locale::ALL {
        let mut silent: Vec<_> =
            cases.iter().filter(|(error, ..)| !says(error, locale)).map(|(_, code, ..)| *code).collect();
        silent.dedup();
        let stated: Vec<_> = NOTHING_ALLOWED.iter().map(|(code, _)| *code).collect();
        silent.retain(|code| !stated.contains(code));
        assert_eq!(silent, [], "{locale:?}");
    }
    let source = include_str!("../src/error.rs");
    let codes = source.split("pub enum Code {").nth(1).unwrap().split("NoteDerived").next().unwrap();
    let codes =
        codes.lines().filter_map(|line| line.trim().strip_suffix(',')).filter(|line| !line.starts_with('/'));
    let has = |code: &str| {
        let of_cases = cases.iter().map(|(_, code, ..)| *code);
        of_cases.chain(WITHOUT_A_CASE.iter().map(|(code, _)| *code)).any(|known| format!("{known:?}") == code)
    };
    assert_eq!(codes.filter(|code| !has(code)).collect::<Vec<_>>(), Vec::<&str>::new());
}
