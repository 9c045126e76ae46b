"use server";

import { carryOut, type Outcome, textOf } from "../../deciding/carry-out";
import { act } from "../../registry";

const aboutOf = (form: FormData) => ({ handle: textOf(form, "handle") });
const reasonedOf = (form: FormData) => ({ handle: textOf(form, "handle"), reason: textOf(form, "reason") });

/** Takes an outsider or a guest under one's wing, until a day if one is given. */
export async function sponsor(_before: Outcome, form: FormData): Promise<Outcome> {
  const until = textOf(form, "until");
  return carryOut(form, async () => {
    const { handle } = await act("member.sponsor", { ...aboutOf(form), ...(until && { until }) });
    return `You became the sponsor of ${handle}.`;
  });
}

/** Ends a sponsorship. */
export async function endSponsorship(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    await act("member.end-sponsorship", aboutOf(form));
    return "You ended the sponsorship.";
  });
}

/** Disapproves of a member, with a reason. */
export async function disapprove(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    const { handle, standing } = await act("member.disapprove", reasonedOf(form));
    return standing.state === "qualified"
      ? `You disapproved of ${handle}. It takes more than one to hold an elder.`
      : `You disapproved of ${handle}, who acts as an outsider from now on.`;
  });
}

/** Withdraws one's own disapproval. */
export async function withdrawDisapproval(_before: Outcome, form: FormData): Promise<Outcome> {
  const outcome = await carryOut(form, async () => {
    await act("member.withdraw-disapproval", aboutOf(form));
    return "You withdrew your disapproval.";
  });
  if (outcome && "refusal" in outcome && outcome.refusal.code === "not_found") {
    return { refusal: { ...outcome.refusal, message: "You have no disapproval standing here." } };
  }
  return outcome;
}

/** Confirms a disapproval that stands. */
export async function confirmDisapproval(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    const { member, have, need, demoted } = await act("member.confirm-disapproval", reasonedOf(form));
    return demoted
      ? `Confirmed, ${have} of ${need}: ${member.handle} is ${member.ring} now.`
      : `Confirmed, ${have} of ${need}. Until there are ${need}, the disapproval stands and the ring stays.`;
  });
}

/** Takes a member back after a long silence. */
export async function reconfirm(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    const { handle, standing } = await act("member.reconfirm", aboutOf(form));
    return `You reconfirmed ${handle}, who stands ${standing.state}.`;
  });
}

/** Locks a member in an emergency. */
export async function lock(_before: Outcome, form: FormData): Promise<Outcome> {
  const { handle, reason } = reasonedOf(form);
  return carryOut(form, async () => {
    await act("lock.create", { subject: { member: handle }, reason });
    return `You locked ${handle}.`;
  });
}

/** Lifts a lock. */
export async function liftLock(_before: Outcome, form: FormData): Promise<Outcome> {
  return carryOut(form, async () => {
    await act("lock.lift", { id: textOf(form, "id") });
    return "You lifted the lock.";
  });
}
