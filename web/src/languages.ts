// The languages that the core has no words of until they are given to it, and how each writes numbers.
import { NUMBERS } from "./generated/factors.js";
import type { CoreWords, Numbers } from "./generated/words.js";
import { type PackageWords, problem, say } from "./words.js";

/** Some of a table, however deep. */
type Some<Held> = Held extends readonly unknown[] | string ? Held : { readonly [Key in keyof Held]?: Some<Held[Key]> };

/**
 * What the core and the package say in a language: any part of it; what is missing is said in English. `wattflop/locales/core-en.json`
 * has all of it in English, for whoever translates it.
 */
export type LanguageWords = Some<CoreWords> & {
  /** What the package says before the core can. */
  readonly package?: Partial<PackageWords> | undefined;
};

/** A language that was given. */
export interface Given {
  readonly tag: string;
  /** What the core is to be told. */
  readonly words: Some<CoreWords>;
  readonly own: Partial<PackageWords>;
  /** Whether words that are wrong are an error of whoever asks, or only said in the console. */
  readonly strict: boolean;
}

const given = new Map<string, Given>();

/** The language of a tag, without its region. */
export const primaryOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

/** The words of a tag, where they were given. */
export const givenOf = (tag: string): Given | undefined => (given.size ? given.get(primaryOf(tag)) : undefined);

/**
 * Gives the package a language, or other words for one that it has: from then on it is one like any other, for labels, amounts, notes,
 * errors and pictures. The core reads the words when it is first asked in it.
 *
 * ```js
 * import { operate, registerLanguage } from "wattflop";
 *
 * registerLanguage("de", {
 *   numbers: { decimal: ",", group: ".", money: "# $", large_money: "# Dollar", large: [[1e6, "Million", "Millionen"], [1e9, "Milliarde", "Milliarden"]] },
 *   labels: { "power.facility.peak": "Leistung der Anlage, Spitze" },
 * });
 * operate("xai-gigafactory", { lang: "de" }).figures["power.facility.peak"].label; // Leistung der Anlage, Spitze
 * ```
 *
 * Whatever is asked in it afterwards throws a `WattflopError` where its words are wrong: it names the key, and what is allowed or
 * nearest.
 *
 * @param tag the language, such as `de`; its regions have it too
 * @param words any part of its words, by the keys of English
 * @throws {WattflopError} `WrongForm` when it is no tag, or no table of words
 */
export function registerLanguage(tag: string, words: LanguageWords): void {
  if (typeof tag !== "string") throw problem("WrongForm", "en", "wrong", { path: "tag", allowed: say("en", "tag") });
  if (typeof words !== "object" || words === null) throw problem("WrongForm", "en", "wrong", { path: "words", allowed: say("en", "table") });
  const { package: own, ...rest } = words;
  give({ tag: primaryOf(tag), words: rest, own: own ?? {}, strict: true });
}

/** Takes a language as it was given. */
export function give(language: Given): void {
  given.set(language.tag, language);
}

/** The language that a tag is answered in. */
export function spoken(tag: string): string {
  const primary = primaryOf(tag);
  return primary in NUMBERS || given.has(primary) ? primary : "en";
}

/** How a language that is spoken writes numbers. */
export function numbersOf(language: string): Numbers {
  const base = NUMBERS[language] ?? NUMBERS["en"]!;
  const own = given.get(language)?.words.numbers as Partial<Numbers> | undefined;
  return own ? { ...base, after_large_elided: own.after_large ?? base.after_large_elided, ...own, units: { ...base.units, ...own.units } } : base;
}
