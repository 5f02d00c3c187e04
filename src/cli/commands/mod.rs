//! The commands, each in a file of its own: its arguments, what it does, how that is written.

mod compare;
mod cost;
mod explain;
mod inputs;
mod list;
mod operate;
mod plan;
mod result;
mod sensitivity;
mod serve;
mod show;
mod solve;
mod sweep;
mod timeline;
mod train;
mod trend;
mod uncertainty;
mod validate;

use super::Failure;
use super::write::Writer;
use clap::Subcommand;

/// Each command by its name and the module that it is in, in the order in which `--help` lists them.
macro_rules! commands {
    ($($command:ident: $module:ident),* $(,)?) => {
        #[derive(Debug, Subcommand)]
        pub(super) enum Command {
            $($command($module::Arguments)),*
        }

        impl Command {
            /// Does what is asked for; returns what to write.
            pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
                match self {
                    $(Self::$command(asked) => asked.run(to)),*
                }
            }
        }
    };
}

commands! {
    Compare: compare,
    Operate: operate,
    Train: train,
    Serve: serve,
    Cost: cost,
    Explain: explain,
    Uncertainty: uncertainty,
    Sensitivity: sensitivity,
    Plan: plan,
    Validate: validate,
    Inputs: inputs,
    List: list,
    Show: show,
    Timeline: timeline,
    Solve: solve,
    Sweep: sweep,
    Trend: trend,
}
