import { type Ring, rank } from "#registry/masque/ring";
import type { Transaction } from "./open";

/** A move from ring to ring, as it is written down for ever. */
export interface RingMove {
  readonly memberId: string;
  readonly from: Ring;
  readonly to: Ring;
  readonly cause: "promotion" | "disapproval" | "decay" | "idle";
  /** Decided by fewer than the policy asks for, because there were no more. */
  readonly degraded?: boolean;
  readonly promotionId?: string;
  readonly at: Date;
}

/**
 * The one way in which a ring changes: by one step, from where it stands. Throws otherwise, whoever asks; the
 * database has a trigger that would refuse the same.
 */
export async function moveRing(tx: Transaction, move: RingMove): Promise<void> {
  const { memberId, from, to, at } = move;
  if (Math.abs(rank(to) - rank(from)) !== 1) {
    throw new Error(`Rings are moved by one at a time: ${from} to ${to} is none.`);
  }
  const { count } = await tx.member.updateMany({
    where: { id: memberId, ring: from },
    data: { ring: to, ringSince: at },
  });
  if (count !== 1) throw new Error(`Member ${memberId} does not stand in ring ${from}.`);
  await tx.ringChange.create({ data: move });
}
