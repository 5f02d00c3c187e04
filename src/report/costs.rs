//! What it costs, in sheets: the bill of materials, an hour, the views, the decisions, the years, the offers, the lives.

use super::sheet::{Cell, Sheet};
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
}

impl Part {
    /// Every part, in its order.
    pub const ALL: [Self; 8] = [
        Self::Bill,
        Self::Hour,
        Self::Views,
        Self::Development,
        Self::Decision,
        Self::Years,
        Self::Offers,
        Self::Lives,
    ];
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
    if !matches!(part, Part::Offers) {
        estimate.ownership()?;
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
            Cell::Figure(row.clone()),
            book.over::<f64>(&path, "cost.capex.total", ""),
            book.over::<DevicePrice>(&path, "size.devices", "USD/device"),
            book.over::<PowerPrice>(&path, "power.it.rated", "USD/W"),
            book.over::<PowerPrice>(&path, "power.facility.peak", "USD/W"),
        ])
    };
    let keys = vec!["line", "capex", "share", "per_device", "per_it_watt", "per_facility_watt"];
    Sheet { name: "bill", keys, rows: LINES.iter().filter_map(line).collect() }
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
        let cells = owned.map(|view| book.cell(&format!("{}.hour.{name}", view.path())));
        [Cell::Word(word)].into_iter().chain(cells).collect()
    };
    let keys = vec!["part", "view-annuity", "view-straight_line", "view-decay"];
    Sheet { name: "hour", keys, rows: HOUR.iter().map(part).collect() }
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
        book.at(&format!("{}.total", view.path()))?;
        Some(vec![
            Cell::Word(name),
            at("total"),
            at("over_annuity"),
            at("per_device_hour"),
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
        "per_it_power",
        "per_petaflop_hour",
        "per_token",
        "counts",
    ];
    without_blanks(Sheet { name: "views", keys, rows: VIEWS.iter().filter_map(row).collect() })
}

fn development(book: &Book) -> Sheet {
    let row = |(view, name, _): &(View, &'static str, &'static str)| {
        let at = |figure: &str| book.cell(&format!("{}.{figure}", view.path()));
        book.at(&format!("{}.development.total", view.path()))?;
        let development = ["compute", "staff", "total"].map(|figure| at(&format!("development.{figure}")));
        Some([Cell::Word(name), at("total"), at("failures")].into_iter().chain(development).collect())
    };
    let keys = vec!["view", "run", "failures", "all_compute", "staff", "development"];
    Sheet { name: "development", keys, rows: VIEWS.iter().filter_map(row).collect() }
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
    Sheet { name: "decision", keys, rows: DECISIONS.iter().filter_map(row).collect() }
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
    Sheet { name: "years", keys, rows }
}

fn offered(book: &Book, offers: &[Offer]) -> Sheet {
    let amount =
        |kind, base, unit| Cell::Amount { kind, base, unit, money: book.money, digits: EXACT_DIGITS };
    let row = |offer: &Offer| {
        let price = offer.price;
        let total = offer.total.base();
        let over = book.value("cost.annuity.total").map(|annuity| amount(f64::KIND, total / annuity, ""));
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
    Sheet { name: "offers", keys, rows: offers.iter().map(row).collect() }
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
    Sheet { name: "lives", keys, rows: lives.rows.iter().map(row).collect() }
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

/// What a dollar buys over the years, and how rents have moved.
#[must_use]
pub fn progress_sheets(progress: &Progress) -> [Sheet; 2] {
    let amount = |kind, base, unit| Cell::Amount {
        kind,
        base,
        unit,
        money: Denomination::DOLLARS,
        digits: EXACT_DIGITS,
    };
    let offered = |row: &Offered| {
        vec![
            Cell::Text(row.accelerator.id.to_owned()),
            Cell::Text(row.accelerator.released.to_owned()),
            amount(DevicePrice::KIND, row.price.base(), "USD/device"),
            amount(DeviceRate::KIND, row.peak.base(), "TFLOP/s/device"),
            amount(f64::KIND, row.per_dollar() / 1e9, ""),
        ]
    };
    let rent = |row: &RentDrift| {
        let year = |year: f64| Cell::Text(display::significant(libm::floor(year), display::MOST_DIGITS));
        let price = |rent: DeviceRent| amount(DeviceRent::KIND, rent.base(), "USD/device-h");
        vec![
            Cell::Text(row.accelerator.to_owned()),
            year(row.from.0),
            price(row.from.1),
            year(row.to.0),
            price(row.to.1),
            amount(f64::KIND, row.by_year, ""),
        ]
    };
    [
        Sheet {
            name: "price-performance",
            keys: vec!["accelerator", "released", "price", "bf16", "gflops_per_dollar"],
            rows: progress.offered.iter().map(offered).collect(),
        },
        Sheet {
            name: "rent-drift",
            keys: vec!["accelerator", "from", "rent", "to", "rent", "by_year"],
            rows: progress.rents.iter().map(rent).collect(),
        },
    ]
}
