//! The command line: arguments in, tables and documents out.

mod args;
mod chart;
mod commands;
mod scenario;
mod spoken;
mod watch;
mod write;

use crate::error::Error;
use crate::report::{Locale, words};
use args::Cli;
use clap::Parser;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use write::Writer;

/// Something that went wrong: in what was asked for, or around it.
pub(crate) enum Failure {
    /// An id, path or value is wrong.
    Input(Error),
    /// The same, in a file.
    InFile(String, Error),
    /// A file cannot be read, or a document cannot be written.
    Other(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Input(error)
    }
}

/// Runs the command; returns 0 when it went well, 1 when a file cannot be read, 2 when what was asked for is wrong.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let to = cli.writer();
    let cli = match to.locale {
        Locale::Fr => Cli::parse_from(std::env::args_os().map(spoken::argument)),
        _ => cli,
    };
    let said = |error| words::error(&error, to.locale);
    let (code, complaint) = match cli.command.run(to) {
        Ok(text) => return written(&text, to),
        Err(Failure::Input(error)) => (2, said(error)),
        Err(Failure::InFile(file, error)) => (2, format!("{file}{}{}", to.word("colon"), said(error))),
        Err(Failure::Other(message)) => (1, message),
    };
    complain(&complaint, to);
    ExitCode::from(code)
}

/// Writes the result. A reader that stops reading early, such as `head`, is no failure.
fn written(text: &str, to: Writer) -> ExitCode {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&error.to_string(), to);
            ExitCode::from(1)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn complain(message: &str, to: Writer) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    // Nothing is left to do when even the error cannot be written.
    let _ = writeln!(anstream::stderr(), "{style}{}{}{style:#}{message}", to.word("error"), to.word("colon"));
}
