// The documentation as a static site that asks no network for anything: reference, cookbook, accuracy, sources. `npm run docs`.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as core from "wattflop";
import { opened, sources } from "./sources.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const page = (name, text) => writeFileSync(join(root, "dist/pages", name), text);

/** Every document, with how many rows of which part cite it. */
function listed() {
  const documents = sources(core);
  const row = ({ title, address, year, entries, inputs, tables }) => {
    const href = opened(address);
    const parts = [...new Set(entries.map(({ part }) => part))].map((part) => `${part} ${entries.filter((entry) => entry.part === part).length}`);
    const others = inputs.length > 0 ? [`inputs ${inputs.length}`] : [];
    return `| ${href ? `[${title}](${href})` : title} | ${year} | ${[...parts, ...others, ...tables.map(([en]) => en)].join(", ")} |`;
  };
  const credits = "Data of Epoch AI (CC BY 4.0), Our World in Data and Ember (CC BY 4.0), US EPA eGRID and EIA (public domain), Eurostat (reuse with attribution).";
  return `# Sources\n\n${documents.length} documents stand behind the figures; \`show(id)\` has those of each entry of the catalogue, \`explain(scenario, figure)\` those of each figure. ${credits}\n\n| document | year | what rests on it |\n| --- | --- | --- |\n${documents.map(row).join("\n")}\n`;
}

mkdirSync(join(root, "dist/pages"), { recursive: true });
page("accuracy.md", readFileSync(join(root, "../src/docs/accuracy.md"), "utf8"));
page("sources.md", listed());
execFileSync(process.execPath, [join(root, "node_modules/typedoc/bin/typedoc")], { cwd: root, stdio: "inherit" });
const site = join(root, "dist/docs");
const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html"));
const calls = pages.filter((name) => /<(?:script|link|img)[^>]+(?:src|href)="https?:/.test(readFileSync(join(site, name), "utf8")));
if (calls.length > 0) throw new Error(`these pages ask the network: ${calls.join(", ")}`);
console.log(`${pages.length} pages in dist/docs`);
