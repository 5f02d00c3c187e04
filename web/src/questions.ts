// What is asked of the core: each question once, for the page and for the worker.
import { type Part as Rest, resultOf } from "./figure.js";
import { TAKES, langOf } from "./options.js";
import { problem, reasonOf } from "./words.js";
import type {
  Chart, ChartOf, ChartOptions, ClusterId, Comparison, Cost, CostOptions, Entry, ExhaustiveOptions, Explanation, FigurePath, Form, Found, Kind, Ledger,
  LedgerOptions, Listing, ListOptions, OperationScenario, Options, Part, Plan, Result, SamplingOptions, Scenario, Sensitivity, SensitivityOptions, ServingFrontier, ServingScenario, Solved,
  SolveOptions, Sweep, SweepOptions, SweepOver, SweepRow, Timeline, TimelineQuestion, TrainingScenario, Uncertainty, Validation, ValidationRow, Waterfall,
} from "./types.js";

/** A question, and how its answer is read. */
export interface Asked<Answer> {
  /** What is asked, by its name in `src/document/ask.rs`. */
  readonly what: string;
  readonly question: Readonly<Record<string, unknown>>;
  readonly options: Options | undefined;
  /** Makes the answer of a document. `rest` asks for what the document does not hold; where it is missing, all is there. */
  read(document: unknown, rest?: Rest): Answer;
}

const asked = <Answer>(what: string, question: Record<string, unknown>, options?: Options): Asked<Answer> => ({
  what,
  question: { ...question, ...taken(what, options) },
  options,
  read: (document) => document as Answer,
});

/** What the core is told of the options. */
function taken(what: string, options: Options = {}): Record<string, unknown> {
  const entries = (TAKES[what] ?? []).map((key) => [key, (options as Record<string, unknown> | null)?.[key]]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

type Any = ClusterId | Scenario;

const evaluated = <Of extends Kind>(what: string, scenario: unknown, options?: Options): Asked<Result<Of>> => ({
  ...asked(what, { scenario }, options),
  read: (document, rest) => resultOf(document, rest) as Result<Of>,
});

export const operate = (scenario: ClusterId | OperationScenario, options?: Options) => evaluated<"operation">("operate", scenario, options);
export const train = (scenario: TrainingScenario, options?: Options) => evaluated<"training">("train", scenario, options);
export const serve = (scenario: ServingScenario, options?: Options) => evaluated<"serving">("serve", scenario, options);
export const frontier = (scenario: ServingScenario, options?: Options) => asked<ServingFrontier>("frontier", { scenario }, options);
export const compare = (scenarios: readonly Any[], options?: Options) => asked<Comparison>("compare", { scenarios }, options);
export const why = (from: Any, to: Any, figure: FigurePath, options?: Options) => asked<Waterfall>("why", { scenarios: [from, to], figure }, options);
export const cost = (scenario: Any, options?: CostOptions) => asked<Cost>("cost", { scenario }, options);
export const timeline = (timeline: string | TimelineQuestion, options?: Options) => asked<Timeline>("timeline", { timeline }, options);
export const explain = (scenario: Any, figure: FigurePath, options?: Options) => asked<Explanation>("explain", { scenario, figure }, options);
export const ledger = (scenario: Any, figure: FigurePath, options?: LedgerOptions) => asked<Ledger>("ledger", { scenario, figure }, options);
export const inputs = (scenario: Any, options?: Options) => asked<Form>("form", { scenario }, options);
export const list = <Of extends Part>(part: Of, options?: ListOptions) => asked<Listing<Of>>("list", { part }, options);
export const show = (id: string, options?: Options) => asked<Entry>("show", { id }, options);
export const search = (text: string, options?: Options) => asked<Found>("search", { text }, options);
export const validate = (rows: readonly ValidationRow[], options?: Options) => asked<Validation>("validate", { rows }, options);
export const migrate = (scenario: unknown, options?: Options) => asked<Scenario>("migrate", { scenario }, options);

export const uncertainty = (scenarios: Any | readonly Any[], options?: SamplingOptions) => {
  const sides = Array.isArray(scenarios) ? scenarios : [scenarios];
  return asked<Uncertainty>("uncertainty", { scenarios: sides }, options);
};

export const sensitivity = (scenario: Any, figure: FigurePath, options?: SensitivityOptions) =>
  asked<Sensitivity>("sensitivity", { scenario, figure }, options);

export const solve = (scenario: Any, input: string, goal: string, options?: SolveOptions) =>
  asked<Solved>("solve", { scenario, input, goal }, options);

export const sweep = (scenario: Any, over: SweepOver, options: SweepOptions): Asked<Sweep> => ({
  ...asked<Sweep>("sweep", { scenario, over }, options),
  read: (document) => Object.defineProperty(document as Sweep, "rows", { value: rowsOf }),
});

/** The cells of a sweep as a table has them. */
function rowsOf(this: Sweep): SweepRow[] {
  const columns = Object.entries({ ...this.axes, ...this.figures });
  return Array.from({ length: columns[0]?.[1].values.length ?? 0 }, (_, cell) => Object.fromEntries(columns.map(([path, { values }]) => [path, values[cell]!])));
}

export const plan = (scenario: TrainingScenario, options?: ExhaustiveOptions) => asked<Plan>("plan", { scenario }, options);

export const chart = <Of extends keyof ChartOf>(of: Of, question: ChartOf[Of], options?: ChartOptions) =>
  asked<Chart>("chart", { of, question }, options);

/** A scenario as a text: JSON, the version first. */
export const format = (scenario: Scenario, options?: Options): Asked<string> => ({
  ...asked("migrate", { scenario }, options),
  read: (document) => `${JSON.stringify(document, null, 2)}\n`,
});

/** A text as a scenario. */
export const parse = (text: string, options?: Options): Asked<Scenario> => migrate(parsed(text, langOf(options)), options);

function parsed(text: string, lang: string): unknown {
  try {
    if (typeof text === "string") return JSON.parse(text);
  } catch (cause) {
    throw problem("Broken", lang, "json", { reason: reasonOf(cause), path: "text" }, cause);
  }
  throw problem("Broken", lang, "text", { path: "text" });
}
