// Makes the site: pages in one layout, with the figures as they stand, and the package beside them.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { marked } from "marked";
import { accuracyInFrench } from "./accuracy-fr.js";
import { summary } from "./accuracy-summary.js";
import { sourceRows } from "./source-rows.js";
import { sources } from "./sources.js";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const read = (name) => readFileSync(path(name), "utf8");
/** The pages in the order of the navigation. */
const PAGES = ["index", "calculator", "gallery", "catalogue", "sources", "accuracy"];
const SIDES = ["xai-gigafactory", "stargate-10gw"];

export async function site() {
  const core = await import(new URL("dist/node.js", root));
  const { operate } = core;
  const documents = sources(core);
  const layout = read("site/layout.html");
  const pages = PAGES.map((name) => [name, ...parsed(read(`site/pages/${name}.html`))]);
  mkdirSync(path("dist/site/wattflop"), { recursive: true });
  const figure = (cluster, figurePath) => operate(cluster).figures[figurePath].text;
  const range = (cluster, figurePath) => {
    const told = operate(cluster).figures[figurePath].range;
    return told ? ` <small>(${told})</small>` : "";
  };
  for (const [name, fields, body] of pages) {
    const nav = pages.map(([other, { "nav-en": en, "nav-fr": fr }]) =>
      `<a href="${other}.html"${other === name ? ' aria-current="page"' : ""}><span data-en>${en}</span><span data-fr>${fr}</span></a>`).join("");
    const values = { ...fields, nav, page: name, main: filled(body, figure, range, documents), scripts: scripts(fields.scripts) };
    writeFileSync(path(`dist/site/${name}.html`), layout.replace(/\{\{([\w-]+)\}\}/g, (_, key) => values[key] ?? ""));
  }
  for (const name of readdirSync(path("site")).filter((name) => /\.(css|js|png)$|^frame\.html$/.test(name))) cpSync(path(`site/${name}`), path(`dist/site/${name}`));
  for (const name of readdirSync(path("dist")).filter((name) => /^(index|elements|worker-thread|chunk-.*)\.js$|\.wasm$|^custom-elements\.json$/.test(name))) {
    cpSync(path(`dist/${name}`), path(`dist/site/wattflop/${name}`));
  }
}

/** What stands between the lines of dashes, by key, and the rest. */
function parsed(text) {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
  return [Object.fromEntries(head.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])), body];
}

const scripts = (names) => (names ?? "").split(" ").filter(Boolean).map((name) => `\n  <script type="module" src="${name}"></script>`).join("");

function filled(body, figure, range, documents) {
  return body
    .replace(/\{\{duel (\S+) \| (.+?) \| (.+?)\}\}/g, (_, at, en, fr) => `<tr data-path="${at}"><th scope="row"><span data-en>${en}</span><span data-fr>${fr}</span></th>${SIDES.map((cluster, place) =>
      `<td class="${place === 0 ? "a" : "b"}"><wattflop-figure cluster="${cluster}" figure="${at}" range>${figure(cluster, at)}${range(cluster, at)}</wattflop-figure></td>`).join("")}<td class="times"></td></tr>`)
    .replace(/\{\{figure (\S+) (\S+)\}\}/g, (_, cluster, at) => figure(cluster, at))
    .replace("{{squares}}", () => SIDES.map((cluster) => `${cluster}: ${figure(cluster, "power.facility.peak")}`).join("; "))
    .replaceAll("{{source-count}}", documents.length)
    .replace("{{sources}}", () => sourceRows(documents))
    .replace(/\{\{accuracy-summary (\w+)\}\}/g, (_, lang) => summary(read("../src/docs/accuracy.md"), lang))
    .replace("{{accuracy-fr}}", () => page(accuracyInFrench(plain(read("../src/docs/accuracy.md"))).markdown, "tableau"))
    .replace(/\{\{markdown (\S+)\}\}/g, (_, name) => page(plain(read(name)), "table"));
}

/** Small numbers in cells of tables as people write them: `9.000e-1` is 0.9000, and `6.000e-5` is 6.000 × 10⁻⁵. */
const plain = (markdown) => markdown.replace(/(?<=\| )(\d\.\d+)e-(\d)(?= \|)/g, (number, digits, power) => (power < 4 ? Number(number).toPrecision(digits.length - 1) : `${digits} × 10⁻${"⁰¹²³⁴⁵⁶⁷⁸⁹"[power]}`));

/** Markdown as HTML, each table in a region of its own that scrolls. */
const page = (markdown, label) => marked.parse(markdown)
  .replace(/<table>/g, `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>`).replace(/<\/table>/g, "</table></div>");
