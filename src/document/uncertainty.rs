//! Writing what was drawn.

use super::answers::count;
use super::node::Node;
use super::result::note_node;
use crate::analysis::sensitivity::{Cause, Sensitivity};
use crate::analysis::uncertainty::{Beats, Histogram, Spread, Uncertainty, beats};
use crate::catalogue::EDITION;
use crate::quantities::parse::shortest;
use crate::report::{Locale, show, words};

/// The shares at which quantiles are written.
const QUANTILES: [f64; 11] = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99];
/// The bins of a histogram, between the first and the last of these quantiles.
const BINS: u16 = 40;

/// Scenarios that were drawn at the same points: each with its figures, and how the others stand to the first.
#[must_use]
pub fn uncertainty(drawn: &[Uncertainty], names: &[String], locale: Locale) -> Node {
    let side = |(side, name): (&Uncertainty, &String)| {
        let figures = side.figures.iter().map(|spread| (spread.row.path.clone(), figure(spread, locale)));
        let notes: Vec<_> = side.notes().iter().map(|note| note_node(note, locale)).collect();
        Node::table(vec![
            ("name", name.as_str().into()),
            ("inputs", count(side.inputs)),
            ("failed", side.failed.into()),
            ("figures", Node::keyed(figures)),
            ("notes", notes.into()),
        ])
    };
    let Some((first, others)) = drawn.split_first() else { return Node::Null };
    let against = |(side, name): (&Uncertainty, &String)| (name.clone(), stands(side, first));
    let against = others.iter().zip(names.iter().skip(1)).map(against);
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "uncertainty".into()),
        ("samples", f64::from(first.samples).into()),
        ("seed", first.seed.to_string().into()),
        ("sides", drawn.iter().zip(names).map(side).collect::<Vec<_>>().into()),
        ("against_first", Node::keyed(against)),
    ])
}

/// A figure's draws: in its unit.
fn figure(spread: &Spread, locale: Locale) -> Node {
    let row = &spread.row;
    let number = |base: f64| Node::from(row.in_unit(base));
    let at = spread.quantiles(QUANTILES);
    let [from, .., to] = at;
    let quantiles = QUANTILES.into_iter().zip(at).map(|(share, at)| (shortest(share), number(at)));
    Node::table(vec![
        ("median", number(spread.median)),
        ("unit", row.unit().into()),
        ("low", number(spread.ninety.low)),
        ("high", number(spread.ninety.high)),
        ("half_low", number(spread.half.low)),
        ("half_high", number(spread.half.high)),
        ("mean", number(spread.mean)),
        ("centre", number(row.value)),
        ("label", words::figure_label(row, locale).into()),
        ("quantiles", Node::keyed(quantiles)),
        ("histogram", histogram(&spread.histogram_between(from, to, BINS), &number)),
    ])
}

fn histogram(histogram: &Histogram, number: &dyn Fn(f64) -> Node) -> Node {
    Node::table(vec![
        ("from", number(histogram.from)),
        ("to", number(histogram.to)),
        ("counts", histogram.counts.iter().map(|count| f64::from(*count)).collect::<Vec<_>>().into()),
        ("below", f64::from(histogram.below).into()),
        ("above", f64::from(histogram.above).into()),
    ])
}

/// How a side stands to the first, figure by figure.
fn stands(side: &Uncertainty, first: &Uncertainty) -> Node {
    let node = |Beats { less, equal, more, ratio, ninety }: Beats| {
        Node::table(vec![
            ("less", less.into()),
            ("equal", equal.into()),
            ("more", more.into()),
            ("ratio", ratio.into()),
            ("ratio_low", ninety.low.into()),
            ("ratio_high", ninety.high.into()),
        ])
    };
    let stand = |spread: &Spread| {
        let path = &spread.row.path;
        Some((path.clone(), node(beats(spread, first.at(path)?)?)))
    };
    Node::keyed(side.figures.iter().filter_map(stand))
}

/// What the doubt in a figure comes from, what matters most first; `notes` say it in sentences.
#[must_use]
pub fn sensitivity(found: &Sensitivity, notes: &[crate::error::Note], locale: Locale) -> Node {
    let Sensitivity { estimate, row, causes, samples, seed } = found;
    let number = |base: f64| Node::from(row.in_unit(base));
    let cause = |cause: &Cause| {
        let [low, high] = cause.ends;
        Node::table(vec![
            ("path", cause.row.path.as_str().into()),
            ("also", cause.also.clone().into()),
            ("label", words::input_label(&cause.row, locale).into()),
            ("range", words::input_range(&cause.row, locale).into()),
            ("at_low", number(low)),
            ("at_high", number(high)),
            ("elasticity", cause.elasticity.into()),
            ("first_order", cause.index.first.into()),
            ("total", cause.index.total.into()),
        ])
    };
    Node::table(vec![
        ("edition", EDITION.into()),
        ("kind", "sensitivity".into()),
        ("name", show::name(estimate).into()),
        ("path", row.path.as_str().into()),
        ("label", words::figure_label(row, locale).into()),
        ("value", number(row.value)),
        ("unit", row.unit().into()),
        ("samples", f64::from(*samples).into()),
        ("seed", seed.to_string().into()),
        ("causes", causes.iter().map(cause).collect::<Vec<_>>().into()),
        ("notes", notes.iter().map(|note| note_node(note, locale)).collect::<Vec<_>>().into()),
    ])
}
