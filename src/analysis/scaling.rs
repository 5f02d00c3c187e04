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

use super::rows::{FigureRow, collected};
use crate::estimate::{Estimate, Stages};
use crate::quantities::units::{flop, tokens};
use crate::quantities::{Compute, Denomination, Tokens, ratio};
use crate::tables::{FigureVisitor, figures, visit_one};
use crate::throughput::WorkDone;
use crate::workload::{TrainingRun, Work};

/// A law of how a loss falls: `E + A/N^α + B/D^β`, in nats by token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Law {
    /// The loss that is left with infinitely many parameters and tokens: `E`.
    pub irreducible: f64,
    /// What few parameters add: `A` and `α`.
    pub parameters: (f64, f64),
    /// What few tokens add: `B` and `β`.
    pub tokens: (f64, f64),
}

/// The law as Besiroglu et al. fitted it again to the data of Hoffmann et al. (table 1): the default.
pub const CORRECTED: Law =
    Law { irreducible: 1.8172, parameters: (482.01, 0.3478), tokens: (2085.43, 0.3658) };
/// The law as Hoffmann et al. published it (equation 10), in the digits of its source that the page rounds (Besiroglu et
/// al., table 1); it contradicts their other two approaches.
pub const PUBLISHED: Law = Law { irreducible: 1.6934, parameters: (406.4, 0.3392), tokens: (410.7, 0.2849) };

/// FLOPs by parameter and token of training, as the law counts them.
const FLOP_PER_PARAMETER_TOKEN: f64 = 6.0;

impl Law {
    /// The loss of a model of so many parameters that is trained on so many tokens.
    #[must_use]
    pub fn loss(&self, parameters: f64, trained: Tokens) -> f64 {
        let term = |(factor, exponent): (f64, f64), count: f64| factor * libm::pow(count, -exponent);
        self.irreducible + term(self.parameters, parameters) + term(self.tokens, ratio(trained, tokens(1.0)))
    }

    /// How the best number of parameters grows with the compute: `a`; that of tokens with the rest of one.
    #[must_use]
    pub fn exponent(&self) -> f64 {
        self.tokens.1 / (self.parameters.1 + self.tokens.1)
    }

    /// The parameters that a compute is best spent on.
    #[must_use]
    pub fn parameters(&self, compute: Compute) -> f64 {
        let ((a, alpha), (b, beta)) = (self.parameters, self.tokens);
        let scale = libm::pow(alpha * a / (beta * b), 1.0 / (alpha + beta));
        scale * libm::pow(ratio(compute, flop(FLOP_PER_PARAMETER_TOKEN)), self.exponent())
    }

    /// The tokens that a compute is best spent on.
    #[must_use]
    pub fn tokens(&self, compute: Compute) -> Tokens {
        tokens(ratio(compute, flop(FLOP_PER_PARAMETER_TOKEN)) / self.parameters(compute))
    }
}

figures! {
    /// What a compute is best spent on, by the corrected law.
    pub struct Optimal of (work: WorkDone = "work") {
        /// Parameters of the compute-optimal model.
        parameters: f64, "" = CORRECTED.parameters(work.compute);
        /// Tokens of the compute-optimal model.
        tokens: Tokens, "token" = CORRECTED.tokens(work.compute);
        /// Loss of the compute-optimal model.
        /// In nats by token, on the data of the law's authors.
        loss: f64, "" = CORRECTED.loss(parameters, tokens);
    }
}

/// The model and the run that a loss is estimated of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trained {
    /// Its parameters: those of a dense model.
    parameters: f64,
    /// The tokens that it is trained on.
    tokens: Tokens,
}

figures! {
    /// The loss that a dense model reaches, by the corrected law.
    pub struct Reached of (run: Trained = "run", optimal: &Optimal = "scaling.optimal") {
        /// Tokens for each parameter.
        tokens_per_parameter: f64, "" = ratio(run.tokens, tokens(run.parameters));
        /// Loss of the run.
        /// In nats by token, on the data of the law's authors.
        loss: f64, "" = CORRECTED.loss(run.parameters, run.tokens);
        /// Loss of the run above that of the compute-optimal model.
        excess: f64, "" = loss - optimal.loss;
    }
}

/// What a compute is best spent on, by the corrected law.
///
/// ```
/// use wattflop::analysis::scaling::optimal;
/// use wattflop::units::flop;
///
/// let chinchilla = optimal(flop(5.88e23)); // 70 billion parameters on 1.4 trillion tokens
/// assert!((chinchilla.parameters / 73e9 - 1.0).abs() < 0.01);
/// ```
#[must_use]
pub fn optimal(compute: Compute) -> Optimal {
    let (parameters, tokens) = (CORRECTED.parameters(compute), CORRECTED.tokens(compute));
    Optimal { parameters, tokens, loss: CORRECTED.loss(parameters, tokens) }
}

/// What the law says of a run: what its compute is best spent on; and its loss, where its model is dense and its
/// parameters and tokens are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaling {
    /// What the compute is best spent on.
    pub optimal: Optimal,
    /// The loss of the run.
    pub reached: Option<Reached>,
}

impl Scaling {
    /// What the law says of a result; `None` where it is not of a run.
    #[must_use]
    pub fn of(estimate: &Estimate) -> Option<Self> {
        Self::of_run(estimate.scenario.task.run()?, &estimate.stages)
    }

    pub(crate) fn of_run(run: &TrainingRun, stages: &Stages) -> Option<Self> {
        let work = stages.work.as_ref()?;
        let optimal = Optimal::of(WorkDone::from(work))?;
        let trained = parameters(run, work).zip(run.tokens());
        let trained = trained.map(|(parameters, tokens)| Trained { parameters, tokens });
        Some(Self { optimal, reached: trained.and_then(|trained| Reached::of(trained, &optimal)) })
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
