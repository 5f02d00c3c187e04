// Figures and results, as they are handed out.
import { FACTORS } from "./generated/factors.js";
import { WattflopError } from "./error.js";
import type { Figures, Input, Note, Result } from "./types.js";

/**
 * A figure of a result: a number with its unit and its 90 % range.
 *
 * @typeParam Unit the units that it can be had in
 */
export class Figure<Unit extends string = string> {
  /** The number, in `unit`; `Infinity` for what never comes. */
  declare readonly value: number;
  /** The unit of `value`, `low` and `high`; empty for pure numbers. */
  declare readonly unit: string;
  /** The 5th percentile. */
  declare readonly low: number;
  /** The 95th percentile. */
  declare readonly high: number;
  /** What it is called, in the language asked for. */
  declare readonly label: string;
  /** The value for people, with no more digits than its range bears. */
  declare readonly text: string;
  /** The 90 % range for people; empty where there is no doubt. */
  declare readonly range: string;

  /**
   * The number in another unit of the same quantity.
   *
   * @throws {WattflopError} `WrongUnit` when it is one of something else
   */
  in(unit: Unit): number {
    const [from, to] = [factorOf(this.unit), factorOf(unit)];
    if (from && to && from[0] === to[0]) return (this.value * from[1]) / to[1];
    if (this.unit === unit) return this.value;
    throw new WattflopError({ code: "WrongUnit", message: `${this.label}: it is measured in ${this.unit || "pure numbers"}, not in \`${unit}\``, path: "unit" });
  }

  /** The value for people, in the language that the result was asked in. */
  toString(): string {
    return this.text;
  }

  /** The number, so that it can be computed with and sorted by. */
  valueOf(): number {
    return this.value;
  }
}

const factorOf = (unit: string): readonly [string, number] | undefined => FACTORS[unit];

/** Asks for a part of a result. */
export type Part = (what: string) => unknown;

const PARTS = ["figures", "choices", "inputs", "notes"] as const;

/** A result: what it is of at once, the rest when it is read. */
export function resultOf(document: unknown, rest?: Part): Result {
  const result = document as Result;
  if (rest) for (const part of PARTS) lazily(result, part, rest);
  return result;
}

function lazily(result: object, part: string, ask: Part): void {
  const put = (value: unknown): unknown => {
    Object.defineProperty(result, part, { value, enumerable: true, configurable: true, writable: false });
    return value;
  };
  Object.defineProperty(result, part, { get: () => put(ask(part)), enumerable: true, configurable: true });
}

export type { Figures, Input, Note };
