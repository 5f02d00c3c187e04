//! Fits the coefficients of the step model to published measurements, and writes them with the page on accuracy.
//!
//! `cargo run --release -p calibration` writes; `-- --check` compares with what is written; `-- --rows SET` lists a set, `-- --serving` the rows of serving.

mod data;
mod fit;
mod power;
mod report;
mod serving;

use data::{Datum, load, root};
use report::Judged;
use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;
use wattflop::throughput::coefficients::Coefficients;

/// What is written, under the repository's root.
const SOURCE: &str = "src/throughput/calibrated.rs";
const PAGE: &str = "src/docs/accuracy.md";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let (data, fitted) = settled();
    let judged = judge(&data, &fitted);
    let doubts = report::doubts(&judged);
    let serving = serving::Report::made();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--rows", set] => {
            print!("{}", report::rows(&judged, set, &fitted));
            ExitCode::SUCCESS
        }
        ["--check"] => compare(&[
            (SOURCE, report::source(&fitted, &doubts)),
            (serving::SOURCE, serving.source()),
            (PAGE, page(&judged, &doubts, &serving)),
        ]),
        ["--serving"] => {
            print!("{}", serving.rows());
            ExitCode::SUCCESS
        }
        _ => {
            let page = page(&judged, &doubts, &serving);
            print!("{page}");
            fs::write(root().join(SOURCE), report::source(&fitted, &doubts)).expect("the source is written");
            fs::write(root().join(serving::SOURCE), serving.source()).expect("the source is written");
            fs::write(root().join(PAGE), page).expect("the page is written");
            ExitCode::SUCCESS
        }
    }
}

/// The page on accuracy: of steps, of power, and of serving.
fn page(judged: &[Judged], doubts: &[(f64, f64)], serving: &serving::Report) -> String {
    report::page(judged, doubts) + &power::page() + &serving.page()
}

/// The coefficients, and the rows filled in by them: from the priors on, each round fills by the fit before.
fn settled() -> (Vec<Datum>, Coefficients) {
    const ROUNDS: usize = 4;
    let mut fitted = Coefficients::PRIOR;
    for _ in 0..ROUNDS {
        fitted = fit_without(&load(&fitted), None, &fitted);
    }
    (load(&fitted), fitted)
}

/// Fits to all rows but those of a set.
fn fit_without(data: &[Datum], set: Option<&str>, start: &Coefficients) -> Coefficients {
    let kept: Vec<_> =
        data.iter().filter(|datum| datum.is_fitted && Some(datum.left_out_with().as_str()) != set).collect();
    fit::fit(&kept, start)
}

fn judge<'a>(data: &'a [Datum], fitted: &Coefficients) -> Vec<Judged<'a>> {
    let sets: Vec<_> = report::counts(data).into_keys().collect();
    let without: BTreeMap<_, _> =
        sets.into_iter().map(|set| (set.clone(), fit_without(data, Some(&set), fitted))).collect();
    let judged = |datum: &'a Datum| {
        let left_out = datum.residual(&without[&datum.left_out_with()])?;
        Some(Judged { datum, in_sample: datum.residual(fitted)?, left_out })
    };
    data.iter().filter_map(judged).collect()
}

fn compare(written: &[(&str, String)]) -> ExitCode {
    let differs =
        |(path, text): &&(&str, String)| fs::read_to_string(root().join(path)).ok().as_ref() != Some(text);
    let stale: Vec<_> = written.iter().filter(differs).map(|(path, _)| *path).collect();
    if stale.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!(
        "not what the calibration gives: {}; run `cargo run --release -p calibration`",
        stale.join(", ")
    );
    ExitCode::FAILURE
}
