/**
 * `<wattflop-chart>` alone: any chart of the core, with its table. Importing this defines it; on a server it does nothing.
 *
 * @module
 */
import { defineOne } from "../elements/element.js";
import { Chart } from "../elements/chart.js";
import { load } from "../index.js";

defineOne("wattflop-chart", Chart, load);

export { registerLocale } from "../locales/index.js";
export type { WattflopChartElement } from "../elements.js";
export type { Words } from "../locales/index.js";
