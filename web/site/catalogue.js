// The catalogue as tables: a part, a search, an entry.
import { fieldName } from "./fields.js";
import { inputs, list, load, show } from "./wattflop/index.js";

const PARTS = {
  clusters: ["Clusters", "Centres de calcul"], accelerators: ["Accelerators", "Accélérateurs"], models: ["Models", "Modèles"], sites: ["Grids", "Réseaux électriques"],
  systems: ["Servers and systems", "Serveurs et systèmes"], buildouts: ["Sites in phases", "Sites par étapes"], supplies: ["Supplies of electricity", "Approvisionnements"],
  sources: ["Sources of electricity", "Sources d’électricité"], coolings: ["Cooling", "Refroidissement"], climates: ["Climates", "Climats"], methods: ["Methods of cost", "Méthodes de coût"], prices: ["Prices", "Prix"],
};
const WORDS = {
  en: { found: (count) => `${count} ${count === 1 ? "entry" : "entries"}`, sources: "Sources", notes: "Remarks", field: "Field", value: "Value", grade: "How it is known", open: "Open", none: "not published", unknown: "number unknown", uses: "all that rests on it" },
  fr: { found: (count) => `${count} ${count < 2 ? "entrée" : "entrées"}`, sources: "Sources", notes: "Remarques", field: "Champ", value: "Valeur", grade: "Comment on le sait", open: "Ouvrir", none: "non publié", unknown: "nombre inconnu", uses: "tout ce qui repose dessus" },
};
const GRADES = { fr: { measured: "mesuré", specified: "spécifié", reported: "rapporté", estimated: "estimé", assumed: "supposé" } };
const $ = (id) => document.getElementById(id);
const lang = () => document.documentElement.lang;
const words = () => WORDS[lang()] ?? WORDS.en;
const make = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text }, attributes);
/** What inputs and sources of electricity are called, by path and id. */
const labels = {};
const labelOf = (key) => {
  labels[lang()] ??= new Map([...inputs("xai-gigafactory", { lang: lang() }).inputs.map(({ path, label }) => [path, label]), ...list("sources", { lang: lang() }).rows.map(({ id, name }) => [id, name])]);
  return labels[lang()].get(key);
};
/** What a thousand millions and more are called in French, with what they are multiplied by. */
const LARGE = { million: [1, "million"], billion: [1, "milliard"], trillion: [1000, "milliard"] };
const french = (number) => number.replace(/,/g, "\u202f").replace(".", ",");
function amount(_, dollar, number, scale) {
  if (!scale) return `${french(number)}${dollar && "\u00a0$"}`;
  const [times, name] = LARGE[scale];
  const value = Number(number.replaceAll(",", "")) * times;
  return `${french(value.toLocaleString("en"))}\u00a0${name}${value < 2 ? "" : "s"}${dollar && " de dollars"}`;
}
const inFrench = (text) => text.replace(/(\$?)(\d[\d,]*(?:\.\d+)?)(?: (million|billion|trillion)\b)?/g, amount).replaceAll(" to ", " à ").replaceAll("device", "puce");
/** How many chips of which kind, where a number may be unknown. */
const chips = (text) => text.replace(/\? (\S+)/g, (_, chip) => `${chip} (${words().unknown})`).replace(/\b\d{5,}\b/g, (number) => Number(number).toLocaleString("en"));
/** Values that are one of few words. */
const VALUES = { fr: { existing: "en service", planned: "prévu", reported: "rapporté", stated: "déclarée", surveyed: "relevée", formula: "calculée", country: "pays", region: "région", state: "État", subregion: "sous-région", yes: "oui", no: "non" } };
/** A value as the language writes it: the catalogue's own are English. */
function written(text, key) {
  const word = VALUES[lang()]?.[text];
  if (word) return word;
  const told = key === "devices" ? chips(text) : text;
  return lang() === "fr" && /^[\d≥≤~$]/.test(told) ? inFrench(told) : told;
}
/** What is so short stays on one line. */
const SHORT = 26;
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
  const keys = Object.keys(rows[0] ?? {});
  $("part-title").textContent = PARTS[part][place];
  $("found").textContent = words().found(rows.length);
  const head = document.createElement("tr");
  head.append(...keys.map((key) => make("th", titled(key), { scope: "col" })));
  document.querySelector("#rows thead").replaceChildren(head);
  document.querySelector("#rows tbody").replaceChildren(...rows.map((row) => line(row, keys)));
  open(entry);
}

function line(row, keys) {
  const tr = document.createElement("tr");
  tr.append(...keys.map((key, place) => {
    if (place > 0 || !("id" in row)) return make(place === 0 ? "th" : "td", written(row[key], key), { ...(place === 0 ? { scope: "row" } : {}), className: key !== "name" && row[key].length <= SHORT ? "short" : "" });
    const cell = make("th", undefined, { scope: "row" });
    const button = make("button", row.id, { type: "button", className: "id" });
    button.setAttribute("aria-label", `${words().open} ${row.id}`);
    button.addEventListener("click", () => {
      go({ entry: row.id }, true);
      $("entry").querySelector("h2")?.focus();
    });
    cell.append(button);
    return cell;
  }));
  return tr;
}

/** Fields in their order, those that are numbers among them too; remarks where there are any. */
const inOrder = (fields) => {
  const told = fields.filter(([key, { text }]) => text || !key.endsWith("_note"));
  return told.every(([key]) => /^\d/.test(key)) ? told.sort(([a], [b]) => a.localeCompare(b, "en")) : told;
};

function open(id) {
  const box = $("entry");
  if (!id) return box.replaceChildren();
  try {
    const { name, fields, notes, sources } = show(id, { lang: lang() });
    const table = make("table");
    const head = make("tr");
    head.append(...[words().field, words().value, words().grade].map((text) => make("th", text, { scope: "col" })));
    table.append(head, ...inOrder(Object.entries(fields)).map(([key, { text, grade }]) => {
      const tr = make("tr");
      tr.append(make("th", titled(key), { scope: "row" }), make("td", text === null || text === undefined ? words().none : written(text, key)), make("td", grade ? (GRADES[lang()]?.[grade] ?? grade) : "–"));
      return tr;
    }));
    const cited = make("ul");
    cited.append(...sources.map(({ title, address, year }) => {
      const item = make("li");
      const href = /^https?:/.test(address) ? address : address.startsWith("arXiv:") ? `https://arxiv.org/abs/${address.slice(6)}` : "";
      const document = href ? make("a", title, { href, rel: "noopener noreferrer", target: "_blank", lang: "en" }) : make("span", title, { lang: "en" });
      item.append(document, `, ${year} · `, make("a", words().uses, { href: `sources.html${location.search}#search=${encodeURIComponent(title)}`, className: "aside" }));
      return item;
    }));
    const heading = make("h2", name, { tabIndex: -1 });
    const remarks = notes.length ? [make("h3", words().notes), ...notes.map((text) => make("p", text, { lang: "en" }))] : [];
    const scroll = make("div", undefined, { className: "scroll", tabIndex: 0 });
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", name);
    scroll.append(table);
    box.replaceChildren(heading, scroll, make("h3", words().sources), cited, ...remarks);
  } catch (error) {
    box.replaceChildren(make("p", error.message));
  }
}

await load();
$("part").addEventListener("change", ({ target }) => go({ part: target.value, search: "", entry: "" }, true));
$("search").addEventListener("input", ({ target }) => go({ search: target.value }));
document.querySelector(".finder").addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", draw);
new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["lang"] });
draw();
