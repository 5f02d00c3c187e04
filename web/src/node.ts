// For Node: the core is read and started at import, without a top-level await, so that `require()` works too.
import { readFileSync } from "node:fs";
import { type Source, start } from "./engine.js";

export * from "./api.js";
export { refined } from "./refine.js";
export { WattflopError } from "./error.js";
export { Figure } from "./figure.js";

start(readFileSync(new URL("./wattflop.wasm", import.meta.url)));

export function load(_source?: Source | Promise<Source>): Promise<void> {
  return Promise.resolve();
}
