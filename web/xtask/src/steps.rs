//! The table of steps, in the order in which they run.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use crate::Result;
use crate::needs::{BINDGEN, BROWSER, CLIPPY, NODE, NPM, Need, RUSTFMT, WASM_TARGET, chromedriver};
use crate::run::Session;
use crate::{size, wasm};

/// One thing that is checked or built.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does, in a line.
    pub about: &'static str,
    /// What must be on the machine.
    pub needs: &'static [&'static Need],
    /// Whether it must run at least one test.
    pub tests: bool,
    /// The step itself.
    pub run: fn(&mut Session) -> Result,
}

impl Step {
    const fn new(
        name: &'static str,
        about: &'static str,
        needs: &'static [&'static Need],
        run: fn(&mut Session) -> Result,
    ) -> Self {
        Self { name, about, needs, tests: false, run }
    }

    /// The same, as a step that must run at least one test.
    const fn tests(self) -> Self {
        Self { tests: true, ..self }
    }
}

/// What it takes to build the npm package.
const WEB: &[&Need] = &[&WASM_TARGET, &BINDGEN, &NODE, &NPM];
/// What it takes to open it in a browser.
const WEB_AND_BROWSER: &[&Need] = &[&WASM_TARGET, &BINDGEN, &NODE, &NPM, &BROWSER];

/// Builds the package's WebAssembly.
pub const WASM: Step = Step::new("wasm", "the package's WebAssembly, built into web/wasm", WEB, wasm);
/// Builds the npm package; every npm step does so first.
pub const BUILD: Step = Step::new("build", "the npm package, built", WEB, build);

/// All steps of `cargo xtask test`.
pub const STEPS: &[Step] = &[
    Step::new("fmt", "the Rust code is formatted", &[&RUSTFMT], fmt),
    Step::new("clippy", "no lint, natively and for WebAssembly", &[&CLIPPY, &WASM_TARGET], clippy),
    Step::new("tree", "a user of the crate gets few dependencies", &[], tree),
    Step::new("native", "the Rust tests, and this tool's own", &[], native).tests(),
    Step::new(
        "calibration",
        "the fitted coefficients and the page on accuracy are what the measurements give",
        &[],
        |session| cargo(session, "run --release --quiet -p calibration -- --check"),
    ),
    Step::new("doc", "the examples in the documentation, and its links", &[], doc).tests(),
    WASM,
    Step::new("wasm-node", "the WebAssembly tests in Node", &[&WASM_TARGET, &BINDGEN, &NODE], wasm_node)
        .tests(),
    Step::new("wasm-chromium", "the same in Chromium", &[&WASM_TARGET, &BINDGEN, &BROWSER], wasm_chromium)
        .tests(),
    Step::new("npm", "the npm package's tests", WEB, |session| npm(session, "test")).tests(),
    Step::new("types", "its types, strictly", WEB, |session| npm(session, "types")),
    Step::new("page", "the widgets and the site in Chromium", WEB_AND_BROWSER, |session| {
        npm(session, "test:page")
    })
    .tests(),
    Step::new("package", "the packed tarball, as npm would publish it", WEB, |session| {
        npm(session, "package")
    }),
    Step::new("examples", "pkg-examples on the packed package and crate", WEB_AND_BROWSER, |session| {
        npm(session, "--silent examples")
    })
    .tests(),
    Step::new("docs", "the documentation as a static site", WEB, |session| npm(session, "--silent docs")),
    Step::new("size", "every entry of the package weighs no more than its budget", WEB, |session| {
        build(session)?;
        size::entries(session)
    }),
];

/// The steps by these names, in their usual order; all of them when there is no name.
pub fn select(names: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(name) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        return Err(format!("no step `{name}`; the steps are\n{}", list()).into());
    }
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// What `cargo xtask test --list` prints.
pub fn list() -> String {
    STEPS.iter().fold(String::new(), |mut list, step| {
        let _ = writeln!(list, "{:14} {}", step.name, step.about);
        list
    })
}

fn cargo(session: &mut Session, args: &str) -> Result {
    session.run(&mut session.repo.cargo(args)).map(drop)
}

fn fmt(session: &mut Session) -> Result {
    cargo(session, "fmt --all --check -- --color never")
        .map_err(|error| format!("{error}; `cargo fmt --all` puts it right").into())
}

fn clippy(session: &mut Session) -> Result {
    cargo(session, "clippy --workspace --all-targets --features cli -- -D warnings")?;
    cargo(session, "clippy --lib --features wasm --target wasm32-unknown-unknown -- -D warnings")
}

fn tree(session: &mut Session) -> Result {
    const MOST: usize = 12;
    const NEVER: [&str; 2] = ["wasm-bindgen", "clap"];
    let tree = session.run(&mut session.repo.cargo("tree --quiet -p wattflop -e normal --prefix none"))?;
    let crates = crates(&tree);
    let count = crates.len();
    if let Some((name, _)) = crates.iter().find(|(name, _)| NEVER.contains(name)) {
        return Err(format!("`{name}` must stand behind a feature of Cargo.toml").into());
    }
    if !(1..=MOST).contains(&count) {
        return Err(format!("{count} crates without any feature, ourselves included; at most {MOST}").into());
    }
    session.notes.push(format!("{count} of at most {MOST} crates"));
    Ok(())
}

/// The crates in the output of `cargo tree --prefix none`, each once: name and version.
fn crates(tree: &str) -> BTreeSet<(&str, &str)> {
    let lines = tree.lines().map(str::split_whitespace);
    lines
        .filter_map(|mut words| Some((words.next()?, words.next()?)))
        .filter(|(_, version)| version.starts_with('v'))
        .collect()
}

fn native(session: &mut Session) -> Result {
    cargo(session, "test --workspace --features cli --tests --no-fail-fast")
}

fn doc(session: &mut Session) -> Result {
    cargo(session, "test --doc --features cli")?;
    let mut doc = session.repo.cargo("doc --no-deps --features cli");
    session.run(doc.env("RUSTDOCFLAGS", "-Dwarnings")).map(drop)
}

fn wasm_node(session: &mut Session) -> Result {
    wasm_test(session, &[])
}

fn wasm_chromium(session: &mut Session) -> Result {
    /// What takes the runner to the browser, so that one build serves both steps.
    const BROWSER: &[(&str, &str)] = &[("WASM_BINDGEN_USE_BROWSER", "1")];
    wasm_test(session, BROWSER)
}

fn wasm(session: &mut Session) -> Result {
    wasm::build(session)?;
    size::core(session)
}

/// Runs tests/wasm under wasm-bindgen's runner, which reads `webdriver.json` when it drives a browser.
fn wasm_test(session: &mut Session, host: &[(&str, &str)]) -> Result {
    const PATIENCE: &str = "300"; // seconds that the browser's tests may take
    const TEST: &str = "test --target wasm32-unknown-unknown --features wasm --test wasm";
    let mut test = session.repo.cargo(TEST);
    test.envs(host.iter().copied());
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", chromedriver())
        .env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE);
    session.run(&mut test).map(drop)
}

/// Runs a script of web/package.json on the built package.
fn npm(session: &mut Session, script: &str) -> Result {
    build(session)?;
    session.run(&mut session.repo.npm(&format!("run {script}"))).map(drop)
}

fn build(session: &mut Session) -> Result {
    wasm::build(session)?;
    if !session.built {
        session.run(&mut session.repo.npm("run build"))?;
        session.built = true;
    }
    Ok(())
}

/// Gets the npm dependencies into `web/node_modules`, unless `web/package-lock.json` is older.
pub fn dependencies(session: &mut Session) -> Result {
    let web = session.repo.web();
    for (file, remedy) in [
        ("package.json", "it is the npm package, which the WebAssembly belongs to"),
        ("package-lock.json", "run `npm install` in web/ and commit it"),
    ] {
        if !web.join(file).exists() {
            return Err(format!("web/{file} is missing: {remedy}").into());
        }
    }
    let asked = fs::metadata(web.join("package-lock.json"))?.modified()?;
    let have = fs::metadata(web.join("node_modules/.package-lock.json")).and_then(|have| have.modified());
    if have.is_ok_and(|have| have >= asked) {
        return Ok(());
    }
    session.run(&mut session.repo.npm("ci --no-audit --no-fund")).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selects_in_the_usual_order() {
        let names = ["size".to_owned(), "fmt".to_owned()];
        let selected: Vec<_> = select(&names).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(selected, ["fmt", "size"]);
        assert_eq!(select(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_is_told_the_known_ones() {
        let error = select(&["formt".to_owned()]).err().unwrap().to_string();
        assert!(error.contains("`formt`") && error.contains("wasm-chromium"), "{error}");
    }

    #[test]
    fn counts_each_crate_once() {
        let tree = "    Updating crates.io index\nwattflop v0.1.0 (/somewhere)\nlibm v0.2.15\nserde v1.0.1\nlibm v0.2.15 (*)\n";
        assert_eq!(crates(tree).len(), 3);
    }
}
