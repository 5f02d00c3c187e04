import { type PropertyDeclarations, type TemplateResult, html, nothing } from "lit";
import { chart } from "../api.js";
import { WattflopError } from "../error.js";
import { filled, listed, sentences, times, titled } from "../locales/index.js";
import type { Explanation, Scenario } from "../types.js";
import { putAddress, readCounting, isState, watchAddress, writtenCounting } from "./address.js";
import { COUNTING, type Counting, unusual } from "./counting.js";
import { Widget } from "./element.js";
import { method } from "./method.js";
import { type Asked, type Row, type View, explained, viewOf } from "./model.js";
import { themeOf } from "./picture.js";
import { mark } from "./plot.js";
import { countingChoices, selectStyle } from "./select.js";
import { type Shared, chartFiles, citation, frozen, script, shareMenu, tag, textFile } from "./share.js";
import { base, methodStyle, panelStyle, style } from "./style.js";
import { type Drawing, headlineTable, otherTable } from "./table.js";

/** Clusters side by side. */
export class Compare extends Widget<View> {
  static override styles = [base, methodStyle, panelStyle, selectStyle, style];
  static override properties: PropertyDeclarations = {
    clusters: {}, model: {}, names: {}, scenarios: { attribute: false }, cost: {}, carbon: {}, boundary: {}, address: { type: Boolean },
    counting: { state: true }, notice: { state: true }, open: { state: true }, others: { state: true }, problem: { state: true },
  };

  declare clusters: string;
  declare model: string;
  declare names: string;
  declare scenarios: readonly Scenario[] | null;
  declare cost: string;
  declare carbon: string;
  declare boundary: string;
  /** Whether the page's address holds how it is counted. */
  declare address: boolean;
  private declare counting: Counting;
  private declare problem: string;
  private declare notice: string;
  private declare open: ReadonlySet<string>;
  private declare others: boolean;

  protected readonly asks = ["clusters", "model", "names", "scenarios", "cost", "carbon", "boundary"];
  /** How attributes say that it is counted, as text: where it changes, it holds, and where not, what was chosen by hand. */
  private saidLast: string | undefined;
  private explanations = new Map<string, (Explanation | undefined)[]>();

  constructor() {
    super();
    this.clusters = "";
    this.model = "";
    this.names = "";
    this.scenarios = null;
    for (const name of ["cost", "carbon", "boundary", "problem", "notice"] as const) this[name] = "";
    this.address = false;
    this.counting = COUNTING;
    this.open = new Set();
    this.others = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops.push(watchAddress(() => {
      if (this.address && this.scene.is === "ready") this.state = location.hash;
    }));
  }

  /** How it is counted, as the text that an address holds. */
  get state(): string {
    return writtenCounting(this.counting);
  }

  set state(text: string) {
    try {
      this.counting = readCounting(text, this.words, readCounting(this.saying(), this.words));
      this.problem = "";
    } catch (thrown) {
      this.problem = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  /** What attributes say of how it is counted. */
  private saying(): string {
    const { cost, carbon, boundary } = this;
    return new URLSearchParams({ cost, carbon, boundary }).toString();
  }

  /** Counts as attributes say, where they say something new, and at first as the address does. */
  private count(): void {
    const said = this.saying();
    if (said === this.saidLast) return;
    this.counting = readCounting(said, this.words);
    if (this.saidLast === undefined && this.address && location.hash && isState(location.hash)) this.state = location.hash;
    this.saidLast = said;
  }

  private choose(counting: Counting): void {
    this.counting = counting;
    this.problem = "";
    const { state } = this;
    if (this.address) putAddress(state);
    this.notice = this.words.calculator.done;
    this.tell("change", { state });
  }

  protected calculate(): View {
    this.explanations = new Map();
    this.count();
    const asked = this.asked();
    if ((asked.scenarios ?? asked.clusters).length < 2) throw new WattflopError({ code: "TooFew", message: this.words.tooFew, path: "clusters" });
    return viewOf(asked, this.language);
  }

  private asked(): Asked {
    const listed = (text: string): string[] => text.split(",").map((part) => part.trim()).filter(Boolean);
    return { clusters: listed(this.clusters), model: this.model.trim(), names: listed(this.names), scenarios: this.scenarios };
  }

  protected shown(view: View): TemplateResult {
    const drawing = this.drawing(view);
    return html`
      ${this.lead(view)}
      ${this.sides(view)}
      ${this.problem ? html`<div role="alert" class="error" part="error"><p>${sentences(this.problem, this.words.calculator.kept)}</p></div>` : nothing}
      ${countingChoices(this.counting, this.words, (counting) => this.choose(counting))}
      ${headlineTable(drawing)}
      <p class="how">${filled(this.words.howToRead, { a: view.sides[0]?.name ?? "" })} ${this.words.scale}.</p>
      <details class="others" @toggle=${this.toggleOthers}>
        <summary>${this.words.moreFigures}</summary>
        ${this.others ? otherTable(drawing) : nothing}
      </details>
      ${this.notes(view)}
      <div class="take">${shareMenu(this.shared(view), this.words, (text) => { this.notice = text; })}<p class="said" role="status">${this.notice}</p></div>
      <footer part="credits">
        <p>${filled(this.words.edition, { edition: view.comparison.edition })}. ${this.words.credits} ${this.words.made}</p>
      </footer>`;
  }

  private shared({ sides, whole }: View): Shared {
    const { words, clusters, names, model, counting, language: lang } = this;
    const scenarios = sides.map(({ scenario }) => scenario);
    const said = { clusters, names, model, ...unusual(counting), lang };
    const link = (): string => `${location.href.replace(/#.*/, "")}#${this.state}`;
    const fallback = listed(sides.map(({ name }) => titled(name)));
    return {
      ...(this.address ? { link } : {}),
      embed: (isFrozen) => `${script(isFrozen)}\n${tag("wattflop-compare", isFrozen ? { names, ...unusual(counting), lang } : said, isFrozen || this.scenarios ? { scenarios: isFrozen ? scenarios.map(frozen) : scenarios } : undefined, fallback)}`,
      citation: () => citation(fallback, undefined, words, location.href),
      files: () => [
        ...chartFiles(() => chart("compare", { scenarios }, { lang, theme: themeOf(this) }), "wattflop-compare", words),
        textFile("wattflop-compare.json", "JSON", "application/json", () => `${JSON.stringify(whole().comparison, null, 2)}\n`),
      ],
    };
  }

  private drawing(view: View): Drawing {
    const { words, language, counting } = this;
    return {
      view, words, language, counting,
      isOpen: (path) => this.open.has(path),
      toggle: (path) => this.togglePanel(path),
      panel: (row) => method(this.explain(view, row), view.sides, words),
    };
  }

  private explain(view: View, row: Row): (Explanation | undefined)[] {
    const known = this.explanations.get(row.path) ?? explained(view, row.path, this.language);
    this.explanations.set(row.path, known);
    return known;
  }

  private togglePanel(path: string): void {
    const open = new Set(this.open);
    if (!open.delete(path)) open.add(path);
    this.open = open;
  }

  private toggleOthers(event: Event): void {
    this.others = event.target instanceof HTMLDetailsElement && event.target.open;
  }

  /** The comparison in a sentence, where the second of two sides is the larger in every respect. */
  private lead(view: View): TemplateResult | typeof nothing {
    const { words, language } = this;
    const [a, b] = view.sides;
    const ratios = ["size.devices", "power.facility.peak", "cost.capex.total"].map((path) => view.rows.get(path)?.ratios[1]);
    if (!a || !b || view.sides.length > 2 || ratios.some((ratio) => ratio === undefined || ratio < 1.2)) return nothing;
    const [devices, power, capex] = ratios.map((ratio) => times(ratio ?? 1, language));
    return html`<p class="lead" part="lead">${filled(words.lead, { a: a.name, b: titled(b.name), devices: devices ?? "", power: power ?? "", capex: capex ?? "" })}</p>`;
  }

  private sides(view: View): TemplateResult {
    const { words } = this;
    const caption = this.model ? filled(words.runOf, { model: this.model }) : words.yearOf;
    return html`<h3 class="caption">${caption}</h3>
      <ul class="sides" part="sides">
        ${view.sides.map((side, place) => {
          const binding = words.binds[view.comparison.sides[place]?.binds_first ?? "chips"];
          return html`<li class="side-${place}">
            <p class="name">${mark(place)} ${titled(side.name)}</p>
            <p class="about"><span lang="en">${listed([side.aside, side.about])}</span>${side.date ? `\u00a0· ${side.date}` : nothing}</p>
            <p class="binds">${words.bindsFirst}${words.colon} <strong>${binding.name}</strong> <span class="why">${binding.why}</span></p>
          </li>`;
        })}
      </ul>`;
  }

  private notes(view: View): TemplateResult {
    return html`<section class="notes" part="notes">
      <h3>${this.words.notes}</h3>
      <ul>
        ${view.comparison.notes.map((note) => html`<li>${note.text}</li>`)}
        ${[...notesOf(view)].map(([text, places]) => html`<li>${this.named(view, places)}${text}</li>`)}
      </ul>
    </section>`;
  }

  /** The names of the sides at these places, unless they are all. */
  private named({ sides }: View, places: readonly number[]): unknown {
    if (places.length === sides.length) return nothing;
    const names = places.map((place) => html`${mark(place)} <strong class="side-${place}">${titled(sides[place]?.name ?? "")}</strong>`);
    return html`${names.map((name, index) => (index === 0 ? name : html`, ${name}`))}${this.words.colon} `;
  }
}

/** The notes on the sides, each once, with the places of the sides that it is on. */
function notesOf({ comparison }: View): Map<string, number[]> {
  const notes = new Map<string, number[]>();
  comparison.sides.forEach((side, place) => {
    for (const { text } of side.notes) notes.set(text, [...(notes.get(text) ?? []), place]);
  });
  return notes;
}
