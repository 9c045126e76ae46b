import type { Runtime } from "#registry/runtime";
import type { Transaction } from "#registry/store/open";

/**
 * What the recovery link does for an elder who has it: a new password, every other sign-in and token ended, and what
 * kept the elder from acting (locks, disapprovals, silence) lifted.
 */
export const regainCentre = {
  async write(tx: Transaction, memberId: string, passwordHash: string, now: Date): Promise<void> {
    await tx.member.update({ where: { id: memberId }, data: { passwordHash, activeAt: now, seenAt: now } });
    await tx.token.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
    await tx.browserSession.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
    await tx.disapproval.deleteMany({ where: { memberId } });
    await tx.lock.updateMany({
      where: { kind: "member", subject: memberId, liftedAt: null },
      data: { liftedAt: now },
    });
  },
  remember({ people, society }: Pick<Runtime, "people" | "society">, memberId: string, now: Date): void {
    people.forgetAll(memberId, ["token", "browser"]);
    society.change(memberId, { activeAt: now, seenAt: now });
    society.dropDisapproval(memberId);
    for (const { id } of [...(society.find(memberId)?.locks.values() ?? [])]) society.dropLock(id);
  },
};
