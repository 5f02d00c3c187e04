//! Capital recovered by annuities, as SemiAnalysis, Hamilton and Barroso publish them.

use crate::support::close;
use wattflop::cost::recovery;
use wattflop::quantities::units::{months, years};
use wattflop::quantities::{AnnualRate, Ratio};

/// What a capital costs each month.
fn monthly(capital: f64, rate: f64, life: f64, payments: f64) -> f64 {
    capital * recovery(AnnualRate::new(rate), years(life), Ratio::new(payments), months(1.0))
}

/// SemiAnalysis, AI TCO model, H200 of a large neocloud: 361,255 USD a server over six years at 10.25 %.
#[test]
fn semianalysis_h200_server() {
    let server = monthly(361_255.0, 0.1025, 6.0, 12.0);
    close(server, 6_738.18, 0.01);
    close(server / 8.0 / 730.0, 1.15, 0.5);
    close(monthly(361_255.0, 0.1025, 6.0, 1.0), 6_963.0, 0.1);
    close(monthly(361_255.0, 0.0, 6.0, 12.0), 5_017.0, 0.1);
}

/// SemiAnalysis, "To Boldly Go: The Case for Space Datacenters": 986,158 USD for 16 B300 over five years at 10.3 %.
#[test]
fn semianalysis_b300_server() {
    close(monthly(986_158.0, 0.103, 5.0, 12.0) / 16.0 / 730.0, 1.81, 0.5);
}

/// Hamilton (2010-09-18), <https://perspectives.mvdirona.com/2010/09/overall-data-center-costs/>: 45,978 servers.
#[test]
fn hamilton_servers() {
    close(monthly(45_978.0 * 1_450.0, 0.05, 3.0, 12.0), 1_998_000.0, 1.0);
}

/// Barroso, Hölzle, Ranganathan, "The Datacenter as a Computer", chapter 6: 12 USD/W over twelve years.
#[test]
fn barroso_watt_of_a_datacenter() {
    close(monthly(12.0, 0.08, 12.0, 12.0), 0.13, 1.0);
    close(monthly(12.0, 0.0, 12.0, 12.0), 0.083, 1.0);
}

/// Epoch AI (2026-05-14), <https://epoch.ai/data-insights/ai-datacenter-cost-breakdown>: 30 billion USD of IT over
/// five years and 8 of facility over fourteen at 5 % (inferred), 0.9 of running: 8.5 billion USD a year.
#[test]
fn epoch_gigawatt_of_gb200() {
    let capital = 12.0 * (monthly(30e9, 0.05, 5.0, 12.0) + monthly(8e9, 0.05, 14.0, 12.0));
    close(capital + 0.9e9, 8.5e9, 3.0);
}
