//! **wattflop** turns chips, sites and workloads into FLOP/s, days, megawatts, megawatt-hours, litres, tonnes of CO2e
//! and dollars: the reference calculator for AI compute. Every figure opens into its formula, its inputs and their
//! sources, and carries its range.
//!
//! ```
//! use wattflop::{prelude::*, units::*};
//!
//! let gigafactory = Cluster::preset("xai-gigafactory")?; // 100,000 H100, with sources
//! let run = TrainingRun::of(Model::preset("grok-2")?).with_mfu(Mfu::new(0.375));
//!
//! let estimate = train(&run, &gigafactory)?; // every stage a typed value
//! assert!(estimate.duration() < days(10.0));
//! assert!(estimate.power()?.facility.peak > megawatts(150.0));
//! println!("{estimate}"); // days · MW · MWh · tCO2e · USD, with ranges
//! println!("{}", explain(&estimate, "cost.annuity.total", Locale::En)?); // formula, numbers, inputs, sources
//!
//! let cheaper = gigafactory.with_electricity(usd_per_kwh(0.05));
//! assert!(train(&run, &cheaper)?.ownership()?.annuity.total() < estimate.ownership()?.annuity.total());
//!
//! let wrong = Cluster::preset("xai-gigafactroy").unwrap_err();
//! assert_eq!(wrong.to_string(), "no cluster `xai-gigafactroy`; did you mean `xai-gigafactory`?");
//! # Ok::<(), wattflop::Error>(())
//! ```
//!
//! # The map
//! Data flows one way; a room imports only from the rooms above it, and a test holds that.
//!
//! | room | it answers |
//! | --- | --- |
//! | [`quantities`] | what can be measured: units that are types, literals, display, parsing |
//! | [`provenance`] | where a figure comes from and how sure it is |
//! | [`tables`] | the two tables that everything hangs on: inputs by path, figures by visitor |
//! | [`catalogue`] | what is known: chips, servers, clusters, models, grids, prices, each with its source |
//! | [`workload`] | what is asked: models, their parameters and FLOPs, training runs |
//! | [`cluster`] | what is built: pools of devices, servers, sites, phases |
//! | [`throughput`] | how fast |
//! | [`reliability`] | how much of the time counts |
//! | [`power`] | what it draws |
//! | [`footprint`] | energy, carbon, water |
//! | [`cost`] | what it costs, in every accounting view by its name |
//! | [`estimate`] | the flow itself, in a screenful |
//! | [`analysis`] | how sure, what matters most, side by side and why, what it would take, what if, the trend, month by month, the best layout, how exact |
//! | [`report`] | how it is shown: ledger, tables, charts, words in English and French |
//! | [`document`] | scenario in, result out |
//!
//! [`docs`] holds the longer texts: the design and why it is so, the method with what it leaves out, and how exact it is.
//!
//! # A step of training
//! Where the batch is given, a step is timed operator by operator, in a layout; [`plan`](analysis::plan) finds the best:
//! ```
//! use std::ops::ControlFlow;
//! use wattflop::catalogue::{ACCELERATORS, find};
//! use wattflop::{prelude::*, units::*};
//!
//! let h100 = find(ACCELERATORS, "h100-sxm")?;
//! let cluster = Cluster::of("mine", vec![Pool::of(h100, 1024.0)], Site::preset("usa")?);
//! let run = TrainingRun::of(Model::preset("llama3-70b")?).with_batch(1024.0);
//! let search = Scenario::training(run, cluster);
//! let planned = plan(search, Mode::Pruned, &mut |_share_done| ControlFlow::Continue(()))?;
//! let best = &planned.plan.best[0];
//! assert!(best.step.time.total < seconds(30.0) && best.step.memory.is_some_and(|memory| memory.headroom > gigabytes(0.0)));
//! for (path, value) in planned.settings(best) {
//!     println!("--set {path}={value}"); // what makes a scenario run so
//! }
//! # Ok::<(), wattflop::Error>(())
//! ```
//!
//! # What it costs
//! In every accounting view by its name; and by the method of others, such as Epoch AI's amortised cost of GPT-4:
//! ```
//! use wattflop::catalogue::{ACCELERATORS, METHODS, find};
//! use wattflop::{prelude::*, units::*};
//!
//! let a100 = find(ACCELERATORS, "a100-sxm-40")?;
//! let cluster = Cluster::of("gpt-4", vec![Pool::of(a100, 25_000.0)], Site::preset("usa")?);
//! let run = Operation::year().with_duration(hours(2_280.0));
//! let scenario = Scenario::operation(run, cluster)
//!     .with_method(find(METHODS, "epoch")?)
//!     .with_finance(Finance::published().with_age(days(638.0)));
//! let cost = scenario.evaluate()?.stages.cost;
//! let [amortised, upfront] = [View::Decay, View::Acquisition].map(|view| cost.total(view).unwrap());
//! assert!(amortised > million_usd(39.0) && amortised < million_usd(41.0));
//! assert!(upfront > amortised * 18.0); // accounting, not disagreement
//! # Ok::<(), wattflop::Error>(())
//! ```
//!
//! # What it would take, what if, and why
//! ```
//! use std::ops::ControlFlow;
//! use wattflop::{prelude::*, quantities::Devices, units::*};
//!
//! let run = TrainingRun::of(Model::preset("llama3.1-405b")?).with_mfu(Mfu::new(0.40));
//! let scenario = Scenario::training(run, Cluster::preset("meta-24k")?);
//!
//! // The fewest devices that finish it in 60 days.
//! let solved = solve(&scenario, "cluster.pools.0.count", &Goal::at_most("duration", days(60.0)), None)?;
//! assert!(solved.first::<Devices>().is_some_and(|count| count > devices(10_000.0)));
//!
//! // Days and dollars over a grid, as columns of numbers.
//! let over = [("cluster.pools.0.count", "8192, 16384, 24576"), ("run.mfu", "0.3..0.5 in 5")];
//! let sweep = Sweep::of(&scenario, &over, &["duration", "cost.annuity.total"])?;
//! let columns = sweep.columns(&mut |_share_done| ControlFlow::Continue(()))?;
//! assert_eq!(columns.figures[0].len(), 15);
//!
//! // Why Stargate costs so much more a year: how many devices, and which.
//! let sides = ["xai-gigafactory", "stargate-10gw"].map(|id| operate(&Cluster::preset(id).unwrap()).unwrap());
//! let told = why(&sides[0], &sides[1], "cost.annuity.total")?;
//! assert_eq!(told.bars[0].cause.key(), "cause-size");
//! # Ok::<(), wattflop::Error>(())
//! ```
//!
//! # How sure
//! By sampling every doubtful input; what matters most; and how likely one is below another:
//! ```
//! use std::ops::ControlFlow;
//! use wattflop::analysis::{Sampling, sensitivity, uncertainty};
//! use wattflop::prelude::*;
//!
//! let year = Scenario::operation(Operation::year(), Cluster::preset("xai-gigafactory")?);
//! let mut watch = |_share_done| ControlFlow::Continue(());
//! let drawn = uncertainty(&year, &Sampling::new().of(&["cost.annuity.total"]), &mut watch)?;
//! let cost = drawn.at("cost.annuity.total").unwrap();
//! println!("{} USD, with 90 % probability from {} to {}", cost.median, cost.ninety.low, cost.ninety.high);
//! assert!(cost.less_than(2e9) > 0.5);
//!
//! let found = sensitivity(&year, "cost.annuity.total", 512, 0, &mut watch)?;
//! assert_eq!(found.causes[0].row.path, "cluster.pools.0.price");
//! # Ok::<(), wattflop::Error>(())
//! ```
//!
//! # Charts
//! A result is drawn as SVG, with a table for whoever does not see it; see [`report::chart`]:
//! ```
//! use wattflop::report::chart::{Look, of_result};
//! use wattflop::prelude::*;
//!
//! let estimate = operate(&Cluster::preset("xai-gigafactory")?)?;
//! let chart = of_result(&estimate, Locale::En); // how sure each figure is
//! assert!(chart.svg(&Look::of(640.0)?)?.starts_with("<svg "));
//! # Ok::<(), wattflop::Error>(())
//! ```
//!
//! # Units are types
//! Money and energy do not add:
//! ```compile_fail
//! use wattflop::units::*;
//! let nonsense = usd(1.0) + joules(1.0);
//! ```
//! an hour is no GPU-hour:
//! ```compile_fail
//! use wattflop::{quantities::DeviceTime, units::*};
//! let used: DeviceTime = hours(1.0);
//! ```
//! tokens are no FLOP:
//! ```compile_fail
//! use wattflop::{quantities::Compute, units::*};
//! let work: Compute = tokens(1.0);
//! ```
//! compute over power is no time:
//! ```compile_fail
//! use wattflop::{quantities::Time, units::*};
//! let time: Time = flop(1.0) / watts(1.0);
//! ```
//! and a PUE is no MFU:
//! ```compile_fail
//! use wattflop::quantities::{Mfu, Pue};
//! let mfu: Mfu = Pue::new(1.2);
//! ```
//!
//! # Words of the field
//! - **MFU**: the model's FLOP/s over the peak rate of the devices. **Goodput**: the share of time that counts.
//!   **Load factor**: average over rated IT power. Three different things, and three types.
//! - **PUE**: a year's facility energy over its IT energy. The *peak overhead* is a ratio of capacities instead.
//! - **WUE**: water used on site by IT energy.
//! - **Rated**, **peak** and **average** power, of IT and of facility, are kept apart.
//! - **Tensor, context, expert, pipeline and data parallelism**: what a layer, a sequence, the experts, the layers and the
//!   batch are cut over. A **microbatch** is what a pipeline works on at a time; the **bubble** is what it waits.
//!   **ZeRO** stages say what data parallelism shards: the optimizer (1), gradients (2), weights (3, FSDP).
//! - **Prefill** reads a prompt, **decode** makes an answer token by token; a **replica** holds a model once. **TTFT** is the time
//!   to the first token, **TPOT** that between tokens.
//! - **Acquisition**, **annuity**, **straight line**, **decay**, **rental** (on demand, reserved, spot), **energy**: views of
//!   one cost, which can differ fortyfold. **TCO** is by device-hour installed, **LCOC** by device-hour delivered.
//!
//! # Features
//! `cli`: the `wattflop` command. `wasm`: the WebAssembly face. `parallel`: samples and sweeps on every core, with the same
//! figures to the last bit. None is in the default, which depends on `libm`,
//! `serde`, `strsim` and `uom` alone.
//!
//! # Limits
//! A run's throughput is peak × a sourced MFU where its batch is not given; network and storage are a factor on the power and the
//! price of servers, unless their count is asked for; failures are a share of a run's time. See [`docs::method`].

#![forbid(unsafe_code)]

#[macro_use]
extern crate uom;

/// A remark that only reads well beside the code or in a terminal: on a row of the catalogue, below the label of a figure. The
/// WebAssembly goes without them: they would be a tenth of its size.
macro_rules! remark {
    ($text:literal) => {
        if cfg!(feature = "wasm") { "" } else { $text }
    };
}

pub mod analysis;
pub mod catalogue;
#[cfg(feature = "cli")]
pub mod cli;
pub mod cluster;
pub mod cost;
pub mod document;
pub mod error;
pub mod estimate;
pub mod footprint;
pub mod power;
pub mod provenance;
pub mod quantities;
pub mod reliability;
pub mod report;
pub mod tables;
pub mod throughput;
#[cfg(feature = "wasm")]
pub mod wasm;
pub mod workload;

pub use analysis::timeline;
pub use error::Error;
pub use estimate::{operate, train};
pub use quantities::units;

/// The names that a calculation needs.
pub mod prelude {
    pub use crate::analysis::plan::{Mode, plan};
    pub use crate::analysis::{
        Comparison, Goal, Sweep, compare, figures, frontier, inputs, ranges, set, solve, solve_together,
        timeline, trend, why,
    };
    pub use crate::cluster::{Buildout, Cluster, Phase, Pool, Site};
    pub use crate::cost::{Accounts, Bound, Finance, View};
    pub use crate::error::Error;
    pub use crate::estimate::{Estimate, Scenario, Task, operate, serve, train};
    pub use crate::quantities::{Goodput, ItOverhead, LoadFactor, Measure, Mfu, PeakOverhead, Pue, Share};
    pub use crate::report::{Locale, explain};
    pub use crate::workload::{Model, Operation, ServingLoad, TrainingRun};
}

/// Longer texts.
pub mod docs {
    #[doc = include_str!("docs/accuracy.md")]
    pub mod accuracy {}
    #[doc = include_str!("docs/design.md")]
    pub mod design {}
    #[doc = include_str!("docs/method.md")]
    pub mod method {}
}
