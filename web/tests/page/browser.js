// Chromium, and what its pages were caught doing.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

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
