// The list of sources as rows of a table, in both languages.
import { PARTS, opened } from "./sources.js";

const GRADES_FR = { measured: "mesuré", specified: "spécifié", reported: "rapporté", estimated: "estimé", assumed: "supposé" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const both = ([en, fr]) => (en === fr ? escaped(en) : `<span data-en>${escaped(en)}</span><span data-fr>${escaped(fr)}</span>`);
/** Parts whose names are of both languages. */
const LOCAL = ["sites", "sources", "supplies", "coolings"];
/** So many are shown; more of them are one step away. */
const FEW = 3;

export const sourceRows = (documents) => documents.map(row).join("\n");

function row({ title, address, year, licence, grades, entries, inputs, tables }) {
  const href = opened(address);
  const name = href ? `<a href="${escaped(href)}" rel="noopener noreferrer" target="_blank">${escaped(title)}</a>` : escaped(title);
  const at = href ? `<span class="at">${new URL(href).host.replace(/^www\./, "")}</span>` : "";
  const known = grades.length > 0 ? both([grades.join(", "), grades.map((grade) => GRADES_FR[grade]).join(", ")]) : "–";
  const rests = [...ofEntries(entries), ...many(inputs.map(({ label }) => both(label)), ["inputs", "entrées"]), ...tables.map(both)];
  return `<tr><th scope="row"><span lang="en">${name}</span>${at}</th><td>${year}</td><td>${known}</td><td>${both(licence)}</td><td>${rests.map((one) => `<div>${one}</div>`).join("")}</td></tr>`;
}

/** Entries, part by part. */
function ofEntries(entries) {
  const of = (part) => entries.filter((entry) => entry.part === part).map(({ id, name, french }) => `<a href="catalogue.html#part=${part}&amp;entry=${id}"${name === french && !LOCAL.includes(part) ? ' lang="en"' : ""}>${both([name, french])}</a>`);
  return Object.entries(PARTS).flatMap(([part, names]) => many(of(part), names.map((name) => name.toLowerCase())));
}

/** Few by themselves, many behind their number. */
function many(items, [en, fr]) {
  if (items.length <= FEW) return items;
  return [`<details><summary>${both([`${items.length} ${en}`, `${items.length} ${fr}`])}</summary>${items.map((one) => `<div>${one}</div>`).join("")}</details>`];
}
