import { Calculator } from "./calculator.js";
import { Chart } from "./chart.js";
import { Compare } from "./compare.js";
import { defineOne } from "./element.js";
import { Figure } from "./figure.js";
import { Ledger } from "./ledger.js";

/** The elements by their tags. */
export const ELEMENTS = {
  "wattflop-calculator": Calculator,
  "wattflop-chart": Chart,
  "wattflop-compare": Compare,
  "wattflop-figure": Figure,
  "wattflop-ledger": Ledger,
} as const;

/** Defines the elements. */
export function define(load: () => Promise<void>): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) defineOne(tag, element, load);
}
