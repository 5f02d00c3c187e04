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
use super::range::{Doubtful, doubtful, intervals};
use super::rows::{FigureRow, collected};
use super::uncertainty::doubts::{Moved, Placed};
use super::uncertainty::normal::SCORE_95;
use crate::catalogue::sources::{BESIROGLU_PAPER, CHINCHILLA_PAPER};
use crate::estimate::{Estimate, Stages};
use crate::provenance::{Evidence, Grade, Known, Shape};
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
    note: "table 1: fitted again to the data of Hoffmann et al.; standard errors 124.58 of 482.01 and 1293.23 of 2085.43. The factors move with their exponents (by 0.999 and more): the ranges of figures count that",
};
static PUBLISHED: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&CHINCHILLA_PAPER, &BESIROGLU_PAPER],
    note: "equation 10, in the digits of its source that the page rounds; it contradicts the authors' other two approaches",
};

/// FLOPs of training by parameter and token: Hoffmann et al., section 3.3.
const FLOP_PER_PARAMETER_TOKEN: f64 = 6.0;

/// How far the coefficients are in doubt together: the lower Cholesky factor of the covariance of `ln A`, `ln B`, `ln E`, `α`
/// and `β` over 4,000 bootstraps of the fit, by the authors' method (240 points without the five of the highest losses; Huber
/// loss of `ln L` with δ = 10⁻³) on their data.
///
/// The authors print standard errors and no correlations; those of this factor are 124.5, 1293, 0.0257, 0.0154 and 0.0206, beside
/// their 124.5, 1293, 0.0257, 0.0154 and 0.0206, and 0.020 of `β/(α + β)`, as theirs.
///
/// # References
/// - <https://github.com/epoch-research/analyzing-chinchilla>: `data/svg_extracted_data.csv`, `data_analysis.ipynb`
const DOUBT: [[f64; 5]; 5] = [
    [0.258_13, 0.0, 0.0, 0.0, 0.0],
    [-0.107_56, 0.407_00, 0.0, 0.0, 0.0],
    [0.008_272_3, 0.011_031, 0.002_95, 0.0, 0.0],
    [0.015_387, -0.000_168_58, 0.000_235_65, 0.000_488_24, 0.0],
    [-0.005_387_2, 0.019_871, 0.000_251_89, -0.000_412_59, 0.000_150_33],
];

/// The length of a row: the standard error of its coefficient.
fn norm(row: [f64; 5]) -> f64 {
    f64::sqrt(row.iter().map(|part| part * part).sum())
}

impl Law {
    /// The law as Besiroglu et al. fitted it again to the data of Hoffmann et al. (table 1).
    #[must_use]
    pub fn corrected() -> Self {
        let law = Self::fitted(1.8172, (482.01, 0.3478), (2085.43, 0.3658), &CORRECTED);
        let [factor, token_factor, irreducible, exponent, token_exponent] =
            DOUBT.map(|row| SCORE_95 * norm(row));
        let scale = |value: f64, ln: f64| {
            Known::between(value * libm::exp(-ln), value, value * libm::exp(ln), Shape::Lognormal, &CORRECTED)
        };
        let power =
            |value: f64, far: f64| Known::between(value - far, value, value + far, Shape::Normal, &CORRECTED);
        Self::from_known(
            scale(law.irreducible, irreducible),
            scale(law.parameter_factor, factor),
            power(law.parameter_exponent, exponent),
            scale(law.token_factor, token_factor),
            power(law.token_exponent, token_exponent),
            Known::exact(law.flop, &CORRECTED),
        )
    }

    /// The law so many standard deviations along a direction in which its doubt is independent of that in the others.
    fn along(&self, direction: usize, deviations: f64) -> Self {
        let [factor, token_factor, irreducible, exponent, token_exponent] =
            DOUBT.map(|row| deviations * row.get(direction).copied().unwrap_or_default());
        Self {
            irreducible: self.irreducible * libm::exp(irreducible),
            parameter_factor: self.parameter_factor * libm::exp(factor),
            parameter_exponent: self.parameter_exponent + exponent,
            token_factor: self.token_factor * libm::exp(token_factor),
            token_exponent: self.token_exponent + token_exponent,
            ..self.clone()
        }
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
        Self::by(Law::corrected(), run, stages.work.as_ref()?)
    }

    /// What a law says of a run.
    fn by(law: Law, run: &TrainingRun, work: &Work) -> Option<Self> {
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

    /// What the law says of a result, each figure with its range: by the doubt in the law and by that in what the result is
    /// computed from, in closed form as that of other figures. Nothing, where the result is not of a run.
    #[must_use]
    pub fn ranged(estimate: &Estimate) -> Vec<FigureRow> {
        let rows = Self::of(estimate).map_or_else(Vec::new, |scaling| scaling.rows());
        let ranges = intervals(&rows, Self::ends(estimate));
        rows.into_iter().zip(ranges).map(|(row, range)| FigureRow { range, ..row }).collect()
    }

    /// The values of its figures where one doubt after another is at its low and at its high end.
    fn ends(estimate: &Estimate) -> Vec<[Vec<f64>; 2]> {
        let values = |scaling: Self| scaling.rows().iter().map(|row| row.value).collect::<Vec<_>>();
        let (run, work) = (estimate.scenario.task.run(), estimate.stages.work.as_ref());
        let law = Law::corrected();
        let of_law = (0..DOUBT.len()).filter_map(|direction| {
            let end = |far: f64| Self::by(law.along(direction, far), run?, work?).map(values);
            Some([end(-SCORE_95)?, end(SCORE_95)?])
        });
        let mut moved = Moved::of(&estimate.scenario);
        let of_inputs = doubtful(&estimate.scenario).into_iter().filter_map(|Doubtful { centre, ends }| {
            let mut end = |end: Vec<Placed>| {
                let stages = moved.at(&end).ok()?;
                Self::of_run(moved.scenario().task.run()?, &stages).map(values)
            };
            let at = ends.map(&mut end);
            moved.put(&centre);
            let [low, high] = at;
            Some([low?, high?])
        });
        of_law.chain(of_inputs).collect()
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
