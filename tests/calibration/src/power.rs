//! Power at the node: what is fitted to MLPerf Power, and how it predicts a submitter that was left out.

use crate::data::root;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::File;
use wattflop::analysis::validation::{PowerModel, Timed, node_power, timed};
use wattflop::quantities::Share;

/// What is fitted, in the order of [`PRIOR`].
const NAMES: [&str; 4] = [
    "draw of products, over the range from idle to TDP",
    "draw of waiting, over the same range",
    "rest of a server cooled by a liquid, over its rated power",
    "seconds of a benchmark outside its steps",
];
/// What was believed of each before: a power cap that products would pass, devices that wait with their context loaded (H100: 122
/// W of 68 to 700), a rest without its fans (about half of a DGX H100's 0.6), and the 4 to 21 seconds of MLPerf Training's logs.
const PRIOR: [f64; 4] = [1.25, 0.15, 0.28, 10.0];
/// How far each may lie from that: one standard deviation of its logarithm.
const SPREAD: [f64; 4] = [0.15, 0.5, 0.2, 0.7];
/// How far a row may lie from what is predicted: one standard deviation of its logarithm.
const NOISE: f64 = 0.03;

/// A measured row.
struct Measured {
    submitter: String,
    cells: BTreeMap<String, String>,
    timed: Option<Timed>,
    watts: f64,
}

impl Measured {
    fn residual(&self, model: &PowerModel) -> f64 {
        let row = |column: &str| self.cells.get(column).map(String::as_str);
        let predicted = node_power(&row, self.timed.as_ref(), model).expect("a prediction");
        libm::log(predicted / self.watts)
    }
}

fn load() -> Vec<Measured> {
    let path = root().join("tests/published/data/training_runs.csv");
    let mut reader = csv::Reader::from_reader(File::open(path).expect("the measurements"));
    let headers = reader.headers().expect("a header").clone();
    let measured = |record: csv::StringRecord| {
        let filled = headers.iter().zip(&record).filter(|(_, cell)| !cell.trim().is_empty());
        let cells: BTreeMap<_, _> = filled.map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
        let row = |column: &str| cells.get(column).map(String::as_str);
        let id = row("id").filter(|_| row("set") == Some("MLPerf-Power"))?;
        let submitter = id.split('-').nth(2)?.to_owned();
        let watts = row("avg_power_w_per_gpu")?.parse().ok()?;
        let timed = timed(&row).ok();
        Some(Measured { submitter, watts, timed, cells })
    };
    reader.records().map(|record| record.expect("a row")).filter_map(measured).collect()
}

fn model(values: [f64; 4]) -> PowerModel {
    let [products, waiting, rest, outside] = values;
    let published = PowerModel::published();
    let draws = published.liquid.with_products(Share::new(products)).with_waiting(Share::new(waiting));
    PowerModel { liquid: draws.with_rest(Share::new(rest)), outside, fans: published.fans }
}

fn misfit(rows: &[&Measured], values: [f64; 4]) -> f64 {
    let model = model(values);
    let square = |value: f64| value * value;
    let of_rows: f64 = rows.iter().map(|row| square(row.residual(&model) / NOISE)).sum();
    let beliefs = values.iter().zip(PRIOR).zip(SPREAD);
    of_rows + beliefs.map(|((value, prior), spread)| square(libm::log(value / prior) / spread)).sum::<f64>()
}

/// The best values, each tried up and down by ever smaller steps.
fn fit(rows: &[&Measured]) -> [f64; 4] {
    let (mut best, mut step) = (PRIOR, 0.2);
    while step > 1e-4 {
        let tries = (0..PRIOR.len()).flat_map(|place| {
            [1.0 + step, 1.0 / (1.0 + step)].map(|factor| {
                let mut tried = best;
                tried[place] *= factor;
                tried
            })
        });
        let better = tries.min_by(|a, b| misfit(rows, *a).total_cmp(&misfit(rows, *b))).expect("a try");
        if misfit(rows, better) < misfit(rows, best) {
            best = better;
        } else {
            step /= 2.0;
        }
    }
    best
}

/// The part of the page on accuracy.
pub fn page() -> String {
    let rows = load();
    let fitted = fit(&rows.iter().collect::<Vec<_>>());
    let mut text = String::from(INTRODUCTION);
    for ((name, prior), value) in NAMES.iter().zip(PRIOR).zip(fitted) {
        let _ = writeln!(text, "| {name} | {prior} | {value:.3} |");
    }
    text.push_str(ROWS);
    let mut errors = Vec::new();
    for row in &rows {
        let others: Vec<_> = rows.iter().filter(|other| other.submitter != row.submitter).collect();
        let error = |values| 100.0 * (libm::exp(row.residual(&model(values))) - 1.0);
        let (fitted, left_out) = (error(fitted), error(fit(&others)));
        errors.push(left_out.abs());
        let id = row.cells["id"].trim_start_matches("mlpower-");
        let _ = writeln!(text, "| {id} | {:.1} | {fitted:+.1} | {left_out:+.1} |", row.watts);
    }
    let mean = errors.iter().sum::<f64>() / errors.len() as f64;
    let _ = writeln!(text, "\nMean absolute error, left out: {mean:.1} %.");
    text
}

const INTRODUCTION: &str = "\n## Power at the node\n\n\
Average power of a whole server, for a device, from its devices, its layout and how it is cooled. Four coefficients are fitted to \
MLPerf Power; *left out*: without any row of the same submitter. The rows are few, and were known when the form of the model and what was \
believed of the coefficients before were chosen, so that the errors left out are too kind.\n\n\
| coefficient | believed before | fitted |\n| --- | --- | --- |\n";
const ROWS: &str = "\n| run | measured, W a device | error, % | left out, % |\n| --- | --- | --- | --- |\n";
