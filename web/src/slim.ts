/**
 * The same for those who bring the core themselves: Deno, Bun, edge workers. It is `wattflop/core.wasm`.
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
 * Starts the core, once, however often it is called.
 *
 * @param source its address, its bytes, a response, or a compiled module
 * @throws {WattflopError} when it cannot be started
 */
export function load(source: Source | Promise<Source>): Promise<void> {
  return start(() => source);
}
