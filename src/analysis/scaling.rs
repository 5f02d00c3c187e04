//! How a loss falls with parameters and tokens, and what a compute is best spent on.
//!
//! `L(N, D) = E + A/N^α + B/D^β`, with `C = 6·N·D`: the least loss for a compute is at `N = G·(C/6)^a` and `D = (C/6)^b/G`,
//! where `G = (α·A / β·B)^(1/(α+β))`, `a = β/(α+β)` and `b = α/(α+β)`. It is a law of dense transformers on the data of its
//! authors: losses of other tokenizers and other data are not on its scale, while the best division between parameters and
//! tokens moves little.
//!
//! # References
//! - Hoffmann et al. (2022), "Training Compute-Optimal Large Language Models", arXiv:2203.15556, section 3.3 and appendix D.3
//! - Besiroglu et al. (2024), "Chinchilla Scaling: A replication attempt", arXiv:2404.10102, table 1

use super::inputs::{InputRow, inputs_of};
use super::rows::{FigureRow, collected};
use crate::catalogue::sources::{BESIROGLU_PAPER, CHINCHILLA_PAPER};
use crate::estimate::{Estimate, Stages};
use crate::provenance::{Evidence, Grade, Known};
use crate::quantities::units::{flop, tokens};
use crate::quantities::{Compute, Denomination, Tokens, ratio};
use crate::tables::{Domain, FigureVisitor, figures, inputs, visit_one};
use crate::throughput::WorkDone;
use crate::workload::{TrainingRun, Work};

inputs! {
    /// A law of how a loss falls: `E + A/N^α + B/D^β`, in nats by token.
    pub struct Law {
        /// Loss that is left with infinitely many parameters and tokens.
        irreducible, with_irreducible: f64, "", Domain::NOT_NEGATIVE;
        /// Factor of the parameters' part of the loss.
        parameter_factor, with_parameter_factor: f64, "", Domain::POSITIVE;
        /// Exponent of the parameters' part of the loss.
        parameter_exponent, with_parameter_exponent: f64, "", Domain::POSITIVE;
        /// Factor of the tokens' part of the loss.
        token_factor, with_token_factor: f64, "", Domain::POSITIVE;
        /// Exponent of the tokens' part of the loss.
        token_exponent, with_token_exponent: f64, "", Domain::POSITIVE;
        /// FLOPs of training by parameter and token, as the law counts them.
        flop, with_flop: Compute, "FLOP", Domain::POSITIVE;
    }
}

static CORRECTED: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&BESIROGLU_PAPER, &CHINCHILLA_PAPER],
    note: "table 1: fitted again to the data of Hoffmann et al.; standard errors 124.58 of 482.01 and 1293.23 of 2085.43",
};
static PUBLISHED: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&CHINCHILLA_PAPER, &BESIROGLU_PAPER],
    note: "equation 10, in the digits of its source that the page rounds; it contradicts the authors' other two approaches",
};

/// FLOPs of training by parameter and token: Hoffmann et al., section 3.3.
const FLOP_PER_PARAMETER_TOKEN: f64 = 6.0;

impl Law {
    /// The law as Besiroglu et al. fitted it again to the data of Hoffmann et al. (table 1).
    #[must_use]
    pub fn corrected() -> Self {
        Self::fitted(1.8172, (482.01, 0.3478), (2085.43, 0.3658), &CORRECTED)
    }

    /// The law as Hoffmann et al. published it (equation 10), in the digits of its source that the page rounds (Besiroglu
    /// et al., table 1); it contradicts their other two approaches.
    #[must_use]
    pub fn published() -> Self {
        Self::fitted(1.6934, (406.4, 0.3392), (410.7, 0.2849), &PUBLISHED)
    }

    /// A law by `E`, `(A, α)` and `(B, β)`.
    fn fitted(
        irreducible: f64,
        parameters: (f64, f64),
        tokens: (f64, f64),
        evidence: &'static Evidence,
    ) -> Self {
        let known = |value| Known::exact(value, evidence);
        Self::from_known(
            known(irreducible),
            known(parameters.0),
            known(parameters.1),
            known(tokens.0),
            known(tokens.1),
            Known::exact(flop(FLOP_PER_PARAMETER_TOKEN), evidence),
        )
    }

    /// The loss of a model of so many parameters that is trained on so many tokens.
    #[must_use]
    pub fn loss(&self, parameters: f64, trained: Tokens) -> f64 {
        self.irreducible
            + fallen(self.parameter_factor, parameters, self.parameter_exponent)
            + fallen(self.token_factor, number(trained), self.token_exponent)
    }

    /// What a compute is best spent on; `None` where there is none to spend.
    #[must_use]
    pub fn optimal(&self, compute: Compute) -> Option<Optimal> {
        Optimal::of(self, WorkDone { compute }).filter(|best| best.parameters > 0.0)
    }
}

/// What is left of a factor that falls with a count by a power: `A/N^α`.
#[must_use]
pub fn fallen(factor: f64, count: f64, exponent: f64) -> f64 {
    factor * libm::pow(count, -exponent)
}

/// A number to a power.
#[must_use]
pub fn raised(number: f64, exponent: f64) -> f64 {
    libm::pow(number, exponent)
}

/// How many tokens.
#[must_use]
pub fn number(trained: Tokens) -> f64 {
    ratio(trained, tokens(1.0))
}

figures! {
    /// What a compute is best spent on, by the corrected law.
    pub struct Optimal of (law: &Law = "scaling.law", work: WorkDone = "work") {
        /// Power of the compute by which the best number of parameters grows.
        /// That of tokens grows with what is left of one.
        growth: f64, "" = law.token_exponent / (law.parameter_exponent + law.token_exponent);
        /// Best number of parameters at one FLOP for each parameter and token.
        scale: f64, "" = raised(law.parameter_exponent * law.parameter_factor / (law.token_exponent * law.token_factor), 1.0 / (law.parameter_exponent + law.token_exponent));
        /// Parameters of the compute-optimal model.
        parameters: f64, "" = scale * raised(ratio(work.compute, law.flop), growth);
        /// Tokens of the compute-optimal model.
        tokens: Tokens, "token" = tokens(ratio(work.compute, law.flop) / parameters);
        /// Loss of the compute-optimal model.
        /// In nats by token, on the data of the law's authors.
        loss: f64, "" = law.irreducible + fallen(law.parameter_factor, parameters, law.parameter_exponent) + fallen(law.token_factor, number(tokens), law.token_exponent);
    }
}

/// What of a dense model a loss is estimated by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dense {
    /// Its parameters, of which a token uses all.
    active_parameters: f64,
}

figures! {
    /// The loss that a dense model reaches, by the corrected law.
    pub struct Reached of (law: &Law = "scaling.law", model: Dense = "work|model", run: &TrainingRun = "run", optimal: &Optimal = "scaling.optimal") {
        /// Tokens for each parameter.
        tokens_per_parameter: f64, "" = ratio(run.tokens?, tokens(model.active_parameters));
        /// Loss of the run.
        /// In nats by token, on the data of the law's authors.
        loss: f64, "" = law.irreducible + fallen(law.parameter_factor, model.active_parameters, law.parameter_exponent) + fallen(law.token_factor, number(run.tokens?), law.token_exponent);
        /// Loss of the run above that of the compute-optimal model.
        excess: f64, "" = loss - optimal.loss;
    }
}

/// What a compute is best spent on, by the corrected law; `None` where there is none to spend.
///
/// ```
/// use wattflop::analysis::scaling::optimal;
/// use wattflop::units::flop;
///
/// let chinchilla = optimal(flop(5.88e23)).unwrap(); // 70 billion parameters on 1.4 trillion tokens
/// assert!((chinchilla.parameters / 73e9 - 1.0).abs() < 0.01);
/// ```
#[must_use]
pub fn optimal(compute: Compute) -> Option<Optimal> {
    Law::corrected().optimal(compute)
}

/// What the law says of a run: what its compute is best spent on; and its loss, where its model is dense and its
/// parameters and tokens are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaling {
    /// The law.
    pub law: Law,
    /// What the compute is best spent on.
    pub optimal: Optimal,
    /// The loss of the run.
    pub reached: Option<Reached>,
}

/// Where its figures stand, which are computed only where they are asked for.
pub(crate) const SCALING: &str = "scaling.";

impl Scaling {
    /// What the law says of a result; `None` where it is not of a run.
    #[must_use]
    pub fn of(estimate: &Estimate) -> Option<Self> {
        Self::of_run(estimate.scenario.task.run()?, &estimate.stages)
    }

    pub(crate) fn of_run(run: &TrainingRun, stages: &Stages) -> Option<Self> {
        let (law, work) = (Law::corrected(), stages.work.as_ref()?);
        let optimal = Optimal::of(&law, WorkDone::from(work))?;
        let dense = |active_parameters| Reached::of(&law, Dense { active_parameters }, run, &optimal);
        let reached = parameters(run, work).and_then(dense);
        Some(Self { law, optimal, reached })
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_one("scaling.optimal", Some(&self.optimal), visitor, Optimal::visit);
        visit_one("scaling", self.reached.as_ref(), visitor, Reached::visit);
    }

    /// Its figures, each as sure as a number.
    #[must_use]
    pub fn rows(&self) -> Vec<FigureRow> {
        collected(Denomination::DOLLARS, |visitor| self.visit(visitor))
    }

    /// The coefficients of its law, as formulas name them.
    #[must_use]
    pub fn coefficients(&self) -> Vec<InputRow> {
        inputs_of("scaling.law", |visitor| self.law.clone().visit_inputs(visitor))
    }
}

/// The parameters of a dense model; `None` where only some count for a token, or they are not known.
fn parameters(run: &TrainingRun, work: &Work) -> Option<f64> {
    if let Some(shape) = work.shape() {
        let total = &shape.total;
        return (total.parameters == total.active_parameters).then_some(total.parameters);
    }
    let sizes = run.model().sizes();
    let active = sizes.active_parameters()?;
    sizes.total_parameters().is_none_or(|all| all == active).then_some(active)
}
