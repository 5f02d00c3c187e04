//! Solving, sweeping, frontiers and causes: planted answers come back, cells are single evaluations, bars sum.

use super::scenarios::{checks, results, scenarios};
use crate::support::{close, evaluated, input, run_of, value, with, year_of};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::ops::ControlFlow;
use wattflop::analysis::scaling::{Law, optimal};
use wattflop::analysis::solve::{Answer, Goal, Side, Solved, Target, solve, solve_together};
use wattflop::analysis::sweep::{Direction, Sweep, frontier};
use wattflop::analysis::{Scaling, Waterfall, figures, inputs, set, why};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::error::Code;
use wattflop::estimate::Scenario;
use wattflop::quantities::units::{flop, megawatts};
use wattflop::quantities::{Devices, Goodput, Measure};
use wattflop::report::{Locale, words};
use wattflop::workload::Operation;

/// Pairs of an input and a figure that follows it.
const FOLLOWS: [(&str, &str); 12] = [
    ("cluster.pools.0.tdp", "power.it.rated"),
    ("cluster.pools.0.price", "cost.annuity.total"),
    ("site.electricity", "cost.energy.total"),
    ("site.pue", "energy.facility"),
    ("site.carbon", "carbon.operational"),
    ("site.wue", "water.onsite"),
    ("cluster.it_overhead", "power.it.rated"),
    ("cluster.it_life", "cost.straight_line.total"),
    ("finance.wacc", "cost.annuity.total"),
    ("operation.duration", "energy.facility"),
    ("run.tokens", "duration"),
    ("run.compute", "work.compute"),
];

fn held(scenario: &Scenario, path: &str) -> bool {
    inputs(scenario).iter().any(|row| row.path == path)
}

/// Whether the devices are counted, rather than as many whole ones as a power allows: their power is then a sawtooth, with
/// more answers than can be told.
fn is_counted(scenario: &Scenario) -> bool {
    scenario.cluster.pools().iter().all(|pool| pool.count().is_some())
}

fn solved(scenario: &Scenario, path: &str, goal: &Goal) -> Solved {
    solve(scenario, path, goal, None).unwrap_or_else(|error| panic!("{path}: {error}"))
}

proptest! {
    #![proptest_config(checks(96))]

    /// A value is planted, the figure read, and the input solved for: it is among the answers to 1e-9.
    #[test]
    fn solving_recovers_what_was_planted(
        made in results(), pair in select(FOLLOWS.to_vec()), factor in 0.3_f64..3.0,
    ) {
        let (path, figure) = pair;
        prop_assume!(held(&made.it.scenario, path));
        let row = input(&made.it.scenario, path);
        prop_assume!(row.value.is_some());
        prop_assume!(figure != "power.it.rated" || is_counted(&made.it.scenario));
        let domain = row.input.domain;
        let planted = (row.value.unwrap() * factor).clamp(domain.min, domain.max);
        let mut scenario = made.it.scenario.clone();
        let text = crate::support::written(row.input.kind, planted);
        set(&mut scenario, path, &text).unwrap();
        let planted = input(&scenario, path).value.unwrap();
        let Ok(there) = scenario.clone().evaluate() else { return Ok(()) };
        let Some(there) = figures(&there).into_iter().find(|row| row.path == figure) else { return Ok(()) };
        let goal = Goal::equal(figure, Target::Base(there.figure.kind, there.value));
        let found = solve(&made.it.scenario, path, &goal, None).ok();
        let Some(found) = found.filter(|found| !found.answers.is_empty()) else {
            // Where the figure does not follow the input, such as the tokens of a run whose compute is given.
            let moved = with(made.it.scenario.clone(), &[(path, &crate::support::written(row.input.kind, planted * 0.9))]);
            prop_assert_eq!(value(&moved.evaluate().unwrap(), figure), there.value);
            return Ok(());
        };
        let off = |answer: f64| (answer / planted - 1.0).abs();
        let nearest = found.answers.iter().map(|answer| off(answer.value)).fold(f64::INFINITY, f64::min);
        prop_assert!(planted == 0.0 || nearest <= 1e-9, "{path} for {figure}: {nearest:e} off {planted}: {:?}", found.answers);
    }

    /// Two inputs are moved alike, the figure read, and both solved for together: both are among the answers to 1e-9.
    #[test]
    fn solving_two_inputs_together_recovers_what_was_planted(
        made in results(), pair in select(FOLLOWS.to_vec()), other in select(FOLLOWS.to_vec()), factor in 0.3_f64..3.0,
    ) {
        let ((path, figure), (tied, _)) = (pair, other);
        let scenario = &made.it.scenario;
        prop_assume!(path != tied && held(scenario, path) && held(scenario, tied) && is_counted(scenario));
        let rows = [path, tied].map(|path| input(scenario, path));
        let planted = rows.each_ref().map(|row| row.value.unwrap_or(0.0) * factor);
        prop_assume!(rows.iter().zip(planted).all(|(row, value)| value > 0.0 && row.input.domain.holds(value)));
        let mut there = scenario.clone();
        for (row, value) in rows.iter().zip(planted) {
            there.visit_inputs(&mut Plant { path: Default::default(), at: &row.path, value }).unwrap();
        }
        let Ok(there) = there.evaluate() else { return Ok(()) };
        let Some(there) = figures(&there).into_iter().find(|row| row.path == figure) else { return Ok(()) };
        let goal = Goal::equal(figure, Target::Base(there.figure.kind, there.value));
        let found = solve_together(scenario, &[path, tied], &goal, None).ok();
        let Some(found) = found.filter(|found| !found.answers.is_empty()) else {
            // Where the figure follows neither, such as the tokens of a run whose compute is given.
            prop_assert_eq!(value(&made.it, figure), there.value);
            return Ok(());
        };
        let off = |answer: &Answer| {
            let both = [answer.value, found.tied[0].at(answer.value)];
            both.into_iter().zip(planted).map(|(value, planted)| (value / planted - 1.0).abs()).fold(0.0, f64::max)
        };
        let nearest = found.answers.iter().map(off).fold(f64::INFINITY, f64::min);
        prop_assert!(nearest <= 1e-9, "{path} with {tied} for {figure}: {nearest:e} off {planted:?}: {:?}", found.answers);
    }

    /// Whatever is asked, an answer meets the goal, and what lies just beyond it does not.
    #[test]
    fn answers_stand_at_the_edge_of_what_meets_the_goal(cluster in select(vec!["xai-gigafactory", "meta-24k"]), days in 5.0_f64..2000.0) {
        let scenario = run_of("llama3.1-405b", cluster);
        let goal = Goal::at_most("duration", wattflop::units::days(days));
        let found = solved(&scenario, "cluster.pools.0.count", &goal);
        let fewest = found.answers[0];
        prop_assert_eq!(fewest.side, Side::Least);
        let at = |count: f64| value(&evaluated(scenario.clone(), &[("cluster.pools.0.count", &count.to_string())]), "duration");
        prop_assert!(at(fewest.value) <= found.goal && fewest.value.fract() == 0.0);
        prop_assert!(fewest.value == 1.0 || at(fewest.value - 1.0) > found.goal);
    }

    /// Each cell is what setting its values and evaluating gives, to the last bit.
    #[test]
    fn a_cell_is_a_single_evaluation(made in scenarios(), index: Index, low in 0.3_f64..1.0, count in 2_u32..5) {
        let Ok(estimate) = made.it.clone().evaluate() else { return Ok(()) };
        let rows: Vec<_> = inputs(&made.it).into_iter().filter(|row| row.value.is_some_and(|value| value > 0.0)).collect();
        let row = index.get(&rows);
        prop_assume!(!row.path.starts_with("model.") && row.input.domain.min < row.value.unwrap() * low);
        let units = row.input.kind.units().next().map_or("", |unit| unit.symbol);
        let factor = row.input.kind.units().next().map_or(1.0, |unit| unit.factor);
        let [from, to] = [row.value.unwrap() * low / factor, row.value.unwrap() / factor];
        let grid = format!("{from:e}..{to:e} {units} in {count}");
        let paths: Vec<String> = figures(&estimate).into_iter().map(|row| row.path).collect();
        let of: Vec<&str> = paths.iter().map(String::as_str).collect();
        let Ok(sweep) = Sweep::of(&made.it, &[(&row.path, &grid)], &of) else { return Ok(()) };
        let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
        for cell in 0..usize::try_from(count).unwrap() {
            let base = columns.inputs[0][cell];
            let mut single = made.it.clone();
            single.visit_inputs(&mut Plant { path: Default::default(), at: &row.path, value: base }).unwrap();
            match single.evaluate() {
                Ok(single) => for row in figures(&single) {
                    let Some(place) = of.iter().position(|path| *path == row.path) else { continue };
                    let swept = columns.figures[place][cell];
                    prop_assert_eq!(swept.to_bits(), row.value.to_bits(), "{} at {}", row.path, base);
                },
                Err(error) => prop_assert!(columns.errors.iter().any(|(at, known)| *at == cell as u64 && *known == error)),
            }
        }
    }

    /// No cell of a frontier is beaten, and every other one is: against all pairs.
    #[test]
    fn a_frontier_is_what_brute_force_finds(
        cells in prop::collection::vec((0_i8..12, 0_i8..12, 0_i8..6, 0_u8..20), 0..80),
        directions in (any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        let direction = |least| if least { Direction::Least } else { Direction::Most };
        let directions = [directions.0, directions.1, directions.2].map(direction);
        let gap = |cell: &(i8, i8, i8, u8), value: i8| if cell.3 == 0 { f64::NAN } else { f64::from(value) };
        let columns: [Vec<f64>; 3] = [
            cells.iter().map(|cell| gap(cell, cell.0)).collect(),
            cells.iter().map(|cell| f64::from(cell.1)).collect(),
            cells.iter().map(|cell| f64::from(cell.2)).collect(),
        ];
        let loss = |figure: usize, cell: usize| match directions[figure] {
            Direction::Least => columns[figure][cell],
            Direction::Most => -columns[figure][cell],
        };
        for figures in 2..=3 {
            let wanted: Vec<_> = (0..figures).map(|figure| (columns[figure].as_slice(), directions[figure])).collect();
            let beats = |a: usize, b: usize| {
                (0..figures).all(|figure| loss(figure, a) <= loss(figure, b))
                    && (0..figures).any(|figure| loss(figure, a) < loss(figure, b))
            };
            let known = |cell: &usize| (0..figures).all(|figure| !loss(figure, *cell).is_nan());
            let best: Vec<usize> = (0..cells.len()).filter(known)
                .filter(|cell| !(0..cells.len()).filter(known).any(|other| beats(other, *cell)))
                .collect();
            prop_assert_eq!(frontier(&wanted), best);
        }
    }

    /// The bars sum to the difference, those of the way back are the same with the other sign, and equal sides have none.
    #[test]
    fn bars_sum_to_the_difference(a in results(), b in results(), figure in select(vec!["cost.annuity.total", "energy.facility", "duration", "carbon.operational", "power.it.rated", "throughput.peak"])) {
        let (Ok(there), Ok(back)) = (why(&a.it, &b.it, figure), why(&b.it, &a.it, figure)) else { return Ok(()) };
        let sum: f64 = there.bars.iter().map(|bar| bar.adds).sum();
        let largest = there.bars.iter().map(|bar| bar.adds.abs()).fold(there.difference().abs(), f64::max);
        prop_assert!((sum - there.difference()).abs() <= 1e-12 * largest, "{sum} {}", there.difference());
        let scale = largest.max(f64::MIN_POSITIVE);
        for bar in &there.bars {
            let other = back.bars.iter().find(|other| other.cause.key() == bar.cause.key());
            let other = other.map_or(0.0, |other| other.adds);
            prop_assert!((bar.adds + other).abs() <= 1e-9 * scale, "{}: {} there, {other} back", bar.cause.key(), bar.adds);
        }
        let same = why(&a.it, &a.it, figure).unwrap();
        prop_assert!(same.bars.is_empty() && same.difference() == 0.0);
    }

    /// One input that differs is the whole of the difference.
    #[test]
    fn one_input_that_differs_is_all_of_it(made in results(), pair in select(FOLLOWS.to_vec()), factor in 1.01_f64..2.0) {
        let (path, figure) = pair;
        prop_assume!(held(&made.it.scenario, path));
        let row = input(&made.it.scenario, path);
        let Some(before) = row.value else { return Ok(()) };
        let text = crate::support::written(row.input.kind, (before * factor).min(row.input.domain.max));
        let mut other = made.it.scenario.clone();
        set(&mut other, path, &text).unwrap();
        let Ok(other) = other.evaluate() else { return Ok(()) };
        let Ok(told) = why(&made.it, &other, figure) else { return Ok(()) };
        prop_assert!(told.bars.len() <= 1, "{:?}", told.bars);
        prop_assert!(told.bars.iter().all(|bar| bar.paths[0] == path));
    }

    /// No allocation of a compute has less loss than the optimal one, and that is on the compute.
    #[test]
    fn the_optimal_allocation_has_the_least_loss(exponent in 18.0_f64..30.0, aside in 0.1_f64..10.0) {
        let compute = 10_f64.powf(exponent);
        let best = optimal(flop(compute)).unwrap();
        close(6.0 * best.parameters * best.tokens.base(), compute, 1e-9);
        let parameters = best.parameters * aside;
        let other = Law::corrected().loss(parameters, wattflop::quantities::units::tokens(compute / 6.0 / parameters));
        prop_assert!(other >= best.loss - 1e-12, "{other} below {}", best.loss);
    }
}

/// Pools that grow alike keep their mix in whole devices, and the answer is the last that meets the goal.
#[test]
fn pools_grow_together_in_whole_devices() {
    let scenario = year_of("colossus-230k");
    let pools = ["cluster.pools.0.count", "cluster.pools.1.count", "cluster.pools.2.count"];
    let goal = Goal::at_most("power.facility.peak", megawatts(500.0));
    let found = solve_together(&scenario, &pools, &goal, None).unwrap();
    let most = found.answers[0];
    assert_eq!(most.side, Side::Greatest);
    let counts = |first: f64| {
        let others = found.tied.iter().map(|tied| tied.at(first));
        [first].into_iter().chain(others).collect::<Vec<_>>()
    };
    let at = |first: f64| {
        let texts: Vec<_> = counts(first).iter().map(f64::to_string).collect();
        let settings: Vec<_> = pools.into_iter().zip(texts.iter().map(String::as_str)).collect();
        value(&evaluated(scenario.clone(), &settings), "power.facility.peak")
    };
    assert!(counts(most.value).iter().all(|count| count.fract() == 0.0));
    assert_eq!(at(most.value), most.figure);
    assert!(most.figure <= found.goal && at(most.value + 1.0) > found.goal);
    let within = solve_together(&scenario, &pools, &goal, Some("1..1000000")).unwrap();
    assert_eq!((within.answers[0].value, within.searched.low), (most.value, 5.0), "one GB200 for five H100");
    let alone = solved(&scenario, pools[0], &goal).answers[0].value;
    assert!(alone > most.value, "the others leave less to the first: {alone}");
    assert!((counts(most.value)[1] * 3.0 / most.value - 1.0).abs() < 1e-4, "{:?}", counts(most.value));
}

/// Puts a value where it stands, as given.
struct Plant<'a> {
    path: wattflop::tables::Path,
    at: &'a str,
    value: f64,
}

impl wattflop::tables::InputVisitor for Plant<'_> {
    fn path(&mut self) -> Option<&mut wattflop::tables::Path> {
        Some(&mut self.path)
    }
    fn input(
        &mut self,
        input: &'static wattflop::tables::Input,
        slot: &mut dyn wattflop::tables::Slot,
        belief: &mut wattflop::tables::Belief,
    ) -> Result<(), wattflop::Error> {
        if self.path.join(input.name) == self.at {
            slot.put(self.value);
            *belief = wattflop::tables::Belief::given(self.value);
        }
        Ok(())
    }
}

/// Checkpoints too often stall, too seldom lose work: between two intervals the goodput is high enough, at both it is just
/// that, and above the best one no interval reaches it.
#[test]
fn several_answers_are_all_found() {
    let scenario = run_of("llama3.1-405b", "meta-24k");
    let (path, figure) = ("faults.checkpoint_interval", "reliability.goodput");
    let at = |interval: f64| {
        let text = format!("{interval:e} s");
        value(&evaluated(scenario.clone(), &[(path, text.as_str())]), figure)
    };
    let goal = at(600.0);
    let found = solved(&scenario, path, &Goal::equal(figure, Target::Base(Goodput::KIND, goal)));
    assert_eq!(found.answers.len(), 2, "{:?}", found.answers);
    for answer in &found.answers {
        close(at(answer.value), goal, 1e-9);
    }
    let between = solved(&scenario, path, &Goal::at_least(figure, Target::Base(Goodput::KIND, goal)));
    let sides: Vec<_> = between.answers.iter().map(|answer| answer.side).collect();
    assert_eq!(sides, [Side::Least, Side::Greatest]);
    assert_eq!(between.met.len(), 1);
    // A goal a hair below the best is met by an interval that no step of the grid falls into.
    let refused = solve(&scenario, path, &Goal::at_least(figure, "1"), None).unwrap_err();
    let most = refused.amounts().iter().find(|amount| amount.name == "high").unwrap().base;
    let narrow =
        solved(&scenario, path, &Goal::at_least(figure, Target::Base(Goodput::KIND, most * (1.0 - 1e-9))));
    assert_eq!(narrow.answers.len(), 2, "{:?}", narrow.answers);
    assert!(narrow.met[0].high / narrow.met[0].low < 1.01);
}

/// Where every value meets the goal, there is no answer but the whole.
#[test]
fn a_goal_that_every_value_meets_has_no_edge() {
    let found = solved(
        &year_of("xai-gigafactory"),
        "site.pue",
        &Goal::at_least("power.facility.average", megawatts(1.0)),
    );
    assert!(found.answers.is_empty() && found.met.len() == 1, "{found:?}");
    assert_eq!((found.met[0].low, found.met[0].high), (1.0, 5.0));
}

/// Within a plateau, every value meets what the plateau meets, whatever the figure is elsewhere.
#[test]
fn a_plateau_meets_a_goal_everywhere_or_nowhere() {
    let scenario = year_of("colossus-1");
    let within =
        |goal: &str| solve(&scenario, "cluster.it_life", &Goal::parse(goal).unwrap(), Some("3.5..4 yr"));
    let found = within("decision.years.4.net<=0 USD").unwrap();
    assert!(found.answers.is_empty() && found.met == [found.searched], "{found:?}");
    let there = with(scenario.clone(), &[("cluster.it_life", "3.7 yr")]).evaluate().unwrap();
    let there = value(&there, "decision.years.4.net");
    let same = within(&format!("decision.years.4.net={there} USD")).unwrap();
    assert!(same.answers.is_empty() && same.met == [same.searched], "{same:?}");
    let told = within("decision.years.4.net>=0 USD").unwrap_err();
    assert_eq!(told.amounts()[0].base, there, "not what it is at present: {told}");
    assert!(told.to_string().contains("from 3.5 years to 4 years"), "{told}");
}

/// A count that is derived steps over what is asked for: the nearest value is told.
#[test]
fn a_figure_that_steps_has_a_nearest_value() {
    let scenario = year_of("stargate-10gw");
    let goal = Goal::equal("size.devices", wattflop::quantities::units::devices(1000.5));
    let found = solved(&scenario, "cluster.facility_power", &goal);
    assert_eq!(found.answers[0].side, Side::Nearest);
    assert!((found.answers[0].figure - 1000.5).abs() == 0.5, "{found:?}");
    let count = solve(
        &run_of("grok-2", "grok-2-cluster"),
        "cluster.pools.0.count",
        &Goal::at_most("duration", "90 d"),
        None,
    );
    let devices: Devices = count.unwrap().first().unwrap();
    assert_eq!(devices.base().fract(), 0.0);
}

/// The cells of a sweep come in order, and stop when they are told to.
#[test]
fn a_sweep_goes_in_order_and_stops_when_told() {
    let over = [
        ("site.grid", "fra, usa"),
        ("site.pue", "1.1..1.5 by 0.1"),
        ("cluster.pools.0.count", "1000..100000 in 900 log"),
    ];
    let sweep = Sweep::of(&year_of("xai-gigafactory"), &over, &["cost.annuity.total"]).unwrap();
    assert_eq!(sweep.cells(), 9000);
    let mut next = 0;
    let mut share = 0.0;
    let swept = sweep.run(
        &mut |done| {
            assert!(done > share);
            share = done;
            if done > 0.5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
        &mut |cell| {
            assert_eq!(cell.number, next);
            assert_eq!(cell.places[0] * 4500 + cell.places[1] * 900 + cell.places[2], next);
            next += 1;
            ControlFlow::Continue(())
        },
    );
    assert!(swept.cancelled && swept.cells < 9000 && swept.cells == next);
    let mut taken = 0;
    let stopped = sweep.run(&mut |_| ControlFlow::Continue(()), &mut |_| {
        taken += 1;
        if taken == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(stopped.cancelled && taken == 10);
}

/// Commas without a space part values where they cannot group thousands.
#[test]
fn commas_part_what_they_cannot_group() {
    let lists = [
        ("site.pue", "1.1,1.2,1.125", 3),
        ("cluster.pools.0.count", "1000,2000,4096", 3),
        ("cluster.pools.0.count", "24, 576", 2),
        ("cluster.pools.0.count", "1024,512", 2),
        ("site.electricity", "0.03,0.050,0.125 USD/kWh", 3),
        ("cluster.load", "0,0.125", 2),
    ];
    for (path, text, count) in lists {
        let sweep = Sweep::of(&year_of("meta-24k"), &[(path, text)], &["duration"]);
        let sweep = sweep.unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(sweep.cells(), count, "{text}");
    }
}

/// A cell that cannot be calculated carries its error; the others go on.
#[test]
fn a_cell_that_fails_says_why_and_the_rest_goes_on() {
    let scenario =
        with(run_of("llama3-8b", "meta-24k"), &[("run.batch", "2048"), ("cluster.pools.0.count", "1024")]);
    let sweep =
        Sweep::of(&scenario, &[("layout.tensor", "1, 2, 3, 4")], &["step.total", "duration"]).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    assert!(columns.errors.iter().any(|(cell, _)| *cell == 2), "{:?}", columns.errors);
    assert_eq!(columns.swept.failed as usize, columns.errors.len());
    assert!(columns.figures[0][2].is_nan() && !columns.figures[0][1].is_nan());
}

/// A cell that lacks a figure says for want of what, and keeps the others.
#[test]
fn a_cell_that_lacks_a_figure_says_what_is_missing() {
    let over = [("operation.precision", "bf16, fp4")];
    let sweep = Sweep::of(&year_of("meta-24k"), &over, &["throughput.peak", "power.facility.peak"]).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    let told = columns.error(1).unwrap();
    assert_eq!((told.code(), columns.swept.failed), (Code::LeftOut, 1), "{told}");
    assert!(told.to_string().contains("cluster.pools.0.peak") && columns.error(0).is_none(), "{told}");
    assert!(columns.figures[0][1].is_nan() && !columns.figures[0][0].is_nan());
    assert!(columns.figures[1].iter().all(|power| *power > 0.0), "{columns:?}");
}

/// A choice of an axis brings what setting it brings.
#[test]
fn choices_are_swept_as_they_are_set() {
    let scenario = year_of("meta-24k");
    let over = [("site.pue", "1.1, 1.3"), ("cluster.pools.0.accelerator", "h100-sxm, gb300")];
    let sweep = Sweep::of(&scenario, &over, &["cost.annuity.total"]).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    for (cell, (pue, chip)) in
        [("1.1", "h100-sxm"), ("1.1", "gb300"), ("1.3", "h100-sxm"), ("1.3", "gb300")].iter().enumerate()
    {
        let single = evaluated(scenario.clone(), &[("cluster.pools.0.accelerator", chip), ("site.pue", pue)]);
        assert_eq!(
            columns.figures[0][cell].to_bits(),
            value(&single, "cost.annuity.total").to_bits(),
            "{chip} {pue}"
        );
    }
}

fn keys(told: &Waterfall) -> Vec<&str> {
    told.bars.iter().filter(|bar| bar.adds != 0.0).map(|bar| bar.cause.key()).collect()
}

/// Pools are matched by their devices: a count that differs, and each pool that one side has more, are bars of their own.
#[test]
fn a_change_of_pools_is_split() {
    let [small, mixed] = ["colossus-25k", "colossus-230k"].map(|id| evaluated(year_of(id), &[]));
    let path = "cost.annuity.total";
    for (from, to, sign) in [(&small, &mixed, 1.0), (&mixed, &small, -1.0)] {
        let told = why(from, to, path).unwrap();
        let bars = keys(&told);
        for key in ["cluster.pools.0.count", "cluster.pools.1", "cluster.pools.2"] {
            assert!(bars.contains(&key), "{key} of {bars:?}");
        }
        assert!(!bars.contains(&"cause-pools") && !bars.contains(&"cause-rest"), "{bars:?}");
        assert!(told.bars.iter().all(|bar| bar.adds * sign >= 0.0), "{bars:?}");
        let sum: f64 = told.bars.iter().map(|bar| bar.adds).sum();
        assert!((sum / told.difference() - 1.0).abs() < 1e-12);
        let pool = told.bars.iter().find(|bar| bar.cause.key() == "cluster.pools.2").unwrap();
        assert!(words::cause_label(&pool.cause, Locale::En).contains("gb200"));
    }
}

/// Another device is what it is: its price and its power, each a bar; nothing is left to its name.
#[test]
fn another_device_is_split_into_what_it_is() {
    let small = evaluated(year_of("xai-gigafactory"), &[]);
    let other = evaluated(year_of("xai-gigafactory"), &[("cluster.pools.0.accelerator", "gb300")]);
    let told = why(&small, &other, "cost.annuity.total").unwrap();
    let bars = keys(&told);
    assert_eq!(bars[0], "cluster.pools.0.price", "{bars:?}");
    assert!(
        bars.contains(&"cluster.pools.0.tdp") && !bars.contains(&"cluster.pools.0.accelerator"),
        "{bars:?}"
    );
    let sum: f64 = told.bars.iter().map(|bar| bar.adds).sum();
    assert!((sum / told.difference() - 1.0).abs() < 1e-12);
    let energy = why(&small, &other, "energy.facility").unwrap();
    assert!(keys(&energy).iter().all(|key| !key.ends_with(".price")), "{energy:?}");
    let run = |accelerator| {
        let settings = [("cluster.pools.0.accelerator", accelerator), ("run.mfu", "0.4")];
        evaluated(run_of("llama3.1-405b", "meta-24k"), &settings)
    };
    let duration = why(&run("h100-sxm"), &run("gb300"), "duration").unwrap();
    assert_eq!(keys(&duration), ["cluster.pools.0.peak"]);
}

/// The same pools in another order: what changes is which the work is timed on.
#[test]
fn pools_that_turn_are_told_from_pools_that_change() {
    let of = |ids: &[&str]| {
        let pools = ids.iter().map(|id| Pool::of(find(ACCELERATORS, id).unwrap(), 1_000.0)).collect();
        let cluster = Cluster::of("turned", pools, Site::preset("usa").unwrap());
        Scenario::operation(Operation::year(), cluster).evaluate().unwrap()
    };
    let (one, other) = (of(&["gb200"]), of(&["h100-sxm", "gb200"]));
    let told = why(&one, &other, "throughput.sustained").unwrap();
    assert!(keys(&told).contains(&"cluster.pools.0") && !keys(&told).contains(&"cause-rest"), "{told:?}");
    let sum: f64 = told.bars.iter().map(|bar| bar.adds).sum();
    assert!((sum / told.difference() - 1.0).abs() < 1e-12);
    let cost = why(&one, &other, "cost.capex.total").unwrap();
    assert_eq!(keys(&cost), ["cluster.pools.0"]);
}

/// A run on a dense model of known size has a loss; one with experts has none.
#[test]
fn only_dense_models_have_a_loss() {
    let scaling = |model| Scaling::of(&evaluated(run_of(model, "meta-24k"), &[])).unwrap();
    let llama = scaling("llama3.1-405b");
    assert!(llama.reached.is_some_and(|reached| reached.excess > 0.0));
    assert!(scaling("deepseek-v3").reached.is_none());
}

/// The picture of a frontier is that of the figures it is one of, whatever others the sweep has.
#[test]
fn a_frontier_is_drawn_of_its_own_figures() {
    use wattflop::report::chart::{Chart, of_sweep};
    let pareto = [("cost.annuity.total", Direction::Least), ("carbon.operational", Direction::Least)];
    let over = [("site.grid", "fra, usa, us-tx"), ("site.pue", "1.1, 1.3")];
    let of = ["energy.facility", "power.facility.peak", "carbon.operational", "cost.annuity.total"];
    let sweep = Sweep::of(&year_of("xai-gigafactory"), &over, &of).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    let best = sweep.best(&columns, &pareto).unwrap();
    let Ok(Chart::Frontier(drawn)) = of_sweep(&sweep, &columns, Some(&best), Locale::En) else {
        panic!("no frontier")
    };
    let label = |path: &str| {
        let row = sweep.figures().iter().find(|row| row.path == path).unwrap();
        words::figure_label(row, Locale::En)
    };
    assert_eq!([drawn.x.label, drawn.y.label], [label(pareto[0].0), label(pareto[1].0)]);
}

/// An answer beyond what is known of its input is told as such; one within is not.
#[test]
fn answers_beyond_what_is_known_are_told() {
    let run = run_of("llama3.1-405b", "meta-24k");
    let notes = |path: &str, figure: &str, days: f64| {
        let goal = Goal::at_most(figure, wattflop::units::days(days));
        solve(&run, path, &goal, None).unwrap().notes()
    };
    assert!(notes("run.tokens", "duration", 90.0).is_empty());
    let [beyond] = &notes("run.tokens", "duration", 9_000.0)[..] else { panic!("no note") };
    assert_eq!(beyond.code, Code::NoteBeyondKnown);
    assert!(beyond.amounts[0].base > beyond.amounts[2].base);
    for locale in Locale::ALL {
        assert!(words::note(beyond, locale).contains("run.tokens"));
    }
    assert!(!notes("cluster.pools.0.count", "duration", 0.1).is_empty());
    let year = year_of("meta-24k");
    let present = value(&year.clone().evaluate().unwrap(), "power.facility.average");
    let pue = Goal::at_most("power.facility.average", megawatts(1.9 * present / 1e6));
    let solved = solve(&year, "site.pue", &pue, None).unwrap();
    let row = input(&year, "site.pue");
    let is_beyond = solved.answers[0].value > row.belief.high || solved.answers[0].value < row.belief.low;
    assert_eq!(solved.notes().is_empty(), !is_beyond);
}
