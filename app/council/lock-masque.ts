"use server";

import { carryOut, type Outcome, textOf } from "../deciding/carry-out";
import { act } from "../registry";

/** Locks a masque in an emergency. */
export async function lockMasque(_before: Outcome, form: FormData): Promise<Outcome> {
  const masque = textOf(form, "masque").replace(/^masque:/, "");
  const outcome = await carryOut(form, async () => {
    await act("lock.create", { subject: { masque }, reason: textOf(form, "reason") });
    return `You locked masque:${masque}.`;
  });
  if (outcome && "refusal" in outcome && outcome.refusal.code === "not_found") {
    return { refusal: { ...outcome.refusal, message: "You see no masque of that name." } };
  }
  return outcome;
}
