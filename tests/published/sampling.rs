//! What sampling stands on, against what is published: the Sobol sequence, the normal distribution, indices of variance.

use crate::published::ranges::{EPOCH, PLANTED, half_width};
use crate::support::{close, with, year_of};
use std::f64::consts::PI;
use std::ops::ControlFlow;
use wattflop::analysis::sensitivity::{indices, sensitivity};
use wattflop::analysis::uncertainty::{Sobol, normal};
use wattflop::analysis::{Sampling, uncertainty};

fn go_on(_: f64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Joe and Kuo, "Sobol sequence generator", the first ten points in ten dimensions as their program prints them:
/// <https://web.maths.unsw.edu.au/~fkuo/sobol/>.
const FIRST_POINTS: [[f64; 10]; 8] = [
    [0.0; 10],
    [0.5; 10],
    [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875, 0.875, 0.625],
    [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375, 0.375, 0.125],
    [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125, 0.125, 0.375],
    [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625, 0.625, 0.875],
];

/// Coordinates 1, 2, 10, 101, 201 and 256 of two points, as SciPy's `qmc.Sobol(256, scramble=False, bits=32)` has them.
const FAR_POINTS: [(u32, [f64; 6]); 2] = [
    (1_000, [0.2197265625, 0.0966796875, 0.0693359375, 0.7685546875, 0.7529296875, 0.2490234375]),
    (
        131_072,
        [
            1.1444091796875e-05,
            0.2500038146972656,
            0.06665420532226562,
            0.8775291442871094,
            0.3334312438964844,
            0.7696113586425781,
        ],
    ),
];

/// Half of the cell within which a coordinate lies.
const HALF_A_CELL: f64 = 1.0 / 8_589_934_592.0;

#[test]
fn the_first_points_are_those_of_joe_and_kuo() {
    let sobol = Sobol::plain(10).unwrap();
    let (mut points, mut point) = (sobol.from(0), [0.0; 10]);
    for expected in FIRST_POINTS {
        points.next(&mut point);
        assert_eq!(point, expected.map(|coordinate| coordinate + HALF_A_CELL));
    }
}

#[test]
fn points_far_on_in_many_dimensions_are_those_of_scipy() {
    let sobol = Sobol::plain(Sobol::DIMENSIONS).unwrap();
    for (place, expected) in FAR_POINTS {
        let mut point = vec![0.0; Sobol::DIMENSIONS];
        sobol.from(place).next(&mut point);
        assert_eq!([0, 1, 9, 100, 200, 255].map(|axis| point[axis] - HALF_A_CELL), expected);
    }
}

/// Whatever the shift, each of 2¹⁷ cells of an axis holds one of 2¹⁷ points, none on an end.
#[test]
fn shifted_points_fill_every_axis_evenly() {
    const CELLS: usize = 1 << 17;
    let sobol = Sobol::shifted(3, 42).unwrap();
    let (mut points, mut point, mut seen) = (sobol.from(0), [0.0; 3], vec![[false; 3]; CELLS]);
    for _ in 0..CELLS {
        points.next(&mut point);
        for (axis, coordinate) in point.iter().enumerate() {
            assert!(*coordinate > 0.0 && *coordinate < 1.0);
            let cell = &mut seen[(coordinate * CELLS as f64) as usize][axis];
            assert!(!*cell);
            *cell = true;
        }
    }
}

#[test]
fn more_dimensions_than_are_known_are_refused() {
    assert!(Sobol::plain(Sobol::DIMENSIONS + 1).is_none());
    assert_eq!(Sobol::plain(0).unwrap().dimensions(), 0);
}

/// Wichura (1988), Applied Statistics 37, page 483: the three values to check an implementation by. Then, from SciPy's `ndtri`.
#[test]
fn normal_scores_are_as_wichura_gives_them() {
    let published =
        [(0.25, -0.674_489_750_196_081_7), (1e-3, -3.090_232_306_167_814), (1e-20, -9.262_340_089_798_408)];
    let scipy = [
        (1e-300, -37.0470962993612),
        (1e-10, -6.361340902404056),
        (0.075, -1.4395314709384563),
        (0.3, -0.5244005127080409),
        (0.9, 1.2815515655446004),
        (0.999999, 4.753424308817087),
    ];
    for (share, score) in published.into_iter().chain(scipy) {
        close(normal::quantile(share), score, 1e-12);
    }
    assert_eq!(normal::quantile(0.5), 0.0);
    for score in [-8.0, -2.0, -0.3, 0.0, 1.0, 5.0] {
        assert!((normal::quantile(normal::share(score)) - score).abs() < 1e-9);
    }
}

/// Ishigami and Homma (1990), "An importance quantification technique in uncertainty analysis for computer models": the
/// function, and its closed form as in Saltelli et al. (2008), "Global sensitivity analysis", page 179.
#[test]
fn the_indices_of_ishigami_are_those_of_its_closed_form() {
    let (a, b) = (7.0_f64, 0.1_f64);
    let ishigami = |point: &[f64]| {
        let x: Vec<_> = point.iter().map(|share| PI * (2.0 * share - 1.0)).collect();
        x[0].sin() + a * x[1].sin().powi(2) + b * x[2].powi(4) * x[0].sin()
    };
    let found = indices(3, 1 << 14, 1, ishigami, &mut go_on).unwrap();
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let (second, both) = (a * a / 8.0, 8.0 * b * b * PI.powi(8) / 225.0);
    let all = first + second + both;
    let expected = [(first, first + both), (second, second), (0.0, both)];
    for (index, (alone, together)) in found.iter().zip(expected) {
        assert!((index.first - alone / all).abs() < 2e-3, "{index:?} instead of {}", alone / all);
        assert!((index.total - together / all).abs() < 2e-3, "{index:?} instead of {}", together / all);
    }
}

/// With few points noise takes single estimates beyond what can be. What is told stays possible, and is no farther off.
#[test]
fn the_indices_of_ishigami_are_possible_with_few_points() {
    let ishigami = |point: &[f64]| {
        let x: Vec<_> = point.iter().map(|share| PI * (2.0 * share - 1.0)).collect();
        x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
    };
    // To four places, of the closed form above.
    let expected = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
    let (mut squares, mut count) = (0.0, 0.0);
    for seed in 0..32 {
        let found = indices(3, 256, seed, ishigami, &mut go_on).unwrap();
        for (index, (alone, together)) in found.iter().zip(expected) {
            assert!(0.0 <= index.first && index.first <= index.total && index.total <= 1.0, "{index:?}");
            squares += (index.first - alone).powi(2) + (index.total - together).powi(2);
            count += 2.0;
        }
    }
    let error = f64::sqrt(squares / count);
    assert!(error < 0.04, "{error}");
}

/// The standard deviations of the logarithms of Epoch's four ranges.
fn deviations() -> [f64; 4] {
    EPOCH.map(|(low, high)| f64::ln(high / low) / 2.0 / normal::quantile(0.95))
}

/// 13b: by sampling, the band that `ranges.rs` has in closed form.
#[test]
fn the_range_of_an_acquisition_comes_out_of_sampling() {
    let ask = Sampling::new().with_samples(1 << 17).of(&["cost.energy.total"]);
    let drawn = uncertainty(&with(year_of("xai-gigafactory"), &PLANTED), &ask, &mut go_on).unwrap();
    let bill = drawn.at("cost.energy.total").unwrap();
    // The domains of servers and IT begin at one, and cut off a few thousandths at the low end.
    close(bill.median, bill.row.value, 0.1);
    close(bill.ninety.high / bill.median, half_width().exp(), 0.1);
    close(bill.ninety.low / bill.median, (-half_width()).exp(), 0.4);
    close(bill.ninety.low / bill.median, 0.46, 1.0);
    close(bill.ninety.high / bill.median, 2.1, 4.0);
    let quartile = (half_width() * normal::quantile(0.75) / normal::quantile(0.95)).exp();
    close(bill.half.high / bill.median, quartile, 0.1);
    let variance: f64 = deviations().iter().map(|deviation| deviation * deviation).sum();
    close(bill.mean / bill.row.value, (variance / 2.0).exp(), 0.1);
}

/// Of a product of lognormals: `(e^σᵢ² − 1)/(Π e^σⱼ² − 1)` alone, and that times `Π e^σⱼ²` of the others in total.
#[test]
fn the_indices_of_a_product_are_those_of_its_closed_form() {
    let scenario = with(year_of("xai-gigafactory"), &PLANTED);
    let found = sensitivity(&scenario, "cost.energy.total", 1 << 14, 3, &mut go_on).unwrap();
    let factors = deviations().map(|deviation| (deviation * deviation).exp());
    let all: f64 = factors.iter().product();
    for ((path, _), factor) in PLANTED.iter().zip(factors) {
        let cause = found.causes.iter().find(|cause| cause.row.path == *path).unwrap();
        let (alone, together) = ((factor - 1.0) / (all - 1.0), (factor - 1.0) * all / factor / (all - 1.0));
        assert!((cause.index.first - alone).abs() < 5e-3, "{path}: {:?} instead of {alone}", cause.index);
        assert!(
            (cause.index.total - together).abs() < 5e-3,
            "{path}: {:?} instead of {together}",
            cause.index
        );
        assert!((cause.elasticity.unwrap() - 1.0).abs() < 1e-6, "{path}");
    }
    assert_eq!(found.causes[0].row.path, "site.electricity");
}
