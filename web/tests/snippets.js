// Snippets of a page in Markdown run, and print what their comments say.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";

const root = new URL("../", import.meta.url);
const run = promisify(execFile);

/** The snippets in JavaScript of a page. */
export const codeOf = (page) => [...readFileSync(new URL(page, root), "utf8").matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);

/** Tests the snippets in JavaScript of a page, of which there are so many. */
export function snippetsOf(page, count) {
  const snippets = codeOf(page);
  test(`${page} has ${count} snippets`, () => assert.equal(snippets.length, count));
  for (const [place, code] of snippets.entries()) {
    test(`${page}, snippet ${place + 1}`, async () => {
      const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd: root });
      const lines = stdout.split("\n");
      for (const [, expected] of code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)) assert.ok(lines.includes(expected), `${expected} in\n${stdout}`);
    });
  }
}
