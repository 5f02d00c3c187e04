// What can be asked. Every entry of the package exports this.
import { call } from "./engine.js";
import { WattflopError } from "./error.js";
import type {
  ClusterId, Comparison, Entry, Explanation, FigurePath, Listing, OperationScenario, Options, Part, Plan, Result, Scenario, TrainingScenario,
} from "./types.js";
import type { SearchOptions } from "./worker/messages.js";

/** What {@link plan} takes. */
export interface PlanOptions extends SearchOptions {
  /** Hears what share of the search is done, from 0 to 1. The search stops where it returns `false`. */
  onProgress?: ((share: number) => boolean | void) | undefined;
}

/** What {@link list} takes. */
export interface ListOptions extends Options {
  /** Only rows that hold this text, in any case. Default: all. */
  search?: string | undefined;
}

/**
 * A time of operation of a cluster, a year unless told otherwise: what it can do, draws, emits and costs.
 *
 * @param scenario a cluster's id, or a scenario without a model
 * @throws {WattflopError} when an id, key, unit or value is wrong
 */
export function operate(scenario: ClusterId | OperationScenario, options?: Options): Result {
  const whole = scenarioOf(scenario);
  if (has(whole, "model")) throw misplaced("operate() takes no model; train() does", "model");
  return evaluate(whole, options);
}

/**
 * A training run on a cluster: how long it takes, what it draws, emits and costs.
 *
 * @param scenario a cluster and a model, and what else is to be said of the run
 * @throws {WattflopError} when an id, key, unit or value is wrong
 */
export function train(scenario: TrainingScenario, options?: Options): Result {
  const whole = scenarioOf(scenario);
  if (!has(whole, "model")) throw misplaced("train() needs a `model`", "model");
  return evaluate(whole, options);
}

/**
 * Results side by side, on the finest basis that all share.
 *
 * @param scenarios two or more, each a cluster's id or a scenario
 * @throws {WattflopError} when there are fewer than two, or one of them is wrong
 */
export function compare(scenarios: readonly (ClusterId | Scenario)[], options?: Options): Comparison {
  const whole = Array.isArray(scenarios) ? scenarios.map(scenarioOf) : scenarios;
  return call((core) => core.compare(whole, tag(options)) as Comparison);
}

/**
 * A figure, opened: its formula, the same with numbers, its inputs and their sources.
 *
 * @param path the figure's path, such as `cost.annuity.total`
 * @throws {WattflopError} when the scenario is wrong, or has no such figure
 */
export function explain(scenario: ClusterId | Scenario, path: FigurePath, options?: Options): Explanation {
  const whole = scenarioOf(scenario);
  return call((core) => core.explain(whole, path, tag(options)) as Explanation);
}

/**
 * The best layouts of a training run: every way to cut it over its devices is tried, and what fits and is fastest comes
 * first. It can take a while, in which nothing else runs: `wattflop/worker` has the same in a worker.
 *
 * @param scenario a cluster and a model, and what else is to be said of the run
 * @throws {WattflopError} when an id, key, unit or value is wrong
 */
export function plan(scenario: TrainingScenario, options?: PlanOptions): Plan {
  const whole = scenarioOf(scenario);
  if (!has(whole, "model")) throw misplaced("plan() needs a `model`", "model");
  const watch = (share: number) => options?.onProgress?.(share) !== false;
  return call((core) => core.plan(whole, options?.exhaustive ?? false, watch, tag(options)) as Plan);
}

/** A part of the catalogue, as rows. */
export function list(part: Part, options?: ListOptions): Listing {
  return call((core) => core.list(part, options?.search ?? "", tag(options)) as Listing);
}

/** An entry of the catalogue, with every field and its sources. */
export function show(id: string, options?: Options): Entry {
  return call((core) => core.show(id, tag(options)) as Entry);
}

/** The edition of the catalogue, such as `2026.11`. */
export function edition(): string {
  return call((core) => core.edition());
}

function evaluate(scenario: unknown, options: Options | undefined): Result {
  return call((core) => core.evaluate(scenario, tag(options)) as Result);
}

const tag = (options: Options | undefined): string => options?.lang ?? "en";

/** An id stands for the cluster that it names. */
function scenarioOf(scenario: string | Scenario): unknown {
  if (typeof scenario === "string") return { cluster: scenario };
  try {
    return defined(scenario);
  } catch (cause) {
    throw new WattflopError({ code: "Broken", message: `the scenario cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` }, { cause });
  }
}

/** The same without the keys that are undefined, which say nothing in JavaScript and are an error to the core. */
function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined);
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined).map(([key, held]) => [key, defined(held)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function has(scenario: unknown, key: string): boolean {
  return typeof scenario === "object" && scenario !== null && key in scenario;
}

function misplaced(message: string, field: string): WattflopError {
  return new WattflopError({ code: "WrongForm", message, field });
}
