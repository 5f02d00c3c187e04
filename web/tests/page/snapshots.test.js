// How the elements look, beside pictures that were looked at and committed: in a third of their size and 216 colours, to be small.
//
// `WATTFLOP_BLESS=1 node --test tests/page/snapshots.test.js` takes them anew, after a change that is meant and was looked at.
// Letters differ from one browser and system to the next: where they are not those that the pictures were taken with, the tests
// are skipped, and say so.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { DESKTOP, POLICY, launch, open, path, put, serveUnder } from "./browser.js";

const ELEMENTS = {
  figure: [`<p>It draws <wattflop-figure cluster="xai-gigafactory" figure="power.facility.peak" range>…</wattflop-figure> at its peak.</p>`, "[part=value]"],
  chart: [`<wattflop-chart of="cost" parts="views"></wattflop-chart>`, "svg"],
  compare: [`<wattflop-compare clusters="xai-gigafactory, stargate-10gw"></wattflop-compare>`, "[part=table]"],
  calculator: [`<wattflop-calculator></wattflop-calculator>`, "[part=field]"],
  ledger: [`<wattflop-ledger figure="power.facility.peak"></wattflop-ledger>`, "[part=tree]"],
};
const LOOKS = {
  light: [DESKTOP],
  dark: [{ ...DESKTOP, colorScheme: "dark" }],
  phone: [{ viewport: { width: 390, height: 844 }, locale: "en-GB" }],
  french: [{ ...DESKTOP, locale: "fr-FR" }, {}, "fr"],
  print: [DESKTOP, { media: "print" }],
  "forced-colours": [DESKTOP, { forcedColors: "active" }],
};
/** How far a colour may be off, of 255, before a pixel counts as another; and the share of pixels that may: a figure that moved, not a line. */
const COLOUR = 60;
const SHARE = 0.005;
const SCALE = 1 / 3;

const isBlessed = Boolean(process.env.WATTFLOP_BLESS);
const folder = path("tests/page/snapshots");
const differences = path("dist/screenshots/differences");

let browser;
let server;
/** A page in which pictures are scaled and compared. */
let desk;
let made;
before(async () => {
  browser = await launch();
  server = await serveUnder(POLICY);
  desk = await browser.newPage();
  mkdirSync(folder, { recursive: true });
  mkdirSync(differences, { recursive: true });
  made = { chromium: browser.version(), system: `${process.platform} ${process.arch}`, letters: await desk.evaluate(letters) };
  if (isBlessed) writeFileSync(`${folder}/made.json`, `${JSON.stringify(made, null, 2)}\n`);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** How wide a text is in the fonts that elements ask for. */
function letters() {
  const context = document.createElement("canvas").getContext("2d");
  return ["system-ui, sans-serif", "Palatino, Charter, Georgia, serif", "ui-monospace, Menlo, monospace"].map((font) => {
    context.font = `600 100px ${font}`;
    return context.measureText("Gigafactory 0123456789 ≈ × –").width.toFixed(2);
  }).join(" ");
}

/** What is other than when the pictures were taken; nothing where all is the same. */
function otherwise() {
  if (!existsSync(`${folder}/made.json`)) return "no pictures are committed";
  const then = JSON.parse(readFileSync(`${folder}/made.json`, "utf8"));
  const other = Object.keys(then).filter((key) => then[key] !== made[key]);
  return other.map((key) => `${key}: the pictures were taken with ${then[key]}, and here is ${made[key]}`).join("; ");
}

const data = (png) => `data:image/png;base64,${png.toString("base64")}`;

/** The levels of red, green and blue, and all colours of them. */
const LEVELS = 6;
const PALETTE = Buffer.from(Array.from({ length: LEVELS ** 3 }, (_, at) => [Math.floor(at / LEVELS ** 2), Math.floor(at / LEVELS) % LEVELS, at % LEVELS].map((level) => (255 / (LEVELS - 1)) * level)).flat());

/** A picture, small: a byte a pixel. */
async function small(png) {
  const { width, height, pixels } = await desk.evaluate(async ([source, scale, levels]) => {
    const image = await createImageBitmap(await (await fetch(source)).blob());
    const [width, height] = [image.width, image.height].map((side) => Math.round(side * scale));
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, width, height);
    const { data: held } = context.getImageData(0, 0, width, height);
    const level = (at) => Math.round((held[at] / 255) * (levels - 1));
    let pixels = "";
    for (let at = 0; at < held.length; at += 4) pixels += String.fromCharCode((level(at) * levels + level(at + 1)) * levels + level(at + 2));
    return { width, height, pixels };
  }, [data(png), SCALE, LEVELS]);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.write(pixels.slice(y * width, (y + 1) * width), y * (width + 1) + 1, "latin1");
  return encoded(width, height, rows);
}

/** A PNG of pixels of the palette (W3C, Portable Network Graphics, third edition). */
function encoded(width, height, rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const chunk = (name, held) => {
    const [named, frame] = [Buffer.concat([Buffer.from(name), held]), Buffer.alloc(8)];
    frame.writeUInt32BE(held.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("PLTE", PALETTE), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

/** The share of pixels in which two pictures differ, and both beside what differs. */
function compared(one, other) {
  return desk.evaluate(async ([sources, most]) => {
    const images = await Promise.all(sources.map(async (source) => createImageBitmap(await (await fetch(source)).blob())));
    const [width, height] = ["width", "height"].map((side) => Math.max(...images.map((image) => image[side])));
    const canvas = Object.assign(document.createElement("canvas"), { width: 3 * width, height });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    images.forEach((image, place) => context.drawImage(image, place * width, 0));
    const [a, b] = [0, 1].map((place) => context.getImageData(place * width, 0, width, height).data);
    const marks = context.createImageData(width, height);
    let count = 0;
    for (let at = 0; at < a.length; at += 4) {
      const isOther = [0, 1, 2, 3].some((part) => Math.abs(a[at + part] - b[at + part]) > most);
      count += Number(isOther);
      marks.data.set(isOther ? [220, 0, 60, 255] : [255, 255, 255, 255], at);
    }
    context.putImageData(marks, 2 * width, 0);
    return { share: count / (width * height), picture: canvas.toDataURL() };
  }, [[data(one), data(other)], COLOUR]);
}

/** The element, once all of it is there and nothing moves. */
async function taken(name, [options, media = {}, lang = "en"]) {
  const [html, ready] = ELEMENTS[name];
  const { page, faults } = await open(browser, `${server.origin}/tests/page/blank.html`, { ...options, reducedMotion: "reduce" });
  await page.evaluate((tag) => { document.documentElement.lang = tag; }, lang);
  await put(page, `<main><h1>Page</h1>${html}</main>`);
  await page.waitForSelector(`wattflop-${name} ${ready}`);
  if (name === "figure" && media.media !== "print") await page.locator("wattflop-figure .number").click();
  if (name === "calculator") {
    await page.waitForSelector(`wattflop-calculator .picture svg`);
    await page.locator("wattflop-calculator [part=matters] p:not(.hint)").first().waitFor();
  }
  await page.emulateMedia({ reducedMotion: "reduce", ...media });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))));
  const target = name === "figure" ? page : page.locator(`wattflop-${name}`);
  const png = await target.screenshot({ animations: "disabled", caret: "hide", scale: "css" });
  assert.deepEqual(faults, []);
  await page.close();
  return small(png);
}

for (const name of Object.keys(ELEMENTS)) {
  for (const [look, how] of Object.entries(LOOKS)) {
    test(`${name}, ${look}, as it was`, async (t) => {
      const other = isBlessed ? "" : otherwise();
      if (other) return t.skip(other);
      const now = await taken(name, how);
      const file = `${folder}/${name}-${look}.png`;
      if (isBlessed) return writeFileSync(file, now);
      assert.ok(existsSync(file), `${file} is missing: WATTFLOP_BLESS=1 takes it`);
      const { share, picture } = await compared(readFileSync(file), now);
      if (share <= SHARE) return;
      const shown = `${differences}/${name}-${look}.png`;
      writeFileSync(shown, Buffer.from(picture.slice(picture.indexOf(",") + 1), "base64"));
      assert.fail(`${(100 * share).toFixed(1)} % of the pixels differ: ${shown} shows it as committed, as it is, and where they differ. If that is meant: WATTFLOP_BLESS=1 node --test tests/page/snapshots.test.js`);
    });
  }
}

test("pictures that differ are told apart", async (t) => {
  const [light, dark] = ["light", "dark"].map((look) => `${folder}/chart-${look}.png`);
  if (!existsSync(light) || !existsSync(dark)) return t.skip("no pictures are committed");
  assert.equal((await compared(readFileSync(light), readFileSync(light))).share, 0);
  assert.ok((await compared(readFileSync(light), readFileSync(dark))).share > 100 * SHARE);
});
