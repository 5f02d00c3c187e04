// What the types say in words is true.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync, readdirSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

test("defaults say what they follow from, ids their article, and a year has no separator", () => {
  const inputs = read("dist/types/generated/inputs.d.ts");
  const defaultOf = (group, name) => new RegExp(`interface ${group}Inputs \\{.*?Default: ([^\\n]*)\\. \\*/\\n\\s+${name}\\?:`, "s").exec(inputs)[1].split("Default: ").at(-1);
  assert.equal(defaultOf("Run", "software_year"), "2025");
  assert.equal(defaultOf("Site", "electricity"), "what the catalogue has for the grid");
  assert.equal(defaultOf("Site", "carbon"), "what the catalogue has for the grid");
  for (const name of ["batch", "tensor", "expert"]) assert.equal(defaultOf("Serving", name), "the best that is found");
  assert.equal(defaultOf("Layout", "tensor"), "1");
  assert.doesNotMatch(read("dist/types/generated/ids.d.ts"), /\ba [aeiou]/);
});

test("the columns that `validate` reads are those of the type", () => {
  const rooms = readdirSync(new URL("../../src/analysis/validation/", import.meta.url)).map((name) => read(`../src/analysis/validation/${name}`)).join("\n");
  const [, body] = /interface ValidationRow \{(.*?)\n\}/s.exec(read("src/types.ts"));
  const typed = [...body.matchAll(/readonly (\w+)\?: Cell/g)].map(([, name]) => name);
  const single = [...rooms.matchAll(/(?:\brow\(|number\(row, |scope\(row, |column: )"(\w+)"/g)].map(([, name]) => name);
  const several = [...rooms.matchAll(/(?:first\(row, |stated\(|degree\(|states\()&\[([^\]]*)\]/g)].flatMap(([, list]) => [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name));
  const words = [.../const WORDS: \[&str; \d+\] =\s*\[(.*?)\]/s.exec(rooms)[1].matchAll(/"(\w+)"/g)].map(([, name]) => name);
  // What a row is called and counts for, `src/document/ask.rs` reads.
  assert.deepEqual([...new Set(typed)].sort(), [...new Set([...single, ...several, ...words, "id", "set"])].sort());
});
