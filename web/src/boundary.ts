// How documents cross the boundary: as one text and one list of numbers. src/wasm/packed.rs is the other side.
import { WattflopError } from "./error.js";
import { figuresIn } from "./figure.js";
import { problem, reasonOf, say } from "./words.js";

/** A document on its way. A question has plain numbers: a typed array of a few costs more than all else of its packing. */
export interface Packed<Numbers = number[]> {
  /** Every key, once, and every text, with NUL between. */
  readonly text: string;
  /** The tree: a sign for what comes, and what belongs to it. */
  readonly numbers: Numbers;
}

/** The parts of a figure, in their order. */
const FIGURE = ["value", "unit", "low", "high", "label", "text", "range"];
/** Numbers of an entry whose value is a number or a text: key, sign, value. */
const ENTRY = 3;

const NULL = 0;
const NO = 1;
const YES = 2;
const NUMBER = 3;
const TEXT = 4;
const LIST = 5;
const TABLE = 6;
const NUMBERS = 7;

/** Values in one document: far more than any has. */
const MOST = 5_000_000;
/** How deep one may nest. */
const DEEPEST = 60;

/** Whether it is a plain object, of whatever realm: what is of a class says nothing by its keys. */
export function isTable(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

const isList = (value: object): value is ArrayLike<unknown> & object => Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** Packs plain data. What is undefined is left out; what is none (a function, a date, a map) is refused, in the language of `lang`. */
export function packed(document: unknown, lang = "en"): Packed {
  const places = new Map<string, number>();
  const numbers: number[] = [];
  let texts = "";
  const putText = (text: string): void => {
    let place = places.get(text);
    if (place === undefined) {
      places.set(text, (place = places.size));
      texts += (place > 0 ? "\0" : "") + (text.includes("\0") ? text.replaceAll("\0", " ") : text);
    }
    numbers.push(place);
  };
  const put = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) throw problem("Broken", lang, "deep");
    if (numbers.length > MOST) throw problem("Broken", lang, "large");
    switch (typeof value) {
      case "string":
        numbers.push(TEXT);
        return putText(value);
      case "number":
        return void numbers.push(NUMBER, value);
      case "boolean":
        return void numbers.push(value ? YES : NO);
      case "undefined":
        return void numbers.push(NULL);
      case "object":
        if (value === null) return void numbers.push(NULL);
        if (isList(value)) return putList(value, depth);
        if (isTable(value)) return putTable(value, depth);
    }
    throw unplain(document, value, lang);
  };
  const putList = (items: ArrayLike<unknown>, depth: number): void => {
    const { length } = items;
    if (!(length <= MOST)) throw problem("Broken", lang, "large");
    numbers.push(LIST, length);
    for (let place = 0; place < length; place += 1) put(items[place], depth + 1);
  };
  const putTable = (table: object, depth: number): void => {
    const count = numbers.push(TABLE, 0) - 1;
    for (const key of Object.keys(table)) {
      const value = (table as Record<string, unknown>)[key];
      if (value === undefined) continue;
      numbers[count]! += 1;
      putText(key);
      put(value, depth + 1);
    }
  };
  try {
    put(document, 0);
  } catch (cause) {
    throw cause instanceof WattflopError ? cause : problem("Broken", lang, "broken", { reason: reasonOf(cause) }, cause);
  }
  return { text: texts, numbers };
}

/** What is said of the first value that is no plain data. */
function unplain(document: unknown, value: unknown, lang: string): WattflopError {
  const path = (wayTo(value, document) ?? []).join(".").replace(/^(?:question\.)?scenario\./, "");
  const kind = typeof value === "object" ? ((value as object).constructor?.name ?? "object") : typeof value;
  return problem("WrongForm", lang, "unplain", { path, kind, allowed: say(lang, "plain") });
}

/** The keys down to what is sought. */
function wayTo(sought: unknown, held: unknown): string[] | undefined {
  if (Object.is(held, sought)) return [];
  if (typeof held !== "object" || held === null) return undefined;
  for (const [key, value] of Object.entries(held)) {
    const way = wayTo(sought, value);
    if (way) return [key, ...way];
  }
  return undefined;
}

/** Unpacks what the core answered in a language. */
export function unpacked({ text, numbers }: Packed<Float64Array>, lang: string): unknown {
  const texts = text.split("\0");
  const Figure = figuresIn(lang);
  let at = 0;
  const next = (): number => numbers[at++]!;
  const value = (): unknown => {
    switch (next()) {
      case NULL:
        return null;
      case NO:
        return false;
      case YES:
        return true;
      case NUMBER:
        return next();
      case TEXT:
        return texts[next()];
      case LIST:
        return Array.from({ length: next() }, value);
      case TABLE:
        return table(next());
      case NUMBERS: {
        const length = next();
        at += length;
        return Object.defineProperty(numbers.slice(at - length, at), "toJSON", { value: asList });
      }
      default:
        throw new Error("no packed document");
    }
  };
  const table = (count: number): object => {
    const isFigure = count === FIGURE.length && FIGURE.every((part, place) => texts[numbers[at + ENTRY * place]!] === part);
    const made = (isFigure ? new Figure() : {}) as Record<string, unknown>;
    for (let entry = 0; entry < count; entry += 1) {
      const key = texts[next()]!;
      const held = value();
      // This too is a key like any other.
      if (key === "__proto__") Object.defineProperty(made, key, { value: held, enumerable: true, configurable: true, writable: true });
      else made[key] = held;
    }
    return made;
  };
  return value();
}

/** Numbers as JSON has them; without this it would have a table. */
function asList(this: Float64Array): number[] {
  return [...this];
}
