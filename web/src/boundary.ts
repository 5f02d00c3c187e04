// How documents cross the boundary: as one text and one list of numbers. src/wasm/packed.rs is the other side.
import { WattflopError } from "./error.js";
import { Figure } from "./figure.js";

/** A document on its way. */
export interface Packed {
  /** Every key, once, and every text, with NUL between. */
  readonly text: string;
  /** The tree: a sign for what comes, and what belongs to it. */
  readonly numbers: Float64Array;
}

/** The parts of a figure. */
const OF_FIGURE = 7;

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

/** The language that is asked for. */
export function langOf(options: { lang?: unknown } | undefined): string {
  const lang = options?.lang ?? "en";
  if (typeof lang === "string") return lang;
  throw new WattflopError({ code: "WrongForm", path: "lang", message: "lang: expected the tag of a language, such as `en` or `fr`" });
}

/** Packs plain data. What is undefined is left out; what is none (a function, a symbol) is refused. */
export function packed(document: unknown): Packed {
  const texts = new Map<string, number>();
  const numbers: number[] = [];
  const putText = (text: string): void => {
    const clean = text.includes("\0") ? text.replaceAll("\0", " ") : text;
    let place = texts.get(clean);
    if (place === undefined) texts.set(clean, (place = texts.size));
    numbers.push(place);
  };
  const put = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) throw broken("it is nested too deep");
    if (numbers.length > MOST) throw broken("it is too large");
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
        return Array.isArray(value) || ArrayBuffer.isView(value) ? putList(value as ArrayLike<unknown>, depth) : putTable(value, depth);
      default:
        throw broken(`a ${typeof value} is no plain data`);
    }
  };
  const putList = (items: ArrayLike<unknown>, depth: number): void => {
    const { length } = items;
    if (!(length <= MOST)) throw broken("it is too large");
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
    throw cause instanceof WattflopError ? cause : broken(cause instanceof Error ? cause.message : String(cause), cause);
  }
  return { text: [...texts.keys()].join("\0"), numbers: Float64Array.from(numbers) };
}

function broken(reason: string, cause?: unknown): WattflopError {
  return new WattflopError({ code: "Broken", message: `this is no document: ${reason}` }, { cause });
}

/** Unpacks what the core answered. */
export function unpacked({ text, numbers }: Packed): unknown {
  const texts = text.split("\0");
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
        return numbers.slice(at - length, at);
      }
      default:
        throw new Error("no packed document");
    }
  };
  const table = (count: number): object => {
    // A table that begins with a value and has the seven parts of a figure is one.
    const made = (count === OF_FIGURE && texts[numbers[at]!] === "value" ? new Figure() : {}) as Record<string, unknown>;
    for (let entry = 0; entry < count; entry += 1) {
      const key = texts[next()]!;
      const held = value();
      // A name such as `__proto__` is a key like any other.
      if (key in made) Object.defineProperty(made, key, { value: held, enumerable: true, configurable: true, writable: true });
      else made[key] = held;
    }
    return made;
  };
  return value();
}
