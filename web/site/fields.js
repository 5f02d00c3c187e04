// What the fields of the catalogue are called. tests/site.test.js fails where one has no words.

/** Fields by key: in English and in French. */
const FIELDS = {
  id: ["Id", "Identifiant"], name: ["Name", "Nom"], owner: ["Owner", "Propriétaire"], date: ["Date", "Date"], devices: ["Devices", "Puces"], "devices, range": ["Devices, range", "Puces, plage"],
  facility_power: ["Facility power", "Puissance du site"], it_power: ["IT power", "Puissance informatique"], power_basis: ["What the power is of", "Ce que vaut la puissance"], power_note: ["Remark on the power", "Remarque sur la puissance"],
  budget: ["Budget", "Budget"], budget_note: ["Remark on the budget", "Remarque sur le budget"], location: ["Place", "Lieu"], grid: ["Grid", "Réseau"], status: ["Status", "État"],
  "last stage of the site": ["Last stage of the site", "Dernière étape du site"], "a run on a cluster listed elsewhere": ["A run on a cluster listed elsewhere", "Un entraînement sur un centre décrit ailleurs"],
  released: ["Released", "Sortie"], bf16: ["BF16 peak", "Pointe en BF16"], memory: ["Memory", "Mémoire"], tdp: ["TDP", "TDP"], price: ["Price", "Prix"], vendor: ["Vendor", "Fabricant"], process: ["Process", "Procédé"],
  memory_type: ["Kind of memory", "Type de mémoire"], memory_bandwidth: ["Memory bandwidth", "Débit de la mémoire"], scale_up_devices: ["Devices in a scale-up domain", "Puces d’un domaine rapide"],
  scale_up_bidirectional: ["Scale-up bandwidth, both ways", "Débit du domaine rapide, deux sens"], scale_up_unidirectional: ["Scale-up bandwidth, one way", "Débit du domaine rapide, un sens"], scale_out: ["Scale-out bandwidth", "Débit entre domaines"],
  idle: ["Power at rest", "Puissance au repos"], price_note: ["Remark on the price", "Remarque sur le prix"], "rent, low": ["Rent, low", "Loyer, bas"], "rent, median": ["Rent, median", "Loyer, médian"], "rent, high": ["Rent, high", "Loyer, haut"],
  "rent, date": ["Rent, date", "Loyer, date"], embodied: ["Embodied carbon", "Carbone de fabrication"], embodied_note: ["Remark on the embodied carbon", "Remarque sur le carbone de fabrication"],
  developer: ["Developer", "Concepteur"], parameters: ["Parameters", "Paramètres"], active: ["Active parameters", "Paramètres actifs"], "active parameters": ["Active parameters", "Paramètres actifs"], tokens: ["Tokens", "Tokens"],
  compute: ["Compute", "Calcul"], context: ["Context", "Contexte"], layers: ["Layers", "Couches"], hidden: ["Hidden size", "Taille cachée"], heads: ["Heads", "Têtes"], kv_heads: ["Key-value heads", "Têtes clé-valeur"], head_dim: ["Size of a head", "Taille d’une tête"],
  ffn: ["Feed-forward size", "Taille du réseau dense"], ffn_matrices: ["Feed-forward matrices", "Matrices du réseau dense"], vocab: ["Vocabulary", "Vocabulaire"], embeddings: ["Embeddings", "Plongements"], positions: ["Positions", "Positions"], extra: ["Other parameters", "Autres paramètres"],
  window_layers: ["Layers with a window", "Couches à fenêtre"], window: ["Window", "Fenêtre"], expert_layers: ["Layers with experts", "Couches à experts"], experts: ["Experts", "Experts"], active_experts: ["Active experts", "Experts actifs"],
  expert_ffn: ["Size of an expert", "Taille d’un expert"], shared_experts: ["Shared experts", "Experts partagés"], shared_ffn: ["Size of the shared expert", "Taille de l’expert partagé"], kv_rank: ["Rank of keys and values", "Rang des clés et valeurs"],
  qk_nope: ["Key size without positions", "Taille de clé sans positions"], qk_rope: ["Key size with positions", "Taille de clé avec positions"], v_head: ["Size of a value", "Taille d’une valeur"], q_rank: ["Rank of queries", "Rang des requêtes"],
  carbon: ["Carbon", "Carbone"], basis: ["Basis", "Base"], industrial_price: ["Price for industry", "Prix pour l’industrie"], commercial_price: ["Price for commerce", "Prix pour le commerce"], level: ["Level", "Échelon"], country: ["Country", "Pays"], carbon_year: ["Year of the carbon", "Année du carbone"],
  accelerator: ["Accelerator", "Accélérateur"], max_power: ["Highest power", "Puissance maximale"], typical_power: ["Typical power", "Puissance typique"], first: ["First stage", "Première étape"], last: ["Last stage", "Dernière étape"], clusters: ["Clusters", "Centres de calcul"],
  shares: ["Shares", "Parts"], efficiency: ["Efficiency", "Rendement"], direct_carbon: ["Carbon on site", "Carbone sur place"], life_cycle: ["Carbon over its life", "Carbone du cycle de vie"], price_without_fuel: ["Price without fuel", "Prix sans combustible"],
  water: ["Water", "Eau"], upstream_water: ["Water at the power plant", "Eau de la centrale"], pue: ["PUE", "PUE"], wue: ["WUE", "WUE"], provider: ["Provider", "Fournisseur"], term: ["Term", "Durée"], rent: ["Rent", "Loyer"], server_over_tdp: ["Server over TDP", "Serveur sur TDP"],
};
const PEAK = ["{} peak", "Pointe en {}"];
const ZONE = ["Climate zone {}", "Zone climatique {}"];

/**
 * What a field is called: by its key, as an input by its path, or by what its key is made of; nothing where no one knows.
 *
 * @param {string} key
 * @param {number} place 0 for English, 1 for French
 * @param {(path: string) => string | undefined} labelOf what an input is called
 */
export function fieldName(key, place, labelOf) {
  if (Object.hasOwn(FIELDS, key)) return FIELDS[key][place];
  const made = (text, part) => text[place].replace("{}", part);
  if (key.startsWith("peak ")) return made(PEAK, key.slice(5).toUpperCase());
  if (/^\d[abc]?$/.test(key)) return made(ZONE, key.toUpperCase());
  const label = labelOf(key);
  if (label) return label;
  const [, owner, rest] = /^([\w-]+)\.(\w+)$/.exec(key) ?? [];
  return rest && Object.hasOwn(FIELDS, rest) ? `${owner}, ${FIELDS[rest][place]}` : undefined;
}
