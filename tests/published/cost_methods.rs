//! Costs that others published, out of our inputs by their methods: Epoch AI, SemiAnalysis, Hamilton, Barroso, Lenovo.
//! Case numbers in the comments are those of the table of cases in `data/cost_cases.csv`.

use crate::support::{close, figure, value, value_in, with};
use wattflop::catalogue::{ACCELERATORS, find};
use wattflop::cluster::{Cluster, Pool, Site};
use wattflop::estimate::{Estimate, Scenario};
use wattflop::quantities::units::{flop, hours};
use wattflop::workload::{Operation, TrainingRun};

/// So many devices by a method, for so many hours.
fn by(method: &str, accelerator: &str, count: f64, time: f64, settings: &[(&str, &str)]) -> Estimate {
    let pool = Pool::of(find(ACCELERATORS, accelerator).unwrap(), count);
    let cluster = Cluster::of("published", vec![pool], Site::preset("usa").unwrap());
    let scenario = Scenario::operation(Operation::year().with_duration(hours(time)), cluster);
    let scenario = with(scenario, &[("method", method)]);
    with(scenario, settings).evaluate().unwrap_or_else(|error| panic!("{method}: {error}"))
}

const MONTH: f64 = 730.0;

/// Epoch AI, <https://github.com/epoch-research/training-cost-trends>, `cost_analysis_standalone.py`: GPT-4 on 25,000
/// A100 for 95 days, bought 2020-08-12 and used from 2022-05-12; prices of 2023-03 raised to 2023-12 by
/// PCU518210518210, 119.029/117.766.
fn gpt_4(settings: &[(&str, &str)]) -> Estimate {
    let age = format!("{} d", 638.0 * 365.0 / 365.25);
    let of = [("finance.age", age.as_str()), ("money.price_level", "1.0107246573713976")];
    by("epoch", "a100-sxm-40", 25_000.0, 2_280.0, &[&of, settings].concat())
}

/// The figure of a result as shown: in the prices of its year.
fn shown(estimate: &Estimate, path: &str) -> f64 {
    let row = figure(estimate, path);
    row.in_unit(row.value)
}

/// 01a: 24,875 USD have become 14,165.05 when the run begins.
#[test]
fn a100_of_gpt_4_is_worth_14_165_usd_when_the_run_begins() {
    let estimate = gpt_4(&[]);
    let charged = value(&estimate, "cost.decay.charged.it");
    let rate = 0.14 * std::f64::consts::LN_10 * 2_280.0 / 8_766.0;
    close(24_875.0 * charged / rate, 14_165.054_738, 0.01);
}

/// 01b: 40,586,592.58 USD of 2023; 01c: 40,695,706.41 of an earlier vintage of the same.
#[test]
fn gpt_4_cost_40_586_593_usd_amortised() {
    let estimate = gpt_4(&[]);
    close(shown(&estimate, "cost.decay.total"), 40_586_592.58, 0.01);
    close(shown(&estimate, "cost.decay.total"), 40_695_706.41, 0.5);
}

/// 01d: 25,000 × 24,875/(1 − 0.19), × 1.0134: 778,066,898.67 USD upfront, 19 times the amortised cost.
#[test]
fn the_cluster_of_gpt_4_cost_778_million_usd_upfront() {
    let estimate = gpt_4(&[("money.price_level", "1.0134")]);
    close(shown(&estimate, "cost.acquisition.total"), 778_066_898.67, 0.1);
    let amortised = shown(&gpt_4(&[]), "cost.decay.total");
    close(shown(&gpt_4(&[]), "cost.acquisition.total") / amortised, 19.0, 2.0);
}

/// 01e: 57.0 million GPU-hours at 1.36 USD, reserved for three years: 78,562,016.88 USD.
#[test]
fn gpt_4_would_have_cost_78_6_million_usd_in_the_cloud() {
    let estimate = gpt_4(&[("cluster.pools.0.rent", "1.36 USD/GPU-h")]);
    close(shown(&estimate, "cost.rental.total"), 78_562_016.88, 3.0);
}

/// 01f: 43.42 GWh.
#[test]
fn gpt_4_took_43_42_gwh() {
    close(value_in(&gpt_4(&[]), "energy.facility", "GWh"), 43.42, 0.5);
}

/// 02a: Gemini 1.0 Ultra, 132 million hours of TPU v4, released 2021-05-20, used from 2023-05-10; prices of 2023-12:
/// 29,827,341.92 USD. 02b: 198,893,275.08 USD in the cloud, at the 1.51 USD that this is an hour: the row states no rate.
#[test]
fn gemini_ultra_cost_29_827_342_usd_amortised() {
    let age = format!("{} d", 720.0 * 365.0 / 365.25);
    let of = [("finance.age", age.as_str()), ("cluster.pools.0.rent", "1.5068 USD/GPU-h")];
    let estimate = by("epoch-tpu", "tpu-v4", 55_000.0, 2_400.0, &of);
    close(value_in(&estimate, "device_time", "GPU-h"), 132e6, 1e-9);
    close(shown(&estimate, "cost.decay.total"), 29_827_341.92, 0.01);
    close(shown(&estimate, "cost.rental.total"), 198_893_275.08, 2.0);
}

/// 03a: Grok 2, 2.96e25 FLOP at an MFU of 0.375 on H100: 22.16 million GPU-hours. A DGX H100 of 2022-12-19 (release
/// and three months), used from 2024-05-11; prices of 2024-08 lowered to 2023-12, 119.029/119.762: 30,499,862.98 USD.
#[test]
fn grok_2_cost_30_5_million_usd_amortised() {
    let (age, time) =
        (format!("{} d", 509.0 * 365.0 / 365.25), 2.96e25 / (989.4e12 * 0.375) / 3_600.0 / 20_000.0);
    let of = [
        ("finance.age", age.as_str()),
        ("site.electricity", "0.0771 USD/kWh"),
        ("money.price_level", "0.99388"),
    ];
    let estimate = by("epoch", "h100-sxm", 20_000.0, time, &of);
    close(value_in(&estimate, "device_time", "GPU-h"), 22.16e6, 0.1);
    close(shown(&estimate, "cost.decay.total"), 30_499_862.98, 1.0);
}

/// 03d: Grok 3, 240 million GPU-hours in the cloud: 1,164,146,793.78 USD, at the 4.85 USD that this is an hour.
#[test]
fn grok_3_would_have_cost_1_164_million_usd_in_the_cloud() {
    let rent = [("cluster.pools.0.rent", "4.85 USD/GPU-h")];
    let estimate = by("epoch", "h100-sxm", 100_000.0, 2_400.0, &rent);
    close(shown(&estimate, "cost.rental.total"), 1_164_146_793.78, 2.0);
}

/// SemiAnalysis, AI TCO model: a server of eight H200 at a large neocloud, for a month.
fn neocloud(settings: &[(&str, &str)]) -> Estimate {
    by("semianalysis-neocloud", "h200-sxm", 8.0, MONTH, settings)
}

/// 04a: 361,255 USD over six years at 10.25 %: 6,738.18 USD a month; 04b: 1.15 USD an hour.
#[test]
fn h200_server_costs_6_738_18_usd_of_capital_a_month() {
    let estimate = neocloud(&[]);
    close(value(&estimate, "cost.capex.total"), 361_255.0, 1e-9);
    close(value(&estimate, "cost.annuity.it"), 6_738.18, 0.01);
    close(value_in(&estimate, "cost.annuity.hour.it", "USD/GPU-h"), 1.15, 0.5);
}

/// 04a: once a year instead of once a month gives 6,963 USD, a straight line 5,017.
#[test]
fn h200_capital_by_other_conventions() {
    close(value(&neocloud(&[("finance.compounding", "1")]), "cost.annuity.it"), 6_963.0, 0.1);
    close(value(&neocloud(&[]), "cost.straight_line.it"), 5_017.0, 0.1);
}

/// 04c: 68.59 USD of electricity for a kW of critical IT and month.
#[test]
fn h200_electricity_costs_68_59_usd_a_kilowatt_and_month() {
    let estimate = neocloud(&[]);
    close(value_in(&estimate, "cost.energy.per_it_power", "USD/kW/mo"), 68.59, 0.05);
}

/// 04d: 2,558.27 USD a month to run it; 04e: 1.59 USD an hour in all.
#[test]
fn h200_costs_1_59_usd_an_hour() {
    let estimate = neocloud(&[]);
    close(value(&estimate, "cost.running.total"), 2_558.27, 0.1);
    close(value_in(&estimate, "cost.annuity.hour.total", "USD/GPU-h"), 1.59, 0.5);
}

/// SemiAnalysis, "To Boldly Go: The Case for Space Datacenters": sixteen B300 in an own facility, in FP4.
fn owner() -> Estimate {
    by("semianalysis-owner", "b300-sxm", 16.0, MONTH, &[("operation.precision", "fp4")])
}

/// 05a: 1.81 USD an hour of IT capital; 05c: 0.179 of electricity; 05d: 2.37 in all; 05e: 2.49 with 5 % of spares.
#[test]
fn b300_costs_2_37_usd_an_hour_and_2_49_with_spares() {
    let estimate = owner();
    let hour = |part: &str| value_in(&estimate, &format!("cost.annuity.hour.{part}"), "USD/GPU-h");
    close(value(&estimate, "cost.capex.it"), 986_158.0, 1e-9);
    close(hour("it"), 1.81, 0.5);
    close(hour("energy"), 0.179, 1.0);
    close(hour("total"), 2.37, 0.5);
    close(hour("levelised"), 2.49, 0.5);
}

/// 05g: 2.49 USD for 15 PFLOP/s of dense FP4: 0.17 USD a PFLOP/s and hour. The text's 4,500 TFLOP/s are those of FP8.
#[test]
fn b300_costs_0_17_usd_a_petaflop_hour_of_fp4() {
    let estimate =
        by("semianalysis-owner", "b300-sxm", 16.0, MONTH, &[("cluster.pools.0.peak", "15 PFLOP/s/device")]);
    let path = "cost.annuity.hour.per_peak_petaflop_hour";
    close(value_in(&estimate, path, "USD/PFLOP-h"), 0.17, 3.0);
    let catalogue = value_in(&owner(), path, "USD/PFLOP-h");
    assert!((0.15..0.2).contains(&catalogue), "{catalogue}");
}

/// 08a: Epoch AI (2026-05-14), <https://epoch.ai/data-insights/ai-datacenter-cost-breakdown>: a gigawatt of GB200,
/// 30 billion USD of IT and 8 of facility, 0.9 to run of which 0.6 are energy: 8.5 billion USD a year.
#[test]
fn a_gigawatt_of_gb200_costs_8_5_billion_usd_a_year() {
    let energy = [("cluster.load", "1"), ("site.pue", "1"), ("site.electricity", "0.068493 USD/kWh")];
    let estimate = by("epoch-gigawatt", "gb200", 460_194.0, 8_760.0, &energy);
    close(value_in(&estimate, "power.it.rated", "GW"), 1.0, 0.1);
    close(value_in(&estimate, "cost.capex.total", "billion USD"), 38.0, 0.1);
    close(value_in(&estimate, "cost.running.total", "billion USD"), 0.9, 0.1);
    close(value_in(&estimate, "cost.annuity.per_year", "USD/yr"), 8.5e9, 3.0);
}

/// 10a: Lenovo LP2225: eight H100 for 833,806 USD that cost 0.87 USD an hour to run, against 98.32 USD an hour of rent:
/// 8,556 hours. Financing, network and facility are not in it.
#[test]
fn lenovo_breaks_even_after_8_556_hours() {
    let settings = [
        ("cluster.pools.0.price", "104225.75 USD/device"),
        ("cluster.pools.0.rent", "12.29 USD/device-h"),
        ("finance.network_share", "0"),
        ("finance.storage_share", "0"),
        ("finance.installation_share", "0"),
        ("finance.facility_capex", "0 USD/W"),
        ("finance.maintenance", "0"),
        ("finance.fixed_operations", "0.10875 USD/device-h"),
        ("site.electricity", "0 USD/kWh"),
    ];
    let estimate = by("none", "h100-sxm", 8.0, 8_760.0, &settings);
    close(value(&estimate, "cost.capex.total"), 833_806.0, 1e-9);
    close(value_in(&estimate, "decision.rent_or_buy.break_even_use", "h"), 8_556.0, 0.05);
}

/// A server of so many dollars and watts, by a method.
fn server(method: &str, count: f64, price: f64, watts: f64, settings: &[(&str, &str)]) -> Estimate {
    let (price, watts) = (format!("{price} USD/device"), format!("{watts} W/device"));
    let of = [
        ("cluster.pools.0.price", price.as_str()),
        ("cluster.pools.0.tdp", watts.as_str()),
        ("cluster.pools.0.server_over_tdp", "1"),
    ];
    by(method, "h100-sxm", count, MONTH, &[&of, settings].concat())
}

/// 11a: Hamilton (2010-09-18), <https://perspectives.mvdirona.com/2010/09/overall-data-center-costs/>: 45,978 servers of
/// 1,450 USD over 36 months at 5 %: 1.998 million USD a month, 57 % of about 3.5 million.
#[test]
fn hamilton_s_servers_cost_2_million_usd_a_month() {
    let estimate = server("hamilton", 45_978.0, 1_450.0, 165.0, &[]);
    close(value(&estimate, "cost.annuity.it"), 1_998_000.0, 1.0);
    close(value(&estimate, "cost.annuity.it"), 0.57 * 3.5e6, 1.0);
}

/// A server of 4,000 USD and 500 W, as Barroso, Hölzle and Ranganathan count one.
fn barroso(settings: &[(&str, &str)]) -> Estimate {
    server("barroso", 1_000.0, 4_000.0, 500.0, settings)
}

/// 11c: Barroso et al., chapter 6: 12 USD/W over twelve years: 0.13 USD a watt and month at 8 %, 0.083 without interest.
/// 11d: the server over four years: 0.19 and 0.17.
#[test]
fn barroso_s_watt_costs_by_the_month() {
    let estimate = barroso(&[("finance.facility_capex", "12 USD/W"), ("cluster.it_life", "4 yr")]);
    let by_watt = |path: &str| value(&estimate, path) / value(&estimate, "power.it.rated");
    close(by_watt("cost.annuity.facility"), 0.13, 1.0);
    close(by_watt("cost.straight_line.facility"), 0.083, 1.0);
    close(by_watt("cost.annuity.it"), 0.19, 3.5);
    close(by_watt("cost.straight_line.it"), 0.167, 1.0);
}

/// 11e: the full stack of such a server over three years: 0.4651 USD a watt and month.
#[test]
fn barroso_s_full_stack_costs_0_4651_usd_a_watt_and_month() {
    close(value_in(&barroso(&[]), "cost.annuity.per_it_power", "USD/kW/mo") / 1e3, 0.4651, 0.5);
}

/// 13e: GPT-4 with experiments of 2.2 times its run and a staff of 35.8 million USD: 129,412,847 USD, a median of
/// samples; the product of the medians is 3 % below.
#[test]
fn the_development_of_gpt_4_cost_129_million_usd() {
    let pool = Pool::of(find(ACCELERATORS, "a100-sxm-40").unwrap(), 25_000.0);
    let cluster = Cluster::of("gpt-4", vec![pool], Site::preset("usa").unwrap());
    // 57.0 million GPU-hours at the utilisation that SemiAnalysis conjectures.
    let run = TrainingRun::of_compute("gpt-4", flop(57.0e6 * 3_600.0 * 312e12 * 0.34));
    let age = format!("{} d", 638.0 * 365.0 / 365.25);
    let settings = [
        ("method", "epoch"),
        ("run.mfu", "0.34"),
        ("finance.age", age.as_str()),
        ("finance.staff", "35.8 million USD"),
        ("money.price_level", "1.0107246573713976"),
    ];
    let estimate = with(Scenario::training(run, cluster), &settings).evaluate().unwrap();
    close(value_in(&estimate, "device_time", "GPU-h"), 57.0e6, 1e-6);
    close(shown(&estimate, "cost.decay.total"), 40_586_592.58, 0.01);
    close(shown(&estimate, "cost.decay.development.compute"), 2.2 * 40_586_592.58, 0.01);
    close(shown(&estimate, "cost.decay.development.total"), 129_412_847.0, 5.0);
}
