// How it is counted: the accounting view of cost, the basis of carbon, what electricity is counted for.
import type { Words } from "../locales/index.js";

export type CostView = keyof Words["costViews"];
export type CarbonBasis = keyof Words["carbonBases"];
export type Boundary = keyof Words["boundaries"];

/** How it is counted. */
export interface Counting {
  readonly cost: CostView;
  readonly carbon: CarbonBasis;
  readonly boundary: Boundary;
}

/** How it is counted where nothing is said. */
export const COUNTING: Counting = { cost: "annuity", carbon: "location", boundary: "facility" };

/** Where a figure of the whole facility stands for IT alone. */
const IT: Readonly<Record<string, string>> = { "power.facility.peak": "power.it.rated", "energy.facility": "energy.it" };
const CARBON: Readonly<Record<CarbonBasis, string>> = { location: "carbon.operational", market: "carbon.market", marginal: "carbon.marginal" };

/** Where a figure stands as it is counted, given where it usually does. */
export function pathIn(usual: string, { cost, carbon, boundary }: Counting): string {
  if (boundary === "it" && usual in IT) return IT[usual] ?? usual;
  return usual === CARBON.location ? CARBON[carbon] : usual.replace(/^cost\.annuity\./, `cost.${cost}.`);
}

/** Wherever a figure may stand, given where it usually does. */
export function placesOf(usual: string, { costViews, carbonBases, boundaries }: Words): string[] {
  const ways = [...keysOf(costViews).map((cost) => ({ cost })), ...keysOf(carbonBases).map((carbon) => ({ carbon })), ...keysOf(boundaries).map((boundary) => ({ boundary }))];
  return [...new Set(ways.map((way) => pathIn(usual, { ...COUNTING, ...way })))];
}

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];

/** Whether a figure is of the whole facility though electricity is counted for IT alone. */
export const isWhole = (usual: string, { boundary }: Counting): boolean => boundary === "it" && !(usual in IT) && /^(?:carbon|cost|energy|power|water)\./.test(usual);

/** In words how a figure is counted that usually stands at this path. */
export function toldIn(usual: string, { cost, carbon, boundary }: Counting, { costViews, carbonBases, boundaries }: Words): string {
  if (usual.startsWith("cost.")) return costViews[cost];
  return usual.startsWith("carbon.") ? carbonBases[carbon] : boundaries[boundary];
}

/** What is counted otherwise than usual, as attributes and addresses say it. */
export function unusual(counting: Counting): Partial<Counting> {
  return Object.fromEntries(Object.entries(counting).filter(([key, value]) => COUNTING[key as keyof Counting] !== value));
}
