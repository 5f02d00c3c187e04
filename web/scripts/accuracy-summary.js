// What a reader needs of the page on accuracy, in front of it: how far off predictions are, in one picture and few sentences. Its
// numbers are read from the page's tables.

/** What is predicted: where its error stands (the table by its first head or the row before it, the row, the column), what it is called. */
const KINDS = [
  { id: "dense", at: ["group", "dense, tuned, A100 to GB300", "ours, left out"], en: "A step of training: dense models, A100 to GB300", fr: "Un pas d’entraînement : modèles denses, A100 à GB300" },
  { id: "tpu", at: ["group", "TPU v4 to v7", "ours, left out"], en: "… on TPUs, v4 to v7", fr: "… sur des TPU, v4 à v7" },
  { id: "untuned", at: ["group", "vTrain, multi-node A100", "ours, left out"], en: "… on untuned A100s, several servers", fr: "… sur des A100 sans réglage, plusieurs serveurs" },
  { id: "experts", at: ["group", "models with experts", "ours, left out"], en: "… of models with experts", fr: "… de modèles à experts" },
  { id: "run", at: ["source", "Full-runs", "ours, left out"], en: "A whole published run", fr: "Un entraînement publié, entier" },
  { id: "expertRun", at: ["source", "Full-runs, with experts", "ours, left out"], en: "… of a model with experts", fr: "… d’un modèle à experts" },
  { id: "power", at: ["task", "all", "power"], offset: 1, en: "Power of a server that answers", fr: "La puissance d’un serveur qui répond" },
  { id: "energy", at: ["task", "all", "energy"], offset: 1, en: "Energy of an answer’s token", fr: "L’énergie d’un token de réponse" },
  { id: "speed", at: ["task", "all", "tokens a second"], offset: 1, en: "Tokens a second of a server that answers", fr: "Les tokens par seconde d’un serveur qui répond" },
];
const CALCULON = ["Calculon", "Calculon"];
const ONE_MFU = ["one MFU for all", "un seul MFU pour tout"];
/** What else predicts the same measurements: the table and row, the column of its errors and of ours. */
const RIVALS = [
  ...[["Korthikanti 2022, Table 5 and section 6.3", "Korthikanti 2022: GPT on A100", "Korthikanti 2022 : GPT sur A100"], ["SC21 (Narayanan 2021), Table 1", "Narayanan 2021, table 1: GPT on A100", "Narayanan 2021, tableau 1 : GPT sur A100"], ["SC21, Table 2, pipeline and tensor parallel", "Narayanan 2021, table 2", "Narayanan 2021, tableau 2"],
    ["vTrain, multi-node A100", "vTrain: A100, several servers", "vTrain : A100, plusieurs serveurs"], ["vTrain, single-node A100", "vTrain: A100, one server", "vTrain : A100, un serveur"]]
    .map(([row, en, fr]) => ({ at: ["group", row, "Calculon"], ours: "ours, left out", by: CALCULON, en, fr })),
  ...[["dense, tuned, A100 to GB300", "Dense models, A100 to GB300", "Modèles denses, A100 à GB300"], ["TPU v4 to v7", "TPUs, v4 to v7", "TPU, v4 à v7"], ["models with experts", "Models with experts", "Modèles à experts"]]
    .map(([row, en, fr]) => ({ at: ["group", row, "constant MFU of the others"], ours: "ours, left out", by: ONE_MFU, en, fr })),
  { at: ["source", "Full-runs", "constant MFU of the others"], ours: "ours, left out", by: ONE_MFU, en: "Whole published runs", fr: "Entraînements publiés, entiers" },
  { at: ["task", "all", "EcoLogits"], ours: "energy", offset: 1, by: ["EcoLogits", "EcoLogits"], en: "Energy of an answer’s token", fr: "Énergie d’un token de réponse" },
];
/** To which error, in percent, a prediction can be quoted, and to which it serves for planning. */
const CLOSE = 10;
const FAIR = 18;
const VERDICTS = { close: ["close", "proche"], fair: ["fair", "correct"], rough: ["rough", "approximatif"] };

/** The tables of a page of Markdown: heads and rows. */
function tables(markdown) {
  const cells = (line) => line.slice(1, -1).split("|").map((text) => text.trim());
  return markdown.split("\n\n").filter((block) => block.startsWith("|")).map((block) => {
    const [heads, , ...rows] = block.split("\n").filter(Boolean).map(cells);
    return { heads, rows };
  });
}

/** A row of a page's tables with its numbers by their heads: the table is told by its first head. */
function reader(markdown) {
  const known = tables(markdown);
  return ([first, name, head]) => {
    const { heads, rows } = known.find((table) => table.heads[0] === first && table.rows.some(([row]) => row === name) && table.heads.includes(head)) ?? {};
    const row = rows?.find(([text]) => text === name);
    /** The number of a cell; or that in its brackets, of how many rows it is. */
    return (wanted, offset = 0, pattern = /^([\d.]+)/) => {
      const number = Number(pattern.exec(row?.[heads.indexOf(wanted) + offset] ?? "")?.[1]);
      if (!Number.isFinite(number)) throw new Error(`the page on accuracy has no ${name}, ${wanted}`);
      return number;
    };
  };
}

/** Each kind with its error in percent, and of how many rows. */
export function misses(markdown) {
  const read = reader(markdown);
  return KINDS.map(({ at, offset, ...kind }) => {
    const cell = read(at);
    const error = cell(at[2], offset);
    return { ...kind, error, rows: cell("rows"), verdict: error <= CLOSE ? "close" : error <= FAIR ? "fair" : "rough" };
  });
}

/** Each other way with its error and ours, in percent. */
export function rivals(markdown) {
  const read = reader(markdown);
  return RIVALS.map(({ at, ours, offset, ...way }) => {
    const cell = read(at);
    const [rows, told] = [cell("rows"), at[2] === "Calculon" ? cell(at[2], 0, /\((\d+)\)/) : 0];
    return { ...way, theirs: cell(at[2]), ours: cell(ours, offset), rows: told && told !== rows ? `${told} / ${rows}` : String(rows) };
  });
}

const WIDE = 100;
/** The error that fills the picture. */
const MOST = 50;
const TEXT = {
  en: {
    title: "How far off are the predictions?",
    lead: (of) => [
      `The time of a training step is missed by ${of("dense")} % on average for dense models on tuned systems, and by ${of("tpu")} % on TPUs, where the source of the measurement was never seen.`,
      `Models with experts are missed by ${of("experts")} %, whole published runs by ${of("run")} % (they lose time that no step shows), the two of models with experts by ${of("expertRun")} %, a server’s answers by ${of("speed")} % in speed and ${of("energy")} % in energy.`,
      "So quote what is close as a figure, all else with the range beside it, which holds about nine in ten of such measurements; and take what is unlike anything measured, such as chips to come, as an estimate.",
    ],
    caption: "Error of what was predicted without having been seen, in percent: means for training, medians for answers",
    heads: ["What is predicted", "Error", "Measurements"],
    beside: "Beside other tools",
    besideLead: "The same measurements, predicted by Calculon where it can, by EcoLogits when told the batch and the devices, and by the rule of thumb that takes one share of the peak for all: the median of the other sources. Ours are predicted without having seen the source, the others as they come.",
    besideCaption: "Error in percent, as above",
    besideHeads: ["Measurements of", "Predicted by", "Its error", "wattflop", "Measurements"],
    held: "What was fitted, and what was held out",
    points: [
      "Fitted: the few physical coefficients of the model of a step, and those of a server that answers, to published measurements of single steps and single servers.",
      "Held out: the errors above are of rows whose whole source was left out of the fit; of models with experts and of answers, whose whole model was.",
      "Never fitted: whole runs, and chips of which no measurement is public. What a cluster draws, emits, drinks and costs follows by arithmetic from published inputs; each figure carries the range of these.",
    ],
    percent: (error) => `${Math.round(error)} %`,
  },
  fr: {
    title: "De combien les prédictions se trompent-elles ?",
    lead: (of) => [
      `L’erreur sur la durée d’un pas d’entraînement est en moyenne de ${of("dense")} % pour les modèles denses sur des systèmes réglés, et de ${of("tpu")} % sur des TPU, quand la source de la mesure n’a jamais été vue.`,
      `L’erreur est de ${of("experts")} % pour les modèles à experts, de ${of("run")} % pour les entraînements publiés entiers (ils perdent du temps qu’aucun pas ne montre), de ${of("expertRun")} % pour les deux de modèles à experts, et pour les réponses d’un serveur de ${of("speed")} % en débit et de ${of("energy")} % en énergie.`,
      "Citez donc ce qui est proche comme un chiffre, et le reste avec sa plage, où tombent environ neuf mesures de ce genre sur dix ; et prenez ce qui ne ressemble à rien de mesuré, comme des puces à venir, pour une estimation.",
    ],
    caption: "Erreur de ce qui est prédit sans avoir été vu, en pour cent : moyennes pour l’entraînement, médianes pour les réponses",
    heads: ["Ce qui est prédit", "Erreur", "Mesures"],
    beside: "À côté d’autres outils",
    besideLead: "Les mêmes mesures, prédites par Calculon quand il le peut, par EcoLogits quand on lui dit le lot et les puces, et par la règle empirique qui prend une même part de la pointe pour tout : la médiane des autres sources. Les nôtres sont prédites sans avoir vu la source, les autres telles quelles.",
    besideCaption: "Erreur en pour cent, comme ci-dessus",
    besideHeads: ["Mesures de", "Prédit par", "Son erreur", "wattflop", "Mesures"],
    held: "Ce qui a été ajusté, et ce qui a été mis à l’écart",
    points: [
      "Ajustés : les quelques coefficients physiques du modèle d’un pas, et ceux d’un serveur qui répond, sur des mesures publiées de pas et de serveurs isolés.",
      "À l’écart : les erreurs ci-dessus sont celles de lignes dont toute la source a été écartée de l’ajustement ; pour les modèles à experts et les réponses, tout le modèle.",
      "Jamais ajustés : les entraînements entiers, et les puces dont aucune mesure n’est publique. Ce qu’un centre appelle, émet, boit et coûte suit par l’arithmétique d’entrées publiées ; chaque chiffre porte la plage de celles-ci.",
    ],
    percent: (error) => `${Math.round(error)} %`,
  },
};

const spaced = (text, lang) => (lang === "fr" ? text.replace(/ ([:;?!%»])|(«) /g, (_, after, before) => (after ? `\u00a0${after}` : `${before}\u00a0`)) : text.replace(/(\d) %/g, "$1\u00a0%"));

/** The summary in a language, as HTML. */
export function summary(markdown, lang) {
  const found = misses(markdown);
  const { title, lead, caption, heads, held, points, percent, ...words } = TEXT[lang];
  const place = lang === "fr" ? 1 : 0;
  const told = (text) => spaced(text, lang);
  const row = (kind) => `<tr class="${kind.verdict}"><th scope="row">${told(kind[lang])}</th><td><div class="error"><svg viewBox="0 0 ${WIDE} 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(WIDE * Math.min(kind.error, MOST)) / MOST}" height="10"/></svg><strong>${told(percent(kind.error))}</strong> <span>${VERDICTS[kind.verdict][place]}</span></div></td><td data-label="${heads[2].toLowerCase()}">${kind.rows}</td></tr>`;
  const way = ({ by, theirs, ours, rows, ...names }) => `<tr><th scope="row">${told(names[lang])}</th><td>${by[place]}</td><td data-label="${by[place]}">${told(percent(theirs))}</td><td data-label="wattflop"><strong>${told(percent(ours))}</strong></td><td data-label="${heads[2].toLowerCase()}">${rows}</td></tr>`;
  const number = (wanted) => Math.round(found.find(({ id }) => id === wanted).error);
  const [first, ...rest] = lead(number).map(told);
  return `<h1>${told(title)}</h1>
<p class="standfirst">${first}</p>
<table class="misses"><caption>${told(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${told(head)}</th>`).join("")}</tr></thead>
<tbody>${found.map(row).join("\n")}</tbody></table>
${rest.map((sentence) => `<p class="told">${sentence}</p>`).join("\n")}
<h2>${told(words.beside)}</h2>
<p class="told">${told(words.besideLead)}</p>
<table class="misses beside"><caption>${told(words.besideCaption)}</caption><thead><tr>${words.besideHeads.map((head) => `<th scope="col">${told(head)}</th>`).join("")}</tr></thead>
<tbody>${rivals(markdown).map(way).join("\n")}</tbody></table>
<h2>${told(held)}</h2>
<ul class="held">${points.map((point) => `<li>${told(point)}</li>`).join("\n")}</ul>`;
}
