// The text of a figure in the other language: the same number in the same unit, as the core would write it there.
import { CURRENCIES, WRITTEN } from "./generated/factors.js";
import { type Spoken, say } from "./words.js";

/** What is told of an amount. */
interface Told {
  readonly value: number;
  readonly unit: string;
  readonly text: string;
}

/** Words for large numbers, the largest first: factor, of one, of several. */
const LARGE: Readonly<Record<Spoken, readonly (readonly [number, string, string])[]>> = {
  en: [[1e12, "trillion", "trillion"], [1e9, "billion", "billion"], [1e6, "million", "million"]],
  fr: [[1e9, "milliard", "milliards"], [1e6, "million", "millions"]],
};
const THOUSANDS: Readonly<Record<Spoken, string>> = { en: ",", fr: "\u202f" };
const NUMBER: Readonly<Record<Spoken, RegExp>> = {
  en: /\d[\d,]*(?:\.\d+)?(?:e-?\d+)?(?:\s(?:million|billion|trillion)\b)?/,
  fr: /\d[\d\u202f]*(?:,\d+)?(?:e-?\d+)?(?:\s(?:million|milliard)s?\b)?/,
};

/** The text of an amount in another language. */
export function retold({ value, unit, text }: Told, from: Spoken, to: Spoken): string {
  const [found] = NUMBER[from].exec(text) ?? [];
  if (!found) return say(to, "never");
  const held = /illion/.test(unit) ? found.replace(/\s\p{L}+$/u, "") : found;
  const [, digits = "", word = ""] = /^(.*?)(?:\s(\p{L}+))?$/u.exec(held) ?? [];
  const symbol = symbolIn(text.replace(/^-/, "").replace(held, "#"), unit, word !== "", from);
  const plain = from === "en" ? digits.replaceAll(",", "") : digits.replace(/\s/g, "").replace(",", ".");
  const factor = LARGE[from].find(([, one, many]) => word === one || word === many)?.[0];
  const number = factor ? large(plain, factor, to) : grouped(plain, to);
  return (text.startsWith("-") ? "-" : "") + amount(number, symbol === unit ? Math.abs(value) : Number(plain), symbol, factor !== undefined, to);
}

/** A number as a language writes it. */
function grouped(plain: string, lang: Spoken): string {
  const [whole = "", rest] = plain.split(".");
  const head = whole.replace(/\B(?=(\d{3})+$)/g, THOUSANDS[lang]);
  return rest === undefined ? head : head + (lang === "en" ? "." : ",") + rest;
}

/** A number of millions or more, with the largest word that there is. */
function large(plain: string, factor: number, lang: Spoken): string {
  const [unit, one, many] = LARGE[lang].find(([least]) => least <= Number(plain) * factor) ?? [1e6, "", ""];
  const count = unit === factor ? plain : String((Number(plain) * factor) / unit);
  return `${grouped(count, lang)} ${lang === "fr" && Number(count) >= 2 ? many : one}`;
}

/** The symbol of the unit that a text is written in, `#` being its number. */
function symbolIn(form: string, unit: string, isLarge: boolean, lang: Spoken): string {
  const sign = signOf(currencyOf(unit), lang);
  const same = (known: string): boolean => [known, known.replace("$", () => sign)].some((text) => spaced(text) === spaced(form));
  const known = Object.entries(WRITTEN[lang]).find(([, forms]) => forms.some(same))?.[0];
  if (known) return known.replace("USD", currencyOf(unit));
  return form.replace("#", "").trim().replace(isLarge ? /^(?:de |d’)/ : "", "");
}

/** An amount: its number with the unit, in words where there are any. */
function amount(number: string, value: number, unit: string, isLarge: boolean, lang: Spoken): string {
  const [one = "", several = "", millions = ""] = formsOf(unit, lang) ?? [];
  const of = lang === "fr" && isLarge ? (/^[aehiou]/.test(unit) ? "d’" : "de ") : "";
  const form = isLarge ? millions : (lang === "fr" ? value < 2 : value === 1) ? one : several;
  return (form || `# ${of}${unit}`).replace("#", () => number).trim();
}

/** The forms of an amount in a unit; of money in another currency, those in dollars with its sign. */
function formsOf(unit: string, lang: Spoken): readonly string[] | undefined {
  const held = WRITTEN[lang];
  const currency = currencyOf(unit);
  return held[unit] ?? held[unit.replace(currency, "USD")]?.map((form) => form.replace("$", () => signOf(currency, lang)));
}

const CURRENCY = new RegExp(`\\b(?:${CURRENCIES.join("|")})\\b`);
const currencyOf = (unit: string): string => CURRENCY.exec(unit)?.[0] ?? "USD";
const signOf = (currency: string, lang: Spoken): string => WRITTEN[lang][currency]?.[0]?.replace(/[#\s]/g, "") ?? currency;
const spaced = (text: string): string => text.replace(/\s/g, " ");
