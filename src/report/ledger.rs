//! The ledger: any figure, opened into its formula, the same with numbers, its inputs and their sources, and the figures
//! that it feeds.
//!
//! The formula is the code that computed the figure (see [`tables`](crate::tables)); here it is only read.

use super::functions::defined;
use super::locale::Locale;
use super::words;
use crate::analysis::absent::no_figure;
use crate::analysis::rows::bare;
use crate::analysis::{FigureRow, InputRow, Scaling, figures, inputs};
use crate::error::{Error, Noun};
use crate::estimate::Estimate;
use crate::provenance::{Grade, Source};
use crate::quantities::display::{MOST_DIGITS, quantity};
use crate::quantities::units::{bytes, devices, flop, flop_per_token};
use crate::quantities::*;
use crate::tables::Figure;

/// A figure, opened.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The figure.
    pub row: FigureRow,
    /// Its formula, with symbols.
    pub formula: String,
    /// The same with the numbers in.
    pub with_numbers: String,
    /// What the functions in it are, as `name(a, b) = …`, each once.
    pub functions: Vec<String>,
    /// What the formula names, in its order.
    pub terms: Vec<Term>,
    /// The inputs that it rests on, all the way down.
    pub inputs: Vec<InputRow>,
    /// The figures on the way down, the nearest first.
    pub figures: Vec<FigureRow>,
    /// The figures whose formulas name it.
    pub feeds: Vec<FigureRow>,
}

impl Explanation {
    /// The sources of its inputs, each once, with the weakest grade it is used at.
    #[must_use]
    pub fn sources(&self) -> Vec<(&'static Source, Grade)> {
        let mut found: Vec<(&'static Source, Grade)> = Vec::new();
        for belief in self.inputs.iter().filter(|row| row.value.is_some()).map(|row| &row.belief) {
            for source in belief.evidence.sources {
                match found.iter_mut().find(|(known, _)| core::ptr::eq(*known, *source)) {
                    Some((_, grade)) => *grade = (*grade).max(belief.grade),
                    None => found.push((source, belief.grade)),
                }
            }
        }
        found
    }
}

/// What a formula names.
#[derive(Clone, Debug)]
pub enum Term {
    /// An input.
    Input(InputRow),
    /// Another figure.
    Figure(FigureRow),
    /// The number of the pool or year that the figure stands at.
    Place(String, f64),
    /// A path at which this result has nothing.
    Absent(String),
}

impl Term {
    /// Its path.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Input(row) => &row.path,
            Self::Figure(row) => &row.path,
            Self::Absent(path) | Self::Place(path, _) => path,
        }
    }

    /// Its value in base units, where it has one.
    #[must_use]
    pub const fn value(&self) -> Option<f64> {
        match self {
            Self::Input(row) => row.value,
            Self::Figure(row) => Some(row.value),
            Self::Place(_, place) => Some(*place),
            Self::Absent(_) => None,
        }
    }

    fn shown(&self, locale: Locale) -> String {
        match self {
            Self::Input(row) => words::input_value(row, locale),
            Self::Figure(row) => words::exact(row, locale),
            Self::Place(place, _) => place.clone(),
            Self::Absent(_) => "—".to_owned(),
        }
    }
}

/// Everything that formulas can name, by path.
pub(super) struct Book {
    inputs: Vec<InputRow>,
    figures: Vec<FigureRow>,
}

/// Opens the figure at a path.
///
/// # Errors
/// When the result has no such figure: names the nearest.
pub fn explain(estimate: &Estimate, path: &str, locale: Locale) -> Result<Explanation, Error> {
    let book = Book::of(estimate);
    let row = book.named(path).map_err(|unknown| no_figure(estimate, path, unknown))?;
    let tokens = tokens(row.figure.formula);
    let (mut inputs, mut figures, mut functions) = (Vec::new(), Vec::new(), Vec::new());
    called(&tokens, &mut functions);
    book.descend(&row, &mut inputs, &mut figures);
    Ok(Explanation {
        formula: book.written(&row, &tokens, locale, |name, _| name.to_owned()),
        with_numbers: book.written(&row, &tokens, locale, |_, term| term.shown(locale)),
        functions: functions.iter().map(|own| locale.definition(own)).collect(),
        terms: book.terms(&row),
        feeds: book.fed_by(path),
        inputs,
        figures,
        row,
    })
}

/// The figures whose formulas name what stands at a path, a figure or an input.
///
/// # Errors
/// When the result has nothing there: names the nearest.
pub fn fed_by(estimate: &Estimate, path: &str) -> Result<Vec<FigureRow>, Error> {
    let book = Book::of(estimate);
    let known = || book.figures.iter().map(|row| &row.path).chain(book.inputs.iter().map(|row| &row.path));
    if known().all(|known| known != path) {
        return Err(Error::unknown_among(Noun::Figure, path, &mut known().cloned()));
    }
    Ok(book.fed_by(path))
}

/// The names in a formula, each with what it stands for: several terms where it is summed over pools.
pub type Names = Vec<(String, Vec<Term>)>;

/// The terms of every figure's formula, for tests: the figure, and what each name in it stands for.
#[must_use]
pub fn resolved(estimate: &Estimate) -> Vec<(FigureRow, Names)> {
    let book = Book::holding(bare(&estimate.stages, estimate.scenario.denomination()), estimate);
    let open = |row: &FigureRow| {
        let names =
            tokens(row.figure.formula).into_iter().filter_map(|token| token.name().map(str::to_owned));
        (
            row.clone(),
            names
                .map(|name| {
                    let terms = book.resolve(row, &name);
                    (name, terms)
                })
                .collect(),
        )
    };
    book.figures.iter().map(open).collect()
}

impl Book {
    /// All that formulas of a result can name.
    pub(super) fn of(estimate: &Estimate) -> Self {
        Self::holding(figures(estimate), estimate)
    }

    /// These figures of a result with its inputs; of a run, with what the scaling law says of it.
    fn holding(mut figures: Vec<FigureRow>, estimate: &Estimate) -> Self {
        let mut inputs = inputs(&estimate.scenario);
        if let Some(scaling) = Scaling::of(estimate) {
            figures.extend(Scaling::ranged(estimate));
            inputs.extend(scaling.coefficients());
        }
        Self { inputs, figures }
    }

    /// The figure at a path; where there is none, the nearest is named.
    pub(super) fn named(&self, path: &str) -> Result<FigureRow, Error> {
        let known = || self.figures.iter().map(|row| row.path.clone());
        self.figure(path).cloned().ok_or_else(|| Error::unknown_among(Noun::Figure, path, &mut known()))
    }

    /// The figures whose formulas name what stands at a path.
    fn fed_by(&self, path: &str) -> Vec<FigureRow> {
        let names = |row: &&FigureRow| {
            let tokens = tokens(row.figure.formula);
            let mut near = tokens
                .iter()
                .filter_map(Token::name)
                .filter(|name| paths(row.figure, &row.path, name).iter().any(|known| matches(known, path)));
            near.any(|name| self.resolve(row, name).iter().any(|term| term.path() == path))
        };
        self.figures.iter().filter(names).cloned().collect()
    }

    fn figure(&self, path: &str) -> Option<&FigureRow> {
        self.figures.iter().find(|row| row.path == path)
    }

    fn term(&self, path: String) -> Term {
        if let Ok(place) = path.parse::<u16>() {
            return Term::Place(path, f64::from(place));
        }
        let input = || self.inputs.iter().find(|row| row.path == path).cloned().map(Term::Input);
        self.figure(&path).cloned().map(Term::Figure).or_else(input).unwrap_or(Term::Absent(path))
    }

    /// What a figure's formula names, each once, in its order.
    pub(super) fn terms(&self, row: &FigureRow) -> Vec<Term> {
        let tokens = tokens(row.figure.formula);
        let mut terms: Vec<Term> = Vec::new();
        for term in tokens.iter().filter_map(Token::name).flat_map(|name| self.resolve(row, name)) {
            if !terms.iter().any(|known| known.path() == term.path()) {
                terms.push(term);
            }
        }
        terms
    }

    /// What a name in a figure's formula stands for; several where it is summed over pools.
    fn resolve(&self, row: &FigureRow, name: &str) -> Vec<Term> {
        let alternatives = paths(row.figure, &row.path, name);
        let first = alternatives
            .iter()
            .map(|path| self.expand(path))
            .find(|terms| terms.iter().any(|term| !matches!(term, Term::Absent(_))));
        first.unwrap_or_else(|| alternatives.into_iter().take(1).map(Term::Absent).collect())
    }

    /// The terms at a path, a `*` in it standing for every pool; for those that have it, where it is summed over some.
    fn expand(&self, path: &str) -> Vec<Term> {
        let Some((before, after)) = path.split_once('*') else { return vec![self.term(path.to_owned())] };
        let at = |place: u16| format!("{before}{place}");
        let places = (0..).take_while(|place| self.is_any_at(&at(*place)));
        let terms = places.map(|place| self.term(format!("{}{after}", at(place))));
        terms.filter(|term| !matches!(term, Term::Absent(_))).collect()
    }

    /// Whether anything stands under a path.
    fn is_any_at(&self, scope: &str) -> bool {
        let is_under = |path: &str| path.strip_prefix(scope).is_some_and(|rest| rest.starts_with('.'));
        self.figures.iter().any(|row| is_under(&row.path))
            || self.inputs.iter().any(|row| is_under(&row.path))
    }

    /// Collects what a figure rests on, all the way down.
    pub(super) fn descend(&self, row: &FigureRow, inputs: &mut Vec<InputRow>, figures: &mut Vec<FigureRow>) {
        for term in self.terms(row) {
            match term {
                Term::Input(input) if inputs.iter().all(|known| known.path != input.path) => {
                    inputs.push(input)
                }
                Term::Figure(figure) if figures.iter().all(|known| known.path != figure.path) => {
                    figures.push(figure.clone());
                    self.descend(&figure, inputs, figures);
                }
                _ => {}
            }
        }
    }

    /// The formula, its names written so; what makes an amount of a number is written as so many of its unit.
    fn written(
        &self,
        row: &FigureRow,
        tokens: &[Token],
        locale: Locale,
        write: impl Fn(&str, &Term) -> String,
    ) -> String {
        let (mut out, mut between) = (String::new(), ", ");
        // Behind each bracket that is open: where it began, and one of the amount that it makes.
        let (mut amount, mut open) = (None, Vec::new());
        for token in tokens {
            match token {
                Token::Name(name) => {
                    let terms = self.resolve(row, name);
                    let shown: Vec<_> = terms.iter().map(|term| write(term.path(), term)).collect();
                    out.push_str(&shown.join(between));
                }
                Token::Function(name) if name == "sum" => {
                    between = " + ";
                    out.push('Σ');
                }
                Token::Function(name) => {
                    between = ", ";
                    amount = one_of(name, locale);
                    out.push_str(if amount.is_none() { name } else { "" });
                }
                Token::Other(text) if text == "(" => {
                    open.push(amount.take().map(|one| (out.len(), one)));
                    out.push('(');
                }
                Token::Other(text) if text == ")" => {
                    out.push(')');
                    if let Some((begin, one)) = open.pop().flatten() {
                        let whole = out.split_off(begin);
                        out.push_str(&amount_of(&whole, &one));
                    }
                }
                Token::Other(text) => out.push_str(text),
            }
        }
        let inside = out.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        inside.filter(|inside| is_closed(inside)).map(str::to_owned).unwrap_or(out)
    }
}

/// Whether no bracket is closed that was not opened.
fn is_closed(text: &str) -> bool {
    let mut depth = 0;
    text.chars().all(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth >= 0
    })
}

/// One of what a function makes of a number, for people; `None` of other functions.
fn one_of(name: &str, locale: Locale) -> Option<String> {
    let one = |kind: &'static Kind, base: f64, unit: &'static str| {
        quantity(kind, base, Some(unit), MOST_DIGITS, locale.style())
    };
    Some(match name {
        "bytes" => one(Information::KIND, bytes(1.0).base(), "B"),
        "devices" => one(Devices::KIND, devices(1.0).base(), "device"),
        "flop" => one(Compute::KIND, flop(1.0).base(), "FLOP"),
        "flop_per_token" => one(TokenWork::KIND, flop_per_token(1.0).base(), "FLOP/token"),
        // Tokens are counted without a symbol.
        "tokens" => "1 token".to_owned(),
        _ => return None,
    })
}

/// So many of an amount, of which one is given: a number in brackets by itself, or a calculation.
fn amount_of(bracket: &str, one: &str) -> String {
    let inside = bracket.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(bracket);
    let number =
        inside.strip_suffix(".0").filter(|number| number.bytes().all(|digit| digit.is_ascii_digit()));
    match number {
        Some("1") => one.to_owned(),
        Some(number) => format!("{number} × {one}"),
        None if is_sum(inside) => format!("({bracket} × {one})"),
        None => format!("({inside} × {one})"),
    }
}

/// Whether something is added or taken off outside of brackets.
fn is_sum(text: &str) -> bool {
    let mut depth = 0;
    text.char_indices().any(|(place, letter)| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        let rest = text.get(place..).unwrap_or_default();
        depth == 0 && [" + ", " - "].iter().any(|operator| rest.starts_with(operator))
    })
}

/// Whether a path is one that a name stands for, in which a `*` stands for every pool.
fn matches(known: &str, path: &str) -> bool {
    match known.split_once('*') {
        Some((before, after)) => path.starts_with(before) && path.ends_with(after),
        None => known == path,
    }
}

/// The paths that a name in a formula may stand for: those of its scope, alternatives in their order.
fn paths(figure: &Figure, own: &str, name: &str) -> Vec<String> {
    let parent = own.rsplit_once('.').map_or("", |(parent, _)| parent);
    let joined = |scope: &str, rest: &str| match (scope, rest) {
        ("", rest) => rest.to_owned(),
        (scope, "") => scope.to_owned(),
        (scope, rest) => format!("{scope}.{rest}"),
    };
    if figure.siblings.contains(&name) {
        return vec![joined(parent, name)];
    }
    let (head, rest) = name.split_once('.').unwrap_or((name, ""));
    let place =
        own.split('.').find(|segment| segment.bytes().all(|b| b.is_ascii_digit())).unwrap_or_default();
    let scope = figure.scope.iter().find(|(param, _)| *param == head).map_or("", |(_, path)| *path);
    let absolute = |scope: &str| match scope.strip_prefix('.') {
        Some(around) if around.starts_with('.') => {
            let above = parent.rsplit_once('.').map_or("", |(above, _)| above);
            joined(above, around.trim_start_matches('.'))
        }
        Some(within) => joined(parent, within),
        None => scope.replace('#', place),
    };
    scope.split('|').map(|scope| joined(&absolute(scope), rest)).collect()
}

/// What the functions that a formula calls are, each once, and those that they call in turn.
fn called(pieces: &[Token], found: &mut Vec<String>) {
    for piece in pieces {
        let Token::Function(name) = piece else { continue };
        if let Some(definition) = defined(name).filter(|definition| !found.contains(definition)) {
            let within = tokens(&definition);
            found.push(definition);
            called(&within, found);
        }
    }
}

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name: an input or a figure.
    Name(String),
    /// A function.
    Function(String),
    /// A number, an operator, a bracket.
    Other(String),
}

impl Token {
    fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }
}

/// The pieces of a formula, in the field's notation.
#[must_use]
pub fn tokens(formula: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
        let length =
            if is_word(first) { rest.find(|c| !is_word(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        let called = rest.trim_start_matches('!').trim_start().starts_with('(');
        tokens.push(match piece {
            "?" | "!" => continue,
            _ if first.is_whitespace()
                && matches!(tokens.last(), Some(Token::Other(last)) if last == " ") =>
            {
                continue;
            }
            _ if first.is_whitespace() => Token::Other(" ".to_owned()),
            "*" => Token::Other("×".to_owned()),
            _ if first.is_ascii_alphabetic() && called => Token::Function(piece.to_owned()),
            _ if first.is_ascii_alphabetic() => Token::Name(piece.to_owned()),
            _ => Token::Other(piece.to_owned()),
        });
    }
    tokens
}
