import { Refusal } from "#registry/errors";
import { rank } from "#registry/masque/ring";
import { operation } from "#registry/operation";
import { requireRing } from "../require-ring";
import { memberShape } from "../shapes";
import { requireSeen, viewMember } from "../view-member";
import { requireOther } from "./require-other";

export const reasonInput = {
  type: "object",
  required: ["handle", "reason"],
  additionalProperties: false,
  properties: {
    handle: { type: "string", maxLength: 64 },
    reason: { type: "string", minLength: 1, maxLength: 1000, pattern: "\\S" },
  },
} as const;

/** One disapproval from a higher ring stops a member at once, until it is withdrawn. */
export const disapproveMember = operation({
  name: "member.disapprove",
  effect: "write",
  scope: "decide",
  summary: "Disapproves of a member below, or of another elder. From above it stops the member at once.",
  input: reasonInput,
  output: memberShape,
  authorize(context, { handle }) {
    const { member } = requireRing(context, "guest");
    const { member: subject, facts } = requireSeen(context, handle);
    if (member.kind === "agent") throw new Refusal("forbidden", "Agents decide nothing.");
    requireOther(context, facts);
    const isAbove = rank(context.ring) > rank(subject.ring);
    const arePeersAtCentre = context.ring === "admin" && subject.ring === "admin";
    if (isAbove || arePeersAtCentre) return;
    throw new Refusal(
      "forbidden",
      "Disapproval counts from a higher ring, or among elders. Yours would change nothing.",
    );
  },
  async run(context, { handle, reason }) {
    const { member } = requireSeen(context, handle);
    const author = requireRing(context, "guest").member;
    const data = { reason, authorRing: context.ring, at: context.now };
    const key = { memberId: member.id, authorId: author.id };
    await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.disapproval.upsert({ where: { memberId_authorId: key }, create: { ...key, ...data }, update: data }),
    );
    context.runtime.society.putDisapproval(member.id, { authorId: author.id, ...data });
    return viewMember(context, member);
  },
});
