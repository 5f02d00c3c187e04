// What is no plain data, and options that there are none of, are refused, not passed over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import * as now from "wattflop";
import * as later from "wattflop/worker";

const year = (pue) => () => now.operate({ cluster: "xai-gigafactory", site: { pue } });

test("what says nothing by its keys is no input", () => {
  class Pue {}
  for (const value of [new Date(), new Map([["low", 1.1]]), /x/, new Set([1]), new Pue(), new DataView(new ArrayBuffer(8)), new Number(1.2), Promise.resolve(1.2), () => 1.2, 1n]) {
    const { code, path, message } = thrownBy(year(value));
    assert.deepEqual([code, path], ["WrongForm", "site.pue"], message);
  }
  assert.match(thrownBy(year(new Map())).message, /^site\.pue: Map is no plain data/);
  assert.equal(thrownBy(() => now.operate({ cluster: { pools: [{ accelerator: "h100-sxm", count: new Date(0) }] } })).path, "cluster.pools.0.count");
  assert.equal(thrownBy(() => now.chart("operate", { scenario: { cluster: "meta-24k", site: new Map() } })).path, "site");
  assert.match(thrownBy(() => now.operate({ cluster: "meta-24k", site: new Map() }, { lang: "fr" })).message, /donnée simple/);
});

test("plain data is, of whatever realm, frozen or without a prototype", () => {
  const expected = year([1.1, 1.3])().figures["power.facility.peak"].value;
  const given = [runInNewContext("({ low: 1.1, high: 1.3 })"), Object.freeze({ low: 1.1, high: 1.3 }), Object.assign(Object.create(null), { low: 1.1, high: 1.3 }), Float64Array.of(1.1, 1.3)];
  for (const pue of given) assert.equal(year(pue)().figures["power.facility.peak"].value, expected);
});

/** Each function that takes options, with what comes before them. */
const FUNCTIONS = {
  operate: ["meta-24k"],
  train: [{ cluster: "grok-2-cluster", model: "grok-2" }],
  serve: [{ cluster: "meta-24k", model: "llama3-70b" }],
  frontier: [{ cluster: "meta-24k", model: "llama3-70b" }],
  compare: [["meta-24k", "colossus-1"]],
  why: ["meta-24k", "colossus-1", "size.devices"],
  cost: ["meta-24k"],
  timeline: ["colossus"],
  uncertainty: ["meta-24k"],
  sensitivity: ["meta-24k", "size.devices"],
  solve: ["meta-24k", "cluster.pools.0.count", "power.facility.peak<=500 MW"],
  sweep: ["meta-24k", { "site.pue": [1.1] }],
  explain: ["meta-24k", "size.devices"],
  ledger: ["meta-24k", "size.devices"],
  plan: [{ cluster: "meta-24k", model: "llama3-70b" }],
  validate: [[]],
  inputs: ["meta-24k"],
  list: ["clusters"],
  show: ["meta-24k"],
  search: ["grok"],
  parse: ['{ "cluster": "meta-24k" }'],
  format: [{ cluster: "meta-24k" }],
  migrate: [{ cluster: "meta-24k" }],
  chart: ["operate", { scenario: "meta-24k" }],
};

for (const [name, args] of Object.entries(FUNCTIONS)) {
  test(`${name} refuses an option that there is none of`, async () => {
    for (const [options, expected] of [
      [{ lnag: "fr" }, { code: "UnknownNear", path: "lnag", suggestion: "lang" }],
      [{ zzzzzzzzz: 1 }, { code: "Unknown", path: "zzzzzzzzz", suggestion: undefined, allowed: /`lang`/ }],
      ["fr", { code: "WrongForm", path: "options" }],
      [new Map([["lang", "fr"]]), { code: "WrongForm", path: "options" }],
    ]) {
      assert.throws(() => now[name](...args, options), { name: "WattflopError", ...expected });
      await assert.rejects(later[name](...args, options), { name: "WattflopError", ...expected });
    }
  });
}

test("the nearest known option is named, in the language asked for; and undefined says nothing", () => {
  assert.throws(() => now.uncertainty("meta-24k", { sample: 64 }), { suggestion: "samples" });
  assert.throws(() => now.operate("meta-24k", { lng: 5, lang: "fr" }), { message: /vouliez-vous dire `lang`/ });
  assert.throws(() => now.operate("meta-24k", { signal: AbortSignal.abort() }), { code: "Unknown", path: "signal" });
  assert.equal(now.operate("meta-24k", { lnag: undefined }).kind, "operation");
  assert.equal(now.list("clusters", { search: "" }).rows.length, now.list("clusters").rows.length);
});

test("what is refined refuses the same", async () => {
  const first = (options) => now.refined("meta-24k", options).next();
  await assert.rejects(first({ sample: 64 }), { code: "UnknownNear", suggestion: "samples" });
  await assert.rejects(first({ signal: 5 }), { code: "WrongForm", path: "signal" });
  await assert.rejects(first("fr"), { code: "WrongForm", path: "options" });
});

function thrownBy(act) {
  try {
    act();
  } catch (error) {
    assert.equal(error.name, "WattflopError");
    return error;
  }
  return assert.fail("nothing was refused");
}
