"use server";

import { carryOut, type Outcome, textOf } from "../../deciding/carry-out";
import { act } from "../../registry";

/** Decides on the very bytes that the form showed. */
export async function decideProposal(_before: Outcome, form: FormData): Promise<Outcome> {
  const decision = textOf(form, "decision") === "approve" ? "approve" : "disapprove";
  return carryOut(form, async () => {
    await act("proposal.decide", {
      id: textOf(form, "id"),
      decision,
      digest: textOf(form, "digest"),
      reason: textOf(form, "reason"),
    });
    return decision === "approve" ? "You approved it." : "You disapproved of it.";
  });
}

/** Takes a proposal of one's own back. */
export async function withdrawProposal(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    await act("proposal.withdraw", { id: textOf(form, "id") });
    return "You took it back. Nothing was published.";
  });
}
