// Every error of bad input says what is wrong, where, and what would be right.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as wattflop from "wattflop";

const { chart, compare, cost, explain, format, frontier, inputs, ledger, list, migrate, operate, parse, plan, search, sensitivity, serve, show, solve, sweep, timeline, train, uncertainty, validate, why } = wattflop;
const CLUSTER = "meta-24k";
const RUN = { cluster: CLUSTER, model: "llama3-70b" };
const FIGURE = "cost.annuity.total";

/** Scenarios that are wrong, by the path of what is wrong in them. */
const WRONG = [
  ["cluster", { cluster: "meta-24" }, "meta-24k"], ["cluster", { cluster: "nowhere" }], ["cluster", {}], ["cluster.preset", { cluster: { preset: "meta-24" } }, "meta-24k"],
  ["site.grid", { cluster: CLUSTER, site: "franc" }, "fra"], ["site.grid", { cluster: CLUSTER, site: { grid: "franc" } }, "fra"],
  ["model", { cluster: CLUSTER, model: "llama3-70" }, "llama3-70b"], ["model.preset", { cluster: CLUSTER, model: { preset: "llama3-70" } }, "llama3-70b"],
  ["cluster.pools.0.accelerator", { cluster: { pools: [{ accelerator: "h100-sx", count: 8 }] } }, "h100-sxm"],
  ["sites", { cluster: CLUSTER, sites: {} }, "site"], ["site.puee", { cluster: CLUSTER, site: { puee: 1.2 } }, "site.pue"],
  ["site.pue", { cluster: CLUSTER, site: { pue: 0.5 } }], ["site.pue", { cluster: CLUSTER, site: { pue: null } }], ["site.electricity", { cluster: CLUSTER, site: { electricity: 0.08 } }],
  ["site.electricity", { cluster: CLUSTER, site: { electricity: "0.08 kWh" } }], ["site.cooling", { cluster: CLUSTER, site: { cooling: "free-ai" } }],
  ["site.supply", { cluster: CLUSTER, site: { supply: "gass" } }], ["method", { cluster: CLUSTER, method: "epoc" }], ["money.currency", { cluster: CLUSTER, money: { currency: "eu" } }],
  ["version", { cluster: CLUSTER, version: 2 }], ["operation.precision", { cluster: CLUSTER, operation: { precision: "fp7" } }],
];
const OF_RUN = WRONG.filter(([path]) => !path.startsWith("operation")).map(([path, scenario, near]) => [path, { model: "llama3-70b", ...scenario }, near]);

/** What takes a scenario: how it is asked, and the scenarios that are wrong for it. */
const OF_SCENARIO = {
  operate: [operate, WRONG.filter(([path]) => !path.startsWith("model"))],
  train: [train, OF_RUN], serve: [serve, OF_RUN], frontier: [frontier, OF_RUN], plan: [plan, OF_RUN],
  cost: [cost, WRONG], inputs: [inputs, WRONG], format: [format, WRONG], migrate: [migrate, WRONG], parse: [(scenario) => parse(JSON.stringify(scenario)), WRONG],
  explain: [(scenario) => explain(scenario, FIGURE), WRONG], ledger: [(scenario) => ledger(scenario, FIGURE), WRONG],
  sensitivity: [(scenario) => sensitivity(scenario, FIGURE), WRONG], solve: [(scenario) => solve(scenario, "site.pue", "energy.facility<=1 TWh"), WRONG],
  sweep: [(scenario) => sweep(scenario, { "site.pue": [1.1, 1.2] }, { figures: [FIGURE] }), WRONG],
  uncertainty: [(scenario) => uncertainty(scenario), WRONG], chart: [(scenario) => chart("cost", { scenario }), WRONG],
};

/** Questions that are wrong in something else, by the path of it. */
const OTHERS = {
  operate: [["lang", () => operate(CLUSTER, { lang: 5 })], ["lan", () => operate(CLUSTER, { lan: "fr" }), "lang"], ["model", () => operate(RUN)]],
  train: [["model", () => train({ cluster: CLUSTER })], ["run.mfu", () => train({ ...RUN, run: { mfu: 2 } })]],
  serve: [["model", () => serve({ cluster: CLUSTER })]], frontier: [["model", () => frontier({ cluster: CLUSTER })]], plan: [["model", () => plan({ cluster: CLUSTER })]],
  cost: [["parts", () => cost(CLUSTER, { parts: ["bil"] }), "bill"], ["parts", () => cost(CLUSTER, { parts: "bill" })]],
  explain: [["figure", () => explain(CLUSTER, "cost.anuity.total"), FIGURE], ["site.pue", () => explain(CLUSTER, "site.pue")]],
  ledger: [["figure", () => ledger(CLUSTER, "cost.anuity.total"), FIGURE], ["terms", () => ledger(CLUSTER, FIGURE, { terms: "x" })]],
  sensitivity: [["figure", () => sensitivity(CLUSTER, "cost.anuity.total"), FIGURE], ["samples", () => sensitivity(CLUSTER, FIGURE, { samples: -1 })]],
  solve: [
    ["input", () => solve(CLUSTER, "site.pu", "energy.facility<=1 TWh"), "site.pue"], ["goal", () => solve(CLUSTER, "site.pue", "energy.facilit<=1 TWh"), "energy.facility"],
    ["energy.facility", () => solve(CLUSTER, "site.pue", "energy.facility")], ["energy.facility", () => solve(CLUSTER, "site.pue", "energy.facility<=1 MW")],
    ["with", () => solve(CLUSTER, "site.pue", "energy.facility<=1 TWh", { with: ["site.wu"] })],
  ],
  sweep: [
    ["over.site.pu", () => sweep(CLUSTER, { "site.pu": [1.1] }, { figures: [FIGURE] }), "site.pue"], ["site.pue", () => sweep(CLUSTER, { "site.pue": [0.5] }, { figures: [FIGURE] })],
    ["over", () => sweep(CLUSTER, 5, { figures: [FIGURE] })], ["figures", () => sweep(CLUSTER, { "site.pue": [1.1] }, { figures: ["cost.anuity.total"] }), FIGURE],
  ],
  uncertainty: [["figures", () => uncertainty(CLUSTER, { figures: ["cost.anuity.total"] }), FIGURE], ["samples", () => uncertainty(CLUSTER, { samples: 1e12 })], ["seed", () => uncertainty(CLUSTER, { seed: 0.5 })]],
  compare: [["scenarios", () => compare([CLUSTER])], ["scenarios", () => compare("x")]],
  why: [["figure", () => why(CLUSTER, "stargate-10gw", "cost.anuity.total"), FIGURE]],
  timeline: [["timeline", () => timeline("colosus"), "colossus"], ["timeline", () => timeline({ phases: [] })], ["phases.0.cluster", () => timeline({ phases: [{ date: "2025-01", cluster: "meta-24" }] }), "meta-24k"], ["phases.0.date", () => timeline({ phases: [{ cluster: CLUSTER }] })], ["phases.0.dated", () => timeline({ phases: [{ date: "2025-01", cluster: CLUSTER, dated: "2026" }] }), "date"]],
  validate: [["rows", () => validate("x")], ["rows.1", () => validate([{}, 5])], ["rows.0.mfu_pct", () => validate([{ mfu_pct: true }])]],
  list: [["part", () => list("cluster"), "clusters"]], show: [["id", () => show("meta-24"), "meta-24k"]], search: [["text", () => search(5)]],
  chart: [
    ["of", () => chart("pie", { scenario: CLUSTER })], ["theme", () => chart("cost", { scenario: CLUSTER }, { theme: "drak" })], ["width", () => chart("cost", { scenario: CLUSTER }, { width: 5 })],
    ["question", () => chart("cost")], ["scenarioo", () => chart("cost", { scenario: CLUSTER, scenarioo: 5 }), "scenario"], ["lang", () => chart("cost", { scenario: CLUSTER, lang: "fr" })],
    ["correlations.0.ranks", () => chart("uncertainty", { scenarios: [CLUSTER], correlations: [{ between: ["site.pue", "cluster.load"], rank: 0.1, ranks: 1 }] }), "rank"], ["figure", () => chart("ledger", { scenario: CLUSTER, figure: "cost.anuity.total" }), FIGURE],
  ],
  parse: [["text", () => parse("{")], ["text", () => parse(5)]],
};

/** What an error lacks, in words. */
function fault(act, path, near) {
  try {
    act();
  } catch (error) {
    if (error.name !== "WattflopError") return `is no WattflopError: ${error}`;
    if (!error.code || !error.message) return "has no code or message";
    if (error.path !== path) return `is at ${error.path}, not at ${path} (${error.code}: ${error.message})`;
    if (near && error.suggestion !== near) return `suggests ${error.suggestion}, not ${near}`;
    return error.suggestion || error.allowed || NO_NEAREST.includes(error.code) ? "" : `says nothing of what is allowed (${error.code}: ${error.message})`;
  }
  return "is none";
}

/** Where nothing in short is allowed: an id like none that there are. */
const NO_NEAREST = ["Unknown"];

const faults = (cases) => cases.flatMap(([what, path, act, near]) => {
  const found = fault(act, path, near);
  return found ? [`${what}: ${found}`] : [];
});

test("whatever takes a scenario says where it is wrong", () => {
  const cases = Object.entries(OF_SCENARIO).flatMap(([name, [act, wrong]]) => wrong.map(([path, scenario, near]) => [`${name} ${JSON.stringify(scenario)}`, path, () => act(scenario), near]));
  assert.deepEqual(faults(cases), []);
});

test("of several scenarios it is said which is wrong", () => {
  const sides = { compare: (one, other) => compare([one, other]), uncertainty: (one, other) => uncertainty([one, other]) };
  const cases = Object.entries(sides).flatMap(([name, act]) => WRONG.map(([path, scenario, near]) => [name, `scenarios.1.${path}`, () => act(CLUSTER, scenario), near]));
  const whys = WRONG.flatMap(([path, scenario, near]) => [["why", `scenarios.0.${path}`, () => why(scenario, CLUSTER, FIGURE), near], ["why", `scenarios.1.${path}`, () => why(CLUSTER, scenario, FIGURE), near]]);
  assert.deepEqual(faults([...cases, ...whys]), []);
  assert.throws(() => compare([CLUSTER, { cluster: "meta-24" }]), { message: /^scenarios\.1: / });
});

test("whatever else can be wrong says where", () => {
  const cases = Object.entries(OTHERS).flatMap(([name, wrong]) => wrong.map(([path, act, near]) => [`${name} ${act}`, path, act, near]));
  assert.deepEqual(faults(cases), []);
});

test("rows that measure nothing are told, with the reason, in the language asked for", () => {
  const rows = [{ id: "a", set: "mine", model: "llama3-8b" }, { model: "llama3-70b", accelerator: "h100-sxm", n_accel: 512, seq: 8192, global_batch: 512, mfu_pct: 40 }, {}];
  const { rows: judged, left_out: left } = validate(rows);
  assert.deepEqual(judged.map(({ id }) => id), ["2"]);
  assert.deepEqual(left.map(({ n, ids }) => [n, ids]), [[2, ["a", "3"]]]);
  assert.match(left[0].reason, /measurement/);
  assert.match(validate(rows, { lang: "fr" }).left_out[0].reason, /mesure/);
});

test("no function of the API is left out", () => {
  const NO_INPUT = ["edition", "load", "refined", "registerLanguage"];
  const functions = Object.entries(wattflop).filter(([, held]) => typeof held === "function" && !/^class|^[A-Z]/.test(`${held}`)).map(([name]) => name).filter((name) => !/^[A-Z]/.test(name));
  assert.deepEqual(functions.filter((name) => !(name in OF_SCENARIO) && !(name in OTHERS) && !NO_INPUT.includes(name)), []);
});
