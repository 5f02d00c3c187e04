//! What servers draw at work: MLPerf Power, measured nodes, Google's chips in production, swings of a step.

use super::measured::{errors, judged, rows};
use crate::support::{close, evaluated, run_of, value, value_in};
use wattflop::estimate::Estimate;

/// A training run timed step by step on H100 nodes.
fn gpt3(devices: u32, further: &[(&str, &str)]) -> Estimate {
    let count = devices.to_string();
    let layout = [
        ("cluster.pools.0.count", count.as_str()),
        ("run.batch", "2048"),
        ("run.sequence", "2048"),
        ("run.precision", "fp8"),
        ("layout.tensor", "4"),
        ("layout.pipeline", "8"),
        ("layout.interleave", "6"),
    ];
    evaluated(run_of("gpt3-175b", "xai-gigafactory"), &[&layout, further].concat())
}

/// MLCommons, MLPerf Training v4.0 and v5.0, power logs of nodes: LoRA of Llama 2 70B and GPT-3, cooled by liquids. The accuracy
/// page has the errors with each submitter left out.
#[test]
fn nodes_of_mlperf_power_draw_what_was_metered() {
    let errors = errors("training_runs.csv", "MLPerf-Power", "node_power");
    assert!(errors.mape <= 6.0 && errors.coverage == 1.0, "{errors:?}");
    let gpt3 =
        rows("training_runs.csv").into_iter().find(|row| row["id"].ends_with("64xSMC-H100-SXM-80GB-gpt3"));
    let judged = judged(&gpt3.expect("the run on 512 H100"), "MLPerf-Power");
    let of = |quantity: &str| judged.iter().find(|row| row.quantity == quantity).unwrap();
    let watts = of("node_power").predicted.unwrap().value * 8.0;
    close(watts, 6_849.0, 6.0);
    assert!(of("energy").error().unwrap().abs() < 6.0, "{:?}", of("energy"));
}

/// Power that authors assumed rather than measured is not taken for a measurement.
#[test]
fn assumed_power_is_no_measurement() {
    let llama = rows("training_runs.csv").into_iter().find(|row| row["id"] == "llama31-405b-run").unwrap();
    let of_power = judged(&llama, "Full-runs").into_iter().find(|row| row.quantity == "node_power").unwrap();
    assert_eq!(of_power.predicted, Err("why-assumed"));
}

/// Latif et al., arXiv:2412.08602: 8.4 kW at most of the 10.2 rated of a server of eight H100 cooled by fans; Newkirk et al.,
/// arXiv:2506.14551: 76 % of the rated power under intensive training.
#[test]
fn a_dgx_h100_draws_76_to_82_percent_of_its_rated_power() {
    let estimate = gpt3(512, &[]);
    let load = value(&estimate, "power.work.0.load");
    assert!((0.76..=0.825).contains(&load), "{load}");
    close(8.0 * value_in(&estimate, "power.device.0.server", "W/device"), 10_200.0, 0.1);
}

/// Google Cloud, TPU v3: 123, 220 and 262 W a chip at least, on average and at most, in production.
#[test]
fn a_tpu_v3_draws_about_what_google_measured() {
    let settings = [("cluster.pools.0.accelerator", "tpu-v3"), ("run.compute", "1e22 FLOP")];
    let estimate = evaluated(run_of("gpt3-175b", "google-v5e-50k"), &settings);
    close(value_in(&estimate, "power.work.0.device", "W/device"), 220.0, 6.0);
}

/// Meta AI, "The Llama 3 herd of models", arXiv:2407.21783, section 3.3.4: all of 16,384 GPUs at once, "instant fluctuations on the
/// order of tens of megawatts"... over the data center, of which the run had two thirds; NVIDIA, GB300 NVL72: 65 J a GPU in the power
/// supplies for what is shorter than a second.
#[test]
fn a_step_swings_by_megawatts() {
    let estimate = gpt3(16_384, &[]);
    let swing = value_in(&estimate, "power.swing.power", "MW");
    assert!((3.0..=12.0).contains(&swing), "{swing}");
    let joules = value_in(&estimate, "power.swing.battery", "kWh") * 3.6e6 / 16_384.0;
    assert!((10.0..=1_000.0).contains(&joules), "{joules} J a device");
}
