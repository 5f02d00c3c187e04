// The switches of language and colours. Texts of both languages stand in the page; `lang` says which is shown.
const NAMES = { en: "xAI’s gigafactory, Stargate", fr: "la gigafactory de xAI, Stargate" };
const page = document.documentElement;
const buttons = (key) => document.querySelectorAll(`button[data-${key}]`);

function press(key, value) {
  for (const button of buttons(key)) button.setAttribute("aria-pressed", String(button.dataset[key] === value));
}

function speak(lang) {
  page.lang = lang;
  document.title = page.dataset[lang === "fr" ? "titleFr" : "titleEn"];
  document.querySelector("wattflop-compare[names]")?.setAttribute("names", NAMES[lang]);
  for (const link of document.querySelectorAll(".masthead a[href$='.html'], .doors a, a.brand")) link.search = lang === "fr" ? "?lang=fr" : "";
  press("lang", lang);
}

function colour(theme) {
  page.dataset.theme = theme;
  press("theme", theme);
}

for (const button of buttons("lang")) button.addEventListener("click", () => speak(button.dataset.lang));
for (const button of buttons("theme")) button.addEventListener("click", () => colour(button.dataset.theme));

const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language.slice(0, 2);
speak(asked in NAMES ? asked : "en");
