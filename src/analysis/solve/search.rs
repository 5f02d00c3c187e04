//! The search for the values at which a figure meets a goal.

use super::tied::{Tied, values};
use super::{Answer, Relation, Side};
use crate::analysis::inputs::InputRow;
use crate::analysis::probe;
use crate::analysis::range::{Interval, ranges};
use crate::analysis::roots::{Point, changed, lowest, narrowed};
use crate::analysis::rows::FigureRow;
use crate::error::{Amount, Code, Error};
use crate::estimate::{Estimate, Scenario};
use crate::quantities::order::put_in_order;
use crate::tables::Domain;

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
pub(super) fn grid(domain: Domain, present: Option<f64>) -> Vec<f64> {
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

/// A scenario, an input of it with those that are tied to it, and a figure.
#[derive(Clone, Copy)]
pub(super) struct Problem<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) path: &'a str,
    pub(super) tied: &'a [Tied],
    pub(super) figure: &'a str,
}

/// A place on the grid, and the figure there.
pub(super) type Place = (f64, Option<f64>);

impl Problem<'_> {
    fn estimate(&self, value: f64) -> Result<Estimate, Error> {
        let mut scenario = self.scenario.clone();
        probe::put(&mut scenario, &values(self.path, self.tied, value));
        scenario.evaluate()
    }

    /// The figure at a value of the input; `None` where it has none.
    fn figure(&self, value: f64) -> Option<f64> {
        let estimate = self.estimate(value).ok()?;
        let mut found = [f64::NAN];
        probe::read(&estimate, &[self.figure], &mut found);
        found.into_iter().find(|value| !value.is_nan())
    }

    pub(super) fn points(&self, grid: &[f64]) -> Vec<Place> {
        grid.iter().map(|value| (*value, self.figure(*value))).collect()
    }

    /// The figure's row, at the present value where it has one, else at the first of the grid.
    pub(super) fn row(&self, present: Option<f64>, grid: &[f64]) -> Result<FigureRow, Error> {
        let mut problem = None;
        for value in present.into_iter().chain(grid.iter().copied()) {
            match self.estimate(value).and_then(|estimate| probe::figure(&estimate, self.figure)) {
                Ok(row) => return Ok(row),
                Err(error) => problem = problem.or(Some(error)),
            }
        }
        Err(problem.unwrap_or_else(|| Error::wrong_form(self.path, "form-range")))
    }

    /// Why the figure has no value at any of the places.
    fn nowhere(&self, points: &[Place]) -> Error {
        let places: Vec<_> = points.iter().map(|(value, _)| *value).collect();
        self.row(None, &places).err().unwrap_or_else(|| Error::wrong_form(self.path, "form-range"))
    }
}

/// A problem with its goal.
pub(super) struct Search<'a> {
    pub(super) problem: Problem<'a>,
    pub(super) domain: Domain,
    pub(super) goal: f64,
    pub(super) relation: Relation,
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
    pub(super) fn turned(&self, points: Vec<Place>) -> Vec<Place> {
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
    pub(super) fn spans(&self, points: &[Place]) -> (Vec<Answer>, Vec<Interval>) {
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
    pub(super) fn roots(&self, points: &[Place]) -> Vec<Answer> {
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
    pub(super) fn unreachable(&self, points: &[Place], input: &InputRow, figure: &FigureRow) -> Error {
        let known = || points.iter().filter_map(|(value, figure)| Some((*value, (*figure)?)));
        let least = known().reduce(|a, b| if b.1 < a.1 { b } else { a });
        let most = known().reduce(|a, b| if b.1 > a.1 { b } else { a });
        let (Some(least), Some(most)) = (least, most) else { return self.problem.nowhere(points) };
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

    /// A figure that is the same wherever it was looked at, and not what it is to be.
    pub(super) fn no_effect(&self, value: f64, input: &InputRow, figure: &FigureRow, whole: bool) -> Error {
        let of_input = |name, base| Amount { name, kind: input.input.kind, base, unit: input.input.unit };
        let value = Amount { name: "value", kind: figure.figure.kind, base: value, unit: "" };
        let ends = [of_input("low", self.domain.min), of_input("high", self.domain.max)];
        let args = vec![("field", input.path.clone()), ("figure", figure.path.clone())];
        let code = if whole { Code::NoEffect } else { Code::NoEffectWithin };
        Error::new(code, args).with_amounts([value].into_iter().chain(ends).collect())
    }

    /// The answer with its range.
    pub(super) fn with_range(&self, answer: Answer, points: &[Place]) -> Answer {
        let range = if answer.by_goal { self.range(&answer, points) } else { None };
        Answer { range, ..answer }
    }

    /// How far the value moves where the figure stands at an end of its range: what would then have to be asked for is
    /// solved for again. `None` where that cannot be reached, and the input has no end of its own.
    fn range(&self, answer: &Answer, points: &[Place]) -> Option<Interval> {
        let Answer { value, figure, .. } = *answer;
        let doubt = doubt(&self.problem.estimate(value).ok()?, self.problem.figure)?;
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
        let other = Search { goal, relation: Relation::Equal, ..*self };
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

/// What a figure is wherever it has a value, where that is the same everywhere.
pub(super) fn constant(points: &[Place]) -> Option<f64> {
    let mut known = points.iter().filter_map(|(_, figure)| *figure);
    let first = known.next()?;
    known.all(|figure| figure == first).then_some(first)
}
