// What can be asked. Every entry of the package exports this; `wattflop/worker` has the same in a worker.
import { edition as editionOf, call } from "./engine.js";
import { packed } from "./boundary.js";
import { heard } from "./options.js";
import { watched } from "./progress.js";
import * as q from "./questions.js";
import type {
  Chart, ChartOf, ChartOptions, ClusterId, Comparison, Cost, CostOptions, Entry, ExhaustiveOptions, Explanation, FigurePath, Form, Found, Ledger,
  LedgerOptions, Listing, ListOptions, OperationScenario, Options, Part, Plan, Result, SamplingOptions, Scenario, Sensitivity, SensitivityOptions, ServingFrontier, ServingScenario, Solved,
  SolveOptions, Sweep, SweepOptions, SweepOver, Timeline, TimelineQuestion, TrainingScenario, Uncertainty, Validation, ValidationRow, Waterfall, Watched,
} from "./types.js";

export { type LanguageWords, registerLanguage } from "./languages.js";

/** Answers at once. What a result holds is asked for when it is read. */
function answer<Answer>({ what, question, options, read }: q.Asked<Answer>): Answer {
  const { lang, onProgress } = heard(what, options, false);
  const asked = packed(question, lang);
  return watched(onProgress, (watch) => read(call(what, asked, lang, watch), (part) => call(part, asked, lang, () => true)));
}

/**
 * A time of operation of a cluster, a year unless told otherwise: what it can do, draws, emits and costs.
 *
 * @param scenario a cluster's id, or a scenario without a model
 * @throws {WattflopError} when an id, key, unit or value is wrong
 */
export function operate(scenario: ClusterId | OperationScenario, options?: Options): Result<"operation"> {
  return answer(q.operate(scenario, options));
}

/**
 * A training run on a cluster: how long it takes, what it draws, emits and costs.
 *
 * @param scenario a cluster and a model, and what else is to be said of the run
 * @throws {WattflopError} when an id, key, unit or value is wrong
 */
export function train(scenario: TrainingScenario, options?: Options): Result<"training"> {
  return answer(q.train(scenario, options));
}

/**
 * A model in service on a cluster: how many tokens it gives to how many users, how soon, what it draws, emits and costs by token.
 * Layout and batch are found, unless they are given; so are the devices, where the cluster has no count.
 *
 * @param scenario a cluster and a model, and what else is to be said of the service under `serving`
 * @throws {WattflopError} when an id, key, unit or value is wrong, or what is promised or asked for is out of reach
 */
export function serve(scenario: ServingScenario, options?: Options): Result<"serving"> {
  return answer(q.serve(scenario, options));
}

/**
 * The best layouts of a service, whatever it promises: the rate of a user against that of a device.
 *
 * @param scenario as of `serve`
 * @throws {WattflopError} when an id, key, unit or value is wrong, or no layout holds the model
 */
export function frontier(scenario: ServingScenario, options?: Options): ServingFrontier {
  return answer(q.frontier(scenario, options));
}

/**
 * Results side by side, on the finest basis that all share.
 *
 * @param scenarios two or more, each a cluster's id or a scenario
 * @throws {WattflopError} when there are fewer than two, or one of them is wrong
 */
export function compare(scenarios: readonly (ClusterId | Scenario)[], options?: Options): Comparison {
  return answer(q.compare(scenarios, options));
}

/**
 * Why two results differ in a figure: the difference, split over the inputs that differ. The bars sum to it.
 *
 * @param figure the figure's path, such as `cost.annuity.total`
 * @throws {WattflopError} when a scenario is wrong, or one side has no such figure
 */
export function why(from: ClusterId | Scenario, to: ClusterId | Scenario, figure: FigurePath, options?: Options): Waterfall {
  return answer(q.why(from, to, figure, options));
}

/**
 * What it costs, part by part: the bill of materials, an hour of a device, every accounting view, rent or buy, …
 *
 * @throws {WattflopError} when the scenario is wrong, or there is no such part
 */
export function cost(scenario: ClusterId | Scenario, options?: CostOptions): Cost {
  return answer(q.cost(scenario, options));
}

/**
 * A site that is built in phases, month by month: what stands, what it draws, emits and costs; and when a run is finished.
 *
 * @param site the id of such a site, such as `colossus` (`list("buildouts")` has them); or its phases, and what is asked of them
 * @throws {WattflopError} when a phase, date, id, key, unit or value is wrong
 */
export function timeline(site: string | TimelineQuestion, options?: Options): Timeline {
  return answer(q.timeline(site, options));
}

/**
 * How sure: every doubtful input drawn from its own distribution; median, 50 % and 90 % intervals of figures, histograms, and of
 * several scenarios how likely each is below the first. Same seed, same bits.
 *
 * @param scenarios one scenario, or several that are drawn at the same points
 * @throws {WattflopError} when a scenario, figure or correlation is wrong, or there are too many samples
 */
export function uncertainty(
  scenarios: ClusterId | Scenario | readonly (ClusterId | Scenario)[],
  options?: SamplingOptions & Watched,
): Uncertainty {
  return answer(q.uncertainty(scenarios, options));
}

/**
 * What matters most for a figure: what each doubtful input does to it alone (a tornado), by the percent (elasticities), and which
 * share of its variance it brings (first-order and total Sobol indices); the notes say it in a sentence.
 *
 * @throws {WattflopError} when the scenario is wrong, or has no such figure
 */
export function sensitivity(scenario: ClusterId | Scenario, figure: FigurePath, options?: SensitivityOptions & Watched): Sensitivity {
  return answer(q.sensitivity(scenario, figure, options));
}

/**
 * What it would take: the values of an input for which a figure meets a goal; with `with`, of several that move together.
 *
 * @param input the path of any numeric input, such as `cluster.pools.0.count`
 * @param goal a figure, a relation and an amount with its unit, such as `duration<=90 d`
 * @throws {WattflopError} `OutOfReach` when there is none, with what can be reached; or when something is wrong
 */
export function solve(scenario: ClusterId | Scenario, input: string, goal: string, options?: SolveOptions): Solved {
  return answer(q.solve(scenario, input, goal, options));
}

/**
 * Figures over a grid of inputs and choices, as columns of numbers; with `pareto`, only the cells that no other beats.
 *
 * @param over the values of each axis by the path of its input or choice: a list, `"1.1..1.5 by 0.1"`, `"1000..100000 in 20 log"`
 * @throws {WattflopError} when a path or value is wrong, or there are too many cells
 */
export function sweep(scenario: ClusterId | Scenario, over: SweepOver, options: SweepOptions & Watched): Sweep {
  return answer(q.sweep(scenario, over, options));
}

/**
 * A figure, opened: its formula, the same with numbers, its inputs and their sources, and the figures that it feeds.
 *
 * @param figure the figure's path, such as `cost.annuity.total`
 * @throws {WattflopError} when the scenario is wrong, or has no such figure
 */
export function explain(scenario: ClusterId | Scenario, figure: FigurePath, options?: Options): Explanation {
  return answer(q.explain(scenario, figure, options));
}

/**
 * A figure with what it rests on, level by level, as a tree down to the inputs.
 *
 * @param figure the figure's path, such as `cost.annuity.total`
 * @throws {WattflopError} when the scenario is wrong, or has no such figure
 */
export function ledger(scenario: ClusterId | Scenario, figure: FigurePath, options?: LedgerOptions): Ledger {
  return answer(q.ledger(scenario, figure, options));
}

/**
 * The best layouts of a training run: every way to cut it over its devices is tried, and what fits and is fastest comes
 * first. It can take a while, in which nothing else runs: `wattflop/worker` has the same in a worker.
 *
 * @param scenario a cluster and a model, and what else is to be said of the run
 * @throws {WattflopError} when an id, key, unit or value is wrong
 */
export function plan(scenario: TrainingScenario, options?: ExhaustiveOptions & Watched): Plan {
  return answer(q.plan(scenario, options));
}

/**
 * Predicts measured rows of training, and says how far off, row by row and set by set. Outcomes are never looked at for a
 * prediction.
 *
 * @param rows a table each, with the columns of a published file: `model` or its dimensions, `accelerator`, `n_accel`, …
 * @throws {WattflopError} when the rows are no tables
 */
export function validate(rows: readonly ValidationRow[], options?: Options): Validation {
  return answer(q.validate(rows, options));
}

/**
 * The inputs of a scenario: label, unit, what is allowed, the value, its range and sources, and what holds where nothing is given.
 * All that a form needs.
 *
 * @throws {WattflopError} when the scenario is wrong
 */
export function inputs(scenario: ClusterId | Scenario, options?: Options): Form {
  return answer(q.inputs(scenario, options));
}

/** A part of the catalogue, as rows. */
export function list<Of extends Part>(part: Of, options?: ListOptions): Listing<Of> {
  return answer(q.list(part, options));
}

/** An entry of the catalogue, with every field and its sources. */
export function show(id: string, options?: Options): Entry {
  return answer(q.show(id, options));
}

/** Whatever in the catalogue holds a text, in any case: part, id and name. */
export function search(text: string, options?: Options): Found {
  return answer(q.search(text, options));
}

/**
 * A scenario from a text of JSON, checked, in the present version.
 *
 * @throws {WattflopError} when it is no JSON, or no scenario
 */
export function parse(text: string, options?: Options): Scenario {
  return answer(q.parse(text, options));
}

/**
 * A scenario as a text of JSON, which {@link parse} and the command line's `--scenario` read.
 *
 * @throws {WattflopError} when it is no scenario
 */
export function format(scenario: Scenario, options?: Options): string {
  return answer(q.format(scenario, options));
}

/**
 * A scenario of any version so far in the present one, checked.
 *
 * @throws {WattflopError} when it is no scenario
 */
export function migrate(scenario: unknown, options?: Options): Scenario {
  return answer(q.migrate(scenario, options));
}

/**
 * A chart: an SVG that can stand in any page, its data as tables (and as HTML for screen readers), and its Vega-Lite specification.
 *
 * @param of what is drawn, by the name of the function that gives it
 * @param question what that function takes, in one object
 * @throws {WattflopError} `NotDrawn` when there is nothing to draw; or when something is wrong
 */
export function chart<Of extends keyof ChartOf>(of: Of, question: ChartOf[Of], options?: ChartOptions & Watched): Chart {
  return answer(q.chart(of, question, options));
}

/** The edition of the catalogue, such as `2026.11`. */
export function edition(): string {
  return editionOf();
}
