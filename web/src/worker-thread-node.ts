// The worker of Node, where the core is there from the start.
import { parentPort } from "node:worker_threads";
import { load } from "./node.js";
import { answer } from "./worker/answer.js";
import type { Question } from "./worker/messages.js";

await load();
parentPort?.on("message", (question: Question) => answer(question, (message, transfer) => parentPort?.postMessage(message, transfer)));
