// Builds the package into dist: generated types, declarations, bundles, the demo page.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { generate } from "./generate.js";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const stamp = path("dist/.built");
/** Stands for the core until it is put in. */
const PLACE = "the packed core";

if (process.argv.includes("--if-stale") && !stale()) process.exit(0);
if (!existsSync(path("wasm/wattflop_bg.wasm"))) {
  console.error("web/wasm is missing: `cargo xtask wasm` builds it");
  process.exit(1);
}
for (const name of readdirOf("dist")) if (name !== "screenshots") rmSync(path(`dist/${name}`), { recursive: true });
mkdirSync(path("dist"), { recursive: true });
await generate(root);
execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", path("tsconfig.json")], { stdio: "inherit" });
await bundle();
cpSync(path("wasm/wattflop_bg.wasm"), path("dist/wattflop.wasm"));
cpSync(path("../LICENSE"), path("dist/LICENSE"));
cpSync(path("site"), path("dist/site"), { recursive: true });
cpSync(path("dist/embed.js"), path("dist/site/embed.js"));
writeFileSync(stamp, "");

async function bundle() {
  const options = {
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "inline",
    logLevel: "warning",
    write: false,
    absWorkingDir: path("."),
    tsconfig: path("tsconfig.json"),
    define: { WATTFLOP_VERSION: JSON.stringify(JSON.parse(readFileSync(path("package.json"), "utf8")).version) },
    plugins: [packedCore()],
  };
  const entries = ["index", "node", "inline", "slim", "elements", "elements-node", "worker", "worker-thread", "worker-node", "worker-thread-node"];
  fillIn(await build({
    ...options,
    entryPoints: entries.map((name) => `src/${name}.ts`),
    outdir: path("dist"),
    splitting: true,
    chunkNames: "chunk-[hash]",
    external: ["node:fs", "node:worker_threads"],
  }));
  fillIn(await build({ ...options, entryPoints: ["src/embed.ts"], outfile: path("dist/embed.js") }));
}

/** Puts the core into what was bundled: a character a byte, which compresses on the wire as well as the bytes do. */
function fillIn({ outputFiles }) {
  const core = literal(readFileSync(path("wasm/wattflop_bg.wasm")));
  for (const file of outputFiles) writeFileSync(file.path, file.text.replace(`"${PLACE}"`, () => core));
}

/**
 * Bytes as a string of JavaScript. What may not stand in one, and NUL, which some tools take for the end of a text, change places with
 * bytes that are rare: src/packed.ts turns them back.
 */
function literal(bytes) {
  const TURN = 118;
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte ^ TURN)).join("");
  return `"${text.replace(/["\\\n\r\0]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`)}"`;
}

/** Makes the module that holds the core. */
function packedCore() {
  const filter = /^wattflop-packed-core$/;
  return {
    name: "packed-core",
    setup(build) {
      build.onResolve({ filter }, () => ({ path: "core", namespace: "packed" }));
      build.onLoad({ filter: /.*/, namespace: "packed" }, () => {
        return { contents: PLACE, loader: "text" };
      });
    },
  };
}

function stale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = ["src", "wasm", "scripts", "site", "package.json", "package-lock.json", "tsconfig.json", "../LICENSE"];
  return sources.some((name) => newest(path(name)) > built);
}

function newest(name) {
  if (name.endsWith("generated") || !existsSync(name)) return 0;
  const stat = statSync(name);
  const inside = stat.isDirectory() ? readdirSync(name).map((entry) => newest(`${name}/${entry}`)) : [];
  return Math.max(stat.isDirectory() ? 0 : stat.mtimeMs, ...inside);
}

function readdirOf(name) {
  return existsSync(path(name)) ? readdirSync(path(name)) : [];
}
