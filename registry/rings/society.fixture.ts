import type { Member } from "#registry/actor";
import type { Ring } from "#registry/masque/ring";
import { DEFAULT_POLICY, type Policy } from "./policy";
import { createSociety, type Society } from "./society";
import { type Standing, standing } from "./standing";

export const DAY = 86_400_000;

/** The moment at which everybody of a test's society began. */
export const BEGIN = new Date("2026-01-05T10:00:00Z");

/** So many days (and milliseconds) after the beginning. */
export function after(days: number, milliseconds = 0): Date {
  return new Date(BEGIN.getTime() + days * DAY + milliseconds);
}

/** A society in memory, to which members are added by ring and whose standing can be asked at any time. */
export function testSociety(policy: Policy = DEFAULT_POLICY): Society & {
  join(id: string, ring: Ring, more?: Partial<Pick<Member, "kind" | "operatorId">>): void;
  at(id: string, now: Date): Standing;
  disapprove(authorId: string, subjectId: string, at?: Date): void;
} {
  const society = createSociety();
  return {
    ...society,
    join(id, ring, more = {}) {
      society.admit({ id, handle: id, name: id, kind: "person", createdAt: BEGIN, ...more, ring });
    },
    at(id, now) {
      const facts = society.find(id);
      if (!facts) throw new Error(`Nobody is called ${id}.`);
      return standing(facts, policy, now);
    },
    disapprove(authorId, subjectId, at = BEGIN) {
      const authorRing = society.find(authorId)?.ring ?? "outsider";
      society.putDisapproval(subjectId, { authorId, authorRing, reason: "seen", at });
    },
  };
}
