// The text of a figure in another language: the same number in the same unit, as the core would write it there (src/quantities/display.rs).
import { CURRENCIES, FACTORS, SIGNS } from "./generated/factors.js";
import type { Forms, Numbers } from "./generated/words.js";

/** What is told of an amount. */
interface Told {
  readonly unit: string;
  readonly text: string;
}

/** A number as it is shown. */
interface Shown {
  /** Its digits, with a point. */
  readonly digits: string;
  /** What one of its word is. */
  readonly factor: number;
}

/** From here on a number is written with a word. */
const MILLION = 1e6;

/** The text of an amount in another language; nothing, where it is no number. */
export function retold({ unit, text }: Told, from: Numbers, to: Numbers): string | undefined {
  const [whole, digits = "", word] = numberIn(from, unit).exec(text) ?? [];
  if (whole === undefined) return undefined;
  const sign = text.startsWith("-") ? "-" : "";
  const plain = digits.replaceAll(from.group, "").replace(from.decimal, ".");
  const shown = { digits: plain, factor: from.large.find(([, ...forms]) => forms.includes(word ?? ""))?.[0] ?? 1 };
  const form = text.slice(sign.length).replace(whole, "#");
  return sign + written(shown, symbolIn(form, unit, from), to);
}

/** A number of a language, with the word for its millions where it has one and its unit does not begin so. */
function numberIn(style: Numbers, unit: string): RegExp {
  const [group, decimal] = [style.group, style.decimal].map(escaped);
  const words = style.large.flatMap(([, ...forms]) => forms).sort((one, other) => other.length - one.length).map(escaped).join("|");
  const word = words && !startsLarge(unit) ? `(?:\\s(${words})(?!\\p{L}))?` : "";
  return new RegExp(`(\\d(?:\\d|${group || "(?!)"})*(?:${decimal}\\d+)?(?:e-?\\d+)?)${word}`, "u");
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const startsLarge = (unit: string): boolean => unit.startsWith("billion");

/** The unit that a text is written in, `#` being its number: that of the figure, or another that measures the same. */
function symbolIn(form: string, unit: string, style: Numbers): string {
  const currency = currencyOf(unit);
  const measured = FACTORS[inDollars(unit)]?.[0];
  const others = Object.keys(FACTORS).filter((other) => FACTORS[other]![0] === measured).map((other) => other.replace("USD", currency));
  return [unit, ...others].find((known) => formsIn(known, style).some((text) => spaced(text) === spaced(form))) ?? unit;
}

/** Every way to write an amount in a unit, `#` being its number. */
function formsIn(unit: string, style: Numbers): string[] {
  if (unit === currencyOf(unit)) return [moneyIn(unit, false, style), moneyIn(unit, true, style)];
  return unitForms(unit, style).flatMap((form) => [`# ${form}`.trim(), `# ${afterLarge(form, style)}`.trim()]);
}

/** An amount in a language. */
function written({ digits, factor }: Shown, unit: string, style: Numbers): string {
  const size = Number(digits) * factor;
  const isLarge = size >= MILLION && !startsLarge(unit);
  const [least, ...forms] = style.large.findLast(([least]) => isLarge && least <= size && size / least < MILLION) ?? [1];
  const count = least === factor ? digits : String(Number((size / least).toPrecision(12)));
  const number = grouped(count, style);
  const amount = forms.length ? `${number} ${formOf(forms, count, style)}` : number;
  if (unit === currencyOf(unit)) return moneyIn(unit, isLarge, style).replace("#", () => amount);
  const form = formOf(unitForms(unit, style), isLarge ? String(size) : digits, style);
  return `${amount} ${isLarge && form ? afterLarge(form, style) : form}`.trim();
}

/** A number as a language writes it. */
function grouped(plain: string, { group, decimal }: Numbers): string {
  const [whole = "", rest] = plain.split(".");
  const head = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return rest === undefined ? head : head + decimal + rest;
}

/** The form of a word that stands after a number. */
function formOf(forms: Forms, shown: string, { plural }: Numbers): string {
  return forms[PLACES[plural]!(Number(shown), shown.includes("."))] ?? forms.at(-1) ?? "";
}

const isTeen = (size: number): boolean => size % 100 >= 11 && size % 100 <= 14;
const isFew = (size: number, end: number): boolean => end >= 2 && end <= 4 && !isTeen(size);

/** The place of the form that stands after a number, by the rule of a language. */
const PLACES: Readonly<Record<string, (size: number, hasDecimals: boolean) => number>> = {
  never: () => 0,
  one: (size, hasDecimals) => (size === 1 && !hasDecimals ? 0 : 1),
  "below-two": (size) => (size < 2 ? 0 : 1),
  czech: (size, hasDecimals) => (hasDecimals ? 2 : size === 1 ? 0 : isFew(size, size) ? 1 : 3),
  polish: (size, hasDecimals) => (hasDecimals ? 2 : size === 1 ? 0 : isFew(size, size % 10) ? 1 : 3),
  russian: (size, hasDecimals) => (hasDecimals ? 2 : size % 10 === 1 && !isTeen(size) ? 0 : isFew(size, size % 10) ? 1 : 3),
};

/** The forms of a unit; of one of money in another currency, those of dollars with its sign. */
function unitForms(unit: string, { units }: Numbers): Forms {
  const currency = currencyOf(unit);
  const held = units[inDollars(unit)];
  const forms: Forms = held === undefined ? [inDollars(unit)] : typeof held === "string" ? [held] : held;
  return currency === "USD" ? forms : forms.map((form) => form.replaceAll("$", () => SIGNS[currency] ?? currency).replace("USD", currency));
}

/** An amount of money, `#` being its number. */
function moneyIn(currency: string, isLarge: boolean, { money, large_money, currencies }: Numbers): string {
  const form = isLarge ? large_money : money;
  if (currency === "USD") return form;
  const dollars = currencies["USD"];
  const named = dollars ? form.replace(dollars, currencies[currency] ?? currency) : form;
  return named.replaceAll("$", () => SIGNS[currency] ?? currency).replace("USD", currency);
}

/** A unit behind a word such as `million`. */
function afterLarge(unit: string, { after_large, after_large_elided, elides }: Numbers): string {
  return (unit && elides.includes(unit.charAt(0)) ? after_large_elided : after_large).replace("#", () => unit);
}

const CURRENCY = new RegExp(`\\b(?:${CURRENCIES.join("|")})\\b`);
const currencyOf = (unit: string): string => CURRENCY.exec(unit)?.[0] ?? "USD";
const inDollars = (unit: string): string => unit.replace(currencyOf(unit), "USD");
const spaced = (text: string): string => text.replace(/\s/g, " ");
