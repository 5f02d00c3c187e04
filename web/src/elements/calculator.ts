import { type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { chart, edition as present, explain, format, inputs, list } from "../api.js";
import { type Words, counted, filled, quoted, sentences, titled } from "../locales/index.js";
import * as q from "../questions.js";
import type { Binding, Chart as Drawn, Explanation, Figure, Form, FormField, Note, Part, Scenario } from "../types.js";
import { BLANK, type CalculatorState, isState, putAddress, readParts, readState, watchAddress, written } from "./address.js";
import { choicesOf, figuresAt, notesOn } from "./answers.js";
import { calculatorStyle } from "./calculator-style.js";
import { type Counting, isWhole, pathIn, toldIn, unusual } from "./counting.js";
import { Cursor } from "./cursor.js";
import { Widget } from "./element.js";
import { type Holding, field } from "./field.js";
import { nameOf, partsOf, soleSide } from "./figure.js";
import { method } from "./method.js";
import { picture, tableSwitch, themeOf, watchTheme, widthOf } from "./picture.js";
import { doubt } from "./plot.js";
import { entered, givenOf, scenarioOf } from "./scenario.js";
import { countingChoices, select, selectStyle } from "./select.js";
import { type Shared, chartFiles, citation, csv, frame, frozen, inLanguage, script, shareMenu, tag, textFile } from "./share.js";
import { base, methodStyle, panelStyle } from "./style.js";
import { afterPaint } from "./surroundings.js";
import { PICTURES, type PictureId, type Read, SLOW, TASKS, TASK_IDS } from "./tasks.js";
import { ScenarioWidget } from "./told.js";
import { unhurried } from "./unhurried.js";

interface View {
  readonly scenario: Scenario;
  readonly figures: Readonly<Record<string, Figure | undefined>>;
  /** The chart; it comes after the first paint. */
  readonly drawn: Drawn | undefined;
}

/** What follows from a scenario more slowly than a slider moves. */
interface Rest {
  readonly form: Form;
  readonly notes: readonly Note[];
  readonly binds: Binding;
}

/** A choice among entries of the catalogue, and what else may be chosen. */
const CHOICES: Readonly<Record<string, { readonly part?: Part; readonly also: readonly string[] }>> = {
  "cluster.pools.0.accelerator": { part: "accelerators", also: [] },
  "site.cooling": { part: "coolings", also: ["unknown"] },
  "site.climate": { part: "climates", also: ["unknown"] },
  "site.supply": { part: "supplies", also: ["grid"] },
  "method": { part: "methods", also: ["none"] },
  "money.currency": { also: ["usd", "eur", "cny", "jpy"] },
};

/** How long a slider rests before what is slow is calculated. */
const REST_MS = 250;
/** Points of the samples that tell what matters most: few, so that no one waits. */
const SAMPLES = 64;

/** A whole scenario: pick a cluster, a model, a site; change any input; see what follows at once. */
export class Calculator extends ScenarioWidget<View> {
  static override styles = [base, methodStyle, panelStyle, selectStyle, calculatorStyle];
  static override properties: PropertyDeclarations = {
    task: {}, cost: {}, carbon: {}, boundary: {}, picture: {}, address: { type: Boolean }, frame: {},
    held: { state: true }, rest: { state: true }, faults: { state: true }, open: { state: true }, allShown: { state: true }, search: { state: true },
    asTable: { state: true }, matters: { state: true }, notice: { state: true }, problem: { state: true }, isNarrow: { state: true },
  };

  declare task: string;
  declare cost: string;
  declare carbon: string;
  declare boundary: string;
  declare picture: string;
  /** Whether the page's address holds the state. */
  declare address: boolean;
  /** The page that a frame shows. */
  declare frame: string;
  private declare held: CalculatorState;
  private declare rest: Rest | undefined;
  private declare faults: Holding["faults"];
  private declare open: string;
  private declare allShown: boolean;
  private declare search: string;
  private declare asTable: boolean;
  private declare matters: readonly string[] | undefined;
  private declare notice: string;
  private declare problem: string;
  /** Whether the inputs stand before the results, and not beside them. */
  private declare isNarrow: boolean;

  protected readonly asks = ["cluster", "model", "site", "set", "scenario", "edition", "task", "cost", "carbon", "boundary", "picture"];
  /** How to stop what is to follow. */
  private stopRest = (): void => {};
  private weighing = new AbortController();
  private readonly cursor = new Cursor();
  private observer: ResizeObserver | undefined;
  private saidLast = "";
  /** The input that was moved last. */
  private moving = "";
  /** What attributes said. */
  private first = BLANK;
  /** The width that the chart is drawn for. */
  private wide = 0;
  private readonly redraw = (): void => {
    if (this.scene.is !== "ready" || !this.scene.view.drawn) return;
    if (SLOW.includes(this.held.picture)) this.settle();
    else this.put(this.drawn(this.scene.view.scenario, this.held));
  };
  private readonly moved = (): void => {
    this.moving = "";
    if (this.address && this.scene.is !== "waiting") this.adopt(() => readState(location.hash, this.words, this.attributesSay()));
  };

  constructor() {
    super();
    for (const name of ["task", "cost", "carbon", "boundary", "picture", "frame", "open", "search", "notice", "problem"] as const) this[name] = "";
    this.address = false;
    this.isNarrow = false;
    this.held = BLANK;
    this.faults = new Map();
    this.allShown = false;
    this.asTable = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver(([entry]) => {
      const wide = chartWidth(entry?.contentRect.width ?? 0);
      if (entry?.contentRect.width) this.isNarrow = entry.contentRect.width < WIDE;
      if (!entry?.contentRect.width || wide === this.wide) return;
      this.wide = wide;
      this.redraw();
    });
    this.observer.observe(this);
    this.stops.push(watchTheme(this, this.redraw), watchAddress(this.moved));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.stopRest();
    this.weighing.abort();
  }

  /** All that the calculator remembers, as the text that an address holds. */
  get state(): string {
    return written(this.held);
  }

  set state(text: string) {
    this.adopt(() => readState(text, this.words, this.attributesSay()));
  }

  /** The scenario that is shown. */
  get result(): Scenario | undefined {
    return this.scene.is === "ready" ? this.scene.view.scenario : undefined;
  }

  private attributesSay(): CalculatorState {
    const { words, cluster, model, site, cost, carbon, boundary, picture: drawn, task } = this;
    const whole = this.scenario ? partsOf(this.scenario) : BLANK;
    const query = new URLSearchParams(Object.entries({ cluster: cluster || whole.cluster, model: model || whole.model, site, cost, carbon, boundary, picture: drawn }).filter(([, value]) => value));
    query.set("task", task || (this.scenario?.serving ? "serve" : model || this.scenario?.model ? "train" : "operate"));
    return { ...readState(query.toString(), words), given: givenOf(this.set, words) };
  }

  /** What attributes say, as one text: where it changes, they hold, and where not, what was changed by hand. */
  private saying(): string {
    const { cluster, model, site, set, task, cost, carbon, boundary, picture: drawn, scenario } = this;
    return JSON.stringify([cluster, model, site, set, task, cost, carbon, boundary, drawn, scenario]);
  }

  protected calculate(): View {
    if (this.saying() !== this.saidLast) {
      const isFirst = this.saidLast === "";
      this.held = this.first = this.attributesSay();
      this.saidLast = this.saying();
      this.problem = "";
      if (isFirst && this.address && location.hash && isState(location.hash)) this.openAddress();
    }
    const view = this.viewOf(this.held);
    this.settle();
    return view;
  }

  /** Starts from the address, and says what in it nobody can read. */
  private openAddress(): void {
    const { state, wrong } = readParts(location.hash, this.words, this.first, (state) => this.viewOf(state));
    const { usualInstead, restHolds } = this.words;
    this.held = state;
    if (wrong.length > 0) this.problem = sentences(...wrong.map(messageOf), state === this.first ? usualInstead : restHolds);
  }

  private scenarioOf({ task, cluster, model, site, given }: CalculatorState): Scenario {
    const { hasModel, adds } = TASKS[task];
    const isWhole = cluster === this.first.cluster && (!hasModel || model === this.first.model) && hasModel === Boolean(this.scenario?.model) && task === this.first.task;
    const base = this.scenario && isWhole ? scenarioOf({ scenario: this.scenario, site }) : scenarioOf({ cluster, site, ...(hasModel ? { model } : {}) });
    return scenarioOf({ scenario: { ...adds, ...base } as Scenario, given });
  }

  private viewOf(state: CalculatorState): View {
    const { language: lang, rest, scene } = this;
    const scenario = this.scenarioOf(state);
    const figures = figuresAt(scenario, TASKS[state.task].figures.map(({ path }) => pathIn(path, state.counting)), lang);
    const held = scene.is === "ready" ? scene.view.drawn : undefined;
    return { scenario, figures, drawn: rest && !SLOW.includes(state.picture) ? this.drawn(scenario, state) : held };
  }

  private drawn(scenario: Scenario, state: CalculatorState): Drawn {
    return chart(...this.asking(scenario, state));
  }

  /** How the picture is asked of the core. */
  private asking(scenario: Scenario, { task, counting, picture: drawn }: CalculatorState): Parameters<typeof chart> {
    const [of, question] = PICTURES[drawn](scenario, TASKS[task], counting);
    return [of, question as never, { lang: this.language, theme: themeOf(this), width: (this.wide ||= chartWidth(this.clientWidth)) }];
  }

  /** What is slow follows when nothing has moved for a while; at first, once what is quick has been painted. */
  private settle(): void {
    this.stopRest();
    this.weighing.abort();
    const { rest } = this;
    if (rest) this.later(REST_MS, () => this.calculateRest());
    else this.stopRest = afterPaint(() => this.calculateRest());
  }

  private later(ms: number, act: () => void): void {
    const timer = setTimeout(act, ms);
    this.stopRest = () => clearTimeout(timer);
  }

  private calculateRest(): void {
    if (this.scene.is !== "ready") return;
    const [{ scenario, drawn }, lang] = [this.scene.view, this.language];
    const { binds_first: binds } = TASKS[this.held.task].answer(scenario, { lang });
    this.rest = { form: inputs(scenario, { lang }), notes: notesOn(scenario, lang), binds };
    const isSlow = SLOW.includes(this.held.picture);
    if (isSlow || drawn) return void this.weigh(scenario, isSlow);
    this.later(0, () => {
      this.put(this.drawn(scenario, this.held));
      void this.weigh(scenario, false);
    });
  }

  private put(drawn: Drawn): void {
    if (this.scene.is === "ready") this.scene = { is: "ready", view: { ...this.scene.view, drawn } };
  }

  /** What matters most, in words and where it is asked for as a picture: beside what the reader does, and no longer than it is wanted. */
  private async weigh(scenario: Scenario, isDrawn: boolean): Promise<void> {
    const { signal } = (this.weighing = new AbortController());
    this.matters = undefined;
    const figure = pathIn("cost.annuity.total", this.held.counting);
    try {
      if (isDrawn) this.put(await unhurried(q.chart(...this.asking(scenario, this.held)), Widget.later, signal));
      const found = await unhurried(q.sensitivity(scenario, figure, { samples: SAMPLES, lang: this.language }), Widget.later, signal);
      this.matters = found.notes.slice(0, 2).map(({ text }) => text);
    } catch {
      if (!signal.aborted) this.matters = [];
    }
  }

  /** Takes another state, unless nothing follows from it; then it says why. */
  private adopt(next: () => CalculatorState): boolean {
    try {
      const state = next();
      const view = this.viewOf(state);
      this.faults = this.faultsLeft(state);
      this.held = state;
      this.scene = { is: "ready", view };
      this.problem = "";
      this.settle();
      return true;
    } catch (thrown) {
      this.problem = sentences(messageOf(thrown), this.words.calculator.kept);
      return false;
    }
  }

  /** What is wrong in fields still is, where nothing else was taken for them. */
  private faultsLeft({ task, given }: CalculatorState): Holding["faults"] {
    const { held, faults } = this;
    return new Map(task === held.task ? [...faults].filter(([path]) => given[path] === held.given[path]) : []);
  }

  private change(part: Partial<CalculatorState>): void {
    if (this.adopt(() => ({ ...this.held, ...part }))) this.remember();
  }

  private resetAll(): void {
    this.faults = new Map();
    this.change({ given: {} });
  }

  private take(input: FormField, text: string | undefined, isSettled: boolean): void {
    const { [input.path]: _, ...others } = this.held.given;
    const faults = new Map(this.faults);
    faults.delete(input.path);
    try {
      const given = text?.trim() ? { ...others, [input.path]: entered(text, input, this.language) } : others;
      const state = { ...this.held, given };
      const view = this.viewOf(state);
      this.held = state;
      this.scene = { is: "ready", view };
      this.problem = "";
      this.settle();
      if (isSettled) this.remember(input.path);
    } catch (thrown) {
      faults.set(input.path, { text: text ?? "", message: messageOf(thrown) });
    }
    this.faults = faults;
  }

  /** Puts the state into the address, and tells the page. */
  private remember(moved = ""): void {
    const { state } = this;
    if (this.address) putAddress(state, moved !== "" && moved === this.moving);
    this.moving = moved;
    this.notice = this.words.calculator.done;
    this.tell("change", { state, scenario: this.result, figures: this.scene.is === "ready" ? this.scene.view.figures : {} });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("theme")) this.redraw();
  }

  protected shown(view: View): TemplateResult {
    const { words, held, problem, isNarrow } = this;
    const inputs = html`<section class="inputs-side" part="inputs" aria-label=${words.calculator.inputs}>${this.form(held)}</section>`;
    return html`
      ${this.setup(held)}
      ${problem ? html`<div role="alert" class="error" part="error"><p>${this.worded(problem)}</p></div>` : nothing}
      ${isNarrow ? html`<div class="desk">${this.glance(view, held)}${inputs}</div>` : nothing}
      <div class="board">
        <section class="results" part="results" aria-label=${words.calculator.results}>
          ${isNarrow ? this.counting(held) : nothing}
          ${this.groups(view, held)}
          <p class="hint">${words.calculator.sure}</p>
          ${this.weights()}
          ${this.charts(view, held)}
          ${this.noteList()}
          ${this.credits()}
        </section>
        ${isNarrow ? nothing : inputs}
      </div>`;
  }

  /** What stays in sight while inputs that stand before the results are changed; the results say it again. */
  private glance({ figures }: View, { counting }: CalculatorState): TemplateResult {
    return html`<dl class="glance" aria-hidden="true">${GLANCE.map((key) => {
      const figure = figures[pathIn(key, counting)];
      return figure ? html`<div><dt>${labelIn(key, counting, figure, this.words)}</dt><dd>${figure.text}</dd></div>` : nothing;
    })}</dl>`;
  }

  private setup(held: CalculatorState): TemplateResult {
    const { task, cluster, model, site } = held;
    const { words: { calculator: words, tasks } } = this;
    return html`<div class="setup" part="setup">
      <fieldset class="tasks"><legend>${words.task}</legend>${TASK_IDS.map((id) => html`<label class=${id === task ? "chosen" : ""}>
        <input type="radio" name="task" .value=${id} .checked=${id === task} @change=${() => this.change({ task: id, given: without(this.held.given, "run.", "operation.", "serving.", "layout.") })} />${tasks[id]}</label>`)}</fieldset>
      <div class="selects">
        ${select(words.cluster, "cluster", this.offered("clusters"), cluster, (id) => this.change({ cluster: id, given: without(this.held.given, "cluster.") }))}
        ${TASKS[task].hasModel ? select(words.model, "model", this.offered("models", task === "train" ? ({ tokens, compute }) => Boolean(tokens || compute) : undefined), model, (id) => this.change({ model: id, given: without(this.held.given, "run.", "model.", "serving.") })) : nothing}
        ${select(words.site, "site", [["", words.own], ...this.offered("sites")], site, (id) => this.change({ site: id, given: without(this.held.given, "site.carbon", "site.electricity", "site.upstream_water") }))}
      </div>
      ${this.isNarrow ? nothing : this.counting(held)}
    </div>`;
  }

  /** What is wrong, with the input that it is about by its name. */
  private worded(text: string): string {
    const about = this.rest?.form.inputs.find(({ path }) => text.startsWith(path));
    return about ? text.replace(about.path, about.label).replace(/`([^`]+)`/g, this.words.quotes.join("$1")) : text;
  }

  private counting({ counting }: CalculatorState): TemplateResult {
    return countingChoices(counting, this.words, (chosen) => this.change({ counting: chosen }));
  }

  /** What may be picked; after the first paint, since the lists are long. */
  private offered(part: Part, keep?: (row: Readonly<Record<string, string>>) => boolean): [string, string][] {
    return this.rest ? entries(part, this.language, keep) : [];
  }

  private groups(view: View, { task, counting }: CalculatorState): TemplateResult {
    const groups = Map.groupBy(TASKS[task].figures, ({ group }) => group);
    return html`<div class="groups">${[...groups].map(([group, reads]) => html`<section class="group"><h3>${this.words.groups[group]}</h3>
      ${reads.map((one) => this.row(view, one, counting))}</section>`)}</div>`;
  }

  private row({ figures, scenario }: View, { path: key }: Read, counting: Counting): TemplateResult {
    const { words } = this;
    const path = pathIn(key, counting);
    const figure = figures[path];
    const hint = path === key ? words.headlines[key].hint : toldIn(key, counting, words);
    const label = labelIn(key, counting, figure, words);
    const isOpen = this.open === path && figure !== undefined;
    return html`<div class="row" part="row">
      <div class="what"><span class="label">${label}</span><span class="hint">${hint}${isWhole(key, counting) ? `, ${words.forFacility}` : ""}</span>
        ${figure ? html`<button type="button" class="opens" aria-expanded=${isOpen} aria-label=${filled(words.methodOf, { figure: label })} @click=${() => { this.open = isOpen ? "" : path; }}>${words.method}</button>` : nothing}</div>
      ${figure
        ? html`<div class="number"><span class="value" part="value">${figure.text}</span><span class="range" part="range">${figure.range || words.exact}</span>${doubt(figure)}</div>`
        : html`<div class="number"><span class="unknown">${words.calculator.notKnown}</span></div>`}
      ${isOpen ? html`<div class="opened">${method([this.explained(scenario, path)], [soleSide(scenario, this.language)], words)}</div>` : nothing}
    </div>`;
  }

  private explained(scenario: Scenario, path: string): Explanation {
    return explain(scenario, path, { lang: this.language });
  }

  private weights(): TemplateResult {
    const { words, matters } = this;
    return html`<section class="matters" part="matters"><h3>${words.calculator.matters}</h3>
      ${matters ? matters.map((text) => html`<p>${text}</p>`) : html`<p class="hint">${words.calculator.weighing}</p>`}</section>`;
  }

  private charts(view: View, held: CalculatorState): TemplateResult {
    const { words, asTable } = this;
    const offered = Object.entries(words.pictures) as [PictureId, string][];
    return html`<section class="charts">
      ${select(words.calculator.picture, "picture", offered, held.picture, (id) => this.change({ picture: id as PictureId }))}
      ${view.drawn ? picture(view.drawn, asTable, words, this.cursor) : html`<div class="waiting"></div>`}
      <div class="tools">${tableSwitch(asTable, words, () => { this.asTable = !asTable; })}
      ${shareMenu(this.shared(view), words, (text) => { this.notice = text; })}</div>
      <p class="said" role="status">${this.notice}</p>
    </section>`;
  }

  private noteList(): TemplateResult | typeof nothing {
    const { words, rest } = this;
    if (!rest) return nothing;
    const { name, why } = words.binds[rest.binds];
    return html`<section class="notes" part="notes"><h3>${words.notes}</h3><ul><li>${words.bindsFirst}${words.colon} <strong>${name}</strong>. ${why}</li>
      ${rest.notes.map(({ text }) => html`<li>${text}</li>`)}</ul></section>`;
  }

  private form(held: CalculatorState): TemplateResult {
    const { words, language, rest, faults } = this;
    const { calculator } = words;
    if (!rest) return html`<p class="hint first">${words.status.working}</p>`;
    const holding: Holding = { words, language, given: held.given, faults, take: (input, text, settled) => this.take(input, text, settled) };
    const first = TASKS[held.task].inputs;
    const fields = new Map(rest.form.inputs.map((input) => [input.path, input]));
    const changed = Object.keys(held.given).length;
    return html`<div class="form-head"><h3>${calculator.inputs}</h3>
        ${changed || faults.size ? html`<p class="hint">${changed ? counted(calculator.changed, changed, language) : nothing} <button type="button" class="opens" @click=${() => this.resetAll()}>${calculator.resetAll}</button></p>` : nothing}</div>
      ${first.map((path) => fields.get(path)).map((input) => (input ? field(this.current(input), holding) : nothing))}
      <details class="others" ?open=${this.allShown} @toggle=${(event: Event) => { this.allShown = (event.target as HTMLDetailsElement).open; }}>
        <summary>${calculator.all}</summary>${this.allShown ? this.others(rest.form, first, holding) : nothing}
      </details>`;
  }

  /** A field between two settlings: what was typed last counts. */
  private current(input: FormField): FormField {
    const typedNow = this.held.given[input.path];
    const number = typedNow === undefined || /\.\./.test(typedNow) ? NaN : Number.parseFloat(typedNow);
    const percent = typedNow?.includes("%") ? 100 : 1;
    return Number.isFinite(number) && input.value !== null && typedNow !== undefined && !/[a-z$]/i.test(typedNow.replace(input.unit, "").replace(/e[-+]?\d/i, ""))
      ? { ...input, value: number / percent, low: number / percent, high: number / percent, text: typedNow }
      : input;
  }

  private others(form: Form, first: readonly string[], holding: Holding): TemplateResult {
    const { words: { calculator: words, sections }, language, search } = this;
    const wanted = search.trim().toLowerCase();
    const found = form.inputs.filter(({ path, label }) => !first.includes(path) && (!wanted || `${path} ${label}`.toLowerCase().includes(wanted)));
    const groups = Map.groupBy(found, ({ path }) => path.split(".")[0] ?? path);
    return html`<label class="find">${words.find} <input type="search" .value=${search} @input=${(event: Event) => { this.search = (event.target as HTMLInputElement).value; }} /></label>
      <p class="hint" role="status">${counted(words.found, found.length, language)}</p>
      ${wanted ? nothing : this.choices()}
      ${[...groups].map(([group, fields]) => html`<section class="part"><h4>${(sections as Readonly<Record<string, string>>)[group] ?? titled(group)}</h4>${fields.map((input) => field(this.current(input), holding))}</section>`)}`;
  }

  private choices(): TemplateResult {
    const { language: lang, words, held } = this;
    const labels = new Map(this.rest?.form.choices.map(({ path, label }) => [path, label]));
    const current = this.result ? choicesOf(this.result, lang) : {};
    return html`<section class="part"><h4>${words.calculator.choices}</h4>${Object.entries(CHOICES).filter(([path]) => labels.has(path)).map(([path, { part, also }]) =>
      select(labels.get(path) ?? path, path.replaceAll(".", "-"), [...also.map((id): [string, string] => [id, this.choiceName(path, id)]), ...(part ? entries(part, lang) : [])], held.given[path] ?? current[path] ?? "",
        (id) => this.change({ given: chosen(held.given, path, id) })))}</section>`;
  }

  private choiceName(path: string, id: string): string {
    const { language, words: { choices } } = this;
    return path === CURRENCY ? `${new Intl.DisplayNames(language, { type: "currency" }).of(id.toUpperCase())} (${id.toUpperCase()})` : (choices as Readonly<Record<string, string>>)[id] ?? id;
  }

  private shared({ scenario, figures, drawn }: View): Shared {
    const { words, held, language: lang } = this;
    const { task, cluster, model, site, given, counting } = held;
    const name = nameOf(scenario, lang);
    const chartNow = (): Drawn => drawn ?? this.drawn(scenario, held);
    const page = this.frame ? inLanguage(this.frame, lang) : "";
    const link = (): string => `${this.address || !page ? location.href.replace(/#.*/, "") : page}#${this.state}`;
    const drawing = held.picture === BLANK.picture ? "" : held.picture;
    const how = { ...unusual(counting), picture: drawing, lang };
    const set = Object.entries(given).map(([path, value]) => `${path}=${value}`).join("; ");
    const headline = figures["power.facility.peak"] ?? figures["power.it.rated"];
    const fallback = (): string => [name, ...Object.values(figures).map((figure) => (figure ? `${figure.label} ${figure.text}` : ""))].filter(Boolean).join(" · ");
    return {
      ...((this.address || page) && !this.scenario ? { link } : {}),
      embed: (isFrozen) => `${script(isFrozen)}\n${isFrozen
        ? tag("wattflop-calculator", { task, edition: present(), ...how }, { scenario: frozen(scenario) }, fallback())
        : this.scenario
          ? tag("wattflop-calculator", { task, ...how }, { scenario }, fallback())
          : tag("wattflop-calculator", { ...(task === "serve" ? { task } : {}), cluster, ...(TASKS[task].hasModel ? { model } : {}), site, set, ...how }, undefined, fallback())}`,
      frame: page && !this.scenario ? () => frame(page, this.state, `wattflop${words.colon} ${name}`) : undefined,
      citation: () => citation(name, headline, words, link()),
      files: () => [
        ...chartFiles(chartNow, `wattflop-${held.picture}`, words),
        textFile("wattflop-scenario.json", words.share.scenario, "application/json", () => format(scenario)),
        textFile("wattflop-figures.csv", `${words.share.figures} CSV`, "text/csv", () => this.csvOf(scenario)),
        textFile("wattflop-figures.json", `${words.share.figures} JSON`, "application/json", () => `${JSON.stringify({ scenario, ...this.answer(scenario) }, null, 2)}\n`),
      ],
    };
  }

  private answer(scenario: Scenario) {
    return TASKS[this.held.task].answer(scenario, { lang: this.language });
  }

  private csvOf(scenario: Scenario): string {
    const rows = Object.entries(this.answer(scenario).figures as Readonly<Record<string, Figure | undefined>>).flatMap(([path, figure]) => figure ? [[path, figure.label, figure.value, figure.low, figure.high, figure.unit]] : []);
    return csv([["path", "label", "value", "low", "high", "unit"], ...rows]);
  }
}

const CURRENCY = "money.currency";
/** The last year of which the catalogue has mean exchange rates. */
const RATES_OF = "2025";

/** What is given once this is chosen; another currency comes with its rate, where none is given. */
function chosen(given: Readonly<Record<string, string>>, path: string, id: string): Record<string, string> {
  if (path !== CURRENCY) return { ...given, [path]: id };
  const others = without(given, CURRENCY, "money.rate_year");
  return id === "usd" ? others : { ...others, [CURRENCY]: id, ...("money.rate" in given ? {} : { "money.rate_year": RATES_OF }) };
}

/** From this width on the inputs stand beside the results, and take so much. */
const WIDE = 880;
const ASIDE = 390;

const GLANCE = ["power.facility.peak", "cost.annuity.total"] as const;

/** What a figure is called as it is counted. */
function labelIn(key: Read["path"], counting: Counting, figure: Figure | undefined, { headlines }: Words): string {
  return pathIn(key, counting) === key ? headlines[key].label : (figure?.label ?? headlines[key].label);
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const chartWidth = (wide: number): number => widthOf(wide >= WIDE ? wide - ASIDE : wide);

function without(given: Readonly<Record<string, string>>, ...prefixes: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([path]) => !prefixes.some((prefix) => path.startsWith(prefix))));
}

const listings = new Map<string, [string, string][]>();

/** Ids and names of a part of the catalogue; asked for once. */
function entries(part: Part, lang: string, keep?: (row: Readonly<Record<string, string>>) => boolean): [string, string][] {
  const key = `${part} ${lang} ${keep ? "some" : "all"}`;
  const known = listings.get(key) ?? list(part, { lang }).rows.filter(keep ?? (() => true)).map(({ id, name }): [string, string] => [id, quoted(name, lang)]);
  listings.set(key, known);
  return known;
}
