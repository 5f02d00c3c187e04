// The words of the site, in both languages: none is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inputs, list, show } from "wattflop";
import { misses, summary } from "../scripts/accuracy-summary.js";
import { accuracyInFrench } from "../scripts/accuracy-fr.js";
import { sources } from "../scripts/sources.js";
import { fieldName } from "../site/fields.js";

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
