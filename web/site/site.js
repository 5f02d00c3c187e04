// The switches of language and colours. Texts of both languages stand in the page; `lang` says which is shown.
const NAMES = { en: "xAI’s gigafactory, Stargate", fr: "la gigafactory de xAI, Stargate" };
const page = document.documentElement;
const buttons = (key) => document.querySelectorAll(`button[data-${key}]`);

function press(key, value) {
  for (const button of buttons(key)) button.setAttribute("aria-pressed", String(button.dataset[key] === value));
}

/** Keeps a switch in the address, unless it stands as usual, and in the links to other pages: a reload and a copied address show the same. */
function keep(key, value) {
  const address = new URL(location.href);
  if (value) address.searchParams.set(key, value);
  else address.searchParams.delete(key);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
  for (const link of document.links) if (link.origin === address.origin && link.pathname.endsWith(".html")) link.search = address.search;
}

function speak(lang) {
  page.lang = lang;
  document.title = page.dataset[lang === "fr" ? "titleFr" : "titleEn"];
  document.querySelector("wattflop-compare[names]")?.setAttribute("names", NAMES[lang]);
  press("lang", lang);
  keep("lang", lang === "en" && own === "en" ? "" : lang);
}

function colour(theme) {
  if (theme === "auto") delete page.dataset.theme;
  else page.dataset.theme = theme;
  press("theme", theme);
  keep("theme", theme === "auto" ? "" : theme);
}

for (const button of buttons("lang")) button.addEventListener("click", () => speak(button.dataset.lang));
for (const button of buttons("theme")) button.addEventListener("click", () => colour(button.dataset.theme));

const spoken = (tag) => (tag in NAMES ? tag : "en");
const own = spoken(navigator.language.slice(0, 2));
const asked = new URLSearchParams(location.search);
speak(asked.has("lang") ? spoken(asked.get("lang")) : own);
colour(["light", "dark"].includes(asked.get("theme")) ? asked.get("theme") : "auto");
