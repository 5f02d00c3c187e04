//! The command line: what it writes, in which format, and how it exits.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wattflop"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(args: &[&str]) -> Value {
    let all = [args, &["--format", "json"]].concat();
    serde_json::from_str(&text(&run(&all))).unwrap()
}

/// A file in the folder of the build, so that nothing else is touched.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn json_is_one_object_with_edition_and_figures() {
    let commands: [&[&str]; 3] = [
        &["operate", "xai-gigafactory"],
        &["train", "--model", "grok-2", "--cluster", "grok-2-cluster"],
        &["compare", "xai-gigafactory", "stargate-10gw"],
    ];
    for command in commands {
        let document = json(command);
        assert_eq!(document["edition"], "2026.11", "{command:?}");
        let figures = document["figures"].as_object().unwrap();
        assert!(figures.len() > 40, "{command:?}: {} figures", figures.len());
        for (path, figure) in figures {
            // What never comes has no number in JSON.
            let number = |key: &str| figure[key].as_f64().unwrap_or(f64::INFINITY);
            let (low, value, high) = (number("low"), number("value"), number("high"));
            assert!(low <= value && value <= high, "{path}: {low} {value} {high}");
            assert!(high.is_finite() || path.contains("decision."), "{path}: no number");
            assert!(figure["unit"].is_string() && !figure["label"].as_str().unwrap().is_empty(), "{path}");
        }
    }
}

#[test]
fn a_comparison_prefixes_paths_with_the_name_of_the_side() {
    let document = json(&["compare", "meta-24k", "xai-gigafactory"]);
    assert_eq!(document["figures"]["meta-24k.size.devices"]["value"], 24_576.0);
    assert_eq!(document["figures"]["xai-gigafactory.size.devices"]["value"], 100_000.0);
}

#[test]
fn every_command_writes_every_format() {
    let commands: [&[&str]; 34] = [
        &["timeline", "colossus", "--months", "3", "--run", "grok-2", "--start", "2024-09"],
        &["timeline", "colossus-1", "colossus-200k@2024-12-03", "--months", "2", "--all"],
        &["solve", "cluster.pools.0.count", "--for", "duration<=90 d", "grok-2-cluster", "--model", "grok-2"],
        &["sweep", "xai-gigafactory", "--over", "site.pue=1.1..1.5 by 0.1", "--of", "power.facility.average"],
        &["compare", "xai-gigafactory", "stargate-10gw", "--why", "cost.annuity.total"],
        &["uncertainty", "xai-gigafactory", "--samples", "256"],
        &[
            "uncertainty",
            "colossus-1",
            "meta-24k",
            "--model",
            "grok-2",
            "--samples",
            "64",
            "--of",
            "duration",
        ],
        &["sensitivity", "xai-gigafactory", "--of", "power.facility.peak", "--samples", "64"],
        &["list", "buildouts"],
        &["cost", "xai-gigafactory", "--part", "bill"],
        &["cost", "colossus-230k", "--part", "hour"],
        &["cost", "grok-2-cluster", "--model", "grok-2", "--part", "views"],
        &["cost", "grok-2-cluster", "--model", "grok-2", "--part", "development"],
        &[
            "cost",
            "xai-gigafactory",
            "--part",
            "decision",
            "--set",
            "money.currency=eur",
            "--set",
            "money.rate=1.1",
        ],
        &["cost", "xai-gigafactory", "--part", "years"],
        &["cost", "xai-gigafactory", "--part", "offers"],
        &["cost", "xai-gigafactory", "--part", "lives"],
        &["trend", "--of", "prices"],
        &["list", "methods"],
        &["list", "supplies"],
        &["list", "coolings"],
        &["list", "climates"],
        &["show", "liquid-dry"],
        &["list", "sources"],
        &["show", "memphis-2024"],
        &["operate", "colossus-1", "--set", "site.supply=memphis-2024"],
        &["compare", "meta-24k", "xai-gigafactory"],
        &["operate", "colossus-230k"],
        &["train", "--model", "deepseek-v3", "--cluster", "meta-24k"],
        &["explain", "cost.annuity.total", "stargate-2024"],
        &["inputs", "colossus-1"],
        &["list", "sites", "--search", "texas"],
        &["show", "h100-sxm"],
        &["trend"],
    ];
    for command in commands {
        for format in ["table", "json", "csv", "markdown"] {
            for lang in ["en", "fr"] {
                let output = run(&[command, &["--format", format, "--lang", lang]].concat());
                assert!(output.status.success(), "{command:?} {format}: {}", complaint(&output));
                assert!(!text(&output).contains('\u{1b}'), "{command:?} {format}: colour in a pipe");
                assert!(text(&output).lines().count() >= 2, "{command:?} {format}");
            }
        }
    }
}

#[test]
fn csv_has_a_line_a_figure_with_bare_numbers() {
    let output = text(&run(&["operate", "xai-gigafactory", "--format", "csv"]));
    let mut lines = output.lines();
    assert_eq!(lines.next(), Some("path,value,unit,low,high,label"));
    let power = lines.find(|line| line.starts_with("power.it.rated,")).unwrap();
    assert!(power.starts_with("power.it.rated,140.25"), "{power}");
}

/// The cash of every year, as a spreadsheet reads it: what is bought first, and sums that hold.
#[test]
fn cash_flow_by_year_is_csv_with_bare_numbers() {
    let output = text(&run(&["cost", "xai-gigafactory", "--part", "years", "--format", "csv"]));
    let mut lines = output.lines();
    let head = "year,investment_USD,revenue_USD,running_USD,sale_USD,net_USD,present_USD,cumulative_USD";
    assert_eq!(lines.next(), Some(head));
    let rows: Vec<Vec<f64>> =
        lines.map(|line| line.split(',').map(|cell| cell.parse().unwrap()).collect()).collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    let mut cumulative = 0.0;
    for row in &rows {
        let [_, investment, revenue, running, sale, net, _, sum] = row[..] else { panic!("{row:?}") };
        crate::support::close(net, revenue + sale - running - investment, 1e-9);
        cumulative += net;
        crate::support::close(sum, cumulative, 1e-9);
    }
    let npv = json(&["operate", "xai-gigafactory"])["figures"]["decision.npv"]["value"].as_f64().unwrap();
    crate::support::close(rows.iter().map(|row| row[6]).sum(), npv, 1e-6);
}

#[test]
fn a_page_of_cost_names_every_view_and_says_why_they_differ() {
    let page = text(&run(&["cost", "grok-2-cluster", "--model", "grok-2"]));
    for said in [
        "acquisition",
        "annuity",
        "straight line",
        "decay",
        "rented on demand",
        "rented, reserved a year",
        "rented on the spot market",
        "electricity alone",
        "times as much by the dearest view (acquisition)",
        "it holds interest, 10 % a year",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let document = json(&["cost", "grok-2-cluster", "--model", "grok-2"]);
    for part in ["bill", "hour", "views", "development", "decision"] {
        assert!(!document[part].as_array().unwrap().is_empty(), "{part}");
    }
    assert_eq!(document["views"][0]["view"], "acquisition");
    let decision = text(&run(&["cost", "xai-gigafactory", "--part", "decision", "--format", "csv"]));
    assert!(decision.starts_with("figure,value,low,high,unit\n"), "{decision}");
    assert!(
        decision.lines().any(|line| line.starts_with("decision.npv,") && line.ends_with(",USD")),
        "{decision}"
    );
    assert!(decision.contains(",never,"), "{decision}");
}

#[test]
fn a_timeline_is_csv_with_a_line_a_month() {
    let output = text(&run(&["timeline", "colossus", "--months", "12", "--format", "csv"]));
    let mut lines = output.lines();
    let header = lines.next().unwrap();
    for column in ["month", "devices", "peak_FLOP/s", "facility_peak_MW", "energy_so_far_MWh", "capex_USD"] {
        assert!(header.split(',').any(|name| name == column), "{header}: no {column}");
    }
    let months: Vec<_> = lines.collect();
    assert_eq!(months.len(), 12);
    assert!(months[0].starts_with("2024-08,21,25000,"), "{}", months[0]);
    assert!(months[11].starts_with("2025-07,31,230000,"), "{}", months[11]);
    let cell = |name: &str| {
        let place = header
            .split(',')
            .position(|column| column == name)
            .unwrap_or_else(|| panic!("{header}: no {name}"));
        months[11].split(',').nth(place).unwrap().parse::<f64>().unwrap()
    };
    let [low, value, high] =
        ["energy_so_far_low_MWh", "energy_so_far_MWh", "energy_so_far_high_MWh"].map(cell);
    assert!(0.0 < low && low < value && value < high, "{low} {value} {high}");
}

/// Figures in the tables of a timeline carry their ranges, below the value; what is a count has none.
#[test]
fn tables_of_a_timeline_have_ranges() {
    let ask =
        ["timeline", "colossus", "--months", "2", "--format", "markdown", "--set", "run.compute=1e27 FLOP"];
    let document = json(&[&ask[..4], &["--set", "run.compute=1e27 FLOP"]].concat());
    let page = text(&run(&ask));
    let month = page.lines().find(|line| line.contains("2024-08 ")).unwrap();
    let energy = &document["months"][0]["in_month"]["energy.facility"]["range"];
    assert!(month.contains(&format!("({})", energy.as_str().unwrap())), "{month}: no {energy}");
    assert!(month.contains("| 25,000 "), "{month}");
    let whole = page.lines().rfind(|line| line.contains("colossus-25k")).unwrap();
    assert!(whole.trim_end_matches([' ', '|']).ends_with(')'), "{whole}");
}

#[test]
fn a_timeline_says_when_the_run_is_finished_and_what_the_builder_said() {
    let arguments = ["timeline", "colossus", "--months", "2", "--set", "run.compute=1e27 FLOP"];
    let page = text(&run(&arguments));
    for said in ["122 days", "92 days after colossus-1", "168", "is finished on 2025-0", "% of it is done"] {
        assert!(page.contains(said), "{page}: does not say {said}");
    }
    let document = json(&arguments);
    assert_eq!(document["began"], "2024-05-03");
    assert_eq!(document["months"].as_array().unwrap().len(), 2);
    let notes = document["notes"].as_array().unwrap();
    let on = |id: &str| notes.iter().filter(|note| note["phases"][0] == id).count();
    assert!(on("colossus-200k") > 0 && notes[0]["phases"].is_null(), "{notes:?}");
    let run = &document["run"];
    let shares: f64 =
        run["phases"].as_array().unwrap().iter().map(|part| part["share"].as_f64().unwrap()).sum();
    assert!((shares - 1.0).abs() < 1e-9 && run["done_by_last_month"].as_f64().unwrap() < 1.0, "{run}");
    assert!(
        run["early"].as_str() < run["end"].as_str() && run["end"].as_str() < run["late"].as_str(),
        "{run}"
    );
}

#[test]
fn phases_from_a_file_are_those_of_the_arguments() {
    let toml = "name = \"mine\"\nmonths = 3\nstart = 2024-09-01\nmodel = \"grok-2\"\n[site]\npue = 1.2\n\
        [[phases]]\ndate = \"2024-08-11\"\ncluster = \"colossus-25k\"\n\
        [[phases]]\ndate = 2024-09-02\ncluster = { pools = [{ accelerator = \"h100-sxm\", count = 100000 }] }\n";
    let from_file =
        json(&["timeline", "--scenario", &file("phases.toml", toml), "--set", "site.grid=us-srtv"]);
    let sites = ["colossus-25k", "colossus-1", "--months", "3", "--run", "grok-2", "--start", "2024-09"];
    let arguments = [&["timeline"][..], &sites, &["--set", "site.pue=1.2"]].concat();
    let given = json(&arguments);
    assert_eq!(from_file["name"], "mine");
    assert_eq!(from_file["run"]["end"], given["run"]["end"]);
    for (mine, theirs) in
        from_file["months"].as_array().unwrap().iter().zip(given["months"].as_array().unwrap())
    {
        for path in ["energy.facility", "carbon.operational", "throughput.compute", "cost.annuity.total"] {
            assert_eq!(mine["so_far"][path]["value"], theirs["so_far"][path]["value"], "{path}");
        }
    }
}

#[test]
fn a_timeline_without_phases_or_with_a_start_of_nothing_is_refused() {
    let french = |args: &[&str]| complaint(&run(&[args, &["--lang", "fr"]].concat()));
    let start = french(&["timeline", "colossus", "--start", "2025"]);
    assert!(start.contains("--start") && start.contains("`--run`"), "{start}");
    let order = french(&["timeline", "colossus-200k", "colossus-1"]);
    assert!(order.contains("dans l’ordre de leurs dates"), "{order}");
    assert_eq!(run(&["timeline"]).status.code(), Some(2));
    assert_eq!(run(&["timeline", "colossus", "--months", "0"]).status.code(), Some(2));
}

/// The answer is one that can be set, and does what was asked.
#[test]
fn what_is_solved_for_can_be_set() {
    let run_on = ["grok-2-cluster", "--model", "grok-2"];
    let ask = [&["solve", "cluster.pools.0.count", "--for", "duration <= 90 d"], &run_on[..]].concat();
    let answer = json(&ask)["answers"][0]["value"].as_f64().unwrap();
    let set = format!("cluster.pools.0.count={answer}");
    let train = ["train", "--cluster", "grok-2-cluster", "--model", "grok-2", "--set", &set];
    let days = json(&train)["figures"]["duration"]["value"].as_f64().unwrap();
    assert!(days <= 90.0 && days > 89.99, "{days}");
    let page = text(&run(&ask));
    for said in ["at least", "At present", "Compute-optimal"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

/// Inputs that move together are all told, each a row, and what is told can be set.
#[test]
fn inputs_are_solved_for_together() {
    let pools = ["--with", "cluster.pools.1.count", "--with", "cluster.pools.2.count"];
    let ask = ["solve", "cluster.pools.0.count", "--for", "power.facility.peak<=500 MW", "colossus-230k"];
    let ask = [&ask[..], &pools].concat();
    let document = json(&ask);
    let answer = &document["answers"][0];
    assert_eq!(document["tied"][0]["present"], 50_000.0);
    let set = |path: &str, value: &Value| format!("{path}={}", value.as_f64().unwrap());
    let tied = answer["tied"].as_object().unwrap();
    let all = tied.iter().map(|(path, value)| set(path, value));
    let all: Vec<_> = [set("cluster.pools.0.count", &answer["value"])].into_iter().chain(all).collect();
    assert_eq!(all.len(), 3);
    let set: Vec<_> = all.iter().flat_map(|setting| ["--set", setting]).collect();
    let year = json(&[&["operate", "colossus-230k"][..], &set].concat());
    assert_eq!(year["figures"]["power.facility.peak"]["value"], answer["figure"]);
    let csv = text(&run(&[&ask[..], &["--format", "csv"]].concat()));
    assert_eq!(csv.lines().count(), 4, "{csv}");
    let page = text(&run(&[&ask[..], &["--lang", "fr"]].concat()));
    assert!(page.contains("Suit dans sa proportion") && page.contains("cluster.pools.2.count"), "{page}");
}

/// A sweep as CSV has a line a cell, in order, with the reason where there is none.
#[test]
fn a_sweep_is_csv_with_a_line_a_cell() {
    let over = ["--over", "site.grid=fra,usa", "--over", "site.electricity=0.03,0.05,0.08 USD/kWh"];
    let sweep = [&["sweep", "meta-24k"], &over[..], &["--of", "cost.energy.total"]].concat();
    let output = text(&run(&[&sweep[..], &["--format", "csv"]].concat()));
    let lines: Vec<_> = output.lines().collect();
    assert_eq!(lines[0], "site.grid,site.electricity_USD/kWh,cost.energy.total_USD,error");
    assert_eq!(lines.len(), 7);
    assert!(lines[1].starts_with("fra,0.03,") && lines[6].starts_with("usa,0.08,"), "{output}");
    let columns = json(&sweep);
    let values = columns["figures"]["cost.energy.total"]["values"].as_array().unwrap();
    let streamed: Vec<f64> =
        lines[1..].iter().map(|line| line.split(',').nth(2).unwrap().parse().unwrap()).collect();
    assert_eq!(values.iter().map(|value| value.as_f64().unwrap()).collect::<Vec<_>>(), streamed);
    let best = json(
        &[&sweep[..], &["--pareto", "least:cost.energy.total", "--pareto", "least:carbon.operational"]]
            .concat(),
    );
    assert_eq!(best["axes"]["site.grid"]["values"], serde_json::json!(["fra"]));
    let one = run(&[&sweep[..], &["--pareto", "least:cost.energy.total"]].concat());
    assert!(complaint(&one).contains("--pareto"), "{}", complaint(&one));
}

/// A chart beside a sweep takes nothing from its CSV, what is wrong with a cell included.
#[test]
fn a_sweep_with_a_chart_is_the_same_csv() {
    let over = ["--over", "cluster.pools.0.count=1, 1000, 2000", "--of", "size.devices"];
    let sweep = [&["sweep", "meta-24k", "--format", "csv"], &over[..]].concat();
    let ask = [&sweep[..], &["--set", "layout.tensor=8", "--model", "llama3-70b", "--set", "run.batch=1000"]];
    let ask = ask.concat();
    let streamed = text(&run(&ask));
    assert!(streamed.lines().count() == 4 && streamed.contains("1,,"), "{streamed}");
    for kind in ["--svg", "--vega"] {
        let chart = fresh(&format!("swept{kind}"));
        let drawn = run(&[&ask[..], &[kind, &chart]].concat());
        assert_eq!(text(&drawn), streamed, "{kind}: {}", complaint(&drawn));
    }
}

/// Who reads only the beginning of a sweep makes no error of the rest.
#[test]
fn a_sweep_into_a_closed_pipe_ends_quietly() {
    let sweep = ["sweep", "meta-24k", "--over", "site.pue=1.1..1.5 in 2000", "--of", "power.facility.peak"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_wattflop"));
    command.args(sweep).args(["--format", "csv"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", complaint(&output));
}

/// Bars sum to the difference of the sides, as they stand in the comparison itself.
#[test]
fn a_comparison_says_why() {
    let sides = ["compare", "xai-gigafactory", "stargate-10gw"];
    let told = &json(&[&sides[..], &["--why", "cost.annuity.total"]].concat())["waterfalls"][0];
    let figures = &json(&sides)["figures"];
    let value = |name: &str| figures[format!("{name}.cost.annuity.total")]["value"].as_f64().unwrap();
    let (from, to) = (value("xai-gigafactory"), value("stargate-10gw"));
    assert_eq!((told["from"].as_f64(), told["to"].as_f64()), (Some(from), Some(to)));
    let sum: f64 = told["bars"].as_array().unwrap().iter().map(|bar| bar["adds"].as_f64().unwrap()).sum();
    assert!((sum / (to - from) - 1.0).abs() < 1e-12, "{sum}");
}

/// What a bar is made of, as the document has it.
#[test]
fn causes_as_csv_name_their_inputs() {
    let why = ["compare", "xai-gigafactory", "stargate-10gw", "--why", "cost.annuity.total"];
    let csv = text(&run(&[&why[..], &["--format", "csv"]].concat()));
    let bars = &json(&why)["waterfalls"][0]["bars"];
    let many =
        bars.as_array().unwrap().iter().find(|bar| bar["inputs"].as_array().unwrap().len() > 1).unwrap();
    let inputs: Vec<_> =
        many["inputs"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    assert!(csv.contains(&inputs.join("; ")), "{csv}");
}

/// The columns of a CSV in which every cell that is not blank is a number.
fn columns_of_numbers(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert!(records.len() > 1, "{csv}");
    let is_number = |cell: &str| cell.is_empty() || cell.parse::<f64>().is_ok();
    let columns = header.iter().enumerate();
    let numbers = columns.filter(|(place, _)| records.iter().all(|record| is_number(&record[*place])));
    numbers.map(|(_, name)| name.to_owned()).collect()
}

/// What a program is to compute with stands as bare numbers, each with its unit beside it, in either language.
#[test]
fn tables_for_programs_have_numbers_in_columns_of_their_own() {
    let cases: [(&[&str], &[&str]); 5] = [
        (&["compare", "meta-24k", "colossus-25k", "--why", "cost.annuity.total"], &["adds", "low", "high"]),
        (
            &["sensitivity", "meta-24k", "--of", "energy.facility", "--samples", "64"],
            &["value", "low", "high", "at_low", "at_high", "elasticity", "first_order", "total"],
        ),
        (&["explain", "cost.annuity.total", "meta-24k"], &["value", "low", "high"]),
        (&["inputs", "meta-24k"], &["value", "low", "high"]),
        (&["compare", "meta-24k", "colossus-25k", "--explain", "energy.facility"], &["value", "low", "high"]),
    ];
    for (ask, wanted) in cases {
        let [english, french] =
            ["en", "fr"].map(|lang| text(&run(&[ask, &["--format", "csv", "--lang", lang]].concat())));
        let found = columns_of_numbers(&english);
        assert!(wanted.iter().all(|column| found.contains(&(*column).to_owned())), "{ask:?}: {found:?}");
        assert_eq!(found, columns_of_numbers(&french), "{ask:?}");
    }
    let why = text(&run(&[
        "compare",
        "meta-24k",
        "colossus-25k",
        "--why",
        "power.facility.peak",
        "--format",
        "csv",
    ]));
    assert!(why.contains(",24576,25000,device,"), "{why}");
}

/// A chart of causes has two sides, and a difference.
#[test]
fn a_chart_of_causes_has_two_sides_that_differ() {
    let cases: [(&[&str], &str); 2] = [
        (&["meta-24k", "meta-24k"], "there is no difference to draw"),
        (&["meta-24k", "xai-gigafactory", "stargate-10gw"], "expected two sides"),
    ];
    for (sides, told) in cases {
        let why = ["compare", "--why", "energy.facility", "--svg", "-"];
        let output = run(&[&why[..], sides].concat());
        assert!(!output.status.success() && complaint(&output).contains(told), "{}", complaint(&output));
    }
}

#[test]
fn cost_without_a_price_or_with_several_parts_as_csv_is_refused() {
    let priceless = complaint(&run(&["cost", "aurora"]));
    assert!(priceless.contains("cluster.pools.0.price") || priceless.contains("tdp"), "{priceless}");
    let several = complaint(&run(&["cost", "xai-gigafactory", "--format", "csv"]));
    assert!(several.contains("--part"), "{several}");
}

#[test]
fn exit_codes_tell_wrong_requests_from_unreadable_files() {
    let code = |args: &[&str]| run(args).status.code();
    assert_eq!(code(&["operate", "xai-gigafactory"]), Some(0));
    assert_eq!(code(&["operate", "no-such-cluster"]), Some(2));
    assert_eq!(code(&["operate", "colossus-1", "--set", "site.pue=0.5"]), Some(2));
    assert_eq!(code(&["operate", "colossus-1", "--set", "site.pue"]), Some(2));
    assert_eq!(code(&["operate", "--scenario", &file("broken.toml", "cluster = ")]), Some(2));
    assert_eq!(code(&["operate", "--scenario", "no-such-file.toml"]), Some(1));
    assert_eq!(code(&["nonsense"]), Some(2));
}

#[test]
fn complaints_name_field_and_remedy_in_the_language_asked_for() {
    let wrong = |lang| complaint(&run(&["operate", "colossus-1", "--set", "site.pue=0.5", "--lang", lang]));
    assert!(wrong("en").contains("site.pue: 0.5 is not allowed; expected from 1 to 5"), "{}", wrong("en"));
    assert!(wrong("fr").contains("n’est pas admise"), "{}", wrong("fr"));
    assert!(wrong("en").starts_with("error: ") && wrong("fr").starts_with("erreur\u{202f}: "));
    let near = complaint(&run(&["operate", "xai-gigafactroy"]));
    assert!(near.contains("did you mean `xai-gigafactory`?"), "{near}");
}

#[test]
fn a_scenario_file_gives_what_the_arguments_give() {
    let toml = file("run.toml", "cluster = \"xai-gigafactory\"\nmodel = \"grok-2\"\n[site]\npue = 1.2\n");
    let json = file("run.json", r#"{"cluster": "xai-gigafactory", "model": "grok-2", "site": {"pue": 1.2}}"#);
    let arguments = ["train", "--model", "grok-2", "--cluster", "xai-gigafactory", "--set", "site.pue=1.2"];
    let expected = text(&run(&arguments));
    assert_eq!(text(&run(&["train", "--scenario", &toml])), expected);
    assert_eq!(text(&run(&["train", "--scenario", &json])), expected);
}

#[test]
fn a_configuration_from_a_file_is_a_model() {
    let config = r#"{"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
        "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256, "tie_word_embeddings": false}"#;
    let path = file("config.json", config);
    let document = json(&["train", "--model", &path, "--cluster", "meta-24k", "--set", "run.tokens=15T"]);
    let parameters = document["figures"]["work.parameters"]["value"].as_f64().unwrap();
    assert!((parameters / 8.03e9 - 1.0).abs() < 0.001, "{parameters}");
}

/// A cluster of one's own stands beside presets, also from the standard input, which can be read only once.
#[test]
fn a_cluster_from_a_file_stands_beside_presets() {
    let own = "[cluster]\nname = \"mine\"\n[[cluster.pools]]\naccelerator = \"gb300\"\ncount = 1000\n";
    let path = file("own.toml", own);
    let expected = run(&["compare", "meta-24k", "--scenario", &path]);
    assert!(text(&expected).contains("mine · meta-24k"), "{}", complaint(&expected));
    let mut command = Command::new(env!("CARGO_BIN_EXE_wattflop"));
    command.args(["compare", "meta-24k", "--scenario", "-"]).stdin(std::fs::File::open(&path).unwrap());
    assert_eq!(text(&command.env("LANG", "C").env_remove("LC_ALL").output().unwrap()), text(&expected));
}

/// What `plan` prints to be run is run, and takes the time that was planned.
#[test]
fn a_planned_layout_is_trained_as_planned() {
    let search = ["--model", "deepseek-v3", "--cluster", "meta-24k", "--set", "run.precision=fp8"];
    let plan = [&["plan"], &search[..], &["--devices", "2048"]].concat();
    let told = text(&run(&plan));
    let command = told.lines().last().unwrap().trim().strip_prefix("wattflop ").unwrap();
    let trained = json(&command.split(' ').collect::<Vec<_>>());
    let planned = json(&plan);
    let best = &planned["layouts"][0];
    assert_eq!(trained["figures"]["step.total"]["value"], best["step_s"], "{command}");
    assert_eq!(trained["figures"]["throughput.mfu"]["value"], best["mfu"]);
    let both = [&plan[..], &["--exhaustive"]].concat();
    assert_eq!(json(&both)["layouts"], planned["layouts"], "the exhaustive search finds the same");
}

/// Degrees that are given are kept.
#[test]
fn a_search_keeps_what_was_given() {
    let args = ["plan", "--model", "llama3-70b", "--cluster", "meta-24k", "--devices", "512"];
    let kept = json(&[&args[..], &["--set", "layout.tensor=2", "--set", "layout.zero=3"]].concat());
    let layouts = kept["layouts"].as_array().unwrap();
    assert!(layouts.len() == 5 && layouts.iter().all(|one| one["tensor"] == 2.0 && one["zero"] == 3.0));
}

/// A place for a file that is not there yet.
fn fresh(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

#[test]
fn charts_stand_beside_results() {
    let commands: [&[&str]; 15] = [
        &["compare", "xai-gigafactory", "stargate-10gw", "--why", "cost.annuity.total"],
        &["sensitivity", "xai-gigafactory", "--of", "power.facility.peak", "--samples", "64"],
        &["sweep", "meta-24k", "--over", "site.pue=1.1..1.5 by 0.1", "--of", "power.facility.average"],
        &[
            "sweep",
            "meta-24k",
            "--over",
            "site.grid=fra,usa,swe",
            "--pareto",
            "least:cost.annuity.total",
            "--pareto",
            "least:carbon.operational",
        ],
        &["compare", "meta-24k", "xai-gigafactory"],
        &["compare", "meta-24k", "xai-gigafactory", "--explain", "power.facility.peak"],
        &["operate", "xai-gigafactory"],
        &["train", "--model", "grok-2", "--cluster", "grok-2-cluster"],
        &["cost", "xai-gigafactory"],
        &["cost", "xai-gigafactory", "--part", "views"],
        &["timeline", "colossus", "--months", "12"],
        &["uncertainty", "xai-gigafactory", "--samples", "256"],
        &["uncertainty", "colossus-1", "stargate-abilene", "--samples", "256"],
        &["uncertainty", "meta-24k", "--samples", "256", "--of", "power.facility.peak"],
        &["explain", "power.facility.peak", "xai-gigafactory"],
    ];
    for command in commands {
        let [svg, vega] = ["chart.svg", "chart.json"].map(fresh);
        let files = ["--svg", &svg, "--vega", &vega, "--theme", "dark", "--width", "480", "--lang", "fr"];
        let output = run(&[command, &files].concat());
        assert_eq!(output.status.code(), Some(0), "{command:?}: {}", complaint(&output));
        assert_eq!(text(&output), text(&run(&[command, &["--lang", "fr"]].concat())), "{command:?}");
        let picture = std::fs::read_to_string(&svg).unwrap();
        assert!(
            picture.starts_with("<svg ") && picture.contains("width=\"480\"") && picture.contains("#14171b")
        );
        let specification: Value = serde_json::from_str(&std::fs::read_to_string(&vega).unwrap()).unwrap();
        assert!(specification["$schema"].as_str().unwrap().contains("vega-lite"), "{command:?}");
        let shown =
            text(&run(
                &[command, &["--svg", "-", "--theme", "dark", "--width", "480", "--lang", "fr"]].concat()
            ));
        assert_eq!(shown, picture, "{command:?}: the standard output holds what the file holds");
    }
}

#[test]
fn charts_are_not_written_over_files_unasked() {
    let path = file("kept.svg", "kept");
    let command = ["cost", "xai-gigafactory", "--svg", &path];
    let output = run(&command);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint(&output).contains("--force") && text(&output).is_empty(), "{}", complaint(&output));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "kept");
    assert_eq!(run(&[&command[..], &["--force"]].concat()).status.code(), Some(0));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<svg "));
}

#[test]
fn charts_too_narrow_or_of_nothing_are_refused() {
    let narrow = run(&["cost", "xai-gigafactory", "--svg", "-", "--width", "0"]);
    assert!(
        narrow.status.code() == Some(2) && complaint(&narrow).contains("from 280 to 2,400"),
        "{}",
        complaint(&narrow)
    );
    let priceless = run(&["cost", "aurora", "--svg", "-"]);
    assert_eq!(priceless.status.code(), Some(2), "{}", complaint(&priceless));
    let lost = run(&["cost", "xai-gigafactory", "--svg", "no-such-folder/chart.svg"]);
    assert_eq!(lost.status.code(), Some(1), "{}", complaint(&lost));
}

const MEASURED: &str =
    "model,accelerator,n_accel,tp,pp,dp,seq,microbatch,global_batch,precision,measured_step_s
llama3-8b,H100,64,1,1,64,8192,1,128,bf16,2.2
llama3-8b,H100,64,7,1,9,8192,1,128,bf16,2.2
llama3-8b,H100,64,1,1,64,8192,1,128,fp7,2.2
llama3-8b,H100,64,1,1,64,8192,1,128,bf16,about two
\"GPT, 2 billion\",H100,64,1,1,64,8192,1,128,bf16,2.2
llama3-8b,H100,64
";

/// A row that cannot be predicted says why, and none is lost.
#[test]
fn validation_says_of_every_row_what_comes_of_it() {
    let path = file("measured.csv", MEASURED);
    let document = json(&["validate", &path]);
    let rows = document["rows"].as_array().unwrap();
    let expected = ["", "heads", "precision unknown", "no positive number", "shape of the model"];
    assert_eq!(rows.len(), expected.len());
    for (place, (row, reason)) in rows.iter().zip(expected).enumerate() {
        assert_eq!(row["id"], (place + 2).to_string(), "the line");
        assert_eq!((&row["set"], &row["quantity"]), (&"measured".into(), &"step_time".into()));
        assert_eq!(row["predicted"].is_null(), !reason.is_empty(), "{row}");
        assert!(row["reason"].as_str().unwrap_or_default().contains(reason), "{row}");
    }
    let set = &document["sets"][0];
    assert_eq!((set["n"].as_f64(), set["skipped"].as_f64()), (Some(1.0), Some(4.0)));
    let left = document["left_out"].as_array().unwrap();
    let all: f64 = left.iter().map(|left| left["n"].as_f64().unwrap()).sum();
    assert_eq!((left.len(), all), (5, 5.0), "{left:?}");
    assert_eq!((&left[4]["ids"][0], &left[4]["n"]), (&"7".into(), &1.0.into()));
    for (lang, words) in [
        ("en", "left out: 1 (7): no measurement"),
        ("fr", "laissées de côté\u{202f}: 1 (7)\u{202f}: aucune mesure"),
    ] {
        for format in ["table", "markdown"] {
            let told = text(&run(&["validate", &path, "--lang", lang, "--format", format]));
            assert!(told.contains(words), "{told}");
        }
    }
    let french = json(&["validate", &path, "--lang", "fr"]);
    assert_eq!(french["rows"][2]["reason"], "précision inconnue");
    let output = run(&["validate", &path, "--format", "csv"]);
    assert!(complaint(&output).contains("left out: 1 (7)"), "{}", complaint(&output));
    let table = text(&output);
    assert!(table.starts_with("id,set,quantity,predicted,low,high,measured,error_pct,reason\n"), "{table}");
}

/// A file without a column that holds a measurement is refused.
#[test]
fn a_file_without_measurements_is_refused() {
    let output = run(&["validate", &file("none.csv", "model,step\nllama3-8b,2.2\n")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint(&output).contains("column"), "{}", complaint(&output));
}

/// In French, amounts may be written in French words, the fields of entries have French names, and places theirs.
#[test]
fn french_is_understood_and_spoken() {
    let days = |value: &str, lang: &str| {
        let set = format!("operation.duration={value}");
        run(&["operate", "meta-24k", "--set", &set, "--lang", lang, "--format", "json"])
    };
    let figures = |output: &Output| serde_json::from_str::<Value>(&text(output)).unwrap()["figures"].clone();
    let energy = |output: &Output| figures(output)["energy.facility"]["value"].clone();
    assert_eq!(energy(&days("90 jours", "fr")), energy(&days("90 d", "en")));
    assert_eq!(energy(&days("2 ans", "fr")), energy(&days("17 520 heures", "fr")));
    let wrong = complaint(&days("9 lunes", "fr"));
    assert!(wrong.contains("lunes") && wrong.contains("h, d, yr"), "{wrong}");
    assert!(complaint(&days("90 jours", "en")).contains("jours"));
    let shown = |id: &str| text(&run(&["show", id, "--lang", "fr"]));
    for (id, words) in [
        ("usa", ["États-Unis", "carbone", "échelon", "pays"]),
        ("colossus-1", ["propriétaire", "en service", "relevée", "non"]),
        (
            "air-chiller",
            ["groupes à condensation", "très chaude et humide", "Zone climatique 8", "froide et sèche"],
        ),
        ("barroso", ["Coût du capital", "Durée de vie", "PUE", "investissement"]),
    ] {
        let told = shown(id);
        words.iter().for_each(|word| {
            assert!(told.to_lowercase().contains(&word.to_lowercase()), "{id}: {word} in {told}")
        });
    }
    assert!(text(&run(&["list", "sites", "--search", "allemagne", "--lang", "fr"])).contains("deu"));
    assert!(text(&run(&["show", "colossus-1"])).contains("owner"));
    let inputs = text(&run(&["inputs", "meta-24k", "--lang", "fr"]));
    assert!(
        inputs.contains("Refroidissement") && inputs.contains("Climat") && !inputs.contains("Cooling"),
        "{inputs}"
    );
}
