// The cursor on a picture: pointer, finger and keys go through its points; each is a row of the chart's tables, and is read from there.
import { type TemplateResult, html, nothing, render, svg } from "lit";
import type { Words } from "../locales/index.js";
import type { Chart, ChartSpot } from "../types.js";

/** What is read of a point. */
interface Reading {
  readonly title: string;
  /** What it is a point of, where that is not the whole picture. */
  readonly of: string;
  readonly value: string;
  readonly range: string;
  /** Whatever else its row says. */
  readonly more: readonly (readonly [string, string])[];
}

interface Point {
  readonly table: number;
  readonly row: number;
  readonly boxes: readonly ChartSpot[];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The least width and height of a target (WCAG 2.5.8), and how near a pointer must come. */
const TARGET = 24;
/** Between a point or pointer and what is said of it. */
const GAP = 14;
/** The columns that hold the value of a row, the best first; those that hold the ends of its range; and what only orders rows. */
const VALUES = ["shown", "value", "amount", "p50"];
const RANGES = [["low", "high"], ["p5", "p95"]] as const;
const SILENT = ["level"];

/** The steps of keys, given where the cursor is and the last point. */
const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The cursor of an element with a picture. */
export class Cursor {
  private chart: Chart | undefined;
  private words: Words | undefined;
  private points: readonly Point[] = [];
  private cells: readonly (readonly (readonly string[])[])[] = [];
  private at = -1;
  private box: HTMLElement | undefined;
  private readonly away = (event: Event): void => {
    if (this.box && !event.composedPath().includes(this.box)) this.leave();
  };

  /** The picture with its points. */
  over(chart: Chart, picture: unknown, words: Words): TemplateResult {
    if (chart !== this.chart) this.turn(chart);
    this.words = words;
    return html`<div class="points" part="points" tabindex="0" role="application" aria-label=${`${words.points}${words.colon} ${chart.title}`}
      @keydown=${this.key} @focus=${this.enter} @blur=${this.leave} @pointermove=${this.move} @pointerdown=${this.move} @pointerleave=${this.pass}>
      ${picture}<div class="reading"></div><p class="unseen" aria-live="polite"></p></div>`;
  }

  private turn(chart: Chart): void {
    this.leave();
    this.chart = chart;
    this.points = pointsOf(chart.spots);
    this.cells = [];
    this.at = -1;
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = KEYS[event.key];
    if (event.key === "Escape" && this.isShown(event)) {
      this.leave();
      event.preventDefault();
      event.stopPropagation();
    } else if (step && this.points.length > 0) {
      event.preventDefault();
      this.show(event, step(this.at, this.points.length - 1));
    }
  };

  private readonly enter = (event: FocusEvent): void => {
    const box = event.currentTarget as HTMLElement;
    if (box.matches(":focus-visible") && this.points.length > 0) this.show(event, Math.max(0, this.at));
  };

  private readonly move = (event: PointerEvent): void => {
    const box = event.currentTarget as HTMLElement;
    const isOnTip = (event.target as Element).closest(".tip") !== null;
    if (isOnTip && isRow(this.points[this.at])) return;
    const frame = box.querySelector("svg")?.getBoundingClientRect();
    if (!frame?.width || !this.chart) return;
    const scale = widthOf(this.chart) / frame.width;
    const place = { x: (event.clientX - frame.left) * scale, y: (event.clientY - frame.top) * scale };
    const found = nearest(this.points, place);
    if (found < 0 && isOnTip) return;
    if (found < 0) this.leave();
    else if (found !== this.at || !this.isShown(event)) this.show(event, found, place);
  };

  /** A mouse that goes away takes what it showed along; a finger leaves it there, and keys still hold it. */
  private readonly pass = (event: PointerEvent): void => {
    if (event.pointerType !== "touch") this.leave();
  };

  private readonly leave = (): void => {
    removeEventListener("pointerdown", this.away, true);
    const { box } = this;
    if (box) render(nothing, part(box, ".reading"));
    if (box) part(box, "[aria-live]").textContent = "";
  };

  private isShown(event: Event): boolean {
    return Boolean((event.currentTarget as HTMLElement).querySelector(".tip"));
  }

  private show(event: Event, at: number, pointer?: Place): void {
    const [point, { chart, words }] = [this.points[at], this];
    if (!point || !chart || !words) return;
    const box = (this.box = event.currentTarget as HTMLElement);
    this.at = at;
    const reading = this.read(chart, point);
    render(drawn(reading, point, chart, words), part(box, ".reading"));
    part(box, "[aria-live]").textContent = said(reading, words);
    put(part(box, ".tip"), point, box, widthOf(chart) / box.clientWidth, pointer);
    addEventListener("pointerdown", this.away, true);
  }

  /** A row of a table in words; they stand in the table that readers may see in place of the picture. */
  private read(chart: Chart, { table, row }: Point): Reading {
    if (this.cells.length === 0) this.cells = cellsOf(chart.html);
    const { title, columns } = chart.tables[table] ?? { title: "", columns: [] };
    const texts = this.cells[table]?.[row] ?? [];
    const places = (key: string): number[] => columns.flatMap((column, place) => (column.key === key && texts[place] ? [place] : []));
    const only = (key: string): number | undefined => (places(key).length === 1 ? places(key)[0] : undefined);
    const value = VALUES.map(only).find((place) => place !== undefined);
    const ends = RANGES.map((keys) => keys.map(only)).find(([low, high]) => low !== undefined && high !== undefined && texts[low] !== texts[high]);
    const told = new Set([0, value, ...(ends ?? [])]);
    const more = columns.flatMap((column, place) =>
      told.has(place) || !texts[place] || SILENT.includes(column.key) ? [] : [[column.title, texts[place]] as const]);
    const [low, high] = (ends ?? []).map((place) => texts[place ?? -1] ?? "");
    return {
      title: texts[0] ?? "", of: chart.tables.length > 1 ? title : "", more,
      value: value === undefined ? "" : (texts[value] ?? ""),
      range: low && high ? `${low} – ${high}` : "",
    };
  }
}

function pointsOf(spots: readonly ChartSpot[]): Point[] {
  const groups = Map.groupBy(spots, ({ table, row }) => `${table} ${row}`);
  return [...groups.values()].flatMap((boxes) => boxes[0] ? [{ table: boxes[0].table, row: boxes[0].row, boxes }] : []);
}

/** The texts of the tables: by table, row and column. */
function cellsOf(tables: string): string[][][] {
  const parsed = new DOMParser().parseFromString(tables, "text/html");
  return [...parsed.querySelectorAll("table")].map((table) =>
    [...(table.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent ?? "")));
}

/** The point next to a place, and of those that hold it the smallest; -1 where none is near. */
function nearest(points: readonly Point[], place: Place): number {
  const far = points.map(({ boxes }) => boxes.map((box) => [distance(box, place), box.width * box.height] as const).reduce((best, one) => (isNearer(one, best) ? one : best), [Infinity, Infinity] as const));
  const best = far.reduce((held, one, at) => (isNearer(one, far[held] ?? [Infinity, Infinity]) ? at : held), 0);
  return (far[best]?.[0] ?? Infinity) <= TARGET ? best : -1;
}

const isNearer = ([far, size]: readonly [number, number], [held, least]: readonly [number, number]): boolean => far < held || (far === held && size < least);

function distance({ left, top, width, height }: ChartSpot, { x, y }: Place): number {
  const beside = (from: number, to: number, at: number): number => Math.max(from - at, 0, at - to);
  return Math.hypot(beside(left, left + width, x), beside(top, top + height, y));
}

/** The point marked, and what is said of it. */
function drawn({ title, of, value, range, more }: Reading, { boxes }: Point, { svg: picture }: Chart, words: Words): TemplateResult {
  return html`<svg class="marked" viewBox=${/viewBox="([^"]*)"/.exec(picture)?.[1] ?? ""} aria-hidden="true">${boxes.map((box) => {
      const { left, top, width, height } = grown(box);
      return svg`<rect x=${left} y=${top} width=${width} height=${height} rx="4" />`;
    })}</svg>
    <div class="tip" part="tip" aria-hidden="true">
      ${of ? html`<p class="of">${of}</p>` : nothing}
      <p class="name">${title}</p>
      ${value ? html`<p class="at">${value}</p>` : nothing}
      ${range ? html`<p class="range">${words.range}${words.colon} ${range}</p>` : nothing}
      ${more.map(([label, text]) => html`<p class="range">${label}${words.colon} <b>${text}</b></p>`)}
    </div>`;
}

/** As large as a target. */
function grown({ left, top, width, height }: ChartSpot): Pick<ChartSpot, "left" | "top" | "width" | "height"> {
  const [wide, high] = [Math.max(width, TARGET), Math.max(height, TARGET)];
  return { left: left + (width - wide) / 2, top: top + (height - high) / 2, width: wide, height: high };
}

function said({ title, of, value, range, more }: Reading, words: Words): string {
  const parts = [value, range && `${words.range} ${range}`, ...more.map(([label, text]) => `${label} ${text}`)].filter(Boolean);
  return `${of ? `${of}, ` : ""}${title}${words.colon} ${parts.join(", ")}`;
}

/** Whether a point is a row of marks, which is read across, and pointed at all along. */
const isRow = (point: Point | undefined): boolean => point?.boxes[0] !== undefined && point.boxes[0].width > point.boxes[0].height;

/** Puts what is said where it hides neither the point nor, on a row, where the pointer goes next: the first place that is in sight. */
function put(tip: HTMLElement, point: Point, picture: HTMLElement, scale: number, pointer: Place | undefined): void {
  const [box] = point.boxes;
  if (!box) return;
  const [room, { top: above }] = [picture.clientWidth, picture.getBoundingClientRect()];
  const { offsetWidth: width, offsetHeight: height } = tip;
  const [left, right, top, bottom] = [box.left, box.left + box.width, box.top, box.top + box.height].map((at) => at / scale) as [number, number, number, number];
  const [x, y] = pointer ? [pointer.x / scale, pointer.y / scale] : [(left + right) / 2, (top + bottom) / 2];
  const beside = (at: number): Spot[] => [{ left: right + GAP, top: at }, { left: left - GAP - width, top: at }];
  const along = (half: number): Spot[] => [{ left: x - width / 2, top: y - half - height }, { left: x - width / 2, top: y + half }];
  const half = (pointer ? 0 : Math.max((bottom - top) / 2, TARGET / 2)) + GAP / 2;
  const across = [{ left: x + GAP, top: y - height / 2 }, { left: x - GAP - width, top: y - height / 2 }];
  const spots = isRow(point) ? (pointer ? across : along(half).reverse()) : box.height > box.width ? [...beside(top), ...along(0)] : along(half);
  const isSeen = (spot: Spot): boolean => spot.left >= 0 && spot.left + width <= room && spot.top + above >= 0 && spot.top + height + above <= innerHeight;
  const held = (spot: Spot): Spot => ({ ...spot, left: Math.max(0, Math.min(spot.left, room - width)) });
  const place = spots.find(isSeen) ?? spots.map(held).find(isSeen) ?? held(spots.at(-1) ?? { left: 0, top: bottom });
  tip.style.left = `${place.left}px`;
  tip.style.top = `${Math.max(place.top, -above)}px`;
}

interface Spot {
  readonly left: number;
  readonly top: number;
}

const widthOf = ({ svg: picture }: Chart): number => Number(/ width="([\d.]+)"/.exec(picture)?.[1] ?? 1);

const part = (box: HTMLElement, selector: string): HTMLElement => box.querySelector<HTMLElement>(selector) ?? box;
