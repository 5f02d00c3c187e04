/**
 * `<wattflop-figure>` alone: one live number in a sentence. Importing this defines it; on a server it does nothing.
 *
 * @module
 */
import { defineOne } from "../elements/element.js";
import { Figure } from "../elements/figure.js";
import { load } from "../index.js";

defineOne("wattflop-figure", Figure, load);

export { registerLocale } from "../locales/index.js";
export type { WattflopFigureElement } from "../elements.js";
export type { Words } from "../locales/index.js";
