// The documentation as a static site that asks no network for anything: reference, cookbook, accuracy, sources. `npm run docs`.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { list, show } from "wattflop";

const root = fileURLToPath(new URL("../", import.meta.url));
const page = (name, text) => writeFileSync(join(root, "dist/pages", name), text);

/** Every document that the catalogue cites, with the parts that cite it. */
function sources() {
  const cited = new Map();
  for (const part of ["accelerators", "systems", "clusters", "models", "sites", "supplies", "sources", "coolings", "methods"]) {
    for (const { id } of list(part).rows) {
      for (const source of show(id).sources) {
        const key = `${source.title} ${source.address}`;
        const { parts } = cited.get(key) ?? cited.set(key, { source, parts: new Map() }).get(key);
        parts.set(part, (parts.get(part) ?? 0) + 1);
      }
    }
  }
  const rows = [...cited.values()].sort((a, b) => a.source.title.localeCompare(b.source.title, "en"));
  const row = ({ source: { title, address, year }, parts }) => {
    const linked = address.startsWith("http") ? `[${title}](${address})` : address.startsWith("arXiv:") ? `[${title}](https://arxiv.org/abs/${address.slice(6)})` : title;
    return `| ${linked} | ${year} | ${[...parts].map(([part, count]) => `${part} ${count}`).join(", ")} |`;
  };
  const credits = "Data of Epoch AI (CC BY 4.0), Our World in Data and Ember (CC BY 4.0), US EPA eGRID and EIA (public domain), Eurostat (reuse with attribution).";
  return `# Sources\n\n${rows.length} documents stand behind the catalogue; \`show(id)\` has those of each entry, \`explain(scenario, figure)\` those of each figure. ${credits}\n\n| document | year | rows that cite it |\n| --- | --- | --- |\n${rows.map(row).join("\n")}\n`;
}

mkdirSync(join(root, "dist/pages"), { recursive: true });
page("accuracy.md", readFileSync(join(root, "../src/docs/accuracy.md"), "utf8"));
page("sources.md", sources());
execFileSync(process.execPath, [join(root, "node_modules/typedoc/bin/typedoc")], { cwd: root, stdio: "inherit" });
const site = join(root, "dist/docs");
const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html"));
const calls = pages.filter((name) => /<(?:script|link|img)[^>]+(?:src|href)="https?:/.test(readFileSync(join(site, name), "utf8")));
if (calls.length > 0) throw new Error(`these pages ask the network: ${calls.join(", ")}`);
console.log(`${pages.length} pages in dist/docs`);
