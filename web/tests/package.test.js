// The package as Node sees it, by its own name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as wattflop from "wattflop";
import { compare, edition, explain, list, load, operate, show, train, WattflopError } from "wattflop";

const root = new URL("../", import.meta.url);
const plain = (value) => assert.deepEqual(JSON.parse(JSON.stringify(value)), withoutEnd(value));

/** What never comes is Infinity, for which JSON has null. */
const withoutEnd = (value) => {
  if (Array.isArray(value)) return value.map(withoutEnd);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withoutEnd(held)]));
  return value === Infinity ? null : value;
};

/** That the act throws a WattflopError with these fields. */
function refuses(act, expected) {
  assert.throws(act, (error) => {
    assert.ok(error instanceof WattflopError && error instanceof Error, String(error));
    assert.equal(error.name, "WattflopError");
    assert.ok(error.message.length > 10, error.message);
    for (const [key, value] of Object.entries(expected)) {
      if (value instanceof RegExp) assert.match(String(error[key]), value);
      else assert.equal(error[key], value, `${key}: ${error.message}`);
    }
    return true;
  });
}

const at = (site) => () => operate({ cluster: "xai-gigafactory", site });

test("a year of operation has figures with ranges, inputs with sources, and the edition", () => {
  const result = operate("xai-gigafactory");
  assert.equal(result.kind, "operation");
  assert.equal(result.edition, edition());
  assert.equal(result.figures["size.devices"].value, 100_000);
  const power = result.figures["power.facility.peak"];
  assert.equal(power.unit, "MW");
  assert.ok(power.low < power.value && power.value < power.high);
  assert.ok(power.text.includes("MW") && power.range.includes("MW") && power.label.length > 3);
  assert.ok(result.inputs["cluster.pools.0.count"].sources.length > 0);
});

test("an id, a table and a preset are the same scenario, and undefined says nothing", () => {
  const one = operate("xai-gigafactory");
  assert.deepEqual(operate({ cluster: "xai-gigafactory" }), one);
  assert.deepEqual(operate({ version: 1, cluster: { preset: "xai-gigafactory", load: undefined }, site: undefined, model: undefined }), one);
});

test("a training run takes a model, operation takes none", () => {
  const run = train({ cluster: "xai-gigafactory", model: "grok-2" });
  assert.equal(run.kind, "training");
  assert.equal(run.figures.duration.unit, "d");
  refuses(() => train({ cluster: "xai-gigafactory" }), { code: "WrongForm", path: "model" });
  refuses(() => operate({ cluster: "xai-gigafactory", model: "grok-2" }), { code: "WrongForm", path: "model" });
});

test("cheaper electricity costs less, whether written as a price or a range", () => {
  const bill = (electricity) => operate({ cluster: "xai-gigafactory", site: { electricity } }).figures["cost.energy.total"];
  assert.ok(bill("0.05 USD/kWh").value < bill("0.08 USD/kWh").value);
  assert.ok(bill("0.04..0.15 USD/kWh").high > bill("0.08 USD/kWh").high);
});

test("a comparison has figures by side, rows with ratios, and notes", () => {
  const both = compare(["xai-gigafactory", { cluster: "stargate-10gw" }]);
  assert.deepEqual(both.names, ["xai-gigafactory", "stargate-10gw"]);
  assert.equal(both.figures["xai-gigafactory.size.devices"].value, 100_000);
  const row = both.rows.find(({ path }) => path === "power.facility.peak");
  assert.equal(row.ratios[0], 1);
  assert.ok(row.ratios[1] > 10);
  assert.ok(both.sides.every((side) => ["chips", "power", "money"].includes(side.binds_first)));
  assert.ok(both.notes[0].text.length > 10);
  refuses(() => compare(["xai-gigafactory"]), { code: "TooFew" });
});

test("every figure opens into formula, numbers, inputs and sources", () => {
  const result = operate("xai-gigafactory");
  for (const path of Object.keys(result.figures)) {
    const opened = explain("xai-gigafactory", path);
    assert.deepEqual(opened.figure, result.figures[path], path);
    assert.ok(opened.formula && opened.with_numbers, path);
  }
  const cost = explain("xai-gigafactory", "cost.annuity.total");
  assert.ok(cost.inputs["finance.wacc"] && cost.sources.length > 3);
  refuses(() => explain("xai-gigafactory", "cost.totl"), { suggestion: /^cost\./ });
});

test("the catalogue is listed, searched and shown", () => {
  for (const part of ["accelerators", "systems", "clusters", "models", "sites"]) {
    const { rows } = list(part);
    assert.ok(rows.length > 5 && rows.every((row) => row.id && row.name), part);
  }
  const found = list("clusters", { search: "GIGAFACTORY" }).rows;
  assert.deepEqual(found.map((row) => row.id), ["xai-gigafactory"]);
  const entry = show("xai-gigafactory");
  assert.equal(entry.fields.owner.text, "xAI");
  assert.ok(entry.sources[0].title);
  refuses(() => list("cluster"), { suggestion: "clusters" });
});

test("a wrong id is answered with the nearest right one", () => {
  refuses(() => operate("xai-gigafactry"), { code: "UnknownNear", suggestion: "xai-gigafactory" });
  refuses(() => train({ cluster: "xai-gigafactory", model: "grok-22" }), { suggestion: "grok-2" });
  refuses(() => operate({ cluster: { pools: [{ accelerator: "h1000", count: 8 }] } }), { suggestion: /^h100/ });
  refuses(() => show("stargate-10g"), { suggestion: "stargate-10gw" });
});

test("what is wrong is named", () => {
  const pool = (pool) => () => operate({ cluster: { pools: [{ accelerator: "h100-sxm", ...pool }] } });
  refuses(at({ pue: NaN }), { path: "site.pue" });
  refuses(at({ pue: Infinity }), { path: "site.pue" });
  refuses(at({ pue: 0.5 }), { code: "OutOfDomain", path: "site.pue" });
  refuses(at({ pue: null }), { path: "site.pue" });
  refuses(at({ pue: true }), { path: "site.pue" });
  refuses(at({ electricity: "0.08 kWh" }), { code: "WrongUnit", path: "site.electricity" });
  refuses(at({ electricity: 0.08 }), { code: "UnitMissing", path: "site.electricity" });
  refuses(at({ electricity: "0.09..0.05 USD/kWh" }), { code: "RangeOutOfOrder", path: "site.electricity" });
  refuses(pool({ count: -5 }), { code: "NotWhole", path: "cluster.pools.0.count" });
  refuses(pool({ count: 0 }), { code: "NotWhole", path: "cluster.pools.0.count" });
  refuses(pool({}), { path: /^cluster\.pools\.0\.count/ });
});

test("unknown keys are named, with the nearest known one", () => {
  refuses(at({ puee: 1.2 }), { message: /site\.puee/, suggestion: "site.pue" });
  refuses(() => operate({ clustr: "xai-gigafactory" }), { message: /clustr/, suggestion: "cluster" });
  refuses(() => operate({ cluster: "xai-gigafactory", version: 2 }), { code: "WrongVersion" });
});

test("what is no scenario at all is refused, never calculated", () => {
  const bad = [null, undefined, 5, true, [], {}, () => 1, Symbol("x"), new Date(0), 10n, { cluster: 5 }, { cluster: [] }];
  for (const scenario of bad) assert.throws(() => operate(scenario), Error);
  for (const scenarios of [null, undefined, "xai-gigafactory", {}, []]) assert.throws(() => compare(scenarios), WattflopError);
});

test("a scenario that holds itself, or is nested without end, is refused", () => {
  const circle = { cluster: "xai-gigafactory" };
  circle.site = circle;
  refuses(() => operate(circle), { code: "Broken" });
  let deep = {};
  for (let depth = 0; depth < 10_000; depth += 1) deep = { site: deep };
  refuses(() => operate({ cluster: "xai-gigafactory", ...deep }), { code: "Broken" });
});

test("after a trap the next call works, on a fresh instance", () => {
  const codes = new Set();
  let answered = false;
  // Down to the end of the stack; on the way up the core is asked, until there is room for it.
  const dive = () => {
    try {
      dive();
    } catch {}
    if (answered) return;
    try {
      operate("xai-gigafactory").figures;
      answered = true;
    } catch (error) {
      codes.add(error.code ?? error.name);
    }
  };
  dive();
  assert.ok(answered && codes.size > 0);
  assert.equal(operate("xai-gigafactory").figures["size.devices"].value, 100_000);
});

test("everything that comes back is plain and survives JSON", () => {
  plain(operate("xai-gigafactory"));
  plain(train({ cluster: "xai-gigafactory", model: "grok-2" }));
  plain(compare(["xai-gigafactory", "stargate-10gw"]));
  plain(explain("stargate-10gw", "cost.annuity.total"));
  plain(list("models"));
  plain(show("h100-sxm"));
});

test("French is answered in French, an unknown language in English", () => {
  const value = (lang) => operate("xai-gigafactory", { lang }).figures["cost.capex.total"].text;
  assert.match(value("fr"), /milliards\sde\sdollars/);
  assert.equal(value("fr-CA"), value("fr"));
  assert.equal(value("xx"), value("en"));
  const label = (lang) => operate("xai-gigafactory", { lang }).figures["power.facility.peak"].label;
  assert.notEqual(label("fr"), label("en"));
  refuses(() => operate("xai-gigafactry", { lang: "fr" }), { message: /vouliez-vous dire/ });
});

test("load() is there in Node too, and does nothing", async () => {
  await Promise.all([load(), load()]);
});

test("the other entries say the same", async () => {
  const expected = operate("xai-gigafactory");
  const inline = await import("wattflop/inline");
  await Promise.all([inline.load(), inline.load()]);
  assert.deepEqual(inline.operate("xai-gigafactory"), expected);
  const script = `
    import { load, operate } from "wattflop/slim";
    import { readFileSync } from "node:fs";
    try { operate("xai-gigafactory"); } catch (error) { console.log(error.code); }
    await load("data:nonsense").catch((error) => console.log(error.code));
    const another = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    await load(another).catch((error) => console.log(error.message));
    await load(new WebAssembly.Module(another)).catch((error) => console.log(error.code));
    await load(new Response(null, { status: 404 })).catch((error) => console.log(error.code));
    await load(new Response(readFileSync(new URL(import.meta.resolve("wattflop/core.wasm")))));
    console.log(operate("xai-gigafactory").figures["size.devices"].value);`;
  assert.equal(node("--input-type=module", "--eval", script), "NotLoaded\nNotLoaded\nthe core could not be loaded: it is another program\nNotLoaded\nNotLoaded\n100000\n");
});

test("the inline entry unpacks its own core", () => {
  const script = `
    import { load, operate } from "wattflop/inline";
    await load();
    console.log(operate("xai-gigafactory").figures["size.devices"].value);`;
  assert.equal(node("--input-type=module", "--eval", script), "100000\n");
});

test("require() works", () => {
  const script = `console.log(require("wattflop").operate("xai-gigafactory").figures["size.devices"].value);`;
  assert.equal(node("--eval", script), "100000\n");
});

test("the elements do nothing on a server", () => {
  assert.equal(node("--input-type=module", "--eval", `import "wattflop/elements"; console.log("still here");`), "still here\n");
});

test("the version is the crate's", () => {
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const crate = readFileSync(new URL("../Cargo.toml", root), "utf8");
  assert.equal(version, /^version = "(.*)"$/m.exec(crate)[1]);
});

test("all entries export the same", async () => {
  const names = Object.keys(wattflop).sort();
  for (const entry of ["inline", "slim"]) assert.deepEqual(Object.keys(await import(`wattflop/${entry}`)).sort(), names);
});

function node(...args) {
  const env = { ...process.env, NODE_OPTIONS: "", NODE_NO_WARNINGS: "1" };
  return execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
}
