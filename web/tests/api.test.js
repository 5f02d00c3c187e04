// Everything that can be asked, at once and in a worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as now from "wattflop";
import * as later from "wattflop/worker";

const RUN = { cluster: "grok-2-cluster", model: "grok-2" };
const COST = "cost.annuity.total";

/** Each function with its arguments, and what must be true of its answer. */
const ASKED = {
  operate: [["xai-gigafactory"], ({ kind, figures }) => kind === "operation" && figures["size.devices"].value === 100_000],
  train: [[RUN, { lang: "fr" }], ({ kind, figures, inputs, notes, choices }) => kind === "training" && /jours/.test(figures.duration.text) && inputs["site.pue"] && notes.length > 0 && choices["site.grid"]],
  serve: [[{ cluster: "meta-24k", model: "llama3-70b", serving: { users: 1000 } }], ({ kind, figures }) => kind === "serving" && Object.keys(figures).length > 50],
  frontier: [[{ cluster: "meta-24k", model: "llama3-70b" }], (layouts) => layouts.length > 1 && layouts[0].tensor >= 1],
  compare: [[["xai-gigafactory", "stargate-10gw"]], ({ names }) => names.length === 2],
  why: [["xai-gigafactory", "stargate-10gw", COST], ({ from, to, bars }) => Math.abs(bars.reduce((sum, { adds }) => sum + adds, from) / to - 1) < 1e-12],
  cost: [[RUN, { parts: ["bill", "views", "offers"] }], ({ bill, views, offers, hour }) => bill.length > 3 && views.length > 3 && offers.length > 0 && hour === undefined],
  timeline: [["colossus"], ({ phases, months, run }) => phases.length > 2 && months.length > 12 && run === null && months[0].standing["size.devices"].value > 0],
  uncertainty: [[[RUN, "xai-gigafactory"], { samples: 256, seed: 3, figures: [COST], draws: true }], ({ sides, draws, against_first }) => sides[0].figures[COST].median > 0 && draws[1][COST].length === 256 && against_first["xai-gigafactory"][COST].more > 0.5],
  sensitivity: [["xai-gigafactory", COST, { samples: 64 }], ({ causes, notes }) => causes.length > 5 && notes.some(({ text }) => text.length > 10)],
  solve: [[RUN, "cluster.pools.0.count", "duration<=90 d"], ({ answers }) => answers[0].value > 1000 && Number.isInteger(answers[0].value)],
  sweep: [["xai-gigafactory", { "site.pue": [1.1, 1.2, 1.3], "site.grid": "fra, usa" }, { figures: [COST] }], ({ cells, axes, figures }) => cells === 6 && figures[COST].values instanceof Float64Array && axes["site.grid"].values[1] === "usa" && figures[COST].values.every((value) => value > 0)],
  explain: [["xai-gigafactory", COST], ({ formula, sources, figure }) => formula.length > 3 && sources.length > 3 && figure.in("USD") > 1e9],
  ledger: [["xai-gigafactory", COST, { terms: 12 }], ({ path, terms }) => path === COST && terms.length > 1],
  plan: [[{ cluster: { preset: "meta-24k", pools: [{ count: 1024 }] }, model: "llama3-70b" }], ({ layouts }) => layouts.length === 5],
  validate: [[[{ model: "gpt3-175b", accelerator: "a100", n_accel: 1024, tp: 8, pp: 16, microbatch: 1, global_batch: 1536, measured_step_s: 30 }]], ({ rows }) => rows.length > 0],
  inputs: [[{ cluster: "xai-gigafactory", site: { pue: 1.3 } }], ({ inputs, choices }) => {
    const pue = inputs.find(({ path }) => path === "site.pue");
    return pue.value === 1.3 && pue.given && pue.default.value !== 1.3 && !pue.default.given && pue.min === 1 && pue.max > 1 && choices.length > 3;
  }],
  list: [["buildouts"], ({ rows }) => rows.length > 1],
  show: [["h100"], ({ id, fields }) => id === "h100-sxm" && fields.tdp.text === "700 W/device"],
  search: [["grok"], ({ rows }) => rows.some(({ part, id }) => part === "models" && id === "grok-2") && rows.some(({ part }) => part === "clusters")],
  parse: [['{"model": "grok-2", "cluster": "grok-2-cluster"}'], (scenario) => scenario.version === 1 && scenario.model === "grok-2"],
  format: [[RUN], (text) => text.startsWith('{\n  "version": 1,\n  "cluster"')],
  migrate: [[RUN], ({ version }) => version === 1],
  chart: [["operate", { scenario: "xai-gigafactory" }, { theme: "dark", width: 480 }], ({ svg, vega, tables, html, title, spots }) => svg.startsWith("<svg ") && vega.$schema && tables[0].rows.length > 5 && spots.length === tables[0].rows.length && html.startsWith("<table>") && title],
};

test("every function is asked here", () => {
  const functions = Object.entries(now).filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name)).map(([name]) => name);
  assert.deepEqual(Object.keys(ASKED).sort(), functions.filter((name) => !["load", "edition", "refined", "registerLanguage"].includes(name)).sort());
  assert.deepEqual(Object.keys(later).filter((name) => /^[a-z]/.test(name)).sort(), [...Object.keys(ASKED), "registerLanguage"].sort());
});

for (const [name, [args, holds]] of Object.entries(ASKED)) {
  test(`${name}, at once and in a worker`, async () => {
    const found = now[name](...args);
    assert.ok(holds(found), JSON.stringify(found).slice(0, 2000));
    assert.deepEqual(await later[name](...args), found);
  });
}

test("inputs are solved for together, in their ratio", () => {
  const pools = [1, 2].map((pool) => `cluster.pools.${pool}.count`);
  const { tied, answers: [most] } = now.solve("colossus-230k", "cluster.pools.0.count", "power.facility.peak<=500 MW", { with: pools });
  assert.deepEqual(tied.map(({ input, present }) => [input, present]), [[pools[0], 50_000], [pools[1], 30_000]]);
  assert.ok(most.figure <= 500 && Math.abs(most.tied[pools[0]] * 3 - most.value) <= 3, JSON.stringify(most));
});

const CHARTS = {
  operate: { scenario: "meta-24k" },
  train: { scenario: RUN },
  compare: { scenarios: ["xai-gigafactory", "stargate-10gw"], figures: ["power.facility.peak", COST] },
  why: { scenarios: ["xai-gigafactory", "stargate-10gw"], figure: COST },
  cost: { scenario: RUN, parts: ["bill"] },
  timeline: { timeline: { phases: ["colossus-1", "colossus-200k"], months: 18 } },
  uncertainty: { scenarios: ["xai-gigafactory"], figures: [COST], samples: 256 },
  sensitivity: { scenario: "xai-gigafactory", figure: COST, samples: 64 },
  serve: { scenario: { cluster: "meta-24k", model: "llama3-70b" } },
  frontier: { scenario: { cluster: "meta-24k", model: "llama3-70b" } },
  sweep: { scenario: "xai-gigafactory", over: { "site.pue": "1.1..1.5 by 0.1", "site.grid": ["fra", "usa"] }, figures: [COST] },
  ledger: { scenario: "xai-gigafactory", figure: "power.facility.peak" },
};

for (const [of, question] of Object.entries(CHARTS)) {
  test(`a chart of ${of}, in both languages`, () => {
    const [en, fr] = ["en", "fr"].map((lang) => now.chart(of, question, { lang }));
    assert.ok(en.svg.startsWith("<svg ") && en.tables.length > 0 && en.vega.$schema.includes("vega-lite"));
    assert.notEqual(en.svg, fr.svg);
  });
}

test("what cannot be drawn is said", () => {
  assert.throws(() => now.chart("plan", {}), { code: "UnknownOf" });
  assert.throws(() => now.chart("sweep", { scenario: "meta-24k", over: { "site.grid": "fra, usa" }, figures: [COST] }), { code: "NotDrawn" });
  assert.throws(() => now.chart("operate", { scenario: "meta-24k" }, { width: 3 }), { code: "OutOfDomain", path: "width" });
  assert.throws(() => now.chart("operate", { scenario: "meta-24k" }, { theme: "darkish" }), { suggestion: "dark" });
});

test("long work at once tells how far it is, and can be stopped", () => {
  const shares = [];
  const onProgress = (share) => void shares.push(share);
  now.uncertainty("xai-gigafactory", { samples: 4096, onProgress });
  assert.ok(shares.length > 1 && shares.every((share, place) => share <= 1 && share >= (shares[place - 1] ?? 0)));
  const over = { "site.pue": "1.1..1.5 in 4000" };
  assert.ok(now.sweep("xai-gigafactory", over, { figures: [COST], onProgress: () => false }).cancelled);
  assert.throws(() => now.uncertainty("xai-gigafactory", { samples: 65_536, onProgress: () => false }), { code: "Cancelled" });
});

test("long work in a worker tells how far it is, and is cancelled by a signal", async () => {
  const shares = [];
  await later.uncertainty("xai-gigafactory", { samples: 8192, onProgress: (share) => shares.push(share) });
  assert.ok(shares.length > 1);
  const control = new AbortController();
  const options = { samples: 1_000_000, figures: [COST], signal: control.signal, onProgress: () => control.abort(new Error("enough")) };
  await assert.rejects(later.uncertainty("xai-gigafactory", options), /enough/);
});

test("a first answer comes at once, better ones when the page is idle, until the signal", async () => {
  const counts = [];
  for await (const { samples, sides } of now.refined("xai-gigafactory", { samples: 16_384, figures: [COST] })) {
    counts.push(samples);
    assert.ok(sides[0].figures[COST].low < sides[0].figures[COST].high);
  }
  assert.deepEqual(counts, [2048, 8192, 16_384]);
  const control = new AbortController();
  const stopped = async () => {
    for await (const _ of now.refined("xai-gigafactory", { signal: control.signal, figures: [COST] })) control.abort(new Error("enough"));
  };
  await assert.rejects(stopped, /enough/);
});

test("a document is whole, whatever it is called and however it is given", () => {
  const named = { cluster: { name: "__proto__", pools: [{ accelerator: "h100-sxm", count: 8 }] } };
  const both = now.uncertainty(["meta-24k", named], { samples: 64, figures: [COST] });
  assert.deepEqual(Object.keys(both.against_first), ["__proto__"]);
  assert.equal(now.operate({ cluster: { name: "a\0b", pools: [{ accelerator: "h100-sxm", count: 8 }] } }).name, "a b");
});
