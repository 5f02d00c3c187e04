// What takes longer than a frame: asked in a worker, and where there is none, when the page has nothing else to do.
import { call } from "../engine.js";
import { packed } from "../boundary.js";
import { langOf } from "../options.js";
import type { Asked } from "../questions.js";
import type { Ask } from "../worker/client.js";

/** Workers that could not be started are not tried again. */
let hasFailed = false;

/** The answer to a question, once there is time for it. */
export async function unhurried<Answer>(asked: Asked<Answer>, later: Ask | undefined, signal: AbortSignal): Promise<Answer> {
  if (later && !hasFailed) {
    try {
      return await later({ ...asked, options: { ...asked.options, signal } as typeof asked.options });
    } catch (thrown) {
      signal.throwIfAborted();
      if ((thrown as { code?: unknown }).code !== "NotLoaded") throw thrown;
      hasFailed = true;
    }
  }
  const question = packed({ ...asked.question, whole: true });
  for (;;) {
    await quiet(signal);
    try {
      return asked.read(call(asked.what, question, langOf(asked.options), () => !isWanted()));
    } catch (thrown) {
      if ((thrown as { code?: unknown }).code !== "Cancelled") throw thrown;
    }
  }
}

/** Whether someone is typing, tapping or clicking, as far as the browser tells: then the page is theirs, and work begins anew after. */
function isWanted(): boolean {
  const { scheduling } = navigator as { scheduling?: { isInputPending(): boolean } };
  return scheduling?.isInputPending() ?? false;
}

/** When the page is idle, and no one wants it. */
async function quiet(signal: AbortSignal): Promise<void> {
  do {
    await new Promise<void>((ready) => {
      if ("requestIdleCallback" in globalThis) requestIdleCallback(() => ready());
      else setTimeout(ready);
    });
    signal.throwIfAborted();
  } while (isWanted());
}
