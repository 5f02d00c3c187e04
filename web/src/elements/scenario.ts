// From what a page says to a scenario: ids by attributes, inputs by their paths.
import { WattflopError } from "../error.js";
import { type Words, wordsOf } from "../locales/index.js";
import type { Input, Scenario } from "../types.js";

type Table = Record<string, unknown>;

/** What an element is told of a scenario. */
export interface Told {
  /** A whole scenario, which the rest is laid over. */
  readonly scenario?: Scenario | null;
  readonly cluster?: string;
  readonly model?: string;
  readonly site?: string;
  /** Inputs and choices by path. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** What an id stands for, where it has to become a table. */
const NAMED: Readonly<Record<string, string>> = { cluster: "preset", model: "preset", site: "grid" };

/** The scenario. */
export function scenarioOf({ scenario, cluster, model, site, given }: Told): Scenario {
  let made: Table = { ...(scenario ?? {}) };
  for (const [key, id] of Object.entries({ cluster, model, site })) if (id) made[key] = id;
  for (const [path, value] of Object.entries(given ?? {})) made = put(made, path.split("."), value) as Table;
  return made as unknown as Scenario;
}

/** A document with a value at a path; what is on the way there becomes a table or a list. */
function put(held: unknown, [key, ...rest]: readonly string[], value: unknown, name = ""): unknown {
  if (key === undefined) return value;
  if (/^\d+$/.test(key)) {
    const list = Array.isArray(held) ? [...held] : [];
    while (list.length <= Number(key)) list.push({});
    list[Number(key)] = put(list[Number(key)], rest, value);
    return list;
  }
  const table = typeof held === "string" ? { [NAMED[name] ?? "preset"]: held } : { ...(held as Table | undefined) };
  return { ...table, [key]: put(table[key], rest, value, key) };
}

/** Inputs and choices as an attribute says them: `site.pue=1.2; finance.wacc=0.05..0.1`. */
export function givenOf(text: string, words: Words): Record<string, string> {
  const entries = text.split(/[;\n]/).map((part) => part.trim()).filter(Boolean);
  return Object.fromEntries(entries.map((entry) => {
    const [, path, value] = /^([\w.-]+)\s*=\s*(.+)$/.exec(entry) ?? [];
    if (!path || !value) throw new WattflopError({ code: "Broken", message: words.brokenSet.replace("{text}", entry), path: "set" });
    return [path, value];
  }));
}

/** A number or range as people type it, with the unit where it was left out. */
export function typed(text: string, unit: string, language: string): string {
  const plain = (wordsOf(language).numbers.decimal === "," ? text.replace(/(\d),(\d)/g, "$1.$2") : text).replace(/[\u00a0\u202f]/g, " ").replace(/\s*(?:–|\.\.\.?|…)\s*/g, "..").trim();
  const bare = /^[-+\d.\se]+$/i.test(plain);
  return bare && unit ? `${plain} ${unit}` : plain;
}

/** An input as a field shows it: the number, or its range, without the unit. */
export function fieldText({ value, low, high, given }: Input): string {
  if (value === null) return "";
  return given && low !== null && high !== null && low !== high ? `${plainNumber(low)}..${plainNumber(high)}` : plainNumber(value);
}

/** A number with no more digits than people read; very large ones by their power of ten. */
export function plainNumber(value: number): string {
  const whole = Number.isInteger(value) && Math.abs(value) < 1e9;
  const short = whole ? value : Number(value.toPrecision(4));
  return Math.abs(short) >= 1e9 ? short.toExponential().replace("e+", "e") : String(short);
}
