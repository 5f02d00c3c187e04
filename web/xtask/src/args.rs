//! The command line.

use lexopt::Parser;
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::Result;
use crate::steps::{self, Step};

/// What `cargo xtask --help` prints.
pub const HELP: &str = "\
Builds and tests wattflop.

Usage: cargo xtask <COMMAND> [OPTIONS]

Commands:
  test     Run every step: format, lints, tests natively, in Node and in Chromium, the npm package, its size
  wasm     Build the npm package's WebAssembly into web/wasm, unless it is up to date
  page     Build the demo page and serve it on localhost
  golden   Rewrite the golden figures in tests/golden from what the code now computes
  help     Print this

Options of test:
  --list               List the steps
  --only STEP[,STEP]   Run these steps only, in their usual order
  --skip STEP[,STEP]   Run all steps but these
  --keep-going         Run the later steps even when one has failed
Options of test, wasm and page:
  --install            Get what is missing on this machine first: the Rust target and components, the
                       wasm-bindgen tools (into target/tools), Chromium (by apt-get, with sudo if need be).
                       Without it nothing is installed outside of this folder, and what is missing is
                       listed with the command that gets it.

Exit code: 0 when all is well, 1 when something failed, 2 when something is missing or misspelt.
Each step leaves its output in target/xtask/<step>.log.

Examples:
  cargo xtask test                      everything; a first run takes some minutes
  cargo xtask test --install            the same on a new machine, as .ci/run does it
  cargo xtask test --only fmt,clippy    what to run before a commit
  cargo xtask test --keep-going         all that is wrong, not only the first
  cargo xtask wasm && cd web && npm test
  cargo xtask golden && git diff tests/golden
";

/// A command of the build tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the help.
    Help,
    /// List the steps of `test`.
    List,
    /// Run the steps.
    Test,
    /// Build the WebAssembly.
    Wasm,
    /// Build and serve the demo page.
    Page,
    /// Rewrite the golden figures.
    Golden,
}

/// What the command line asked for.
pub struct Args {
    /// What to do.
    pub command: Command,
    /// Whether missing tools may be installed.
    pub install: bool,
    /// Whether to go on after a failed step.
    pub keep_going: bool,
    /// The steps to run.
    pub steps: Vec<&'static Step>,
}

/// Reads the process's command line.
pub fn parse() -> Result<Args> {
    parse_from(Parser::from_env())
}

fn parse_from(mut parser: Parser) -> Result<Args> {
    let mut args = Args { command: Command::Help, install: false, keep_going: false, steps: Vec::new() };
    let (mut only, mut skip) = (Vec::new(), Vec::new());
    match parser.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(args),
        Some(Value(word)) => args.command = command(&word.string()?)?,
        Some(other) => return Err(other.unexpected().into()),
    }
    while let Some(arg) = parser.next()? {
        match (arg, args.command) {
            (Long("help") | Short('h'), _) => args.command = Command::Help,
            (Long("install"), Command::Test | Command::Wasm | Command::Page) => args.install = true,
            (Long("keep-going"), Command::Test) => args.keep_going = true,
            (Long("list"), Command::Test) => args.command = Command::List,
            (Long("only"), Command::Test) => {
                only.extend(names(&parser.value()?.string()?));
            }
            (Long("skip"), Command::Test) => skip.extend(names(&parser.value()?.string()?)),
            (other, _) => return Err(format!("{}; see `cargo xtask --help`", other.unexpected()).into()),
        }
    }
    args.steps = steps::select(&only)?;
    if !skip.is_empty() {
        let skipped: Vec<_> = steps::select(&skip)?.iter().map(|step| step.name).collect();
        args.steps.retain(|step| !skipped.contains(&step.name));
    }
    Ok(args)
}

/// The names of a list with commas.
fn names(list: &str) -> Vec<String> {
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

fn command(word: &str) -> Result<Command> {
    Ok(match word {
        "help" => Command::Help,
        "test" => Command::Test,
        "wasm" => Command::Wasm,
        "page" => Command::Page,
        "golden" => Command::Golden,
        _ => return Err(format!("no command `{word}`: test, wasm, page, golden or help").into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Result<Args> {
        parse_from(Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn reads_a_full_line() {
        let args = words("test --install --only fmt,clippy --only tree --keep-going").unwrap();
        assert_eq!(args.command, Command::Test);
        assert!(args.install && args.keep_going);
        assert_eq!(args.steps.iter().map(|step| step.name).collect::<Vec<_>>(), ["fmt", "clippy", "tree"]);
    }

    #[test]
    fn bare_or_asked_for_help_is_help() {
        for line in ["", "help", "--help", "-h", "test --help", "wasm -h"] {
            assert_eq!(words(line).unwrap().command, Command::Help, "{line}");
        }
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in [
            "tset",
            "--only fmt",
            "test --fast",
            "golden --install",
            "test fmt",
            "test --only formt",
            "wasm --only fmt",
        ] {
            assert!(words(line).is_err(), "{line}");
        }
    }
}
