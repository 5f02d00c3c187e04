// A language that nobody speaks: English, every letter of it in a circle. What shows without was never given to be translated.

/** Words in circled letters; how numbers are written stays, but for their words and units. */
export function marked(words) {
  const { numbers, ...rest } = words;
  const own = numbers && { ...numbers, large: numbers.large.map(([factor, ...forms]) => [factor, ...forms.map(circled)]), units: each(numbers.units, circled) };
  return { ...(own && { numbers: own }), ...each(rest, circled) };
}

/** A text in circled letters; what is filled in and what is code stays. */
export function circled(text) {
  return text.replace(/\{\w+\}|`[^`]*`|[a-z]/gi, (found) => {
    if (found.length > 1) return found;
    return String.fromCodePoint(found.codePointAt(0) + (found < "a" ? 0x24b6 - 0x41 : 0x24d0 - 0x61));
  });
}

/** The same with every text changed. */
export function each(held, change) {
  if (typeof held === "string") return change(held);
  if (Array.isArray(held)) return held.map((item) => each(item, change));
  return Object.fromEntries(Object.entries(held).map(([key, value]) => [key, each(value, change)]));
}
