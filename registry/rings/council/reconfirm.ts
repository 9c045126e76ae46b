import { Refusal } from "#registry/errors";
import { rank } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { requireRing } from "../require-ring";
import { handleInput, memberShape } from "../shapes";
import { requireSeen, viewMember } from "../view-member";
import { requireOther } from "./require-other";

export const reconfirmMember = operation({
  name: "member.reconfirm",
  effect: "write",
  scope: "decide",
  summary: "Takes back a member who lapsed by a long silence: from a higher ring, or among elders.",
  input: handleInput,
  output: memberShape,
  authorize(context, { handle }) {
    requireRing(context, "player");
    const { facts } = requireSeen(context, handle);
    requireOther(context, facts);
    if (rank(context.ring) > rank(facts.ring) || context.ring === "admin") return;
    throw new Refusal("forbidden", "Only a higher ring reconfirms, or another elder.");
  },
  async run(context, { handle }) {
    const { member } = requireSeen(context, handle);
    const { now } = context;
    await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.member.update({ where: { id: member.id }, data: { activeAt: now, seenAt: now } }),
    );
    context.runtime.society.change(member.id, { activeAt: now, seenAt: now });
    return viewMember(context, member);
  },
});
