// The units that the types allow are those that the core reads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operate, serve, train } from "wattflop";
import { KINDS } from "../scripts/units.js";

/** An input of each kind, as a scenario that sets it. */
const SCENARIOS = {
  PureNumber: (text) => ({ site: { pue: text } }),
  Devices: (text) => ({ cluster: { pools: [{ accelerator: "h100-sxm", count: text }] } }),
  Tokens: (text) => ({ model: "llama3.1-405b", run: { tokens: text } }),
  Time: (text) => ({ operation: { duration: text } }),
  Information: (text) => pool({ memory: text }),
  Bandwidth: (text) => pool({ memory_bandwidth: text }),
  Power: (text) => ({ cluster: { preset: "colossus-1", facility_power: text } }),
  Money: (text) => ({ cluster: { preset: "colossus-1", budget: text } }),
  Compute: (text) => ({ model: "grok-2", run: { compute: text } }),
  EnergyPrice: (text) => ({ site: { electricity: text } }),
  CarbonIntensity: (text) => ({ site: { carbon: text } }),
  WaterIntensity: (text) => ({ site: { wue: text } }),
  DeviceRate: (text) => pool({ peak: text }),
  DevicePower: (text) => pool({ tdp: text }),
  DevicePrice: (text) => pool({ price: text }),
  DeviceRent: (text) => pool({ rent: text }),
  DeviceCarbon: (text) => pool({ embodied: text }),
  DeviceTime: (text) => ({ faults: { device_time_per_failure: text } }),
  CapacityCarbon: (text) => ({ cluster: { preset: "xai-gigafactory", building_embodied: text } }),
  CarbonPrice: (text) => ({ site: { carbon_price: text } }),
  Frequency: (text) => ({ model: "llama3.1-8b", serving: { requests: text } }),
  TokenRate: (text) => ({ model: "llama3.1-8b", serving: { user_rate: text } }),
  PowerPrice: (text) => ({ finance: { facility_capex: text } }),
};
const pool = (inputs) => ({ cluster: { preset: "xai-gigafactory", pools: [inputs] } });
const evaluate = (scenario) => (scenario.serving ? serve : scenario.model ? train : operate)({ cluster: "xai-gigafactory", ...scenario });

for (const [kind, { units, counted, money }] of Object.entries(KINDS)) {
  test(`${kind} in each of its units`, () => {
    const texts = units.flatMap((unit) => [`2 ${unit}`, `2${unit}`, `2..3 ${unit}`]);
    const multiplied = counted ? ["2", "100k", "2 billion"] : money ? ["$2", "$4.7 billion", "4.7 billion $", "$4B"] : [];
    const grouped = counted ? ["1,000", "1,234,567"] : [];
    const dollars = units.filter((unit) => unit.startsWith("$/")).map((unit) => `$2${unit.slice(1)}`);
    for (const text of [...texts, ...multiplied, ...grouped, ...dollars].map((text) => text.trim())) {
      assert.ok(evaluate(SCENARIOS[kind](text)).figures, text);
    }
    const [low, high] = [`2 ${units[0]}`, `3 ${units[0]}`].map((text) => text.trim());
    for (const value of [[low, high], { low, high }, { low, high, median: low, shape: "uniform" }]) assert.ok(evaluate(SCENARIOS[kind](value)).figures, JSON.stringify(value));
  });
}
