//! Amounts as French writes them, in the words that the core reads: `90 jours`, `10 000 puces`, `2 milliards de dollars`.

use std::ffi::OsString;

/// Words of amounts, with those of the core.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("seconde", "s"), ("secondes", "s"), ("minute", "min"), ("minutes", "min"), ("heure", "h"), ("heures", "h"),
    ("jour", "d"), ("jours", "d"), ("mois", "mo"), ("an", "yr"), ("ans", "yr"), ("année", "yr"), ("années", "yr"),
    ("puce", "device"), ("puces", "device"), ("heure-puce", "device-h"), ("heures-puce", "device-h"),
    ("litre", "L"), ("litres", "L"), ("mille", "thousand"), ("millions", "million"), ("milliard", "billion"),
    ("milliards", "billion"), ("dollar", "USD"), ("dollars", "USD"), ("euro", "EUR"), ("euros", "EUR"), ("de", ""),
];

/// An argument of the command line; what is neither a value of a path nor an amount stays as it is.
pub(super) fn argument(argument: OsString) -> OsString {
    match argument.to_str() {
        Some(text) => spoken(text).into(),
        None => argument,
    }
}

fn spoken(text: &str) -> String {
    let is_path = |path: &str| {
        let path =
            path.strip_prefix("--").and_then(|rest| rest.split_once('=')).map_or(path, |(_, path)| path);
        path.contains('.') || path.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '<' | '>'))
    };
    match text.rsplit_once('=') {
        Some((path, value)) if is_path(path.trim()) && !path.trim().is_empty() => {
            format!("{path}={}", amount(value))
        }
        None if text.starts_with(|c: char| c.is_ascii_digit()) && text.contains("..") => amount(text),
        _ => text.to_owned(),
    }
}

/// The amounts of a text; names without any number stay as they are.
fn amount(text: &str) -> String {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let words = pieces(&ungrouped(text)).into_iter().map(|piece| {
        let known = WORDS.iter().find(|(word, _)| *word == piece);
        known.map_or(piece.clone(), |(_, word)| (*word).to_owned())
    });
    let told = words.collect::<String>().replace("$/", "USD/").replace("/device/mo", "/device-mo");
    told.replace("/device/yr", "/device-yr")
        .split(' ')
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text without the spaces between groups of three digits.
fn ungrouped(text: &str) -> String {
    let signs: Vec<char> =
        text.chars().map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c }).collect();
    let is_digit = |place: usize| signs.get(place).is_some_and(char::is_ascii_digit);
    let groups = |place: usize| {
        place > 0 && is_digit(place - 1) && (1..=3).all(|next| is_digit(place + next)) && !is_digit(place + 4)
    };
    let kept = signs.iter().enumerate().filter(|(place, sign)| **sign != ' ' || !groups(*place));
    kept.map(|(_, sign)| *sign).collect()
}

/// The text cut into words and what lies between them; a word begins with a letter.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut in_word = false;
    for sign in text.chars() {
        let goes_on = in_word && (sign.is_alphanumeric() || sign == '-');
        let begins = !in_word && sign.is_alphabetic();
        match pieces.last_mut() {
            Some(piece) if goes_on || (!in_word && !begins) => piece.push(sign),
            _ => pieces.push(sign.to_string()),
        }
        in_word = goes_on || begins;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_french_are_those_of_the_core() {
        for (said, told) in [
            ("operation.duration=90 jours", "operation.duration=90 d"),
            ("operation.duration=3heures..2 ans", "operation.duration=3h..2 yr"),
            ("duration<=90 jours", "duration<=90 d"),
            ("--set=cluster.pools.0.count=10 000 puces", "--set=cluster.pools.0.count=10000 device"),
            ("cluster.budget=2 milliards de dollars", "cluster.budget=2 billion USD"),
            ("site.electricity=0.05..0.08 $/kWh", "site.electricity=0.05..0.08 USD/kWh"),
            ("cluster.pools.0.tdp=700 W/puce", "cluster.pools.0.tdp=700 W/device"),
            ("30 jours..90 jours", "30 d..90 d"),
            ("site.grid=de", "site.grid=de"),
            ("cluster.pools.0.accelerator=h100-sxm, gb300", "cluster.pools.0.accelerator=h100-sxm, gb300"),
            ("run.compute=2.96e25 FLOP", "run.compute=2.96e25 FLOP"),
            ("3 ans/plan.toml", "3 ans/plan.toml"),
            ("--svg=Mes 3 ans.svg", "--svg=Mes 3 ans.svg"),
            ("rapport de 2 ans.toml", "rapport de 2 ans.toml"),
        ] {
            assert_eq!(spoken(said), told);
        }
    }
}
