//! The catalogue, shown: lists, and single entries with every field.

use super::locale::Locale;
use super::show::Table;
use crate::catalogue::spellings;
use crate::catalogue::{
    ACCELERATORS, Accelerator, CLIMATES, CLUSTERS, COOLINGS, ClimateRow, ClusterRow, CoolingRow, GRID,
    GRID_SOURCE, GridRow, METHODS, MODELS, Method, ModelRow, POWER_SOURCES, PowerSourceRow, Precision, Row,
    SUPPLIES, SYSTEMS, SupplyRow, System, defaults,
};
use crate::catalogue::{BUILDOUTS, BuildoutRow, PriceRow, find, prices};
use crate::cluster::{Cluster, Pool, Site};
use crate::cost::Finance;
use crate::error::{Error, Noun};
use crate::provenance::{Evidence, Grade, Known, UNKNOWN};
use crate::quantities::display::{ENGLISH, MOST_DIGITS, quantity};
use crate::quantities::{CarbonIntensity, Information, Kind, Measure};

/// A part of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Accelerators.
    Accelerators,
    /// Servers, racks and pods.
    Systems,
    /// Clusters.
    Clusters,
    /// Sites that are built in phases.
    Buildouts,
    /// Models.
    Models,
    /// Sites: grids.
    Sites,
    /// Supplies of electricity.
    Supplies,
    /// Kinds of source of electricity.
    Sources,
    /// Ways of cooling.
    Coolings,
    /// Climate zones.
    Climates,
    /// Methods of cost.
    Methods,
    /// Dated prices of renting.
    Prices,
}

impl Part {
    /// Every part, by its name.
    pub const ALL: &[(&'static str, Self)] = &[
        ("accelerators", Self::Accelerators),
        ("systems", Self::Systems),
        ("clusters", Self::Clusters),
        ("buildouts", Self::Buildouts),
        ("models", Self::Models),
        ("sites", Self::Sites),
        ("supplies", Self::Supplies),
        ("sources", Self::Sources),
        ("coolings", Self::Coolings),
        ("climates", Self::Climates),
        ("methods", Self::Methods),
        ("prices", Self::Prices),
    ];

    /// The part of this name.
    ///
    /// # Errors
    /// When there is none: names the nearest.
    pub fn of(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, part)| *part);
        found.ok_or_else(|| Error::unknown(Noun::Value, name, &mut Self::ALL.iter().map(|(known, _)| *known)))
    }
}

/// A field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value, for people; empty where nothing is published.
    pub text: String,
    /// How it is known.
    pub grade: Grade,
}

/// An entry of the catalogue, with every field.
#[derive(Debug)]
pub struct Entry {
    /// Its id.
    pub id: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// What it is.
    pub noun: Noun,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Its sources, grade and note.
    pub evidence: Vec<&'static Evidence>,
}

/// A part of the catalogue as a table; only what holds a text, where one is given.
#[must_use]
pub fn list(part: Part, search: Option<&str>, locale: Locale) -> Table {
    let (header, rows): (&[&'static str], Vec<Vec<String>>) = match part {
        Part::Accelerators => (
            &["id", "name", "released", "bf16", "memory", "tdp", "price"],
            ACCELERATORS.iter().map(accelerator_cells).collect(),
        ),
        Part::Systems => (
            &["id", "name", "accelerator", "devices", "max_power", "price"],
            SYSTEMS.iter().map(system_cells).collect(),
        ),
        Part::Clusters => (
            &["id", "name", "owner", "date", "devices", "facility_power", "budget"],
            CLUSTERS.iter().map(cluster_cells).collect(),
        ),
        Part::Buildouts => {
            (&["id", "name", "first", "last", "clusters"], BUILDOUTS.iter().map(buildout_cells).collect())
        }
        Part::Models => (
            &["id", "name", "developer", "released", "parameters", "active", "tokens", "compute"],
            MODELS.iter().map(model_cells).collect(),
        ),
        Part::Sites => (
            &["id", "name", "carbon", "basis", "industrial_price"],
            GRID.iter().map(|row| grid_cells(row, locale)).collect(),
        ),
        Part::Supplies => (&["id", "name", "shares"], SUPPLIES.iter().map(supply_cells).collect()),
        Part::Sources => (
            &["id", "name", "efficiency", "direct_carbon", "life_cycle", "price_without_fuel", "water"],
            POWER_SOURCES.iter().map(source_cells).collect(),
        ),
        Part::Coolings => (&["id", "name", "pue", "wue"], COOLINGS.iter().map(cooling_cells).collect()),
        Part::Climates => (&["id", "name"], CLIMATES.iter().map(climate_cells).collect()),
        Part::Methods => (&["id", "name"], METHODS.iter().map(method_cells).collect()),
        Part::Prices => {
            (&["provider", "accelerator", "term", "rent", "date"], prices().map(price_cells).collect())
        }
    };
    let has_names = header.get(1) == Some(&"name");
    let named = |mut row: Vec<String>| {
        let own = row.first().filter(|_| has_names).and_then(|id| locale.find_name(id));
        if let (Some(own), Some(name)) = (own, row.get_mut(1)) {
            own.clone_into(name);
        }
        row
    };
    let wanted = search.unwrap_or_default();
    let holds = |row: &Vec<String>| wanted.is_empty() || row.iter().any(|cell| holds(cell, wanted));
    Table::of(header, rows.into_iter().map(named).filter(holds).collect(), locale)
}

/// Whether a text holds another, whatever its case.
fn holds(text: &str, wanted: &str) -> bool {
    text.as_bytes().windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

fn shown<M: Measure>(value: Option<M>) -> String {
    text_of(M::KIND, value.map(M::base))
}

fn text_of(kind: &Kind, base: Option<f64>) -> String {
    base.map_or_else(String::new, |base| quantity(kind, base, None, MOST_DIGITS, &ENGLISH))
}

/// Memory, in the unit of the inputs.
fn gibibytes(value: Option<Information>) -> String {
    let shown =
        |value: Information| quantity(Information::KIND, value.base(), Some("GiB"), MOST_DIGITS, &ENGLISH);
    value.map_or_else(String::new, shown)
}

fn billions(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| shown(Some(value * 1e9)))
}

fn accelerator_cells(row: &Accelerator) -> Vec<String> {
    let text = |text: &str| text.to_owned();
    vec![
        text(row.id),
        text(row.name),
        text(row.released),
        shown(row.peak.bf16),
        gibibytes(row.memory),
        shown(row.tdp),
        shown(row.price),
    ]
}

fn system_cells(row: &System) -> Vec<String> {
    let text = |text: &str| text.to_owned();
    vec![
        text(row.id),
        text(row.name),
        text(row.accelerator),
        row.devices.to_string(),
        shown(row.max_power),
        shown(row.price),
    ]
}

fn cluster_cells(row: &ClusterRow) -> Vec<String> {
    let text = |text: &str| text.to_owned();
    vec![
        text(row.id),
        text(row.name),
        text(row.owner),
        text(row.date),
        pools(row),
        shown(row.facility_power),
        shown(row.budget),
    ]
}

fn buildout_cells(row: &BuildoutRow) -> Vec<String> {
    let ids: Vec<_> = row.phases.iter().map(|phase| phase.cluster).collect();
    let date = |id: Option<&&str>| {
        id.and_then(|id| find(CLUSTERS, id).ok()).map_or_else(String::new, |row| row.date.to_owned())
    };
    vec![row.id.to_owned(), row.name.to_owned(), date(ids.first()), date(ids.last()), ids.join(" → ")]
}

fn pools(row: &ClusterRow) -> String {
    let pool = |pool: &crate::catalogue::PoolRow| {
        pool.count.map_or_else(
            || format!("? {}", pool.accelerator),
            |count| format!("{count} {}", pool.accelerator),
        )
    };
    row.pools.iter().map(pool).collect::<Vec<_>>().join(" + ")
}

fn model_cells(row: &ModelRow) -> Vec<String> {
    let text = |text: &str| text.to_owned();
    vec![
        text(row.id),
        text(row.name),
        text(row.developer),
        text(row.released),
        billions(row.total_billions),
        billions(row.active_billions),
        shown(row.tokens),
        shown(row.compute),
    ]
}

fn grid_cells(row: &GridRow, locale: Locale) -> Vec<String> {
    let text = |text: &str| text.to_owned();
    vec![
        text(row.id),
        text(row.name),
        shown(row.carbon),
        text(locale.word(row.basis.key())),
        shown(row.industrial_price),
    ]
}

fn supply_cells(row: &SupplyRow) -> Vec<String> {
    vec![row.id.to_owned(), row.name.to_owned(), shares(row)]
}

/// The sources of a supply with their shares.
fn shares(row: &SupplyRow) -> String {
    let part = |(kind, share): &(&str, f64)| {
        format!("{kind} {}", quantity(f64::KIND, *share, None, SHARE_DIGITS, &ENGLISH))
    };
    row.parts.iter().map(part).collect::<Vec<_>>().join(" + ")
}

/// Digits that the shares of a supply bear.
const SHARE_DIGITS: usize = 2;

fn source_cells(row: &'static PowerSourceRow) -> Vec<String> {
    let of_source = source_fields(row).into_iter().map(|stated| stated.text);
    [row.id.to_owned(), row.name.to_owned()].into_iter().chain(of_source).collect()
}

/// What is stated of a source: its text, and how it is known.
struct Stated {
    name: &'static str,
    text: String,
    range: String,
    grade: Grade,
    evidence: Option<&'static Evidence>,
}

impl Stated {
    fn of<M: Measure>(name: &'static str, known: Option<Known<M>>) -> Self {
        let end = |value: fn(&Known<M>) -> M| shown(known.as_ref().map(value));
        let (low, high) = (end(|known| known.low), end(|known| known.high));
        Self {
            name,
            text: end(|known| known.value),
            range: if low == high { String::new() } else { format!(" ({low} – {high})") },
            grade: known.map_or(Grade::Assumed, |known| known.grade),
            evidence: known.map(|known| known.evidence),
        }
    }

    /// What is taken from an input of the site.
    fn of_site(name: &'static str, path: &str) -> Self {
        Self { name, text: path.to_owned(), range: String::new(), grade: Grade::Assumed, evidence: None }
    }
}

/// A kind of source: efficiency, both carbon intensities (of what burns gas, at the gas's usual carbon), price without the
/// fuel, water.
fn source_fields(row: &'static PowerSourceRow) -> Vec<Stated> {
    if row.id == GRID_SOURCE {
        return vec![
            Stated::of("efficiency", row.efficiency),
            Stated::of_site("direct_carbon", "site.carbon"),
            Stated::of_site("carbon", "site.carbon"),
            Stated::of_site("price", "site.electricity"),
            Stated::of_site("upstream_water", "site.upstream_water"),
        ];
    }
    let burning = defaults::FUEL_CARBON.value;
    let of_fuel = |fuel: CarbonIntensity| {
        let Known { low, value, high, shape, evidence, .. } = row.efficiency?;
        Some(Known::between(fuel / high, fuel / value, fuel / low, shape, evidence).at_best(Grade::Estimated))
    };
    let upstream = defaults::FUEL_UPSTREAM.value;
    vec![
        Stated::of("efficiency", row.efficiency),
        Stated::of("direct_carbon", row.direct_carbon.or_else(|| of_fuel(burning))),
        Stated::of("carbon", row.carbon.or_else(|| of_fuel(burning + upstream))),
        Stated::of("price", row.price),
        Stated::of("upstream_water", row.water),
    ]
}

fn method_cells(row: &Method) -> Vec<String> {
    vec![row.id.to_owned(), row.name.to_owned()]
}

fn price_cells(row: &PriceRow) -> Vec<String> {
    let text = |text: &str| text.to_owned();
    vec![text(row.provider), text(row.accelerator), text(row.term), shown(Some(row.rent)), text(row.date)]
}

/// Every id of the catalogue.
/// Every id.
pub(crate) fn ids() -> Vec<&'static str> {
    let parts = [
        spellings(ACCELERATORS),
        spellings(SYSTEMS),
        spellings(CLUSTERS),
        spellings(MODELS),
        spellings(GRID),
        spellings(METHODS),
        spellings(SUPPLIES),
        spellings(COOLINGS),
        spellings(POWER_SOURCES),
    ];
    parts.concat()
}

/// The entry of this id, whatever part of the catalogue it stands in.
///
/// # Errors
/// When there is none: names the nearest.
pub fn entry(id: &str, locale: Locale) -> Result<Entry, Error> {
    use crate::catalogue::find;
    let accelerator = || find(ACCELERATORS, id).ok().map(accelerator_entry);
    let system = || find(SYSTEMS, id).ok().map(system_entry);
    let cluster = || find(CLUSTERS, id).ok().map(cluster_entry);
    let model = || find(MODELS, id).ok().map(model_entry);
    let grid = || find(GRID, id).ok().map(|row| grid_entry(row, locale));
    let method = || find(METHODS, id).ok().map(method_entry);
    let supply = || find(SUPPLIES, id).ok().map(supply_entry);
    let source = || find(POWER_SOURCES, id).ok().map(source_entry);
    let cooling = || find(COOLINGS, id).ok().map(|row| cooling_entry(row, locale));
    let found = accelerator().or_else(system).or_else(cluster).or_else(model).or_else(grid).or_else(method);
    let found = found.or_else(supply).or_else(source).or_else(cooling);
    let named = found.map(|entry| Entry { name: locale.find_name(entry.id).unwrap_or(entry.name), ..entry });
    named.ok_or_else(|| Error::unknown(Noun::Entry, id, &mut ids().into_iter()))
}

/// The fields of an entry: name and text, known as their evidence says; assumed where recalled.
fn fields(fields: Vec<(&str, String)>, evidence: &Evidence, recalled: &[&str]) -> Vec<Field> {
    let grade = |name: &str| if recalled.contains(&name) { Grade::Assumed } else { evidence.grade };
    fields.into_iter().map(|(name, text)| Field { grade: grade(name), name: name.to_owned(), text }).collect()
}

fn of<R: Row>(row: &'static R, fields: Vec<Field>, evidence: Vec<&'static Evidence>) -> Entry {
    Entry { id: row.id(), name: row.name(), noun: R::NOUN, fields, evidence }
}

fn count(value: Option<u32>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn accelerator_entry(row: &'static Accelerator) -> Entry {
    let peaks = Precision::ALL.map(|precision| {
        let field = precision.rated().name().replace('-', "_");
        let grade = if row.recalled.contains(&field.as_str()) { Grade::Assumed } else { row.evidence.grade };
        Field { name: format!("peak {}", precision.name()), text: shown(row.peak.at(precision)), grade }
    });
    let known = |list, evidence| fields(list, evidence, row.recalled);
    let specified = known(
        vec![
            ("vendor", row.vendor.to_owned()),
            ("released", row.released.to_owned()),
            ("process", row.process.to_owned()),
            ("memory", gibibytes(row.memory)),
            ("memory_type", row.memory_type.to_owned()),
            ("memory_bandwidth", shown(row.memory_bandwidth)),
            ("scale_up_devices", count(row.scale_up_devices)),
            ("scale_up_bidirectional", shown(row.scale_up_bidirectional)),
            ("scale_up_unidirectional", shown(row.scale_up_unidirectional)),
            ("scale_out", shown(row.scale_out)),
            ("tdp", shown(row.tdp)),
            ("idle", shown(row.idle)),
        ],
        &row.evidence,
    );
    let price = vec![("price", shown(row.price)), ("price_note", row.price_evidence.note.to_owned())];
    let rent = vec![
        ("rent, low", shown(row.rent.low)),
        ("rent, median", shown(row.rent.median)),
        ("rent, high", shown(row.rent.high)),
        ("rent, date", row.rent.date.to_owned()),
    ];
    let embodied = vec![("embodied", shown(row.embodied)), ("embodied_note", row.embodied_note.to_owned())];
    let [price, rent] = [known(price, &row.price_evidence), known(rent, &row.rent.evidence)];
    let all = [peaks.to_vec(), specified, price, rent, known(embodied, &row.evidence)].concat();
    let evidence = vec![&row.evidence, &row.price_evidence, &row.rent.evidence];
    of(row, all, evidence)
}

fn system_entry(row: &'static System) -> Entry {
    let list = vec![
        ("accelerator", row.accelerator.to_owned()),
        ("devices", row.devices.to_string()),
        ("max_power", shown(row.max_power)),
        ("typical_power", shown(row.typical_power)),
        ("power_note", row.power_note.to_owned()),
    ];
    let price = vec![("price", shown(row.price)), ("price_note", row.price_evidence.note.to_owned())];
    let known = |list, evidence| fields(list, evidence, row.recalled);
    let all = [known(list, &row.evidence), known(price, &row.price_evidence)].concat();
    of(row, all, vec![&row.evidence, &row.price_evidence])
}

fn cluster_entry(row: &'static ClusterRow) -> Entry {
    let range = row.count_range.map_or_else(String::new, |(low, high)| format!("{low} to {high}"));
    let list = vec![
        ("owner", row.owner.to_owned()),
        ("location", row.location.to_owned()),
        ("grid", row.grid.to_owned()),
        ("date", row.date.to_owned()),
        ("status", row.status.name().to_owned()),
        ("devices", pools(row)),
        ("devices, range", range),
        ("it_power", shown(row.it_power)),
        ("facility_power", shown(row.facility_power)),
        ("power_basis", row.power_basis.name().to_owned()),
        ("power_note", row.power_note.to_owned()),
        ("budget", shown(row.budget)),
        ("budget_note", row.budget_note.to_owned()),
        ("last stage of the site", row.stage_of.unwrap_or_default().to_owned()),
        ("a run on a cluster listed elsewhere", if row.is_run { "yes" } else { "no" }.to_owned()),
    ];
    of(row, fields(list, &row.evidence, &[]), vec![&row.evidence])
}

fn model_entry(row: &'static ModelRow) -> Entry {
    let list = vec![
        ("developer", row.developer.to_owned()),
        ("released", row.released.to_owned()),
        ("parameters", billions(row.total_billions)),
        ("active parameters", billions(row.active_billions)),
        ("context", count(row.context)),
        ("tokens", shown(row.tokens)),
        ("compute", shown(row.compute)),
    ];
    let mut all = fields(list, &row.evidence, &[]);
    if let (Some(field), Some(evidence)) = (all.last_mut(), row.compute_evidence) {
        field.grade = evidence.grade;
    }
    if let Some(shape) = &row.shape {
        let model = crate::workload::Shape::of(shape, &row.evidence);
        all.extend(shape_fields(model, row.evidence.grade));
    }
    of(row, all, [Some(&row.evidence), row.compute_evidence].into_iter().flatten().collect())
}

fn shape_fields(mut shape: crate::workload::Shape, grade: Grade) -> Vec<Field> {
    struct Names(Grade, Vec<Field>);
    impl crate::tables::InputVisitor for Names {
        fn input(
            &mut self,
            input: &'static crate::tables::Input,
            slot: &mut dyn crate::tables::Slot,
            _belief: &mut crate::tables::Belief,
        ) -> Result<(), Error> {
            let text =
                slot.get().filter(|value| *value != 0.0).map_or_else(String::new, |value| input.shown(value));
            self.1.push(Field { name: input.name.to_owned(), text, grade: self.0 });
            Ok(())
        }
    }
    let mut names = Names(grade, Vec::new());
    let _ = shape.visit_inputs(&mut names);
    names.1.into_iter().filter(|field| !field.text.is_empty()).collect()
}

fn grid_entry(row: &'static GridRow, locale: Locale) -> Entry {
    let list = vec![
        ("level", row.level.name().to_owned()),
        ("country", row.country.to_owned()),
        ("carbon", shown(row.carbon)),
        ("basis", locale.word(row.basis.key()).to_owned()),
        ("carbon_year", row.carbon_year.map_or_else(String::new, |year| year.to_string())),
    ];
    let prices = vec![
        ("industrial_price", shown(row.industrial_price)),
        ("commercial_price", shown(row.commercial_price)),
        ("price_note", row.price_note.to_owned()),
    ];
    let of_prices = row.price_evidence.unwrap_or(&UNKNOWN);
    let all = [fields(list, row.carbon_evidence, &[]), fields(prices, of_prices, &[])].concat();
    let evidence = [Some(row.carbon_evidence), row.price_evidence];
    of(row, all, evidence.into_iter().flatten().collect())
}

/// PUE and water on site over all climates: median and both ends.
fn cooling_cells(row: &CoolingRow) -> Vec<String> {
    vec![row.id.to_owned(), row.name.to_owned(), spread(row.pue_in(None)), spread(row.wue_in(None))]
}

fn climate_cells(row: &ClimateRow) -> Vec<String> {
    vec![row.id.to_owned(), row.name.to_owned()]
}

/// A value with both ends of its range.
fn spread<M: Measure>(known: Known<M>) -> String {
    let text = |value: M| shown(Some(value));
    format!("{} ({} to {})", text(known.value), text(known.low), text(known.high))
}

fn cooling_entry(row: &'static CoolingRow, locale: Locale) -> Entry {
    let in_climate = |(place, climate): (usize, &ClimateRow)| Field {
        name: climate.id.to_owned(),
        text: format!(
            "{}, {} ({})",
            shown(Some(row.pue_in(Some(place)).value)),
            shown(Some(row.wue_in(Some(place)).value)),
            locale.find_name(climate.id).unwrap_or(climate.name)
        ),
        grade: row.evidence.grade,
    };
    of(row, CLIMATES.iter().enumerate().map(in_climate).collect(), vec![row.evidence])
}

fn supply_entry(row: &'static SupplyRow) -> Entry {
    let share = |(kind, share): &(&str, f64)| Field {
        name: (*kind).to_owned(),
        text: shown(Some(*share)),
        grade: row.evidence.grade,
    };
    of(row, row.parts.iter().map(share).collect(), vec![&row.evidence])
}

fn source_entry(row: &'static PowerSourceRow) -> Entry {
    let stated = source_fields(row);
    let mut evidence: Vec<&'static Evidence> = Vec::new();
    for found in stated.iter().filter_map(|stated| stated.evidence) {
        if !evidence.iter().any(|known| core::ptr::eq(*known, found)) {
            evidence.push(found);
        }
    }
    let field = |Stated { name, text, range, grade, .. }: Stated| {
        let text = if text.is_empty() { text } else { text + &range };
        Field { name: name.to_owned(), text, grade }
    };
    // What burns nothing has no efficiency.
    let stated = stated.into_iter().filter(|stated| stated.name != "efficiency" || !stated.text.is_empty());
    of(row, stated.map(field).collect(), evidence)
}

/// What a method sets, by path.
fn method_entry(row: &'static Method) -> Entry {
    let inputs = || [Finance::INPUTS, Site::INPUTS, Cluster::INPUTS, Pool::INPUTS].into_iter().flatten();
    let field = |(path, value): &(&str, f64)| {
        let name = path.rsplit('.').next().unwrap_or_default();
        let text = inputs().find(|input| input.name == name).map(|input| input.shown(*value));
        Field { name: (*path).to_owned(), text: text.unwrap_or_default(), grade: row.evidence.grade }
    };
    of(row, row.settings.iter().map(field).collect(), vec![&row.evidence])
}
