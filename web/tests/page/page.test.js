// The demo page and its widget in Chromium, under a strict content security policy.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { compare, plan } from "wattflop";
import { DESKTOP, NARROW, POLICY, launch, open, path, put, serveUnder, violations } from "./browser.js";

const WIDGET = "wattflop-compare";
const READY = `${WIDGET} [part=table]`;
const METHOD = `${WIDGET} [part=row] button`;

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serveUnder(POLICY);
  mkdirSync(path("dist/screenshots"), { recursive: true });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The demo page, once its widget is ready. */
async function demo(options = DESKTOP) {
  const opened = await open(browser, `${server.origin}/`, options);
  await opened.page.evaluate(() => document.querySelector("wattflop-compare").scrollIntoView());
  await opened.page.waitForSelector(READY);
  return opened;
}

test("both columns have figures and ranges, without an error or a request elsewhere", async () => {
  const { page, faults } = await demo();
  const expected = compare(["xai-gigafactory", "stargate-10gw"]);
  const row = page.locator(`${WIDGET} [part=row]`, { hasText: "Power at peak" });
  for (const [place, name] of expected.names.entries()) {
    const figure = expected.figures[`${name}.power.facility.peak`];
    assert.equal(await row.locator("[part=value]").nth(place).textContent(), figure.text);
    assert.equal(await row.locator("[part=range]").nth(place).textContent(), figure.range);
  }
  assert.match(await row.locator("[part=ratio]").textContent(), /× \d/);
  const rows = await page.locator(`${WIDGET} [part=row]`).count();
  assert.ok(rows >= 10 && rows <= 13, `${rows} rows`);
  assert.match(await page.locator(`${WIDGET} [part=sides]`).textContent(), /First limit: *chips[\s\S]*First limit: *power/);
  assert.match(await page.locator(`${WIDGET} [part=credits]`).textContent(), /2026\.\d+.*Epoch AI.*Our World in Data/);
  assert.deepEqual(faults, []);
  await page.close();
});

test("each plot is an image with a name that says all it shows", async () => {
  const { page } = await demo();
  const plots = page.getByRole("img", { name: /gigafactory: .+; Stargate: .+ log/i });
  assert.equal(await plots.count(), await page.locator(`${WIDGET} [part=row]`).count());
  await page.close();
});

test("the switch turns page and widget into French", async () => {
  const { page, faults } = await demo();
  await page.getByRole("button", { name: "Français" }).click();
  await page.waitForSelector(`${WIDGET} >> text=Puissance de pointe`);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
  assert.match(await page.title(), /^Gigafactory ou Stargate/);
  assert.match(await page.locator(READY).textContent(), /milliards\sde\sdollars/);
  const { notes } = compare(["xai-gigafactory", "stargate-10gw"], { lang: "fr" }).sides[1];
  assert.ok((await page.locator(`${WIDGET} [part=notes]`).textContent()).includes(notes[0].text));
  assert.ok(await page.getByText("Toute la comparaison").isVisible());
  assert.ok(!(await page.getByText("The whole comparison").isVisible()));
  assert.deepEqual(faults, []);
  await page.close();
});

test("the language is that of the nearest ancestor, and follows it", async () => {
  const { page } = await demo();
  await put(page, `<section lang="fr"><div><${WIDGET} clusters="xai-gigafactory, stargate-10gw"></${WIDGET}></div></section>`);
  await page.waitForSelector(`${WIDGET} >> text=Puissance de pointe`);
  await page.evaluate(() => document.querySelector("section").setAttribute("lang", "en-GB"));
  await page.waitForSelector(`${WIDGET} >> text=Power at peak`);
  await page.close();
});

test("a keyboard opens and closes method and sources, and the other figures", async () => {
  const { page, faults } = await demo();
  await page.locator(METHOD).first().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const panel = page.locator(`${WIDGET} [part=method]`);
  await panel.waitFor();
  const text = await panel.textContent();
  for (const word of ["Formula", "With the numbers", "throughput.peak", "TFLOP/s/device", "Sources", "NVIDIA"]) assert.ok(text.includes(word), word);
  assert.ok((await panel.locator("a[href^=https]").count()) > 3);
  assert.equal(await page.locator(METHOD).nth(1).getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Space");
  await panel.waitFor({ state: "detached" });
  await page.locator(`${WIDGET} .others > summary`).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(`${WIDGET} .others [part=row]`);
  assert.ok((await page.locator(`${WIDGET} .others [part=row]`).count()) > 30);
  assert.deepEqual(faults, []);
  await page.close();
});

for (const [name, options] of Object.entries({
  light: DESKTOP,
  dark: { ...DESKTOP, colorScheme: "dark" },
  narrow: NARROW,
  "narrow and dark, in French": { ...NARROW, colorScheme: "dark", locale: "fr-FR" },
})) {
  test(`axe finds nothing: ${name}`, async () => {
    const { page } = await demo(options);
    assert.deepEqual(await violations(page), []);
    await page.locator(METHOD).nth(3).click();
    await page.locator(`${WIDGET} .others > summary`).click();
    await page.waitForSelector(`${WIDGET} .others [part=row]`);
    await page.locator(`${WIDGET} .evidence > summary`).click();
    assert.deepEqual(await violations(page), []);
    await page.close();
  });
}

test("at 320 px nothing is cut off, and every target is 24 px or more", async () => {
  const { page } = await demo(NARROW);
  await page.locator(METHOD).nth(3).click();
  const { width, small } = await page.evaluate(() => {
    const roots = [document, document.querySelector("wattflop-compare").shadowRoot];
    const targets = roots.flatMap((root) => [...root.querySelectorAll("button, summary")]);
    const sizes = targets.map((target) => [target.textContent, target.getBoundingClientRect()]);
    return { width: document.documentElement.scrollWidth, small: sizes.filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text) };
  });
  assert.equal(width, 320);
  assert.deepEqual(small, []);
  await page.close();
});

test("it waits until it is seen, and announces that it is ready", async () => {
  const { page } = await demo();
  await put(page, `<p id="far"></p><main></main>`);
  await page.evaluate(() => {
    document.querySelector("#far").style.height = "5000px";
    document.querySelector("main").innerHTML = `<wattflop-compare clusters="xai-gigafactory, stargate-10gw"><p>Static content</p></wattflop-compare>`;
  });
  await page.waitForTimeout(300);
  assert.equal(await page.locator(READY).count(), 0);
  assert.equal(await page.getByText("Static content").evaluate((element) => element.checkVisibility()), true);
  await page.evaluate(() => window.scrollTo(0, 5000));
  await page.waitForSelector(READY);
  assert.match(await page.getByRole("status").textContent(), /ready/);
  await page.close();
});

test("an error is said in words, with a suggestion, over the static content", async () => {
  const { page, faults } = await demo();
  await put(page, `<${WIDGET} clusters="xai-gigafactry, stargate-10gw"><p>Static content</p></${WIDGET}>`);
  const alert = page.getByRole("alert");
  await alert.getByText("did you mean `xai-gigafactory`?").waitFor();
  assert.ok(await page.getByText("Static content").isVisible());
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => { document.querySelector("wattflop-compare").clusters = "xai-gigafactory"; });
  await alert.getByText("two clusters or more").waitFor();
  await page.evaluate(() => { document.querySelector("wattflop-compare").clusters = "xai-gigafactory, stargate-10gw"; });
  await page.waitForSelector(READY);
  assert.deepEqual(faults, []);
  await page.close();
});

test("four clusters, and a training run on each", async () => {
  const { page, faults } = await demo();
  await put(page, `<${WIDGET} clusters="grok-2-cluster, xai-gigafactory, stargate-2024, stargate-10gw" model="grok-2"></${WIDGET}>`);
  await page.waitForSelector(READY);
  const row = page.locator(`${WIDGET} [part=row]`, { hasText: "Time" }).first();
  assert.equal(await row.locator("[part=value]").count(), 4);
  assert.match(await page.locator(`${WIDGET} .caption`).textContent(), /Training grok-2 on each/);
  assert.deepEqual(faults, []);
  await page.screenshot({ path: path("dist/screenshots/four.png"), fullPage: true });
  await page.close();
});

test("on different grids, all stand on one carbon basis, and so do the inputs shown", async () => {
  const { page, faults } = await demo();
  await put(page, `<${WIDGET} clusters="colossus-1, stargate-uae-1gw"></${WIDGET}>`);
  await page.waitForSelector(READY);
  await page.locator(`${WIDGET} [part=row]`, { hasText: "Carbon of that electricity" }).getByRole("button").click();
  const inputs = page.locator(`${WIDGET} [part=method] tr`, { hasText: "site.carbon" });
  const expected = compare(["colossus-1", "stargate-uae-1gw"]).sides.map((side) => side.inputs["site.carbon"].text);
  for (const text of expected) assert.ok((await inputs.textContent()).includes(text), text);
  assert.match(await page.locator(`${WIDGET} [part=method]`).textContent(), /on the basis that all sides share/);
  assert.deepEqual(faults, []);
  await page.close();
});

test("where WebAssembly is kept out, the reason is said and the static content stays", async () => {
  const strict = await serveUnder(POLICY.replace(" 'wasm-unsafe-eval'", ""));
  const { page } = await open(browser, `${strict.origin}/`, DESKTOP);
  await page.evaluate(() => document.querySelector("wattflop-compare").scrollIntoView());
  await page.getByRole("alert").getByText("needs 'wasm-unsafe-eval'").waitFor();
  assert.equal(await page.getByText("needs 'wasm-unsafe-eval'").count(), 1);
  assert.ok(await page.getByText("It needs JavaScript and WebAssembly").isVisible());
  await page.close();
  await strict.close();
});

test("the snippet of the README makes a widget", async () => {
  const { page, faults } = await demo();
  const [, snippet] = /```html\n(.*?)```/s.exec(readFileSync(path("README.md"), "utf8"));
  await put(page, snippet);
  await page.waitForSelector(`${WIDGET} >> text=Puissance de pointe`);
  assert.deepEqual(faults, []);
  await page.close();
});

test("forced colours, reduced motion and print", async () => {
  const { page, faults } = await demo({ ...DESKTOP, forcedColors: "active", reducedMotion: "reduce" });
  await page.screenshot({ path: path("dist/screenshots/forced-colours.png"), fullPage: true });
  await page.emulateMedia({ media: "print", forcedColors: "none" });
  assert.ok(!(await page.locator(METHOD).first().isVisible()));
  assert.ok(await page.locator(`${WIDGET} [part=value]`).first().isVisible());
  await page.screenshot({ path: path("dist/screenshots/print.png"), fullPage: true });
  assert.deepEqual(faults, []);
  await page.close();
});

test("the golden figures in Chromium, to the last bit", async (t) => {
  const { page, faults } = await open(browser, `${server.origin}/tests/page/harness.html`);
  const cases = await page.evaluate(() => globalThis.golden());
  assert.ok(cases.length > 0);
  for (const [name, differences] of cases) await t.test(name, () => assert.deepEqual(differences, []));
  assert.deepEqual(faults, []);
  await page.close();
});

test("a layout search in a worker, with progress, under the strict policy", async () => {
  const { page, faults } = await open(browser, `${server.origin}/tests/page/harness.html`);
  const scenario = { cluster: { preset: "meta-24k", pools: [{ count: 1024 }] }, model: "llama3-70b", run: { batch: 1024 } };
  const { found, shares } = await page.evaluate((one) => globalThis.searched(one, { exhaustive: true }), scenario);
  assert.deepEqual(found, plan(scenario, { exhaustive: true }));
  assert.ok(shares.length > 3);
  assert.equal(await page.evaluate((one) => globalThis.cancelled(one), { ...scenario, model: "kimi-k2" }), "enough");
  assert.deepEqual(faults, []);
  await page.close();
});

test("loading can be tried again after it failed", async () => {
  const { page } = await open(browser, `${server.origin}/tests/page/harness.html`);
  assert.deepEqual(await page.evaluate(() => globalThis.retry()), ["NotLoaded", 100_000]);
  await page.close();
});

for (const [name, options] of Object.entries({
  light: DESKTOP,
  dark: { ...DESKTOP, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: "en-GB" },
  french: { ...DESKTOP, locale: "fr-FR" },
})) {
  test(`screenshot: ${name}`, async () => {
    const { page, faults } = await demo(options);
    const file = path(`dist/screenshots/${name}.png`);
    await page.screenshot({ path: file, fullPage: true });
    assert.ok(statSync(file).size > 20_000);
    assert.deepEqual(faults, []);
    await page.close();
  });
}
