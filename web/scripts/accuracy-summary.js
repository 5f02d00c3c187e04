// What a reader needs of the page on accuracy, in front of it: how far off predictions are, in one picture and few sentences. Its
// numbers are read from the page's tables.

/** What is predicted: where its error stands (the table by its first head or the row before it, the row, the column), what it is called. */
const KINDS = [
  { at: ["group", "dense, tuned, A100 to GB300", "ours, left out"], en: "A step of training: dense models, A100 to GB300", fr: "Un pas d’entraînement : modèles denses, A100 à GB300" },
  { at: ["group", "TPU v4 to v7", "ours, left out"], en: "… on TPUs, v4 to v7", fr: "… sur des TPU, v4 à v7" },
  { at: ["group", "vTrain, multi-node A100", "ours, left out"], en: "… on untuned A100s, several servers", fr: "… sur des A100 sans réglage, plusieurs serveurs" },
  { at: ["group", "models with experts", "ours, left out"], en: "… of models with experts", fr: "… de modèles à experts" },
  { at: ["source", "Full-runs", "ours, left out"], en: "A whole published run", fr: "Un entraînement publié, entier" },
  { at: ["task", "all", "power"], offset: 1, en: "Power of a server that answers", fr: "La puissance d’un serveur qui répond" },
  { at: ["task", "all", "energy"], offset: 1, en: "Energy of an answer’s token", fr: "L’énergie d’un token de réponse" },
  { at: ["task", "all", "tokens a second"], offset: 1, en: "Tokens a second of a server that answers", fr: "Les tokens par seconde d’un serveur qui répond" },
];
/** To which error, in percent, a prediction can be quoted, and to which it serves for planning. */
const CLOSE = 10;
const FAIR = 18;
const VERDICTS = { close: ["close", "proche"], fair: ["fair", "correct"], rough: ["rough", "grossier"] };

/** The tables of a page of Markdown: heads and rows. */
function tables(markdown) {
  const cells = (line) => line.slice(1, -1).split("|").map((text) => text.trim());
  return markdown.split("\n\n").filter((block) => block.startsWith("|")).map((block) => {
    const [heads, , ...rows] = block.split("\n").filter(Boolean).map(cells);
    return { heads, rows };
  });
}

/** Each kind with its error in percent, and of how many rows. */
export function misses(markdown) {
  const known = tables(markdown);
  return KINDS.map(({ at: [first, name, head], offset = 0, en, fr }) => {
    const { heads, rows } = known.find((table) => table.heads[0] === first && table.rows.some(([row]) => row === name) && table.heads.includes(head)) ?? {};
    const row = rows?.find(([text]) => text === name);
    const error = Number(row?.[heads.indexOf(head) + offset]);
    if (!Number.isFinite(error)) throw new Error(`the page on accuracy has no ${name}, ${head}`);
    return { en, fr, error, rows: Number(row[heads.indexOf("rows")]), verdict: error <= CLOSE ? "close" : error <= FAIR ? "fair" : "rough" };
  });
}

const WIDE = 100;
/** The error that fills the picture. */
const MOST = 25;
const TEXT = {
  en: {
    title: "How far off are the predictions?",
    lead: (of) => [
      `The time of a training step is missed by ${of(0)} % on average for dense models on tuned systems, and by ${of(1)} % on TPUs, where the source of the measurement was never seen.`,
      `Models with experts are missed by ${of(3)} %, whole published runs by ${of(4)} % (they lose time that no step shows), a server’s answers by ${of(7)} % in speed and ${of(6)} % in energy.`,
      "So quote what is close as a figure, all else with the range beside it, which holds about nine in ten of such measurements; and take what is unlike anything measured, such as chips to come, as an estimate.",
    ],
    caption: "Error of what was predicted without having been seen, in percent: means for training, medians for answers",
    heads: ["What is predicted", "Error", "Measurements"],
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
      `L’erreur sur la durée d’un pas d’entraînement est en moyenne de ${of(0)} % pour les modèles denses sur des systèmes réglés, et de ${of(1)} % sur des TPU, quand la source de la mesure n’a jamais été vue.`,
      `L’erreur est de ${of(3)} % pour les modèles à experts, de ${of(4)} % pour les entraînements publiés entiers (ils perdent du temps qu’aucun pas ne montre), et pour les réponses d’un serveur de ${of(7)} % en débit et de ${of(6)} % en énergie.`,
      "Citez donc ce qui est proche comme un chiffre, et le reste avec sa plage, où tombent environ neuf mesures de ce genre sur dix ; et prenez ce qui ne ressemble à rien de mesuré, comme des puces à venir, pour une estimation.",
    ],
    caption: "Erreur de ce qui est prédit sans avoir été vu, en pour cent : moyennes pour l’entraînement, médianes pour les réponses",
    heads: ["Ce qui est prédit", "Erreur", "Mesures"],
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
  const { title, lead, caption, heads, held, points, percent } = TEXT[lang];
  const place = lang === "fr" ? 1 : 0;
  const told = (text) => spaced(text, lang);
  const row = (kind) => `<tr class="${kind.verdict}"><th scope="row">${told(kind[lang])}</th><td><div class="error"><svg viewBox="0 0 ${WIDE} 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(WIDE * Math.min(kind.error, MOST)) / MOST}" height="10"/></svg><strong>${told(percent(kind.error))}</strong> <span>${VERDICTS[kind.verdict][place]}</span></div></td><td>${kind.rows}</td></tr>`;
  const number = (at) => Math.round(found[at].error);
  const [first, ...rest] = lead(number).map(told);
  return `<h1>${told(title)}</h1>
<p class="standfirst">${first}</p>
<table class="misses"><caption>${told(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${told(head)}</th>`).join("")}</tr></thead>
<tbody>${found.map(row).join("\n")}</tbody></table>
${rest.map((sentence) => `<p class="told">${sentence}</p>`).join("\n")}
<h2>${told(held)}</h2>
<ul class="held">${points.map((point) => `<li>${told(point)}</li>`).join("\n")}</ul>`;
}
