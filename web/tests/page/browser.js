// Chromium, and what its pages were caught doing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/server.js";

/** As strict as a publisher's may be. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'";
export const DESKTOP = { viewport: { width: 1280, height: 900 }, locale: "en-GB" };
export const NARROW = { viewport: { width: 320, height: 700 }, locale: "en-GB" };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** The folder or file at this path of the package. */
export const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export function launch() {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
}

/**
 * Opens an address and notes what must not happen: errors on the console, requests to anywhere else.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {import("playwright-core").BrowserContextOptions} options
 */
export async function open(browser, address, options = {}) {
  const page = await browser.newPage(options);
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => isElsewhere(request.url(), address) && faults.push(`request: ${request.url()}`));
  await page.goto(address);
  return { page, faults };
}

function isElsewhere(url, address) {
  return !url.startsWith("data:") && new URL(url).origin !== new URL(address).origin;
}

/** Serves the site, the package and what tests need, under a content security policy. */
export function serveUnder(policy, more = {}) {
  const mounts = { "/": path("dist/site"), "/package/": path("dist"), "/tests/": path("tests"), "/golden/": path("../tests/golden"), ...more };
  return serve(mounts, { "content-security-policy": policy });
}

/** What axe finds, in words. */
export async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (values) => (await globalThis.axe.run(document, { runOnly: { type: "tag", values } })).violations, WCAG);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join(", ")}`);
}

/** Puts other content into the page. */
export async function put(page, html) {
  await page.evaluate((content) => { document.body.innerHTML = content; }, html);
}
