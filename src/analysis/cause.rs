//! Why two results differ: the difference of a figure, split over the inputs that differ.
//!
//! A bar is what one cause adds when it goes over from one side to the other, averaged over the orders in which the causes
//! may go over: the Shapley value, by which no order is preferred, what has no effect gets nothing, and the bars sum to the
//! difference. All orders count up to nine causes that have an effect; beyond, the rotations of one order and of its reverse. Either way the
//! bars from B to A are those from A to B with the other sign. A split by logarithms (LMDI) would take a figure that is a
//! product; one in a fixed order would credit what two causes do together to whichever comes last.
//!
//! # References
//! - Shapley (1953), "A Value for n-Person Games", Contributions to the Theory of Games II
//! - Shorrocks (2013), "Decomposition procedures for distributional analysis: a unified framework based on the Shapley
//!   value", Journal of Economic Inequality 11, 99–126
//! - Ang (2004), "Decomposition analysis for policymaking in energy", Energy Policy 32, 1131–1139 (LMDI)

use super::inputs::{ChoiceRow, InputRow, choices, inputs};
use super::matched::Matched;
use super::probe;
use super::range::Interval;
use super::rows::FigureRow;
use super::uncertainty::doubts::{Moved, Placed};
use super::uncertainty::subject::quantity;
use crate::cluster::Pool;
use crate::error::{Code, Error};
use crate::estimate::{Estimate, Scenario, Task};
use crate::quantities::Devices;
use crate::quantities::order::put_in_order;
use crate::tables::{Belief, Choice, Input, InputVisitor, Path, Slot};
use crate::workload::Model;

/// So many causes that a doubt acts through are taken in every order: sixty-four evaluations.
const ALL_ORDERS_OF_SHIFTS: usize = 6;

/// So many causes are taken in every order, those without effect as one: a thousand evaluations.
const ALL_ORDERS: usize = 10;

/// What of the sides is taken together as one cause.
#[derive(Clone, Debug)]
pub enum Cause {
    /// An input, on either side.
    Input(Box<(InputRow, InputRow)>),
    /// A choice, with what it brings: its own path, and what is chosen on each side.
    Choice(ChoiceRow, &'static str),
    /// The pools of devices, where their counts are derived and they cannot be matched: how many devices on each side.
    Pools([Devices; 2]),
    /// A pool that stands on one side alone: its path there, the id of its devices, and how many on each side.
    Pool(String, &'static str, [Devices; 2]),
    /// The order of the pools: the first is the one that work is timed on.
    Order,
    /// The sources of electricity, which cannot be matched one to one.
    Supply,
    /// How many devices, where that is derived from power or money on a side.
    Size([Devices; 2]),
    /// The model, its tokens or compute: what it is called on each side.
    Model([String; 2]),
    /// A run on one side, a time of operation on the other.
    Task,
    /// How a run is cut over its devices.
    Layout,
    /// What is no input, such as how a method counts.
    Rest,
    /// All together: between the sides lies what cannot be calculated.
    Together,
}

impl Cause {
    /// What it is known by: a path, or a word.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Input(sides) => &sides.0.path,
            Self::Choice(row, _) => &row.path,
            Self::Pools(_) => "cause-pools",
            Self::Pool(path, ..) => path,
            Self::Order => "cause-order",
            Self::Supply => "cause-supply",
            Self::Size(_) => "cause-size",
            Self::Model(_) => "cause-model",
            Self::Task => "cause-task",
            Self::Layout => "cause-layout",
            Self::Rest => "cause-rest",
            Self::Together => "cause-together",
        }
    }
}

/// A bar of a waterfall.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is due to.
    pub cause: Cause,
    /// The paths that differ in it.
    pub paths: Vec<String>,
    /// What it adds to the figure, in base units.
    pub adds: f64,
    /// The 90 % interval of that, where it was asked for and the sides are alike in form; see [`why_with_ranges`].
    pub range: Option<Interval>,
}

/// A difference, split over its causes.
#[derive(Clone, Debug)]
pub struct Waterfall {
    /// The figure of the first side.
    pub from: FigureRow,
    /// The figure of the second side.
    pub to: FigureRow,
    /// The bars, the largest first.
    pub bars: Vec<Bar>,
}

impl Waterfall {
    /// The second side less the first, in base units.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.to.value - self.from.value
    }
}

/// The difference of two results in a figure, split over the inputs that differ. What a choice brings is one bar with it, but for
/// an accelerator: what it is itself, such as its price, are bars of their own.
///
/// ```
/// use wattflop::analysis::cause::why;
/// use wattflop::prelude::*;
///
/// let here = operate(&Cluster::preset("xai-gigafactory")?)?;
/// let there = operate(&Cluster::preset("colossus-1")?.with_pue(Pue::new(1.1)))?;
/// let told = why(&here, &there, "energy.facility")?;
/// let sum: f64 = told.bars.iter().map(|bar| bar.adds).sum();
/// assert!((sum - told.difference()).abs() <= 1e-12 * told.difference().abs());
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// When a side has no such figure, or one that is no finite number.
pub fn why(from: &Estimate, to: &Estimate, figure: &str) -> Result<Waterfall, Error> {
    let (before, after) = (probe::figure(from, figure)?, probe::figure(to, figure)?);
    if !before.value.is_finite() || !after.value.is_finite() {
        return Err(Error::new(Code::NotFinite, vec![("figure", figure.to_owned())]));
    }
    let change = Change::of(from, to, figure);
    let bars = change.bars(&before, &after);
    Ok(Waterfall { from: before, to: after, bars })
}

/// The same with the 90 % interval of every bar, in closed form as that of figures: each input in doubt goes to both ends of
/// its range, on both sides alike where it is one quantity, one after the other where it is not (as the prices of unlike
/// devices; see [`uncertainty`](mod@super::uncertainty)), and the shifts of the bars add in quadrature.
///
/// Where the sides differ in form (a run beside a time of operation, pools or sources that cannot be matched), or lie together
/// in one bar, the bars have none: what is in doubt on one side has no end on the other.
///
/// # Assumes
/// - an input that moves the figure on neither side moves no bar.
///
/// # Errors
/// As of [`why`].
pub fn why_with_ranges(from: &Estimate, to: &Estimate, figure: &str) -> Result<Waterfall, Error> {
    let mut told = why(from, to, figure)?;
    let change = Change::of(from, to, figure);
    let shifts = change.shifts().unwrap_or_default();
    for (cause, [down, up]) in change.causes.iter().zip(shifts) {
        let own = told.bars.iter_mut().filter(|bar| bar.cause.key() == cause.cause.key());
        own.for_each(|bar| bar.range = Some(Interval { low: bar.adds - down, high: bar.adds + up }));
    }
    Ok(told)
}

/// One side of an input, and the cause it belongs to.
struct Part {
    path: String,
    from: Side,
    to: Side,
    cause: Option<usize>,
    /// Whether it is one quantity on both sides.
    is_one: bool,
    /// Whether it is that of another device on the other side, and holds whatever device is chosen.
    holds: bool,
}

/// An end of the range of an input.
type End = fn(&Belief) -> f64;
/// The 5th and the 95th percentile.
const ENDS: [End; 2] = [|belief| belief.low, |belief| belief.high];

/// The value of an input on a side, and what is believed of it.
#[derive(Clone, Copy, PartialEq)]
struct Side {
    value: Option<f64>,
    belief: Belief,
}

impl Side {
    const fn of(row: &InputRow) -> Self {
        Self { value: row.value, belief: row.belief }
    }

    /// An end of its range, where it has one.
    fn at(&self, end: End) -> Option<f64> {
        self.value.filter(|_| !self.belief.is_exact()).map(|_| end(&self.belief))
    }
}

/// What goes over from one side to the other.
struct Change<'a> {
    from: Scenario,
    to: Scenario,
    figure: &'a str,
    /// The pools of both sides, in the order in which these have them here.
    matched: Matched,
    causes: Vec<Bar>,
    parts: Vec<Part>,
    options: Vec<(String, &'static str, usize)>,
}

/// Inputs that a run and a time of operation have each in their way.
const OF_TASK: [&str; 7] =
    ["run.", "operation.", "model.", "layout.", "efficiency.", "cluster.draw.", "cluster.load"];

/// Choices of a mix of sources.
const OF_SUPPLY: [&str; 2] = ["site.supply", "site.sources."];

/// Inputs whose differences are one cause, by how their paths begin.
fn group(path: &str, of: &Sides) -> Option<Cause> {
    let begins = |scopes: &[&str]| scopes.iter().any(|scope| path.starts_with(scope));
    let size = ["cluster.facility_power", "cluster.it_power", "cluster.budget"].contains(&path)
        || path.ends_with(".count");
    match () {
        () if !of.same_task && begins(&OF_TASK) => Some(Cause::Task),
        () if !of.matched && begins(&["cluster.pools."]) => Some(of.pools()),
        () if !of.same_supply && begins(&OF_SUPPLY) => Some(Cause::Supply),
        () if of.derived && size => Some(if of.matched { Cause::Size(of.devices) } else { of.pools() }),
        () if begins(&["model."]) || ["run.tokens", "run.compute"].contains(&path) => Some(of.model()),
        () if begins(&["layout."]) || path == "run.batch" => Some(Cause::Layout),
        () => None,
    }
}

/// What of the sides is alike.
struct Sides {
    same_task: bool,
    /// Whether pools can be matched one by one: their counts are known, or as many on both sides.
    matched: bool,
    same_supply: bool,
    /// Whether the number of devices follows from power or money on a side.
    derived: bool,
    /// How many devices there are on each.
    devices: [Devices; 2],
    /// What the model is called on each, where they train.
    models: [String; 2],
}

/// The kinds of source of a mix, where there is one.
fn kinds(scenario: &Scenario) -> Option<Vec<&'static str>> {
    let supply = scenario.cluster.site().supply()?;
    Some(supply.sources().iter().map(|source| source.row().id).collect())
}

impl Sides {
    fn of(sides: [&Estimate; 2]) -> Self {
        let [from, to] = sides.map(|side| &side.scenario);
        let name = |side: &Scenario| side.task.model().map_or("", Model::name).to_owned();
        let derived =
            [from, to].iter().any(|side| side.cluster.pools().iter().any(|pool| pool.count().is_none()));
        Self {
            same_task: matches!(
                (&from.task, &to.task),
                (Task::Operation(_), Task::Operation(_))
                    | (Task::Training(_), Task::Training(_))
                    | (Task::Serving(_), Task::Serving(_))
            ),
            matched: !derived || from.cluster.pools().len() == to.cluster.pools().len(),
            same_supply: kinds(from) == kinds(to),
            derived,
            devices: sides.map(Estimate::devices),
            models: [name(from), name(to)],
        }
    }

    const fn pools(&self) -> Cause {
        Cause::Pools(self.devices)
    }

    fn model(&self) -> Cause {
        Cause::Model(self.models.clone())
    }
}

impl<'a> Change<'a> {
    fn of(from: &Estimate, to: &Estimate, figure: &'a str) -> Self {
        let sides = Sides::of([from, to]);
        let pools = [from, to].map(|side| side.scenario.cluster.pools());
        let matched = if sides.matched { Matched::of(pools) } else { Matched::default() };
        let aligned = |side: &Estimate, place: usize| {
            let Scenario { cluster, .. } = &side.scenario;
            let pools = if sides.matched {
                matched.aligned(place, cluster.pools())
            } else {
                cluster.pools().to_vec()
            };
            Scenario { cluster: cluster.clone().with_pools(pools), ..side.scenario.clone() }
        };
        let (from, to) = (aligned(from, 0), aligned(to, 1));
        let (causes, parts, options) = (Vec::new(), Vec::new(), Vec::new());
        let mut change = Self { from, to, figure, matched, causes, parts, options };
        change.collect_structure(&sides);
        change.collect_choices(&sides);
        change.collect_inputs(&sides);
        change
    }

    /// The place of a cause, put behind the others where it is new.
    fn cause(&mut self, cause: Cause, path: &str) -> usize {
        let known = self.causes.iter().position(|bar| bar.cause.key() == cause.key());
        let place = known.unwrap_or(self.causes.len());
        if known.is_none() {
            self.causes.push(Bar { cause, paths: Vec::new(), adds: 0.0, range: None });
        }
        if let Some(bar) = self.causes.get_mut(place) {
            bar.paths.push(path.to_owned());
        }
        place
    }

    /// What differs in its form, so that it goes over whole.
    fn collect_structure(&mut self, sides: &Sides) {
        if !sides.same_task {
            self.cause(Cause::Task, "run");
        }
        if !sides.matched {
            self.cause(sides.pools(), "cluster.pools");
        }
        for (place, side, own) in self.matched.clone().alone() {
            let pools = if side == 0 { self.from.cluster.pools() } else { self.to.cluster.pools() };
            let Some(pool) = pools.get(place) else { continue };
            let count = pool.count().unwrap_or_default();
            let devices = if side == 0 { [count, Devices::default()] } else { [Devices::default(), count] };
            let path = format!("cluster.pools.{own}");
            self.cause(Cause::Pool(path.clone(), pool.accelerator().id, devices), &path);
        }
        if self.matched.turns() {
            self.cause(Cause::Order, "cluster.pools");
        }
        if !sides.same_supply {
            self.cause(Cause::Supply, "site.supply");
        }
        let shape = |scenario: &Scenario| scenario.task.model().map(|model| model.shape().is_some());
        if sides.same_task && shape(&self.from) != shape(&self.to) {
            self.cause(sides.model(), "model");
        }
    }

    fn collect_choices(&mut self, sides: &Sides) {
        let others = choices(&self.to);
        for row in choices(&self.from) {
            let Some(other) = others.iter().find(|other| other.path == row.path) else { continue };
            if other.current != row.current {
                let cause = group(&row.path, sides).unwrap_or(Cause::Choice(row.clone(), other.current));
                let goes_over_whole = matches!(cause, Cause::Supply);
                let place = self.cause(cause, &row.path);
                if !goes_over_whole {
                    self.options.push((row.path, other.current, place));
                }
            }
        }
    }

    fn collect_inputs(&mut self, sides: &Sides) {
        let others = inputs(&self.to);
        for row in inputs(&self.from) {
            let Some(other) = others.iter().find(|other| other.path == row.path) else { continue };
            let (from, to) = (Side::of(&row), Side::of(other));
            let cause = (row.value != other.value).then(|| {
                let cause = group(&row.path, sides).or_else(|| self.bringer(&row, other));
                let cause = cause.unwrap_or_else(|| Cause::Input(Box::new((row.clone(), other.clone()))));
                self.cause(cause, &row.path)
            });
            let is_one = quantity(&self.from, &row.path) == quantity(&self.to, &row.path);
            let holds = cause.is_some() && !is_one && row.path.starts_with("cluster.pools.");
            self.parts.push(Part { path: row.path, from, to, cause, is_one, holds });
        }
    }

    /// The choice that brings an input which nobody gave: one in the same place, or for a run's utilisation the device's. What a
    /// device is itself, such as its price and its power, are causes of their own.
    fn bringer(&self, from: &InputRow, to: &InputRow) -> Option<Cause> {
        if from.belief.is_given() || to.belief.is_given() || from.path.ends_with(".count") {
            return None;
        }
        let place = |path: &str| path.rsplit_once('.').map(|(place, _)| place.to_owned());
        let of_work = ["run.", "operation.", "efficiency.", "cluster.draw.", "cluster.load"];
        let follows = of_work.iter().any(|scope| from.path.starts_with(scope));
        let of_method = [self.from.method, self.to.method]
            .into_iter()
            .flatten()
            .any(|method| [from, to].iter().any(|row| core::ptr::eq(row.belief.evidence, &method.evidence)));
        let brings = |bar: &&Bar| match &bar.cause {
            Cause::Choice(row, _) if row.path == "method" => of_method,
            Cause::Choice(row, _) if row.choice.name == "accelerator" => follows,
            Cause::Choice(row, _) => place(&row.path) == place(&from.path),
            _ => false,
        };
        self.causes.iter().find(brings).map(|bar| bar.cause.clone())
    }

    fn has(&self, cause: &str, active: &[bool]) -> bool {
        self.causes.iter().zip(active).any(|(bar, active)| *active && bar.cause.key() == cause)
    }

    /// The pools that stand with some causes gone over, by their places as matched.
    fn standing(&self, active: &[bool]) -> Vec<usize> {
        let gone = |own: usize| self.has(&format!("cluster.pools.{own}"), active);
        let lacks: Vec<_> =
            self.matched.alone().filter(|(_, side, own)| gone(*own) == (*side == 0)).collect();
        let all = 0..self.from.cluster.pools().len().max(self.to.cluster.pools().len());
        all.filter(|place| !lacks.iter().any(|(lacking, ..)| lacking == place)).collect()
    }

    /// A pool by its place as matched, of the side that has it.
    fn pool(&self, place: usize) -> Option<&Pool> {
        self.from.cluster.pools().get(place).or_else(|| self.to.cluster.pools().get(place))
    }

    /// The first side with some causes gone over to the second; the second, where all have.
    fn mix(&self, active: &[bool]) -> Option<Estimate> {
        let mut scenario = self.from.clone();
        let standing = self.standing(active);
        if self.has("cause-task", active) {
            scenario.task = self.to.task.clone();
            scenario.efficiency.clone_from(&self.to.efficiency);
            scenario.serving_efficiency.clone_from(&self.to.serving_efficiency);
        }
        if self.has("cause-pools", active) {
            scenario.cluster = scenario.cluster.with_pools(self.to.cluster.pools().to_vec());
        }
        if standing.len() != scenario.cluster.pools().len() && !standing.is_empty() {
            let pools = standing.iter().filter_map(|place| self.pool(*place).cloned());
            scenario.cluster = scenario.cluster.with_pools(pools.collect());
        }
        if self.has("cause-supply", active) {
            let site = scenario.cluster.site().clone().with_supply_of(self.to.cluster.site());
            scenario.cluster = scenario.cluster.with_site(site);
        }
        if let (true, Some(other)) = (self.has("cause-model", active), self.to.task.model()) {
            scenario.task = scenario.task.with_model(other);
        }
        let mut choose = Choose { path: Path::new(), options: &self.options, active };
        scenario.visit_inputs(&mut choose).ok()?;
        let mut go = Go { path: Path::new(), parts: &self.parts, active, next: 0 };
        scenario.visit_inputs(&mut go).ok()?;
        if self.matched.turns() {
            let side = usize::from(self.has("cause-order", active));
            let order = self.matched.in_order(standing.clone(), side);
            let at = |place: &usize| standing.iter().position(|known| known == place);
            let pools = order.iter().filter_map(|place| scenario.cluster.pools().get(at(place)?).cloned());
            let pools = pools.collect();
            scenario.cluster = scenario.cluster.with_pools(pools);
        }
        scenario.evaluate().ok()
    }

    /// The figure of a result, where it is a finite number.
    fn figure(&self, of: &Estimate) -> Option<f64> {
        let mut value = [f64::NAN];
        probe::read(of, &[self.figure], &mut value);
        value.into_iter().find(|value| value.is_finite())
    }

    /// The figure with some causes gone over.
    fn mixed(&self, active: &[bool]) -> Option<f64> {
        self.figure(&self.mix(active)?)
    }

    fn bars(&self, from: &FigureRow, to: &FigureRow) -> Vec<Bar> {
        let difference = to.value - from.value;
        let mut bars = match self.shares() {
            Some(shares) => {
                let bar = |(bar, adds): (&Bar, f64)| Bar { adds, ..bar.clone() };
                self.causes.iter().zip(shares).map(bar).collect::<Vec<_>>()
            }
            None if self.causes.is_empty() => Vec::new(),
            None => {
                let paths = self.causes.iter().flat_map(|bar| bar.paths.clone()).collect();
                vec![Bar { cause: Cause::Together, paths, adds: difference, range: None }]
            }
        };
        let whole = from.value.abs().max(to.value.abs());
        let rest = difference - sum(&bars);
        if rest.abs() > REST * whole {
            bars.push(Bar { cause: Cause::Rest, paths: Vec::new(), adds: rest, range: None });
        }
        // Another device whose properties are the other bars, and which brings no more, is none.
        let is_device =
            |bar: &Bar| matches!(&bar.cause, Cause::Choice(row, _) if row.choice.name == "accelerator");
        bars.retain(|bar| bar.adds != 0.0 || !is_device(bar));
        put_in_order(&mut bars, |a, b| a.adds.abs() > b.adds.abs());
        // What rounding leaves goes to the largest bar, in which it counts least.
        let left = difference - sum(&bars);
        if let Some(largest) = bars.first_mut() {
            largest.adds += left;
        }
        bars
    }

    /// What each cause adds, averaged over the orders; `None` where a figure between the sides cannot be calculated.
    fn shares(&self) -> Option<Vec<f64>> {
        let players = self.players();
        let mut value = |has_gone: &dyn Fn(usize) -> bool| self.gone(&players, has_gone);
        let shares = over_orders(players.len(), ALL_ORDERS, &mut value);
        let mut adds = vec![0.0; self.causes.len()];
        for (player, share) in players.iter().zip(shares?) {
            if let [cause] = player[..] {
                *adds.get_mut(cause)? = share;
            }
        }
        Some(adds)
    }

    /// What goes over one after another: each cause that has an effect, first or last of all; and those that have none, together.
    fn players(&self) -> Vec<Vec<usize>> {
        let count = self.causes.len();
        let with = |gone: &dyn Fn(usize) -> bool| self.mixed(&(0..count).map(gone).collect::<Vec<_>>());
        let [none, all] = [false, true].map(|gone| with(&|_| gone));
        let has_effect =
            |cause: &usize| with(&|other| other == *cause) != none || with(&|other| other != *cause) != all;
        let (moving, idle): (Vec<_>, Vec<_>) = (0..count).partition(has_effect);
        let idle = (!idle.is_empty() && !moving.is_empty()).then_some(idle);
        moving.into_iter().map(|cause| vec![cause]).chain(idle).collect()
    }

    /// The figure where some players have gone over.
    fn gone(&self, players: &[Vec<usize>], has_gone: impl Fn(usize) -> bool) -> Option<f64> {
        let mut active = vec![false; self.causes.len()];
        for (place, player) in players.iter().enumerate() {
            for cause in player {
                *active.get_mut(*cause)? = has_gone(place);
            }
        }
        self.mixed(&active)
    }

    /// How far down and up what each cause adds goes by the doubt in the inputs; `None` where the sides differ in form.
    fn shifts(&self) -> Option<Vec<[f64; 2]>> {
        let of_form = |bar: &Bar| {
            matches!(
                bar.cause,
                Cause::Task | Cause::Pools(_) | Cause::Pool(..) | Cause::Order | Cause::Supply
            )
        };
        if self.causes.iter().any(of_form) {
            return None;
        }
        let mut mixtures = Mixtures { change: self, known: Vec::new(), values: Vec::new() };
        let mut squares = vec![[0.0; 2]; self.causes.len()];
        for (place, part) in self.parts.iter().enumerate() {
            let moves: &[_] = if part.is_one { &[[true, true]] } else { &[[true, false], [false, true]] };
            for (sides, end) in moves.iter().flat_map(|sides| ENDS.map(|end| (*sides, end))) {
                for (cause, shift) in mixtures.shares(&Move { part, place, sides, end })? {
                    let [down, up] = squares.get_mut(cause)?;
                    *(if shift < 0.0 { down } else { up }) += shift * shift;
                }
            }
        }
        Some(squares.into_iter().map(|square| square.map(f64::sqrt)).collect())
    }
}

/// An input that goes to an end of its range, on such sides.
struct Move<'a> {
    part: &'a Part,
    /// The place of that among all parts.
    place: usize,
    sides: [bool; 2],
    end: End,
}

impl Move<'_> {
    /// The value that it takes with some causes gone over; `None` where it stays.
    fn value(&self, active: &[bool]) -> Option<f64> {
        let has_gone = self.part.cause.is_some_and(|cause| active.get(cause) == Some(&true));
        let ([from, to], part) = (self.sides, self.part);
        if has_gone { part.to.at(self.end).filter(|_| to) } else { part.from.at(self.end).filter(|_| from) }
    }
}

/// The first side with some causes gone over, in which inputs are moved again and again.
struct Mixture {
    moved: Moved,
    /// The place of each part among all inputs, and its value; of those that it has.
    inputs: Vec<Option<Placed>>,
    /// The place of the figure among all, where it stands among those of the stages.
    figure: Option<usize>,
    value: f64,
}

/// How far moves shift the figure, whatever causes have gone over: each mixture of the sides is made once.
struct Mixtures<'a> {
    change: &'a Change<'a>,
    /// Those made so far, by what has gone over, in order.
    known: Vec<(Vec<bool>, Box<Mixture>)>,
    /// Room for the figures.
    values: Vec<f64>,
}

impl Mixtures<'_> {
    fn mixture(&mut self, active: &[bool]) -> Option<&mut Mixture> {
        let place = match self.known.binary_search_by(|(known, _)| known.as_slice().cmp(active)) {
            Ok(place) => place,
            Err(place) => {
                let estimate = self.change.mix(active)?;
                let mixture = Mixture {
                    moved: Moved::of(&estimate.scenario),
                    inputs: Places::of(&self.change.parts, &estimate.scenario),
                    figure: probe::place(&estimate.stages, self.change.figure),
                    value: self.change.figure(&estimate)?,
                };
                self.known.insert(place, (active.to_vec(), Box::new(mixture)));
                place
            }
        };
        self.known.get_mut(place).map(|(_, mixture)| &mut **mixture)
    }

    /// How far a move shifts the figure with some causes gone over.
    fn shift(&mut self, of: &Move, active: &[bool]) -> Option<f64> {
        let Some(to) = of.value(active) else { return Some(0.0) };
        let (change, mut values) = (self.change, core::mem::take(&mut self.values));
        let Mixture { moved, inputs, figure, value } = self.mixture(active)?;
        let Some((place, kept)) = inputs.get(of.place).copied().flatten() else { return Some(0.0) };
        let stages = moved.at(&[(place, to)]);
        let found = match (stages, *figure) {
            (Ok(stages), Some(figure)) => {
                stages.values(&mut values);
                values.get(figure).copied().filter(|value| value.is_finite())
            }
            (Ok(stages), None) => {
                change.figure(&Estimate { scenario: moved.scenario().clone(), stages: Box::new(stages) })
            }
            (Err(_), _) => None,
        };
        moved.put(&[(place, kept)]);
        let shift = found.map(|found| found - *value);
        self.values = values;
        shift
    }

    /// How far a move shifts the figure where such causes have gone over.
    fn shift_where(&mut self, of: &Move, gone: impl Fn(usize) -> bool) -> Option<f64> {
        let active: Vec<_> = (0..self.change.causes.len()).map(gone).collect();
        self.shift(of, &active)
    }

    /// The causes that have an effect on how far a move shifts the figure, first or last of all, or in their place among all, from
    /// either end; and those that have none, together.
    fn players(&mut self, of: &Move, [none, all]: [f64; 2]) -> Option<Vec<Vec<usize>>> {
        let count = self.change.causes.len();
        let ends = [false, true].map(|gone| Some(self.mixture(&vec![gone; count])?.value.abs()));
        let least = REST * ends.into_iter().flatten().fold(0.0, f64::max);
        let places = 0..=count;
        let before = places
            .clone()
            .map(|place| self.shift_where(of, |cause| cause < place))
            .collect::<Option<Vec<_>>>()?;
        let after =
            places.map(|place| self.shift_where(of, |cause| cause >= place)).collect::<Option<Vec<_>>>()?;
        let step = |values: &[f64], cause: usize| Some(values.get(cause + 1)? - values.get(cause)?);
        let (mut moving, mut idle) = (Vec::new(), Vec::new());
        for cause in 0..count {
            let first = self.shift_where(of, |other| other == cause)? - none;
            let last = all - self.shift_where(of, |other| other != cause)?;
            let effects = [first, last, step(&before, cause)?, step(&after, cause)?];
            let has_effect = effects.into_iter().any(|effect| effect.abs() > least);
            if has_effect { moving.push(vec![cause]) } else { idle.push(cause) }
        }
        moving.extend((!idle.is_empty()).then_some(idle));
        Some(moving)
    }

    /// How far a move shifts what each cause adds, of those that it does: the shift is a game like the figure.
    fn shares(&mut self, of: &Move) -> Option<Vec<(usize, f64)>> {
        let (none, all) = (self.shift_where(of, |_| false)?, self.shift_where(of, |_| true)?);
        if none == 0.0 && all == 0.0 {
            return Some(Vec::new());
        }
        let players = self.players(of, [none, all])?;
        let place = |cause: usize| players.iter().position(|player| player.contains(&cause));
        let mut value = |has_gone: &dyn Fn(usize) -> bool| {
            self.shift_where(of, |cause| place(cause).is_some_and(has_gone))
        };
        let shares = over_orders(players.len(), ALL_ORDERS_OF_SHIFTS, &mut value)?;
        let alone = |(player, share): (&Vec<usize>, f64)| {
            Some((*player.first()?, share)).filter(|_| player.len() == 1)
        };
        Some(players.iter().zip(shares).filter_map(alone).collect())
    }
}

/// The value of a game where some of its players have gone.
type Game<'a> = &'a mut dyn FnMut(&dyn Fn(usize) -> bool) -> Option<f64>;

/// What each of so many players adds on average: over all orders up to so many, else over rotations.
fn over_orders(count: usize, all_orders: usize, value: Game) -> Option<Vec<f64>> {
    if count <= all_orders { over_all_orders(count, value) } else { over_rotations(count, value) }
}

/// Over all orders: by the subsets of the players, each evaluated once.
fn over_all_orders(count: usize, value: Game) -> Option<Vec<f64>> {
    let subsets = 1_usize << count;
    let has = |subset: usize, player: usize| subset & (1 << player) != 0;
    let values: Vec<f64> =
        (0..subsets).map(|subset| value(&|player| has(subset, player))).collect::<Option<_>>()?;
    let weights = weights(count);
    let share = |player: usize| {
        let without = (0..subsets).filter(|subset| !has(*subset, player));
        let terms = without.map(|subset| {
            let (with, without) = (values.get(subset | (1 << player))?, values.get(subset)?);
            Some(weights.get(usize::try_from(subset.count_ones()).ok()?)? * (with - without))
        });
        terms.sum::<Option<f64>>()
    };
    (0..count).map(share).collect()
}

/// Over the rotations of one order and of its reverse, in which each player stands at every place as often. What has gone is
/// always an arc of the circle of players: so many after one of them.
fn over_rotations(count: usize, value: Game) -> Option<Vec<f64>> {
    let mut arc = |first: usize, long: usize| value(&|player| (player + count - first) % count < long);
    let (none, all) = (arc(0, 0)?, arc(0, count)?);
    let arcs: Vec<Vec<f64>> =
        (0..count).map(|first| (1..count).map(|long| arc(first, long)).collect()).collect::<Option<_>>()?;
    let gone = |first: usize, long: usize| match long {
        0 => Some(none),
        _ if long == count => Some(all),
        _ => arcs.get(first % count)?.get(long - 1).copied(),
    };
    let mut shares = vec![0.0; count];
    let each = 1.0 / (2.0 * f64::from(u32::try_from(count).ok()?));
    for first in 0..count {
        for before in 0..count {
            let next = (first + before) % count;
            *shares.get_mut(next)? += each * (gone(first, before + 1)? - gone(first, before)?);
        }
        for before in 0..count {
            let next = first + count - before - 1;
            *shares.get_mut(next % count)? += each * (gone(next, before + 1)? - gone(next + 1, before)?);
        }
    }
    Some(shares)
}

/// How much of a side's figure may be left to no cause before it is a bar of its own: rounding.
const REST: f64 = 1e-12;

fn sum(bars: &[Bar]) -> f64 {
    bars.iter().map(|bar| bar.adds).sum()
}

/// The weight of a cause that goes over after so many others, of a count of them: `s!·(n − s − 1)!/n!`.
fn weights(count: usize) -> Vec<f64> {
    let number = |count: usize| u32::try_from(count).map_or(f64::NAN, f64::from);
    let mut weights = Vec::new();
    let mut weight = 1.0 / number(count);
    for before in 0..count {
        weights.push(weight);
        weight *= number(before + 1) / number(count - before - 1);
    }
    weights
}

/// Chooses what the other side chose, for the causes that have gone over.
struct Choose<'a> {
    path: Path,
    options: &'a [(String, &'static str, usize)],
    active: &'a [bool],
}

impl InputVisitor for Choose<'_> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(&mut self, _: &'static Input, _: &mut dyn Slot, _: &mut Belief) -> Result<(), Error> {
        Ok(())
    }
    fn choice(&mut self, choice: &'static Choice, _: &'static str) -> Option<String> {
        let here = self.options.iter().find(|(path, ..)| self.path.leads_to(choice.name, path));
        let (_, option, cause) = here?;
        self.active.get(*cause)?.then(|| (*option).to_owned())
    }
}

/// Puts every input to its value on one side or the other.
struct Go<'a> {
    path: Path,
    parts: &'a [Part],
    active: &'a [bool],
    /// Where the next input probably is: both are in the order of the tables.
    next: usize,
}

impl InputVisitor for Go<'_> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(
        &mut self,
        input: &'static Input,
        slot: &mut dyn Slot,
        belief: &mut Belief,
    ) -> Result<(), Error> {
        let found = here(&self.path, input, self.parts, &mut self.next);
        let Some(part) = found.and_then(|place| self.parts.get(place)) else { return Ok(()) };
        let gone = part.cause.is_some_and(|cause| self.active.get(cause) == Some(&true));
        let side = if gone { part.to } else { part.from };
        match side.value {
            Some(value) => slot.put(value),
            None => slot.clear(),
        }
        let held = side.value.filter(|_| part.holds).map(Belief::given);
        *belief = held.unwrap_or(side.belief);
        Ok(())
    }
}

/// The place among the parts of the input that a visitor stands at; `next` is where that probably is, both being in the order of
/// the tables.
fn here(path: &Path, input: &'static Input, parts: &[Part], next: &mut usize) -> Option<usize> {
    let is_here = |part: &Part| path.leads_to(input.name, &part.path);
    let place = match parts.get(*next) {
        Some(part) if is_here(part) => *next,
        _ => parts.iter().position(is_here)?,
    };
    *next = place + 1;
    Some(place)
}

/// The place of each part among all inputs of a scenario, and its value.
struct Places<'a> {
    path: Path,
    parts: &'a [Part],
    next: usize,
    seen: usize,
    found: Vec<Option<Placed>>,
}

impl<'a> Places<'a> {
    fn of(parts: &'a [Part], scenario: &Scenario) -> Vec<Option<Placed>> {
        let mut places = Self { path: Path::new(), parts, next: 0, seen: 0, found: vec![None; parts.len()] };
        // What only looks refuses none.
        let _ = scenario.clone().visit_inputs(&mut places);
        places.found
    }
}

impl InputVisitor for Places<'_> {
    fn path(&mut self) -> Option<&mut Path> {
        Some(&mut self.path)
    }
    fn input(&mut self, input: &'static Input, slot: &mut dyn Slot, _: &mut Belief) -> Result<(), Error> {
        let place = here(&self.path, input, self.parts, &mut self.next);
        if let Some(found) = place.and_then(|place| self.found.get_mut(place)) {
            *found = slot.get().map(|value| (self.seen, value));
        }
        self.seen += 1;
        Ok(())
    }
}
