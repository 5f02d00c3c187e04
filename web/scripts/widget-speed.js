// How fast the widgets are in Chromium, by the script of a page (`embed.js`): `npm run bench:widgets`.
// With folders of other builds behind it (`npm run bench:widgets -- ../../before/dist`) they are measured in turns, since machines are noisy.
//
// First paint: from the script's `load` event to the first frame after the widget has its figures.
// Until all is there: the same until a calculator has its chart and what matters most; and the longest task meanwhile, in which a page hears no one.
// Input to picture: from a slider's `input` event until figures and chart are drawn anew and laid out, and until the frame after that.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, open } from "../tests/page/browser.js";
import { serve } from "./server.js";

const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const ELEMENTS = {
  "wattflop-figure": { figure: "power.facility.peak" },
  "wattflop-chart": { of: "cost", parts: "views" },
  "wattflop-compare": { clusters: "xai-gigafactory, stargate-10gw" },
  "wattflop-calculator": {},
  "wattflop-ledger": { figure: "cost.annuity.total" },
};
const ROUNDS = 9;
const MOVES = 200;

const [own, ...others] = [folder("dist"), ...process.argv.slice(2).map((name) => resolve(name))];

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const told = (values) => `median ${at(values, 0.5).toFixed(1)} ms, 95th percentile ${at(values, 0.95).toFixed(1)} ms, least ${at(values, 0).toFixed(1)} ms`;

/** In a fresh page: the time from the script's load to the first frame with figures. */
async function firstPaint(browser, origin, tag, attributes) {
  const { page } = await open(browser, `${origin}/tests/page/bare.html`, { viewport: { width: 1280, height: 900 } });
  const time = await page.evaluate(([name, said]) => new Promise((resolve) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(said)) element.setAttribute(key, value);
    let loaded = Infinity;
    element.addEventListener("wattflop-ready", async () => {
      await element.updateComplete;
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - loaded)));
    });
    document.body.append(element);
    const script = Object.assign(document.createElement("script"), { type: "module", src: "/package/embed.js" });
    script.addEventListener("load", () => { loaded = performance.now(); });
    document.head.append(script);
  }), [tag, attributes]);
  await page.close();
  return time;
}

/** In a fresh page: the time from the script's load until all of a calculator is there, and the longest task after the first figures. */
async function whole(browser, origin) {
  const { page } = await open(browser, `${origin}/tests/page/bare.html`, { viewport: { width: 1280, height: 900 } });
  const found = await page.evaluate(() => new Promise((resolve) => {
    const element = document.createElement("wattflop-calculator");
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
    let [loaded, ready] = [0, 0];
    element.addEventListener("wattflop-ready", () => { ready = performance.now(); });
    document.body.append(element);
    const script = Object.assign(document.createElement("script"), { type: "module", src: "/package/embed.js" });
    script.addEventListener("load", () => { loaded = performance.now(); });
    document.head.append(script);
    const look = setInterval(() => {
      const { shadowRoot } = element;
      if (!shadowRoot?.querySelector(".picture svg") || !shadowRoot.querySelector(".matters p:not(.hint)")) return;
      clearInterval(look);
      const all = performance.now() - loaded;
      setTimeout(() => resolve({ all, longest: Math.max(0, ...tasks.filter(({ startTime }) => startTime > ready).map(({ duration }) => duration)) }), 100);
    }, 4);
  }));
  await page.close();
  return found;
}

/** Moves the sliders of a calculator. */
async function moves(browser, origin, task) {
  const { page } = await open(browser, `${origin}/tests/page/blank.html`, { viewport: { width: 1280, height: 900 } });
  await page.evaluate((name) => { document.body.innerHTML = `<wattflop-calculator task="${name}" model="${name === "serve" ? "llama3-70b" : ""}"></wattflop-calculator>`; }, task);
  await page.waitForSelector("wattflop-calculator [part=field]");
  await page.waitForTimeout(1500);
  const times = await page.evaluate(async (count) => {
    const element = document.querySelector("wattflop-calculator");
    const work = [];
    const frame = [];
    for (let move = 0; move < count; move += 1) {
      const sliders = [...element.shadowRoot.querySelectorAll(".inputs-side > .field .slider")];
      const slider = sliders[move % sliders.length];
      slider.value = String(40 + ((move * 37) % 120));
      const start = performance.now();
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await element.updateComplete;
      element.shadowRoot.querySelector(".picture svg").getBoundingClientRect();
      work.push(performance.now() - start);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      frame.push(performance.now() - start);
    }
    return { work, frame };
  }, MOVES);
  await page.close();
  return times;
}

/** Measures every build in turns, and says how long each took. */
async function each(rounds, what, measure) {
  const times = builds.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, { origin }] of builds.entries()) times[place].push(await measure(origin));
  }
  for (const [place, found] of times.entries()) console.log(`${what}${builds[place].name}: ${found[0].work ? moved(found[0]) : found[0].all ? filled(found) : told(found)}`);
}

const filled = (found) => `${told(found.map(({ all }) => all))}; longest task: ${told(found.map(({ longest }) => longest))}`;
const moved = ({ work, frame }) => `${told(work)}; to the frame after it: ${told(frame)}`;

const builds = [];
for (const dist of [own, ...others]) builds.push({ ...(await serve({ "/package/": dist, "/tests/": folder("tests") })), name: dist === own ? "" : `, ${dist}` });
const browser = await launch();
try {
  for (const [tag, attributes] of Object.entries(ELEMENTS)) await each(ROUNDS, `first paint, ${tag}`, (origin) => firstPaint(browser, origin, tag, attributes));
  await each(ROUNDS, "until all is there, wattflop-calculator", (origin) => whole(browser, origin));
  for (const task of ["operate", "train", "serve"]) await each(1, `input to picture, ${task}`, (origin) => moves(browser, origin, task));
} finally {
  await browser.close();
  for (const { close } of builds) await close();
}
