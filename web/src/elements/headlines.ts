// Which figures matter to a reader of a newspaper, in which order.
import type { Words } from "../locales/index.js";

type Group = keyof Words["groups"];
type Headline = keyof Words["headlines"];

/** The headline figures by group. */
export const HEADLINES: readonly { readonly group: Group; readonly paths: readonly Headline[] }[] = [
  { group: "speed", paths: ["size.devices", "throughput.peak", "throughput.sustained", "duration"] },
  { group: "power", paths: ["power.facility.peak", "energy.facility"] },
  { group: "footprint", paths: ["carbon.operational", "water.onsite", "water.upstream"] },
  { group: "money", paths: ["cost.capex.total", "cost.annuity.total", "cost.energy.total", "cost.rental.total"] },
];

/** Whether a figure is one of them. */
export function isHeadline(path: string): boolean {
  return HEADLINES.some(({ paths }) => paths.some((known) => known === path));
}
