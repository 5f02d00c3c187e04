//! The table of published costs: every row that states its inputs comes out of ours somewhere in these tests, and what
//! does not is named with the reason.

use crate::support::close;
use std::collections::BTreeMap;

const CASES: &str = include_str!("data/cost_cases.csv");

/// Where each row is shown to come out.
const SHOWN: [(&str, &[&str]); 7] = [
    (
        "cost_methods",
        &[
            "01a", "01b", "01c", "01d", "01e", "01f", "02a", "02b", "03a", "03d", "04a", "04b", "04c", "04d",
            "04e", "05a", "05c", "05d", "05e", "05g", "08a", "10a", "11a", "11c", "11d", "11e", "13e",
        ],
    ),
    ("semianalysis_100k", &["06a", "06b", "06d", "06e", "06f", "06g", "06h"]),
    ("epoch_colossus", &["07a", "07b", "07c", "12b"]),
    ("deepseek_llama", &["09a", "09b", "09c"]),
    ("stargate", &["12a", "12c", "12d"]),
    ("ranges", &["13b"]),
    ("cost_cases", &["14a"]),
];

/// Rows that do not come out, and why.
const LEFT_OUT: [(&str, &str); 2] = [
    (
        "13c",
        "a mixture: device-hours are imputed for one model in three, so that no product of inputs has the interval",
    ),
    ("13d", "the same"),
];

/// The rows by their ids.
fn rows() -> BTreeMap<String, csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(CASES.as_bytes());
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| (row[0].to_owned(), row)).collect()
}

#[test]
fn every_row_is_shown_or_named_with_the_reason() {
    let shown = SHOWN.iter().flat_map(|(_, ids)| ids.iter().copied());
    let mut named: Vec<_> = shown.chain(LEFT_OUT.iter().map(|(id, _)| *id)).collect();
    named.sort_unstable();
    let ids: Vec<_> = rows().into_keys().collect();
    assert_eq!(named, ids);
    assert!(LEFT_OUT.iter().all(|(_, why)| !why.is_empty()));
    for (file, ids) in SHOWN {
        let path = format!("{}/tests/published/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        for id in ids {
            assert!(text.contains(&format!("{id}: ")), "no test of {file} names {id}");
        }
    }
}

/// The values that the tests expect are those of the table.
#[test]
fn the_values_of_the_table_are_those_that_tests_expect() {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    for (file, ids) in SHOWN {
        let path = format!("{}/tests/published/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let text = digits(&std::fs::read_to_string(&path).unwrap());
        for id in ids {
            let expected = rows()[*id][5].to_owned();
            let leading = digits(expected.split('e').next().unwrap()).trim_end_matches('0').to_owned();
            let leading: String = leading.trim_start_matches('0').chars().take(6).collect();
            assert!(text.contains(&leading), "{file} nowhere expects the {expected} of {id}");
        }
    }
}

/// What stands in a row as expected.
fn expected(id: &str) -> f64 {
    rows()[id][5].parse().unwrap()
}

/// 14a: Llama 3: 419 unexpected stops in 54 days of 16,384 H100, 3.09 hours apart; 50,677 GPU-hours a stop.
#[test]
fn llama_3_stopped_every_three_hours() {
    let faults = wattflop::reliability::Faults::published();
    let apart = faults.device_time_per_failure() / wattflop::quantities::units::devices(16_384.0);
    close(apart.value / 3_600.0, expected("14a"), 0.5);
    close(54.0 * 24.0 / 419.0, expected("14a"), 0.5);
}

/// 07b: compute 3.2 and construction 1.5 make 4.7 billion USD; 12b: 100 billion USD: rows that echo their inputs.
#[test]
fn rows_that_echo_their_inputs_are_sound() {
    close(3.2e9 + 1.5e9, expected("07b"), 0.1);
    close(100e9, expected("12b"), 15.0);
}
