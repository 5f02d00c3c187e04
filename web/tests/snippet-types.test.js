// The snippets of the pages compile as TypeScript, as readers paste them: those of the read-me under `strict`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { codeOf } from "./snippets.js";

for (const [page, strict] of [["README.md", true], ["docs/cookbook.md", false]]) test(`the snippets of ${page} type-check`, () => {
  const folder = mkdtempSync(fileURLToPath(new URL("snippets-", import.meta.url)));
  try {
    const files = codeOf(page).map((code, place) => {
      const file = `${folder}/${place + 1}.ts`;
      writeFileSync(file, `${code}\nexport {};\n`);
      return file;
    });
    const program = ts.createProgram(files, {
      strict, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], types: ["node"],
    });
    const told = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => `${file?.fileName.slice(folder.length)}: ${file?.text.slice(start, start + 60)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
    assert.deepEqual(told, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
