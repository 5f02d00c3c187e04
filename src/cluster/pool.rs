//! A pool: devices of one kind, in their servers.

use crate::catalogue::{
    ACCELERATORS, Accelerator, PRESET_PRICES, Precision, PriceRow, SYSTEMS, System, defaults, find,
};
use crate::error::Error;
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::order::put_in_order;
use crate::quantities::units::{devices, gibibytes, gigabytes};
use crate::quantities::*;
use crate::tables::{Choice, Domain, InputVisitor, inputs};

inputs! {
    /// Devices of one kind in their servers.
    pub struct Pool [accelerator: &'static Accelerator] {
        /// Devices.
        /// Where no count was published it is derived from power and budget.
        count, with_count: Option<Devices>, "device", Domain::whole(1.0, 1e12);
        /// Peak dense rate of a device at the precision of the work.
        peak, with_peak: Option<DeviceRate>, "", Domain::POSITIVE;
        /// Peak dense rate of a device at 16 bit.
        /// Attention, the router and the output head run in it, whatever the precision of the other matrix products.
        half_peak, with_half_peak: Option<DeviceRate>, "", Domain::POSITIVE;
        /// Memory of a device.
        /// What datasheets call a gigabyte of it is 2³⁰ bytes.
        memory, with_memory: Option<Information>, "GiB", Domain::POSITIVE;
        /// Bandwidth of a device's memory.
        memory_bandwidth, with_memory_bandwidth: Option<Bandwidth>, "TB/s", Domain::POSITIVE;
        /// Devices that one scale-up fabric joins.
        scale_up_devices, with_scale_up_devices: Option<f64>, "", Domain::whole(1.0, 1e6);
        /// Switches of a scale-up domain.
        scale_up_switches, with_scale_up_switches: Option<f64>, "", Domain::between(0.0, 1e6);
        /// Scale-up bandwidth of a device, one direction.
        scale_up, with_scale_up: Option<Bandwidth>, "GB/s", Domain::POSITIVE;
        /// Scale-out bandwidth of a device, one direction.
        scale_out, with_scale_out: Option<Bandwidth>, "GB/s", Domain::POSITIVE;
        /// Thermal design power of a device.
        tdp, with_tdp: Option<DevicePower>, "", Domain::POSITIVE;
        /// Power of a device that waits for work.
        idle, with_idle: Option<DevicePower>, "", Domain::NOT_NEGATIVE;
        /// Power cap of a device, where one is set below its thermal design power.
        /// Under it products run slower.
        cap, with_cap: Option<DevicePower>, "", Domain::POSITIVE;
        /// Server power over the TDP of its devices.
        /// Host processors, memory, network cards, fans and conversion losses, at rated load.
        server_over_tdp, with_server_over_tdp: Ratio, "", Domain::between(1.0, 10.0);
        /// Price of a device with its share of the server.
        price, with_price: Option<DevicePrice>, "", Domain::POSITIVE;
        /// Price of a server over that of the devices in it.
        server_over_chip, with_server_over_chip: Ratio, "", Domain::between(1.0, 100.0);
        /// Rent of a device on demand.
        rent, with_rent: Option<DeviceRent>, "", Domain::POSITIVE;
        /// Rent of a device reserved for a year.
        reserved_rent, with_reserved_rent: Option<DeviceRent>, "", Domain::POSITIVE;
        /// Rent of a device on the spot market.
        spot_rent, with_spot_rent: Option<DeviceRent>, "", Domain::POSITIVE;
        /// Carbon of making a device.
        embodied, with_embodied: Option<DeviceCarbon>, "", Domain::NOT_NEGATIVE;
    }
}

/// The choice of a pool's accelerator.
static ACCELERATOR: Choice = Choice { name: "accelerator", label: "Accelerator" };

/// How far server prices spread about a listed one: `gpu_price` of the default inputs, 23,000 to 45,000 about 32,250 USD.
const PRICE_SPREAD: (f64, f64) = (0.71, 1.40);
/// Assumed: how far a market spreads whose dated prices agree.
const MARKET_SPREAD: (f64, f64) = (0.85, 1.2);
/// How far a server's power factor spreads: 1.6 to 2.05 about 1.82.
const SERVER_SPREAD: (f64, f64) = (0.88, 1.13);
/// How far statements on one device's embodied carbon spread: 98 to 575 kg about NVIDIA's 164 for an H100.
const EMBODIED_SPREAD: (f64, f64) = (0.6, 3.5);

static OF_DEMAND: Evidence =
    Evidence { grade: Grade::Estimated, sources: &[], note: "as many as what is asked of the service takes" };

impl Pool {
    /// So many devices of a kind.
    #[must_use]
    pub fn of(accelerator: &'static Accelerator, count: f64) -> Self {
        Self::uncounted(accelerator).with_count(devices(count))
    }

    /// Devices of a kind whose number is to be derived.
    #[must_use]
    pub fn uncounted(accelerator: &'static Accelerator) -> Self {
        let system = system_of(accelerator);
        Self::from_known(
            accelerator,
            None::<Known<Devices>>,
            peak(accelerator, Precision::Bf16),
            peak(accelerator, Precision::Bf16).or_else(|| peak(accelerator, Precision::Fp16)),
            known(
                accelerator,
                "memory",
                accelerator.memory.map(|memory| gibibytes(ratio(memory, gigabytes(1.0)))),
            ),
            known(accelerator, "memory_bandwidth", accelerator.memory_bandwidth),
            known(accelerator, "scale_up_devices", accelerator.scale_up_devices.map(f64::from)),
            scale_up_switches(system),
            known(accelerator, "scale_up_unidirectional", accelerator.scale_up_unidirectional)
                .unwrap_or(defaults::SCALE_UP),
            known(accelerator, "scale_out", accelerator.scale_out).unwrap_or(defaults::SCALE_OUT),
            known(accelerator, "tdp", accelerator.tdp),
            idle(accelerator),
            None::<Known<DevicePower>>,
            server_over_tdp(accelerator, system),
            price(accelerator, system),
            defaults::SERVER_OVER_CHIP,
            offered(accelerator, "on-demand").or_else(|| rent(accelerator)),
            offered(accelerator, "reserved 1y"),
            offered(accelerator, "spot"),
            accelerator
                .embodied
                .map(|kg| spread(kg, EMBODIED_SPREAD, &accelerator.evidence).at_best(Grade::Estimated)),
        )
    }

    /// The kind of its devices.
    #[must_use]
    pub const fn accelerator(&self) -> &'static Accelerator {
        self.accelerator
    }

    /// Takes the peak rate at a precision, unless one was given.
    pub(crate) fn at(&mut self, precision: Precision) {
        if self.peak.is_none() || !self.is_given("peak") {
            let known = peak(self.accelerator, precision);
            self.peak = known.map(|known| known.value);
            known.iter().for_each(|known| self.know("peak", known));
        }
    }

    /// Takes a number of devices that follows from what is asked of them.
    pub(crate) fn take_count(&mut self, count: Devices) {
        self.count = Some(count);
        self.know("count", &Known::exact(count, &OF_DEMAND));
    }

    pub(crate) fn with_known_count(
        mut self,
        low: f64,
        count: f64,
        high: f64,
        evidence: &'static Evidence,
    ) -> Self {
        self.count = Some(devices(count));
        let shape = if low < high { Shape::Lognormal } else { Shape::Exact };
        self.know("count", &Known::between(devices(low), devices(count), devices(high), shape, evidence));
        self
    }

    pub(crate) fn visit(&mut self, visitor: &mut dyn InputVisitor) -> Result<(), Error> {
        if let Some(id) = visitor.choice(&ACCELERATOR, self.accelerator.id) {
            let mut other = Self::uncounted(find(ACCELERATORS, &id)?);
            other.count = self.count;
            other.keep_belief("count", self);
            other.keep_given(self);
            *self = other;
        }
        self.visit_inputs(visitor)
    }
}

/// The system that the accelerator is sold in, where the catalogue has one; the first with a price or a power.
fn system_of(accelerator: &Accelerator) -> Option<&'static System> {
    let fits = |system: &&System| system.accelerator == accelerator.id && system.max_power.is_some();
    let priced = |system: &&System| fits(system) && system.price.is_some();
    SYSTEMS.iter().find(priced).or_else(|| SYSTEMS.iter().find(fits))
}

fn peak(accelerator: &'static Accelerator, precision: Precision) -> Option<Known<DeviceRate>> {
    known(accelerator, &precision.rated().name().replace('-', "_"), accelerator.peak.at(precision))
}

/// A field of an accelerator's row, where it is known.
fn known<M: Measure>(accelerator: &'static Accelerator, field: &str, value: Option<M>) -> Option<Known<M>> {
    value.map(|value| Known::exact(value, &accelerator.evidence).at_best(grade(accelerator, field)))
}

/// What an idle device draws, where the catalogue has it; else the usual share of its TDP.
fn idle(accelerator: &'static Accelerator) -> Option<Known<DevicePower>> {
    let usual = &defaults::IDLE_OVER_TDP;
    let of = |tdp: DevicePower| {
        Known::between(tdp * usual.low, tdp * usual.value, tdp * usual.high, usual.shape, usual.evidence)
    };
    known(accelerator, "idle", accelerator.idle).or_else(|| accelerator.tdp.map(of))
}

/// The switches of a domain, by the system that it is sold as: in a server, chips; in a rack, trays.
fn scale_up_switches(system: Option<&'static System>) -> Option<Known<f64>> {
    const SWITCHES: [(&str, f64); 8] = [
        ("dgx-a100-320", 6.0),
        ("dgx-a100", 6.0),
        ("dgx-h100", 4.0),
        ("hgx-h100-8", 4.0),
        ("dgx-h200", 4.0),
        ("hgx-h200-8", 4.0),
        ("gb200-nvl72", 9.0),
        ("gb300-nvl72", 9.0),
    ];
    let system = system?;
    let known = SWITCHES.iter().find(|(id, _)| *id == system.id);
    known.map(|(_, switches)| Known::exact(*switches, &system.evidence))
}

fn server_over_tdp(accelerator: &Accelerator, system: Option<&'static System>) -> Known<Ratio> {
    let measured = system.zip(accelerator.tdp).and_then(|(system, tdp)| {
        let per_device = system.max_power? / devices(f64::from(system.devices));
        let factor = ratio(per_device, tdp);
        let evidence = &system.evidence;
        let (low, high) = SERVER_SPREAD;
        let low = (factor * low).max(1.0);
        (factor >= 1.0).then(|| {
            Known::between(
                Ratio::new(low),
                Ratio::new(factor),
                Ratio::new(factor * high),
                Shape::Lognormal,
                evidence,
            )
        })
    });
    measured.unwrap_or(defaults::SERVER_OVER_TDP)
}

fn price(accelerator: &'static Accelerator, system: Option<&'static System>) -> Option<Known<DevicePrice>> {
    let of_server = system.and_then(|system| {
        let per_device = system.price? / devices(f64::from(system.devices));
        Some(
            spread(per_device, PRICE_SPREAD, &system.price_evidence)
                .at_best(at_best(system.recalled, "price")),
        )
    });
    of_server.or_else(|| {
        let server = defaults::SERVER_OVER_CHIP;
        let with_server = accelerator.price? * server.value;
        let around = (
            server.low.get() / server.value.get() * PRICE_SPREAD.0,
            server.high.get() / server.value.get() * PRICE_SPREAD.1,
        );
        Some(spread(with_server, around, &accelerator.price_evidence).at_best(Grade::Estimated))
    })
}

/// What a device rents for; in the middle of what is asked, by ratio, where no usual rate was published.
fn rent(accelerator: &'static Accelerator) -> Option<Known<DeviceRent>> {
    let rent = &accelerator.rent;
    let middle =
        rent.low.zip(rent.high).map(|(low, high)| DeviceRent::from_base(f64::sqrt(low.base() * high.base())));
    let central = rent.median.or(middle).or(rent.low).or(rent.high)?;
    let (low, high) = (rent.low.unwrap_or(central), rent.high.unwrap_or(central));
    let known = Known::between(low, central, high, Shape::Lognormal, &rent.evidence);
    let grade = if rent.median.is_some() { Grade::Reported } else { Grade::Estimated };
    Some(known.at_best(grade.max(at_best(accelerator.recalled, "rent"))))
}

/// What a device is offered at by a term: the median of the newest year's prices, within those of two years.
fn offered(accelerator: &'static Accelerator, term: &str) -> Option<Known<DeviceRent>> {
    let is_offered = |row: &&PriceRow| row.accelerator == accelerator.id && row.term == term;
    let offers: Vec<(u16, &PriceRow)> =
        PRESET_PRICES.iter().filter(is_offered).map(|row| (row.year(), row)).collect();
    let newest = offers.iter().map(|(year, _)| *year).max()?;
    let of_year = |years: u16| {
        offers.iter().filter(move |(year, _)| year + years > newest).map(|(_, row)| row.rent.base())
    };
    let mut prices: Vec<f64> = of_year(1).collect();
    put_in_order(&mut prices, |a, b| a < b);
    let median = prices.get(prices.len() / 2).copied()?;
    let (low, high) =
        of_year(2).fold((median, median), |(low, high), price| (price.min(low), price.max(high)));
    let (least, most) = MARKET_SPREAD;
    let (low, high) = if low < high { (low, high) } else { (median * least, median * most) };
    let (_, of_median) = offers.iter().find(|(_, row)| row.rent.base() == median)?;
    let evidence = &of_median.evidence;
    let [low, median, high] = [low, median, high].map(DeviceRent::from_base);
    Some(Known::between(low, median, high, Shape::Lognormal, evidence).at_best(Grade::Reported))
}

fn spread<M: Measure>(value: M, (low, high): (f64, f64), evidence: &'static Evidence) -> Known<M> {
    let at = |factor: f64| M::from_base(value.base() * factor);
    Known::between(at(low), value, at(high), Shape::Lognormal, evidence)
}

/// How a field of an accelerator is known.
fn grade(accelerator: &Accelerator, field: &str) -> Grade {
    accelerator.evidence.grade.max(at_best(accelerator.recalled, field))
}

/// How well a field of a row can be known: what was not checked against a document is assumed.
fn at_best(recalled: &[&str], field: &str) -> Grade {
    if recalled.contains(&field) { Grade::Assumed } else { Grade::Measured }
}
