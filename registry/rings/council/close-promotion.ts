import type { Member } from "#registry/actor";
import { Refusal } from "#registry/errors";
import type { Runtime } from "#registry/runtime";
import type { Transaction } from "#registry/store/open";
import type { Step } from "../merit/criteria";
import { changeRing } from "../ring-change";
import { retryAfter } from "./docket";

/** A nomination's end: how it is written, and what memory makes of it once it is. */
export interface Closing {
  write(tx: Transaction): Promise<void>;
  remember(): void;
}

/** Closes an open nomination; approved, the member rises in the same transaction. Nothing is closed twice. */
export function closePromotion(
  runtime: Runtime,
  { id, to }: { id: string; to: Step },
  member: Member,
  { state, degraded, at }: { state: "approved" | "denied" | "expired"; degraded: boolean; at: Date },
): Closing {
  const move = { cause: "promotion" as const, at, degraded, promotionId: id };
  const change = state === "approved" ? changeRing(runtime, member, to, move) : undefined;
  return {
    async write(tx) {
      const { count } = await tx.promotion.updateMany({
        where: { id, state: "open" },
        data: { state, degraded, closedAt: at },
      });
      if (count !== 1) throw new Refusal("conflict", "This nomination was closed a moment ago.");
      await change?.write(tx);
    },
    remember() {
      const { docket, policy } = runtime;
      docket.open.delete(member.id);
      change?.remember();
      if (!change) docket.retryAt.set(member.id, retryAfter(at, policy));
      docket.review(member.id);
    },
  };
}
