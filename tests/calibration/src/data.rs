//! The measurements, as cases to be predicted.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use wattflop::analysis::validation::{Case, Quantity, Row, measured};
use wattflop::catalogue::Precision;
use wattflop::quantities::Measure;
use wattflop::throughput::coefficients::Coefficients;
use wattflop::throughput::efficiency::{Class, Efficiency, Family};
use wattflop::throughput::step::{Setting, Step};
use wattflop::workload::Parts;

/// The files, in `tests/published/data`.
const FILES: [&str; 3] = ["step_times.csv", "training_runs.csv", "vtrain_single_node.csv"];
/// Whole runs lose time that no step shows: they are predicted, but nothing is fitted to them.
const WHOLE_RUNS: [&str; 3] = ["Full-runs", "Small-cost", "MLPerf-Power"];
/// How sources begin, and the set that they belong to: the same measurements stand in two files under different names.
const SETS: [(&str, &str); 10] = [
    ("Korthikanti", "Korthikanti 2022"),
    ("Narayanan2021-SC21-T1", "SC21 Table 1"),
    ("Megatron-SC21", "SC21 Table 1"),
    ("Narayanan2021-SC21-T2-ZeRO3", "SC21 Table 2, ZeRO-3"),
    ("Narayanan2021-SC21-T2", "SC21 Table 2"),
    ("vTrain-ground", "vTrain multi-node"),
    ("Megatron-Bridge", "Megatron-Bridge"),
    ("NVIDIA-Megatron-Bridge", "Megatron-Bridge"),
    ("NeMo", "NeMo"),
    ("Megatron-LM-README", "Megatron-LM README"),
];

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A measured step.
pub struct Datum {
    pub set: String,
    pub label: String,
    pub case: Case,
    pub class: Class,
    pub seconds: f64,
    /// Model FLOPs of the step over the peak of the devices: the seconds at an MFU of one.
    pub ideal: f64,
    /// The prediction of Calculon, in seconds, where the file has one.
    pub calculon: Option<f64>,
    pub is_fitted: bool,
    parts: Parts,
}

impl Datum {
    pub fn has_experts(&self) -> bool {
        self.case.shape.experts() > 0.0
    }

    /// The set without which a model with experts is judged: all rows of that model, since most rows are one source's.
    pub fn left_out_with(&self) -> String {
        if self.has_experts() { self.label.clone() } else { self.set.clone() }
    }

    /// Whether it is a measurement that another file has too.
    fn repeats(&self, other: &Self) -> bool {
        /// How far printed seconds and those that follow from printed FLOP/s lie apart.
        const ROUNDING: f64 = 0.005;
        let of = |datum: &Self| {
            (datum.case.shape.layers(), datum.case.shape.hidden(), datum.case.size.devices.base())
        };
        let device = |datum: &Self| datum.case.pool.accelerator().id;
        self.set == other.set
            && of(self) == of(other)
            && device(self) == device(other)
            && (self.seconds / other.seconds - 1.0).abs() < ROUNDING
    }

    pub fn step(&self, fitted: &Coefficients) -> Option<Step> {
        let Case { shape, run, pool, size, .. } = &self.case;
        let precision = run.precision().unwrap_or(Precision::Bf16);
        let efficiency = Efficiency::of(fitted, pool.accelerator(), precision, self.class);
        let setting =
            Setting { model: shape, parts: &self.parts, run, pool, efficiency: &efficiency, size: *size };
        Step::of(&setting, run.layout())
    }

    /// The logarithm of predicted over measured.
    pub fn residual(&self, fitted: &Coefficients) -> Option<f64> {
        let predicted = self.step(fitted)?.time.computed.base();
        Some(libm::log(predicted / self.seconds)).filter(|residual| residual.is_finite())
    }
}

/// Every row that can be predicted, with what its row leaves open filled in by these coefficients.
pub fn load(fitted: &Coefficients) -> Vec<Datum> {
    FILES.iter().fold(Vec::new(), |mut known, file| {
        let new = load_file(file, fitted);
        let new: Vec<_> =
            new.into_iter().filter(|datum| !known.iter().any(|other| datum.repeats(other))).collect();
        known.extend(new);
        known
    })
}

fn load_file(file: &str, fitted: &Coefficients) -> Vec<Datum> {
    let path = root().join("tests/published/data").join(file);
    let mut reader = csv::Reader::from_reader(File::open(path).expect("the measurements"));
    let headers = reader.headers().expect("a header").clone();
    let records: Vec<_> = reader.records().map(|record| record.expect("a row")).collect();
    let datum = |record: &csv::StringRecord| {
        let cells: BTreeMap<&str, &str> =
            headers.iter().zip(record).filter(|(_, cell)| !cell.trim().is_empty()).collect();
        datum(&|column| cells.get(column).copied(), fitted)
    };
    records.iter().filter_map(datum).collect()
}

fn datum(row: Row, fitted: &Coefficients) -> Option<Datum> {
    let case = Case::of(row).ok()?;
    let class = case.class();
    let precision = case.run.precision()?;
    let efficiency = Efficiency::of(fitted, case.pool.accelerator(), precision, class);
    let case = case.filled(&efficiency).ok()?;
    let is_of_time = |quantity: &Quantity| quantity.name != "energy";
    let quantities: Vec<_> = measured(row, &case).into_iter().filter(is_of_time).collect();
    let source = row("set").or_else(|| row("source")).unwrap_or("vTrain single-node");
    let parts = Parts::of(&case.shape)?;
    let work = parts.total(&case.shape, &case.run)?.training.base() * case.run.tokens()?.base();
    let ideal = work / (case.pool.peak()?.base() * case.size.devices.base());
    let calculon =
        ["calculon_pred", "calculon_pred_s"].into_iter().find_map(|column| row(column)?.parse().ok());
    let label =
        row("model").unwrap_or("GPT").split('(').next()?.trim().to_lowercase().replace(['-', '_', ' '], "");
    Some(Datum {
        set: set(source, &case),
        label,
        class,
        seconds: seconds(&quantities)?,
        ideal,
        calculon,
        is_fitted: !WHOLE_RUNS.contains(&source) && !quantities.iter().all(Quantity::is_wall_time),
        parts,
        case,
    })
}

/// The seconds of a step: from its time or its tokens, which need no convention, where they were measured; else the middle
/// of what the FLOP/s and the utilisation say, which do not always agree.
fn seconds(quantities: &[Quantity]) -> Option<f64> {
    const DIRECT: [&str; 2] = ["step_time", "tokens_per_s"];
    let direct = quantities.iter().filter(|quantity| DIRECT.contains(&quantity.name));
    let of = |quantity: &Quantity| quantity.seconds();
    let middle = || {
        let logs: Vec<_> = quantities
            .iter()
            .filter(|quantity| quantity.name != "hfu")
            .map(|quantity| libm::log(of(quantity)))
            .collect();
        (!logs.is_empty()).then(|| libm::exp(logs.iter().sum::<f64>() / logs.len() as f64))
    };
    direct.map(of).next().or_else(middle).or_else(|| quantities.first().map(of))
}

/// The set of a source; MLPerf's is one of each vendor's software, and SC21's one of each way to cut.
fn set(source: &str, case: &Case) -> String {
    let known = SETS.iter().find(|(start, _)| source.starts_with(start));
    let set = known.map_or(source, |(_, set)| set);
    let is_sharded = case.run.layout().zero() >= 3.0;
    match (set, Family::of(case.pool.accelerator()).0) {
        ("SC21 Table 1", _) if is_sharded => "SC21 Table 2, ZeRO-3".to_owned(),
        ("MLPerf-Training", Family::Tpu | Family::WideTpu) => format!("{set}, TPU"),
        ("MLPerf-Training", Family::Gaudi) => format!("{set}, Gaudi"),
        _ => set.to_owned(),
    }
}
