import type { Definition } from "#registry/masque/definition";
import { diffDefinitions, type Risk } from "#registry/masque/diff/definitions";
import { higher, type Ring, rank } from "#registry/masque/ring";
import { ringNow } from "#registry/rings/effective-ring";
import { type Facts, partyOf } from "#registry/rings/facts";
import type { Runtime } from "#registry/runtime";
import type { Author } from "./author";
import { baselineOf } from "./baseline";
import type { MasqueFacts } from "./facts";

/** Why a version needs another member's approval: a guest wrote it, it widens, or it stands at the centre. */
export const REASONS = ["guest", "widens", "admin"] as const;
export type Reason = (typeof REASONS)[number];

/** Whose approval a version needs, and how many. */
export interface Needs {
  readonly approvals: number;
  /** From members of this ring and above. */
  readonly from: Ring;
}

export function needsOf(ring: Ring): Needs {
  return { approvals: 1, from: higher("player", ring) };
}

export function widens(risk: Risk): boolean {
  return risk === "widening" || risk === "mixed";
}

/**
 * Why this version may not be published by its author alone; empty where it may. `before` is the masque as the author
 * sees it. A first version does not widen; one after versions that were all revoked has nothing to be measured by.
 */
export async function reasonsToAsk(
  runtime: Runtime,
  author: Author,
  definition: Definition,
  before: MasqueFacts | undefined,
): Promise<Reason[]> {
  const baseline = before && baselineOf(before);
  const known = baseline && (await runtime.definitions(baseline)).definition;
  const wider = known ? widens(diffDefinitions(known, definition).risk) : before !== undefined;
  const holds: Record<Reason, boolean> = {
    guest: author.ring === "guest",
    widens: wider,
    admin: definition.ring === "admin",
  };
  return REASONS.filter((reason) => holds[reason]);
}

type Standings = Pick<Runtime, "society" | "policy" | "clock">;

/** A version that waits for approval: whose it is, and where it would stand. */
interface Asking {
  readonly authorId: string;
  readonly ring: Ring;
}

/** Whether a member may decide on a version of `authorId`'s. Agents decide on nothing, nobody on their own party's. */
export function mayApprove(runtime: Standings, { authorId, ring }: Asking, decider: Facts): boolean {
  const author = runtime.society.find(authorId);
  if (decider.kind !== "person" || partyOf(decider) === (author ? partyOf(author) : authorId)) return false;
  const least = rank(needsOf(ring).from);
  return rank(decider.ring) >= least && rank(ringNow(runtime, decider.id)) >= least;
}

/** Whether there is anybody who could approve it. */
export function hasApprover(runtime: Standings, version: Asking): boolean {
  for (const decider of runtime.society.all()) {
    if (mayApprove(runtime, version, decider)) return true;
  }
  return false;
}
