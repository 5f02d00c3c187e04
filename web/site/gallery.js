// The code of each exhibit, and what its element takes, from the custom-elements manifest.
import { ELEMENTS_FR } from "./elements-fr.js";

const manifest = await (await fetch("wattflop/custom-elements.json")).json();
const declared = new Map(manifest.modules.flatMap(({ declarations }) => declarations).map((one) => [one.tagName, one]));
const both = (en, fr) => `<span data-en>${en}</span><span data-fr>${fr}</span>`;
const safe = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]).replace(/`([^`]+)`/g, "<code>$1</code>");
/** A text of the manifest in both languages, with the spaces that French signs ask for. */
const told = (text) => (ELEMENTS_FR[text] ? both(safe(text).replace(/(\d) %/g, "$1\u00a0%"), safe(ELEMENTS_FR[text].replace(/ ([:;%])/g, "\u00a0$1"))) : safe(text));
const HEADS = [["Attribute", "Attribut"], ["Takes", "Reçoit"], ["Default", "Par défaut"], ["Meaning", "Sens"]];
/** A row of names with what they say. */
const row = ([en, fr], names) => `<p>${both(`<strong>${en}</strong>`, `<strong>${fr}</strong>`)} ${names.map(({ name, description }) => `<code>${name}</code>${description ? ` (${told(description)})` : ""}`).join(" · ")}</p>`;

for (const exhibit of document.querySelectorAll(".exhibit")) {
  const { tag } = exhibit.dataset;
  const { description, attributes, events, cssParts, cssProperties } = declared.get(tag);
  exhibit.querySelector("h2").insertAdjacentHTML("afterend", `<p class="tagline"><code>&lt;${tag}&gt;</code> ${told(description)}</p>`);
  for (const show of exhibit.querySelectorAll(".show")) offer(show, codeOf(show.querySelector(tag)));
  exhibit.insertAdjacentHTML("beforeend", `
    <details class="takes"><summary>${both("Attributes, events, parts", "Attributs, événements, parties")}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${tag}"><table><thead><tr>${HEADS.map(([en, fr]) => `<th scope="col">${both(en, fr)}</th>`).join("")}</tr></thead>
      <tbody>${attributes.map(({ name, type, default: usual, description: meaning }) => `<tr><th scope="row"><code>${name}</code></th><td lang="en">${takes(type.text)}</td><td${usual ? "" : ' class="none"'}>${usual ? `<span class="usually">${both(...HEADS[2])} </span>${told(usual)}` : "–"}</td><td>${told(meaning)}</td></tr>`).join("")}</tbody></table></div>
      ${row(["Events", "Événements"], events)}
      ${row(["Parts", "Parties"], cssParts)}
      ${row(["Custom properties", "Propriétés CSS"], cssProperties)}
    </details>`);
}

/** What an attribute takes: one of several words, or a kind of value. */
function takes(type) {
  const known = type.split(" | ");
  return known.length > 1 ? known.map((one) => `<code>${one}</code>`).join(", ") : type;
}

/** The tag of an element as it would stand in another page: addresses are whole. */
function codeOf(element) {
  const copy = element.cloneNode(false);
  if (copy.hasAttribute("frame")) copy.setAttribute("frame", new URL(copy.getAttribute("frame"), location.href).href);
  return copy.outerHTML.replace(/=""/g, "");
}

function offer(show, code) {
  show.insertAdjacentHTML("afterend", `<div class="code"><pre tabindex="0"><code>${safe(code)}</code></pre><div><button type="button" class="copy">${both("Copy the code", "Copier le code")}</button><span role="status" class="copied"></span></div></div>`);
  show.nextElementSibling.querySelector(".copy").addEventListener("click", async ({ currentTarget }) => {
    const status = currentTarget.nextElementSibling;
    try {
      await navigator.clipboard.writeText(code);
      status.innerHTML = both("Copied.", "Copié.");
    } catch {
      status.innerHTML = both("Select the code to copy it.", "Sélectionnez le code pour le copier.");
    }
  });
}
