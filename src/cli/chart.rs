//! Charts, written into files.

use super::Failure;
use super::args::Charted;
use super::write::{Writer, json};
use crate::document;
use crate::error::Error;
use crate::report::chart::{Chart, Look};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

impl Charted {
    /// Whether there is a chart to be drawn.
    pub(super) const fn is_asked(&self) -> bool {
        self.svg.is_some() || self.vega.is_some()
    }

    /// The result, beside which the charts are written that were asked for. What goes to the standard output stands in its
    /// place.
    pub(super) fn beside(
        &self,
        to: Writer,
        chart: impl FnOnce() -> Result<Chart, Error>,
        result: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<String, Failure> {
        if !self.is_asked() {
            return result();
        }
        let look = Look::of(f64::from(self.width))?.with_theme(self.theme).with_locale(to.locale);
        let chart = chart()?;
        let text = result()?;
        let svg = || Ok(chart.svg(&look)?);
        let vega = || json(&document::vega(&chart, &look)?);
        let written: [(_, &dyn Fn() -> Result<String, Failure>); 2] =
            [(&self.svg, &svg), (&self.vega, &vega)];
        let mut shown = None;
        for (path, write) in written {
            match path {
                Some(path) if path == Path::new("-") => shown = Some(write()?),
                Some(path) => put(path, &write()?, self.force, to)?,
                None => {}
            }
        }
        Ok(shown.unwrap_or(text))
    }
}

/// Writes a file; over one that is there only where that was asked for.
fn put(path: &Path, text: &str, over: bool, to: Writer) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        let reason = match error.kind() {
            ErrorKind::AlreadyExists => to.word("file-exists").to_owned(),
            _ => error.to_string(),
        };
        Failure::Other(format!("{}{}{reason}", path.display(), to.word("colon")))
    };
    let mut options = OpenOptions::new();
    options.write(true).truncate(over).create(over).create_new(!over);
    options.open(path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed)
}
