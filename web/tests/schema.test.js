// Schema, types and core agree on what a scenario and an answer are: schemas of answers are made of the types, and the core's answers held to them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  chart, compare, cost, explain, frontier, inputs, ledger, list, operate, plan, search, sensitivity, serve, show, solve, sweep, timeline, train, uncertainty, validate, why,
} from "wattflop";
import { ANSWERS } from "../scripts/answers-schema.js";

const read = (name) => JSON.parse(readFileSync(new URL(import.meta.resolve(name)), "utf8"));
const schema = read("wattflop/schema/scenario.json");
const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, allErrors: true });
const isScenario = ajv.compile(schema);
const CASES = JSON.parse(readFileSync(new URL("../../tests/golden/cases.json", import.meta.url), "utf8"));
const SCENARIOS = CASES.flatMap(({ scenario, scenarios }) => scenarios ?? [scenario]);

const plain = (value) => JSON.parse(JSON.stringify(value));
const evaluate = (scenario) => (scenario.serving ? serve : scenario.model === undefined && scenario.run === undefined ? operate : train)(scenario);

test("every golden scenario is one by the schema", () => {
  for (const scenario of SCENARIOS) assert.ok(isScenario(scenario), JSON.stringify([scenario, isScenario.errors?.slice(0, 3)]));
});

test("what the schema refuses, the core refuses too", () => {
  const wrong = [
    {}, { cluster: 5 }, { cluster: "meta-24k", version: 2 }, { cluster: "meta-24k", sites: {} }, { cluster: "meta-24k", site: { puee: 1.2 } },
    { cluster: "meta-24k", site: { pue: 0.5 } }, { cluster: "meta-24k", site: { pue: null } }, { cluster: "meta-24k", site: { electricity: 0.08 } },
    { cluster: "meta-24k", site: { pue: { low: 1 } } }, { cluster: "meta-24k", site: { pue: { low: 1.1, high: 1.2, shape: "round" } } },
    { cluster: { pools: [{ accelerator: 7, count: 8 }] } }, { cluster: { pools: [{ accelerator: "h100-sxm", count: 0 }] } },
    { cluster: "meta-24k", model: "llama3-70b", layout: { tensor: 1.5 } }, { cluster: "meta-24k", model: "llama3-70b", run: { mfu: 2 } },
    { cluster: "meta-24k", finance: { wac: 0.1 } }, { cluster: "meta-24k", site: { sources: [{ kind: "grid", shar: 1 }] } },
  ];
  for (const scenario of wrong) {
    assert.ok(!isScenario(scenario), `the schema takes ${JSON.stringify(scenario)}`);
    assert.throws(() => evaluate(scenario), { name: "WattflopError" }, `the core takes ${JSON.stringify(scenario)}`);
  }
});

/** The tables of inputs in the schema: by path, the names that hold values. */
function tables(schema, path = "") {
  const parts = [schema, ...(schema.anyOf ?? [])].flatMap(({ properties, items }) => [...Object.entries(properties ?? {}), ...(items ? [["", items]] : [])]);
  return parts.flatMap(([key, part]) => {
    const below = [path, key].filter(Boolean).join(".");
    return part.anyOf?.some(({ $ref }) => $ref) ? [below] : tables(part, below);
  });
}

test("schema and types have the same inputs, and those of the core", () => {
  const types = readFileSync(new URL("../src/generated/inputs.ts", import.meta.url), "utf8");
  const typed = [...types.matchAll(/under `([^`]+)`. \*\/\nexport interface \w+ \{\n(.*?)\n\}/gs)].flatMap(([, group, body]) => [...body.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => `${group}.${name}`));
  const inSchema = tables(schema);
  assert.ok(typed.length > 150, String(typed.length));
  assert.deepEqual(typed.filter((path) => !inSchema.includes(path)), [], "typed, and not in the schema");
  const known = new Set(SCENARIOS.flatMap((scenario) => inputs(scenario).inputs.map(({ path }) => path.replace(/\.\d+\./g, "."))));
  assert.deepEqual([...known].filter((path) => !inSchema.includes(path)), [], "an input of the core, and not in the schema");
});

/** An answer of every kind, and of the same kind others that differ in form. */
const CLUSTER = "meta-24k";
const RUN = { cluster: "grok-2-cluster", model: "grok-2" };
const SERVICE = { cluster: "meta-24k", model: "llama3-70b", serving: {} };
const FIGURE = "cost.annuity.total";
const PARTS = ["accelerators", "systems", "clusters", "buildouts", "models", "sites", "supplies", "sources", "coolings", "climates", "methods", "prices"];
const ANSWERED = {
  result: () => CASES.filter(({ kind }) => kind === "evaluate").map(({ scenario }) => evaluate(scenario)),
  comparison: () => [compare([CLUSTER, "stargate-10gw"]), compare([RUN, { ...RUN, cluster: CLUSTER }])],
  waterfall: () => [why(CLUSTER, "stargate-10gw", FIGURE)],
  cost: () => [cost(CLUSTER), cost(RUN), cost(CLUSTER, { parts: ["bill", "hour", "views", "decision", "years", "offers", "lives", "drifts"] })],
  timeline: () => [timeline("colossus"), timeline({ phases: "stargate-abilene", model: "llama3.1-405b" })],
  plan: () => [plan({ cluster: { pools: [{ accelerator: "h100-sxm", count: 16 }] }, model: "llama3-70b" })],
  uncertainty: () => [uncertainty(CLUSTER, { samples: 64, draws: true }), uncertainty([CLUSTER, "stargate-10gw"], { samples: 64 })],
  sensitivity: () => [sensitivity(CLUSTER, FIGURE, { samples: 64 })],
  solved: () => [solve(CLUSTER, "site.pue", "energy.facility<=300 GWh"), solve(CLUSTER, "site.electricity", "cost.energy.total=20 million USD")],
  sweep: () => [sweep(CLUSTER, { "site.pue": [1.1, 1.2], "cluster.pools.0.accelerator": ["h100-sxm", "b200-sxm"] }, { figures: [FIGURE, "duration"] })],
  frontier: () => [frontier(SERVICE)],
  explanation: () => [explain(CLUSTER, FIGURE), explain(RUN, "duration")],
  ledger: () => [ledger(CLUSTER, FIGURE), ledger(RUN, "duration", { terms: 200 })],
  validation: () => [validate([{ model: "llama3-70b", accelerator: "h100-sxm", n_accel: 512, seq: 8192, global_batch: 512, mfu_pct: 40 }, { model: "x", mfu_pct: "?" }, { model: "llama3-70b" }])],
  listing: () => PARTS.map((part) => list(part)),
  entry: () => ["clusters", "models", "accelerators", "sites"].flatMap((part) => list(part).rows.map(({ id }) => show(id))),
  found: () => [search("h100")],
  form: () => [inputs(CLUSTER), inputs(RUN), inputs(SERVICE)],
  chart: () => [chart("cost", { scenario: CLUSTER }), chart("uncertainty", { scenarios: [CLUSTER], samples: 64, figures: [FIGURE] }), chart("timeline", { timeline: "colossus" })],
};

for (const [name, answers] of Object.entries(ANSWERED)) {
  test(`what the core answers is what the schema says, and no more: ${name}`, () => {
    const holds = ajv.compile(read(`wattflop/schema/${name}.json`));
    const told = answers().map(plain);
    for (const answer of told) assert.ok(holds(answer), JSON.stringify(holds.errors?.slice(0, 4)));
    for (const wrong of spoiled(told[0])) assert.ok(!holds(wrong), `it takes ${JSON.stringify(wrong).slice(0, 300)}`);
  });
}

/** The same with one thing wrong: a key too many, one too few, another kind of value. */
function spoiled(answer) {
  if (Array.isArray(answer)) return [{}, [...answer, 5], ...spoiled(answer[0]).map((first) => [first, ...answer.slice(1)])];
  const key = Object.keys(answer)[0];
  const { [key]: _, ...less } = answer;
  return [{ ...answer, planted: 1 }, less, { ...answer, [key]: { planted: true } }];
}

test("every answer has a schema, which is of its type", () => {
  assert.deepEqual(Object.keys(ANSWERED).sort(), Object.keys(ANSWERS).sort());
});
