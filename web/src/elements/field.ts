// An input of a form: number field, slider, its default with the source, reset.
import { type TemplateResult, html, nothing } from "lit";
import { type Words, filled, numeral, sentences, wordsOf } from "../locales/index.js";
import type { FormField, Grade } from "../types.js";
import { cited } from "./method.js";
import { counts, fieldText, plainNumber } from "./scenario.js";

/** What was typed that cannot be taken, and why. */
export interface Fault {
  readonly text: string;
  readonly message: string;
}

/** What a field needs to know. */
export interface Holding {
  readonly words: Words;
  readonly language: string;
  /** What was typed, by path. */
  readonly given: Readonly<Record<string, string>>;
  /** What was typed and is wrong, by path. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** Takes what was typed; `undefined` takes it back. While a slider moves it is not settled. */
  readonly take: (field: FormField, text: string | undefined, settled: boolean) => void;
}

const STEPS = 200;
/** So many digits a number of a range has; from here on it has those before its point. */
const [FEW, LARGE, WHOLE] = [3, 1000, 9];
/** A number that is read by its thousands. */
const LONG = /^\d{5,9}$/;

/** The field of an input. */
export function field(input: FormField, holding: Holding): TemplateResult {
  const { words, given, faults, take } = holding;
  const { path, label, unit } = input;
  const id = `in-${path.replaceAll(".", "-")}`;
  const [isGiven, fault] = [path in given, faults.get(path)];
  const taken = isGiven ? unitIn(numberPart(given[path] ?? "", unit), words) : fieldText(input);
  const shown = fault?.text ?? (LONG.test(taken) ? numeral(Number(taken), WHOLE, holding.language) : localNumber(taken, holding.language));
  const value = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<div class="field ${isGiven ? "is-given" : ""}" part="field">
    <div class="line">
      <label for=${id}>${label}</label>
      ${isGiven || fault ? html`<button type="button" class="opens reset" aria-label=${filled(words.calculator.resetOf, { input: label })} @click=${(event: Event) => {
        (event.target as Element).closest(".field")?.querySelector("input")?.focus();
        take(input, undefined, true);
      }}>${words.calculator.reset}</button>` : nothing}
    </div>
    <div class="entry">
      <input id=${id} part="input" type="text" inputmode="text" autocomplete="off" spellcheck="false" .value=${shown} placeholder=${input.value === null ? "–" : ""}
        aria-invalid=${fault ? "true" : nothing} aria-describedby="${id}-about" title=${words.calculator.range}
        @change=${(event: Event) => {
          const text = value(event);
          if (!text.trim()) (event.target as HTMLInputElement).value = shown;
          take(input, text, true);
        }} />
      ${unit ? html`<span class="unit">${unitIn(unit, words)}</span>` : percent(input, holding)}
      ${slider(input, holding)}
    </div>
    <div id="${id}-about" class="about">
      ${fault ? html`<p class="fault" role="alert">${sentences(bare(fault.message, path, words), words.calculator.kept)}</p>` : nothing}
      ${usual(input, holding)}
    </div>
  </div>`;
}

/** A part of a whole as people say it. */
function percent({ value, max }: FormField, { language }: Holding): TemplateResult | typeof nothing {
  const isPart = value !== null && max !== null && max <= 1 && value > 0 && value < 1;
  return isPart ? html`<span class="unit">= ${numeral(100 * value, 4, language)}\u00a0%</span>` : nothing;
}

/** Moves between the least and the most that is likely; by powers where values are far apart. */
function slider(input: FormField, { words, take, language }: Holding): TemplateResult | typeof nothing {
  const scale = scaleOf(input);
  if (!scale || input.value === null) return nothing;
  const at = Math.round(Math.min(1, Math.max(0, scale.to(input.value))) * STEPS);
  const move = (settled: boolean) => (event: Event): void => {
    const number = scale.from(Number((event.target as HTMLInputElement).value) / STEPS);
    take(input, localNumber(plainNumber(counts(input) ? Math.round(number) : Number(number.toPrecision(3))), language), settled);
  };
  return html`<input class="slider" part="slider" type="range" min="0" max=${STEPS} .value=${String(at)} aria-label=${filled(words.calculator.slider, { input: input.label })}
    aria-valuetext=${input.text} @input=${move(false)} @change=${move(true)} />`;
}

interface Scale {
  readonly to: (value: number) => number;
  readonly from: (share: number) => number;
}

function scaleOf({ min, max, default: usually, value, low, high, whole }: FormField): Scale | undefined {
  const SPREAD = 4;
  const middle = usually?.value ?? value;
  if (middle === null) return undefined;
  const [least, most] = [usually?.low ?? low ?? middle, usually?.high ?? high ?? middle];
  const isShare = max !== null && max <= 1;
  if (isShare || least <= 0) {
    const to = isShare ? max : Math.min(max ?? Infinity, most > 0 ? most * SPREAD : 1);
    const from = Number.isFinite(min) ? Math.max(min, isShare ? min : Math.min(0, least * SPREAD)) : 0;
    return to > from ? { to: (at) => (at - from) / (to - from), from: (share) => from + share * (to - from) } : undefined;
  }
  const from = Math.max(min > 0 ? min : 0, least / SPREAD, whole ? 1 : 0);
  const ratio = Math.min(max ?? Infinity, most * SPREAD) / from;
  return ratio > 1 ? { to: (at) => Math.log(Math.max(at, from) / from) / Math.log(ratio), from: (share) => from * ratio ** share } : undefined;
}

/** What it is by default, how that is known, and where it comes from. */
function usual(input: FormField, { words, language }: Holding): TemplateResult {
  const usually = input.default;
  const shown = (value: number): string =>
    Math.abs(value) >= 1e9 ? localNumber(plainNumber(value), language) : value >= LARGE ? numeral(Math.round(value), WHOLE, language) : numeral(value, FEW, language);
  if (!usually || usually.value === null) return html`<p class="hint">${words.calculator.unknown}</p>`;
  const range = usually.low !== null && usually.high !== null && usually.low !== usually.high
    ? ` (${shown(usually.low)} – ${shown(usually.high)})` : "";
  const grade = usually.grade ? `, ${words.grades[usually.grade as Grade]}` : "";
  const told = `${filled(words.calculator.usually, { value: usually.text })}${range}${grade}`;
  if (usually.sources.length === 0 && !usually.note) return html`<p class="hint">${told}</p>`;
  return html`<details class="usual"><summary>${told}</summary>
    ${usually.note ? html`<p lang="en">${usually.note}</p>` : nothing}
    <ul class="sources">${usually.sources.map((source) => html`<li>${cited(source)}</li>`)}</ul></details>`;
}

/** A number as one types it, with the decimal sign of the language. */
export function localNumber(text: string, language: string): string {
  return text.replace(/(\d)\.(\d)/g, `$1${wordsOf(language).numbers.decimal}$2`);
}

/** A unit as people call it. */
function unitIn(unit: string, { units }: Words): string {
  return unit.replace(/[a-z]+/gi, (part) => (units as Readonly<Record<string, string>>)[part] ?? part);
}

/** What is wrong, as it stands under the field that it is about. */
function bare(message: string, path: string, { quotes }: Words): string {
  return message.replace(new RegExp(`^${path}\\s?: `), "").replace(/`([^`]+)`/g, quotes.join("$1"));
}

/** What was typed, without the unit that stands beside the field. */
function numberPart(text: string, unit: string): string {
  return unit && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
}
