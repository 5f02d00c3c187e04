// The state of an element as a short text that people can read: `v=1&cluster=xai-gigafactory&pue=1.2&cost=decay`.
import { WattflopError } from "../error.js";
import type { Words } from "../locales/index.js";
import { COUNTING, type Counting, unusual } from "./counting.js";
import { type PictureId, TASKS, type TaskId } from "./tasks.js";

/** All that a calculator remembers. */
export interface CalculatorState {
  readonly task: TaskId;
  readonly cluster: string;
  readonly model: string;
  readonly site: string;
  /** Inputs and choices by path, as they were typed. */
  readonly given: Readonly<Record<string, string>>;
  readonly counting: Counting;
  readonly picture: PictureId;
}

/** The version of the form of addresses. */
const VERSION = 1;

/** The common inputs by short names; the others stand by their paths. */
const SHORT: Readonly<Record<string, string>> = {
  chips: "cluster.pools.0.count", price: "cluster.pools.0.price", rent: "cluster.pools.0.rent", load: "cluster.load", life: "cluster.it_life",
  pue: "site.pue", electricity: "site.electricity", grid: "site.grid", intensity: "site.carbon", wue: "site.wue",
  wacc: "finance.wacc", building: "finance.facility_capex", time: "operation.duration", tokens: "run.tokens", compute: "run.compute", mfu: "run.mfu", rate: "serving.user_rate", prompt: "serving.prompt", answer: "serving.output",
};
const SHORT_OF = new Map(Object.entries(SHORT).map(([short, path]) => [path, short]));

/** What a state is where the address says nothing. */
export const BLANK: CalculatorState = { task: "operate", cluster: "xai-gigafactory", model: "grok-2", site: "", given: {}, counting: COUNTING, picture: "views" };

type Entries = readonly (readonly [string, string])[];

/** How the entries of each version become those of the next, from the first on. Before versions were counted, an address held a language at most. */
const MIGRATIONS: readonly ((entries: Entries) => Entries)[] = [
  (entries) => entries.filter(([key]) => key !== "lang"),
];

/** A state as text, without what is as usual. */
export function written(state: CalculatorState): string {
  const { task, cluster, model, site, given, counting, picture } = state;
  const entries: [string, string][] = [["v", String(VERSION)], ["cluster", cluster]];
  if (task !== "operate") entries.push(["task", task]);
  if (TASKS[task].hasModel) entries.push(["model", model]);
  if (site) entries.push(["site", site]);
  for (const [path, value] of Object.entries(given)) entries.push([SHORT_OF.get(path) ?? path, value]);
  entries.push(...Object.entries(unusual(counting)));
  if (picture !== BLANK.picture) entries.push(["picture", picture]);
  return joined(entries);
}

/** How it is counted, as text: all that a comparison remembers. */
export const writtenCounting = (counting: Counting): string => joined([["v", String(VERSION)], ...Object.entries(unusual(counting))]);

const joined = (entries: Entries): string => entries.map(([key, value]) => `${key}=${readable(value)}`).join("&");

/** What an address may hold as it is stays as it is. */
const readable = (text: string): string => encodeURIComponent(text).replace(/%20/g, "+").replace(/%(?:2F|3A|2C|24|40)/g, decodeURIComponent);

/** Hears when the address of the page has another state; returns how to stop. What is no state, such as the name of a place in the page, is not heard. */
export function watchAddress(moved: () => void): () => void {
  const stop = new AbortController();
  const heard = (): void => {
    if (isState(location.hash)) moved();
  };
  for (const name of ["hashchange", "popstate"]) addEventListener(name, heard, stop);
  return () => stop.abort();
}

/** Whether an address says a state; one that says nothing says the usual. */
export const isState = (hash: string): boolean => hash.length < 2 || hash.includes("=");

/** Puts a state into the address of the page, as a step that the reader can go back from, or in place of the last one. */
export function putAddress(state: string, isSameStep = false): void {
  if (location.hash.slice(1) !== state) history[isSameStep ? "replaceState" : "pushState"](null, "", `#${state}`);
}

/** What a text of any version says, in today's form. */
function entriesOf(text: string, words: Words): Entries {
  const asked = [...new URLSearchParams(text.replace(/^[#?]/, ""))];
  const told = asked.find(([key]) => key === "v")?.[1] ?? "0";
  const version = /^\d+$/.test(told) ? Number(told) : NaN;
  if (!(version <= VERSION)) {
    throw new WattflopError({ code: "UnknownVersion", message: (version > VERSION ? words.newerAddress : words.brokenAddress).replace("{version}", told) });
  }
  return MIGRATIONS.slice(version).reduce<Entries>((held, migrate) => migrate(held), asked);
}

/** How a text says that it is counted, laid over another. */
export const readCounting = (text: string, words: Words, over: Counting = COUNTING): Counting => countingOf(new Map(entriesOf(text, words)), words, over);

function countingOf(fields: ReadonlyMap<string, string>, words: Words, usual: Counting): Counting {
  return {
    cost: oneOf("cost", fields.get("cost"), words.costViews, usual.cost, words),
    carbon: oneOf("carbon", fields.get("carbon"), words.carbonBases, usual.carbon, words),
    boundary: oneOf("boundary", fields.get("boundary"), words.boundaries, usual.boundary, words),
  };
}

/** What a text says: all of it, or else those of its parts from which something follows, one by one; and what is wrong with the others. */
export function readParts(text: string, words: Words, over: CalculatorState, follows: (state: CalculatorState) => unknown): { readonly state: CalculatorState; readonly wrong: readonly unknown[] } {
  const whole = text.replace(/^[#?]/, "");
  const read = (parts: readonly string[]): CalculatorState => {
    const state = readState(parts.join("&"), words, over);
    follows(state);
    return state;
  };
  try {
    return { state: read([whole]), wrong: [] };
  } catch (thrown) {
    if (thrown instanceof WattflopError && thrown.code === "UnknownVersion") return { state: over, wrong: [thrown] };
  }
  const [kept, wrong]: [string[], unknown[]] = [[], []];
  let state = over;
  for (const part of whole.split("&")) {
    try {
      state = read([...kept, part]);
      kept.push(part);
    } catch (thrown) {
      wrong.push(thrown);
    }
  }
  return { state, wrong };
}

/** The state that a text of any version says, laid over another. */
export function readState(text: string, words: Words, over: CalculatorState = BLANK): CalculatorState {
  const entries = entriesOf(text, words);
  const fields = new Map(entries);
  const base = fields.has("v") ? { ...BLANK, cluster: over.cluster, model: over.model } : over;
  const among = <Key extends string>(key: string, known: Readonly<Record<Key, unknown>>, usual: Key): Key => oneOf(key, fields.get(key), known, usual, words);
  const given = entries.filter(([key]) => key in SHORT || key.includes(".") || key === "method").map(([key, value]) => [SHORT[key] ?? key, value]);
  const stray = entries.find(([key]) => !KEYS.has(key) && !(key in SHORT) && !key.includes("."));
  if (stray) throw new WattflopError({ code: "UnknownKey", message: words.unknownKey.replace("{key}", stray[0]), path: stray[0] });
  return {
    task: among("task", words.tasks, base.task),
    cluster: fields.get("cluster") ?? base.cluster,
    model: fields.get("model") ?? base.model,
    site: fields.get("site") ?? base.site,
    given: { ...base.given, ...Object.fromEntries(given) },
    counting: countingOf(fields, words, base.counting),
    picture: among("picture", words.pictures, base.picture),
  };
}

const KEYS = new Set(["v", "task", "cluster", "model", "site", "cost", "carbon", "boundary", "picture", "method"]);

function oneOf<Key extends string>(name: string, asked: string | undefined, known: Readonly<Record<Key, unknown>>, usual: Key, words: Words): Key {
  if (!asked) return usual;
  if (Object.hasOwn(known, asked)) return asked as Key;
  const allowed = Object.keys(known).join(", ");
  throw new WattflopError({ code: "Unknown", message: words.unknownValue.replace("{name}", name).replace("{value}", asked).replace("{allowed}", allowed), path: name, allowed });
}
