import { Refusal } from "#registry/errors";
import { operation } from "#registry/operation";
import { requireMember } from "#registry/rings/require-member";
import { closeProposal } from "#registry/store/proposals";
import { proposalShape, requireProposal, subjectOf, toProposal } from "./proposal";
import { proposalInput } from "./show";

export const withdrawProposal = operation({
  name: "proposal.withdraw",
  effect: "write",
  scope: "publish",
  summary: "Takes back a proposal of yours.",
  input: proposalInput,
  output: proposalShape,
  async run(context, { id }) {
    const { masqueName } = await requireProposal(context, id);
    return context.runtime.inTurn(masqueName, async () => {
      const row = await requireProposal(context, id);
      if (row.authorId !== requireMember(context).member.id)
        throw new Refusal("forbidden", "Only its author takes a proposal back. You may disapprove it.");
      if (row.state === "withdrawn") return toProposal(context, row);
      if (row.state !== "open") throw new Refusal("conflict", `This proposal is ${row.state} already.`);
      await context.commit(subjectOf(row), (tx) => closeProposal(tx, id, "withdrawn", context.now));
      return toProposal(context, await requireProposal(context, id));
    });
  },
});
