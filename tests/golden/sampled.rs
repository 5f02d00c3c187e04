// What a small sampling gives, to the last bit: read by the native tests and by those in WebAssembly.

/// The bits of median, ends and mean of a figure, whose mean holds every draw.
type Sampled = (&'static str, [f64; 6]);

/// A year of `xai-gigafactory` at 257 points from the seed 5, with PUE and load correlated by −0.3.
const SAMPLED: [Sampled; 2] = [
    (
        "energy.facility",
        [1155195.2618517396, 819883.9954579299, 1018860.5013366494, 1272731.5265512313, 1502997.9028789406, 1156359.531432267],
    ),
    (
        "cost.annuity.total",
        [1684525283.5534098, 1174323695.215598, 1456858950.5914369, 1970197321.261867, 2633196416.0502543, 1757236222.0845978],
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
        let found = found.map(|base| spread.row.in_unit(base));
        assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{path}: {found:?}");
    }
}
