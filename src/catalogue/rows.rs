//! The shape of the catalogue's rows.

use crate::provenance::{Evidence, Known, Shape};
use crate::quantities::units::litres_per_kwh;
use crate::quantities::*;

/// A number format that devices compute in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// 64-bit, vector units.
    Fp64,
    /// 64-bit, matrix units.
    Fp64Tensor,
    /// 32-bit.
    Fp32,
    /// NVIDIA's 19-bit TensorFloat-32.
    Tf32,
    /// 16-bit, IEEE half.
    Fp16,
    /// 16-bit, bfloat16.
    Bf16,
    /// 8-bit floating point, a scale a tensor.
    Fp8,
    /// 8-bit floating point, a scale a block of 32 (OCP microscaling).
    Mxfp8,
    /// 8-bit integer.
    Int8,
    /// 6-bit floating point.
    Fp6,
    /// 4-bit floating point.
    Fp4,
    /// 4-bit floating point, a scale a block of 16 (NVIDIA).
    Nvfp4,
}

impl Precision {
    /// Every format, widest first.
    pub const ALL: [Self; 12] = [
        Self::Fp64,
        Self::Fp64Tensor,
        Self::Fp32,
        Self::Tf32,
        Self::Fp16,
        Self::Bf16,
        Self::Fp8,
        Self::Mxfp8,
        Self::Int8,
        Self::Fp6,
        Self::Fp4,
        Self::Nvfp4,
    ];

    /// Its name, as scenarios write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fp64 => "fp64",
            Self::Fp64Tensor => "fp64-tensor",
            Self::Fp32 => "fp32",
            Self::Tf32 => "tf32",
            Self::Fp16 => "fp16",
            Self::Bf16 => "bf16",
            Self::Fp8 => "fp8",
            Self::Mxfp8 => "mxfp8",
            Self::Int8 => "int8",
            Self::Fp6 => "fp6",
            Self::Fp4 => "fp4",
            Self::Nvfp4 => "nvfp4",
        }
    }

    /// The format whose peak rate it runs at: scales by block cost no peak.
    #[must_use]
    pub const fn rated(self) -> Self {
        match self {
            Self::Mxfp8 => Self::Fp8,
            Self::Nvfp4 => Self::Fp4,
            other => other,
        }
    }

    /// The bytes of one number.
    #[must_use]
    pub const fn bytes(self) -> f64 {
        match self {
            Self::Fp64 | Self::Fp64Tensor => 8.0,
            Self::Fp32 | Self::Tf32 => 4.0,
            Self::Fp16 | Self::Bf16 => 2.0,
            Self::Fp8 | Self::Mxfp8 | Self::Int8 => 1.0,
            Self::Fp6 => 0.75,
            Self::Fp4 | Self::Nvfp4 => 0.5,
        }
    }
}

/// Peak rates of one device by number format, always dense.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// 64-bit, vector units.
    pub fp64: Option<DeviceRate>,
    /// 64-bit, matrix units.
    pub fp64_tensor: Option<DeviceRate>,
    /// 32-bit.
    pub fp32: Option<DeviceRate>,
    /// TensorFloat-32.
    pub tf32: Option<DeviceRate>,
    /// IEEE half.
    pub fp16: Option<DeviceRate>,
    /// bfloat16.
    pub bf16: Option<DeviceRate>,
    /// 8-bit floating point.
    pub fp8: Option<DeviceRate>,
    /// 8-bit integer.
    pub int8: Option<DeviceRate>,
    /// 6-bit floating point.
    pub fp6: Option<DeviceRate>,
    /// 4-bit floating point.
    pub fp4: Option<DeviceRate>,
}

impl Peak {
    /// The rate at a precision; `None` where it is not known, or the device has no such format.
    #[must_use]
    pub const fn at(&self, precision: Precision) -> Option<DeviceRate> {
        match precision {
            Precision::Fp64 => self.fp64,
            Precision::Fp64Tensor => self.fp64_tensor,
            Precision::Fp32 => self.fp32,
            Precision::Tf32 => self.tf32,
            Precision::Fp16 => self.fp16,
            Precision::Bf16 => self.bf16,
            Precision::Fp8 | Precision::Mxfp8 => self.fp8,
            Precision::Int8 => self.int8,
            Precision::Fp6 => self.fp6,
            Precision::Fp4 | Precision::Nvfp4 => self.fp4,
        }
    }
}

/// What the hour of a device costs to rent on the market.
#[derive(Debug, PartialEq)]
pub struct MarketRent {
    /// The lowest rate seen.
    pub low: Option<DeviceRent>,
    /// The usual rate.
    pub median: Option<DeviceRent>,
    /// The highest rate seen on the market; lists of the largest clouds go higher.
    pub high: Option<DeviceRent>,
    /// When.
    pub date: &'static str,
    /// Whose rates these are.
    pub evidence: Evidence,
}

impl MarketRent {
    /// Of what is not rented out, as far as is known.
    pub(crate) const NONE: Self =
        Self { low: None, median: None, high: None, date: "", evidence: Evidence::NONE };
}

/// An accelerator: one device.
#[derive(Debug, PartialEq)]
pub struct Accelerator {
    /// Its id, such as `h100-sxm`.
    pub id: &'static str,
    /// Other spellings of its id.
    pub aliases: &'static [&'static str],
    /// Its full name.
    pub name: &'static str,
    /// Who makes it.
    pub vendor: &'static str,
    /// When it came out, `YYYY-MM` where known.
    pub released: &'static str,
    /// The process it is made in; empty where unknown.
    pub process: &'static str,
    /// Peak dense rates.
    pub peak: Peak,
    /// Memory on the device, in GiB: memory is built in powers of two, and what a datasheet calls a gigabyte of it is 2³⁰ bytes.
    pub memory: Option<Information>,
    /// Its kind, such as `HBM3`.
    pub memory_type: &'static str,
    /// Its bandwidth.
    pub memory_bandwidth: Option<Bandwidth>,
    /// Devices that one scale-up fabric joins.
    pub scale_up_devices: Option<u32>,
    /// Scale-up bandwidth of a device, both directions together.
    pub scale_up_bidirectional: Option<Bandwidth>,
    /// Scale-up bandwidth of a device, one direction.
    pub scale_up_unidirectional: Option<Bandwidth>,
    /// Scale-out (network) bandwidth of a device, one direction.
    pub scale_out: Option<Bandwidth>,
    /// Thermal design power.
    pub tdp: Option<DevicePower>,
    /// Draw when idle.
    pub idle: Option<DevicePower>,
    /// Typical price of the device alone.
    pub price: Option<DevicePrice>,
    /// When and whose that price is.
    pub price_evidence: Evidence,
    /// What it rents for.
    pub rent: MarketRent,
    /// Carbon of its making (baseboard share where the maker states one).
    pub embodied: Option<DeviceCarbon>,
    /// What that covers.
    pub embodied_note: &'static str,
    /// Sources, grade and note.
    pub evidence: Evidence,
    /// Fields that were not checked against a document: to be shown as assumed.
    pub recalled: &'static [&'static str],
}

/// A server, rack or pod as it is sold.
#[derive(Debug, PartialEq)]
pub struct System {
    /// Its id, such as `dgx-h100`.
    pub id: &'static str,
    /// Other spellings of its id.
    pub aliases: &'static [&'static str],
    /// Its full name.
    pub name: &'static str,
    /// The accelerator in it, by id.
    pub accelerator: &'static str,
    /// How many.
    pub devices: u32,
    /// Rated power.
    pub max_power: Option<Power>,
    /// Power under training load.
    pub typical_power: Option<Power>,
    /// What the power covers.
    pub power_note: &'static str,
    /// Price.
    pub price: Option<Money>,
    /// When and whose that price is.
    pub price_evidence: Evidence,
    /// Sources, grade and note.
    pub evidence: Evidence,
    /// Fields that were not checked against a document: to be shown as assumed.
    pub recalled: &'static [&'static str],
}

/// Whether a cluster stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It runs.
    Existing,
    /// It was announced by its owner.
    Planned,
    /// The press reported a plan.
    Reported,
}

impl Status {
    /// Its name, as data write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Existing => "existing",
            Self::Planned => "planned",
            Self::Reported => "reported",
        }
    }
}

/// How a cluster's stated facility power is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerBasis {
    /// Announced or reported by owner, utility or press.
    Stated,
    /// A survey of the site (Epoch AI Frontier Data Centers).
    Surveyed,
    /// A formula over the chips' TDP: says nothing new.
    Formula,
}

impl PowerBasis {
    /// Its name, as data write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Surveyed => "surveyed",
            Self::Formula => "formula",
        }
    }
}

/// Devices of one kind in a cluster, by id and count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolRow {
    /// The accelerator, by id.
    pub accelerator: &'static str,
    /// How many; `None` where no count was published and it must be derived.
    pub count: Option<u32>,
}

/// A named cluster: what was published of it.
#[derive(Debug, PartialEq)]
pub struct ClusterRow {
    /// Its id, such as `xai-gigafactory`.
    pub id: &'static str,
    /// Other spellings of its id.
    pub aliases: &'static [&'static str],
    /// Its full name.
    pub name: &'static str,
    /// Who owns or rents it.
    pub owner: &'static str,
    /// Where it stands.
    pub location: &'static str,
    /// The grid it stands on, by id; the finest row known.
    pub grid: &'static str,
    /// When it was or will be there, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: &'static str,
    /// Whether it stands.
    pub status: Status,
    /// Its devices.
    pub pools: &'static [PoolRow],
    /// Where the count is published with a range: low and high.
    pub count_range: Option<(u32, u32)>,
    /// Power of its IT, as published.
    pub it_power: Option<Power>,
    /// Power of the facility, as published.
    pub facility_power: Option<Power>,
    /// How that power is known.
    pub power_basis: PowerBasis,
    /// What the power covers.
    pub power_note: &'static str,
    /// Announced or reported budget; never a model's output.
    pub budget: Option<Money>,
    /// What the budget covers, and other figures.
    pub budget_note: &'static str,
    /// For stages of one site: the id of the site's last stage. Stages are cumulative and must not be added.
    pub stage_of: Option<&'static str>,
    /// Whether the row is a training run on a cluster listed elsewhere.
    pub is_run: bool,
    /// Sources, grade and note.
    pub evidence: Evidence,
}

/// A site that is built in phases.
#[derive(Debug, PartialEq)]
pub struct BuildoutRow {
    /// Its id, such as `colossus`.
    pub id: &'static str,
    /// Other spellings of its id.
    pub aliases: &'static [&'static str],
    /// Its full name.
    pub name: &'static str,
    /// Its phases, in the order of their dates.
    pub phases: &'static [PhaseRow],
    /// Sources, grade and note of the paces.
    pub evidence: Evidence,
}

/// A phase of a site that is built in phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseRow {
    /// The cluster that stands from its date on, by id: all of the site, the phases before included.
    pub cluster: &'static str,
    /// How long it took, as its builder says.
    pub pace: Option<Pace>,
}

/// How long it took to build, as the builder says; the dates of the clusters may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Days.
    pub days: u16,
    /// The cluster, by id, from whose date on they count; `None` for the day on which construction began.
    pub since: Option<&'static str>,
}

/// What a carbon intensity counts. The bases must not be mixed in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarbonBasis {
    /// Life cycle of each source, upstream included (Ember, Our World in Data).
    LifeCycle,
    /// Direct emissions at the stack, CO2 only, of the generation within a state (eGRID).
    DirectState,
    /// Direct emissions at the stack, CO2e, of a grid subregion's output (eGRID).
    DirectSubregion,
}

impl CarbonBasis {
    /// Its name, as data write it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::LifeCycle => "life-cycle",
            Self::DirectState => "direct-state",
            Self::DirectSubregion => "direct-subregion",
        }
    }
}

/// What area a grid row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridLevel {
    /// A country.
    Country,
    /// A group of countries.
    Region,
    /// A state of the United States.
    State,
    /// A subregion of the United States' grid (eGRID).
    Subregion,
}

impl GridLevel {
    /// Its name, as data write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::State => "state",
            Self::Subregion => "subregion",
        }
    }
}

/// A grid: how much carbon its electricity carries and what industry pays for it.
#[derive(Debug, PartialEq)]
pub struct GridRow {
    /// Its id: `fra`, `us-tn`, `us-srtv`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What area it speaks of.
    pub level: GridLevel,
    /// The country it lies in, by id.
    pub country: &'static str,
    /// Carbon intensity.
    pub carbon: Option<CarbonIntensity>,
    /// What that counts.
    pub basis: CarbonBasis,
    /// Its year.
    pub carbon_year: Option<u16>,
    /// Electricity price for industry.
    pub industrial_price: Option<EnergyPrice>,
    /// Electricity price for commerce.
    pub commercial_price: Option<EnergyPrice>,
    /// When, which consumers.
    pub price_note: &'static str,
    /// Sources, grade and note of the carbon intensity.
    pub carbon_evidence: &'static Evidence,
    /// Sources, grade and note of the price.
    pub price_evidence: Option<&'static Evidence>,
}

/// A kind of source of electricity. What is not known of it, or is that of the site's grid, is blank.
#[derive(Debug, PartialEq)]
pub struct PowerSourceRow {
    /// Its id, such as `gas-turbine`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether it stands on the site, which pays its capital; else its energy is bought.
    pub is_on_site: bool,
    /// Electricity from the higher heating value of its fuel, where it burns gas.
    pub efficiency: Option<Known<Share>>,
    /// Carbon intensity by life cycle; that of what burns gas follows from its fuel.
    pub carbon: Option<Known<CarbonIntensity>>,
    /// Carbon intensity at the stack; that of what burns gas follows from its fuel.
    pub direct_carbon: Option<Known<CarbonIntensity>>,
    /// Price of its energy beside the fuel: all of it where it is bought, operation and maintenance on site.
    pub price: Option<Known<EnergyPrice>>,
    /// Water consumed to make its electricity.
    pub water: Option<Known<WaterIntensity>>,
}

/// A climate zone.
#[derive(Debug, PartialEq)]
pub struct ClimateRow {
    /// Its id, such as `3a`.
    pub id: &'static str,
    /// What it is like.
    pub name: &'static str,
}

/// A way to cool a facility.
#[derive(Debug, PartialEq)]
pub struct CoolingRow {
    /// Its id, such as `liquid-dry`.
    pub id: &'static str,
    /// What it is.
    pub name: &'static str,
    /// Whether a liquid cools the devices, so that their servers need no fans.
    pub is_liquid: bool,
    /// Power usage effectiveness of a year over all climates: 5th percentile, median, 95th.
    pub pue: (f64, f64, f64),
    /// Water consumed on site, in litres a kWh of IT, likewise.
    pub wue: (f64, f64, f64),
    /// Both medians by climate, in the order of the climates.
    pub by_climate: &'static [(f64, f64)],
    /// Where it comes from.
    pub evidence: &'static Evidence,
}

/// A named supply of electricity: a mix of sources over a year.
#[derive(Debug, PartialEq)]
pub struct SupplyRow {
    /// Its id, such as `memphis-2024`.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The sources, by id, and their shares of the energy.
    pub parts: &'static [(&'static str, f64)],
    /// Sources, grade and note of the shares.
    pub evidence: Evidence,
}

/// A reference figure about facilities, networks, energy supply and failures.
#[derive(Debug, PartialEq)]
pub struct FacilityRow {
    /// Its id, such as `pue-industry-avg`.
    pub id: &'static str,
    /// Its value, in `unit`.
    pub value: Option<f64>,
    /// Its unit, as the source writes it.
    pub unit: &'static str,
    /// Low end of its range.
    pub low: Option<f64>,
    /// High end of its range.
    pub high: Option<f64>,
    /// The year it speaks of.
    pub year: Option<u16>,
    /// Sources, grade and note.
    pub evidence: Evidence,
}

/// A dated cloud price.
#[derive(Debug, PartialEq)]
pub struct PriceRow {
    /// Who asks it.
    pub provider: &'static str,
    /// The accelerator, by id.
    pub accelerator: &'static str,
    /// The term: on demand, reserved, spot …, as stated.
    pub term: &'static str,
    /// The price.
    pub rent: DeviceRent,
    /// When, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: &'static str,
    /// Sources, grade and note.
    pub evidence: Evidence,
}

impl PriceRow {
    /// The year of the price.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.date.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0)
    }
}

/// One year of a price index or exchange rate.
#[derive(Debug, PartialEq)]
pub struct DeflatorRow {
    /// The series, such as `us-cpi-u`.
    pub series: &'static str,
    /// The year or half-year, such as `2024` or `2024-S2`.
    pub year: &'static str,
    /// Its value.
    pub value: f64,
    /// Its unit.
    pub unit: &'static str,
    /// Sources, grade and note.
    pub evidence: Evidence,
}

/// A fact that was reported on the systems this crate started from.
#[derive(Debug, PartialEq)]
pub struct SeedFact {
    /// When it was reported.
    pub date: &'static str,
    /// Of what: `stargate`, `xai`, `oracle`.
    pub subject: &'static str,
    /// What was said.
    pub fact: &'static str,
    /// The figure.
    pub value: &'static str,
    /// Sources, grade and note.
    pub evidence: Evidence,
}

/// How attention shares keys and values among heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// Heads with their own, or grouped, keys and values: MHA, GQA and MQA by `kv_heads`.
    Grouped,
    /// Multi-head latent attention.
    Latent(Latent),
}

/// The dimensions of multi-head latent attention (DeepSeek-V2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latent {
    /// Rank of the query's compression; `None` where queries are not compressed.
    pub q_rank: Option<u32>,
    /// Rank of the compression of keys and values.
    pub kv_rank: u32,
    /// Part of a head's query and key without position.
    pub qk_nope: u32,
    /// Part of a head's query and key with rotary position.
    pub qk_rope: u32,
    /// A head's value.
    pub v_head: u32,
}

/// The experts of a mixture-of-experts model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Experts {
    /// Routed experts in a layer.
    pub routed: u32,
    /// Routed experts that a token uses.
    pub active: u32,
    /// Feed-forward width of a routed expert.
    pub ffn: u32,
    /// Experts that every token uses.
    pub shared: u32,
    /// Feed-forward width of a shared expert.
    pub shared_ffn: u32,
    /// Layers with experts; the others are dense.
    pub layers: u32,
}

/// The shape of a decoder-only transformer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModelShape {
    /// Layers.
    pub layers: u32,
    /// Width of the residual stream.
    pub hidden: u32,
    /// Query heads.
    pub heads: u32,
    /// Heads of keys and values.
    pub kv_heads: u32,
    /// Width of a head.
    pub head_dim: u32,
    /// How attention shares keys and values.
    pub attention: Attention,
    /// Sliding window, in tokens, and how many layers have it.
    pub window: Option<(u32, u32)>,
    /// Feed-forward width of the dense layers.
    pub ffn: u32,
    /// Whether the feed-forward block is gated (SwiGLU, GeGLU): three matrices rather than two.
    pub gated: bool,
    /// Experts, where there are any.
    pub experts: Option<Experts>,
    /// Vocabulary.
    pub vocab: u32,
    /// Whether the output head shares the input embedding.
    pub tied: bool,
    /// Learned position embeddings: how many.
    pub learned_positions: u32,
    /// Layers of multi-token prediction (not in the parameter count).
    pub mtp_layers: u32,
    /// Parameters that the shape does not count, in billions.
    pub extra_billions: f64,
}

/// A language model: what was published of it.
#[derive(Debug, PartialEq)]
pub struct ModelRow {
    /// Its id, such as `llama3.1-405b`.
    pub id: &'static str,
    /// Other spellings of its id.
    pub aliases: &'static [&'static str],
    /// Its full name.
    pub name: &'static str,
    /// Who made it.
    pub developer: &'static str,
    /// When it came out, `YYYY-MM` where known.
    pub released: &'static str,
    /// Its shape, where it is a decoder-only transformer of known shape.
    pub shape: Option<ModelShape>,
    /// Parameters as stated, in billions.
    pub total_billions: Option<f64>,
    /// Parameters that a token uses, as stated, in billions.
    pub active_billions: Option<f64>,
    /// Longest context.
    pub context: Option<u32>,
    /// Tokens it was trained on.
    pub tokens: Option<Tokens>,
    /// Compute of its training.
    pub compute: Option<Compute>,
    /// How sure that compute is: published, or whose estimate.
    pub compute_evidence: Option<&'static Evidence>,
    /// Sources, grade and note of the shape.
    pub evidence: Evidence,
}

impl CoolingRow {
    /// PUE in a climate, by its place; over all of them, where that is not known.
    #[must_use]
    pub fn pue_in(&self, climate: Option<usize>) -> Known<Pue> {
        let (low, median, high) = self.pue;
        let (central, _) = self.at(climate).unwrap_or((median, 0.0));
        // Overheads spread by the same factor about another median.
        let at = |end: f64| Pue::new(1.0 + (central - 1.0) * (end - 1.0) / (median - 1.0));
        Known::between(at(low), Pue::new(central), at(high), Shape::LognormalAboveOne, self.evidence)
    }

    /// Water consumed on site in a climate, by its place; over all of them, where that is not known.
    #[must_use]
    pub fn wue_in(&self, climate: Option<usize>) -> Known<WaterIntensity> {
        let (low, median, high) = self.wue;
        let (_, central) = self.at(climate).unwrap_or((0.0, median));
        let [low, central, high] = [low.min(central), central, high.max(central)].map(litres_per_kwh);
        Known::between(low, central, high, Shape::Lognormal, self.evidence)
    }

    fn at(&self, climate: Option<usize>) -> Option<(f64, f64)> {
        climate.and_then(|place| self.by_climate.get(place)).copied()
    }
}
