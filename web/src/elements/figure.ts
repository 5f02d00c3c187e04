import { type TemplateResult, css, html, nothing } from "lit";
import { explain, show } from "../api.js";
import { WattflopError } from "../error.js";
import { listed, numeral, quoted } from "../locales/index.js";
import type { Explanation, Figure as Value, Scenario } from "../types.js";
import { method } from "./method.js";
import type { Side } from "./model.js";
import { base, methodStyle } from "./style.js";
import { ScenarioWidget, TOLD } from "./told.js";

interface View {
  readonly scenario: Scenario;
  readonly explanation: Explanation;
  readonly text: string;
  readonly range: string;
}

/** One live number inside a sentence; range, formula and sources on demand. */
export class Figure extends ScenarioWidget<View> {
  static override styles = [base, methodStyle, css`
    :host { display: inline; container-type: normal; font: inherit; color: inherit; }
    .root { display: inline; }
    .number { display: inline; min-height: 0; padding: 0.1em 0; border: 0; background: none; font: inherit; color: inherit; white-space: nowrap; text-align: inherit; text-decoration: underline dotted 1px; text-underline-offset: 0.22em; }
    .number:hover { text-decoration-style: solid; }
    .shown { color: inherit; white-space: nowrap; }
    .panel { container-type: inline-size; position: fixed; margin: 0; width: min(36rem, calc(100vw - 1rem)); max-height: min(70vh, 34rem); overflow: auto; padding: 1rem 1.1rem 0.9rem; border: 1px solid var(--line); border-radius: 6px; background: var(--wattflop-paper, light-dark(#fff, #14171b)); color: var(--ink); font: 400 0.9375rem/1.45 var(--wattflop-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif); box-shadow: 0 8px 30px light-dark(#0003, #000a); text-align: start; white-space: normal; font-style: normal; letter-spacing: normal; }
    .panel h3 { font: 600 1.125rem/1.3 var(--serif); padding-inline-end: 2.5rem; }
    .panel .big { font: 600 1.5rem/1.2 var(--serif); margin-top: 0.3rem; }
    .panel .method { padding: 0; margin-top: 0.8rem; background: none; }
    .close { position: absolute; top: 0.6rem; inset-inline-end: 0.6rem; min-width: 28px; min-height: 28px; border: 0; background: none; border-radius: 4px; }
    .close:hover { background: var(--wash); }
    .error { display: inline; padding: 0.1em 0.4em; margin: 0; border-width: 0 0 0 3px; font-size: 0.875em; }
    .error p, .error strong { display: inline; font-weight: inherit; }
    footer { margin-top: 0.75rem; padding-top: 0.6rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; }
    @media print { .panel { display: none; } .number { text-decoration: none; } }
  `];
  static override properties = { figure: {}, unit: {}, range: { type: Boolean }, digits: { type: Number }, seen: { state: true } };

  declare figure: string;
  declare unit: string;
  declare range: boolean;
  declare digits: number;
  /** Whether the panel was opened yet. */
  private declare seen: boolean;

  protected readonly asks = [...TOLD, "figure", "unit", "digits"];

  constructor() {
    super();
    this.figure = "";
    this.unit = "";
    this.range = false;
    this.digits = 0;
    this.seen = false;
  }

  /** The figure as it stands, once it is there. */
  get value(): Value | undefined {
    return this.scene.is === "ready" ? this.scene.view.explanation.figure : undefined;
  }

  protected calculate(): View {
    if (!this.figure) throw new WattflopError({ code: "TooFew", message: this.words.noFigure, path: "figure" });
    if (!this.scenario && !this.cluster) throw new WattflopError({ code: "TooFew", message: this.words.noScenario, path: "cluster" });
    const scenario = this.asked();
    const explanation = explain(scenario, this.figure, { lang: this.language });
    return { scenario, explanation, ...this.told(explanation.figure) };
  }

  /** The figure in the unit asked for, with as many digits as its own text has. */
  private told(figure: Value): { text: string; range: string } {
    const digits = this.digits ? Math.min(MOST, Math.max(1, Math.round(this.digits))) : 0;
    if (!this.unit && !digits) return { text: figure.text, range: figure.range };
    const unit = this.unit || figure.unit;
    const factor = figure.value === 0 ? 1 : figure.in(unit) / figure.value;
    const show = (value: number): string => numeral(value * factor, digits || digitsOf(figure), this.language);
    return { text: `${show(figure.value)}\u00a0${unit}`, range: figure.range ? `${show(figure.low)} – ${show(figure.high)}\u00a0${unit}` : "" };
  }

  protected override render(): TemplateResult {
    const { scene, words } = this;
    return html`<span lang=${this.language} class="root" part="root">${scene.is === "ready" ? this.shown(scene.view) : html`<slot></slot>`}${
      scene.is === "failed" && !(scene.isMissing && this.textContent?.trim()) ? html` <span role="alert" class="error" part="error"><strong>${words.failedFigure}</strong> ${scene.message}</span>` : nothing}</span>`;
  }

  protected shown({ text, range, explanation }: View): TemplateResult {
    const { words } = this;
    const name = `${text}${range ? `, ${words.range} ${range}` : ""}${words.colon} ${explanation.figure.label}. ${words.method}`;
    return html`<button type="button" class="number" part="value" popovertarget="panel" aria-label=${name}>${text}</button>${
      this.range && range ? html` <span class="shown" part="range">(${range})</span>` : nothing}<div popover id="panel" class="panel" part="panel" role="dialog" aria-label=${explanation.figure.label} tabindex="-1" @toggle=${this.place}>${
      this.seen ? this.panel(text, range, explanation) : nothing}</div>`;
  }

  private panel(text: string, range: string, explanation: Explanation): TemplateResult {
    const { words } = this;
    const side = soleSide(this.asked(), this.language);
    return html`<h3>${explanation.figure.label}</h3>
      <button type="button" class="close" popovertarget="panel" popovertargetaction="hide" aria-label=${words.close}>✕</button>
      <p class="big">${text}</p>
      <p class="hint">${range ? listed([`${words.range}${words.colon} ${range}`, side.name]) : listed([words.exact, side.name])}</p>
      ${method([explanation], [side], words)}
      ${this.credits()}`;
  }

  /** Puts the panel below the number, or above it where there is more room. */
  private async place(event: ToggleEvent): Promise<void> {
    const panel = event.target as HTMLElement;
    if (event.newState !== "open") {
      const { activeElement } = this.renderRoot as ShadowRoot;
      if (document.activeElement === document.body || panel.contains(activeElement)) this.renderRoot.querySelector<HTMLElement>(".number")?.focus({ preventScroll: true });
      return;
    }
    this.seen = true;
    await this.updateComplete;
    const [at] = this.renderRoot.querySelector(".number")?.getClientRects() ?? [];
    if (!at) return;
    const GAP = 8;
    const { width, height } = panel.getBoundingClientRect();
    const below = at.bottom + GAP + height <= innerHeight || at.top < innerHeight / 2;
    panel.style.left = `${Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP))}px`;
    panel.style.top = `${Math.max(GAP, below ? Math.min(at.bottom + GAP, innerHeight - height - GAP) : at.top - height - GAP)}px`;
    panel.focus();
  }
}

/** What the parts of a scenario are called. */
export function partsOf({ cluster, model }: Scenario): { readonly cluster: string; readonly model: string } {
  const named = (part: unknown): string => {
    const { preset, name } = (typeof part === "string" ? { preset: part } : (part ?? {})) as { preset?: string; name?: string };
    return preset ?? name ?? "";
  };
  return { cluster: named(cluster), model: named(model) };
}

/** What a scenario is called: by the names of the catalogue, and by its own where they are not there. */
export function nameOf(scenario: Scenario, lang: string): string {
  const called = (id: string): string => {
    try {
      return quoted(show(id, { lang }).name, lang);
    } catch {
      return id;
    }
  };
  const { cluster, model } = partsOf(scenario);
  return [model, cluster].filter(Boolean).map(called).join(" @ ");
}

/** A scenario as the only side. */
export const soleSide = (scenario: Scenario, lang: string): Side => ({ id: "", scenario, name: nameOf(scenario, lang), aside: "", about: "", date: "" });

/** No figure has more digits that count. */
const MOST = 6;

/** How many digits of a figure count, by its text. */
function digitsOf({ text, range }: Value): number {
  if (!range) return MOST;
  const [number = ""] = /\d[\d.,\s\u00a0\u202f]*/.exec(text) ?? [];
  const digits = number.replace(/\D/g, "").replace(/^0+/, "");
  const counted = /[.,]\d{1,2}\D*$/.test(number) ? digits : digits.replace(/0+$/, "");
  return Math.min(MOST, Math.max(2, counted.length));
}
