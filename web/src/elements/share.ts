// What readers take along: links, code to embed, citations, files.
import { type TemplateResult, html, nothing } from "lit";
import { edition, operate, serve, train } from "../api.js";
import { type Words, filled } from "../locales/index.js";
import type { Chart, Figure, Input, Result, Scenario } from "../types.js";
import { scenarioOf } from "./scenario.js";

/** The version of the package; the build puts it in. */
declare const WATTFLOP_VERSION: string;

/** A file to be kept. */
export interface Kept {
  readonly name: string;
  readonly label: string;
  readonly make: () => Blob | Promise<Blob>;
}

/** What an element has to share. */
export interface Shared {
  readonly link?: () => string;
  /** The code that shows the same: as it will be, or as it is. */
  readonly embed: (frozen: boolean) => string;
  /** The same in a frame, where the page of the frame is known. */
  readonly frame?: (() => string) | undefined;
  readonly citation: () => string;
  readonly files: () => readonly Kept[];
}

/** The menu; `say` announces what was done. */
export function shareMenu(shared: Shared, words: Words, say: (text: string) => void): TemplateResult {
  const copy = async (text: string): Promise<void> => say((await copied(text)) ? words.share.copied : filled(words.share.notCopied, { text }));
  const button = (label: string, text: () => string): TemplateResult => html`<button type="button" @click=${() => copy(text())}>${label}</button>`;
  const save = async (file: Kept): Promise<void> => {
    try {
      download(file.name, await file.make());
      say(filled(words.share.saved, { file: file.name }));
    } catch (thrown) {
      say(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return html`<details class="share" part="share">
    <summary>${words.share.title}</summary>
    <div class="actions" role="group" aria-label=${words.share.copy}>
      <span class="hint">${words.share.copy}</span>
      ${shared.link ? button(words.share.link, shared.link) : nothing}
      ${button(words.share.live, () => shared.embed(false))}
      ${button(words.share.frozen, () => shared.embed(true))}
      ${shared.frame ? button(words.share.frame, shared.frame) : nothing}
      ${button(words.share.citation, shared.citation)}
    </div>
    <div class="actions" role="group" aria-label=${words.share.save}>
      <span class="hint">${words.share.save}</span>
      ${shared.files().map((file) => html`<button type="button" @click=${() => save(file)}>${file.label}</button>`)}
    </div>
  </details>`;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The tag of an element with its attributes, its JSON and what stands in it until it has started. */
export function tag(name: string, attributes: Readonly<Record<string, string>>, json: object | undefined, fallback: string): string {
  const said = Object.entries(attributes).filter(([, value]) => value !== "").map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  const child = json ? `\n  <script type="application/json">${JSON.stringify(json).replaceAll("<", "\\u003c")}</script>` : "";
  const held = fallback ? `\n  <p>${escaped(fallback)}</p>` : "";
  return `<${name}${said}>${child}${held}${child || held ? "\n" : ""}</${name}>`;
}

/** The script that a page needs, once: the newest, or for good the one that is here. */
export function script(frozen: boolean): string {
  const version = frozen ? `@${WATTFLOP_VERSION}/dist/embed.js` : "";
  return `<script type="module" src="https://cdn.jsdelivr.net/npm/wattflop${version}"></script>`;
}

/** The address of a page in a language. */
export function inLanguage(page: string, lang: string): string {
  const address = new URL(page, location.href);
  address.searchParams.set("lang", lang);
  return address.href;
}

/** A frame that is as high as what it shows. */
export function frame(page: string, state: string, title: string): string {
  const listener = new URL("frame.js", page).href;
  return `<script src="${escaped(listener)}" async></script>\n<iframe src="${escaped(`${page}#${state}`)}" title="${escaped(title)}" data-wattflop width="100%" height="900" loading="lazy" style="border:0"></iframe>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** A scenario with every input said that counts, so that it does not follow the catalogue. */
export function frozen(scenario: Scenario): Scenario {
  const held = answerOf(scenario).inputs;
  const given = Object.entries(held).filter(([path, input]) => input.value !== null && !follows(path, input, held)).map(([path, input]) => [path, fixed(input)]);
  return scenarioOf({ scenario, given: Object.fromEntries(given) });
}

const answerOf = (scenario: Scenario): Result =>
  scenario.serving ? serve(scenario as never) : scenario.model || scenario.run ? train(scenario as never) : operate(scenario as never);

/** Whether an input follows from others, and counts otherwise once it is given. */
function follows(path: string, { given }: Input, held: Result["inputs"]): boolean {
  return !given && (path === "run.goodput" || (path === "run.compute" && (held["run.tokens"]?.value ?? null) !== null));
}

function fixed({ value, low, high, unit }: Input): unknown {
  const amount = (number: number | null): string | number => (unit ? `${number} ${unit}` : (number ?? 0));
  return low === high ? amount(value) : { low: amount(low), median: amount(value), high: amount(high) };
}

/** A figure as it is cited, with the credits that its data ask for. */
export function citation(name: string, figure: Figure | undefined, words: Words, address: string): string {
  const told = figure ? `${figure.label}${words.colon} ${figure.text}${figure.range ? ` (${words.range.toLowerCase()}${words.colon} ${figure.range})` : ""}. ` : "";
  return `wattflop ${WATTFLOP_VERSION}, ${filled(words.edition, { edition: edition() })}. ${name}. ${told}${address} ${words.credits}`;
}

export const textFile = (name: string, label: string, type: string, make: () => string): Kept => ({ name, label, make: () => new Blob([make()], { type }) });

/** The files that a chart comes as. */
export function chartFiles(chart: () => Chart, name: string, words: Words): Kept[] {
  return [
    { name: `${name}.png`, label: "PNG", make: () => png(chart().svg, words) },
    textFile(`${name}.svg`, "SVG", "image/svg+xml", () => chart().svg),
    textFile(`${name}.csv`, "CSV", "text/csv", () => chart().tables.map(csvOfTable).join("\n")),
    textFile(`${name}.vl.json`, "Vega-Lite", "application/json", () => `${JSON.stringify(chart().vega, null, 2)}\n`),
  ];
}

function csvOfTable({ title, columns, rows }: Chart["tables"][number]): string {
  const head = columns.map(({ title: column, unit }) => (unit ? `${column} (${unit})` : column));
  return csv([[title], head, ...rows]);
}

/** Rows as CSV (RFC 4180). */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? "" : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A picture of dots, twice as fine as the screen's. */
async function png(svg: string, words: Words): Promise<Blob> {
  const FINE = 2;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * FINE;
  canvas.height = image.naturalHeight * FINE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(words.share.noPicture))), "image/png"));
}
