// The one instance of the core, however it came here.
import init, * as core from "../wasm/wattflop.js";
import { WattflopError, isProblem } from "./error.js";

/** Where the core may come from: an address, a response, its bytes, or a compiled module. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

let ready = false;
let loading: Promise<void> | undefined;

/**
 * Starts the core at once, from bytes or a module at hand.
 *
 * @internal
 */
export function start(module: BufferSource | WebAssembly.Module): void {
  core.initSync({ module });
  ready = true;
}

/**
 * Starts the core unless it runs or is about to; what failed can be tried again.
 *
 * @internal
 */
export function load(source: () => Source | Promise<Source>): Promise<void> {
  if (ready) return Promise.resolve();
  loading ??= begin(source).finally(() => {
    loading = undefined;
  });
  return loading;
}

async function begin(source: () => Source | Promise<Source>): Promise<void> {
  try {
    await init({ module_or_path: await source() });
    ready = true;
  } catch (cause) {
    throw refused(cause);
  }
}

function refused(cause: unknown): WattflopError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const blocked = /unsafe-eval|content security policy/i.test(reason);
  return blocked
    ? new WattflopError({ code: "Blocked", message: "this page's content security policy keeps WebAssembly out: its `script-src` needs 'wasm-unsafe-eval'" }, { cause })
    : new WattflopError({ code: "NotLoaded", message: `the core could not be loaded: ${reason}` }, { cause });
}

/**
 * Calls the core. After anything but an error of its own its instance is dropped for a fresh one: a trap, or an
 * exception that a scenario threw while it was read, may leave its memory in any state.
 *
 * @internal
 */
export function call<Result>(act: (running: typeof core) => Result): Result {
  if (!ready) throw new WattflopError({ code: "NotLoaded", message: "the core is not loaded yet: `await load()` first" });
  try {
    return act(core);
  } catch (thrown) {
    throw isProblem(thrown) ? new WattflopError(thrown) : restarted(thrown);
  }
}

function restarted(cause: unknown): WattflopError {
  core.__wbg_reset_state();
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new WattflopError({ code: "Trapped", message: `the core gave up on this (${reason}), and was started afresh` }, { cause });
}
