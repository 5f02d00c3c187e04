// The catalogue as tables: a part, a search, an entry that opens under its row.
import { fieldName } from "./fields.js";
import { REMARKS, quoted, written } from "./values.js";
import { inputs, list, load, show } from "./wattflop/index.js";

const PARTS = {
  clusters: ["Clusters", "Centres de calcul"], accelerators: ["Accelerators", "Accélérateurs"], models: ["Models", "Modèles"], sites: ["Grids", "Réseaux électriques"],
  systems: ["Servers and systems", "Serveurs et systèmes"], buildouts: ["Sites in phases", "Sites par étapes"], supplies: ["Supplies of electricity", "Approvisionnements"],
  sources: ["Sources of electricity", "Sources d’électricité"], coolings: ["Cooling", "Refroidissement"], climates: ["Climates", "Climats"], methods: ["Methods of cost", "Méthodes de coût"], prices: ["Prices", "Prix"],
};
const WORDS = {
  en: { found: (count) => `${count} ${count === 1 ? "entry" : "entries"}`, sources: "Sources", notes: "Remarks", field: "Field", value: "Value", grade: "How it is known", id: "Id", none: "not published", uses: "all that rests on it" },
  fr: { found: (count) => `${count} ${count < 2 ? "entrée" : "entrées"}`, sources: "Sources", notes: "Remarques", field: "Champ", value: "Valeur", grade: "Comment on le sait", id: "Identifiant", none: "non publié", uses: "tout ce qui repose dessus" },
};
const GRADES = { fr: { measured: "mesuré", specified: "spécifié", reported: "rapporté", estimated: "estimé", assumed: "supposé" } };
/** Parts whose names are of both languages; those of the others are English, or nobody's. */
const LOCAL = ["sites", "sources", "supplies", "coolings", "climates"];
/** The parts whose names stand for ids. */
const NAMING = ["accelerators", "clusters", "sites", "sources"];
const $ = (id) => document.getElementById(id);
const lang = () => document.documentElement.lang;
const words = () => WORDS[lang()] ?? WORDS.en;
const make = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text }, attributes);
const labels = {};
/** What inputs and entries are called, by path and id. */
const labelOf = (key) => {
  const called = ({ id, path, name, label }) => [id ?? path, name ?? label];
  labels[lang()] ??= new Map([...inputs("xai-gigafactory", { lang: lang() }).inputs, ...NAMING.flatMap((part) => list(part, { lang: lang() }).rows)].map(called));
  return labels[lang()].get(key);
};
const value = (text, key) => written(text, key, lang(), labelOf);
/** What is so short stays on one line. */
const SHORT = 18;
const titled = (key) => fieldName(key, lang() === "fr" ? 1 : 0, labelOf) ?? key;

function state() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return { part: asked.get("part") in PARTS ? asked.get("part") : "clusters", search: asked.get("search") ?? "", entry: asked.get("entry") ?? "" };
}

function go(change, push = false) {
  const next = Object.entries({ ...state(), ...change }).filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  history[push ? "pushState" : "replaceState"](null, "", `#${next}`);
  draw();
}

function draw() {
  const { part, search, entry } = state();
  const place = lang() === "fr" ? 1 : 0;
  $("part").replaceChildren(...Object.entries(PARTS).map(([id, names]) => make("option", names[place], { value: id, selected: id === part })));
  if (document.activeElement !== $("search")) $("search").value = search;
  const { rows } = list(part, { lang: lang(), search });
  const keys = Object.keys(rows[0] ?? {}).filter((key) => key !== "id");
  $("part-title").textContent = PARTS[part][place];
  $("found").textContent = words().found(rows.length);
  const head = document.createElement("tr");
  head.append(...keys.map((key) => make("th", titled(key), { scope: "col" })));
  document.querySelector("#rows thead").replaceChildren(head);
  const isListed = rows.some(({ id }) => id === entry);
  const lines = rows.flatMap((row) => (row.id && row.id === entry ? [line(row, keys, entry), opened(entry, keys.length)] : [line(row, keys, entry)]));
  document.querySelector("#rows tbody").replaceChildren(...(entry && !isListed ? [opened(entry, keys.length || 1)] : []), ...lines);
}

function line(row, keys, entry) {
  const tr = document.createElement("tr");
  tr.append(...keys.map((key, place) => {
    const text = row[key] ? value(row[key], key) : "–";
    if (place > 0) return labelled(make("td", text, { className: text.length <= SHORT ? "short" : "" }), key, row[key]);
    const cell = make("th", row.id ? undefined : text, { scope: "row" });
    if (row.id) cell.append(opener(row.id, text, row.id === entry), make("code", row.id, { className: "id" }));
    return cell;
  }));
  return tr;
}

/** A cell that says its field where the head of its column does not stand, as on a phone. */
function labelled(cell, key, isKnown) {
  cell.dataset.label = titled(key);
  cell.classList.toggle("none", !isKnown);
  return cell;
}

/** The language of names. */
const tongue = () => (LOCAL.includes(state().part) ? lang() : "en");

function opener(id, name, isOpen) {
  const button = make("button", name, { type: "button", className: "open", lang: tongue() });
  button.setAttribute("aria-expanded", String(isOpen));
  button.addEventListener("click", () => {
    go({ entry: isOpen ? "" : id }, true);
    if (isOpen) document.querySelector(`#rows [data-id="${CSS.escape(id)}"]`)?.focus();
    else $("entry").querySelector("h2")?.focus();
  });
  button.dataset.id = id;
  return button;
}

/** Fields that most entries rightly lack. */
const OPTIONAL = /_note$|, range$|^last stage/;

/** Fields in their order, those that are numbers among them too; remarks where there are any. */
const inOrder = (fields) => {
  const told = fields.filter(([key, { text }]) => text || !OPTIONAL.test(key));
  return told.every(([key]) => /^\d/.test(key)) ? told.sort(([a], [b]) => a.localeCompare(b, "en")) : told;
};

function fieldTable(fields) {
  const table = make("table");
  const head = make("tr");
  head.append(...[words().field, words().value, words().grade].map((text) => make("th", text, { scope: "col" })));
  table.append(head, ...inOrder(Object.entries(fields)).map(([key, { text, grade }]) => {
    const tr = make("tr");
    tr.append(make("th", titled(key), { scope: "row" }), make("td", text === null || text === undefined ? words().none : value(text, key)), make("td", grade ? (GRADES[lang()]?.[grade] ?? grade) : "–"));
    return tr;
  }));
  return table;
}

function cited({ title, address, year }) {
  const item = make("li");
  const href = /^https?:/.test(address) ? address : address.startsWith("arXiv:") ? `https://arxiv.org/abs/${address.slice(6)}` : "";
  const document = href ? make("a", title, { href, rel: "noopener noreferrer", target: "_blank", lang: "en" }) : make("span", title, { lang: "en" });
  item.append(document, `, ${year} · `, make("a", words().uses, { href: `sources.html${location.search}#search=${encodeURIComponent(title)}`, className: "aside" }));
  return item;
}

const remark = (text) => (lang() === "fr" && REMARKS[text] ? make("p", REMARKS[text]) : make("p", text, { lang: "en" }));

/** The row of an entry that is open. */
function opened(id, wide) {
  const row = make("tr", undefined, { className: "opened" });
  const box = make("td", undefined, { id: "entry", colSpan: wide });
  row.append(box);
  try {
    const { name, fields, notes, sources } = show(id, { lang: lang() });
    const list = make("ul");
    list.append(...sources.map(cited));
    box.append(make("h2", quoted(name, lang()), { tabIndex: -1, lang: tongue() }), fieldTable(fields), make("h3", words().sources), list);
    if (notes.length) box.append(make("h3", words().notes), ...notes.map(remark));
  } catch (error) {
    box.append(make("p", error.message));
  }
  return row;
}

/** Draws what the address asks for, with an entry in sight. */
function arrive() {
  draw();
  $("entry")?.closest("tr").previousElementSibling?.scrollIntoView();
}

await load();
$("part").addEventListener("change", ({ target }) => go({ part: target.value, search: "", entry: "" }, true));
$("search").addEventListener("input", ({ target }) => go({ search: target.value, entry: "" }));
document.querySelector(".finder").addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", arrive);
new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["lang"] });
arrive();
