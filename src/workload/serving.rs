//! What is served: a model, what it is asked, how soon it has to answer, and how it is cut over its devices.

use super::model::Model;
use super::run::choose_precision;
use crate::catalogue::{Precision, sources};
use crate::error::{Error, Noun};
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::units::{tokens_per_second, years};
use crate::quantities::*;
use crate::tables::{Choice, Domain, InputVisitor, inputs};

/// Lengths in tokens.
const LENGTH: Domain = Domain::whole(1.0, 1e9);
/// Degrees of parallelism are whole numbers below a billion.
const DEGREE: Domain = Domain::whole(1.0, 1e9);

inputs! {
    /// A model in service: its requests, its promises, and how each replica of it runs.
    ///
    /// Lengths are averages over requests. A replica holds the model once, on `max(tensor, expert) · pipeline` devices;
    /// what the cluster holds beyond one is data parallel.
    pub struct ServingLoad [model: Model, precision: Option<Precision>, weights: Option<WeightFormat>] {
        /// Tokens of a prompt.
        prompt, with_prompt: f64, "", LENGTH;
        /// Tokens of an answer.
        output, with_output: f64, "", LENGTH;
        /// Share of a prompt that the prefix cache holds.
        cached, with_cached: Share, "", Domain::between(0.0, 0.999);
        /// Requests, at the peak of demand.
        /// Where neither these nor users are given, as many as the devices can answer.
        requests, with_requests: Option<Frequency>, "1/s", Domain::POSITIVE;
        /// Users who are answered at once, at the peak of demand.
        users, with_users: Option<f64>, "", Domain::between(1e-3, 1e15);
        /// Rate that each user is promised.
        /// About three times as fast as most people read.
        user_rate, with_user_rate: TokenRate, "token/s", Domain::between(1e-3, 1e6);
        /// Time to the first token that is promised.
        first_token, with_first_token: Option<Time>, "s", Domain::POSITIVE;
        /// Sequences that a replica works on at once.
        /// The most that its memory holds and its promises allow, where it is not given.
        batch, with_batch: Option<f64>, "", Domain::between(0.1, 1e9);
        /// Tensor-parallel degree.
        /// The one that gives most tokens by device, where it is not given.
        tensor, with_tensor: Option<f64>, "", DEGREE;
        /// Expert-parallel degree.
        /// Devices that the experts of a layer are spread over; groups of tensor parallelism share them. At least the
        /// tensor-parallel degree, where it is not given.
        expert, with_expert: Option<f64>, "", DEGREE;
        /// Pipeline stages.
        /// As few as the memory of the devices allows, where they are not given.
        pipeline, with_pipeline: Option<f64>, "", DEGREE;
        /// Bytes of a weight.
        /// They follow from the format of the weights.
        weight_bytes, with_weight_bytes: f64, "", Domain::between(0.1, 8.0);
        /// Bytes of a number in the cache of keys and values.
        cache_bytes, with_cache_bytes: f64, "", Domain::between(0.1, 8.0);
        /// Share of a device's memory that is neither weights nor cache.
        /// Activations, graphs, fragments.
        reserved, with_reserved: Share, "", Domain::between(0.0, 0.9);
        /// Tokens drafted ahead in a step (speculative decoding).
        drafted, with_drafted: f64, "", Domain::whole(0.0, 64.0);
        /// Share of drafted tokens that are accepted.
        accepted, with_accepted: Share, "", Domain::between(0.0, 0.999);
        /// Time to draft a token, over that of a step.
        draft_time, with_draft_time: Share, "", Domain::between(0.0, 1.0);
        /// Share of the devices set apart for prompts (disaggregated prefill).
        /// None where each replica takes prompts between its answers.
        prefill_devices, with_prefill_devices: Share, "", Domain::between(0.0, 0.99);
        /// Demand of the quietest hour, over the busiest.
        trough, with_trough: Share, "", Domain::between(0.0, 1.0);
        /// Demand of a day of the weekend, over a weekday.
        weekend, with_weekend: Share, "", Domain::between(0.0, 1.0);
        /// Period of service.
        duration, with_duration: Time, "h", Domain::POSITIVE;
    }
}

/// A format that weights are stored in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightFormat {
    /// 16 bit.
    Half,
    /// 8-bit floating point.
    Fp8,
    /// 8-bit integer.
    Int8,
    /// 4-bit floating point, a scale a block of 32 (OCP microscaling).
    Mxfp4,
    /// 4-bit floating point, a scale a block of 16 (NVIDIA).
    Nvfp4,
    /// 4-bit integer, a 16-bit scale a group of 128.
    Int4,
}

impl WeightFormat {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Half, Self::Fp8, Self::Int8, Self::Mxfp4, Self::Nvfp4, Self::Int4];

    /// Its name, as scenarios write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Half => "bf16",
            Self::Fp8 => "fp8",
            Self::Int8 => "int8",
            Self::Mxfp4 => "mxfp4",
            Self::Nvfp4 => "nvfp4",
            Self::Int4 => "int4",
        }
    }

    /// The bytes of one weight, with its share of the scales.
    #[must_use]
    pub const fn bytes(self) -> f64 {
        match self {
            Self::Half => 2.0,
            Self::Fp8 | Self::Int8 => 1.0,
            Self::Mxfp4 => 0.5 + 1.0 / 32.0,
            Self::Nvfp4 => 0.5 + 1.0 / 16.0,
            Self::Int4 => 0.5 + 2.0 / 128.0,
        }
    }

    /// The format that products at a precision read.
    const fn of(precision: Precision) -> Self {
        match precision {
            Precision::Fp8 | Precision::Mxfp8 => Self::Fp8,
            Precision::Int8 => Self::Int8,
            Precision::Fp4 | Precision::Nvfp4 | Precision::Fp6 => Self::Nvfp4,
            _ => Self::Half,
        }
    }
}

/// The choice of a format of weights.
static WEIGHTS: Choice = Choice { name: "weights", label: "Format of the weights" };

static LENGTHS: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&sources::ML_ENERGY_BLOG],
    note: "answers of text conversation: 717 tokens on average over the models of the benchmark; prompts assumed",
};
static PROMISE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "30 tokens a second, some three times as fast as people read",
};
static PLAIN: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "no prefix cache, no drafts, prompts and answers on the same devices; keys and values in 16 bit",
};
static RESERVED: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "a tenth, as servers of models leave by default" };
static SHAPE_OF_DEMAND: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "no published curve of demand was found that speaks for all; a sine over the day",
};
static A_YEAR: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "convention: a year of 8,760 hours" };
static FOUND: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "found: of the layouts that keep the promises, the one that gives most by device, with the largest batch",
};
static OF_FORMAT: Evidence =
    Evidence { grade: Grade::Specified, sources: &[], note: "the width of the format, with its scales" };

/// Tokens of an answer in text conversation, over the models of the ML.ENERGY Benchmark 3.0.
const ANSWER: f64 = 717.0;

impl ServingLoad {
    /// A model in service, asked as people chat, for a year.
    #[must_use]
    pub fn of(model: Model) -> Self {
        let plain = |value: f64| Known::exact(value, &PLAIN);
        let share = |value: f64| Known::exact(Share::new(value), &PLAIN);
        let demand = |low: f64, value: f64, high: f64| {
            let share = Share::new;
            Known::between(share(low), share(value), share(high), Shape::LogitNormal, &SHAPE_OF_DEMAND)
        };
        Self::from_known(
            model,
            None,
            None,
            Known::between(100.0, 500.0, 2_500.0, Shape::Lognormal, &LENGTHS).at_best(Grade::Assumed),
            Known::between(250.0, ANSWER, 2_000.0, Shape::Lognormal, &LENGTHS),
            share(0.0),
            None::<Known<Frequency>>,
            None::<Known<f64>>,
            Known::exact(tokens_per_second(30.0), &PROMISE),
            None::<Known<Time>>,
            None::<Known<f64>>,
            None::<Known<f64>>,
            None::<Known<f64>>,
            None::<Known<f64>>,
            Known::exact(WeightFormat::Half.bytes(), &OF_FORMAT),
            plain(2.0),
            Known::exact(Share::new(0.1), &RESERVED),
            plain(0.0),
            share(0.7),
            share(0.1),
            share(0.0),
            demand(0.2, 0.5, 0.8),
            demand(0.5, 0.8, 0.95),
            Known::exact(years(1.0), &A_YEAR),
        )
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// The same of another model.
    #[must_use]
    pub(crate) fn with_model(mut self, model: Model) -> Self {
        self.model = model;
        self
    }

    /// The precision of its matrix products; `None` for the usual one of the devices.
    #[must_use]
    pub const fn precision(&self) -> Option<Precision> {
        self.precision
    }

    /// The same at another precision.
    #[must_use]
    pub const fn with_precision(mut self, precision: Precision) -> Self {
        self.precision = Some(precision);
        self
    }

    /// The same with weights in another format; products stay at their precision.
    #[must_use]
    pub const fn with_weights(mut self, weights: WeightFormat) -> Self {
        self.weights = Some(weights);
        self
    }

    /// The same at a precision, with what follows from it.
    #[must_use]
    pub(crate) fn at(mut self, precision: Precision) -> Self {
        self.resolve(precision);
        self
    }

    /// The same with devices that are asked for all that they can give, at every hour.
    #[must_use]
    pub fn served_whole(self) -> Self {
        self.with_trough(Share::new(1.0)).with_weekend(Share::new(1.0))
    }

    /// Takes what follows from its choices: the precision, and the bytes of a weight, unless they were given.
    pub(crate) fn resolve(&mut self, precision: Precision) {
        self.precision = Some(precision);
        let format = self.weights.unwrap_or(WeightFormat::of(precision));
        if !self.is_given("weight_bytes") {
            self.weight_bytes = format.bytes();
            self.know("weight_bytes", &Known::exact(format.bytes(), &OF_FORMAT));
        }
    }

    /// Its layout and batch, where all of it is given, so that there is nothing to be found.
    pub(crate) fn laid_out(&self) -> Option<[f64; 3]> {
        let is_given = ["pipeline", "tensor", "batch"].into_iter().all(|name| self.is_given(name));
        Some([self.pipeline?, self.tensor?, self.batch?]).filter(|_| is_given)
    }

    /// Takes the layout and the batch that were found, but for what was given.
    pub(crate) fn take_found(&mut self, [pipeline, tensor, batch]: [f64; 3]) {
        let evidence = &FOUND;
        if !self.is_given("pipeline") {
            self.pipeline = Some(pipeline);
            self.know("pipeline", &Known::exact(pipeline, evidence));
        }
        if !self.is_given("tensor") {
            self.tensor = Some(tensor);
            self.know("tensor", &Known::exact(tensor, evidence));
        }
        if !self.is_given("batch") {
            self.batch = Some(batch);
            self.know("batch", &Known::exact(batch, evidence));
        }
        if !self.is_given("expert") {
            self.expert = self.tensor;
            self.know("expert", &Known::exact(tensor, evidence));
        }
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        self.model.visit(visitor)?;
        let mark = visitor.enter("serving");
        choose_precision(&mut self.precision, visitor)?;
        let current = self.weights.map_or(AS_PRECISION, WeightFormat::name);
        if let Some(name) = visitor.choice(&WEIGHTS, current) {
            self.weights = format_of(&name)?;
        }
        self.visit_inputs(visitor)?;
        visitor.leave(mark);
        Ok(())
    }

    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.model.check_all()?;
        self.check_at(&|| "serving".to_owned())
    }
}

/// The option of weights in the format of the products.
const AS_PRECISION: &str = "as-precision";

fn format_of(name: &str) -> Result<Option<WeightFormat>, Error> {
    let lower = name.to_ascii_lowercase();
    if lower == AS_PRECISION {
        return Ok(None);
    }
    let names = || WeightFormat::ALL.into_iter().map(WeightFormat::name).chain([AS_PRECISION]);
    let found = WeightFormat::ALL.into_iter().find(|format| format.name() == lower);
    found.map(Some).ok_or_else(|| Error::unknown(Noun::Value, name, &mut names()))
}
