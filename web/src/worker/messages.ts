// What goes between a page and its worker.
import type { Problem } from "../error.js";
import type { Options, Plan, TrainingScenario } from "../types.js";

/** How a search goes through its layouts. */
export interface SearchOptions extends Options {
  /** Times every legal layout, rather than leave out what cannot be among the best; finds the same. Default: false. */
  exhaustive?: boolean | undefined;
}

export interface Question {
  readonly scenario: TrainingScenario;
  readonly options: SearchOptions;
}

export type Answer = { readonly share: number } | { readonly plan: Plan } | { readonly problem: Problem };
