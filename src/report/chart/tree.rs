//! A figure, opened, as a tree: each term below what it goes into, with its value, range and path.

use super::data::{Sheet, texts};
use super::letters::{Anchor, Lettering};
use super::scene::{ASCENT, Ink, MARGIN, Scene, Stroke};
use super::{Caption, Datum, Drawn};
use crate::error::Error;
use crate::report::tree::Branch;
use crate::report::{Locale, Term, words};

/// A figure with what it rests on.
#[derive(Clone, Debug)]
pub struct Tree {
    /// What stands above it.
    pub caption: Caption,
    /// The figure.
    pub root: Branch,
    /// What the figures that it feeds are called.
    pub feeds: Vec<String>,
}

const LABEL: Lettering = Lettering::of(13.0);
const ROOT: Lettering = LABEL.bold();
const VALUE: Lettering = Lettering::of(13.0).bold();
const ASIDE: Lettering = Lettering::of(12.0).muted();
const EDGE: Stroke = Stroke::of(Ink::Muted, 1.0);
/// How far a level stands to the right of the one above, in a wide picture and in a narrow one.
const INDENT: f64 = 20.0;
const SMALL_INDENT: f64 = 12.0;
/// No value stands further to the right, so that the eye finds it from its label.
const RIGHT: f64 = 680.0;
const GAP: f64 = 12.0;
const BETWEEN: f64 = 7.0;
/// Where an edge meets its term, below the top of the first line.
const ELBOW: f64 = 8.0;
const BUD: f64 = 3.0;

/// A term as it is shown.
struct Shown {
    label: String,
    value: String,
    aside: String,
}

fn shown(branch: &Branch, locale: Locale) -> Shown {
    let (label, value, range) = match &branch.term {
        Term::Figure(row) => (
            words::figure_label(row, locale),
            words::figure_value(row, locale),
            words::figure_range(row, locale),
        ),
        Term::Input(row) => (
            words::input_label(row, locale).to_owned(),
            words::input_value(row, locale),
            words::input_range(row, locale),
        ),
        Term::Place(place, _) => (place.clone(), String::new(), String::new()),
        Term::Absent(path) => (path.clone(), "—".to_owned(), String::new()),
    };
    let again = branch.is_again.then(|| locale.chart_word("again").to_owned());
    let folded =
        (branch.folded > 0).then(|| locale.chart_word("folded").replace('#', &branch.folded.to_string()));
    let parts = [Some(range), Some(branch.term.path().to_owned()), again, folded].into_iter().flatten();
    Shown { label, value, aside: parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ") }
}

/// Draws a term and what it rests on; returns where an edge meets it.
fn grow(scene: &mut Scene, branch: &Branch, x: f64, locale: Locale) -> f64 {
    let begin = scene.y;
    let Shown { label, value, aside } = shown(branch, locale);
    let (right, elbow) = ((scene.width - MARGIN).min(RIGHT), scene.y + ELBOW);
    let room = right - x;
    let set = if branch.branches.is_empty() { LABEL } else { ROOT };
    let fits = set.width(&label) + GAP + VALUE.width(&value) <= room;
    if fits {
        scene.text(right, scene.y + VALUE.size * ASCENT, &value, VALUE.held(Anchor::End));
    }
    let below = if fits { String::new() } else { value };
    for (text, set) in [(label, set), (below, VALUE), (aside, ASIDE)] {
        for line in set.wrapped(&text, room).iter().filter(|line| !line.is_empty()) {
            scene.text(x, scene.y + set.size * ASCENT, line, set);
            scene.y += set.leading();
        }
    }
    scene.y += BETWEEN;
    scene.spot((0, scene.spotted()), (x, begin - BETWEEN / 2.0), (right, scene.y - BETWEEN / 2.0));
    let (stem, top) = (x + BUD, scene.y - BETWEEN);
    let mut last = top;
    for below in &branch.branches {
        let at = grow(scene, below, x + indent(scene), locale);
        scene.line((stem, at), (x + indent(scene) - BUD, at), EDGE);
        last = at;
    }
    if !branch.branches.is_empty() {
        scene.line((stem, top), (stem, last), EDGE);
    }
    elbow
}

fn indent(scene: &Scene) -> f64 {
    if scene.is_narrow() { SMALL_INDENT } else { INDENT }
}

/// Every term with its level, from the top down.
fn walk<'a>(branch: &'a Branch, level: usize, all: &mut Vec<(usize, &'a Branch)>) {
    all.push((level, branch));
    branch.branches.iter().for_each(|below| walk(below, level + 1, all));
}

impl Tree {
    /// Every term with its level, from the top down.
    #[must_use]
    pub fn terms(&self) -> Vec<(usize, &Branch)> {
        let mut all = Vec::new();
        walk(&self.root, 0, &mut all);
        all
    }
}

impl Drawn for Tree {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    fn sheets(&self, locale: Locale) -> Vec<Sheet> {
        let row = |(level, branch): (usize, &Branch)| {
            let Shown { label, value, aside } = shown(branch, locale);
            [label, value, aside, level.to_string()].map(Datum::Text).to_vec()
        };
        let columns = ["term", "shown", "about", "level"].map(|key| texts(key, locale)).to_vec();
        vec![Sheet {
            title: self.caption.title.clone(),
            columns,
            rows: self.terms().into_iter().map(row).collect(),
        }]
    }

    fn draw(&self, scene: &mut Scene, locale: Locale) {
        grow(scene, &self.root, MARGIN, locale);
        if !self.feeds.is_empty() {
            let feeds =
                format!("{}{}{}", locale.chart_word("feeds"), locale.word("colon"), self.feeds.join(" · "));
            scene.y += BETWEEN;
            scene.paragraph(&feeds, ASIDE);
        }
    }
}
