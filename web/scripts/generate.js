// Writes src/generated: the ids, inputs and figures that the core knows, as TypeScript. Nothing is listed by hand.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { resultSchema, scenarioSchema } from "./schema.js";
import { CURRENCIES, KINDS, kindOf } from "./units.js";

const PARTS = { clusters: "ClusterId", models: "ModelId", accelerators: "AcceleratorId", sites: "GridId", systems: "SystemId", methods: "MethodId", supplies: "SupplyId", sources: "PowerSourceId", coolings: "CoolingId", climates: "ClimateId" };
const WARNING = "// Written by scripts/generate.js from the core. Not to be edited.\n";

/** @param {URL} root the package's folder */
export async function generate(root) {
  const core = await import(new URL("wasm/wattflop.js", root));
  core.initSync({ module: readFileSync(new URL("wasm/wattflop_bg.wasm", root)) });
  const folder = new URL("src/generated/", root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("factors.ts", folder), "export const FACTORS: Readonly<Record<string, readonly [string, number]>> = {};\nexport const CURRENCIES: readonly string[] = [];\n");
  const ask = await asking(root, core);
  const write = (name, text) => writeFileSync(new URL(name, folder), WARNING + text);
  const schema = (name, document) => writeFileSync(new URL(`dist/schema/${name}.json`, root), `${JSON.stringify(document, null, 2)}\n`);
  mkdirSync(new URL("dist/schema/", root), { recursive: true });
  schema("scenario", scenarioSchema(fields(ask), (part) => idsOf(ask, part)));
  schema("result", resultSchema());
  write("factors.ts", factors(ask));
  write("ids.ts", ids(ask));
  write("units.ts", units());
  write("inputs.ts", inputs(ask));
  write("figures.ts", figures(ask));
}

/** Asks the core through the package's own boundary. */
async function asking(root, core) {
  const boundary = fileURLToPath(new URL("src/boundary.ts", root));
  const { outputFiles } = await build({ entryPoints: [boundary], bundle: true, format: "esm", write: false });
  const { packed, unpacked } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return (what, question) => {
    const { text, numbers } = packed(question);
    const [said, told, failed] = core.ask(what, text, numbers, "en", () => true);
    const document = unpacked({ text: said, numbers: told }, "en");
    if (failed) throw new Error(`${what}: ${document.message}`);
    return document;
  };
}

const idsOf = (ask, part) => ask("list", { part }).rows.map((row) => row.id);

/** What every unit measures, and base units in one. */
function factors(ask) {
  const rows = ask("units", {}).flatMap(({ name, units }) => Object.entries(units).map(([unit, factor]) => `  ${quoted(unit)}: [${quoted(name)}, ${factor}],`));
  const kinds = ask("units", {}).map(({ name, units }) => `  ${quoted(name)}: ${Object.keys(units).map(unitType).join(" | ")};`);
  return `/** What a unit measures, and base units in one. */
export const FACTORS: Readonly<Record<string, readonly [string, number]>> = {
${rows.join("\n")}
};

/** The currencies that money is counted in. */
export const CURRENCIES = [${CURRENCIES.map(quoted).join(", ")}] as const;

type Currency = (typeof CURRENCIES)[number];

/** The units of each quantity, in which its figures can be had. */
export interface UnitsOf {
${kinds.join("\n")}
  /** A pure number has none. */
  number: "";
}
`;
}

/** The quantity that a unit measures, as a type. */
function unitsOf(ask, unit) {
  const kind = ask("units", {}).find(({ units }) => unit in units);
  return `UnitsOf[${quoted(kind?.name ?? "number")}]`;
}

/** A unit as a type: money may be in any currency. */
const unitType = (unit) => (unit.includes("USD") ? `\`${unit.replace("USD", "${Currency}")}\`` : quoted(unit));
const union = (texts) => texts.map((text) => `\n  | ${text}`).join("");
const quoted = (text) => JSON.stringify(text);

function ids(ask) {
  const types = Object.entries(PARTS).map(([part, name]) => {
    const singular = part.replace(/ies$/, "y").replace(/s$/, "").replace("site", "grid, and so of a site").replace("source", "source of electricity");
    return `/** An id of a ${singular} in the catalogue; \`list(${quoted(part)})\` has them all. */
export type ${name} =${union(idsOf(ask, part).map(quoted))}
  | (string & {});`;
  });
  return `${types.join("\n\n")}\n`;
}

function units() {
  const codes = CURRENCIES.map(quoted).join(" | ");
  const helpers = `type Currency = ${codes};
type Gap = "" | " ";
type Many = "k" | "M" | "B" | "G" | "T" | "P" | "thousand" | "million" | "billion" | "trillion";
type Span = \`\${number}\` | \`\${number}..\${number}\`;
type With<Unit extends string> = \`\${Span}\${Gap}\${Unit}\`;
type Count = number | Span | \`\${number}\${Gap}\${Many}\`;
`;
  const types = Object.entries(KINDS).map(([name, kind]) => {
    const doc = `/** ${kind.doc}; a range from the 5th to the 95th percentile as \`"low..high"\` before the unit. */`;
    return `${doc}\nexport type ${name} = ${written(kind)};`;
  });
  return `${helpers}\n${types.join("\n\n")}\n`;
}

function written({ units, counted, money }) {
  if (units[0] === "") return "number | Span | With<\"%\">";
  const plain = `With<${units.map(unitType).join(" | ")}>`;
  if (counted) return `Count | ${plain}`;
  return money ? `${plain} | \`$\${number}\` | \`$\${number}\${Gap}\${Many}\` | \`\${number}\${Gap}\${Many} $\`` : plain;
}

/** What the inputs are, read off results: two each, so that what follows from a preset shows. */
function inputs(ask) {
  const pairs = scenarios(ask).map((pair) => pair.map((scenario) => ask("inputs", { scenario })));
  const groups = new Map();
  for (const [path, input] of pairs.flatMap(([one]) => Object.entries(one))) {
    const same = pairs.every(([one, other]) => !(path in one && path in other) || one[path].text === other[path].text);
    const general = same && input.value !== null && !path.startsWith("model.");
    const none = pairs.every((pair) => pair.every((side) => !(path in side) || side[path].value === null));
    const { rows, name } = placed(groups, path);
    if (!rows.has(name)) rows.set(name, row(name, input, general, none));
  }
  return `import type * as Unit from "./units.js";\n\n${[...groups].map(interfaceOf).join("\n")}`;
}

/** The table that an input stands in, by its path without numbers, and its name there. */
function placed(groups, path) {
  const [, group, name] = /^(.*)\.([^.]+)$/.exec(path.replace(".0.", "."));
  return { rows: groups.get(group) ?? groups.set(group, new Map()).get(group), name };
}

/** The fields of forms, by table and name. */
function fields(ask) {
  const groups = new Map();
  for (const scenario of scenarios(ask).flat()) {
    for (const field of ask("form", { scenario }).inputs) {
      const { rows, name } = placed(groups, field.path);
      if (!rows.has(name)) rows.set(name, field);
    }
  }
  return groups;
}

/** Scenarios that have every input between them; two of each kind, which differ in what follows from a preset. */
function scenarios(ask) {
  const here = { pools: [{ accelerator: "h100-sxm", count: 8 }] };
  const there = { pools: [{ accelerator: "a100-sxm-80gb", count: 16 }] };
  const accelerators = idsOf(ask, "accelerators");
  there.pools[0].accelerator = accelerators.find((id) => id.startsWith("a100")) ?? accelerators[0];
  return [
    [{ cluster: here }, { cluster: there, site: "fra" }],
    [{ cluster: here, model: "llama3.1-405b" }, { cluster: there, model: "grok-2" }],
    [{ cluster: here, model: "llama3-8b", run: { batch: 8 }, layout: { tensor: 8 } }, { cluster: there, model: "gpt3-6.7b", run: { batch: 16 }, layout: { tensor: 4 } }],
    [{ cluster: here, model: { active_parameters: 1e9 }, run: { compute: "1e24 FLOP" } }, { cluster: there }],
    [{ cluster: "xai-gigafactory" }, { cluster: "stargate-10gw" }],
    [{ cluster: here, model: "llama3-8b", serving: {} }, { cluster: there, model: "llama3-70b", serving: {} }],
    [{ cluster: here, site: { sources: [{ kind: "gas-turbine", share: 1 }] } }, { cluster: there, site: { sources: [{ kind: "nuclear", share: 0.9 }, { kind: "grid" }] } }],
  ];
}

function row(name, input, general, none) {
  const byDefault = general ? input.text : none ? "none" : "what the catalogue has for the preset";
  const unit = input.unit ? `, in ${input.unit} or another unit of the same` : "";
  return `  /** ${input.label}${unit}. Default: ${byDefault}. */
  ${name}?: Unit.${kindOf(input.unit)} | undefined;`;
}

function interfaceOf([group, rows]) {
  const name = group.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
  return `/** The inputs under \`${group}\`. */\nexport interface ${name}Inputs {\n${[...rows.values()].join("\n")}\n}\n`;
}

function figures(ask) {
  const operations = idsOf(ask, "clusters").map((cluster) => ({ cluster }));
  const runs = idsOf(ask, "models").map((model) => ({ cluster: "xai-gigafactory", model }));
  const supplied = ["us-srtv", "usa"].map((grid) => ({ cluster: "colossus-1", site: { grid, supply: "memphis-2024", sources: [{}, { upstream_water: "0 L/kWh" }] } }));
  const timed = ["llama3.1-405b", "deepseek-v3"].map((model) => ({ cluster: "xai-gigafactory", model, run: { batch: 1e5 }, layout: { pipeline: 20, tensor: 4, expert: 8 } }));
  const found = new Map();
  const served = ["llama3.1-70b", "deepseek-v3"].map((model) => ({ cluster: "xai-gigafactory", model, serving: {} }));
  for (const scenario of [...operations, ...supplied, ...runs, ...timed, ...served]) {
    const figures = tried(() => ask("figures", { scenario })) ?? {};
    for (const [path, figure] of Object.entries(figures)) {
      const generic = path.replace(/\.\d+(?=\.)/g, ".${number}");
      if (!found.has(generic)) found.set(generic, figure);
    }
  }
  const rows = [...found].map(([path, figure]) => {
    const unit = figure.unit ? `, in ${figure.unit}` : "";
    // The label of a source's figure ends with its kind.
    const label = path.startsWith("supply.sources.") ? figure.label.replace(/, [^,]+$/, "") : figure.label;
    const type = `Figure<${unitsOf(ask, figure.unit)}>`;
    return `  /** ${label}${unit}. */\n  readonly ${path.includes("$") ? `[path: \`${path}\`]: ${type} | undefined` : `"${path}"?: ${type}`};`;
  });
  return `import type { UnitsOf } from "./factors.js";
import type { Figure } from "../figure.js";

/** The figure at each path; which ones a result has depends on what is known. */
export interface Figures {
${rows.join("\n")}
  /** A path that is not known here may be one of the next edition. */
  readonly [path: string]: Figure<any> | undefined;
}

/** The path of a figure. */
export type FigurePath =${union([...found.keys()].map((path) => `\`${path}\``))}
  | (string & {});
`;
}

/** Some models lack what a run needs; the core says so by an error. */
function tried(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
