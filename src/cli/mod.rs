//! The command line: arguments in, tables and documents out.

mod args;
mod chart;
mod print;
mod run;

use args::Cli;
use clap::Parser;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Something that went wrong: in what was asked for, or around it.
pub(crate) enum Failure {
    /// An id, path or value is wrong.
    Input(crate::error::Error),
    /// The same, in a file.
    InFile(String, crate::error::Error),
    /// A file cannot be read, or a document cannot be written.
    Other(String),
}

impl From<crate::error::Error> for Failure {
    fn from(error: crate::error::Error) -> Self {
        Self::Input(error)
    }
}

/// Runs the command; returns 0 when it went well, 1 when a file cannot be read, 2 when what was asked for is wrong.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let locale = cli.locale();
    let code = match run::run(&cli) {
        Ok(text) => return written(&text),
        Err(Failure::Input(error)) => {
            complain(&crate::report::words::error(&error, locale));
            2
        }
        Err(Failure::InFile(file, error)) => {
            complain(&format!(
                "{file}{}{}",
                locale.word("colon"),
                crate::report::words::error(&error, locale)
            ));
            2
        }
        Err(Failure::Other(message)) => {
            complain(&message);
            1
        }
    };
    ExitCode::from(code)
}

/// Writes the result. A reader that stops reading early, such as `head`, is no failure.
fn written(text: &str) -> ExitCode {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&error.to_string());
            ExitCode::from(1)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn complain(message: &str) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    // Nothing is left to do when even the error cannot be written.
    let _ = writeln!(anstream::stderr(), "{style}error:{style:#} {message}");
}
