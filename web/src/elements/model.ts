// What the comparison shows, before it is drawn.
import { compare, explain, show } from "../api.js";
import { dated, listed, quoted, wordsOf } from "../locales/index.js";
import { type Sides, sidesAt } from "./answers.js";
import { partsOf } from "./figure.js";
import { headlinePaths } from "./headlines.js";
import type { Comparison, Entry, Explanation, Figure, Scenario } from "../types.js";

/** What is asked of the element. */
export interface Asked {
  readonly clusters: readonly string[];
  readonly model: string;
  /** What the publisher calls the sides; may be shorter than `clusters`. */
  readonly names: readonly string[];
  /** Whole scenarios, in place of clusters and model. */
  readonly scenarios: readonly Scenario[] | null;
}

/** A side, as it is presented. */
export interface Side {
  readonly id: string;
  readonly scenario: Scenario;
  /** What it is called, in short. */
  readonly name: string;
  /** What stands in brackets behind its full name. */
  readonly aside: string;
  /** Owner and place. */
  readonly about: string;
  readonly date: string;
}

/** A figure of every side. */
export interface Row {
  readonly path: string;
  readonly label: string;
  readonly figures: readonly (Figure | undefined)[];
  /** How many times the first side's each is. */
  readonly ratios: readonly (number | undefined)[];
}

type Rows = ReadonlyMap<string, Row>;

/** All that is shown. */
export interface View {
  readonly comparison: Sides;
  readonly sides: readonly Side[];
  /** The headline figures, however they are counted. */
  readonly rows: Rows;
  /** The comparison with all figures and inputs, once it is wanted. */
  readonly whole: () => { readonly comparison: Comparison; readonly rows: Rows };
}

/** Calculates what is shown. */
export function viewOf(asked: Asked, language: string): View {
  const scenarios = asked.scenarios ?? asked.clusters.map((cluster): Scenario => (asked.model ? { cluster, model: asked.model } : { cluster }));
  const comparison = sidesAt(scenarios, headlinePaths(wordsOf(language)), language);
  const sides = scenarios.map((scenario, place) => side(scenario, asked.names[place], language));
  let held: ReturnType<View["whole"]> | undefined;
  const whole = (): Comparison => compare(scenarios, { lang: language });
  return { comparison, sides, rows: rowsOf(comparison), whole: () => (held ??= withRows(whole())) };
}

const withRows = (comparison: Comparison): ReturnType<View["whole"]> => ({ comparison, rows: rowsOf(comparison) });

/** A figure of every side by its path. */
export const rowAt = ({ rows, whole }: View, path: string): Row | undefined => rows.get(path) ?? whole().rows.get(path);

function side(scenario: Scenario, given: string | undefined, language: string): Side {
  const entry = show(partsOf(scenario).cluster, { lang: language });
  const [, name = entry.name, aside = ""] = /^(.*?)(?:\s*\((.*)\))?$/.exec(quoted(entry.name, language)) ?? [];
  return { id: entry.id, scenario, name: given ?? name, aside: given ? quoted(entry.name, language) : aside, ...about(entry, language) };
}

function about(entry: Entry, language: string): Pick<Side, "about" | "date"> {
  const field = (name: string): string => entry.fields[name]?.text ?? "";
  return { about: listed([field("owner"), field("location")]), date: dated(field("date"), language) };
}

function rowsOf(comparison: Sides): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const name of comparison.names) {
    for (const path of pathsOf(comparison, name)) {
      if (!rows.has(path)) rows.set(path, rowOf(comparison, path));
    }
  }
  return rows;
}

function pathsOf(comparison: Sides, name: string): string[] {
  const prefix = `${name}.`;
  return Object.keys(comparison.figures).filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

function rowOf(comparison: Sides, path: string): Row {
  const figures = comparison.names.map((name) => comparison.figures[`${name}.${path}`]);
  const first = figures[0]?.value;
  const ratio = (figure: Figure | undefined): number | undefined => (first && figure ? figure.value / first : undefined);
  return { path, label: figures.find(Boolean)?.label ?? path, figures, ratios: figures.map(ratio) };
}

/** A figure opened, on each side that has it. */
export function explained(view: View, path: string, language: string): (Explanation | undefined)[] {
  const row = rowAt(view, path);
  return view.sides.map((side, place) => {
    if (!row?.figures[place]) return undefined;
    const explanation = explain(side.scenario, path, { lang: language });
    return onSharedBasis(explanation, view, place, row.figures[place]);
  });
}

/** A comparison may move a side to another carbon basis; then the inputs shown are those that it was moved to. */
function onSharedBasis(explanation: Explanation, view: View, place: number, figure: Figure): Explanation {
  if (Object.is(explanation.figure.value, figure.value)) return explanation;
  const moved = view.whole().comparison.sides[place]?.inputs ?? {};
  const inputs = Object.fromEntries(Object.entries(explanation.inputs).map(([path, input]) => [path, moved[path] ?? input]));
  return { ...explanation, figure, inputs, with_numbers: "" };
}
