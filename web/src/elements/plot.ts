// The ranges of a row on one logarithmic scale: a bar each, its value marked by a shape of its own.
import { type SVGTemplateResult, type TemplateResult, html, svg } from "lit";
import type { Figure } from "../types.js";

const LANE = 14;
const MOST_LINES = 7;

/** The marks of the sides, so that none is told by its colour alone: circle, diamond, square, triangle. */
const MARKS = ["M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z", "M0 -6L6 0L0 6L-6 0Z", "M-4.5 -4.5H4.5V4.5H-4.5Z", "M0 -5.5L6 5H-6Z"];

/** The mark of a side, for a legend. */
export function mark(place: number): TemplateResult {
  return html`<svg class="mark side-${place}" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true"><path d=${MARKS[place % MARKS.length]} /></svg>`;
}

/** The plot of a row; nothing where there is nothing to place. */
export function plot(figures: readonly (Figure | undefined)[], name: string): TemplateResult | undefined {
  const scale = scaleOf(figures);
  if (!scale) return undefined;
  const height = LANE * figures.length + 4;
  return html`<svg class="plot" part="plot" role="img" aria-label=${name} width="100%" height=${height}>
    ${scale.lines.map((line) => svg`<line class="decade" x1=${percent(line)} x2=${percent(line)} y1="0" y2=${height} />`)}
    ${figures.map((figure, place) => (figure && isPlaced(figure.value) ? lane(figure, place, scale) : undefined))}
  </svg>`;
}

/** Whether a value has a place on a logarithmic scale: what is less than nothing, or never comes, has none. */
function isPlaced(value: number): boolean {
  return value > 0 && Number.isFinite(value);
}

function lane(figure: Figure, place: number, { at }: Scale): SVGTemplateResult {
  const y = LANE * place + LANE / 2 + 2;
  return svg`<g class="side-${place}">
    <line class="bar" x1=${percent(at(figure.low))} x2=${percent(at(figure.high))} y1=${y} y2=${y} />
    <svg x=${percent(at(figure.value))} y=${y} overflow="visible"><path class="point" d=${MARKS[place % MARKS.length]} /></svg>
  </g>`;
}

/** How sure a figure is: its range by its value, on one scale for all figures, from a quarter to four times. */
export function doubt({ low, high, value }: Figure): TemplateResult | undefined {
  const SPREAD = 4;
  if (!isPlaced(value) || low === high) return undefined;
  const at = (number: number): string => percent(Math.min(1, Math.max(0, Math.log(Math.max(number, value / SPREAD / 2) / value) / Math.log(SPREAD) / 2 + 0.5)));
  return html`<svg class="doubt" aria-hidden="true">
    ${svg`<line class="axis" x1="3%" x2="97%" y1="6" y2="6" /><line class="bar" x1=${at(low)} x2=${at(high)} y1="6" y2="6" /><line class="tick" x1="50%" x2="50%" y1="0" y2="12" />`}
  </svg>`;
}

interface Scale {
  /** Where a value stands, from 0 to 1. */
  readonly at: (value: number) => number;
  /** Where the powers of ten stand. */
  readonly lines: readonly number[];
}

/** From the power of ten below all that is shown to the one above. */
function scaleOf(figures: readonly (Figure | undefined)[]): Scale | undefined {
  const shown = figures.flatMap((figure) => (figure ? [figure.low, figure.value, figure.high] : [])).filter(isPlaced);
  if (shown.length === 0) return undefined;
  const from = Math.floor(Math.log10(Math.min(...shown)) + 1e-9);
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...shown)) - 1e-9));
  const at = (value: number): number => Math.min(1, Math.max(0, (Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)));
  const step = Math.ceil((to - from) / MOST_LINES);
  const powers = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return { at, lines: powers.map((power) => (power - from) / (to - from)) };
}

/** Leaves room at both ends for the marks. */
function percent(share: number): string {
  return `${(3 + 94 * share).toFixed(2)}%`;
}
