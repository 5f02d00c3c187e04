// The core in the bundle itself: one file, nothing to fetch.
import { load, solve } from "wattflop/inline";

await load();
const { answers } = solve({ cluster: "grok-2-cluster", model: "grok-2" }, "cluster.pools.0.count", "duration<=90 d");
document.querySelector("#answer").textContent = `${answers[0].text}, at least`;
