// What the types allow and what they refuse; read by the compiler alone.
import { type WattflopFigureElement, type Words, registerLocale } from "wattflop/elements/figure.js";
import { en as english } from "wattflop/locales/en.js";
import { fr as french } from "wattflop/locales/fr.js";
import {
  type Chart, type Comparison, type Figure, type OperationScenario, type Result, type Scenario, type Uncertainty, type Waterfall, WattflopError, chart, compare, cost, edition, explain, list, load, operate, show,
  sweep, timeline, train, uncertainty, why,
} from "wattflop";
import * as inline from "wattflop/inline";
import * as slim from "wattflop/slim";
import * as worker from "wattflop/worker";
import "wattflop/elements";

const year = operate("xai-gigafactory", { lang: "fr" });
const power = year.figures["power.facility.peak"];
const pool: Figure | undefined = year.figures["power.pools.0.it"];
const megawatts: number | undefined = power.value;
const kind: Result["kind"] = year.kind;

operate({ cluster: "xai-gigafactory", site: { electricity: "0.05 USD/kWh", pue: 1.2 } });
operate({ cluster: "xai-gigafactory", site: { electricity: "0.05..0.09 USD/kWh", pue: "1.1..1.4", grid: "fra" } });
operate({ cluster: "colossus-1", site: { supply: "memphis-2024", fuel_price: "4..6 USD/MMBtu", stored: "10 %" } });
operate({ cluster: "meta-24k", site: { sources: [{ kind: "gas-turbine", share: 0.6, efficiency: 0.35 }, { kind: "grid" }] } });
operate({ cluster: { pools: [{ accelerator: "h100-sxm", count: "100k" }], load: "80 %" }, site: "usa", operation: { duration: "90 days" } });
operate({ cluster: { preset: "stargate-10gw", facility_power: "5 GW", budget: "$100 billion" } });
train({ cluster: "xai-gigafactory", model: "llama3.1-405b", run: { tokens: "15T", mfu: 0.4, precision: "fp8" } });
train({ cluster: "xai-gigafactory", model: { preset: "grok-2" }, run: { compute: "3e25 FLOP" } });
operate({ cluster: { pools: [{ accelerator: "h100-sxm", count: "100,000", memory_bandwidth: "400 Gbit/s" }] }, operation: { duration: "1 day" } });
operate({ cluster: "xai-gigafactory", site: { electricity: "$0.05/kWh", pue: { low: 1.1, high: "1.3", median: 1.2, shape: "above-one" } } });
operate({ cluster: "xai-gigafactory", site: { electricity: ["0.05 USD/kWh", "90 EUR/MWh"], pue: [1.1, 1.3] }, operation: { duration: { low: "1 hour", high: "1 day" } } });
// @ts-expect-error a range has two ends
operate({ cluster: "xai-gigafactory", site: { pue: { low: 1.1 } } });
// @ts-expect-error a price is no end of a range of shares
operate({ cluster: "xai-gigafactory", site: { pue: [1.1, "2 USD"] } });
operate("a-cluster-of-the-next-edition");

// @ts-expect-error a price of energy is not an energy
operate({ cluster: "xai-gigafactory", site: { electricity: "0.08 kWh" } });
// @ts-expect-error a price has a unit
operate({ cluster: "xai-gigafactory", site: { electricity: 0.08 } });
// @ts-expect-error a power is not a price
operate({ cluster: { preset: "stargate-10gw", facility_power: "5 USD" } });
// @ts-expect-error an unknown input
operate({ cluster: "xai-gigafactory", site: { puee: 1.2 } });
// @ts-expect-error an unknown key
operate({ cluster: "xai-gigafactory", sites: {} });
// @ts-expect-error a scenario has a cluster
operate({ site: "usa" });
// @ts-expect-error a pool has an accelerator
operate({ cluster: { pools: [{ count: 8 }] } });
// @ts-expect-error operation trains no model
operate({ cluster: "xai-gigafactory", model: "grok-2" });
// @ts-expect-error a training run has a model
train({ cluster: "xai-gigafactory" });
// @ts-expect-error no such part of the catalogue
list("grids");
// @ts-expect-error a figure may be missing
year.figures["cost.capex.total"].value;
const gigawatts: number = power.in("GW");
const hours: number = train({ cluster: "xai-gigafactory", model: "grok-2" }).figures.duration.in("h");
const texts: string[] = Object.entries(year.figures).map(([path, figure]) => `${path}: ${figure.text}`);
// @ts-expect-error what a run takes is no figure of a year's operation that is there for sure
year.figures["work.compute"].value;
// @ts-expect-error a duration is not measured in tonnes
train({ cluster: "xai-gigafactory", model: "grok-2" }).figures.duration.in("t");
export const ofAny = (result: Result): number => result.figures["power.facility.peak"].in("MW") + Object.values(result.figures).length;
// @ts-expect-error a power is not measured in tonnes
power.in("t");
// @ts-expect-error a pure number has no unit
year.figures["throughput.mfu"]?.in("MW");
const inEuros: number | undefined = year.figures["cost.capex.total"]?.in("billion EUR");
const monthly: number | undefined = year.figures["cost.capex.per_device"]?.in("EUR/device");
// @ts-expect-error money is not measured in gigawatts
year.figures["cost.capex.total"]?.in("GW");
const dynamic: number | undefined = year.figures[`cost.${String(kind)}`]?.in("USD");
// @ts-expect-error results are not written to
year.name = "another";

const both: Comparison = compare(["xai-gigafactory", { cluster: "stargate-10gw" }]);
const ratio: number | null | undefined = both.rows[0]?.ratios[1];
const formula: string = explain("xai-gigafactory", "cost.annuity.total").formula;
const names: string[] = list("clusters", { search: "stargate", lang: "fr" }).rows.map((row) => row.name);
const owner: string | null | undefined = show("xai-gigafactory").fields["owner"]?.text;

export function nearest(scenario: Scenario, operation: OperationScenario): string | undefined {
  try {
    compare([scenario, operation]);
    return edition();
  } catch (error) {
    return error instanceof WattflopError ? error.suggestion ?? error.path ?? error.allowed : undefined;
  }
}

export async function loaded(): Promise<void> {
  await load();
  await load(new URL("https://example.org/wattflop.wasm"));
  await load(fetch("wattflop.wasm"));
  await inline.load();
  await slim.load(new Uint8Array());
  // @ts-expect-error the slim entry brings no core
  await slim.load();
}

registerLocale("de", { ...english, table: "Als Tabelle" });
// @ts-expect-error a language has all words
registerLocale("de", { table: "Als Tabelle" });
const words: Words = french;

export function single(): WattflopFigureElement {
  const element = document.createElement("wattflop-figure");
  element.figure = words.table;
  return element;
}

export function widget(): HTMLElement {
  const element = document.createElement("wattflop-compare");
  element.clusters = "xai-gigafactory, stargate-10gw";
  element.theme = "dark";
  void element.start();
  return element;
}

const told: Waterfall = why("xai-gigafactory", { cluster: "stargate-10gw" }, "cost.annuity.total");
const added: number = told.bars.reduce((sum, bar) => sum + bar.adds, told.from);
const drawn = uncertainty(["colossus-1", "stargate-abilene"], { samples: 2048, figures: ["cost.annuity.total"], onProgress: (share) => share < 1 });
const median: number | undefined = drawn.sides[0]?.figures["cost.annuity.total"]?.median;
const grid = sweep("xai-gigafactory", { "site.pue": "1.1..1.5 by 0.1", "site.grid": ["fra", "usa"] }, { figures: ["carbon.operational"] });
const column: Float64Array | undefined = grid.figures["carbon.operational"]?.values;
const cells: readonly Readonly<Record<string, string | number>>[] = grid.rows();
const svg: string = chart("compare", { scenarios: ["xai-gigafactory", "stargate-10gw"] }, { theme: "dark", width: 480 }).svg;
const later: Promise<Uncertainty> = worker.uncertainty("xai-gigafactory", { samples: 100_000, signal: AbortSignal.timeout(1000), onProgress: () => {} });
const drawing: Promise<Chart> = worker.chart("why", { scenarios: ["meta-24k", "colossus-1"], figure: "energy.facility" });
cost("meta-24k", { parts: ["bill", "views"] });
timeline({ phases: [{ date: "2027-01", cluster: "colossus-1" }], months: 24, model: "grok-2" });

// @ts-expect-error a chart of nothing that can be drawn
chart("plan", { scenario: "meta-24k" });
// @ts-expect-error a chart of a comparison has scenarios
chart("compare", { scenario: "meta-24k" });
// @ts-expect-error no such theme
chart("operate", { scenario: "meta-24k" }, { theme: "sepia" });
// @ts-expect-error no such part of the cost
cost("meta-24k", { parts: ["price"] });
// @ts-expect-error a signal is for the worker
uncertainty("meta-24k", { signal: AbortSignal.timeout(1) });
// @ts-expect-error the worker answers later
worker.operate("meta-24k").figures;
// @ts-expect-error a sweep has figures
sweep("meta-24k", { "site.pue": [1.1] });

export { added, column, drawing, dynamic, gigawatts, later, median, svg };
export { cells, hours, texts, formula, inEuros, monthly, kind, megawatts, names, owner, pool, ratio };
