//! What must be on the machine: how to see whether it is there, and the command that gets it.

use std::path::Path;
use std::{env, fs};

use crate::Result;
use crate::repo::Repo;
use crate::run::Session;
use crate::steps::Step;

/// What is there instead of what is needed.
type Check = std::result::Result<(), String>;

/// Something that must be on the machine.
pub struct Need {
    /// What it is called in the log.
    name: &'static str,
    /// What exactly is wanted.
    wanted: fn(&Repo) -> Result<String>,
    /// Whether it is there; if not, what is.
    check: fn(&Repo) -> Check,
    /// The command that gets it, for the shell, in the repository's root: it is shown as it is run.
    remedy: fn(&Repo) -> Result<String>,
    /// Whether `--install` runs it.
    automatic: bool,
}

/// The standard library for WebAssembly.
pub const WASM_TARGET: Need = Need {
    name: "rust-wasm",
    wanted: |_| Ok("Rust's wasm32-unknown-unknown target".into()),
    check: |repo| {
        let dir = say(repo, "rustc", "--print target-libdir --target wasm32-unknown-unknown")?;
        Path::new(&dir).exists().then_some(()).ok_or(format!("{dir} does not exist"))
    },
    remedy: |_| Ok("rustup target add wasm32-unknown-unknown".into()),
    automatic: true,
};

/// The formatter.
pub const RUSTFMT: Need = Need {
    name: "rustfmt",
    wanted: |_| Ok("rustfmt".into()),
    check: |repo| say(repo, "cargo", "fmt --version").map(drop),
    remedy: |_| Ok("rustup component add rustfmt".into()),
    automatic: true,
};

/// The linter.
pub const CLIPPY: Need = Need {
    name: "clippy",
    wanted: |_| Ok("clippy".into()),
    check: |repo| say(repo, "cargo", "clippy --version").map(drop),
    remedy: |_| Ok("rustup component add clippy".into()),
    automatic: true,
};

/// The bindings' generator and the test runner, of exactly the crate's version.
pub const BINDGEN: Need = Need {
    name: "wasm-bindgen",
    wanted: |repo| Ok(format!("wasm-bindgen and wasm-bindgen-test-runner {}, exactly", bindgen(repo)?)),
    check: |repo| {
        let wanted = bindgen(repo).map_err(|error| error.to_string())?;
        ["wasm-bindgen", "wasm-bindgen-test-runner"].into_iter().try_for_each(|tool| {
            let found = say(repo, tool, "--version")?;
            found.split(' ').any(|word| word == wanted).then_some(()).ok_or(format!("found {found}"))
        })
    },
    remedy: |repo| {
        let (version, root) = (bindgen(repo)?, repo.target.join("tools"));
        let root = root.strip_prefix(&repo.root).unwrap_or(&root).display();
        Ok(format!(
            "cargo install wasm-bindgen-cli --version {version} --debug --no-default-features --root {root}"
        ))
    },
    automatic: true,
};

/// Node, which runs the WebAssembly tests and the npm package's.
pub const NODE: Need = Need {
    name: "node",
    wanted: |_| Ok("Node 20.19 or newer".into()),
    check: |repo| at_least(&say(repo, "node", "--version")?, (20, 19)),
    remedy: |_| {
        Ok(format!(
            "curl -fsSL https://deb.nodesource.com/setup_22.x | {0}bash - && {0}apt-get install -y nodejs",
            sudo()
        ))
    },
    automatic: false,
};

/// npm, which comes with Node.
pub const NPM: Need = Need {
    name: "npm",
    wanted: |_| Ok("npm 10 or newer".into()),
    check: |repo| at_least(&say(repo, "npm", "--version")?, (10, 0)),
    remedy: |_| Ok(format!("{}npm install -g npm@11   # it comes with Node", sudo())),
    automatic: false,
};

/// The browser that the tests open, at the address in webdriver.json, and its driver.
pub const BROWSER: Need = Need {
    name: "chromium",
    wanted: |_| Ok(format!("Chromium at {CHROMIUM}, and chromedriver")),
    check: |repo| say(repo, CHROMIUM, "--version").and(say(repo, &chromedriver(), "--version")).map(drop),
    remedy: |_| {
        let packages = "chromium chromium-driver";
        Ok(format!("{0}apt-get update && {0}apt-get install -y --no-install-recommends {packages}", sudo()))
    },
    automatic: true,
};

/// The browser's driver: `CHROMEDRIVER`, else the one on the path.
pub fn chromedriver() -> String {
    env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned())
}

/// Where webdriver.json and the page's tests expect the browser.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Checks what these steps need and, when asked to, gets what is missing.
///
/// Lists all that is still missing and returns false, so that nobody meets it one by one.
pub fn provide(session: &mut Session, steps: &[&Step], install: bool) -> Result<bool> {
    let mut missing = missing(&session.repo, steps);
    if install {
        for (need, _) in missing.iter().filter(|(need, _)| need.automatic) {
            let remedy = (need.remedy)(&session.repo)?;
            println!("[install] {remedy}");
            session.perform("[install]", need.name, false, |session| {
                let mut shell = session.repo.command("sh", "-c");
                session.run(shell.arg(remedy).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
            });
        }
        missing = self::missing(&session.repo, steps);
    }
    if !missing.is_empty() {
        report(&session.repo, &missing, steps, install)?;
    }
    Ok(missing.is_empty())
}

/// What is not there, with what is there instead.
fn missing(repo: &Repo, steps: &[&Step]) -> Vec<(&'static Need, String)> {
    let mut needs: Vec<&Need> = Vec::new();
    for need in steps.iter().flat_map(|step| step.needs) {
        if needs.iter().all(|known| known.name != need.name) {
            needs.push(need);
        }
    }
    needs.into_iter().filter_map(|need| Some((need, (need.check)(repo).err()?))).collect()
}

fn report(repo: &Repo, missing: &[(&Need, String)], steps: &[&Step], installed: bool) -> Result {
    println!(
        "Missing on this machine; each with the command that gets it, to be run in {}:",
        repo.root.display()
    );
    for (need, found) in missing {
        let wants = |step: &&&Step| step.needs.iter().any(|other| other.name == need.name);
        let users: Vec<_> = steps.iter().filter(wants).map(|step| step.name).collect();
        println!(
            "\n- {} ({found})\n  for {}\n  $ {}",
            (need.wanted)(repo)?,
            users.join(", "),
            (need.remedy)(repo)?
        );
    }
    if !installed && missing.iter().any(|(need, _)| need.automatic) {
        println!("\nOr add --install to have this done (all but Node and npm), --only to leave steps out.");
    }
    Ok(())
}

/// The first line that a program says, or why it says none.
fn say(repo: &Repo, program: &str, args: &str) -> std::result::Result<String, String> {
    let output = repo.command(program, args).output().map_err(|_| format!("no `{program}` found"))?;
    let said = if output.status.success() { &output.stdout } else { &output.stderr };
    let line = String::from_utf8_lossy(said).lines().next().unwrap_or_default().to_owned();
    if output.status.success() { Ok(line) } else { Err(format!("`{program} {args}` says: {line}")) }
}

/// Whether a version such as `v20.20.2` is at least so new.
fn at_least(version: &str, (major, minor): (u32, u32)) -> Check {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let found: (u32, u32) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found >= (major, minor) { Ok(()) } else { Err(format!("found {version}")) }
}

/// The version of the crate wasm-bindgen in Cargo.lock, which the tools must have too.
fn bindgen(repo: &Repo) -> Result<String> {
    let path = repo.root.join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let (_, package) = lock.split_once("name = \"wasm-bindgen\"\n").ok_or("no wasm-bindgen in Cargo.lock")?;
    Ok(package.split('"').nth(1).ok_or("no version of wasm-bindgen in Cargo.lock")?.to_owned())
}

/// `sudo `, where it is there and needed.
fn sudo() -> &'static str {
    let says = |program: &str, arg: &str| std::process::Command::new(program).arg(arg).output().ok();
    let root = says("id", "-u").is_some_and(|id| id.stdout.trim_ascii() == b"0");
    if root || says("sudo", "--version").is_none() { "" } else { "sudo " }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(at_least("v20.19.0", (20, 19)).is_ok());
        assert!(at_least("v22.1.0", (20, 19)).is_ok());
        assert!(at_least("11.19.1", (10, 0)).is_ok());
        assert_eq!(at_least("v20.9.0", (20, 19)), Err("found v20.9.0".into()));
        assert!(at_least("", (10, 0)).is_err());
    }

    #[test]
    fn the_tools_follow_the_lock_file() {
        let version = bindgen(&Repo::find().unwrap()).unwrap();
        assert_eq!(version.split('.').count(), 3, "{version}");
    }
}
