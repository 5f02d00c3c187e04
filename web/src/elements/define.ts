import { Calculator } from "./calculator.js";
import { Chart } from "./chart.js";
import { Compare } from "./compare.js";
import { Widget } from "./element.js";
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

/** Defines the elements, unless the page has them: of two versions on a page, the first counts. */
export function define(load: () => Promise<void>): void {
  Widget.load = load;
  for (const [tag, element] of Object.entries(ELEMENTS)) if (!customElements.get(tag)) customElements.define(tag, element);
}
