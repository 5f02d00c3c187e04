// What the package says before the core can: in the core's languages, English where the language has none here.
import { type Problem, WattflopError } from "./error.js";
import { givenOf, primaryOf } from "./languages.js";

export { named } from "./error.js";

/** In English. */
export const EN = {
  table: "a table of keys and values",
  tag: "the tag of a language, such as `en` or `fr`",
  callback: "a function",
  abortSignal: "an AbortSignal",
  plain: "numbers, texts, lists and plain objects",
  wrong: "{path}: expected {allowed}",
  unplain: "{path}: {kind} is no plain data; expected {allowed}",
  unknown: "no option `{key}`; there are {allowed}",
  near: "no option `{key}`; did you mean `{near}`?",
  deep: "this is no document: it is nested too deep",
  large: "this is no document: it is too large",
  broken: "this is no document: {reason}",
  json: "this is no JSON: {reason}",
  text: "this is no JSON: it is no text",
  unit: "{label}: it is measured in {own}, not in `{asked}`",
  number: "pure numbers",
  never: "never",
  cancelled: "cancelled",
  unloaded: "the core is not loaded yet: `await load()` first",
  trapped: "the core gave up on this ({reason}), and will be started afresh",
  worker: "the worker could not be started or asked: {reason}",
};

/** The words of the package itself. */
export type PackageWords = typeof EN;

const FR: PackageWords = {
  table: "une table de clés et de valeurs",
  tag: "le code d’une langue, comme `en` ou `fr`",
  callback: "une fonction",
  abortSignal: "un AbortSignal",
  plain: "nombres, textes, listes et objets simples",
  wrong: "{path} n’a pas la bonne forme\u202f; attendu\u202f: {allowed}",
  unplain: "{path}\u202f: {kind} n’est pas une donnée simple\u202f; attendu\u202f: {allowed}",
  unknown: "option introuvable\u202f: `{key}`\u202f; il y a {allowed}",
  near: "option introuvable\u202f: `{key}`\u202f; vouliez-vous dire `{near}`\u202f?",
  deep: "document illisible\u202f: trop de niveaux",
  large: "document illisible\u202f: trop grand",
  broken: "document illisible\u202f: {reason}",
  json: "JSON illisible\u202f: {reason}",
  text: "JSON illisible\u202f: ce n’est pas un texte",
  unit: "{label}\u202f: l’unité est {own}, et non `{asked}`",
  number: "celle d’un nombre pur",
  never: "jamais",
  cancelled: "interrompu",
  unloaded: "le cœur n’est pas encore chargé\u202f: d’abord `await load()`",
  trapped: "le cœur a renoncé ({reason}) et sera relancé",
  worker: "le worker n’a pas pu être lancé ou interrogé\u202f: {reason}",
};

/** What stands under a key, filled in. */
export function say(lang: string, key: keyof PackageWords, filled: Readonly<Record<string, string>> = {}): string {
  const text = givenOf(lang)?.own[key] ?? (primaryOf(lang) === "fr" ? FR : EN)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole);
}

/** What was thrown, in words. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const plain = (lang: string): string => say(lang, "plain");

/** What is allowed where what is said does not hold it. */
const ALLOWED: Partial<Readonly<Record<keyof PackageWords, (lang: string) => string>>> = { deep: plain, large: plain, broken: plain, json: () => "JSON", text: () => "JSON" };

/** An error in words of ours. What fills them is told of it too. */
export function problem(code: string, lang: string, key: keyof PackageWords, filled: Omit<Partial<Problem>, "code"> & Record<string, string> = {}, cause?: unknown): WattflopError {
  const allowed = filled.allowed ?? ALLOWED[key]?.(lang) ?? null;
  return new WattflopError({ ...filled, allowed, code, message: say(lang, key, filled) }, cause === undefined ? undefined : { cause });
}
