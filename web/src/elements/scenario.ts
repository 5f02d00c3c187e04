// From what a page says to a scenario: ids by attributes, inputs by their paths.
import { WattflopError } from "../error.js";
import { type Words, wordsOf } from "../locales/index.js";
import type { FormField, Input, Scenario } from "../types.js";

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

/** A number or range as people type it, with the unit where it was left out, in the core's words. */
export function typed(text: string, unit: string, language: string): string {
  const words = wordsOf(language);
  const units: Readonly<Record<string, string>> = { ...reversed(words.units), ...spelled(words) };
  const isComma = words.numbers.decimal === ",";
  const plain = text.trim().replace(GROUPS, "").replace(/[\u00a0\u202f]/g, " ").replace(/\s*(?:–|\.\.\.?|…)\s*|\s+(?:à|to)\s+/g, "..");
  for (const number of plain.split("..").flatMap((end) => end.match(/[\d.,]*\d/g) ?? [end])) {
    if (!(isComma ? COMMA : POINT).test(number)) throw new WattflopError({ code: "NotANumber", message: words.brokenNumber.replace("{text}", text.trim()) });
  }
  const told = (isComma ? plain.replace(/(\d),(\d)/g, "$1.$2") : plain.includes("(") ? plain : plain.replace(/(\d),(?=\d{3})/g, "$1"))
    .replace(/\p{L}[\p{L}-]*/gu, (word) => units[word] ?? word).replace(/(\d\s*)\$\//g, "$1USD/").replace(/\/device\/(mo|yr)/g, "/device-$1").replace(/\s+/g, " ");
  const bare = /^[-+\d.,\se]+$/i.test(told);
  return bare && unit ? `${told} ${unit}` : told;
}

/** Spaces between groups of three digits. */
const GROUPS = /(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
/** A number where a comma stands before the decimals, and where a point does. */
const COMMA = /^\d*(?:[.,]\d+)?$/;
const POINT = /^(?:\d*|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

const reversed = (table: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(table).map(([key, value]) => [value, key]));

/** What words of units are called in the core. */
const spelled = ({ spelled: pairs }: Words): Record<string, string> => Object.fromEntries(pairs.split(" ").map((pair) => pair.split("=")));

/** What an input takes. */
type Taken = Pick<FormField, "unit" | "whole" | "default">;

/** Whether an input counts things, of which there are no parts. */
export const counts = ({ whole, unit }: Taken): boolean => whole || unit === "device" || unit === "token";

/** From here on three decimals may be meant as thousands. */
const LARGE = 1000;

/** A number or range as people type it into the field of an input; what could be read in two ways is refused. */
export function entered(text: string, input: Taken, language: string): string {
  const { notWhole, twoReadings, numbers } = wordsOf(language);
  const told = typed(text, input.unit, language);
  for (const end of told.split("..").map((part) => part.replace(input.unit, "").trim())) {
    if (counts(input) && /^\d+\.\d+$/.test(end)) throw new WattflopError({ code: "Ambiguous", message: notWhole.replace("{text}", text.trim()) });
    if (/^[1-9]\d{0,2}\.\d{3}$/.test(end) && (input.default?.value ?? 0) >= LARGE) {
      const [whole, part] = [end.replace(".", numbers.group), `${end.replace(".", numbers.decimal)}0`];
      throw new WattflopError({ code: "Ambiguous", message: twoReadings.replace("{text}", text.trim()).replace("{whole}", whole).replace("{part}", part) });
    }
  }
  return told;
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
