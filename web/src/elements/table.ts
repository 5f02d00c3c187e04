// The tables of the comparison. Rows turn into cards where it is narrow; the roles keep them a table for all that.
import { type TemplateResult, html, nothing } from "lit";
import { type Words, filled, times, titled } from "../locales/index.js";
import type { Figure } from "../types.js";
import { type Counting, isWhole, toldIn } from "./counting.js";
import { headlinesIn } from "./headlines.js";
import type { Row, View } from "./model.js";
import { mark, plot } from "./plot.js";

/** What the drawing of a table needs to know. */
export interface Drawing {
  readonly view: View;
  readonly words: Words;
  readonly language: string;
  /** How it is counted. */
  readonly counting: Counting;
  /** Whether the panel of a figure is open. */
  readonly isOpen: (path: string) => boolean;
  readonly toggle: (path: string) => void;
  readonly panel: (row: Row) => TemplateResult;
}

/** The headline figures, group by group. */
export function headlineTable(drawing: Drawing): TemplateResult {
  const { words, view, counting } = drawing;
  const groups = headlinesIn(counting).map(({ group, headlines }) => {
    const rows = headlines.flatMap(({ key, path }) => {
      const isMoved = path !== key;
      const row = view.rows.get(path) ?? (isMoved ? unknown(path, words.headlines[key].label, view) : undefined);
      if (!row || (path === "duration" && isSame(row))) return [];
      const { label, hint } = isMoved ? { label: row.label, hint: toldIn(key, counting, words) } : words.headlines[key];
      return [rowOf(drawing, row, label, isWhole(key, counting) ? `${hint}, ${words.forFacility}` : hint)];
    });
    return rows.length > 0 ? groupOf(words.groups[group], rows) : nothing;
  });
  return table(drawing, groups);
}

/** All other figures, stage by stage. */
export function otherTable(drawing: Drawing): TemplateResult {
  const stages = new Map<string, TemplateResult[]>();
  const told = new Set(headlinesIn(drawing.counting).flatMap(({ headlines }) => headlines.map(({ path }) => path)));
  for (const row of drawing.view.whole().rows.values()) {
    if (told.has(row.path)) continue;
    const stage = stageOf(row.path, drawing.words);
    stages.set(stage, [...(stages.get(stage) ?? []), rowOf(drawing, row, row.label, row.path)]);
  }
  return table(drawing, [...stages].map(([stage, rows]) => groupOf(stage, rows)));
}

function stageOf(path: string, words: Words): string {
  const stages: Readonly<Record<string, string>> = words.stages;
  const stage = path.split(".")[0] ?? path;
  return stages[stage] ?? stage;
}

/** A figure that no side has. */
function unknown(path: string, label: string, { sides }: View): Row {
  return { path, label, figures: sides.map(() => undefined), ratios: [] };
}

/** A year on either side tells nothing. */
function isSame(row: Row): boolean {
  return row.figures.every((figure) => figure?.value === row.figures[0]?.value);
}

function table({ view, words }: Drawing, groups: unknown[]): TemplateResult {
  const [first] = view.sides;
  return html`<table part="table" role="table" class="of-${view.sides.length}">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${words.figure}</th>
        ${view.sides.map((side, place) => html`<th role="columnheader" scope="col" class="side-${place}">${mark(place)} ${titled(side.name)}</th>`)}
        <th role="columnheader" scope="col" class="ratio">${words.ratio}</th>
        <th role="columnheader" scope="col" class="scale" aria-label=${words.scale} title=${words.scale}>${words.range}, ${words.scaleShort}</th>
      </tr>
    </thead>
    ${first ? groups : nothing}
  </table>`;
}

function groupOf(title: string, rows: TemplateResult[]): TemplateResult {
  return html`<tbody role="rowgroup">
    <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="99">${title}</th></tr>
    ${rows}
  </tbody>`;
}

function rowOf(drawing: Drawing, row: Row, label: string, hint: string): TemplateResult {
  const { view, words } = drawing;
  const open = drawing.isOpen(row.path);
  const panel = `panel-${row.path}`;
  return html`<tr role="row" part="row">
      <th role="rowheader" scope="row">
        <span class="label">${label}</span><span class="hint">${hint}</span>
        ${row.figures.some(Boolean) ? html`<button type="button" class="opens" aria-expanded=${open} aria-controls=${open ? panel : nothing} aria-label=${filled(words.methodOf, { figure: label })}
          @click=${() => drawing.toggle(row.path)}>${words.method}</button>` : nothing}
      </th>
      ${row.figures.map((figure, place) => cell(drawing, figure, place))}
      <td role="cell" class="ratio" part="ratio">${ratios(drawing, row)}</td>
      <td role="cell" class="scale">${plot(row.figures, plotName(view, row, words))}</td>
    </tr>
    ${open ? html`<tr role="row" class="panel" id=${panel}><td role="cell" colspan="99">${drawing.panel(row)}</td></tr>` : nothing}`;
}

function cell({ view, words }: Drawing, figure: Figure | undefined, place: number): TemplateResult {
  const who = html`<span class="who side-${place}" aria-hidden="true">${mark(place)} ${titled(view.sides[place]?.name ?? "")}</span>`;
  if (!figure) return html`<td role="cell">${who}<span class="unknown">${words.notKnown}</span></td>`;
  return html`<td role="cell">${who}<span class="value" part="value">${figure.text}</span>
    ${figure.range ? html`<span class="range" part="range">${figure.range}</span>` : html`<span class="range">${words.exact}</span>`}</td>`;
}

function ratios({ words, language }: Drawing, row: Row): unknown {
  const one = row.ratios.length === 2;
  const told = row.ratios.map((ratio, place) =>
    place === 0 || ratio === undefined
      ? nothing
      : html`<span class="times side-${place}">${one ? nothing : mark(place)} × ${times(ratio, language)}</span>`);
  return told.every((cell) => cell === nothing) ? nothing : html`<span class="to" aria-hidden="true">${words.ratio}</span>${told}`;
}

/** The plot in words. */
function plotName(view: View, row: Row, words: Words): string {
  const parts = row.figures.map((figure, place) => {
    const value = figure ? `${figure.text}${figure.range ? ` (${figure.range})` : ""}` : words.notKnown;
    return `${titled(view.sides[place]?.name ?? "")}${words.colon} ${value}`;
  });
  return `${parts.join("; ")}. ${words.scale}.`;
}
