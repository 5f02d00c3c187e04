// The JSON Schemas of answers, made of their types: what a type says of an answer, its schema says, and its documentation too.
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { DRAFT } from "./schema.js";

/** The answers, by the names of their schemas; and the types they are of. */
export const ANSWERS = {
  result: "Result", comparison: "Comparison", waterfall: "Waterfall", cost: "Cost", timeline: "Timeline", plan: "Plan", uncertainty: "Uncertainty", sensitivity: "Sensitivity",
  solved: "Solved", sweep: "Sweep", frontier: "ServingFrontier", explanation: "Explanation", ledger: "Ledger", validation: "Validation", listing: "Listing", entry: "Entry", found: "Found",
  form: "Form", chart: "Chart",
};
/** Types by name that are told otherwise: paths are open, and a type of thousands of them is a table. */
const OTHERWISE = { Figures: (schema) => schema.of(schema.types.get("SomeFigures"), ""), FigurePath: () => ({ type: "string" }), Float64Array: () => ({ type: "array", items: { type: ["number", "null"] } }) };
/** Numbers that JSON has none for, in the words of the types; they are null there. */
const UNWRITTEN = /\bInfinity\b|\bNaN\b|never/;

/** @param {URL} root the package's folder */
export function answerSchemas(root) {
  const path = fileURLToPath(new URL("src/types.ts", root));
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(fileURLToPath(new URL("tsconfig.json", root)), ts.sys.readFile).config, ts.sys, fileURLToPath(root));
  const program = ts.createProgram([path], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)));
  const types = new Map(exported.map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]));
  return Object.fromEntries(Object.entries(ANSWERS).map(([name, type]) => [name, new Schema(checker, types).document(type)]));
}

class Schema {
  defs = {};

  constructor(checker, types) {
    this.checker = checker;
    this.types = types;
  }

  document(name) {
    const held = this.of(this.types.get(name), "");
    return { $schema: DRAFT, title: `An answer of wattflop: ${name}`, ...held, $defs: this.defs };
  }

  ref = (name) => ({ $ref: `#/$defs/${name}` });

  /** What has a name is told once. */
  named(name, type) {
    if (name in OTHERWISE) return OTHERWISE[name](this);
    if (!(name in this.defs)) {
      this.defs[name] = {};
      this.defs[name] = this.object(type);
    }
    return this.ref(name);
  }

  of(type, doc) {
    const { flags } = type;
    const name = type.aliasSymbol?.name ?? type.symbol?.name;
    if (name in OTHERWISE) return this.named(name, type);
    if (flags & ts.TypeFlags.StringLiteral || flags & ts.TypeFlags.NumberLiteral) return { const: type.value };
    if (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) return { type: "string" };
    if (flags & ts.TypeFlags.BooleanLike) return { type: "boolean" };
    if (flags & ts.TypeFlags.NumberLike) return { type: UNWRITTEN.test(doc) ? ["number", "null"] : "number" };
    if (flags & ts.TypeFlags.Null) return { type: "null" };
    if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    if (flags & ts.TypeFlags.Conditional) return this.branches(type.root.node, doc);
    if (flags & ts.TypeFlags.TypeParameter) return this.of(this.checker.getBaseConstraintOfType(type), doc);
    if (type.isUnion()) return this.either(type, doc);
    if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)) return { type: "string" };
    if (this.checker.isTupleType(type)) return this.tuple(this.checker.getTypeArguments(type), doc);
    if (this.checker.isArrayType(type)) return { type: "array", items: this.of(this.checker.getTypeArguments(type)[0], doc) };
    const isNamed = type.symbol && type.symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface);
    return isNamed ? this.named(name, type) : this.object(type);
  }

  either(type, doc) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const isNull = (part) => part.flags & ts.TypeFlags.Null;
    if (parts.every((part) => part.isStringLiteral() || isNull(part))) return { enum: parts.map((part) => (isNull(part) ? null : part.value)) };
    const made = [...new Map(parts.map((part) => this.of(part, doc)).map((part) => [JSON.stringify(part), part])).values()];
    if (made.some((part) => part.type === "string")) return simple(made.filter((part) => !("const" in part)));
    return simple(made);
  }

  branches({ trueType, falseType }, doc) {
    return { anyOf: [trueType, falseType].map((node) => this.of(this.checker.getTypeFromTypeNode(node), doc)) };
  }

  tuple(types, doc) {
    return { type: "array", prefixItems: types.map((type) => this.of(type, doc)), minItems: types.length, maxItems: types.length };
  }

  object(type) {
    const properties = {};
    const required = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      const held = this.checker.getTypeOfSymbol(property);
      if (property.name.startsWith("__@") || held.getCallSignatures().length > 0) continue;
      const doc = ts.displayPartsToString(property.getDocumentationComment(this.checker));
      const description = doc.replace(/\{@link (\w+)\}/g, "`$1`");
      properties[property.name] = { ...(description ? { description } : {}), ...this.of(held, doc) };
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    const [index] = this.checker.getIndexInfosOfType(type);
    const rest = index ? this.of(index.type, "") : false;
    return { type: "object", ...(Object.keys(properties).length > 0 ? { properties } : {}), ...(required.length > 0 ? { required } : {}), additionalProperties: rest };
  }
}

/** Types side by side in one word, where that says it. */
function simple(parts) {
  if (parts.length === 1) return parts[0];
  const isPlain = (part) => Object.keys(part).length === 1 && typeof part.type === "string";
  return parts.every(isPlain) ? { type: parts.map(({ type }) => type) } : { anyOf: parts };
}
