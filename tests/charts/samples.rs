//! A chart of every kind: those of results, and of data that analyses fill.

use crate::support::{run_of, year_of};
use core::ops::ControlFlow;
use wattflop::analysis::sweep::Direction;
use wattflop::analysis::timeline::Ask;
use wattflop::analysis::{
    Sampling, Sensitivity, Sweep, cause, compare, sensitivity, timeline, uncertainties, uncertainty,
};
use wattflop::cluster::Buildout;
use wattflop::quantities::{Date, Energy, Kind, Measure, Money, Power, Time};
use wattflop::report::chart::*;
use wattflop::report::{Locale, show};

/// A chart with its name.
pub type Named = (&'static str, Chart);

fn caption(title: &str, note: &str) -> Caption {
    Caption { title: title.to_owned(), note: note.to_owned() }
}

pub fn measured(label: &str, kind: &'static Kind) -> Measured {
    Measured::of(label, kind)
}

pub fn waterfall() -> Waterfall {
    let step = |label: &str, amount: f64| Step { label: label.to_owned(), amount, range: None };
    Waterfall {
        caption: caption(
            "Why a year of Stargate costs more",
            "Each step changes one input to that of the other side.",
        ),
        measured: measured("Cost of the period, annuity", Money::KIND),
        start: Some(step("Gigafactory", 1.6e9)),
        steps: vec![
            step("Devices", 60e9),
            step("Price of a device, with its share of the server", 27e9),
            step("Electricity", -2.4e9),
            step("Life of the IT", 0.8e9),
        ],
        end: step("Stargate", 87e9),
    }
}

pub fn tornado() -> Tornado {
    let swing = |label: &str, aside: &str, low: f64, high: f64| Swing {
        label: label.to_owned(),
        aside: aside.to_owned(),
        low,
        high,
        text: String::new(),
    };
    Tornado {
        caption: caption(
            "What matters most for the cost",
            "Each input from its 5th to its 95th percentile, the others at their medians.",
        ),
        measured: measured("Cost of the period, annuity", Money::KIND),
        centre: 1.6e9,
        swings: vec![
            swing("Electricity price", "0.05 – 0.11 USD/kWh", 1.52e9, 1.71e9),
            swing("Life of the IT", "3 – 7 years", 2.3e9, 1.2e9),
            swing("Price of a device", "$24,000 – $38,000", 1.35e9, 1.95e9),
            swing("PUE", "1.1 – 1.4", 1.58e9, 1.64e9),
        ],
        form: Form::Linear,
        is_sorted: true,
    }
}

pub fn fan() -> Fan {
    let point = |month: u32| {
        let (x, grown) = (f64::from(month), 1.0 + f64::from(month) / 12.0);
        let median = 1.2e15 * grown;
        let doubt = 0.02 * x + 0.05;
        FanPoint {
            x,
            median,
            inner: Some((median * (1.0 - doubt * 0.4), median * (1.0 + doubt * 0.5))),
            outer: (median * (1.0 - doubt), median * (1.0 + 1.4 * doubt)),
        }
    };
    Fan {
        caption: caption(
            "Energy of a site that grows",
            "The median, with half and nine tenths of what may be.",
        ),
        x: Along::Months(Date::of(2025, 6, 1).unwrap()),
        y: measured("Energy of the facility", Energy::KIND),
        form: Form::Linear,
        points: (0..25).map(point).collect(),
    }
}

pub fn lines() -> Lines {
    let counts = || (0..9).map(|place| 1_000.0 * f64::from(1 << place));
    let series = |name: &str, days: f64, overhead: f64| Series {
        name: name.to_owned(),
        points: counts()
            .map(|count| (count, 86_400.0 * (days * 16_000.0 / count + overhead * count / 16_000.0)))
            .collect(),
    };
    Lines {
        caption: caption(
            "More devices, fewer days",
            "A run of 4e25 FLOP, by accelerator and number of devices.",
        ),
        x: Along::Amount(measured("Devices", wattflop::quantities::Devices::KIND), Form::Log),
        panels: vec![LinePanel {
            measured: measured("Duration", Time::KIND),
            form: Form::Log,
            series: vec![
                series("H100 SXM", 70.0, 1.0),
                series("H200 SXM", 62.0, 0.9),
                series("GB200 NVL72", 30.0, 0.4),
                series("A100", 190.0, 2.5),
            ],
        }],
    }
}

pub fn frontier() -> Frontier {
    let at = |name: &str, power: f64, cost: f64, is_best: bool| Candidate {
        name: name.to_owned(),
        x: power * 1e6,
        y: cost * 1e9,
        is_best,
    };
    Frontier {
        caption: caption("What power and money buy", "Clusters that train the same run in 90 days."),
        x: measured("Facility power, peak", Power::KIND),
        x_form: Form::Linear,
        y: measured("Capex", Money::KIND),
        y_form: Form::Linear,
        candidates: vec![
            at("A100", 410.0, 5.2, true),
            at("H100", 240.0, 6.1, true),
            at("H200", 228.0, 6.9, true),
            at("GB200", 150.0, 8.8, true),
            at("MI300X", 260.0, 6.6, false),
            at("TPU v5p", 300.0, 7.8, false),
            at("GB300", 148.0, 10.4, true),
            at("MI250", 470.0, 7.1, false),
            at("Gaudi 3", 265.0, 6.7, false),
        ],
    }
}

/// Every kind, drawn of results where there are any.
pub fn all(locale: Locale) -> Vec<Named> {
    let sides = |ids: [&str; 2]| compare(&ids.map(year_of)).unwrap();
    let gigafactory = year_of("xai-gigafactory").evaluate().unwrap();
    let run = run_of("grok-2", "grok-2-cluster").evaluate().unwrap();
    let grown = timeline(&Buildout::preset("colossus").unwrap(), &Ask::new()).unwrap();
    vec![
        ("bars", of_comparison(&sides(["meta-24k", "xai-gigafactory"]), locale)),
        ("marks", of_comparison(&sides(["xai-gigafactory", "stargate-10gw"]), locale)),
        ("sure", of_result(&run, locale)),
        ("bill", of_bill(&gigafactory, locale).unwrap()),
        ("hour", of_hour(&gigafactory, locale).unwrap()),
        ("views", of_views(&gigafactory, locale).unwrap()),
        ("timeline", of_timeline(&grown, locale)),
        ("tree", of_explanation(&gigafactory, "cost.annuity.total", 30, locale).unwrap()),
        ("waterfall", Chart::Waterfall(waterfall())),
        ("tornado", Chart::Tornado(tornado())),
        ("fan", Chart::Fan(fan())),
        ("lines", Chart::Lines(lines())),
        ("frontier", Chart::Frontier(frontier())),
        ("why", of_waterfall(&why_stargate(), ["xai-gigafactory", "stargate-10gw"], locale).unwrap()),
        ("matters", of_sensitivity(&what_matters(), locale)),
        ("drawn", drawn(&["xai-gigafactory"], &[], locale)),
        ("drawn-sides", drawn(&["colossus-1", "stargate-abilene"], &[COST, "power.facility.peak"], locale)),
        ("histogram", drawn(&["xai-gigafactory"], &[COST], locale)),
        ("histograms", drawn(&["colossus-1", "stargate-abilene"], &[COST], locale)),
        ("swept", swept("carbon.operational", false, locale)),
        ("swept-figures", swept_figures(locale)),
        ("swept-log", swept_by("cluster.pools.0.count=1000..100000 in 9 log", locale)),
        ("swept-short-log", swept_by("site.pue=1.11..1.19 in 5 log", locale)),
        ("unbeaten", swept("carbon.operational", true, locale)),
    ]
}

fn why_stargate() -> cause::Waterfall {
    let [here, there] = ["xai-gigafactory", "stargate-10gw"].map(|id| year_of(id).evaluate().unwrap());
    cause::why_with_ranges(&here, &there, "cost.annuity.total").unwrap()
}

const COST: &str = "cost.annuity.per_device_hour";

/// Years, drawn: some figures, or the headlines.
fn drawn(ids: &[&str], figures: &[&str], locale: Locale) -> Chart {
    let go_on = &mut |_| ControlFlow::Continue(());
    let years: Vec<_> = ids.iter().map(|id| year_of(id)).collect();
    let headlines = show::rows(&years[0].clone().evaluate().unwrap(), false);
    let headlines: Vec<_> = headlines.iter().map(|row| row.path.as_str()).collect();
    let ask = Sampling::new().with_samples(256).of(if figures.is_empty() { &headlines } else { figures });
    let names: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
    let drawn = match &years[..] {
        [year] => vec![uncertainty(year, &ask, go_on).unwrap()],
        years => uncertainties(&compare(years).unwrap(), &ask, go_on).unwrap(),
    };
    of_uncertainty(&drawn, &names, locale)
}

fn what_matters() -> Sensitivity {
    let go_on = &mut |_| ControlFlow::Continue(());
    sensitivity(&run_of("grok-2", "grok-2-cluster"), "carbon.operational", 64, 0, go_on).unwrap()
}

/// Three figures over PUE, on two grids.
pub fn swept_figures(locale: Locale) -> Chart {
    let over = [("site.pue", "1.1..1.5 by 0.1"), ("site.grid", "fra, us-tx")];
    drawn_of(&over, &["power.facility.peak", "carbon.operational", "cost.annuity.total"], locale)
}

/// A figure that goes with the axis, and one that does not.
pub fn swept_by(over: &str, locale: Locale) -> Chart {
    drawn_of(&[over.split_once('=').unwrap()], &["energy.facility", COST], locale)
}

fn drawn_of(over: &[(&str, &str)], figures: &[&str], locale: Locale) -> Chart {
    let sweep = Sweep::of(&year_of("xai-gigafactory"), over, figures).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    of_sweep(&sweep, &columns, None, locale).unwrap()
}

/// A figure over PUE on three grids; beside the cost, with the cells that no other beats.
fn swept(figure: &str, unbeaten: bool, locale: Locale) -> Chart {
    let over = [("site.pue", "1.1..1.5 by 0.1"), ("site.grid", "fra, usa, us-tx")];
    let figures: &[&str] = if unbeaten { &[figure, "cost.annuity.total"] } else { &[figure] };
    let sweep = Sweep::of(&year_of("xai-gigafactory"), &over, figures).unwrap();
    let columns = sweep.columns(&mut |_| ControlFlow::Continue(())).unwrap();
    let wanted: Vec<_> = figures.iter().map(|path| (*path, Direction::Least)).collect();
    let best = sweep.best(&columns, &wanted).filter(|_| unbeaten);
    of_sweep(&sweep, &columns, best.as_ref(), locale).unwrap()
}
