//! What is assumed where nothing is given, each with its range, its sources and its grade.
//!
//! Figures of Epoch AI are CC BY 4.0.

use super::sources::*;
use crate::provenance::{Evidence, Grade, Known, Shape};
use crate::quantities::units::*;
use crate::quantities::*;

static NETWORK_SHARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_TRAINING_COSTS, &SEMIANALYSIS_H200_TCO],
    note: "Epoch 0.19 (90% interval of 1/(1-f): 1.07-1.32), 9-13% of development cost; SemiAnalysis H200 InfiniBand 76,155/361,255 = 0.21",
};

/// Share of the cluster network in the capital of the IT.
pub static NETWORK_SHARE: Known<Share> = Known::between(
    Share::new(0.07),
    Share::new(0.19),
    Share::new(0.24),
    Shape::LogitNormal,
    &NETWORK_SHARE_EVIDENCE,
);

static STORAGE_SHARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_H200_TCO, &SEMIANALYSIS_B300],
    note: "H200: 11,732/258,001 = 0.045; with installation 0.105, B300 0.12 with networking",
};

/// Storage over the price of the servers.
pub static STORAGE_SHARE: Known<Share> = Known::between(
    Share::new(0.02),
    Share::new(0.045),
    Share::new(0.07),
    Shape::Lognormal,
    &STORAGE_SHARE_EVIDENCE,
);

static INSTALLATION_SHARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_H200_TCO],
    note: "H200: service 8,000, installation 4,500, software 2,867, together 15,367/258,001 = 0.06",
};

/// Service, installation and first software over the price of the servers.
pub static INSTALLATION_SHARE: Known<Share> = Known::between(
    Share::new(0.03),
    Share::new(0.06),
    Share::new(0.09),
    Shape::Lognormal,
    &INSTALLATION_SHARE_EVIDENCE,
);

static FACILITY_CAPEX_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_B300, &EPOCH_DATA_CENTERS, &BARROSO],
    note: "SemiAnalysis B300 382,000/30.5 kW = 12.5; Epoch 8.3 per facility watt at Colossus (a retrofit); Barroso 9-13; others 15-20",
};

/// Capital of the facility for a watt of critical IT.
pub static FACILITY_CAPEX: Known<PowerPrice> = Known::between(
    usd_per_watt(8.0),
    usd_per_watt(12.5),
    usd_per_watt(20.0),
    Shape::Lognormal,
    &FACILITY_CAPEX_EVIDENCE,
);

static SITE_POWER_CAPEX_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "The utility supplies; no figure found for generation on site",
};

/// Capital of generation and substation on site, for a watt.
pub static SITE_POWER_CAPEX: Known<PowerPrice> = Known::between(
    usd_per_watt(0.0),
    usd_per_watt(0.0),
    usd_per_watt(3.0),
    Shape::Uniform,
    &SITE_POWER_CAPEX_EVIDENCE,
);

static CONTINGENCY_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "None: published capital is of what was built. Budgets of plans add some",
};

/// Contingency over the capital of the facility and of its own power.
pub static CONTINGENCY: Known<Share> = Known::exact(Share::new(0.0), &CONTINGENCY_EVIDENCE);

static COLOCATED_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "An own building" };

/// The share of the IT that stands in colocation.
pub static COLOCATED: Known<Share> = Known::exact(Share::new(0.0), &COLOCATED_EVIDENCE);

static COLOCATION_RENT_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_H200_TCO],
    note: "150 is typical of US neoclouds; others quote 150-250",
};

/// Rent of a critical kilowatt in colocation, instead of capital for a facility.
pub static COLOCATION_RENT: Known<EnergyPrice> = Known::between(
    usd_per_kilowatt_month(110.0),
    usd_per_kilowatt_month(150.0),
    usd_per_kilowatt_month(200.0),
    Shape::Lognormal,
    &COLOCATION_RENT_EVIDENCE,
);

static DEVICE_PRICE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_H200_TCO, &EPOCH_HARDWARE_PRICES],
    note: "H200 server 258,001/8; H100 30,000-45,000 (2022), 30,000-40,000 (2023), 23,000-30,000 (2024), 20,000-27,000 (2025) by Epoch; servers of eight H100 230,000-375,000, median 270,500",
};

/// Price of a device with its server, before the cluster network.
pub static DEVICE_PRICE: Known<DevicePrice> = Known::between(
    usd_per_device(23000.0),
    usd_per_device(32250.0),
    usd_per_device(45000.0),
    Shape::Lognormal,
    &DEVICE_PRICE_EVIDENCE,
);

static SERVER_OVER_TDP_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_GPU_CLUSTERS_METHOD, &SEMIANALYSIS_100K],
    note: "DGX H100 10.2 kW/8/0.7 and (0.7 + 0.575)/0.7: 1.82; A100 2.03; H200 1.95 with network",
};

/// Power of the server over the TDP of its devices.
pub static SERVER_OVER_TDP: Known<Ratio> = Known::between(
    Ratio::new(1.6),
    Ratio::new(1.82),
    Ratio::new(2.05),
    Shape::Lognormal,
    &SERVER_OVER_TDP_EVIDENCE,
);

static IT_OVERHEAD_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_100K, &EPOCH_GPU_POWER_SHARE],
    note: "SemiAnalysis about 1.10; Epoch 1.14",
};

/// Power of the IT over that of its servers: network, storage, CPU nodes.
pub static IT_OVERHEAD: Known<ItOverhead> = Known::between(
    ItOverhead::new(1.03),
    ItOverhead::new(1.1),
    ItOverhead::new(1.15),
    Shape::Lognormal,
    &IT_OVERHEAD_EVIDENCE,
);

static POD_OVERHEAD_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&TPU_V4_PAPER],
    note: "Chips are wired to each other: the optical switches and fibres of TPU v4 take less than 3% of its power",
};

/// The same where the devices are wired to each other in pods.
pub static POD_OVERHEAD: Known<ItOverhead> = Known::between(
    ItOverhead::new(1.01),
    ItOverhead::new(1.03),
    ItOverhead::new(1.1),
    Shape::Lognormal,
    &POD_OVERHEAD_EVIDENCE,
);

static LOAD_FACTOR_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_TRAINING_COSTS, &SEMIANALYSIS_H200_TCO, &HAMILTON],
    note: "Epoch GPUs 0.75 (0.56-1.00), TPUs 0.43 (0.30-0.62); SemiAnalysis 0.80; Hamilton 0.80",
};

/// Average draw of the IT over its rated power.
pub static LOAD_FACTOR: Known<LoadFactor> = Known::between(
    LoadFactor::new(0.56),
    LoadFactor::new(0.8),
    LoadFactor::new(1.0),
    Shape::Lognormal,
    &LOAD_FACTOR_EVIDENCE,
);

static DRAW_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&MLPERF_TRAINING, &PATEL_2024, &LATIF_DGX_H100],
    note: "Fitted to MLPerf Power (accuracy page): products would pass the power cap, which holds them. A100 at the end of a step: 0.75, 0.50 and 0.20 of TDP in three models",
};

/// Draw of matrix products and attention, over the range from idle to TDP.
pub static DRAW_OF_PRODUCTS: Known<Share> =
    Known::between(Share::new(1.0), Share::new(1.25), Share::new(1.5), Shape::Lognormal, &DRAW_EVIDENCE);

/// Draw of what memory binds, over the same range.
pub static DRAW_OF_MEMORY: Known<Share> =
    Known::between(Share::new(0.5), Share::new(0.65), Share::new(0.8), Shape::Lognormal, &DRAW_EVIDENCE);

/// Draw of communication that computing does not hide, over the same range.
pub static DRAW_OF_COMMUNICATION: Known<Share> =
    Known::between(Share::new(0.2), Share::new(0.4), Share::new(0.6), Shape::Lognormal, &DRAW_EVIDENCE);

/// Draw of waiting, over the same range.
pub static DRAW_OF_WAITING: Known<Share> =
    Known::between(Share::new(0.06), Share::new(0.13), Share::new(0.3), Shape::Lognormal, &DRAW_EVIDENCE);

static REACHED_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&MEGATRON_BRIDGE, &MAXTEXT],
    note: "The step model's large products by generation: 0.44 (Trainium) to 0.99 (TPU)",
};

/// Share of the peak rate that matrix products reach, where no step is timed.
pub static REACHED_IN_PRODUCTS: Known<Share> =
    Known::between(Share::new(0.58), Share::new(0.72), Share::new(0.95), Shape::Lognormal, &REACHED_EVIDENCE);

static REST_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&LATIF_DGX_H100, &NEWKIRK_2025],
    note: "DGX H100: 10.2 kW rated, 5.6 of it GPUs; 8.4 kW measured at most in training, and 0.76 of rated",
};

/// Share of the rated power of the rest of a server that it draws at work, cooled by fans.
pub static REST_OF_SERVER: Known<Share> =
    Known::between(Share::new(0.45), Share::new(0.6), Share::new(0.7), Shape::Lognormal, &REST_EVIDENCE);

static LIQUID_REST_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&MLPERF_TRAINING],
    note: "Fitted to servers without fans in MLPerf Power (accuracy page)",
};

/// The same of a server cooled by a liquid.
pub static REST_OF_LIQUID_SERVER: Known<Share> = Known::between(
    Share::new(0.2),
    Share::new(0.265),
    Share::new(0.35),
    Shape::Lognormal,
    &LIQUID_REST_EVIDENCE,
);

static IDLE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[],
    note: "H100 0.10 (0.20 with memory allocated), B200 0.14, MI300X 0.18, V100 0.14 of their TDP; TPU v4 0.47",
};

/// Power of an idle device over its TDP.
pub static IDLE_OVER_TDP: Known<Share> =
    Known::between(Share::new(0.10), Share::new(0.14), Share::new(0.20), Shape::Lognormal, &IDLE_EVIDENCE);

static PUE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_TRAINING_COSTS, &LBNL_2024, &SEMIANALYSIS_H200_TCO, &UPTIME_2024],
    note: "Epoch 1.10 for the largest clouds (1.05-1.16), 1.25 for others (1.12-1.40); LBNL 1.14 for AI facilities, 1.43 national; SemiAnalysis 1.35; Uptime 1.54 (2025)",
};

/// Power usage effectiveness over a year.
pub static PUE: Known<Pue> =
    Known::between(Pue::new(1.05), Pue::new(1.25), Pue::new(1.4), Shape::LognormalAboveOne, &PUE_EVIDENCE);

static FIXED_OVERHEAD_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "None: a year's PUE is of the load of that year. Give it where the PUE is of the rated load; no-load losses are over 40% of a UPS's, and a chiller plant at a tenth of its load was measured at 1.29 to 1.37",
};

/// Share of the facility's overhead at rated IT power that stays at any load.
pub static FIXED_OVERHEAD: Known<Share> = Known::exact(Share::new(0.0), &FIXED_OVERHEAD_EVIDENCE);

static ELECTRICITY_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_100K, &EIA_STATES, &EIA_PRICES],
    note: "SemiAnalysis 0.078 (2024), 0.087 (2025-26); EIA US industry 0.0806 (2023), 0.0771 (2024), 0.0826 (2025); Tennessee 0.0623, Texas 0.0660, Virginia 0.0892, California 0.1864 (2023); Epoch interval 0.6-1.7 times",
};

/// Price of electricity, delivered.
pub static ELECTRICITY: Known<EnergyPrice> = Known::between(
    usd_per_kwh(0.047),
    usd_per_kwh(0.078),
    usd_per_kwh(0.133),
    Shape::Lognormal,
    &ELECTRICITY_EVIDENCE,
);

static DEMAND_CHARGE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EIA_PRICES],
    note: "Contained in average prices, so zero here; calculators use 12.5-18.75",
};

/// Demand charge on the peak of the facility.
pub static DEMAND_CHARGE: Known<EnergyPrice> = Known::between(
    usd_per_kilowatt_month(0.0),
    usd_per_kilowatt_month(0.0),
    usd_per_kilowatt_month(20.0),
    Shape::Uniform,
    &DEMAND_CHARGE_EVIDENCE,
);

static WACC_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_H200_TCO, &BARROSO, &HAMILTON],
    note: "SemiAnalysis 10.25-10.3% (debt of 7% for three quarters, equity of 20%); Barroso 8% (7-12%); Hamilton 5%; Epoch about 5% (inferred)",
};

/// Cost of capital.
pub static WACC: Known<AnnualRate> = Known::between(
    AnnualRate::new(0.05),
    AnnualRate::new(0.1025),
    AnnualRate::new(0.15),
    Shape::Normal,
    &WACC_EVIDENCE,
);

static IT_LIFE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_COST_BREAKDOWN, &SEMIANALYSIS_H200_TCO, &SEMIANALYSIS_B300, &META_10K],
    note: "Epoch 5 (3-7); SemiAnalysis 6 (H200), 5 (B300), 4; Amazon 5; Google and Microsoft 6; Meta 5.5",
};

/// Economic life of the IT.
pub static IT_LIFE: Known<Time> =
    Known::between(years(3.0), years(5.0), years(6.0), Shape::Lognormal, &IT_LIFE_EVIDENCE);

static FACILITY_LIFE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_COST_BREAKDOWN, &SEMIANALYSIS_B300, &BARROSO, &HAMILTON],
    note: "Epoch 14; SemiAnalysis 15; Barroso 10-15; Hamilton 10",
};

/// Life of the facility.
pub static FACILITY_LIFE: Known<Time> =
    Known::between(years(10.0), years(15.0), years(20.0), Shape::Lognormal, &FACILITY_LIFE_EVIDENCE);

static RESIDUAL_VALUE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "Second-hand guides (sellers, low quality): 60-65% after one year, 40-45% two, 25-35% three, 10-15% five",
};

/// Value at the end of a life, over the price.
pub static RESIDUAL_VALUE: Known<Share> = Known::between(
    Share::new(0.0),
    Share::new(0.0),
    Share::new(0.3),
    Shape::Uniform,
    &RESIDUAL_VALUE_EVIDENCE,
);

static PRICE_DECAY_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&EPOCH_PRICE_PERFORMANCE],
    note: "Epoch 0.14 (0.10-0.18): doubling in 2.1 years",
};

/// Progress of price-performance of hardware, in orders of magnitude a year.
pub static PRICE_DECAY: Known<AnnualRate> = Known::between(
    AnnualRate::new(0.1),
    AnnualRate::new(0.14),
    AnnualRate::new(0.18),
    Shape::Normal,
    &PRICE_DECAY_EVIDENCE,
);

static FIXED_OPERATIONS_EVIDENCE: Evidence =
    Evidence { grade: Grade::Reported, sources: &[&SEMIANALYSIS_H200_TCO], note: "(131 + 39)/8 = 21.25" };

/// Remote hands, support and internet.
pub static FIXED_OPERATIONS: Known<DeviceRent> = Known::between(
    usd_per_device_month(10.0),
    usd_per_device_month(21.0),
    usd_per_device_month(60.0),
    Shape::Lognormal,
    &FIXED_OPERATIONS_EVIDENCE,
);

static MAINTENANCE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&BARROSO],
    note: "Server operations 5% of amortisation; batched repair 0.75% of the value, within a day 5-15%",
};

/// Repair by the year, over the capital of the IT.
pub static MAINTENANCE: Known<AnnualRate> = Known::between(
    AnnualRate::new(0.0075),
    AnnualRate::new(0.02),
    AnnualRate::new(0.05),
    Shape::Lognormal,
    &MAINTENANCE_EVIDENCE,
);

static TAX_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "Absent from every model studied" };

/// Property tax by the year, over capital.
pub static PROPERTY_TAX: Known<AnnualRate> = Known::between(
    AnnualRate::new(0.0),
    AnnualRate::new(0.0),
    AnnualRate::new(0.01),
    Shape::Uniform,
    &TAX_EVIDENCE,
);

/// Insurance by the year, over capital.
pub static INSURANCE: Known<AnnualRate> = Known::between(
    AnnualRate::new(0.0),
    AnnualRate::new(0.0),
    AnnualRate::new(0.005),
    Shape::Uniform,
    &TAX_EVIDENCE,
);

static SOFTWARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&NVIDIA_EARNINGS_2024_Q3],
    note: "None: own software. A licence of NVIDIA AI Enterprise is 4,500 USD a GPU and year",
};

/// Software licences, by device and time.
pub static SOFTWARE: Known<DeviceRent> = Known::exact(usd_per_device_year(0.0), &SOFTWARE_EVIDENCE);

static FACILITY_OPERATIONS_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&SEMIANALYSIS_B300, &BARROSO],
    note: "In remote hands and support, whose 21 USD a device and month are about 15 USD a kW. Technicians of B300 12, Barroso 40 USD a kW and month",
};

/// Staff, security and upkeep of the facility, by rated IT power and time.
pub static FACILITY_OPERATIONS: Known<EnergyPrice> =
    Known::exact(usd_per_kilowatt_month(0.0), &FACILITY_OPERATIONS_EVIDENCE);

static DEVICE_TIME_PER_FAILURE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Measured,
    sources: &[&LLAMA3_PAPER],
    note: "419 unexpected stops in 54 days of 16,384 H100",
};

/// Device-time for one failure that stops the job.
pub static DEVICE_TIME_PER_FAILURE: Known<DeviceTime> = Known::between(
    device_hours(25000.0),
    device_hours(50677.0),
    device_hours(150000.0),
    Shape::Lognormal,
    &DEVICE_TIME_PER_FAILURE_EVIDENCE,
);

static SWITCH_EVIDENCE: Evidence = Evidence {
    grade: Grade::Specified,
    sources: &[&NVIDIA_SUPERPOD_H100],
    note: "QM9700: 64 ports of 400 Gbit/s, a link a GPU; the same counts for H100 and B200",
};

/// Ports of a switch.
pub static SWITCH_PORTS: Known<f64> = Known::exact(64.0, &SWITCH_EVIDENCE);

/// Links of a device into the scale-out network.
pub static DEVICE_LINKS: Known<f64> = Known::exact(1.0, &SWITCH_EVIDENCE);

/// Rails: devices of a server, each with a plane of its own.
pub static RAILS: Known<f64> = Known::exact(8.0, &SWITCH_EVIDENCE);

/// Links into a leaf switch over those out of it.
pub static OVERSUBSCRIPTION: Known<f64> = Known::exact(1.0, &SWITCH_EVIDENCE);

static SWITCH_POWER_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&NVIDIA_SUPERPOD_H100],
    note: "QM9700: 747 W typical with passive cables, as quoted from its datasheet; at most 1,720 W with optics (unchecked), which are apart here",
};

/// Power of a switch, without its optics.
pub static SWITCH_POWER: Known<Power> =
    Known::between(watts(650.0), watts(747.0), watts(1_000.0), Shape::Lognormal, &SWITCH_POWER_EVIDENCE);

static OPTICS_POWER_EVIDENCE: Evidence = Evidence {
    grade: Grade::Specified,
    sources: &[&NVIDIA_OPTICS_DR8, &NVIDIA_OPTICS_SR8, &NVIDIA_OPTICS_NM],
    note: "Twin-port modules in a switch, 17 W single-mode and 15 W multimode for two ports; 9 W at the device",
};

/// Power of an optical end of a link on single-mode fibre.
pub static OPTICS_POWER: Known<Power> =
    Known::between(watts(7.5), watts(8.5), watts(9.0), Shape::Lognormal, &OPTICS_POWER_EVIDENCE);

/// Power of an optical end of a link on multimode fibre.
pub static SHORT_OPTICS_POWER: Known<Power> = Known::exact(watts(7.5), &OPTICS_POWER_EVIDENCE);

static SHORT_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&NVIDIA_OPTICS_SR8],
    note: "None: large halls pass the 50 m that multimode fibre reaches; single-mode reaches 100 to 500 m",
};

/// Share of the optical links that multimode fibre reaches.
pub static SHORT_LINKS: Known<Share> = Known::exact(Share::new(0.0), &SHORT_EVIDENCE);

static COPPER_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "All optical, as in the reference designs" };

/// Share of the devices' links on copper.
pub static COPPER_SHARE: Known<Share> = Known::exact(Share::new(0.0), &COPPER_EVIDENCE);

static NOT_COUNTED_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "Published factors on servers, unless the count is asked for",
};

/// Whether the counted network and storage stand in place of the factors.
pub static NOT_COUNTED: Known<f64> = Known::exact(0.0, &NOT_COUNTED_EVIDENCE);

static STORAGE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&LLAMA3_PAPER],
    note: "Llama 3: 240 PB of flash on 7,500 servers for 24,576 H100",
};

/// Storage servers for a device.
pub static STORAGE_SERVERS: Known<f64> =
    Known::between(0.15, 7_500.0 / 24_576.0, 0.45, Shape::Lognormal, &STORAGE_EVIDENCE);

/// Capacity of a storage server.
pub static STORAGE_SERVER_CAPACITY: Known<Information> = Known::exact(terabytes(32.0), &STORAGE_EVIDENCE);

static STORAGE_POWER_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "A server of one or two units with its drives: 0.35 to 0.6 kW. No measurement was found",
};

/// Power of a storage server.
pub static STORAGE_SERVER_POWER: Known<Power> =
    Known::between(watts(350.0), watts(450.0), watts(600.0), Shape::Lognormal, &STORAGE_POWER_EVIDENCE);

static NETWORK_PRICES_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&H100_COST_SHEET],
    note: "104,858 H100: 8,192 switches for 294.9 million USD, transceivers and cables of 314,574 links for 398.5",
};

/// Price of a switch.
pub static SWITCH_PRICE: Known<Money> =
    Known::between(usd(30_000.0), usd(36_000.0), usd(50_000.0), Shape::Lognormal, &NETWORK_PRICES_EVIDENCE);

/// Price of a link, with the optics at both ends.
pub static LINK_PRICE: Known<Money> =
    Known::between(usd(900.0), usd(1_267.0), usd(1_700.0), Shape::Lognormal, &NETWORK_PRICES_EVIDENCE);

static FAILURES_EVIDENCE: Evidence = Evidence {
    grade: Grade::Measured,
    sources: &[&LLAMA3_PAPER],
    note: "Of 419 unexpected stops of Llama 3 (table 5): accelerators 196 (faulty 148, SRAM 19, system processor 17, silent corruption 6, thermal 6), memory 72, network 49 (switches and cables 35, cards 7, communication timeouts 7), host 46 (maintenance 32 and parts), software 56",
};

/// Share of accelerators in failures.
pub static ACCELERATOR_FAILURES: Known<Share> = Known::exact(Share::new(196.0 / 419.0), &FAILURES_EVIDENCE);

/// Share of the accelerators' memory in failures.
pub static MEMORY_FAILURES: Known<Share> = Known::exact(Share::new(72.0 / 419.0), &FAILURES_EVIDENCE);

/// Share of the network in failures.
pub static NETWORK_FAILURES: Known<Share> = Known::exact(Share::new(49.0 / 419.0), &FAILURES_EVIDENCE);

/// Share of the host in failures.
pub static HOST_FAILURES: Known<Share> = Known::exact(Share::new(46.0 / 419.0), &FAILURES_EVIDENCE);

static CHECKPOINT_BYTES_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[],
    note: "Weights at 16 bit, and Adam at 32 bit: 2 + 4 + 4 + 4",
};

/// Bytes of a checkpoint for a parameter.
pub static CHECKPOINT_BYTES: Known<Ratio> = Known::exact(Ratio::new(14.0), &CHECKPOINT_BYTES_EVIDENCE);

static FAULT_GROUPS_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&FT_HSDP_PAPER],
    note: "Every stop ends the whole job, as in synchronous training; fault-tolerant recovery has as many groups as replicas",
};

/// Groups of devices that fail on their own.
pub static FAULT_GROUPS: Known<Ratio> = Known::exact(Ratio::new(1.0), &FAULT_GROUPS_EVIDENCE);

static REGROUP_TIME_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&FT_HSDP_PAPER],
    note: "From 10 minutes of stall to 3, on some 100,000 GPUs",
};

/// Time that all groups wait when one has failed.
pub static REGROUP_TIME: Known<Time> =
    Known::between(minutes(1.0), minutes(3.0), minutes(6.0), Shape::Lognormal, &REGROUP_TIME_EVIDENCE);

static SERVER_DEVICES_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "Servers of eight" };

/// Devices that are taken out when a part of their server fails.
pub static SERVER_DEVICES: Known<Devices> = Known::exact(devices(8.0), &SERVER_DEVICES_EVIDENCE);

static REPAIR_TIME_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "From a reset within the hour to a part that is sent for",
};

/// Time until failed hardware is back.
pub static REPAIR_TIME: Known<Time> =
    Known::between(days(0.5), days(3.0), days(14.0), Shape::Lognormal, &REPAIR_TIME_EVIDENCE);

static RESTART_TIME_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&LLAMA3_PAPER],
    note: "No single figure published; with the stall it gives 93% for Llama 3, which published above 90%",
};

/// Time to notice a failure, restart and reload.
pub static RESTART_TIME: Known<Time> =
    Known::between(hours(0.03), hours(0.1), hours(0.5), Shape::Lognormal, &RESTART_TIME_EVIDENCE);

static CHECKPOINT_STALL_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "Seconds, with asynchronous checkpoints" };

/// Stall for one checkpoint.
pub static CHECKPOINT_STALL: Known<Time> =
    Known::between(hours(0.0005), hours(0.002), hours(0.02), Shape::Lognormal, &CHECKPOINT_STALL_EVIDENCE);

static SPARE_SHARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_B300],
    note: "Up to 5%; 3-6% of GPUs a year need a human",
};

/// Spare devices.
pub static SPARE_SHARE: Known<Share> = Known::between(
    Share::new(0.02),
    Share::new(0.05),
    Share::new(0.1),
    Shape::Lognormal,
    &SPARE_SHARE_EVIDENCE,
);

static SOLD_SHARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "The user's decision; not the load of the hardware",
};

/// Share of delivered hours that are sold or used.
pub static SOLD_SHARE: Known<SoldShare> = Known::between(
    SoldShare::new(0.5),
    SoldShare::new(0.85),
    SoldShare::new(0.98),
    Shape::LogitNormal,
    &SOLD_SHARE_EVIDENCE,
);

static MFU_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EPOCH_MODELS, &SEMIANALYSIS_100K, &LLAMA3_PAPER],
    note: "Epoch: median of 33 values; SemiAnalysis FP8 0.35, FP16 0.40; Llama 3 0.38-0.43",
};

/// Model FLOP utilisation in training.
pub static MFU: Known<Mfu> =
    Known::between(Mfu::new(0.1), Mfu::new(0.375), Mfu::new(0.65), Shape::Normal, &MFU_EVIDENCE);

static RENT_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&TECHREADER_H100, &DEEPSEEK_V3_PAPER, &AIMULTIPLE_GPU_INDEX, &EPOCH_HARDWARE_PRICES],
    note: "H100, one year: 1.70 (2025-10) to 2.35 (2026-03); DeepSeek 2.00; median of offers 2.95; lists: Oracle 10.00, AWS 12.29 to 6.88",
};

/// Rent of a device.
pub static RENT: Known<DeviceRent> = Known::between(
    usd_per_device_hour(1.7),
    usd_per_device_hour(2.0),
    usd_per_device_hour(4.0),
    Shape::Lognormal,
    &RENT_EVIDENCE,
);

static RENT_DRIFT_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&TECHREADER_H100],
    note: "Fell by more than 60% in 2023-25, then rose by 38% from 2025-10 to 2026-03: the sign is not settled",
};

/// Change of the rent by the year.
pub static RENT_DRIFT: Known<AnnualRate> = Known::between(
    AnnualRate::new(-0.4),
    AnnualRate::new(-0.15),
    AnnualRate::new(0.4),
    Shape::Normal,
    &RENT_DRIFT_EVIDENCE,
);

static EXPERIMENTS_FACTOR_EVIDENCE: Evidence =
    Evidence { grade: Grade::Estimated, sources: &[&EPOCH_DEVELOPMENT_COST], note: "Epoch" };

/// Compute of the whole development over that of the final run.
pub static EXPERIMENTS_FACTOR: Known<Ratio> = Known::between(
    Ratio::new(1.2),
    Ratio::new(2.2),
    Ratio::new(4.0),
    Shape::Lognormal,
    &EXPERIMENTS_FACTOR_EVIDENCE,
);

static STAFF_SHARE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&EPOCH_TRAINING_COSTS],
    note: "29-49% of development, equity included: GPT-3, OPT, GPT-4, Gemini Ultra. GPT-4: 35.8 million USD (27.8-44.5), Gemini Ultra 61.4 (35.5-104.5)",
};

/// Share of the staff, equity included, in the cost of a development.
pub static STAFF_SHARE: Known<Share> = Known::between(
    Share::new(0.29),
    Share::new(0.39),
    Share::new(0.49),
    Shape::LogitNormal,
    &STAFF_SHARE_EVIDENCE,
);

static SERVER_OVER_CHIP_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&EPOCH_TRAINING_COSTS],
    note: "1.3 to 2.1; 1.64 for TPU v4 (arXiv:2405.21015)",
};

/// Price of a server over that of the devices in it.
pub static SERVER_OVER_CHIP: Known<Ratio> = Known::between(
    Ratio::new(1.3),
    Ratio::new(1.64),
    Ratio::new(2.1),
    Shape::LognormalAboveOne,
    &SERVER_OVER_CHIP_EVIDENCE,
);

static INFLATION_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "None: the cost of capital is real, as prices are. Give it where yours is nominal",
};

/// Inflation within a nominal cost of capital, by the year.
pub static INFLATION: Known<AnnualRate> = Known::exact(AnnualRate::new(0.0), &INFLATION_EVIDENCE);

static YEAR_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "365 days; Epoch 8,766, Barroso-type codes 8,640" };

/// Hours in a year of accounts.
pub static YEAR: Known<Time> = Known::exact(hours(8_760.0), &YEAR_EVIDENCE);

static AGE_EVIDENCE: Evidence = Evidence { grade: Grade::Assumed, sources: &[], note: "New" };

/// Age of the IT when the time begins.
pub static AGE: Known<Time> = Known::exact(years(0.0), &AGE_EVIDENCE);

static FACILITY_RESIDUAL_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "None, as in every model studied" };

/// Value of the facility at the end of its life, over its price.
pub static FACILITY_RESIDUAL: Known<Share> = Known::exact(Share::new(0.0), &FACILITY_RESIDUAL_EVIDENCE);

static HORIZON_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "The usual economic life of the IT; what lives longer is sold at its book value",
};

/// Years that an investment is looked at.
pub static HORIZON: Known<f64> = Known::exact(5.0, &HORIZON_EVIDENCE);

static FLAT_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "One price at all hours: the ratio is 1" };

/// Share of the energy that is drawn in peak hours: six hours of a day.
pub static PEAK_SHARE: Known<Share> = Known::exact(Share::new(0.25), &FLAT_EVIDENCE);

/// Price of electricity in peak hours over that in others.
pub static PEAK_PRICE: Known<Ratio> = Known::exact(Ratio::new(1.0), &FLAT_EVIDENCE);

static GRID_CARBON_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&OWID_CARBON, &EGRID_SUBREGIONS],
    note: "US 2023, by life cycle 0.3695 (the default), direct 0.3497 (eGRID); take the site's own",
};

/// Carbon intensity of the grid, by location.
pub static GRID_CARBON: Known<CarbonIntensity> = Known::between(
    kilograms_co2e_per_kwh(0.02),
    kilograms_co2e_per_kwh(0.37),
    kilograms_co2e_per_kwh(0.7),
    Shape::Lognormal,
    &GRID_CARBON_EVIDENCE,
);

static COMPOUNDING_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&SEMIANALYSIS_H200_TCO, &BARROSO, &HAMILTON],
    note: "12 in SemiAnalysis, Hamilton and Barroso; 1 gives 3% more",
};

/// Periods of an annuity in a year.
pub static COMPOUNDING: Known<Ratio> = Known::exact(Ratio::new(12.0), &COMPOUNDING_EVIDENCE);

static PEAK_OVERHEAD_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&EPOCH_DATA_CENTERS],
    note: "By site 1.20 (Fairwater Wisconsin, Rainier), 1.25-1.30 (Colossus 1), 1.35 (Colossus 2), 1.40 (Abilene)",
};

/// Peak power of the facility over that of its IT: a ratio of capacities, not a PUE.
pub static PEAK_OVERHEAD: Known<PeakOverhead> = Known::between(
    PeakOverhead::new(1.17),
    PeakOverhead::new(1.3),
    PeakOverhead::new(1.4),
    Shape::LognormalAboveOne,
    &PEAK_OVERHEAD_EVIDENCE,
);

static WUE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&LBNL_2024, &BRIEFLY_CLOUD, &WHATSTRENDING_WATER],
    note: "LBNL: US average 2023; low is the fleet of AWS (2024), high conventional cooling towers (NVIDIA, derived)",
};

/// Water used on site for a kWh of IT.
pub static WUE: Known<WaterIntensity> = Known::between(
    litres_per_kwh(0.15),
    litres_per_kwh(0.36),
    litres_per_kwh(1.12),
    Shape::Lognormal,
    &WUE_EVIDENCE,
);

static UPSTREAM_WATER_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&LBNL_2024],
    note: "With evaporation from reservoirs; without about 1.8 (unchecked); weighted by data centers 4.52. Other studies are far lower",
};

/// Water consumed in making a kWh of electricity, US average.
pub static UPSTREAM_WATER: Known<WaterIntensity> = Known::between(
    litres_per_kwh(1.8),
    litres_per_kwh(4.35),
    litres_per_kwh(4.52),
    Shape::Lognormal,
    &UPSTREAM_WATER_EVIDENCE,
);

static CARBON_PRICE_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "None is paid; give yours" };

/// Price of carbon.
pub static CARBON_PRICE: Known<CarbonPrice> = Known::exact(usd_per_tonne(0.0), &CARBON_PRICE_EVIDENCE);

static SERVER_EMBODIED_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[&NVIDIA_HGX_H100_PCF],
    note: "A server of 3 to 5 t, two to four times its baseboard of 1.3 t, for eight devices: no server was audited",
};

/// Carbon of making the rest of a server, for a device.
pub static SERVER_EMBODIED: Known<DeviceCarbon> = Known::between(
    kilograms_co2e_per_device(210.0),
    kilograms_co2e_per_device(336.0),
    kilograms_co2e_per_device(460.0),
    Shape::Lognormal,
    &SERVER_EMBODIED_EVIDENCE,
);

static BUILDING_EMBODIED_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "Shell with its mechanics and electrics, 0.3 to 1.5 t a kW of IT",
};

/// Carbon of building the facility, per rated IT power.
pub static BUILDING_EMBODIED: Known<CapacityCarbon> = Known::between(
    kilograms_co2e_per_kilowatt(300.0),
    kilograms_co2e_per_kilowatt(700.0),
    kilograms_co2e_per_kilowatt(1_500.0),
    Shape::Lognormal,
    &BUILDING_EMBODIED_EVIDENCE,
);

static FABRIC_EVIDENCE: Evidence = Evidence {
    grade: Grade::Assumed,
    sources: &[],
    note: "not published for this device: that of others of its time",
};

/// Scale-up bandwidth of a device, one direction, where none is published.
pub static SCALE_UP: Known<Bandwidth> = Known::between(
    gigabytes_per_second(30.0),
    gigabytes_per_second(100.0),
    gigabytes_per_second(300.0),
    Shape::Lognormal,
    &FABRIC_EVIDENCE,
);

/// Scale-out bandwidth of a device, one direction, where none is published.
pub static SCALE_OUT: Known<Bandwidth> = Known::between(
    gigabytes_per_second(3.0),
    gigabytes_per_second(12.5),
    gigabytes_per_second(50.0),
    Shape::Lognormal,
    &FABRIC_EVIDENCE,
);

static STEADY_GOODPUT_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&LLAMA3_PAPER],
    note: "Llama 3: above 0.90 over 54 days; BLOOM about 0.90; OPT-175B 0.58; ByteRobust 0.97 (dense)",
};

/// Share of a run's time that counts, where its step is timed.
pub static STEADY_GOODPUT: Known<Goodput> = Known::between(
    Goodput::new(0.75),
    Goodput::new(0.92),
    Goodput::new(0.97),
    Shape::LogitNormal,
    &STEADY_GOODPUT_EVIDENCE,
);

static FUEL_PRICE_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EIA_GAS, &EIA_GAS_STATISTICS],
    note: remark!(
        "Delivered to power plants, June to September 2025, as forecast in June 2025: 3.84. Henry Hub 2.19 in 2024, 3.66 in the first half of 2025; industry paid 7.66 a thousand cubic feet in 2022"
    ),
};

/// Price of natural gas, delivered.
pub static FUEL_PRICE: Known<EnergyPrice> = Known::between(
    usd_per_million_btu(2.19),
    usd_per_million_btu(3.84),
    usd_per_million_btu(7.4),
    Shape::Lognormal,
    &FUEL_PRICE_EVIDENCE,
);

static FUEL_CARBON_EVIDENCE: Evidence =
    Evidence { grade: Grade::Specified, sources: &[&EPA_40CFR98], note: "CO2 of burning it" };

/// Carbon of burning natural gas, of its higher heating value.
pub static FUEL_CARBON: Known<CarbonIntensity> =
    Known::exact(kilograms_co2e_per_million_btu(53.06), &FUEL_CARBON_EVIDENCE);

static FUEL_UPSTREAM_EVIDENCE: Evidence = Evidence {
    grade: Grade::Estimated,
    sources: &[&UNECE_2021, &IPCC_AR5],
    note: remark!(
        "UNECE: 403 to 513 g/kWh for a combined cycle by life cycle, less burning at 54.5%: 38 to 99 g a kWh of heat. IPCC: a median of 490, less 370 of burning (unchecked): 59"
    ),
};

/// Carbon of getting and bringing natural gas, its leaks included, of its higher heating value.
pub static FUEL_UPSTREAM: Known<CarbonIntensity> = Known::between(
    grams_co2e_per_kwh(38.0),
    grams_co2e_per_kwh(59.0),
    grams_co2e_per_kwh(99.0),
    Shape::Lognormal,
    &FUEL_UPSTREAM_EVIDENCE,
);

static STORED_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "None: batteries stand by" };

/// Share of the energy that goes through batteries.
pub static STORED: Known<Share> = Known::exact(Share::new(0.0), &STORED_EVIDENCE);

static STORAGE_EFFICIENCY_EVIDENCE: Evidence = Evidence {
    grade: Grade::Reported,
    sources: &[&EIA_STORAGE],
    note: remark!(
        "The fleet of the United States, 2019: 0.82; newer systems 0.85 and more, unchecked; its ends are assumed"
    ),
};

/// Energy out of batteries over energy into them.
pub static STORAGE_EFFICIENCY: Known<Share> = Known::between(
    Share::new(0.78),
    Share::new(0.82),
    Share::new(0.88),
    Shape::LogitNormal,
    &STORAGE_EFFICIENCY_EVIDENCE,
);

static COVERED_PEAK_EVIDENCE: Evidence =
    Evidence { grade: Grade::Assumed, sources: &[], note: "None: the utility holds the whole peak ready" };

/// Share of the facility's peak that sources on site cover, so that the utility does not.
pub static COVERED_PEAK: Known<Share> = Known::exact(Share::new(0.0), &COVERED_PEAK_EVIDENCE);
