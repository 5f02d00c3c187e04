//! What can be asked in documents: a question in, an answer out. Two tables hold all there is: answers, and charts of them.
//!
//! A question is a table. Most have a `scenario` (or `scenarios`), as a document or as the id of a cluster.
//!
//! ```
//! use std::ops::ControlFlow;
//! use wattflop::document::{Node, ask};
//! use wattflop::report::Locale;
//!
//! let question = Node::table(vec![("scenario", "xai-gigafactory".into()), ("figure", "power.facility.peak".into())]);
//! let answer = ask("explain", &question, Locale::En, &mut |_share_done| ControlFlow::Continue(()))?;
//! assert_eq!(answer.get("formula").and_then(Node::as_text), Some("power.it.rated × site.peak_overhead"));
//! # Ok::<(), wattflop::Error>(())
//! ```

use super::answers::count;
use super::form::form;
use super::scenario::check_keys;
use super::{Key, Node, phases, result, scenario};
use crate::analysis::plan::Mode;
use crate::analysis::sweep::{Best, Direction};
use crate::analysis::validation::{by_set, judge, left_out};
use crate::analysis::{
    self, Columns, Comparison, Goal, Sampling, Sensitivity, Sweep, Timeline, Uncertainty, Waterfall,
};
use crate::catalogue::EDITION;
use crate::error::{Error, Noun};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::parse::shortest;
use crate::quantities::{KINDS, Kind, Scale};
use crate::report::answers::frontier_sheet;
use crate::report::chart::{self, Chart, Look, Spot, Theme};
use crate::report::costs::{self, Part};
use crate::report::uncertainty::sensitivity_notes;
use crate::report::{Locale, entry, explain, show, tree};
use core::ops::ControlFlow;
use std::borrow::Cow;

/// What is told of progress, as the share that is done; and what may cancel.
pub type Watch<'a> = &'a mut dyn FnMut(f64) -> ControlFlow<()>;

/// A question, in a language, with whoever watches.
struct Question<'a> {
    node: &'a Node,
    locale: Locale,
    watch: Watch<'a>,
}

type Answer = fn(&mut Question) -> Result<Node, Error>;
type Draw = fn(&mut Question) -> Result<Chart, Error>;
/// What is asked, the keys that the question may have, and what is done with it.
type Asked<Act> = (&'static str, &'static [&'static str], Act);

/// What can be asked, of widgets too.
const ANSWERS: &[Asked<Answer>] = &[
    ("operate", &["scenario"], |q| q.result(&q.operation()?)),
    ("train", &["scenario"], |q| q.result(&q.training()?)),
    ("serve", &["scenario"], |q| q.result(&q.serving()?.evaluate()?)),
    ("figures", &["scenario", "only"], |q| {
        Ok(result::figures_at(&q.estimate()?, &q.texts("only")?, q.locale))
    }),
    ("inputs", &["scenario"], |q| Ok(result::inputs_that_count(&q.estimate()?, q.locale))),
    ("choices", &["scenario"], |q| Ok(result::choices_of(&q.estimate()?))),
    ("notes", &["scenario"], |q| Ok(result::notes_of(&analysis::notes(&q.estimate()?), q.locale))),
    ("form", &["scenario"], |q| form(&*q.document("scenario")?, q.locale)),
    ("compare", &["scenarios"], |q| Ok(result::comparison(&q.comparison()?, q.locale))),
    ("sides", &["scenarios", "only"], |q| {
        Ok(result::comparison_at(&q.comparison()?, &q.texts("only")?, q.locale))
    }),
    ("sensitivity", &["scenario", "figure", "samples", "seed"], |q| {
        let found = q.sensitivity()?;
        Ok(super::sensitivity(&found, &sensitivity_notes(&found, q.locale), q.locale))
    }),
    ("explain", &["scenario", "figure"], |q| {
        Ok(result::explanation(&explain(&q.estimate()?, q.needed("figure")?, q.locale)?, q.locale))
    }),
    ("ledger", &["scenario", "figure", "terms"], |q| {
        Ok(super::ledger(&tree::tree(&q.estimate()?, q.needed("figure")?, q.terms()?)?, q.locale))
    }),
    ("list", &["part", "search"], list),
    ("show", &["id"], |q| Ok(result::entry(&entry::entry(q.needed("id")?, q.locale)?))),
    ("migrate", &["scenario"], |q| scenario::migrate(&*q.document("scenario")?)),
];

/// What else can be asked. Widgets ask none of it, and their core is a ninth lighter without.
const ANALYSES: &[Asked<Answer>] = if cfg!(feature = "widgets") {
    &[]
} else {
    &[
        ("frontier", &["scenario"], |q| {
            Ok(result::sheet(&frontier_sheet(&analysis::service_frontier(&q.serving()?)?)))
        }),
        ("why", &["scenarios", "figure"], |q| {
            q.waterfall().map(|(told, names)| waterfall(&told, &names, q.locale))
        }),
        ("cost", &["scenario", "parts"], cost),
        ("timeline", &["timeline"], |q| Ok(super::timeline(&q.timeline()?, q.locale))),
        ("uncertainty", &["scenarios", "samples", "seed", "figures", "correlations", "draws"], uncertainty),
        ("solve", &["scenario", "input", "goal", "with", "within"], solve),
        ("sweep", &["scenario", "over", "figures", "pareto"], |q| {
            let (sweep, columns, best) = q.sweep()?;
            let kept = best.as_ref().map(|best| best.cells.as_slice());
            Ok(super::swept(&sweep, &columns, kept, q.locale))
        }),
        ("plan", &["scenario", "exhaustive"], plan),
        ("validate", &["rows"], validate),
        ("search", &["text"], search),
        ("units", &[], |_| Ok(units())),
    ]
};

/// What can be drawn.
const CHARTS: &[Asked<Draw>] = &[
    ("operate", &["scenario"], |q| Ok(chart::of_result(&q.operation()?, q.locale))),
    ("train", &["scenario"], |q| Ok(chart::of_result(&q.training()?, q.locale))),
    ("serve", &["scenario"], |q| Ok(chart::of_result(&q.serving()?.evaluate()?, q.locale))),
    ("frontier", &["scenario"], |q| {
        Ok(chart::of_service(&analysis::service_frontier(&q.serving()?)?, q.locale))
    }),
    ("compare", &["scenarios", "figures"], compared),
    ("why", &["scenarios", "figure"], |q| {
        q.waterfall().and_then(|(told, [from, to])| chart::of_waterfall(&told, [&from, &to], q.locale))
    }),
    ("cost", &["scenario", "parts"], |q| match q.parts()?.first() {
        Some(Part::Bill) => chart::of_bill(&q.estimate()?, q.locale),
        Some(Part::Views) => chart::of_views(&q.estimate()?, q.locale),
        _ => chart::of_hour(&q.estimate()?, q.locale),
    }),
    ("timeline", &["timeline"], |q| Ok(chart::of_timeline(&q.timeline()?, q.locale))),
    ("uncertainty", &["scenarios", "samples", "seed", "figures", "correlations"], |q| {
        q.uncertainty().map(|(drawn, names)| chart::of_uncertainty(&drawn, &names, q.locale))
    }),
    ("sensitivity", &["scenario", "figure", "samples", "seed"], |q| {
        Ok(chart::of_sensitivity(&q.sensitivity()?, q.locale))
    }),
    ("sweep", &["scenario", "over", "figures", "pareto"], |q| {
        let (sweep, columns, best) = q.sweep()?;
        chart::of_sweep(&sweep, &columns, best.as_ref(), q.locale)
    }),
    ("ledger", &["scenario", "figure", "terms"], |q| {
        chart::of_explanation(&q.estimate()?, q.needed("figure")?, q.terms()?, q.locale)
    }),
];

/// Where in a question an error is that names no field; in the others, in the scenario.
const PLACES: &[(&str, &str)] = &[
    ("compare", "scenarios"),
    ("explain", "figure"),
    ("ledger", "figure"),
    ("list", "part"),
    ("sensitivity", "figure"),
    ("show", "id"),
    ("solve", "goal"),
    ("sweep", "figures"),
    ("timeline", "timeline"),
    ("uncertainty", "figures"),
    ("why", "figure"),
];

/// The keys of the question for a chart.
const OF_CHART: &[&str] = &["of", "question", "theme", "width"];
/// The keys of all questions: whether the answer is wanted in one piece.
const OF_ALL: &[&str] = &["whole"];

/// The answer to a question, by the name of what is asked.
///
/// # Errors
/// When nothing of that name can be asked, the question lacks something, or it cannot be answered.
pub fn ask(what: &str, question: &Node, locale: Locale, watch: Watch) -> Result<Node, Error> {
    let mut asked = Question { node: question, locale, watch };
    if what == "chart" {
        check(question, &[OF_CHART, OF_ALL].concat())?;
        return drawn(&mut asked);
    }
    let (keys, answer) = asked_for(&[ANSWERS, ANALYSES], what)?;
    check(question, &[keys, OF_ALL].concat())?;
    answer(&mut asked).map_err(|error| placed(error, what))
}

/// Refuses a question that is none, or has a key too many.
fn check(question: &Node, keys: &[&'static str]) -> Result<(), Error> {
    match question {
        Node::Table(_) => check_keys(question, "", keys.iter().copied()),
        _ => Err(Error::wrong_form("question", "form-scenario")),
    }
}

/// An error, with where it is in what was asked.
fn placed(error: Error, what: &str) -> Error {
    let input = error.arg("id").filter(|_| error.noun() == Some(Noun::Input));
    match (what, input.map(str::to_owned)) {
        ("solve", Some(_)) => error.found_at("input"),
        ("sweep", Some(path)) => error.found_at(&format!("over.{path}")),
        _ => {
            error.found_at(PLACES.iter().find(|(known, _)| *known == what).map_or("scenario", |(_, key)| key))
        }
    }
}

/// What stands under a name among these.
fn named<T>(mut rows: impl Iterator<Item = (&'static str, T)> + Clone, name: &str) -> Result<T, Error> {
    let known = &mut rows.clone().map(|(known, _)| known);
    let found = rows.find(|(known, _)| *known == name).map(|(_, held)| held);
    found.ok_or_else(|| Error::unknown(Noun::Value, name, known))
}

/// The keys of a question, and what is done with it.
fn asked_for<Act: Copy>(
    tables: &[&'static [Asked<Act>]],
    what: &str,
) -> Result<(&'static [&'static str], Act), Error> {
    named(tables.iter().copied().flatten().map(|(name, keys, act)| (*name, (*keys, *act))), what)
}

/// A chart: picture, specification, tables.
fn drawn(q: &mut Question) -> Result<Node, Error> {
    let theme = Theme::ALL.map(|theme| (theme.name(), theme));
    let theme = q.text("theme")?.map_or(Ok(Theme::Light), |name| {
        let found = theme.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme);
        let known = &mut theme.iter().map(|(known, _)| *known);
        found.ok_or_else(|| Error::unknown(Noun::Value, name, known).found_at("theme"))
    })?;
    let look = q.number("width")?.map_or(Ok(Look::default()), Look::of)?;
    let look = look.with_theme(theme).with_locale(q.locale);
    let node = q.get("question").ok_or_else(|| Error::wrong_form("question", "form-scenario"))?;
    let of = q.needed("of")?;
    let (keys, draw) = asked_for(&[CHARTS], of).map_err(|error| error.found_at("of"))?;
    check(node, keys)?;
    let drawn = draw(&mut Question { node, locale: q.locale, watch: &mut *q.watch });
    let chart = drawn.map_err(|error| placed(error, of))?;
    let picture = chart.picture(&look)?;
    Ok(Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "chart".into()),
        ("title", chart.caption().title.as_str().into()),
        ("note", chart.caption().note.as_str().into()),
        ("foot", chart.foot(q.locale).into()),
        ("svg", picture.svg.into()),
        ("spots", picture.spots.iter().map(spot).collect::<Vec<_>>().into()),
        ("tables", super::chart_data(&chart, q.locale)),
        ("html", chart.html(q.locale).into()),
        ("vega", super::vega(&chart, &look)?),
    ]))
}

/// Where a row of a chart's tables stands.
fn spot(spot: &Spot) -> Node {
    Node::table(vec![
        ("table", count(spot.sheet)),
        ("row", count(spot.row)),
        ("left", spot.left.into()),
        ("top", spot.top.into()),
        ("width", spot.width.into()),
        ("height", spot.height.into()),
    ])
}

fn compared(q: &mut Question) -> Result<Chart, Error> {
    let (sides, figures) = (q.comparison()?, q.texts("figures")?);
    Ok(match figures.as_slice() {
        [] => chart::of_comparison(&sides, q.locale),
        figures => chart::of_figures(&sides, figures, q.locale),
    })
}

fn waterfall(told: &Waterfall, names: &[String; 2], locale: Locale) -> Node {
    let mut node = super::waterfall(told, locale);
    node.put("names", names.to_vec().into());
    node
}

/// The cost, part by part; without parts asked for, those that stand in a page.
fn cost(q: &mut Question) -> Result<Node, Error> {
    let (estimate, asked) = (q.estimate()?, q.parts()?);
    let head = [("edition", EDITION.into()), ("kind", "cost".into()), ("name", show::name(&estimate).into())];
    let mut entries: Vec<(&str, Node)> = head.to_vec();
    for part in costs::parts(&asked, &estimate) {
        entries.push((part.name(), result::sheet(&costs::sheet(&estimate, part)?)));
    }
    Ok(Node::table(entries))
}

fn uncertainty(q: &mut Question) -> Result<Node, Error> {
    let (drawn, names) = q.uncertainty()?;
    let mut node = super::uncertainty(&drawn, &names, q.locale);
    if q.yes("draws")? {
        let column = |spread: &analysis::Spread| {
            let values = spread.draws.iter().map(|base| spread.row.in_unit(*base));
            (spread.row.path.clone(), Node::Numbers(values.collect()))
        };
        let side = |side: &Uncertainty| Node::keyed(side.figures.iter().map(column));
        node.put("draws", drawn.iter().map(side).collect::<Vec<_>>().into());
    }
    Ok(node)
}

fn solve(q: &mut Question) -> Result<Node, Error> {
    let (scenario, goal) = (q.scenario()?, Goal::parse(q.needed("goal")?)?);
    let (input, with) = (q.needed("input")?, q.texts("with")?);
    let inputs = [&[input], with.as_slice()].concat();
    let of_with = |error: Error| match error.arg("id") {
        Some(id) if with.contains(&id) => error.found_at("with"),
        _ => error,
    };
    let solved = analysis::solve_together(&scenario, &inputs, &goal, q.text("within")?).map_err(of_with)?;
    Ok(super::solved(&solved, q.locale))
}

fn plan(q: &mut Question) -> Result<Node, Error> {
    let mode = if q.yes("exhaustive")? { Mode::Exhaustive } else { Mode::Pruned };
    Ok(super::plan(&analysis::plan::plan(q.training_scenario()?, mode, q.watch)?))
}

/// Measured rows, predicted; each a table of texts and numbers by column.
fn validate(q: &mut Question) -> Result<Node, Error> {
    let (mut judged, mut unmeasured) = (Vec::new(), Vec::new());
    q.get("rows").ok_or_else(|| Error::wrong_form("rows", "form-list"))?;
    for (place, node) in q.list("rows")?.iter().enumerate() {
        let Node::Table(cells) = node else {
            return Err(Error::wrong_form(&format!("rows.{place}"), "form-row"));
        };
        let cell = |(column, cell): &'_ (Key, Node)| {
            let wrong = || Error::wrong_form(&format!("rows.{place}.{column}"), "form-cell");
            Ok((column.to_string(), scenario::cell(cell).ok_or_else(wrong)?))
        };
        let given = cells.iter().filter(|(_, cell)| *cell != Node::Null);
        let texts = given.map(cell).collect::<Result<Vec<_>, Error>>()?;
        let row = |column: &str| {
            let found = texts.iter().find(|(known, _)| known.trim() == column);
            found.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
        };
        let line = (place + 1).to_string();
        let set = row("set").or_else(|| row("source")).unwrap_or("rows");
        let id = row("id").unwrap_or(&line);
        let of_row = judge(&row, id, set);
        unmeasured.extend(of_row.is_empty().then(|| id.to_owned()));
        judged.extend(of_row);
    }
    let left_out = left_out(&judged, &unmeasured);
    Ok(super::validation(&judged, &by_set(&judged), &left_out, q.locale))
}

fn list(q: &mut Question) -> Result<Node, Error> {
    let part = entry::Part::of(q.needed("part")?)?;
    Ok(result::table(&entry::list(part, q.text("search")?, q.locale)))
}

/// Every part of the catalogue, only what holds a text.
fn search(q: &mut Question) -> Result<Node, Error> {
    let text = q.needed("text")?;
    let found = entry::Part::ALL.iter().flat_map(|(part, of)| {
        let table = entry::list(*of, Some(text), q.locale);
        let row = move |row: Vec<String>| {
            let cells = ["id", "name"].into_iter().zip(row).map(|(key, cell)| (key, Node::from(cell)));
            Node::table([("part", Node::from(*part))].into_iter().chain(cells).collect())
        };
        table.rows.into_iter().map(row).collect::<Vec<_>>()
    });
    Ok(Node::table(vec![("edition", EDITION.into()), ("rows", found.collect::<Vec<_>>().into())]))
}

/// Every quantity with its units, and base units in one of each.
fn units() -> Node {
    let unit = |unit: &Scale| (unit.symbol.to_owned(), unit.factor.into());
    let kind = |kind: &&Kind| {
        Node::table(vec![("name", kind.name.into()), ("units", Node::keyed(kind.units().map(unit)))])
    };
    KINDS.iter().map(kind).collect::<Vec<_>>().into()
}

impl<'a> Question<'a> {
    /// A result, or what it is of, to be asked for part by part.
    fn result(&self, estimate: &Estimate) -> Result<Node, Error> {
        Ok(if self.yes("whole")? { result::result(estimate, self.locale) } else { result::head(estimate) })
    }

    fn get(&self, key: &str) -> Option<&'a Node> {
        self.node.get(key).filter(|node| **node != Node::Null)
    }

    /// A text, where there is one.
    fn text(&self, key: &str) -> Result<Option<&'a str>, Error> {
        let text = |node: &'a Node| node.as_text().ok_or_else(|| Error::wrong_form(key, "form-name"));
        self.get(key).map(text).transpose()
    }

    /// A text that must be there.
    fn needed(&self, key: &str) -> Result<&'a str, Error> {
        self.text(key)?.ok_or_else(|| Error::wrong_form(key, "form-name"))
    }

    /// A number, where there is one.
    fn number(&self, key: &str) -> Result<Option<f64>, Error> {
        let number = |node: &Node| node.as_number().ok_or_else(|| Error::wrong_form(key, "form-number"));
        self.get(key).map(number).transpose()
    }

    /// A whole number, not negative, where there is one.
    #[allow(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and below 2⁵³"
    )]
    fn whole(&self, key: &str) -> Result<Option<u64>, Error> {
        /// Numbers from here on are not all whole.
        const MOST: f64 = 9_007_199_254_740_992.0;
        let is_whole = |number: &f64| (0.0..MOST).contains(number) && f64::floor(*number) == *number;
        match self.number(key)? {
            None => Ok(None),
            Some(number) if is_whole(&number) => Ok(Some(number as u64)),
            Some(_) => Err(Error::wrong_form(key, "form-whole")),
        }
    }

    fn yes(&self, key: &str) -> Result<bool, Error> {
        match self.get(key) {
            None | Some(Node::Bool(false)) => Ok(false),
            Some(Node::Bool(true)) => Ok(true),
            Some(_) => Err(Error::wrong_form(key, "form-yes")),
        }
    }

    /// A list; an empty one, where there is none.
    fn list(&self, key: &str) -> Result<&'a [Node], Error> {
        match self.get(key) {
            None => Ok(&[]),
            Some(Node::List(items)) => Ok(items),
            Some(_) => Err(Error::wrong_form(key, "form-list")),
        }
    }

    fn texts(&self, key: &str) -> Result<Vec<&'a str>, Error> {
        let text = |node: &'a Node| node.as_text().ok_or_else(|| Error::wrong_form(key, "form-name"));
        self.list(key)?.iter().map(text).collect()
    }

    /// Keys and texts of a table.
    fn pairs(&self, key: &str) -> Result<Vec<(&'a str, &'a str)>, Error> {
        let wrong = || Error::wrong_form(key, "form-table");
        match self.get(key) {
            None => Ok(Vec::new()),
            Some(Node::Table(entries)) => {
                let pair = |(key, node): &'a (Key, Node)| Some((key.as_ref(), node.as_text()?));
                entries.iter().map(pair).collect::<Option<_>>().ok_or_else(wrong)
            }
            Some(_) => Err(wrong()),
        }
    }

    /// The axes of a sweep, each with its values as a text, or as a list of them.
    fn grids(&self) -> Result<Vec<(&'a str, String)>, Error> {
        let Some(Node::Table(axes)) = self.get("over") else {
            return Err(Error::wrong_form("over", "form-over"));
        };
        let value = |node: &Node| match node {
            Node::Number(number) => Some(shortest(*number)),
            node => node.as_text().map(str::to_owned),
        };
        let values = |node: &Node| match node {
            Node::List(items) => {
                items.iter().map(value).collect::<Option<Vec<_>>>().map(|texts| texts.join(", "))
            }
            node => value(node),
        };
        let axis = |(path, node): &'a (Key, Node)| {
            let written = values(node).ok_or_else(|| Error::wrong_form(path, "form-value"));
            written.map(|values| (path.as_ref(), values))
        };
        axes.iter().map(axis).collect()
    }

    /// The document of a scenario.
    fn document(&self, key: &str) -> Result<Cow<'a, Node>, Error> {
        self.get(key).map(whole_document).ok_or_else(|| Error::wrong_form("scenario", "form-scenario"))
    }

    fn scenario(&self) -> Result<Scenario, Error> {
        scenario::read(&*self.document("scenario")?)
    }

    fn scenarios(&self) -> Result<Vec<Scenario>, Error> {
        let nodes = self.list("scenarios")?;
        let side = |(place, node): (usize, &Node)| {
            scenario::read(&whole_document(node)).map_err(|error| match nodes {
                [_] => error,
                _ => error.within(&format!("scenarios.{place}")),
            })
        };
        nodes.iter().enumerate().map(side).collect()
    }

    fn estimate(&self) -> Result<Estimate, Error> {
        self.scenario()?.evaluate()
    }

    fn operation(&self) -> Result<Estimate, Error> {
        let document = self.document("scenario")?;
        match ["model", "run", "serving"].into_iter().find(|key| document.get(key).is_some()) {
            Some(key) => Err(Error::wrong_form(key, "form-operation")),
            None => scenario::read(&document)?.evaluate(),
        }
    }

    fn training_scenario(&self) -> Result<Scenario, Error> {
        let document = self.document("scenario")?;
        if document.get("serving").is_some() {
            return Err(Error::wrong_form("serving", "form-training"));
        }
        if document.get("model").is_none() && document.get("run").is_none() {
            return Err(Error::wrong_form("model", "form-model"));
        }
        scenario::read(&document)
    }

    fn training(&self) -> Result<Estimate, Error> {
        self.training_scenario()?.evaluate()
    }

    fn serving(&self) -> Result<Scenario, Error> {
        let mut document = self.document("scenario")?.into_owned();
        if document.get("serving").is_none() {
            document.put("serving", Node::table(vec![]));
        }
        scenario::read(&document)
    }

    fn comparison(&self) -> Result<Comparison, Error> {
        analysis::compare(&self.scenarios()?)
    }

    /// Why two sides differ, and what they are called.
    fn waterfall(&self) -> Result<(Waterfall, [String; 2]), Error> {
        let sides = self.comparison()?;
        let mut names = show::names(&sides).into_iter();
        let names = [names.next().unwrap_or_default(), names.next().unwrap_or_default()];
        match sides.sides.as_slice() {
            [first, second] => Ok((analysis::why_with_ranges(first, second, self.needed("figure")?)?, names)),
            _ => Err(Error::wrong_form("scenarios", "form-two")),
        }
    }

    fn parts(&self) -> Result<Vec<Part>, Error> {
        let part = |name: &str| {
            let found = Part::ALL.into_iter().find(|part| part.name() == name);
            found.ok_or_else(|| {
                let known = &mut Part::ALL.iter().map(|part| part.name());
                Error::unknown(Noun::Value, name, known).found_at("parts")
            })
        };
        self.texts("parts")?.into_iter().map(part).collect()
    }

    fn timeline(&self) -> Result<Timeline, Error> {
        let asked = self.get("timeline").ok_or_else(|| Error::wrong_form("timeline", "form-phases"))?;
        let of_id = Node::table(vec![("phases", asked.clone())]);
        let asked = if asked.as_text().is_some() { &of_id } else { asked };
        analysis::timeline(&phases::read_buildout(asked)?, &phases::read_ask(asked)?)
    }

    /// One scenario, or several on the basis that all share, drawn at the same points; and what they are called.
    fn uncertainty(&mut self) -> Result<(Vec<Uncertainty>, Vec<String>), Error> {
        let mut ask = Sampling::new();
        ask.samples = self.whole("samples")?.unwrap_or(ask.samples);
        ask.seed = self.whole("seed")?.unwrap_or(ask.seed);
        ask.paths = self.texts("figures")?.into_iter().map(str::to_owned).collect();
        for (place, node) in self.list("correlations")?.iter().enumerate() {
            let at = format!("correlations.{place}");
            check_keys(node, &at, ["between", "rank"].into_iter())?;
            let (a, b, rank) = correlation(node).ok_or_else(|| Error::wrong_form(&at, "form-correlated"))?;
            ask = ask.with_correlation(a, b, rank);
        }
        let headlines =
            |of: &Estimate| show::rows(of, false).into_iter().map(|row| row.path).collect::<Vec<_>>();
        let all = ask.paths.is_empty();
        match self.scenarios()?.as_slice() {
            [one] => {
                let estimate = one.clone().evaluate()?;
                ask.paths = if all { headlines(&estimate) } else { ask.paths };
                Ok((vec![analysis::uncertainty(one, &ask, self.watch)?], vec![show::name(&estimate)]))
            }
            several => {
                let sides = analysis::compare(several)?;
                ask.paths = if all { sides.sides.iter().flat_map(headlines).collect() } else { ask.paths };
                Ok((analysis::uncertainties(&sides, &ask, self.watch)?, show::names(&sides)))
            }
        }
    }

    fn sensitivity(&mut self) -> Result<Sensitivity, Error> {
        /// Points of each of the two samples.
        const SAMPLES: u64 = 1024;
        let samples = self.whole("samples")?.unwrap_or(SAMPLES);
        let seed = self.whole("seed")?.unwrap_or_default();
        analysis::sensitivity(&self.scenario()?, self.needed("figure")?, samples, seed, self.watch)
    }

    /// A sweep, its columns, and the cells that no other beats where that was asked for.
    fn sweep(&mut self) -> Result<(Sweep, Columns, Option<Best>), Error> {
        const DIRECTIONS: [(&str, Direction); 2] = [("least", Direction::Least), ("most", Direction::Most)];
        let pareto = self.pairs("pareto")?;
        let pareto = pareto
            .into_iter()
            .map(|(path, direction)| Ok((path, named(DIRECTIONS.into_iter(), direction)?)))
            .collect::<Result<Vec<_>, Error>>()?;
        if pareto.len() == 1 {
            return Err(Error::wrong_form("pareto", "form-frontier"));
        }
        let mut figures = self.texts("figures")?;
        figures.extend(pareto.iter().map(|(path, _)| *path));
        let mut once: Vec<&str> = Vec::new();
        figures.into_iter().for_each(|path| {
            if !once.contains(&path) {
                once.push(path)
            }
        });
        let grids = self.grids()?;
        let over: Vec<_> = grids.iter().map(|(path, values)| (*path, values.as_str())).collect();
        let sweep = Sweep::of(&self.scenario()?, &over, &once)?;
        let columns = sweep.columns(self.watch)?;
        let best = sweep.best(&columns, &pareto);
        Ok((sweep, columns, best))
    }

    /// So many terms of a tree are shown.
    fn terms(&self) -> Result<usize, Error> {
        Ok(self.whole("terms")?.and_then(|terms| usize::try_from(terms).ok()).unwrap_or(tree::LEGIBLE))
    }
}

/// Two inputs, and their rank correlation.
fn correlation(node: &Node) -> Option<(&str, &str, f64)> {
    let Some(Node::List(between)) = node.get("between") else { return None };
    let [a, b] = between.as_slice() else { return None };
    Some((a.as_text()?, b.as_text()?, node.get("rank")?.as_number()?))
}

/// A document; an id stands for a year of the cluster that it names.
fn whole_document(node: &Node) -> Cow<'_, Node> {
    match node {
        Node::Text(_) => Cow::Owned(Node::table(vec![("cluster", node.clone())])),
        _ => Cow::Borrowed(node),
    }
}
