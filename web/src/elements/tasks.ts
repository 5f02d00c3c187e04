// What can be calculated, a row each: what it needs, which figures it is read for, which inputs come first, what is drawn.
import type { Words } from "../locales/index.js";
import { operate, serve, train } from "../api.js";
import { type Counting, pathIn } from "./counting.js";
import type { ChartOf, Options, Result, Scenario } from "../types.js";

export type TaskId = keyof Words["tasks"];
export type Group = keyof Words["groups"];

/** A figure that is read for: where it usually stands, which is also the key of its words. */
export interface Read {
  readonly group: Group;
  readonly path: keyof Words["headlines"];
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

const read = (group: Group, path: Read["path"]): Read => ({ group, path });

const SPEED = [read("speed", "size.devices"), read("speed", "throughput.sustained")];
const COMMON = [
  read("power", "power.facility.peak"),
  read("power", "energy.facility"),
  read("footprint", "carbon.operational"),
  read("footprint", "carbon.amortised"),
  read("footprint", "water.onsite"),
  read("footprint", "water.upstream"),
  read("money", "cost.capex.total"),
  read("money", "cost.annuity.total"),
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
      read("money", "cost.annuity.per_output_token"), ...SPEED.slice(0, 1), ...COMMON,
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
  matters: (scenario, _task, counting) => ["sensitivity", { scenario, figure: pathIn("cost.annuity.total", counting), samples: 64 }],
  power: (scenario, _task, counting) => ["ledger", { scenario, figure: pathIn("power.facility.peak", counting) }],
};
export type PictureId = keyof typeof PICTURES;

/** Pictures that take too long to follow a slider; they are drawn when it rests. */
export const SLOW: readonly PictureId[] = ["matters"];
