//! A chip that no catalogue has: its peak, power, memory and price are yours; all else stays sourced.

use wattflop::analysis::set_all;
use wattflop::analysis::Setting;
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::prelude::*;
use wattflop::units::*;
use wattflop::workload::Operation;

/// What is known of the chip, by the paths of its inputs.
const CHIP: [(&str, &str); 5] = [
    ("cluster.pools.0.count", "10000"),
    ("cluster.pools.0.peak", "1500 TFLOP/s/device"),
    ("cluster.pools.0.tdp", "900 W/device"),
    ("cluster.pools.0.memory", "144 GB"),
    ("cluster.pools.0.price", "18000..25000 USD/device"),
];

fn main() -> Result<(), wattflop::Error> {
    let like = find(ACCELERATORS, "h100-sxm")?; // what is not said of the chip is taken from this one
    let cluster = Cluster::of("ours", vec![Pool::uncounted(like)], Site::preset("fra")?);
    let mut scenario = Scenario::operation(Operation::year(), cluster);
    let settings = CHIP.map(|(path, value)| (path.to_owned(), Setting::Text(value.to_owned())));
    set_all(&mut scenario, &settings)?;
    let estimate = scenario.evaluate()?;
    println!("{estimate}");
    let power = estimate.power()?.facility.peak;
    assert!(power > megawatts(9.0) && power < megawatts(30.0));
    Ok(())
}
