/**
 * The same in a worker, with progress and cancel: the page stays responsive, however long it takes. Every function gives a
 * promise, and takes `onProgress` and `signal` among its options.
 *
 * @module
 */
import { apiOf } from "./worker/api.js";
import { ask } from "./worker/page.js";

export { WattflopError } from "./error.js";
export { Figure } from "./figure.js";
export { type LanguageWords, registerLanguage } from "./languages.js";
export type * from "./types.js";

export const {
  operate, train, serve, frontier, compare, why, cost, timeline, uncertainty, sensitivity, solve, sweep, explain, ledger, plan, validate, inputs, list, show, search, parse,
  format, migrate, chart,
} = apiOf(ask);
