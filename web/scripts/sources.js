// Every document behind the figures, from the core's own table: what it is, how well what it says is known, and what rests on it.
import { readFileSync } from "node:fs";

const src = (name) => readFileSync(new URL(`../../src/${name}`, import.meta.url), "utf8");

/** Parts of the catalogue that can be opened, with their names. */
export const PARTS = {
  clusters: ["Clusters", "Centres de calcul"], accelerators: ["Accelerators", "Accélérateurs"], systems: ["Servers and systems", "Serveurs et systèmes"], models: ["Models", "Modèles"],
  sites: ["Grids", "Réseaux électriques"], buildouts: ["Sites in phases", "Sites par étapes"], supplies: ["Supplies of electricity", "Approvisionnements"], sources: ["Sources of electricity", "Sources d’électricité"],
  coolings: ["Cooling", "Refroidissement"], methods: ["Methods of cost", "Méthodes de coût"],
};
/** Tables of the core that hold what the parts do not, with what they hold. */
const TABLES = {
  "catalogue/facility.rs": ["reference figures on facilities, networks and failures", "chiffres de référence sur sites, réseaux et pannes"],
  "catalogue/prices.rs": ["dated prices of renting", "prix de location datés"],
  "catalogue/defaults.rs": ["values where nothing is given", "valeurs quand rien n’est donné"],
  "catalogue/deflators.rs": ["price indices and exchange rates", "indices des prix et taux de change"],
  "catalogue/cooling.rs": ["cooling by climate", "refroidissement par climat"],
  "catalogue/grid.rs": ["grids", "réseaux électriques"],
  "catalogue/seed.rs": ["what was reported of the gigafactory and Stargate", "ce qu’on a rapporté de la gigafactory et de Stargate"],
  "throughput/mfu.rs": ["utilisation that runs reached", "utilisation atteinte par des entraînements"],
  "throughput/efficiency.rs": ["what a device reaches in training", "ce qu’une puce atteint à l’entraînement"],
  "throughput/serving/reached.rs": ["what a device reaches in serving", "ce qu’une puce atteint en service"],
  "workload/serving.rs": ["what is asked of a service", "ce que l’on demande à un service"],
  "analysis/scaling.rs": ["the scaling law", "la loi d’échelle"],
};
/** The files whose rows are the parts. */
const ROWS = ["clusters", "accelerators", "systems", "models", "supplies", "methods", "buildouts"].map((name) => `catalogue/${name}.rs`);
/** Licences under which data are taken over, by title; of all else, single facts are quoted. */
const LICENCES = [
  [/Epoch AI/, ["CC BY 4.0", "CC BY 4.0"]],
  [/Our World in Data|Ember/, ["CC BY 4.0", "CC BY 4.0"]],
  [/^(EPA|EIA|US |NREL|BLS|Federal Reserve|LBNL)/, ["public domain (US agency)", "domaine public (agence des États-Unis)"]],
  [/^Eurostat/, ["reuse with attribution", "réutilisation avec mention de la source"]],
  [/MIT licence/, ["MIT", "MIT"]],
];
const QUOTED = ["facts quoted", "faits cités"];
const GRADES = ["measured", "specified", "reported", "estimated", "assumed"];

/** Scenarios whose inputs between them are all that have a source. */
const SCENARIOS = [
  "xai-gigafactory", { cluster: "colossus-1" }, { cluster: "grok-2-cluster", model: "grok-2" }, { cluster: "meta-24k", model: "llama-3.1-405b" },
];

/** The documents by title: `{ title, address, year, licence, grades, entries, inputs, tables }`. */
export function sources({ inputs, list, show }) {
  const known = documents();
  const of = (source) => known.find(({ title, address }) => title === source.title && address === source.address);
  for (const part of Object.keys(PARTS)) {
    for (const { id } of list(part).rows) {
      const [{ name, sources }, french] = [show(id), show(id, { lang: "fr" }).name];
      for (const source of sources) {
        const { entries } = of(source);
        if (!entries.some((entry) => entry.name === name)) entries.push({ part, id, name, french });
      }
    }
  }
  const labels = new Map();
  for (const scenario of SCENARIOS) {
    const french = inputs(scenario, { lang: "fr" }).inputs;
    for (const [place, { path, label, sources }] of inputs(scenario).inputs.entries()) {
      labels.set(path, [label, french[place].label]);
      for (const source of sources.map(of).filter((document) => !document.entries.some(({ part }) => OWNED[part]?.some((begin) => path.startsWith(begin))))) source.inputs.add(path);
    }
  }
  return known.map((document) => ({ ...document, inputs: [...document.inputs].map((path) => ({ path, label: labels.get(path) })) }));
}

/** What the inputs that are read from a part's rows begin with: they are told by the rows. */
const OWNED = { clusters: ["cluster.pools."], accelerators: ["cluster.pools."], systems: ["cluster.pools."], models: ["model.", "run."], sites: ["site.carbon"] };

/** The table of documents, with the grades at which they are cited, and the tables that cite them. */
function documents() {
  const row = /pub static (\w+): Source =\s*Source \{\s*title:\s*"((?:[^"\\]|\\.)*)",\s*address:\s*"([^"]*)",\s*year: (\d+),?\s*\}/g;
  const files = [...Object.keys(TABLES), ...ROWS];
  const cited = citations(files);
  return [...src("catalogue/sources.rs").matchAll(row)]
    .map(([, name, title, address, year]) => {
      const grades = new Set(cited.filter(({ names }) => names.includes(name)).map(({ grade }) => grade));
      const tables = files.filter((file) => file in TABLES && new RegExp(`\\b${name}\\b`).test(src(file))).map((file) => TABLES[file]);
      return { title: title.replaceAll('\\"', '"'), address, year: Number(year), licence: LICENCES.find(([of]) => of.test(title))?.[1] ?? QUOTED, grades: GRADES.filter((grade) => grades.has(grade)), entries: [], inputs: new Set(), tables };
    })
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}

const NAME = /[A-Z][A-Z0-9_]{3,}/g;

/** Each piece of evidence: its grade, and the names of its documents. */
function citations(files) {
  const evidence = /(?:Grade::(\w+),\s*(?:sources: )?|Evidence::reported\(\s*)&\[([^\]]*)\]/g;
  const cited = (file) => [...src(file).matchAll(evidence)].map(([, grade = "reported", names]) => ({ grade: grade.toLowerCase(), names: names.match(NAME) ?? [] }));
  // The rows of this table have one grade, which its macro says.
  const reached = { grade: "estimated", names: src("throughput/mfu.rs").match(NAME) };
  return [...files.flatMap(cited), reached];
}

/** Where a document can be opened; empty where it has no address of its own. */
export const opened = (address) => (/^https?:/.test(address) ? address : address.startsWith("arXiv:") ? `https://arxiv.org/abs/${address.slice(6)}` : "");
