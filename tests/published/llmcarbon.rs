//! Carbon of five trainings, as LLMCarbon validates itself on them: Faiz et al. (2024), "LLMCarbon", arXiv:2309.14393, by
//! its repository `SotaroKaneda/MLCarbon`, `data/database.csv` (power, PUE, grid and carbon of Patterson et al. (2021),
//! arXiv:2104.10350, and Wu et al. (2022), arXiv:2111.00364).

use crate::support::{close, evaluated, value_in};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::quantities::units::flop;
use wattflop::workload::TrainingRun;

/// Name, accelerator, devices, 1e21 FLOPs, TFLOP/s reached of a peak, measured watts a device, PUE, kg a kWh, tonnes.
type Trained = (&'static str, &'static str, f64, f64, f64, f64, f64, f64, f64, f64);

const TRAININGS: [Trained; 5] = [
    ("T5", "tpu-v3", 512.0, 40.5, 45.6, 123.0, 310.0, 1.12, 0.545, 46.7),
    ("GPT-3", "v100-sxm-32", 10_000.0, 314.0, 24.6, 125.0, 330.0, 1.10, 0.429, 552.1),
    ("GShard", "tpu-v3", 1_000.0, 13.3, 48.0, 123.0, 288.0, 1.09, 0.177, 4.3),
    ("Switch", "tpu-v3", 1_000.0, 82.2, 34.4, 123.0, 245.0, 1.10, 0.33, 59.1),
    ("XLM", "v100-sxm-32", 512.0, 23.9, 26.5, 125.0, 342.0, 1.10, 0.413, 39.0),
];

/// A training at its published efficiency and grid, under further settings.
fn trained(row: &Trained, further: &[(&str, String)]) -> Estimate {
    let (name, accelerator, devices, compute, reached, peak, _, _, grid, _) = *row;
    let pool = Pool::of(find(ACCELERATORS, accelerator).unwrap(), devices);
    let cluster = Cluster::of(name, vec![pool], Site::preset("usa").unwrap());
    let run = TrainingRun::of_compute(name, flop(compute * 1e21));
    let given = [
        ("cluster.pools.0.peak", format!("{peak} TFLOP/s/device")),
        ("run.mfu", format!("{}", reached / peak)),
        ("run.goodput", "1".into()),
        ("site.carbon", format!("{grid} kg/kWh")),
    ];
    let settings: Vec<(&str, &str)> =
        given.iter().chain(further).map(|(path, text)| (*path, text.as_str())).collect();
    evaluated(Scenario::training(run, cluster), &settings)
}

/// The measured power and PUE.
fn power_of(row: &Trained) -> [(&'static str, String); 5] {
    let (_, _, _, _, _, _, watts, pue, _, _) = *row;
    [
        ("cluster.pools.0.tdp", format!("{watts} W/device")),
        ("cluster.pools.0.server_over_tdp", "1".into()),
        ("cluster.it_overhead", "1".into()),
        ("cluster.load", "1".into()),
        ("site.pue", format!("{pue}")),
    ]
}

/// Told the measured power and PUE as LLMCarbon is, which then errs by 3.4 % on average.
#[test]
fn five_trainings_emit_what_was_published_when_told_their_power() {
    for row in &TRAININGS {
        close(value_in(&trained(row, &power_of(row)), "carbon.operational", "tCO2e"), row.9, 1.0);
    }
}

/// The misses that the method page states, when told neither power nor PUE: a better model of power must mend the page.
#[test]
fn five_trainings_are_missed_as_the_method_says_when_not_told_their_power() {
    let times = [2.59, 1.33, 2.86, 3.34, 1.28];
    for (row, times) in TRAININGS.iter().zip(times) {
        close(value_in(&trained(row, &[]), "carbon.operational", "tCO2e"), times * row.9, 0.5);
    }
}
