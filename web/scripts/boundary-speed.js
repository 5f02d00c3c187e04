// How long a question takes through the boundary in Node, once engines have made their fastest code of it: `npm run bench:boundary`.
// With folders of other builds behind it they are measured in turns, since machines are noisy.
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const WARM = 30_000;
const ROUNDS = 60;
const CALLS = 500;

const CLUSTER = { cluster: "meta-24k" };
const RUN = { ...CLUSTER, model: "llama3-70b" };
const SERVICE = { ...RUN, serving: { tensor: 8, pipeline: 1, batch: 64 } };
const QUESTIONS = {
  operate: ({ operate }) => operate(CLUSTER),
  train: ({ train }) => train(RUN),
  serve: ({ serve }) => serve(SERVICE),
};

const own = fileURLToPath(new URL("../dist", import.meta.url));
const builds = [];
for (const dist of [own, ...process.argv.slice(2).map((name) => resolve(name))]) builds.push({ dist, core: await import(pathToFileURL(`${dist}/node.js`).href) });

/** Microseconds a call. */
function time(act, core, calls) {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call += 1) act(core);
  return Number(process.hrtime.bigint() - start) / 1e3 / calls;
}

for (const [name, act] of Object.entries(QUESTIONS)) {
  for (const { core } of builds) time(act, core, WARM);
  const times = builds.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) for (const [place, { core }] of builds.entries()) times[place].push(time(act, core, CALLS));
  for (const [place, found] of times.entries()) {
    const sorted = found.toSorted((a, b) => a - b);
    console.log(`${name}: median ${sorted[ROUNDS >> 1].toFixed(1)} µs, best ${sorted[0].toFixed(1)} µs${builds[place].dist === own ? "" : `, ${builds[place].dist}`}`);
  }
}
