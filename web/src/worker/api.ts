// What can be asked of a worker: all that can be asked in a page, as promises.
import type * as now from "../api.js";
import * as q from "../questions.js";
import type { ChartOf, ChartOptions, Listing, ListOptions, Part, WorkerOptions } from "../types.js";
import type { Ask } from "./client.js";

/** The same as a promise; its options may hold `onProgress` and `signal`. */
type Later<Act> = Act extends (...args: infer Args) => infer Answer ? (...args: Watching<Args>) => Promise<Answer> : never;

type Watching<Args extends unknown[]> = { [Place in keyof Args]: Args[Place] extends { lang?: unknown } | undefined ? Watchable<Args[Place]> : Args[Place] };
type Watchable<Options> = Options extends { lang?: unknown } ? Omit<Options, "onProgress"> & WorkerOptions : Options;

/** Every function of the package but `load`, `edition` and `registerLanguage`, in a worker. */
export type Api = {
  readonly [Name in Exclude<keyof typeof now, "edition" | "registerLanguage" | "chart" | "list">]: Later<(typeof now)[Name]>;
} & {
  readonly list: <Of extends Part>(part: Of, options?: ListOptions & WorkerOptions) => Promise<Listing<Of>>;
  readonly chart: <Of extends keyof ChartOf>(of: Of, question: ChartOf[Of], options?: Omit<ChartOptions, "onProgress"> & WorkerOptions) => Promise<ReturnType<typeof now.chart>>;
};

/** All of it, in workers that are asked so. */
export function apiOf(ask: Ask): Api {
  const later = Object.entries(q).map(([name, question]) => {
    const act = async (...args: never[]) => ask((question as (...args: never[]) => q.Asked<unknown>)(...args));
    return [name, act];
  });
  return Object.fromEntries(later) as Api;
}
