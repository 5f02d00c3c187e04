//! What a dollar buys, year by year: the price-performance of accelerators, and the drift of their rents.

use crate::catalogue::{ACCELERATORS, Accelerator, PriceRow, prices};
use crate::cluster::Pool;
use crate::quantities::order::put_in_order;
use crate::quantities::parse::decimal;
use crate::quantities::{DevicePrice, DeviceRate, DeviceRent, Measure};

/// What an accelerator gives for its price.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    /// The accelerator.
    pub accelerator: &'static Accelerator,
    /// When it was released, in years.
    pub year: f64,
    /// Its price, with its share of the server.
    pub price: DevicePrice,
    /// Its peak dense rate in BF16, or FP16.
    pub peak: DeviceRate,
}

impl Offered {
    /// FLOP/s for a dollar.
    #[must_use]
    pub fn per_dollar(&self) -> f64 {
        self.peak.base() / self.price.base()
    }
}

/// How rents of an accelerator on demand have moved, each provider beside itself.
#[derive(Clone, Copy, Debug)]
pub struct RentDrift {
    /// The accelerator, by id.
    pub accelerator: &'static str,
    /// When its first price was dated, in years, and the geometric mean of those within half a year.
    pub from: (f64, DeviceRent),
    /// The same of its last.
    pub to: (f64, DeviceRent),
    /// The change by the year: −0.2 where a fifth is lost.
    pub by_year: f64,
}

/// What a dollar buys, and what an hour costs, over the years.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The accelerators with a price, by date.
    pub offered: Vec<Offered>,
    /// Growth of FLOP/s for a dollar, in orders of magnitude by the year, by least squares.
    pub growth: Option<f64>,
    /// The drift of rents.
    pub rents: Vec<RentDrift>,
}

/// The price-performance of the catalogue's accelerators, and the drift of its dated rents.
#[must_use]
pub fn progress() -> Progress {
    let offered = |accelerator: &'static Accelerator| {
        let pool = Pool::uncounted(accelerator);
        let year = year_of(accelerator.released)?;
        Some(Offered { accelerator, year, price: pool.price()?, peak: pool.half_peak()? })
    };
    let mut offered: Vec<_> = ACCELERATORS.iter().filter_map(offered).collect();
    put_in_order(&mut offered, |a, b| a.year < b.year);
    let points: Vec<_> = offered.iter().map(|row| (row.year, libm::log10(row.per_dollar()))).collect();
    Progress { growth: slope(&points), rents: ACCELERATORS.iter().filter_map(drift).collect(), offered }
}

/// A date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in years.
fn year_of(date: &str) -> Option<f64> {
    let mut parts = date.split('-').map(decimal);
    let year = parts.next()??;
    let month = parts.next().flatten().unwrap_or(7.0);
    Some(year + (month - 0.5) / 12.0)
}

/// The mean of points; `None` of none.
fn mean(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let count = u32::try_from(points.len()).ok().map(f64::from).filter(|count| *count > 0.0)?;
    Some(points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count)))
}

/// The slope of the line of least squares; `None` of fewer than two dates.
fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let (x, y) = mean(points)?;
    let (up, over) = points.iter().fold((0.0, 0.0), |(up, over), point| {
        (up + (point.0 - x) * (point.1 - y), over + (point.0 - x) * (point.0 - x))
    });
    (over > 0.0).then(|| up / over)
}

fn drift(accelerator: &'static Accelerator) -> Option<RentDrift> {
    let of_kind = |row: &&PriceRow| row.accelerator == accelerator.id && row.term == "on-demand";
    let point = |row: &PriceRow| Some((year_of(row.date)?, libm::log(row.rent.base())));
    let rows: Vec<_> = prices().filter(of_kind).collect();
    let dated: Vec<_> = rows.iter().filter_map(|row| point(row)).collect();
    // Each provider beside its own mean: otherwise who is listed when would show as a drift.
    let within: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let own: Vec<_> = rows
                .iter()
                .filter(|other| other.provider == row.provider)
                .filter_map(|row| point(row))
                .collect();
            let ((x, y), (mean_x, mean_y)) = (point(row)?, mean(&own)?);
            Some((x - mean_x, y - mean_y))
        })
        .collect();
    let first = dated.iter().map(|point| point.0).reduce(f64::min)?;
    let last = dated.iter().map(|point| point.0).reduce(f64::max)?;
    let by_year = libm::expm1(slope(&within)?);
    let around = |near: f64| {
        let logs: Vec<_> =
            dated.iter().filter(|point| (point.0 - near).abs() < 0.5).map(|point| point.1).collect();
        let count = u32::try_from(logs.len()).map_or(1.0, f64::from);
        DeviceRent::from_base(libm::exp(logs.iter().sum::<f64>() / count))
    };
    let (from, to) = ((first, around(first)), (last, around(last)));
    (last - first >= 1.0).then_some(RentDrift { accelerator: accelerator.id, from, to, by_year })
}
