//! Looking a row up by its id.

use super::methods::Method;
use super::rows::{
    Accelerator, BuildoutRow, ClimateRow, ClusterRow, CoolingRow, GridRow, ModelRow, PowerSourceRow,
    SupplyRow, System,
};
use crate::error::{Error, Noun};

/// A row that is looked up by id.
pub trait Row: 'static {
    /// What such rows are called.
    const NOUN: Noun;
    /// Its id.
    fn id(&self) -> &'static str;
    /// Other spellings of its id.
    fn aliases(&self) -> &'static [&'static str];
    /// Its full name.
    fn name(&self) -> &'static str;
}

macro_rules! rows {
    ($($Row:ty: $noun:ident, |$row:ident| $aliases:expr;)+) => { $(
        impl Row for $Row {
            const NOUN: Noun = Noun::$noun;
            fn id(&self) -> &'static str { self.id }
            fn aliases(&self) -> &'static [&'static str] { let $row = self; $aliases }
            fn name(&self) -> &'static str { self.name }
        }
    )+ };
}

rows! {
    Accelerator: Accelerator, |row| row.aliases;
    System: System, |row| row.aliases;
    ClusterRow: Cluster, |row| row.aliases;
    BuildoutRow: Buildout, |row| row.aliases;
    ModelRow: Model, |row| row.aliases;
    GridRow: Site, |_row| &[];
    Method: Method, |_row| &[];
    PowerSourceRow: PowerSource, |_row| &[];
    SupplyRow: Supply, |_row| &[];
    CoolingRow: Cooling, |_row| &[];
    ClimateRow: Climate, |_row| &[];
}

/// The row with this id, or one of its aliases, whatever its case and punctuation.
///
/// # Errors
/// When there is none: names the nearest id.
pub fn find<R: Row>(rows: &'static [R], id: &str) -> Result<&'static R, Error> {
    let spelled = |place: usize| rows.get(place).map(|row| (row.id(), row.aliases()));
    let found = place(&spelled, id).and_then(|place| rows.get(place));
    found.ok_or_else(|| Error::unknown(R::NOUN, id, &mut spellings(rows).into_iter()))
}

/// The ids and aliases of a row.
type Spelled = (&'static str, &'static [&'static str]);

/// The place of the row with this id: spelled so, else whatever its case and punctuation, aliases included.
fn place(rows: &dyn Fn(usize) -> Option<Spelled>, id: &str) -> Option<usize> {
    let find = |fits: &dyn Fn(Spelled) -> bool| (0..).map_while(rows).position(fits);
    let by_likeness = || {
        let wanted = squeezed(id);
        let is_alike = |known: &str| squeezed(known) == wanted;
        find(&|(id, aliases)| is_alike(id) || aliases.iter().any(|alias| is_alike(alias)))
    };
    find(&|(known, _)| known == id).or_else(by_likeness)
}

/// Every id of these rows, and every alias.
pub(crate) fn spellings<R: Row>(rows: &'static [R]) -> Vec<&'static str> {
    let mut known = Vec::new();
    for row in rows {
        known.push(row.id());
        known.extend_from_slice(row.aliases());
    }
    known
}

/// The id without case and punctuation, points excepted: `H100_SXM` is `h100-sxm`, but `gpt3-1.3b` not `gpt3-13b`.
fn squeezed(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').map(|c| c.to_ascii_lowercase()).collect()
}
