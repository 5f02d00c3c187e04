//! Sites that are built in phases: the stages of the catalogue's clusters, in the order of their dates.

use super::rows::{BuildoutRow, Pace, PhaseRow};
use super::sources::*;
use crate::provenance::{Evidence, Grade};

/// A phase of which no pace is known.
const fn phase(cluster: &'static str) -> PhaseRow {
    PhaseRow { cluster, pace: None }
}

/// A phase with its pace, as its builder says.
const fn paced(cluster: &'static str, days: u16, since: Option<&'static str>) -> PhaseRow {
    PhaseRow { cluster, pace: Some(Pace { days, since }) }
}

/// What is known of the phases of most sites: their dates, which stand in the clusters' own rows.
const DATED: Evidence = Evidence { grade: Grade::Reported, sources: &[&EPOCH_DATA_CENTERS], note: "" };

/// Every site that is built in phases.
pub static BUILDOUTS: &[BuildoutRow] = &[
    BuildoutRow {
        id: "colossus",
        aliases: &[],
        name: "xAI Colossus, Memphis",
        phases: &[
            phase("colossus-25k"),
            paced("colossus-1", 122, None),
            paced("colossus-200k", 92, Some("colossus-1")),
            phase("colossus-230k"),
        ],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&STORAGEREVIEW_COLOSSUS, &VMBLOG_COLOSSUS],
            note: "The paces are xAI's. The date of the second phase is Epoch AI's, 168 days after the first",
        },
    },
    BuildoutRow {
        id: "colossus-2",
        aliases: &[],
        name: "xAI Colossus 2, Memphis",
        phases: &[phase("colossus-2-110k"), phase("colossus-2-220k"), phase("colossus-2")],
        evidence: DATED,
    },
    BuildoutRow {
        id: "stargate-abilene",
        aliases: &["abilene"],
        name: "Stargate, Abilene",
        phases: &[phase("stargate-abilene-b1"), phase("stargate-abilene-2026"), phase("stargate-abilene")],
        evidence: DATED,
    },
    BuildoutRow {
        id: "stargate-uae",
        aliases: &[],
        name: "Stargate UAE and the campus around it, Abu Dhabi",
        phases: &[phase("stargate-uae-p1"), phase("stargate-uae-1gw"), phase("uae-5gw")],
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&EPOCH_DATA_CENTERS_2025, &EPOCH_GPU_CLUSTERS],
            note: "",
        },
    },
    BuildoutRow {
        id: "rainier",
        aliases: &["project-rainier"],
        name: "AWS Project Rainier, New Carlisle",
        phases: &[phase("rainier-500k"), phase("rainier-1m")],
        evidence: DATED,
    },
];
