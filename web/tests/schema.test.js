// Schema, types and core agree on what a scenario and a result are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { inputs, operate, serve, train } from "wattflop";

const read = (name) => JSON.parse(readFileSync(new URL(import.meta.resolve(name)), "utf8"));
const schemas = { scenario: read("wattflop/schema/scenario.json"), result: read("wattflop/schema/result.json") };
const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, allErrors: true });
const [isScenario, isResult] = [schemas.scenario, schemas.result].map((schema) => ajv.compile(schema));
const CASES = JSON.parse(readFileSync(new URL("../../tests/golden/cases.json", import.meta.url), "utf8"));
const SCENARIOS = CASES.flatMap(({ scenario, scenarios }) => scenarios ?? [scenario]);

const plain = (value) => JSON.parse(JSON.stringify(value));
const evaluate = (scenario) => (scenario.serving ? serve : scenario.model === undefined && scenario.run === undefined ? operate : train)(scenario);

test("every golden scenario is one by the schema, and its result too", () => {
  for (const scenario of SCENARIOS) assert.ok(isScenario(scenario), JSON.stringify([scenario, isScenario.errors?.slice(0, 3)]));
  for (const { kind, scenario } of CASES.filter(({ kind }) => kind !== "compare" && kind !== "plan")) assert.ok(isResult(plain(evaluate(scenario))), `${kind}: ${JSON.stringify(isResult.errors?.slice(0, 3))}`);
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
  const inSchema = tables(schemas.scenario);
  assert.ok(typed.length > 150, String(typed.length));
  assert.deepEqual(typed.filter((path) => !inSchema.includes(path)), [], "typed, and not in the schema");
  const known = new Set(SCENARIOS.flatMap((scenario) => inputs(scenario).inputs.map(({ path }) => path.replace(/\.\d+\./g, "."))));
  assert.deepEqual([...known].filter((path) => !inSchema.includes(path)), [], "an input of the core, and not in the schema");
});
