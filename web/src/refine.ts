// A first answer at once, better ones when the page is idle.
import { uncertainty } from "./api.js";
import { heard } from "./options.js";
import type { ClusterId, SamplingOptions, Scenario, Uncertainty, Watched } from "./types.js";

/** Points of the first answer: few enough for a frame of a page. */
const FIRST = 2_048;
/** How many times the points of the last each next answer has. */
const TIMES = 4;

/** What {@link refined} takes. */
export interface RefineOptions extends SamplingOptions, Watched {
  /** Ends it: the loop that hears the answers throws the signal's reason. Default: it goes on to the last. */
  signal?: AbortSignal | undefined;
}

/**
 * How sure, at once and then better: 2,048 points first, which fit into a frame of a page; then four times as many whenever the
 * page is idle, up to `samples`.
 *
 * ```js
 * for await (const drawn of refined("xai-gigafactory", { samples: 32_768, signal })) draw(drawn);
 * ```
 *
 * @param options as of `uncertainty`, with a `signal`; `samples` is what it ends with. Default: 32,768
 * @throws {WattflopError} as `uncertainty`
 */
export async function* refined(
  scenarios: ClusterId | Scenario | readonly (ClusterId | Scenario)[],
  options: RefineOptions = {},
): AsyncGenerator<Uncertainty, void, undefined> {
  const { signal } = heard("uncertainty", options, true);
  const { signal: _, samples = 32_768, ...sampling } = options;
  for (let points = Math.min(FIRST, samples); ; points = Math.min(TIMES * points, samples)) {
    signal?.throwIfAborted();
    yield uncertainty(scenarios, { ...sampling, samples: points });
    if (points >= samples) return;
    await idle();
  }
}

/** When the page has nothing else to do. */
function idle(): Promise<void> {
  return new Promise((ready) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => ready(), { timeout: 1000 });
    else setTimeout(ready);
  });
}
