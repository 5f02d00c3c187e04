// Addresses of calculators: those of old still open, and what is written can be read again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { operate, serve, train } from "wattflop";

const resolveDir = fileURLToPath(new URL("../src/elements", import.meta.url));
const contents = `export * from "./address.ts"; export * from "./scenario.ts"; export { en } from "../locales/en.ts"; export { fr } from "../locales/fr.ts";`;
const { outputFiles } = await build({ stdin: { contents, resolveDir, loader: "ts" }, bundle: true, format: "esm", write: false, external: ["node:*"] });
const { BLANK, en, fr, readParts, readState, scenarioOf, typed, written } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
const kept = JSON.parse(readFileSync(new URL("page/addresses.json", import.meta.url), "utf8"));

for (const { version, address, expect } of kept) {
  test(`version ${version} opens: ${address}`, () => {
    const state = readState(address, en);
    for (const [key, value] of Object.entries(expect)) assert.deepEqual(state[key], value, key);
    const { task, cluster, model, site, given } = state;
    const scenario = scenarioOf({ scenario: task === "serve" ? { serving: {} } : null, cluster, site, ...(task === "operate" ? {} : { model }), given });
    const { figures } = { operate, serve, train }[task](scenario);
    assert.ok(figures["cost.annuity.total"].value > 0);
  });
  test(`what is written of it is read as the same: ${address}`, () => {
    const state = readState(address, en);
    assert.deepEqual(readState(written(state), en), { ...BLANK, ...state, model: state.task === "operate" ? BLANK.model : state.model });
  });
}

test("common inputs are readable, and what is as usual is left out", () => {
  const state = { ...BLANK, given: { "site.pue": "1.1..1.3", "site.electricity": "0.05 USD/kWh", "finance.maintenance": "0.03" } };
  assert.equal(written(state), "v=1&cluster=xai-gigafactory&pue=1.1..1.3&electricity=0.05+USD/kWh&finance.maintenance=0.03");
});

test("signs that mean something in an address are kept", () => {
  const state = { ...BLANK, cluster: "a&b=c#d", given: { "site.pue": "5% + 1" } };
  const { cluster, given } = readState(written(state), en);
  assert.deepEqual([cluster, given], [state.cluster, state.given]);
});

test("a newer version, a stray key and an unknown value are told, in both languages", () => {
  assert.throws(() => readState("v=9&cluster=x", en), /newer version \(9\)/);
  assert.throws(() => readState("v=1&pui=1.2", fr), /`pui`/);
  assert.throws(() => readState("v=1&cost=anuity", en), /annuity, straight_line/);
});

test("what of a link can be read holds, and what cannot is told", () => {
  const follows = ({ given }) => {
    if (Number(given["site.pue"]) < 1) throw new RangeError("site.pue: 1 to 5");
  };
  const read = (text) => readParts(text, en, BLANK, follows);
  const { state, wrong } = read("v=1&cluster=colossus-1&utm_source=x&pue=0.5&load=0.8");
  assert.deepEqual([state.cluster, state.given], ["colossus-1", { "cluster.load": "0.8" }]);
  assert.deepEqual(wrong.map(({ message }) => message), ["There is no `utm_source` here.", "site.pue: 1 to 5"]);
  assert.deepEqual(read("v=1&cluster=colossus-1&pue=1.2").wrong, []);
  const newer = read("v=9&cluster=colossus-1");
  assert.equal(newer.state, BLANK);
  assert.match(newer.wrong[0].message, /newer version/);
});

test("numbers are read as people of both languages type them", () => {
  assert.equal(typed("0,35..0,45", "", "fr"), "0.35..0.45");
  assert.equal(typed("0.05", "USD/kWh", "en"), "0.05 USD/kWh");
  assert.equal(typed("0,05 – 0,08", "USD/kWh", "fr"), "0.05..0.08 USD/kWh");
  assert.equal(typed("5 %", "", "fr"), "5 %");
  assert.equal(typed("0.05 EUR/kWh", "USD/kWh", "en"), "0.05 EUR/kWh");
});
