/** Every way the registry says no. Faces map these to their own codes; nobody invents one elsewhere. */
export const CODES = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "forbidden.intent",
  "forbidden.standing",
  "forbidden.presence",
  "not_found",
  "conflict",
  "conflict.name",
  "conflict.version",
  "conflict.idempotency",
  "gone",
  "too_large",
  "unprocessable",
  "unprocessable.unpinned",
  "unprocessable.intent_missing",
  "rate_limited",
  "unavailable",
] as const;

export type Code = (typeof CODES)[number];

/** One thing that is wrong, and where. `path` is dotted (`intent.allowed[0]`); line and column count from 1. */
export interface Issue {
  path: string;
  line?: number;
  column?: number;
  message: string;
}

/** A refusal meant for a person: the message says what happened and what to do, and never carries a stack trace. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: Code,
    message: string,
    readonly issues: readonly Issue[] = [],
    /** Seconds after which trying again may help (`rate_limited`, `unavailable`). */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The one answer for what is absent and for what is hidden, so that the two cannot be told apart. */
export function notFound(): Refusal {
  return new Refusal("not_found", "There is nothing here, or nothing that you may see.");
}
