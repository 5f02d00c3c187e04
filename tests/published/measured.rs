//! Measured rows of `tests/published/data`, predicted as `wattflop validate` does, each source held to the error that it
//! is predicted with. The data's README names the documents; every row names its own.

use std::collections::BTreeMap;
use std::path::Path;
use wattflop::analysis::validation::{Errors, Judged, by_set, judge};

/// The rows of a file, cell by column.
pub fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published/data").join(file);
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let cells = |record: csv::StringRecord| {
        headers
            .iter()
            .zip(&record)
            .map(|(column, cell)| (column.to_owned(), cell.trim().to_owned()))
            .collect()
    };
    reader.records().map(|record| cells(record.unwrap())).collect()
}

/// What is predicted of a row.
pub fn judged(row: &BTreeMap<String, String>, set: &str) -> Vec<Judged> {
    judge(&|column| row.get(column).map(String::as_str).filter(|cell| !cell.is_empty()), "row", set)
}

/// The errors in step time, or in the quantity given, over the rows of a file whose source begins so.
pub fn errors(file: &str, source: &str, quantity: &str) -> Errors {
    let of_source = |row: &BTreeMap<String, String>| {
        let name = row.get("set").or_else(|| row.get("source")).map_or("", String::as_str);
        name.starts_with(source)
    };
    let judged: Vec<_> =
        rows(file).iter().filter(|row| of_source(row)).flat_map(|row| judged(row, source)).collect();
    let sets = by_set(&judged);
    sets.iter().find(|set| set.quantity == quantity).and_then(|set| set.errors).expect("rows of the source")
}

/// Every column that holds an outcome.
fn is_outcome(column: &str) -> bool {
    const STARTS: [&str; 7] =
        ["measured_", "derived_", "calculon_", "eco_", "tokens_per_s", "wall_", "avg_power"];
    const WHOLE: [&str; 13] = [
        "meas",
        "power",
        "tput",
        "mfu_pct",
        "hfu_pct",
        "tflops_per_gpu",
        "step_time_s",
        "gpu_hours",
        "energy_mwh",
        "tco2e",
        "cost_usd",
        "goodput_pct",
        "interruptions",
    ];
    STARTS.iter().any(|start| column.starts_with(start)) || WHOLE.contains(&column)
}

const FILES: [(&str, usize); 4] = [
    ("step_times.csv", 1),
    ("training_runs.csv", 1),
    ("vtrain_single_node.csv", 25),
    ("serving_measured.csv", 20),
];

/// Predictions are made of a row's inputs alone: doubling every outcome, or blanking all but one, changes none.
#[test]
fn no_outcome_is_looked_at() {
    for (file, step) in FILES {
        for row in rows(file).iter().step_by(step) {
            let plain = judged(row, file);
            let mut doubled = row.clone();
            for (_, cell) in doubled.iter_mut().filter(|(column, _)| is_outcome(column)) {
                *cell = cell.parse::<f64>().map_or_else(|_| cell.clone(), |value| (2.0 * value).to_string());
            }
            let after = judged(&doubled, file);
            let predictions =
                |rows: &[Judged]| rows.iter().map(|row| (row.quantity, row.predicted)).collect::<Vec<_>>();
            assert_eq!(predictions(&plain), predictions(&after), "{file}: {row:?}");
            for kept in row.keys().filter(|column| is_outcome(column) && !row[*column].is_empty()) {
                let mut blanked = row.clone();
                let others = blanked.iter_mut().filter(|(column, _)| is_outcome(column) && *column != kept);
                others.for_each(|(_, cell)| cell.clear());
                let known = |judged: &Judged| {
                    plain.iter().any(|other| other.quantity == judged.quantity && close(other, judged))
                };
                let left = judged(&blanked, file);
                assert!(left.iter().all(known), "{file}, only {kept}: {left:?} instead of {plain:?}");
            }
        }
    }
}

/// Two predictions of a quantity; they differ by the unit of the column where a row measures it in two.
fn close(a: &Judged, b: &Judged) -> bool {
    match (a.predicted, b.predicted) {
        (Ok(one), Ok(other)) => {
            let (x, y) = (one.value / a.measured, other.value / b.measured);
            one.value == other.value || (x / y - 1.0).abs() < 0.05
        }
        (a, b) => a == b,
    }
}

/// At least nine in ten of the rows that state layout and batch are predicted.
#[test]
fn rows_with_layout_and_batch_are_predicted() {
    let states = |row: &BTreeMap<String, String>, columns: &[&str]| {
        columns.iter().any(|column| row.get(*column).is_some_and(|cell| !cell.is_empty()))
    };
    let mut counts = [0_u32; 2];
    for (file, _) in FILES {
        for row in rows(file) {
            let layout = states(&row, &["tp"]) && states(&row, &["pp", "dp"]);
            if layout && states(&row, &["global_batch", "global_batch_seqs", "global_batch_tokens"]) {
                counts[0] += 1;
                counts[1] += u32::from(judged(&row, file).iter().any(|judged| judged.predicted.is_ok()));
            }
        }
    }
    assert!(f64::from(counts[1]) >= 0.9 * f64::from(counts[0]), "{counts:?}");
    assert!(counts[0] > 900, "{counts:?}");
}
