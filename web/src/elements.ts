/**
 * The widgets. Importing this defines them; on a server it does nothing.
 *
 * @module
 */
import { define } from "./elements/define.js";
import { load } from "./index.js";
import type { ChartOf, Figure, Scenario } from "./types.js";

define(load);

export { registerLocale } from "./locales/index.js";
export type { Words } from "./locales/index.js";

/** What all elements have. They tell `wattflop-ready` and `wattflop-error`. */
export interface WattflopElement extends HTMLElement {
  /** `light`, `dark` or `auto`; where it is empty the `color-scheme` of the page holds. Also the attribute `theme`. */
  theme: string;
  /** Loads the core and calculates at once, in sight or not; otherwise that happens when the element comes into sight. */
  start(): Promise<void>;
}

/** An element that is told a scenario. */
export interface WattflopScenarioElement extends WattflopElement {
  /** The id of a cluster. Default: `xai-gigafactory`. Also the attribute `cluster`. */
  cluster: string;
  /** The id of a model that is trained; empty for a year of operation. Also the attribute `model`. */
  model: string;
  /** The id of a grid. Default: where the cluster stands. Also the attribute `site`. */
  site: string;
  /** Inputs and choices by path, with semicolons between: `site.pue=1.2; finance.wacc=5%..10%`. Also the attribute `set`. */
  set: string;
  /** A whole scenario, which the others are laid over. */
  scenario: Scenario | null;
  /** The edition that a frozen element was made with. Also the attribute `edition`. */
  edition: string;
}

/** `<wattflop-figure>`: one live number in a sentence. */
export interface WattflopFigureElement extends WattflopScenarioElement {
  /** The path of the figure, such as `power.facility.peak`. Also the attribute `figure`. */
  figure: string;
  /** Another unit of the same quantity. Default: the figure's own. Also the attribute `unit`. */
  unit: string;
  /** Whether its 90 % range stands behind it. Also the attribute `range`. */
  range: boolean;
  /** So many significant digits. Default, as 0: as many as its range bears. Also the attribute `digits`. */
  digits: number;
  /** The figure, once it is there. */
  readonly value: Figure | undefined;
}

/** `<wattflop-chart>`: any chart of the core, with its table. */
export interface WattflopChartElement extends WattflopScenarioElement {
  /** What is drawn, by the name of the function that gives it. Default: `operate`. Also the attribute `of`. */
  of: keyof ChartOf;
  /** Ids of clusters with commas between, for `compare` and `why`. Also the attribute `clusters`. */
  clusters: string;
  /** The path of a figure, for `why`, `sensitivity`, `sweep` and `ledger`. Also the attribute `figure`. */
  figure: string;
  /** Paths of figures with commas between, for `compare` and `sweep`. Also the attribute `figures`. */
  figures: string;
  /** The part of the cost: `hour`, `bill` or `views`. Also the attribute `parts`. */
  parts: string;
  /** The id of a site that is built in phases, for `timeline`. Also the attribute `timeline`. */
  timeline: string;
  /** The axes of a sweep: `site.pue=1.1..1.5 by 0.1`. Also the attribute `over`. */
  over: string;
  /** What `chart(of, …)` takes, in place of all these. */
  question: object | null;
  /** Pixels, 280 to 2,400. Default, as 0: the width that it has. Also the attribute `width`. */
  width: number;
  /** Whether the table stands in place of the picture. Also the attribute `table`. */
  asTable: boolean;
}

/** `<wattflop-calculator>`: a whole scenario. It tells `wattflop-change`, with `state`, `scenario` and `figures` in the detail. */
export interface WattflopCalculatorElement extends WattflopScenarioElement {
  /** `operate`, `train` or `serve`. Also the attribute `task`. */
  task: string;
  /** How cost is counted, such as `annuity`. Also the attribute `cost`. */
  cost: string;
  /** How carbon is counted: `location`, `market` or `marginal`. Also the attribute `carbon`. */
  carbon: string;
  /** What electricity is counted for: `facility` or `it`. Also the attribute `boundary`. */
  boundary: string;
  /** The chart, such as `views`. Also the attribute `picture`. */
  picture: string;
  /** Whether the address of the page holds the state. Also the attribute `address`. */
  address: boolean;
  /** The page that a frame shows, for the code of a frame. Also the attribute `frame`. */
  frame: string;
  /** All that the reader set, as the text that an address holds; can be set. */
  state: string;
  /** The scenario that is shown. */
  readonly result: Scenario | undefined;
}

/** `<wattflop-ledger>`: a figure, opened. */
export interface WattflopLedgerElement extends WattflopScenarioElement {
  /** The path of the figure. Also the attribute `figure`. */
  figure: string;
}

/** `<wattflop-compare>`: clusters side by side. It tells `wattflop-change`, with `state` in the detail. */
export interface WattflopCompareElement extends WattflopElement {
  /** Ids of clusters, with commas between; two to four of them. Also the attribute `clusters`. */
  clusters: string;
  /** The id of a model that each of them trains; empty for a year of operation. Also the attribute `model`. */
  model: string;
  /** What to call the clusters, with commas between. Default: their names in the catalogue. Also the attribute `names`. */
  names: string;
  /** Whole scenarios, in place of clusters and model. */
  scenarios: readonly Scenario[] | null;
  /** How cost is counted, such as `annuity`. Also the attribute `cost`. */
  cost: string;
  /** How carbon is counted: `location`, `market` or `marginal`. Also the attribute `carbon`. */
  carbon: string;
  /** What electricity is counted for: `facility` or `it`. Also the attribute `boundary`. */
  boundary: string;
  /** Whether the address of the page holds how it is counted. Also the attribute `address`. */
  address: boolean;
  /** How it is counted, as the text that an address holds; can be set. */
  state: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "wattflop-calculator": WattflopCalculatorElement;
    "wattflop-chart": WattflopChartElement;
    "wattflop-compare": WattflopCompareElement;
    "wattflop-figure": WattflopFigureElement;
    "wattflop-ledger": WattflopLedgerElement;
  }
}
