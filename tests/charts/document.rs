//! What stands beside a picture: its table, and its specification of Vega-Lite.

use super::samples;
use crate::support::{figure, year_of};
use serde_json::Value;
use std::path::Path;
use wattflop::analysis::compare;
use wattflop::document::{chart_data, vega};
use wattflop::report::Locale;
use wattflop::report::chart::*;

fn specification(chart: &Chart) -> Value {
    serde_json::to_value(vega(chart, &Look::default()).unwrap()).unwrap()
}

/// The single views of a specification, with the data that each sees.
fn views<'a>(spec: &'a Value, data: Option<&'a Value>, found: &mut Vec<(&'a Value, &'a Value)>) {
    let data = spec.get("data").or(data);
    let parts = ["vconcat", "layer"].into_iter().filter_map(|key| spec.get(key)?.as_array());
    let parts: Vec<_> = parts.flatten().collect();
    parts.iter().for_each(|part| views(part, data, found));
    if parts.is_empty() {
        found.push((spec, data.expect("a view has data")));
    }
}

const MARKS: [&str; 6] = ["bar", "rule", "point", "line", "area", "text"];
const CHANNELS: [&str; 10] =
    ["x", "x2", "y", "y2", "color", "shape", "strokeDash", "text", "tooltip", "order"];
const TYPES: [&str; 4] = ["quantitative", "temporal", "ordinal", "nominal"];

/// What the schema of Vega-Lite asks of a single view: a mark, channels that it knows, and fields that the data have.
#[test]
fn specifications_have_what_the_schema_asks_for() {
    for (name, chart) in samples::all(Locale::En) {
        let spec = specification(&chart);
        if let Some(folder) = std::env::var_os("WATTFLOP_PICTURES") {
            std::fs::write(Path::new(&folder).join(format!("{name}.vega.json")), spec.to_string()).unwrap();
        }
        assert_eq!(spec["$schema"], "https://vega.github.io/schema/vega-lite/v6.json");
        assert_eq!(spec["title"]["text"], chart.caption().title.as_str());
        let mut found = Vec::new();
        views(&spec, None, &mut found);
        assert!(!found.is_empty(), "{name}");
        for (view, data) in found {
            let mark = view["mark"].as_str().or_else(|| view["mark"]["type"].as_str()).unwrap();
            assert!(MARKS.contains(&mark), "{name}: {mark}");
            let rows = data["values"].as_array().unwrap();
            assert!(!rows.is_empty(), "{name}");
            let computed: Vec<_> = spec["transform"].as_array().into_iter().flatten().collect();
            for (channel, definition) in view["encoding"].as_object().unwrap() {
                assert!(CHANNELS.contains(&channel.as_str()), "{name}: {channel}");
                let kind = definition.get("type").and_then(Value::as_str);
                assert!(kind.is_none_or(|kind| TYPES.contains(&kind)), "{name}: {kind:?}");
                let Some(field) = definition.get("field").and_then(Value::as_str) else {
                    assert!(definition.get("datum").is_some(), "{name}: {channel} is of nothing");
                    continue;
                };
                let is_computed =
                    computed.iter().any(|step| step.to_string().contains(&format!("\"as\":\"{field}\"")));
                assert!(is_computed || rows.iter().all(|row| row.get(field).is_some()), "{name}: no {field}");
            }
        }
    }
}

#[test]
fn tables_hold_the_figures() {
    let sides = compare(&["meta-24k", "xai-gigafactory"].map(year_of)).unwrap();
    let chart = of_comparison(&sides, Locale::En);
    let capex = chart.sheets(Locale::En).into_iter().find(|sheet| sheet.title == "Capex").unwrap();
    let expected: Vec<_> = sides.sides.iter().map(|side| figure(side, "cost.capex.total").value).collect();
    assert_eq!(capex.numbers(1).collect::<Vec<_>>(), expected);
}

/// The parts sum to the total: in the table, and by the digits of the specification.
#[test]
fn the_parts_of_a_table_sum_to_its_total() {
    let estimate = year_of("xai-gigafactory").evaluate().unwrap();
    for (chart, path) in [
        (of_bill(&estimate, Locale::En).unwrap(), "cost.capex.total"),
        (of_hour(&estimate, Locale::En).unwrap(), "cost.annuity.hour.total"),
    ] {
        let amounts: Vec<f64> = chart.sheets(Locale::En)[0].numbers(1).collect();
        let (total, parts) = amounts.split_last().unwrap();
        assert_eq!(*total, figure(&estimate, path).value);
        assert!((parts.iter().sum::<f64>() / total - 1.0).abs() < 1e-12, "{path}");
        let spec = specification(&chart);
        let steps: f64 = spec["data"]["values"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["amount"].as_f64().unwrap())
            .sum();
        let last = spec["data"]["values"].as_array().unwrap().last().unwrap()["to"].as_f64().unwrap();
        assert!((steps / (2.0 * last) - 1.0).abs() < 1e-12, "{path}");
    }
}

#[test]
fn tables_are_html_with_heads_for_rows_and_columns() {
    for locale in Locale::ALL {
        for (name, chart) in samples::all(locale) {
            let html = chart.html(locale);
            let count = |piece: &str| html.matches(piece).count();
            assert!(count("<caption>") > 0 && count("<caption></caption>") == 0, "{name}: {html}");
            assert_eq!(count("<th scope=\"row\">"), count("<tr>") - count("<thead>"), "{name}");
            assert!(!html.contains("column-") && !html.contains("NaN"), "{name}: {html}");
            let data = serde_json::to_value(chart_data(&chart, locale)).unwrap();
            let rows: usize =
                data.as_array().unwrap().iter().map(|table| table["rows"].as_array().unwrap().len()).sum();
            assert_eq!(rows, count("<th scope=\"row\">"), "{name}");
        }
    }
}

/// Layers of a timeline sum to the devices that stand.
#[test]
fn the_layers_of_a_timeline_sum_to_its_devices() {
    use wattflop::analysis::timeline::{Ask, timeline};
    let colossus = wattflop::cluster::Buildout::preset("colossus").unwrap();
    let told = timeline(&colossus, &Ask::new().with_months(18)).unwrap();
    let Chart::Areas(areas) = of_timeline(&told, Locale::En) else { panic!("areas") };
    let layers = &areas.panels[0].layers;
    for (place, month) in told.months.iter().enumerate() {
        let sum: f64 = layers.iter().map(|layer| layer.values[place].value).sum();
        let standing = month.standing.iter().find(|row| row.path == "size.devices").unwrap().value;
        assert_eq!(sum, standing, "{}", month.date);
    }
}

/// A sweep of several figures has a panel, a table and a view of each, over one bottom; a line has the same place in all.
#[test]
fn every_figure_of_a_sweep_has_its_panel() {
    let chart = samples::swept_figures(Locale::En);
    let Chart::Lines(Lines { panels, .. }) = &chart else { panic!("lines") };
    let names = |panel: &LinePanel| panel.series.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
    assert_eq!(panels.len(), 3);
    assert!(panels.iter().all(|panel| names(panel) == names(&panels[0]) && panel.series.len() == 2));
    let titles: Vec<_> = chart.sheets(Locale::En).into_iter().map(|sheet| sheet.title).collect();
    assert_eq!(titles, panels.iter().map(|panel| panel.measured.label.clone()).collect::<Vec<_>>());
    let spec = specification(&chart);
    assert_eq!(spec["resolve"]["scale"]["x"], "shared");
    let views = spec["vconcat"].as_array().unwrap();
    let units: Vec<_> = views.iter().map(|view| view["encoding"]["y"]["title"].as_str().unwrap()).collect();
    assert!(units[0].ends_with("(MW)") && units[1].contains("CO2e") && units[2].contains("USD"), "{units:?}");
}
