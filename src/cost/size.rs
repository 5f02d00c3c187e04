//! How many devices: as published, or as many as power and money allow.

use super::Finance;
use super::build::DeviceBill;
use crate::cluster::{Cluster, Pool};
use crate::power::DeviceDraw;
use crate::quantities::units::devices;
use crate::quantities::*;
use crate::tables::{FigureVisitor, PerPool, figures, sum, visit_one, visit_pools};
use crate::throughput::PoolCount;

/// What limits a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The number of devices that was published.
    Chips,
    /// The power of facility or IT.
    Power,
    /// The budget.
    Money,
}

impl Bound {
    /// Its name, as data write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chips => "chips",
            Self::Power => "power",
            Self::Money => "money",
        }
    }
}

figures! {
    /// What a pool's published devices, or one where none were published, need.
    pub struct PoolNeed of (
        pool: &Pool = "cluster.pools.#",
        draw: &DeviceDraw = "power.device.#",
    ) {
        /// Devices counted: those published, or one.
        devices: Devices, "device" = counted(pool.count);
        /// Facility power of the devices counted.
        facility_power: Power, "MW" = devices * draw.facility;
        /// IT power of the devices counted.
        it_power: Power, "MW" = devices * draw.it;
    }
}

figures! {
    /// What a pool's published devices, or one where none were published, cost to build.
    pub struct PoolPrice of (
        pool: &Pool = "cluster.pools.#",
        bill: &DeviceBill = "cost.device.#",
    ) {
        /// Devices counted: those published, or one.
        devices: Devices, "device" = counted(pool.count);
        /// Capex of the devices counted.
        capex: Money, "USD" = devices * bill.capex;
    }
}

/// The count, or one device where none was published.
#[must_use]
pub fn counted(count: Option<Devices>) -> Devices {
    count.unwrap_or(devices(1.0))
}

figures! {
    /// How many devices were published.
    pub struct Chips of (pools: &[Option<Published>] = "cluster.pools.*") {
        /// Devices, as published or given.
        devices: Devices, "device" = sum!(pools.count);
    }
}

/// A pool whose count was published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    count: Devices,
}

figures! {
    /// How many devices the facility's power can feed.
    pub struct PowerBound of (cluster: &Cluster = "cluster", pools: &[Option<PoolNeed>] = "size.need.*") {
        /// Facility power of a device, averaged over the pools.
        per_device: DevicePower, "W/device" = sum!(pools.facility_power) / sum!(pools.devices);
        /// Devices that the facility power feeds.
        devices: Devices, "device" = cluster.facility_power? / per_device;
    }
}

figures! {
    /// How many devices the IT power can feed.
    pub struct ItPowerBound of (cluster: &Cluster = "cluster", pools: &[Option<PoolNeed>] = "size.need.*") {
        /// IT power of a device, averaged over the pools.
        per_device: DevicePower, "W/device" = sum!(pools.it_power) / sum!(pools.devices);
        /// Devices that the IT power feeds.
        devices: Devices, "device" = cluster.it_power? / per_device;
    }
}

figures! {
    /// How many devices the budget buys.
    pub struct BudgetBound of (cluster: &Cluster = "cluster", pools: &[Option<PoolPrice>] = "size.price.*") {
        /// Capex of a device with its share of the facility, averaged over the pools.
        per_device: DevicePrice, "USD/device" = sum!(pools.capex) / sum!(pools.devices);
        /// Devices that the budget buys.
        devices: Devices, "device" = cluster.budget? / per_device;
    }
}

figures! {
    /// What the announcement itself implies.
    pub struct Announced of (cluster: &Cluster = "cluster") {
        /// Announced budget per announced facility power.
        budget_per_power: PowerPrice, "billion USD/GW" = cluster.budget? / cluster.facility_power?;
    }
}

figures! {
    /// How many devices there are, where their number was published.
    pub struct PublishedFleet of (chips: &Chips = "size.chips") {
        /// Devices.
        devices: Devices, "device" = chips.devices;
    }
}

figures! {
    /// How many devices there are, where no number was published.
    pub struct DerivedFleet of (
        power: Option<Devices> = "size.power.devices",
        it_power: Option<Devices> = "size.it_power.devices",
        money: Option<Devices> = "size.money.devices",
    ) {
        /// Devices.
        /// No number was published: as many as power and money allow.
        devices: Devices, "device" = whole(fewest(power, it_power, money)?)?;
    }
}

/// Whole devices: what is left of one counts for nothing, and less than one is none.
#[must_use]
pub fn whole(count: Devices) -> Option<Devices> {
    let whole = f64::floor(count.base());
    (whole >= 1.0).then_some(devices(whole))
}

/// The fewest devices of those that the bounds allow.
#[must_use]
pub fn fewest(power: Option<Devices>, it_power: Option<Devices>, money: Option<Devices>) -> Option<Devices> {
    let bounds = [power, it_power, money].into_iter().flatten();
    bounds.reduce(|a, b| if b < a { b } else { a })
}

figures! {
    /// The devices of a pool, where their number was published.
    pub struct PublishedPool of (pool: &Pool = "cluster.pools.#") {
        /// Devices of the pool.
        devices: Devices, "device" = pool.count?;
    }
}

figures! {
    /// The devices of the only pool, where no number was published.
    pub struct DerivedPool of (size: &DerivedFleet = "size") {
        /// Devices of the pool.
        devices: Devices, "device" = size.devices;
    }
}

/// How many devices there are, and in each pool.
#[derive(Clone, Debug, PartialEq)]
pub enum Fleet {
    /// As published.
    Published(PublishedFleet, PerPool<Option<PublishedPool>>),
    /// As power and money allow.
    Derived(DerivedFleet, DerivedPool),
}

impl Fleet {
    fn of(pools: &[Pool], chips: Option<&Chips>, bounds: [Option<Devices>; 3]) -> Option<Self> {
        if let Some(chips) = chips {
            return PublishedFleet::of(chips)
                .map(|fleet| Self::Published(fleet, pools.iter().map(PublishedPool::of).collect()));
        }
        let ([power, it_power, money], [_only]) = (bounds, pools) else { return None };
        let fleet = DerivedFleet::of(power, it_power, money)?;
        DerivedPool::of(&fleet).map(|pool| Self::Derived(fleet, pool))
    }

    /// All devices.
    #[must_use]
    pub const fn devices(&self) -> Devices {
        match self {
            Self::Published(fleet, _) => fleet.devices,
            Self::Derived(fleet, _) => fleet.devices,
        }
    }

    /// The devices of each pool.
    fn counts(&self) -> PerPool<PoolCount> {
        match self {
            Self::Published(_, pools) => {
                pools.iter().flatten().map(|pool| PoolCount { devices: pool.devices }).collect()
            }
            Self::Derived(_, pool) => [PoolCount { devices: pool.devices }].into_iter().collect(),
        }
    }

    fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Published(fleet, pools) => {
                visit_one("size", Some(fleet), visitor, PublishedFleet::visit);
                visit_pools("size.pools", pools, visitor, PublishedPool::visit);
            }
            Self::Derived(fleet, pool) => {
                visit_one("size", Some(fleet), visitor, DerivedFleet::visit);
                visit_pools("size.pools", &[Some(*pool)], visitor, DerivedPool::visit);
            }
        }
    }
}

/// Assumed: of a published count, how much another bound must leave to be said to bind, since announcements are
/// round.
const CLEARLY: f64 = 0.9;

/// The bounds of a count, in their order.
const BOUNDS: [&str; 3] = ["cluster.facility_power", "cluster.it_power", "cluster.budget"];

/// The bound of an only pool that allows the fewest devices.
fn tightest(pools: &[Pool], bounds: [Option<Devices>; 3]) -> Option<(&'static str, Devices)> {
    let known = BOUNDS.into_iter().zip(bounds).filter_map(|(field, devices)| Some((field, devices?)));
    known.reduce(|a, b| if b.1 < a.1 { b } else { a }).filter(|_| pools.len() == 1)
}

/// The sizing stage: what one device needs and costs, what each bound allows, and how many devices there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Size {
    /// What a device of each pool draws, where its TDP is known.
    pub draws: PerPool<Option<DeviceDraw>>,
    /// What a device of each pool costs, where its price is known.
    pub bills: PerPool<Option<DeviceBill>>,
    needs: PerPool<Option<PoolNeed>>,
    prices: PerPool<Option<PoolPrice>>,
    /// The published number.
    pub chips: Option<Chips>,
    /// What the facility power allows.
    pub power: Option<PowerBound>,
    /// What the IT power allows.
    pub it_power: Option<ItPowerBound>,
    /// What the budget allows.
    pub money: Option<BudgetBound>,
    /// What the announcement implies.
    pub announced: Option<Announced>,
    /// How many devices there are, and in each pool.
    pub fleet: Fleet,
}

impl Size {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    /// The sizing; or the bound that allows less than one device of the only pool, and how many, where there is one.
    pub(crate) fn of(cluster: &Cluster, finance: &Finance) -> Result<Self, Option<(&'static str, Devices)>> {
        let pools = cluster.pools();
        let draws: PerPool<_> =
            pools.iter().map(|pool| DeviceDraw::of(pool, cluster.draw(), cluster, cluster.site())).collect();
        let bill = |(pool, draw): (&Pool, &Option<DeviceDraw>)| DeviceBill::of(pool, draw.as_ref()?, finance);
        let bills: PerPool<_> = pools.iter().zip(&draws).map(bill).collect();
        let need = |(pool, draw): (&Pool, &Option<DeviceDraw>)| PoolNeed::of(pool, draw.as_ref()?);
        let needs: PerPool<_> = pools.iter().zip(&draws).map(need).collect();
        let price = |(pool, bill): (&Pool, &Option<DeviceBill>)| PoolPrice::of(pool, bill.as_ref()?);
        let prices: PerPool<_> = pools.iter().zip(&bills).map(price).collect();
        let published: PerPool<_> =
            pools.iter().map(|pool| pool.count.map(|count| Published { count })).collect();
        let chips = Chips::of(&published);
        let power = PowerBound::of(cluster, &needs);
        let it_power = ItPowerBound::of(cluster, &needs);
        let money = BudgetBound::of(cluster, &prices);
        let bounds = [
            power.map(|bound| bound.devices),
            it_power.map(|bound| bound.devices),
            money.map(|bound| bound.devices),
        ];
        let fleet = Fleet::of(pools, chips.as_ref(), bounds).ok_or_else(|| tightest(pools, bounds))?;
        let announced = Announced::of(cluster);
        Ok(Self { draws, bills, needs, prices, chips, power, it_power, money, announced, fleet })
    }

    /// The devices of each pool.
    pub(crate) fn counts(&self) -> PerPool<PoolCount> {
        self.fleet.counts()
    }

    /// What binds first: the bound that allows the fewest devices. A published count binds unless another bound
    /// allows clearly fewer, by more than the doubt in announcements.
    #[must_use]
    pub fn binding(&self) -> Bound {
        let power =
            fewest(self.power.map(|bound| bound.devices), self.it_power.map(|bound| bound.devices), None);
        let money = self.money.map(|bound| bound.devices);
        let chips = self.chips.map(|bound| bound.devices * CLEARLY);
        let bounds = [(Bound::Chips, chips), (Bound::Power, power), (Bound::Money, money)];
        let stands = bounds.into_iter().filter_map(|(bound, devices)| Some((bound, devices?)));
        stands.reduce(|a, b| if b.1 < a.1 { b } else { a }).map_or(Bound::Chips, |(bound, _)| bound)
    }

    /// Walks what stands under `size`, and what one device draws and costs.
    pub(crate) fn visit<V: FigureVisitor + ?Sized>(&self, visitor: &mut V) {
        visit_pools("power.device", &self.draws, visitor, DeviceDraw::visit);
        visit_pools("cost.device", &self.bills, visitor, DeviceBill::visit);
        visit_pools("size.need", &self.needs, visitor, PoolNeed::visit);
        visit_pools("size.price", &self.prices, visitor, PoolPrice::visit);
        visit_one("size.chips", self.chips.as_ref(), visitor, Chips::visit);
        visit_one("size.power", self.power.as_ref(), visitor, PowerBound::visit);
        visit_one("size.it_power", self.it_power.as_ref(), visitor, ItPowerBound::visit);
        visit_one("size.money", self.money.as_ref(), visitor, BudgetBound::visit);
        visit_one("size.announced", self.announced.as_ref(), visitor, Announced::visit);
        self.fleet.visit(visitor);
    }
}
