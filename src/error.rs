//! What can be wrong, as a code with arguments. Words are made of it in [`report`](crate::report).

use crate::quantities::Kind;
use core::fmt;

/// Declares an enum, with a list of what it can be and the names thereof.
macro_rules! listed {
    ($(#[$about:meta])* pub enum $listed:ident { $($(#[$doc:meta])* $name:ident,)* }) => {
        $(#[$about])*
        pub enum $listed {
            $($(#[$doc])* $name,)*
        }

        impl $listed {
            /// Each, in its order.
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// Their names.
            pub(crate) const NAMES: &[&str] = &[$(stringify!($name),)*];

            /// Its place in this order.
            #[allow(clippy::as_conversions, reason = "a place in a list")]
            pub(crate) const fn place(self) -> usize {
                self as usize
            }

            /// Its name, such as `Unknown`.
            #[must_use]
            pub fn name(self) -> &'static str {
                Self::NAMES.get(self.place()).copied().unwrap_or_default()
            }
        }
    };
}

listed! {
/// What an id is an id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// An accelerator.
    Accelerator,
    /// A server, rack or pod.
    System,
    /// A cluster.
    Cluster,
    /// A site that is built in phases.
    Buildout,
    /// A model.
    Model,
    /// A site: the grid it stands on.
    Site,
    /// A method of cost.
    Method,
    /// A source of electricity.
    PowerSource,
    /// A supply of electricity.
    Supply,
    /// A way to cool a facility.
    Cooling,
    /// A climate zone.
    Climate,
    /// An input, by path.
    Input,
    /// An input that has a range, by path.
    DoubtfulInput,
    /// A figure, by path.
    Figure,
    /// A key of a document.
    Key,
    /// One of a few named values.
    Value,
    /// Anything in the catalogue.
    Entry,
    /// A column of a file.
    Column,
}
}

listed! {
/// What is wrong, or worth a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// No such id: `noun`, `id`.
    Unknown,
    /// No such id, but a near one: `noun`, `id`, `nearest`.
    UnknownNear,
    /// Not a number with a unit: `field`, `text`, `expected`.
    Unreadable,
    /// Not a plain number: `field`, `text`.
    NotANumber,
    /// A number without its unit: `field`, `text`, `expected`.
    UnitMissing,
    /// A unit of something else: `field`, `text`, `unit`, `expected`.
    WrongUnit,
    /// A unit behind a pure number: `field`, `text`, `unit`, `kind`.
    UnitNotAllowed,
    /// Outside what is allowed: `field`, `value`, `min`, `max`.
    OutOfDomain,
    /// Not a whole number, or outside what is allowed: `field`, `value`, `min`, `max`.
    NotWhole,
    /// Not more than zero, or beyond all measure: `field`, `value`, `max`.
    NotPositive,
    /// Less than zero, or beyond all measure: `field`, `value`, `max`.
    Negative,
    /// A range whose ends are out of order: `field`, `text`.
    RangeOutOfOrder,
    /// A value that the calculation needs and nobody gave: `field`, `of`.
    Missing,
    /// A currency without a rate: `field`, `currency`, `id`.
    NoRate,
    /// A currency without a rate, of which the catalogue knows some years: `field`, `currency`, `id`, `known`.
    NoRateYear,
    /// A year that a price index does not have: `field`, `year`, `series`, `known`.
    NoYear,
    /// Shares that sum to more than all: `field` (all of them), `sum`.
    MoreThanAll,
    /// Shares that do not sum to all: `field`, `sum`, `remedy`.
    NotAll,
    /// An input that counts only where there is a mix of sources: `field`.
    OfMix,
    /// An input that cannot stand beside another: `field`, `of`.
    Excludes,
    /// No such name, and all that there are: `noun`, `id`, `known`.
    UnknownOf,
    /// An input where a figure is asked for: `field`.
    IsInput,
    /// A figure where an input is asked for: `field`.
    IsFigure,
    /// A figure that is left out, for want of inputs: `figure`, `field`.
    LeftOut,
    /// A figure that a result does not have, though others do: `figure`.
    NotHere,
    /// One of several inputs that only count together: `field`, `of` (what they stand for).
    Incomplete,
    /// A pool without a count beside others, or without a limit to derive it from: `field`.
    CountNotDerivable,
    /// A power or a budget that is not enough for one device: `field`, and the amount of devices.
    LessThanOne,
    /// What no chart shows: `field`.
    NotDrawn,
    /// A run stops faster than it is mended: `field`.
    NeverEnds,
    /// A key that should hold something else: `field`, `expected` (the key of a word).
    WrongForm,
    /// A document of a version this edition does not read: `version`, `known`.
    WrongVersion,
    /// A document that cannot be parsed: `reason`.
    Broken,
    /// A shape that is not one of a transformer: `field`, `reason` (the key of a word).
    BadShape,
    /// An architecture that is no decoder-only transformer: `field`, `text`.
    NotADecoder,
    /// A layout that does not divide what it cuts: `field`, `reason` (the key of a word), `legal`.
    BadLayout,
    /// A layout that does not fit into memory, and the cheapest change that does: `remedy`, and amounts.
    DoesNotFit,
    /// A layout that does not fit into memory, and no small change that does: amounts.
    NeverFits,
    /// A model that no stage of the devices holds: `field`, and amounts: weights, memory, stages that would.
    ModelBeyondMemory,
    /// More sequences than a replica has memory for: `field`, and amounts: the value, the most.
    BatchBeyondMemory,
    /// A rate that no user can be given: `field`, and amounts: the value, the nearest, its tensor-parallel degree.
    RateOutOfReach,
    /// A time to the first token that cannot be kept: `field`, and amounts: the value, the nearest, its degree.
    FirstTokenOutOfReach,
    /// More asked for than the devices can give: `field`, and amounts: the value, the most, devices, and those needed.
    DemandBeyondDevices,
    /// Fewer devices than a replica takes: `field`, and amounts: the value, and those needed.
    ReplicaBeyondDevices,
    /// A service of a model whose shape is not known: `field`, `of`.
    Shapeless,
    /// Nothing to compare: at least two are needed.
    TooFew,
    /// Not a date: `field`, `text`.
    NotADate,
    /// A buildout without a phase.
    NoPhase,
    /// A phase that does not stand after the one before it: `phase`, `date`, `before`, `earlier`.
    PhasesOutOfOrder,
    /// A site with phases of its own among the phases of another: `field`, and them as `known`.
    SiteAmongPhases,
    /// A run that starts before anything stands: `field`, `date`, `first`.
    StartsTooEarly,
    /// Months that end beyond the calendar: `field`, `date`.
    BeyondCalendar,
    /// A choice among names where a numeric input is asked for: `field`.
    NotNumeric,
    /// No value of an input meets a goal: `field`, `figure`, `sign`, and amounts: the goal, what can be reached, and where.
    OutOfReach,
    /// The same of an input without an end: `field`, `figure`, `sign`, and amounts: the goal, the nearest, and where.
    OutOfReachOpen,
    /// A figure that is the same for every value of an input: `field`, `figure`, and the amount.
    NoEffect,
    /// The same within what was searched: `field`, `figure`, and amounts: the value, and both ends of the search.
    NoEffectWithin,
    /// A grid without a value: `field`, `text`.
    EmptyGrid,
    /// A grid from one value to another without a step: `field`, `text`.
    NoStep,
    /// A grid of equal ratios that begins at zero or below: `field`, `text`.
    NoLog,
    /// A comma that may group thousands or stand between values: `field`, `text`, and both ways to write it, `one` and `two`.
    Grouped,
    /// More cells than a sweep may have: `field`, and the counts: cells, the most, and values on each axis that would do.
    TooManyCells,
    /// A figure that is no finite number on a side: `figure`.
    NotFinite,
    /// A figure that is the same on both sides, so that no chart shows why it differs: `figure`.
    NoDifference,
    /// A pair of inputs whose correlation is given twice, or an input with itself: `field`.
    CorrelatedTwice,
    /// Correlations that exclude each other: `field` (all of them), and the `factor` at which they would not.
    NotDefinite,
    /// More inputs in doubt than there are dimensions: `count`, `max`.
    TooManyDoubts,
    /// No input that a figure depends on has a range: `field`.
    NoDoubt,
    /// What was watched was cancelled.
    Cancelled,

    /// The count was derived, and what binds it: `limit`.
    NoteDerived,
    /// The chip of a preset is assumed: `chip`.
    NoteChip,
    /// The compute is given, so that shape and tokens are not used.
    NoteComputeGiven,
    /// A layout or a batch was given, and no step is timed.
    NoteNotTimed,
    /// One job over the whole cluster would lose half of its time or more.
    NoteLostTime,
    /// Price of electricity and upstream water are those of the United States: `site`.
    NoteForeignPrice,
    /// Upstream water is that of the United States: `site`.
    NoteForeignWater,
    /// What the carbon intensity counts: `basis`.
    NoteCarbon,
    /// A mix of sources, all counted on the basis of the grid: `basis`.
    NoteMix,
    /// A supply whose shares are those of capacity: `supply`.
    NoteMixShares,
    /// Generation on site whose capital is nowhere.
    NoteMixCapital,
    /// An input is missing, and the figures that need it with it: `field`.
    NoteMissing,
    /// The compute is an estimate by others: `model`, `who`.
    NoteEstimatedCompute,
    /// The step was timed operator by operator, in a layout that was given.
    NoteStep,
    /// Nothing was fitted to such devices: `chip`.
    NoteExtrapolated,
    /// Goodput is reported, and is already in the MFU.
    NoteGoodput,
    /// What money is shown in: `currency`, `rate`.
    NoteCurrency,
    /// Prices are raised to those of another year: `level`.
    NotePrices,
    /// The sides had money in different units, and are shown in dollars.
    NoteMoneyBasis,
    /// How far the views of a cost span: `cheap`, `dear`, `ratio`.
    NoteViewSpan,
    /// Acquisition pays for a whole life: `ratio`, `time`, `life`.
    NoteViewLife,
    /// An annuity holds interest: `ratio`, `rate`.
    NoteViewInterest,
    /// Decay charges the progress of hardware: `ratio`, `decay`, `line`.
    NoteViewDecay,
    /// What rent holds beside what an owner pays: `ratio`, `sold`.
    NoteViewRent,
    /// Rent is less than what an hour costs: `ratio`.
    NoteViewRentBelow,
    /// A time that is long for the decay.
    NoteViewDecayLong,
    /// What the decisions stand on: `drift`, `years`, `sale`, `sold`.
    NoteDecision,
    /// A method of others: `method`.
    NoteMethod,
    /// A method for other chips: `chips`.
    NoteMethodChips,
    /// What a dollar buys has grown: `growth`, `doubling`.
    NoteProgress,
    /// The carbon basis that all sides share: `basis`.
    NoteCarbonBasis,
    /// The published power lies outside the range of what the parts draw: `announced`, `computed`.
    NotePower,
    /// The published budget lies outside the range of what the parts cost: `announced`, `computed`.
    NoteBudget,
    /// The average exceeds the peak that is provided for: `average`, `peak`.
    NoteOverPeak,
    /// An answer beyond what is known of an input: `field`, and amounts: the value, and both ends of what is known.
    NoteBeyondKnown,
    /// A preset is one stage of a site: `last`.
    NoteStage,
    /// How long a phase took, as its builder says: `phase`, `days`, `began`.
    NoteConstruction,
    /// The same since another phase, beside what the dates say: `phase`, `since`, `days`, `dated`.
    NotePace,
    /// When a run is finished: `model`, `start`, `end`, and `time`.
    NoteFinished,
    /// How soon and how late it may be: `early`, `late`.
    NoteFinishedBetween,
    /// What of it is done by the last month: `month`, `share`.
    NoteUnfinished,
    /// A run that is not finished by 9999: `model`, `start`.
    NoteNeverFinished,
    /// How the draws were made: `samples`, `inputs`, `seed`.
    NoteDraws,
    /// What is one quantity is drawn alike on all sides.
    NoteSameDraws,
    /// Draws at which there is no result: `share`.
    NoteFailedDraws,
    /// What matters most for a figure: `figure`, and the inputs with their shares.
    NoteMatters,
    /// What of the variance no input brings alone: `share`.
    NoteTogether,
}
}

/// Arguments of a message, by name.
pub type Args = Vec<(&'static str, String)>;

/// An amount among the arguments of a message: it becomes words in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The name of the argument.
    pub name: &'static str,
    /// What it measures.
    pub kind: &'static Kind,
    /// Its value, in base units.
    pub base: f64,
    /// The unit it is shown in; where empty, the one that reads best.
    pub unit: &'static str,
}

/// An error: what is wrong, which field, what is allowed, and the nearest right thing.
///
/// It displays in English; [`report::words`](crate::report::words) has the other languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Error(Box<Told>);

/// What an error tells; apart, so that a result that may be one stays small.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    code: Code,
    noun: Option<Noun>,
    args: Args,
    amounts: Vec<Amount>,
}

impl Error {
    pub(crate) fn new(code: Code, args: Args) -> Self {
        Self(Box::new(Told { code, noun: None, args, amounts: Vec::new() }))
    }

    /// No such id among `known`; names the nearest one.
    pub(crate) fn unknown(noun: Noun, id: &str, known: &mut dyn Iterator<Item = &'static str>) -> Self {
        Self::unknown_among(noun, id, &mut known.map(str::to_owned))
    }

    pub(crate) fn unknown_among(noun: Noun, id: &str, known: &mut dyn Iterator<Item = String>) -> Self {
        let mut args = vec![("id", id.to_owned())];
        let known: Vec<_> = known.collect();
        let longer = fuller(id, &known);
        let code = match (longer.as_slice(), nearest(id, &known)) {
            ([_, _, ..], _) if longer.len() <= FEW => {
                args.push(("known", longer.join(", ")));
                Code::UnknownOf
            }
            (&[near], _) | (_, Some(near)) => {
                args.push(("nearest", near.to_owned()));
                if known.len() <= FEW {
                    args.push(("known", known.join(", ")));
                }
                Code::UnknownNear
            }
            _ if (1..=FEW).contains(&known.len()) => {
                args.push(("known", known.join(", ")));
                Code::UnknownOf
            }
            _ => Code::Unknown,
        };
        Self(Box::new(Told { code, noun: Some(noun), args, amounts: Vec::new() }))
    }

    /// A key or field that should hold something else; `expected` is the key of a word.
    pub(crate) fn wrong_form(field: &str, expected: &str) -> Self {
        Self::new(Code::WrongForm, vec![("field", field.to_owned()), ("expected", expected.to_owned())])
    }

    /// A text that is no date.
    pub(crate) fn not_a_date(field: &str, text: &str) -> Self {
        Self::new(Code::NotADate, vec![("field", field.to_owned()), ("text", text.to_owned())])
    }

    /// The same error, naming the field it arose at where it does not name one yet.
    #[must_use]
    pub(crate) fn at(mut self, field: &str) -> Self {
        if !self.0.args.iter().any(|(name, _)| *name == "field") {
            self.0.args.push(("field", field.to_owned()));
        }
        self
    }

    /// The same error, telling where in what was asked it is, for where it names no field; words do not say it.
    #[must_use]
    pub(crate) fn found_at(mut self, place: &str) -> Self {
        if self.arg("place").is_none() {
            self.0.args.push(("place", place.to_owned()));
        }
        self
    }

    /// The same error of one part among several: path and words begin with it.
    #[must_use]
    pub(crate) fn within(mut self, part: &str) -> Self {
        self.0.args.push(("within", part.to_owned()));
        self
    }

    /// An argument by its name.
    pub(crate) fn arg(&self, name: &str) -> Option<&str> {
        self.0.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// What is wrong.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What the id was of, where the error is about an id.
    #[must_use]
    pub fn noun(&self) -> Option<Noun> {
        self.0.noun
    }

    /// The arguments, by name.
    #[must_use]
    pub fn args(&self) -> &Args {
        &self.0.args
    }

    /// The amounts among the arguments.
    #[must_use]
    pub fn amounts(&self) -> &[Amount] {
        &self.0.amounts
    }

    /// The same with amounts among its arguments.
    #[must_use]
    pub(crate) fn with_amounts(mut self, amounts: Vec<Amount>) -> Self {
        self.0.amounts = amounts;
        self
    }

    /// The whole numbers next to a value that should be one, within what is allowed, the nearest first; of [`Code::NotWhole`].
    pub(crate) fn whole_about(&self) -> Vec<f64> {
        let base =
            |name: &str| self.amounts().iter().find(|known| known.name == name).map(|known| known.base);
        let known =
            (self.code() == Code::NotWhole).then(|| Some((base("value")?, base("min")?, base("max")?)));
        let Some((value, min, max)) = known.flatten() else { return Vec::new() };
        let within = |whole: f64| whole.max(min).min(max);
        let nearest = libm::round(value);
        let other = if nearest > value { f64::floor(value) } else { f64::ceil(value) };
        let mut about = [nearest, other].map(within).to_vec();
        about.dedup();
        about
    }

    /// Whether an id, path or key is unknown.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self.0.code, Code::Unknown | Code::UnknownNear | Code::UnknownOf)
    }

    /// Whether an input is missing that neither the catalogue nor the user gave.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.0.code == Code::Missing
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::report::words::error(self, crate::report::Locale::En))
    }
}

impl std::error::Error for Error {}

/// Something dubious, or worth knowing, about a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What.
    pub code: Code,
    /// Its arguments, by name.
    pub args: Args,
    /// The amounts among them.
    pub amounts: Vec<Amount>,
}

impl Note {
    pub(crate) const fn new(code: Code, args: Args) -> Self {
        Self { code, args, amounts: Vec::new() }
    }
}

/// So many names are few enough to list.
const FEW: usize = 12;

/// How alike (Jaro–Winkler, from 0 to 1) a name must be before it is offered as the nearest one.
const NEAR: f64 = 0.75;

fn nearest<'a>(id: &str, known: &'a [String]) -> Option<&'a str> {
    let id = id.to_ascii_lowercase();
    let scored =
        known.iter().map(|name| (strsim::jaro_winkler(&id, &name.to_ascii_lowercase()), name.as_str()));
    let best = scored.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.filter(|(score, _)| *score >= NEAR).map(|(_, name)| name)
}

/// The names that hold another, with the fewest words more.
fn fuller<'a>(id: &str, known: &'a [String]) -> Vec<&'a str> {
    let longer = || known.iter().map(String::as_str).filter(|name| holds(name, id));
    let least = longer().map(|name| words(name).count()).min();
    longer().filter(|name| Some(words(name).count()) == least).collect()
}

fn words(name: &str) -> core::str::Split<'_, [char; 3]> {
    name.split(['.', '-', '_'])
}

/// Whether a name has all the words of another, in their order, and more: as `cost.annuity.total` has those of `cost.total`.
fn holds(name: &str, id: &str) -> bool {
    let mut own = words(name);
    words(id).all(|word| own.any(|known| known.eq_ignore_ascii_case(word)))
}
