// Workers as a page opens them.
import { type Channel, asking } from "./client.js";
import type { Answer } from "./messages.js";

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

/** Asks in a worker. */
export const ask = asking(open);
