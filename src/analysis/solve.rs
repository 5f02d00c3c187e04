//! What it would take: the values of an input for which a figure meets a goal.
//!
//! The figure is evaluated on a fixed grid over all that the input may be: even steps, steps of equal ratio where it spans
//! decades, and finer ones about its present value. Wherever the goal is crossed, or touched at a turning point, the
//! crossing is narrowed to neighbouring numbers. So several answers are found where there are several, and none only
//! where the grid sees none: what turns twice between two of its places stays unseen.

use super::inputs::{InputRow, Measured, read_money};
use super::probe;
use super::range::{Interval, ranges};
use super::roots::{Point, changed, lowest, narrowed};
use super::rows::FigureRow;
use super::scaling::Scaling;
use crate::error::{Amount, Code, Error};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::order::put_in_order;
use crate::quantities::{Kind, Measure};
use crate::tables::Domain;

/// How a figure is to stand to an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// No more than it.
    AtMost,
    /// No less than it.
    AtLeast,
    /// The same.
    Equal,
}

/// The signs of relations, the longer ones first.
const SIGNS: [(&str, Relation); 7] = [
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("≤", Relation::AtMost),
    ("≥", Relation::AtLeast),
    ("<", Relation::AtMost),
    (">", Relation::AtLeast),
    ("=", Relation::Equal),
];

impl Relation {
    /// Its sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Equal => "=",
        }
    }

    fn holds(self, value: f64, goal: f64) -> bool {
        match self {
            Self::AtMost => value <= goal,
            Self::AtLeast => value >= goal,
            Self::Equal => value == goal,
        }
    }
}

/// The amount that a figure is to stand to.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A text with its unit, such as `90 d`.
    Text(String),
    /// So many base units of something.
    Base(&'static Kind, f64),
}

impl From<&str> for Target {
    fn from(text: &str) -> Self {
        Self::Text(text.trim().to_owned())
    }
}

impl<M: Measure> From<M> for Target {
    fn from(amount: M) -> Self {
        Self::Base(M::KIND, amount.base())
    }
}

/// A goal: a figure by its path, and how it is to stand to an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The path of the figure.
    pub figure: String,
    /// How it is to stand.
    pub relation: Relation,
    /// To what.
    pub target: Target,
}

impl Goal {
    /// A figure that is to be at most so much.
    #[must_use]
    pub fn at_most(figure: &str, target: impl Into<Target>) -> Self {
        Self { figure: figure.to_owned(), relation: Relation::AtMost, target: target.into() }
    }

    /// A figure that is to be at least so much.
    #[must_use]
    pub fn at_least(figure: &str, target: impl Into<Target>) -> Self {
        Self { figure: figure.to_owned(), relation: Relation::AtLeast, target: target.into() }
    }

    /// A figure that is to be just so much.
    #[must_use]
    pub fn equal(figure: &str, target: impl Into<Target>) -> Self {
        Self { figure: figure.to_owned(), relation: Relation::Equal, target: target.into() }
    }

    /// Reads a goal, such as `duration <= 90 d`.
    ///
    /// # Errors
    /// When it names no figure, no relation or no amount.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let parts = SIGNS.iter().find_map(|(sign, relation)| Some((text.split_once(sign)?, *relation)));
        let parts = parts.map(|((figure, target), relation)| (figure.trim(), relation, target.trim()));
        let whole = parts.filter(|(figure, _, target)| !figure.is_empty() && !target.is_empty());
        let (figure, relation, target) = whole.ok_or_else(|| Error::wrong_form(text, "form-goal"))?;
        Ok(Self { figure: figure.to_owned(), relation, target: target.into() })
    }

    /// The amount in base units, where it is one of what the figure measures.
    fn base(&self, row: &FigureRow, scenario: &Scenario) -> Result<f64, Error> {
        let kind = row.figure.kind;
        match &self.target {
            Target::Base(given, base) if given.name == kind.name && !base.is_nan() => Ok(*base),
            Target::Base(given, _) => {
                let args = vec![
                    ("field", self.figure.clone()),
                    ("unit", given.name.to_owned()),
                    ("kind", kind.name.to_owned()),
                    ("expected", kind.name.to_owned()),
                ];
                Err(Error::new(Code::WrongUnit, args))
            }
            Target::Text(text) => {
                let measured = Measured { kind, whole: false };
                let (low, value, high) = read_money(&self.figure, measured, text, &scenario.money)?;
                if low < high {
                    return Err(Error::wrong_form(&self.figure, "form-one-value"));
                }
                Ok(value)
            }
        }
    }
}

/// What an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The least value that meets the goal: those just above it do too.
    Least,
    /// The greatest value that meets the goal: those just below it do too.
    Greatest,
    /// The value at which the figure is what was asked for.
    At,
    /// The nearest value: the figure steps over what was asked for.
    Nearest,
}

/// A value of the input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The value, in base units.
    pub value: f64,
    /// The figure there, in base units.
    pub figure: f64,
    /// What it is.
    pub side: Side,
    /// Whether the goal ends here, rather than all that can be calculated.
    pub by_goal: bool,
    /// Its 90 % interval, as far as the figure's own doubt goes: the value that it takes where the figure stands at its 5th
    /// or 95th percentile. `None` where the figure is not in doubt, or one of them is out of reach.
    pub range: Option<Interval>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The input, at its present value.
    pub input: InputRow,
    /// The figure, at that value where it has one; else at the first that could be calculated.
    pub figure: FigureRow,
    /// The amount, in base units.
    pub goal: f64,
    /// How the figure is to stand to it.
    pub relation: Relation,
    /// The values at which the goal begins or ceases to be met, the least first; none where every value meets it.
    pub answers: Vec<Answer>,
    /// Where the goal is met, within what was searched; for an equality the answers themselves.
    pub met: Vec<Interval>,
    /// What was searched.
    pub searched: Interval,
    /// Whether that is all that the input may be.
    pub is_whole: bool,
}

impl Solved {
    /// The first answer as what the input measures; `None` where there is none, or it measures something else.
    #[must_use]
    pub fn first<M: Measure>(&self) -> Option<M> {
        let answer = self.answers.first().filter(|_| self.input.input.kind.name == M::KIND.name)?;
        Some(M::from_base(answer.value))
    }
}

impl Solved {
    /// What the scaling law says of a scenario with the input at a value, where it is a run.
    #[must_use]
    pub fn scaling(&self, scenario: &Scenario, value: f64) -> Option<Scaling> {
        let mut scenario = scenario.clone();
        probe::put(&mut scenario, &[(&self.input.path, value)]);
        Scaling::of(&scenario.evaluate().ok()?)
    }
}

/// The values of an input for which a figure meets a goal.
///
/// ```
/// use wattflop::analysis::solve::{Goal, solve};
/// use wattflop::{prelude::*, quantities::Devices, units::*};
///
/// let run = TrainingRun::of(Model::preset("grok-2")?).with_mfu(Mfu::new(0.375));
/// let scenario = Scenario::training(run, Cluster::preset("grok-2-cluster")?);
/// let solved = solve(&scenario, "cluster.pools.0.count", &Goal::at_most("duration", days(90.0)), None)?;
/// let count = solved.first::<Devices>().unwrap();
/// assert!(count > devices(10_000.0) && count < devices(10_500.0));
///
/// let wrong = solve(&scenario, "cluster.pools.0.count", &Goal::at_most("duration", megawatts(90.0)), None);
/// assert!(wrong.is_err()); // power is no time
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// `within` restricts what is searched, as a range such as `1000..20000`.
///
/// # Errors
/// When there is no such input or figure, the input is a choice among names, the amount is one of something else, the figure
/// does not follow the input, or no value meets the goal: names what can be reached, and where.
pub fn solve(scenario: &Scenario, input: &str, goal: &Goal, within: Option<&str>) -> Result<Solved, Error> {
    let input = present(scenario, input)?;
    let domain = searched(&input, within, scenario)?;
    let problem = Problem { scenario, path: input.path.clone(), figure: goal.figure.clone() };
    let grid = grid(domain, input.value);
    let figure = problem.row(input.value, &grid)?;
    let goal_base = goal.base(&figure, scenario)?;
    let search = Search { problem, domain, goal: goal_base, relation: goal.relation };
    let points = search.turned(search.problem.points(&grid));
    let (answers, met) = match goal.relation {
        Relation::Equal => (search.roots(&points), Vec::new()),
        Relation::AtMost | Relation::AtLeast => search.spans(&points),
    };
    if answers.is_empty() && met.is_empty() {
        return Err(search.unreachable(&points, &input, &figure));
    }
    if answers.is_empty() && is_constant(&points) {
        return Err(no_effect(&input, &figure));
    }
    let answers = answers.into_iter().map(|answer| search.with_range(answer, &points)).collect();
    let searched = Interval { low: domain.min, high: domain.max };
    let is_whole = within.is_none();
    Ok(Solved { input, figure, goal: goal_base, relation: goal.relation, answers, met, searched, is_whole })
}

/// The input at its present value: what follows from the choices included.
fn present(scenario: &Scenario, path: &str) -> Result<InputRow, Error> {
    let mut resolved = scenario.clone();
    resolved.resolve();
    probe::input(&resolved, path)
}

/// What of the input is searched: its domain, or what is asked for within it.
fn searched(input: &InputRow, within: Option<&str>, scenario: &Scenario) -> Result<Domain, Error> {
    let domain = Domain { whole: input.is_counted(), ..input.input.domain };
    let Some(text) = within else { return Ok(domain) };
    let (low, _, high) = read_money(&input.path, Measured::by(input.input), text, &scenario.money)?;
    input.input.check(&input.path, low)?;
    input.input.check(&input.path, high)?;
    if low == high {
        return Err(Error::wrong_form("within", "form-range"));
    }
    Ok(Domain { min: low, max: high, ..domain })
}

/// Even steps over a domain.
const EVEN: u32 = 64;
/// Steps of equal ratio by decade.
const BY_DECADE: f64 = 8.0;
/// The least positive value that is looked at where a domain begins at zero, over what it ends at where that is little.
const LEAST: f64 = 1e-30;
/// Steps about the present value, to either side, and the ratio of two: up to a hundredfold.
const ABOUT: i32 = 96;
const ABOUT_RATIO: f64 = 1.05;

/// The places at which a figure is evaluated, the least first.
fn grid(domain: Domain, present: Option<f64>) -> Vec<f64> {
    let Domain { min, max, whole } = domain;
    let even = (0..=EVEN).map(|step| min + (max - min) * f64::from(step) / f64::from(EVEN));
    let least = if min > 0.0 { min } else { LEAST.min(max / 1e6) };
    let decades = libm::log10(max / least);
    let by_ratio = core::iter::successors(Some(0.0), |step| Some(step + 1.0 / BY_DECADE))
        .take_while(|step| max > 0.0 && *step <= decades)
        .map(|step| least * libm::pow(10.0, step));
    let about = present
        .into_iter()
        .flat_map(|value| (-ABOUT..=ABOUT).map(move |step| value * libm::pow(ABOUT_RATIO, f64::from(step))));
    let places = even.chain(by_ratio).chain(about).chain([min, max]);
    let whole = places.map(|place| if whole { libm::round(place) } else { place });
    let mut places: Vec<f64> = whole.filter(|place| *place >= min && *place <= max).collect();
    places.sort_by(f64::total_cmp);
    places.dedup();
    places
}

/// A scenario, an input of it, and a figure.
struct Problem<'a> {
    scenario: &'a Scenario,
    path: String,
    figure: String,
}

/// A place on the grid, and the figure there.
type Place = (f64, Option<f64>);

impl Problem<'_> {
    fn estimate(&self, value: f64) -> Result<Estimate, Error> {
        let mut scenario = self.scenario.clone();
        probe::put(&mut scenario, &[(&self.path, value)]);
        scenario.evaluate()
    }

    /// The figure at a value of the input; `None` where it has none.
    fn figure(&self, value: f64) -> Option<f64> {
        let estimate = self.estimate(value).ok()?;
        let mut found = [f64::NAN];
        probe::read(&estimate, &[&self.figure], &mut found);
        found.into_iter().find(|value| !value.is_nan())
    }

    fn points(&self, grid: &[f64]) -> Vec<Place> {
        grid.iter().map(|value| (*value, self.figure(*value))).collect()
    }

    /// The figure's row, at the present value where it has one, else at the first of the grid.
    fn row(&self, present: Option<f64>, grid: &[f64]) -> Result<FigureRow, Error> {
        let mut problem = None;
        for value in present.into_iter().chain(grid.iter().copied()) {
            match self.estimate(value).and_then(|estimate| probe::figure(&estimate, &self.figure)) {
                Ok(row) => return Ok(row),
                Err(error) => problem = problem.or(Some(error)),
            }
        }
        Err(problem.unwrap_or_else(|| Error::wrong_form(&self.path, "form-range")))
    }
}

/// A problem with its goal.
struct Search<'a> {
    problem: Problem<'a>,
    domain: Domain,
    goal: f64,
    relation: Relation,
}

/// How near a figure is to a goal that it equals, over the goal, or what it differs from it at the grid's places beside.
const SAME: f64 = 1e-9;

impl Search<'_> {
    fn meets(&self, figure: Option<f64>) -> bool {
        figure.is_some_and(|figure| self.relation.holds(figure, self.goal))
    }

    /// How far the figure is above the goal.
    fn above(&self, value: f64) -> Option<f64> {
        self.problem.figure(value).map(|figure| figure - self.goal)
    }

    /// The points with the turning points that reach towards the goal between them.
    fn turned(&self, points: Vec<Place>) -> Vec<Place> {
        let turns = points.windows(3).filter_map(|three| self.turn(three)).collect::<Vec<_>>();
        let mut points = points;
        points.extend(turns);
        put_in_order(&mut points, |a, b| a.0 < b.0);
        points.dedup_by(|a, b| a.0 == b.0);
        points
    }

    /// The turning point about the middle of three places, where the figure turns there before it reaches the goal.
    fn turn(&self, three: &[Place]) -> Option<Place> {
        let [(low, Some(before)), (_, Some(middle)), (high, Some(after))] = *three else { return None };
        let sign = if middle > self.goal { 1.0 } else { -1.0 };
        let turns = sign * before > sign * middle && sign * after >= sign * middle;
        if !turns || middle == self.goal {
            return None;
        }
        let (value, figure) = lowest(&mut |value| Some(sign * self.problem.figure(value)?), low, high)?;
        let rounded = if self.domain.whole { libm::round(value) } else { value };
        let figure = if self.domain.whole { self.problem.figure(rounded)? } else { sign * figure };
        (sign * figure < sign * middle).then_some((rounded, Some(figure)))
    }

    /// Where a goal begins and ceases to be met, and the spans between.
    fn spans(&self, points: &[Place]) -> (Vec<Answer>, Vec<Interval>) {
        let (mut answers, mut met) = (Vec::new(), Vec::new());
        let mut begun = points.first().filter(|point| self.meets(point.1)).map(|point| point.0);
        for pair in points.windows(2) {
            let [low, high] = pair else { continue };
            match (self.meets(low.1), self.meets(high.1)) {
                (false, true) => {
                    let answer = self.edge(*low, *high, Side::Least);
                    begun = Some(answer.value);
                    answers.push(answer);
                }
                (true, false) => {
                    let answer = self.edge(*low, *high, Side::Greatest);
                    met.extend(begun.take().map(|low| Interval { low, high: answer.value }));
                    answers.push(answer);
                }
                _ => {}
            }
        }
        let end = points.last().map(|point| point.0);
        met.extend(begun.zip(end).map(|(low, high)| Interval { low, high }));
        (answers, met)
    }

    /// The last value that meets a goal, between one that does and one that does not.
    fn edge(&self, low: Place, high: Place, side: Side) -> Answer {
        let by_goal = low.1.is_some() && high.1.is_some();
        let crossing = if by_goal && !self.domain.whole { self.crossing(low, high) } else { None };
        let (below, above) = crossing.map_or_else(
            || changed(&mut |x| self.meets(self.problem.figure(x)), low.0, high.0, self.domain.whole),
            |(below, above)| (below.0, above.0),
        );
        let inside = if side == Side::Least { [above, below] } else { [below, above] };
        let met = inside.into_iter().find(|value| self.meets(self.problem.figure(*value)));
        let value = met.unwrap_or(if side == Side::Least { high.0 } else { low.0 });
        let figure = self.problem.figure(value).unwrap_or(f64::NAN);
        let beyond = if side == Side::Least { below } else { above };
        let by_goal = value == beyond || self.problem.figure(beyond).is_some();
        Answer { value, figure, side, by_goal, range: None }
    }

    fn crossing(&self, low: Place, high: Place) -> Option<(Point, Point)> {
        let ((low, a), (high, b)) = ((low.0, low.1? - self.goal), (high.0, high.1? - self.goal));
        narrowed(&mut |value| self.above(value), (low, a), (high, b))
    }

    /// The values at which the figure equals the goal, or steps over it.
    fn roots(&self, points: &[Place]) -> Vec<Answer> {
        let mut answers: Vec<Answer> = Vec::new();
        let at = |value: f64, figure: f64, side| Answer { value, figure, side, by_goal: true, range: None };
        for (place, pair) in points.windows(2).enumerate() {
            let [(low, Some(a)), (high, Some(b))] = *pair else { continue };
            let first = place == 0 && a == self.goal;
            answers.extend(first.then(|| at(low, a, Side::At)));
            answers.extend((b == self.goal && a != b).then(|| at(high, b, Side::At)));
            if (a < self.goal && b > self.goal) || (a > self.goal && b < self.goal) {
                answers.extend(self.root((low, Some(a)), (high, Some(b))));
            }
        }
        answers
    }

    /// The value between two at which the figure equals the goal; or the nearest, where it steps over it.
    fn root(&self, low: Place, high: Place) -> Option<Answer> {
        let about = self.goal.abs().max((low.1? - self.goal).abs()).max((high.1? - self.goal).abs());
        let (low, high) = if self.domain.whole {
            let mut is_below = |value| self.above(value).is_some_and(|above| above < 0.0);
            let (low, high) = changed(&mut is_below, low.0, high.0, true);
            ((low, self.above(low)?), (high, self.above(high)?))
        } else {
            self.crossing(low, high)?
        };
        let (value, above) = if high.1.abs() < low.1.abs() { high } else { low };
        let side = if above.abs() <= SAME * about { Side::At } else { Side::Nearest };
        Some(Answer { value, figure: above + self.goal, side, by_goal: true, range: None })
    }

    /// No value meets the goal: what can be reached, and where.
    fn unreachable(&self, points: &[Place], input: &InputRow, figure: &FigureRow) -> Error {
        if is_constant(points) {
            return no_effect(input, figure);
        }
        let known = || points.iter().filter_map(|(value, figure)| Some((*value, (*figure)?)));
        let least = known().reduce(|a, b| if b.1 < a.1 { b } else { a });
        let most = known().reduce(|a, b| if b.1 > a.1 { b } else { a });
        let (Some(least), Some(most)) = (least, most) else { return no_effect(input, figure) };
        let (unmet_above, unmet_below) = (least.1 > self.goal, most.1 < self.goal);
        let nearest = if unmet_above && !unmet_below { least } else { most };
        let of_figure = |name, base| Amount { name, kind: figure.figure.kind, base, unit: "" };
        let of_input = |name, base| Amount { name, kind: input.input.kind, base, unit: input.input.unit };
        let amounts = vec![
            of_figure("goal", self.goal),
            of_figure("low", least.1),
            of_figure("high", most.1),
            of_figure("nearest", nearest.1),
            of_input("at_low", least.0),
            of_input("at_high", most.0),
            of_input("at", nearest.0),
        ];
        let args = vec![
            ("figure", figure.path.clone()),
            ("field", input.path.clone()),
            ("sign", self.relation.sign().to_owned()),
        ];
        let code = if self.domain.max < ENDLESS { Code::OutOfReach } else { Code::OutOfReachOpen };
        Error::new(code, args).with_amounts(amounts)
    }

    /// The answer with its range.
    fn with_range(&self, answer: Answer, points: &[Place]) -> Answer {
        let range = if answer.by_goal { self.range(&answer, points) } else { None };
        Answer { range, ..answer }
    }

    /// How far the value moves where the figure stands at an end of its range: what would then have to be asked for is
    /// solved for again. `None` where that cannot be reached, and the input has no end of its own.
    fn range(&self, answer: &Answer, points: &[Place]) -> Option<Interval> {
        let Answer { value, figure, .. } = *answer;
        let doubt = doubt(&self.problem.estimate(value).ok()?, &self.problem.figure)?;
        if doubt.low >= doubt.high || !figure.is_finite() {
            return None;
        }
        let is_positive = doubt.low > 0.0 && figure > 0.0;
        let wanted = |end: f64| if is_positive { figure * figure / end } else { figure + figure - end };
        let ends = [wanted(doubt.low), wanted(doubt.high)].map(|goal| self.moved(goal, answer, points));
        let [Some(a), Some(b)] = ends else { return None };
        let range = Interval { low: a.min(b).min(value), high: a.max(b).max(value) };
        (range.low < range.high).then_some(range)
    }

    /// The value for another goal, the nearest to an answer; the end of the input towards which the figure goes, where it has
    /// one and no value does.
    fn moved(&self, goal: f64, answer: &Answer, points: &[Place]) -> Option<f64> {
        let Problem { scenario, path, figure } = &self.problem;
        let problem = Problem { scenario, path: path.clone(), figure: figure.clone() };
        let other = Search { problem, domain: self.domain, goal, relation: Relation::Equal };
        let distance = |value: f64| (libm::log(value.abs()) - libm::log(answer.value.abs())).abs();
        let near = |a: f64, b: f64| if distance(b) < distance(a) { b } else { a };
        let found = other.roots(points).into_iter().map(|answer| answer.value).reduce(near);
        found.or_else(|| {
            let known = || points.iter().filter(|point| point.1.is_some_and(f64::is_finite));
            let gap = |point: &&Place| point.1.map_or(f64::INFINITY, |figure| (figure - goal).abs());
            let end = known().reduce(|a, b| if gap(&b) < gap(&a) { b } else { a })?.0;
            let is_end = end == self.domain.min || end == self.domain.max;
            // The least positive number stands for zero.
            let shown = if end == LEAST { 0.0 } else { end };
            (is_end && end.abs() < ENDLESS).then_some(shown)
        })
    }
}

/// An end of a domain beyond all that there is.
const ENDLESS: f64 = 1e30;

/// The range of a figure; that of the scaling law's figures is not known.
fn doubt(estimate: &Estimate, path: &str) -> Option<Interval> {
    let place = probe::rows(estimate).iter().position(|row| row.path == path)?;
    ranges(estimate).get(place).copied()
}

/// Whether a figure is the same wherever it has a value.
fn is_constant(points: &[Place]) -> bool {
    let mut known = points.iter().filter_map(|(_, figure)| *figure);
    let first = known.next();
    known.all(|figure| Some(figure) == first)
}

fn no_effect(input: &InputRow, figure: &FigureRow) -> Error {
    let amount = Amount { name: "value", kind: figure.figure.kind, base: figure.value, unit: "" };
    let args = vec![("field", input.path.clone()), ("figure", figure.path.clone())];
    Error::new(Code::NoEffect, args).with_amounts(vec![amount])
}
