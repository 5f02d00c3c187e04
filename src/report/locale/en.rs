//! English. Labels stand in the tables of inputs and figures themselves.

use super::Language;
use super::table::{table, texts};
use crate::error::{Code, Noun};
use crate::quantities::display;

pub(super) static ENGLISH: Language = Language {
    tag: "en",
    style: &display::ENGLISH,
    labels: &[],
    names: &[],
    fields: &[],
    values: &[],
    phrases: &[],
    nouns: texts!(Noun, noun),
    messages: texts!(Code, message),
    words: table!(WORDS, SHEET_WORDS, CHART_WORDS),
};

const fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Accelerator => "accelerator",
        Noun::System => "system",
        Noun::Cluster => "cluster",
        Noun::Buildout => "buildout",
        Noun::Model => "model",
        Noun::Site => "site",
        Noun::Method => "method",
        Noun::PowerSource => "source of electricity",
        Noun::Supply => "supply of electricity",
        Noun::Cooling => "way of cooling",
        Noun::Climate => "climate zone",
        Noun::Input => "input",
        Noun::DoubtfulInput => "input with a range",
        Noun::Figure => "figure",
        Noun::Key => "key",
        Noun::Value => "value",
        Noun::Entry => "entry of the catalogue",
        Noun::Column => "column that holds a measurement",
    }
}

const fn message(code: Code) -> &'static str {
    match code {
        Code::Unknown => "no {noun} `{id}`",
        Code::UnknownNear => "no {noun} `{id}`; did you mean `{nearest}`?",
        Code::Unreadable => {
            "{field}: cannot read `{text}` as {kind}; expected a number with a point for decimals, such as `1,234.5`, and a unit where there is one ({expected})"
        }
        Code::NotANumber => {
            "{field}: cannot read `{text}`; expected a plain number, such as `1.25` or `40 %`"
        }
        Code::UnitMissing => "{field}: `{text}` needs a unit of {kind}: {expected}",
        Code::WrongUnit => "{field}: `{unit}` is not a unit of {kind}; expected {expected}",
        Code::UnitNotAllowed => "{field}: `{text}` should be a plain number, without `{unit}`",
        Code::OutOfDomain => "{field}: {value} is not allowed; expected from {min} to {max}",
        Code::NotWhole => {
            "{field}: {value} is not allowed; expected a whole number from {min} to {max}; nearest: {near}"
        }
        Code::NotPositive => "{field}: {value} is not allowed; expected more than zero",
        Code::Negative => "{field}: {value} is not allowed; expected zero or more",
        Code::RangeOutOfOrder => "{field}: the range `{text}` ends below where it begins",
        Code::Missing => "{field} is needed, and none is published for `{of}`; give one with `{field} = …`",
        Code::MoreThanAll => "{field}: they sum to {sum}; expected 1 at most",
        Code::NotAll => "{field}: the shares sum to {sum} rather than 1; set `{remedy}`",
        Code::OfMix => {
            "{field} counts only in a mix of sources; set `site.supply` or `site.sources.0.kind` too"
        }
        Code::Excludes => "{field} and {of} exclude each other; give one of them",
        Code::NotHere => "there is no {figure} here",
        Code::LeftOut => {
            "{figure} is left out here, for want of a published value: it needs {field}. Set it to see it"
        }
        Code::IsFigure => {
            "{field} is a figure, not an input: it follows from inputs, as `wattflop explain {field}` shows"
        }
        Code::IsInput => {
            "{field} is an input, not a figure: `wattflop inputs` shows what it is, and `--set {field}=…` sets it"
        }
        Code::UnknownOf => "no {noun} `{id}`; there are {known}",
        Code::NoRate => {
            "{field}: {currency} needs its rate: set `money.currency={id}` and `money.rate`, the dollars for one"
        }
        Code::NoRateYear => {
            "{field}: {currency} needs its rate: set `money.currency={id}` and `money.rate`, the dollars for one, or `money.rate_year` ({known})"
        }
        Code::NoYear => "{field}: {series} has no year {year}; it has {known}",
        Code::Incomplete => {
            "{field} is needed beside the others that stand for `{of}`; give it, or leave all of them out"
        }
        Code::NeverEnds => {
            "the run would never end: on so many devices it stops faster than it is mended. Take fewer, set `faults.groups` for recovery of a group alone, `faults.restart` or `faults.device_time_per_failure`, or give {field}"
        }
        Code::NotDrawn => {
            "{field}: a chart takes an axis of numbers and at most eight lines; give fewer values, or --pareto of two figures"
        }
        Code::LessThanOne => {
            "{field} is enough for {value} of a device, less than one; give more, or a count"
        }
        Code::CountNotDerivable => {
            "{field} is not known and cannot be derived: that takes a single pool, and the power or the budget of the cluster with the TDP or the price of its devices; give a count"
        }
        Code::WrongForm => "{field}: expected {expected}",
        Code::WrongVersion => {
            "version {version} of the scenario form is not known; this edition reads version {known}"
        }
        Code::Broken => "the document cannot be read: {reason}",
        Code::BadShape => "{field}: {reason}",
        Code::NotADecoder => "{field}: `{text}` is no decoder-only transformer",
        Code::BadLayout => "{field}: {reason}; legal: {legal}",
        Code::DoesNotFit => {
            "the layout does not fit: {weights} of weights, {gradients} of gradients, {optimizer} of optimizer, {activations} of activations and {buffers} of buffers are {total} on a device of {capacity}; the cheapest remedy is `{remedy}`, at {time} a step"
        }
        Code::NeverFits => {
            "the layout does not fit: {weights} of weights, {gradients} of gradients, {optimizer} of optimizer, {activations} of activations and {buffers} of buffers are {total} on a device of {capacity}; no small change fits: `wattflop plan` searches all layouts"
        }
        Code::ModelBeyondMemory => {
            "the model does not fit: {weights} of weights on each of {tensor} devices that have {memory} for them; take `serving.pipeline={stages}` or more, or narrower weights such as `serving.weights=fp8`"
        }
        Code::BatchBeyondMemory => "{field}: {value} sequences; the memory of a replica holds at most {most}",
        Code::RateOutOfReach => {
            "{field}: {value} for each user cannot be met; the nearest is {nearest}, with `serving.batch=1` and `serving.tensor={tensor}`"
        }
        Code::FirstTokenOutOfReach => {
            "{field}: {value} cannot be met; the nearest is {nearest}, with `serving.batch=1` and `serving.tensor={tensor}`"
        }
        Code::DemandBeyondDevices => {
            "{field}: {value} cannot be met, because {count} give {most} at most; it takes {needed}"
        }
        Code::ReplicaBeyondDevices => "{field}: {value}; a replica of the model takes {needed}",
        Code::Shapeless => {
            "{field}: the shape of {of} is not known, and without it no service can be computed; give a model with a shape, or its dimensions"
        }
        Code::TooFew => "a comparison takes at least two",
        Code::NotADate => {
            "{field}: `{text}` is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD, from 1900 to 9999"
        }
        Code::NoPhase => {
            "a buildout takes at least one phase: a date, and the cluster that stands from then on"
        }
        Code::SiteAmongPhases => {
            "{field} is a site with phases of its own and cannot stand beside others; give it alone, or clusters as phases, such as its own: {known}"
        }
        Code::PhasesOutOfOrder => {
            "{phase} ({date}) does not stand after {before} ({earlier}); give the phases in the order of their dates, each with all that stands"
        }
        Code::StartsTooEarly => {
            "{field}: nothing stands on {date}; give {first}, when the first phase stands, or a later date"
        }
        Code::BeyondCalendar => "{field}: they go on beyond {date}, where the calendar ends; give fewer",
        Code::NotNumeric => {
            "{field} is a choice among names; solving takes a numeric input. `wattflop sweep --over '{field}=…'` tries names"
        }
        Code::OutOfReach => {
            "no value of {field} gives {figure} {sign} {goal}: it goes from {low}, at {at_low}, to {high}, at {at_high}"
        }
        Code::OutOfReachOpen => {
            "no value of {field} gives {figure} {sign} {goal}: the nearest that it comes to is {nearest}, at {at}"
        }
        Code::NoEffect => {
            "{figure} does not follow {field}: it is {value} whatever that is. `wattflop explain {figure}` shows what it rests on"
        }
        Code::NoEffectWithin => {
            "{figure} does not follow {field} from {low} to {high}: it is {value} at all of them, which is not what was asked for"
        }
        Code::EmptyGrid => {
            "{field}: `{text}` holds no value; expected a list such as `1, 2, 5`, a step above zero, such as `1..2 by 0.1`, or a whole number of values, such as `1..2 in 11`"
        }
        Code::NoStep => {
            "{field}: `{text}` has no step; expected `LOW..HIGH by STEP`, `LOW..HIGH in COUNT` or `LOW..HIGH in COUNT log`"
        }
        Code::Grouped => {
            "{field}: `{text}` may be one number or two; write `{one}` for one, or `{two}` for two"
        }
        Code::NoLog => {
            "{field}: `{text}` cannot begin at zero or below in equal ratios; leave out `log`, or begin above zero"
        }
        Code::TooManyCells => {
            "{cells} cells are more than the {most} that a sweep may have; {each} values for each of these would do: {field}"
        }
        Code::NoDifference => "{figure} is the same on both sides: there is no difference to draw",
        Code::NotFinite => {
            "{figure} is no finite number on both sides, so that there is no difference to split"
        }
        Code::CorrelatedTwice => "{field}: a correlation is given once, and between two different inputs",
        Code::NotDefinite => {
            "{field}: these correlations exclude each other, or leave no doubt; all of them at {factor} times would be possible"
        }
        Code::TooManyDoubts => {
            "{count} inputs in doubt; expected {max} at most: give those that matter least without a range"
        }
        Code::NoDoubt => {
            "{field}: no input that it depends on has a range; give one a range, such as `site.pue=1.1..1.3`"
        }
        Code::Cancelled => "cancelled",
        Code::NoteDerived => {
            "No count was published: the number of devices is derived, and {limit} binds it."
        }
        Code::NoteChip => "The chip is assumed, since none was published: {chip}.",
        Code::NoteNotTimed => {
            "Batch and layout do not count here: a step is timed where the batch is given, the MFU is not, the model's shape is known, and all devices are of one kind."
        }
        Code::NoteComputeGiven => "The compute is given: the model's shape and the tokens are not used.",
        Code::NoteLostTime => {
            "One job over the whole cluster, stopped and restarted whole at every failure, would lose half of its time or more. Fleets of this size run several jobs, or recover in place."
        }
        Code::NoteForeignPrice => {
            "No electricity price of {site} is known: price, and water for the electricity, are those of the United States. Set site.electricity and site.upstream_water."
        }
        Code::NoteForeignWater => {
            "Water for the electricity is that of the United States, not of {site}. Set site.upstream_water."
        }
        Code::NoteCarbon => "Carbon counts: {basis}{years}.",
        Code::NoteMix => {
            "The electricity is a mix of sources. All of them are counted {basis}, as their grid is."
        }
        Code::NoteMixShares => {
            "The shares of {supply} are those of capacity: what each source delivered was not published. Set site.sources.0.share and others."
        }
        Code::NoteMixCapital => {
            "The price of what is made on site holds its fuel and upkeep, not its capital: set finance.site_power_capex."
        }
        Code::NoteMissing => {
            "Left out, for want of a published value: the figures that need {field}. Set it to see them."
        }
        Code::NoteEstimatedCompute => {
            "The training compute of {model} was never published; it is an estimate of others ({who})."
        }
        Code::NoteStep => {
            "The step was timed operator by operator in the layout given. Time lost to failures is what is expected of one job over the whole cluster (reliability.goodput), unless run.goodput is given. Its error on published measurements stands in the range."
        }
        Code::NoteExtrapolated => {
            "No measurement of {chip} was fitted: the step time is an extrapolation, with a wide range."
        }
        Code::NoteGoodput => {
            "The MFU is an average over whole runs and already holds the time lost to failures; the goodput shown beside it is not applied again."
        }
        Code::NoteViewSpan => {
            "The same time costs {ratio} times as much by the dearest view ({dear}) as by the cheapest ({cheap}), electricity alone left aside."
        }
        Code::NoteViewLife => {
            "Acquisition is {ratio} times the annuity: it pays for all at once and for no running, while the time looked at is {time} of a life of {life}."
        }
        Code::NoteViewInterest => {
            "The annuity is {ratio} times the straight line: it holds interest, {rate} % a year."
        }
        Code::NoteViewDecay => {
            "Decay is {ratio} times the straight line: by the progress of hardware the time is charged {decay} % of the IT's price, by its life {line} %."
        }
        Code::NoteViewRent => {
            "Rent on demand is {ratio} times what an hour costs its owner, and {sold} times what an hour sold costs: beside power, facility and capital it holds profit and risk."
        }
        Code::NoteViewRentBelow => {
            "Rent on demand is {ratio} times what an hour costs its owner: less, as where supply is ample or the owner's capital is cheaper."
        }
        Code::NoteViewDecayLong => {
            "Decay is at the rate of the first moment: for a time as long as this it charges too much."
        }
        Code::NoteDecision => {
            "Break-even compares today's rent with today's cost. Present value, return and payback look at {years} years in which rents change by {drift} % a year, {sold} % of the hours are sold, and what is left is sold for {sale} % of what was paid; `--part drifts` has other drifts."
        }
        Code::NoteMethod => "By the inputs of a published method: {method}.",
        Code::NoteMethodChips => {
            "The method was made for other chips ({chips}): its shares and rates stand beside prices of their own."
        }
        Code::NoteProgress => {
            "FLOP/s for a dollar grow by {growth} orders of magnitude a year, and double in {doubling} years; Epoch AI finds 0.14 (0.10 to 0.18)."
        }
        Code::NoteCurrency => "Money is shown in {currency}, at {rate} USD for one.",
        Code::NotePrices => "Prices are shown at {level} times those that went in.",
        Code::NoteMoneyBasis => {
            "The sides had money in different currencies or price years: all are shown in dollars, at the prices that went in."
        }
        Code::NoteCarbonBasis => "Carbon is counted on the basis that all sides share: {basis}{years}.",
        Code::NotePower => {
            "The published facility power, {announced}, lies outside the range of what the parts draw, {computed} at their peak."
        }
        Code::NoteBudget => {
            "The published budget, {announced}, lies outside the range of what the parts cost at market prices, {computed}."
        }
        Code::NoteOverPeak => {
            "The average, {average}, exceeds the peak that is provided for, {peak}: `site.pue` is more than `site.peak_overhead` at this load; set both."
        }
        Code::NoteConstruction => {
            "By its builder, {phase} stood {days} days after construction began ({who}): on {began}, then."
        }
        Code::NotePace => {
            "By its builder, {phase} stood {days} days after {since} ({who}); by the catalogue’s dates it was {dated} days. The months go by the dates."
        }
        Code::NoteFinished => "{model}: starts on {start}, is finished on {end}, after {time}.",
        Code::NoteFinishedBetween => "With 90 % probability it is finished between {early} and {late}.",
        Code::NoteUnfinished => "By the end of {month}, the last month shown, {share} % of it is done.",
        Code::NoteNeverFinished => "{model}: starts on {start}, is not finished by the year 9999.",
        Code::NoteDraws => {
            "Drawn at {samples} points of {inputs} doubtful inputs (Sobol sequence, seed {seed})."
        }
        Code::NoteSameDraws => {
            "What is one quantity is drawn alike on all sides, such as `site.pue`, or the price of a device that stands on both: what is shared cancels out, so that the ratios are surer than the figures. Prices and powers of unlike devices are drawn apart."
        }
        Code::NoteFailedDraws => {
            "At {share} % of the points there is no result, such as of a layout that does not fit there, or of inputs that exclude each other; the figures are those of the others."
        }
        Code::NoteMatters => {
            "The doubt in “{figure}” comes most from: {inputs}. A share counts what an input does together with others too, so that all may sum to over 100 %."
        }
        Code::NoteBeyondKnown => {
            "{field} = {value} lies beyond what is known of it, {low} to {high}: it is an extrapolation."
        }
        Code::NoteTogether => {
            "{share} % of the variance comes from inputs together, and from none of them alone."
        }
        Code::NoteStage => "One stage of a site, not to be added to the others; its last stage is {last}.",
    }
}

const WORDS: &[(&str, &str)] = &[
    ("form-scenario", "a table of keys and values"),
    ("form-cluster", "the id of a cluster, or a table with `preset` or `pools`"),
    ("form-pools", "at least one pool of devices"),
    ("form-accelerator", "the id of an accelerator"),
    ("form-model", "the id of a model, or a table with `preset`, `config` or `active_parameters`"),
    ("form-name", "a text"),
    ("form-amount", "a text with `#` where the number stands"),
    ("form-apart", "another sign than `group`"),
    ("form-forms", "a text, or its forms in a list"),
    ("form-large", "a list of large numbers, each with its words, such as `[[1e6, \"million\"]]`"),
    (
        "form-distribution",
        "a value, or a table of `low` and `high`, with `median` and `shape` where they are known",
    ),
    (
        "form-shape",
        "ends that the shape can have: lognormal above 0, above-one above 1, logit-normal between 0 and 1",
    ),
    ("form-value", "a value: a number, or a text with a unit"),
    ("shape-heads", "more heads of keys and values than query heads"),
    ("shape-window", "more layers with a window than layers"),
    ("shape-experts", "more layers with experts than layers"),
    ("shape-active", "more active experts than experts"),
    (
        "serving-groups",
        "groups of tensor parallelism have to divide the devices that experts are spread over",
    ),
    ("serving-stages", "there are more pipeline stages than layers"),
    ("layout-heads", "tensor parallelism has to divide the heads"),
    ("layout-layers", "more stages and chunks than layers"),
    ("layout-interleave", "only a pipeline is interleaved"),
    ("layout-devices", "tensor × pipeline × context degree has to divide the devices"),
    ("layout-experts", "expert parallelism has to divide the experts"),
    (
        "layout-expert-groups",
        "more expert-parallel devices than there are, or a number that does not divide them",
    ),
    ("layout-batch-small", "the batch is smaller than the data-parallel replicas with their microbatches"),
    ("layout-batch", "the batch has to divide into replicas and microbatches"),
    ("Pipeline schedule", "Pipeline schedule"),
    ("Format of the weights", "Format of the weights"),
    ("rank", "#"),
    ("tensor", "tensor"),
    ("context", "context"),
    ("expert", "expert"),
    ("pipeline", "pipeline"),
    ("data", "data"),
    ("interleave", "chunks"),
    ("microbatch", "microbatch"),
    ("zero", "ZeRO"),
    ("recompute", "recomputed"),
    ("step", "step"),
    ("mfu", "MFU"),
    ("headroom", "memory left"),
    ("used", "devices"),
    ("set", "set"),
    ("quantity", "quantity"),
    ("predicted", "predicted"),
    ("error", "error"),
    ("reason", "reason"),
    ("n", "n"),
    ("skipped", "skipped"),
    ("mape", "mean |error|"),
    ("median", "median |error|"),
    ("bias", "bias"),
    ("coverage", "in 90 % range"),
    ("width", "high/low"),
    ("best-settings", "The best layout, to be run:"),
    ("timed", "layouts timed"),
    ("pruned", "left out, since none could be among the best"),
    ("rejected", "rejected"),
    ("tokens-of-sequence", "tokens a sequence"),
    ("sequences-of-batch", "sequences a batch"),
    ("idle", "devices idle in the best layout: its replicas and microbatches divide no more"),
    ("default-batch", "sequences a batch, the default"),
    ("reject-devices", "devices not divisible, or more than half of them idle"),
    ("reject-batch", "batch not divisible"),
    ("reject-layers", "layers do not spread"),
    ("reject-experts", "expert groups not divisible"),
    ("reject-memory", "memory too small"),
    ("reject-same", "the same as another"),
    ("none-fits", "No layout fits. More devices, a smaller model or a lower precision may."),
    ("layout-sequence", "context parallelism has to divide the sequence"),
    ("layout-dualpipe", "DualPipe takes an even number of stages, each with its two chunks"),
    ("why-assumed", "power or energy assumed by its authors, not measured"),
    ("why-adapters", "adapters are trained, not the whole model"),
    ("why-no-accelerator", "no accelerator stated (column `accelerator`)"),
    ("why-accelerator", "accelerator unknown"),
    ("why-shape", "shape of the model not known"),
    ("why-count", "number of devices not stated (column `n_accel` or `accel_count`)"),
    ("why-sequence", "sequence length not stated (column `seq` or `seq_len`)"),
    ("why-precision", "precision unknown"),
    ("why-no-layout", "no layout of these devices and this batch fits"),
    ("why-rates", "rates of the devices not known"),
    ("why-no-devices", "the layout has no devices"),
    ("why-task", "task unknown (column `task`)"),
    ("why-batch", "sequences that ran at once not stated (column `batch`)"),
    ("why-later", "not predicted in this edition, or not from what the row states"),
    ("why-measurement", "the measurement is no positive number"),
    ("form-one-kind", "devices of one kind: a layout search knows no mix"),
    ("form-plan-model", "a model to train, by `model` or `--model`"),
    ("why-unmeasured", "no measurement in a column that is known"),
    ("left-out", "left out"),
    ("measured-value", "measured"),
    ("config-number", "expected a whole number up to a billion"),
    ("config-missing", "missing; the configuration needs it"),
    ("config-unread", "layers that alternate in this way are not read"),
    ("Precision", "Precision"),
    ("Accelerator", "Accelerator"),
    ("Grid", "Grid"),
    ("Cooling", "Cooling"),
    ("Climate", "Climate"),
    ("Supply", "Supply"),
    ("Source", "Source"),
    ("nothing", "Nothing found."),
    (
        "form-operation",
        "no model and no run: `operate` and `compare` look at a time of operation; use `train`",
    ),
    ("id", "id"),
    ("name", "name"),
    ("released", "released"),
    ("bf16", "BF16"),
    ("memory", "memory"),
    ("tdp", "TDP"),
    ("price", "price"),
    ("accelerator", "accelerator"),
    ("max_power", "rated power"),
    ("owner", "owner"),
    ("facility_power", "facility power"),
    ("budget", "budget"),
    ("developer", "developer"),
    ("parameters", "parameters"),
    ("active", "active"),
    ("tokens", "tokens"),
    ("compute", "compute"),
    ("carbon", "carbon"),
    ("basis", "basis"),
    ("industrial_price", "industrial price"),
    ("shares", "shares"),
    ("efficiency", "efficiency"),
    ("direct_carbon", "direct carbon"),
    ("life_cycle", "life-cycle carbon"),
    ("price_without_fuel", "price without fuel"),
    ("water", "water"),
    ("path", "Path"),
    ("zero-or-more", "zero or more"),
    ("over-zero", "more than zero"),
    ("colon", ": "),
    ("input", "Input"),
    ("field", "Field"),
    ("rests-on", "Rests on"),
    ("range-note", "ranges hold 90 %"),
    ("devices", "Devices"),
    ("facility-peak", "Facility power, peak"),
    ("figure", "Figure"),
    ("value", "Value"),
    ("range", "90 % range"),
    ("formula", "Formula"),
    ("where", "where"),
    ("with-functions", "Where"),
    ("with-numbers", "With numbers"),
    ("inputs", "Inputs"),
    ("sources", "Sources"),
    ("notes", "Notes"),
    ("binds-first", "Binds first"),
    ("chips", "chips"),
    ("power", "power"),
    ("money", "money"),
    ("edition", "Catalogue edition"),
    ("unknown", "not published"),
    ("given", "given"),
    ("ratio", "Ratio"),
    ("exact", "exact"),
    ("growth", "Growth a year"),
    ("date", "Date"),
    ("cluster", "Cluster"),
    ("model", "Model"),
    ("grade", "Evidence"),
    ("measured", "measured"),
    ("specified", "specified"),
    ("reported", "reported"),
    ("estimated", "estimated"),
    ("assumed", "assumed"),
    ("life-cycle", "life cycle, by country"),
    ("direct-state", "direct CO2 at the stack, by state"),
    ("direct-subregion", "direct CO2e at the stack, by grid subregion"),
    ("mix-direct", "at the stack"),
    ("mix-life-cycle", "by life cycle"),
    ("view-acquisition", "acquisition"),
    ("view-annuity", "annuity"),
    ("view-straight_line", "straight line"),
    ("view-decay", "decay"),
    ("view-rental", "rented on demand"),
    ("view-reserved", "rented, reserved a year"),
    ("view-spot", "rented on the spot market"),
    ("view-energy", "electricity alone"),
    ("in-year", "year"),
    ("never", "never"),
    ("Currency", "Currency"),
    ("Method", "Method"),
    ("Price index", "Price index"),
    ("operate", "Operation"),
    ("train", "A training run"),
    ("serve", "A model in service"),
    ("replica-devices", "Devices of a replica"),
    ("sequences", "Sequences"),
    ("user-rate", "Rate of a user"),
    ("device-rate", "Rate of a device"),
    ("first-token", "First token"),
    ("form-serving", "a model in service: a table of its inputs, such as `users`"),
    ("form-one-pool", "one pool of devices: a replica stands on one kind"),
    ("compare", "Side by side"),
];

/// Words of the sheets.
const SHEET_WORDS: &[(&str, &str)] = &[
    ("form-phases", "`phases`, a list: each with `date`, and `cluster`, all that stands from then on"),
    ("form-months", "a whole number of months"),
    ("form-start", "a run beside it, by `--run` or `--set run.compute=…`"),
    ("form-training", "no service: `train` looks at a training run; use `serve`"),
    ("form-number", "a number"),
    ("form-whole", "a whole number, not negative"),
    ("form-yes", "`true` or `false`"),
    ("form-list", "a list"),
    ("form-table", "a table of texts by key"),
    ("form-two", "two scenarios, in a list"),
    ("form-input", "a numeric input, by path"),
    ("form-cell", "a number or a text"),
    ("form-row", "a table, with a column for each key"),
    ("form-correlated", "a list of tables, each with `between`, the paths of two inputs, and `rank`"),
    ("form-correlation", "two inputs and their rank correlation, such as `site.pue,cluster.load=-0.3`"),
    ("uncertainty", "How sure"),
    ("sensitivity", "What matters most"),
    ("middle", "Median"),
    ("half", "50 % interval"),
    ("ninety", "90 % interval"),
    ("at_low", "At its low"),
    ("at_high", "At its high"),
    ("elasticity", "Elasticity"),
    ("alone", "Variance, alone"),
    ("with_others", "with others"),
    ("days", "Days"),
    ("timeline", "Month by month"),
    ("phases", "Phases"),
    ("months", "Months"),
    ("so_far", "So far"),
    ("run_over_phases", "The run, phase by phase"),
    ("status", "Status"),
    ("status-existing", "stands"),
    ("status-planned", "planned"),
    ("status-reported", "reported plan"),
    ("days_since", "Days since previous"),
    ("month", "Month"),
    ("peak", "Peak FLOP/s"),
    ("sustained", "Model FLOP/s"),
    ("it_power", "IT power, rated"),
    ("facility_peak", "Facility, peak"),
    ("facility_average", "Facility, average"),
    ("energy", "Energy in the month"),
    ("emitted", "Carbon in the month"),
    ("compute_so_far", "Σ model FLOP"),
    ("energy_so_far", "Σ energy"),
    ("emitted_so_far", "Σ operational carbon"),
    ("embodied_so_far", "Σ embodied, devices"),
    ("built_so_far", "Σ embodied, servers and building"),
    ("onsite_so_far", "Σ water on site"),
    ("upstream_so_far", "Σ water upstream"),
    ("running_so_far", "Σ running cost"),
    ("annuity_so_far", "Σ cost, annuity"),
    ("time", "time"),
    ("done", "done in it"),
    ("whole", "whole run there"),
    ("clusters", "clusters"),
    ("first", "first phase"),
    ("last", "last phase"),
    ("drifts", "What it is worth by the drift of rents"),
    ("rent_from", "rent"),
    ("rent_to", "rent"),
    ("npv", "NPV"),
    ("irr", "IRR"),
    ("payback", "payback"),
    ("discounted_payback", "discounted payback"),
    ("per_year", "per year"),
    ("bill", "Bill of materials"),
    ("hour", "An hour of a device"),
    ("views", "Every view, side by side"),
    ("development", "Development"),
    ("decision", "Rent or buy"),
    ("years", "Cash flow by year"),
    ("offers", "Dated offers"),
    ("lives", "Cost of a device-hour by life of the IT and its value at the end"),
    ("cost", "What it costs"),
    ("line", "Line"),
    ("capex", "Capex"),
    ("share", "Share"),
    ("per_device", "per device"),
    ("per_it_watt", "per IT watt"),
    ("per_facility_watt", "per facility watt"),
    ("part", "Part"),
    ("view", "View"),
    ("total", "Total"),
    ("over_annuity", "× annuity"),
    ("per_device_hour", "per device-hour"),
    ("per_it_power", "per IT kW and month"),
    ("per_petaflop_hour", "per PFLOP/s and hour"),
    ("per_token", "per token"),
    ("counts", "What it counts"),
    ("run", "Run"),
    ("failures", "of it, failures"),
    ("all_compute", "with experiments"),
    ("staff", "staff"),
    ("year", "Year"),
    ("investment", "purchases"),
    ("revenue", "rent of hours sold"),
    ("running", "running"),
    ("sale", "sale"),
    ("net", "cash flow"),
    ("present", "discounted"),
    ("cumulative", "cumulative"),
    ("life", "life (years)"),
    ("residual-0", "left 0 %"),
    ("residual-10", "left 10 %"),
    ("residual-20", "left 20 %"),
    ("residual-30", "left 30 %"),
    ("low", "low"),
    ("high", "high"),
    ("hour-it", "capital of the IT"),
    ("hour-facility", "capital of the facility"),
    ("hour-energy", "electricity"),
    ("hour-colocation", "colocation"),
    ("hour-operations", "staff, support, upkeep"),
    ("hour-maintenance", "maintenance and repair"),
    ("hour-software", "software"),
    ("hour-tax", "tax, insurance, carbon price"),
    ("hour-total", "TCO, per hour installed"),
    ("hour-levelised", "LCOC, per hour delivered"),
    ("hour-sold", "per hour sold"),
    ("counts-acquisition", "all that is bought, at once; no running"),
    ("counts-annuity", "capital with interest over its life, running"),
    ("counts-straight_line", "capital evenly over its life, running"),
    ("counts-decay", "value lost to better hardware, running"),
    ("counts-rental", "the market's price, all in it"),
    ("counts-energy", "the electricity bill"),
    ("price-performance", "What a dollar buys"),
    ("rent-drift", "Rents on demand"),
    ("gflops_per_dollar", "GFLOP/s per dollar"),
    ("from", "from"),
    ("to", "to"),
    ("by_year", "change a year"),
    ("form-part", "one part in CSV, such as `--part years`: each has columns of its own"),
    ("provider", "provider"),
    ("term", "term"),
    ("rent", "rent"),
    (
        "form-goal",
        "a figure, a relation and an amount with its unit, such as `duration <= 90 d` or `power.facility.peak = 150 MW`",
    ),
    ("form-one-value", "one value rather than a range"),
    ("form-range", "a range with two ends, such as `1000..20000`"),
    ("form-tied", "a value other than zero, whose ratio can be kept; set one first"),
    ("form-tied-once", "another input than the one that is solved for, named once"),
    ("form-once", "one grid for it, not two"),
    ("form-over", "at least one grid, such as `site.pue=1.1..1.5 by 0.1`"),
    ("form-of", "at least one figure, by path"),
    ("form-two-sides", "two sides, where a chart shows why they differ; without a chart there may be more"),
    (
        "form-frontier",
        "two figures or more, such as `least:cost.annuity.total` and `most:throughput.sustained`",
    ),
    ("solve", "What it takes"),
    ("answer", "Answer"),
    ("side-least", "at least"),
    ("side-greatest", "at most"),
    ("side-at", "at"),
    ("side-nearest", "nearest, the figure steps over the goal"),
    ("side-limit", "the end of what can be calculated"),
    ("at-present", "At present"),
    ("tied", "Moves along in its ratio"),
    ("met", "Met"),
    ("up-to", "up to"),
    ("from-on", "from"),
    ("without-effect", "Differs without effect on it"),
    ("met-everywhere", "Every value meets it."),
    ("searched", "Searched"),
    (
        "compute-optimal",
        "Compute-optimal, by the scaling law: {parameters} parameters on {tokens} tokens, loss {loss}.",
    ),
    ("loss-reached", "This run: loss {loss}, at {ratio} tokens a parameter."),
    ("why", "Why"),
    ("cause", "Cause"),
    ("adds", "adds"),
    ("cause-pools", "The pools of devices"),
    ("cause-pool", "A pool of {device}"),
    ("cause-order", "Which pool stands first: work is timed on it"),
    ("cause-supply", "The sources of electricity"),
    ("cause-size", "How many devices: as published, or by power and money"),
    ("cause-model", "The model, its tokens or compute"),
    ("cause-task", "What runs on it"),
    ("cause-layout", "How the run is cut over the devices"),
    ("cause-rest", "What is no input"),
    ("cause-together", "All inputs that differ: what lies between cannot be calculated"),
    ("sweep", "A sweep"),
    ("cells-failed", "without a result or a figure, such as"),
    ("cells-without", "cells without a result or a figure; the last column says why"),
    ("cells-best", "cells that no other beats, of"),
    ("cells-more", "more cells; `--format csv` has all"),
];

/// Words that stand in charts alone.
const CHART_WORDS: &[(&str, &str)] = &[
    ("source", "Source"),
    ("foot-edition", "catalogue edition"),
    ("foot-ranges", "ranges hold 90 %"),
    ("foot-medians", "inputs at their medians"),
    ("foot-fan", "the bands hold 50 % and 90 %"),
    ("foot-spreads", "bars hold 50 %, lines 90 %"),
    ("foot-draws", "from the 1st to the 99th percentile"),
    ("foot-frontier", "on the line: bettered by none in both; crosses: bettered"),
    ("more-rows", "and # more in the table"),
    ("column-name", "Name"),
    ("column-low", "Low (5th percentile)"),
    ("column-high", "High (95th percentile)"),
    ("column-from", "From"),
    ("column-to", "To"),
    ("column-share", "Share"),
    ("column-step", "Step"),
    ("column-amount", "Amount"),
    ("column-input_range", "Its range"),
    ("column-at_low", "Where it is low"),
    ("column-at_high", "Where it is high"),
    ("column-p5", "5th percentile"),
    ("column-p25", "25th percentile"),
    ("column-p50", "Median"),
    ("column-p75", "75th percentile"),
    ("column-p95", "95th percentile"),
    ("percentile-95", "95th percentile"),
    ("percentile-5", "5th percentile"),
    ("half-between", "Half lie in the inner band"),
    ("column-frontier", "Frontier"),
    ("on-frontier", "on the frontier"),
    ("bettered", "bettered"),
    ("column-term", "Term"),
    ("column-shown", "Value"),
    ("column-shown_range", "90 % range"),
    ("column-about", "Range, path"),
    ("column-level", "Level"),
    ("again", "opened elsewhere"),
    ("folded", "further down: #"),
    ("feeds", "Feeds"),
    ("percent", " %"),
    ("others", "others"),
    ("beside", "# and ~, side by side"),
    (
        "compare-log",
        "Marks are the figures with inputs at their medians, lines hold 90 %. The scales are logarithmic: equal steps multiply.",
    ),
    ("compare-linear", "Bars are the figures with inputs at their medians, lines hold 90 %."),
    ("sure", "#: how sure each figure is"),
    (
        "sure-note",
        "From the 5th to the 95th percentile, by the figure with inputs at their medians, on a logarithmic scale.",
    ),
    ("times-median", "Times the figure"),
    ("spreads-note", "Every input in doubt was drawn; each figure by its median, on a logarithmic scale."),
    ("spreads-sides", "Every input in doubt was drawn, at the same points on all sides."),
    ("share-of-draws", "Share of the draws"),
    ("swept-log", "On logarithmic scales, equal steps multiply."),
    ("grows", "#, month by month"),
    ("grows-note", "Phases by the month in which they come to stand. Dashed lines hold 90 %."),
    ("added-up", "#, added up"),
    ("bill-of", "#: what is bought"),
    ("bill-note", "Capital cost, part by part; each part also by its share."),
    ("hour-of", "#: what an hour of a device costs"),
    (
        "hour-note",
        "The owner’s cost by the annuity, for each device-hour installed; each part also by its share.",
    ),
    ("views-of", "#: one cost, every view"),
    ("views-note", "What is counted differs, not what is owned. Lines hold 90 %."),
    ("bill-chips", "chips"),
    ("bill-hosts", "hosts"),
    ("bill-storage", "storage"),
    ("bill-installation", "installation"),
    ("bill-network", "network"),
    ("bill-building", "building and its plant"),
    ("bill-site-power", "power plant on site"),
    ("bill-contingency", "contingency"),
    ("input-low", "where the input is low"),
    ("input-high", "where it is high"),
    ("file-exists", "the file is there already; `--force` writes over it"),
    ("form-something", "at least one to draw; leave the chart out where nothing is known"),
    ("form-finite", "finite numbers; leave out what is not known"),
    ("form-positive", "numbers above zero on a logarithmic scale; take a linear one"),
    ("form-spread", "draws that differ; a figure without doubt has no histogram"),
    ("form-sum", "steps that sum to the end"),
    ("month-1", "Jan"),
    ("month-2", "Feb"),
    ("month-3", "Mar"),
    ("month-4", "Apr"),
    ("month-5", "May"),
    ("month-6", "Jun"),
    ("month-7", "Jul"),
    ("month-8", "Aug"),
    ("month-9", "Sep"),
    ("month-10", "Oct"),
    ("month-11", "Nov"),
    ("month-12", "Dec"),
    ("column-input", "Input"),
    ("column-value", "Value"),
    ("column-month", "Month"),
];
