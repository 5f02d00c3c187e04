//! What was reported, and when, on the gigafactory of xAI, Oracle and Stargate.

use super::rows::SeedFact;
use super::sources::*;
use crate::provenance::{Evidence, Grade};

/// Every fact, by subject.
pub static SEED_FACTS: &[SeedFact] = &[
    SeedFact {
        date: "2024-03-29",
        subject: "stargate",
        fact: "Microsoft/OpenAI plan reported by The Information: Stargate",
        value: "up to 100 billion USD; phases together more than 115 billion",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&TXT_STARGATE],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-03-29",
        subject: "stargate",
        fact: "five phases to 2030; then in phase 3; phase 4 (about 10 billion USD, 2026) in Wisconsin as reported; Stargate = phase 5, launch 2028",
        value: "5 phases",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&BISNOW_STARGATE],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-03-29",
        subject: "stargate",
        fact: "power needed when complete",
        value: "up to 5 GW",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&MULTIPLATFORM_STARGATE],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-03-29",
        subject: "stargate",
        fact: "cost relative to the biggest data centres then",
        value: "100 times",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&BISNOW_STARGATE],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-03-29",
        subject: "stargate",
        fact: "chips",
        value: "\"millions of GPUs\"; no count published",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&CYBERNEWS_STARGATE],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-04",
        subject: "xai",
        fact: "GPUs needed for Grok 2 / for Grok 3 and beyond (Musk)",
        value: "about 20,000 / 100,000 H100",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&DAILY_SABAH_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05-25",
        subject: "xai",
        fact: "The Information: \"gigafactory of compute\" told to investors in May 2024",
        value: "100,000 Nvidia chips (H100)",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&DAILY_SABAH_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05-25",
        subject: "xai",
        fact: "size: \"at least four times the size of the biggest GPU clusters that exist today\" (such as Meta's for training)",
        value: "4x",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&DAILY_SABAH_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05-25",
        subject: "xai",
        fact: "target: operational by fall 2025; Musk \"personally responsible for delivering it on time\"",
        value: "2025 autumn",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&DAILY_SABAH_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05-25",
        subject: "xai",
        fact: "\"four times\": biggest public training clusters were Meta's two of 24,576 H100 (2024-03-12)",
        value: "100,000/24,576 = 4.07",
        evidence: Evidence { grade: Grade::Estimated, sources: &[&META_GENAI], note: "Arithmetic" },
    },
    SeedFact {
        date: "2024-05-25",
        subject: "xai",
        fact: "possible partner Oracle; discussed cloud rental over several years",
        value: "about 10 billion USD",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&BUSINESS_INSIDER_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05-26",
        subject: "xai",
        fact: "Series B raised / valuation",
        value: "6 / 24 billion USD",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&BUSINESS_INSIDER_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05",
        subject: "xai",
        fact: "already rented from Oracle",
        value: "about 16,000 Nvidia chips",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&BUSINESS_INSIDER_XAI],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-07-09",
        subject: "xai",
        fact: "Oracle talks ended: timeline and power supply at the preferred site; capacity went to another customer",
        value: "ended",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&MARKETSCREENER_XAI, &DCD_XAI_ORACLE],
            note: "",
        },
    },
    SeedFact {
        date: "2024-07-09",
        subject: "xai",
        fact: "Musk on X: contracted from Oracle, Grok 2 trained on them",
        value: "24,000 H100",
        evidence: Evidence { grade: Grade::Reported, sources: &[&DCD_XAI_ORACLE], note: "" },
    },
    SeedFact {
        date: "2024-07-22",
        subject: "xai",
        fact: "Memphis training start announced",
        value: "",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&EPOCH_DATA_CENTERS],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-09-02",
        subject: "xai",
        fact: "Colossus 100,000 H100 online: 122 days of building, 19 days from first rack to training",
        value: "about 12 months before the autumn-2025 target",
        evidence: Evidence { grade: Grade::Reported, sources: &[&VMBLOG_COLOSSUS], note: "" },
    },
    SeedFact {
        date: "2025-01-21",
        subject: "stargate",
        fact: "Stargate LLC announced (OpenAI, SoftBank, Oracle, MGX)",
        value: "500 billion USD over four years, 100 at once; 10 GW",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&MINT_STARGATE_SITES],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2025-09-23",
        subject: "stargate",
        fact: "five new sites bring the plan to",
        value: "about 7 GW, more than 400 billion USD",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&MINT_STARGATE_SITES],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2023-10..2025-03",
        subject: "oracle",
        fact: "OCI list price BM.GPU.H100.8",
        value: "10.00 USD/GPU-h",
        evidence: Evidence {
            grade: Grade::Reported,
            sources: &[&EPOCH_HARDWARE_PRICES],
            note: "Quoted at second hand",
        },
    },
    SeedFact {
        date: "2024-05",
        subject: "oracle",
        fact: "10 billion USD at the OCI list price of 10.00 is 1.0e9 GPU-h = 100,000 GPUs for 1.14 years; at 2.50 it is 4.6 years",
        value: "",
        evidence: Evidence {
            grade: Grade::Estimated,
            sources: &[&EPOCH_HARDWARE_PRICES, &BUSINESS_INSIDER_XAI],
            note: "Arithmetic",
        },
    },
];
