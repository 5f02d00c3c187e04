// What each entry weighs on the wire, under brotli, with all that it loads at once; fails when one is over its budget in sizes.json.
// With `--core`, the WebAssembly alone, as it is before the package is built.
import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const root = new URL("../", import.meta.url);
const budgets = JSON.parse(readFileSync(new URL("sizes.json", root), "utf8"));
const coreOnly = process.argv.includes("--core");

const brotli = (file) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** A module with all that it imports. */
function closure(file, seen = new Set()) {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const source = file.pathname.endsWith(".js") ? readFileSync(file, "utf8") : "";
  for (const [, name] of source.matchAll(/(?:from|import)\s*"(\.{1,2}\/[\w.-]+\.js)"/g)) closure(new URL(name, file), seen);
  return seen;
}

const grouped = (bytes) => bytes.toLocaleString("en");
let over = false;
for (const [name, budget] of Object.entries(budgets)) {
  const isCore = name.endsWith(".wasm");
  if (coreOnly && !isCore) continue;
  const file = isCore ? new URL("wasm/wattflop_bg.wasm", root) : new URL(`dist/${name}`, root);
  if (!existsSync(file)) throw new Error(`${name} is in sizes.json and not in dist`);
  const weight = [...closure(file)].reduce((sum, part) => sum + brotli(new URL(part)), 0);
  over ||= weight > budget;
  console.log(`${name}: ${grouped(weight)} bytes under brotli (budget ${grouped(budget)})${weight > budget ? ", which is too much" : ""}`);
}
if (over) process.exitCode = 1;
