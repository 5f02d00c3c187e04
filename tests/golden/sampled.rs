// What a small sampling gives, to the last bit: read by the native tests and by those in WebAssembly.

/// The bits of median, ends and mean of a figure, whose mean holds every draw.
type Sampled = (&'static str, [f64; 6]);

/// A year of `xai-gigafactory` at 257 points from the seed 5, with PUE and load correlated by −0.3.
const SAMPLED: [Sampled; 2] = [
    (
        "energy.facility",
        [
            1149667.8912938756,
            808135.1305407139,
            1035231.0702850072,
            1295032.9586051102,
            1505637.8629391848,
            1155600.378123983,
        ],
    ),
    (
        "cost.annuity.total",
        [
            1687243979.09095,
            1132610017.0273833,
            1443847698.5060744,
            1996629524.754766,
            2517135523.721363,
            1749774532.6620612,
        ],
    ),
];

fn sampled_as_expected() {
    use wattflop::analysis::{Sampling, uncertainty};
    use wattflop::{cluster::Cluster, estimate::Scenario, workload::Operation};
    let year = Scenario::operation(Operation::year(), Cluster::preset("xai-gigafactory").unwrap());
    let ask =
        Sampling::new().with_samples(257).with_seed(5).with_threads(2).of(&SAMPLED.map(|(path, _)| path));
    let ask = ask.with_correlation("site.pue", "cluster.load", -0.3);
    let drawn = uncertainty(&year, &ask, &mut |_| core::ops::ControlFlow::Continue(())).unwrap();
    for (path, expected) in SAMPLED {
        let spread = drawn.at(path).unwrap();
        let (half, ninety) = (spread.half, spread.ninety);
        let found = [spread.median, ninety.low, half.low, half.high, ninety.high, spread.mean];
        assert_eq!(
            found.map(|base| spread.row.in_unit(base).to_bits()),
            expected.map(f64::to_bits),
            "{path}: {found:?}"
        );
    }
}
