// What all elements share: language, colours, when they start, how they fail.
import { type CSSResultGroup, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { WattflopError } from "../error.js";
import { type Words, languageOf, watchLocales, wordsOf } from "../locales/index.js";
import { base } from "./style.js";
import { tagAround, watchLang, whenSeen } from "./surroundings.js";

/** What stands in an element. */
type State<View> = { is: "waiting" } | { is: "working" } | { is: "ready"; view: View } | { is: "failed"; message: string; isMissing: boolean };

/** An element that shows a view. Its content is what is shown until it has started, and wherever it cannot. */
export abstract class Widget<View> extends LitElement {
  /** How the core is loaded; the entries of the package set it. */
  static load: () => Promise<void>;

  static override styles: CSSResultGroup = base;
  static override properties: PropertyDeclarations = { theme: { reflect: true, converter: { fromAttribute: String, toAttribute: (theme: string) => theme || null } }, language: { state: true }, scene: { state: true } };

  declare theme: string;
  protected declare language: string;
  protected declare scene: State<View>;

  private started = false;
  /** How to stop what listens. */
  protected stops: (() => void)[] = [];

  constructor() {
    super();
    this.theme = "";
    this.language = "en";
    this.scene = { is: "waiting" };
  }

  /** The properties that what is shown follows from. */
  protected abstract readonly asks: readonly string[];

  /** Calculates what is shown. */
  protected abstract calculate(): View;

  /** Draws it. */
  protected abstract shown(view: View): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    const readLanguage = (): void => {
      this.language = languageOf(tagAround(this));
    };
    readLanguage();
    const reword = (): void => {
      readLanguage();
      this.requestUpdate();
    };
    this.stops = [watchLang(this, readLanguage), watchLocales(reword), whenSeen(this, () => void this.start())];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }

  /** Loads the core and calculates, whether the element is in sight or not. */
  async start(): Promise<void> {
    if (this.started) return;
    this.started = true;
    this.scene = { is: "working" };
    try {
      await Widget.load();
      this.configure();
    } catch (thrown) {
      return this.fail(thrown);
    }
    this.recalculate();
    this.tell("ready");
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isStale = changed.has("language") || this.asks.some((name) => changed.has(name));
    if (isStale && (this.scene.is === "ready" || this.scene.is === "failed")) this.recalculate();
  }

  /** Calculates again; what is wrong is said in place. */
  protected recalculate(): void {
    try {
      this.scene = { is: "ready", view: this.calculate() };
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** A JSON child says what attributes say, by the names of the properties. */
  private configure(): void {
    const text = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (!text) return;
    for (const [name, value] of Object.entries(jsonOf(text, this.words))) {
      const known = (this.constructor as typeof LitElement).elementProperties.get(name);
      if (!known || known.state) throw new WattflopError({ code: "UnknownKey", message: this.words.unknownKey.replace("{key}", name), path: name });
      (this as unknown as Record<string, unknown>)[name] = value;
    }
  }

  /** Says what is wrong; `isMissing` where it is the core that is not there. */
  private fail(thrown: unknown): void {
    const isMissing = thrown instanceof WattflopError && ["Blocked", "NotLoaded"].includes(thrown.code);
    this.scene = { is: "failed", message: thrown instanceof Error ? thrown.message : String(thrown), isMissing };
    this.tell("error", { error: thrown });
  }

  /** Tells the page, as an event `wattflop-ready`, `wattflop-change` or `wattflop-error`. */
  protected tell(what: "ready" | "change" | "error", detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`wattflop-${what}`, { bubbles: true, composed: true, detail }));
  }

  protected get words(): Words {
    return wordsOf(this.language);
  }

  protected override render(): TemplateResult {
    const { scene, words } = this;
    const status = scene.is === "working" ? words.status.working : scene.is === "ready" ? words.status.done : "";
    return html`<div lang=${this.language} class="root" part="root">
      <p class="unseen" role="status">${status}</p>
      <div role="alert">${scene.is === "failed" ? this.error(scene.message) : nothing}</div>
      ${scene.is === "ready" ? this.shown(scene.view) : html`<slot></slot>`}
    </div>`;
  }

  /** What is wrong, in words. */
  protected error(message: string): TemplateResult {
    return html`<div class="error" part="error"><strong>${this.words.failed}</strong><p>${message}</p></div>`;
  }
}

/** Defines an element, unless the page has it: of two versions on a page, the first counts. */
export function defineOne(tag: string, element: CustomElementConstructor, load: () => Promise<void>): void {
  Widget.load = load;
  if (!customElements.get(tag)) customElements.define(tag, element);
}

function jsonOf(text: string, words: Words): object {
  try {
    return JSON.parse(text) as object;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new WattflopError({ code: "Broken", message: `${words.brokenJson}${words.colon} ${reason}` }, { cause });
  }
}
