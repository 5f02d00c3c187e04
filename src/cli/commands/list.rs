//! `list`: a part of the catalogue.

use crate::cli::Failure;
use crate::cli::write::Writer;
use crate::report::entry::{Part, list};
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// List a part of the catalogue
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  wattflop list clusters
  wattflop list models --search grok
  wattflop list sites --search texas")]
pub(in crate::cli) struct Arguments {
    /// The part
    #[arg(value_parser = part())]
    part: Part,
    /// Only what holds this text
    #[arg(long)]
    search: Option<String>,
}

fn part() -> impl TypedValueParser<Value = Part> {
    PossibleValuesParser::new(Part::ALL.iter().map(|(name, _)| *name)).try_map(|name| Part::of(&name))
}

impl Arguments {
    pub(super) fn run(&self, to: Writer) -> Result<String, Failure> {
        to.table(&list(self.part, self.search.as_deref(), to.locale))
    }
}
