//! What is known of an input: an answer beyond is an extrapolation.

use super::Solved;
use crate::analysis::inputs::InputRow;
use crate::analysis::range::Interval;
use crate::catalogue::{CLUSTERS, MODELS};
use crate::error::{Amount, Code, Note};
use crate::quantities::Measure;

/// The notes on answers that lie beyond what is known of the input, or of one that moves with it.
pub(super) fn notes(solved: &Solved) -> Vec<Note> {
    let inputs = || {
        [(&solved.input, None)].into_iter().chain(solved.tied.iter().map(|tied| (&tied.input, Some(tied))))
    };
    let values =
        |value: f64| inputs().map(move |(row, tied)| (row, tied.map_or(value, |tied| tied.at(value))));
    solved
        .answers
        .iter()
        .flat_map(|answer| values(answer.value))
        .filter_map(|(row, value)| note(row, value))
        .collect()
}

fn note(row: &InputRow, value: f64) -> Option<Note> {
    let Interval { low, high } = known(row).filter(|known| value < known.low || value > known.high)?;
    let amount = |name, base| Amount { name, kind: row.input.kind, base, unit: row.input.unit };
    let amounts = vec![amount("value", value), amount("low", low), amount("high", high)];
    Some(Note { amounts, ..Note::new(Code::NoteBeyondKnown, vec![("field", row.path.clone())]) })
}

/// The 90 % interval of an input, unless the user gave it; of tokens, compute and devices what the catalogue's largest have.
fn known(row: &InputRow) -> Option<Interval> {
    let up_to = |most: Option<f64>| most.map(|high| Interval { low: 0.0, high });
    match row.path.as_str() {
        "run.tokens" => up_to(most(MODELS.iter().filter_map(|row| row.tokens))),
        "run.compute" => up_to(most(MODELS.iter().filter_map(|row| row.compute))),
        path if path.ends_with(".count") => {
            let counts = CLUSTERS.iter().flat_map(|row| row.pools).filter_map(|pool| pool.count);
            up_to(counts.max().map(f64::from))
        }
        _ => {
            let belief = &row.belief;
            let is_known = belief.low < belief.high && !belief.is_given();
            is_known.then_some(Interval { low: belief.low, high: belief.high })
        }
    }
}

/// The most of some amounts, in base units.
fn most<M: Measure>(amounts: impl Iterator<Item = M>) -> Option<f64> {
    amounts.map(M::base).reduce(f64::max)
}
