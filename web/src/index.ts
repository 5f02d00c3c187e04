/**
 * The reference calculator for AI compute, for browsers and bundlers: fetches its WebAssembly on `load()`.
 *
 * @module
 */
import { type Source, load as start } from "./engine.js";

export * from "./api.js";
export { type RefineOptions, refined } from "./refine.js";
export { WattflopError } from "./error.js";
export { Figure } from "./figure.js";
export type { Source as CoreSource } from "./engine.js";
export type * from "./types.js";

/**
 * Loads the core, once, however often it is called; what failed can be tried again. In Node it is there from the
 * start, and this does nothing.
 *
 * @param source where the core is. Default: `wattflop.wasm` beside this module
 * @throws {WattflopError} `Blocked` when the page's content security policy keeps WebAssembly out, else `NotLoaded`
 */
export function load(source?: Source | Promise<Source>): Promise<void> {
  return start(() => source ?? new URL("./wattflop.wasm", import.meta.url));
}
