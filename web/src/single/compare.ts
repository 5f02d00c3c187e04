/**
 * `<wattflop-compare>` alone: clusters side by side. Importing this defines it; on a server it does nothing.
 *
 * @module
 */
import { defineOne } from "../elements/element.js";
import { Compare } from "../elements/compare.js";
import { load } from "../index.js";

defineOne("wattflop-compare", Compare, load);

export { registerLocale } from "../locales/index.js";
export type { WattflopCompareElement } from "../elements.js";
export type { Words } from "../locales/index.js";
