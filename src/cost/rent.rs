//! Use without owning: renting on demand, reserved, on the spot market.

use crate::cluster::Pool;
use crate::footprint::Span;
use crate::quantities::*;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;

figures! {
    /// Renting a pool on demand.
    pub struct OnDemand of (pool: &Pool = "cluster.pools.#", size: PoolCount = "size.pools.#", span: Span = "") {
        /// Rent of the pool over the period, on demand.
        total: Money, "USD" = pool.rent? * (size.devices * span.duration);
    }
}

figures! {
    /// Renting a pool reserved for a year.
    pub struct Reserved of (pool: &Pool = "cluster.pools.#", size: PoolCount = "size.pools.#", span: Span = "") {
        /// Rent of the pool over the period, reserved.
        total: Money, "USD" = pool.reserved_rent? * (size.devices * span.duration);
    }
}

figures! {
    /// Renting a pool on the spot market.
    pub struct Spot of (pool: &Pool = "cluster.pools.#", size: PoolCount = "size.pools.#", span: Span = "") {
        /// Rent of the pool over the period, on the spot market.
        total: Money, "USD" = pool.spot_rent? * (size.devices * span.duration);
    }
}

/// The rent of one pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoolRent {
    total: Money,
}

figures! {
    /// Renting all pools: every device-hour at a rate; it holds power, facility and profit.
    pub struct Rental of (pools: &[Option<PoolRent>] = ".pools.*") {
        /// Cost of the period.
        total: Money, "USD" = sum!(pools.total);
    }
}

/// What renting costs by one term: pool by pool, and all of them where the rent is known for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Term<T> {
    /// The pools, where their rent is known.
    pub pools: PerPool<Option<T>>,
    /// All of them.
    pub rental: Option<Rental>,
}

impl<T: Copy> Term<T> {
    fn of(
        pools: &[Pool],
        counts: &[PoolCount],
        of_pool: impl Fn(&Pool, PoolCount) -> Option<T>,
        total: impl Fn(T) -> Money,
    ) -> Self {
        let pools: PerPool<_> = pools.iter().zip(counts).map(|(pool, count)| of_pool(pool, *count)).collect();
        let rents: PerPool<_> =
            pools.iter().map(|rent| rent.map(|rent| PoolRent { total: total(rent) })).collect();
        Self { pools, rental: Rental::of(&rents) }
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, path: &str, visitor: &mut V, visit: fn(&T, &mut V)) {
        let mark = visitor.enter(path);
        visit_pools("pools", &self.pools, visitor, visit);
        visitor.leave(mark);
        visit_one(path, self.rental.as_ref(), visitor, Rental::visit);
    }
}

/// What renting costs, by term.
#[derive(Clone, Debug, PartialEq)]
pub struct Renting {
    /// On demand.
    pub on_demand: Term<OnDemand>,
    /// Reserved for a year.
    pub reserved: Term<Reserved>,
    /// On the spot market.
    pub spot: Term<Spot>,
}

impl Renting {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn of(pools: &[Pool], counts: &[PoolCount], duration: Time) -> Self {
        let span = Span { duration };
        Self {
            on_demand: Term::of(
                pools,
                counts,
                |pool, count| OnDemand::of(pool, count, span),
                |rent| rent.total,
            ),
            reserved: Term::of(
                pools,
                counts,
                |pool, count| Reserved::of(pool, count, span),
                |rent| rent.total,
            ),
            spot: Term::of(pools, counts, |pool, count| Spot::of(pool, count, span), |rent| rent.total),
        }
    }

    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        self.on_demand.visit("cost.rental", visitor, OnDemand::visit);
        self.reserved.visit("cost.reserved", visitor, Reserved::visit);
        self.spot.visit("cost.spot", visitor, Spot::visit);
    }
}
