// The worker of a browser: loads the core once, then answers.
import { load } from "./index.js";
import { answer } from "./worker/answer.js";
import { WattflopError } from "./error.js";
import type { Answer, Question } from "./worker/messages.js";

const tell = (message: Answer): void => globalThis.postMessage(message);

globalThis.onmessage = async ({ data }: MessageEvent<Question>) => {
  try {
    await load();
  } catch (error) {
    const { code, message } = error instanceof WattflopError ? error : { code: "NotLoaded", message: String(error) };
    return tell({ problem: { code, message } });
  }
  answer(data, tell);
};
