// Which figures matter to a reader of a newspaper, in which order.
import type { Words } from "../locales/index.js";
import { type Counting, pathIn, placesOf } from "./counting.js";

type Group = keyof Words["groups"];
type Headline = keyof Words["headlines"];

/** The headline figures by group, where they usually stand. */
const HEADLINES: readonly { readonly group: Group; readonly paths: readonly Headline[] }[] = [
  { group: "speed", paths: ["size.devices", "throughput.peak", "throughput.sustained", "duration"] },
  { group: "power", paths: ["power.facility.peak", "energy.facility"] },
  { group: "footprint", paths: ["carbon.operational", "water.onsite", "water.upstream"] },
  { group: "money", paths: ["cost.capex.total", "cost.annuity.total", "cost.energy.total", "cost.rental.total"] },
];

/** A headline: the key of its words, and where it stands as it is counted. */
export interface HeadlineAt {
  readonly key: Headline;
  readonly path: string;
}

/** The headline figures as they are counted, each once. */
export function headlinesIn(counting: Counting): { readonly group: Group; readonly headlines: readonly HeadlineAt[] }[] {
  const told = new Set<string>();
  return HEADLINES.map(({ group, paths }) => {
    const headlines = paths.map((key) => ({ key, path: pathIn(key, counting) })).filter(({ path }) => !told.has(path) && told.add(path));
    return { group, headlines };
  });
}

/** Where headline figures stand, in whatever way they are counted. */
export const headlinePaths = (words: Words): string[] => HEADLINES.flatMap(({ paths }) => paths.flatMap((path) => placesOf(path, words)));
