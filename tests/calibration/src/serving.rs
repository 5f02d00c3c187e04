//! Serving: what is fitted to measured tokens a second and watts, and how it predicts models that were left out.

use crate::data::root;
use crate::fit::{Prior, least_squares};
use crate::report::{quantile, sorted};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs::File;
use wattflop::analysis::validation::{ServingCase, ServingClass};
use wattflop::throughput::serving::coefficients::Coefficients;

/// What is written, under the repository's root.
pub const SOURCE: &str = "src/throughput/serving/calibrated.rs";
/// The rows.
const FILE: &str = "tests/published/data/serving_measured.csv";
/// The task on which tools are usually compared.
const CHAT: &str = "lm-arena-chat";
/// What a good model still misses on a row, as a logarithm.
const NOISE: f64 = 0.12;
/// A measured row.
struct Datum {
    id: String,
    task: String,
    case: ServingCase,
    throughput: f64,
    power: f64,
    /// What EcoLogits predicts of the energy of a token when told the batch and the devices, in joules.
    ecologits: Option<f64>,
}

/// Logarithms of predicted over measured: of tokens a second, watts, and joules a token.
#[derive(Clone, Copy)]
struct Missed {
    throughput: f64,
    power: f64,
}

impl Missed {
    fn energy(self) -> f64 {
        self.power - self.throughput
    }
}

impl Datum {
    fn missed(&self, fitted: &Coefficients) -> Missed {
        let predicted = self.case.predict(fitted).expect("a prediction");
        Missed {
            throughput: libm::log(predicted.throughput / self.throughput),
            power: libm::log(predicted.power / self.power),
        }
    }
}

/// The rows that can be predicted.
fn load() -> Vec<Datum> {
    let mut reader = csv::Reader::from_reader(File::open(root().join(FILE)).expect("the measurements"));
    let headers = reader.headers().expect("a header").clone();
    let datum = |record: csv::StringRecord| {
        let cells: BTreeMap<&str, &str> = headers.iter().zip(&record).collect();
        let row = |column: &str| cells.get(column).copied();
        let number = |column: &str| row(column)?.parse().ok();
        let case = ServingCase::of(&row).ok()?;
        let names = ["model", "task", "gpu", "n", "batch"].map(|column| row(column).unwrap_or_default());
        let task = row("task")?.to_owned();
        let (throughput, power) = (number("tput")?, number("power")?);
        Some(Datum { id: names.join(" "), task, case, throughput, power, ecologits: number("eco_batch") })
    };
    reader.records().map(|record| record.expect("a row")).filter_map(datum).collect()
}

/// What rows are left out together by.
type Key = fn(&Datum) -> &str;

/// Fits to all rows but those of a key.
fn fit_without(data: &[Datum], key: Key, without: Option<&str>, start: &Coefficients) -> Coefficients {
    let kept: Vec<_> = data.iter().filter(|datum| Some(key(datum)) != without).collect();
    let residuals = |values: &[f64]| {
        let coefficients = Coefficients::from_values(values);
        let of_row = |datum: &&Datum| {
            let missed = datum.missed(&coefficients);
            [missed.throughput, missed.power, missed.energy()].map(|residual| residual / NOISE)
        };
        kept.iter().flat_map(of_row).collect()
    };
    let prior = Prior { values: &Coefficients::PRIOR.values(), spreads: Coefficients::SPREADS };
    Coefficients::from_values(&least_squares(&residuals, prior, &start.values()))
}

/// What is missed of each row by a fit to all rows but those of its key.
fn missed_without(data: &[Datum], key: Key, start: &Coefficients) -> Vec<Missed> {
    let keys: BTreeSet<_> = data.iter().map(key).collect();
    let fitted = |without| (without, fit_without(data, key, Some(without), start));
    let fits: BTreeMap<_, _> = keys.into_iter().map(fitted).collect();
    data.iter().map(|datum| datum.missed(&fits[key(datum)])).collect()
}

/// The fit, and what it misses.
pub struct Report {
    data: Vec<Datum>,
    fitted: Coefficients,
    in_sample: Vec<Missed>,
    left_out: Vec<Missed>,
    shape_left_out: Vec<Missed>,
}

/// A quantity of what is missed.
type Of = fn(Missed) -> f64;
const QUANTITIES: [(&str, Of); 3] = [
    ("energy of a token", Missed::energy),
    ("tokens a second", |missed| missed.throughput),
    ("power", |missed| missed.power),
];

impl Report {
    /// Fits to all rows, and once without each model.
    pub fn made() -> Self {
        let data = load();
        let model: Key = |datum| &datum.case.model;
        let fitted = fit_without(&data, model, None, &Coefficients::PRIOR);
        let in_sample = data.iter().map(|datum| datum.missed(&fitted)).collect();
        let left_out = missed_without(&data, model, &fitted);
        let shape_left_out = missed_without(&data, |datum| datum.case.shape_of, &fitted);
        Self { data, fitted, in_sample, left_out, shape_left_out }
    }

    /// The coefficients as source.
    pub fn source(&self) -> String {
        let mut text = String::from(HEAD);
        for (name, value) in Coefficients::NAMES.iter().zip(self.fitted.values()) {
            let _ = writeln!(text, "    {name}: {value:.4e},");
        }
        text.push_str("};\n");
        text.push_str(DOUBTS);
        for class in ServingClass::ALL {
            text.push_str("    Doubts {\n");
            for (name, of) in
                [("throughput", QUANTITIES[1].1), ("power", QUANTITIES[2].1), ("energy", QUANTITIES[0].1)]
            {
                let (low, high) = self.doubt(class, of);
                let _ = writeln!(text, "        {name}: Doubt {{ low: {low:.3}, high: {high:.3} }},");
            }
            text.push_str("    },\n");
        }
        text + "];\n"
    }

    /// The 5th and the 95th percentile of measured over predicted of a class, models left out.
    fn doubt(&self, class: ServingClass, of: Of) -> (f64, f64) {
        let of_class = self.data.iter().zip(&self.left_out).filter(|(datum, _)| datum.case.class == class);
        let values = sorted(of_class.map(|(_, missed)| libm::exp(-of(*missed))).collect());
        (quantile(&values, 0.05), quantile(&values, 0.95))
    }

    fn median(&self, missed: &[Missed], is_asked: &dyn Fn(&Datum) -> bool, of: Of) -> f64 {
        let asked = self.data.iter().zip(missed).filter(|(datum, _)| is_asked(datum));
        let errors = asked.map(|(_, missed)| 100.0 * (libm::exp(of(*missed)) - 1.0).abs());
        quantile(&sorted(errors.collect()), 0.5)
    }

    /// The median error of EcoLogits, told the batch and the devices.
    fn ecologits(&self, is_asked: &dyn Fn(&Datum) -> bool) -> f64 {
        let asked = self.data.iter().filter(|datum| is_asked(datum));
        let error = |datum: &Datum| {
            let measured = datum.power / datum.throughput;
            Some(100.0 * (datum.ecologits? / measured - 1.0).abs())
        };
        quantile(&sorted(asked.filter_map(error).collect()), 0.5)
    }

    /// The share of rows, models left out, whose quantity lies within the interval of its class, and the interval's median
    /// high over low.
    fn coverage(&self, of: Of) -> (f64, f64) {
        let intervals = ServingClass::ALL.map(|class| (class, self.doubt(class, of)));
        let interval = |datum: &Datum| {
            let of_class = intervals.iter().find(|(class, _)| *class == datum.case.class);
            of_class.expect("a class").1
        };
        let rows: Vec<_> = self.data.iter().zip(&self.left_out).collect();
        let holds = |(datum, missed): &&(&Datum, &Missed)| {
            let ((low, high), measured) = (interval(datum), libm::exp(-of(**missed)));
            low <= measured && measured <= high
        };
        let within = rows.iter().filter(holds).count() as f64 / rows.len() as f64;
        let widths = rows.iter().map(|(datum, _)| interval(datum)).map(|(low, high)| high / low);
        (100.0 * within, quantile(&sorted(widths.collect()), 0.5))
    }

    /// The part of the page on accuracy.
    pub fn page(&self) -> String {
        let mut text = String::from(INTRODUCTION);
        let names = Coefficients::NAMES.iter().zip(Coefficients::PRIOR.values());
        for ((name, prior), value) in names.zip(self.fitted.values()) {
            let _ = writeln!(text, "| `{name}` | {prior:.3e} | {value:.3e} |");
        }
        text.push_str(ERRORS);
        let tasks: BTreeSet<_> = self.data.iter().map(|datum| datum.task.as_str()).collect();
        for task in tasks {
            let of_task = |datum: &Datum| datum.task == task;
            self.line(&mut text, task, &of_task);
        }
        self.line(&mut text, "all", &|_| true);
        text.push_str(OF_SHAPE);
        for (name, of) in QUANTITIES {
            let missed = |is_asked: &dyn Fn(&Datum) -> bool| self.median(&self.shape_left_out, is_asked, of);
            let (chat, all) = (missed(&|datum| datum.task == CHAT), missed(&|_| true));
            let _ = writeln!(text, "| {name} | {chat:.1} | {all:.1} |");
        }
        text.push_str(INTERVALS);
        for (name, of) in QUANTITIES {
            let (within, width) = self.coverage(of);
            let _ = writeln!(text, "| {name} | {within:.0} | {width:.2} |");
        }
        text.push_str(LEFT_OUT);
        text
    }

    fn line(&self, text: &mut String, name: &str, is_asked: &dyn Fn(&Datum) -> bool) {
        let rows = self.data.iter().filter(|datum| is_asked(datum)).count();
        let _ = write!(text, "| {name} | {rows} |");
        for (_, of) in QUANTITIES {
            let (known, unknown) =
                (self.median(&self.in_sample, is_asked, of), self.median(&self.left_out, is_asked, of));
            let _ = write!(text, " {known:.1} | {unknown:.1} |");
        }
        let _ = writeln!(text, " {:.1} |", self.ecologits(is_asked));
    }

    /// Every row with what is missed of it.
    pub fn rows(&self) -> String {
        let per_cent = |log: f64| 100.0 * (libm::exp(log) - 1.0);
        let mut text = String::new();
        for ((datum, known), unknown) in self.data.iter().zip(&self.in_sample).zip(&self.left_out) {
            let _ = write!(text, "{:70}", datum.id);
            for (_, of) in QUANTITIES {
                let _ = write!(text, " {:+6.0} {:+6.0}", per_cent(of(*known)), per_cent(of(*unknown)));
            }
            text.push('\n');
        }
        text
    }
}

const HEAD: &str = "//! The fitted coefficients of serving. Written by `cargo run --release -p calibration`; not to be changed by hand.\n\n\
     use super::coefficients::Coefficients;\nuse crate::throughput::Doubt;\n\n\
     /// What the serving model misses on models that were left out: 5th and 95th percentiles of measured over predicted.\n\
     #[derive(Clone, Copy, Debug, PartialEq)]\npub struct Doubts {\n    /// Of the tokens a second.\n    pub throughput: Doubt,\n    \
     /// Of the power.\n    pub power: Doubt,\n    /// Of the energy of a token.\n    pub energy: Doubt,\n}\n\n\
     /// The coefficients.\npub static COEFFICIENTS: Coefficients = Coefficients {\n";
const DOUBTS: &str = "\n/// The doubts by class: of text, of long answers, images, videos, and of these three on one device.\n\
     pub const DOUBTS: [Doubts; 5] = [\n";
const INTRODUCTION: &str = "\n## Serving\n\n\
Tokens a second, power and energy of a token on the H100 and B200 of the ML.ENERGY Benchmark 3.0 (vLLM 0.11.1), from model, devices, batch, \
precision and task alone. The lengths of prompts and answers are not in the rows: answers are 717 tokens for text conversation and 6,988 for \
problems, the means that the benchmark's authors state; 300, 500 and 400 for code, images and videos are assumed, and prompts are fitted, so that \
those of images and videos stand for the work on pictures too. The form of the model was chosen with these rows in view.\n\n\
| coefficient | believed before | fitted |\n| --- | --- | --- |\n";
const ERRORS: &str = "\nMedian absolute errors in %, in sample and with the whole model left out. EcoLogits: its energy of a \
token when told the batch and the devices.\n\n\
| task | rows | energy | left out | tokens a second | left out | power | left out | EcoLogits |\n\
| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
const OF_SHAPE: &str = "\nThe same where not only the model but all that share its shape are left out: Llama 3.1 and 3.3, the editions of Qwen3, both precisions.\n\n\
| quantity | text conversation | all |\n| --- | --- | --- |\n";
const INTERVALS: &str = "\nHow many of the rows, models left out, the 90 % interval of their class holds (its ends are quantiles of the same errors), and how \
wide it is.\n\n| quantity | held, % | median high over low |\n| --- | --- | --- |\n";
const LEFT_OUT: &str = "\nOn one B200 small models often run at a half or a third of what memory and arithmetic allow, at little power, in some tasks and not in others: \
the host is slow there, which no input of a row tells. Llama 4 Scout runs slower than predicted.\n";
