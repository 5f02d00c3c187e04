// The elements and the site in Chromium: what they show, keep and share, under a strict content security policy.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { chart, compare, list, operate, parse, sensitivity, train } from "wattflop";
import { ELEMENTS, PROPERTIES } from "../../scripts/manifest.js";
import { DESKTOP, NARROW, POLICY, launch, open, path, put, serveUnder, violations } from "./browser.js";

const DARK = { ...DESKTOP, colorScheme: "dark" };
const FRENCH = { ...DESKTOP, locale: "fr-FR" };
const CALCULATOR = "wattflop-calculator";
const READY = { "wattflop-figure": "[part=value]", "wattflop-chart": "svg", "wattflop-compare": "[part=table]", [CALCULATOR]: "[part=field]", "wattflop-ledger": "[part=tree]" };
const EXAMPLES = {
  "wattflop-figure": `<p id="right">It draws <wattflop-figure cluster="xai-gigafactory" figure="power.facility.peak" range>…</wattflop-figure>.</p>`,
  "wattflop-chart": `<wattflop-chart of="cost" parts="views"></wattflop-chart>`,
  "wattflop-compare": `<wattflop-compare clusters="xai-gigafactory, stargate-10gw"></wattflop-compare>`,
  [CALCULATOR]: `<wattflop-calculator></wattflop-calculator>`,
  "wattflop-ledger": `<wattflop-ledger figure="power.facility.peak"></wattflop-ledger>`,
};

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

let browser;
let server;
before(async () => {
  browser = await launch();
  // Another version of the script, as another address.
  mkdirSync(path("dist/other"), { recursive: true });
  cpSync(path("dist/embed.js"), path("dist/other/embed.js"));
  server = await serveUnder(POLICY);
  mkdirSync(path("dist/screenshots"), { recursive: true });
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(path("dist/other"), { recursive: true, force: true });
});

/** A page of a publisher, with this in it. */
async function publisher(html, options = DESKTOP, lang = "en", tags = Object.keys(READY)) {
  const opened = await open(browser, `${server.origin}/tests/page/blank.html`, options);
  await opened.page.evaluate((tag) => { document.documentElement.lang = tag; }, lang);
  await put(opened.page, `<main><h1>Page</h1><h2>Part</h2>${html}</main>`);
  for (const tag of tags) if (html.includes(`<${tag}`)) await opened.page.waitForSelector(`${tag} ${READY[tag]}`);
  return opened;
}

/** A page of the site, with its calculator ready. */
async function site(address, options = DESKTOP) {
  const opened = await open(browser, `${server.origin}/${address}`, options);
  if (address.startsWith("calculator")) await opened.page.waitForSelector(`${CALCULATOR} ${READY[CALCULATOR]}`);
  return opened;
}

const field = (page, label) => page.locator(`${CALCULATOR} .field`, { has: page.getByLabel(label, { exact: true }) });
const value = (page, label) => page.locator(`${CALCULATOR} [part=row]`, { hasText: label }).locator("[part=value]").textContent();
const shared = (page, tag = CALCULATOR) => page.locator(`${tag} .share > summary`);

for (const [lang, options] of Object.entries({ en: DESKTOP, fr: FRENCH })) {
  test(`every element shows what the core says, in ${lang}`, async () => {
    const { page, faults } = await publisher(Object.values(EXAMPLES).join(""), options, lang);
    const { figures } = operate("xai-gigafactory", { lang });
    const power = figures["power.facility.peak"];
    assert.equal(await page.locator("wattflop-figure [part=value]").textContent(), power.text);
    assert.equal(await page.locator("wattflop-figure [part=range]").textContent(), `(${power.range})`);
    assert.equal(await page.locator("wattflop-ledger [part=value]").textContent(), power.text);
    assert.equal(await page.locator("wattflop-chart svg title").textContent(), chart("cost", { scenario: "xai-gigafactory", parts: ["views"] }, { lang }).title);
    const shown = await page.locator(`${CALCULATOR} [part=value]`).allTextContents();
    for (const at of ["power.facility.peak", "cost.annuity.total", "water.onsite"]) assert.ok(shown.includes(figures[at].text), at);
    assert.equal(await page.locator(`${CALCULATOR} .inputs-side > .field`).count(), 12);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test("a figure opens by keyboard alone, closes by Escape, and gives the focus back", async () => {
  const { page, faults } = await publisher(EXAMPLES["wattflop-figure"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Facility power, peak" });
  await panel.getByText("power.it.rated").waitFor();
  assert.ok((await panel.locator("a[href^=https]").count()) > 3);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement.localName === "wattflop-figure");
  assert.deepEqual(faults, []);
  await page.close();
});

test("a figure in another unit, and in another scenario", async () => {
  const { page } = await publisher(`<p><wattflop-figure cluster="xai-gigafactory" figure="power.facility.peak" unit="GW"></wattflop-figure> <wattflop-figure cluster="colossus-1" model="grok-2" set="site.pue=1.1" figure="energy.facility"></wattflop-figure></p>`);
  const shown = await page.locator("wattflop-figure [part=value]").allTextContents();
  assert.equal(shown[0].replace("\u00a0", " "), "0.18 GW");
  assert.equal(shown[1], train({ cluster: "colossus-1", model: "grok-2", site: { pue: "1.1" } }).figures["energy.facility"].text);
  await page.close();
});

test("a figure has from one to six digits, and is called frozen only where its scenario is whole", async () => {
  const { page } = await publisher(`<p>${[-1, 1, 99].map((digits) => `<wattflop-figure cluster="xai-gigafactory" figure="cost.capex.total" digits="${digits}" edition="2020.1"></wattflop-figure>`).join(" ")}
    <wattflop-figure figure="cost.capex.total" edition="2020.1"><script type="application/json">{ "scenario": { "cluster": "xai-gigafactory" } }</script></wattflop-figure></p>`);
  await page.locator("wattflop-figure [part=value]").nth(3).waitFor();
  const shown = await page.locator("wattflop-figure [part=value]").allTextContents();
  assert.equal(shown[0], shown[1]);
  assert.ok(shown[2].match(/\d[\d,.]*/)[0].replace(/\D/g, "").replace(/0+$/, "").length <= 6, shown[2]);
  for (const [place, isFrozen] of [[0, false], [3, true]]) {
    await page.locator("wattflop-figure .number").nth(place).click();
    const credits = page.locator("wattflop-figure").nth(place).locator("[part=credits]");
    await credits.waitFor();
    assert.equal(/Frozen/.test(await credits.textContent()), isFrozen);
    await page.keyboard.press("Escape");
  }
  await page.close();
});

test("the calculator by keyboard alone: task, number, range, slider, reset", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR]);
  const pue = page.getByLabel("Power usage effectiveness, averaged over the year", { exact: true });
  await pue.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1.1..1.3");
  await page.keyboard.press("Enter");
  const expected = operate({ cluster: "xai-gigafactory", site: { pue: "1.1..1.3" } }).figures["energy.facility"];
  await page.waitForFunction((text) => document.querySelector("wattflop-calculator").shadowRoot.textContent.includes(text), expected.range);
  assert.equal(await value(page, "Electricity used"), expected.text);
  await page.locator(`${CALCULATOR} .field.is-given`).waitFor();
  await page.getByLabel("Power usage effectiveness, averaged over the year, slider").focus();
  await page.keyboard.press("End");
  await page.waitForTimeout(400);
  assert.equal(await pue.inputValue(), "5");
  assert.equal(await value(page, "Electricity used"), operate({ cluster: "xai-gigafactory", site: { pue: "5" } }).figures["energy.facility"].text);
  await page.getByRole("button", { name: /Reset: Power usage/ }).press("Enter");
  assert.equal(await value(page, "Electricity used"), operate("xai-gigafactory").figures["energy.facility"].text);
  assert.equal(await page.evaluate(() => document.querySelector("wattflop-calculator").shadowRoot.activeElement.id), "in-site-pue");
  await page.getByRole("radio", { name: "A year of operation" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByLabel("Model", { exact: true }).waitFor();
  assert.equal(await value(page, "from the first step"), train({ cluster: "xai-gigafactory", model: "grok-2" }).figures.duration.text);
  assert.deepEqual(faults, []);
  await page.close();
});

test("what is wrong in a field is said at it, with what is allowed; the results still stand", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR]);
  const before = await value(page, "Power at peak");
  const price = page.getByLabel("Price of electricity", { exact: true });
  await price.fill("0.05 kWh");
  await price.press("Enter");
  await page.getByRole("alert").getByText(/USD\/kWh/).waitFor();
  assert.equal(await price.getAttribute("aria-invalid"), "true");
  assert.equal(await value(page, "Power at peak"), before);
  assert.deepEqual(await violations(page), []);
  await price.fill("0.05");
  await price.press("Enter");
  await page.getByRole("alert").getByText(/USD\/kWh/).waitFor({ state: "detached" });
  assert.equal(await value(page, "Electricity bill"), operate({ cluster: "xai-gigafactory", site: { electricity: "0.05 USD/kWh" } }).figures["cost.energy.total"].text);
  assert.deepEqual(faults, []);
  await page.close();
});

test("a wrong entry stands with its fault until it is put right or taken back", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR]);
  const pue = page.getByLabel("Power usage effectiveness, averaged over the year", { exact: true });
  const told = field(page, "Power usage effectiveness, averaged over the year").getByRole("alert");
  const wrong = async () => {
    await pue.fill("-1");
    await pue.press("Enter");
    await told.waitFor();
  };
  await wrong();
  await page.getByLabel("Cost", { exact: true }).selectOption("decay");
  assert.equal(await pue.inputValue(), "-1");
  assert.equal(await told.count(), 1);
  await page.getByRole("button", { name: "Reset all inputs" }).click();
  await told.waitFor({ state: "detached" });
  assert.equal(await pue.inputValue(), "1.25");
  await pue.fill(" ");
  await pue.press("Enter");
  assert.equal(await pue.inputValue(), "1.25");
  await wrong();
  await page.getByRole("button", { name: /Reset: Power usage/ }).click();
  await told.waitFor({ state: "detached" });
  assert.equal(await pue.inputValue(), "1.25");
  await wrong();
  await page.getByLabel("Cluster", { exact: true }).selectOption("colossus-1");
  await page.getByRole("radio", { name: "A training run" }).check();
  await told.waitFor({ state: "detached" });
  assert.equal(await pue.inputValue(), "1.25");
  assert.deepEqual(faults, []);
  await page.close();
});

test("in French a field takes spaces and French units, and refuses a comma of thousands", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR], FRENCH, "fr");
  const [chips] = await page.locator(`${CALCULATOR} .inputs-side > .field input[type=text]`).all();
  await chips.fill("50 000");
  await chips.press("Enter");
  const expected = operate({ cluster: { preset: "xai-gigafactory", pools: [{ count: 50_000 }] } }, { lang: "fr" }).figures["power.facility.peak"].text;
  assert.equal(await value(page, "Puissance de pointe"), expected);
  await chips.fill("100,000");
  await chips.press("Enter");
  await page.getByText(/nombre entier/).waitFor();
  assert.equal(await value(page, "Puissance de pointe"), expected);
  const life = page.locator(`${CALCULATOR} #in-cluster-it_life`);
  await life.fill("6 mois");
  await life.press("Enter");
  await page.waitForTimeout(100);
  assert.equal(await life.inputValue(), "6 mois");
  assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 1);
  assert.deepEqual(faults, []);
  await page.close();
});

test("views of cost, boundary, picture, what matters most, all other inputs", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR]);
  const { figures } = operate("xai-gigafactory");
  for (const view of ["straight_line", "decay", "acquisition", "rental", "reserved", "spot"]) {
    await page.getByLabel("Cost", { exact: true }).selectOption(view);
    assert.ok((await page.locator(`${CALCULATOR} [part=value]`).allTextContents()).includes(figures[`cost.${view}.total`].text), view);
  }
  await page.getByLabel("Electricity", { exact: true }).selectOption("it");
  assert.ok((await page.locator(`${CALCULATOR} [part=value]`).allTextContents()).includes(figures["power.it.rated"].text));
  await page.getByLabel("Carbon", { exact: true }).selectOption("market");
  await page.getByText("Not known for this scenario").waitFor();
  await page.locator(`${CALCULATOR} [part=matters]`).getByText(/%/).first().waitFor();
  for (const [id, title] of Object.entries({ hour: /hour/, bill: /bought/, sure: /sure/, matters: /Cost/, power: /power/ })) {
    await page.getByLabel("Picture", { exact: true }).selectOption(id);
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("wattflop-calculator").shadowRoot.querySelector(".picture title")?.textContent), title.source);
  }
  await page.getByText("All other inputs", { exact: true }).click();
  await page.getByLabel("Find an input").fill("by market");
  await page.getByText(/^1 input$/).waitFor();
  await page.getByLabel(/by market/, { exact: false }).first().fill("100");
  await page.getByLabel(/by market/, { exact: false }).first().press("Enter");
  const expected = operate({ cluster: "xai-gigafactory", site: { market_carbon: "100 gCO2e/kWh" } }).figures["carbon.market"].text;
  assert.ok((await page.locator(`${CALCULATOR} [part=value]`).allTextContents()).includes(expected));
  assert.deepEqual(faults, []);
  await page.close();
});

test("what matters most is weighed in a worker, where the entry has one, and else when the page is idle", async () => {
  const figure = "cost.annuity.total";
  const asked = { scenario: "xai-gigafactory", figure, samples: 64 };
  const { notes } = sensitivity(asked.scenario, figure, { samples: 64 });
  for (const [workers, opened] of [[1, await site("calculator.html")], [0, await publisher(EXAMPLES[CALCULATOR])]]) {
    const { page, faults } = opened;
    const matters = page.locator(`${CALCULATOR} [part=matters]`);
    for (const { text } of notes.slice(0, 2)) await matters.getByText(text).waitFor();
    await page.getByLabel("Picture", { exact: true }).selectOption("matters");
    await page.locator(`${CALCULATOR} .picture title`, { hasText: chart("sensitivity", asked).title }).waitFor({ state: "attached" });
    assert.equal(page.workers().length, workers);
    assert.deepEqual(faults, []);
    await page.close();
  }
});

test("where a worker cannot be started, what matters most is weighed in the page", async () => {
  const { page } = await open(browser, `${server.origin}/tests/page/bare.html`, DESKTOP);
  await page.evaluate(() => { globalThis.Worker = class { constructor() { throw new Error("no worker here"); } }; });
  await put(page, `<main><h1>Page</h1>${EXAMPLES[CALCULATOR]}</main>`);
  await page.evaluate(() => import("/package/elements/calculator.js"));
  await page.locator(`${CALCULATOR} [part=matters]`).getByText(/%/).first().waitFor();
  await page.close();
});

test("what matters most gives way to whoever types or taps, and is weighed after", async () => {
  const { page } = await open(browser, `${server.origin}/tests/page/bare.html`, DESKTOP);
  await page.evaluate(() => {
    globalThis.Worker = class { constructor() { throw new Error("no worker here"); } };
    globalThis.looks = [];
    // Idle at first; then, in the midst of the work, someone types.
    const isInputPending = () => { looks.push(looks.length === 1); return looks.at(-1); };
    Object.defineProperty(navigator, "scheduling", { value: { isInputPending } });
  });
  await put(page, `<main><h1>Page</h1>${EXAMPLES[CALCULATOR]}</main>`);
  await page.evaluate(() => import("/package/elements/calculator.js"));
  await page.locator(`${CALCULATOR} [part=matters]`).getByText(/%/).first().waitFor();
  const looks = await page.evaluate(() => globalThis.looks);
  assert.ok(looks.filter(Boolean).length === 1 && looks.length > 4, `${looks}`);
  await page.close();
});

test("what is closed is built when it is opened", async () => {
  const { page, faults } = await publisher(`<wattflop-ledger figure="cost.annuity.total"></wattflop-ledger>`);
  const lists = page.locator("wattflop-ledger .tree ul");
  await page.waitForSelector("wattflop-ledger [part=tree]");
  assert.equal(await lists.count(), 1);
  await page.locator("wattflop-ledger .tree ul summary").first().click();
  await page.waitForFunction(() => document.querySelector("wattflop-ledger").shadowRoot.querySelectorAll(".tree ul").length === 2);
  assert.ok(await lists.nth(1).locator("> li").count() > 0);
  assert.deepEqual(faults, []);
});

const COMPARE = "wattflop-compare";

test("a comparison is counted by every view, basis and boundary; the address keeps how, reload and back find it", async () => {
  const { page, faults } = await site("index.html");
  await page.locator(COMPARE).scrollIntoViewIfNeeded();
  await page.waitForSelector(`${COMPARE} [part=table]`);
  const { names, figures } = compare(["xai-gigafactory", "stargate-10gw"]);
  const texts = () => page.locator(`${COMPARE} [part=table] [part=value]`).allTextContents();
  const holds = async (at) => {
    const shown = await texts();
    const known = names.map((name) => figures[`${name}.${at}`]).filter(Boolean);
    assert.ok(known.length > 0 && known.every(({ text }) => shown.includes(text)), at);
  };
  for (const view of ["straight_line", "decay", "acquisition", "rental", "reserved", "spot"]) {
    await page.getByLabel("Cost", { exact: true }).selectOption(view);
    await holds(`cost.${view}.total`);
  }
  await page.getByLabel("Electricity", { exact: true }).selectOption("it");
  await holds("power.it.rated");
  await holds("energy.it");
  assert.equal(new URL(page.url()).hash, "#v=1&cost=spot&boundary=it");
  await page.getByLabel("Carbon", { exact: true }).selectOption("market");
  await page.locator(`${COMPARE} [part=table]`).first().getByText("not published").first().waitFor();
  assert.deepEqual(await violations(page), []);
  const shown = await texts();
  await page.reload();
  await page.locator(COMPARE).scrollIntoViewIfNeeded();
  await page.waitForSelector(`${COMPARE} [part=table]`);
  assert.deepEqual(await texts(), shown);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("wattflop-compare").carbon === "" && location.hash === "#v=1&cost=spot&boundary=it");
  assert.equal(await page.getByLabel("Carbon", { exact: true }).inputValue(), "location");
  await page.evaluate(() => { location.hash = "#v=1&cost=anuity"; });
  await page.getByRole("alert").getByText(/annuity, straight_line/).waitFor();
  await holds("power.it.rated");
  await page.evaluate(() => { location.hash = "#main"; });
  await page.waitForTimeout(100);
  await holds("power.it.rated");
  assert.deepEqual(faults, []);
  await page.close();
});

test("a comparison is told by attributes how it is counted, and hands out code that says so", async () => {
  const { page, faults } = await publisher(`<wattflop-compare clusters="xai-gigafactory, stargate-10gw" cost="decay" boundary="it"></wattflop-compare>`, { ...DESKTOP, ...CLIPBOARD });
  const { names, figures } = compare(["xai-gigafactory", "stargate-10gw"]);
  assert.ok((await page.locator(`${COMPARE} [part=value]`).allTextContents()).includes(figures[`${names[1]}.cost.decay.total`].text));
  await shared(page, COMPARE).click();
  await page.getByRole("button", { name: "Code to embed, live" }).click();
  await page.getByText("Copied.").waitFor();
  assert.match(await copied(page), /clusters="xai-gigafactory, stargate-10gw" cost="decay" boundary="it"/);
  await page.evaluate(() => { document.querySelector("wattflop-compare").cost = "anuity"; });
  await page.getByRole("alert").getByText(/annuity, straight_line/).waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});

for (const [name, options] of Object.entries({ "wide, light, English": DESKTOP, "narrow, dark, French": { ...NARROW, colorScheme: "dark", locale: "fr-FR" } })) {
  test(`axe finds nothing in any element, closed or open: ${name}`, async () => {
    const lang = options.locale.slice(0, 2);
    for (const [tag, example] of Object.entries(EXAMPLES)) {
      const { page, faults } = await publisher(example, options, lang);
      assert.deepEqual(await violations(page), [], tag);
      await openAll(page, tag);
      assert.deepEqual(await violations(page), [], `${tag}, open`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), options.viewport.width, `${tag} fits`);
      assert.deepEqual(await small(page, tag), [], `targets of ${tag}`);
      assert.deepEqual(faults, []);
      await page.close();
    }
  });

  test(`axe finds nothing on the pages of the site: ${name}`, async () => {
    for (const address of ["index.html", "calculator.html", "gallery.html", "catalogue.html#part=accelerators&entry=h100-sxm", "sources.html", "accuracy.html"]) {
      const { page, faults } = await site(address, options);
      await page.waitForTimeout(600);
      assert.deepEqual(await violations(page), [], address);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), options.viewport.width, `${address} fits`);
      assert.deepEqual(faults, [], address);
      await page.close();
    }
  });
}

/** Opens what can be opened in an element; of what is alike the first three, since axe takes its time for each. */
async function openAll(page, tag) {
  await page.evaluate(async (name) => {
    const element = document.querySelector(name);
    const root = element.shadowRoot;
    for (const details of root.querySelectorAll("details:not(.usual)")) details.open = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const few = (selector) => [...root.querySelectorAll(selector)].slice(0, 3);
    for (const details of few("details.usual")) details.open = true;
    for (const button of [...few(".opens[aria-expanded=false]"), ...root.querySelectorAll(".plain")]) {
      button.click();
      await element.updateComplete;
    }
  }, tag);
  if (tag === CALCULATOR) await page.locator(`${tag} input[type=search]`).fill("share");
  await page.waitForTimeout(200);
}

/** What is smaller than 24 px, apart from numbers in a sentence and links in texts, which may be. */
function small(page, tag) {
  return page.evaluate((name) => {
    const targets = [...document.querySelector(name).shadowRoot.querySelectorAll("button:not(.number), summary, select, input")].filter((target) => target.checkVisibility());
    return targets.filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width < 24 || height < 24;
    }).map((target) => target.outerHTML.slice(0, 120));
  }, tag);
}

test("the focus is seen, and nothing hides it, all through a calculator", async () => {
  const { page } = await publisher(EXAMPLES[CALCULATOR], { ...DESKTOP, viewport: { width: 700, height: 600 } });
  const seen = new Set();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const target = document.querySelector("wattflop-calculator")?.shadowRoot.activeElement;
      if (!target) return null;
      const { left, top, width, height } = target.getBoundingClientRect();
      const hit = target.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
      return { name: target.outerHTML.slice(0, 80), isSeen: target.contains(hit) || hit?.contains(target) || false, outline: getComputedStyle(target.closest("label") ?? target).outlineStyle };
    });
    if (!at) break;
    seen.add(at.name);
    assert.ok(at.isSeen, `${at.name} is hidden`);
    assert.notEqual(at.outline, "none", `${at.name} has no outline`);
  }
  assert.ok(seen.size > 20, `${seen.size} stops`);
  await page.close();
});

test("state survives reload and back, and is in the address", async () => {
  const { page, faults } = await site("calculator.html");
  await page.getByLabel("Cluster", { exact: true }).selectOption("colossus-1");
  await page.getByLabel("Cost", { exact: true }).selectOption("decay");
  const pue = page.getByLabel("Power usage effectiveness, averaged over the year", { exact: true });
  await pue.fill("1.1..1.3");
  await pue.press("Enter");
  assert.equal(new URL(page.url()).hash, "#v=1&cluster=colossus-1&pue=1.1..1.3&cost=decay");
  const shown = await page.locator(`${CALCULATOR} [part=value]`).allTextContents();
  await page.reload();
  await page.waitForSelector(`${CALCULATOR} .is-given`);
  assert.deepEqual(await page.locator(`${CALCULATOR} [part=value]`).allTextContents(), shown);
  assert.equal(await pue.inputValue(), "1.1..1.3");
  await page.goBack();
  await page.waitForSelector(`${CALCULATOR} .is-given`, { state: "detached" });
  assert.equal(new URL(page.url()).hash, "#v=1&cluster=colossus-1&cost=decay");
  await page.goBack();
  await page.goBack();
  assert.equal(await page.getByLabel("Cluster", { exact: true }).inputValue(), "xai-gigafactory");
  assert.deepEqual(faults, []);
  await page.close();
});

for (const { address, expect } of JSON.parse(readFileSync(path("tests/page/addresses.json"), "utf8"))) {
  test(`an address of old opens: ${address.slice(0, 60)}`, async () => {
    const { page, faults } = await site(`calculator.html#${address}`);
    for (const [at, text] of Object.entries(expect.given ?? {}).filter(([at]) => !at.endsWith(".accelerator"))) {
      const input = page.locator(`${CALCULATOR} #in-${at.replaceAll(".", "-")}`);
      if (await input.count()) assert.ok(text.startsWith((await input.inputValue()).replace(/,(?=\d{3})/g, "")), at);
    }
    assert.equal(await page.getByLabel("Cluster", { exact: true }).inputValue(), expect.cluster ?? "xai-gigafactory");
    assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test("an address that nobody can read is said, and the rest goes on", async () => {
  const { page } = await site("calculator.html");
  const before = await value(page, "Power at peak");
  await page.evaluate(() => { location.hash = "#v=1&cluster=xai-gigafactry"; });
  await page.getByRole("alert").getByText("did you mean `xai-gigafactory`?").waitFor();
  assert.equal(await value(page, "Power at peak"), before);
  await page.evaluate(() => { location.hash = "#v=7&cluster=x"; });
  await page.getByRole("alert").getByText(/newer version/).waitFor();
  await page.close();
});

test("one bad value in a link is said on top, and the calculator is still there", async () => {
  const usual = operate("xai-gigafactory").figures["power.facility.peak"].text;
  for (const [hash, told] of Object.entries({ "v=1&cluster=xai-gigafactory&pue=0.9": /Power usage effectiveness, averaged over the year: 0\.9/, "v=1&foo=1": /`foo`/, "v=1&cost=xyz": /annuity, straight_line/, "v=1&cluster=nowhere": /nowhere/, "v=2": /newer version \(2\)/, "v=abc": /no known version: `abc`/ })) {
    const { page, faults } = await site(`calculator.html#${hash}`);
    await page.locator(`${CALCULATOR} [part=error]`, { hasText: told }).waitFor();
    assert.equal(await value(page, "Power at peak"), usual, hash);
    assert.deepEqual(faults, []);
    await page.close();
  }
});

test("while one input moves, the way back stays one step", async () => {
  const { page } = await site("calculator.html");
  const before = await page.evaluate(() => history.length);
  await page.getByLabel("Power usage effectiveness, averaged over the year, slider").focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => history.length), before + 1);
  await page.goBack();
  await page.waitForFunction(() => location.hash === "");
  await page.close();
});

test("what IT alone does not change says that it is of the whole facility", async () => {
  const { page } = await publisher(EXAMPLES[CALCULATOR]);
  const rows = page.locator(`${CALCULATOR} [part=row]`, { hasText: "for the whole facility" });
  assert.equal(await rows.count(), 0);
  await page.getByLabel("Electricity", { exact: true }).selectOption("it");
  const labels = await rows.locator(".label").allTextContents();
  assert.deepEqual(labels, ["Carbon of that electricity", "Carbon of making the chips", "Water for cooling", "Water at the power plants", "Cost to build", "Cost to own and run", "Electricity bill"]);
  assert.equal(await page.locator(`${CALCULATOR} .label`, { hasText: "at peak" }).count(), 0);
  await page.close();
});

test("on a phone the inputs follow the choices, under the headline results", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR], { ...DESKTOP, viewport: { width: 390, height: 844 } });
  const top = (part) => page.locator(`${CALCULATOR} ${part}`).first().evaluate((element) => element.getBoundingClientRect().top + scrollY);
  assert.ok(await top("[part=field]") < 844, "the first input is on the first screen");
  assert.ok(await top("[part=field]") < await top("[part=row]"));
  const load = page.getByLabel("Price of electricity, slider");
  const glance = page.locator(`${CALCULATOR} .glance`);
  await load.focus();
  await page.keyboard.press("End");
  const cost = await value(page, "Cost to own and run");
  assert.ok((await glance.textContent()).includes(cost));
  assert.notEqual(cost, operate("xai-gigafactory").figures["cost.annuity.total"].text);
  const [bar, input] = await Promise.all([glance.boundingBox(), load.boundingBox()]);
  assert.ok(bar.y >= 0 && bar.y + bar.height <= input.y, "both are in sight");
  assert.deepEqual(faults, []);
  await page.close();
});

test("euros are a choice, and come with a rate", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR]);
  await page.getByText("All other inputs", { exact: true }).click();
  for (const title of ["Operation", "Failures", "Finance", "Money"]) await page.getByRole("heading", { name: title, exact: true }).first().waitFor();
  await page.getByLabel("Currency", { exact: true }).selectOption({ label: "Euro (EUR)" });
  const { text } = operate({ cluster: "xai-gigafactory", money: { currency: "eur", rate_year: "2025" } }).figures["cost.capex.total"];
  assert.equal(await value(page, "Cost to build"), text);
  await page.getByLabel("Currency", { exact: true }).selectOption("usd");
  assert.equal(await value(page, "Cost to build"), operate("xai-gigafactory").figures["cost.capex.total"].text);
  assert.deepEqual(faults, []);
  await page.close();
});

test("what is copied of a calculator with a JSON child is what is on the screen, picture and all", async () => {
  const { page } = await publisher(`<wattflop-calculator frame="/frame.html"><script type="application/json">{ "scenario": { "cluster": "colossus-1", "site": { "pue": "1.1" } } }</script></wattflop-calculator>`, { ...DESKTOP, ...CLIPBOARD });
  await page.getByLabel("Cluster", { exact: true }).selectOption("stargate-10gw");
  await page.getByLabel("Picture", { exact: true }).selectOption("hour");
  const pue = page.getByLabel("Power usage effectiveness, averaged over the year", { exact: true });
  await pue.fill("1.3");
  await pue.press("Enter");
  const shown = await page.locator(`${CALCULATOR} [part=value]`).allTextContents();
  await shared(page).click();
  for (const name of ["Code to embed, live", "Code to embed, frozen"]) {
    await page.getByRole("button", { name }).click();
    await page.waitForTimeout(200);
    const code = await copied(page);
    assert.match(code, /picture="hour"/);
    const other = await publisher(code.replace(/<script type="module".*?<\/script>/, ""));
    assert.deepEqual(await other.page.locator(`${CALCULATOR} [part=value]`).allTextContents(), shown);
    assert.equal(await other.page.getByLabel("Picture", { exact: true }).inputValue(), "hour");
    await other.page.close();
  }
  await page.close();
});

test("code of a frame and links keep French; a switch of the site survives a reload", async () => {
  const { page } = await site("calculator.html", { ...DESKTOP, ...CLIPBOARD });
  await page.getByRole("button", { name: "Français" }).click();
  await page.getByRole("button", { name: "Sombre" }).click();
  await page.reload();
  await page.getByText("Puissance de pointe").first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await shared(page).click();
  await page.getByRole("button", { name: "Lien", exact: true }).click();
  await page.getByText("Copié.").waitFor();
  assert.match(await copied(page), /calculator\.html\?lang=fr/);
  await page.getByRole("button", { name: "Code d’un cadre" }).click();
  await page.waitForTimeout(150);
  assert.match(await copied(page), /frame\.html\?lang=fr#v=1/);
  assert.match(await page.getByRole("link", { name: "Catalogue" }).getAttribute("href"), /lang=fr/);
  await page.getByRole("button", { name: "English" }).click();
  await page.reload();
  await page.getByText("Power at peak").first().waitFor();
  await page.close();
});

test("the gallery hands out a code for every exhibit, with whole addresses", async () => {
  const { page } = await site("gallery.html");
  for (const [tag, count] of [["wattflop-chart", 2], ["wattflop-calculator", 1]]) assert.equal(await page.locator(`.exhibit[data-tag=${tag}] .code`).count(), count);
  await page.locator("[data-tag=wattflop-chart] .code").nth(1).getByText('timeline="colossus"').waitFor();
  assert.ok((await page.locator("[data-tag=wattflop-calculator] .code").textContent()).includes(`frame="${server.origin}/frame.html"`));
  await page.close();
});

test("every file that is kept opens", async () => {
  const { page, faults } = await publisher(EXAMPLES[CALCULATOR]);
  await shared(page).click();
  const kept = async (label) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: label, exact: true }).click()]);
    return readFileSync(await download.path());
  };
  const png = await kept("PNG");
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.ok(png.readUInt32BE(16) >= 1000, "twice as fine");
  const svg = (await kept("SVG")).toString();
  assert.match(svg, /^<svg [\s\S]*<\/svg>\s*$/);
  assert.equal(await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror"), svg), null);
  assert.match((await kept("CSV")).toString(), /Annuity/);
  assert.match(JSON.parse(await kept("Vega-Lite")).$schema, /vega-lite/);
  const scenario = parse((await kept("Scenario")).toString());
  const all = JSON.parse(await kept("Figures JSON"));
  const { figures } = operate(scenario);
  assert.equal(all.figures["power.facility.peak"].value, figures["power.facility.peak"].value);
  const rows = (await kept("Figures CSV")).toString().trimEnd().split("\r\n");
  assert.equal(rows.length, Object.keys(figures).length + 1);
  assert.deepEqual(faults, []);
  await page.close();
});

test("link, code and citation are copied; the code shows the same, live and frozen", async () => {
  const { page, faults } = await site("calculator.html#v=1&cluster=colossus-1&task=train&model=grok-2&pue=1.1..1.3&cost=decay", { ...DESKTOP, ...CLIPBOARD });
  const shown = await page.locator(`${CALCULATOR} [part=value]`).allTextContents();
  await shared(page).click();
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await page.getByText("Copied.").waitFor();
  assert.equal(await copied(page), page.url());
  await page.getByRole("button", { name: "Citation" }).click();
  await page.waitForTimeout(100);
  assert.match(await copied(page), /wattflop \d.*2026\.11.*Grok-2.* @ xAI Colossus phase 1.*MW.*Epoch AI.*Our World in Data and Ember/);
  const codes = [];
  for (const name of ["Code to embed, live", "Code to embed, frozen"]) {
    await page.getByRole("button", { name }).click();
    await page.waitForTimeout(150);
    codes.push(await copied(page));
  }
  assert.match(codes[0], /cluster="colossus-1" model="grok-2" set="site\.pue=1\.1\.\.1\.3" cost="decay"/);
  assert.match(codes[1], /wattflop@\d+\.\d+\.\d+\/dist\/embed\.js[\s\S]*edition="2026\.11"/);
  assert.deepEqual(faults, []);
  await page.close();
  for (const code of codes) {
    const other = await publisher(code.replace(/<script type="module".*?<\/script>/, ""));
    assert.deepEqual(other.faults, [], code.slice(0, 300));
    const again = await other.page.locator(`${CALCULATOR} [part=value]`).allTextContents();
    assert.deepEqual(again, shown);
    assert.deepEqual(other.faults, []);
    await other.page.close();
  }
});

test("a frame is as high as what it shows, on another page, without scripts of it inline", async () => {
  const { page, faults } = await open(browser, `${server.origin}/tests/page/blank.html`, DESKTOP);
  await put(page, `<main><h1>Page</h1><iframe title="wattflop" src="/frame.html?lang=fr#v=1&cluster=colossus-1" data-wattflop width="100%" height="300"></iframe></main>`);
  await page.evaluate(() => { document.head.append(Object.assign(document.createElement("script"), { src: "/frame.js" })); });
  const frame = page.frameLocator("iframe");
  await frame.locator(`${CALCULATOR} [part=field]`).first().waitFor();
  await frame.getByText("Puissance de pointe").waitFor();
  await page.waitForFunction(() => Number(document.querySelector("iframe").height) > 1000);
  const inner = await frame.locator("html").evaluate((root) => root.scrollHeight);
  await page.waitForFunction((height) => Math.abs(Number(document.querySelector("iframe").height) - height) < 40, inner);
  assert.deepEqual(faults, []);
  await page.close();
});

test("a broken attribute is said in place, with the static content, and the rest goes on", async () => {
  const broken = {
    [`<wattflop-figure cluster="xai-gigafactry" figure="power.facility.peak">static</wattflop-figure>`]: /did you mean `xai-gigafactory`/,
    [`<wattflop-figure cluster="xai-gigafactory" figure="power.facility.peek">static</wattflop-figure>`]: /power\.facility\.peak/,
    [`<wattflop-figure clusters="stargate-10gw" figure="power.facility.peak">static</wattflop-figure>`]: /`cluster` needs the id/,
    [`<wattflop-figure cluster="xai-gigafactory" figure="power.facility.peak" unit="litre">static</wattflop-figure>`]: /litre/,
    [`<wattflop-figure>static</wattflop-figure>`]: /needs the path of a figure/,
    [`<wattflop-chart of="pie">static</wattflop-chart>`]: /operate, train, serve, compare/,
    [`<wattflop-chart of="why" clusters="xai-gigafactory" figure="cost.annuity.total">static</wattflop-chart>`]: /two clusters or more/,
    [`<wattflop-calculator set="site.pue">static</wattflop-calculator>`]: /`set` needs inputs/,
    [`<wattflop-calculator cost="anuity">static</wattflop-calculator>`]: /annuity, straight_line/,
    [`<wattflop-ledger figure="cost.anuity.total">static</wattflop-ledger>`]: /cost\.annuity\.total/,
    [`<wattflop-chart><script type="application/json">{"of": </script>static</wattflop-chart>`]: /JSON/,
    [`<wattflop-chart><script type="application/json">{"off": "cost"}</script>static</wattflop-chart>`]: /`off`/,
  };
  const html = Object.keys(broken).map((one) => `<div class="broken">${one}</div>`).join("");
  const { page, faults } = await publisher(`${html}${EXAMPLES["wattflop-figure"]}`, DESKTOP, "en", []);
  for (const [place, told] of Object.values(broken).entries()) {
    const box = page.locator(".broken").nth(place);
    await box.scrollIntoViewIfNeeded();
    await box.locator("[part=error]").waitFor();
    assert.match(await box.locator("[part=error]").textContent(), told);
    assert.ok(await box.evaluate((element) => element.textContent.includes("static")));
  }
  await page.locator("#right wattflop-figure [part=value]").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(faults, []);
  await page.close();
});

test("two widgets and two versions on one page", async () => {
  const { page, faults } = await publisher(`<wattflop-calculator id="one"></wattflop-calculator><wattflop-calculator id="two" cluster="colossus-1"></wattflop-calculator>`);
  await page.evaluate(() => new Promise((resolve) => {
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/package/other/embed.js", onload: resolve }));
  }));
  await page.locator("#two [part=field]").first().waitFor();
  const pue = page.locator("#one").getByLabel("Power usage effectiveness, averaged over the year", { exact: true });
  await pue.fill("2");
  await pue.press("Enter");
  await page.locator("#one .is-given").waitFor();
  assert.equal(await page.locator("#two .is-given").count(), 0);
  assert.equal(await page.evaluate(() => location.hash), "");
  assert.deepEqual(faults, []);
  await page.close();
});

for (const tag of Object.keys(EXAMPLES)) {
  test(`the entry of ${tag} defines it alone`, async () => {
    const { page, faults } = await open(browser, `${server.origin}/tests/page/bare.html`, DESKTOP);
    await put(page, `<main><h1>Page</h1>${Object.values(EXAMPLES).join("")}</main>`);
    await page.evaluate((name) => import(`/package/elements/${name}.js`), tag.replace("wattflop-", ""));
    await page.evaluate((name) => document.querySelector(name).start(), tag);
    await page.waitForSelector(`${tag} ${READY[tag]}`);
    const defined = await page.evaluate((names) => names.filter((name) => customElements.get(name)), Object.keys(EXAMPLES));
    assert.deepEqual(defined, [tag]);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test("a third language is one file, which a page registers; what stands in it changes at once", async () => {
  const { page, faults } = await open(browser, `${server.origin}/tests/page/bare.html`, DESKTOP);
  await page.evaluate(() => { document.documentElement.lang = "de-AT"; });
  await put(page, `<main><h1>Page</h1>${EXAMPLES["wattflop-chart"]}</main>`);
  await page.evaluate(() => import("/package/elements/chart.js"));
  const button = page.locator("wattflop-chart .plain");
  await button.getByText("As a table").waitFor();
  await page.evaluate(async () => {
    const [{ registerLocale }, { en }] = await Promise.all([import("/package/elements/chart.js"), import("/package/locales/en.js")]);
    registerLocale("de", { ...en, table: "Als Tabelle" });
  });
  await button.getByText("Als Tabelle").waitFor();
  assert.equal(await page.locator("wattflop-chart [part=root]").getAttribute("lang"), "de");
  await page.evaluate(() => { document.documentElement.lang = "fr"; });
  await button.getByText("En tableau").waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});

test("a JSON child, properties and events", async () => {
  const { page, faults } = await publisher(`<wattflop-chart><script type="application/json">{ "of": "cost", "scenario": { "cluster": "colossus-1", "site": { "pue": "1.1" } }, "parts": "bill" }</script></wattflop-chart>`);
  assert.match(await page.locator("wattflop-chart svg title").textContent(), /xAI Colossus phase 1: what is bought/);
  const told = await page.evaluate(async () => {
    const told = [];
    for (const name of ["ready", "change", "error"]) document.addEventListener(`wattflop-${name}`, ({ type, detail }) => told.push([type, detail.state ?? ""]));
    const element = document.createElement("wattflop-calculator");
    element.scenario = { cluster: { preset: "colossus-1" }, site: { pue: 1.2 } };
    document.querySelector("main").append(element);
    await element.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const select = element.shadowRoot.querySelector("#pick-cost");
    select.value = "decay";
    select.dispatchEvent(new Event("change"));
    return { told, power: element.result.site.pue };
  });
  assert.deepEqual(told, { told: [["wattflop-ready", ""], ["wattflop-change", "v=1&cluster=colossus-1&cost=decay"]], power: 1.2 });
  assert.deepEqual(faults, []);
  await page.close();
});

test("light turns dark by any rule of the page, and pictures follow", async () => {
  const { page } = await publisher(EXAMPLES["wattflop-chart"]);
  const ink = () => page.locator("wattflop-chart svg text").first().getAttribute("fill");
  const light = await ink();
  await page.evaluate(() => { document.documentElement.style.colorScheme = "dark"; });
  await page.waitForFunction((before) => document.querySelector("wattflop-chart").shadowRoot.querySelector("svg text").getAttribute("fill") !== before, light);
  await page.evaluate(() => { document.querySelector("wattflop-chart").theme = "light"; });
  await page.waitForFunction((before) => document.querySelector("wattflop-chart").shadowRoot.querySelector("svg text").getAttribute("fill") === before, light);
  await page.close();
});

test("forced colours, reduced motion, print: everything is still there", async () => {
  const { page, faults } = await publisher(Object.values(EXAMPLES).join(""), { ...DESKTOP, forcedColors: "active", reducedMotion: "reduce" });
  await page.screenshot({ path: path("dist/screenshots/widgets-forced-colours.png"), fullPage: true });
  await page.emulateMedia({ media: "print", forcedColors: "none" });
  assert.ok(await page.locator(`${CALCULATOR} [part=value]`).first().isVisible());
  assert.ok(!(await shared(page).isVisible()));
  await page.screenshot({ path: path("dist/screenshots/widgets-print.png"), fullPage: true });
  assert.deepEqual(faults, []);
  await page.close();
});

test("the manifest names the attributes, parts and custom properties that there are", async () => {
  const { page } = await publisher(Object.values(EXAMPLES).join(""));
  for (const tag of ["wattflop-compare", CALCULATOR]) await page.locator(`${tag} .opens`).first().click();
  await page.locator("wattflop-figure .number").click();
  await page.locator("wattflop-figure [part=credits]").waitFor();
  await page.keyboard.press("Escape");
  const shown = {};
  for (const tag of ["wattflop-chart", CALCULATOR]) {
    await page.locator(`${tag} .points`).focus();
    await page.keyboard.press("Home");
    shown[tag] = await page.locator(`${tag} [part=tip]`).count();
  }
  assert.deepEqual(shown, { "wattflop-chart": 1, [CALCULATOR]: 1 });
  for (const [tag, { attributes, parts }] of Object.entries(ELEMENTS)) {
    const found = await page.evaluate((name) => {
      const observed = customElements.get(name).observedAttributes;
      const shown = [...document.querySelector(name).shadowRoot.querySelectorAll("[part]")].map((element) => element.getAttribute("part"));
      const style = document.querySelector(name).shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(" ");
      return { observed, shown: [...new Set(shown)], properties: [...new Set(style.match(/--wattflop-[\w-]+/g))] };
    }, tag);
    assert.deepEqual(found.observed.toSorted(), Object.keys(attributes).toSorted(), tag);
    for (const part of found.shown) assert.ok(parts.includes(part), `${tag} shows ${part}`);
    for (const part of parts.filter((name) => !["error", "tip"].includes(name))) assert.ok(found.shown.includes(part), `${tag} has no ${part}`);
    for (const name of found.properties) assert.ok(name in PROPERTIES, name);
  }
  await page.close();
});

test("the site: pages in French, the catalogue by search, the gallery by its manifest", async () => {
  const { page, faults } = await site("catalogue.html?lang=fr");
  await page.getByText(`${list("clusters").rows.length} entrées`).waitFor();
  const rows = page.locator("#rows tbody");
  for (const text of [/500\s+milliards de dollars/, /100\u202f000\u00a0×\u00a0H100 SXM5/, /GB200 \(nombre inconnu\)/, /loué à Oracle/, /11 août 2024/]) assert.match(await rows.textContent(), text);
  assert.doesNotMatch(await rows.textContent(), /\$|billion|\? /);
  assert.equal(await page.getByRole("button", { name: "xAI Colossus phase 1" }).getAttribute("lang"), "en");
  await page.getByLabel("Partie").selectOption("accelerators");
  await page.getByLabel("Chercher").fill("h100");
  await page.getByText("3 entrées").waitFor();
  await page.getByRole("button", { name: "NVIDIA H100 SXM5 80GB" }).click();
  await page.getByRole("heading", { name: "NVIDIA H100 SXM5 80GB" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "NVIDIA H100 SXM5 80GB");
  assert.ok((await page.locator("#entry a").count()) > 2);
  assert.match(page.url(), /#part=accelerators&search=h100&entry=h100-sxm$/);
  assert.doesNotMatch(await page.locator("#entry table").textContent(), /Remarque/, "no remark where there is none");
  await page.evaluate(() => { location.hash = "part=coolings&entry=air-chiller"; });
  await page.locator("#entry th", { hasText: "Zone climatique 8" }).waitFor();
  assert.deepEqual((await page.locator("#entry tbody th[scope=row], #entry th[scope=row]").allTextContents()).map((name) => name.at(-2) + name.at(-1)).slice(0, 2), ["1A", "2A"]);
  await page.locator("#entry").getByRole("link", { name: "tout ce qui repose dessus" }).first().click();
  await page.getByText("1 document", { exact: true }).waitFor();
  await page.locator("#sources tbody tr:visible").getByText("refroidissement", { exact: false }).first().click();
  await page.getByLabel("Chercher").fill("epoch refroidissement");
  await page.getByText("0 document", { exact: true }).waitFor();
  await page.getByLabel("Chercher").fill("reseaux ember");
  await page.locator("#sources tbody tr:visible").getByRole("link", { name: /^Our World in Data/ }).waitFor();
  assert.match(page.url(), /sources\.html\?lang=fr#search=reseaux%20ember$/);
  await page.goto(`${server.origin}/gallery.html`);
  for (const tag of Object.keys(ELEMENTS)) await page.locator(`.exhibit[data-tag=${tag}] .code`).getByText(`<${tag}`).first().waitFor();
  await page.goto(`${server.origin}/gallery.html?lang=fr`);
  await page.getByText("Attributs, événements, parties").first().click();
  await page.getByText("Montre la plage à 90\u00a0% entre parenthèses.").waitFor();
  await page.goto(`${server.origin}/accuracy.html?lang=fr`);
  await page.getByText("Toutes les erreurs, par source").click();
  await page.locator("[data-fr] td", { hasText: /^0,9000$/ }).first().waitFor();
  assert.equal(await page.locator("td", { hasText: /^\d\.\d+e-/ }).count(), 0);
  assert.deepEqual(faults, []);
  await page.close();
});

test("the first page answers at a glance, before any script, and with live figures after it", async () => {
  const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(`${server.origin}/index.html`);
  const { figures } = operate("xai-gigafactory");
  assert.ok((await still.locator(".duel").textContent()).includes(figures["power.facility.peak"].text));
  const [ours, theirs] = ["xai-gigafactory", "stargate-10gw"].map((cluster) => operate(cluster).figures["power.facility.peak"].value);
  assert.match(await still.locator(".answer").innerText(), new RegExp(`${Math.round(theirs / ours)}\\stimes the power`));
  const areas = await still.locator(".squares rect").evaluateAll((squares) => squares.map((square) => square.getAttribute("height") ** 2));
  assert.ok(Math.abs(areas[0] / areas[1] / (theirs / ours) - 1) < 0.02, "areas are to scale");
  await context.close();
  const { page, faults } = await site("index.html");
  await page.locator(".duel tr[data-path='power.facility.peak'] .times", { hasText: "× 55" }).waitFor();
  const box = await page.locator(".duel").boundingBox();
  assert.ok(box.y + box.height < 1100, "the answer stands on the first screen or so");
  assert.deepEqual(faults, []);
  await page.close();
});

for (const [name, address, options] of [["calculator", "calculator.html", DESKTOP], ["calculator-dark", "calculator.html", DARK], ["gallery", "gallery.html", DESKTOP], ["catalogue", "catalogue.html", DESKTOP], ["calculator-phone", "calculator.html?lang=fr", { ...DESKTOP, viewport: { width: 390, height: 844 } }]]) {
  test(`screenshot: ${name}`, async () => {
    const { page, faults } = await site(address, options);
    await page.waitForTimeout(800);
    await page.screenshot({ path: path(`dist/screenshots/${name}.png`), fullPage: true });
    assert.deepEqual(faults, []);
    await page.close();
  });
}
