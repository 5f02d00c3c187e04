// What can be calculated, a row each: what it needs, which figures it is read for, which inputs come first, what is drawn.
import type { Words } from "../locales/index.js";
import { operate, serve, train } from "../api.js";
import type { ChartOf, Options, Result, Scenario } from "../types.js";

export type TaskId = keyof Words["tasks"];
export type CostView = keyof Words["costViews"];
export type CarbonBasis = keyof Words["carbonBases"];
export type Boundary = keyof Words["boundaries"];
export type Group = keyof Words["groups"];

/** How it is counted. */
export interface Counting {
  readonly cost: CostView;
  readonly carbon: CarbonBasis;
  readonly boundary: Boundary;
}

/** How it is counted where nothing is said. */
export const COUNTING: Counting = { cost: "annuity", carbon: "location", boundary: "facility" };

/** A figure that is read for, and by which words. */
export interface Read {
  readonly group: Group;
  readonly words: keyof Words["headlines"];
  readonly path: (counting: Counting) => string;
}

export interface Task {
  /** Whether a model belongs to it. */
  readonly hasModel: boolean;
  /** What it adds to a scenario. */
  readonly adds: Readonly<Record<string, unknown>>;
  readonly figures: readonly Read[];
  /** The inputs that matter first. */
  readonly inputs: readonly string[];
  readonly chart: "operate" | "serve" | "train";
  readonly answer: (scenario: Scenario, options: Options) => Result;
}

type Answering = (scenario: never, options: Options) => Result;
const answering = (act: Answering): Task["answer"] => (scenario, options) => act(scenario as never, options);

const CARBON: Readonly<Record<CarbonBasis, string>> = { location: "carbon.operational", market: "carbon.market", marginal: "carbon.marginal" };

const read = (group: Group, words: Read["words"], path: string | Read["path"] = words): Read =>
  ({ group, words, path: typeof path === "string" ? () => path : path });

const SPEED = [read("speed", "size.devices"), read("speed", "throughput.sustained")];
const COMMON = [
  read("power", "power.facility.peak", ({ boundary }) => (boundary === "it" ? "power.it.rated" : "power.facility.peak")),
  read("power", "energy.facility", ({ boundary }) => (boundary === "it" ? "energy.it" : "energy.facility")),
  read("footprint", "carbon.operational", ({ carbon }) => CARBON[carbon]),
  read("footprint", "carbon.amortised"),
  read("footprint", "water.onsite"),
  read("footprint", "water.upstream"),
  read("money", "cost.capex.total"),
  read("money", "cost.annuity.total", ({ cost }) => `cost.${cost}.total`),
  read("money", "cost.energy.total"),
];
const SITE = ["site.pue", "site.electricity", "site.carbon", "site.wue"];
const MONEY = ["cluster.pools.0.price", "cluster.it_life", "finance.facility_capex", "finance.wacc"];

/** The tasks. */
export const TASKS: Readonly<Record<TaskId, Task>> = {
  operate: {
    hasModel: false,
    adds: {},
    figures: [...SPEED, ...COMMON],
    inputs: ["cluster.pools.0.count", "operation.duration", "cluster.load", ...SITE, ...MONEY, "cluster.pools.0.rent"],
    chart: "operate",
    answer: answering(operate),
  },
  train: {
    hasModel: true,
    adds: {},
    figures: [read("speed", "duration"), ...SPEED, ...COMMON],
    inputs: ["cluster.pools.0.count", "run.tokens", "run.compute", "run.mfu", ...SITE, ...MONEY],
    chart: "train",
    answer: answering(train),
  },
  serve: {
    hasModel: true,
    adds: { serving: {} },
    figures: [
      read("speed", "service.capacity"), read("speed", "service.users"), read("speed", "service.pace.first_token"),
      read("power", "energy.token.request"), read("footprint", "carbon.token.operational"),
      read("money", "cost.annuity.per_output_token", ({ cost }) => `cost.${cost}.per_output_token`), ...SPEED.slice(0, 1), ...COMMON,
    ],
    inputs: ["cluster.pools.0.count", "serving.user_rate", "serving.prompt", "serving.output", ...SITE, ...MONEY],
    chart: "serve",
    answer: answering(serve),
  },
};

export const TASK_IDS = Object.keys(TASKS) as TaskId[];

/** What is drawn, a row each: how it is asked of the core. */
export const PICTURES: Readonly<Record<keyof Words["pictures"], (scenario: Scenario, task: Task, counting: Counting) => [keyof ChartOf, object]>> = {
  views: (scenario) => ["cost", { scenario, parts: ["views"] }],
  hour: (scenario) => ["cost", { scenario, parts: ["hour"] }],
  bill: (scenario) => ["cost", { scenario, parts: ["bill"] }],
  sure: (scenario, { chart }) => [chart, { scenario }],
  matters: (scenario, _task, { cost }) => ["sensitivity", { scenario, figure: `cost.${cost}.total`, samples: 64 }],
  power: (scenario, _task, { boundary }) => ["ledger", { scenario, figure: boundary === "it" ? "power.it.rated" : "power.facility.peak" }],
};
export type PictureId = keyof typeof PICTURES;

/** Pictures that take too long to follow a slider; they are drawn when it rests. */
export const SLOW: readonly PictureId[] = ["matters"];
