//! The ledger as a tree: a figure, what its formula names, and so on down to the inputs; what is too deep is counted.

use super::ledger::{Book, Term};
use crate::analysis::FigureRow;
use crate::analysis::absent::no_figure;
use crate::error::Error;
use crate::estimate::Estimate;
use std::collections::VecDeque;

/// So many terms are read at a glance.
pub const LEGIBLE: usize = 30;

/// A term of a formula, with what it rests on itself.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The term: a figure or an input.
    pub term: Term,
    /// What its formula names; empty for an input, and where it is not opened.
    pub branches: Vec<Branch>,
    /// How many terms are further down and not shown.
    pub folded: usize,
    /// Whether it stands elsewhere in the tree, opened there.
    pub is_again: bool,
}

impl Branch {
    /// How many terms are shown, itself included.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.branches.iter().map(Self::count).sum::<usize>()
    }

    /// How many levels there are, itself included.
    #[must_use]
    pub fn depth(&self) -> usize {
        1 + self.branches.iter().map(Self::depth).max().unwrap_or(0)
    }
}

/// The figure at a path with what it rests on, the nearest first, up to so many terms; what is further down is counted.
///
/// # Errors
/// When the result has no such figure: names the nearest.
pub fn tree(estimate: &Estimate, path: &str, most: usize) -> Result<Branch, Error> {
    let book = Book::of(estimate);
    let root = book.named(path).map_err(|unknown| no_figure(estimate, path, unknown))?;
    let mut opened = to_open(&book, &root, most);
    Ok(grown(&book, Term::Figure(root), &mut opened))
}

/// The paths of the figures that are opened, level by level.
fn to_open(book: &Book, root: &FigureRow, most: usize) -> Vec<Opening> {
    let mut opened: Vec<Opening> = Vec::new();
    let mut waiting = VecDeque::from([root.clone()]);
    let mut shown = 1;
    while let Some(row) = waiting.pop_front() {
        let terms = shown_terms(book, &row);
        let is_known = opened.iter().any(|known| known.path == row.path);
        if is_known || (shown + terms.len() > most && !opened.is_empty()) {
            continue;
        }
        shown += terms.len();
        waiting.extend(terms.iter().filter_map(figure).cloned());
        opened.push(Opening { path: row.path, is_done: false });
    }
    opened
}

/// A figure that is opened once.
struct Opening {
    path: String,
    is_done: bool,
}

const fn figure(term: &Term) -> Option<&FigureRow> {
    if let Term::Figure(row) = term { Some(row) } else { None }
}

/// What a formula names, but for the number of the pool or year.
fn shown_terms(book: &Book, row: &FigureRow) -> Vec<Term> {
    book.terms(row).into_iter().filter(|term| !matches!(term, Term::Place(..))).collect()
}

fn grown(book: &Book, term: Term, opened: &mut [Opening]) -> Branch {
    let leaf = |term, folded, is_again| Branch { term, branches: Vec::new(), folded, is_again };
    let Some(row) = figure(&term) else { return leaf(term, 0, false) };
    match opened.iter_mut().find(|known| known.path == row.path) {
        Some(Opening { is_done: true, .. }) => leaf(term, 0, true),
        Some(opening) => {
            opening.is_done = true;
            let terms = shown_terms(book, row);
            let branches = terms.into_iter().map(|below| grown(book, below, opened)).collect();
            Branch { term, branches, folded: 0, is_again: false }
        }
        None => {
            let (mut inputs, mut figures) = (Vec::new(), Vec::new());
            book.descend(row, &mut inputs, &mut figures);
            leaf(term, inputs.len() + figures.len(), false)
        }
    }
}
