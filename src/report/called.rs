//! What ids of the catalogue are called, for pictures.

use super::Locale;
use crate::catalogue::{
    ACCELERATORS, BUILDOUTS, CLIMATES, CLUSTERS, COOLINGS, GRID, METHODS, MODELS, POWER_SOURCES, Row,
    SUPPLIES, SYSTEMS,
};

/// What an id of the catalogue is called; itself, where it is none.
#[must_use]
pub fn called(id: &str, locale: Locale) -> &str {
    fn of<R: Row>(rows: &'static [R], id: &str) -> Option<&'static str> {
        rows.iter().find(|row| row.id() == id).map(Row::name)
    }
    let hardware = || of(ACCELERATORS, id).or_else(|| of(SYSTEMS, id)).or_else(|| of(COOLINGS, id));
    let sites = || of(GRID, id).or_else(|| of(SUPPLIES, id)).or_else(|| of(METHODS, id));
    let named = of(CLUSTERS, id).or_else(|| of(BUILDOUTS, id)).or_else(|| of(MODELS, id));
    locale.find_name(id).or(named).or_else(hardware).or_else(sites).unwrap_or(id)
}

/// Ids and names of what has no name of its own, and so one in every language: climates, ways of cooling, places, …
pub(crate) fn common_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    fn of<R: Row>(rows: &'static [R]) -> impl Iterator<Item = (&'static str, &'static str)> {
        rows.iter().map(|row| (row.id(), row.name()))
    }
    of(CLIMATES).chain(of(COOLINGS)).chain(of(POWER_SOURCES)).chain(of(SUPPLIES)).chain(of(GRID))
}

/// What results are called, by the names that they have in tables: `grok-2@meta-24k#2` is the second run of Grok 2 on that
/// cluster. What stands in brackets behind a name is left out, where that leaves no two alike.
#[must_use]
pub fn all_called(names: &[String], locale: Locale) -> Vec<String> {
    let by = |shown: fn(&str) -> &str| {
        names.iter().map(|name| result_called(name, shown, locale)).collect::<Vec<_>>()
    };
    let short = by(without_brackets);
    let is_again = |(place, name): (usize, &String)| short.iter().take(place).any(|other| other == name);
    if short.iter().enumerate().any(is_again) { by(|name| name) } else { short }
}

fn result_called(name: &str, shown: fn(&str) -> &str, locale: Locale) -> String {
    let (name, again) = name.split_at(name.find('#').unwrap_or(name.len()));
    let shown = |id| shown(called(id, locale));
    match name.split_once('@') {
        Some((model, cluster)) => format!("{} @ {}{again}", shown(model), shown(cluster)),
        None => format!("{}{again}", shown(name)),
    }
}

/// The text without the brackets at its end.
fn without_brackets(text: &str) -> &str {
    text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map_or(text, |(name, _)| name)
}
