// What functions take beside their question: one table, and whatever is not in it is refused.
import { isTable } from "./boundary.js";
import { problem, say } from "./words.js";

/** What the core is told of the options of each question. All take `lang` too. */
export const TAKES: Readonly<Record<string, readonly string[]>> = {
  cost: ["parts"],
  ledger: ["terms"],
  list: ["search"],
  uncertainty: ["samples", "seed", "figures", "correlations", "draws"],
  sensitivity: ["samples", "seed"],
  solve: ["with", "within"],
  sweep: ["figures", "pareto"],
  plan: ["exhaustive"],
  chart: ["theme", "width"],
};

/** What can take long, and so may be watched at once too. In a worker all may. */
const LONG = ["uncertainty", "sensitivity", "sweep", "plan", "chart"];

/** What is for the package itself. */
export interface Heard {
  readonly lang: string;
  readonly onProgress?: ((share: number) => unknown) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What holds where nothing is said. */
const UNSAID: Heard = { lang: "en" };

/** The options of a question, checked. */
export function heard(what: string, options: unknown, inWorker: boolean): Heard {
  if (options === undefined) return UNSAID;
  const given = tableOf(options);
  const lang = langOf(given);
  const watching = inWorker ? ["onProgress", "signal"] : LONG.includes(what) ? ["onProgress"] : [];
  const known = ["lang", ...(TAKES[what] ?? []), ...watching];
  for (const key of Object.keys(given)) if (given[key] !== undefined && !known.includes(key)) throw unknown(lang, key, known);
  const { onProgress, signal } = given;
  if (onProgress != null && typeof onProgress !== "function") throw wrong(lang, "onProgress", "callback");
  if (signal != null && typeof (signal as AbortSignal).throwIfAborted !== "function") throw wrong(lang, "signal", "abortSignal");
  return { lang, onProgress: (onProgress as Heard["onProgress"]) ?? undefined, signal: (signal as AbortSignal) ?? undefined };
}

/** The language that is asked for. */
export function langOf(options: unknown): string {
  const lang = tableOf(options)["lang"] ?? "en";
  if (typeof lang === "string") return lang;
  throw wrong("en", "lang", "tag");
}

function tableOf(options: unknown): Record<string, unknown> {
  const given = options ?? {};
  if (isTable(given)) return given as Record<string, unknown>;
  throw wrong("en", "options", "table");
}

function wrong(lang: string, path: string, expected: "callback" | "abortSignal" | "tag" | "table"): Error {
  return problem("WrongForm", lang, "wrong", { path, allowed: say(lang, expected) });
}

function unknown(lang: string, key: string, known: readonly string[]): Error {
  const path = key;
  const [near = "", steps = 0] = known.map((name) => [name, distance(key, name)] as const).sort(([, one], [, other]) => one - other)[0] ?? [];
  const allowed = known.map((name) => `\`${name}\``).join(", ");
  if (steps <= Math.max(2, near.length / 3)) return problem("UnknownNear", lang, "near", { path, key, near, allowed, suggestion: near });
  return problem("Unknown", lang, "unknown", { path, key, allowed });
}

/** How many letters must be put in, left out or changed to make one word the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (let place = 0; place < other.length; place += 1) {
      next.push(Math.min(next[place]! + 1, row[place + 1]! + 1, row[place]! + (letter === other[place] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
