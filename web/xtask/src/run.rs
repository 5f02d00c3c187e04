//! How a step runs: quietly, its output in a log, with a pulse while it takes long.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::repo::{Repo, words};
use crate::steps::Step;
use crate::tally::Tally;
use crate::{Error, Result};

/// How often a step that takes long says that it is still running.
const PULSE: Duration = Duration::from_secs(15);
/// How often we look whether a command has ended.
const POLL: Duration = Duration::from_millis(30);
/// What stands before the lines that belong to a step.
const INDENT: &str = "       ";

/// One run of the build tool, and what its steps share.
pub struct Session {
    /// The working tree.
    pub repo: Repo,
    /// What the running step wants to say when it has passed.
    pub notes: Vec<String>,
    /// Whether this session has built the npm package.
    pub built: bool,
    /// Where the running step's output goes.
    log: PathBuf,
    /// When the running step began.
    began: Instant,
    /// How many pulses the running step has shown.
    pulses: u32,
}

impl Session {
    /// A session in which nothing has run.
    pub fn new(repo: Repo) -> Self {
        let log = repo.target.join("xtask");
        Self { repo, notes: Vec::new(), built: false, log, began: Instant::now(), pulses: 0 }
    }

    /// Runs one piece of work under a name: a line on the screen, the rest in the log.
    ///
    /// `tests` says that the work must have run some test, so that an empty run is not taken for a pass.
    pub fn perform(
        &mut self,
        label: &str,
        name: &str,
        tests: bool,
        work: impl FnOnce(&mut Self) -> Result,
    ) -> Outcome {
        print!("{label} {name} … ");
        let _ = io::stdout().flush();
        let error = self.begin(name).and_then(|()| work(self)).err();
        let output = self.output_from(0);
        let tally = output.lines().filter_map(Tally::of_line).sum();
        let outcome = Outcome::new(name, self.began.elapsed(), tally, error, tests);
        let start = if self.pulses > 0 { INDENT } else { "" };
        let verdict = if outcome.passed() { "ok" } else { "FAILED" };
        println!("{start}{verdict}, {:.1} s", outcome.time.as_secs_f64());
        match &outcome.error {
            None => self.say_closing_lines(&output),
            Some(error) => println!("{output}\n{name} failed: {error}\n(log: {})\n", self.log.display()),
        }
        outcome
    }

    fn begin(&mut self, name: &str) -> Result {
        (self.began, self.pulses) = (Instant::now(), 0);
        self.notes.clear();
        let logs = self.repo.target.join("xtask");
        self.log = logs.join(name).with_extension("log");
        fs::create_dir_all(&logs)
            .and_then(|()| fs::write(&self.log, ""))
            .map_err(|error| format!("cannot write {}: {error}", self.log.display()).into())
    }

    fn say_closing_lines(&self, output: &str) {
        let counts = |line: &&str| Tally::of_line(line).is_some_and(Tally::any);
        let closing = output.lines().filter(counts).map(str::trim);
        for line in closing.chain(self.notes.iter().map(String::as_str)) {
            println!("{INDENT}{line}");
        }
    }

    /// Runs a command into the log and returns what it said.
    pub fn run(&mut self, command: &mut Command) -> Result<String> {
        let what = words(command);
        let mut log = File::options().append(true).open(&self.log)?;
        writeln!(log, "$ {}", what.trim_matches('`'))?;
        let start = log.metadata()?.len();
        command.env("NO_COLOR", "1").env_remove("FORCE_COLOR").env("CARGO_TERM_COLOR", "never");
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let mut child = command.spawn().map_err(|error| format!("{what} did not start: {error}"))?;
        let status = self.wait(&mut child, &what)?;
        if !status.success() {
            return Err(format!("{what} ended with {status}").into());
        }
        Ok(self.output_from(start))
    }

    fn wait(&mut self, child: &mut Child, what: &str) -> Result<ExitStatus> {
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            sleep(POLL);
            if self.began.elapsed() >= PULSE * (self.pulses + 1) {
                let newline = if self.pulses == 0 { "\n" } else { "" };
                self.pulses += 1;
                println!("{newline}{INDENT}still running after {} s: {what}", self.began.elapsed().as_secs());
            }
        }
    }

    /// What stands in the log from a byte on.
    fn output_from(&self, start: u64) -> String {
        let bytes = fs::read(&self.log).unwrap_or_default();
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        String::from_utf8_lossy(bytes.get(start..).unwrap_or_default()).into_owned()
    }
}

/// How a step ended.
pub struct Outcome {
    name: String,
    time: Duration,
    tally: Tally,
    error: Option<Error>,
}

impl Outcome {
    /// A step that failed without a failed test (a lint, a build) counts as one failure, never as none.
    fn new(name: &str, time: Duration, mut tally: Tally, mut error: Option<Error>, tests: bool) -> Self {
        if error.is_none() && tests && tally.passed == 0 {
            error = Some(
                "no test ran, or its runner's closing line is not known to web/xtask/src/tally.rs".into(),
            );
        }
        if error.is_some() {
            tally.failed = tally.failed.max(1);
        }
        Self { name: name.to_owned(), time, tally, error }
    }

    /// Whether all went well.
    pub fn passed(&self) -> bool {
        self.error.is_none()
    }
}

/// Runs steps in order, up to the first that fails unless told to keep going.
pub fn all(session: &mut Session, steps: &[&Step], keep_going: bool) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let label = format!("[{}/{}]", index + 1, steps.len());
        let outcome = session.perform(&label, step.name, step.tests, step.run);
        let stop = !outcome.passed() && !keep_going;
        outcomes.push(outcome);
        if stop {
            break;
        }
    }
    outcomes
}

/// A line for each step: what became of it, how long it took, what it counted.
pub fn summary(steps: &[&Step], outcomes: &[Outcome]) -> String {
    let mut lines: Vec<String> = outcomes.iter().map(line).collect();
    lines.extend(steps.iter().skip(outcomes.len()).map(|step| format!("{:14} not run", step.name)));
    let time: Duration = outcomes.iter().map(|outcome| outcome.time).sum();
    lines.push(format!("{:14} {:6} {:7.1} s", "total", "", time.as_secs_f64()));
    lines.join("\n")
}

fn line(outcome: &Outcome) -> String {
    let verdict = if outcome.passed() { "ok" } else { "FAILED" };
    let tally = if outcome.tally.any() { format!("   {}", outcome.tally) } else { String::new() };
    format!("{:14} {verdict:6} {:7.1} s{tally}", outcome.name, outcome.time.as_secs_f64())
}

/// The count over all steps.
pub fn total(outcomes: &[Outcome]) -> Tally {
    outcomes.iter().map(|outcome| outcome.tally).sum()
}
