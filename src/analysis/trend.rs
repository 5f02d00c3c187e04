//! The trend: how clusters grew with the years, and what binds them first.

use crate::catalogue::{CLUSTERS, ClusterRow};
use crate::cluster::Cluster;
use crate::cost::Bound;
use crate::error::Error;
use crate::estimate::{Estimate, operate};
use crate::quantities::order::put_in_order;
use crate::quantities::parse::decimal;
use crate::quantities::*;

/// A cluster in the trend.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendRow {
    /// The catalogue's row.
    pub cluster: &'static ClusterRow,
    /// Its date, as a number of years.
    pub year: f64,
    /// Devices.
    pub devices: Devices,
    /// Peak facility power, where it is known.
    pub power: Option<Power>,
    /// Capex, where it is known.
    pub capex: Option<Money>,
    /// What binds first.
    pub binding: Bound,
}

/// How a figure grows: by what factor a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// The factor a year.
    pub factor: f64,
    /// The 90 % interval of that factor.
    pub low: f64,
    /// Its other end.
    pub high: f64,
    /// How many clusters it was fitted to.
    pub clusters: u32,
}

/// The trend over the catalogue's clusters.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The clusters by date.
    pub rows: Vec<TrendRow>,
    /// Growth of devices.
    pub devices: Option<Growth>,
    /// Growth of power.
    pub power: Option<Growth>,
    /// Growth of capex.
    pub capex: Option<Growth>,
}

/// The trend over all clusters of the catalogue, training runs left out.
///
/// Growth is fitted to one set for all three: the clusters that drew more power than all earlier ones, of which
/// devices, power and capex are known; plans are among them.
///
/// # Errors
/// When a preset cannot be calculated for another reason than a missing input.
pub fn trend() -> Result<Trend, Error> {
    let mut rows = Vec::new();
    for cluster in CLUSTERS.iter().filter(|row| !row.is_run) {
        match operate(&Cluster::from_row(cluster)?) {
            Ok(estimate) => rows.extend(row(cluster, &estimate)),
            Err(error) if error.is_missing() => {}
            Err(error) => return Err(error),
        }
    }
    put_in_order(&mut rows, |a, b| (a.year, a.cluster.id) < (b.year, b.cluster.id));
    let records = records(&rows);
    let devices = growth(&records, |record| record.devices);
    let power = growth(&records, |record| record.power);
    let capex = growth(&records, |record| record.capex);
    Ok(Trend { devices, power, capex, rows })
}

fn row(cluster: &'static ClusterRow, estimate: &Estimate) -> Option<TrendRow> {
    let stages = &estimate.stages;
    Some(TrendRow {
        cluster,
        year: year(cluster.date)?,
        devices: estimate.devices(),
        power: stages.power.as_ref().map(|draw| draw.facility.peak),
        capex: stages.cost.build.as_ref().map(|build| build.capex.total),
        binding: estimate.binding(),
    })
}

/// A date as a number of years: `2024-07-01` is half past 2024. A bare year stands for its middle.
fn year(date: &str) -> Option<f64> {
    let mut parts = date.split('-').map(decimal);
    let year = parts.next()??;
    let Some(Some(month)) = parts.next() else { return Some(year + 0.5) };
    let day = parts.next().flatten().unwrap_or(15.0);
    Some(year + (month - 1.0) / 12.0 + (day - 1.0) / 365.0)
}

/// A cluster that drew more power than all earlier ones.
struct Record {
    year: f64,
    devices: f64,
    power: f64,
    capex: f64,
}

fn records(rows: &[TrendRow]) -> Vec<Record> {
    let mut most = 0.0;
    let mut records = Vec::new();
    for row in rows {
        let (Some(power), Some(capex)) = (row.power.map(Power::base), row.capex.map(Money::base)) else {
            continue;
        };
        if power > most {
            most = power;
            records.push(Record { year: row.year, devices: row.devices.base(), power, capex });
        }
    }
    records
}

/// The line through the records: the logarithm against the year, by least squares.
fn growth(records: &[Record], figure: fn(&Record) -> f64) -> Option<Growth> {
    let points: Vec<_> = records.iter().map(|record| (record.year, libm::log(figure(record)))).collect();
    let clusters = u32::try_from(points.len()).ok()?;
    let n = f64::from(clusters);
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / n;
    let (mean_x, mean_y) = (mean(|p| p.0), mean(|p| p.1));
    let sum_xx: f64 = points.iter().map(|(x, _)| (x - mean_x) * (x - mean_x)).sum();
    let sum_xy: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    if n < 4.0 || sum_xx <= 0.0 {
        return None;
    }
    let slope = sum_xy / sum_xx;
    let residual = |(x, y): &(f64, f64)| y - mean_y - slope * (x - mean_x);
    let variance: f64 = points.iter().map(|point| residual(point) * residual(point)).sum::<f64>() / (n - 2.0);
    let doubt = student_95(points.len() - 2) * f64::sqrt(variance / sum_xx);
    let factor = |slope: f64| libm::exp(slope);
    Some(Growth { factor: factor(slope), low: factor(slope - doubt), high: factor(slope + doubt), clusters })
}

/// The 95th percentile of Student's t for so many degrees of freedom; of the normal distribution from 20 on.
fn student_95(freedom: usize) -> f64 {
    const NORMAL: f64 = 1.645;
    /// NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, from one degree of freedom on.
    const STUDENT: [f64; 19] = [
        6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761,
        1.753, 1.746, 1.740, 1.734, 1.729,
    ];
    freedom.checked_sub(1).and_then(|place| STUDENT.get(place)).copied().unwrap_or(NORMAL)
}
