// The widgets' own words: the same keys in each language, with the same places to fill in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

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

async function bundled(contents) {
  const resolveDir = fileURLToPath(new URL("../src/locales", import.meta.url));
  const { outputFiles } = await build({ stdin: { contents, resolveDir, loader: "ts" }, bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
