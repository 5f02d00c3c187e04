//! The package's WebAssembly: Rust → bindings → optimised.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::run::Session;
use crate::{Result, steps};

/// What the WebAssembly is made from.
const SOURCES: [&str; 4] = ["src", "Cargo.toml", "Cargo.lock", "web/xtask/src/wasm.rs"];

const RUSTC: &str =
    "rustc --lib --crate-type cdylib --target wasm32-unknown-unknown --profile wasm --features";

/// The core that answers everything, and the lighter one that answers what widgets ask: the crate's feature, and the folder in web.
const CORES: [(&str, &str); 2] = [("wasm", "wasm"), ("widgets", "wasm/widgets")];

/// With a way to start afresh, since an instance that has trapped is never to be used again.
const BINDGEN: &str = "--target web --omit-default-module-path --experimental-reset-state-function --out-dir";

/// For size; but functions stay apart: a host compiles them as they run, and would spend a first result's time on a few huge
/// ones. With the features that wasm32-unknown-unknown has by default. Memory is not packed: split at every run of
/// zeros, the catalogue compresses a tenth worse.
const WASM_OPT: &str = "-Oz --one-caller-inline-max-function-size=60 --skip-pass=memory-packing --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext";

/// Builds web/wasm, unless it is newer than all that it is made from.
pub fn build(session: &mut Session) -> Result {
    steps::dependencies(session)?;
    if fresh(session)? { Ok(()) } else { make(session) }
}

fn make(session: &mut Session) -> Result {
    let began = SystemTime::now();
    // The first last: by its date the build is judged.
    for (feature, folder) in CORES.into_iter().rev() {
        session.run(session.repo.cargo(RUSTC).arg(feature))?;
        bind(session, &session.repo.web().join(folder))?;
    }
    // What is edited during the build is newer than its result.
    File::options().append(true).open(session.repo.wasm())?.set_modified(began)?;
    Ok(())
}

/// Binds what was compiled, and shrinks it.
fn bind(session: &mut Session, folder: &Path) -> Result {
    let plain = session.repo.target.join("wasm32-unknown-unknown/wasm/wattflop.wasm");
    let mut bindgen = session.repo.command("wasm-bindgen", BINDGEN);
    session.run(bindgen.arg(folder).arg(plain))?;
    optimise(session, &folder.join("wattflop_bg.wasm"), &folder.join("unoptimised.wasm"))
}

/// Shrinks a bound module by way of `aside`, so that a build cut short leaves none that looks finished.
fn optimise(session: &mut Session, wasm: &Path, aside: &Path) -> Result {
    fs::rename(wasm, aside).map_err(|error| format!("wasm-bindgen left no {}: {error}", wasm.display()))?;
    let tool = session.repo.web().join("node_modules/.bin/wasm-opt");
    let mut wasm_opt = session.repo.command(&tool.to_string_lossy(), WASM_OPT);
    session
        .run(wasm_opt.arg(aside).arg("-o").arg(wasm))
        .map_err(|error| format!("{error}; wasm-opt is in the npm package `binaryen` of web/package.json"))?;
    Ok(fs::remove_file(aside)?)
}

fn fresh(session: &Session) -> Result<bool> {
    let Ok(wasm) = fs::metadata(session.repo.wasm()) else { return Ok(false) };
    let built = wasm.modified()?;
    for source in SOURCES {
        let path = session.repo.root.join(source);
        let newest = newest(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        if newest >= built {
            return Ok(false);
        }
    }
    Ok(true)
}

/// When a file, or anything in a folder, last changed; a folder changes when a file in it comes or goes.
fn newest(path: &Path) -> io::Result<SystemTime> {
    let metadata = fs::metadata(path)?;
    let mut newest_yet = metadata.modified()?;
    if metadata.is_dir() {
        for entry in fs::read_dir(path)? {
            newest_yet = newest_yet.max(newest(&entry?.path())?);
        }
    }
    Ok(newest_yet)
}
