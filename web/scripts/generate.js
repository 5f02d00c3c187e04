// Writes src/generated: the ids, inputs and figures that the core knows, as TypeScript. Nothing is listed by hand.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { SHAPES, scenarioSchema } from "./schema.js";
import { answerSchemas } from "./answers-schema.js";
import { CURRENCIES, KINDS, kindOf } from "./units.js";

const PARTS = { clusters: "ClusterId", models: "ModelId", accelerators: "AcceleratorId", sites: "GridId", systems: "SystemId", methods: "MethodId", supplies: "SupplyId", sources: "PowerSourceId", coolings: "CoolingId", climates: "ClimateId" };
const WARNING = "// Written by scripts/generate.js from the core. Not to be edited.\n";

/** @param {URL} root the package's folder */
export async function generate(root) {
  const core = await import(new URL("wasm/wattflop.js", root));
  core.initSync({ module: readFileSync(new URL("wasm/wattflop_bg.wasm", root)) });
  const folder = new URL("src/generated/", root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("factors.ts", folder), "export const FACTORS: Readonly<Record<string, readonly [string, number]>> = {};\nexport const CURRENCIES: readonly string[] = [];\nexport const SIGNS: Readonly<Record<string, string>> = {};\nexport const NUMBERS: Readonly<Record<string, never>> = {};\n");
  const ask = await asking(root, core);
  const write = (name, text) => writeFileSync(new URL(name, folder), WARNING + text);
  const schema = (name, document) => writeFileSync(new URL(`dist/schema/${name}.json`, root), `${JSON.stringify(document, null, 2)}\n`);
  mkdirSync(new URL("dist/schema/", root), { recursive: true });
  schema("scenario", scenarioSchema(fields(ask), (part) => idsOf(ask, part)));
  const words = Object.fromEntries(["en", "fr"].map((lang) => [lang, JSON.parse(readFileSync(new URL(`src/locales/core-${lang}.json`, root), "utf8"))]));
  write("factors.ts", factors(ask, words));
  write("words.ts", wordTypes(words.en));
  write("ids.ts", ids(ask));
  write("units.ts", units());
  write("inputs.ts", inputs(ask));
  write("figures.ts", figures(ask));
  for (const [name, document] of Object.entries(answerSchemas(root))) schema(name, document);
}

/** Asks the core through the package's own boundary. */
async function asking(root, core) {
  const boundary = fileURLToPath(new URL("src/boundary.ts", root));
  const { outputFiles } = await build({ entryPoints: [boundary], bundle: true, format: "esm", write: false });
  const { packed, unpacked } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return (what, question, lang = "en") => {
    const { text, numbers } = packed(question);
    const [said, told, failed] = core.ask(what, text, numbers, lang, () => true);
    const document = unpacked({ text: said, numbers: told }, lang);
    if (failed) throw new Error(`${what}: ${document.message}`);
    return document;
  };
}

const idsOf = (ask, part) => ask("list", { part }).rows.map((row) => row.id);

/** What every unit measures, and base units in one. */
function factors(ask, words) {
  const rows = ask("units", {}).flatMap(({ name, units }) => Object.entries(units).map(([unit, factor]) => `  ${quoted(unit)}: [${quoted(name)}, ${factor}],`));
  const kinds = ask("units", {}).map(({ name, units }) => `  ${quoted(name)}: ${Object.keys(units).map(unitType).join(" | ")};`);
  return `import type { Numbers } from "./words.js";

/** What a unit measures, and base units in one. */
export const FACTORS: Readonly<Record<string, readonly [string, number]>> = {
${rows.join("\n")}
};

/** How the core's languages write numbers. */
export const NUMBERS: Readonly<Record<string, Numbers>> = {
${Object.entries(words).map(([lang, { numbers }]) => `  ${lang}: ${JSON.stringify({ ...numbers, units: spelled(numbers.units) })},`).join("\n")}
};

/** How people write a currency beside an amount. */
export const SIGNS: Readonly<Record<string, string>> = ${JSON.stringify(signs(ask))};

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

/** The units that are not written by their symbol alone. */
function spelled(units) {
  return Object.fromEntries(Object.entries(units).filter(([symbol, forms]) => forms.some((form) => form !== symbol)));
}

/** The signs of currencies, as amounts have them. */
function signs(ask) {
  const sign = (code) => {
    const money = code === "USD" ? {} : { currency: code.toLowerCase(), rate: 1 };
    const { figures } = ask("operate", { scenario: { cluster: "meta-24k", money }, whole: true });
    return /^[^\d]+/.exec(figures["cost.capex.total"].text)[0];
  };
  return Object.fromEntries(CURRENCIES.map((code) => [code, sign(code)]));
}

/** The words of the core as types: every key that a language can have. */
function wordTypes({ numbers, ...parts }) {
  const texts = (part) => `Readonly<Record<${Object.keys(parts[part]).map((key) => `\n    | ${quoted(key)}`).join("")}, string>>`;
  const docs = {
    labels: "Of figures and inputs, by path: `#` stands for the numbers in it, `^` for a view of cost.",
    names: "Of the catalogue's entries, by id: those that are no one's own, and any other.",
    phrases: "What stands in the definitions of functions, the longer ones first.",
    nouns: "What an id is an id of, in messages.",
    messages: "Errors and notes, by code; `{name}` is filled in.",
    words: "Of pages, sheets and charts; `{name}`, `#` and `~` are filled in.",
  };
  return `/** The forms of a word. */
export type Forms = readonly string[];

/** How numbers are written. */
export interface Numbers {
  /** Between whole part and fraction. */
  readonly decimal: string;
  /** Between groups of three digits. */
  readonly group: string;
  /**
   * Which form of a word stands after a number: \`never\` another; \`one\` and all others; \`below-two\` and all others, as in French; or as in
   * Czech (one, two to four, fractions, others), Polish or Russian (the same by how a number ends).
   */
  readonly plural: "never" | "one" | "below-two" | "czech" | "polish" | "russian";
  /** Words of large numbers in rising order, each by what one of them is, with its forms. */
  readonly large: readonly (readonly [number, ...string[]])[];
  /** How a unit follows such a word, \`#\` standing for it. */
  readonly after_large: string;
  /** The same before one of the letters in \`elides\`. Default: as \`after_large\` */
  readonly after_large_elided: string;
  /** Letters at which a word is elided. */
  readonly elides: string;
  /** An amount of money, \`#\` standing for the number. */
  readonly money: string;
  /** The same from a million on. */
  readonly large_money: string;
  /** How amounts of money from a million on name their currency, where they name it. */
  readonly currencies: Readonly<Record<string, string>>;
  /** Units that are not written by their symbol, with their forms. */
  readonly units: Readonly<Record<string, string | Forms>>;
}

/** What the core says. */
export interface CoreWords {
  /** How numbers are written. */
  readonly numbers: Numbers;
${Object.keys(parts).map((part) => `  /** ${docs[part]} */\n  readonly ${part}: ${texts(part)}${part === "names" ? " & { readonly [id: string]: string }" : ""};`).join("\n")}
}
`;
}

/** The quantity that a unit measures, as a type. */
function unitsOf(ask, unit) {
  if (unit === "") return `UnitsOf["number"]`;
  const kind = ask("units", {}).find(({ units }) => unit in units);
  if (!kind) throw new Error(`the core knows no kind that is measured in \`${unit}\``);
  return `UnitsOf[${quoted(kind.name)}]`;
}

/** A unit as a type: money may be in any currency. */
const unitType = (unit) => (unit.includes("USD") ? `\`${unit.replace("USD", "${Currency}")}\`` : quoted(unit));
const union = (texts) => texts.map((text) => `\n  | ${text}`).join("");
const quoted = (text) => JSON.stringify(text);

function ids(ask) {
  const types = Object.entries(PARTS).map(([part, name]) => {
    const singular = part.replace(/ies$/, "y").replace(/s$/, "").replace("site", "grid, and so of a site").replace("source", "source of electricity");
    return `/** An id of ${/^[aeiou]/.test(singular) ? "an" : "a"} ${singular} in the catalogue; \`list(${quoted(part)})\` has them all. */
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
type Grouped = \`\${number},\${number}\` | \`\${number},\${number},\${number}\`;
type Span = \`\${number}\` | \`\${number}..\${number}\`;
type With<Unit extends string> = \`\${Span}\${Gap}\${Unit}\`;
type Count = number | Span | Grouped | \`\${number}\${Gap}\${Many}\`;

/** A value; both ends of a range, its 5th and 95th percentile; or these with the median between them and the shape of the distribution. */
export type Doubtful<Value> =
  | Value
  | readonly [low: Value, high: Value]
  | { low: Value; high: Value; median?: Value | undefined; shape?: ${SHAPES.map(quoted).join(" | ")} | undefined };
`;
  const types = Object.entries(KINDS).map(([name, kind]) => {
    const doc = `/** ${kind.doc}; a range from the 5th to the 95th percentile as \`"low..high"\` before the unit, or as {@link Doubtful} has it. */`;
    return `${doc}\nexport type ${name} = Doubtful<${accepted(kind)}>;`;
  });
  return `${helpers}\n${types.join("\n\n")}\n`;
}

function accepted({ units, counted, money }) {
  if (units[0] === "") return "number | Span | With<\"%\">";
  const plain = `With<${units.map(unitType).join(" | ")}>`;
  if (counted) return `Count | ${plain}`;
  const dollars = units.filter((text) => text.startsWith("$/")).map((text) => ` | \`$\${number}${text.slice(1)}\``).join("");
  return money ? `${plain} | \`$\${number}\` | \`$\${number}\${Gap}\${Many}\` | \`\${number}\${Gap}\${Many} $\`` : plain + dollars;
}

/** What the inputs are, read off results: two each, so that what follows from a preset shows. */
function inputs(ask) {
  const pairs = scenarios(ask).map((pair) => pair.map((scenario) => unset(ask, scenario)));
  const groups = new Map();
  for (const [path, input] of pairs.flatMap(([one]) => Object.entries(one))) {
    const same = pairs.every(([one, other]) => !(path in one && path in other) || one[path].text === other[path].text);
    const general = same && input.value !== null && !path.startsWith("model.");
    const none = pairs.every((pair) => pair.every((side) => !(path in side) || side[path].value === null));
    const { rows, name } = placed(groups, path);
    if (!rows.has(name)) rows.set(name, row(name, input, general ? shown(name, input) : none ? "none" : follows(path)));
  }
  return `import type * as Unit from "./units.js";\n\n${[...groups].map(interfaceOf).join("\n")}`;
}

/** The inputs of a scenario by path; what it gives is as it would be if it did not. */
function unset(ask, scenario) {
  const none = { value: null, text: "none" };
  const defaults = new Map(ask("form", { scenario }).inputs.map((field) => [field.path, field.default ?? none]));
  const inputs = Object.entries(ask("inputs", { scenario }));
  return Object.fromEntries(inputs.map(([path, input]) => [path, input.given ? { ...input, ...(defaults.get(path) ?? none), label: input.label, unit: input.unit } : input]));
}

/** A default; a year has no separator. */
const shown = (name, { value, unit, text }) => (unit === "" && /(?:^|_)year$/.test(name) ? String(value) : text);

/** What a default follows from that is not the same for all; the first that the path begins with. */
const FOLLOWS = [
  ["cluster.pools.", "what the catalogue has for the preset, else for the accelerator"],
  ["cluster.draw.", "that of the accelerators"],
  ["cluster.", "what the catalogue has for the preset"],
  ["site.sources.", "what the catalogue has for its kind"],
  ["site.", "what the catalogue has for the grid"],
  ["model.", "what the catalogue has for the preset"],
  ["operation.mfu", "as published runs had it, by the kind of devices"],
  ["run.mfu", "as published runs had it, by the kind of devices"],
  ["run.", "what the catalogue has for the model"],
  ["serving.", "the best that is found"],
  ["efficiency.", "as fitted to measurements, by the kind of devices"],
  ["serving_efficiency.", "as fitted to measurements, by the kind of devices"],
];

function follows(path) {
  const [, from] = FOLLOWS.find(([start]) => path.startsWith(start)) ?? [];
  if (!from) throw new Error(`the default of ${path} follows from something, and FOLLOWS does not say what`);
  return from;
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

function row(name, input, byDefault) {
  const unit = input.unit ? `, in ${input.unit} or another unit of the same` : "";
  return `  /** ${input.label}${unit}. Default: ${byDefault}. */
  ${name}?: Unit.${kindOf(input.unit)} | undefined;`;
}

function interfaceOf([group, rows]) {
  const name = group.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
  return `/** The inputs under \`${group}\`. */\nexport interface ${name}Inputs {\n${[...rows.values()].join("\n")}\n}\n`;
}

const eightOf = (accelerator) => ({ pools: [{ accelerator, count: 8 }] });

/** Whether the power of devices and the carbon of a grid are published: of so few they are not that what rests on them counts as there. */
const isMetered = (ask, cluster) => "power.facility.peak" in ask("figures", { scenario: { cluster } });
const isCounted = (ask, site) => "carbon.operational" in ask("figures", { scenario: { cluster: "colossus-1", site } });

/** Results of each kind, of every preset and in the many ways that one may be asked for. */
function results(ask) {
  const ids = (part) => idsOf(ask, part);
  const clusters = [...ids("clusters"), ...ids("accelerators").map(eightOf)].filter((cluster) => isMetered(ask, cluster));
  const sites = [...["us-srtv", "usa"].map((grid) => ({ grid, supply: "memphis-2024", sources: [{}, { upstream_water: "0 L/kWh" }] })), { sources: [{ kind: "nuclear" }] }, ...ids("sites").filter((site) => isCounted(ask, site))];
  const more = [...sites.map((site) => ({ site })), ...ids("methods").map((method) => ({ method })), { money: { currency: "eur", rate: 1.1 } }];
  const varied = (given) => [...clusters.map((cluster) => ({ ...given, cluster })), ...more.map((asked) => ({ cluster: "colossus-1", ...given, ...asked }))];
  const runs = ids("models").map((model) => ({ cluster: "xai-gigafactory", model }));
  const timed = ["llama3.1-405b", "deepseek-v3"].map((model) => ({ cluster: "xai-gigafactory", model, run: { batch: 1e5 }, layout: { pipeline: 20, tensor: 4, expert: 8 } }));
  const own = { cluster: "xai-gigafactory", model: { active_parameters: 1e9 }, run: { compute: "1e24 FLOP" } };
  const served = ["llama3.1-70b", "deepseek-v3"].map((model) => ({ cluster: "xai-gigafactory", model, serving: {} }));
  return {
    operation: varied({}),
    training: [...runs, ...timed, own, ...varied({ model: "llama3-8b" })],
    serving: [...served, ...varied({ model: "llama3-8b", serving: {} })],
  };
}

function figures(ask) {
  const found = new Map();
  const unmetered = idsOf(ask, "accelerators").filter((id) => !isMetered(ask, eightOf(id)));
  const uncounted = idsOf(ask, "sites").filter((id) => !isCounted(ask, id));
  const always = Object.entries(results(ask)).map(([kind, scenarios]) => {
    let paths;
    for (const scenario of scenarios) {
      const figures = tried(() => ask("figures", { scenario }));
      if (!figures) continue;
      for (const [path, figure] of Object.entries(figures)) {
        const generic = path.replace(/\.\d+(?=\.)/g, ".${number}");
        if (!found.has(generic)) found.set(generic, figure);
      }
      paths = paths ? paths.filter((path) => path in figures) : Object.keys(figures).filter((path) => !/\.\d+\./.test(path));
    }
    return `  ${kind}:${union(paths.map(quoted))};`;
  });
  const rows = [...found].map(([path, figure]) => {
    const unit = figure.unit ? `, in ${figure.unit}` : "";
    // The label of a source's figure ends with its kind.
    const label = path.startsWith("supply.sources.") ? figure.label.replace(/, [^,]+$/, "") : figure.label;
    const type = `Figure<${unitsOf(ask, figure.unit)}>`;
    return `  /** ${label}${unit}. */\n  readonly ${path.includes("$") ? `[path: \`${path}\`]: ${type}` : `"${path}"?: ${type}`};`;
  });
  return `import type { UnitsOf } from "./factors.js";
import type { Figure } from "../figure.js";

/** The figure at each path. */
export interface KnownFigures {
${rows.join("\n")}
}

/** The paths that every result of a kind has. */
interface Always {
${always.join("\n")}
}

/**
 * The figure at each path: those that every result of the kind has, and those that depend on what is known. A path that is not known
 * here may be one of the next edition. What rests on the power of ${unmetered.join(", ")} or the carbon of ${uncounted.join(", ")}, which nobody publishes, is
 * missing all the same.
 */
export type Figures<Kind extends keyof Always = keyof Always> = Kind extends keyof Always
  ? KnownFigures & Required<Pick<KnownFigures, Always[Kind]>> & { readonly [path: string]: Figure<any> }
  : never;

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
