import { lower, type Ring, rank } from "#registry/masque/ring";
import type { Disapproval, Facts } from "./facts";
import type { Policy } from "./policy";

/** What a member's ring is worth at a moment, and why. */
export interface Standing {
  /** The grant. */
  readonly ring: Ring;
  /** What it amounts to now: who does not qualify acts as an outsider. */
  readonly effectiveRing: Ring;
  readonly state: "qualified" | "held" | "lapsed" | "locked";
  /** In words for the member, naming nobody. */
  readonly reasons: string[];
  /** When the standing ends by itself, as far as that is known. */
  readonly until?: Date;
}

/** What takes a standing away, and since when. */
interface Loss {
  readonly state: "held" | "lapsed" | "locked";
  readonly reason: string;
  readonly since: number;
}

const DAY = 86_400_000;
const GRAVITY = ["lapsed", "held", "locked"] as const;

/**
 * Whether a member still qualifies for its ring. Pure: the same facts, policy and time always give the same answer,
 * and every check asks here.
 */
export function standing(facts: Facts, policy: Policy, now: Date): Standing {
  const { ring, operator } = facts;
  const losses = lossesOf(facts, policy, now.getTime());
  const gravest = gravestOf(losses);
  if (!gravest || isLastElder(facts, losses, policy, now.getTime())) {
    const limit = operator && standing(operator, policy, now).effectiveRing;
    const effectiveRing = limit ? lower(ring, limit) : ring;
    const reasons = effectiveRing === ring ? [] : [`An agent never stands above its operator: ${limit}.`];
    return {
      ring,
      effectiveRing,
      state: "qualified",
      reasons,
      until: ring === "guest" ? facts.until : undefined,
    };
  }
  return {
    ring,
    effectiveRing: "outsider",
    state: gravest.state,
    reasons: losses.map(({ reason }) => reason),
  };
}

function gravestOf(losses: readonly Loss[]): Loss | undefined {
  let gravest: Loss | undefined;
  for (const loss of losses) {
    if (!gravest || GRAVITY.indexOf(loss.state) > GRAVITY.indexOf(gravest.state)) gravest = loss;
  }
  return gravest;
}

const NONE: readonly Loss[] = [];

function lossesOf(facts: Facts, policy: Policy, now: number): readonly Loss[] {
  const { locks, disapprovals, ring, operator } = facts;
  const losses: Loss[] = [];
  for (const { reason, at } of locks.values()) {
    losses.push({
      state: "locked",
      reason: `An elder locked this in an emergency: ${reason}`,
      since: at.getTime(),
    });
  }
  const holding = disapprovals.size > 0 ? holdingSince(facts, policy) : undefined;
  if (holding !== undefined) {
    const reason = "Disapproval from above stands. It ends when it is withdrawn.";
    losses.push({ state: "held", reason, since: holding });
  }
  const silentUntil = facts.activeAt.getTime() + policy.standing.idleDays * DAY;
  if (ring !== "outsider" && now >= silentUntil) {
    const by = ring === "admin" ? "another elder" : "somebody of a higher ring";
    losses.push({
      state: "lapsed",
      reason: `Nothing was heard for ${policy.standing.idleDays} days. Ask ${by} to reconfirm.`,
      since: silentUntil,
    });
  }
  if (ring === "guest") losses.push(...unsupervised(facts, policy, now));
  if (operator && standing(operator, policy, new Date(now)).state !== "qualified") {
    losses.push({ state: "lapsed", reason: "The operator has lost their standing.", since: now });
  }
  return losses.length > 0 ? losses : NONE;
}

/** Since when disapproval holds: the first from a higher ring; at the centre, the one that makes them enough. */
function holdingSince({ ring, disapprovals, centre, id }: Facts, policy: Policy): number | undefined {
  const counted: Disapproval[] = [];
  for (const disapproval of disapprovals.values()) {
    const difference = rank(disapproval.authorRing) - rank(ring);
    if (disapproval.authorId !== id && (difference > 0 || (ring === "admin" && difference === 0)))
      counted.push(disapproval);
  }
  const needed = ring === "admin" ? enoughAtCentre(othersAt(centre, id), policy) : 1;
  if (counted.length < needed) return undefined;
  return counted.map(({ at }) => at.getTime()).sort((a, b) => a - b)[needed - 1];
}

function othersAt(centre: ReadonlySet<Facts>, id: string): number {
  let others = 0;
  for (const elder of centre) if (elder.id !== id) others++;
  return others;
}

/** So many disapprovals hold an elder: two, or all others while they are fewer, and at least one. */
function enoughAtCentre(others: number, { standing }: Policy): number {
  return Math.max(1, Math.min(standing.centreDisapprovals, others));
}

function unsupervised({ sponsor, until }: Facts, policy: Policy, now: number): Loss[] {
  const losses: Loss[] = [];
  if (!until || now >= until.getTime()) {
    const reason = "The time as a guest is over. A sponsor may grant more.";
    losses.push({ state: "lapsed", reason, since: until?.getTime() ?? now });
  }
  if (!sponsor || rank(standing(sponsor, policy, new Date(now)).effectiveRing) < rank("player")) {
    const reason = "There is no sponsor in good standing. Ask a player or an elder to sponsor you.";
    losses.push({ state: "lapsed", reason, since: now });
  }
  return losses;
}

/**
 * Whether only this person is left to keep the centre: all others have lost their standing, this one would be the
 * last to lose it, and no lock is on it. The last one is never held or lapsed by rule.
 */
function isLastElder(facts: Facts, losses: readonly Loss[], policy: Policy, now: number): boolean {
  if (facts.ring !== "admin" || facts.kind !== "person") return false;
  if (losses.some(({ state }) => state === "locked")) return false;
  const mine = lostAt(losses);
  for (const other of facts.centre) {
    if (other === facts) continue;
    const theirs = lossesOf(other, policy, now);
    if (theirs.length === 0) return false;
    if (theirs.some(({ state }) => state === "locked")) continue;
    const later = lostAt(theirs) - mine;
    if (later > 0 || (later === 0 && other.id > facts.id)) return false;
  }
  return true;
}

function lostAt(losses: readonly Loss[]): number {
  return Math.min(...losses.map(({ since }) => since));
}
