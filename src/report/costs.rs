//! What it costs, in sheets: the bill of materials, an hour, the views, the decisions, the years, the offers, the lives.

use super::sheet::{Cell, Sheet};
use crate::analysis::lives::Drift;
use crate::analysis::offers::Offer;
use crate::analysis::progress::{Offered, Progress, RentDrift};
use crate::analysis::{FigureRow, Lives, figures, lives, offers};
use crate::cost::View;
use crate::error::Error;
use crate::estimate::Estimate;
use crate::quantities::*;

/// Digits of what follows from doubtful figures, and of what is a published price or compared with its neighbours.
const DERIVED_DIGITS: usize = 2;
const EXACT_DIGITS: usize = 3;

/// What can be asked of the cost of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The bill of materials.
    Bill,
    /// An hour of a device, part by part.
    Hour,
    /// Every view, side by side.
    Views,
    /// A run with all that leads up to it, and with what fails.
    Development,
    /// Rent or buy, worth and return.
    Decision,
    /// The cash of every year.
    Years,
    /// What dated offers would ask.
    Offers,
    /// What other lives and resale values would give.
    Lives,
    /// What other drifts of rents would give.
    Drifts,
}

impl Part {
    /// Every part, in its order.
    pub const ALL: [Self; 9] = [
        Self::Bill,
        Self::Hour,
        Self::Views,
        Self::Development,
        Self::Decision,
        Self::Years,
        Self::Offers,
        Self::Lives,
        Self::Drifts,
    ];

    /// Its name, by which it is asked for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bill => "bill",
            Self::Hour => "hour",
            Self::Views => "views",
            Self::Development => "development",
            Self::Decision => "decision",
            Self::Years => "years",
            Self::Offers => "offers",
            Self::Lives => "lives",
            Self::Drifts => "drifts",
        }
    }
}

/// The parts that were asked for; else all that stand in a page.
#[must_use]
pub fn parts(asked: &[Part], estimate: &Estimate) -> Vec<Part> {
    let trains = estimate.scenario.task.run().is_some();
    let usual = [Part::Bill, Part::Hour, Part::Views].into_iter();
    let usual = usual.chain(trains.then_some(Part::Development)).chain([Part::Decision]);
    if asked.is_empty() { usual.collect() } else { asked.to_vec() }
}

/// The figures of a result, by path.
struct Book {
    rows: Vec<FigureRow>,
    money: Denomination,
}

impl Book {
    fn at(&self, path: &str) -> Option<&FigureRow> {
        self.rows.iter().find(|row| row.path == path)
    }

    fn cell(&self, path: &str) -> Cell {
        self.at(path).cloned().map_or(Cell::Blank, Cell::Figure)
    }

    fn ranged(&self, path: &str) -> Cell {
        self.at(path).cloned().map_or(Cell::Blank, Cell::Ranged)
    }

    fn value(&self, path: &str) -> Option<f64> {
        self.at(path).map(|row| row.value)
    }

    /// One figure over another, in a unit of what that measures.
    fn over<M: Measure>(&self, path: &str, other: &str, unit: &'static str) -> Cell {
        match (self.value(path), self.value(other)) {
            (Some(a), Some(b)) if b != 0.0 => {
                Cell::Amount { kind: M::KIND, base: a / b, unit, money: self.money, digits: DERIVED_DIGITS }
            }
            _ => Cell::Blank,
        }
    }
}

/// A part of what a result costs.
///
/// # Errors
/// When what it takes is not known: the price of a device, its TDP.
pub fn sheet(estimate: &Estimate, part: Part) -> Result<Sheet, Error> {
    match part {
        Part::Offers => {}
        Part::Development if estimate.scenario.task.run().is_none() => {
            return Err(Error::wrong_form("--model", "form-plan-model"));
        }
        Part::Years | Part::Drifts if estimate.decision()?.investment.is_none() => {
            return Err(estimate.missing_input("rent"));
        }
        _ => _ = estimate.ownership()?,
    }
    let book = Book { rows: figures(estimate), money: estimate.scenario.denomination() };
    Ok(match part {
        Part::Bill => bill(&book),
        Part::Hour => hour(&book),
        Part::Views => views(&book),
        Part::Development => development(&book),
        Part::Decision => decision(&book),
        Part::Years => years(&book),
        Part::Offers => offered(&book, &offers::offers(estimate)),
        Part::Lives => of_lives(&book, &lives::lives(estimate)?),
        Part::Drifts => of_drifts(&book, &lives::drifts(estimate)?),
    })
}

/// The lines of the bill of materials, totals last in each half.
const LINES: [&str; 11] = [
    "chips",
    "hosts",
    "storage",
    "installation",
    "network",
    "it",
    "building",
    "site_power",
    "contingency",
    "facility",
    "total",
];

fn bill(book: &Book) -> Sheet {
    let line = |name: &&str| {
        let path = format!("cost.capex.{name}");
        let row = book.at(&path)?;
        Some(vec![
            Cell::Label(row.clone()),
            Cell::Ranged(row.clone()),
            book.over::<f64>(&path, "cost.capex.total", ""),
            book.over::<DevicePrice>(&path, "size.devices", "USD/device"),
            book.over::<PowerPrice>(&path, "power.it.rated", "USD/W"),
            book.over::<PowerPrice>(&path, "power.facility.peak", "USD/W"),
        ])
    };
    let keys = vec!["line", "capex", "share", "per_device", "per_it_watt", "per_facility_watt"];
    Sheet { name: Part::Bill.name(), keys, rows: LINES.iter().filter_map(line).collect() }
}

/// The parts of an hour, and what is made of them; each with the key of its word.
const HOUR: [(&str, &str); 11] = [
    ("it", "hour-it"),
    ("facility", "hour-facility"),
    ("energy", "hour-energy"),
    ("colocation", "hour-colocation"),
    ("operations", "hour-operations"),
    ("maintenance", "hour-maintenance"),
    ("software", "hour-software"),
    ("tax", "hour-tax"),
    ("total", "hour-total"),
    ("levelised", "hour-levelised"),
    ("sold", "hour-sold"),
];

fn hour(book: &Book) -> Sheet {
    let owned = [View::Annuity, View::StraightLine, View::Decay];
    let part = |(name, word): &(&str, &'static str)| {
        let cells = owned.map(|view| book.ranged(&format!("{}.hour.{name}", view.path())));
        [Cell::Word(word)].into_iter().chain(cells).collect()
    };
    let keys = vec!["part", "view-annuity", "view-straight_line", "view-decay"];
    Sheet { name: Part::Hour.name(), keys, rows: HOUR.iter().map(part).collect() }
}

/// A view: the keys of its name, and of what it counts.
const VIEWS: [(View, &str, &str); 8] = [
    (View::Acquisition, "view-acquisition", "counts-acquisition"),
    (View::Annuity, "view-annuity", "counts-annuity"),
    (View::StraightLine, "view-straight_line", "counts-straight_line"),
    (View::Decay, "view-decay", "counts-decay"),
    (View::Rental, "view-rental", "counts-rental"),
    (View::Reserved, "view-reserved", "counts-rental"),
    (View::Spot, "view-spot", "counts-rental"),
    (View::Energy, "view-energy", "counts-energy"),
];

fn views(book: &Book) -> Sheet {
    let row = |(view, name, counts): &(View, &'static str, &'static str)| {
        let at = |figure: &str| book.cell(&format!("{}.{figure}", view.path()));
        let ranged = |figure: &str| book.ranged(&format!("{}.{figure}", view.path()));
        book.at(&format!("{}.total", view.path()))?;
        Some(vec![
            Cell::Word(name),
            ranged("total"),
            at("over_annuity"),
            ranged("per_device_hour"),
            at("per_year"),
            at("per_it_power"),
            at("per_petaflop_hour"),
            at("per_token"),
            Cell::Word(counts),
        ])
    };
    let keys = vec![
        "view",
        "total",
        "over_annuity",
        "per_device_hour",
        "per_year",
        "per_it_power",
        "per_petaflop_hour",
        "per_token",
        "counts",
    ];
    without_blanks(Sheet { name: Part::Views.name(), keys, rows: VIEWS.iter().filter_map(row).collect() })
}

fn development(book: &Book) -> Sheet {
    let row = |(view, name, _): &(View, &'static str, &'static str)| {
        let at = |figure: &str| book.cell(&format!("{}.{figure}", view.path()));
        book.at(&format!("{}.development.total", view.path()))?;
        let development = ["compute", "staff", "total"].map(|figure| at(&format!("development.{figure}")));
        Some([Cell::Word(name), at("total"), at("failures")].into_iter().chain(development).collect())
    };
    let keys = vec!["view", "run", "failures", "all_compute", "staff", "development"];
    Sheet { name: Part::Development.name(), keys, rows: VIEWS.iter().filter_map(row).collect() }
}

/// The figures of the decisions, in their order.
const DECISIONS: [&str; 13] = [
    "decision.rent_or_buy.rent",
    "decision.rent_or_buy.running",
    "decision.rent_or_buy.break_even_use",
    "decision.rent_or_buy.break_even_time",
    "decision.rent_or_buy.break_even_utilisation",
    "decision.yearly.revenue",
    "decision.yearly.running",
    "decision.npv",
    "decision.irr",
    "decision.payback",
    "decision.discounted_payback",
    "decision.lease.break_even",
    "decision.lease.saved",
];

fn decision(book: &Book) -> Sheet {
    let row = |path: &&str| {
        let row = book.at(path)?;
        let end = |base: f64| Cell::Figure(FigureRow { value: base, ..row.clone() });
        Some(vec![
            Cell::Label(row.clone()),
            Cell::Figure(row.clone()),
            end(row.range.low),
            end(row.range.high),
        ])
    };
    let keys = vec!["figure", "value", "low", "high"];
    Sheet { name: Part::Decision.name(), keys, rows: DECISIONS.iter().filter_map(row).collect() }
}

fn years(book: &Book) -> Sheet {
    let mut cumulative = 0.0;
    let mut rows = Vec::new();
    while let Some(net) = book.value(&format!("decision.years.{}.net", rows.len())) {
        cumulative += net;
        let place = rows.len();
        let at = |figure: &str| book.cell(&format!("decision.years.{place}.{figure}"));
        let sum = Cell::Amount {
            kind: Money::KIND,
            base: cumulative,
            unit: "USD",
            money: book.money,
            digits: DERIVED_DIGITS,
        };
        rows.push(vec![
            Cell::Text(place.to_string()),
            at("investment"),
            at("revenue"),
            at("running"),
            at("sale"),
            at("net"),
            at("present"),
            sum,
        ]);
    }
    let keys = vec!["year", "investment", "revenue", "running", "sale", "net", "present", "cumulative"];
    Sheet { name: Part::Years.name(), keys, rows }
}

fn offered(book: &Book, offers: &[Offer]) -> Sheet {
    let amount =
        |kind, base, unit| Cell::Amount { kind, base, unit, money: book.money, digits: EXACT_DIGITS };
    let row = |offer: &Offer| {
        let price = offer.price;
        let total = offer.total.base();
        let hour = book.value("cost.annuity.per_device_hour");
        let over = hour.map(|hour| amount(f64::KIND, price.rent.base() / hour, ""));
        vec![
            Cell::Text(price.provider.to_owned()),
            Cell::Text(price.accelerator.to_owned()),
            Cell::Text(price.term.to_owned()),
            Cell::Text(price.date.to_owned()),
            amount(DeviceRent::KIND, price.rent.base(), "USD/device-h"),
            amount(Money::KIND, total, "USD"),
            over.unwrap_or(Cell::Blank),
        ]
    };
    let keys = vec!["provider", "accelerator", "term", "date", "rent", "total", "over_annuity"];
    Sheet { name: Part::Offers.name(), keys, rows: offers.iter().map(row).collect() }
}

fn of_lives(book: &Book, lives: &Lives) -> Sheet {
    let cell = |rent: &DeviceRent| Cell::Amount {
        kind: DeviceRent::KIND,
        base: rent.base(),
        unit: "USD/device-h",
        money: book.money,
        digits: EXACT_DIGITS,
    };
    let row = |(life, rents): &(f64, [DeviceRent; 4])| {
        [Cell::Text(life.to_string())].into_iter().chain(rents.iter().map(cell)).collect()
    };
    let keys = vec!["life", "residual-0", "residual-10", "residual-20", "residual-30"];
    Sheet { name: Part::Lives.name(), keys, rows: lives.rows.iter().map(row).collect() }
}

fn of_drifts(book: &Book, drifts: &[Drift]) -> Sheet {
    let amount =
        |kind, base, unit| Cell::Amount { kind, base, unit, money: book.money, digits: DERIVED_DIGITS };
    let row = |drift: &Drift| {
        let worth = drift.worth;
        vec![
            amount(f64::KIND, drift.by_year, ""),
            amount(Money::KIND, worth.npv.base(), "USD"),
            amount(f64::KIND, worth.irr.get(), ""),
            amount(Time::KIND, worth.payback.base(), "yr"),
            amount(Time::KIND, worth.discounted_payback.base(), "yr"),
        ]
    };
    let keys = vec!["by_year", "npv", "irr", "payback", "discounted_payback"];
    Sheet { name: Part::Drifts.name(), keys, rows: drifts.iter().map(row).collect() }
}

/// The same without the columns in which nothing stands.
fn without_blanks(sheet: Sheet) -> Sheet {
    let is_kept = |place: usize| {
        sheet.rows.iter().any(|row| row.get(place).is_some_and(|cell| !matches!(cell, Cell::Blank)))
    };
    let kept: Vec<bool> = (0..sheet.keys.len()).map(is_kept).collect();
    let of = |place: usize| kept.get(place).copied().unwrap_or(false);
    let keys = sheet.keys.iter().enumerate().filter(|(place, _)| of(*place)).map(|(_, key)| *key).collect();
    let cells = |row: &Vec<Cell>| {
        row.iter().enumerate().filter(|(place, _)| of(*place)).map(|(_, cell)| cell.clone()).collect()
    };
    Sheet { keys, rows: sheet.rows.iter().map(cells).collect(), ..sheet }
}

fn in_dollars(kind: &'static Kind, base: f64, unit: &'static str) -> Cell {
    Cell::Amount { kind, base, unit, money: Denomination::DOLLARS, digits: EXACT_DIGITS }
}

/// What a dollar buys over the years.
#[must_use]
pub fn prices_sheet(progress: &Progress) -> Sheet {
    let row = |row: &Offered| {
        vec![
            Cell::Text(row.accelerator.id.to_owned()),
            Cell::Text(row.accelerator.released.to_owned()),
            in_dollars(DevicePrice::KIND, row.price.base(), "USD/device"),
            in_dollars(DeviceRate::KIND, row.peak.base(), "TFLOP/s/device"),
            in_dollars(f64::KIND, row.per_dollar() / 1e9, ""),
        ]
    };
    let keys = vec!["accelerator", "released", "price", "bf16", "gflops_per_dollar"];
    Sheet { name: "price-performance", keys, rows: progress.offered.iter().map(row).collect() }
}

/// How rents on demand have moved.
#[must_use]
pub fn rents_sheet(progress: &Progress) -> Sheet {
    let year = |year: f64| Cell::Text(display::significant(f64::floor(year), display::MOST_DIGITS));
    let price = |rent: DeviceRent| in_dollars(DeviceRent::KIND, rent.base(), "USD/device-h");
    let row = |row: &RentDrift| {
        vec![
            Cell::Text(row.accelerator.to_owned()),
            year(row.from.0),
            price(row.from.1),
            year(row.to.0),
            price(row.to.1),
            in_dollars(f64::KIND, row.by_year, ""),
        ]
    };
    let keys = vec!["accelerator", "from", "rent_from", "to", "rent_to", "by_year"];
    Sheet { name: "rent-drift", keys, rows: progress.rents.iter().map(row).collect() }
}
