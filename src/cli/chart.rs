//! Charts, written into files.

use super::Failure;
use super::args::Charted;
use super::print::json;
use crate::document;
use crate::error::Error;
use crate::estimate::Estimate;
use crate::report::chart::{Chart, Look, of_bill, of_hour, of_views};
use crate::report::{Locale, costs::Part};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes the charts that were asked for. What goes to the standard output stands in place of the result.
pub(super) fn beside(
    asked: &Charted,
    chart: &dyn Fn() -> Result<Chart, Error>,
    locale: Locale,
    result: &dyn Fn() -> Result<String, Failure>,
) -> Result<String, Failure> {
    if asked.svg.is_none() && asked.vega.is_none() {
        return result();
    }
    let look = Look::of(f64::from(asked.width))?.with_theme(asked.theme).with_locale(locale);
    let chart = chart()?;
    let text = result()?;
    let svg = || Ok(chart.svg(&look)?);
    let vega = || json(&document::vega(&chart, &look)?);
    let written: [(_, &dyn Fn() -> Result<String, Failure>); 2] = [(&asked.svg, &svg), (&asked.vega, &vega)];
    let mut shown = None;
    for (path, write) in written {
        match path {
            Some(path) if path == Path::new("-") => shown = Some(write()?),
            Some(path) => put(path, &write()?, asked.force, locale)?,
            None => {}
        }
    }
    Ok(shown.unwrap_or(text))
}

/// Writes a file; over one that is there only where that was asked for.
fn put(path: &Path, text: &str, over: bool, locale: Locale) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        let reason = match error.kind() {
            ErrorKind::AlreadyExists => locale.word("file-exists").to_owned(),
            _ => error.to_string(),
        };
        Failure::Other(format!("{}{}{reason}", path.display(), locale.word("colon")))
    };
    let mut options = OpenOptions::new();
    options.write(true).truncate(over).create(over).create_new(!over);
    options.open(path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed)
}

/// The chart of a part of the cost; of the hour, unless the first part that was asked for has one.
pub(super) fn of_cost(estimate: &Estimate, parts: &[Part], locale: Locale) -> Result<Chart, Error> {
    match parts.first() {
        Some(Part::Bill) => of_bill(estimate, locale),
        Some(Part::Views) => of_views(estimate, locale),
        _ => of_hour(estimate, locale),
    }
}
