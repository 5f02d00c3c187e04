/**
 * The same in a worker, with progress and cancel: the page stays responsive, however long it takes. Every function gives a
 * promise, and takes `onProgress` and `signal` among its options.
 *
 * @module
 */
import { apiOf } from "./worker/api.js";
import { type Channel, asking } from "./worker/client.js";
import type { Answer } from "./worker/messages.js";

export { WattflopError } from "./error.js";
export { Figure } from "./figure.js";
export type * from "./types.js";

function open(): Channel {
  const worker = new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module", name: "wattflop" });
  return {
    post: (question) => worker.postMessage(question),
    listen: (answered, failed) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => answered(data);
      worker.onerror = (event) => failed(event.message ?? "it did not load");
      worker.onmessageerror = () => failed("its answer cannot be read");
    },
    hold: () => {},
    close: () => worker.terminate(),
  };
}

export const {
  operate, train, serve, frontier, compare, why, cost, timeline, uncertainty, sensitivity, solve, sweep, explain, ledger, plan, validate, inputs, list, show, search, parse,
  format, migrate, chart,
} = apiOf(asking(open));
