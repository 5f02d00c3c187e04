//! Epoch AI, "training-cost-trends" (branch 2025-11-update, `uncertainty.ipynb`),
//! <https://github.com/epoch-research/training-cost-trends>: a product of lognormals and its closed form.

use crate::support::{close, evaluated, figure, year_of};

/// The 90 % ranges of Epoch's acquisition cost: quantity, price, server, interconnect.
pub const EPOCH: [(f64, f64); 4] = [(0.8, 1.25), (0.5, 2.0), (1.3, 2.1), (1.07, 1.32)];

/// The same four, planted on inputs whose product is the electricity bill; every other factor is exact.
pub const PLANTED: [(&str, &str); 8] = [
    ("cluster.pools.0.count", "80000..125000"),
    ("site.electricity", "0.05..0.2 USD/kWh"),
    ("cluster.pools.0.server_over_tdp", "1.3..2.1"),
    ("cluster.it_overhead", "1.07..1.32"),
    ("cluster.pools.0.tdp", "700 W/device"),
    ("cluster.load", "0.8"),
    ("site.pue", "1.25"),
    ("site.demand_charge", "0 USD/kW/mo"),
];

/// Half-widths add in quadrature, in logarithms.
pub fn half_width() -> f64 {
    EPOCH.iter().map(|(low, high)| (f64::ln(high / low) / 2.0).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn ranges_of_a_product_add_in_quadrature() {
    let bill = figure(&evaluated(year_of("xai-gigafactory"), &PLANTED), "cost.energy.total");
    close(bill.range.high / bill.value, half_width().exp(), 1e-9);
    close(bill.range.low / bill.value, (-half_width()).exp(), 1e-9);
}

/// 13b: Epoch prints 0.46 and 2.1; its draws are unseeded, and the closed form is 2.17.
#[test]
fn the_range_of_an_acquisition_is_as_epoch_prints_it() {
    let bill = figure(&evaluated(year_of("xai-gigafactory"), &PLANTED), "cost.energy.total");
    close(bill.range.low / bill.value, 0.46, 1.0);
    close(bill.range.high / bill.value, 2.1, 4.0);
}

/// The median of a product is the product of the medians: each at the geometric middle of its range.
#[test]
fn the_median_stands_at_the_geometric_middle() {
    let bill = figure(&evaluated(year_of("xai-gigafactory"), &PLANTED), "cost.energy.total");
    let middle = |(low, high): (f64, f64)| f64::sqrt(low * high);
    let kilowatts = 100_000.0 * 0.7 * middle(EPOCH[2]) * middle(EPOCH[3]) * 0.8 * 1.25;
    close(bill.value, kilowatts * 8_760.0 * 0.1, 1e-9);
}
