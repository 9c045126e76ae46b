/**
 * What a change does to the wearer's reach. `read` is text, which only a person can judge. Neutral changes neither
 * give nor take.
 */
export type Effect = "widening" | "read" | "narrowing" | "neutral";

/** One thing that differs. */
export interface Change {
  /** Dotted, as in errors: `intent.allowed[0]`. An index counts in the side that has the entry. */
  path: string;
  /** Null where the side has nothing there. */
  before: unknown;
  after: unknown;
  effect: Effect;
  /** One plain sentence. */
  explain: string;
}
