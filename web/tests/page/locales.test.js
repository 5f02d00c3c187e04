// A third language in the page: whatever an element shows is in it, or was never given to be translated.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { list } from "wattflop";
import { DESKTOP, POLICY, launch, open, put, serveUnder } from "./browser.js";

const ELEMENTS = {
  "wattflop-figure": `<p>It draws <wattflop-figure cluster="xai-gigafactory" figure="power.facility.peak" range>…</wattflop-figure>.</p>`,
  "wattflop-chart": `<wattflop-chart of="cost" parts="views"></wattflop-chart>`,
  "wattflop-compare": `<wattflop-compare clusters="xai-gigafactory, stargate-10gw"></wattflop-compare>`,
  "wattflop-calculator": `<wattflop-calculator></wattflop-calculator>`,
  "wattflop-ledger": `<wattflop-ledger figure="power.facility.peak"></wattflop-ledger>`,
};
const READY = { "wattflop-figure": "[part=value]", "wattflop-chart": "svg", "wattflop-compare": "[part=table]", "wattflop-calculator": "[part=field]", "wattflop-ledger": "[part=tree]" };
/** Names, which no language has of its own, as elements show them. */
const NAMES = ["clusters", "models", "accelerators", "systems", "methods"]
  .flatMap((part) => list(part).rows.map(({ name }) => name))
  .flatMap((name) => [name, name.replace(/'([^']+)'/g, "‘$1’")])
  .flatMap((name) => [name, name.replace(/\s*\(.*\)$/, "")])
  .sort((one, other) => other.length - one.length);

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serveUnder(POLICY);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Gives the page a language of English between marks, and asks for it. */
const speak = () => async () => {
  const [{ registerLocale }, { en }, { circled, each, marked }, core] = await Promise.all([
    import("/package/embed.js"), import("/package/locales/en.js"), import("/tests/marked.js"), fetch("/package/locales/core-en.json").then((answer) => answer.json()),
  ]);
  const { numbers, quotes, spelled } = en;
  registerLocale("qq", { ...each(en, circled), numbers, quotes, spelled, core: marked(core) });
  document.documentElement.lang = "qq";
};

/** Every text of an element that is not told to be English: in its shadow, its labels and its titles. */
const texts = (tag) => {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
    if (node.localName && (["style", "code", "pre", "textarea"].includes(node.localName) || node.lang === "en")) return;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) if (node.getAttribute?.(name)) found.push(node.getAttribute(name));
    for (const child of node.childNodes) walk(child);
  };
  const { shadowRoot } = document.querySelector(tag);
  for (const details of shadowRoot.querySelectorAll("details")) details.open = true;
  return new Promise((resolve) => setTimeout(() => { walk(shadowRoot); resolve(found); }, 300));
};

/** Words of a text in letters as English has them; units, ids and paths are of no language. */
function plainWords(text) {
  // The browser names currencies, in languages that people speak.
  if (/ \([A-Z]{3}\)$/.test(text)) return [];
  const outside = NAMES.reduce((left, name) => left.replaceAll(name, ""), text);
  const words = outside.split(/[^a-zA-Z0-9/._-]+/).filter((word) => /[a-zA-Z]{4}/.test(word));
  return words.filter((word) => !/^(?:[\w#-]+\.)+[\w#-]*$|FLOP|CO2e|^(?:wattflop|Vega-Lite|JSON|xai-gigafactory|device_time)$/.test(word));
}

for (const [tag, html] of Object.entries(ELEMENTS)) {
  test(`${tag} leaves no English in a language that has every word`, async () => {
    const { page, faults } = await open(browser, `${server.origin}/tests/page/blank.html`, DESKTOP);
    await page.evaluate(speak());
    await put(page, `<main><h1>Page</h1>${html}</main>`);
    await page.waitForSelector(`${tag} ${READY[tag]}`);
    await page.evaluate(texts, tag);
    const shown = await page.evaluate(texts, tag);
    assert.ok(shown.some((text) => /[ⓐ-ⓩ]{4}/.test(text)), "nothing is in the language");
    const left = shown.flatMap((text) => plainWords(text).map((word) => `${word} (${text.trim().slice(0, 120)})`));
    assert.deepEqual([...new Set(left)], []);
    assert.deepEqual(faults, []);
    await page.close();
  });
}
