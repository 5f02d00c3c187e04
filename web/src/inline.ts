/**
 * The same with the core in the module itself: for a CDN, for `file://`, and for any bundler.
 *
 * @module
 */
import { load as start } from "./engine.js";
import { bytes } from "./packed.js";

export * from "./api.js";
export { type RefineOptions, refined } from "./refine.js";
export { WattflopError } from "./error.js";
export { Figure } from "./figure.js";
export type * from "./types.js";

/**
 * Unpacks and starts the core, once, however often it is called.
 *
 * @throws {WattflopError} `Blocked` when the page's content security policy keeps WebAssembly out
 */
export function load(): Promise<void> {
  return start(bytes);
}
