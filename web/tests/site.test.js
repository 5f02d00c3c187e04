// The words of the site, in both languages: none is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inputs, list, show } from "wattflop";
import { accuracyInFrench } from "../scripts/accuracy-fr.js";
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
