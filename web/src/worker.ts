/**
 * Long work in a worker, with progress and cancel: the page stays responsive.
 *
 * @module
 */
import { type Channel, type Search, searching } from "./worker/client.js";
import type { Answer } from "./worker/messages.js";

export { WattflopError } from "./error.js";
export type { Search, WorkerOptions } from "./worker/client.js";
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

/**
 * The best layouts of a training run, searched in a worker.
 *
 * @param scenario a cluster and a model, and what else is to be said of the run
 * @returns the layouts; rejected with a `WattflopError` when an id, key, unit or value is wrong, and with the signal's
 * reason when it was cancelled
 */
export const plan: Search = searching(open);
