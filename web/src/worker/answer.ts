// The side that answers.
import { plan } from "../api.js";
import { WattflopError } from "../error.js";
import type { Answer, Question } from "./messages.js";

/** The least share of a search between two words on how far it is. */
const STEP = 0.01;

/** Searches, tells how far it is, and what came of it. */
export function answer({ scenario, options }: Question, tell: (answer: Answer) => void): void {
  let told = 0;
  const onProgress = (share: number) => {
    if (share < told + STEP) return;
    told = share;
    tell({ share });
  };
  try {
    tell({ plan: plan(scenario, { ...options, onProgress }) });
  } catch (error) {
    tell({ problem: problemOf(error) });
  }
}

function problemOf(error: unknown) {
  if (!(error instanceof WattflopError)) return { code: "Trapped", message: String(error) };
  const { code, message, field, nearest } = error;
  return { code, message, field: field ?? null, nearest: nearest ?? null };
}
