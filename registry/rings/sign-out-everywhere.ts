import { operation } from "#registry/operation";
import { requireMember } from "./require-member";
import { doneShape } from "./shapes";

export const signOutEverywhere = operation({
  name: "me.sign-out",
  effect: "write",
  scope: "read",
  summary: "Signs you out of every browser, at once; with `tokens`, ends every token of yours as well.",
  input: {
    type: "object",
    additionalProperties: false,
    properties: { tokens: { type: "boolean" } },
  },
  output: doneShape,
  async run(context, { tokens = false }) {
    const { member } = requireMember(context);
    const live = {
      where: { memberId: member.id, revokedAt: null },
      data: { revokedAt: context.now },
    };
    await context.commit({ member: member.id, ring: member.ring }, async (tx) => {
      await tx.browserSession.updateMany(live);
      if (tokens) await tx.token.updateMany(live);
    });
    context.runtime.people.forgetAll(member.id, tokens ? ["browser", "token"] : ["browser"]);
    return {};
  },
});
