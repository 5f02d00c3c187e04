// Figures and results, as they are handed out.
import { CURRENCIES, FACTORS } from "./generated/factors.js";
import { retold } from "./retold.js";
import type { Figures, Input, Note, Result } from "./types.js";
import { numbersOf, primaryOf, spoken } from "./languages.js";
import { named, problem, say } from "./words.js";

/** Where a figure keeps the language of its texts: once for all of that language. */
const LANG = Symbol("lang");

/**
 * A figure of a result: a number with its unit and its 90 % range.
 *
 * @typeParam Unit the units that it can be had in
 */
export class Figure<Unit extends string = string> {
  /** The number, in `unit`; `Infinity` for what never comes. */
  declare readonly value: number;
  /** The unit of `value`, `low` and `high`; empty for pure numbers. */
  declare readonly unit: string;
  /** The 5th percentile; `Infinity` for what never comes. */
  declare readonly low: number;
  /** The 95th percentile; `Infinity` for what may never come. */
  declare readonly high: number;
  /** What it is called, in the language asked for. */
  declare readonly label: string;
  /** The value for people, with no more digits than its range bears. */
  declare readonly text: string;
  /** The 90 % range for people; empty where there is no doubt. */
  declare readonly range: string;
  /** @internal */
  declare readonly [LANG]: string;

  static {
    named(this, "Figure");
  }

  /**
   * The number in another unit of the same quantity; of money in the same currency.
   *
   * @throws {WattflopError} `WrongUnit` when it is one of something else
   */
  in(unit: Unit): number {
    const [from, to] = [scaleOf(this.unit), scaleOf(unit)];
    if (from && to && from.measures === to.measures && from.currency === to.currency) return (this.value * from.base) / to.base;
    if (this.unit === unit) return this.value;
    const own = this.unit || say(this[LANG], "number");
    throw problem("WrongUnit", this[LANG], "unit", { label: this.label, own, asked: String(unit), path: "unit", allowed: own });
  }

  /**
   * The value for people: {@link text}, or where that is of another language, as of {@link toLocaleString}.
   *
   * @param lang a BCP 47 tag. Default: the language that the result was asked in
   */
  toString(lang?: string): string {
    return lang === undefined || spokenOrOther(lang) === this[LANG] ? this.text : this.toLocaleString(lang);
  }

  /**
   * The value in the manner of any language, with the digits of {@link text}: in English, French and a registered language in the same
   * words as there, in others in {@link unit}, by its symbol.
   *
   * @param lang one or more BCP 47 tags. Default: the language that the result was asked in
   * @param options how the number is written, as `Intl.NumberFormat` takes it. Default: with the digits of {@link text}
   * @throws {WattflopError} `WrongForm` when it is no tag, or there are no such options
   */
  toLocaleString(lang?: string | string[], options?: Intl.NumberFormatOptions): string {
    if (options === undefined && (lang === undefined || (typeof lang === "string" && spokenOrOther(lang) === this[LANG]))) return this.text;
    try {
      const other = typeof lang === "string" && options === undefined && Intl.getCanonicalLocales(lang) ? spokenOrOther(lang) : undefined;
      if (other) return retold(this, numbersOf(this[LANG]), numbersOf(other)) ?? say(other, "never");
      const number = new Intl.NumberFormat(lang ?? this[LANG], options ?? formOf(this.value, this.text)).format(this.value);
      return this.unit ? `${number}\u00a0${this.unit}` : number;
    } catch (cause) {
      throw problem("WrongForm", this[LANG], "wrong", { path: "lang", allowed: say(this[LANG], "tag") }, cause);
    }
  }

  /** The number, so that it can be computed with and sorted by. */
  valueOf(): number {
    return this.value;
  }
}

const FIGURES = new Map<string, typeof Figure>();

/** The figures whose texts are in the language of a tag. */
export function figuresIn(lang: string): typeof Figure {
  const language = spoken(lang);
  const known = FIGURES.get(language);
  if (known) return known;
  const made = named(language === "en" ? Figure : class extends Figure {}, "Figure");
  Object.defineProperty(made.prototype, LANG, { value: language });
  FIGURES.set(language, made);
  return made;
}

figuresIn("en");

/** The language of the texts that a tag asks for, where there are any. */
const spokenOrOther = (lang: string): string | undefined => (spoken(lang) === primaryOf(lang) ? spoken(lang) : undefined);

/** The digits of a text, for whoever writes its number anew: large ones in words, the largest in powers of ten. */
function formOf(value: number, text: string): Intl.NumberFormatOptions {
  const [shown = ""] = /\d[\d.,\s]*/.exec(text) ?? [];
  const digits = shown.replace(/\D/g, "").replace(/^0+/, "").replace(/[.,]\d{1,2}(?!\d)/.test(shown) ? /$/ : /0+$/, "").length;
  const form: Intl.NumberFormatOptions = { maximumSignificantDigits: Math.min(Math.max(digits, 1), 21) };
  if (Math.abs(value) >= 1e15) return { ...form, notation: "scientific" };
  return Math.abs(value) >= 1e6 ? { ...form, notation: "compact", compactDisplay: "long" } : form;
}

const CURRENCY = new RegExp(`\\b(?:${CURRENCIES.join("|")})\\b`);

/** What a unit measures, base units in one, and the currency: money in any counts as dollars do. */
function scaleOf(unit: string): { measures: string; base: number; currency: string } | undefined {
  const [currency = "USD"] = CURRENCY.exec(unit) ?? [];
  const found = FACTORS[unit.replace(currency, "USD")];
  return found && { measures: found[0], base: found[1], currency };
}

/** Asks for a part of a result. */
export type Part = (what: string) => unknown;

/** Gives back what it is made of, so that what extends it adds to that. */
class Same {
  constructor(held: object) {
    return held;
  }
}

/** A result that keeps whom to ask, where no one sees it. */
class Asking extends Same {
  readonly #ask: Part;

  constructor(document: object, ask: Part) {
    super(document);
    this.#ask = ask;
  }

  static part(result: Asking, what: string): unknown {
    return result.#ask(what);
  }
}

// The same for all results, which so are of one shape: one of its own for each costs more than the evaluation.
const PARTS = ["figures", "choices", "inputs", "notes"].map((part) => [part, lazily(part)] as const);

/** A result: what it is of at once, the rest when it is read. */
export function resultOf(document: unknown, rest?: Part): Result {
  if (!rest) return document as Result;
  const result = new Asking(document as object, rest);
  // One by one: engines take four times as long over `defineProperties`.
  for (const [part, how] of PARTS) Object.defineProperty(result, part, how);
  return result as unknown as Result;
}

function lazily(part: string): PropertyDescriptor & ThisType<Asking> {
  const get = function (this: Asking): unknown {
    const value = Asking.part(this, part);
    Object.defineProperty(this, part, { value, enumerable: true, configurable: true, writable: false });
    return value;
  };
  return { get, enumerable: true, configurable: true };
}

export type { Figures, Input, Note };
