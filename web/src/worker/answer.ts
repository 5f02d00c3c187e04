// The side that answers.
import { ask } from "../engine.js";
import { WattflopError } from "../error.js";
import { give } from "../languages.js";
import type { Answer, Question } from "./messages.js";

/** The least share of the work between two words on how far it is. */
const STEP = 0.01;

/** Answers, and tells how far it is; `tell` may hand over what is in the list rather than copy it. */
export function answer({ what, lang, language, ...question }: Question, tell: (answer: Answer, transfer: ArrayBuffer[]) => void): void {
  if (language) give(language);
  let told = 0;
  const watch = (share: number): boolean => {
    if (share < 1 && share >= told + STEP) tell({ share: (told = share) }, []);
    return true;
  };
  try {
    const answer = ask(what, question, lang, watch);
    tell({ answer }, [answer.numbers.buffer as ArrayBuffer]);
  } catch (error) {
    tell({ problem: problemOf(error) }, []);
  }
}

/** What can be told of an error. */
export function problemOf(error: unknown): { code: string; message: string } {
  return error instanceof WattflopError ? { code: error.code, message: error.message } : { code: "Trapped", message: String(error) };
}
