/**
 * `<wattflop-calculator>` alone: a whole scenario. Importing this defines it; on a server it does nothing.
 *
 * @module
 */
import { defineOne } from "../elements/element.js";
import { Calculator } from "../elements/calculator.js";
import { load } from "../index.js";

defineOne("wattflop-calculator", Calculator, load);

export { registerLocale } from "../locales/index.js";
export type { WattflopCalculatorElement } from "../elements.js";
export type { Words } from "../locales/index.js";
