// Questions of the elements that are asked while a slider moves: only what is shown.
import { packed } from "../boundary.js";
import { call } from "../engine.js";
import type { Comparison, ComparisonSide, Figure, Note, Scenario } from "../types.js";

const asked = (what: string, question: object, lang: string): unknown => call(what, packed(question), lang, () => true);

/** The figures at these paths, as far as the result has them. */
export const figuresAt = (scenario: Scenario, only: readonly string[], lang: string): Readonly<Record<string, Figure | undefined>> =>
  asked("figures", { scenario, only }, lang) as Record<string, Figure>;

/** What is dubious about a result, or worth knowing. */
export const notesOn = (scenario: Scenario, lang: string): readonly Note[] => asked("notes", { scenario }, lang) as Note[];

/** What is chosen, by path. */
export const choicesOf = (scenario: Scenario, lang: string): Readonly<Record<string, string>> => asked("choices", { scenario }, lang) as Record<string, string>;

/** Scenarios side by side, with a few of their figures. */
export interface Sides extends Omit<Comparison, "rows" | "sides"> {
  readonly sides: readonly Omit<ComparisonSide, "inputs">[];
}

/** Scenarios side by side, with the figures at these paths. */
export const sidesAt = (scenarios: readonly Scenario[], only: readonly string[], lang: string): Sides => asked("sides", { scenarios, only }, lang) as Sides;
