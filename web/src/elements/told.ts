// Elements that are told one scenario: `cluster`, `model`, `site`, `set`, or a whole one.
import { type PropertyDeclarations, type TemplateResult, html } from "lit";
import { edition as present } from "../api.js";
import { filled } from "../locales/index.js";
import type { Scenario } from "../types.js";
import { Widget } from "./element.js";
import { givenOf, scenarioOf } from "./scenario.js";

/** An element that is told a scenario. */
export abstract class ScenarioWidget<View> extends Widget<View> {
  static override properties: PropertyDeclarations = { cluster: {}, model: {}, site: {}, set: {}, scenario: { attribute: false }, edition: {} };

  declare cluster: string;
  declare model: string;
  declare site: string;
  declare set: string;
  declare scenario: Scenario | null;
  declare edition: string;

  constructor() {
    super();
    this.cluster = "";
    this.model = "";
    this.site = "";
    this.set = "";
    this.scenario = null;
    this.edition = "";
  }

  /** The scenario that is asked for; the first example where nothing is said. */
  protected asked(): Scenario {
    const { scenario, model, site } = this;
    const cluster = this.cluster || (scenario ? "" : "xai-gigafactory");
    return scenarioOf({ scenario, cluster, model, site, given: givenOf(this.set, this.words) });
  }

  /** What the element says, as attributes. */
  protected said(): Record<string, string> {
    const { cluster, model, site, set } = this;
    return { cluster, model, site, set };
  }

  /** Whose data it is, and of which edition. */
  protected credits(): TemplateResult {
    const { words, edition, scenario } = this;
    const frozen = scenario && edition && edition !== present() ? ` ${filled(words.frozenAt, { edition })}` : "";
    return html`<footer part="credits"><p>${filled(words.edition, { edition: present() })}.${frozen} ${words.credits} ${words.made}</p></footer>`;
  }
}

export const TOLD = ["cluster", "model", "site", "set", "scenario", "edition"] as const;
