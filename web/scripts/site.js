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
  const figure = (cluster, figurePath, lang) => operate(cluster, { lang }).figures[figurePath];
  for (const [name, fields, body] of pages) {
    const nav = pages.map(([other, { "nav-en": en, "nav-fr": fr }]) =>
      `<a href="${other}.html"${other === name ? ' aria-current="page"' : ""}><span data-en>${en}</span><span data-fr>${fr}</span></a>`).join("");
    const values = { ...fields, nav, page: name, main: filled(body, figure, documents), scripts: scripts(fields.scripts) };
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

/** What stands in the page in each language. */
const both = (told) => (told("en") === told("fr") ? told("en") : `<span data-en>${told("en")}</span><span data-fr>${told("fr")}</span>`);

/** How many times the first of both clusters the second is, by a figure. */
const times = (figure, at, lang) => {
  const [a, b] = SIDES.map((cluster) => figure(cluster, at, lang).value);
  return (b / a).toLocaleString(lang, { maximumSignificantDigits: 2 });
};

/** A row of the duel: what it is called, both figures, how many times the first the second is. */
function duel(figure, at, names) {
  const told = (cluster, lang) => {
    const { text, range } = figure(cluster, at, lang);
    return `${text}${range ? ` <small>(${range})</small>` : ""}`;
  };
  const cells = SIDES.map((cluster, place) => `<td class="${"ab"[place]}"><wattflop-figure cluster="${cluster}" figure="${at}" range>${both((lang) => told(cluster, lang))}</wattflop-figure></td>`);
  return `<tr data-path="${at}"><th scope="row">${both((lang) => names[lang])}</th>${cells.join("")}<td class="times">${both((lang) => `× ${times(figure, at, lang)}`)}</td></tr>`;
}

/** Two squares whose areas are to scale, each with its figure. */
function squares(figure) {
  const [SIDE, LEFT, FOOT] = [240, 100, 250];
  const AT = "power.facility.peak";
  const [a, b] = SIDES.map((cluster) => figure(cluster, AT, "en").value);
  const side = SIDE * Math.sqrt(a / b);
  const label = (name, cluster, x, y) => `<text x="${x}" y="${y}">${name}</text>${["en", "fr"].map((lang) => `<text class="number" data-${lang} x="${x}" y="${y + 19}">${figure(cluster, AT, lang).text}</text>`).join("")}`;
  return `<svg viewBox="0 0 ${LEFT + SIDE} ${FOOT + 1}">
      <rect class="b" x="${LEFT}" y="${FOOT - SIDE}" width="${SIDE - 1}" height="${SIDE}"></rect><rect class="a" x="0" y="${(FOOT - side).toFixed(1)}" width="${side.toFixed(1)}" height="${side.toFixed(1)}"></rect>
      <g class="of-a">${label("Gigafactory", SIDES[0], 0, FOOT - side - 28)}</g><g class="of-b">${label("Stargate", SIDES[1], LEFT + 14, FOOT - SIDE + 28)}</g>
    </svg>`;
}

function filled(body, figure, documents) {
  return body
    .replace(/\{\{duel (\S+) \| (.+?) \| (.+?)\}\}/g, (_, at, en, fr) => duel(figure, at, { en, fr }))
    .replace(/\{\{times (\S+) (\w+)\}\}/g, (_, at, lang) => times(figure, at, lang))
    .replace(/\{\{figure (\S+) (\S+) (\w+)\}\}/g, (_, cluster, at, lang) => figure(cluster, at, lang).text)
    .replace("{{squares}}", () => squares(figure))
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
