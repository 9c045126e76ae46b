import type { Member } from "#registry/actor";
import { type Ring, rank } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";
import { moveRing, type RingMove } from "#registry/store/move-ring";
import type { Transaction } from "#registry/store/open";

const DAY = 86_400_000;

/** A move to another ring: how it is written, and what memory makes of it once it is. */
export interface RingChange {
  write(tx: Transaction): Promise<void>;
  remember(): void;
}

/**
 * Moves a member by one ring, with what follows from it: a guest gets an end date, an outsider has no sponsor, and a
 * demotion answers the disapprovals that stood and closes a nomination that was open.
 */
export function changeRing(
  { people, society, policy }: Pick<Runtime, "people" | "society" | "policy">,
  member: Member,
  to: Ring,
  move: Omit<RingMove, "memberId" | "from" | "to">,
): RingChange {
  const { id, ring: from } = member;
  const { at } = move;
  const facts = society.find(id);
  const isDown = rank(to) < rank(from);
  const latest = new Date(at.getTime() + policy.current.supervision.days * DAY);
  const promised = from === "outsider" && facts?.until && facts.until > at ? facts.until : undefined;
  const until = to === "guest" ? (promised ?? latest) : null;
  const sponsorId = to === "outsider" ? null : (facts?.sponsor?.id ?? null);
  return {
    async write(tx) {
      await moveRing(tx, { ...move, memberId: id, from, to });
      await tx.member.update({ where: { id }, data: { guestUntil: until, sponsorId } });
      if (!isDown) return;
      await tx.disapproval.deleteMany({ where: { memberId: id } });
      await tx.confirmation.deleteMany({ where: { memberId: id } });
      const data = { state: "expired", closedAt: at };
      await tx.promotion.updateMany({ where: { memberId: id, state: "open" }, data });
    },
    remember() {
      people.putMember({ ...member, ring: to });
      if (isDown) society.dropDisapproval(id);
      society.change(id, { ringSince: at, until, sponsorId });
    },
  };
}
