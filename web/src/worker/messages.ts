// What goes between a page and its worker: packed documents.
import type { Packed } from "../boundary.js";
import type { PackedAnswer } from "../engine.js";
import type { Problem } from "../error.js";

export interface Question extends Packed {
  readonly what: string;
  readonly lang: string;
}

export type Answer = { readonly share: number } | { readonly answer: PackedAnswer } | { readonly problem: Problem };
