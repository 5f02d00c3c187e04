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

/** Where a result keeps whom to ask. */
const ASK = Symbol("ask");
type Asking = Result & { readonly [ASK]: Part };

// The same for all results, which so are of one shape: one of its own for each costs more than the evaluation.
const PARTS: PropertyDescriptorMap = Object.fromEntries(["figures", "choices", "inputs", "notes"].map((part) => [part, lazily(part)]));

/** A result: what it is of at once, the rest when it is read. */
export function resultOf(document: unknown, rest?: Part): Result {
  if (rest) Object.defineProperty(document, ASK, { value: rest });
  return (rest ? Object.defineProperties(document, PARTS) : document) as Result;
}

function lazily(part: string): PropertyDescriptor & ThisType<Asking> {
  const get = function (this: Asking): unknown {
    const value = this[ASK](part);
    Object.defineProperty(this, part, { value, enumerable: true, configurable: true, writable: false });
    return value;
  };
  return { get, enumerable: true, configurable: true };
}

export type { Figures, Input, Note };
