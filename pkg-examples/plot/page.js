// Columns of a sweep go straight into Observable Plot.
import * as Plot from "@observablehq/plot";
import { load, sweep } from "wattflop/inline";

await load();
const over = { "site.grid": "fra, usa, us-tx, deu, nor, pol, ind, chn, bra, aus", "site.pue": [1.1, 1.25, 1.4] };
const { axes, figures } = sweep("xai-gigafactory", over, { figures: ["carbon.operational", "cost.annuity.total"] });
const [carbon, cost] = [figures["carbon.operational"], figures["cost.annuity.total"]];
const [grids, pues] = [axes["site.grid"].values, axes["site.pue"].values];
const cells = Array.from(carbon.values, (value, cell) => ({ grid: grids[cell], pue: pues[cell], carbon: value, cost: cost.values[cell] }));

const chart = Plot.plot({
  grid: true,
  marginLeft: 60,
  x: { label: `${carbon.label} (${carbon.unit})` },
  y: { label: `${cost.label} (${cost.unit})`, tickFormat: "s" },
  marks: [
    Plot.dot(cells, { x: "carbon", y: "cost", stroke: "grid", r: 4 }),
    Plot.text(cells.filter(({ pue }) => pue === 1.4), { x: "carbon", y: "cost", text: "grid", dx: 12 }),
  ],
});
document.querySelector("#chart").append(chart);
