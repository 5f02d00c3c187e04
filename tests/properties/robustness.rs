//! No input panics, and no result holds what is no number.

use super::scenarios::{checks, scenarios};
use crate::support::{run_of, with, year_of};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;
use wattflop::analysis::{FigureRow, figures, inputs, notes, set, set_number, timeline};
use wattflop::document::{Node, read, read_ask, read_buildout, result};
use wattflop::error::Error;
use wattflop::estimate::{Estimate, Scenario};
use wattflop::report::{Locale, words};
use wattflop::tables::{Belief, Input, InputVisitor, Slot};

const EXTREMES: [f64; 13] = [
    0.0,
    -0.0,
    -1.0,
    1.0,
    1e-300,
    1e300,
    -1e300,
    1e-30,
    1e36,
    f64::MIN_POSITIVE,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

/// Scenarios whose inputs are put to extremes: dense, MoE, MLA, derived, mixed.
fn subjects() -> Vec<Scenario> {
    let sliding = with(run_of("gemma3-27b", "meta-24k"), &[("run.sequence", "32768")]);
    vec![
        year_of("xai-gigafactory"),
        year_of("stargate-10gw"),
        year_of("colossus-2-550k"),
        run_of("grok-2", "grok-2-cluster"),
        run_of("mixtral-8x22b", "stargate-2024"),
        run_of("deepseek-v3", "xai-gigafactory"),
        sliding,
    ]
}

/// Puts a value where it stands, past all checks of texts.
struct Put {
    place: usize,
    value: f64,
    seen: usize,
}

impl InputVisitor for Put {
    fn enter(&mut self, _: &str) -> usize {
        0
    }
    fn leave(&mut self, _: usize) {}
    fn input(&mut self, _: &'static Input, slot: &mut dyn Slot, _: &mut Belief) -> Result<(), Error> {
        if self.seen == self.place {
            slot.put(self.value);
        }
        self.seen += 1;
        Ok(())
    }
}

/// The figures of a result that are no finite numbers, where they must be.
fn not_finite(estimate: &Estimate) -> Vec<String> {
    let of_decision = |row: &FigureRow| row.path.starts_with("decision.");
    let is_wrong = |row: &FigureRow, value: f64| value.is_nan() || (value.is_infinite() && !of_decision(row));
    let rows = figures(estimate)
        .into_iter()
        .filter(|row| [row.value, row.range.low, row.range.high].iter().any(|value| is_wrong(row, *value)));
    rows.map(|row| format!("{} = {} ({} to {})", row.path, row.value, row.range.low, row.range.high))
        .collect()
}

/// Evaluates, and writes whatever comes of it in both languages; the figures that are no numbers.
fn ordeal(scenario: Scenario) -> Vec<String> {
    match scenario.evaluate() {
        Ok(estimate) => {
            let _ = (notes(&estimate), result(&estimate, Locale::Fr));
            not_finite(&estimate)
        }
        Err(error) => {
            assert!(Locale::ALL.iter().all(|locale| !words::error(&error, *locale).is_empty()));
            Vec::new()
        }
    }
}

/// Puts each input of a scenario to each extreme; what came out as no number, by input.
fn extremes(scenario: &Scenario) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (place, row) in inputs(scenario).iter().enumerate() {
        for value in EXTREMES.into_iter().chain([row.input.domain.min, row.input.domain.max]) {
            let mut changed = scenario.clone();
            changed.visit_inputs(&mut Put { place, value, seen: 0 }).unwrap();
            found.extend(ordeal(changed).iter().map(|figure| format!("{} = {value:e}: {figure}", row.path)));
        }
    }
    found
}

#[test]
fn extremes_of_every_input_give_an_error_or_finite_figures() {
    for scenario in subjects() {
        let found = extremes(&scenario);
        let shown: Vec<_> = found.iter().take(40).collect();
        assert!(found.is_empty(), "{}: {} figures, such as {shown:#?}", scenario.cluster.name(), found.len());
    }
}

/// Pieces that texts of values are made of, and some that they are not.
fn texts() -> impl Strategy<Value = String> {
    let pieces = vec![
        "0", "1", "9", "1e25", "1e400", "-", "+", ".", "..", ",", "_", "e", "E-", "$", "%", " ", "\u{a0}",
        "µs", "k", "M", "billion", "USD/kWh", "MW", "GPU", "tokens", "NaN", "inf", "é", "💶", "\0", "fp8",
        "fra", "h100-sxm",
    ];
    prop_oneof![prop::collection::vec(select(pieces), 0..6).prop_map(|pieces| pieces.concat()), ".{0,12}"]
}

/// Segments that paths are made of, and some that they are not.
fn any_path() -> impl Strategy<Value = String> {
    let segments =
        vec!["cluster", "pools", "0", "1", "99", "count", "site", "pue", "grid", "run", "", "*", "#", "é"];
    prop::collection::vec(select(segments), 0..5).prop_map(|segments| segments.join("."))
}

/// The path of one of a scenario's inputs or choices.
fn known_path(scenario: &Scenario, index: Index) -> String {
    let mut paths: Vec<_> = inputs(scenario).into_iter().map(|row| row.path).collect();
    paths.extend(
        ["site.grid", "cluster.pools.0.accelerator", "run.precision", "operation.precision"]
            .map(String::from),
    );
    index.get(&paths).clone()
}

/// What documents are made of, whole words of scenarios among them.
fn nodes() -> impl Strategy<Value = Node> {
    let words = vec![
        "xai-gigafactory",
        "stargate-10gw",
        "grok-2",
        "deepseek-v3",
        "h100-sxm",
        "fra",
        "fp8",
        "1.2",
        "0.05 USD/kWh",
        "1..2",
        "",
        "é",
    ];
    let keys = vec![
        "version",
        "cluster",
        "model",
        "run",
        "operation",
        "site",
        "faults",
        "finance",
        "preset",
        "pools",
        "name",
        "config",
        "accelerator",
        "count",
        "pue",
        "grid",
        "tokens",
        "compute",
        "hidden_size",
        "num_hidden_layers",
        "num_attention_heads",
        "vocab_size",
        "num_experts",
        "",
        "é",
    ];
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        prop_oneof![any::<f64>(), select(EXTREMES.to_vec()), (0_u8..200).prop_map(f64::from)]
            .prop_map(Node::Number),
        select(words).prop_map(Node::text),
    ];
    leaf.prop_recursive(5, 48, 6, move |inner| {
        let entry = (select(keys.clone()).prop_map(String::from), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Node::List),
            prop::collection::vec(entry, 0..6).prop_map(Node::keyed),
        ]
    })
}

/// A table with a cluster, so that reading goes on past it.
fn documents() -> impl Strategy<Value = Node> {
    let clusters = select(vec!["xai-gigafactory", "stargate-2024", "colossus-2-550k"]);
    (clusters, nodes()).prop_map(|(cluster, node)| match node {
        Node::Table(mut entries) => {
            entries.push(("cluster".into(), Node::text(cluster)));
            Node::Table(entries)
        }
        other => other,
    })
}

proptest! {
    #![proptest_config(checks(256))]

    #[test]
    fn setting_any_path_to_any_text_never_panics(mut scenario in scenarios(), path in any_path(), text in texts()) {
        let _ = set(&mut scenario.it, &path, &text).map_err(|error| error.to_string());
    }

    #[test]
    fn setting_an_input_to_any_text_leaves_finite_figures(
        mut scenario in scenarios(), index: Index, text in texts(), number in any::<f64>(),
    ) {
        let path = known_path(&scenario.it, index);
        let _ = set(&mut scenario.it, &path, &text).map_err(|error| error.to_string());
        let _ = set_number(&mut scenario.it, &path, number).map_err(|error| error.to_string());
        let wrong = ordeal(scenario.it);
        prop_assert!(wrong.is_empty(), "{path} = `{text}`, {number}: {wrong:#?}");
    }

    #[test]
    fn reading_any_document_never_panics(node in prop_oneof![nodes(), documents()]) {
        if let Ok(scenario) = read(&node) {
            let wrong = ordeal(scenario);
            prop_assert!(wrong.is_empty(), "{wrong:#?}");
        }
    }

    #[test]
    fn reading_any_phases_never_panics(dates in prop::collection::vec(nodes(), 0..3), asked in documents()) {
        let phase = |date| Node::table(vec![("date", date), ("cluster", "colossus-1".into())]);
        let mut document = Node::table(vec![("phases", Node::List(dates.into_iter().map(phase).collect()))]);
        if let Node::Table(entries) = asked {
            entries.into_iter().for_each(|(key, node)| document.put(key, node));
        }
        let asked = read_ask(&document).and_then(|ask| timeline(&read_buildout(&document)?, &ask));
        let _ = asked.map_err(|error| error.to_string());
    }
}

#[test]
fn rows_of_more_devices_or_sequences_than_there_can_be_are_not_predicted() {
    use wattflop::analysis::validation::judge;
    for (count, batch) in [("1e308", "1536"), ("10e24", "1536"), ("0", "1536"), ("1024", "1e300")] {
        let cells = [
            ("model", "gpt3-175b"),
            ("accelerator", "a100"),
            ("n_accel", count),
            ("global_batch", batch),
            ("measured_step_s", "30"),
        ];
        let row = |column: &str| cells.iter().find(|(known, _)| *known == column).map(|(_, cell)| *cell);
        let judged = judge(&row, "row", "set");
        assert_eq!(judged.len(), 1);
        assert!(judged[0].predicted.is_err() || count == "1024", "{count} devices");
    }
}
