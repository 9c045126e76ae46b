import { RINGS, type Ring, rank } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";
import { type Facts, partyOf } from "../facts";
import type { Candidate, Step } from "./criteria";

/** A member with all that merit is judged by. */
export function candidateOf({ people, society, ledger }: Runtime, facts: Facts): Candidate {
  return {
    facts,
    createdAt: people.find(facts.id)?.createdAt ?? facts.ringSince,
    evidence: ledger.of(facts.id),
    partyOf(memberId) {
      const found = society.find(memberId);
      return found ? partyOf(found) : memberId;
    },
  };
}

/** The ring above, undefined at the centre. */
export function nextRing(ring: Ring): Step | undefined {
  return RINGS[rank(ring) + 1] as Step | undefined;
}
