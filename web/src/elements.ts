/**
 * The widgets. Importing this defines them; on a server it does nothing.
 *
 * @module
 */
import { define } from "./elements/define.js";
import { load } from "./index.js";

define(load);

/** `<wattflop-compare>`: clusters side by side. */
export interface WattflopCompareElement extends HTMLElement {
  /** Ids of clusters, with commas between; two to four of them. Also the attribute `clusters`. */
  clusters: string;
  /** The id of a model that each of them trains; empty for a year of operation. Also the attribute `model`. */
  model: string;
  /** What to call the clusters, with commas between. Default: their names in the catalogue. Also the attribute `names`. */
  names: string;
  /** `light`, `dark` or `auto`; where it is empty the `color-scheme` of the page holds. Also the attribute `theme`. */
  theme: string;
  /** Loads the core and calculates at once, in sight or not; otherwise that happens when the element comes into sight. */
  start(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "wattflop-compare": WattflopCompareElement;
  }
}
