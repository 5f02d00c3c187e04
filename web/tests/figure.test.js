// What is handed out: figures as numbers and texts, columns of numbers, classes by their names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import * as now from "wattflop";
import * as later from "wattflop/worker";
import { CURRENCIES } from "../scripts/units.js";

const CASES = JSON.parse(readFileSync(new URL("../../tests/golden/cases.json", import.meta.url), "utf8"));
const CLUSTER = "xai-gigafactory";
const PEAK = "power.facility.peak";
const CAPEX = "cost.capex.total";
const COST = "cost.annuity.total";

test("a figure is had in other units of its kind, as a number and as a text", () => {
  const power = now.operate(CLUSTER).figures[PEAK];
  assert.equal(power.in("GW"), power.value / 1000);
  assert.equal(power.in("MW"), power.value);
  assert.equal(+power, power.value);
  assert.equal(`${power}`, power.text);
  assert.throws(() => power.in("t"), { name: "WattflopError", code: "WrongUnit" });
});

test("money is had in other units of its own currency, whatever it is", () => {
  for (const code of CURRENCIES) {
    const money = code === "USD" ? {} : { currency: code.toLowerCase(), rate: 1.1 };
    const { figures } = now.operate({ cluster: CLUSTER, money });
    assert.equal(figures[CAPEX].unit, code);
    assert.equal(figures[CAPEX].in(`billion ${code}`), figures[CAPEX].value / 1e9);
    assert.equal(figures[CAPEX].in(code), figures[CAPEX].value);
    const rent = Object.values(figures).find(({ unit }) => unit === `${code}/device-h`);
    assert.ok(Math.abs(rent.in(`${code}/device-mo`) / rent.value - 730) < 1e-9);
    assert.throws(() => figures[CAPEX].in(code === "USD" ? "EUR" : "USD"), { code: "WrongUnit" });
    assert.throws(() => figures[CAPEX].in(`${code}/kWh`), { code: "WrongUnit" });
  }
});

test("a figure is told in the language of its result, and its number in any", () => {
  const [en, fr] = ["en", "fr-CA"].map((lang) => now.train({ cluster: CLUSTER, model: "grok-2" }, { lang }).figures);
  for (const figures of [en, fr]) assert.ok(Object.values(figures).every((figure) => figure.toString() === figure.text && figure.toLocaleString() === figure.text));
  assert.equal(en[PEAK].toString("en-GB"), en[PEAK].text);
  assert.equal(fr[PEAK].toLocaleString("fr"), fr[PEAK].text);
  assert.match(en["size.devices"].toString("fr"), /^100\s000$/);
  assert.equal(en["reliability.checkpoint_interval"].toString("fr"), fr["reliability.checkpoint_interval"].text);
  assert.equal(fr["reliability.checkpoint_interval"].toString("en"), en["reliability.checkpoint_interval"].text);
  assert.equal(en["size.devices"].toLocaleString("de"), "100.000\u00a0device");
  assert.match(en[CAPEX].toLocaleString("fr"), /^6,3\smilliards\sde dollars$/);
  assert.match(en["throughput.peak"].toLocaleString("fr"), /^\d+(,\d+)? EFLOP\/s$/);
  assert.equal(en[PEAK].toLocaleString("fr", { maximumFractionDigits: 1 }), `${en[PEAK].value.toFixed(1).replace(".", ",")}\u00a0MW`);
  assert.equal([en[PEAK]].toLocaleString("en"), en[PEAK].text);
  for (const wrong of ["fr_FR_x_y", "not a tag!"]) assert.throws(() => en[PEAK].toLocaleString(wrong), { name: "WattflopError", path: "lang" });
});

test("a figure is told in the other language in the words of the core, number and unit", () => {
  const plain = (text) => text.replace(/\s/g, " ");
  const differ = [];
  let told = 0;
  for (const { scenario } of CASES.filter(({ kind }) => kind === "evaluate")) {
    const act = scenario.serving ? now.serve : scenario.model === undefined && scenario.run === undefined ? now.operate : now.train;
    const [en, fr] = ["en", "fr"].map((lang) => act(scenario, { lang }).figures);
    for (const [path, figure] of Object.entries(en)) {
      told += 2;
      if (plain(figure.toString("fr")) !== plain(fr[path].text)) differ.push(`${figure.toString("fr")} | ${fr[path].text}`);
      if (plain(fr[path].toString("en")) !== plain(figure.text)) differ.push(`${fr[path].toString("en")} | ${figure.text}`);
    }
  }
  assert.ok(told > 20_000, String(told));
  // One of what was rounded to it: whether the number before was one, its text does not say.
  assert.deepEqual(differ.filter((pair) => !/^(?:1\.0 days?|2,0 (?:jours?|ans?)) \| (?:1\.0 days?|2,0 (?:jours?|ans?))$/.test(pair)), []);
  assert.equal(now.operate({ cluster: CLUSTER, money: { currency: "eur", rate: 1.1 } }).figures["cost.annuity.per_device_hour"].toString("fr"), now.operate({ cluster: CLUSTER, money: { currency: "eur", rate: 1.1 } }, { lang: "fr" }).figures["cost.annuity.per_device_hour"].text);
});

test("what the package itself refuses is said in the language asked for", () => {
  const { figures } = now.operate(CLUSTER, { lang: "fr" });
  assert.throws(() => figures[PEAK].in("t"), { message: /l’unité est MW, et non `t`/ });
  assert.throws(() => now.parse("{", { lang: "fr" }), { code: "Broken", message: /^JSON illisible/ });
  assert.throws(() => now.operate({ cluster: () => 1 }, { lang: "fr" }), { message: /donnée simple/ });
});

test("columns of numbers survive JSON, and a sweep is had as rows", async () => {
  const args = [CLUSTER, { "site.pue": [1.1, 1.2], "site.grid": "fra, usa" }, { figures: [COST, PEAK] }];
  for (const found of [now.sweep(...args), await later.sweep(...args)]) {
    const read = JSON.parse(JSON.stringify(found));
    assert.deepEqual(read.axes["site.pue"].values, [1.1, 1.1, 1.2, 1.2]);
    assert.deepEqual(read.figures[COST].values, [...found.figures[COST].values]);
    assert.deepEqual(Object.keys(read), Object.keys(found));
    const rows = found.rows();
    assert.equal(rows.length, 4);
    assert.deepEqual(rows[1], { "site.pue": 1.1, "site.grid": "usa", [COST]: found.figures[COST].values[1], [PEAK]: found.figures[PEAK].values[1] });
  }
  const { draws } = now.uncertainty(CLUSTER, { samples: 16, figures: [COST], draws: true });
  assert.deepEqual(JSON.parse(JSON.stringify(draws)), [{ [COST]: [...draws[0][COST]] }]);
  const best = now.sweep(CLUSTER, { "site.pue": [1.1, 1.2], "site.grid": "fra, usa" }, { pareto: { [COST]: "least", "carbon.operational": "least" } });
  assert.equal(best.rows().length, best.figures[COST].values.length);
});

test("a figure is what has the parts of one, and nothing else is", () => {
  const { figures, inputs } = now.train({ cluster: CLUSTER, model: "grok-2" });
  assert.ok(Object.values(figures).every((figure) => figure instanceof now.Figure));
  assert.ok(!(inputs["site.pue"] instanceof now.Figure));
  const { answers } = now.solve({ cluster: CLUSTER, model: "grok-2" }, "cluster.pools.0.count", "duration<=90 d");
  assert.equal(Object.keys(answers[0]).length, 7);
  assert.equal(Object.getPrototypeOf(answers[0]), Object.prototype);
});

test("classes go by their names", () => {
  for (const lang of ["en", "fr"]) assert.match(inspect(now.operate(CLUSTER, { lang }).figures[PEAK]), /^Figure \{/);
  assert.equal(now.Figure.name, "Figure");
  assert.throws(() => now.operate("xai-gigafactry"), (error) => {
    assert.match(inspect(error), /^WattflopError: no cluster/);
    assert.match(error.stack, /^WattflopError: no cluster/);
    assert.doesNotMatch(inspect(error), /\[WattflopError\]/);
    assert.equal(error.name, "WattflopError");
    return error.constructor.name === "WattflopError";
  });
});
