// The widgets' own words. A language is a file; its keys are English's, by its type.
import { type LanguageWords, give, primaryOf } from "../languages.js";
import { type Counted, type Words, en } from "./en.js";
import { fr } from "./fr.js";

export type { LanguageWords, Words };

const languages = new Map<string, Words>([["en", en], ["fr", fr]]);
const hearing = new Set<() => void>();

/**
 * Gives the elements another language, or other words for one that they have; those in the page change at once. What the core
 * says (labels, amounts, notes, errors, pictures) is under `core`, whatever there is of it; what is missing there is in English, and
 * what is wrong is said in the console.
 *
 * ```js
 * import { registerLocale } from "wattflop/elements";
 * import { en } from "wattflop/locales/en.js";
 *
 * registerLocale("de", {
 *   ...en,
 *   table: "Als Tabelle",
 *   method: "Methode und Quellen",
 *   core: { numbers: { decimal: ",", group: "." }, labels: { "power.facility.peak": "Leistung der Anlage, Spitze" } },
 * });
 * ```
 *
 * @param tag the language, such as `de`; its regions have it too
 * @param words all of the elements' words, by the keys of English; and those of the core, as of `wattflop/locales/core-en.json`
 */
export function registerLocale(tag: string, { core, ...words }: Words & { readonly core?: LanguageWords | undefined }): void {
  const { package: own = {}, ...rest } = core ?? {};
  if (core) give({ tag: primaryOf(tag), words: rest, own, strict: false });
  languages.set(primaryOf(tag), words);
  for (const heard of hearing) heard();
}

/** Calls back when there is another language; returns how to stop. */
export function watchLocales(heard: () => void): () => void {
  hearing.add(heard);
  return () => hearing.delete(heard);
}

/** The language of a tag such as `fr-CA` that there are words for; English where there are none. */
export function languageOf(tag: string): string {
  const primary = primaryOf(tag);
  return languages.has(primary) ? primary : "en";
}

/** The words of a language. */
export function wordsOf(language: string): Words {
  return languages.get(language) ?? en;
}

/** A text with its `{names}` filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/**
 * A number with at most so many significant digits, in the manner of the language. By words of our own, as dates are: the first
 * number that a browser formats takes it longer than all figures of a comparison.
 */
export function numeral(value: number, digits: number, language: string): string {
  const { decimal, group } = wordsOf(language).numbers;
  const [whole = "", part] = String(Number(value.toPrecision(digits))).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return part === undefined ? grouped : grouped + decimal + part;
}

/** A ratio such as `38` or `1.4`, in the manner of the language. */
export function times(ratio: number, language: string): string {
  return numeral(ratio, 2, language);
}

/** A date of the catalogue, which is a year, a month or a day. */
export function dated(date: string, language: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  if (month === undefined) return String(year);
  const { months, ofDay, ofMonth } = wordsOf(language).dates;
  const named = { year: String(year), month: months[month - 1] ?? String(month) };
  return day === undefined ? filled(ofMonth, named) : filled(ofDay, { ...named, day: String(day) });
}

/** A name of the catalogue with the quotation marks of the language. */
export function quoted(name: string, language: string): string {
  return name.replace(/'([^']+)'/g, wordsOf(language).quotes.join("$1"));
}

/** A name as a heading has it: an article that it begins with gets a capital. */
export function titled(name: string): string {
  return name.replace(/^(?:the|la|le|les|l)(?=[\s’'])/, (article) => article.charAt(0).toUpperCase() + article.slice(1));
}

/** Words by how many there are, in the manner of the language. */
export function counted(forms: Counted, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count) as keyof Counted] ?? forms.other;
  return filled(form, { count: numeral(count, 15, language) });
}

/** Sentences in one text; the full stop that one lacks is put. */
export function sentences(...texts: readonly string[]): string {
  return texts.filter(Boolean).map((text) => (/[.?!…]$/.test(text) ? text : `${text}.`)).join(" ");
}

/** Parts in one line. */
export function listed(parts: readonly string[]): string {
  return parts.filter(Boolean).join("\u00a0· ");
}
