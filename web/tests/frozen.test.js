// A frozen scenario: every input that counts is in it, and it gives the same figures as the one that it was made of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { operate, serve, train } from "wattflop";

// The elements' own code, on the package that is tested.
const resolveDir = fileURLToPath(new URL("../src/elements", import.meta.url));
const ours = { name: "ours", setup: (build) => build.onResolve({ filter: /api\.js$/ }, () => ({ path: fileURLToPath(new URL("../dist/node.js", import.meta.url)), external: true })) };
const outfile = fileURLToPath(new URL("../dist/tested/share.mjs", import.meta.url));
await build({ stdin: { contents: `export { frozen } from "./share.ts";`, resolveDir, loader: "ts" }, bundle: true, format: "esm", platform: "node", outfile, plugins: [ours], define: { WATTFLOP_VERSION: '"0"' } });
const { frozen } = await import(outfile);

const answer = (scenario) => (scenario.serving ? serve(scenario) : scenario.model ? train(scenario) : operate(scenario));
const SCENARIOS = [
  { cluster: "xai-gigafactory" },
  { cluster: "stargate-10gw" },
  { cluster: "colossus-1", site: { pue: "1.1..1.3" } },
  { cluster: "colossus-1", model: "grok-2", site: { electricity: "0.05 USD/kWh" } },
  { cluster: "xai-gigafactory", model: "llama3.1-405b" },
  { cluster: "xai-gigafactory", model: "llama3-70b", serving: {} },
];

for (const scenario of SCENARIOS) {
  test(`frozen is as live: ${JSON.stringify(scenario)}`, () => {
    const [live, still] = [answer(scenario).figures, answer(frozen(scenario)).figures];
    assert.deepEqual(Object.keys(still), Object.keys(live));
    for (const [path, figure] of Object.entries(live)) {
      for (const key of ["value", "low", "high"]) {
        const near = Object.is(still[path][key], figure[key]) || Math.abs(still[path][key] - figure[key]) <= 1e-9 * Math.abs(figure[key]);
        assert.ok(near, `${path} ${key}: ${still[path][key]}, not ${figure[key]}`);
      }
    }
  });
}

test("a frozen scenario says every input that the figures rest on, but for what follows from them", () => {
  for (const scenario of SCENARIOS) {
    const loose = Object.entries(answer(frozen(scenario)).inputs).filter(([, { given, value }]) => !given && value !== null).map(([path]) => path);
    assert.deepEqual(loose.filter((path) => !["run.goodput", "run.compute"].includes(path)), []);
  }
});
