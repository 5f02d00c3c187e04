//! What theory says of cost: views, rates, lives, break-even, present value; and answers that were planted.

use super::scenarios::checks;
use crate::support::{close, evaluated, value, year_of};
use proptest::prelude::*;
use wattflop::cost::{internal_rate, paid_back};
use wattflop::estimate::Estimate;
use wattflop::quantities::Measure;
use wattflop::quantities::Money;
use wattflop::quantities::units::{usd, years};

/// A year of the gigafactory, with inputs set.
fn year(settings: &[(&str, String)]) -> Estimate {
    let settings: Vec<_> = settings.iter().map(|(path, text)| (*path, text.as_str())).collect();
    evaluated(year_of("xai-gigafactory"), &settings)
}

/// What is paid a device and hour, owned, as an annuity.
const TCO: &str = "cost.annuity.hour.total";

fn number(value: f64) -> String {
    format!("{value:e}")
}

proptest! {
    #![proptest_config(checks(48))]

    #[test]
    fn without_interest_an_annuity_is_a_straight_line(life in 1.0..12.0, payments in 1_u32..13, left in 0.0..0.9) {
        let estimate = year(&[
            ("finance.wacc", "0".to_owned()),
            ("cluster.it_life", format!("{life} yr")),
            ("finance.compounding", payments.to_string()),
            ("finance.residual", number(left)),
        ]);
        for part in ["it", "facility", "total"] {
            let [annuity, line] = ["annuity", "straight_line"].map(|view| value(&estimate, &format!("cost.{view}.{part}")));
            prop_assert!((annuity / line - 1.0).abs() < 1e-9, "{part}: {annuity} and {line}");
        }
    }

    #[test]
    fn tco_rises_with_what_is_paid_and_falls_with_life(more in 1.01..1.8) {
        let base = year(&[]);
        for path in ["finance.wacc", "cluster.pools.0.price", "site.pue", "site.electricity"] {
            let row = crate::support::input(&base.scenario, path);
            let text = crate::support::written(row.input.kind, row.value.unwrap() * more);
            prop_assert!(value(&year(&[(path, text)]), TCO) > value(&base, TCO), "{path}");
        }
        for (path, life) in [("cluster.it_life", 5.0), ("cluster.facility_life", 15.0)] {
            let longer = year(&[(path, format!("{} yr", life * more))]);
            prop_assert!(value(&longer, TCO) < value(&base, TCO), "{path}");
        }
    }

    #[test]
    fn twice_the_devices_cost_the_same_by_the_device_hour(count in 1_u32..1_000_000) {
        let [once, twice] = [1, 2].map(|times| year(&[("cluster.pools.0.count", (times * count).to_string())]));
        for path in [TCO, "cost.annuity.hour.levelised", "cost.decay.hour.sold", "cost.rental.per_device_hour"] {
            prop_assert!((value(&twice, path) / value(&once, path) - 1.0).abs() < 1e-9, "{path}");
        }
    }

    #[test]
    fn break_even_falls_as_rent_rises_and_never_comes_beyond_the_life(rent in 0.05..20.0, more in 1.01..3.0) {
        let path = "decision.rent_or_buy.break_even_use";
        let [low, high] = [rent, rent * more].map(|rent| {
            let estimate = year(&[("cluster.pools.0.rent", format!("{rent} USD/device-h"))]);
            let saved = rent / 3_600.0 - value(&estimate, "decision.rent_or_buy.running");
            let pays = saved > 0.0 && value(&estimate, "cost.capex.per_device") / saved <= years(5.0).base();
            (value(&estimate, path), pays)
        });
        for (time, pays) in [low, high] {
            prop_assert_eq!(time.is_finite(), pays);
        }
        prop_assert!(high.0 < low.0 || low.0.is_infinite(), "{low:?} {high:?}");
    }

    #[test]
    fn views_order_as_theory_says(wacc in 0.001..0.3, life in 1.0..10.0, left in 0.0..0.9) {
        let estimate = year(&[
            ("finance.wacc", number(wacc)),
            ("cluster.it_life", format!("{life} yr")),
            ("finance.residual", number(left)),
        ]);
        let total = |view: &str| value(&estimate, &format!("cost.{view}.total"));
        prop_assert!(total("energy") < total("straight_line"));
        prop_assert!(total("straight_line") < total("annuity"), "interest costs");
        // A year of a life of a year or more never charges more than the capital and its interest.
        let most = total("acquisition") * (1.0 + wacc) + value(&estimate, "cost.running.total");
        prop_assert!(total("annuity") < most, "{} {most}", total("annuity"));
    }

    #[test]
    fn hours_of_a_view_add_up_and_spares_and_idle_hours_divide_once(spares in 0.0..0.5, sold in 0.1..1.0) {
        let estimate = year(&[("finance.spares", number(spares)), ("finance.sold", number(sold))]);
        for view in ["annuity", "straight_line", "decay"] {
            let hour = |part: &str| value(&estimate, &format!("cost.{view}.hour.{part}"));
            let parts = ["it", "facility", "energy", "colocation", "operations", "maintenance", "software", "tax"];
            close(parts.map(hour).iter().sum(), hour("total"), 1e-9);
            close(hour("levelised"), hour("total") / (1.0 - spares), 1e-9);
            close(hour("sold"), hour("total") / (1.0 - spares) / sold, 1e-9);
        }
    }

    /// Planted: flows that are worth nothing at a rate give that rate back; and the present value at it is nothing.
    #[test]
    fn the_internal_rate_is_the_one_that_was_planted(
        rate in -0.4_f64..3.0, inflows in prop::collection::vec(0.1..10.0, 1..15)
    ) {
        let discount = |year: usize| f64::powi(1.0 + rate, i32::try_from(year).unwrap() + 1);
        let worth: f64 = inflows.iter().enumerate().map(|(year, flow)| flow / discount(year)).sum();
        let flows: Vec<Money> = [-worth].into_iter().chain(inflows.iter().copied()).map(usd).collect();
        let found = internal_rate(flows.iter().copied()).get();
        prop_assert!((found - rate).abs() < 1e-9 * (1.0 + rate.abs()), "{found} instead of {rate}");
        let npv: f64 = flows.iter().enumerate().map(|(year, flow)| flow.value / f64::powi(1.0 + found, i32::try_from(year).unwrap())).sum();
        prop_assert!(npv.abs() < 1e-9 * worth, "{npv}");
    }

    /// Planted: with the internal rate as cost of capital, the net present value is nothing.
    #[test]
    fn the_present_value_at_the_internal_rate_is_nothing(rent in 3.0..8.0, drift in -0.3..0.2) {
        let set = |wacc: f64| year(&[
            ("cluster.pools.0.rent", format!("{rent} USD/device-h")),
            ("finance.rent_drift", number(drift)),
            ("finance.wacc", number(wacc)),
        ]);
        let irr = value(&set(0.1), "decision.irr");
        prop_assume!((0.0..1.0).contains(&irr));
        let planted = set(irr);
        let (npv, capex) = (value(&planted, "decision.npv"), value(&planted, "cost.capex.total"));
        prop_assert!(npv.abs() < 1e-9 * capex, "{npv} at {irr}");
    }

    #[test]
    fn the_present_value_falls_with_the_rate_and_rises_with_the_rent(wacc in 0.01..0.4, rent in 1.0..8.0) {
        let npv = |wacc: f64, rent: f64| {
            let settings = [("finance.wacc", number(wacc)), ("cluster.pools.0.rent", format!("{rent} USD/device-h"))];
            value(&year(&settings), "decision.npv")
        };
        prop_assert!(npv(wacc, rent * 1.1) > npv(wacc, rent));
        // Where all that comes in comes after the purchase.
        prop_assume!(rent > 2.5);
        prop_assert!(npv(wacc + 0.05, rent) < npv(wacc, rent));
    }

    #[test]
    fn years_of_cash_add_up_to_the_present_value(horizon in 1_u32..31, life in 0.7_f64..12.0, left in 0.0..1.0) {
        let estimate = year(&[
            ("finance.horizon", horizon.to_string()),
            ("cluster.it_life", format!("{life} yr")),
            ("finance.residual", number(left)),
        ]);
        let of_year = |place: u32, part: &str| value(&estimate, &format!("decision.years.{place}.{part}"));
        let sum: f64 = (0..=horizon).map(|place| of_year(place, "present")).sum();
        let npv = value(&estimate, "decision.npv");
        prop_assert!((sum - npv).abs() <= 1e-9 * of_year(0, "investment"), "{sum} {npv}");
        prop_assert_eq!(of_year(0, "investment"), value(&estimate, "cost.capex.total"));
        // As many purchases as lives begin before the horizon's year, each at the price of its year or later.
        let lives = ((f64::from(horizon) - 1.0) / life).floor().max(0.0) + 1.0;
        let at_today_s_price = |place: u32| of_year(place, "investment") * 10_f64.powf(0.14 * f64::from(place));
        let bought = (0..=horizon).map(at_today_s_price).sum::<f64>() / value(&estimate, "cost.capex.it");
        prop_assert!(bought >= lives * 0.999, "{bought} purchases in {lives} lives");
    }
}

/// A life that is longer is never dearer by the hour, nor is one that leaves more; and each cell is what setting it gives.
#[test]
fn lives_are_what_setting_them_gives() {
    let estimate = evaluated(year_of("xai-gigafactory"), &[]);
    let lives = wattflop::analysis::lives(&estimate).unwrap();
    for (life, rents) in &lives.rows {
        assert!(rents.windows(2).all(|pair| pair[1] < pair[0]), "{life}");
        for (residual, rent) in wattflop::analysis::lives::RESIDUALS.iter().zip(rents) {
            let set =
                year(&[("cluster.it_life", format!("{life} yr")), ("finance.residual", number(*residual))]);
            close(rent.value, value(&set, TCO), 1e-9);
        }
    }
    assert!(lives.rows.windows(2).all(|pair| pair[1].1[0] < pair[0].1[0]));
}

/// What an offer asks is its rate times the device-hours of its kind.
#[test]
fn offers_ask_for_the_hours_of_their_kind() {
    let estimate = evaluated(year_of("colossus-230k"), &[]);
    let offers = wattflop::analysis::offers::offers(&estimate);
    let asked = |accelerator: &str, count: f64| {
        let offer = offers.iter().find(|offer| offer.price.accelerator == accelerator).expect("an offer");
        close(offer.total.value, offer.price.rent.value * count * 31_536_000.0, 1e-9);
    };
    asked("h100-sxm", 150_000.0);
    asked("h200-sxm", 50_000.0);
    assert!(offers.iter().any(|offer| offer.price.provider == "Oracle OCI"));
}

/// A lease that costs what an annuity charges saves nothing; a cheaper one saves the difference over the life.
#[test]
fn a_lease_saves_the_difference_over_the_life() {
    let base = year(&[]);
    let even = value(&base, "decision.lease.break_even");
    let lease = |rate: f64| year(&[("finance.lease", format!("{} USD/device-yr", rate * 31_536_000.0))]);
    close(
        value(&lease(even * 0.9), "decision.lease.saved"),
        0.1 * even * 100_000.0 * 5.0 * 31_536_000.0,
        1e-6,
    );
    assert!(value(&lease(even), "decision.lease.saved").abs() < 1.0);
}

/// A development is its run with its experiments, and a staff that is its share of the whole; failures take what the
/// goodput leaves.
#[test]
fn a_development_holds_run_experiments_staff() {
    let estimate = evaluated(crate::support::run_of("grok-2", "grok-2-cluster"), &[("run.goodput", "0.9")]);
    for view in ["annuity", "straight_line", "decay", "rental", "reserved", "spot"] {
        let at = |figure: &str| value(&estimate, &format!("cost.{view}.{figure}"));
        close(at("development.compute"), 2.2 * at("total"), 1e-9);
        close(at("development.staff"), 0.39 * at("development.total"), 1e-9);
        close(at("failures"), 0.1 * at("total"), 1e-9);
    }
    let faultless = evaluated(crate::support::run_of("grok-2", "grok-2-cluster"), &[("run.goodput", "1")]);
    assert_eq!(value(&faultless, "cost.annuity.failures"), 0.0);
}

/// Rent is saved in the hours used, running is paid in all: with no drift, break-even time and payback are one.
#[test]
fn break_even_time_is_the_payback_without_drift() {
    for sold in ["0.9", "0.7", "0.05"] {
        let estimate = year(&[
            ("finance.sold", sold.to_owned()),
            ("finance.rent_drift", "0".to_owned()),
            ("finance.facility_capex", "0 USD/W".to_owned()),
            ("cluster.pools.0.rent", "3.5 USD/device-h".to_owned()),
        ]);
        let [time, payback] =
            ["decision.rent_or_buy.break_even_time", "decision.payback"].map(|path| value(&estimate, path));
        if payback.is_infinite() {
            assert!(time.is_infinite(), "{sold}: {time}");
        } else {
            close(time, payback, 1e-9);
        }
    }
}

/// What is sold at the horizon never brings more than was paid for it.
#[test]
fn nothing_is_sold_above_what_was_paid() {
    for (horizon, life) in [(9, 4.4), (9, 4.0), (5, 5.0), (12, 0.7), (20, 7.3)] {
        let estimate = year(&[
            ("finance.horizon", horizon.to_string()),
            ("cluster.it_life", format!("{life} yr")),
            ("finance.facility_capex", "0 USD/W".to_owned()),
        ]);
        let at = |place: u32, part: &str| value(&estimate, &format!("decision.years.{place}.{part}"));
        assert_eq!(at(horizon, "investment"), 0.0, "nothing is bought at the horizon");
        let last = (0..horizon).rev().map(|place| at(place, "investment")).find(|paid| *paid > 0.0).unwrap();
        assert!(at(horizon, "sale") <= last, "{} for {last}", at(horizon, "sale"));
    }
}

/// Figures that know nothing of the horizon have the same range whatever it is.
#[test]
fn ranges_know_nothing_of_what_their_figures_do_not() {
    let at = |horizon: &str| evaluated(year_of("colossus-1"), &[("finance.horizon", horizon)]);
    let [short, long] = ["5", "30"].map(at);
    for path in ["decision.lease.break_even", "decision.rent_or_buy.break_even_use", "cost.annuity.total"] {
        let [a, b] = [&short, &long].map(|estimate| crate::support::figure(estimate, path).range);
        assert_eq!(a, b, "{path}");
    }
}

#[test]
fn a_payback_stands_within_its_year_or_never_comes() {
    let payback = |flows: &[f64]| paid_back(flows.iter().copied().map(usd));
    assert_eq!(payback(&[-10.0, 4.0, 4.0, 4.0]).base(), years(2.5).base());
    assert_eq!(payback(&[-10.0, 10.0]).base(), years(1.0).base());
    assert!(payback(&[-10.0, 4.0, 4.0]).base().is_infinite());
    assert!(payback(&[-10.0, -4.0]).base().is_infinite());
    assert_eq!(internal_rate([usd(-10.0), usd(-4.0)].into_iter()).get(), -1.0);
}

/// Capital of debt and equity: three quarters at 7 % and the rest at 20 % are the 10.25 % of SemiAnalysis.
#[test]
fn debt_and_equity_weigh_into_the_cost_of_capital() {
    let parts =
        [("finance.debt_share", "0.75"), ("finance.debt_rate", "0.07"), ("finance.equity_rate", "0.20")];
    let estimate = evaluated(year_of("xai-gigafactory"), &parts);
    close(value(&estimate, "cost.capital.wacc"), 0.1025, 1e-9);
    let nominal =
        evaluated(year_of("xai-gigafactory"), &[("finance.wacc", "0.1275"), ("finance.inflation", "0.025")]);
    close(value(&nominal, "cost.capital.rate"), 1.1275 / 1.025 - 1.0, 1e-9);
}

/// Colocation stands in place of a facility, in the share that is asked for.
#[test]
fn colocation_stands_in_place_of_a_facility() {
    let at = |share: &str| evaluated(year_of("xai-gigafactory"), &[("finance.colocated", share)]);
    let [own, half, rented] = ["0", "0.5", "1"].map(at);
    assert_eq!(value(&own, "cost.running.colocation"), 0.0);
    assert_eq!(value(&rented, "cost.capex.facility"), 0.0);
    close(2.0 * value(&half, "cost.capex.facility"), value(&own, "cost.capex.facility"), 1e-9);
    close(2.0 * value(&half, "cost.running.colocation"), value(&rented, "cost.running.colocation"), 1e-9);
    let kilowatts = value(&rented, "power.it.rated") / 1e3;
    close(value(&rented, "cost.running.colocation"), kilowatts * 150.0 * 12.0, 1e-9);
}

/// A demand charge on the peak, and dearer hours.
#[test]
fn demand_and_peak_hours_are_on_the_bill() {
    let plain = evaluated(year_of("xai-gigafactory"), &[]);
    let settings =
        [("site.demand_charge", "15 USD/kW/mo"), ("site.peak_price", "3"), ("site.peak_share", "0.25")];
    let bill = evaluated(year_of("xai-gigafactory"), &settings);
    close(value(&bill, "cost.energy.charge"), 1.5 * value(&plain, "cost.energy.charge"), 1e-9);
    let kilowatts = value(&bill, "power.facility.peak") / 1e3;
    close(value(&bill, "cost.energy.demand"), kilowatts * 15.0 * 12.0, 1e-9);
}
