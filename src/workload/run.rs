//! What is run: a training run, or a year of operation.

use super::model::Model;
use super::parallel::Parallel;
use crate::catalogue::{ModelRow, Precision};
use crate::error::Error;
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::*;
use crate::tables::{Belief, Choice, Domain, InputVisitor, inputs};

/// Which tokens attention is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionCount {
    /// The causal half: each token attends to those before it. What is computed.
    Causal,
    /// All of the sequence: the convention of Korthikanti (2022), PaLM and others.
    Full,
}

inputs! {
    /// A training run: a model, its tokens or its compute, and how well it runs.
    pub struct TrainingRun [model: Model, layout: Parallel, precision: Option<Precision>] {
        /// Tokens trained on.
        tokens, with_tokens: Option<Tokens>, "", Domain::POSITIVE;
        /// Compute of the run.
        compute, with_compute: Option<Compute>, "FLOP", Domain::POSITIVE;
        /// Length of the training sequences, in tokens.
        sequence, with_sequence: f64, "", Domain::whole(1.0, 1e9);
        /// Sequences in a global batch.
        /// Where it is known, a step is timed operator by operator; else the MFU of published runs stands in.
        batch, with_batch: Option<f64>, "", Domain::whole(1.0, 1e12);
        /// Year of the software.
        /// What kernels and overlap were like in it; later software runs the same model faster.
        software_year, with_software_year: f64, "", Domain::between(2018.0, 2030.0);
        /// Whether attention is fused.
        /// One for FlashAttention and its kin, which keep scores on the chip and skip what lies in the future; else zero.
        fused_attention, with_fused_attention: f64, "", Domain::whole(0.0, 1.0);
        /// Whether every token reaches its experts.
        /// Zero where those beyond an expert's capacity are dropped: all shapes are then known before, and nothing waits for
        /// the host.
        dropless, with_dropless: f64, "", Domain::whole(0.0, 1.0);
        /// Bytes of a number in matrix products.
        /// They follow from the precision.
        operand_bytes, with_operand_bytes: f64, "", Domain::between(0.25, 8.0);
        /// Share of the sequence that a token attends to, on average.
        /// One half where the causal half is counted, one where all of it is.
        attended, with_attended: f64, "", Domain::between(0.0, 1.0);
        /// Share of the layers computed again in the backward pass.
        /// One under full recomputation. It adds to the hardware's FLOPs, not to the model's.
        recomputed_layers, with_recomputed_layers: f64, "", Domain::SHARE;
        /// Share of scores and values computed again in the backward pass.
        /// One under selective recomputation.
        recomputed_attention, with_recomputed_attention: f64, "", Domain::SHARE;
        /// Model FLOP utilisation, averaged over the run.
        mfu, with_mfu: Option<Mfu>, "", Domain::between(1e-6, 1.0);
        /// Share of the time that counts.
        /// One where the MFU is averaged over the whole run and already holds the time lost. Where a step is timed, it is what is
        /// expected of one job over the whole cluster, unless it is given.
        goodput, with_goodput: Option<Goodput>, "", Domain::between(1e-6, 1.0);
    }
}

inputs! {
    /// A time of operation.
    pub struct Operation [precision: Option<Precision>] {
        /// Period of operation.
        duration, with_duration: Time, "h", Domain::POSITIVE;
        /// Model FLOP utilisation, were it to train.
        mfu, with_mfu: Option<Mfu>, "", Domain::between(1e-6, 1.0);
    }
}

static CONVENTION: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "convention: a year of 8,760 hours; causal attention counts half of the sequence; nothing is computed again",
};
static WHOLE_RUN: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "the MFU is averaged over whole runs, and already holds the time lost",
};
static SEQUENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "4,096 tokens, or the model's context where that is shorter",
};

static OF_PRECISION: Evidence =
    Evidence { grade: Grade::Specified, sources: &[], note: "the width of the precision's format" };
static SOFTWARE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "software of the last year or two" };
/// The year of the software, where nothing is said of it.
const SOFTWARE_YEAR: Known<f64> = Known::between(2024.0, 2025.0, 2026.0, Shape::Uniform, &SOFTWARE);

/// The choice of a precision.
static PRECISION: Choice = Choice { name: "precision", label: "Precision" };

impl TrainingRun {
    /// A run of a model: its published tokens and compute, where the catalogue has them.
    #[must_use]
    pub fn of(model: Model) -> Self {
        let row = model.row();
        let tokens = row.and_then(|row| row.tokens.map(|tokens| Known::exact(tokens, &row.evidence)));
        let compute = row.and_then(|row| Some(estimated(row.compute?, row.compute_evidence?)));
        Self::from_known(
            model,
            Parallel::uncut(),
            None,
            tokens,
            compute,
            sequence(row),
            None::<Known<f64>>,
            SOFTWARE_YEAR,
            Known::exact(1.0, &SOFTWARE),
            Known::exact(1.0, &SOFTWARE),
            Known::exact(Precision::Bf16.bytes(), &OF_PRECISION),
            Known::exact(0.5, &CONVENTION),
            Known::exact(0.0, &CONVENTION),
            Known::exact(0.0, &CONVENTION),
            None::<Known<Mfu>>,
            Known::exact(Goodput::new(1.0), &WHOLE_RUN),
        )
    }

    /// A run of which only the compute is known.
    #[must_use]
    pub fn of_compute(name: &str, compute: Compute) -> Self {
        Self::of(Model::unknown(name)).with_compute(compute)
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

    /// How it is cut over its devices.
    #[must_use]
    pub const fn layout(&self) -> &Parallel {
        &self.layout
    }

    /// The same, cut otherwise.
    #[must_use]
    pub fn with_layout(mut self, layout: Parallel) -> Self {
        self.layout = layout;
        self
    }

    /// The precision of its matrix products; `None` for the usual one of the devices.
    #[must_use]
    pub const fn precision(&self) -> Option<Precision> {
        self.precision
    }

    /// The same at another precision.
    #[must_use]
    pub fn with_precision(mut self, precision: Precision) -> Self {
        self.take_precision(precision);
        self
    }

    fn take_precision(&mut self, precision: Precision) {
        self.precision = Some(precision);
        if !self.is_given("operand_bytes") {
            self.operand_bytes = precision.bytes();
            self.know("operand_bytes", &Known::exact(precision.bytes(), &OF_PRECISION));
        }
    }

    /// Takes what follows from its choices: the precision, and the MFU that is known of such devices, unless one was
    /// given. A step that is timed does not hold the time lost, which is left to what is expected of the cluster.
    pub(crate) fn resolve(&mut self, precision: Precision, known: Option<&Known<Mfu>>) {
        self.take_precision(precision);
        if !self.is_given("mfu") {
            self.mfu = known.map(|known| known.value);
            known.iter().for_each(|known| self.know("mfu", known));
        }
        if self.is_timed() && !self.is_given("goodput") {
            self.goodput = None;
            self.believe("goodput", Belief::none());
        }
    }

    /// The same with attention counted so.
    #[must_use]
    pub fn with_attention_count(self, count: AttentionCount) -> Self {
        self.with_attended(match count {
            AttentionCount::Causal => 0.5,
            AttentionCount::Full => 1.0,
        })
    }

    /// Whether its step can be timed: its batch is known, and no MFU is given.
    pub(crate) fn is_timed(&self) -> bool {
        self.batch.is_some() && !self.is_given("mfu") && self.model.shape().is_some()
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        self.model.visit(visitor)?;
        let mark = visitor.enter("run");
        choose_precision(&mut self.precision, visitor)?;
        self.visit_inputs(visitor)?;
        visitor.leave(mark);
        self.layout.visit(visitor)
    }

    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.model.check_all()?;
        self.layout.check_at(&|| "layout".to_owned())?;
        self.check_at(&|| "run".to_owned())
    }
}

impl Operation {
    /// A year of 8,760 hours.
    #[must_use]
    pub fn year() -> Self {
        Self::from_known(None, Known::exact(units::years(1.0), &CONVENTION), None::<Known<Mfu>>)
    }

    /// The precision its FLOP/s are counted in; `None` for the usual one of the devices.
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

    /// Takes what follows from its choices: the precision, and the MFU that is known of such devices, unless one was
    /// given.
    pub(crate) fn resolve(&mut self, precision: Precision, known: Option<&Known<Mfu>>) {
        self.precision = Some(precision);
        if !self.is_given("mfu") {
            self.mfu = known.map(|known| known.value);
            known.iter().for_each(|known| self.know("mfu", known));
        }
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        let mark = visitor.enter("operation");
        choose_precision(&mut self.precision, visitor)?;
        self.visit_inputs(visitor)?;
        visitor.leave(mark);
        Ok(())
    }

    pub(crate) fn check_all(&self) -> Result<(), Error> {
        self.check_at(&|| "operation".to_owned())
    }
}

/// The length of the training sequences: the model's whole context where that is short, as it was for early models.
fn sequence(row: Option<&'static ModelRow>) -> Known<f64> {
    const USUAL: f64 = 4_096.0;
    let short = row.and_then(|row| Some((f64::from(row.context?), &row.evidence)));
    match short.filter(|(context, _)| *context < USUAL) {
        Some((context, evidence)) => Known::exact(context, evidence),
        None => Known::exact(USUAL, &SEQUENCE),
    }
}

/// How far an estimate of others spreads, and a published figure not at all.
fn estimated(compute: Compute, evidence: &'static Evidence) -> Known<Compute> {
    /// Assumed: a factor of three either way. Estimates of one run by different people differ by about as much.
    const SPREAD: f64 = 3.0;
    if evidence.grade < Grade::Estimated {
        return Known::exact(compute, evidence);
    }
    Known::between(compute / SPREAD, compute, compute * SPREAD, Shape::Lognormal, evidence)
}

pub(super) fn choose_precision(
    precision: &mut Option<Precision>,
    visitor: &mut dyn InputVisitor,
) -> Result<(), Error> {
    let Some(name) = visitor.choice(&PRECISION, precision.unwrap_or(Precision::Bf16).name()) else {
        return Ok(());
    };
    let found = Precision::ALL.into_iter().find(|known| known.name() == name.to_ascii_lowercase());
    let found = found.ok_or_else(|| {
        Error::unknown(crate::error::Noun::Value, &name, &mut Precision::ALL.iter().map(|known| known.name()))
    })?;
    *precision = Some(found);
    Ok(())
}
