//! Charts: the same to the last bit, well-formed, inside their box, legible to eyes of every kind and to those that do not
//! see them.
//!
//! `WATTFLOP_BLESS=1 cargo test charts` draws the committed ones anew, after a change that is meant.

mod colours;
mod document;
mod samples;
mod xml;

use std::path::Path;
use wattflop::error::{Code, Error};
use wattflop::report::Locale;
use wattflop::report::chart::*;
use xml::{Element, parsed};

const WIDTHS: [f64; 4] = [280.0, 320.0, 640.0, 1000.0];

fn look(width: f64, theme: Theme, locale: Locale) -> Look {
    Look::of(width).unwrap().with_theme(theme).with_locale(locale)
}

/// Every chart in every width, theme and language: its name, and the picture.
fn pictures() -> Vec<(String, f64, String)> {
    let mut pictures = Vec::new();
    for locale in Locale::ALL {
        for (name, chart) in samples::all(locale) {
            for (theme, width) in Theme::ALL.into_iter().flat_map(|theme| WIDTHS.map(|width| (theme, width)))
            {
                let svg =
                    chart.svg(&look(width, theme, locale)).unwrap_or_else(|error| panic!("{name}: {error}"));
                pictures.push((format!("{name} {} {} {width}", locale.tag(), theme.name()), width, svg));
            }
        }
    }
    pictures
}

/// The committed pictures: their names, themes, languages and widths.
const GOLDEN: [(&str, Theme, Locale, f64); 8] = [
    ("bars", Theme::Print, Locale::En, 640.0),
    ("marks", Theme::Light, Locale::Fr, 320.0),
    ("timeline", Theme::Dark, Locale::En, 640.0),
    ("tree", Theme::Light, Locale::En, 640.0),
    ("waterfall", Theme::Light, Locale::En, 640.0),
    ("tornado", Theme::Dark, Locale::Fr, 640.0),
    ("lines", Theme::Print, Locale::En, 640.0),
    ("frontier", Theme::Light, Locale::En, 640.0),
];

#[test]
fn golden_charts_are_the_committed_ones_to_the_last_byte() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let is_blessed = std::env::var_os("WATTFLOP_BLESS").is_some();
    let all = Locale::ALL.map(|locale| (locale, samples::all(locale)));
    for (wanted, theme, locale, width) in GOLDEN {
        let charts = &all.iter().find(|(known, _)| *known == locale).unwrap().1;
        let (_, chart) = charts.iter().find(|(name, _)| *name == wanted).unwrap();
        let svg = chart.svg(&look(width, theme, locale)).unwrap();
        let file = folder.join(format!("{wanted}.svg"));
        if is_blessed {
            std::fs::write(&file, &svg).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(committed == svg, "{wanted}: WATTFLOP_BLESS=1 draws it anew, where that is meant");
    }
}

/// Where `WATTFLOP_PICTURES` names a folder, every picture is put there to be looked at.
#[test]
fn pictures_are_the_same_each_time() {
    let (first, second) = (pictures(), pictures());
    assert_eq!(first, second);
    if let Some(folder) = std::env::var_os("WATTFLOP_PICTURES") {
        for (name, _, svg) in first {
            std::fs::write(Path::new(&folder).join(format!("{}.svg", name.replace(' ', "-"))), svg).unwrap();
        }
    }
}

#[test]
fn pictures_are_well_formed_and_say_what_they_are() {
    for (name, width, svg) in pictures() {
        let root = parsed(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        let attribute = |key: &str| root.attribute(key).unwrap_or_else(|| panic!("{name}: no {key}"));
        assert_eq!((attribute("role"), attribute("width")), ("img", width.to_string().as_str()), "{name}");
        let [title, said] = [0, 1].map(|place| &root.children[place]);
        assert_eq!((title.name.as_str(), said.name.as_str()), ("title", "desc"), "{name}");
        assert!(!title.text.is_empty() && said.text.len() > 40, "{name}: {}", said.text);
        let ids = [title, said].map(|element| element.attribute("id").unwrap()).join(" ");
        assert_eq!(attribute("aria-labelledby"), ids, "{name}");
    }
}

/// What a strict content security policy refuses is in none, and nothing from elsewhere.
#[test]
fn pictures_hold_neither_styles_nor_scripts_nor_addresses() {
    for (name, _, svg) in pictures() {
        let root = parsed(&svg).unwrap();
        for element in root.all() {
            assert!(
                !["style", "script", "image", "a", "use", "foreignObject"].contains(&element.name.as_str()),
                "{name}"
            );
            for (key, value) in &element.attributes {
                let is_own = !value.contains("//") || key == "xmlns";
                assert!(key != "style" && !key.starts_with("on") && is_own, "{name}: {key}={value}");
            }
        }
        let ids: Vec<_> = root.all().into_iter().filter_map(|element| element.attribute("id")).collect();
        let referred = svg.matches("url(#").count();
        let known = ids.iter().map(|id| svg.matches(&format!("url(#{id})")).count()).sum::<usize>();
        assert_eq!(referred, known, "{name}: every reference is to something in it");
    }
}

/// From where to where a text runs, by the widest of its fonts.
fn extent(text: &Element) -> (f64, f64) {
    let number = |key: &str| text.attribute(key).unwrap().parse::<f64>().unwrap();
    let set = Lettering {
        size: number("font-size"),
        is_bold: text.attribute("font-weight").is_some(),
        is_muted: false,
        has_serifs: false,
        anchor: Anchor::Start,
    };
    let (x, width) = (number("x"), set.width(&text.text));
    match text.attribute("text-anchor") {
        Some("middle") => (x - width / 2.0, x + width / 2.0),
        Some("end") => (x - width, x),
        _ => (x, x + width),
    }
}

#[test]
fn texts_stay_inside_the_picture_and_apart_from_each_other() {
    for (name, width, svg) in pictures() {
        let root = parsed(&svg).unwrap();
        let height: f64 = root.attribute("height").unwrap().parse().unwrap();
        let texts: Vec<_> = root.all().into_iter().filter(|element| element.name == "text").collect();
        let boxes: Vec<_> = texts
            .iter()
            .map(|text| {
                let y: f64 = text.attribute("y").unwrap().parse().unwrap();
                let size: f64 = text.attribute("font-size").unwrap().parse().unwrap();
                assert!(size >= 12.0, "{name}: `{}` is too small", text.text);
                (extent(text), (y - 0.7 * size, y + 0.1 * size), &text.text)
            })
            .collect();
        for ((left, right), (top, bottom), text) in &boxes {
            let is_inside = *left >= -0.5 && *right <= width + 0.5 && *top >= 0.0 && *bottom <= height;
            assert!(
                is_inside,
                "{name}: `{text}` from {left} to {right}, {top} to {bottom}, of {width} by {height}"
            );
        }
        for (place, (a, v, text)) in boxes.iter().enumerate() {
            for (b, w, other) in boxes.iter().skip(place + 1) {
                let is_apart = a.1 <= b.0 + 0.5 || b.1 <= a.0 + 0.5 || v.1 <= w.0 || w.1 <= v.0;
                assert!(is_apart, "{name}: `{text}` touches `{other}`");
            }
        }
    }
}

/// Widths of texts in ems, as Chromium sets them in DejaVu Sans, the widest of the fonts: regular, and the wider of bold and
/// of bold with serifs.
const SET: [(&str, f64, f64); 6] = [
    ("Wattflop", 4.198, 4.842),
    ("0123456789", 6.362, 6.958),
    ("illicit, filled; jill", 7.169, 8.708),
    ("xai-gigafactory · 140 MW", 12.557, 14.150),
    ("Émissions d’exploitation", 12.153, 13.823),
    ("1,1 milliard de dollars – 2,6 milliards", 18.159, 20.734),
];

#[test]
fn widths_are_rated_no_less_than_they_are_and_not_much_more() {
    const MOST: f64 = 1.2;
    let rated = |text: &str, is_bold| {
        Lettering { size: 1.0, is_bold, is_muted: false, has_serifs: false, anchor: Anchor::Start }
            .width(text)
    };
    for (text, regular, bold) in SET {
        for (rated, set) in [(rated(text, false), regular), (rated(text, true), bold)] {
            assert!(rated >= set && rated <= MOST * set, "{text}: {rated} for {set}");
        }
    }
}

fn refused(chart: Chart) -> Error {
    chart.check().unwrap_err()
}

#[test]
fn what_cannot_be_drawn_is_refused_with_the_remedy() {
    let none = Chart::Lines(Lines { panels: vec![], ..samples::lines() });
    let mut unknown = samples::fan();
    unknown.points[3].median = f64::NAN;
    let mut never = samples::tornado();
    never.swings[0].high = f64::INFINITY;
    let mut negative = samples::lines();
    negative.panels[0].series[0].points[0].1 = -1.0;
    let mut unbalanced = samples::waterfall();
    unbalanced.end.amount = 90e9;
    let cases = [
        (none, "panels", "at least one", "au moins un"),
        (Chart::Fan(unknown), "points", "leave out what is not known", "écartez"),
        (Chart::Tornado(never), "swings", "finite", "finis"),
        (Chart::Lines(negative), "points", "take a linear one", "linéaire"),
        (Chart::Waterfall(unbalanced), "steps", "sum to the end", "la somme"),
    ];
    for (chart, field, english, french) in cases {
        assert!(chart.svg(&Look::default()).is_err());
        let error = refused(chart);
        let [en, fr] = Locale::ALL.map(|locale| wattflop::report::words::error(&error, locale));
        assert!(en.contains(field) && en.contains(english) && fr.contains(french), "{en} / {fr}");
    }
}

#[test]
fn widths_that_cannot_be_read_are_refused() {
    for width in [0.0, -5.0, 100.0, 1e6, f64::NAN, f64::INFINITY] {
        let error = Look::of(width).unwrap_err();
        let text = error.to_string();
        assert!(
            error.code() == Code::OutOfDomain && text.contains("280") && text.contains("2,400"),
            "{text}"
        );
    }
}

/// Names that users give become text, whatever they hold.
#[test]
fn names_cannot_break_out_of_their_text() {
    let mut chart = samples::waterfall();
    "</text><script>alert(1)</script>&\"'\u{0}\u{b}".clone_into(&mut chart.steps[0].label);
    "<b>\u{1b}".clone_into(&mut chart.caption.title);
    let chart = Chart::Waterfall(chart);
    let root = parsed(&chart.svg(&Look::default()).unwrap()).unwrap();
    assert!(root.all().iter().all(|element| element.name != "script" && element.name != "b"));
    assert!(!chart.html(Locale::En).contains("<script>"));
}

/// Where the rows of a chart's tables stand: each row of each, inside the picture.
#[test]
fn every_row_of_the_data_has_its_spot_in_the_picture() {
    for (name, chart) in samples::all(Locale::En) {
        let sheets = chart.sheets(Locale::En);
        for width in WIDTHS {
            let picture = chart.picture(&look(width, Theme::Light, Locale::En)).unwrap();
            let height = parsed(&picture.svg).unwrap().attribute("height").unwrap().parse::<f64>().unwrap();
            for spot in &picture.spots {
                assert!(spot.sheet < sheets.len() && spot.row < sheets[spot.sheet].rows.len(), "{name}");
                assert!(spot.left >= 0.0 && spot.left + spot.width <= width, "{name} {width}: {spot:?}");
                assert!(spot.top >= 0.0 && spot.top + spot.height <= height, "{name} {width}: {spot:?}");
            }
            for (place, sheet) in sheets.iter().enumerate() {
                for row in 0..sheet.rows.len() {
                    let is_there = picture.spots.iter().any(|spot| (spot.sheet, spot.row) == (place, row));
                    assert!(is_there, "{name} {width}: row {row} of sheet {place}");
                }
            }
        }
    }
}

/// A row stands where what it says is drawn.
#[test]
fn the_spot_of_a_row_holds_its_label() {
    for (name, chart) in samples::all(Locale::En) {
        if !matches!(chart, Chart::Bars(_) | Chart::Tornado(_) | Chart::Waterfall(_) | Chart::Tree(_)) {
            continue;
        }
        let sheets = chart.sheets(Locale::En);
        let picture = chart.picture(&look(1000.0, Theme::Light, Locale::En)).unwrap();
        let root = parsed(&picture.svg).unwrap();
        for spot in picture.spots {
            let Datum::Text(label) = &sheets[spot.sheet].rows[spot.row][0] else { panic!("{name}") };
            let number = |text: &Element, key: &str| text.attribute(key).unwrap().parse::<f64>().unwrap();
            let is_in = |text: &&Element| {
                let (x, y) = (number(text, "x"), number(text, "y"));
                x >= spot.left && x <= spot.left + spot.width && y >= spot.top && y <= spot.top + spot.height
            };
            let texts = root.all().into_iter().filter(|element| element.name == "text");
            let inside: Vec<_> = texts.filter(is_in).map(|text| text.text.clone()).collect();
            let begin = inside.iter().any(|text| label.starts_with(text.as_str()));
            assert!(begin, "{name}: {label} is not in {inside:?}");
        }
    }
}
