//! Languages: whole, written as documents, and read from them.
//!
//! `WATTFLOP_BLESS=1 cargo test locales` writes the documents of English and French anew, after a change that is meant.

use crate::support::{node, run_of, service_of, with, year_of};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;
use wattflop::analysis::timeline::Ask;
use wattflop::analysis::{Scaling, figures, inputs, timeline};
use wattflop::cluster::{Buildout, Cluster};
use wattflop::document::{Node, ask, language, missing, words};
use wattflop::estimate::Scenario;
use wattflop::quantities::display::{Plural, quantity};
use wattflop::quantities::{Devices, Energy, KINDS, Measure, Money, Time};
use wattflop::report::words::{figure_key, generic};
use wattflop::report::{Locale, words as told};
use wattflop::workload::{Model, TrainingRun};

/// Scenarios that have every input and every figure between them.
fn scenarios() -> [Scenario; 15] {
    let training = |model| Scenario::training(TrainingRun::of(model), Cluster::preset("meta-24k").unwrap());
    let dense = [
        ("run.batch", "2048"),
        ("cluster.pools.0.count", "16384"),
        ("layout.tensor", "16"),
        ("layout.pipeline", "16"),
    ];
    let experts = [
        ("run.batch", "15360"),
        ("cluster.pools.0.count", "2048"),
        ("layout.expert", "64"),
        ("layout.pipeline", "16"),
        ("layout.zero", "1"),
        ("run.recomputed_layers", "1"),
    ];
    let gigafactory = [
        ("finance.lease", "900 USD/device-mo"),
        ("site.market_carbon", "20 gCO2e/kWh"),
        ("site.marginal_carbon", "500 gCO2e/kWh"),
    ];
    [
        with(year_of("xai-gigafactory"), &gigafactory),
        year_of("stargate-10gw"),
        with(year_of("colossus-1"), &[("site.supply", "memphis-2024")]),
        with(year_of("meta-24k"), &[("site.sources.0.kind", "solar")]),
        with(year_of("meta-24k"), &[("cluster.it_power", "40 MW")]),
        with(run_of("llama3-8b", "meta-24k"), &[("faults.checkpoint_bandwidth", "100 GB/s")]),
        run_of("grok-2", "grok-2-cluster"),
        run_of("llama3.1-405b", "meta-24k"),
        run_of("deepseek-v3", "meta-24k"),
        with(run_of("llama3.1-405b", "meta-24k"), &dense),
        with(run_of("deepseek-v3", "meta-24k"), &experts),
        service_of("grok-1", "xai-gigafactory"),
        service_of("deepseek-v3", "meta-24k"),
        with(training(Model::of_parameters("7b", 7e9)), &[("run.tokens", "2e12")]),
        with(training(Model::unknown("given")), &[("run.compute", "1e25 FLOP")]),
    ]
}

/// The English label of every input and figure of a scenario, by its key. One that cannot be calculated has no figures, and is seen
/// by the labels left unused.
fn labels_of(scenario: &Scenario) -> Vec<(String, String)> {
    let (mut rows, mut law) = (vec![], vec![]);
    if let Ok(estimate) = scenario.clone().evaluate() {
        rows = figures(&estimate);
        if let Some(scaling) = Scaling::of(&estimate) {
            rows.extend(scaling.rows());
            law = scaling.coefficients();
        }
    }
    let inputs = inputs(scenario).into_iter().chain(law);
    let inputs = inputs.map(|row| (generic(&row.path), row.input.label().to_owned()));
    inputs.chain(rows.iter().map(|row| (figure_key(row), row.figure.label().to_owned()))).collect()
}

/// The labels of all scenarios, and of what only a timeline counts.
fn labels() -> BTreeMap<String, String> {
    let told = timeline(&Buildout::preset("colossus").unwrap(), &Ask::new().with_months(1)).unwrap();
    let counted = told.months.iter().flat_map(|month| &month.in_month);
    let counted: Vec<_> = counted.map(|row| (figure_key(row), row.figure.label().to_owned())).collect();
    scenarios().iter().flat_map(labels_of).chain(counted).collect()
}

const PARTS: [&str; 9] =
    ["numbers", "labels", "names", "fields", "values", "phrases", "nouns", "messages", "words"];

fn entries<'a>(document: &'a Node, part: &str) -> Vec<(&'a str, &'a Node)> {
    let Some(Node::Table(entries)) = document.get(part) else { panic!("no part `{part}`") };
    entries.iter().map(|(key, node)| (key.as_ref(), node)).collect()
}

fn text<'a>(document: &'a Node, part: &str, key: &str) -> &'a str {
    document.get(part).and_then(|part| part.get(key)).and_then(Node::as_text).unwrap_or_default()
}

/// All that is said in English, with the labels; and as phrases and fields what stands in their place.
fn english() -> Node {
    let (mut document, french) = (words(Locale::En), words(Locale::Fr));
    let mut numbers = document.get("numbers").unwrap().clone();
    numbers.put("units", units(&numbers));
    document.put("numbers", numbers);
    document.put("labels", Node::keyed(labels().into_iter().map(|(key, label)| (key, Node::from(label)))));
    for part in ["fields", "values", "phrases"] {
        let own = entries(&french, part).into_iter().map(|(key, _)| (key.to_owned(), Node::text(key)));
        document.put(part, Node::keyed(own.collect::<Vec<_>>()));
    }
    let part = |part: &'static str| (part, document.get(part).cloned().unwrap());
    Node::table(PARTS.map(part).to_vec())
}

/// The units whose symbols hold words, each with its forms in English.
fn units(numbers: &Node) -> Node {
    let own = numbers.get("units").unwrap();
    let symbols: BTreeSet<_> = KINDS.iter().flat_map(|kind| kind.units()).map(|unit| unit.symbol).collect();
    let forms = |symbol| own.get(symbol).cloned().unwrap_or_else(|| Node::List(vec![Node::text(symbol)]));
    let worded = symbols.into_iter().filter(|symbol| own.get(symbol).is_some() || holds_words(symbol));
    Node::keyed(worded.map(|symbol| (symbol.to_owned(), forms(symbol))))
}

/// Whether the symbol of a unit holds words, and not only signs of physics.
fn holds_words(symbol: &str) -> bool {
    let parts = symbol.split(|sign: char| !sign.is_alphabetic());
    parts.into_iter().any(|part| {
        ["device", "token", "tokens", "million", "billion", "trillion", "mo", "yr", "USD"].contains(&part)
    })
}

/// A table of a document, every text changed.
fn each(document: &Node, change: &dyn Fn(&str) -> String) -> Node {
    match document {
        Node::Text(text) => change(text).into(),
        Node::List(items) => Node::List(items.iter().map(|item| each(item, change)).collect()),
        Node::Table(entries) => {
            Node::keyed(entries.iter().map(|(key, node)| (key.clone(), each(node, change))))
        }
        other => other.clone(),
    }
}

/// A language that nobody speaks: English, every text of it between marks.
fn marked() -> Node {
    let mark = |text: &str| if text.is_empty() { String::new() } else { format!("⟦{text}⟧") };
    let mut document = each(&english(), &mark);
    let english = english();
    let numbers = english.get("numbers").unwrap();
    let mut own = numbers.clone();
    for key in ["large", "units"] {
        own.put(key, each(numbers.get(key).unwrap(), &mark));
    }
    document.put("numbers", own);
    document
}

/// Reads a language that is right.
#[track_caller]
fn read(tag: &str, document: &Node) -> Locale {
    language(tag, document).unwrap_or_else(|error| panic!("{error}"))
}

/// The answer to a question in a language.
#[track_caller]
fn answer(what: &str, question: &str, locale: Locale) -> Node {
    let watch = &mut |_share_done| ControlFlow::Continue(());
    ask(what, &node(question), locale, watch).unwrap_or_else(|error| panic!("{what} {question}: {error}"))
}

/// Questions that are answered in words.
const QUESTIONS: [(&str, &str); 12] = [
    (
        "operate",
        r#"{"scenario": {"cluster": "colossus-1", "site": {"supply": "memphis-2024"}}, "whole": true}"#,
    ),
    ("train", r#"{"scenario": {"cluster": "meta-24k", "model": "llama3.1-405b"}, "whole": true}"#),
    ("serve", r#"{"scenario": {"cluster": "meta-24k", "model": "deepseek-v3"}, "whole": true}"#),
    ("form", r#"{"scenario": {"cluster": "meta-24k", "model": "grok-1"}}"#),
    ("compare", r#"{"scenarios": ["xai-gigafactory", "stargate-10gw"]}"#),
    ("explain", r#"{"scenario": "xai-gigafactory", "figure": "cost.annuity.total"}"#),
    ("ledger", r#"{"scenario": "xai-gigafactory", "figure": "power.facility.peak"}"#),
    ("cost", r#"{"scenario": "xai-gigafactory", "parts": ["views", "hour", "bill", "decision"]}"#),
    ("timeline", r#"{"timeline": "colossus"}"#),
    ("uncertainty", r#"{"scenarios": ["xai-gigafactory"], "samples": 64, "figures": ["duration"]}"#),
    ("sensitivity", r#"{"scenario": "xai-gigafactory", "figure": "cost.annuity.total", "samples": 64}"#),
    ("list", r#"{"part": "coolings"}"#),
];

/// Charts that hold words.
const CHARTS: [(&str, &str); 8] = [
    ("operate", r#"{"scenario": "xai-gigafactory"}"#),
    ("compare", r#"{"scenarios": ["xai-gigafactory", "stargate-10gw"]}"#),
    ("cost", r#"{"scenario": "xai-gigafactory", "parts": ["bill"]}"#),
    ("cost", r#"{"scenario": "xai-gigafactory", "parts": ["views"]}"#),
    ("timeline", r#"{"timeline": "colossus"}"#),
    ("sensitivity", r#"{"scenario": "xai-gigafactory", "figure": "cost.annuity.total", "samples": 64}"#),
    (
        "sweep",
        r#"{"scenario": "xai-gigafactory", "over": {"site.pue": [1.1, 1.2]}, "figures": ["power.facility.peak"]}"#,
    ),
    ("ledger", r#"{"scenario": "xai-gigafactory", "figure": "power.facility.peak"}"#),
];

/// What is said in these charts; the name of a picture is made of the language's tag.
fn charts(locale: Locale) -> Vec<Node> {
    let said = |(of, question)| {
        let drawn = answer("chart", &format!(r#"{{"of": "{of}", "question": {question}}}"#), locale);
        let part = |part: &'static str| (part, drawn.get(part).cloned().unwrap());
        Node::table(["title", "note", "foot", "tables", "html"].map(part).to_vec())
    };
    CHARTS.into_iter().map(said).collect()
}

#[test]
fn every_figure_and_input_has_a_french_label_and_no_other_is_there() {
    let used: BTreeSet<_> = labels().into_keys().collect();
    let french = words(Locale::Fr);
    let labels: BTreeSet<_> = entries(&french, "labels").into_iter().map(|(key, _)| key.to_owned()).collect();
    let none: Vec<&String> = Vec::new();
    assert_eq!(used.difference(&labels).collect::<Vec<_>>(), none, "paths without a label");
    assert_eq!(labels.difference(&used).collect::<Vec<_>>(), none, "labels without a path");
}

#[test]
fn both_languages_have_the_same_keys_once_each_and_no_text_is_empty() {
    let (english, french) = (english(), words(Locale::Fr));
    let Node::Table(parts) = &french else { panic!("a table") };
    for (part, _) in parts.iter().filter(|(part, _)| part != "numbers") {
        let keys =
            |document| entries(document, part).into_iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>();
        let set = |document| keys(document).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(set(&english), set(&french), "{part}");
        assert_eq!(set(&french).len(), keys(&french).len(), "{part}: a key stands twice");
        for (key, _) in entries(&french, part) {
            assert!(
                !text(&english, part, key).is_empty() && !text(&french, part, key).is_empty(),
                "{part}.{key}"
            );
        }
    }
}

#[test]
fn french_has_its_own_apostrophes_and_blanks() {
    let french = words(Locale::Fr);
    for part in ["labels", "words"] {
        for (key, _) in entries(&french, part) {
            let said = text(&french, part, key);
            let is_plain = [" :", " ;", " ?", " !", " %", "'"].iter().any(|bad| said.contains(bad));
            assert!(!is_plain, "{part}.{key}: {said}");
        }
    }
}

/// The document that translators start from, and French as one.
#[test]
fn the_languages_of_the_package_are_those_of_the_core() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/src/locales");
    for (name, mut document) in [("core-en", english()), ("core-fr", words(Locale::Fr))] {
        // Fields of entries are shown in a terminal alone.
        for part in ["fields", "values"] {
            if let Node::Table(parts) = &mut document {
                parts.retain(|(known, _)| known != part);
            }
        }
        let written = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
        let file = folder.join(format!("{name}.json"));
        if std::env::var_os("WATTFLOP_BLESS").is_some() {
            std::fs::write(&file, &written).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(committed == written, "{name}.json: WATTFLOP_BLESS=1 writes it anew");
    }
}

/// What French says, another language of the same words says too.
#[test]
fn a_language_says_what_its_document_holds() {
    let again = read("xx", &words(Locale::Fr));
    let (own, french) = (words(again), words(Locale::Fr));
    for part in PARTS {
        assert!(entries(&own, part) == entries(&french, part), "{part}");
    }
    assert_eq!((again.tag(), again == read("xx", &words(Locale::Fr))), ("xx", false));
    for (what, question) in QUESTIONS {
        assert!(answer(what, question, again) == answer(what, question, Locale::Fr), "{what}");
    }
    assert!(charts(again) == charts(Locale::Fr), "charts");
    for id in ["h100-sxm", "meta-24k", "fra", "solar"] {
        let shown = |locale| {
            wattflop::report::entry::entry(id, locale)
                .map(|entry| wattflop::report::show::entry_table(&entry, locale))
        };
        assert_eq!(format!("{:?}", shown(again)), format!("{:?}", shown(Locale::Fr)), "{id}");
    }
}

/// What is not between marks.
fn unmarked(text: &str) -> String {
    let mut depth = 0;
    let is_out = |sign: &char| {
        depth += match sign {
            '⟦' => 1,
            '⟧' => -1,
            _ => 0,
        };
        depth == 0 && *sign != '⟧'
    };
    text.chars().filter(is_out).collect()
}

/// Words in the texts of a document that no mark is around, under keys whose texts are not those of a source.
fn plain_words(document: &Node, key: &str, found: &mut BTreeSet<String>) {
    const WORDS: [&str; 6] = ["label", "text", "range", "foot", "title", "allowed"];
    const SOURCES: [&str; 4] = ["sources", "evidence", "source", "vega"];
    const NAMES: [&str; 4] = ["wattflop", "NVIDIA", "gigafactory", "compute"];
    let is_symbol = |word: &str| {
        let known = KINDS.iter().flat_map(|kind| kind.units()).any(|unit| unit.symbol == word);
        known && !holds_words(word)
    };
    match document {
        Node::Text(text) if WORDS.contains(&key) => {
            let outside = unmarked(text);
            let words = outside.split(|sign: char| !sign.is_alphanumeric() && !"/-".contains(sign));
            let letters = |word: &str| word.chars().filter(|sign| sign.is_alphabetic()).count();
            let is_word = |word: &&str| letters(word) > 3 && !NAMES.contains(word) && !is_symbol(word);
            found.extend(words.filter(is_word).map(|word| format!("{word} ({text})")));
        }
        _ if SOURCES.contains(&key) => {}
        Node::List(items) => items.iter().for_each(|item| plain_words(item, key, found)),
        Node::Table(entries) => entries.iter().for_each(|(key, node)| plain_words(node, key, found)),
        _ => {}
    }
}

/// A language that has every word leaves none of English, but names, units and paths.
#[test]
fn a_complete_language_leaves_no_english() {
    let document = marked();
    assert_eq!(missing(&document), Vec::<String>::new());
    let own = read("qq", &document);
    let mut found = BTreeSet::new();
    for (what, question) in QUESTIONS {
        plain_words(&answer(what, question, own), what, &mut found);
    }
    for chart in charts(own) {
        plain_words(&chart, "chart", &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(own.definition("1 if a is whole"), "1⟦ if ⟧a⟦ is whole⟧");
}

/// What a language lacks is said as the crate's own language of its tag says it.
#[test]
fn what_a_language_lacks_is_said_in_english() {
    let document = node(
        r#"{"labels": {"power.facility.peak": "Spitzenleistung"}, "numbers": {"decimal": ",", "group": "."}}"#,
    );
    let explained = |locale| {
        answer("explain", r#"{"scenario": "xai-gigafactory", "figure": "power.facility.peak"}"#, locale)
    };
    let label = |locale| {
        explained(locale)
            .get("figure")
            .and_then(|figure| figure.get("label"))
            .and_then(Node::as_text)
            .unwrap()
            .to_owned()
    };
    assert_eq!(label(read("de", &document)), "Spitzenleistung");
    assert_eq!(label(read("de", &node("{}"))), label(Locale::En));
    assert_eq!(label(read("fr", &node("{}"))), label(Locale::Fr));
    let german = read("de", &document);
    assert_eq!(quantity(Money::KIND, 1_234.5, None, 5, german.style()), "$1.234,5");
    assert_eq!(quantity(Time::KIND, 86_400.0, None, 4, german.style()), "1 day");
    let lacks = missing(&document);
    assert!(lacks.contains(&"numbers.money".to_owned()) && lacks.contains(&"messages.Unknown".to_owned()));
    assert!(!lacks.iter().any(|key| key == "numbers.decimal" || key == "labels.power.facility.peak"));
}

/// A language says how it writes numbers, money and units, in forms of its own.
#[test]
fn a_language_writes_numbers_in_its_manner() {
    let polish = r##"{"numbers": {"decimal": ",", "group": " ", "plural": "polish", "money": "# $", "large_money": "# dolarów",
        "large": [[1e6, "milion", "miliony", "miliona", "milionów"]], "currencies": {"USD": "dolarów", "EUR": "euro"},
        "units": {"d": ["dzień", "dni", "dnia", "dni"], "device": "układów"}, "after_large": "#"}}"##;
    let style = read("pl", &node(polish)).style();
    let days = |count: f64| quantity(Time::KIND, count * 86_400.0, Some("d"), 4, style);
    assert_eq!([1.0, 3.0, 5.0, 22.0, 2.5].map(days), ["1 dzień", "3 dni", "5 dni", "22 dni", "2,5 dnia"]);
    assert_eq!(quantity(Money::KIND, 3e6, None, 4, style), "3 miliony dolarów");
    assert_eq!(quantity(Money::KIND, 4.7e6, None, 4, style), "4,7 miliona dolarów");
    assert_eq!(quantity(Devices::KIND, 12_000.0, None, 4, style), "12 000 układów");
    assert_eq!(quantity(Energy::KIND, 3.66 * 3.6e12, None, 4, style), "3,66 GWh");
    let chinese = r##"{"numbers": {"plural": "never", "large": [[1e4, "万"], [1e8, "亿"]]}}"##;
    assert_eq!(quantity(Devices::KIND, 4.7e9, None, 2, read("zh", &node(chinese)).style()), "47 亿");
}

/// The forms of numbers, as the Common Locale Data Repository has them.
#[test]
fn numbers_take_the_form_that_they_have_in_their_language() {
    let forms = |rule: Plural, shown: &str| {
        let form = |text: &str| rule.form(text.parse().unwrap(), text.contains('.')).to_string();
        shown.split(' ').map(form).collect::<String>()
    };
    assert_eq!(forms(Plural::One, "0 1 1.0 1.5 2 21"), "101111");
    assert_eq!(forms(Plural::BelowTwo, "0 1 1.9 2.0 2 21"), "000111");
    assert_eq!(forms(Plural::Never, "0 1 1.5 2"), "0000");
    assert_eq!(forms(Plural::Czech, "1 2 4 5 0 22 1.5"), "0113332");
    assert_eq!(forms(Plural::Polish, "1 2 5 12 21 22 24 25 112 1.5"), "0133311332");
    assert_eq!(forms(Plural::Russian, "1 2 5 11 12 21 24 111 101 1.5"), "0133301302");
}

/// A document that is wrong is refused with the field, and what is allowed or nearest.
#[test]
fn a_wrong_language_is_refused_with_what_is_allowed() {
    for (document, says) in [
        (r#"5"#, "words: expected a table of keys and values"),
        (r#"{"label": {}}"#, "no key `label`; did you mean `labels`?"),
        (r#"{"labels": 5}"#, "labels: expected a table of keys and values"),
        (
            r#"{"labels": {"power.facility.peek": "x"}}"#,
            "labels: no key `power.facility.peek`; did you mean `power.facility.peak`?",
        ),
        (r#"{"labels": {"power.facility.peak": ""}}"#, "labels.power.facility.peak: expected a text"),
        (r#"{"words": {"colon": 5}}"#, "words.colon: expected a text"),
        (r#"{"messages": {"Unknwon": "x"}}"#, "messages: no key `Unknwon`; did you mean `Unknown`?"),
        (
            r#"{"messages": {"Unknown": "kein {naun} `{id}`"}}"#,
            "messages.Unknown: no key `naun`; did you mean `noun`?",
        ),
        (r#"{"messages": {"TooFew": "mindestens {zwei}"}}"#, "messages.TooFew: no key `zwei`"),
        (r#"{"nouns": {"Chip": "x"}}"#, "nouns: no key `Chip`"),
        (r#"{"names": {"frra": "Frankreich"}}"#, "names: no key `frra`; did you mean `fra`?"),
        (r#"{"phrases": {" iff ": "x"}}"#, "phrases: no key ` iff `; did you mean ` if `?"),
        (r#"{"numbers": {"comma": ","}}"#, "numbers: no key `comma`"),
        (r#"{"numbers": {"plural": "two"}}"#, "numbers.plural: no key `two`; did you mean `below-two`?"),
        (
            r##"{"numbers": {"money": "$"}}"##,
            "numbers.money: expected a text with `#` where the number stands",
        ),
        (r#"{"numbers": {"decimal": ","}}"#, "numbers.decimal: expected another sign than `group`"),
        (r#"{"numbers": {"large": [[1e6]]}}"#, "numbers.large: expected a list of large numbers"),
        (
            r#"{"numbers": {"large": [[1e9, "a"], [1e6, "b"]]}}"#,
            "numbers.large: expected a list of large numbers",
        ),
        (r#"{"numbers": {"units": {"day": "Tag"}}}"#, "numbers.units: no key `day`"),
        (r#"{"numbers": {"units": {"d": []}}}"#, "numbers.units.d: expected a text, or its forms in a list"),
        (r#"{"numbers": {"currencies": {"DEM": "Mark"}}}"#, "numbers.currencies: no key `DEM`"),
    ] {
        let error = language("de", &node(document)).expect_err(document);
        let said = told::error(&error, Locale::En);
        assert!(said.starts_with(says), "{document}: {said}");
    }
}

/// The language of a tag, and of any of its regions.
#[test]
fn tags_name_languages() {
    let tags = ["fr", "FR-ca", "fr_FR.UTF-8", "en-GB", "de", ""];
    assert_eq!(tags.map(|tag| Locale::of_tag(tag).tag()), ["fr", "fr", "fr", "en", "en", "en"]);
}
