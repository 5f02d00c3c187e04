// The same in Node.
import { Worker } from "node:worker_threads";
import { apiOf } from "./worker/api.js";
import { type Channel, asking } from "./worker/client.js";
import type { Answer } from "./worker/messages.js";

export { WattflopError } from "./error.js";
export { Figure } from "./figure.js";
export { registerLanguage } from "./languages.js";

function open(): Channel {
  // Flags of the process such as `--input-type` are not for a file.
  const worker = new Worker(new URL("./worker-thread-node.js", import.meta.url), { execArgv: [] });
  return {
    post: (question) => worker.postMessage(question),
    listen: (answered, failed) => {
      worker.removeAllListeners();
      worker.on("message", (message: Answer) => answered(message));
      worker.on("error", failed);
      worker.on("messageerror", failed);
    },
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
    close: () => void worker.terminate(),
  };
}

export const {
  operate, train, serve, frontier, compare, why, cost, timeline, uncertainty, sensitivity, solve, sweep, explain, ledger, plan, validate, inputs, list, show, search, parse,
  format, migrate, chart,
} = apiOf(asking(open));
