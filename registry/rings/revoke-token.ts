import { notFound } from "#registry/errors";
import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { doneShape } from "./shapes";

export const revokeToken = operation({
  name: "token.revoke",
  effect: "write",
  scope: "read",
  summary: "Ends a token of yours, or of an agent of yours, at once.",
  input: {
    type: "object",
    required: ["id"],
    additionalProperties: false,
    properties: { id: { type: "string", maxLength: 64 } },
  },
  output: doneShape,
  async run(context, { id }) {
    const { member } = requireMember(context);
    const holder = { OR: [{ id: member.id }, { operatorId: member.id }] };
    const where = { id, member: holder, revokedAt: null };
    if ((await context.runtime.store.reader.token.count({ where })) === 0) throw notFound();
    await context.commit({ member: member.id, ring: member.ring }, (tx) =>
      tx.token.updateMany({ where, data: { revokedAt: context.now } }),
    );
    context.runtime.people.forget(id);
    return {};
  },
});
