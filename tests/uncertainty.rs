//! Uncertainty and sensitivity: what must hold whatever the scenario.

use crate::support::{close, input, run_of, service_of, with, written, year_of};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use wattflop::analysis::uncertainty::{Marginal, normal};
use wattflop::analysis::{
    Sampling, Uncertainty, beats, compare, elasticities, figures, inputs, sensitivity, set, uncertainties,
    uncertainty, why, why_with_ranges,
};
use wattflop::catalogue::{ACCELERATORS, CLUSTERS, COOLINGS, GRID, METHODS, MODELS, SUPPLIES, find};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::error::{Code, Error};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::provenance::Shape;
use wattflop::tables::{Belief, Domain};
use wattflop::workload::Operation;

fn go_on(_: f64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn drawn(scenario: &Scenario, ask: &Sampling) -> Uncertainty {
    uncertainty(scenario, ask, &mut go_on).unwrap_or_else(|error| panic!("{error}"))
}

/// A value between its 5th and its 95th percentile.
fn between(low: f64, high: f64, shape: Shape) -> Belief {
    Belief { low, high, shape, ..Belief::given(0.0) }
}

#[test]
fn every_shape_stands_at_its_median_and_at_its_ends() {
    let cases = [
        (Shape::Lognormal, 0.5, 1.0, 4.0, Domain::POSITIVE),
        (Shape::LognormalAboveOne, 1.05, 1.2, 1.5, Domain::between(1.0, 5.0)),
        (Shape::Normal, -3.0, 1.0, 2.0, Domain::between(-1e9, 1e9)),
        (Shape::LogitNormal, 0.1, 0.5, 0.7, Domain::SHARE),
        (Shape::Uniform, 10.0, 20.0, 40.0, Domain::POSITIVE),
        (Shape::Lognormal, 3.0, 3.0, 9.0, Domain::POSITIVE),
        (Shape::Exact, 2.0, 2.0, 2.0, Domain::POSITIVE),
    ];
    for (shape, low, value, high, domain) in cases {
        let marginal = Marginal::of(value, &between(low, high, shape), domain);
        for (share, expected) in [(0.05, low), (0.5, value), (0.95, high)] {
            let found = marginal.at(share);
            assert!(
                (found - expected).abs() <= 1e-6 * expected.abs(),
                "{shape:?} {share}: {found} for {expected}"
            );
        }
        let rising: Vec<_> = (1..1000).map(|place| marginal.at(f64::from(place) / 1000.0)).collect();
        assert!(rising.is_sorted(), "{shape:?}");
    }
}

#[test]
fn what_the_domain_forbids_is_cut_off_and_not_piled_up() {
    let belief = between(0.4, 1.2, Shape::Lognormal);
    let cut = Marginal::of(0.7, &belief, Domain::SHARE);
    let draws: Vec<_> = (0..10_000).map(|place| cut.at((f64::from(place) + 0.5) / 10_000.0)).collect();
    assert!(draws.iter().all(|draw| Domain::SHARE.holds(*draw)));
    assert!(draws.iter().filter(|draw| **draw == 1.0).count() <= 1);
}

/// The inputs of the catalogue's clusters, however far out they are drawn.
#[test]
fn no_draw_is_illegal() {
    let scenarios = ["xai-gigafactory", "stargate-10gw", "meta-24k", "colossus-2-550k"].map(year_of);
    let training = [run_of("grok-2", "grok-2-cluster"), run_of("llama3.1-405b", "meta-24k")];
    for scenario in scenarios.into_iter().chain(training) {
        let estimate = scenario.evaluate().unwrap();
        for row in inputs(&estimate.scenario) {
            let Some(value) = row.value.filter(|_| !row.belief.is_exact()) else { continue };
            let marginal = Marginal::of(value, &row.belief, row.input.domain);
            for share in [1e-12, 1e-3, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 1.0 - 1e-12] {
                let draw = marginal.at(share);
                assert!(row.input.domain.holds(draw), "{}: {draw} at {share}", row.path);
            }
        }
    }
}

/// Years, runs and services over the catalogue: every cluster, device, grid, way of cooling, mix of sources, method and model.
fn whole_catalogue() -> Vec<Estimate> {
    let base = || year_of("meta-24k");
    let chosen = |path: &str, ids: Vec<&str>| {
        ids.into_iter().map(|id| with(base(), &[(path, id)])).collect::<Vec<_>>()
    };
    let ids = |rows: &mut dyn Iterator<Item = &'static str>| rows.collect::<Vec<_>>();
    let years = CLUSTERS.iter().map(|row| year_of(row.id));
    let devices = chosen("cluster.pools.0.accelerator", ids(&mut ACCELERATORS.iter().map(|row| row.id)));
    let grids = chosen("site.grid", ids(&mut GRID.iter().map(|row| row.id)));
    let coolings = chosen("site.cooling", ids(&mut COOLINGS.iter().map(|row| row.id)));
    let supplies = chosen("site.supply", ids(&mut SUPPLIES.iter().map(|row| row.id)));
    let methods = chosen("method", ids(&mut METHODS.iter().map(|row| row.id)));
    let runs = MODELS.iter().map(|row| run_of(row.id, "colossus-2-550k"));
    let on_devices = ACCELERATORS.iter().map(|row| {
        let settings = [
            ("cluster.pools.0.accelerator", row.id),
            ("cluster.pools.0.count", "8192"),
            ("run.batch", "1024"),
        ];
        with(run_of("llama3-8b", "meta-24k"), &settings)
    });
    let services = ["llama3.1-70b", "deepseek-v3", "gpt-oss-120b"].map(|id| service_of(id, "meta-24k"));
    let years = years.chain(devices).chain(grids).chain(coolings).chain(supplies).chain(methods);
    years
        .chain(runs)
        .chain(on_devices)
        .chain(services)
        .filter_map(|scenario| scenario.evaluate().ok())
        .collect()
}

/// The range of an input holds its value, and neither leaves what is allowed; its shape has a place for both ends.
#[test]
fn no_range_leaves_its_domain() {
    let (mut wrong, mut ranges) = (BTreeSet::new(), BTreeSet::new());
    for estimate in whole_catalogue() {
        for row in inputs(&estimate.scenario) {
            let (Some(value), Belief { low, high, shape, .. }) = (row.value, row.belief) else { continue };
            let holds =
                [low, value, high].iter().all(|at| row.input.domain.holds(*at) || row.input.domain.whole);
            if !holds || low > value || value > high || (low < high && !shape.takes(low, high)) {
                wrong.insert(format!("{}: {low}..{value}..{high} {shape:?}", row.path));
            }
            ranges.extend((low < high).then(|| row.path.clone()));
        }
    }
    assert!(wrong.is_empty() && ranges.len() > 80, "{} of {}: {wrong:#?}", wrong.len(), ranges.len());
}

/// What is a share of a whole stays one at both ends of its range, where it is one at its value.
#[test]
fn no_range_of_a_share_leaves_the_whole() {
    let mut wrong = BTreeSet::new();
    for estimate in whole_catalogue() {
        for row in figures(&estimate).into_iter().filter(|row| row.figure.kind.is_share) {
            let is_share = |value: f64| (0.0..=1.0).contains(&value);
            if is_share(row.value) && !(is_share(row.range.low) && is_share(row.range.high)) {
                wrong.insert(format!("{}: {} {:?}", row.path, row.value, row.range));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}

/// The bits of what was drawn.
fn bits(drawn: &Uncertainty) -> Vec<u64> {
    let of = |spread: &wattflop::analysis::Spread| {
        let ends = [spread.median, spread.ninety.low, spread.ninety.high, spread.mean];
        spread.draws.iter().copied().chain(ends).map(f64::to_bits).collect::<Vec<_>>()
    };
    drawn.figures.iter().flat_map(of).collect()
}

#[test]
fn one_thread_or_many_draw_the_same_bits() {
    let scenario = run_of("grok-2", "grok-2-cluster");
    let ask = Sampling::new().with_samples(1_000).with_seed(9).of(&["duration", "cost.annuity.total"]);
    let one = bits(&drawn(&scenario, &ask));
    for threads in [2, 3, 7, 2_000] {
        assert!(one == bits(&drawn(&scenario, &ask.clone().with_threads(threads))), "{threads} threads");
    }
    assert!(one != bits(&drawn(&scenario, &ask.clone().with_seed(10))));
}

/// Other figures asked for beside it change no figure.
#[test]
fn a_figure_is_the_same_alone_and_among_all() {
    let (scenario, path) = (year_of("stargate-10gw"), "cost.annuity.total");
    let ask = Sampling::new().with_samples(257);
    let all = drawn(&scenario, &ask);
    assert_eq!(all.figures.len(), figures(&all.estimate).len());
    let one = drawn(&scenario, &ask.of(&[path]));
    assert_eq!(
        bits(&one)[..257],
        all.at(path).unwrap().draws.iter().map(|draw| draw.to_bits()).collect::<Vec<_>>()
    );
}

#[test]
fn intervals_nest_and_quantiles_and_bins_agree() {
    let all = drawn(&run_of("llama3.1-405b", "meta-24k"), &Sampling::new().with_samples(2_000));
    for spread in &all.figures {
        let (half, ninety) = (spread.half, spread.ninety);
        let rising = [ninety.low, half.low, spread.median, half.high, ninety.high];
        assert!(rising.is_sorted(), "{}: {rising:?}", spread.row.path);
        assert_eq!(spread.quantiles([0.5]), [spread.median], "{}", spread.row.path);
        let histogram = spread.histogram(20);
        let counted = histogram.counts.iter().sum::<u32>() + histogram.below + histogram.above;
        assert_eq!(counted as usize, spread.draws.iter().filter(|draw| !draw.is_nan()).count());
    }
}

/// Where figures are near products of their inputs, sampling and the closed form say nearly the same; the median of a product
/// is not quite that of its skewed factors.
#[test]
fn sampling_stands_near_the_closed_form() {
    let all = drawn(&year_of("xai-gigafactory"), &Sampling::new());
    for path in [
        "power.facility.peak",
        "energy.facility",
        "carbon.operational",
        "cost.capex.total",
        "cost.annuity.total",
    ] {
        let spread = all.at(path).unwrap();
        let closed = spread.row.range;
        close(spread.median, spread.row.value, 8.0);
        close(spread.ninety.low, closed.low, 8.0);
        close(spread.ninety.high, closed.high, 8.0);
    }
}

/// A product of two lognormals whose scores are correlated: `σ² = σ₁² + σ₂² + 2rσ₁σ₂`, `r = 2·sin(πρ/6)`.
#[test]
fn correlated_inputs_widen_or_narrow_their_product() {
    let exact = [
        ("cluster.pools.0.count", "100000 device"),
        ("cluster.pools.0.server_over_tdp", "1.5"),
        ("cluster.it_overhead", "1.1"),
        ("cluster.load", "0.8"),
        ("site.pue", "1.25"),
        ("site.demand_charge", "0 USD/kW/mo"),
        ("site.electricity", "0.05..0.2 USD/kWh"),
        ("cluster.pools.0.tdp", "400..1225 W/device"),
    ];
    let scenario = with(year_of("xai-gigafactory"), &exact);
    let [price, power] = [4.0_f64, 1225.0 / 400.0].map(|ratio| ratio.ln() / 2.0 / normal::quantile(0.95));
    for rank in [-0.8, 0.0, 0.5] {
        let ask = Sampling::new().with_samples(1 << 16).of(&["cost.energy.charge"]);
        let ask = ask.with_correlation("site.electricity", "cluster.pools.0.tdp", rank);
        let bill = drawn(&scenario, &ask).figures.remove(0);
        let correlation = 2.0 * (std::f64::consts::PI * rank / 6.0).sin();
        let deviation = (price * price + power * power + 2.0 * correlation * price * power).sqrt();
        close(bill.ninety.high / bill.median, (deviation * normal::quantile(0.95)).exp(), 0.5);
    }
}

/// The same input has the same draw on both sides: what is cheaper in every case is cheaper with certainty.
#[test]
fn sides_are_drawn_at_the_same_points() {
    let path = "cost.annuity.total";
    let dear = with(year_of("xai-gigafactory"), &[("site.pue", "1.3")]);
    let cheap = with(year_of("xai-gigafactory"), &[("site.pue", "1.2")]);
    let ask = Sampling::new().with_samples(1_000).of(&[path]);
    let sides = uncertainties(&compare(&[cheap, dear]).unwrap(), &ask, &mut go_on).unwrap();
    let stands = beats(sides[0].at(path).unwrap(), sides[1].at(path).unwrap()).unwrap();
    assert_eq!((stands.less, stands.equal, stands.more), (1.0, 0.0, 0.0));
    assert!(stands.ninety.high < 1.0 && stands.ninety.low > 0.9, "{stands:?}");
    let same = beats(sides[0].at(path).unwrap(), sides[0].at(path).unwrap()).unwrap();
    assert_eq!((same.less, same.equal, same.ratio), (0.0, 1.0, 1.0));
}

/// How a figure of one scenario stands to that of another.
fn stands(
    one: Scenario,
    other: Scenario,
    path: &str,
    ask: &Sampling,
) -> wattflop::analysis::uncertainty::Beats {
    let sides =
        uncertainties(&compare(&[one, other]).unwrap(), &ask.clone().of(&[path]), &mut go_on).unwrap();
    beats(sides[0].at(path).unwrap(), sides[1].at(path).unwrap()).unwrap()
}

/// A year of meta-24k with so many devices of a kind at a price, whose range is as wide for all.
fn priced(accelerator: &str, price: &str) -> Scenario {
    let settings = [
        ("cluster.pools.0.accelerator", accelerator),
        ("cluster.pools.0.count", "1000"),
        ("cluster.pools.0.price", price),
    ];
    with(year_of("meta-24k"), &settings)
}

/// The price of one device is one quantity on both sides; those of two are two, and the logarithms of independent lognormals
/// add in quadrature.
#[test]
fn unlike_devices_are_drawn_apart_and_the_same_device_together() {
    let (path, ask) = ("cost.pools.0.servers", Sampling::new().with_samples(1 << 14));
    let (cheap, dear) = ("20000..40000 USD/device", "22000..44000 USD/device");
    let same = stands(priced("h100-sxm", cheap), priced("h100-sxm", dear), path, &ask);
    assert_eq!((same.less, same.more), (1.0, 0.0));
    close(same.ninety.low, 20.0 / 22.0, 1e-9);
    close(same.ninety.high, 20.0 / 22.0, 1e-9);
    let unlike = stands(priced("h100-sxm", cheap), priced("gb200", dear), path, &ask);
    let deviation = 2.0_f64.sqrt() * 2.0_f64.ln() / 2.0 / normal::quantile(0.95);
    close(unlike.ninety.high / unlike.ratio, (deviation * normal::quantile(0.95)).exp(), 1.0);
    close(unlike.less, normal::share((22.0_f64 / 20.0).ln() / deviation), 1.0);
    let world = [("site.electricity", "0.05..0.2 USD/kWh")];
    let [one, other] = ["h100-sxm", "gb200"].map(|id| with(priced(id, "30000 USD/device"), &world));
    let ask = ask.of(&["cost.energy.charge", "energy.facility"]);
    let sides = uncertainties(&compare(&[one, other]).unwrap(), &ask, &mut go_on).unwrap();
    let [one, other] = [0, 1].map(|side: usize| electricity(&sides[side]));
    one.iter().zip(&other).for_each(|(one, other)| close(*one, *other, 1e-9));
}

/// The draws of the price of electricity, where there is no demand charge and all hours cost the same.
fn electricity(side: &Uncertainty) -> Vec<f64> {
    let draws = |path: &str| &side.at(path).unwrap().draws;
    draws("cost.energy.charge")
        .iter()
        .zip(draws("energy.facility"))
        .map(|(cost, energy)| cost / energy)
        .collect()
}

/// Wherever it stands: in another pool of the other side, and in two pools of one.
#[test]
fn a_device_is_one_quantity_in_every_pool() {
    let of = |id: &str| Pool::of(find(ACCELERATORS, id).unwrap(), 1_000.0);
    let site = || Site::preset("usa").unwrap();
    let year = |pools: [&str; 2]| {
        let cluster = pools
            .into_iter()
            .fold(Cluster::of("of two", Vec::new(), site()), |cluster, id| cluster.with_pool(of(id)));
        Scenario::operation(Operation::year(), cluster)
    };
    let ask = Sampling::new().with_samples(512);
    let stands = stands(year(["h100-sxm", "gb200"]), year(["gb200", "h100-sxm"]), "cost.capex.it", &ask);
    close(stands.ninety.low, 1.0, 1e-9);
    close(stands.ninety.high, 1.0, 1e-9);
    let servers = |pools| {
        let paths = ["cost.pools.0.servers", "cost.pools.1.servers"];
        let all = drawn(&year(pools), &ask.clone().of(&paths));
        correlation(&all.figures[0].draws, &all.figures[1].draws)
    };
    assert!(servers(["h100-sxm", "h100-sxm"]) > 1.0 - 1e-9);
    assert!(servers(["h100-sxm", "gb200"]).abs() < 0.1);
}

/// A correlation holds on each side, also where unlike devices are correlated with one input of the world.
#[test]
fn a_correlation_holds_on_every_side() {
    let world = [("site.electricity", "0.05..0.2 USD/kWh")];
    let [one, other] = [("h100-sxm", "20000..40000 USD/device"), ("gb200", "30000..60000 USD/device")]
        .map(|(id, price)| with(priced(id, price), &world));
    let paths = ["cost.pools.0.servers", "cost.energy.charge", "energy.facility"];
    let ask = Sampling::new().with_samples(4_096).of(&paths);
    let ask = ask.with_correlation("cluster.pools.0.price", "site.electricity", 0.9);
    let sides = uncertainties(&compare(&[one.clone(), other]).unwrap(), &ask, &mut go_on).unwrap();
    let price = ranked(&electricity(&sides[0]));
    let servers = [0, 1].map(|side: usize| ranked(&sides[side].at("cost.pools.0.servers").unwrap().draws));
    for own in &servers {
        close(correlation(own, &price), 0.9, 2.0);
    }
    // Independent but for the price of electricity: Pearson's r of the scores is that of each, squared.
    let score = 2.0 * (std::f64::consts::PI * 0.9 / 6.0).sin();
    let rank = 6.0 / std::f64::consts::PI * (score * score / 2.0).asin();
    close(correlation(&servers[0], &servers[1]), rank, 3.0);
    let twice = ask.with_correlation("site.electricity", "cluster.pools.0.price", 0.5);
    assert_eq!(uncertainty(&one, &twice, &mut go_on).unwrap_err().code(), Code::CorrelatedTwice);
}

/// The places of draws in their order.
fn ranked(draws: &[f64]) -> Vec<f64> {
    let mut order: Vec<_> = (0..draws.len()).collect();
    order.sort_by(|a, b| draws[*a].total_cmp(&draws[*b]));
    let mut ranks = vec![0.0; draws.len()];
    order.into_iter().enumerate().for_each(|(rank, place)| ranks[place] = rank as f64);
    ranks
}

/// Pearson's correlation.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (of_a, of_b) = (mean(a), mean(b));
    let product = |a: &[f64], b: &[f64], of_a: f64, of_b: f64| {
        a.iter().zip(b).map(|(a, b)| (a - of_a) * (b - of_b)).sum::<f64>()
    };
    product(a, b, of_a, of_b) / (product(a, a, of_a, of_a) * product(b, b, of_b, of_b)).sqrt()
}

#[test]
fn what_is_watched_rises_and_can_be_broken_off() {
    let scenario = year_of("xai-gigafactory");
    let ask = Sampling::new().of(&["duration"]);
    let mut seen = Vec::new();
    let mut watch = |share| {
        seen.push(share);
        ControlFlow::Continue(())
    };
    uncertainty(&scenario, &ask, &mut watch).unwrap();
    assert!(seen.len() > 10 && seen.is_sorted() && seen.iter().all(|share| (0.0..=1.0).contains(share)));
    for threads in [1, 4] {
        let broken =
            uncertainty(&scenario, &ask.clone().with_threads(threads), &mut |_| ControlFlow::Break(()));
        assert_eq!(broken.unwrap_err().code(), Code::Cancelled);
    }
    let broken = sensitivity(&scenario, "energy.facility", 1_024, 0, &mut |_| ControlFlow::Break(()));
    assert_eq!(broken.unwrap_err().code(), Code::Cancelled);
}

/// A layout that fits into memory only where inputs are kind: the points at which it does not are counted and left out.
#[test]
fn points_without_a_result_are_counted() {
    let settings = [
        ("run.batch", "2048"),
        ("cluster.pools.0.count", "16384"),
        ("layout.tensor", "8"),
        ("layout.pipeline", "16"),
        ("cluster.pools.0.memory", "50..130 GiB"),
    ];
    let scenario = with(run_of("llama3.1-405b", "meta-24k"), &settings);
    let all = drawn(&scenario, &Sampling::new().with_samples(512).of(&["step.total", "duration"]));
    assert!(all.failed > 0.0 && all.failed < 0.5, "{}", all.failed);
    assert_eq!(all.notes().len(), 2);
    assert!(all.figures.iter().all(|spread| spread.median.is_finite()));
}

/// A year whose electricity comes from turbines by such a share, and beside them from the grid, by its own or by what is left.
fn mixed(turbines: &str, grid: Option<&str>) -> Scenario {
    let settings = [
        ("site.sources.0.kind", "gas-turbine"),
        ("site.sources.0.share", turbines),
        ("site.sources.1.kind", "grid"),
    ];
    let share = grid.map(|share| ("site.sources.1.share", share));
    let settings: Vec<_> = settings.into_iter().chain(share).collect();
    with(year_of("meta-24k"), &settings)
}

/// Shares that are drawn still make a whole: what is left goes where it went, by the rule that setting them follows.
#[test]
fn drawn_shares_of_a_supply_sum_to_one() {
    let named = with(year_of("colossus-1"), &[("site.supply", "memphis-2024")]);
    let partly = with(named.clone(), &[("site.sources.0.share", "0.2..0.3")]);
    for scenario in [mixed("0.5..0.7", None), named, partly] {
        let ask = Sampling::new().with_samples(256).of(&["supply.shares", "carbon.operational"]);
        let all = drawn(&scenario, &ask);
        assert_eq!(all.failed, 0.0);
        let shares = all.at("supply.shares").unwrap();
        assert!(shares.draws.iter().all(|sum| (sum - 1.0).abs() < 1e-6), "{:?}", shares.ninety);
        let carbon = all.at("carbon.operational").unwrap();
        assert!(carbon.ninety.low < carbon.half.low);
        let many = drawn(&scenario, &ask.clone().with_threads(3));
        assert_eq!(bits(&all), bits(&many), "no draw knows of those before it");
    }
}

/// Draws that setting would refuse give no figure: counted where there are some, refused with the remedy where there are only
/// such.
#[test]
fn draws_that_exclude_each_other_are_counted_or_refused() {
    let faults = with(year_of("meta-24k"), &[("faults.accelerator_share", "0.4..0.62")]);
    let software = "reliability.components.software";
    let ask = Sampling::new().with_samples(512).of(&[software]);
    let all = drawn(&faults, &ask);
    assert!(all.failed > 0.0 && all.failed < 0.5, "{}", all.failed);
    assert_eq!(all.notes().len(), 2);
    assert!(all.at(software).unwrap().draws.iter().all(|share| share.is_nan() || *share >= 0.0));
    let error = uncertainty(&mixed("0.5..0.7", Some("0.4")), &Sampling::new().with_samples(64), &mut go_on);
    let error = error.unwrap_err();
    assert_eq!(error.code(), Code::NotAll);
    assert!(error.to_string().contains("site.sources"), "{error}");
}

/// The interval of a bar stands by that of the difference as it is drawn, at the same points on both sides; sides of another
/// form have none.
#[test]
fn bars_of_a_difference_carry_their_intervals() {
    let years = [year_of("xai-gigafactory"), with(year_of("xai-gigafactory"), &[("site.pue", "1.5")])];
    let path = "energy.facility";
    let sides = compare(&years).unwrap();
    let told = why_with_ranges(&sides.sides[0], &sides.sides[1], path).unwrap();
    let [bar] = &told.bars[..] else { panic!("{:?}", told.bars) };
    let range = bar.range.unwrap();
    let all = uncertainties(&sides, &Sampling::new().with_samples(4_096).of(&[path]), &mut go_on).unwrap();
    let [a, b] = [&all[0], &all[1]].map(|side| &side.at(path).unwrap().draws);
    let mut drawn: Vec<_> = a.iter().zip(b).map(|(a, b)| b - a).collect();
    drawn.sort_by(f64::total_cmp);
    let [low, high] = [0.05, 0.95].map(|share| drawn[(share * 4_096.0) as usize]);
    let near = |found: f64, expected: f64| (found - expected).abs() < 0.15 * (high - low);
    assert!(near(range.low, low) && near(range.high, high), "{range:?} for {low} to {high}");
    let run = run_of("grok-2", "xai-gigafactory").evaluate().unwrap();
    let told = why_with_ranges(&sides.sides[0], &run, "power.facility.peak").unwrap();
    assert!(told.bars.iter().all(|bar| bar.range.is_none()));
}

/// The interval of a bar is that of splitting the difference anew with each input at both its ends, on both sides.
#[test]
fn the_intervals_of_bars_are_those_of_splitting_anew() {
    let settings = [
        ("site.pue", "1.5"),
        ("cluster.load", "0.6"),
        ("site.electricity", "0.05 USD/kWh"),
        ("cluster.it_overhead", "1.2"),
        ("finance.wacc", "0.05"),
        ("cluster.it_life", "3 yr"),
        ("cluster.pools.0.count", "7000"),
        ("cluster.pools.0.tdp", "900 W/device"),
    ];
    let sides = [year_of("xai-gigafactory"), with(year_of("xai-gigafactory"), &settings)];
    let evaluated = sides.each_ref().map(|side| side.clone().evaluate().unwrap());
    let path = "cost.annuity.total";
    let told = why_with_ranges(&evaluated[0], &evaluated[1], path).unwrap();
    assert_eq!(told.bars.len(), 8);
    let mut squares = vec![[0.0; 2]; told.bars.len()];
    for row in inputs(&evaluated[0].scenario) {
        let ends = [row.belief.low, row.belief.high];
        for end in ends.into_iter().filter(|end| row.value.is_some_and(|value| value != *end)) {
            let moved = evaluated.each_ref().map(|side| {
                let own = input(&side.scenario, &row.path);
                let mut scenario = side.scenario.clone();
                if !own.belief.is_exact() {
                    set(&mut scenario, &row.path, &written(row.input.kind, end)).unwrap();
                }
                scenario.evaluate().unwrap()
            });
            let at = why(&moved[0], &moved[1], path).unwrap();
            for (bar, [down, up]) in told.bars.iter().zip(&mut squares) {
                let same = at.bars.iter().find(|other| other.cause.key() == bar.cause.key());
                let shift = same.map_or(0.0, |other| other.adds) - bar.adds;
                *(if shift < 0.0 { down } else { up }) += shift * shift;
            }
        }
    }
    let largest = told.bars[0].adds.abs();
    for (bar, [down, up]) in told.bars.iter().zip(squares) {
        let (range, expected) = (bar.range.unwrap(), [bar.adds - down.sqrt(), bar.adds + up.sqrt()]);
        let far = (range.low - expected[0]).abs().max((range.high - expected[1]).abs());
        assert!(far < 2e-3 * largest, "{}: {range:?}, not {expected:?}", bar.cause.key());
    }
}

/// A side that lacks the figure fails at no point, and says for want of what it has none.
#[test]
fn a_side_without_the_figure_says_what_it_lacks() {
    let sides = compare(&[year_of("xai-gigafactory"), year_of("stargate-10gw")]).unwrap();
    let ask = Sampling::new().with_samples(64).of(&["carbon.amortised"]);
    let all = uncertainties(&sides, &ask, &mut go_on).unwrap();
    assert!(all[0].figures.len() == 1 && all[1].figures.is_empty());
    assert_eq!((all[0].failed, all[1].failed), (0.0, 0.0));
    let codes = |side: usize| all[side].notes().iter().map(|note| note.code).collect::<Vec<_>>();
    assert_eq!(codes(0), [Code::NoteDraws]);
    assert_eq!(codes(1), [Code::NoteDraws, Code::NoteMissing]);
}

#[test]
fn what_matters_is_ordered_and_sums_to_all() {
    let scenario = run_of("grok-2", "grok-2-cluster");
    let found = sensitivity(&scenario, "energy.facility", 2_048, 0, &mut go_on).unwrap();
    let totals: Vec<_> = found.causes.iter().map(|cause| -cause.index.total).collect();
    assert!(totals.is_sorted());
    let first: f64 = found.causes.iter().map(|cause| cause.index.first).sum();
    let total: f64 = found.causes.iter().map(|cause| cause.index.total).sum();
    assert!(first < 1.02 && total > 0.98, "{first} {total}");
    let pue = found.causes.iter().find(|cause| cause.row.path == "site.pue").unwrap();
    assert!((pue.elasticity.unwrap() - 1.0).abs() < 1e-6);
    assert!(!found.first_causes().is_empty() && found.first_causes().len() <= 3);
}

#[test]
fn elasticities_are_of_all_inputs() {
    let found = elasticities(&year_of("xai-gigafactory"), "energy.facility").unwrap();
    let of = |path: &str| {
        found.iter().find(|(row, _)| row.path == path).map(|(_, elasticity)| *elasticity).unwrap()
    };
    for path in ["cluster.pools.0.count", "cluster.load", "site.pue", "operation.duration"] {
        assert!((of(path) - 1.0).abs() < 1e-6, "{path}");
    }
    assert!(found.iter().all(|(row, _)| row.path != "site.electricity"));
}

fn refused(ask: &Sampling) -> Error {
    uncertainty(&year_of("xai-gigafactory"), ask, &mut go_on).unwrap_err()
}

/// Four inputs that cannot all go against each other; at the factor that is told they can.
#[test]
fn correlations_that_exclude_each_other_are_refused_with_what_would_be_possible() {
    let paths = ["site.pue", "cluster.load", "site.electricity"];
    let all = |rank: f64| {
        let ask = Sampling::new().with_samples(16).of(&["energy.facility"]);
        let pairs = [(0, 1), (0, 2), (1, 2)];
        pairs.iter().fold(ask, |ask, (a, b)| ask.with_correlation(paths[*a], paths[*b], rank))
    };
    let error = refused(&all(-0.9));
    assert_eq!(error.code(), Code::NotDefinite);
    let factor = error.amounts()[0].base;
    assert!((0.3..0.6).contains(&factor), "{factor}");
    drawn(&year_of("xai-gigafactory"), &all(-0.9 * factor * 0.99));
}

include!("golden/sampled.rs");

#[test]
fn a_sampling_is_the_committed_one_to_the_last_bit() {
    sampled_as_expected();
}
