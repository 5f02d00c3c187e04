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
