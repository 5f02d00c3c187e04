//! What it would take: the values of an input for which a figure meets a goal.
//!
//! The figure is evaluated on a fixed grid over all that the input may be: even steps, steps of equal ratio where it spans
//! decades, and finer ones about its present value. Wherever the goal is crossed, or touched at a turning point, the
//! crossing is narrowed to neighbouring numbers. So several answers are found where there are several, and none only
//! where the grid sees none: what turns twice between two of its places stays unseen.

mod goal;
mod known;
mod search;
mod tied;

pub use goal::{Goal, Relation, Target};
pub use tied::Tied;

use super::inputs::InputRow;
use super::probe;
use super::range::Interval;
use super::rows::FigureRow;
use super::scaling::Scaling;
use crate::error::{Error, Note};
use crate::estimate::Scenario;
use crate::quantities::Measure;
use search::{Problem, Search, constant, grid};
use tied::Moved;

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
    /// The inputs that move with it.
    pub tied: Vec<Tied>,
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
    /// What is to be known of the answers: those that lie beyond what is known of the input.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        known::notes(self)
    }

    /// The first answer as what the input measures; `None` where there is none, or it measures something else.
    #[must_use]
    pub fn first<M: Measure>(&self) -> Option<M> {
        let answer = self.answers.first().filter(|_| self.input.input.kind.name == M::KIND.name)?;
        Some(M::from_base(answer.value))
    }

    /// What the scaling law says of a scenario with the input at a value, where it is a run.
    #[must_use]
    pub fn scaling(&self, scenario: &Scenario, value: f64) -> Option<Scaling> {
        let mut scenario = scenario.clone();
        probe::put(&mut scenario, &tied::values(&self.input.path, &self.tied, value));
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
/// When there is no such input or figure, the input is a choice among names, the amount is one of something else, or no
/// value meets the goal: names what can be reached, and where, or what the figure is where it does not follow the input.
pub fn solve(scenario: &Scenario, input: &str, goal: &Goal, within: Option<&str>) -> Result<Solved, Error> {
    solve_together(scenario, &[input], goal, within)
}

/// The values of several inputs that move together for which a figure meets a goal: the first is solved for, and the others
/// keep the ratio that they have to it in the scenario. What is counted stays whole. So two inputs that are to be equal are
/// set so first.
///
/// ```
/// use wattflop::analysis::solve::{Goal, solve_together};
/// use wattflop::{prelude::*, units::*};
///
/// // Colossus has 150,000 H100, 50,000 H200 and 30,000 GB200: how far does it grow, in that mix, on 500 MW?
/// let scenario = Scenario::operation(Operation::year(), Cluster::preset("colossus-230k")?);
/// let pools = ["cluster.pools.0.count", "cluster.pools.1.count", "cluster.pools.2.count"];
/// let solved = solve_together(&scenario, &pools, &Goal::at_most("power.facility.peak", megawatts(500.0)), None)?;
/// let most = solved.answers[0].value;
/// assert_eq!(solved.tied[0].at(most), (most / 3.0).round());
/// # Ok::<(), wattflop::Error>(())
/// ```
///
/// # Errors
/// As [`solve`]; and when one that is to move along has no value to keep the ratio of, or is named twice.
pub fn solve_together(
    scenario: &Scenario,
    inputs: &[&str],
    goal: &Goal,
    within: Option<&str>,
) -> Result<Solved, Error> {
    let moved = Moved::of(scenario, inputs)?;
    let domain = moved.searched(within, scenario)?;
    let Moved { input, tied } = moved;
    let problem = Problem { scenario, path: &input.path, tied: &tied, figure: &goal.figure };
    let grid = grid(domain, input.value);
    let figure = problem.row(input.value, &grid)?;
    let search = Search { problem, domain, goal: goal.base(&figure, scenario)?, relation: goal.relation };
    let points = search.turned(problem.points(&grid));
    let constant = constant(&points);
    let (answers, met) = match goal.relation {
        Relation::Equal if constant != Some(search.goal) => (search.roots(&points), Vec::new()),
        _ => search.spans(&points),
    };
    if let Some(value) = constant.filter(|_| answers.is_empty() && met.is_empty()) {
        return Err(search.no_effect(value, &input, &figure, within.is_none()));
    }
    if answers.is_empty() && met.is_empty() {
        return Err(search.unreachable(&points, &input, &figure));
    }
    let answers = answers.into_iter().map(|answer| search.with_range(answer, &points)).collect();
    let (searched, goal, relation) =
        (Interval { low: domain.min, high: domain.max }, search.goal, goal.relation);
    let is_whole = within.is_none();
    Ok(Solved { input, tied, figure, goal, relation, answers, met, searched, is_whole })
}
