//! The build tool: `cargo xtask test` is all that a contributor or a CI has to know.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`args`] | the command line |
//! | [`repo`] | where things are, and commands that run there |
//! | [`needs`] | what must be on the machine, how to see it, how to get it |
//! | [`steps`] | the table of steps |
//! | [`run`] | how a step runs: quietly, with a log, a pulse and a count of tests |
//! | [`tally`] | the count of tests, read from the runners' closing lines |
//! | [`wasm`], [`size`] | the package's WebAssembly and its weight |

mod args;
mod needs;
mod repo;
mod run;
mod size;
mod steps;
mod tally;
mod wasm;

use std::process::ExitCode;

use args::{Args, Command};
use repo::Repo;
use run::Session;
use steps::Step;

/// What went wrong, in words, with what to do about it.
type Error = Box<dyn std::error::Error>;
/// The result of anything that can go wrong here.
type Result<T = ()> = std::result::Result<T, Error>;

/// How a command ended.
enum End {
    /// All went well: exit code 0.
    Well,
    /// Something failed and was reported: exit code 1.
    Badly,
    /// Something is missing on this machine and was listed: exit code 2.
    Missing,
}

fn main() -> ExitCode {
    let args = match args::parse() {
        Ok(args) => args,
        Err(error) => return complain(&error, 2),
    };
    match dispatch(&args) {
        Ok(End::Well) => ExitCode::SUCCESS,
        Ok(End::Badly) => ExitCode::from(1),
        Ok(End::Missing) => ExitCode::from(2),
        Err(error) => complain(&error, 1),
    }
}

fn complain(error: &Error, code: u8) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(code)
}

fn dispatch(args: &Args) -> Result<End> {
    let mut session = Session::new(Repo::find()?);
    match args.command {
        Command::Help => print!("{}", args::HELP),
        Command::List => print!("{}", steps::list()),
        Command::Test => return test(&mut session, args),
        Command::Wasm => return build(&mut session, &[&steps::WASM], args),
        Command::Page => match build(&mut session, &[&steps::WASM, &steps::BUILD], args)? {
            End::Well => repo::attend(&mut session.repo.npm("run serve"))?,
            end => return Ok(end),
        },
        Command::Golden => {
            let mut bless = session.repo.cargo("test --features cli --test tests golden");
            repo::attend(bless.env("WATTFLOP_BLESS", "1"))?;
        }
    }
    Ok(End::Well)
}

/// Runs the steps asked for and closes with the count of tests, alone on the last line.
fn test(session: &mut Session, args: &Args) -> Result<End> {
    if !needs::provide(session, &args.steps, args.install)? {
        return Ok(End::Missing);
    }
    let outcomes = run::all(session, &args.steps, args.keep_going);
    println!("\n{}\n{}", run::summary(&args.steps, &outcomes), run::total(&outcomes));
    Ok(if outcomes.iter().all(run::Outcome::passed) { End::Well } else { End::Badly })
}

/// Runs steps for their product rather than for their verdict.
fn build(session: &mut Session, steps: &[&Step], args: &Args) -> Result<End> {
    if !needs::provide(session, steps, args.install)? {
        return Ok(End::Missing);
    }
    let outcomes = run::all(session, steps, false);
    Ok(if outcomes.iter().all(run::Outcome::passed) { End::Well } else { End::Badly })
}
