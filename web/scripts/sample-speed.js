// How fast a training run is sampled, quantiles of 60 figures included, in a worker and in a page of Chromium: `npm run bench:samples`.
import { fileURLToPath } from "node:url";
import { train } from "wattflop";
import { launch, open } from "../tests/page/browser.js";
import { serve } from "./server.js";

const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const RUN = { cluster: "grok-2-cluster", model: "grok-2" };
const figures = Object.keys(train(RUN).figures).slice(0, 60);
const ASKED = [["in a worker", "worker", 100_000, 5], ["in the page", "index", 2_048, 30]];

const server = await serve({ "/package/": folder("dist"), "/tests/": folder("tests"), "/golden/": folder("../tests/golden") });
const browser = await launch();
try {
  const { page } = await open(browser, `${server.origin}/tests/page/harness.html`);
  for (const [where, entry, samples, rounds] of ASKED) {
    const times = await page.evaluate(async ([entry, run, options, rounds]) => {
      const { load, uncertainty } = await import(`/package/${entry}.js`);
      await load?.();
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        const start = performance.now();
        await uncertainty(run, options);
        times.push(performance.now() - start);
      }
      return times.toSorted((a, b) => a - b);
    }, [entry, RUN, { samples, figures }, rounds]);
    console.log(`${samples} samples of ${figures.length} figures ${where}: median ${times[rounds >> 1].toFixed(1)} ms, best ${times[0].toFixed(1)} ms`);
  }
} finally {
  await browser.close();
  await server.close();
}
