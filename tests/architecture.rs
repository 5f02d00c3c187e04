//! What must stay true of the source itself: which room imports from which, what the core is made of.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms in the order in which data flows. Those on a line are siblings: neither imports the other.
const ROOMS: &[&[&str]] = &[
    &["quantities"],
    &["provenance"],
    &["tables"],
    &["catalogue"],
    &["workload", "cluster"],
    &["throughput"],
    &["reliability"],
    &["power"],
    &["footprint"],
    &["cost"],
    &["estimate"],
    &["analysis"],
    &["report"],
    &["document"],
    &["cli", "wasm"],
];
/// What every room below the quantities may import. It may itself import the quantities, whose amounts it carries, and
/// the words that it displays in.
const EVERYWHERE: &str = "error";
const FIRST: &str = "quantities";
const WORDS_OF_ERRORS: [[&str; 2]; 2] = [["report", "words"], ["report", "Locale"]];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file of the library under its path within `src`; programs use it from outside.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => walk(&path, files),
                false => files.push(path),
            }
        }
    }
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    let within = |file: &PathBuf| file.strip_prefix(root().join("src")).unwrap().to_owned();
    let read = |file: PathBuf| (within(&file), fs::read_to_string(&file).unwrap());
    files.into_iter().map(read).filter(|(path, _)| !path.starts_with("bin")).collect()
}

/// The module that a file holds: `cost/size.rs` is `cost::size`, `lib.rs` the crate's root.
fn module(file: &Path) -> Vec<String> {
    let path = file.with_extension("");
    let mut segments: Vec<_> = path.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if ["mod", "lib"].contains(&segments.last().map_or("", |last| last)) {
        segments.pop();
    }
    segments
}

/// A word, a path separator or any other sign; comments and texts are left out.
fn lexed(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if rest.starts_with("r#\"") => rest[3..].find("\"#").map_or(rest.len(), |end| end + 5),
            '"' => text_length(rest),
            '\'' => character_length(rest),
            _ if rest.starts_with("::") => 2,
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        let is_code = !token.starts_with("//") && !token.starts_with("/*") && !token.contains(['"', '\'']);
        if is_code && !token.trim().is_empty() {
            tokens.push(token.to_owned());
        }
        rest = after;
    }
    tokens
}

/// How long the text in quotes is that the source begins with.
fn text_length(source: &str) -> usize {
    let mut escaped = false;
    for (place, c) in source.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    source.len()
}

/// How long the character is that the source begins with, or the tick of a lifetime.
fn character_length(source: &str) -> usize {
    let mut chars = source.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => source[3..].find('\'').map_or(1, |end| end + 4),
        (Some(_), Some((place, '\''))) => place + 1,
        _ => 1,
    }
}

/// The absolute paths that a module's source names through `crate`, `self` and `super`.
fn reached(module: &[String], source: &str) -> Vec<Vec<String>> {
    let mut scan = Scan {
        tokens: lexed(source),
        place: 0,
        here: module.to_vec(),
        depth: 0,
        open: vec![],
        paths: vec![],
    };
    scan.run();
    scan.paths
}

struct Scan {
    tokens: Vec<String>,
    place: usize,
    /// The module being read, inner ones included.
    here: Vec<String>,
    depth: usize,
    /// The depths at which inner modules were opened.
    open: Vec<usize>,
    paths: Vec<Vec<String>>,
}

impl Scan {
    fn token(&self, ahead: usize) -> &str {
        self.tokens.get(self.place + ahead).map_or("", |token| token)
    }

    fn run(&mut self) {
        while self.place < self.tokens.len() {
            let starts_path =
                self.token(1) == "::" && (self.place == 0 || self.tokens[self.place - 1] != "::");
            match self.token(0) {
                "crate" | "self" | "super" if starts_path => self.tree(self.here.clone()),
                "mod" => self.enter(),
                "{" => self.depth += 1,
                "}" => self.leave(),
                _ => {}
            }
            self.place += 1;
        }
    }

    /// Goes into an inner module, where this is one.
    fn enter(&mut self) {
        let sigil = usize::from(self.token(1) == "$");
        if self.token(2 + sigil) == "{" {
            self.here.push(self.token(1 + sigil).to_owned());
            self.open.push(self.depth);
        }
    }

    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.open.last() == Some(&self.depth) {
            self.open.pop();
            self.here.pop();
        }
    }

    /// Follows a path from a module, and every branch of a group; stops at its last token.
    fn tree(&mut self, mut path: Vec<String>) {
        loop {
            match self.token(0) {
                "crate" => path.clear(),
                "super" => _ = path.pop(),
                "self" => {}
                "{" => return self.group(&path),
                name => path.push(name.to_owned()),
            }
            if self.token(1) != "::" {
                return self.paths.push(path);
            }
            self.place += 2;
        }
    }

    fn group(&mut self, path: &[String]) {
        loop {
            self.place += 1;
            match self.token(0) {
                "}" | "" => return,
                "," => {}
                "as" => self.place += 1,
                _ => self.tree(path.to_vec()),
            }
        }
    }
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|siblings| siblings.contains(&room))
}

/// Why a module may not name a path; `None` where it may.
fn complaint(module: &[String], path: &[String]) -> Option<String> {
    let from = module.first()?;
    let to = path.first().map_or("the crate's root", String::as_str);
    let is_words = || WORDS_OF_ERRORS.iter().any(|words| path.iter().take(2).eq(words.iter()));
    let allowed = match (rank(from), rank(to)) {
        _ if to == from => true,
        _ if to == EVERYWHERE => from != FIRST,
        _ if from == EVERYWHERE => to == FIRST || is_words(),
        (Some(from), Some(to)) => to < from,
        _ => false,
    };
    (!allowed).then(|| format!("{} names {}", module.join("::"), path.join("::")))
}

fn complaints(file: &str, source: &str) -> Vec<String> {
    let module = module(Path::new(file));
    reached(&module, source).iter().filter_map(|path| complaint(&module, path)).collect()
}

#[test]
fn no_arrow_runs_back_up() {
    let found: Vec<_> =
        sources().iter().flat_map(|(file, source)| complaints(file.to_str().unwrap(), source)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_folder_of_the_source_is_a_room() {
    let modules: Vec<_> = sources().iter().filter_map(|(file, _)| module(file).into_iter().next()).collect();
    let strangers: Vec<_> =
        modules.iter().filter(|room| rank(room).is_none() && *room != EVERYWHERE).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn arrows_that_run_back_up_are_seen_in_every_form() {
    let planted = [
        ("power/mod.rs", "use crate::cost::Build;"),
        ("power/mod.rs", "use crate::{quantities::*, cost::{Build, Capex as C}};"),
        ("power/mod.rs", "use crate::{\n    cluster::{Cluster, Pool},\n    report,\n};"),
        ("power/mod.rs", "fn f() -> crate::cost::Build { g::<crate::quantities::Power>() }"),
        ("power/mod.rs", "pub(crate) fn f(_: &crate::estimate::Estimate) {}"),
        ("power/mod.rs", "use super::cost::Build;"),
        ("power/server/fan.rs", "use super::super::super::cost;"),
        ("power/server/fan.rs", "use super::super::{curve, super::{cost}};"),
        ("power/mod.rs", "mod inner { use super::super::cost; }"),
        ("power/mod.rs", "mod inner {} use super::cost;"),
        ("power/mod.rs", "macro_rules! m { () => { $crate::cost::f() } }"),
        ("power/mod.rs", "use crate::*;"),
        ("power/mod.rs", "use crate::operate;"),
        ("cluster/pool.rs", "use crate::workload::Model;"),
        ("workload/mod.rs", "use crate::cluster::Pool;"),
        ("wasm/mod.rs", "use crate::cli::run;"),
        ("error.rs", "use crate::report::show;"),
        ("error.rs", "use crate::tables::Input;"),
        ("quantities/parse.rs", "use crate::error::Error;"),
        ("quantities/kind.rs", "const A: char = '\"'; use crate::tables::Input; const B: char = '\"';"),
    ];
    for (file, source) in planted {
        assert!(!complaints(file, source).is_empty(), "{file}: {source}");
    }
}

#[test]
fn arrows_that_run_down_are_let_through() {
    let sound = [
        (
            "power/mod.rs",
            "use crate::cluster::{Cluster, Pool}; use crate::error::Error; use super::power::Draw;",
        ),
        ("power/server/fan.rs", "use super::curve; use super::super::Draw; use self::blade::Blade;"),
        ("power/mod.rs", "mod inner { use super::super::cluster; use super::Draw; }"),
        ("power/mod.rs", "// use crate::cost;\n/* crate::cost::x */ /// [`crate::cost::Build`]\nfn f() {}"),
        (
            "power/mod.rs",
            "const A: &str = \"crate::cost::x\"; const B: &str = r#\"\"crate::cost\"\"#; const C: char = '\\'';",
        ),
        ("power/mod.rs", "fn f<'a>(&'a self) -> &'a str { self.name.as_str() }"),
        ("error.rs", "fn f() { crate::report::words::error(self, crate::report::Locale::En) }"),
        ("lib.rs", "pub use crate::cost::Build;"),
    ];
    for (file, source) in sound {
        assert!(complaints(file, source).is_empty(), "{file}: {source}: {:?}", complaints(file, source));
    }
}

/// Methods of std that differ by a bit from machine to machine, or round otherwise than they read.
const TRANSCENDENTALS: [&str; 27] = [
    "powf", "powi", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "cbrt", "hypot", "sin",
    "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
    "sin_cos", "mul_add",
];

/// Calls of std's transcendentals: by method, or through the type.
fn transcendentals(source: &str) -> Vec<String> {
    let tokens = lexed(source);
    let is_call = |window: &&[String]| {
        let [of, point, name, after] = window else { return false };
        let is_of_std = point == "." || (point == "::" && ["f32", "f64"].contains(&of.as_str()));
        is_of_std && TRANSCENDENTALS.contains(&name.as_str()) && (after == "(" || point == "::")
    };
    tokens.windows(4).filter(is_call).map(|window| window.concat()).collect()
}

#[test]
fn transcendentals_come_from_libm() {
    for (file, source) in sources() {
        let found = transcendentals(&source);
        assert!(found.is_empty(), "{}: {found:?}", file.display());
    }
}

#[test]
fn transcendentals_of_std_are_seen() {
    assert_eq!(transcendentals("let a = x.powi(2);").len(), 1);
    assert_eq!(transcendentals("xs.map(f64::ln);").len(), 1);
    assert_eq!(transcendentals("libm::exp(x) + x.sqrt(); self.log.push(1);").len(), 0);
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let front = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\"") || front.contains("#![forbid(unsafe_code)]"));
    for (file, source) in sources() {
        assert!(!lexed(&source).iter().any(|token| token == "unsafe"), "{}", file.display());
    }
}

/// The crates that a user of the crate builds with no feature asked for, itself included.
fn crates() -> Vec<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tree = Command::new(cargo)
        .args(["tree", "--offline", "--package", "wattflop", "--edges", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let mut crates: Vec<_> = String::from_utf8_lossy(&tree.stdout).lines().map(name).collect();
    crates.sort();
    crates.dedup();
    crates
}

#[test]
fn the_core_is_built_of_at_most_twelve_crates() {
    let crates = crates();
    assert!(crates.contains(&"wattflop".to_owned()) && crates.len() <= 12, "{}: {crates:?}", crates.len());
}
