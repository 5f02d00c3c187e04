// What goes between a page and its worker: packed documents.
import type { Packed } from "../boundary.js";
import type { PackedAnswer } from "../engine.js";
import type { Problem } from "../error.js";
import type { Given } from "../languages.js";

export interface Question extends Packed {
  readonly what: string;
  readonly lang: string;
  /** The words of the language, where the worker has not got them. */
  readonly language?: Given | undefined;
}

export type Answer = { readonly share: number } | { readonly answer: PackedAnswer } | { readonly problem: Problem };
