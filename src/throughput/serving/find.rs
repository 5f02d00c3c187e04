//! Which layout and batch keep the promises, and give most.

use super::{Served, ServingEfficiency, Setting};
use crate::cluster::Pool;
use crate::quantities::*;
use crate::workload::{Parts, ServingLoad, Shape};

/// A layout that was tried, and what a replica gives in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Pipeline stages.
    pub pipeline: f64,
    /// Tensor-parallel degree.
    pub tensor: f64,
    /// Sequences of a replica.
    pub batch: f64,
    /// What a replica gives.
    pub served: Served,
}

/// A search over layouts and batches of a service.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    model: &'a Shape,
    parts: Parts,
    pool: &'a Pool,
    reached: &'a ServingEfficiency,
    load: ServingLoad,
    most_devices: f64,
}

/// Halvings of the batch between what keeps the promises and what does not: to within a ten-thousandth.
const HALVINGS: u32 = 24;

impl<'a> Search<'a> {
    /// The search of a service, on at most so many devices.
    #[must_use]
    pub fn of(setting: &Setting<'a>, most_devices: f64) -> Self {
        let Setting { model, parts, load, pool, reached } = *setting;
        let mut search = Self { model, parts, pool, reached, load: load.clone(), most_devices };
        search.deepen();
        search
    }

    /// The degrees of tensor parallelism that the heads, a scale-up domain and the devices allow; the given one alone, where
    /// it is given.
    #[must_use]
    pub fn degrees(&self) -> Vec<f64> {
        if let Some(given) = self.load.tensor.filter(|_| self.load.is_given("tensor")) {
            return vec![given];
        }
        let most = self
            .pool
            .scale_up_devices()
            .unwrap_or(1.0)
            .min(self.most_devices / self.load.pipeline.unwrap_or(1.0));
        let powers = core::iter::successors(Some(1.0), |power| Some(power * 2.0));
        powers.take_while(|power| *power <= most && self.model.heads % power == 0.0).collect()
    }

    /// A replica of this degree and batch.
    #[must_use]
    pub fn at(&mut self, tensor: f64, batch: f64) -> Option<Found> {
        self.load.tensor = Some(tensor);
        if !self.load.is_given("expert") {
            self.load.expert = Some(tensor);
        }
        self.load.batch = Some(batch);
        let Self { model, parts, pool, reached, ref load, .. } = *self;
        let served = Served::of(&Setting { model, parts, load, pool, reached })?;
        Some(Found { pipeline: self.load.pipeline?, tensor, batch, served })
    }

    /// Whether a replica keeps what was promised.
    fn keeps(&self, found: &Found) -> bool {
        let pace = &found.served.pace;
        pace.user >= self.load.user_rate && self.load.first_token.is_none_or(|most| pace.first_token <= most)
    }

    /// The largest batch of a degree that memory holds and the promises allow; `None` where not even one sequence is.
    #[must_use]
    pub fn largest(&mut self, tensor: f64) -> Option<Found> {
        let one = self.at(tensor, 1.0)?;
        let most = f64::floor(one.served.replica.most);
        if most < 1.0 || !self.keeps(&one) {
            return None;
        }
        let all = self.at(tensor, most)?;
        if self.keeps(&all) {
            return Some(all);
        }
        let (mut kept, mut broken) = (one, most);
        for _ in 0..HALVINGS {
            let middle = f64::floor((kept.batch + broken) / 2.0);
            if middle <= kept.batch {
                break;
            }
            let tried = self.at(tensor, middle)?;
            if self.keeps(&tried) { kept = tried } else { broken = middle }
        }
        Some(kept)
    }

    /// Takes the fewest pipeline stages that the memory of the devices allows, unless they are given: powers of two.
    fn deepen(&mut self) {
        if self.load.is_given("pipeline") {
            return;
        }
        let powers = core::iter::successors(Some(1.0), |power| Some(power * 2.0));
        for stages in powers.take_while(|stages| *stages <= self.model.layers) {
            self.load.pipeline = Some(stages);
            if self.nearest().is_some() {
                return;
            }
        }
        self.load.pipeline = Some(1.0);
    }

    /// The layout and batch that give most by device; of a given batch, the layout alone.
    #[must_use]
    pub fn best(&mut self) -> Option<Found> {
        let given = self.load.batch.filter(|_| self.load.is_given("batch"));
        let found = self.degrees().into_iter().filter_map(|tensor| match given {
            Some(batch) => self.at(tensor, batch).filter(|found| found.served.replica.most >= batch),
            None => self.largest(tensor),
        });
        found.max_by(|a, b| a.served.pace.device.base().total_cmp(&b.served.pace.device.base()))
    }

    /// The replica that comes nearest to the promises: one sequence, on the degree that answers it soonest.
    #[must_use]
    pub fn nearest(&mut self) -> Option<Found> {
        let fits = |found: &Found| found.served.replica.most >= 1.0;
        let alone = self.degrees().into_iter().filter_map(|tensor| self.at(tensor, 1.0));
        alone.filter(fits).max_by(|a, b| a.served.pace.user.base().total_cmp(&b.served.pace.user.base()))
    }

    /// The frontier between the rate of a user and that of a device: of every degree and of batches that double, those that
    /// no other beats in both, from the fastest for a user on.
    #[must_use]
    pub fn frontier(&mut self) -> Vec<Found> {
        let mut tried = Vec::new();
        for tensor in self.degrees() {
            let Some(one) = self.at(tensor, 1.0) else { continue };
            let most = f64::floor(one.served.replica.most);
            let doubled = core::iter::successors(Some(1.0), |batch| Some(batch * 2.0));
            let batches = doubled.take_while(|batch| *batch < most).chain([most]);
            tried.extend(batches.filter(|batch| *batch >= 1.0).filter_map(|batch| self.at(tensor, batch)));
        }
        tried.sort_by(|a, b| b.served.pace.user.base().total_cmp(&a.served.pace.user.base()));
        let mut best = f64::NEG_INFINITY;
        tried.retain(|found| {
            let rate = found.served.pace.device.base();
            let leads = rate > best;
            best = best.max(rate);
            leads
        });
        tried
    }
}
