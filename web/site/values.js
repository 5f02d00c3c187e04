// What stands in the catalogue, as a page writes it in either language. tests/site.test.js fails where a remark or a word has no French.

/** Remarks, by their English. */
export const REMARKS = {
  "2026, unofficial, low confidence": "2026, non officiel, peu sûr",
  "Google's list, unchecked": "Liste de Google, non vérifiée",
  "2025-S2, 0.1636 EUR, 2-20 GWh a year, without VAT, at 1.1661 USD": "Second semestre 2025, 0,1636 EUR, de 2 à 20 GWh par an, hors TVA, à 1,1661 USD",
  "2024-S2, 0.5-2 GWh a year, without taxes, about 1.08 USD/EUR; a campus buys above 150 GWh, usually cheaper": "Second semestre 2024, de 0,5 à 2 GWh par an, hors taxes, à environ 1,08 USD/EUR ; un campus achète plus de 150 GWh, le plus souvent moins cher",
  "2024-S1, 0.0939 EUR, non-household, without recoverable taxes, at 1.081 USD": "Premier semestre 2024, 0,0939 EUR, hors ménages, hors taxes récupérables, à 1,081 USD",
  "2025-H1, 0.1902 EUR without VAT at 1.0937 USD; 0.1941 EUR in 2024-S2": "Premier semestre 2025, 0,1902 EUR hors TVA à 1,0937 USD ; 0,1941 EUR au second semestre 2024",
  "Not checked against a document": "Non vérifié sur un document",
  "2024": "2024",
  "Average of industry, 2023": "Moyenne de l’industrie, 2023",
  "2023, EIA average of industry": "2023, moyenne de l’industrie selon l’EIA",
  "CO2 of the generation within the state; what is imported or exported is not seen": "CO2 de la production dans l’État ; ce qui est importé ou exporté n’est pas vu",
  "2023, average revenue of the class": "2023, recette moyenne de la catégorie",
  "Arizona": "Arizona",
  "Abilene, Denton (ERCOT)": "Abilene, Denton (ERCOT)",
  "Mount Pleasant, Wisconsin lies here or in RFCW": "Mount Pleasant (Wisconsin) se trouve ici ou dans RFCW",
  "Iowa, Minnesota": "Iowa, Minnesota",
  "Oregon, Washington, Utah, Nevada": "Oregon, Washington, Utah, Nevada",
  "Ohio, Indiana, W. PA (PJM/AEP), SE Wisconsin": "Ohio, Indiana, ouest de la Pennsylvanie (PJM/AEP), sud-est du Wisconsin",
  "Oklahoma": "Oklahoma",
  "Louisiana, Mississippi (MISO South)": "Louisiane, Mississippi (MISO South)",
  "Georgia, Alabama": "Géorgie, Alabama",
  "Memphis/Colossus (TVA)": "Memphis, Colossus (TVA)",
  "Northern Virginia (Dominion)": "Nord de la Virginie (Dominion)",
  "The whole country; by life cycle 369.5": "Le pays entier ; 369,5 en cycle de vie",
  "No figure taken": "Aucun chiffre n’en est repris",
};
/** Values that are one of few words. */
export const VALUES = {
  existing: "en service", planned: "prévu", reported: "rapporté", stated: "déclarée", surveyed: "relevée", formula: "calculée", country: "pays", region: "région", state: "État", subregion: "sous-région", yes: "oui", no: "non",
  "on-demand": "à la demande", spot: "au prix du moment", "reserved 1y": "réservé un an", "reserved 3y": "réservé trois ans", "capacity block": "bloc de capacité", service: "service", "lowest listed": "le plus bas affiché", community: "entre particuliers", marketplace: "place de marché",
  "neocloud market": "marché des néoclouds", "multi-region": "plusieurs régions", "multi-campus within ~2 km, US": "plusieurs campus à moins de 2 km environ, États-Unis", "HBM3 (96GB) or HBM3e (144GB)": "HBM3 (96 Go) ou HBM3e (144 Go)", "on-wafer SRAM": "SRAM sur la plaque",
};
/** Words within owners and places. */
const WITHIN = {
  "rented from": "loué à", for: "pour", "then undecided": "alors indécis", reported: "rapporté", US: "États-Unis", UAE: "Émirats arabes unis", UK: "Royaume-Uni", "Abu Dhabi": "Abou Dhabi", Norway: "Norvège", Germany: "Allemagne", Juelich: "Jülich",
  Switzerland: "Suisse", Spain: "Espagne", Barcelona: "Barcelone", Italy: "Italie", Bologna: "Bologne", Finland: "Finlande", Japan: "Japon", China: "Chine", Virginia: "Virginie", Georgia: "Géorgie", Louisiana: "Louisiane", California: "Californie", "New Mexico": "Nouveau-Mexique",
};
const PLACED = ["owner", "location"];
const within = new RegExp(`\\b(?:${Object.keys(WITHIN).sort((a, b) => b.length - a.length).join("|")})\\b`, "g");
/** Inputs that stand where a value is the site's own. */
const OWN = /^site\.[a-z_]+$/;
const WORDS = {
  en: { unknown: "number unknown", own: "as at the site" },
  fr: { unknown: "nombre inconnu", own: "comme sur le site" },
};
/** Fields whose values are ids, or hold some. */
const NAMED = ["accelerator", "devices", "devices, range", "clusters", "last stage of the site", "grid", "country", "shares"];

/** What a thousand millions and more are called in French, with what they are multiplied by. */
const LARGE = { million: [1, "million"], billion: [1, "milliard"], trillion: [1000, "milliard"] };
const french = (number) => number.replace(/,/g, "\u202f").replace(".", ",");
function amount(_, dollar, number, scale) {
  if (!scale) return `${french(number)}${dollar && "\u00a0$"}`;
  const [times, name] = LARGE[scale];
  const value = Number(number.replaceAll(",", "")) * times;
  return `${french(value.toLocaleString("en"))}\u00a0${name}${value < 2 ? "" : "s"}${dollar && " de dollars"}`;
}
const inFrench = (text) => text.replace(/(\$?)(\d[\d,]*(?:\.\d+)?)(?: (million|billion|trillion)\b)?/g, amount).replaceAll(" to ", " à ").replaceAll("device", "puce").replace(/\byears?\b/g, "ans");

/** A month or a day as the language writes it. */
function dated(text, lang) {
  const [year, month, day] = text.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day || 1)).toLocaleDateString(lang, { year: "numeric", month: "short", ...(day ? { day: "numeric" } : {}), timeZone: "UTC" });
}

/** A name in short: without its maker where all know whose it is, and what stands in brackets. */
const short = (name) => name.replace(/^NVIDIA /, "").replace(/ \(.*\)$/, "");

/** Ids by their names, and how many of each. */
function named(text, lang, nameOf) {
  const name = (id) => (nameOf(id) ? short(nameOf(id)) : id);
  return text
    .replace(/^\? ([\w-]+)/, (_, id) => `${name(id)} (${WORDS[lang].unknown})`)
    .replace(/\b(\d{4,}) ([a-z][\w-]*)/g, (_, count, id) => `${Number(count).toLocaleString("en")}\u00a0×\u00a0${name(id)}`)
    .replace(/(?<=^|\+ |→ )[a-z][\w-]*/g, name);
}

/** A name with the quotation marks of the language. */
export const quoted = (name, lang) => name.replace(/'([^']+)'/g, lang === "fr" ? "«\u00a0$1\u00a0»" : "‘$1’");

/**
 * A value as the language writes it: the catalogue's own are English, and ids.
 *
 * @param {string} text
 * @param {string} key the field
 * @param {"en" | "fr"} lang
 * @param {(id: string) => string | undefined} nameOf what an entry of the catalogue is called
 */
export function written(text, key, lang, nameOf) {
  const isFrench = lang === "fr";
  if (OWN.test(text)) return WORDS[lang].own;
  if (isFrench && (REMARKS[text] || Object.hasOwn(VALUES, text))) return REMARKS[text] ?? VALUES[text];
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return dated(text, lang);
  if (isFrench && PLACED.includes(key)) return text.replace(within, (word) => WITHIN[word]);
  const told = NAMED.includes(key) ? named(text, lang, nameOf) : key === "name" ? quoted(text, lang) : /^\d{5,}$/.test(text) ? Number(text).toLocaleString("en") : text;
  return isFrench && /^[\d≥≤~$-]/.test(told) ? inFrench(told) : told;
}
