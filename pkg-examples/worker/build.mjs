// esbuild writes the page; the worker and the core stay beside it as the package ships them.
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const shipped = fileURLToPath(new URL(".", import.meta.resolve("wattflop/core.wasm")));
await build({ entryPoints: ["page.js"], bundle: true, format: "esm", outdir: "dist", target: "es2022", logLevel: "warning" });
cpSync(shipped, "dist", { recursive: true, filter: (path) => !/embed|inline|elements|types|site|schema|LICENSE/.test(path.slice(shipped.length)) });
