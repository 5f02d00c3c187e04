import { Compare } from "./compare.js";

/** Defines the elements, unless the page has them. */
export function define(load: () => Promise<void>): void {
  Compare.load = load;
  if (!customElements.get("wattflop-compare")) customElements.define("wattflop-compare", Compare);
}
