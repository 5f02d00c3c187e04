// The snippets of README.md run, and print what their comments say. The one in HTML is run in tests/page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const snippets = [...readFileSync(new URL("README.md", root), "utf8").matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);

test("there are snippets", () => assert.equal(snippets.length, 3));

for (const [place, code] of snippets.entries()) {
  test(`snippet ${place + 1}`, () => {
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: root, encoding: "utf8" });
    const lines = said.split("\n");
    for (const [, expected] of code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)) assert.ok(lines.includes(expected), `${expected} in\n${said}`);
  });
}
