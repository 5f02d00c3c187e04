// Who waits hears how far work is, up to its end; may stop it, and is told what went wrong in hearing.
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import * as now from "wattflop";
import * as later from "wattflop/worker";

const COST = "cost.annuity.total";
const TRAINING = { cluster: { preset: "meta-24k", pools: [{ count: 1024 }] }, model: "llama3-70b", run: { batch: 1024 } };

/** What can take long, with arguments before its options. */
const LONG = {
  uncertainty: [["xai-gigafactory"], { samples: 65_536, figures: [COST] }],
  sensitivity: [["xai-gigafactory", COST], { samples: 512 }],
  sweep: [["xai-gigafactory", { "site.pue": "1.1..1.5 in 4000" }], { figures: [COST] }],
  plan: [[TRAINING], { exhaustive: true }],
  chart: [["sensitivity", { scenario: "xai-gigafactory", figure: COST, samples: 512 }], {}],
};

const sides = { "at once": now, "in a worker": later };
for (const [where, api] of Object.entries(sides)) {
  for (const [name, [args, options]] of Object.entries(LONG)) {
    const asked = async (more) => api[name](...args, { ...options, ...more });

    test(`${name} ${where} tells of its end, once and last`, async () => {
      const shares = [];
      await asked({ onProgress: (share) => void shares.push(share) });
      assert.equal(shares.at(-1), 1);
      assert.ok(shares.length > 2 && shares.every((share, place) => share > (shares[place - 1] ?? -1)), `${shares}`);
    });

    test(`${name} ${where} stops with what is thrown in hearing, however late`, async () => {
      const error = new RangeError("no place left");
      for (const from of [0, 1]) {
        await assert.rejects(asked({ onProgress: (share) => { if (share >= from) throw error; } }), (thrown) => thrown === error);
      }
      assert.equal((await api.operate("meta-24k")).kind, "operation");
    });

    test(`${name} ${where} is heard by nothing but a function`, async () => {
      await assert.rejects(asked({ onProgress: 5 }), { name: "WattflopError", code: "WrongForm", path: "onProgress" });
      await assert.rejects(asked({ onProgress: {}, lang: "fr" }), /une fonction/);
    });
  }
}

test("what is stopped is told of no end: cut at once, refused in a worker", async () => {
  const shares = [];
  const onProgress = (share) => shares.push(share) < 3;
  const [args, options] = LONG.plan;
  assert.ok(now.plan(...args, { ...options, onProgress }).cancelled);
  assert.equal(shares.length, 3);
  shares.length = 0;
  await assert.rejects(later.plan(...args, { ...options, onProgress, lang: "fr" }), { name: "WattflopError", code: "Cancelled", message: "interrompu" });
  assert.equal(shares.length, 3);
});

test("whoever goes on while there is something left hears all", async () => {
  const onProgress = (share) => share < 1;
  for (const api of Object.values(sides)) {
    for (const [name, [args, options]] of Object.entries(LONG)) assert.ok(await api[name](...args, { ...options, onProgress }));
  }
});

test("a question in a worker that is no long one tells of its end too", async () => {
  const shares = [];
  await later.operate("meta-24k", { onProgress: (share) => shares.push(share) });
  assert.deepEqual(shares, [1]);
});

test("a signal is heard no longer than the work takes", async () => {
  const { signal } = new AbortController();
  for (let time = 0; time < 3; time += 1) await later.operate("meta-24k", { signal });
  assert.equal(getEventListeners(signal, "abort").length, 0);
  await assert.rejects(later.operate("meta-24k", { signal: 5 }), { code: "WrongForm", path: "signal" });
});
