//! A training run: how long, how much energy, what cost; and what a figure stands on.

use wattflop::prelude::*;
use wattflop::report::Locale;
use wattflop::units::*;

fn main() -> Result<(), wattflop::Error> {
    let cluster = Cluster::preset("grok-2-cluster")?.with_electricity(usd_per_kwh(0.05));
    let estimate = train(&TrainingRun::of(Model::preset("grok-2")?), &cluster)?;
    println!("{estimate}");
    assert!(estimate.duration() < days(365.0));
    println!("{}", explain(&estimate, "cost.annuity.total", Locale::En)?);
    Ok(())
}
