// The page on accuracy in French. A program keeps it in English; here is each of its sentences, heads and words, with `#` for a
// number. tests/site.test.js fails where one is missing.

/** The lines, with their numbers left out. */
const LINES = {
  "# Accuracy": "# Exactitude",
  "The step model against published measurements. Written by `cargo run --release -p calibration`, which fits the coefficients of `src/throughput/coefficients.rs` to the rows of `tests/published/data`; a test holds this page and the fitted coefficients to that program.":
    "Le modèle du pas d’entraînement face aux mesures publiées. Page écrite par `cargo run --release -p calibration`, qui ajuste les coefficients de `src/throughput/coefficients.rs` aux lignes de `tests/published/data` ; un test vérifie que cette page et les coefficients sont bien ceux que donne ce programme.",
  "Errors are mean absolute percentage errors of step time. *Left out*: every row is predicted with coefficients that were fitted without any row of its source; a model with experts without any row of that model. *Constant MFU*: one MFU for all rows, the best for the group itself, and the median of all other rows. Calculon's figure is over the rows that it can predict (their number in brackets). *Covered*: the share of left-out rows within the # % interval.":
    "Les erreurs sont des moyennes d’erreurs absolues, en pour cent de la durée d’un pas. *À l’écart* : chaque ligne est prédite avec des coefficients ajustés sans aucune ligne de sa source ; un modèle à experts, sans aucune ligne de ce modèle. *MFU constant* : un seul MFU pour toutes les lignes, le meilleur pour le groupe, puis la médiane de toutes les autres lignes. Le chiffre de Calculon porte sur les lignes qu’il sait prédire (leur nombre entre parenthèses). *Couvert* : la part des lignes à l’écart qui tombent dans l’intervalle à # %.",
  "What a row does not state (microbatch, interleaving, recomputation) the layout search fills in: the fastest that fits into memory. No outcome is looked at.":
    "Ce qu’une ligne ne dit pas (microlot, entrelacement, recalcul), la recherche de répartition le complète : la plus rapide qui tienne en mémoire. Aucun résultat n’est regardé.",
  "## By source": "## Par source",
  "## How wide the intervals are": "## La largeur des intervalles",
  "The # % interval is computed time × these factors, from the residuals of a class, in sample and left out together, a large source counting for less than its rows. Nothing is fitted to whole runs, which lose time that no step shows, nor to devices of class Extrapolated.":
    "L’intervalle à # % est la durée calculée × ces facteurs, tirés des résidus d’une classe, dans l’échantillon et à l’écart ensemble, une grande source comptant moins que ses lignes. Rien n’est ajusté à des entraînements entiers, qui perdent du temps qu’aucun pas ne montre, ni aux puces de la classe Extrapolated.",
  "## Power at the node": "## La puissance d’un serveur",
  "Average power of a whole server, for a device, from its devices, its layout and how it is cooled. Four coefficients are fitted to MLPerf Power; *left out*: without any row of the same submitter. The rows are few, and were known when the form of the model and what was believed of the coefficients before were chosen, so that the errors left out are too kind.":
    "La puissance moyenne d’un serveur entier, par puce, d’après ses puces, la répartition et le refroidissement. Quatre coefficients sont ajustés à MLPerf Power ; *à l’écart* : sans aucune ligne du même participant. Les lignes sont peu nombreuses, et on les connaissait quand on a choisi la forme du modèle et ce que l’on croyait des coefficients, si bien que les erreurs à l’écart sont trop clémentes.",
  "Mean absolute error, left out: # %.": "Erreur absolue moyenne, à l’écart : # %.",
  "## Serving": "## Modèles en service",
  "Tokens a second, power and energy of a token on the H# and B# of the ML.ENERGY Benchmark # (vLLM #), from model, devices, batch, precision and task alone. The lengths of prompts and answers are not in the rows: answers are # tokens for text conversation and # for problems, the means that the benchmark's authors state; #, # and # for code, images and videos are assumed, and prompts are fitted, so that those of images and videos stand for the work on pictures too. The form of the model was chosen with these rows in view.":
    "Tokens par seconde, puissance et énergie d’un token sur les H# et B# du ML.ENERGY Benchmark # (vLLM #), d’après le modèle, les puces, le lot, la précision et la tâche seuls. Les longueurs des questions et des réponses ne sont pas dans les lignes : les réponses ont # tokens pour la conversation et # pour les problèmes, les moyennes que donnent les auteurs ; #, # et # pour le code, les images et les vidéos sont supposés, et les questions sont ajustées, si bien que celles des images et des vidéos comprennent le travail sur les images. La forme du modèle a été choisie avec ces lignes sous les yeux.",
  "Median absolute errors in %, in sample and with the whole model left out. EcoLogits: its energy of a token when told the batch and the devices.":
    "Erreurs absolues médianes en %, dans l’échantillon et avec le modèle entier à l’écart. EcoLogits : son énergie d’un token quand on lui dit le lot et les puces.",
  "The same where not only the model but all that share its shape are left out: Llama # and #, the editions of Qwen#, both precisions.":
    "La même chose quand on laisse à l’écart non seulement le modèle mais tous ceux qui ont sa forme : Llama # et #, les éditions de Qwen#, les deux précisions.",
  "How many of the rows, models left out, the # % interval of their class holds (its ends are quantiles of the same errors), and how wide it is.":
    "Combien de lignes, modèles à l’écart, tombent dans l’intervalle à # % de leur classe (ses bornes sont des quantiles des mêmes erreurs), et sa largeur.",
  "On one B# small models often run at a half or a third of what memory and arithmetic allow, at little power, in some tasks and not in others: the host is slow there, which no input of a row tells. Llama # Scout runs slower than predicted.":
    "Sur un seul B#, de petits modèles tournent souvent à la moitié ou au tiers de ce que permettent mémoire et calcul, à faible puissance, pour certaines tâches et pas pour d’autres : l’hôte y est lent, ce qu’aucune entrée d’une ligne ne dit. Llama # Scout tourne plus lentement que prédit.",
};

/** The words of tables; names of sources, runs, tasks and coefficients stay what they are. */
const CELLS = {
  "group": "groupe", "source": "source", "class": "classe", "coefficient": "coefficient", "run": "entraînement", "task": "tâche", "quantity": "grandeur", "rows": "lignes",
  "Calculon": "Calculon", "EcoLogits": "EcoLogits", "constant MFU": "MFU constant", "ours": "le nôtre", "constant MFU of the others": "MFU constant des autres", "ours, left out": "le nôtre, à l’écart",
  "bias, left out": "biais, à l’écart", "covered, %": "couvert, %", "measured over computed": "mesuré sur calculé", "high over low": "haut sur bas", "believed before": "cru auparavant", "fitted": "ajusté",
  "measured, W a device": "mesuré, W par puce", "error, %": "erreur, %", "left out, %": "à l’écart, %", "left out": "à l’écart", "energy": "énergie", "tokens a second": "tokens par seconde", "power": "puissance",
  "text conversation": "conversation", "all": "tout", "held, %": "contenu, %", "median high over low": "haut sur bas, médiane", "energy of a token": "énergie d’un token", "models with experts": "modèles à experts",
  "dense, tuned, A100 to GB300": "denses, réglés, A100 à GB300", "TPU v4 to v7": "TPU v4 à v7", "vTrain, single-node A100": "vTrain, A100, un nœud", "vTrain, multi-node A100": "vTrain, A100, plusieurs nœuds",
  "Korthikanti 2022, Table 5 and section 6.3": "Korthikanti 2022, tableau 5 et section 6.3", "SC21 (Narayanan 2021), Table 1": "SC21 (Narayanan 2021), tableau 1",
  "SC21, Table 2, pipeline and tensor parallel": "SC21, tableau 2, pipeline et tenseurs", "draw of products, over the range from idle to TDP": "appel des produits, sur la plage du repos au TDP",
  "draw of waiting, over the same range": "appel de l’attente, sur la même plage", "rest of a server cooled by a liquid, over its rated power": "reste d’un serveur refroidi par liquide, sur sa puissance nominale",
  "seconds of a benchmark outside its steps": "secondes d’un test hors de ses pas",
};

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** A number as French writes it, where it is one and no version. */
const french = (number) => (/^\d+\.\d+$/.test(number) ? number.replace(".", ",") : number.replace(/,(?=\d{3})/g, "\u202f"));

/** The page in French, and what of it is known in English alone. */
export function accuracyInFrench(markdown) {
  const missing = [];
  const cell = (text, isHead) => {
    const known = CELLS[text];
    if (known) return known;
    if (isHead) missing.push(text);
    return /^[-+–\d.,%() ×⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+$/.test(text) ? text.replace(NUMBER, french) : text.replace(/^(\d+[.,]\d+) to (\d+[.,]\d+)$/, (_, low, high) => `${french(low)} à ${french(high)}`);
  };
  const row = (line, isHead) => `| ${line.slice(1, -1).split("|").map((text) => cell(text.trim(), isHead)).join(" | ")} |`;
  const lines = markdown.split("\n");
  const told = lines.map((line, place) => {
    if (!line.trim() || /^\|[\s|:-]+\|$/.test(line)) return line;
    if (line.startsWith("|")) return row(line, /^\|[\s|:-]+\|$/.test(lines[place + 1] ?? ""));
    const known = LINES[line.replace(NUMBER, "#")];
    if (!known) missing.push(line);
    const numbers = line.match(NUMBER) ?? [];
    return (known ?? line).replace(/(?<!^|#)#(?!#)/g, () => numbered(numbers.shift() ?? "#", line)).replace(/ ([:;?!»])|(«) /g, (_, after, before) => (after ? `\u00a0${after}` : `${before}\u00a0`));
  });
  return { markdown: told.join("\n"), missing };
}

/** Versions keep their points. */
const numbered = (number, line) => (line.includes(`Llama ${number}`) || line.includes(`and ${number}, the editions`) || line.includes(`Benchmark ${number}`) || line.includes(`vLLM ${number}`) ? number : french(number));
