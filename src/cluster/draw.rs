//! What devices and servers draw by class of work.

use crate::catalogue::defaults;
use crate::provenance::Known;
use crate::quantities::*;
use crate::tables::{Domain, inputs};

inputs! {
    /// What devices draw by class of work, over the range from idle to their thermal design power, and the servers around
    /// them.
    pub struct Draws {
        /// Draw of matrix products and attention.
        /// Above one where the device would pass its power cap, which then holds it.
        products, with_products: Share, "", Domain::between(0.0, 3.0);
        /// Draw of norms, activations and the optimizer, which memory binds.
        memory, with_memory: Share, "", Domain::between(0.0, 3.0);
        /// Draw of communication that computing does not hide.
        communication, with_communication: Share, "", Domain::between(0.0, 3.0);
        /// Draw of waiting: for other devices, for the host, for work.
        waiting, with_waiting: Share, "", Domain::between(0.0, 3.0);
        /// Share of the peak rate in matrix products, where no step is timed.
        reached, with_reached: Share, "", Domain::between(0.05, 1.0);
        /// Share of the rated power of the rest of a server that it draws at work.
        /// Host processors, memory, network cards, fans, conversion losses.
        rest, with_rest: Share, "", Domain::SHARE;
    }
}

impl Draws {
    /// By class of work as published, in servers that fans cool.
    #[must_use]
    pub fn published() -> Self {
        Self::from_known(
            defaults::DRAW_OF_PRODUCTS,
            defaults::DRAW_OF_MEMORY,
            defaults::DRAW_OF_COMMUNICATION,
            defaults::DRAW_OF_WAITING,
            defaults::REACHED_IN_PRODUCTS,
            defaults::REST_OF_SERVER,
        )
    }

    /// Takes the rest of a server that a liquid cools, unless it was given.
    pub(crate) fn without_fans(&mut self) {
        if !self.is_given("rest") {
            *self = self.clone().cooled_by_liquid();
        }
    }

    /// What its devices draw in serving: of products, memory, communication and waiting; but for what was given.
    pub(crate) fn at_service(&mut self, [products, memory, communication, waiting]: [Known<Share>; 4]) {
        let usual = core::mem::replace(
            self,
            Self::from_known(
                products,
                memory,
                communication,
                waiting,
                defaults::REACHED_IN_PRODUCTS,
                defaults::REST_OF_SERVER,
            ),
        );
        self.rest = usual.rest;
        self.keep_belief("rest", &usual);
        self.keep_given(&usual);
    }

    /// Takes what large products reach on its devices, unless it was given.
    pub(crate) fn reaching(&mut self, known: &Known<Share>) {
        if !self.is_given("reached") {
            self.reached = known.value;
            self.know("reached", known);
        }
    }

    /// The same in servers that a liquid cools.
    #[must_use]
    pub fn cooled_by_liquid(mut self) -> Self {
        let known = &defaults::REST_OF_LIQUID_SERVER;
        self.rest = known.value;
        self.know("rest", known);
        self
    }
}
