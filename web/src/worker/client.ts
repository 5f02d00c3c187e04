// The side that asks: one worker at work for each question; an idle one is kept for the next.
import { langOf, packed, unpacked } from "../boundary.js";
import { type Problem, WattflopError, isProblem } from "../error.js";
import type { Asked } from "../questions.js";
import type { WorkerOptions } from "../types.js";
import type { Answer, Question } from "./messages.js";

/** A worker, as the browser or Node has it. */
export interface Channel {
  /** Asks it. */
  post(question: Question): void;
  /** Hears it, in place of whoever heard it before. */
  listen(answered: (answer: Answer) => void, failed: (cause: unknown) => void): void;
  /** Keeps the process from ending, or lets it end. */
  hold(busy: boolean): void;
  /** Ends it, whatever it is doing. */
  close(): void;
}

/** Asks in workers that this opens. */
export type Ask = <Answer>(asked: Asked<Answer>) => Promise<Answer>;

export function asking(open: () => Channel): Ask {
  const idle: Channel[] = [];
  return async ({ what, question, options, read }) => {
    const { onProgress, signal } = (options ?? {}) as WorkerOptions;
    signal?.throwIfAborted();
    // In one piece: there is no core in the page to ask for the rest.
    const asked: Question = { what, lang: langOf(options), ...packed({ ...question, whole: true }) };
    const channel = idle.pop() ?? opened(open);
    channel.hold(true);
    let keep = false;
    try {
      const { failed, ...answer } = await new Promise<Extract<Answer, { answer: unknown }>["answer"]>((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
        const heard = (message: Answer): void => {
          if ("share" in message) return void onProgress?.(message.share);
          keep = true;
          if ("answer" in message) resolve(message.answer);
          else reject(new WattflopError(message.problem));
        };
        channel.listen(heard, (cause) => reject(unstarted(cause)));
        channel.post(asked);
      });
      const document = unpacked(answer);
      if (failed) throw new WattflopError(document as Problem);
      return read(document);
    } finally {
      channel.hold(false);
      if (keep) idle.push(channel);
      else channel.close();
    }
  };
}

function opened(open: () => Channel): Channel {
  try {
    return open();
  } catch (cause) {
    throw unstarted(cause);
  }
}

function unstarted(cause: unknown): WattflopError {
  if (isProblem(cause)) return new WattflopError(cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new WattflopError({ code: "NotLoaded", message: `the worker could not be started or asked: ${reason}` }, { cause });
}
