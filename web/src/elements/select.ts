// Choices with their labels.
import { type TemplateResult, css, html } from "lit";
import type { Words } from "../locales/index.js";
import type { Counting } from "./counting.js";

/** The choice; what is held and not among the options stands first. */
export function select(label: string, id: string, options: readonly (readonly [string, string])[], current: string, chosen: (id: string) => void): TemplateResult {
  const held = options.some(([known]) => known === current) ? options : [[current, current] as const, ...options];
  return html`<div class="select"><label for="pick-${id}">${label}</label>
    <select id="pick-${id}" part="select" @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
      ${held.map(([known, name]) => html`<option value=${known} .selected=${known === current}>${name}</option>`)}
    </select></div>`;
}

/** How it is counted, as choices. */
export function countingChoices(counting: Counting, words: Words, choose: (counting: Counting) => void): TemplateResult {
  const { calculator } = words;
  const pick = <Key extends keyof Counting>(key: Key, known: Readonly<Record<Counting[Key], string>>): TemplateResult =>
    select(calculator[key], key, Object.entries(known) as [string, string][], counting[key], (id) => choose({ ...counting, [key]: id as Counting[Key] }));
  return html`<fieldset class="counting" part="counting"><legend>${calculator.counting}</legend>
    ${pick("cost", words.costViews)}${pick("carbon", words.carbonBases)}${pick("boundary", words.boundaries)}
  </fieldset>`;
}

/** How choices look, and those of how it is counted. */
export const selectStyle = css`
  :host { --edge: light-dark(#8a8f97, #7b838c); }
  fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
  legend, .select > label { font-size: 0.8125rem; font-weight: 600; color: var(--muted); padding: 0; }
  .select { display: grid; gap: 0.25rem; min-width: 0; }
  select, input[type="text"], input[type="search"] { font: inherit; color: inherit; background: var(--wattflop-paper, light-dark(#fff, #14171b)); border: 1px solid var(--edge); border-radius: 4px; padding: 0.35rem 0.5rem; min-height: 2.4rem; width: 100%; min-width: 0; }
  select { text-overflow: ellipsis; }
  .counting { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); gap: 0.5rem 1rem; }
  .counting legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .counting select { min-height: 2rem; padding-block: 0.15rem; font-size: 0.9375rem; }
  @media print { .counting { display: none; } }
`;
