//! What each command does.

use super::Failure;
use super::args::{Charted, Cli, Command, Format, Given, ListPart, TrendOf, View};
use super::{chart, print};
use crate::analysis::plan::{Mode, plan};
use crate::analysis::progress::progress;
use crate::analysis::sweep::Direction;
use crate::analysis::validation::{COLUMNS, Judged, judge};
use crate::analysis::{
    Ask, Comparison, Goal, Sampling, Setting, Sweep, Timeline, Uncertainty, compare, sensitivity,
    service_frontier, set, set_all, solve, timeline, trend, uncertainties, uncertainty,
};
use crate::cluster::Buildout;
use crate::document::{self, Node};
use crate::error::{Code, Error, Noun};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::Date;
use crate::report::chart::{
    of_comparison, of_explanation, of_figures, of_result, of_sensitivity, of_service, of_timeline,
    of_uncertainty,
};
use crate::report::costs;
use crate::report::entry::{Part, entry, list};
use crate::report::{Locale, explain, show, tree};
use crate::workload::{Model, TrainingRun};
use core::ops::ControlFlow;
use std::io::IsTerminal;
use std::path::Path;
use std::time::Instant;

/// Runs a command; returns what to write.
pub(super) fn run(cli: &Cli) -> Result<String, Failure> {
    let (format, locale) = (cli.output.format, cli.locale());
    match &cli.command {
        Command::Compare { clusters, why, inputs, view, charted } => {
            let comparison = compared(clusters, inputs)?;
            match why {
                Some(figure) => {
                    let draw = || print::waterfall_chart(&comparison, figure, locale);
                    chart::beside(charted, &draw, locale, &|| {
                        print::waterfalls(&comparison, figure, format, locale)
                    })
                }
                None => side_by_side(&comparison, view, charted, format, locale),
            }
        }
        Command::Solve { input, goal, cluster, model, within, inputs } => {
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: wanted(input) };
            let scenario = scenario(asked, inputs)?;
            let solved = solve(&scenario, input, &Goal::parse(goal)?, within.as_deref())?;
            print::solved(&solved, &scenario, format, locale)
        }
        Command::Sweep { cluster, model, over, of, pareto, inputs, charted } => {
            let trains = over.iter().any(|(path, _)| wanted(path) == Wanted::Training);
            let task = if trains { Wanted::Training } else { Wanted::Either };
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), task };
            let sweep = sweep_of(&scenario(asked, inputs)?, over, of, pareto)?;
            print::sweep(&sweep, pareto, charted, &mut watched(), format, locale)
        }
        Command::Operate { cluster, inputs, view, charted } => {
            let scenario = scenario(
                Asked { cluster: cluster.as_deref(), model: None, task: Wanted::Operation },
                inputs,
            )?;
            result(scenario, view, charted, format, locale)
        }
        Command::Train { model, cluster, inputs, view, charted } => {
            let asked =
                Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: Wanted::Training };
            result(scenario(asked, inputs)?, view, charted, format, locale)
        }
        Command::Serve {
            model,
            cluster,
            on,
            requests,
            users,
            prompt,
            output,
            frontier,
            inputs,
            view,
            charted,
        } => {
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: Wanted::Serving };
            let lengths = [("serving.prompt", prompt), ("serving.output", output), ("serving.users", users)];
            let lengths = lengths.into_iter().filter_map(|(path, value)| Some((path, value.clone()?)));
            let requests = requests.iter().map(|requests| ("serving.requests", per_second(requests)));
            let mut scenario = scenario_on(asked, on.as_deref(), inputs)?;
            for (path, value) in lengths.chain(requests) {
                set(&mut scenario, path, &value)?;
            }
            if !*frontier {
                return result(scenario, view, charted, format, locale);
            }
            let found = service_frontier(&scenario)?;
            let draw = || Ok(of_service(&found, locale));
            chart::beside(charted, &draw, locale, &|| print::best_layouts(&found, format, locale))
        }
        Command::Explain { path, cluster, cluster_option, model, inputs, charted } => {
            let cluster = cluster.as_deref().or(cluster_option.as_deref());
            let asked = Asked { cluster, model: model.as_deref(), task: Wanted::Either };
            opened(scenario(asked, inputs)?, path, charted, format, locale)
        }
        Command::Cost { cluster, model, part, inputs, charted } => {
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: Wanted::Either };
            let estimate = scenario(asked, inputs)?.evaluate()?;
            let draw = || chart::of_cost(&estimate, part, locale);
            let result = || print::cost(&estimate, &costs::parts(part, &estimate), format, locale);
            chart::beside(charted, &draw, locale, &result)
        }
        Command::Uncertainty { clusters, model, samples, seed, of, correlate, inputs, charted } => {
            let ask = Sampling::new().with_samples(*samples).with_seed(*seed).with_threads(threads());
            let ask = correlate.iter().try_fold(ask, |ask, text| correlated(ask, text))?;
            let (drawn, names) = drawn(clusters, model.as_deref(), inputs, ask, of)?;
            let draw = || Ok(of_uncertainty(&drawn, &names, locale));
            chart::beside(charted, &draw, locale, &|| print::uncertainty(&drawn, &names, format, locale))
        }
        Command::Sensitivity { cluster, of, model, samples, seed, inputs, charted } => {
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: Wanted::Either };
            let found = sensitivity(&scenario(asked, inputs)?, of, *samples, *seed, &mut watched())?;
            let draw = || Ok(of_sensitivity(&found, locale));
            chart::beside(charted, &draw, locale, &|| print::sensitivity(&found, format, locale))
        }
        Command::Inputs { cluster, model, inputs } => {
            let asked = Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: Wanted::Either };
            let estimate = scenario(asked, inputs)?.evaluate()?;
            print::inputs(&estimate, format, locale)
        }
        Command::Plan { model, cluster, devices, batch, exhaustive, inputs } => {
            let asked =
                Asked { cluster: cluster.as_deref(), model: model.as_deref(), task: Wanted::Training };
            let mut scenario = scenario(asked, inputs)?;
            let given = [("cluster.pools.0.count", devices), ("run.batch", batch)];
            for (path, number) in given {
                if let Some(number) = number {
                    set(&mut scenario, path, &number.to_string())?;
                }
            }
            let mode = if *exhaustive { Mode::Exhaustive } else { Mode::Pruned };
            let planned = plan(scenario, mode, &mut watched())?;
            print::plan(&planned, &training(cluster.as_deref(), model.as_deref(), inputs), format, locale)
        }
        Command::Validate { files } => {
            let judged =
                files.iter().map(|file| validated(file, locale)).collect::<Result<Vec<_>, _>>()?.concat();
            print::validation(&judged, format, locale)
        }
        Command::List { part, search } => {
            print::table(&list(part_of(*part), search.as_deref(), locale), format, locale)
        }
        Command::Show { id } => print::entry(&entry(id, locale)?, format, locale),
        Command::Timeline { phases, months, run, start, inputs, charted, all } => {
            let asked = AskedOfTimeline { months: *months, model: run.as_deref(), start: start.as_deref() };
            let timeline = timeline_of(phases, asked, inputs)?;
            let draw = || Ok(of_timeline(&timeline, locale));
            chart::beside(charted, &draw, locale, &|| print::timeline(&timeline, *all, format, locale))
        }
        Command::Trend { of: TrendOf::Clusters } => print::trend(&trend()?, format, locale),
        Command::Trend { of: TrendOf::Prices } => print::prices(&progress(), format, locale),
        Command::Trend { of: TrendOf::Rents } => print::rents(&progress(), format, locale),
    }
}

/// As many threads as there are cores.
fn threads() -> u32 {
    std::thread::available_parallelism().ok().and_then(|count| u32::try_from(count.get()).ok()).unwrap_or(1)
}

/// The same with a correlation, as an argument gives it: `PATH,PATH=RANK`.
fn correlated(ask: Sampling, text: &str) -> Result<Sampling, Failure> {
    let read = || {
        let (pair, rank) = text.split_once('=')?;
        let (a, b) = pair.split_once(',')?;
        Some((a.trim(), b.trim(), rank.trim().parse().ok()?))
    };
    let (a, b, rank) = read().ok_or_else(|| Error::wrong_form("--correlate", "form-correlation"))?;
    Ok(ask.with_correlation(a, b, rank))
}

/// Clusters, drawn, with their names: one, or several on the basis that all share.
fn drawn(
    clusters: &[String],
    model: Option<&str>,
    inputs: &Given,
    ask: Sampling,
    of: &[String],
) -> Result<(Vec<Uncertainty>, Vec<String>), Failure> {
    let file = inputs.scenario.as_deref().map(File::read).transpose()?;
    let asked = |cluster| Asked { cluster, model, task: Wanted::Either };
    let scenario = |cluster| scenario_of(asked(cluster), file.as_ref(), &inputs.set);
    let ids =
        if clusters.is_empty() { vec![None] } else { clusters.iter().map(|id| Some(id.as_str())).collect() };
    let scenarios = ids.into_iter().map(scenario).collect::<Result<Vec<_>, _>>()?;
    let named =
        |estimate: &Estimate| show::rows(estimate, false).into_iter().map(|row| row.path).collect::<Vec<_>>();
    let of = |headlines: Vec<String>| if of.is_empty() { headlines } else { of.to_vec() };
    Ok(match &scenarios[..] {
        [one] => {
            let estimate = one.clone().evaluate()?;
            let ask = Sampling { paths: of(named(&estimate)), ..ask };
            (vec![uncertainty(one, &ask, &mut watched())?], vec![show::name(&estimate)])
        }
        several => {
            let comparison = compare(several)?;
            let ask = Sampling { paths: of(comparison.sides.iter().flat_map(named).collect()), ..ask };
            (uncertainties(&comparison, &ask, &mut watched())?, show::names(&comparison))
        }
    })
}

/// What of a timeline stands beside inputs.
struct AskedOfTimeline<'a> {
    months: Option<u32>,
    model: Option<&'a str>,
    start: Option<&'a str>,
}

/// A timeline: the file's, then the arguments', then what was set.
fn timeline_of(phases: &[String], asked: AskedOfTimeline, inputs: &Given) -> Result<Timeline, Failure> {
    let file = inputs.scenario.as_deref().map(File::read).transpose()?;
    let names: Vec<_> = phases.iter().map(String::as_str).collect();
    let read = |file: &File| -> Result<_, Error> {
        let ask = document::read_ask(&file.node)?;
        let own = if names.is_empty() { Some(document::read_buildout(&file.node)?) } else { None };
        Ok((own, ask))
    };
    let in_file = |file: &File| read(file).map_err(|error| Failure::InFile(file.name.clone(), error));
    let (own, ask) = file.as_ref().map(in_file).transpose()?.unwrap_or_default();
    let buildout = own.map_or_else(|| Buildout::named(&names), Ok)?;
    Ok(timeline(&buildout, &ask_of(ask, asked, &inputs.set)?)?)
}

/// What is asked of a timeline: by the arguments, where they say it.
fn ask_of(mut ask: Ask, asked: AskedOfTimeline, given: &[(String, String)]) -> Result<Ask, Failure> {
    let first_of = |text: &str| Date::first_of(text).ok_or_else(|| Error::not_a_date("--start", text));
    ask.months = asked.months.or(ask.months);
    ask.start = asked.start.map(first_of).transpose()?.or(ask.start);
    let is_of_run =
        |path: &str| ["run.", "model.", "layout.", "efficiency."].iter().any(|scope| path.starts_with(scope));
    let trains = given.iter().any(|(path, _)| is_of_run(path));
    if asked.model.is_some() || (trains && ask.run.is_none()) {
        ask.run = Some(run_of(asked.model)?);
    }
    if asked.start.is_some() && ask.run.is_none() {
        return Err(Error::wrong_form("--start", "form-start").into());
    }
    ask.settings.extend(settings(given));
    Ok(ask)
}

/// A run of a model, by id or by the configuration in a file; of one that nothing is known of, where none is named.
fn run_of(model: Option<&str>) -> Result<TrainingRun, Failure> {
    let unknown = || TrainingRun::of(Model::unknown("run"));
    let Some(model) = model else { return Ok(unknown()) };
    let node = Node::table(vec![("model", model_node(model)?)]);
    Ok(document::read_ask(&node)?.run.unwrap_or_else(unknown))
}

/// What was given, as settings.
fn settings(given: &[(String, String)]) -> Vec<(String, Setting)> {
    given.iter().map(|(path, value)| (path.clone(), Setting::Text(value.clone()))).collect()
}

/// The command that trains what was planned, before its layout is set.
fn training(cluster: Option<&str>, model: Option<&str>, inputs: &Given) -> Vec<(&'static str, String)> {
    let file = inputs.scenario.as_ref().map(|file| ("--scenario", file.display().to_string()));
    let named = [("--model", model), ("--cluster", cluster)];
    let named = named.into_iter().filter_map(|(option, id)| Some((option, id?.to_owned())));
    let set = inputs.set.iter().map(|(path, value)| ("--set", format!("{path}={value}")));
    file.into_iter().chain(named).chain(set).collect()
}

/// Writes how far a search is to the terminal, once it has taken a second.
fn watched() -> impl FnMut(f64) -> ControlFlow<()> {
    let (start, mut shown) = (Instant::now(), 0);
    move |share| {
        let seconds = start.elapsed().as_secs();
        if seconds > shown && std::io::stderr().is_terminal() {
            shown = seconds;
            eprint!("\r{:.0} %", 100.0 * share);
        }
        ControlFlow::Continue(())
    }
}

/// The line of the first row, below the header.
const FIRST_LINE: usize = 2;

/// The rows of a file, predicted. Those that measure nothing are named to whoever watches.
fn validated(path: &Path, locale: Locale) -> Result<Vec<Judged>, Failure> {
    let failed = |error: csv::Error| Failure::Other(format!("{}: {error}", path.display()));
    let text = read_text(path)?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(failed)?.clone();
    let known = |column: &str| headers.iter().any(|header| header.trim() == column);
    if !COLUMNS.iter().any(|column| known(column.column)) {
        let names = &mut COLUMNS.iter().map(|column| column.column);
        let first = headers.get(0).unwrap_or_default();
        return Err(Failure::InFile(path.display().to_string(), Error::unknown(Noun::Column, first, names)));
    }
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("rows");
    let (mut judged, mut unmeasured) = (Vec::new(), Vec::new());
    for (place, record) in reader.records().enumerate() {
        let record = record.map_err(failed)?;
        let row = |column: &str| {
            let place = headers.iter().position(|header| header.trim() == column)?;
            record.get(place).map(str::trim).filter(|cell| !cell.is_empty())
        };
        let line = (place + FIRST_LINE).to_string();
        let set = row("set").or_else(|| row("source")).unwrap_or(stem);
        let of_row = judge(&row, row("id").unwrap_or(&line), set);
        if of_row.is_empty() {
            unmeasured.push(line);
        }
        judged.extend(of_row);
    }
    if !unmeasured.is_empty() {
        anstream::eprintln!("{}: {} {}", path.display(), locale.word("unmeasured"), unmeasured.join(", "));
    }
    Ok(judged)
}

const fn part_of(part: ListPart) -> Part {
    match part {
        ListPart::Accelerators => Part::Accelerators,
        ListPart::Systems => Part::Systems,
        ListPart::Clusters => Part::Clusters,
        ListPart::Buildouts => Part::Buildouts,
        ListPart::Models => Part::Models,
        ListPart::Sites => Part::Sites,
        ListPart::Supplies => Part::Supplies,
        ListPart::Coolings => Part::Coolings,
        ListPart::Climates => Part::Climates,
        ListPart::Sources => Part::Sources,
        ListPart::Methods => Part::Methods,
        ListPart::Prices => Part::Prices,
    }
}

fn result(
    scenario: Scenario,
    view: &View,
    charted: &Charted,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    if let Some(path) = &view.explain {
        return opened(scenario, path, charted, format, locale);
    }
    let estimate = scenario.evaluate()?;
    let draw = || Ok(of_result(&estimate, locale));
    chart::beside(charted, &draw, locale, &|| print::estimate(&estimate, view.all, format, locale))
}

fn opened(
    scenario: Scenario,
    path: &str,
    charted: &Charted,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let estimate = scenario.evaluate()?;
    let explanation = explain(&estimate, path, locale)?;
    let draw = || of_explanation(&estimate, path, tree::LEGIBLE, locale);
    chart::beside(charted, &draw, locale, &|| print::explanation(&explanation, format, locale))
}

/// Clusters side by side; a scenario file with a cluster of its own is the first side, one without goes for all.
fn compared(clusters: &[String], inputs: &Given) -> Result<Comparison, Failure> {
    let file = inputs.scenario.as_deref().map(File::read).transpose()?;
    let own = file.as_ref().filter(|file| file.node.get("cluster").is_some());
    let for_all = if own.is_some() { None } else { file.as_ref() };
    let asked = |cluster| Asked { cluster, model: None, task: Wanted::Operation };
    let mut scenarios = Vec::new();
    if own.is_some() {
        scenarios.push(scenario_of(asked(None), own, &inputs.set)?);
    }
    for id in clusters {
        scenarios.push(scenario_of(asked(Some(id)), for_all, &inputs.set)?);
    }
    Ok(compare(&scenarios)?)
}

fn side_by_side(
    comparison: &Comparison,
    view: &View,
    charted: &Charted,
    format: Format,
    locale: Locale,
) -> Result<String, Failure> {
    let draw = || match &view.explain {
        None => Ok(of_comparison(comparison, locale)),
        Some(path) => Ok(of_figures(comparison, &[path], locale)),
    };
    let result = || match &view.explain {
        None => print::comparison(comparison, view.all, format, locale),
        Some(path) => {
            let open = |side| explain(side, path, locale);
            let opened = comparison.sides.iter().map(open).collect::<Result<Vec<_>, _>>()?;
            print::explanations(&show::names(comparison), &opened, format, locale)
        }
    };
    chart::beside(charted, &draw, locale, &result)
}

/// Whether an input is one that only a run has.
fn wanted(path: &str) -> Wanted {
    if ["serving.", "serving_efficiency."].iter().any(|scope| path.starts_with(scope)) {
        return Wanted::Serving;
    }
    let of_run = ["run.", "model.", "layout.", "efficiency."].iter().any(|scope| path.starts_with(scope));
    if of_run { Wanted::Training } else { Wanted::Either }
}

/// A sweep; the figures of its frontier are among its columns.
fn sweep_of(
    scenario: &Scenario,
    over: &[(String, String)],
    of: &[String],
    pareto: &[(Direction, String)],
) -> Result<Sweep, Failure> {
    if pareto.len() == 1 {
        return Err(Error::wrong_form("--pareto", "form-frontier").into());
    }
    let over: Vec<_> = over.iter().map(|(path, values)| (path.as_str(), values.as_str())).collect();
    let mut figures: Vec<&str> = Vec::new();
    for path in of.iter().chain(pareto.iter().map(|(_, path)| path)) {
        if !figures.contains(&path.as_str()) {
            figures.push(path);
        }
    }
    Ok(Sweep::of(scenario, &over, &figures)?)
}

/// What was asked for beside inputs.
struct Asked<'a> {
    cluster: Option<&'a str>,
    model: Option<&'a str>,
    task: Wanted,
}

/// Whether a cluster is to stand, to train or to serve.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Operation,
    Training,
    Serving,
    Either,
}

/// A scenario file: what it is called, and what it holds.
struct File {
    name: String,
    node: Node,
}

impl File {
    fn read(path: &Path) -> Result<Self, Failure> {
        Ok(Self { name: path.display().to_string(), node: read_document(path)? })
    }
}

fn scenario(asked: Asked, inputs: &Given) -> Result<Scenario, Failure> {
    let file = inputs.scenario.as_deref().map(File::read).transpose()?;
    scenario_of(asked, file.as_ref(), &inputs.set)
}

/// The scenario: the file's, then the arguments', then what was set.
fn scenario_of(asked: Asked, file: Option<&File>, given: &[(String, String)]) -> Result<Scenario, Failure> {
    let mut node = file.map_or_else(|| Node::table(vec![]), |file| file.node.clone());
    if let Some(id) = asked.cluster {
        node.put_preset("cluster", id);
    }
    if let Some(model) = asked.model {
        node.put("model", model_node(model)?);
    }
    let trains = ["model", "run"].into_iter().find(|key| node.get(key).is_some());
    match (asked.task, trains) {
        (Wanted::Operation, Some(key)) => return Err(Error::wrong_form(key, "form-operation").into()),
        (Wanted::Training, None) => node.put("run", Node::table(vec![])),
        (Wanted::Serving, _) if node.get("serving").is_none() => node.put("serving", Node::table(vec![])),
        _ => {}
    }
    let in_file = |error| match file {
        Some(file) => Failure::InFile(file.name.clone(), error),
        None => Failure::Input(error),
    };
    let mut scenario = document::read(&node).map_err(in_file)?;
    set_all(&mut scenario, &settings(given))?;
    Ok(scenario)
}

/// The scenario on devices of a kind, as many as it takes, where a kind is named.
fn scenario_on(asked: Asked, on: Option<&str>, inputs: &Given) -> Result<Scenario, Failure> {
    let Some(id) = on else { return scenario(asked, inputs) };
    let mut file = match inputs.scenario.as_deref() {
        Some(path) => File::read(path)?,
        None => File { name: String::new(), node: Node::table(vec![]) },
    };
    let pool = Node::table(vec![("accelerator", id.into())]);
    file.node.put("cluster", Node::table(vec![("name", id.into()), ("pools", vec![pool].into())]));
    scenario_of(asked, Some(&file), &inputs.set)
}

/// Requests a second, where no other time is named.
fn per_second(requests: &str) -> String {
    if requests.contains('/') { requests.to_owned() } else { format!("{requests} /s") }
}

/// A model by id, or by the configuration in a file.
fn model_node(model: &str) -> Result<Node, Failure> {
    let path = Path::new(model);
    if !has_extension(path, "json") {
        return Ok(model.into());
    }
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("model");
    Ok(Node::table(vec![("name", name.into()), ("config", read_document(path)?)]))
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

/// The text of a file; `-` is the standard input.
fn read_text(path: &Path) -> Result<String, Failure> {
    let text = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    text.map_err(|error| Failure::Other(format!("{}: {error}", path.display())))
}

/// A document, as JSON where it begins like one, else as TOML; `-` is the standard input.
fn read_document(path: &Path) -> Result<Node, Failure> {
    let text = read_text(path)?;
    let is_json = text.trim_start().starts_with('{');
    let broken = |reason: String| {
        Failure::Input(Error::new(
            Code::Broken,
            vec![("field", path.display().to_string()), ("reason", reason)],
        ))
    };
    if !is_json {
        toml::from_str(&text).map_err(|error| broken(error.to_string()))
    } else {
        serde_json::from_str(&text).map_err(|error| broken(error.to_string()))
    }
}
