//! Writing the ledger as a tree.

use super::node::Node;
use super::result::{figure, input};
use crate::catalogue::EDITION;
use crate::report::tree::Branch;
use crate::report::{Locale, Term};

/// A figure with what it rests on, level by level: each term with its path, its figure or input, and its `terms`; `folded`
/// counts those further down, `again` says that it is opened elsewhere.
#[must_use]
pub fn ledger(root: &Branch, locale: Locale) -> Node {
    let mut node = branch(root, locale);
    node.put("edition", EDITION.into());
    node
}

fn branch(at: &Branch, locale: Locale) -> Node {
    let term = match &at.term {
        Term::Figure(row) => Some(("figure", figure(row, locale))),
        Term::Input(row) => Some(("input", input(row, locale))),
        Term::Place(..) | Term::Absent(_) => None,
    };
    let count = u32::try_from(at.folded).map_or(f64::INFINITY, f64::from);
    let folded = (at.folded > 0).then(|| ("folded", count.into()));
    let again = at.is_again.then_some(("again", Node::Bool(true)));
    let below = || at.branches.iter().map(|below| branch(below, locale)).collect::<Vec<_>>().into();
    let terms = (!at.branches.is_empty()).then(|| ("terms", below()));
    let path = ("path", at.term.path().into());
    Node::table([Some(path), term, folded, again, terms].into_iter().flatten().collect())
}
