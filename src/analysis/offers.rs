//! What others would ask for the same device-hours: dated offers of the catalogue.

use crate::catalogue::{PriceRow, prices};
use crate::estimate::Estimate;
use crate::quantities::Money;
use crate::quantities::order::put_in_order;

/// A dated price, and what the whole time would cost at it.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// The price.
    pub price: &'static PriceRow,
    /// What the device-hours of the pools of its accelerator cost at it.
    pub total: Money,
}

/// What the catalogue's dated offers of the pools' accelerators would ask for the time, the newest first.
#[must_use]
pub fn offers(estimate: &Estimate) -> Vec<Offer> {
    let pools = estimate.scenario.cluster.pools();
    let counts = estimate.stages.size.counts();
    let offer = |price: &'static PriceRow| {
        let of_kind =
            pools.iter().zip(&counts).filter(|(pool, _)| pool.accelerator().id == price.accelerator);
        let devices = of_kind.map(|(_, count)| count.devices).reduce(|a, b| a + b)?;
        Some(Offer { price, total: price.rent * (devices * estimate.duration()) })
    };
    let mut found: Vec<_> = prices().filter_map(offer).collect();
    put_in_order(&mut found, |a, b| (b.price.date, a.price.provider) < (a.price.date, b.price.provider));
    found
}
