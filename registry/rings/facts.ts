import type { Ring } from "#registry/masque/ring";

/** A disapproval that stands, with the ring that its author acted in when making it. */
export interface Disapproval {
  readonly authorId: string;
  readonly authorRing: Ring;
  readonly reason: string;
  readonly at: Date;
}

/** What an elder locked in an emergency. */
export interface Lock {
  readonly id: string;
  readonly kind: "member" | "masque" | "session";
  /** A member's id, a masque's name or a session's id. */
  readonly subject: string;
  /** The subject's ring when it was locked. */
  readonly ring: Ring;
  readonly reason: string;
  readonly authorId: string;
  readonly at: Date;
}

/** All that a member's standing follows from. Operator and sponsor are facts themselves; the centre is all elders. */
export interface Facts {
  readonly id: string;
  readonly kind: "person" | "agent";
  readonly ring: Ring;
  /** Since when the member stands in that ring. */
  readonly ringSince: Date;
  readonly founder: boolean;
  readonly operator?: Facts;
  readonly sponsor?: Facts;
  /** Until when a guest is supervised. */
  readonly until?: Date;
  /** The last authenticated request of all. */
  readonly seenAt: Date;
  /** The last one before a long silence, or the reconfirmation after it. */
  readonly activeAt: Date;
  readonly shownBelow: boolean;
  readonly disapprovals: ReadonlyMap<string, Disapproval>;
  readonly locks: ReadonlyMap<string, Lock>;
  /** The persons of ring admin, this one included where it is one. */
  readonly centre: ReadonlySet<Facts>;
}

/** Everyone a rater or decider speaks for is one party: a person and all their agents. */
export function partyOf({ id, operator }: Facts): string {
  return operator?.id ?? id;
}
