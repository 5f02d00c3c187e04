//! DeepSeek-AI (2024), "DeepSeek-V3 Technical Report", arXiv:2412.19437, table 1; and Meta's model card of
//! Llama 3.1, at the 2 USD an hour that readers rent it for.

use crate::support::{close, evaluated, value_in};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::quantities::Measure;
use wattflop::quantities::ratio;
use wattflop::quantities::units::{device_hours, hours, trillion_tokens, usd_per_device_hour};
use wattflop::workload::{Model, Operation};

/// So many devices, rented at 2 USD an hour until the device-hours are used up.
fn rented(accelerator: &str, count: f64, gpu_hours: f64) -> Estimate {
    let pool = Pool::of(find(ACCELERATORS, accelerator).unwrap(), count).with_rent(usd_per_device_hour(2.0));
    let cluster = Cluster::of("rented", vec![pool], Site::preset("usa").unwrap());
    evaluated(Scenario::operation(Operation::year().with_duration(hours(gpu_hours / count)), cluster), &[])
}

/// 09a: table 1: 2.788M H800 hours at 2 USD, 5.576M USD.
#[test]
fn deepseek_v3_cost_5_576_million_usd_in_rent() {
    let estimate = rented("h800-sxm", 2_048.0, 2.788e6);
    close(value_in(&estimate, "device_time", "GPU-h"), 2.788e6, 1e-9);
    close(value_in(&estimate, "cost.rental.total", "USD"), 5.576e6, 0.01);
}

/// 09b: table 1: 180K H800 hours a trillion tokens, 14.8T tokens, 2,664K hours of pre-training.
#[test]
fn deepseek_v3_took_2_664_million_gpu_hours_of_pre_training() {
    let tokens = Model::preset("deepseek-v3").unwrap().row().unwrap().tokens.unwrap();
    let total = device_hours(180e3) * ratio(tokens, trillion_tokens(1.0));
    close(total.base(), device_hours(2.664e6).base(), 0.01);
}

/// 09c: model card: 30.84M H100 hours; at 2 USD, 61.68M USD.
#[test]
fn llama_3_1_405b_would_cost_61_68_million_usd_in_rent() {
    let estimate = rented("h100-sxm", 16_384.0, 30.84e6);
    close(value_in(&estimate, "cost.rental.total", "USD"), 61.68e6, 0.1);
}
