import type { Member } from "#registry/actor";
import { notFound } from "#registry/errors";
import { rank } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import type { TypeOf } from "#registry/schema-type";
import type { Facts } from "./facts";
import type { memberShape } from "./shapes";
import { type Standing, standing } from "./standing";
import { sees, shownAs } from "./visibility";

type Viewer = Pick<Context, "actor" | "ring" | "runtime" | "now">;

/** Whether the caller may know of a member: from the same ring or above, from just below where it chose so, itself. */
export function seesMember({ actor, ring, runtime }: Viewer, member: Member): boolean {
  if (sees(ring, member.ring)) return true;
  if (actor.kind === "member" && actor.member.id === member.id) return true;
  const isJustAbove = rank(member.ring) === rank(ring) + 1;
  return isJustAbove && runtime.society.find(member.id)?.shownBelow === true;
}

/** The member of that handle as the caller sees it, with its facts; hidden and absent are the same. */
export function requireSeen(viewer: Viewer, handle: string): { member: Member; facts: Facts } {
  const { people, society } = viewer.runtime;
  const member = people.findByHandle(handle);
  const facts = member && society.find(member.id);
  if (!member || !facts || !seesMember(viewer, member)) throw notFound();
  return { member, facts };
}

/** A member as this viewer may see one. Reasons are for the member itself and for those above. */
export function viewMember(viewer: Viewer, member: Member): TypeOf<typeof memberShape> {
  const { society, policy, people } = viewer.runtime;
  const { id, handle, name, ring, kind, createdAt } = member;
  const facts = society.find(id);
  if (!facts) throw new Error(`Member ${id} is not in the society.`);
  const isSelf = viewer.actor.kind === "member" && viewer.actor.member.id === id;
  const known = standing(facts, policy.current, viewer.now);
  const isOpen = isSelf || rank(viewer.ring) > rank(ring) || viewer.ring === "admin";
  const named = (other: Facts | undefined, own: string): string | undefined => {
    const found = other && people.find(other.id);
    if (!found) return undefined;
    return isSelf && !sees(viewer.ring, found.ring) ? own : shownAs(viewer.ring, found);
  };
  return {
    id,
    handle,
    name,
    ring,
    kind,
    operator: named(facts.operator, "your operator"),
    sponsor: ring === "outsider" || ring === "guest" ? named(facts.sponsor, "your sponsor") : undefined,
    standing: viewStanding(known, isOpen),
    shownBelow: isSelf ? facts.shownBelow : undefined,
    since: createdAt.toISOString(),
  };
}

/** A standing for the API; `reasons` only where the viewer may know them. */
export function viewStanding({ ring, effectiveRing, state, reasons, until }: Standing, isOpen: boolean) {
  return { ring, effectiveRing, state, reasons: isOpen ? reasons : [], until: until?.toISOString() };
}
