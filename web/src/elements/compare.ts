import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { WattflopError } from "../error.js";
import { type Words, filled, languageOf, times, titled, wordsOf } from "../locales/index.js";
import type { Explanation } from "../types.js";
import { method } from "./method.js";
import { type Asked, type Row, type View, explained, viewOf } from "./model.js";
import { mark } from "./plot.js";
import { style } from "./style.js";
import { tagAround, watchLang, whenSeen } from "./surroundings.js";
import { type Drawing, headlineTable, otherTable } from "./table.js";

/** What stands in the element. */
type State = { is: "waiting" } | { is: "working" } | { is: "ready"; view: View } | { is: "failed"; message: string };

/** Clusters side by side. Its content is what is shown until it has started, and wherever it cannot. */
export class Compare extends LitElement {
  /** How the core is loaded; the entries of the package set it. */
  static load: () => Promise<void>;

  static override styles = style;
  static override properties = {
    clusters: {},
    model: {},
    names: {},
    theme: { reflect: true },
    language: { state: true },
    state: { state: true },
    open: { state: true },
    others: { state: true },
  };

  declare clusters: string;
  declare model: string;
  declare names: string;
  declare theme: string;
  private declare language: string;
  private declare state: State;
  private declare open: ReadonlySet<string>;
  private declare others: boolean;

  private explanations = new Map<string, (Explanation | undefined)[]>();
  private seen = false;
  private stops: (() => void)[] = [];

  constructor() {
    super();
    this.clusters = "";
    this.model = "";
    this.names = "";
    this.theme = "";
    this.language = "en";
    this.state = { is: "waiting" };
    this.open = new Set();
    this.others = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const readLanguage = (): void => {
      this.language = languageOf(tagAround(this));
    };
    readLanguage();
    this.stops = [watchLang(this, readLanguage), whenSeen(this, () => void this.start())];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }

  /** Loads the core and calculates, whether the element is in sight or not. */
  async start(): Promise<void> {
    this.seen = true;
    this.state = { is: "working" };
    try {
      await Compare.load();
      this.calculate();
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isStale = ["clusters", "model", "names", "language"].some((name) => changed.has(name));
    if (isStale && this.seen && (this.state.is === "ready" || this.state.is === "failed")) this.recalculate();
  }

  private recalculate(): void {
    try {
      this.calculate();
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private calculate(): void {
    this.explanations = new Map();
    const asked = this.asked();
    if (asked.clusters.length < 2) throw new WattflopError({ code: "TooFew", message: this.words.tooFew, path: "clusters" });
    this.state = { is: "ready", view: viewOf(asked, this.language) };
  }

  private asked(): Asked {
    const listed = (text: string): string[] => text.split(",").map((part) => part.trim()).filter(Boolean);
    return { clusters: listed(this.clusters), model: this.model.trim(), names: listed(this.names) };
  }

  private fail(thrown: unknown): void {
    this.state = { is: "failed", message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  private get words(): Words {
    return wordsOf(this.language);
  }

  protected override render(): TemplateResult {
    const { state, words } = this;
    const status = state.is === "working" ? words.status.working : state.is === "ready" ? words.status.done : "";
    return html`<div lang=${this.language} class="root">
      <p class="unseen" role="status">${status}</p>
      <div role="alert">${state.is === "failed" ? this.error(state.message) : nothing}</div>
      ${state.is === "ready" ? this.comparison(state.view) : html`<slot></slot>`}
    </div>`;
  }

  private error(message: string): TemplateResult {
    return html`<div class="error" part="error"><strong>${this.words.failed}</strong><p>${message}</p></div>`;
  }

  private comparison(view: View): TemplateResult {
    const drawing = this.drawing(view);
    return html`
      ${this.lead(view)}
      ${this.sides(view)}
      ${headlineTable(drawing)}
      <p class="how">${filled(this.words.howToRead, { a: view.sides[0]?.name ?? "" })} ${this.words.scale}.</p>
      <details class="others" @toggle=${this.toggleOthers}>
        <summary>${this.words.moreFigures}</summary>
        ${this.others ? otherTable(drawing) : nothing}
      </details>
      ${this.notes(view)}
      <footer part="credits">
        <p>${filled(this.words.edition, { edition: view.comparison.edition })}. ${this.words.credits} ${this.words.made}</p>
      </footer>`;
  }

  private drawing(view: View): Drawing {
    const { words, language } = this;
    return {
      view, words, language,
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
            <p class="about" lang="en">${[side.aside, side.about].filter(Boolean).join(" · ")}</p>
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
