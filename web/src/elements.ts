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
  /** `light`, `dark` or `auto`; where it is empty the `color-scheme` of the page holds. Also the attribute `theme`. */
  theme: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "wattflop-compare": WattflopCompareElement;
  }
}
