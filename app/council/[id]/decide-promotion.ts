"use server";

import { carryOut, type Outcome, textOf } from "../../deciding/carry-out";
import { act } from "../../registry";

/** Decides on a nomination, with a reason. */
export async function decidePromotion(_before: Outcome, form: FormData): Promise<Outcome> {
  const decision = textOf(form, "decision") === "approve" ? "approve" : "disapprove";
  return carryOut(form, async () => {
    const { member, to, state, needs } = await act("promotion.decide", {
      id: textOf(form, "id"),
      decision,
      reason: textOf(form, "reason"),
    });
    if (state === "approved") return `Approved: ${member.handle} is ${to} now.`;
    if (state === "denied") return `Denied: ${member.handle} stays where they are.`;
    if (decision === "disapprove") return "Your disapproval is on record.";
    const { have, approvals } = needs;
    return have >= approvals
      ? "Approved. Elders have a time to object; then it takes effect by itself."
      : `Your approval is on record, ${have} of ${approvals}.`;
  });
}
