//! Days and dollars over devices and utilisation, as CSV.

use std::ops::ControlFlow;
use wattflop::analysis::Sweep;
use wattflop::prelude::*;

fn main() -> Result<(), wattflop::Error> {
    let run = TrainingRun::of(Model::preset("llama3.1-405b")?);
    let scenario = Scenario::training(run, Cluster::preset("meta-24k")?);
    let over = [("cluster.pools.0.count", "4096..24576 by 4096"), ("run.mfu", "0.3, 0.35, 0.4, 0.45")];
    let sweep = Sweep::of(&scenario, &over, &["duration", "cost.annuity.total"])?;
    println!("devices,mfu,{}", sweep.figures().iter().map(|row| format!("{}_{}", row.path, row.unit())).collect::<Vec<_>>().join(","));
    let swept = sweep.run(&mut |_share_done| ControlFlow::Continue(()), &mut |cell| {
        let inputs = sweep.axes().iter().zip(cell.places).filter_map(|(axis, place)| axis.value(*place));
        let figures = sweep.figures().iter().zip(cell.figures).map(|(row, base)| row.in_unit(*base));
        println!("{}", inputs.chain(figures).map(|number| number.to_string()).collect::<Vec<_>>().join(","));
        ControlFlow::Continue(())
    });
    assert_eq!((swept.cells, swept.failed), (24, 0));
    Ok(())
}
