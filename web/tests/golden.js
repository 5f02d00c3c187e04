// The golden cases: the same scenarios and figures that the Rust tests read.

/** Evaluates a case through the package; the figures by path, as value, low and high. */
export function figuresOf({ compare, operate, plan, serve, train }, { kind, lang, scenario, scenarios }) {
  if (kind === "plan") return numbersOf(plan(scenario, { lang }).layouts);
  const evaluate = (one) => (one.serving ? serve(one, { lang }) : one.model === undefined && one.run === undefined ? operate(one, { lang }) : train(one, { lang }));
  const { figures } = kind === "compare" ? compare(scenarios, { lang }) : evaluate(scenario);
  return Object.fromEntries(Object.entries(figures).map(([path, { value, low, high }]) => [path, [value, low, high]]));
}

/** Every number of the layouts that a search found, by the rank of the layout. */
function numbersOf(layouts) {
  const numbers = layouts.flatMap((layout, rank) => Object.entries(layout).map(([key, value]) => [`${rank}.${key}`, value]));
  return Object.fromEntries(numbers.filter(([, value]) => typeof value === "number").map(([path, value]) => [path, [value, value, value]]));
}

/** What differs between figures; bit for bit, and in the set of paths. */
export function differences(found, golden) {
  const paths = [...new Set([...Object.keys(found), ...Object.keys(golden)])];
  // What never comes is Infinity, for which JSON has null.
  const same = (a, b) => a !== undefined && b !== undefined && a.length === b.length && a.every((number, place) => Object.is(number, b[place] ?? Infinity));
  return paths.filter((path) => !same(found[path], golden[path])).map((path) => `${path}: ${found[path]} instead of ${golden[path]}`);
}
