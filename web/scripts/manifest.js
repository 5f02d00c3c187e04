// The custom-elements manifest: what each element takes, tells and shows. tests/page/manifest.test.js holds it to the elements.
import { readFileSync, writeFileSync } from "node:fs";

const TOLD = {
  cluster: ["string", "`xai-gigafactory`", "The id of a cluster in the catalogue."],
  model: ["string", "", "The id of a model that is trained on it; without one, a year of operation."],
  site: ["string", "where the cluster stands", "The id of a grid, and so of a site."],
  set: ["string", "", "Inputs and choices by path, with semicolons between: `site.pue=1.2; finance.wacc=5%..10%`."],
  edition: ["string", "", "The edition of the catalogue that a frozen element was made with."],
};
const COMMON = { theme: ["light | dark | auto", "the page's `color-scheme`", "On what it is read."] };
const COUNTED = {
  cost: ["annuity | straight_line | decay | acquisition | rental | reserved | spot", "`annuity`", "How cost is counted."],
  carbon: ["location | market | marginal", "`location`", "How carbon is counted."], boundary: ["facility | it", "`facility`", "What electricity is counted for."],
};
const EVENTS = {
  "wattflop-ready": "it has started, and is shown or says what is wrong",
  "wattflop-error": "something is wrong; `detail.error` says what",
};
const PROPERTIES = {
  "--wattflop-ink": "text", "--wattflop-muted": "secondary text", "--wattflop-line": "lines", "--wattflop-wash": "quiet backgrounds", "--wattflop-paper": "the background it stands on",
  "--wattflop-font": "the font of texts", "--wattflop-heading-font": "the font of headings",
  "--wattflop-side-1": "the first side", "--wattflop-side-2": "the second", "--wattflop-side-3": "the third", "--wattflop-side-4": "the fourth",
};

/** The elements. */
export const ELEMENTS = {
  "wattflop-figure": {
    name: "Figure", file: "figure", about: "One live number in a sentence; its range, formula and sources on demand.",
    attributes: { figure: ["string", "", "The path of the figure, such as `power.facility.peak`."], unit: ["string", "the figure's own", "Another unit of the same quantity, such as `GW`."], range: ["boolean", "", "Shows the 90 % range in brackets."], digits: ["number", "as many as the range bears", "So many significant digits, one to six."], ...TOLD, cluster: ["string", "", "The id of a cluster in the catalogue; needed where no whole scenario is given."], ...COMMON },
    events: EVENTS, parts: ["root", "value", "range", "panel", "method", "credits", "error"],
  },
  "wattflop-chart": {
    name: "Chart", file: "chart", about: "Any chart of the core, with its table; the picture is the same as on the command line.",
    attributes: {
      of: ["operate | train | serve | compare | why | cost | timeline | uncertainty | sensitivity | frontier | sweep | ledger", "`operate`", "What is drawn, by the function that gives it."],
      clusters: ["string", "", "Ids of clusters with commas between, for `compare`, `why` and `uncertainty`."], figure: ["string", "", "The path of a figure, for `why`, `sensitivity`, `sweep`, `ledger`."],
      figures: ["string", "the headlines", "Paths of figures with commas between, for `compare`, `uncertainty` and `sweep`."], parts: ["hour | bill | views", "`hour`", "The part of the cost, for `cost`."],
      timeline: ["string", "", "The id of a site that is built in phases, for `timeline`."], over: ["string", "", "The axes of a sweep: `site.pue=1.1..1.5 by 0.1`."],
      width: ["number", "the width it has", "Pixels, 280 to 2,400."], table: ["boolean", "", "Shows the table in place of the picture."], ...TOLD, ...COMMON,
    },
    events: EVENTS, parts: ["root", "chart", "picture", "points", "tip", "share", "credits", "error"],
  },
  "wattflop-compare": {
    name: "Compare", file: "compare", about: "Clusters side by side, each figure with its range and its ratio.",
    attributes: { clusters: ["string", "", "Ids of two to four clusters, with commas between."], names: ["string", "their names in the catalogue", "What to call them, with commas between."], model: ["string", "", "The id of a model that each of them trains."], ...COUNTED, address: ["boolean", "", "Keeps how it is counted in the address of the page."], ...COMMON },
    events: { ...EVENTS, "wattflop-change": "the reader counts otherwise; `detail.state` says how" },
    parts: ["root", "lead", "sides", "counting", "select", "table", "row", "value", "range", "ratio", "plot", "method", "notes", "share", "credits", "error"],
  },
  "wattflop-calculator": {
    name: "Calculator", file: "calculator", about: "A whole scenario: every input with its range and source, and what follows at once.",
    attributes: {
      task: ["operate | train | serve", "`operate`, or `train` where there is a model", "What is calculated."], ...COUNTED,
      picture: ["views | hour | bill | sure | matters | power", "`views`", "The chart."], address: ["boolean", "", "Keeps the state in the address of the page."], frame: ["string", "", "The page that a frame shows, for the code of a frame."], ...TOLD, ...COMMON,
    },
    events: { ...EVENTS, "wattflop-change": "the reader changed something; `detail` has `state`, `scenario` and `figures`" },
    parts: ["root", "setup", "select", "results", "counting", "row", "value", "range", "matters", "chart", "picture", "points", "tip", "share", "inputs", "field", "input", "slider", "method", "notes", "credits", "error"],
  },
  "wattflop-ledger": {
    name: "Ledger", file: "ledger", about: "A figure, opened: formula, the same with numbers, all that it rests on, sources.",
    attributes: { figure: ["string", "", "The path of the figure, such as `cost.annuity.total`."], ...TOLD, ...COMMON },
    events: EVENTS, parts: ["root", "value", "range", "method", "tree", "share", "credits", "error"],
  },
};

export { PROPERTIES };

/** Writes the manifest, schema 1.0.0. */
export function manifest(file) {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const modules = Object.entries(ELEMENTS).map(([tagName, { name, about, attributes, events, parts }]) => ({
    kind: "javascript-module",
    path: "dist/elements.js",
    declarations: [{
      kind: "class", customElement: true, name, tagName, description: about, superclass: { name: "LitElement", package: "lit" },
      attributes: Object.entries(attributes).map(([key, [text, usual, description]]) => ({ name: key, type: { text }, ...(usual ? { default: usual } : {}), description })),
      events: Object.entries(events).map(([key, description]) => ({ name: key, type: { text: "CustomEvent" }, description })),
      slots: [{ name: "", description: "What is shown until it has started, and wherever it cannot; a child `<script type=\"application/json\">` says what attributes say." }],
      cssParts: parts.map((key) => ({ name: key })),
      cssProperties: Object.entries(PROPERTIES).map(([key, description]) => ({ name: key, description })),
    }],
    exports: [{ kind: "custom-element-definition", name: tagName, declaration: { name, module: "dist/elements.js" } }],
  }));
  writeFileSync(file, `${JSON.stringify({ schemaVersion: "1.0.0", readme: "README.md", description: `wattflop ${version}`, modules }, null, 2)}\n`);
}
