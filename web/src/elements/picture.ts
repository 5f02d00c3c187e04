// A chart of the core in a page: the picture, its table, on what it is read.
import { type TemplateResult, html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Words } from "../locales/index.js";
import type { Chart, ChartOptions } from "../types.js";

const LEAST = 280;
const MOST = 900;
const STEP = 20;

/** The theme that a chart is drawn in where an element stands. */
export function themeOf(element: Element): NonNullable<ChartOptions["theme"]> {
  if (matchMedia("(forced-colors: active)").matches || matchMedia("print").matches) return "print";
  const scheme = getComputedStyle(element).colorScheme.split(/\s+/);
  const dark = scheme.includes("dark") && (!scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
  return dark ? "dark" : "light";
}

/** Hears when light turns dark or back, by whatever rule of the page: the colour of a hidden probe changes then. */
export const probe = (changed: () => void): TemplateResult => html`<span class="probe unseen" aria-hidden="true" @transitionrun=${changed}></span>`;

/** The width that a chart is drawn in, in steps. */
export function widthOf(pixels: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(pixels / STEP) * STEP));
}

/** The picture, or the same as tables. */
export function picture(chart: Chart, asTable: boolean, words: Words): TemplateResult {
  return html`<figure class="figure" part="chart">
    ${asTable
      ? html`<figcaption><strong>${chart.title}</strong> ${chart.note}</figcaption><div class="scroll data" tabindex="0" role="region" aria-label=${words.table}>${unsafeHTML(chart.html)}</div><p class="hint">${chart.foot}</p>`
      : html`<div class="picture" part="picture">${unsafeHTML(chart.svg)}</div>`}
  </figure>`;
}

/** The switch between both. */
export function tableSwitch(asTable: boolean, words: Words, turn: () => void): TemplateResult {
  return html`<button type="button" class="plain" aria-pressed=${asTable} @click=${turn}>${words.table}</button>`;
}

