//! Methods of others: the inputs behind figures that they published, so that those come out of ours.
//!
//! Epoch AI is CC BY 4.0.

use super::sources::*;
use crate::provenance::{Evidence, Grade};
use crate::quantities::units::*;

/// A method: what it sets, over the defaults.
#[derive(Debug, PartialEq)]
pub struct Method {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it sets: the path of an input, or an accelerator and an input of its pools, and the value in base units.
    pub settings: &'static [(&'static str, f64)],
    /// Sources, grade and note.
    pub evidence: Evidence,
}

impl Method {
    /// The accelerators whose prices and powers it sets.
    pub fn accelerators(&self) -> impl Iterator<Item = &'static str> {
        let of_pool = |path: &&str| !["finance", "cluster", "site"].contains(path);
        self.settings.iter().filter_map(|(path, _)| path.split('.').next()).filter(of_pool)
    }

    /// What it sets an input to, by its path; in a pool, by its accelerator.
    #[must_use]
    pub fn value(&self, path: &str, accelerators: &[&str]) -> Option<f64> {
        let of = |wanted: &dyn Fn(&str) -> bool| {
            self.settings.iter().find(|(known, _)| wanted(known)).map(|(_, value)| *value)
        };
        let Some(in_pool) = path.strip_prefix("cluster.pools.") else { return of(&|known| known == path) };
        let (place, name) = in_pool.split_once('.')?;
        let accelerator = accelerators.get(place.parse::<usize>().ok()?)?;
        of(&|known| known.strip_prefix(accelerator).is_some_and(|rest| rest.strip_prefix('.') == Some(name)))
    }
}

/// The settings of a method, behind what it leaves out: the costs that none of these methods counts, and those named.
macro_rules! without {
    ($($path:literal),*; $($setting:expr),+ $(,)?) => { &[
        ("finance.site_power_capex", 0.0),
        ("finance.contingency", 0.0),
        ("finance.inflation", 0.0),
        ("finance.facility_residual", 0.0),
        ("finance.software", 0.0),
        ("finance.property_tax", 0.0),
        ("finance.insurance", 0.0),
        ("site.demand_charge", 0.0),
        ("site.peak_price", 1.0),
        $(($path, 0.0),)*
        $($setting),+
    ] };
}

/// Servers in their racks, as SemiAnalysis lists them: eight H200 on InfiniBand.
const H200_SERVER: f64 = 258_001.0;
/// Sixteen B300 on their servers.
const B300_SERVERS: f64 = 880_400.0;

/// Every method.
pub static METHODS: &[Method] = &[
    Method {
        id: "epoch",
        name: "Epoch AI, training cost on GPUs: amortised, by cloud, acquisition",
        settings: without![ "finance.residual", "finance.facility_operations", "finance.colocated",
            "finance.storage_share", "finance.installation_share", "finance.facility_capex", "finance.fixed_operations", "finance.maintenance";
            ("finance.network_share", 0.19),
            ("finance.price_decay", 0.14),
            ("finance.year", hours(8_766.0).value),
            ("finance.experiments", 2.2),
            ("cluster.it_overhead", 1.0),
            ("cluster.load", 0.75),
            ("site.pue", 1.25),
            ("site.electricity", usd_per_kwh(0.0806).value),
            ("a100-sxm-40.price", 24_875.0),
            ("a100-sxm-40.server_over_tdp", 2.031_25),
            ("h100-sxm.price", 44_489.88),
            ("h100-sxm.server_over_tdp", 10.2 / 8.0 / 0.7),
        ],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&EPOCH_TRAINING_COSTS],
            note: remark!(
                "github.com/epoch-research/training-cost-trends; prices of DGX A100 (2020-08) and DGX H100 (2022-09); US industrial electricity of 2023. Their amortised cost is the view `decay`, with finance.age; cloud is `rental`; upfront is `acquisition`"
            ),
        },
    },
    Method {
        id: "epoch-tpu",
        name: "Epoch AI, training cost on Google's TPUs",
        settings: without![ "finance.residual", "finance.facility_operations", "finance.colocated",
            "finance.storage_share", "finance.installation_share", "finance.facility_capex", "finance.fixed_operations", "finance.maintenance";
            ("finance.network_share", 0.19),
            ("finance.price_decay", 0.14),
            ("finance.year", hours(8_766.0).value),
            ("finance.experiments", 2.2),
            ("cluster.it_overhead", 1.0),
            ("cluster.load", 0.43),
            ("site.pue", 1.1),
            ("site.electricity", usd_per_kwh(0.0806).value),
            ("tpu-v4.price", 5_167.0 * 1.64),
            ("tpu-v4.tdp", 373.0),
            ("tpu-v4.server_over_tdp", 1.56),
        ],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&EPOCH_TRAINING_COSTS],
            note: remark!(
                "github.com/epoch-research/training-cost-trends; a price between the cost of making and that of a like GPU; 373 W and a load of 0.43 together meet Google's measured mean"
            ),
        },
    },
    Method {
        id: "epoch-gigawatt",
        name: "Epoch AI, a gigawatt of GB200",
        settings: without![ "finance.residual", "finance.colocated",
            "finance.network_share", "finance.storage_share", "finance.installation_share", "finance.fixed_operations", "finance.maintenance";
            ("finance.wacc", 0.05),
            ("finance.facility_capex", usd_per_watt(8.0).value),
            ("finance.facility_operations", usd_per_gigawatt_year(0.3e9).value),
            ("cluster.it_life", years(5.0).value),
            ("cluster.facility_life", years(14.0).value),
            ("cluster.it_overhead", 1.0),
            ("gb200.price", 30.0 * 2_173.0),
            ("gb200.server_over_tdp", 2_173.0 / 1_200.0),
        ],
        evidence: Evidence {
            grade: Grade::Estimated,
            sources: &[&EPOCH_COST_BREAKDOWN],
            note: remark!(
                "38 billion USD a gigawatt of IT; its split of 30 for IT and 8 for the facility, and the rate of 5%, are inferred"
            ),
        },
    },
    Method {
        id: "semianalysis-neocloud",
        name: "SemiAnalysis, AI TCO model, H200 of a large neocloud in colocation",
        settings: without![ "finance.facility_operations",
            "finance.residual", "finance.maintenance";
            ("finance.network_share", 76_155.0 / 361_255.0),
            ("finance.storage_share", 11_732.0 / H200_SERVER),
            ("finance.installation_share", (8_000.0 + 4_500.0 + 2_867.0) / H200_SERVER),
            ("finance.wacc", 0.1025),
            ("finance.compounding", 12.0),
            ("finance.colocated", 1.0),
            ("finance.colocation_rent", usd_per_kilowatt_month(150.0).value),
            ("finance.fixed_operations", usd_per_device_month((131.0 + 39.0) / 8.0).value),
            ("cluster.it_life", years(6.0).value),
            ("cluster.it_overhead", 1.0),
            ("cluster.load", 0.8),
            ("site.pue", 1.35),
            ("site.electricity", usd_per_kwh(0.087).value),
            ("h200-sxm.price", H200_SERVER / 8.0),
            ("h200-sxm.server_over_tdp", 10_930.0 / 8.0 / 700.0),
        ],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&SEMIANALYSIS_H200_TCO],
            note: remark!(
                "361,255 USD a server of eight: 258,001 with network 76,155, storage 11,732, service 8,000, installation 4,500, software 2,867; 10.93 kW"
            ),
        },
    },
    Method {
        id: "semianalysis-owner",
        name: "SemiAnalysis, B300 in an own facility",
        settings: without![ "finance.facility_operations",
            "finance.network_share", "finance.residual", "finance.maintenance", "finance.colocated";
            ("finance.storage_share", 89_956.0 / B300_SERVERS),
            ("finance.installation_share", 15_802.0 / B300_SERVERS),
            ("finance.facility_capex", usd_per_watt(382_000.0 / 30_500.0).value),
            ("finance.wacc", 0.103),
            ("finance.compounding", 12.0),
            ("finance.fixed_operations", usd_per_device_hour(0.03).value),
            ("finance.spares", 0.05),
            ("cluster.it_life", years(5.0).value),
            ("cluster.facility_life", years(15.0).value),
            ("cluster.it_overhead", 1.0),
            ("cluster.load", 0.8),
            ("site.pue", 1.35),
            ("site.electricity", usd_per_kwh(0.087).value),
            ("b300-sxm.price", B300_SERVERS / 16.0),
            ("b300-sxm.server_over_tdp", 30_500.0 / 16.0 / 1_100.0),
        ],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&SEMIANALYSIS_B300],
            note: remark!(
                "986,158 USD for sixteen: 880,400 with network, storage, service and installation 89,956 and 15,802; 30.5 kW; facility 382,000 over 15 years, a figure of the text's; operations 0.21 USD an hour, of which technicians and the like 0.03"
            ),
        },
    },
    Method {
        id: "hamilton",
        name: "Hamilton 2010: overall data center costs",
        settings: without![ "finance.facility_operations", "finance.colocated",
            "finance.network_share", "finance.storage_share", "finance.installation_share",
            "finance.residual", "finance.maintenance", "finance.fixed_operations";
            ("finance.wacc", 0.05),
            ("finance.compounding", 12.0),
            ("cluster.it_life", years(3.0).value),
            ("cluster.facility_life", years(10.0).value),
            ("cluster.load", 0.8),
        ],
        evidence: Evidence {
            grade: Grade::Assumed,
            sources: &[&HAMILTON],
            note: remark!(
                "Rates and lives, unchecked: servers 36 months, facility 10 years, 5%, load 80%. Servers were 57% of 3.5 million USD a month"
            ),
        },
    },
    Method {
        id: "barroso",
        name: "Barroso, Hölzle and Ranganathan: the datacenter as a computer",
        settings: without![ "finance.colocated",
            "finance.network_share", "finance.storage_share", "finance.installation_share",
            "finance.residual", "finance.fixed_operations";
            ("finance.facility_capex", usd_per_watt(10.0).value),
            ("finance.wacc", 0.08),
            ("finance.compounding", 12.0),
            ("finance.facility_operations", usd_per_kilowatt_month(40.0).value),
            ("finance.maintenance", 0.05 / 3.0),
            ("cluster.it_life", years(3.0).value),
            ("cluster.facility_life", years(12.0).value),
            ("cluster.it_overhead", 1.0),
            ("cluster.load", 0.75),
            ("site.pue", 1.5),
            ("site.electricity", usd_per_kwh(0.067).value),
        ],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&BARROSO],
            note: remark!(
                "Chapter 6, in the form of the codes after it: facility 10 USD/W over 12 years, its operation 0.04 USD/W a month, repair 5% of the servers' amortisation"
            ),
        },
    },
];
