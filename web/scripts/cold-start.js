// How long a first result takes in a new Node process, beside a bare one: the medians of many runs of each in turn.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUNS = 21;
const entry = new URL("../dist/node.js", import.meta.url).href;
const program = `import { operate } from ${JSON.stringify(entry)}; operate("xai-gigafactory").figures["power.facility.peak"].text;`;

function milliseconds(code) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
  });
  if (status !== 0) throw new Error(String(stderr));
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const times = Array.from({ length: RUNS }, () => [milliseconds(""), milliseconds(program)]);
const [bare, first] = [0, 1].map((column) => median(times.map((pair) => pair[column])));
console.log(`bare Node ${bare.toFixed(1)} ms, first result ${first.toFixed(1)} ms: ${(first - bare).toFixed(1)} ms above`);
