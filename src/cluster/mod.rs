//! What is built: pools of devices, the servers around them, the site and its energy; and its phases, where it grows.
//!
//! A cluster knows nothing of what will run on it.

mod draw;
mod network;
mod phases;
mod pool;
mod preset;
mod site;
mod supply;

pub use draw::Draws;
pub use network::{Network, Storage};
pub use phases::{Buildout, Phase};
pub use pool::Pool;
pub use site::Site;
pub use supply::{Plant, PowerSource, Supply};

use crate::catalogue::{ClusterRow, Precision, defaults};
use crate::error::{Code, Error};
use crate::provenance::Known;
use crate::quantities::units::years;
use crate::quantities::*;
use crate::tables::{Belief, Domain, inputs};

inputs! {
    /// A cluster: its devices, where it stands, and what limits it.
    ///
    /// Built by [`Cluster::preset`] or [`Cluster::of`], changed by `with_*`.
    pub struct Cluster [
        name: String,
        row: Option<&'static ClusterRow>,
        pools: Vec<Pool>,
        site: Site,
        network: Box<Network>,
        storage: Box<Storage>,
        draw: Box<Draws>
    ] {
        /// IT power over server power.
        /// Network, storage and management on top of the servers.
        it_overhead, with_it_overhead: ItOverhead, "", Domain::between(1.0, 3.0);
        /// Average IT draw over rated IT power.
        /// Of a training run it follows from its work, where it is not given.
        load, with_load: Option<LoadFactor>, "", Domain::SHARE;
        /// Economic life of the IT.
        it_life, with_it_life: Time, "yr", Domain::between(years(0.1).value, years(50.0).value);
        /// Economic life of the facility.
        facility_life, with_facility_life: Time, "yr", Domain::between(years(0.1).value, years(100.0).value);
        /// Carbon of making the rest of a server, for a device.
        server_embodied, with_server_embodied: DeviceCarbon, "", Domain::NOT_NEGATIVE;
        /// Carbon of building the facility, per rated IT power.
        building_embodied, with_building_embodied: CapacityCarbon, "", Domain::NOT_NEGATIVE;
        /// Facility power that was announced, reported or granted.
        facility_power, with_facility_power: Option<Power>, "MW", Domain::POSITIVE;
        /// IT power that was announced or reported, where the facility's is not known.
        it_power, with_it_power: Option<Power>, "MW", Domain::POSITIVE;
        /// Budget that was announced or reported.
        budget, with_budget: Option<Money>, "", Domain::POSITIVE;
    }
}

impl Cluster {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same under another name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// Its pools of devices.
    #[must_use]
    pub fn pools(&self) -> &[Pool] {
        &self.pools
    }

    /// Where it stands.
    #[must_use]
    pub const fn site(&self) -> &Site {
        &self.site
    }

    /// Its scale-out network.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The same with another scale-out network.
    #[must_use]
    pub fn with_network(mut self, network: Network) -> Self {
        *self.network = network;
        self
    }

    /// Its storage.
    #[must_use]
    pub fn storage(&self) -> &Storage {
        &self.storage
    }

    /// The same with another storage.
    #[must_use]
    pub fn with_storage(mut self, storage: Storage) -> Self {
        *self.storage = storage;
        self
    }

    /// What its devices draw by class of work.
    #[must_use]
    pub fn draw(&self) -> &Draws {
        &self.draw
    }

    /// The same with other draws by class of work.
    #[must_use]
    pub fn with_draw(mut self, draw: Draws) -> Self {
        *self.draw = draw;
        self
    }

    /// Refuses a power cap that leaves nothing to compute with.
    pub(crate) fn check_caps(&self) -> Result<(), Error> {
        let rows = self.pools.iter().enumerate();
        rows.filter_map(|(place, pool)| Some((place, pool.cap()?, pool.idle()?))).try_for_each(
            |(place, cap, idle)| {
                let input = Pool::INPUTS.iter().find(|input| input.name == "cap" && cap <= idle);
                input.map_or(Ok(()), |input| {
                    let above = Domain::between(idle.base(), input.domain.max);
                    input.refused(&format!("cluster.pools.{place}.cap"), cap.base(), above)
                })
            },
        )
    }

    /// Whether network and storage are counted in place of the factors on servers.
    pub(crate) fn counts_network(&self) -> bool {
        self.network.counted() >= 1.0
    }

    /// Takes the factor of network and storage on servers as counted, unless it was given.
    pub(crate) fn take_overhead(&mut self, counted: Option<Known<ItOverhead>>) {
        if let Some(counted) = counted.filter(|_| !self.is_given("it_overhead")) {
            self.it_overhead = counted.value;
            self.know("it_overhead", &counted);
        }
    }

    /// Refuses to count a network of which the devices are not known.
    pub(crate) fn check_counted(&self) -> Result<(), Error> {
        let uncounted = self.pools.iter().position(|pool| pool.count().is_none());
        match uncounted.filter(|_| self.counts_network()) {
            Some(place) => {
                let args = [
                    ("field", format!("cluster.pools.{place}.count")),
                    ("of", "cluster.network.counted".to_owned()),
                ];
                Err(Error::new(Code::Incomplete, args.to_vec()))
            }
            None => Ok(()),
        }
    }

    /// Leaves the average draw to a run, unless it was given; large products reach a share of the devices' peak.
    pub(crate) fn load_by_run(&mut self, reached: &Known<Share>) {
        self.draw.reaching(reached);
        self.load_by_work();
    }

    /// Leaves the average draw to a service, unless it was given.
    pub(crate) fn load_by_service(&mut self, classes: [Known<Share>; 4]) {
        self.draw.at_service(classes);
        self.load_by_work();
    }

    fn load_by_work(&mut self) {
        let is_usual = |belief: Belief| core::ptr::eq(belief.evidence, defaults::LOAD_FACTOR.evidence);
        if self.belief("load").is_some_and(is_usual) {
            self.load = None;
            self.believe("load", Belief::none());
        }
    }

    /// The catalogue's row it was built from.
    #[must_use]
    pub const fn row(&self) -> Option<&'static ClusterRow> {
        self.row
    }

    /// Whether its power or its budget says how many devices there are.
    pub(crate) const fn is_limited(&self) -> bool {
        self.facility_power.is_some() || self.it_power.is_some() || self.budget.is_some()
    }

    /// Takes the number of its devices, where none is known.
    pub(crate) fn take_count(&mut self, count: Devices) {
        self.pools.iter_mut().for_each(|pool| pool.take_count(count));
    }

    /// Takes the peak rates at a precision.
    pub(crate) fn pools_at(&mut self, precision: Precision) {
        self.pools.iter_mut().for_each(|pool| pool.at(precision));
    }

    /// Takes what follows from the sources of its site, and from how it is cooled.
    pub(crate) fn resolve_site(&mut self) {
        self.site.resolve();
        if self.site.cooling().is_some_and(|cooling| cooling.is_liquid) {
            self.draw.without_fans();
        }
    }

    /// Takes what follows from inputs that were moved, and refuses those that exclude each other.
    pub(crate) fn settle(&mut self) -> Result<(), Error> {
        self.check_caps()?;
        self.site.settle()
    }

    /// Takes the supply of another, where there is one.
    pub(crate) fn take_supply(&mut self, other: &Self) {
        self.site.take_supply(&other.site);
    }

    /// The same with another pool added.
    #[must_use]
    pub fn with_pool(mut self, pool: Pool) -> Self {
        self.pools.push(pool);
        self
    }

    /// The same with other pools.
    #[must_use]
    pub(crate) fn with_pools(mut self, pools: Vec<Pool>) -> Self {
        self.pools = pools;
        self
    }

    /// The same on another site.
    #[must_use]
    pub fn with_site(mut self, site: Site) -> Self {
        self.site = site;
        self
    }

    /// The same with a mix of sources of electricity.
    #[must_use]
    pub fn with_supply(mut self, supply: Supply) -> Self {
        self.site = self.site.with_supply(supply);
        self
    }

    /// The same with another price of electricity.
    #[must_use]
    pub fn with_electricity(mut self, price: EnergyPrice) -> Self {
        self.site = self.site.with_electricity(price);
        self
    }

    /// The same with another PUE.
    #[must_use]
    pub fn with_pue(mut self, pue: Pue) -> Self {
        self.site = self.site.with_pue(pue);
        self
    }
}
