// What readers type into fields: above all, what the fields themselves say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { inputs, operate, serve, train } from "wattflop";
import { path } from "./browser.js";

const contents = `export * from "./scenario.ts";`;
const { outputFiles } = await build({ stdin: { contents, resolveDir: path("src/elements"), loader: "ts" }, bundle: true, format: "esm", write: false, external: ["node:*"] });
const { entered, scenarioOf, typed } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

const SCENARIOS = [[operate, { cluster: "xai-gigafactory" }], [train, { cluster: "stargate-10gw", model: "grok-2" }], [serve, { cluster: "colossus-1", model: "llama3-70b", serving: {} }]];
const COUNT = { unit: "device", whole: false, default: { value: 100_000 } };
const PRICE = { unit: "USD/device", whole: false, default: { value: 33_625 } };

for (const lang of ["en", "fr"]) {
  test(`every input takes the text that it shows, in ${lang}`, () => {
    for (const [answer, scenario] of SCENARIOS) {
      for (const input of inputs(scenario, { lang }).inputs.filter(({ value, whole, unit, path: at }) => value !== null && !whole && unit && !at.startsWith("run."))) {
        const given = { [input.path]: entered(input.text, input, lang) };
        const again = answer(scenarioOf({ scenario, given }), { lang }).inputs[input.path];
        assert.ok(Math.abs(again.value / input.value - 1 || 0) < 2e-3, `${input.path}: ${input.text} is read as ${again.text}`);
      }
    }
  });
}

test("French spaces, ranges and units", () => {
  for (const space of [" ", "\u00a0", "\u202f"]) assert.equal(entered(`100${space}000`, COUNT, "fr"), "100000 device");
  for (const [text, unit, told] of [
    ["33 625", "USD/device", "33625 USD/device"], ["33 625 $/puce", "USD/device", "33625 USD/device"], ["25 000..40 000", "USD/device", "25000..40000 USD/device"],
    ["3 ans", "yr", "3 yr"], ["1 an", "yr", "1 yr"], ["6 mois", "yr", "6 mo"], ["30 jours", "d", "30 d"], ["1,1 à 1,3", "", "1.1..1.3"], ["2,5 milliards de dollars", "USD", "2.5 billion USD"], ["0,05 EUR/kWh", "USD/kWh", "0.05 EUR/kWh"],
  ]) assert.equal(typed(text, unit, "fr"), told);
  assert.equal(typed("1.1 to 1.3", "", "en"), "1.1..1.3");
  assert.equal(typed("33,625", "USD/device", "en"), "33625 USD/device");
  assert.equal(typed("uniform(100,200)", "", "en"), "uniform(100,200)");
});

test("what could be read in two ways is refused, and what is advised is taken", () => {
  const advised = (text, input, lang, told) => {
    assert.throws(() => entered(text, input, lang), told);
  };
  advised("100,000", COUNT, "fr", /entier/);
  advised("100.000", COUNT, "fr", /entier/);
  advised("1,5..3", COUNT, "fr", /entier/);
  advised("100.000", COUNT, "en", /whole/);
  advised("33,625", PRICE, "fr", /33\u202f625 ou 33,6250/);
  advised("1,234.5", PRICE, "fr", /1 234,5/);
  advised("1.234,5", PRICE, "en", /1,234\.5/);
  assert.equal(entered("1 234,5", PRICE, "fr"), "1234.5 USD/device");
  assert.equal(entered("33,6250", PRICE, "fr"), "33.6250 USD/device");
  assert.equal(entered("100,000", COUNT, "en"), "100000 device");
  assert.equal(entered("1,5e5", COUNT, "fr"), "1.5e5 device");
});
