// Runs pkg-examples as a stranger would, on the packed npm package and the packed crate, installed once for all.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, open } from "../tests/page/browser.js";
import { serve } from "./server.js";

const web = fileURLToPath(new URL("../", import.meta.url));
const repository = dirname(web.replace(/\/$/, ""));
const examples = join(repository, "pkg-examples");
const installed = join(examples, "node_modules");
const only = process.argv.slice(2);
const run = (program, args, cwd, env = {}) =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NO_COLOR: "1", ...env } });
const read = (folder) => JSON.parse(readFileSync(join(examples, folder, "package.json"), "utf8"));

const folders = readdirSync(examples).filter((name) => existsSync(join(examples, name, "README.md")) && (only.length === 0 || only.includes(name)));
const isRust = (name) => existsSync(join(examples, name, "Cargo.toml"));
const [ours, theirs] = [folders.filter((name) => !isRust(name)), folders.filter(isRust)];

/** The packed npm package, and what the examples need beside it, where every example finds them. */
function install() {
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(join(installed, ".bin"), { recursive: true });
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", "dist"], web));
  mkdirSync(join(installed, "wattflop"));
  run("tar", ["-xzf", join(web, "dist", filename), "-C", join(installed, "wattflop"), "--strip-components=1"], web);
  const named = ours.map(read).flatMap(({ dependencies, devDependencies }) => Object.keys({ ...dependencies, ...devDependencies }));
  for (const name of new Set(named.filter((name) => name !== "wattflop"))) {
    mkdirSync(dirname(join(installed, name)), { recursive: true });
    symlinkSync(join(web, "node_modules", name), join(installed, name));
  }
  cpSync(join(web, "node_modules/.bin"), join(installed, ".bin"), { recursive: true, verbatimSymlinks: false });
}

/** The packed crate, unpacked and dated now, since cargo compiles anew by date; the path of it. */
function crate() {
  run("cargo", ["package", "--allow-dirty", "--no-verify", "--quiet"], repository);
  const { version } = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));
  const folder = join(repository, "target/package/examples");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", join(repository, `target/package/wattflop-${version}.crate`), "-C", folder, "--strip-components=1", "--touch"], repository);
  return folder;
}

let failed = 0;
async function attempt(name, act) {
  try {
    await act();
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`not ok ${name}: ${error.stack ?? error}`);
  }
}

function expectText(said, patterns) {
  for (const pattern of patterns) if (!new RegExp(pattern, "m").test(said)) throw new Error(`/${pattern}/ is not in\n${said}`);
}

/** Opens an example's page, and waits for what it is to show. */
async function look(browser, name, { page: file, csp, shows }) {
  const headers = csp ? { "content-security-policy": csp } : {};
  const { origin, close } = await serve({ "/": join(examples, name), "/npm/wattflop/": join(installed, "wattflop") }, headers);
  const { page, faults } = await open(browser, `${origin}/${file}`);
  try {
    for (const [selector, pattern] of Object.entries(shows)) {
      await page.locator(selector.split(" ")[0]).first().scrollIntoViewIfNeeded();
      await page.locator(selector).first().filter({ hasText: new RegExp(pattern) }).waitFor({ timeout: 20_000 });
    }
    const real = faults.filter((fault) => !/favicon|404/.test(fault));
    if (real.length > 0) throw new Error(real.join("\n"));
  } catch (error) {
    throw new Error(`${error.message}\n${faults.join("\n")}\n${(await page.locator("body").innerText()).slice(0, 500)}`);
  } finally {
    await page.close();
    await close();
  }
}

if (ours.length > 0) {
  install();
  const browser = await launch();
  for (const name of ours) {
    await attempt(name, async () => {
      const { expects } = read(name);
      const said = run("npm", ["test", "--silent"], join(examples, name), { PATH: `${join(installed, ".bin")}:${process.env.PATH}` });
      expectText(said, expects.says ?? []);
      if (expects.page) await look(browser, name, expects);
    });
  }
  await browser.close();
}
if (theirs.length > 0) {
  const patch = `patch.crates-io.wattflop.path=${JSON.stringify(crate())}`;
  for (const name of theirs) {
    await attempt(name, () => {
      const said = run("cargo", ["run", "--quiet", "--config", patch], join(examples, name), { CARGO_TARGET_DIR: join(repository, "target/examples") });
      if (said.split("\n").length < 10) throw new Error(said);
    });
  }
}
console.log(`# pass ${folders.length - failed}\n# fail ${failed}`);
if (failed > 0) process.exitCode = 1;
