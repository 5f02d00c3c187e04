// A chart of the core in a page: the picture, its table, on what it is read.
import { type TemplateResult, html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Words } from "../locales/index.js";
import type { Chart, ChartOptions } from "../types.js";
import type { Cursor } from "./cursor.js";

const LEAST = 280;
const MOST = 900;
const STEP = 20;

/** The theme that a chart is drawn in where an element stands: a colour that is not seen is dark where it is light, by whatever rule of the page. */
export function themeOf(element: Element): NonNullable<ChartOptions["theme"]> {
  if (matchMedia("(forced-colors: active)").matches || matchMedia("print").matches) return "print";
  return getComputedStyle(element).columnRuleColor === "rgb(255, 255, 255)" ? "dark" : "light";
}

/** Hears when light turns dark or back, or the page goes to print; returns how to stop. */
export function watchTheme(element: Element, changed: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("transitionend", (event) => (event as TransitionEvent).propertyName === "column-rule-color" && changed(), { signal });
  for (const name of ["beforeprint", "afterprint"]) addEventListener(name, changed, { signal });
  matchMedia("(forced-colors: active)").addEventListener("change", changed, { signal });
  return () => stop.abort();
}

/** The width that a chart is drawn in, in steps. */
export function widthOf(pixels: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(pixels / STEP) * STEP));
}

/** The picture with a cursor on its points, or the same as tables. */
export function picture(chart: Chart, asTable: boolean, words: Words, cursor: Cursor): TemplateResult {
  return html`<figure class="figure" part="chart">
    ${asTable
      ? html`<figcaption><strong>${chart.title}</strong> ${chart.note}</figcaption><div class="scroll data" tabindex="0" role="region" aria-label=${words.table}>${unsafeHTML(chart.html)}</div><p class="hint">${chart.foot}</p>`
      : cursor.over(chart, html`<div class="picture" part="picture">${unsafeHTML(chart.svg)}</div>`, words)}
  </figure>`;
}

/** The switch between both. */
export function tableSwitch(asTable: boolean, words: Words, turn: () => void): TemplateResult {
  return html`<button type="button" class="plain" aria-pressed=${asTable} @click=${turn}>${words.table}</button>`;
}

