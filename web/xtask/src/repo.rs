//! Where things are, and commands that run there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use crate::Result;

/// The working tree.
pub struct Repo {
    /// The repository's root.
    pub root: PathBuf,
    /// Cargo's target folder: `CARGO_TARGET_DIR`, else `target`.
    pub target: PathBuf,
    /// `PATH` with our own tools before it.
    path: OsString,
}

impl Repo {
    /// The tree that this tool was built from.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).ok_or("web/xtask has moved")?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => absolute(dir)?,
            None => root.join("target"),
        };
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([target.join("tools/bin")].into_iter().chain(env::split_paths(&path)))
            .map_err(|error| format!("{} cannot stand in PATH: {error}", target.display()))?;
        Ok(Self { root: root.to_owned(), target, path })
    }

    /// The npm package's folder.
    pub fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// The package's WebAssembly.
    pub fn wasm(&self) -> PathBuf {
        self.web().join("wasm/wattflop_bg.wasm")
    }

    /// `program` with `args` (split at blanks) in the repository's root; finds our own tools first.
    pub fn command(&self, program: &str, args: &str) -> Command {
        let mut command = Command::new(program);
        command.args(args.split_whitespace()).current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// `cargo` with `args`.
    pub fn cargo(&self, args: &str) -> Command {
        let mut command = self.command("cargo", args);
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// `npm` with `args`, in the package's folder.
    pub fn npm(&self, args: &str) -> Command {
        let mut command = self.command("npm", args);
        command.current_dir(self.web());
        command
    }
}

/// Runs a command in the foreground, for a person who watches it.
pub fn attend(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("{} did not start: {error}", words(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", words(command)).into()) }
}

/// A command as one would type it, without its surroundings.
pub fn words(command: &Command) -> String {
    let parts = [command.get_program()].into_iter().chain(command.get_args());
    let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
    format!("`{}`", parts.join(" "))
}
