// The package as a page without a bundler loads it: by its address, with the core fetched beside it.
import * as wattflop from "/package/index.js";
import { differences, figuresOf } from "/tests/golden.js";

/** What the golden cases differ in, by case. */
globalThis.golden = async () => {
  await Promise.all([wattflop.load(), wattflop.load()]);
  const [cases, figures] = await Promise.all(["cases", "figures"].map(async (name) => (await fetch(`/golden/${name}.json`)).json()));
  return cases.map((one) => [one.name, differences(figuresOf(wattflop, one), figures[one.name] ?? {})]);
};

/** What comes of loading the core from nowhere, and then from where it is. */
globalThis.retry = async () => {
  const failed = await wattflop.load("/nowhere.wasm").catch((error) => error);
  await wattflop.load();
  return [failed.code, wattflop.operate("xai-gigafactory").figures["size.devices"].value];
};

/** A search in a worker: what it found, how long it took once the worker ran, and how far it said it was. */
globalThis.searched = async (scenario, options) => {
  const { plan } = await import("/package/worker.js");
  await plan({ cluster: "meta-24k", model: "llama3-8b" });
  const shares = [];
  const start = performance.now();
  const found = await plan(scenario, { ...options, onProgress: (share) => shares.push(share) });
  return { found, shares, milliseconds: performance.now() - start };
};

/** What comes of a search that is cancelled as soon as it has begun. */
globalThis.cancelled = async (scenario) => {
  const { plan } = await import("/package/worker.js");
  const control = new AbortController();
  const onProgress = () => control.abort(new Error("enough"));
  return plan(scenario, { exhaustive: true, signal: control.signal, onProgress }).catch((error) => error.message);
};
