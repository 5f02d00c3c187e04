import { type TemplateResult, css, html, nothing } from "lit";
import { explain, ledger } from "../api.js";
import { WattflopError } from "../error.js";
import { filled } from "../locales/index.js";
import type { Explanation, Ledger as Tree, LedgerTerm, Scenario } from "../types.js";
import { nameOf, soleSide } from "./figure.js";
import { method } from "./method.js";
import { citation, script, shareMenu, tag, textFile, frozen } from "./share.js";
import { base, methodStyle, panelStyle } from "./style.js";
import { ScenarioWidget, TOLD } from "./told.js";

interface View {
  readonly scenario: Scenario;
  readonly explanation: Explanation;
  readonly tree: Tree;
}

/** A figure, opened: its formula, the same with numbers, all that it rests on, and the sources. */
export class Ledger extends ScenarioWidget<View> {
  static override styles = [base, methodStyle, panelStyle, css`
    .head { border-top: 3px solid var(--side-0); padding-top: 0.6rem; }
    .head h3 { font: 600 1.1875rem/1.3 var(--serif); }
    .head .big { font: 600 1.75rem/1.2 var(--serif); }
    .tree, .tree ul { list-style: none; padding: 0; }
    .tree { margin-top: 1rem; font-size: 0.9375rem; }
    .tree ul { border-inline-start: 1px solid var(--line); margin-inline-start: 0.35rem; padding-inline-start: 0.9rem; }
    .tree summary { display: block; font-weight: 400; padding-inline-start: 1.1em; }
    .tree summary::before { display: inline-block; margin-inline: -1em 0.6em; vertical-align: 0.1em; }
    .leaf { display: flex; flex-wrap: wrap; gap: 0 0.6em; padding: 0.35rem 0.15rem 0.35rem 1em; }
    .tree strong { font-variant-numeric: tabular-nums; }
    .tree .hint { color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
    .method { margin-top: 1.25rem; }
    h4 { margin: 1.25rem 0 0.3rem; }
  `];
  static override properties = { figure: {}, notice: { state: true }, opened: { state: true } };

  declare figure: string;
  private declare notice: string;
  /** What of the tree was opened yet, and so is built. */
  private declare opened: ReadonlySet<LedgerTerm>;

  protected readonly asks = [...TOLD, "figure"];

  constructor() {
    super();
    this.figure = "";
    this.notice = "";
    this.opened = new Set();
  }

  protected calculate(): View {
    if (!this.figure) throw new WattflopError({ code: "TooFew", message: this.words.noFigure, path: "figure" });
    const TERMS = 60;
    const [scenario, options] = [this.asked(), { lang: this.language }];
    return { scenario, explanation: explain(scenario, this.figure, options), tree: ledger(scenario, this.figure, { ...options, terms: TERMS }) };
  }

  protected shown({ scenario, explanation, tree }: View): TemplateResult {
    const { words } = this;
    const { figure } = explanation;
    const side = soleSide(scenario, this.language);
    return html`<div class="head"><h3>${figure.label}</h3>
        <p class="big" part="value">${figure.text}</p>
        <p class="hint" part="range">${figure.range ? `${words.range}${words.colon} ${figure.range}` : words.exact} · ${side.name}</p></div>
      ${method([explanation], [side], words)}
      <h4>${words.tree}</h4>
      <ul class="tree" part="tree">${this.term(tree, true)}</ul>
      ${shareMenu(this.shared(), words, (text) => { this.notice = text; })}
      <p class="said" role="status">${this.notice}</p>
      ${this.credits()}`;
  }

  private term(term: LedgerTerm, open = false): TemplateResult {
    const { words } = this;
    const held = term.figure ?? term.input;
    const more = term.folded ? html` <span class="hint">${filled(words.folded, { count: String(term.folded) })}</span>` : term.again ? html` <span class="hint">${words.again}</span>` : nothing;
    const grade = term.input?.grade ? html` <span class="hint">${term.input.given ? words.given : words.grades[term.input.grade]}</span>` : nothing;
    const line = html`<span>${held?.label ?? term.path}</span> <strong>${held?.text ?? ""}</strong>${grade}${more}`;
    if (!term.terms?.length) return html`<li class="leaf">${line}</li>`;
    const isBuilt = open || this.opened.has(term);
    return html`<li><details ?open=${open} @toggle=${isBuilt ? nothing : () => this.build(term)}><summary>${line}</summary>${isBuilt ? html`<ul>${term.terms.map((below) => this.term(below))}</ul>` : nothing}</details></li>`;
  }

  private build(term: LedgerTerm): void {
    this.opened = new Set([...this.opened, term]);
  }

  private shared() {
    const { words, figure } = this;
    const view = (): View => (this.scene as { view: View }).view;
    const told = (): string => `${view().explanation.figure.label}${words.colon} ${view().explanation.figure.text}`;
    return {
      embed: (isFrozen: boolean) => `${script(isFrozen)}\n${isFrozen
        ? tag("wattflop-ledger", { figure, edition: view().explanation.edition, lang: this.language }, { scenario: frozen(view().scenario) }, told())
        : tag("wattflop-ledger", { ...this.said(), figure, lang: this.language }, this.scenario ? { scenario: this.scenario } : undefined, told())}`,
      citation: () => citation(nameOf(view().scenario, this.language), view().explanation.figure, words, location.href),
      files: () => [textFile(`${figure}.json`, "JSON", "application/json", () => `${JSON.stringify(view().explanation, null, 2)}\n`)],
    };
  }
}
