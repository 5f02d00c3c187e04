// The code of each exhibit, and what its element takes, from the custom-elements manifest.
const manifest = await (await fetch("wattflop/custom-elements.json")).json();
const declared = new Map(manifest.modules.flatMap(({ declarations }) => declarations).map((one) => [one.tagName, one]));
const both = (en, fr) => `<span data-en>${en}</span><span data-fr>${fr}</span>`;
const safe = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]).replace(/`([^`]+)`/g, "<code>$1</code>");

for (const exhibit of document.querySelectorAll(".exhibit")) {
  const { tag } = exhibit.dataset;
  const { description, attributes, events, cssParts } = declared.get(tag);
  exhibit.querySelector("h2").insertAdjacentHTML("afterend", `<p class="tagline"><code>&lt;${tag}&gt;</code> <span lang="en">${safe(description)}</span></p>`);
  for (const show of exhibit.querySelectorAll(".show")) offer(show, codeOf(show.querySelector(tag)));
  exhibit.insertAdjacentHTML("beforeend", `
    <details class="takes"><summary>${both("Attributes, events, parts", "Attributs, événements, parties")}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="${tag}"><table lang="en"><thead><tr><th scope="col">Attribute</th><th scope="col">Type</th><th scope="col">Default</th><th scope="col">Meaning</th></tr></thead>
      <tbody>${attributes.map(({ name, type, default: usual, description: meaning }) => `<tr><th scope="row"><code>${name}</code></th><td>${safe(type.text)}</td><td>${usual ? safe(usual) : "–"}</td><td>${safe(meaning)}</td></tr>`).join("")}</tbody></table></div>
      <p lang="en"><strong>Events</strong> ${events.map(({ name, description: meaning }) => `<code>${name}</code> (${safe(meaning)})`).join(" · ")}</p>
      <p lang="en"><strong>Parts</strong> ${cssParts.map(({ name }) => `<code>${name}</code>`).join(" · ")}</p>
    </details>`);
}

/** The tag of an element as it would stand in another page: addresses are whole. */
function codeOf(element) {
  const copy = element.cloneNode(false);
  if (copy.hasAttribute("frame")) copy.setAttribute("frame", new URL(copy.getAttribute("frame"), location.href).href);
  return copy.outerHTML.replace(/=""/g, "");
}

function offer(show, code) {
  show.insertAdjacentHTML("afterend", `<div class="code"><pre tabindex="0"><code>${safe(code)}</code></pre><button type="button" class="copy">${both("Copy the code", "Copier le code")}</button><span role="status" class="copied"></span></div>`);
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
