import { Refusal } from "#registry/errors";
import { type Context, operation } from "#registry/operation";
import type { Step } from "../merit/criteria";
import { requireRing } from "../require-ring";
import { closePromotion } from "./close-promotion";
import { promotionShape, requirePromotion, viewPromotion } from "./promotion";
import { requireOther } from "./require-other";
import { mayRise, tallyOf } from "./tally";

const HOUR = 3_600_000;

interface Given {
  readonly id: string;
  readonly decision: "approve" | "disapprove";
  readonly reason: string;
}

/** Elders and players decide on what was observed, with a reason, once each. */
export const decidePromotion = operation({
  name: "promotion.decide",
  effect: "write",
  scope: "decide",
  summary: "Approves or disapproves of a nomination, with a reason.",
  input: {
    type: "object",
    required: ["id", "decision", "reason"],
    additionalProperties: false,
    properties: {
      id: { type: "string", maxLength: 64 },
      decision: { type: "string", enum: ["approve", "disapprove"] },
      reason: { type: "string", minLength: 1, maxLength: 1000, pattern: "\\S" },
    },
  },
  output: promotionShape,
  async authorize(context, { id }) {
    const { row, facts } = await requirePromotion(context, id);
    requireRing(context, row.to === "admin" ? "admin" : "player");
    requireOther(context, facts);
  },
  run: (context, given) => context.runtime.inTurn(`promotion ${given.id}`, () => decide(context, given)),
});

async function decide(context: Context, { id, decision, reason }: Given) {
  const { runtime, now } = context;
  const { row, member, facts } = await requirePromotion(context, id);
  const authorId = requireRing(context, "player").member.id;
  if (row.state !== "open" || row.closesAt <= now) {
    throw new Refusal("conflict", `This nomination is ${row.state === "open" ? "over" : row.state}.`);
  }
  if (row.decisions.some((one) => one.authorId === authorId)) {
    throw new Refusal("conflict", "You have decided on this already. A decision is made once.");
  }
  const to = row.to as Step;
  const tally = tallyOf(runtime, facts, to, [...row.decisions, { authorId, decision }]);
  const isComplete = tally.approved && mayRise(runtime, facts, member.ring, to, now);
  const objection = to === "guest" ? runtime.policy.current.guest.objectionHours * HOUR : 0;
  const state = tally.denied ? "denied" : isComplete && objection === 0 ? "approved" : undefined;
  const closing =
    state && closePromotion(runtime, { id, to }, member, { state, degraded: tally.degraded, at: now });
  const objecting =
    !closing && isComplete && !row.approvedAt
      ? { approvedAt: now, closesAt: new Date(now.getTime() + objection) }
      : undefined;
  const data = { promotionId: id, authorId, authorRing: context.ring, decision, reason, at: now };
  await context.commit({ member: member.id, ring: member.ring }, async (tx) => {
    await tx.promotionDecision.create({ data });
    if (objecting) await tx.promotion.update({ where: { id }, data: objecting });
    await closing?.write(tx);
  });
  closing?.remember();
  if (objecting) runtime.docket.open.set(member.id, { id, from: member.ring, closesAt: objecting.closesAt });
  const view = viewPromotion(context, (await requirePromotion(context, id)).row);
  if (!view) throw new Error(`Promotion ${id} vanished while it was decided.`);
  return view;
}
