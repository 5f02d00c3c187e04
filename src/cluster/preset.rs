//! Clusters from the catalogue.

use super::{Cluster, Draws, Network, Pool, Site, Storage};
use crate::catalogue::{ACCELERATORS, CLUSTERS, ClusterRow, GRID, PoolRow, PowerBasis, defaults, find};
use crate::error::Error;
use crate::provenance::{Known, Shape};
use crate::quantities::Measure;
use crate::tables::InputVisitor;

/// Assumed: how far announced power and money spread, since announcements are round.
const ANNOUNCED_SPREAD: (f64, f64) = (0.9, 1.1);

impl Cluster {
    /// A named cluster of the catalogue, such as `xai-gigafactory` or `stargate-10gw`.
    ///
    /// # Errors
    /// When there is none of that id: names the nearest.
    pub fn preset(id: &str) -> Result<Self, Error> {
        Self::from_row(find(CLUSTERS, id)?)
    }

    /// A cluster of given pools on a site, with the defaults for all else.
    #[must_use]
    pub fn of(name: &str, pools: Vec<Pool>, site: Site) -> Self {
        Self::with_limits(name.to_owned(), None, pools, site)
    }

    pub(crate) fn from_row(row: &'static ClusterRow) -> Result<Self, Error> {
        let pools = row.pools.iter().map(|pool| pool_of(row, pool)).collect::<Result<_, _>>()?;
        let site = Site::on(find(GRID, row.grid)?);
        Ok(Self::with_limits(row.id.to_owned(), Some(row), pools, site))
    }

    fn with_limits(name: String, row: Option<&'static ClusterRow>, pools: Vec<Pool>, site: Site) -> Self {
        let announced = row.filter(|row| row.power_basis != PowerBasis::Formula);
        let facility_power = announced.and_then(|row| row.facility_power.map(|power| around(power, row)));
        let it_power = announced.filter(|row| row.facility_power.is_none());
        let it_power = it_power.and_then(|row| row.it_power.map(|power| around(power, row)));
        let it_overhead = if is_pod(&pools) { defaults::POD_OVERHEAD } else { defaults::IT_OVERHEAD };
        let budget = row.and_then(|row| row.budget.map(|money| around(money, row)));
        Self::from_known(
            name,
            row,
            pools,
            site,
            Box::new(Network::published()),
            Box::new(Storage::published()),
            Box::new(Draws::published()),
            it_overhead,
            defaults::LOAD_FACTOR,
            defaults::IT_LIFE,
            defaults::FACILITY_LIFE,
            defaults::SERVER_EMBODIED,
            defaults::BUILDING_EMBODIED,
            facility_power,
            it_power,
            budget,
        )
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        let cluster = visitor.enter("cluster");
        let pools = visitor.enter("pools");
        for (place, pool) in self.pools.iter_mut().enumerate() {
            let mark = visitor.enter_place(place);
            pool.visit(visitor)?;
            visitor.leave(mark);
        }
        visitor.leave(pools);
        let network = visitor.enter("network");
        self.network.visit_inputs(visitor)?;
        visitor.leave(network);
        let storage = visitor.enter("storage");
        self.storage.visit_inputs(visitor)?;
        visitor.leave(storage);
        let draw = visitor.enter("draw");
        self.draw.visit_inputs(visitor)?;
        visitor.leave(draw);
        self.visit_inputs(visitor)?;
        visitor.leave(cluster);
        let site = visitor.enter("site");
        self.site.visit(visitor)?;
        visitor.leave(site);
        Ok(())
    }

    pub(crate) fn check_all(&self) -> Result<(), Error> {
        for (place, pool) in self.pools.iter().enumerate() {
            pool.check_at(&|| format!("cluster.pools.{place}"))?;
        }
        self.check_caps()?;
        self.check_counted()?;
        self.network.check_at(&|| "cluster.network".to_owned())?;
        self.storage.check_at(&|| "cluster.storage".to_owned())?;
        self.draw.check_at(&|| "cluster.draw".to_owned())?;
        self.check_at(&|| "cluster".to_owned())?;
        self.site.check_all()
    }
}

/// How the ids of devices begin that are wired to each other in pods, without switches.
const WIRED: &str = "tpu-";

/// Whether all devices are wired to each other in pods.
fn is_pod(pools: &[Pool]) -> bool {
    !pools.is_empty() && pools.iter().all(|pool| pool.accelerator().id.starts_with(WIRED))
}

/// An announced value with the spread of announcements.
fn around<M: Measure>(value: M, row: &'static ClusterRow) -> Known<M> {
    let at = |factor: f64| M::from_base(value.base() * factor);
    let (low, high) = ANNOUNCED_SPREAD;
    Known::between(at(low), value, at(high), Shape::Lognormal, &row.evidence)
}

fn pool_of(row: &'static ClusterRow, pool: &PoolRow) -> Result<Pool, Error> {
    let uncounted = Pool::uncounted(find(ACCELERATORS, pool.accelerator)?);
    Ok(match (pool.count, row.count_range) {
        (Some(count), Some((low, high))) => {
            uncounted.with_known_count(f64::from(low), f64::from(count), f64::from(high), &row.evidence)
        }
        (Some(count), None) => {
            let count = f64::from(count);
            uncounted.with_known_count(count, count, count, &row.evidence)
        }
        (None, _) => uncounted,
    })
}
