// Packs the tarball as npm would publish it, lints it, and uses it as a stranger would.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const run = (program, args, cwd = root) => execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const show = (program, args, cwd = root) => execFileSync(program, args, { cwd, stdio: "inherit" });
const bin = (name) => join(root, "node_modules/.bin", name);

const pack = () => JSON.parse(run("npm", ["pack", "--json", "--pack-destination", "dist"]))[0];
const packed = pack();
same("npm pack", packed.integrity, pack().integrity);
same("cargo package", crate(), crate());
checkVersions();
const tarball = join(root, "dist", packed.filename);
console.log(`${packed.filename}: ${packed.files.length} files, ${packed.size} bytes packed`);
for (const { path } of packed.files) console.log(`  ${path}`);

show(bin("publint"), ["run", tarball, "--strict"]);
show(bin("attw"), [tarball, "--profile", "esm-only", "--format", "ascii", "--no-color", "--exclude-entrypoints", "embed.js", "core.wasm"]);

const folder = mkdtempSync(join(tmpdir(), "wattflop-"));
try {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
  const esm = `import { operate } from "wattflop";
import "wattflop/elements";
import { plan } from "wattflop/worker";
const { layouts } = await plan({ cluster: "meta-24k", model: "llama3-70b" });
if (layouts.length !== 5) throw new Error("a worker finds five layouts");
console.log(operate("xai-gigafactory").figures["power.facility.peak"].text);`;
  const cjs = `console.log(require("wattflop").operate("xai-gigafactory").figures["power.facility.peak"].text);`;
  expect("import", run(process.execPath, ["--input-type=module", "--eval", esm], folder));
  expect("require()", run(process.execPath, ["--no-warnings", "--input-type=commonjs", "--eval", cjs], folder));
  checkTypes();
} finally {
  rmSync(folder, { recursive: true });
}

/** The checksum of the packed crate. */
function crate() {
  run("cargo", ["package", "--allow-dirty", "--no-verify", "--quiet"], join(root, ".."));
  const file = join(root, `../target/package/wattflop-${packed.version}.crate`);
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function same(what, one, other) {
  if (one !== other) throw new Error(`${what} gives another file each time: ${one}, then ${other}`);
  console.log(`${what}, twice: the same to the last bit (${one.slice(0, 20)}…)`);
}

/** Crate, package and changelog are of one version, and npm is told to attest where the package was built. */
function checkVersions() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync(join(root, "../Cargo.toml"), "utf8"));
  const [, latest] = /^## (\S+)/m.exec(readFileSync(join(root, "../CHANGELOG.md"), "utf8"));
  if (manifest.version !== version || latest !== version) throw new Error(`the package is ${manifest.version}, the crate ${version}, the changelog ${latest}`);
  if (!manifest.publishConfig?.provenance) throw new Error("package.json lacks publishConfig.provenance");
}

function expect(how, said) {
  if (!/^\d+ MW\n$/.test(said)) throw new Error(`${how} of the installed package says ${said}`);
  console.log(`${how} of the installed package: ${said.trim()}`);
}

/** The declarations stand on their own: no type of ours leads to a package that a stranger lacks. */
function checkTypes() {
  writeFileSync(join(folder, "use.ts"), `import { operate } from "wattflop";\nimport "wattflop/elements";\nexport const power = operate("xai-gigafactory").figures["power.facility.peak"]?.value;\n`);
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom", "use.ts"];
  show(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options], folder);
  console.log("the declarations of the installed package are whole");
}
