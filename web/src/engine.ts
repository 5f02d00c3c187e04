// The one instance of the core, however it came here.
import init, * as core from "../wasm/wattflop.js";
import { type Packed, packed, unpacked } from "./boundary.js";
import { type Problem, WattflopError } from "./error.js";
import { type Given, givenOf } from "./languages.js";
import { problem, reasonOf } from "./words.js";

/** Where the core may come from: an address, a response, its bytes, or a compiled module. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

let ready = false;
/** Whether the last call did not come back. */
let trapped = false;
/** How many calls are under way: whoever hears of progress may ask too. */
let depth = 0;
let loading: Promise<void> | undefined;
/** The languages that the instance was given. */
const taught = new Set<Given>();

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
    await init({ module_or_path: await compiled(await source()) });
    ready = true;
  } catch (cause) {
    throw unloaded(cause);
  }
}

/** The core, compiled; what is another program is refused here, since the bindings keep whatever they once took. */
async function compiled(source: Source): Promise<WebAssembly.Module> {
  const module = source instanceof WebAssembly.Module ? source : await compile(source as string | URL | Response | BufferSource);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (["ask", "edition", "give", "__wbindgen_start"].every((name) => names.includes(name))) return module;
  throw new Error("it is another program");
}

async function compile(source: string | URL | Response | BufferSource): Promise<WebAssembly.Module> {
  const found = typeof source === "string" || source instanceof URL ? await fetch(source) : source;
  if (!(found instanceof Response)) return WebAssembly.compile(found);
  if (!found.ok) throw new Error(`${found.status} ${found.statusText}, fetching ${found.url}`);
  const streams = found.headers.get("content-type") === "application/wasm" && typeof WebAssembly.compileStreaming === "function";
  return streams ? WebAssembly.compileStreaming(found) : WebAssembly.compile(await found.arrayBuffer());
}

function unloaded(cause: unknown): WattflopError {
  const reason = reasonOf(cause);
  const blocked = /unsafe-eval|content security policy/i.test(reason);
  return blocked
    ? new WattflopError({ code: "Blocked", message: "this page's content security policy keeps WebAssembly out: its `script-src` needs 'wasm-unsafe-eval'" }, { cause })
    : new WattflopError({ code: "NotLoaded", message: `the core could not be loaded: ${reason}` }, { cause });
}

/**
 * Asks the core. After anything but an error of its own its instance is dropped for a fresh one: a trap may leave its memory in
 * any state.
 *
 * @internal
 */
export function call(what: string, question: Packed, lang: string, watch: (share: number) => boolean): unknown {
  const { failed, ...answer } = ask(what, question, lang, watch);
  const document = unpacked(answer, lang);
  if (failed) throw new WattflopError(document as Problem);
  return document;
}

/**
 * The same, packed.
 *
 * @internal
 */
export function ask(what: string, question: Packed, lang: string, watch: (share: number) => boolean): PackedAnswer {
  const [text, numbers, failed] = running(() => refused(lang) ?? (core.ask(what, question.text, question.numbers, lang, watch) as Raw), lang);
  return { text, numbers, failed };
}

/** Text and numbers of an answer, and whether it is an error. */
type Raw = [text: string, numbers: Float64Array, failed: boolean];

/** Gives the core the words of the language, where it has not got them; what is wrong with them, where something is. */
function refused(lang: string): Raw | undefined {
  const language = givenOf(lang);
  if (!language || taught.has(language)) return undefined;
  const { text, numbers } = packed(language.words);
  const raw = core.give(language.tag, text, numbers) as Raw;
  if (raw[2] && language.strict) return raw;
  if (raw[2]) console.error((unpacked({ text: raw[0], numbers: raw[1] }, "en") as Problem).message);
  taught.add(language);
  return undefined;
}

/** An answer on its way, and whether it is an error. */
export type PackedAnswer = Packed<Float64Array> & { readonly failed: boolean };

/** @internal */
export function edition(): string {
  return running(() => core.edition(), "en");
}

function running<Result>(act: () => Result, lang: string): Result {
  if (!ready) throw problem("NotLoaded", lang, "unloaded");
  if (trapped && depth === 0) {
    core.__wbg_reset_state();
    trapped = false;
    taught.clear();
  }
  depth += 1;
  try {
    return act();
  } catch (cause) {
    trapped = true;
    throw problem("Trapped", lang, "trapped", { reason: reasonOf(cause) }, cause);
  } finally {
    depth -= 1;
  }
}
