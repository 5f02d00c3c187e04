// Bit for bit what the native code computes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as wattflop from "wattflop";
import { differences, figuresOf } from "./golden.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../tests/golden/${name}.json`, import.meta.url), "utf8"));

test("the golden figures, to the last bit", async (t) => {
  const [cases, figures] = [read("cases"), read("figures")];
  assert.ok(cases.length > 0);
  assert.deepEqual(cases.map(({ name }) => name).sort(), Object.keys(figures).sort());
  for (const golden of cases) {
    await t.test(golden.name, () => assert.deepEqual(differences(figuresOf(wattflop, golden), figures[golden.name]), []));
  }
});
