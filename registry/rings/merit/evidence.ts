import type { Ring } from "#registry/masque/ring";

/** How a session is rated. */
export const SYMBOLS = ["+", "-", "/", "*", "e"] as const;
export type RatingSymbol = (typeof SYMBOLS)[number];

/** A session as it was observed, with its circumstance. */
export interface ObservedSession {
  readonly sessionId: string;
  readonly memberId: string;
  readonly masque: string;
  /** The higher of the masque's and the wearer's ring: who sees less does not see the session. */
  readonly ring: Ring;
  /** The stated intent, under which it was worn. */
  readonly task: string;
  readonly startedAt: Date;
  readonly endedCleanly: boolean;
  /** Of a masque that outsiders may wear. */
  readonly public: boolean;
}

/** What somebody else thought of a session. The last rating of a rater counts. */
export interface ObservedRating {
  readonly sessionId: string;
  readonly raterId: string;
  readonly symbol: RatingSymbol;
  readonly at: Date;
}

export interface ObservedViolation {
  readonly at: Date;
  readonly detail: string;
}

/** All that was observed of one member. */
export interface MemberEvidence {
  readonly sessions: ReadonlyMap<string, ObservedSession>;
  /** By session, then by rater. */
  readonly ratings: ReadonlyMap<string, ReadonlyMap<string, ObservedRating>>;
  readonly violations: readonly ObservedViolation[];
}

/**
 * What merit is judged by, in memory. Sessions and their ratings are its source; whoever observes them writes with
 * `evidence.record`, and the same session twice is one.
 */
export interface Ledger {
  of(memberId: string): MemberEvidence;
  addSession(session: ObservedSession): void;
  addRating(memberId: string, rating: ObservedRating): void;
  addViolation(memberId: string, violation: ObservedViolation): void;
}
