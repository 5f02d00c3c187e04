import { type PropertyDeclarations, type TemplateResult, css, html } from "lit";
import { chart } from "../api.js";
import { WattflopError } from "../error.js";
import { filled } from "../locales/index.js";
import type { Chart as Drawn, ChartOf, Scenario } from "../types.js";
import { givenOf, scenarioOf } from "./scenario.js";
import { Cursor } from "./cursor.js";
import { picture, tableSwitch, themeOf, watchTheme, widthOf } from "./picture.js";
import { type Shared, chartFiles, frozen, script, shareMenu, tag, citation } from "./share.js";
import { base, panelStyle } from "./style.js";
import { ScenarioWidget, TOLD } from "./told.js";

interface View {
  readonly drawn: Drawn;
  readonly question: object;
}

const parts = (text: string): string[] => text.split(",").map((part) => part.trim()).filter(Boolean);

/** How the attributes become the question of each chart. */
const QUESTIONS: Readonly<Record<keyof ChartOf, (told: Chart, scenario: () => Scenario) => object>> = {
  operate: (_, scenario) => ({ scenario: scenario() }),
  train: (_, scenario) => ({ scenario: scenario() }),
  serve: (_, scenario) => ({ scenario: { serving: {}, ...scenario() } }),
  compare: (told) => ({ scenarios: told.sides(), ...(told.figures ? { figures: parts(told.figures) } : {}) }),
  why: (told) => ({ scenarios: told.sides(), figure: told.figure }),
  cost: (told, scenario) => ({ scenario: scenario(), ...(told.parts ? { parts: parts(told.parts) } : {}) }),
  timeline: (told) => ({ timeline: told.timeline }),
  frontier: (_, scenario) => ({ scenario: { serving: {}, ...scenario() } }),
  uncertainty: (told, scenario) => ({ scenarios: told.clusters ? told.sides() : [scenario()], figures: parts(told.figures || told.figure) }),
  sensitivity: (told, scenario) => ({ scenario: scenario(), figure: told.figure }),
  sweep: (told, scenario) => ({ scenario: scenario(), over: givenOf(told.over, told.wordsHere), figures: parts(told.figures || told.figure) }),
  ledger: (told, scenario) => ({ scenario: scenario(), figure: told.figure }),
};

/** Any chart of the core, by attributes or by a JSON child `{ "of": …, "question": { … } }`. */
export class Chart extends ScenarioWidget<View> {
  static override styles = [base, panelStyle, css`:host { min-width: 0; }`];
  static override properties: PropertyDeclarations = {
    of: {}, clusters: {}, figure: {}, figures: {}, parts: {}, timeline: {}, over: {}, question: { attribute: false }, width: { type: Number },
    asTable: { type: Boolean, attribute: "table" }, notice: { state: true },
  };

  declare of: keyof ChartOf;
  declare clusters: string;
  declare figure: string;
  declare figures: string;
  declare parts: string;
  declare timeline: string;
  declare over: string;
  declare question: object | null;
  declare width: number;
  declare asTable: boolean;
  private declare notice: string;

  protected readonly asks = [...TOLD, "of", "clusters", "figure", "figures", "parts", "timeline", "over", "question", "width", "theme"];
  private readonly cursor = new Cursor();
  private observer: ResizeObserver | undefined;
  /** The width that it is drawn for. */
  private wide = 0;
  private readonly redraw = (): void => {
    if (this.scene.is === "ready") this.recalculate();
  };

  constructor() {
    super();
    this.of = "operate";
    this.clusters = "";
    this.figure = "";
    this.figures = "";
    this.parts = "";
    this.timeline = "";
    this.over = "";
    this.question = null;
    this.width = 0;
    this.asTable = false;
    this.notice = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver(([entry]) => {
      const wide = widthOf(entry?.contentRect.width ?? 0);
      if (!entry?.contentRect.width || wide === this.wide) return;
      this.wide = wide;
      this.redraw();
    });
    this.observer.observe(this);
    this.stops.push(watchTheme(this, this.redraw));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  /** The words that errors of attributes are said in. */
  get wordsHere() {
    return this.words;
  }

  /** The scenarios of a comparison: a cluster each, the rest alike. */
  sides(): Scenario[] {
    const clusters = parts(this.clusters);
    if (clusters.length < 2) throw new WattflopError({ code: "TooFew", message: this.words.tooFew, path: "clusters" });
    return clusters.map((cluster) => scenarioOf({ cluster, model: this.model, site: this.site, given: givenOf(this.set, this.words) }));
  }

  protected calculate(): View {
    if (!Object.hasOwn(QUESTIONS, this.of)) {
      const allowed = Object.keys(QUESTIONS).join(", ");
      throw new WattflopError({ code: "Unknown", message: filled(this.words.unknownValue, { name: "of", value: this.of, allowed }), path: "of", allowed });
    }
    const question = this.question ?? QUESTIONS[this.of](this, () => this.asked());
    this.wide ||= widthOf(this.clientWidth);
    const width = this.width || this.wide;
    return { question, drawn: chart(this.of, question as never, { lang: this.language, theme: themeOf(this), width }) };
  }

  protected shown({ drawn }: View): TemplateResult {
    const { words, asTable } = this;
    return html`${picture(drawn, asTable, words, this.cursor)}
      <div class="tools">${tableSwitch(asTable, words, () => { this.asTable = !asTable; })}
      ${shareMenu(this.shared(), words, (text) => { this.notice = text; })}</div>
      <p class="said" role="status">${this.notice}</p>
      ${this.credits()}`;
  }

  private shared(): Shared {
    const { words, of, language: lang } = this;
    const view = (): View => (this.scene as { view: View }).view;
    const { clusters, figure, figures, parts: some, timeline, over } = this;
    const said = { of, ...this.said(), clusters, figure, figures, parts: some, timeline, over, lang };
    const json = this.question ? { question: this.question } : this.scenario ? { scenario: this.scenario } : undefined;
    return {
      embed: (isFrozen) => `${script(isFrozen)}\n${isFrozen
        ? tag("wattflop-chart", { of, edition: view().drawn.edition, lang }, { question: frozenQuestion(view().question) }, view().drawn.title)
        : tag("wattflop-chart", said, json, view().drawn.title)}`,
      citation: () => citation(view().drawn.title, undefined, words, location.href),
      files: () => chartFiles(() => view().drawn, `wattflop-${of}`, words),
    };
  }
}

/** The same question with every input said. */
function frozenQuestion(question: object): object {
  const { scenario, scenarios } = question as { scenario?: Scenario; scenarios?: Scenario[] };
  return { ...question, ...(scenario ? { scenario: frozen(scenario) } : {}), ...(scenarios ? { scenarios: scenarios.map(frozen) } : {}) };
}
