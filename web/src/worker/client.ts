// The side that asks: one worker at work for each search; an idle one is kept for the next.
import { WattflopError, isProblem } from "../error.js";
import type { Plan, TrainingScenario } from "../types.js";
import type { Answer, Question, SearchOptions } from "./messages.js";

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

/** What {@link plan} takes in a worker. */
export interface WorkerOptions extends SearchOptions {
  /** Hears what share of the search is done, from 0 to 1, now and then. */
  onProgress?: ((share: number) => void) | undefined;
  /** Cancels the search: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** The search, in workers that this opens. */
export type Search = (scenario: TrainingScenario, options?: WorkerOptions) => Promise<Plan>;

export function searching(open: () => Channel): Search {
  const idle: Channel[] = [];
  return (scenario, { onProgress, signal, ...options } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return void reject(reasonOf(signal));
      const channel = idle.pop() ?? open();
      const end = (settle: () => void, keep: boolean) => {
        signal?.removeEventListener("abort", cancel);
        channel.hold(false);
        if (keep) idle.push(channel);
        else channel.close();
        settle();
      };
      const cancel = () => end(() => reject(reasonOf(signal)), false);
      signal?.addEventListener("abort", cancel, { once: true });
      channel.hold(true);
      channel.listen(
        (answer) => {
          if ("share" in answer) onProgress?.(answer.share);
          else if ("plan" in answer) end(() => resolve(answer.plan), true);
          else end(() => reject(new WattflopError(answer.problem)), true);
        },
        (cause) => end(() => reject(failed(cause)), false),
      );
      try {
        channel.post({ scenario, options });
      } catch (cause) {
        end(() => reject(failed(cause)), false);
      }
    });
}

const reasonOf = (signal: AbortSignal | undefined): unknown => signal?.reason;

function failed(cause: unknown): WattflopError {
  if (isProblem(cause)) return new WattflopError(cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new WattflopError({ code: "NotLoaded", message: `the worker could not be started or asked: ${reason}` }, { cause });
}
