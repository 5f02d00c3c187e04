/** What the core says of something wrong. */
export interface Problem {
  /** What is wrong, such as `UnknownNear`, `WrongUnit` or `OutOfDomain`. */
  readonly code: string;
  /** The same in words, in the language asked for. */
  readonly message: string;
  /** The input or key at fault, such as `site.pue`, where it is one. */
  readonly field?: string | null;
  /** The nearest right name, where a name is wrong. */
  readonly nearest?: string | null;
}

/** Whatever can be wrong: an id, a key, a value, a unit; or a core that is not there. */
export class WattflopError extends Error {
  override readonly name = "WattflopError";
  /** What is wrong, such as `UnknownNear`, `WrongUnit` or `OutOfDomain`. */
  readonly code: string;
  /** The input or key at fault, such as `site.pue`, where it is one. */
  readonly field: string | undefined;
  /** The nearest right name, where a name is wrong. */
  readonly nearest: string | undefined;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.code = problem.code;
    this.field = problem.field ?? undefined;
    this.nearest = problem.nearest ?? undefined;
  }
}

/** Whether the core threw this. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown && !(thrown instanceof Error);
}
