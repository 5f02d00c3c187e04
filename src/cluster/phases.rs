//! Phases: a site that grows, as a dated sequence of what stands on it.

use super::Cluster;
use crate::catalogue::{BUILDOUTS, BuildoutRow, CLUSTERS, ClusterRow, Pace, find, spellings};
use crate::error::{Code, Error, Noun};
use crate::quantities::Date;

/// A phase: what stands on a site from a date on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Phase {
    /// The day from which on it stands.
    pub date: Date,
    /// All that stands: the phases before included.
    pub cluster: Cluster,
    /// How long it took, as its builder says.
    pub pace: Option<Pace>,
}

impl Phase {
    /// A cluster that stands from a day on: all of the site, the phases before included.
    #[must_use]
    pub const fn of(date: Date, cluster: Cluster) -> Self {
        Self { date, cluster, pace: None }
    }

    /// A named cluster of the catalogue, from the last day on that its date names: one of `2026-11` stands from
    /// 2026-11-30 on.
    ///
    /// # Errors
    /// When there is none of that id, or its date is none.
    pub fn preset(id: &str) -> Result<Self, Error> {
        let row: &ClusterRow = find(CLUSTERS, id)?;
        let date = Date::last_of(row.date).ok_or_else(|| Error::not_a_date(row.id, row.date))?;
        Ok(Self::of(date, Cluster::from_row(row)?))
    }

    /// The day on which construction began, by the pace from there on.
    #[must_use]
    pub fn began(&self) -> Option<Date> {
        let pace = self.pace.filter(|pace| pace.since.is_none())?;
        self.date.plus(-i32::from(pace.days))
    }

    /// A named cluster, from its own date on or from another: `colossus-1`, `colossus-1@2024-09-02`.
    fn named(text: &str) -> Result<Self, Error> {
        let Some((id, date)) = text.split_once('@') else { return Self::preset(text) };
        let date = Date::last_of(date).ok_or_else(|| Error::not_a_date(text, date))?;
        Ok(Self::of(date, Cluster::preset(id)?))
    }
}

/// A site that is built in phases.
///
/// Built by [`Buildout::preset`], [`Buildout::named`] or [`Buildout::of`].
#[derive(Clone, Debug, PartialEq)]
pub struct Buildout {
    name: String,
    row: Option<&'static BuildoutRow>,
    first: Date,
    phases: Vec<Phase>,
}

impl Buildout {
    /// A site of given phases.
    ///
    /// # Errors
    /// When there is no phase, or one does not stand after the one before it.
    pub fn of(name: &str, phases: Vec<Phase>) -> Result<Self, Error> {
        let first = phases.first().ok_or_else(|| Error::new(Code::NoPhase, vec![]))?.date;
        let pairs = phases.iter().zip(phases.iter().skip(1));
        match pairs.into_iter().find(|(before, phase)| before.date >= phase.date) {
            Some((before, phase)) => Err(out_of_order(before, phase)),
            None => Ok(Self { name: name.to_owned(), row: None, first, phases }),
        }
    }

    /// A named site of the catalogue, such as `colossus` or `stargate-abilene`.
    ///
    /// # Errors
    /// When there is none of that id: names the nearest.
    pub fn preset(id: &str) -> Result<Self, Error> {
        let row: &'static BuildoutRow = find(BUILDOUTS, id)?;
        let phase = |phase: &crate::catalogue::PhaseRow| {
            Phase::preset(phase.cluster).map(|built| Phase { pace: phase.pace, ..built })
        };
        let phases = row.phases.iter().map(phase).collect::<Result<_, _>>()?;
        Self::of(row.id, phases).map(|built| Self { row: Some(row), ..built })
    }

    /// A named site of the catalogue; or named clusters as its phases, each from its own date on or from another:
    /// `["colossus-1", "colossus-200k@2024-12-03"]`. What is both a site and a cluster is the cluster where it has a date.
    ///
    /// # Errors
    /// When there is no such site and no such cluster, a date is none, the phases are out of order, or one of several is a
    /// site with phases of its own.
    pub fn named(names: &[&str]) -> Result<Self, Error> {
        match names {
            [id] if find(BUILDOUTS, id).is_ok() => Self::preset(id),
            [id] if !id.contains('@') && find(CLUSTERS, id).is_err() => Err(unknown(id)),
            _ => {
                let site = names.iter().find_map(|name| Self::preset(name).ok());
                if let Some(site) = site.filter(|_| names.len() > 1) {
                    return Err(site.among_phases());
                }
                let phases = names.iter().map(|name| Phase::named(name)).collect::<Result<Vec<_>, _>>()?;
                let name = phases.iter().map(|phase| phase.cluster.name()).collect::<Vec<_>>().join(" · ");
                Self::of(&name, phases)
            }
        }
    }

    /// The refusal of it as a phase: its own phases, as they can be given.
    fn among_phases(&self) -> Error {
        let phase = |phase: &Phase| format!("{}@{}", phase.cluster.name(), phase.date);
        let known: Vec<_> = self.phases.iter().map(phase).collect();
        Error::new(Code::SiteAmongPhases, vec![("field", self.name.clone()), ("known", known.join(" "))])
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The catalogue's row it was built from.
    #[must_use]
    pub const fn row(&self) -> Option<&'static BuildoutRow> {
        self.row
    }

    /// Its phases, in the order of their dates.
    #[must_use]
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The day from which on its first phase stands.
    #[must_use]
    pub const fn first(&self) -> Date {
        self.first
    }

    /// The day on which construction began, as far as its builder's pace tells.
    #[must_use]
    pub fn began(&self) -> Option<Date> {
        self.phases.iter().find_map(Phase::began)
    }

    /// The phase that stands on a day, by its place; `None` before the first.
    #[must_use]
    pub fn standing(&self, date: Date) -> Option<usize> {
        self.phases.iter().rposition(|phase| phase.date <= date)
    }
}

fn out_of_order(before: &Phase, phase: &Phase) -> Error {
    let args = vec![
        ("phase", phase.cluster.name().to_owned()),
        ("date", phase.date.to_string()),
        ("before", before.cluster.name().to_owned()),
        ("earlier", before.date.to_string()),
    ];
    Error::new(Code::PhasesOutOfOrder, args)
}

/// No site and no cluster of this id.
fn unknown(id: &str) -> Error {
    let known = spellings(BUILDOUTS).into_iter().chain(spellings(CLUSTERS));
    Error::unknown(Noun::Buildout, id, &mut known.into_iter())
}
