import { type Ring, rank } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";
import { ringNow } from "../effective-ring";
import { type Facts, partyOf } from "../facts";

/** So many decisions are asked for; fewer than the policy says where there are not so many who could make them. */
export interface Quorum {
  readonly needed: number;
  readonly degraded: boolean;
}

/** Whether somebody may decide on somebody: a person who stands there now, and not of the same party. */
export function mayDecide(runtime: Runtime, decider: Facts, subject: Facts, least: Ring): boolean {
  return (
    decider.kind === "person" &&
    partyOf(decider) !== partyOf(subject) &&
    rank(ringNow(runtime, decider.id)) >= rank(least)
  );
}

/** How many could decide on somebody now. */
export function countElectors(runtime: Runtime, subject: Facts, least: Ring): number {
  const among = least === "admin" ? runtime.society.centre : runtime.society.all();
  let count = 0;
  for (const facts of among) if (mayDecide(runtime, facts, subject, least)) count++;
  return count;
}

/** The policy's number, or as many as there are; never less than one, for nobody decides on themselves. */
export function quorumOf(wanted: number, electors: number): Quorum {
  return { needed: Math.max(1, Math.min(wanted, electors)), degraded: electors < wanted };
}
