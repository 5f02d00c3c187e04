//! What a row measured of serving, predicted from its model, devices, batch, precision and task alone.

use super::case::Reason;
use super::judge::Prediction;
use super::reading::{Row, accelerator, number, precision, squeezed};
use crate::catalogue::{MODELS, ModelRow, Precision, find};
use crate::cluster::{Cluster, Draws, Pool, Site};
use crate::power::DeviceDraw;
use crate::power::work::{AtWork, MixOf, WorkDraw};
use crate::quantities::units::{devices, terabytes};
use crate::quantities::{Information, Measure};
use crate::throughput::serving::calibrated::{COEFFICIENTS, DOUBTS, Doubts};
use crate::throughput::serving::coefficients::Coefficients;
use crate::throughput::serving::{Served, ServingEfficiency, Setting, draws_of, is_measured};
use crate::throughput::{Doubt, PoolCount};
use crate::workload::{Model, Parts, ServingLoad, Shape, WeightFormat};

/// A task of the ML.ENERGY Benchmark: its name, its class, the tokens of an answer, and those of a prompt.
type Task = (&'static str, ServingClass, f64, fn(&Coefficients) -> f64);

/// The tasks. Answers of text conversation and of problems: means over the benchmark's models, as its authors state them
/// (717 and 6,988 tokens; ML.ENERGY, "Diagnosing Inference Energy Consumption", 2025). Answers of the others are assumed, and
/// prompts fitted: the rows state no lengths.
const TASKS: [Task; 5] = [
    ("lm-arena-chat", ServingClass::Text, 717.0, |fitted| fitted.chat),
    ("gpqa", ServingClass::Long, 6_988.0, |fitted| fitted.reasoning),
    ("sourcegraph-fim", ServingClass::Text, 300.0, |fitted| fitted.filling),
    ("image-chat", ServingClass::Image, 500.0, |fitted| fitted.image),
    ("video-chat", ServingClass::Video, 400.0, |fitted| fitted.video),
];

/// Models of another name than that of their shape in the catalogue.
const SHAPES: [(&str, &str); 1] = [("qwen3coder30ba3b", "qwen3-30b-a3b")];

/// More memory than any device has.
const BOUNDLESS: Information = terabytes(1e3);

/// How sure a prediction is, by what it is a prediction of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServingClass {
    /// Text with answers of a few hundred tokens.
    Text,
    /// Answers of thousands of tokens.
    Long,
    /// Prompts with an image.
    Image,
    /// Prompts with a video.
    Video,
    /// Any but the first on one device, whose host is often what is slow.
    Alone,
}

impl ServingClass {
    /// Every class.
    pub const ALL: [Self; 5] = [Self::Text, Self::Long, Self::Image, Self::Video, Self::Alone];

    /// What the model misses in this class.
    #[must_use]
    pub const fn doubts(self) -> Doubts {
        let [text, long, image, video, alone] = DOUBTS;
        match self {
            Self::Text => text,
            Self::Long => long,
            Self::Image => image,
            Self::Video => video,
            Self::Alone => alone,
        }
    }
}

/// A service that a row describes.
#[derive(Clone, Debug)]
pub struct ServingCase {
    /// The model as its row names it.
    pub model: String,
    /// The row of the catalogue that has its shape.
    pub shape_of: &'static str,
    /// How sure a prediction of it is.
    pub class: ServingClass,
    /// Whether devices of its kind were measured.
    pub is_measured: bool,
    shape: Shape,
    pool: Pool,
    count: f64,
    precision: Precision,
    weights: WeightFormat,
    batch: f64,
    task: Task,
}

/// What is predicted of a row: tokens a second, watts of all devices, and joules a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ServingPrediction {
    /// Tokens of answers a second.
    pub throughput: f64,
    /// Power of the devices, in watts.
    pub power: f64,
}

impl ServingPrediction {
    /// Joules a token.
    #[must_use]
    pub fn energy(&self) -> f64 {
        self.power / self.throughput
    }
}

impl ServingCase {
    /// The service of a row.
    ///
    /// # Errors
    /// When the row lacks what a prediction needs.
    pub fn of(row: Row) -> Result<Self, Reason> {
        let device = row("gpu").or_else(|| row("accelerator")).ok_or("why-no-accelerator")?;
        let accelerator = accelerator(device).ok_or("why-accelerator")?;
        let model = row("model").ok_or("why-shape")?;
        let (known, shape) = served_model(model).ok_or("why-shape")?;
        let count = number(row, "n").filter(|count| *count >= 1.0).ok_or("why-count")?;
        let batch = number(row, "batch").filter(|batch| *batch > 0.0).ok_or("why-batch")?;
        let name = row("task").unwrap_or_default();
        let task = TASKS.into_iter().find(|(known, ..)| *known == name).ok_or("why-task")?;
        let stated = row("prec").unwrap_or("bf16");
        let weights = weights(stated).ok_or("why-precision")?;
        let precision = if weights == WeightFormat::Mxfp4 {
            Precision::Bf16
        } else {
            precision(stated).ok_or("why-precision")?
        };
        // What ran had its place in memory, whatever the lengths that are assumed here.
        let mut pool = Pool::of(accelerator, count).with_memory(BOUNDLESS);
        pool.at(precision);
        let class = match task.1 {
            ServingClass::Text => ServingClass::Text,
            _ if count <= 1.0 => ServingClass::Alone,
            class => class,
        };
        let is_measured = is_measured(accelerator);
        let (model, shape_of) = (model.to_owned(), known.id);
        Ok(Self { model, shape_of, class, is_measured, shape, pool, count, precision, weights, batch, task })
    }

    fn load(&self, fitted: &Coefficients) -> ServingLoad {
        let (_, _, answer, prompt) = self.task;
        let load = ServingLoad::of(Model::of_shape("measured", self.shape.clone()))
            .with_weights(self.weights)
            .with_prompt(prompt(fitted))
            .with_output(answer)
            .with_tensor(self.count)
            .with_expert(self.count)
            .with_pipeline(1.0)
            .with_batch(self.batch)
            .served_whole();
        load.at(self.precision)
    }

    /// What is predicted by given coefficients.
    ///
    /// # Errors
    /// When something of its devices is not known.
    pub fn predict(&self, fitted: &Coefficients) -> Result<ServingPrediction, Reason> {
        let load = self.load(fitted);
        let none = Doubt { low: 1.0, high: 1.0 };
        let reached = ServingEfficiency::of(fitted, self.precision, none);
        let parts = Parts::of(&self.shape).ok_or("why-shape")?;
        let setting = Setting { model: &self.shape, parts, load: &load, pool: &self.pool, reached: &reached };
        let served = Served::of(&setting).ok_or("why-rates")?;
        let work = self.draw(&served, &load, fitted).ok_or("why-rates")?;
        Ok(ServingPrediction {
            throughput: served.pace.replica_rate.base(),
            power: work.device.base() * self.count,
        })
    }

    fn draw(&self, served: &Served, load: &ServingLoad, fitted: &Coefficients) -> Option<WorkDraw> {
        let mut draws = Draws::published();
        draws.at_service(draws_of(fitted, Doubt { low: 1.0, high: 1.0 }));
        let cluster = Cluster::of("row", vec![], Site::preset("usa").ok()?);
        let service = served.service(load, PoolCount { devices: devices(self.count) })?;
        let mix = AtWork::of_service(served, &service).mix.as_ref().map(MixOf::mix)?;
        let rated = DeviceDraw::of(&self.pool, &draws, &cluster, cluster.site())?;
        WorkDraw::of(&self.pool, &draws, mix, &rated)
    }
}

/// The format of weights that a row names.
fn weights(text: &str) -> Option<WeightFormat> {
    let text = text.to_ascii_lowercase();
    match () {
        () if text.contains("mxfp4") => Some(WeightFormat::Mxfp4),
        () => WeightFormat::ALL.into_iter().find(|format| text.contains(format.name())).or_else(|| {
            precision(&text).filter(|precision| precision.bytes() >= 2.0).map(|_| WeightFormat::Half)
        }),
    }
}

/// The model that a row names: the row of the catalogue whose id its name begins with, behind its publisher's.
fn served_model(name: &str) -> Option<(&'static ModelRow, Shape)> {
    let own = squeezed(name.rsplit('/').next()?);
    let alias = SHAPES.into_iter().find(|(begins, _)| own.starts_with(begins));
    let known = match alias {
        Some((_, id)) => find(MODELS, id).ok()?,
        None => MODELS
            .iter()
            .filter(|row| row.shape.is_some() && own.starts_with(&squeezed(row.id)))
            .max_by_key(|row| squeezed(row.id).len())?,
    };
    Some((known, Shape::of(known.shape.as_ref()?, &known.evidence)))
}

/// Whether a row is one of serving: it states the sequences that ran at once.
pub(super) fn is_of_serving(row: Row) -> bool {
    row("batch").is_some() && row("task").is_some()
}

/// A quantity of a row of serving.
pub(super) fn of_row(row: Row, quantity: &str) -> Result<Prediction, Reason> {
    let case = ServingCase::of(row)?;
    let predicted = case.predict(&COEFFICIENTS)?;
    let doubts = case.class.doubts();
    let (value, Doubt { low, high }) = match quantity {
        "throughput" => (predicted.throughput, doubts.throughput),
        "node_power" => (predicted.power, doubts.power),
        "energy_per_token" => (predicted.energy(), doubts.energy),
        _ => return Err("why-later"),
    };
    Ok(Prediction { value, low: value * low, high: value * high })
}
