import { type Ring, rank } from "#registry/masque/ring";
import type { Runtime } from "#registry/runtime";

/** A nomination that waits for decisions. */
export interface OpenPromotion {
  readonly id: string;
  readonly from: Ring;
  readonly closesAt: Date;
}

/** What the council has before it, in memory: open nominations, who is to be looked at when, who has to wait. */
export interface Docket {
  /** By member. */
  readonly open: Map<string, OpenPromotion>;
  /** Before when a member is not nominated again. */
  readonly retryAt: Map<string, Date>;
  /** Looks at a member at the next round. */
  review(memberId: string): void;
  reviewAll(): void;
  /** Looks at a member no earlier than that; never again by itself without a time. */
  reviewAt(memberId: string, moment: Date | undefined): void;
  /** Who is to be looked at now. */
  takeDue(now: Date): string[];
}

const DAY = 86_400_000;

/** A docket that hears of every change of the society's facts. */
export function createDocket({
  society,
  policy,
  clock,
}: Pick<Runtime, "society" | "policy" | "clock">): Docket {
  const dueAt = new Map<string, number>();
  const rings = new Map<string, Ring>();
  const changed = new Set<string | undefined>();
  const docket: Docket = {
    open: new Map(),
    retryAt: new Map(),
    review: (memberId) => void dueAt.set(memberId, 0),
    reviewAll() {
      for (const { id } of society.all()) dueAt.set(id, 0);
    },
    reviewAt(memberId, moment) {
      if (moment) dueAt.set(memberId, moment.getTime());
      else dueAt.delete(memberId);
    },
    takeDue(now) {
      const due: string[] = [];
      // A change of one may matter to those whom they sponsor or operate.
      for (const { id, sponsor, operator } of changed.size > 0 ? society.all() : []) {
        if (changed.has(sponsor?.id) || changed.has(operator?.id)) dueAt.set(id, 0);
      }
      changed.clear();
      for (const [memberId, moment] of dueAt) if (moment <= now.getTime()) due.push(memberId);
      for (const memberId of due) dueAt.delete(memberId);
      return due;
    },
  };
  society.onChange((memberId) => {
    const ring = society.find(memberId)?.ring ?? "outsider";
    const before = rings.get(memberId) ?? ring;
    rings.set(memberId, ring);
    if (ring !== before) docket.open.delete(memberId);
    if (rank(ring) < rank(before)) docket.retryAt.set(memberId, retryAfter(clock.now(), policy));
    changed.add(memberId);
    docket.review(memberId);
  });
  return docket;
}

/** When a member may be nominated again after this. */
export function retryAfter(moment: Date, policy: Runtime["policy"]): Date {
  return new Date(moment.getTime() + policy.current.retryDays * DAY);
}

/** Reads what was open, and who has to wait. */
export async function loadDocket({ docket, store, policy }: Runtime): Promise<void> {
  const later = (memberId: string, moment: Date) => {
    const retry = retryAfter(moment, policy);
    if (retry > (docket.retryAt.get(memberId) ?? new Date(0))) docket.retryAt.set(memberId, retry);
  };
  for (const row of await store.reader.promotion.findMany({ where: { state: { not: "approved" } } })) {
    const { id, memberId, closesAt, closedAt } = row;
    if (row.state === "open") docket.open.set(memberId, { id, from: row.from as Ring, closesAt });
    else if (closedAt) later(memberId, closedAt);
  }
  for (const { memberId, from, to, at } of await store.reader.ringChange.findMany()) {
    if (rank(to as Ring) < rank(from as Ring)) later(memberId, at);
  }
  docket.reviewAll();
}
