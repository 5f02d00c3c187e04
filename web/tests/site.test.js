// The words of the site, in both languages: none is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inputs, list, show } from "wattflop";
import { misses, rivals, summary } from "../scripts/accuracy-summary.js";
import { accuracyInFrench } from "../scripts/accuracy-fr.js";
import { ELEMENTS, PROPERTIES } from "../scripts/manifest.js";
import { sources } from "../scripts/sources.js";
import { ELEMENTS_FR } from "../site/elements-fr.js";
import { fieldName } from "../site/fields.js";
import { REMARKS, VALUES, written } from "../site/values.js";

const PARTS = ["clusters", "accelerators", "models", "sites", "systems", "buildouts", "supplies", "sources", "coolings", "climates", "methods", "prices"];

for (const [place, lang] of ["en", "fr"].entries()) {
  test(`every field of the catalogue has words, in ${lang}`, () => {
    const labels = new Map([...inputs("xai-gigafactory", { lang }).inputs.map(({ path, label }) => [path, label]), ...list("sources", { lang }).rows.map(({ id, name }) => [id, name])]);
    const keys = new Set(PARTS.flatMap((part) => list(part).rows.flatMap((row) => [...Object.keys(row), ...(row.id && part !== "climates" ? Object.keys(show(row.id).fields) : [])])));
    const missing = [...keys].filter((key) => !fieldName(key, place, (path) => labels.get(path)));
    assert.deepEqual(missing, []);
  });
}

test("every sentence and head of the page on accuracy has its French, with the same numbers", () => {
  const page = readFileSync(new URL("../../src/docs/accuracy.md", import.meta.url), "utf8");
  const { markdown, missing } = accuracyInFrench(page);
  assert.deepEqual(missing, []);
  const numbers = (text) => text.replace(/(\d)[.,\u202f](?=\d)/g, "$1").match(/\d+/g);
  assert.deepEqual(numbers(markdown), numbers(page));
  assert.doesNotMatch(markdown.replace(/`[^`]*`/g, ""), /\b(the|rows|left out|median|class of)\b/);
});

test("a sentence that is not known is told, and stays English", () => {
  assert.deepEqual(accuracyInFrench("A sentence of 3 words."), { markdown: "A sentence of 3 words.", missing: ["A sentence of 3 words."] });
});

test("every source has its page row: a year, terms, a grade, and what rests on it", () => {
  const known = sources({ inputs, list, show });
  assert.ok(known.length > 300);
  for (const { title, year, grades, licence, entries, inputs: used, tables } of known) {
    assert.ok(year >= 1990 && grades.length > 0 && licence.length === 2, title);
    assert.ok(entries.length + used.length + tables.length > 0, `nothing rests on ${title}`);
    for (const { label } of used) assert.ok(label[0] && label[1], title);
  }
  const hardware = known.find(({ title }) => title === "Epoch AI, ML Hardware");
  assert.ok(hardware.entries.some(({ id }) => id === "h100-sxm") && hardware.licence[0] === "CC BY 4.0" && hardware.grades.includes("specified"));
  const pue = known.find(({ title }) => title.startsWith("LBNL, 2024 United States Data Center"));
  assert.ok(pue.inputs.some(({ path }) => path === "site.pue"));
});

test("what stands in front of the page on accuracy is what its tables say, in both languages", () => {
  const page = readFileSync(new URL("../../src/docs/accuracy.md", import.meta.url), "utf8");
  const told = misses(page);
  const cell = (row, place) => Number(page.split("\n").find((line) => line.startsWith(`| ${row} |`)).split("|")[place]);
  assert.equal(told[0].error, cell("dense, tuned, A100 to GB300", 7));
  assert.equal(told.find(({ en }) => en.startsWith("Energy")).error, cell("all", 4));
  assert.ok(told.every(({ error, rows }) => error > 0 && rows > 0) && new Set(told.map(({ verdict }) => verdict)).size === 3);
  const [en, fr] = ["en", "fr"].map((lang) => summary(page, lang));
  const numbers = (html) => html.replace(/<svg.*?<\/svg>|<[^>]+>/gs, " ").match(/\d+/g);
  assert.deepEqual(numbers(fr), numbers(en));
  assert.match(en, new RegExp(`missed by ${Math.round(told[0].error)}\u00a0%`));
  assert.throws(() => misses(page.replace("models with experts", "others")), /has no models with experts/);
});

test("every text of the manifest has its French, and none is left over", () => {
  const texts = Object.values(ELEMENTS).flatMap(({ about, attributes, events }) => [about, ...Object.values(attributes).flatMap(([, usual, meaning]) => [usual, meaning]), ...Object.values(events)]).concat(Object.values(PROPERTIES));
  const wanted = new Set(texts.filter((text) => text && !/^`\S+`$/.test(text)));
  assert.deepEqual([...wanted].filter((text) => !ELEMENTS_FR[text]), []);
  assert.deepEqual(Object.keys(ELEMENTS_FR).filter((text) => !wanted.has(text)), []);
  const codes = (text) => text.match(/`[^`]+`/g) ?? [];
  for (const [en, fr] of Object.entries(ELEMENTS_FR)) assert.deepEqual(codes(fr), codes(en), fr);
});

test("every remark and every word of the catalogue has its French, and none is left over", () => {
  const entries = PARTS.filter((part) => !["climates", "prices"].includes(part)).flatMap((part) => list(part).rows.map(({ id }) => show(id)));
  const fields = entries.flatMap((entry) => Object.entries(entry.fields));
  const remarks = new Set([...entries.flatMap(({ notes }) => notes), ...fields.filter(([key]) => key.endsWith("_note")).map(([, { text }]) => text)].filter(Boolean));
  assert.deepEqual([...remarks].filter((text) => !REMARKS[text]), []);
  assert.deepEqual(Object.keys(REMARKS).filter((text) => !remarks.has(text)), []);
  const few = new Set([...fields.filter(([key]) => /^(status|power_basis|level|a run on)/.test(key)).map(([, { text }]) => text), ...list("prices").rows.map(({ term }) => term)]);
  assert.deepEqual([...few].filter((text) => text && !VALUES[text]), []);
});

test("values of the catalogue are written in the language, with names in place of ids", () => {
  const names = { "h100-sxm": "NVIDIA H100 SXM5 80GB", gb200: "NVIDIA GB200 (per GPU, NVL72)", grid: "Le réseau du site" };
  const told = (text, key, lang = "fr") => written(text, key, lang, (id) => names[id]);
  assert.equal(told("150000 h100-sxm + 30000 gb200", "devices"), "150\u202f000\u00a0×\u00a0H100 SXM5 80GB + 30\u202f000\u00a0×\u00a0GB200");
  assert.equal(told("? gb200", "devices", "en"), "GB200 (number unknown)");
  assert.equal(told("2024-09-02", "date"), "2 sept. 2024");
  assert.equal(told("$1.2 trillion", "budget"), "1\u202f200\u00a0milliards de dollars");
  assert.equal(told("Abu Dhabi, UAE", "location"), "Abou Dhabi, Émirats arabes unis");
  assert.equal(told("xAI 'gigafactory of compute'", "name"), "xAI «\u00a0gigafactory of compute\u00a0»");
  assert.equal(told("site.carbon", "direct_carbon"), "comme sur le site");
});

test("what other tools predict stands beside ours as the tables have it", () => {
  const page = readFileSync(new URL("../../src/docs/accuracy.md", import.meta.url), "utf8");
  const told = rivals(page);
  const row = (name) => page.split("\n").find((line) => line.startsWith(`| ${name} |`)).split("|").map((text) => text.trim());
  const [, , rows, calculon, , , , ours] = row("vTrain, multi-node A100");
  const one = told.find(({ en, by }) => en === "vTrain: A100, several servers" && by[0] === "Calculon");
  assert.equal(`${one.theirs.toFixed(1)} (${one.rows.split(" / ")[0]})`, calculon);
  assert.deepEqual([one.ours, one.rows.split(" / ")[1]], [Number(ours), rows]);
  assert.equal(told.find(({ by }) => by[0] === "EcoLogits").theirs, Number(row("all").at(-2)));
  assert.ok(told.some(({ theirs, ours: mine }) => theirs < mine), "where another errs less it is said");
});
