// The search of the list of sources: rows that do not hold its words are hidden, and the address keeps it.
const FOUND = {
  en: (count) => `${count} ${count === 1 ? "document" : "documents"}`,
  fr: (count) => `${count} ${count < 2 ? "document" : "documents"}`,
};
const search = document.getElementById("search");
const found = document.getElementById("found");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const rows = [...document.querySelectorAll("#sources tbody tr")].map((row) => [row, plain(row.textContent)]);

function sift() {
  const wanted = plain(search.value).split(/\s+/).filter(Boolean);
  for (const [row, text] of rows) row.hidden = !wanted.every((word) => text.includes(word));
  found.textContent = FOUND[document.documentElement.lang](rows.filter(([row]) => !row.hidden).length);
}

/** What the address asks for. */
function read() {
  search.value = new URLSearchParams(location.hash.slice(1)).get("search") ?? "";
  sift();
}

search.addEventListener("input", () => {
  history.replaceState(null, "", search.value ? `#search=${encodeURIComponent(search.value)}` : location.pathname + location.search);
  sift();
});
document.querySelector(".finder").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", read);
new MutationObserver(sift).observe(document.documentElement, { attributeFilter: ["lang"] });
read();
