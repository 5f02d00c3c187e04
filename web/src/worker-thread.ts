// The worker of a browser: loads the core once, then answers.
import { load } from "./index.js";
import { answer, problemOf } from "./worker/answer.js";
import type { Answer, Question } from "./worker/messages.js";

const tell = (message: Answer, transfer: ArrayBuffer[]): void => (globalThis as unknown as Worker).postMessage(message, transfer);

globalThis.onmessage = async ({ data }: MessageEvent<Question>) => {
  try {
    await load();
  } catch (error) {
    return tell({ problem: problemOf(error) }, []);
  }
  answer(data, tell);
};
