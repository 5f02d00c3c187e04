// What the types allow and what they refuse; read by the compiler alone.
import {
  type Comparison, type Figure, type OperationScenario, type Scenario, WattflopError, compare, edition, explain, list, load, operate, show, train,
} from "wattflop";
import * as inline from "wattflop/inline";
import * as slim from "wattflop/slim";
import "wattflop/elements";

const year = operate("xai-gigafactory", { lang: "fr" });
const power: Figure | undefined = year.figures["power.facility.peak"];
const pool: Figure | undefined = year.figures["power.pools.0.it"];
const megawatts: number | undefined = power?.value;
const kind: "operation" | "training" = year.kind;

operate({ cluster: "xai-gigafactory", site: { electricity: "0.05 USD/kWh", pue: 1.2 } });
operate({ cluster: "xai-gigafactory", site: { electricity: "0.05..0.09 USD/kWh", pue: "1.1..1.4", grid: "fra" } });
operate({ cluster: "colossus-1", site: { supply: "memphis-2024", fuel_price: "4..6 USD/MMBtu", stored: "10 %" } });
operate({ cluster: "meta-24k", site: { sources: [{ kind: "gas-turbine", share: 0.6, efficiency: 0.35 }, { kind: "grid" }] } });
operate({ cluster: { pools: [{ accelerator: "h100-sxm", count: "100k" }], load: "80 %" }, site: "usa", operation: { duration: "90 days" } });
operate({ cluster: { preset: "stargate-10gw", facility_power: "5 GW", budget: "$100 billion" } });
train({ cluster: "xai-gigafactory", model: "llama3.1-405b", run: { tokens: "15T", mfu: 0.4, precision: "fp8" } });
train({ cluster: "xai-gigafactory", model: { preset: "grok-2" }, run: { compute: "3e25 FLOP" } });
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
year.figures["power.facility.peak"].value;
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
    return error instanceof WattflopError ? error.suggestion : undefined;
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

export function widget(): HTMLElement {
  const element = document.createElement("wattflop-compare");
  element.clusters = "xai-gigafactory, stargate-10gw";
  element.theme = "dark";
  void element.start();
  return element;
}

export { formula, kind, megawatts, names, owner, pool, ratio };
