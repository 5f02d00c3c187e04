/** What the core says of something wrong. */
export interface Problem {
  /** What is wrong, such as `UnknownNear`, `WrongUnit` or `OutOfDomain`. */
  readonly code: string;
  /** The same in words, in the language asked for. */
  readonly message: string;
  /** The input or key at fault, such as `site.pue`, where it is one. */
  readonly path?: string | null;
  /** What is allowed there: a range, units, names. */
  readonly allowed?: string | null;
  /** The nearest right name, where a name is wrong. */
  readonly suggestion?: string | null;
}

/** Gives a class the name that it goes by, which bundling shortens. */
export function named<Class extends abstract new (...args: never[]) => unknown>(made: Class, name: string): Class {
  return Object.defineProperty(made, "name", { value: name });
}

/** Whatever can be wrong: an id, a key, a value, a unit; or a core that is not there. */
export class WattflopError extends Error {
  declare readonly name: "WattflopError";
  /** What is wrong, such as `UnknownNear`, `WrongUnit` or `OutOfDomain`. */
  readonly code: string;
  /** The input or key at fault, such as `site.pue`, where it is one. */
  readonly path: string | undefined;
  /** What is allowed there: a range, units, names; where that can be said. */
  readonly allowed: string | undefined;
  /** The nearest right name, where a name is wrong. */
  readonly suggestion: string | undefined;

  static {
    named(this, "WattflopError");
    // On the prototype, where the first line of a stack finds it.
    Object.defineProperty(this.prototype, "name", { value: "WattflopError" });
  }

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.code = problem.code;
    this.path = problem.path ?? undefined;
    this.allowed = problem.allowed ?? undefined;
    this.suggestion = problem.suggestion ?? undefined;
  }
}

/** Whether the core threw this. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown && !(thrown instanceof Error);
}
