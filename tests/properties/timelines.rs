//! What holds of every timeline.

use super::scenarios::checks;
use crate::support::value;
use proptest::prelude::*;
use proptest::sample::select;
use wattflop::analysis::timeline::{COUNTED, Month, STANDING, Timeline, at};
use wattflop::analysis::{Ask, figures, timeline};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Buildout, Cluster, Phase, Pool, Site};
use wattflop::estimate::{Estimate, operate, train};
use wattflop::quantities::units::{days, flop};
use wattflop::quantities::{Date, Measure};
use wattflop::workload::{Model, TrainingRun};

/// Figures of a year that a timeline counts, beside what is computed.
fn of_year() -> impl Iterator<Item = &'static str> {
    COUNTED.into_iter().filter(|path| *path != "throughput.compute")
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn cluster(device: &str, count: f64) -> Cluster {
    let pool = Pool::of(find(ACCELERATORS, device).unwrap(), count);
    Cluster::of("site", vec![pool], Site::preset("usa").unwrap())
}

fn day(place: i32) -> Date {
    Date::of(2020, 1, 1).unwrap().plus(place).unwrap()
}

fn compute(flops: f64) -> TrainingRun {
    TrainingRun::of(Model::unknown("run")).with_compute(flop(flops))
}

fn so_far(month: &Month, path: &str) -> f64 {
    at(&month.so_far, path).unwrap_or_else(|| panic!("no {path}")).value
}

/// Up to four phases, each larger than the one before, and so many months of them.
fn built() -> impl Strategy<Value = (Buildout, u32)> {
    let steps = prop::collection::vec((1..400_i32, 1.0..5.0_f64), 1..5);
    let device = select(vec!["h100-sxm", "a100-sxm-80", "gb200", "tpu-v5p", "mi300x"]);
    (steps, device, 0..4_000_i32, 1_u32..40).prop_map(|(steps, device, start, months)| {
        let (mut date, mut count) = (start, 1_000.0_f64);
        let phase = |(days, growth): (i32, f64)| {
            (date, count) = (date + days, (count * growth).floor());
            Phase::of(day(date), cluster(device, count))
        };
        (Buildout::of("site", steps.into_iter().map(phase).collect()).unwrap(), months)
    })
}

fn told(buildout: &Buildout, months: u32) -> Timeline {
    timeline(buildout, &Ask::new().with_months(months)).unwrap_or_else(|error| panic!("{error}"))
}

/// The days that a figure of a year counts for.
fn prorated(estimate: &Estimate, path: &str, span: i32) -> f64 {
    value(estimate, path) * days(f64::from(span)).base() / estimate.duration().base()
}

proptest! {
    #![proptest_config(checks(64))]

    #[test]
    fn months_follow_each_other_and_their_days_sum_to_the_span((buildout, months) in built()) {
        let told = told(&buildout, months);
        let last = told.months.last().unwrap();
        let span = last.date.next_month().unwrap().days_since(buildout.first());
        prop_assert_eq!(told.months.iter().map(|month| month.days).sum::<i32>(), span);
        for (month, next) in told.months.iter().zip(&told.months[1..]) {
            prop_assert_eq!(month.date.next_month(), Some(next.date));
        }
        for month in &told.months {
            let end = month.date.next_month().unwrap().plus(-1).unwrap();
            prop_assert_eq!(Some(month.phase), buildout.standing(end));
            prop_assert!(month.standing.len() == STANDING.len() && month.in_month.len() >= COUNTED.len() - 1);
        }
    }

    #[test]
    fn what_adds_up_never_falls_and_is_the_sum_of_the_months((buildout, months) in built()) {
        let told = told(&buildout, months);
        for path in told.months[0].so_far.iter().map(|row| row.path.as_str()) {
            let mut sum = 0.0;
            for month in &told.months {
                let added = at(&month.in_month, path).unwrap();
                let row = at(&month.so_far, path).unwrap();
                prop_assert!(added.value >= 0.0 && row.value >= sum, "{}", path);
                prop_assert!(row.range.low <= row.value && row.value <= row.range.high, "{}: {:?}", path, row);
                sum += added.value;
                prop_assert!(near(row.value, sum), "{}: {} for {}", path, row.value, sum);
            }
        }
    }

    #[test]
    fn a_phase_is_a_year_of_it_by_its_days((buildout, months) in built()) {
        let told = told(&buildout, months);
        let end = told.months.last().unwrap().date.next_month().unwrap();
        let ends = buildout.phases()[1..].iter().map(|phase| phase.date).chain([end]);
        let spans = buildout.phases().iter().zip(ends).map(|(phase, next)| next.min(end).days_since(phase.date).max(0));
        let years: Vec<_> = buildout.phases().iter().map(|phase| operate(&phase.cluster).unwrap()).zip(spans).collect();
        for path in of_year() {
            if years.iter().any(|(year, _)| !figures(year).iter().any(|row| row.path == path)) {
                continue;
            }
            let expected: f64 = years.iter().map(|(year, span)| prorated(year, path, *span)).sum();
            prop_assert!(near(so_far(told.months.last().unwrap(), path), expected), "{}", path);
        }
    }

    #[test]
    fn a_phase_split_in_two_equal_ones_changes_nothing((buildout, months) in built(), after in 1..200_i32) {
        let last = buildout.phases().last().unwrap();
        let again = Phase::of(last.date.plus(after).unwrap(), last.cluster.clone());
        let split = Buildout::of("site", buildout.phases().iter().cloned().chain([again]).collect()).unwrap();
        let run = compute(3e25);
        let ask = Ask::new().with_months(months).with_run(run);
        let (whole, split) = (timeline(&buildout, &ask).unwrap(), timeline(&split, &ask).unwrap());
        for (whole, split) in whole.months.iter().zip(&split.months) {
            prop_assert_eq!(&whole.standing.iter().map(|row| row.value).collect::<Vec<_>>(),
                &split.standing.iter().map(|row| row.value).collect::<Vec<_>>());
            for row in &whole.so_far {
                prop_assert!(near(row.value, so_far(split, &row.path)), "{}", row.path);
            }
        }
        let [whole, split] = [whole, split].map(|told| told.finish.unwrap().duration.base());
        prop_assert!(near(whole, split), "{whole} {split}");
    }

    #[test]
    fn a_run_on_one_phase_takes_what_it_takes_there(count in 500.0..200_000.0_f64, flops in 1e22..1e27_f64, wait in 0..900_i32) {
        let site = cluster("h100-sxm", count.floor());
        let buildout = Buildout::of("site", vec![Phase::of(day(0), site.clone())]).unwrap();
        let run = compute(flops);
        let alone = train(&run, &site).unwrap().duration();
        let finish = timeline(&buildout, &Ask::new().with_months(1).with_run(run).with_start(day(wait))).unwrap().finish.unwrap();
        prop_assert!(near(finish.duration.base(), alone.base()));
        let whole_days = (alone.base() / days(1.0).base()).floor() as i32;
        prop_assert_eq!(finish.end(), day(wait).plus(whole_days));
    }

    #[test]
    fn a_run_over_phases_is_done_once_and_between_the_slowest_and_the_fastest((buildout, _) in built(), flops in 1e24..1e26_f64) {
        let run = compute(flops);
        let finish = timeline(&buildout, &Ask::new().with_months(1).with_run(run.clone())).unwrap().finish.unwrap();
        let shares: f64 = finish.parts.iter().map(|part| part.share.get()).sum();
        prop_assert!(near(shares, 1.0), "{}", shares);
        let alone = |phase: &Phase| train(&run, &phase.cluster).unwrap().duration().base();
        let slowest = alone(&buildout.phases()[0]);
        let fastest = alone(buildout.phases().last().unwrap());
        let took = finish.duration.base();
        prop_assert!(fastest * (1.0 - 1e-9) <= took && took <= slowest * (1.0 + 1e-9), "{fastest} {took} {slowest}");
        prop_assert!(finish.range.low <= took && took <= finish.range.high);
        prop_assert!((0.0..=1.0).contains(&finish.by_last_month.get()));
        for part in &finish.parts {
            prop_assert!(near(part.share.get() * part.whole.base(), part.time.base()), "{:?}", part);
        }
    }
}
