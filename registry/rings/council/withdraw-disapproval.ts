import { notFound } from "#registry/errors";
import { operation } from "#registry/operation";
import { requireMember } from "../require-member";
import { doneShape, handleInput } from "../shapes";

/** Whoever made it may withdraw it, whatever ring they act in by now. */
export const withdrawDisapproval = operation({
  name: "member.withdraw-disapproval",
  effect: "write",
  scope: "decide",
  summary: "Withdraws your disapproval of a member, which restores what it alone had stopped.",
  input: handleInput,
  output: doneShape,
  async run(context, { handle }) {
    const { people, society } = context.runtime;
    const author = requireMember(context).member.id;
    const member = people.findByHandle(handle);
    const facts = member && society.find(member.id);
    if (!member || !facts?.disapprovals.has(author)) throw notFound();
    const isLast = facts.disapprovals.size === 1;
    await context.commit({ member: member.id, ring: member.ring }, async (tx) => {
      await tx.disapproval.deleteMany({ where: { memberId: member.id, authorId: author } });
      if (isLast) await tx.confirmation.deleteMany({ where: { memberId: member.id } });
    });
    society.dropDisapproval(member.id, author);
    return {};
  },
});
