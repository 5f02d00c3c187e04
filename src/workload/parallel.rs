//! How a training run is cut over its devices: tensor, pipeline, context, expert and data parallelism.

use crate::error::{Error, Noun};
use crate::provenance::{Evidence, Grade, Known};
use crate::tables::{Choice, Domain, InputVisitor, inputs};

/// The order in which a pipeline works through its microbatches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// One forward, one backward; interleaved where a stage holds several chunks of the model.
    OneForwardOneBackward,
    /// Weight gradients fill the bubble (ZB-H1).
    ZeroBubble,
    /// Two streams from both ends of the pipeline, each device with two chunks (DeepSeek-V3).
    DualPipe,
}

impl Schedule {
    /// Every schedule.
    pub const ALL: [Self; 3] = [Self::OneForwardOneBackward, Self::ZeroBubble, Self::DualPipe];

    /// Its name, as scenarios write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneForwardOneBackward => "1f1b",
            Self::ZeroBubble => "zero-bubble",
            Self::DualPipe => "dualpipe",
        }
    }
}

/// Degrees of parallelism are whole numbers below a billion.
const DEGREE: Domain = Domain::whole(1.0, 1e9);

inputs! {
    /// How a training run is cut over its devices. Data parallelism takes what the other degrees leave.
    pub struct Parallel [schedule: Schedule] {
        /// Tensor-parallel degree.
        tensor, with_tensor: f64, "", DEGREE;
        /// Pipeline stages.
        pipeline, with_pipeline: f64, "", DEGREE;
        /// Context-parallel degree.
        context, with_context: f64, "", DEGREE;
        /// Expert-parallel degree.
        expert, with_expert: f64, "", DEGREE;
        /// Tensor-parallel degree of the experts.
        expert_tensor, with_expert_tensor: f64, "", DEGREE;
        /// Sequences in a microbatch.
        microbatch, with_microbatch: f64, "", DEGREE;
        /// Chunks of the model on a pipeline stage.
        /// More than one interleaves the stages.
        interleave, with_interleave: f64, "", DEGREE;
        /// ZeRO stage.
        /// What data parallelism shards: nothing (0), the optimizer (1), gradients too (2), weights too (3, FSDP).
        zero, with_zero: f64, "", Domain::whole(0.0, 3.0);
        /// Whether norms and dropout are split along the sequence.
        /// One where the devices of a tensor-parallel group share them, zero where each computes all.
        sequence_parallel, with_sequence_parallel: f64, "", Domain::whole(0.0, 1.0);
        /// Load of the busiest expert-parallel device over the average.
        expert_load, with_expert_load: f64, "", Domain::between(1.0, 1e3);
    }
}

static UNCUT: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "not cut, where nothing else is given; the optimizer sharded (ZeRO 1), sequence parallelism with tensor parallelism",
};
static BALANCED: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "tokens spread evenly over the experts" };

/// The choice of a schedule.
static SCHEDULE: Choice = Choice { name: "schedule", label: "Pipeline schedule" };

impl Parallel {
    /// A run that is not cut: one sequence at a time on each device, the optimizer sharded.
    #[must_use]
    pub fn uncut() -> Self {
        let usual = |value: f64| Known::exact(value, &UNCUT);
        let one = usual(1.0);
        Self::from_known(
            Schedule::OneForwardOneBackward,
            one,
            one,
            one,
            one,
            one,
            one,
            one,
            one,
            one,
            Known::exact(1.0, &BALANCED),
        )
    }

    /// The order of its microbatches.
    #[must_use]
    pub const fn schedule(&self) -> Schedule {
        self.schedule
    }

    /// The same in another order.
    #[must_use]
    pub const fn with_schedule(mut self, schedule: Schedule) -> Self {
        self.schedule = schedule;
        self
    }

    /// Whether something of it was given.
    pub(crate) fn is_cut(&self) -> bool {
        Self::INPUTS.iter().any(|input| self.is_given(input.name))
    }

    /// The devices of one replica of the model.
    #[must_use]
    pub fn devices_of_replica(&self) -> f64 {
        self.tensor * self.pipeline * self.context
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        let mark = visitor.enter("layout");
        if let Some(name) = visitor.choice(&SCHEDULE, self.schedule.name()) {
            let found = Schedule::ALL.into_iter().find(|known| known.name() == name.to_ascii_lowercase());
            let names = &mut Schedule::ALL.iter().map(|known| known.name());
            self.schedule = found.ok_or_else(|| Error::unknown(Noun::Value, &name, names))?;
        }
        self.visit_inputs(visitor)?;
        visitor.leave(mark);
        Ok(())
    }
}
