// The JSON Schema of scenarios, made of the core's own table of inputs.

export const DRAFT = "https://json-schema.org/draft/2020-12/schema";
/** The shapes of a distribution. */
export const SHAPES = ["lognormal", "above-one", "normal", "logit-normal", "uniform"];
/** What may be written without a unit. */
const BARE = ["devices", "tokens"];

const table = (properties, more = {}) => ({ type: "object", properties, additionalProperties: false, ...more });
const either = (...anyOf) => ({ anyOf });
const named = (description, ids) => ({ type: "string", description, examples: ids.slice(0, 3) });

/** An input: a number where it needs no unit, a text, both ends of a range, or a distribution. */
function valueOf({ label, measures, unit, min, max, positive, whole }) {
  const bare = unit === "" || BARE.includes(measures);
  const bounds = { [positive ? "exclusiveMinimum" : "minimum"]: min, ...(max === null ? {} : { maximum: max }) };
  const number = bare ? [{ type: whole ? "integer" : "number", ...bounds }] : [];
  const description = unit ? `${label}, in ${unit} or another unit of ${measures}` : label;
  return { description, ...either(...number, { $ref: `#/$defs/${bare ? "bare" : "measured"}` }) };
}

/** What an input may be beside a number: a text such as `1.1..1.4`, both ends of a range, or a distribution. */
function doubtful(end) {
  const ends = { type: "array", items: end, minItems: 2, maxItems: 2 };
  const distribution = table({ low: end, median: end, high: end, shape: { enum: SHAPES } }, { required: ["low", "high"] });
  return either({ type: "string" }, ends, distribution);
}

/** @param {Map<string, Map<string, object>>} groups the fields of forms, by the path of their table and by name */
export function scenarioSchema(groups, ids) {
  const of = (group) => Object.fromEntries([...(groups.get(group) ?? [])].map(([name, field]) => [name, valueOf(field)]));
  const id = (part, what) => named(`The id of ${what}; \`list("${part}")\` has them`, ids(part));
  const pool = table({ accelerator: id("accelerators", "an accelerator"), ...of("cluster.pools") });
  const cluster = table({
    preset: id("clusters", "the cluster that is changed"), name: { type: "string" }, pools: { type: "array", items: pool, minItems: 1 },
    network: table(of("cluster.network")), storage: table(of("cluster.storage")), draw: table(of("cluster.draw")), ...of("cluster"),
  });
  const source = table({ kind: id("sources", "a kind of source of electricity"), ...of("site.sources") });
  const site = table({
    grid: id("sites", "a grid"), cooling: id("coolings", "a way of cooling"), climate: id("climates", "a climate zone"), supply: id("supplies", "a supply of electricity"),
    sources: { type: "array", items: source }, ...of("site"),
  });
  const precision = { type: "string", description: "The number format of the matrix products", examples: ["bf16", "fp8"] };
  const model = table({ preset: id("models", "the model that is changed"), name: { type: "string" }, config: { type: "object", description: "The fields of a Hugging Face `config.json`" }, ...of("model") });
  return {
    $schema: DRAFT,
    title: "A scenario of wattflop",
    $defs: { bare: doubtful({ type: ["number", "string"] }), measured: doubtful({ type: "string" }) },
    ...table({
      version: { const: 1, description: "The version of this form" },
      cluster: either(id("clusters", "a cluster"), cluster),
      site: either(id("sites", "a grid"), site),
      model: either(id("models", "a model"), model),
      run: table({ precision, ...of("run") }),
      layout: table({ schedule: { enum: ["1f1b", "zero-bubble", "dualpipe"] }, ...of("layout") }),
      efficiency: table(of("efficiency")),
      serving: table({ precision, weights: precision, ...of("serving") }),
      serving_efficiency: table(of("serving_efficiency")),
      operation: table({ precision, ...of("operation") }),
      faults: table(of("faults")),
      finance: table(of("finance")),
      money: table({ currency: { type: "string" }, deflator: { type: "string" }, ...of("money") }),
      method: id("methods", "a method of cost"),
    }, { required: ["cluster"] }),
  };
}
