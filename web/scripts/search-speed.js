// How fast layouts are searched in a worker of Chromium, and in Node: `npm run bench:search`.
import { fileURLToPath } from "node:url";
import { plan } from "wattflop";
import { launch, open } from "../tests/page/browser.js";
import { serve } from "./server.js";

const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const on = (count) => ({ preset: "xai-gigafactory", pools: [{ count }] });
const SEARCHES = [
  ["GPT-3 175B on 1,024 H100, exhaustive", { cluster: on(1024), model: "gpt3-175b", run: { batch: 1536 } }, { exhaustive: true }],
  ["DeepSeek-V3 on 2,048 H100, exhaustive", { cluster: on(2048), model: "deepseek-v3", run: { batch: 15_360 } }, { exhaustive: true }],
  ["1,008 billion parameters on 100,000 H100, pruned", { cluster: on(100_000), model: "megatron-gpt-1008b", run: { batch: 6144 } }, {}],
  ["Kimi K2 (1,026 billion) on 100,000 H100, pruned", { cluster: on(100_000), model: "kimi-k2", run: { batch: 6144 } }, {}],
];
const ROUNDS = 9;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (name, { timed, space }, milliseconds) =>
  console.log(`${name}: ${milliseconds.toFixed(1)} ms for ${timed} layouts timed of ${space}; ${Math.round((timed / milliseconds) * 1000)} timed and ${Math.round((space / milliseconds) * 1000)} examined a second`);

async function rounds(name, search) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await search());
  shown(name, found[0].found, median(found.map(({ milliseconds }) => milliseconds)));
}

const mounts = { "/package/": folder("dist"), "/tests/": folder("tests"), "/golden/": folder("../tests/golden") };
const server = await serve(mounts);
const browser = await launch();
try {
  const { page } = await open(browser, `${server.origin}/tests/page/harness.html`);
  for (const [name, scenario, options] of SEARCHES) {
    await rounds(`worker: ${name}`, () => page.evaluate(([one, how]) => globalThis.searched(one, how), [scenario, options]));
  }
  for (const [name, scenario, options] of SEARCHES) {
    await rounds(`Node:   ${name}`, () => {
      const start = performance.now();
      return { found: plan(scenario, options), milliseconds: performance.now() - start };
    });
  }
} finally {
  await browser.close();
  await server.close();
}
