// Whatever comes from JavaScript is answered or refused by name: the core never traps, and never answers nonsense.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as wattflop from "wattflop";

const CASES = Number(process.env.WATTFLOP_WRONG_INPUTS ?? 100_000);

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(7);
const one = (list) => list[Math.floor(next() * list.length)];

/** Scenarios that are right. */
const RIGHT = [
  "xai-gigafactory",
  { cluster: "meta-24k", site: { pue: 1.2, electricity: "0.05..0.09 USD/kWh", grid: "fra" } },
  { cluster: { preset: "colossus-1", load: "80 %", pools: [{ count: 1000, price: "30000 USD/device" }] }, finance: { wacc: 0.1 } },
  { cluster: { pools: [{ accelerator: "h100-sxm", count: "100k" }] }, model: "grok-2", run: { mfu: [0.3, 0.4], precision: "fp8" } },
  { cluster: "meta-24k", model: { active_parameters: 1e9, config: { hidden_size: 64 } }, run: { tokens: "15T", batch: 16 }, layout: { tensor: 8 } },
  { cluster: "colossus-1", site: { sources: [{ kind: "gas-turbine", share: 0.6 }, { kind: "grid" }] }, money: { currency: "eur", rate_year: 2024 } },
  { version: 1, cluster: "xai-gigafactory", method: "epoch", operation: { duration: "90 days" }, faults: { groups: 100 } },
];

/** Values that belong nowhere, each made afresh. */
const WRONG = [
  () => null, () => undefined, () => NaN, () => Infinity, () => -Infinity, () => -0, () => -1, () => 1e308, () => 5e-324, () => 2 ** 53, () => 0.1,
  () => true, () => "", () => " ", () => "\0", () => "\ud800", () => "NaN", () => "1e999 MW", () => "5..", () => "..5", () => "9..1", () => "1..2..3..4",
  () => "0.05 kWh", () => "x".repeat(10_000), () => "__proto__", () => "constructor", () => "💥", () => "١٢", () => [], () => [[]], () => [null], () => [1, 2, 3],
  () => new Array(7), () => Array.from({ length: 2000 }, () => ({})), () => ({}), () => ({ low: 1 }), () => ({ low: 2, high: 1 }), () => ({ low: "a", high: {} }),
  () => ({ toString: null, valueOf: () => { throw new Error("no"); } }), () => JSON.parse('{"__proto__": {"pue": 5}}'), () => Object.create({ cluster: "meta-24k" }),
  () => Object.create(null), () => new Date(NaN), () => new Map([["cluster", "meta-24k"]]), () => new Set([1]), () => /x/, () => 10n, () => Symbol("x"), () => () => 1,
  () => class {}, () => new Proxy({}, { ownKeys: () => { throw new TypeError("trap"); } }), () => new Proxy([], {}), () => new Float64Array(3), () => new ArrayBuffer(8),
  () => ({ get pue() { throw new RangeError("got"); } }), () => new Number(5), () => new String("meta-24k"), () => new Error("x"), () => Promise.resolve(1), () => circle(), () => deep(),
];

const circle = () => {
  const itself = { cluster: "meta-24k" };
  itself.site = itself;
  return itself;
};
const deep = () => {
  let nested = {};
  for (let depth = 0; depth < 1000; depth += 1) nested = next() < 0.5 ? { site: nested } : [nested];
  return nested;
};

const KEYS = ["cluster", "model", "site", "pue", "pools", "run", "version", "preset", "count", "accelerator", "low", "high", "__proto__", "constructor", "toString", "", "0", "a.b"];

/** The same with something wrong somewhere. */
function spoiled(value, depth = 0) {
  if (typeof value !== "object" || value === null || next() < 0.15) return next() < 0.6 ? one(WRONG)() : spoiledText(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const key = one(Object.keys(copy));
  const what = next();
  if (key === undefined || what < 0.2) Object.defineProperty(copy, one(KEYS), { value: one(WRONG)(), enumerable: true, configurable: true, writable: true });
  else if (what < 0.4) delete copy[key];
  else if (depth < 5) copy[key] = spoiled(copy[key], depth + 1);
  return copy;
}

function spoiledText(value) {
  const text = String(value);
  const at = Math.floor(next() * (text.length + 1));
  return one([text.slice(0, at), text.slice(at), `${text.slice(0, at)}${one(["", ".", "-", "e", " ", "%", "\0", "é", "USD"])}${text.slice(at)}`]);
}

const scenario = () => (next() < 0.15 ? one(WRONG)() : spoiled(one(RIGHT)));
const text = () => (next() < 0.5 ? one(WRONG)() : spoiledText(one(["cost.annuity.total", "cluster.pools.0.count", "duration<=90 d", "clusters", "h100-sxm", "1.1..1.5 by 0.1", "bill"])));
const maybe = (value) => (next() < 0.7 ? value : one(WRONG)());

/** What is asked, with arguments of which some are wrong; cheap ones more often. */
const ACTS = [
  () => wattflop.operate(scenario()), () => wattflop.operate(scenario()), () => wattflop.train(scenario()), () => wattflop.train(scenario()),
  () => wattflop.migrate(scenario()), () => wattflop.format(scenario()), () => wattflop.inputs(scenario()),
  () => wattflop.compare(maybe([scenario(), scenario()])), () => wattflop.compare([one(RIGHT), scenario()]),
  () => wattflop.explain(maybe(one(RIGHT)), text()), () => wattflop.why(one(RIGHT), scenario(), text()),
  () => wattflop.solve(maybe("meta-24k"), text(), text(), { within: text() }),
  () => wattflop.sweep("meta-24k", maybe({ [one(["site.pue", "site.grid", "x"])]: text() }), { figures: maybe(["cost.annuity.total"]), pareto: one([undefined, text(), {}]) }),
  () => wattflop.uncertainty(scenario(), { samples: one([1, 4, -1, 1.5, 1e12, NaN, "7"]), seed: maybe(1), figures: maybe(["cost.annuity.total"]), correlations: one([undefined, text(), [{ between: [text(), text()], rank: 2 }]]) }),
  () => wattflop.sensitivity("meta-24k", text(), { samples: one([1, 0, -3, 1e9, "x"]) }),
  () => wattflop.timeline(maybe({ phases: one([text(), [text()], [{ date: text(), cluster: scenario() }]]), months: one([3, -1, 1e9, "x"]) })),
  () => wattflop.cost(scenario(), { parts: maybe([text()]) }),
  () => wattflop.validate(maybe([spoiled({ model: "gpt3-175b", accelerator: "a100", n_accel: 1024, tp: 8, measured_step_s: 30 })])),
  () => wattflop.serve(scenario()), () => wattflop.frontier(scenario()),
  () => wattflop.list(text(), { search: text() }), () => wattflop.show(text()), () => wattflop.search(maybe("zzz")), () => wattflop.parse(maybe(spoiledText('{"cluster": "meta-24k"}'))),
  () => wattflop.chart(maybe("operate"), maybe({ scenario: scenario() }), { theme: maybe("dark"), width: one([640, 3, NaN, "x"]) }),
  () => wattflop.operate("meta-24k", { lang: one(WRONG)() }),
];

test(`${CASES} inputs that are wrong somewhere are answered or refused, and nothing traps`, () => {
  const outcomes = new Map();
  for (let place = 0; place < CASES; place += 1) {
    const act = place % 16 === 0 ? one(ACTS) : ACTS[place % 6];
    let outcome = "answered";
    try {
      act();
    } catch (error) {
      assert.ok(error instanceof wattflop.WattflopError, `${place}: ${act}: ${error?.stack ?? error}`);
      assert.notEqual(error.code, "Trapped", `${place}: ${act}: ${error.message}`);
      assert.ok(error.message.length > 3, `${place}: ${act}: ${error.code}`);
      outcome = error.code;
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  assert.ok(outcomes.size > 15, [...outcomes].join(" "));
  assert.ok(outcomes.get("answered") < CASES / 2, [...outcomes].join(" "));
  assert.equal(wattflop.operate("xai-gigafactory").figures["size.devices"].value, 100_000);
  assert.equal({}.pue, undefined, "a prototype was written to");
});
