import { notFound } from "#registry/errors";
import { RINGS, type Ring } from "#registry/masque/ring";
import type { Context } from "#registry/operation";
import type { Runtime } from "#registry/runtime";
import type { Criterion, Step } from "../merit/criteria";
import { type RatingSymbol, SYMBOLS } from "../merit/evidence";
import { seesMember } from "../view-member";
import { sees, shownAs } from "../visibility";
import { mayDecide } from "./electorate";
import { tallyOf } from "./tally";

const text = { type: "string" } as const;
const time = { type: "string", format: "date-time" } as const;
const ring = { type: "string", enum: RINGS } as const;
const integer = { type: "integer" } as const;

export const STATES = ["open", "approved", "denied", "expired"] as const;

export const criterionShape = {
  type: "object",
  required: ["name", "need", "have", "met"],
  properties: { name: text, need: { type: "number" }, have: { type: "number" }, met: { type: "boolean" } },
} as const;

export const promotionIdShape = { type: "object", required: ["id"], properties: { id: text } } as const;

/** A nomination as a viewer may see it: who stands above is "an elder", and gives no reason. */
export const promotionShape = {
  type: "object",
  required: [
    "id",
    "member",
    "from",
    "to",
    "state",
    "evidence",
    "decisions",
    "needs",
    "openedAt",
    "closesAt",
    "degraded",
    "mayDecide",
  ],
  properties: {
    id: text,
    member: {
      type: "object",
      required: ["id", "handle", "name"],
      properties: { id: text, handle: text, name: text },
    },
    from: ring,
    to: ring,
    state: { type: "string", enum: STATES },
    evidence: {
      type: "object",
      required: ["window", "criteria", "sessions"],
      properties: {
        window: { type: "object", properties: { from: time, to: time } },
        criteria: { type: "array", items: criterionShape },
        sessions: {
          type: "array",
          items: {
            type: "object",
            properties: {
              id: text,
              masque: text,
              ring,
              task: text,
              startedAt: time,
              endedCleanly: { type: "boolean" },
              public: { type: "boolean" },
              ratings: {
                type: "array",
                items: {
                  type: "object",
                  properties: { by: text, symbol: { type: "string", enum: SYMBOLS }, at: time },
                },
              },
            },
          },
        },
      },
    },
    decisions: {
      type: "array",
      items: {
        type: "object",
        required: ["by", "decision"],
        properties: {
          by: text,
          decision: { type: "string", enum: ["approve", "disapprove"] },
          reason: text,
          at: time,
        },
      },
    },
    needs: {
      type: "object",
      required: ["from", "approvals", "have", "elders", "haveElders", "denials", "against"],
      properties: {
        from: ring,
        approvals: integer,
        have: integer,
        elders: integer,
        haveElders: integer,
        denials: integer,
        against: integer,
      },
    },
    openedAt: time,
    closesAt: time,
    /** When the approvals were complete and the time to object began. */
    approvedAt: time,
    closedAt: time,
    degraded: { type: "boolean" },
    mayDecide: { type: "boolean" },
  },
} as const;

/** Evidence as a nomination keeps it. */
export interface KeptEvidence {
  readonly window: { readonly from: string; readonly to: string };
  readonly criteria: Criterion[];
  readonly sessions: {
    readonly id: string;
    readonly masque: string;
    readonly ring: Ring;
    readonly task: string;
    readonly startedAt: string;
    readonly endedCleanly: boolean;
    readonly public: boolean;
    readonly ratings: { readonly raterId: string; readonly symbol: RatingSymbol; readonly at: string }[];
  }[];
}

/** The nomination of that id with its decisions, as far as the caller may know of it. */
export async function requirePromotion(context: Context, id: string) {
  const row = await context.runtime.store.reader.promotion.findUnique({
    where: { id },
    include: { decisions: { orderBy: { at: "asc" } } },
  });
  const member = row && context.runtime.people.find(row.memberId);
  const facts = row && context.runtime.society.find(row.memberId);
  if (!row || !member || !facts || !seesMember(context, member)) throw notFound();
  return { row, member, facts };
}

export type PromotionRow = Awaited<ReturnType<typeof requirePromotion>>["row"];

/** A nomination for this viewer, or undefined where its member is hidden from it. */
export function viewPromotion(context: Context, row: PromotionRow) {
  const { runtime, ring: viewer, actor } = context;
  const member = runtime.people.find(row.memberId);
  const facts = runtime.society.find(row.memberId);
  if (!member || !facts || !seesMember(context, member)) return undefined;
  const tally = tallyOf(runtime, facts, row.to as Step, row.decisions);
  const { from, approvals, have, elders, haveElders, denials, against } = tally;
  const own = actor.kind === "member" ? runtime.society.find(actor.member.id) : undefined;
  const hasDecided = row.decisions.some(({ authorId }) => authorId === own?.id);
  const isOpen = row.state === "open";
  return {
    id: row.id,
    member: { id: member.id, handle: member.handle, name: member.name },
    from: row.from as Ring,
    to: row.to as Ring,
    state: row.state as (typeof STATES)[number],
    evidence: viewEvidence(runtime, viewer, row.evidence as unknown as KeptEvidence),
    decisions: row.decisions.map(({ authorId, authorRing, decision, reason, at }) => {
      const author = runtime.people.find(authorId);
      const named = author && sees(viewer, author.ring) && sees(viewer, authorRing as Ring);
      const common = { decision: decision as "approve" | "disapprove" };
      return named
        ? { by: author.handle, ...common, reason, at: at.toISOString() }
        : { by: "an elder", ...common };
    }),
    needs: { from, approvals, have, elders, haveElders, denials, against },
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString(),
    closedAt: row.closedAt?.toISOString(),
    degraded: isOpen ? tally.degraded : row.degraded,
    mayDecide: isOpen && !hasDecided && own !== undefined && mayDecide(runtime, own, facts, from),
  };
}

function viewEvidence({ people }: Runtime, viewer: Ring, { window, criteria, sessions }: KeptEvidence) {
  const visible = sessions.filter(({ ring: of }) => sees(viewer, of));
  return {
    window,
    criteria,
    sessions: visible.map(({ ratings, ...session }) => ({
      ...session,
      ratings: ratings.map(({ raterId, symbol, at }) => {
        const rater = people.find(raterId);
        return { by: rater ? shownAs(viewer, rater) : "an elder", symbol, at };
      }),
    })),
  };
}
