import type { Ring } from "#registry/masque/ring";
import type { Store } from "#registry/store/open";
import type { Lock } from "./facts";
import type { Society } from "./society";

/** Reads what standing follows from; the members themselves are admitted before. */
export async function loadSociety(society: Society, { reader }: Store): Promise<void> {
  for (const row of await reader.member.findMany()) {
    const { id, createdAt, founder, shownBelow, sponsorId, guestUntil: until } = row;
    society.change(id, {
      founder,
      shownBelow,
      sponsorId,
      until,
      ringSince: row.ringSince ?? createdAt,
      seenAt: row.seenAt ?? createdAt,
      activeAt: row.activeAt ?? createdAt,
    });
  }
  for (const row of await reader.disapproval.findMany()) {
    society.putDisapproval(row.memberId, { ...row, authorRing: row.authorRing as Ring });
  }
  for (const row of await reader.lock.findMany({ where: { liftedAt: null } })) {
    society.putLock({ ...row, kind: row.kind as Lock["kind"], ring: row.ring as Ring });
  }
}
