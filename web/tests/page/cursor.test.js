// The cursor on the points of a picture: by keys, pointer and finger (WCAG 2.1.1, 1.4.13, 2.5.8, 4.1.3).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chart } from "wattflop";
import { DESKTOP, NARROW, POLICY, launch, open, put, serveUnder, violations } from "./browser.js";

const VIEWS = `<wattflop-chart of="cost" parts="views"></wattflop-chart>`;
const SWEEP = `<wattflop-chart of="sweep" over="site.pue=1.1..1.5 by 0.1" figure="energy.facility"></wattflop-chart>`;
const COMPARED = `<wattflop-chart of="compare" clusters="xai-gigafactory, stargate-10gw"></wattflop-chart>`;
const TIMELINE = `<wattflop-chart of="timeline" timeline="colossus"></wattflop-chart>`;
const POINTS = "wattflop-chart .points";
const TIP = "wattflop-chart [part=tip]";

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

async function publisher(html, options = DESKTOP, lang = "en") {
  const opened = await open(browser, `${server.origin}/tests/page/blank.html`, options);
  await opened.page.evaluate((tag) => { document.documentElement.lang = tag; }, lang);
  await put(opened.page, `<main><h1>Page</h1>${html}<p id="end">End</p></main>`);
  await opened.page.waitForSelector(html.includes("wattflop-chart") ? `${POINTS} svg` : "wattflop-calculator .points svg");
  return opened;
}

const live = (page) => page.locator("wattflop-chart [aria-live]").textContent();
/** The texts of a row of a chart's tables, as its HTML has them. */
const cells = ({ html }, row) => [...[...html.matchAll(/<tr>(?!<th scope="col")(.*?)<\/tr>/g)][row][1].matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text);

test("by keyboard: arrows, Home and End read every point; Escape leaves, Tab goes on", async () => {
  const { page, faults } = await publisher(VIEWS);
  const drawn = chart("cost", { scenario: "xai-gigafactory", parts: ["views"] });
  const [first, second] = [cells(drawn, 0), cells(drawn, 1)];
  const last = cells(drawn, drawn.tables[0].rows.length - 1);
  await page.keyboard.press("Tab");
  const name = () => page.locator(`${TIP} .name`).textContent();
  assert.equal(await name(), first[0]);
  assert.equal(await page.locator(`${TIP} .at`).textContent(), first[1]);
  assert.match(await page.locator(TIP).textContent(), /90\s% range/);
  assert.ok((await live(page)).includes(`${first[0]}: ${first[1]}, 90\u00a0% range ${first[2]} – ${first[3]}`), await live(page));
  await page.keyboard.press("ArrowDown");
  assert.equal(await name(), second[0]);
  await page.keyboard.press("End");
  assert.equal(await name(), last[0]);
  await page.keyboard.press("ArrowRight");
  assert.equal(await name(), last[0]);
  await page.keyboard.press("Home");
  assert.equal(await name(), first[0]);
  assert.deepEqual(await violations(page), []);
  const focus = await page.locator(POINTS).evaluate((box) => [getComputedStyle(box).outlineStyle, getComputedStyle(box.querySelector(".marked rect")).strokeWidth]);
  assert.deepEqual(focus, ["solid", "2px"]);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(TIP).count(), 0);
  assert.equal(await live(page), "");
  await page.keyboard.press("ArrowDown");
  assert.equal(await name(), second[0]);
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(TIP).count(), 0);
  assert.deepEqual(faults, []);
  await page.close();
});

test("by pointer: the point beneath it, which the pointer may leave for what is said; Escape dismisses it", async () => {
  const { page, faults } = await publisher(VIEWS);
  const drawn = chart("cost", { scenario: "xai-gigafactory", parts: ["views"] });
  const frame = await page.locator(`${POINTS} svg`).first().boundingBox();
  await page.locator(`${POINTS} svg text`, { hasText: cells(drawn, 2)[0] }).first().hover();
  assert.equal(await page.locator(`${TIP} .name`).textContent(), cells(drawn, 2)[0]);
  const tip = await page.locator(TIP).boundingBox();
  await page.mouse.move(tip.x + tip.width / 2, tip.y + tip.height / 2, { steps: 8 });
  assert.equal(await page.locator(`${TIP} .name`).textContent(), cells(drawn, 2)[0]);
  await page.mouse.move(frame.x + 20, frame.y + frame.height + 200);
  assert.equal(await page.locator(TIP).count(), 0);
  await page.locator(`${POINTS} svg text`, { hasText: cells(drawn, 1)[0] }).first().hover();
  await page.locator(POINTS).focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(TIP).count(), 0);
  assert.deepEqual(faults, []);
  await page.close();
});

test("a point is a target of 24 px or more, and what is said stays inside the picture", async () => {
  for (const options of [DESKTOP, NARROW]) {
    const { page } = await publisher(SWEEP, options);
    const frame = await page.locator(`${POINTS} svg`).first().boundingBox();
    const drawn = await page.evaluate(() => {
      const paths = document.querySelector("wattflop-chart").shadowRoot.querySelectorAll(".picture path[stroke-width='2']");
      return [...paths].at(-1).getAttribute("d").match(/[\d.]+ [\d.]+/g).map((pair) => pair.split(" ").map(Number));
    });
    const scale = frame.width / Number(await page.locator(`${POINTS} svg`).first().getAttribute("width"));
    assert.equal(drawn.length, 5);
    for (const [place, [x, y]] of drawn.entries()) {
      for (const [dx, dy] of [[0, 0], [0, 12], [0, -12], [8, 8]]) {
        await page.mouse.move(frame.x + x * scale + dx, frame.y + y * scale + dy);
        const told = await page.locator(TIP).textContent();
        assert.ok(told.includes(["1.1", "1.2", "1.3", "1.4", "1.5"][place]), told);
      }
      const [tip, wide] = [await page.locator(TIP).boundingBox(), await page.evaluate(() => document.documentElement.scrollWidth)];
      assert.ok(tip.x >= frame.x - 1 && tip.x + tip.width <= frame.x + frame.width + 1);
      assert.equal(wide, options.viewport.width);
      const rect = await page.locator("wattflop-chart .marked rect").boundingBox();
      assert.ok(rect.width >= 23 && rect.height >= 23);
    }
    await page.close();
  }
});

test("by touch: a tap shows the point and leaves it there, a tap elsewhere takes it away", async () => {
  const { page, faults } = await publisher(COMPARED, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await page.locator(`${POINTS} svg text`, { hasText: "Stargate" }).nth(1).tap();
  await page.locator(TIP).waitFor();
  assert.equal(await page.locator(`${TIP} .name`).textContent(), "Stargate LLC programme");
  assert.ok((await page.locator(`${TIP} .of`).textContent()).length > 3);
  await page.locator("#end").tap();
  assert.equal(await page.locator(TIP).count(), 0);
  assert.deepEqual(faults, []);
  await page.close();
});

test("a row that stands in several panels is marked in each; all it says is told", async () => {
  const { page } = await publisher(TIMELINE);
  await page.keyboard.press("Tab");
  const panels = await page.locator("wattflop-chart .marked rect").count();
  assert.ok(panels >= 4, `${panels} panels`);
  await page.keyboard.press("End");
  const { tables } = chart("timeline", { timeline: "colossus" });
  assert.ok((await page.locator(`${TIP} p`).count()) > 4);
  assert.equal(await page.locator(`${TIP} .name`).textContent(), tables[0].rows.at(-1)[0]);
  await page.close();
});

test("in the calculator too, and in French; a slider's new picture has new points", async () => {
  const { page, faults } = await publisher(`<wattflop-calculator></wattflop-calculator>`, { ...DESKTOP, locale: "fr-FR" }, "fr");
  const points = page.locator("wattflop-calculator .points");
  await points.focus();
  await page.keyboard.press("ArrowDown");
  const value = () => page.locator("wattflop-calculator [part=tip] .at").textContent();
  assert.match(await value(), /milliards?/);
  assert.match(await points.getAttribute("aria-label"), /flèches/);
  assert.match(await page.locator("wattflop-calculator [part=tip]").textContent(), /Plage à 90/);
  const before = await value();
  await page.locator("wattflop-calculator #in-site-electricity").fill("0,2");
  await page.locator("wattflop-calculator #in-site-electricity").press("Enter");
  await points.focus();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await value(), before);
  assert.deepEqual(faults, []);
  await page.close();
});
