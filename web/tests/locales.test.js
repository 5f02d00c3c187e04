// The widgets' own words: the same keys in each language, with the same places to fill in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as now from "wattflop";
import * as later from "wattflop/worker";
import { marked } from "./marked.js";

const { en, fr } = await bundled(`export * from "./en.ts"; export * from "./fr.ts";`);
const locales = await bundled(`export * from "./index.ts";`);

/** The texts by dotted key. */
function texts(words, prefix = "") {
  return Object.entries(words).flatMap(([key, held]) => (typeof held === "string" ? [[prefix + key, held]] : texts(held, `${prefix}${key}/`)));
}

test("French has every text of English, and no other", () => {
  assert.deepEqual(texts(fr).map(([key]) => key), texts(en).map(([key]) => key));
});

test("no text is empty, and each has English's places to fill in", () => {
  const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const french = Object.fromEntries(texts(fr));
  for (const [key, text] of texts(en)) {
    assert.ok(text.length > 0 && french[key].length > 0, key);
    assert.deepEqual(places(french[key]), places(text), key);
  }
});

test("French keeps blanks that do not break before its high punctuation", () => {
  for (const [key, text] of texts(fr)) assert.doesNotMatch(text, /« | [:;?!»]/, key);
});

test("a language can be added, and be given other words", () => {
  assert.equal(locales.languageOf("nl-BE"), "en");
  let heard = 0;
  const stop = locales.watchLocales(() => { heard += 1; });
  locales.registerLocale("nl-NL", { ...en, table: "Als Tabelle" });
  assert.equal(locales.languageOf("nl-BE"), "nl");
  assert.equal(locales.wordsOf("nl").table, "Als Tabelle");
  stop();
  locales.registerLocale("nl", { ...en, table: "Tabelle" });
  assert.deepEqual([locales.wordsOf("nl").table, heard], ["Tabelle", 1]);
});

test("the package has each language as an entry, and on a server nothing is defined", async () => {
  const entries = await Promise.all(["en", "fr"].map((name) => import(`wattflop/locales/${name}.js`)));
  assert.deepEqual([entries[0].en, entries[1].fr], [en, fr]);
  for (const name of ["calculator", "chart", "compare", "figure", "ledger"]) {
    const { registerLocale } = await import(`wattflop/elements/${name}.js`);
    registerLocale("de", en);
  }
});

test("tags find their language, numbers and dates their form", () => {
  assert.equal(locales.languageOf("fr-CA"), "fr");
  assert.equal(locales.languageOf("FR"), "fr");
  assert.equal(locales.languageOf("de"), "en");
  assert.equal(locales.times(54.847, "en"), "55");
  assert.equal(locales.times(1.4048, "fr"), "1,4");
  assert.equal(locales.times(12345, "en"), "12,000");
  assert.equal(locales.numeral(-1234567.25, 15, "fr"), "-1\u202f234\u202f567,25");
  assert.equal(locales.numeral(0.00012345, 2, "en"), "0.00012");
  assert.equal(locales.dated("2024-05", "fr"), "mai 2024");
  assert.equal(locales.dated("2024-08-11", "en"), "August 11, 2024");
  assert.equal(locales.dated("2029", "en"), "2029");
  assert.equal(locales.titled("la gigafactory"), "La gigafactory");
  assert.equal(locales.titled("xAI"), "xAI");
});

const CORE = JSON.parse(readFileSync(new URL("../dist/locales/core-en.json", import.meta.url), "utf8"));
const FRENCH = JSON.parse(readFileSync(new URL("../src/locales/core-fr.json", import.meta.url), "utf8"));
const CLUSTER = "xai-gigafactory";
const PEAK = "power.facility.peak";

test("the core's English is whole, and what French has keys of it has", () => {
  const keys = (words) => Object.entries(words).flatMap(([part, held]) => Object.keys(held).map((key) => `${part}.${key}`));
  const own = keys(CORE).filter((key) => !/^(?:package|numbers)\./.test(key));
  assert.deepEqual(own.sort(), keys(FRENCH).filter((key) => !key.startsWith("numbers.")).sort());
  assert.ok(own.length > 1500 && Object.keys(CORE.package).length > 20);
});

test("a registered language says what its file holds: figures, inputs, notes, pictures, errors; in a worker too", async () => {
  for (const { registerLanguage } of [now, later]) registerLanguage("xx", FRENCH);
  const told = (lang) => {
    const result = now.train({ cluster: CLUSTER, model: "grok-2" }, { lang });
    const { title, html } = now.chart("cost", { scenario: CLUSTER, parts: ["views"] }, { lang });
    return JSON.parse(JSON.stringify([result.figures, result.inputs, result.notes, title, html, now.list("sites", { lang })]));
  };
  assert.deepEqual(told("xx-YY"), told("fr"));
  assert.deepEqual(JSON.parse(JSON.stringify(await later.operate(CLUSTER, { lang: "xx" }))), JSON.parse(JSON.stringify(await later.operate(CLUSTER, { lang: "fr" }))));
  const refusal = (lang) => { try { now.operate("xai-gigafactry", { lang }); } catch ({ message }) { return message; } };
  assert.equal(refusal("xx"), refusal("fr"));
  await assert.rejects(later.operate("xai-gigafactry", { lang: "xx" }), { message: refusal("fr") });
});

test("figures are told in a registered language and from it, in the core's words", () => {
  const polish = {
    decimal: ",", group: "\u00a0", plural: "polish", money: "# $", large_money: "# dolarów", currencies: { USD: "dolarów", EUR: "euro" }, after_large: "#",
    large: [[1e6, "milion", "miliony", "miliona", "milionów"], [1e9, "miliard", "miliardy", "miliarda", "miliardów"]],
    units: { d: ["dzień", "dni", "dnia", "dni"], "USD/device-h": "$/układ/h", "USD/kWh": "$/kWh" },
  };
  now.registerLanguage("pl", { numbers: polish });
  now.registerLanguage("zh", { numbers: { plural: "never", large: [[1e4, "万"], [1e8, "亿"]] } });
  const scenarios = [{ cluster: CLUSTER, model: "grok-2" }, { cluster: "meta-24k", model: "llama3.1-405b", money: { currency: "eur", rate: 1.1 } }, { cluster: "colossus-1", model: "grok-2" }];
  // How many digits 200 million bears, its text does not say; nor 300 万.
  const plain = (text) => text.replace(/\s/g, " ").replace(/\.0(?= [万亿])/, "");
  const languages = ["en", "fr", "pl", "zh"];
  let told = 0;
  for (const scenario of scenarios) {
    const figures = Object.fromEntries(languages.map((lang) => [lang, now.train(scenario, { lang }).figures]));
    for (const from of languages.filter((lang) => lang !== "zh")) {
      for (const to of languages) {
        for (const [path, figure] of Object.entries(figures[from])) {
          told += 1;
          assert.equal(plain(figure.toString(to)), plain(figures[to][path].text), `${path}: ${figure.text} (${figure.unit}), from ${from} to ${to}`);
        }
      }
    }
  }
  assert.ok(told > 3000, String(told));
});

test("words that are wrong are refused with what is nearest, until there are others", async () => {
  const wrong = { words: { "over-zerro": "mehr als null" } };
  now.registerLanguage("de", wrong);
  assert.throws(() => now.operate(CLUSTER, { lang: "de" }), { name: "WattflopError", code: "UnknownNear", message: /words: no key `over-zerro`; did you mean `over-zero`\?/ });
  assert.equal(now.operate(CLUSTER).figures[PEAK].label, now.operate(CLUSTER, { lang: "nl" }).figures[PEAK].label);
  later.registerLanguage("de", wrong);
  await assert.rejects(later.operate(CLUSTER, { lang: "de" }), { code: "UnknownNear" });
  for (const { registerLanguage } of [now, later]) registerLanguage("de", { labels: { [PEAK]: "Spitze" }, package: { tag: "eine Sprache" } });
  assert.equal(now.operate(CLUSTER, { lang: "de-AT" }).figures[PEAK].label, "Spitze");
  assert.equal((await later.operate(CLUSTER, { lang: "de" })).figures[PEAK].label, "Spitze");
  assert.throws(() => now.operate(CLUSTER, { lang: "de" }).figures[PEAK].toLocaleString("no tag!"), { message: /eine Sprache/ });
});

test("what is no language is refused at once", () => {
  assert.throws(() => now.registerLanguage(5, {}), { name: "WattflopError", code: "WrongForm", path: "tag" });
  assert.throws(() => now.registerLanguage("de", null), { name: "WattflopError", code: "WrongForm", path: "words" });
});

test("the package says its own words in a language that has every one", () => {
  now.registerLanguage("qq", marked(CORE));
  const said = (act) => { try { return String(act()); } catch ({ message }) { return message; } };
  for (const act of [() => now.operate(CLUSTER, { lang: "qq", length: 3 }), () => now.operate({ cluster: () => 1 }, { lang: "qq" }), () => now.operate("xai-gigafactry", { lang: "qq" })]) {
    assert.doesNotMatch(said(act).replace(/`[^`]*`|\S*gigafact\S*|cluster|function/g, ""), /[a-z]{3}/i);
  }
});

async function bundled(contents) {
  const resolveDir = fileURLToPath(new URL("../src/locales", import.meta.url));
  const { outputFiles } = await build({ stdin: { contents, resolveDir, loader: "ts" }, bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
