// The side that asks: one worker at work for each question; an idle one is kept for the next.
import { packed, unpacked } from "../boundary.js";
import type { PackedAnswer } from "../engine.js";
import { type Problem, WattflopError, isProblem } from "../error.js";
import { type Given, givenOf } from "../languages.js";
import { heard } from "../options.js";
import type { Asked } from "../questions.js";
import { problem, reasonOf } from "../words.js";
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
  const taught = new WeakMap<Channel, Set<Given>>();
  /** The words of a language that a worker has not got. */
  const lacking = (channel: Channel, lang: string): Given | undefined => {
    const language = givenOf(lang);
    const known = taught.get(channel) ?? new Set();
    if (!language || known.has(language)) return undefined;
    taught.set(channel, known.add(language));
    return language;
  };
  return async ({ what, question, options, read }) => {
    const { lang, onProgress, signal } = heard(what, options, true);
    signal?.throwIfAborted();
    // In one piece: there is no core in the page to ask for the rest.
    const asked = packed({ ...question, whole: true }, lang);
    const channel = idle.pop() ?? opened(open, lang);
    const ends = new AbortController();
    channel.hold(true);
    let keep = false;
    try {
      const { failed, ...answer } = await new Promise<PackedAnswer>((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason), { signal: ends.signal });
        const take = (message: Answer): void => {
          if (ends.signal.aborted) return;
          if ("share" in message) return tell(message.share);
          keep = true;
          if ("problem" in message) throw new WattflopError(message.problem);
          if (!message.answer.failed) tell(1);
          resolve(message.answer);
        };
        const tell = (share: number): void => {
          if (onProgress?.(share) === false && share < 1) throw problem("Cancelled", lang, "cancelled");
        };
        channel.listen((message) => tried(() => take(message), reject), (cause) => reject(unstarted(cause, lang)));
        channel.post({ what, lang, language: lacking(channel, lang), ...asked });
      });
      const document = unpacked(answer, lang);
      if (failed) throw new WattflopError(document as Problem);
      return read(document);
    } finally {
      ends.abort();
      channel.hold(false);
      if (keep) idle.push(channel);
      else channel.close();
    }
  };
}

function tried(act: () => void, failed: (error: unknown) => void): void {
  try {
    act();
  } catch (error) {
    failed(error);
  }
}

function opened(open: () => Channel, lang: string): Channel {
  try {
    return open();
  } catch (cause) {
    throw unstarted(cause, lang);
  }
}

function unstarted(cause: unknown, lang: string): WattflopError {
  return isProblem(cause) ? new WattflopError(cause) : problem("NotLoaded", lang, "worker", { reason: reasonOf(cause) }, cause);
}
