// Builds the package into dist: generated types, declarations, bundles, the demo page.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { generate } from "./generate.js";
import { manifest } from "./manifest.js";
import { site } from "./site.js";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const stamp = path("dist/.built");
/** The core of the package, and the lighter one of the script that a page embeds. */
const CORE = "wasm/wattflop_bg.wasm";
const OF_WIDGETS = "wasm/widgets/wattflop_bg.wasm";
/** What stands for a core until it is written. */
const placeOf = (core) => `the-text-of-${core}`;

if (process.argv.includes("--if-stale") && !stale()) process.exit(0);
if (![CORE, OF_WIDGETS].every((core) => existsSync(path(core)))) {
  console.error("web/wasm is not whole: `cargo xtask wasm` builds it");
  process.exit(1);
}
for (const name of readdirOf("dist")) if (name !== "screenshots") rmSync(path(`dist/${name}`), { recursive: true });
mkdirSync(path("dist"), { recursive: true });
await generate(root);
execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", path("tsconfig.json")], { stdio: "inherit" });
await bundle();
for (const core of [CORE, OF_WIDGETS]) writeCore(core);
await writeWords();
cpSync(path(CORE), path("dist/wattflop.wasm"));
cpSync(path("../LICENSE"), path("dist/LICENSE"));
manifest(path("dist/custom-elements.json"));
await site();
writeFileSync(stamp, "");

async function bundle() {
  const options = {
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    lineLimit: 1000,
    legalComments: "inline",
    logLevel: "warning",
    absWorkingDir: path("."),
    tsconfig: path("tsconfig.json"),
    define: { WATTFLOP_VERSION: JSON.stringify(JSON.parse(readFileSync(path("package.json"), "utf8")).version) },
    plugins: [packedCore(CORE)],
  };
  const entries = ["index", "node", "inline", "slim", "elements", "elements-node", "worker", "worker-thread", "worker-node", "worker-thread-node"];
  const inFolder = (folder, out) => readdirSync(path(`src/${folder}`)).filter((name) => name.endsWith(".ts") && name !== "index.ts").map((name) => ({ in: `src/${folder}/${name}`, out: `${out}/${name.slice(0, -3)}` }));
  await build({
    ...options,
    entryPoints: [...entries.map((name) => ({ in: `src/${name}.ts`, out: name })), ...inFolder("single", "elements")],
    outdir: path("dist"),
    splitting: true,
    chunkNames: "chunk-[hash]",
    external: ["node:fs", "node:worker_threads"],
  });
  await build({ ...options, entryPoints: inFolder("locales", "locales"), outdir: path("dist") });
  await build({ ...options, entryPoints: ["src/embed.ts"], outfile: path("dist/embed.js"), plugins: [packedCore(OF_WIDGETS)] });
}

/** Makes the module that holds a core as text. */
function packedCore(core) {
  const filter = /^wattflop-packed-core$/;
  return {
    name: "packed-core",
    setup(build) {
      build.onResolve({ filter }, () => ({ path: "core", namespace: "packed" }));
      build.onLoad({ filter: /.*/, namespace: "packed" }, () => ({ contents: placeOf(core), loader: "text" }));
    },
  };
}

/** Writes a core into the files that hold it: a character a byte, which a host's compression takes nearly as well as bytes. */
function writeCore(core) {
  const escaped = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r" };
  const text = readFileSync(path(core)).toString("latin1").replace(/[\\"\n\r]/g, (sign) => escaped[sign]);
  for (const name of readdirOf("dist").filter((name) => name.endsWith(".js"))) {
    const file = path(`dist/${name}`);
    const held = readFileSync(file, "utf8");
    writeFileSync(file, held.replace(`"${placeOf(core)}"`, () => `"${text}"`));
  }
}

/** Writes all that is said in English beside the elements' words, for whoever translates it: the words of the core and of the package. */
async function writeWords() {
  const { outputFiles } = await build({ entryPoints: [path("src/words.ts")], bundle: true, format: "esm", write: false });
  const { EN } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  const core = JSON.parse(readFileSync(path("src/locales/core-en.json"), "utf8"));
  writeFileSync(path("dist/locales/core-en.json"), `${JSON.stringify({ ...core, package: EN }, null, 2)}\n`);
}

function stale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = ["src", "wasm", "scripts", "site", "package.json", "package-lock.json", "tsconfig.json", "../LICENSE", "../src/docs"];
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
