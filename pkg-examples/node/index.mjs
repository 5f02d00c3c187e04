// A year of a cluster and a training run on it, with ranges, and what a figure stands on.
import { explain, operate, train } from "wattflop";

const year = operate("xai-gigafactory");
for (const path of ["size.devices", "power.facility.peak", "carbon.operational", "cost.annuity.total"]) {
  const { label, text, range } = year.figures[path];
  console.log(`${label}: ${text}${range && ` (${range})`}`);
}

const run = train({ cluster: "grok-2-cluster", model: "grok-2", site: { electricity: "0.05..0.09 USD/kWh" } });
console.log(`${run.name}: ${run.figures.duration.text}, ${run.figures["energy.facility"].in("GWh").toFixed(1)} GWh`);

const { formula, with_numbers, sources } = explain("xai-gigafactory", "power.facility.peak");
console.log(`power.facility.peak = ${formula} = ${with_numbers}`);
console.log(`from ${sources.length} sources, the first of them ${sources[0].title} (${sources[0].year})`);
