// The layout search, at once and in a worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WattflopError, plan, train } from "wattflop";
import { plan as inWorker } from "wattflop/worker";

const SMALL = { cluster: { preset: "meta-24k", pools: [{ count: 1024 }] }, model: "llama3-70b", run: { batch: 1024 } };
const LARGE = { cluster: "xai-gigafactory", model: "kimi-k2", run: { batch: 6144 } };

test("five layouts, the fastest first, each with parts that sum to its step", () => {
  const { layouts, rejected, space, timed, batch, batch_is_default } = plan(SMALL);
  assert.equal(layouts.length, 5);
  assert.deepEqual([batch, batch_is_default], [1024, false]);
  layouts.reduce((last, { step_s, step_low_s, step_high_s, parts_s, headroom_gib, mfu }) => {
    const sum = Object.values(parts_s).reduce((all, part) => all + part, 0);
    assert.ok(Math.abs(sum / step_s - 1) < 1e-9, `${sum} is ${step_s}`);
    assert.ok(last <= step_s && step_low_s < step_s && step_s < step_high_s && headroom_gib >= 0 && mfu > 0.2 && mfu < 1);
    return step_s;
  }, 0);
  assert.ok(timed > 0 && timed < space);
  assert.ok(rejected.memory > 0 && rejected.devices > 0);
});

test("the best layout is what a run in it takes", () => {
  const [{ devices, recomputed_layers, step_s, mfu, ...best }] = plan(SMALL).layouts;
  const { tensor, context, expert, pipeline, interleave, microbatch, zero } = best;
  const cluster = { preset: "meta-24k", pools: [{ count: devices }] };
  const layout = { tensor, context, expert, pipeline, interleave, microbatch, zero };
  const { figures } = train({ ...SMALL, cluster, run: { batch: 1024, recomputed_layers }, layout });
  assert.equal(figures["step.total"].value, step_s);
  assert.equal(figures["throughput.mfu"].value, mfu);
});

test("the exhaustive search finds the same, and can be stopped", () => {
  assert.deepEqual(plan(SMALL, { exhaustive: true }).layouts, plan(SMALL).layouts);
  const shares = [];
  const { cancelled } = plan(SMALL, { onProgress: (share) => { shares.push(share); return shares.length < 3; } });
  assert.ok(cancelled && shares.length === 3 && shares.every((share) => share >= 0 && share <= 1));
});

test("a worker finds the same, and tells how far it is", async () => {
  const shares = [];
  const found = await inWorker(SMALL, { exhaustive: true, onProgress: (share) => shares.push(share) });
  assert.deepEqual(found, plan(SMALL, { exhaustive: true }));
  assert.ok(shares.length > 3 && shares.every((share, place) => share <= 1 && share > (shares[place - 1] ?? 0)), `${shares}`);
});

test("a search in a worker can be cancelled, before and while it runs, and another follows", async () => {
  await assert.rejects(inWorker(SMALL, { signal: AbortSignal.abort(new Error("no more")) }), /no more/);
  const control = new AbortController();
  const running = inWorker(LARGE, { exhaustive: true, signal: control.signal, onProgress: () => control.abort(new Error("enough")) });
  await assert.rejects(running, /enough/);
  assert.equal((await inWorker(SMALL)).layouts.length, 5);
});

test("several searches run beside each other", async () => {
  const [one, other] = await Promise.all([inWorker(SMALL), inWorker({ ...SMALL, model: "llama3-8b" })]);
  assert.ok(one.layouts[0].step_s > other.layouts[0].step_s);
});

test("what is wrong is an error that names it, from a worker too", async () => {
  const wrong = { ...SMALL, model: "llama3-7b" };
  const check = (error) => error instanceof WattflopError && error.code === "UnknownNear" && error.suggestion?.startsWith("llama");
  assert.throws(() => plan(wrong), check);
  await assert.rejects(inWorker(wrong), check);
  assert.throws(() => plan("meta-24k"), { code: "WrongForm", path: "model" });
  await assert.rejects(inWorker({ ...SMALL, site: () => {} }), WattflopError);
});
