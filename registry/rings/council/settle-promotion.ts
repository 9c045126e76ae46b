import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import type { Step } from "../merit/criteria";
import { closePromotion } from "./close-promotion";
import { requirePromotion, STATES } from "./promotion";
import { memberIdInput, requireRegistry } from "./require-registry";
import { mayRise, tallyOf } from "./tally";

/** A nomination whose time is over: approved where the approvals stand, expired otherwise. */
export const settlePromotion = operation({
  name: "promotion.settle",
  effect: "write",
  scope: "decide",
  summary: "Closes a nomination whose time is over.",
  input: memberIdInput,
  output: {
    type: "object",
    required: ["state"],
    properties: { state: { type: "string", enum: STATES } },
  },
  authorize: requireRegistry,
  run: (context, { id }) =>
    context.runtime.inTurn(`promotion ${id}`, async () => {
      const { runtime, now } = context;
      const { row, member, facts } = await requirePromotion(context, id);
      if (row.state !== "open") throw new Refusal("conflict", `This nomination is ${row.state}.`);
      if (row.closesAt > now) throw new Refusal("conflict", "The time of this nomination is not over.");
      const to = row.to as Step;
      const { approved, degraded } = tallyOf(runtime, facts, to, row.decisions);
      const state = approved && mayRise(runtime, facts, member.ring, to, now) ? "approved" : "expired";
      const closing = closePromotion(runtime, { id, to }, member, { state, degraded, at: now });
      await context.commit({ member: member.id, ring: member.ring }, closing.write);
      closing.remember();
      return { state };
    }),
});
