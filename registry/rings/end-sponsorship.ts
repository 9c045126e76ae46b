import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { doneShape, handleInput } from "./shapes";
import { requireSeen } from "./view-member";

export const endSponsorship = operation({
  name: "member.end-sponsorship",
  effect: "write",
  scope: "publish",
  summary: "Ends a sponsorship of yours, or as an elder anybody's. A guest without a sponsor lapses at once.",
  input: handleInput,
  output: doneShape,
  authorize(context, { handle }) {
    const { member } = requireMember(context);
    const { facts } = requireSeen(context, handle);
    if (facts.sponsor?.id === member.id || context.ring === "admin") return;
    throw new Refusal("forbidden", "Only the sponsor and elders end a sponsorship.");
  },
  async run(context, { handle }) {
    const { member } = requireSeen(context, handle);
    await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.member.update({ where: { id: member.id }, data: { sponsorId: null, guestUntil: null } }),
    );
    context.runtime.society.change(member.id, { sponsorId: null, until: null });
    return {};
  },
});
