//! Charts as specifications of Vega-Lite, their data inline.

use super::node::Node;
use crate::error::Error;
use crate::report::Locale;
use crate::report::chart::{
    Along, AreaPanel, Areas, Bars, Chart, Column, Datum, Form, LinePanel, Look, Sheet, Waterfall,
};

/// The schema that the specifications follow.
const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v6.json";

/// A chart as a specification of Vega-Lite.
///
/// # Errors
/// As [`Chart::svg`].
pub fn vega(chart: &Chart, look: &Look) -> Result<Node, Error> {
    chart.check()?;
    let locale = look.locale();
    let caption = chart.caption();
    let title = vec![
        ("text", caption.title.as_str().into()),
        ("subtitle", caption.note.as_str().into()),
        ("anchor", "start".into()),
    ];
    let mut entries = vec![
        ("$schema", SCHEMA.into()),
        ("title", Node::table(title)),
        ("description", chart.foot(locale).into()),
        ("config", config(look)),
    ];
    entries.extend(body(chart, look));
    Ok(Node::table(entries))
}

/// The colours of a theme.
fn config(look: &Look) -> Node {
    let palette = look.theme().palette();
    let text = |colour: &str| Node::table(vec![("labelColor", colour.into()), ("titleColor", colour.into())]);
    let title = vec![("color", palette.ink.into()), ("subtitleColor", palette.muted.into())];
    Node::table(vec![
        ("background", palette.paper.into()),
        ("title", Node::table(title)),
        ("axis", text(palette.muted)),
        ("legend", text(palette.muted)),
        ("range", Node::table(vec![("category", palette.sides.to_vec().into())])),
    ])
}

type Entry = (&'static str, Node);
type Entries = Vec<Entry>;

/// What is particular to a kind of chart.
fn body(chart: &Chart, look: &Look) -> Entries {
    let locale = look.locale();
    let sheets = chart.sheets(locale);
    let Some(sheet) = sheets.first() else { return Vec::new() };
    let width = ("width", look.width().into());
    let one = |parts: Entries| [width.clone(), ("data", values(sheet))].into_iter().chain(parts).collect();
    match chart {
        Chart::Bars(bars) => vec![(
            "vconcat",
            sheets.iter().map(|sheet| of_bars(bars, sheet, &width.1)).collect::<Vec<_>>().into(),
        )],
        Chart::Waterfall(waterfall) => vec![
            width,
            ("data", stairs(waterfall, sheet)),
            ("mark", "bar".into()),
            ("encoding", of_stairs(sheet)),
        ],
        Chart::Tornado(tornado) => one(of_swings(sheet, tornado.form, tornado.centre)),
        Chart::Fan(fan) => one(of_fan(sheet, &fan.x, fan.form)),
        Chart::Lines(lines) => match lines.panels.as_slice() {
            [panel] => one(of_lines(sheet, &lines.x, panel.form)),
            panels => {
                let view = |(sheet, panel): (&Sheet, &LinePanel)| {
                    let entries = vec![("title", sheet.title.as_str().into()), ("data", values(sheet))];
                    let lines = of_lines(sheet, &lines.x, panel.form);
                    Node::table([width.clone()].into_iter().chain(entries).chain(lines).collect())
                };
                let shared = Node::table(vec![("x", "shared".into())]);
                vec![
                    ("vconcat", sheets.iter().zip(panels).map(view).collect::<Vec<_>>().into()),
                    ("resolve", Node::table(vec![("scale", shared)])),
                ]
            }
        },
        Chart::Frontier(frontier) => one(of_options(sheet, frontier.x_form, frontier.y_form)),
        Chart::Areas(areas) => vec![(
            "vconcat",
            areas.panels.iter().map(|panel| of_panel(areas, panel, look)).collect::<Vec<_>>().into(),
        )],
        Chart::Tree(_) => one(of_terms()),
        Chart::Spreads(spreads) => {
            let panel = |sheet: &Sheet| of_intervals(sheet, spreads.form, &width.1);
            vec![("vconcat", sheets.iter().map(panel).collect::<Vec<_>>().into())]
        }
        Chart::Histogram(_) => one(of_bins(sheet)),
    }
}

/// The rows of a sheet, numbers in the units of their columns.
fn values(sheet: &Sheet) -> Node {
    let row = |row: &Vec<Datum>| {
        Node::keyed(
            sheet
                .columns
                .iter()
                .enumerate()
                .zip(row)
                .map(|((place, column), datum)| (column.key.to_owned(), value(sheet, place, datum))),
        )
    };
    inline(sheet.rows.iter().map(row).collect())
}

fn inline(rows: Vec<Node>) -> Node {
    Node::table(vec![("values", rows.into())])
}

fn value(sheet: &Sheet, place: usize, datum: &Datum) -> Node {
    match datum {
        Datum::Blank => Node::Null,
        Datum::Text(text) => text.as_str().into(),
        Datum::Number(base) => sheet.in_unit(place, *base).into(),
    }
}

/// How an axis spreads its values.
fn scale(form: Form) -> Node {
    let kind = match form {
        Form::Linear => "linear",
        Form::Log => "log",
    };
    Node::table(vec![("type", kind.into())])
}

/// A channel of numbers, called by its column with its unit.
fn numbers(sheet: &Sheet, key: &str, form: Form) -> Node {
    let named = |(place, column): (usize, &Column)| {
        (column.key == key).then(|| titled(&column.title, &sheet.unit(place).0))
    };
    let title = sheet.columns.iter().enumerate().find_map(named);
    Node::table(vec![
        ("field", key.into()),
        ("type", "quantitative".into()),
        ("title", title.into()),
        ("scale", scale(form)),
    ])
}

fn titled(title: &str, unit: &str) -> String {
    if unit.is_empty() { title.to_owned() } else { format!("{title} ({unit})") }
}

/// A channel of names, in the order of the data.
fn names(key: &str) -> Node {
    Node::table(vec![
        ("field", key.into()),
        ("type", "nominal".into()),
        ("sort", Node::Null),
        ("title", Node::Null),
    ])
}

/// The second end of a channel.
fn field(key: &str) -> Node {
    Node::table(vec![("field", key.into())])
}

fn datum(value: f64) -> Node {
    Node::table(vec![("datum", value.into())])
}

/// The colour of a series.
fn colour(key: &str) -> Node {
    Node::table(vec![
        ("field", key.into()),
        ("type", "nominal".into()),
        ("sort", Node::Null),
        ("legend", Node::Null),
    ])
}

fn layer(mark: impl Into<Node>, channels: Entries) -> Node {
    Node::table(vec![("mark", mark.into()), ("encoding", Node::table(channels))])
}

/// What runs along the bottom.
fn along(sheet: &Sheet, x: &Along) -> Node {
    match x {
        Along::Amount(_, form) => numbers(sheet, "x", *form),
        Along::Months(_) => month(),
    }
}

fn month() -> Node {
    Node::table(vec![("field", "month".into()), ("type", "temporal".into()), ("title", Node::Null)])
}

fn of_bars(bars: &Bars, sheet: &Sheet, width: &Node) -> Node {
    let mark = if bars.form == Form::Log { "point" } else { "bar" };
    let range = vec![("y", names("name")), ("x", numbers(sheet, "low", bars.form)), ("x2", field("high"))];
    let value =
        vec![("y", names("name")), ("x", numbers(sheet, "value", bars.form)), ("color", colour("name"))];
    Node::table(vec![
        ("title", sheet.title.as_str().into()),
        ("width", width.clone()),
        ("data", values(sheet)),
        ("layer", vec![layer(mark, value), layer("rule", range)].into()),
    ])
}

/// The steps, each from where the one before has led.
fn stairs(waterfall: &Waterfall, sheet: &Sheet) -> Node {
    const AMOUNT: usize = 1;
    let amount = |base: f64| Node::from(sheet.in_unit(AMOUNT, base));
    let mut before = 0.0;
    let row = |label: &str, from: f64, to: f64, kind: &'static str| {
        Node::table(vec![
            ("step", label.into()),
            ("amount", amount(to - from)),
            ("from", amount(from)),
            ("to", amount(to)),
            ("kind", kind.into()),
        ])
    };
    let mut rows = Vec::new();
    if let Some(start) = &waterfall.start {
        rows.push(row(&start.label, 0.0, start.amount, "whole"));
        before = start.amount;
    }
    for step in &waterfall.steps {
        let after = before + step.amount;
        rows.push(row(&step.label, before, after, if step.amount < 0.0 { "down" } else { "up" }));
        before = after;
    }
    rows.push(row(&waterfall.end.label, 0.0, waterfall.end.amount, "whole"));
    inline(rows)
}

fn of_stairs(sheet: &Sheet) -> Node {
    let title = titled(&sheet.title, &sheet.unit(1).0);
    let from = vec![("field", "from".into()), ("type", "quantitative".into()), ("title", title.into())];
    Node::table(vec![
        ("y", names("step")),
        ("x", Node::table(from)),
        ("x2", field("to")),
        ("color", colour("kind")),
    ])
}

fn of_swings(sheet: &Sheet, form: Form, centre: f64) -> Entries {
    const AT_LOW: usize = 2;
    let bar = vec![("y", names("input")), ("x", numbers(sheet, "at_low", form)), ("x2", field("at_high"))];
    let centre = vec![("x", datum(sheet.in_unit(AT_LOW, centre)))];
    vec![("layer", vec![layer("bar", bar), layer("rule", centre)].into())]
}

/// A mark of a band, as soft as in the picture.
fn band(mark: &'static str) -> Node {
    const SOFT: f64 = 0.22;
    Node::table(vec![("type", mark.into()), ("opacity", SOFT.into())])
}

fn of_fan(sheet: &Sheet, x: &Along, form: Form) -> Entries {
    let between = |low, high| {
        layer(
            band("area"),
            vec![("x", along(sheet, x)), ("y", numbers(sheet, low, form)), ("y2", field(high))],
        )
    };
    let median = layer("line", vec![("x", along(sheet, x)), ("y", numbers(sheet, "p50", form))]);
    vec![("layer", vec![between("p5", "p95"), between("p25", "p75"), median].into())]
}

fn of_lines(sheet: &Sheet, x: &Along, form: Form) -> Entries {
    let series = Node::table(vec![
        ("field", "name".into()),
        ("type", "nominal".into()),
        ("sort", Node::Null),
        ("title", Node::Null),
    ]);
    let is_named = sheet.columns.iter().any(|column| column.key == "name");
    let lines = is_named.then(|| [("color", series.clone()), ("strokeDash", series)]);
    let channels = [("x", along(sheet, x)), ("y", numbers(sheet, "value", form))];
    let channels = channels.into_iter().chain(lines.into_iter().flatten()).collect();
    vec![("mark", "line".into()), ("encoding", Node::table(channels))]
}

fn of_options(sheet: &Sheet, x: Form, y: Form) -> Entries {
    let frontier =
        Node::table(vec![("field", "frontier".into()), ("type", "nominal".into()), ("title", Node::Null)]);
    let channels = vec![
        ("x", numbers(sheet, "x", x)),
        ("y", numbers(sheet, "y", y)),
        ("color", frontier.clone()),
        ("shape", frontier),
        ("tooltip", field("name")),
    ];
    vec![("mark", "point".into()), ("encoding", Node::table(channels))]
}

/// A panel, a row for each layer and month.
fn of_panel(areas: &Areas, panel: &AreaPanel, look: &Look) -> Node {
    let locale: Locale = look.locale();
    let alone = Areas { panels: vec![panel.clone()], ..areas.clone() };
    let chart = Chart::Areas(alone);
    let sheet = chart.sheets(locale).into_iter().next();
    let mark = if panel.is_stepped { "step-after" } else { "linear" };
    let mark =
        Node::table(vec![("type", "area".into()), ("interpolate", mark.into()), ("line", Node::Bool(true))]);
    let y = |sheet: &Sheet| {
        let title = titled(&panel.measured.label, &sheet.unit(1).0);
        Node::table(vec![
            ("field", "value".into()),
            ("type", "quantitative".into()),
            ("title", title.into()),
            ("stack", Node::Bool(true)),
        ])
    };
    let entries = |sheet: &Sheet| {
        let channels = vec![("x", along(sheet, &areas.x)), ("y", y(sheet)), ("color", colour("layer"))];
        vec![
            ("title", panel.measured.label.as_str().into()),
            ("width", look.width().into()),
            ("data", layers(panel, sheet)),
            ("mark", mark.clone()),
            ("encoding", Node::table(channels)),
        ]
    };
    Node::table(sheet.as_ref().map(entries).unwrap_or_default())
}

fn layers(panel: &AreaPanel, sheet: &Sheet) -> Node {
    let key = sheet.columns.first().map_or("x", |column| column.key);
    let of_layer = |(place, layer): (usize, &crate::report::chart::Layer)| {
        let row = |row: &Vec<Datum>| {
            let at = |place: usize| row.get(place).map_or(Node::Null, |datum| value(sheet, place, datum));
            Node::table(vec![(key, at(0)), ("layer", layer.name.as_str().into()), ("value", at(place + 1))])
        };
        sheet.rows.iter().map(row).collect::<Vec<_>>()
    };
    inline(panel.layers.iter().enumerate().flat_map(of_layer).collect())
}

/// The 90 % interval as a rule, the 50 % interval as a bar, the median as a point.
fn of_intervals(sheet: &Sheet, form: Form, width: &Node) -> Node {
    let between =
        |low, high| vec![("y", names("name")), ("x", numbers(sheet, low, form)), ("x2", field(high))];
    let median = vec![("y", names("name")), ("x", numbers(sheet, "p50", form))];
    let layers = vec![
        layer("rule", between("p5", "p95")),
        layer(band("bar"), between("p25", "p75")),
        layer("point", median),
    ];
    Node::table(vec![
        ("title", sheet.title.as_str().into()),
        ("width", width.clone()),
        ("data", values(sheet)),
        ("layer", layers.into()),
    ])
}

/// Bars over bins that are known, those of one side over those of another.
fn of_bins(sheet: &Sheet) -> Entries {
    let entry = |key: &str, more: Entry| match numbers(sheet, key, Form::Linear) {
        Node::Table(mut entries) => {
            entries.push((more.0.into(), more.1));
            Node::Table(entries)
        }
        other => other,
    };
    let channels = vec![
        ("x", entry("from", ("bin", "binned".into()))),
        ("x2", field("to")),
        ("y", entry("share", ("stack", Node::Null))),
        ("color", colour("name")),
    ];
    vec![("mark", band("bar")), ("encoding", Node::table(channels))]
}

/// Terms below each other, each as far to the right as it is deep.
fn of_terms() -> Entries {
    let order = Node::table(vec![(
        "window",
        vec![Node::table(vec![("op", "row_number".into()), ("as", "row".into())])].into(),
    )]);
    let level = Node::table(vec![("calculate", "toNumber(datum.level)".into()), ("as", "level".into())]);
    let text =
        Node::table(vec![("calculate", "datum.term + '  ' + datum.shown".into()), ("as", "text".into())]);
    let mark = Node::table(vec![("type", "text".into()), ("align", "left".into())]);
    let place = |key: &str, kind: &str| {
        Node::table(vec![("field", key.into()), ("type", kind.into()), ("axis", Node::Null)])
    };
    let channels = vec![
        ("x", place("level", "quantitative")),
        ("y", place("row", "ordinal")),
        ("text", field("text")),
        ("tooltip", field("about")),
    ];
    vec![("transform", vec![order, level, text].into()), ("mark", mark), ("encoding", Node::table(channels))]
}

/// The data of a chart, as tables: what they are called, their columns with their units, their rows.
#[must_use]
pub fn chart_data(chart: &Chart, locale: Locale) -> Node {
    let column = |sheet: &Sheet, (place, column): (usize, &Column)| {
        Node::table(vec![
            ("key", column.key.into()),
            ("title", column.title.as_str().into()),
            ("unit", sheet.unit(place).0.into()),
        ])
    };
    let row = |sheet: &Sheet, row: &Vec<Datum>| {
        row.iter().enumerate().map(|(place, datum)| value(sheet, place, datum)).collect::<Vec<_>>().into()
    };
    let table = |sheet: &Sheet| {
        let columns: Vec<Node> =
            sheet.columns.iter().enumerate().map(|indexed| column(sheet, indexed)).collect();
        let rows: Vec<Node> = sheet.rows.iter().map(|one| row(sheet, one)).collect();
        Node::table(vec![
            ("title", sheet.title.as_str().into()),
            ("columns", columns.into()),
            ("rows", rows.into()),
        ])
    };
    chart.sheets(locale).iter().map(table).collect::<Vec<_>>().into()
}
