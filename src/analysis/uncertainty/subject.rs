//! What an input is a property of: so which inputs are one quantity, on several sides and in several pools.
//!
//! # Assumes
//! - Of unlike devices, of other clusters, other models and other runs, nothing is common: what is doubtful of each is drawn apart
//!   from the other's. In truth part of it moves together (the memory in all devices has one market), so that ratios
//!   between them come out rather too wide than too narrow.
//! - All else is of the world, and the same on all sides, whatever its central value there: what is not known of a PUE, of the
//!   price of electricity, of a grid or of how parts fail is how such are known at all.

use crate::estimate::Scenario;

/// What an input is a property of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// The world: one quantity on all sides.
    World,
    /// The device of the pool that it stands in: one quantity wherever such a device stands.
    Device,
    /// The device that the work is timed on: that of the first pool.
    Leading,
    /// The cluster, as it was announced or reported.
    Cluster,
    /// The model, as it was published.
    Model,
    /// The model on the device that the work is timed on.
    Work,
}

/// What the inputs are of that are not of the world, by how their paths begin; `#` is any number. The first that fits holds.
const SUBJECTS: [(&str, Subject); 14] = [
    ("cluster.pools.#.count", Subject::Cluster),
    ("cluster.pools.#", Subject::Device),
    ("cluster.facility_power", Subject::Cluster),
    ("cluster.it_power", Subject::Cluster),
    ("cluster.budget", Subject::Cluster),
    ("cluster.draw.reached", Subject::Leading),
    ("efficiency.product", Subject::Leading),
    ("efficiency.narrow", Subject::Leading),
    ("efficiency.doubt", Subject::Work),
    ("serving_efficiency.doubt", Subject::Work),
    ("run.mfu", Subject::Work),
    ("operation.mfu", Subject::Leading),
    ("run.compute", Subject::Model),
    ("model", Subject::Model),
];

impl Subject {
    fn of(path: &str) -> Self {
        let found = SUBJECTS.iter().find(|(pattern, _)| begins(path, pattern));
        found.map_or(Self::World, |(_, subject)| *subject)
    }
}

/// Whether a path begins with the segments of a pattern.
fn begins(path: &str, pattern: &str) -> bool {
    let mut segments = path.split('.');
    let fits = |wanted: &str, segment: &str| wanted == segment || wanted == "#";
    pattern.split('.').all(|wanted| segments.next().is_some_and(|segment| fits(wanted, segment)))
}

/// What an input of a scenario is known by: the same wherever it is the same quantity.
pub(crate) fn quantity(scenario: &Scenario, path: &str) -> String {
    let device = |place: usize| scenario.cluster.pools().get(place).map_or("", |pool| pool.accelerator().id);
    let model = scenario.task.model().map_or("", |model| model.name());
    let of = |subject: &str| format!("{path} of {subject}");
    match Subject::of(path) {
        Subject::World => path.to_owned(),
        Subject::Device => {
            in_pool(path).map_or_else(|| of(""), |(pool, name)| format!("{name} of {}", device(pool)))
        }
        Subject::Leading => of(device(0)),
        Subject::Cluster => of(scenario.cluster.row().map_or("", |row| row.id)),
        Subject::Model => of(model),
        Subject::Work => of(&format!("{model} on {}", device(0))),
    }
}

/// The number of a pool, and the name of an input of it.
fn in_pool(path: &str) -> Option<(usize, &str)> {
    let (pool, name) = path.strip_prefix("cluster.pools.")?.split_once('.')?;
    Some((pool.parse().ok()?, name))
}
